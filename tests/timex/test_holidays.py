"""Holidays that move, by the day they fall on, and what bears their names."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from tests.timex.placing import found_in, placed, told
from timeline.temporal import calendar, holidays

FALLS = [
    ("Passover", 2019, "2019-04-20", "2019-04-28"),
    ("Passover", 1943, "1943-04-20", "1943-04-28"),
    ("Yom Kippur", 1973, "1973-10-06", "1973-10-07"),
    ("Rosh Hashanah", 2019, "2019-09-30", "2019-10-02"),
    ("Hanukkah", 2005, "2005-12-26", "2006-01-03"),
    ("Purim", 2019, "2019-03-21", "2019-03-22"),
    ("Ramadan", 2019, "2019-05-06", "2019-06-04"),
    ("Eid al-Fitr", 2019, "2019-06-04", "2019-06-05"),
    ("Lunar New Year", 2020, "2020-01-25", "2020-01-26"),
    ("Diwali", 2019, "2019-10-27", "2019-10-28"),
    ("Nowruz", 2019, "2019-03-21", "2019-03-22"),
    ("Orthodox Easter", 2019, "2019-04-28", "2019-04-29"),
    ("Lent", 2019, "2019-03-06", "2019-04-21"),
    ("Remembrance Sunday", 2019, "2019-11-10", "2019-11-11"),
]


@pytest.mark.parametrize(("name", "year", "first", "end"), FALLS)
def test_a_holiday_falls_on_its_day(name: str, year: int, first: str, end: str) -> None:
    (time,) = holidays.HOLIDAYS[name].in_year(year)
    assert (time.start.date().isoformat(), time.end.date().isoformat()) == (first, end)


def test_a_lunar_feast_may_fall_twice_in_a_year() -> None:
    eids = holidays.HOLIDAYS["Eid al-Fitr"].in_year(2000)
    assert [eid.first_day for eid in eids] == [date(2000, 1, 8), date(2000, 12, 27)]


def test_easter_is_julian_before_the_reform_and_orthodox_after_it() -> None:
    assert [calendar.easter(year) for year in (878, 1582, 1583)] == [
        date(878, 3, 23),
        date(1582, 4, 15),
        date(1583, 4, 10),
    ]
    assert [calendar.orthodox_easter(year) for year in (2017, 2021)] == [date(2017, 4, 16), date(2021, 5, 2)]


def _gaps(feast: str) -> set[int]:
    """Days from each to the next."""
    return {(later - day).days for day, later in pairwise(holidays.first_days(feast))}


def _between(feast: str, other: str) -> set[int]:
    """Days from each of a feast to the next of the other."""
    later = holidays.first_days(other)
    return {(next(o for o in later if o > day) - day).days for day in holidays.first_days(feast)[:-1]}


def test_hebrew_feasts_stand_as_their_calendar_sets_them() -> None:
    assert _between("Purim", "Passover") == {30}
    assert _between("Passover", "Shavuot") == {50}
    assert _between("Passover", "Rosh Hashanah") == {163}
    assert _between("Rosh Hashanah", "Yom Kippur") == {9}
    assert _between("Rosh Hashanah", "Sukkot") == {14}
    assert _between("Rosh Hashanah", "Simchat Torah") == {22}
    assert _between("Rosh Hashanah", "Hanukkah") <= {83, 84}
    assert {day.isoweekday() for day in holidays.first_days("Passover")} == {2, 4, 6, 7}
    assert _gaps("Rosh Hashanah") == {353, 354, 355, 383, 384, 385}


def test_islamic_feasts_stand_as_their_calendar_sets_them() -> None:
    for feast in ("Ramadan", "Eid al-Fitr", "Eid al-Adha", "Ashura", "Mawlid", "Islamic New Year"):
        assert _gaps(feast) <= {353, 354, 355, 356}
    assert _between("Ramadan", "Eid al-Fitr") == {29, 30}
    assert _between("Islamic New Year", "Ashura") <= {8, 9, 10}


@pytest.mark.parametrize(
    ("feast", "first", "last"),
    [
        ("Lunar New Year", (1, 20), (2, 21)),
        ("Mid-Autumn Festival", (9, 7), (10, 8)),
        ("Nowruz", (3, 20), (3, 22)),
        ("Diwali", (10, 13), (11, 15)),
        ("Holi", (2, 28), (3, 30)),
    ],
)
def test_other_feasts_stay_in_their_season(feast: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert all(first <= (day.month, day.day) <= last for day in holidays.first_days(feast))


TOLD = [
    ("2019-09-24", "They met during Ramadan.", "Ramadan: DATE 2019-05-06, 2019-05-06 to 2019-06-04"),
    ("2019-09-24", "It closed on Yom Kippur.", "Yom Kippur: DATE 2018-09-19, 2018-09-19 to 2018-09-20"),
    ("2019-09-24", "It will close on Yom Kippur.", "Yom Kippur: DATE 2019-10-09, 2019-10-09 to 2019-10-10"),
    ("2019-09-24", "He wanted it done before Thanksgiving.", "Thanksgiving: DATE 2019-11-28, 2019-11-28 to 2019-11-29"),
    ("2019-09-24", "It rose on the eve of Passover.", "the eve of Passover: DATE 2019-04-19, 2019-04-19 to 2019-04-20"),
    (
        "2019-09-24",
        "It burned on the second day of Hanukkah 2018.",
        "the second day of Hanukkah 2018: DATE 2018-12-04, 2018-12-04 to 2018-12-05",
    ),
    ("2019-05-20", "This Ramadan is hot.", "This Ramadan: DATE 2019-05-06, 2019-05-06 to 2019-06-04"),
    (
        "2020-03-01",
        "It began before the Lunar New Year.",
        "the Lunar New Year: DATE 2020-01-25, 2020-01-25 to 2020-01-26",
    ),
    (
        "1915-06-01",
        "It was won on St. Crispin's Day 1415.",
        "St. Crispin's Day 1415: DATE 1415-10-25, 1415-10-25 to 1415-10-26",
    ),
    ("1915-06-01", "He fell on the Ides of March.", "the Ides of March: DATE 1915-03-15, 1915-03-15 to 1915-03-16"),
]


@pytest.mark.parametrize(("on", "text", "expected"), TOLD)
def test_a_holiday_of_a_text_is_placed(on: str, text: str, expected: str) -> None:
    assert " | ".join(told(t) for t in placed(on, text)) == expected


def test_a_feast_that_countries_keep_on_other_days_is_vague() -> None:
    ramadan, passover = placed("2019-09-24", "It fell in Ramadan, and after Passover.")
    assert (ramadan.vague, passover.vague) == (True, False)


def test_a_feast_of_a_year_without_a_table_has_no_place_and_says_why() -> None:
    (eid,) = placed("1880-06-01", "It fell on Eid al-Fitr 1880.")
    assert (eid.value, eid.interval, eid.reason) == ("1880-XX-XX", None, "the day of Eid al-Fitr 1880 is not known")


NO_HOLIDAYS = [
    "The Yom Kippur War was short.",
    "The Tet Offensive was planned well.",
    "The Good Friday Agreement holds.",
    "Tariq Ramadan spoke to them.",
    "Ramadan Shalah wrote to them.",
    "He lent him money for the purim.",
]


@pytest.mark.parametrize("text", NO_HOLIDAYS)
def test_what_bears_the_name_of_a_holiday_is_none(text: str) -> None:
    assert [e.text for e in found_in(text)] == []
