"""Distances of happenings: what they make of a time, and which dates they allow."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal import calendar, timex3
from timeline.temporal.calendar import Unit
from timeline.temporal.interval import Interval
from timeline.temporal.lag import Bound, Lag

VALUES = [
    ("P2D", Lag(2, Unit.DAY)),
    ("P3W", Lag(3, Unit.WEEK)),
    ("P1M", Lag(1, Unit.MONTH)),
    ("P10Y", Lag(10, Unit.YEAR)),
    ("PT3H", Lag(3, Unit.HOUR)),
    ("PT20M", Lag(20, Unit.MINUTE)),
    ("PXD", None),
    ("P1.5Y", None),
    ("P1Y6M", None),
    ("2019", None),
]
AFTER = [
    ("2019-02-27", Lag(2, Unit.DAY), "2019-03-01"),
    ("2019-02-27", Lag(1, Unit.WEEK), "2019-03-06"),
    ("2019-01-31", Lag(1, Unit.MONTH), "2019-02"),
    ("2019-01", Lag(2, Unit.MONTH), "2019-03"),
    ("2019-05-06", Lag(10, Unit.YEAR), "2029"),
    ("2019-05-06T14:30", Lag(2, Unit.HOUR), "2019-05-06T16"),
    ("2019-05", Lag(2, Unit.DAY), None),
    ("2019", Lag(3, Unit.MONTH), None),
    ("2019-05-06", Lag(2, Unit.HOUR), None),
    ("2019-05-06", Lag(2, Unit.DAY, Bound.AT_LEAST), None),
]
DAYS = [
    (Lag(2, Unit.DAY), (2, 2)),
    (Lag(8, Unit.DAY, Bound.ABOUT), (6, 10)),
    (Lag(2, Unit.WEEK), (11, 17)),
    (Lag(2, Unit.WEEK, Bound.AT_MOST), (0, 17)),
    (Lag(2, Unit.WEEK, Bound.AT_LEAST), (11, float("inf"))),
    (Lag(3, Unit.HOUR), (0, 1)),
    (Lag(30, Unit.HOUR), (0, 2)),
]


@pytest.mark.parametrize(("value", "lag"), VALUES)
def test_a_lag_is_a_duration_of_whole_units(value: str, lag: Lag | None) -> None:
    assert Lag.of(value) == lag


@pytest.mark.parametrize(("value", "lag", "expected"), AFTER)
def test_so_long_after_a_time_is_another_time(value: str, lag: Lag, expected: str | None) -> None:
    time = timex3.parse_value(value)
    assert time is not None
    found = lag.after(time)
    assert (timex3.format_value(found) if found else None) == expected


def test_less_than_a_week_after_is_any_of_its_days() -> None:
    found = Lag(1, Unit.WEEK, Bound.AT_MOST).after(Interval.of_day(date(2019, 5, 6)))
    assert found is not None
    assert (found.first_day, found.last_day) == (date(2019, 5, 7), date(2019, 5, 13))


@pytest.mark.parametrize(("lag", "days"), DAYS)
def test_writers_count_generously(lag: Lag, days: tuple[float, float]) -> None:
    assert lag.days == days


def test_off_the_calendar_is_no_time() -> None:
    assert Lag(9999, Unit.YEAR).after(calendar.year_of(2019)) is None


@given(st.dates(date(1, 1, 1) + timedelta(3000), date(9000, 1, 1)), st.integers(0, 2000))
def test_days_there_and_back_lead_home(day: date, count: int) -> None:
    lag, start = Lag(count, Unit.DAY), Interval.of_day(day)
    there = lag.after(start)
    assert there is not None
    assert lag.before(there) == start
    assert lag.days[0] <= (there.first_day - day).days <= lag.days[1]
