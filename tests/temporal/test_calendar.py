"""Calendar arithmetic: whole units and steps, over leap years, year boundaries and week 53."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal import calendar
from timeline.temporal.calendar import Unit
from timeline.temporal.interval import OPEN_END, Granularity, Interval

MOMENTS = st.datetimes(datetime(20, 1, 1), datetime(9000, 12, 31))
UNITS = st.sampled_from([u for u in Unit if u not in (Unit.WEEKEND, Unit.SEASON, Unit.FORTNIGHT)])


@given(MOMENTS, UNITS)
def test_a_unit_holds_the_moment_it_was_asked_for(moment: datetime, unit: Unit) -> None:
    held = calendar.unit_holding(moment, unit)
    assert held.start <= moment < held.end


@given(MOMENTS, UNITS)
def test_units_follow_each_other_without_gap(moment: datetime, unit: Unit) -> None:
    held = calendar.unit_holding(moment, unit)
    assert calendar.unit_holding(held.end, unit).start == held.end


@given(MOMENTS, st.integers(-500, 500), st.sampled_from([Unit.DAY, Unit.WEEK, Unit.HOUR, Unit.MINUTE]))
def test_steps_of_even_length_can_be_taken_back(moment: datetime, count: int, unit: Unit) -> None:
    assert calendar.step(calendar.step(moment, count, unit), -count, unit) == moment


MONDAY = date(2019, 9, 23)
TUESDAY = date(2019, 9, 24)
MONDAY_NIGHT = calendar.part_of(MONDAY, "NI")
TILL_MIDNIGHT = MONDAY_NIGHT.clip(end=calendar.day_of(MONDAY).end)
SMALL_HOURS = calendar.part_of(TUESDAY, calendar.EARLY_HOURS)
AT_TWO = Interval(datetime(2019, 9, 24, 2), datetime(2019, 9, 24, 3), Granularity.HOUR)

AT_ONCE = [
    (calendar.day_of(MONDAY), MONDAY_NIGHT, TILL_MIDNIGHT.end),
    (calendar.part_of(MONDAY, "EV"), MONDAY_NIGHT, TILL_MIDNIGHT.end),
    (TILL_MIDNIGHT, AT_TWO, AT_TWO.end),
    (TILL_MIDNIGHT, SMALL_HOURS, SMALL_HOURS.end),
    (TILL_MIDNIGHT, calendar.part_of(TUESDAY, "MO"), None),
    (TILL_MIDNIGHT, calendar.day_of(TUESDAY), None),
    (calendar.part_of(MONDAY, "EV"), AT_TWO, None),
    (calendar.day_of(MONDAY), AT_TWO, None),
]


@pytest.mark.parametrize(("one", "other", "until"), AT_ONCE)
def test_a_night_runs_into_the_small_hours_of_the_next_day(one: Interval, other: Interval, until: object) -> None:
    both = calendar.common(one, other)
    assert both == calendar.common(other, one)
    assert (both.end if both else None) == until


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2019, 1, 31), 1, date(2019, 2, 28)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2020, 2, 29), 48, date(2024, 2, 29)),
        (date(2020, 12, 31), 2, date(2021, 2, 28)),
        (date(2020, 1, 15), -1, date(2019, 12, 15)),
    ],
)
def test_months_end_at_their_last_day(day: date, count: int, expected: date) -> None:
    assert calendar.add_months(day, count) == expected


@pytest.mark.parametrize(
    ("year", "day"),
    [(2013, date(2013, 3, 31)), (2019, date(2019, 4, 21)), (2024, date(2024, 3, 31)), (1943, date(1943, 4, 25)),
     (1818, date(1818, 3, 22)), (2000, date(2000, 4, 23))],
)  # fmt: skip
def test_easter(year: int, day: date) -> None:
    assert calendar.easter(year) == day


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    day = calendar.easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_week_53_crosses_the_year() -> None:
    week = calendar.iso_week(2020, 53)
    assert (week.first_day, week.last_day) == (date(2020, 12, 28), date(2021, 1, 3))


def test_a_year_without_week_53_has_none() -> None:
    with pytest.raises(ValueError, match="Invalid week"):
        calendar.iso_week(2019, 53)


def test_night_crosses_midnight() -> None:
    night = calendar.part_of(date(2019, 12, 31), "NI")
    assert (night.start, night.end) == (datetime(2019, 12, 31, 20), datetime(2020, 1, 1, 6))


def test_winter_belongs_to_the_year_it_begins_in() -> None:
    winter = calendar.season_of(2018, "WI")
    assert (winter.first_day, winter.last_day) == (date(2018, 12, 1), date(2019, 2, 28))
    assert calendar.unit_holding(datetime(2019, 1, 15), Unit.SEASON) == winter


def test_the_last_year_of_the_calendar_ends_open() -> None:
    assert calendar.year_of(9999).end == OPEN_END


@pytest.mark.parametrize(("nth", "day"), [(1, 4), (4, 25), (-1, 25)])
def test_nth_weekday_of_a_month(nth: int, day: int) -> None:
    assert calendar.nth_weekday(2016, 1, 1, nth) == date(2016, 1, day)


def test_leap_day_is_a_day_of_leap_years_only() -> None:
    assert [y for y in (1900, 2000, 2019, 2020, 2100) if calendar.days_in_month(y, 2) == 29] == [2000, 2020]


def test_granularity_of_units() -> None:
    moment = datetime(2019, 9, 24, 15, 30)
    assert calendar.unit_holding(moment, Unit.HOUR).granularity is Granularity.HOUR
    assert calendar.unit_holding(moment, Unit.QUARTER).length == timedelta(days=92)
