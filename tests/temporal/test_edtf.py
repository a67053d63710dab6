"""Intervals as EDTF at the precision of days."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal import calendar
from timeline.temporal.edtf import format_disputed, format_edtf, parse_edtf
from timeline.temporal.interval import OPEN_END, OPEN_START, Granularity, Interval

DAY = calendar.day_of(date(2019, 9, 24))
CASES = [
    (DAY, "2019-09-24"),
    (calendar.part_of(date(2019, 9, 23), "EV"), "2019-09-23"),
    (calendar.part_of(date(2019, 9, 23), "NI"), "2019-09-23/2019-09-24"),
    (calendar.month_of(2019, 9), "2019-09"),
    (calendar.year_of(2019), "2019"),
    (calendar.season_of(2018, "WI"), "2018-24"),
    (calendar.quarter_of(2019, 3), "2019-35"),
    (calendar.half_of(2019, 2), "2019-41"),
    (calendar.years(1990, 10, Granularity.DECADE), "199X"),
    (calendar.years(1800, 100, Granularity.CENTURY), "18XX"),
    (calendar.week_of(date(2019, 9, 24)), "2019-09-23/2019-09-29"),
    (Interval(OPEN_START, datetime(2019, 9, 24)), "../2019-09-23"),
    (Interval(datetime(2019, 9, 24), OPEN_END), "2019-09-24/.."),
    (Interval(datetime(2019, 9, 21), datetime(2019, 10, 1), Granularity.MONTH), "2019-09-21/2019-09-30"),
]


@pytest.mark.parametrize(("interval", "text"), CASES)
def test_interval_in_edtf(interval: Interval, text: str) -> None:
    assert format_edtf(interval) == text


def test_vague_starts_are_marked() -> None:
    weeks = Interval(datetime(2019, 8, 27), datetime(2019, 9, 25))
    assert format_edtf(weeks, approximate=True) == "2019-08-27~/2019-09-24"
    assert format_edtf(calendar.month_of(2019, 9), approximate=True) == "2019-09~"


def test_disputed_times_stand_in_brackets_in_order_and_once() -> None:
    before = calendar.day_of(date(2019, 9, 23))
    assert format_disputed([DAY, before, DAY]) == "[2019-09-23,2019-09-24]"
    assert format_disputed([DAY]) == "2019-09-24"


@given(st.dates(), st.dates())
def test_days_can_be_read_back(a: date, b: date) -> None:
    low, high = sorted((a, b))
    text = format_edtf(Interval(calendar.day_of(low).start, calendar.day_of(high).end))
    days = [date.fromisoformat(d) for d in re.findall(r"\d{4}-\d\d-\d\d", text)]
    assert (days[0], days[-1]) == (low, high) or ".." in text


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        *(
            (text, interval)
            for interval, text in CASES
            if interval.granularity >= Granularity.MONTH and "/" not in text
        ),
        ("2019-09-24", DAY),
        ("2019-09-24~", DAY),
        ("2019-09?", calendar.month_of(2019, 9)),
        ("2019-09-23/2019-09-24", Interval(datetime(2019, 9, 23), datetime(2019, 9, 25))),
        ("2019-08/2019-09", Interval(datetime(2019, 8, 1), datetime(2019, 10, 1), Granularity.MONTH)),
        ("../2019-09-23", Interval(OPEN_START, datetime(2019, 9, 24))),
        ("2019-09-24/", Interval(datetime(2019, 9, 24), OPEN_END)),
    ],
)
def test_edtf_is_read(text: str, interval: Interval) -> None:
    assert parse_edtf(text) == interval


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "../..",
        "2019-13",
        "2019-00",
        "2019-02-30",
        "19",
        "2019-9",
        "0000",
        "201X-03",
        "2020/2019",
        "1/2/3",
        "x",
    ],
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_edtf(text)


@given(st.dates(date(1000, 1, 1)), st.dates(date(1000, 1, 1)))
def test_days_that_are_written_are_read_as_they_were(one: date, other: date) -> None:
    first, last = sorted((one, other))
    interval = Interval(Interval.of_day(first).start, Interval.of_day(last).end)
    assert parse_edtf(format_edtf(interval)) == interval
