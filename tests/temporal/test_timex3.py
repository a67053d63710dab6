"""TIMEX3 values and intervals, both ways."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal import calendar
from timeline.temporal.calendar import PARTS_OF_DAY, SEASONS, Unit
from timeline.temporal.interval import Interval
from timeline.temporal.timex3 import format_value, parse_value

YEARS = st.integers(1000, 9000)
DAYS = st.dates(date(1000, 1, 1), date(9000, 12, 31))
INTERVALS = st.one_of(
    DAYS.map(calendar.day_of),
    DAYS.map(calendar.week_of),
    DAYS.map(calendar.weekend_of),
    YEARS.map(calendar.year_of),
    st.builds(calendar.month_of, YEARS, st.integers(1, 12)),
    st.builds(calendar.quarter_of, YEARS, st.integers(1, 4)),
    st.builds(calendar.half_of, YEARS, st.integers(1, 2)),
    st.builds(calendar.season_of, YEARS, st.sampled_from(sorted(SEASONS))),
    st.builds(calendar.part_of, DAYS, st.sampled_from(sorted(PARTS_OF_DAY))),
    st.builds(calendar.unit_holding, st.datetimes(), st.sampled_from([Unit.MINUTE, Unit.HOUR, Unit.SECOND])),
    st.builds(
        calendar.unit_holding,
        st.datetimes().filter(lambda d: d.year >= 1000),
        st.sampled_from([Unit.DECADE, Unit.CENTURY]),
    ),
)


@given(INTERVALS)
def test_an_interval_survives_the_round_trip(interval: Interval) -> None:
    assert parse_value(format_value(interval)) == interval


VALUES = [
    "2019", "2019-09", "2019-09-24",
    "2019-W39", "2020-W53", "2019-W39-WE", "2019-Q3", "2019-H2", "2019-WI", "199X", "18",
    "2019-09-24TNI", "2019-09-24T09:30", "2019-09-24T09", "2019-09-24T09:30:15", "2020-02-29", "0043",
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_a_value_survives_the_round_trip(value: str) -> None:
    interval = parse_value(value)
    assert interval is not None
    assert format_value(interval) == value


@pytest.mark.parametrize(
    "value",
    ["2019-02-29", "2019-13", "2019-W53", "P2W", "PAST_REF", "XXXX-09", "2019-XX", "", "2019-09-24TXX", "BC0044"],
)
def test_values_without_a_place_have_no_interval(value: str) -> None:
    assert parse_value(value) is None


@given(DAYS)
def test_finer_values_lie_in_coarser_ones(day: date) -> None:
    units = (Unit.DAY, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.DECADE, Unit.CENTURY)
    start = calendar.day_of(day).start
    held = [parse_value(format_value(calendar.unit_holding(start, unit))) for unit in units]
    assert all(a and b and b.contains(a) for a, b in pairwise(held))
