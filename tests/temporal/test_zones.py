"""Offsets of zones, and the moments that wall-clock stretches stand for, over changes of the clock."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.interval import OPEN_END, OPEN_START, Granularity, Interval
from timeline.temporal.zones import instant, offset

OFFSETS = [
    ("2019-09-24T18:00", "Asia/Baghdad", "+03:00"),
    ("2019-07-01T12:00", "America/New_York", "-04:00"),
    ("2019-12-01T12:00", "America/New_York", "-05:00"),
    ("2019-09-24T18:00", "Asia/Kolkata", "+05:30"),
    ("2019-09-24T18:00", "UTC", "+00:00"),
    ("2019-09-24T18:00", "-04:00", "-04:00"),
    ("1900-01-01T00:00", "Europe/Paris", "+00:09"),
    ("2019-10-27T02:30", "Europe/Paris", "+02:00"),  # shown twice: the first
    ("2019-03-31T02:30", "Europe/Paris", "+01:00"),  # skipped: as before
    ("2019-09-24T18:00", "Nowhere/At_All", ""),
    ("2019-09-24T18:00", "zone.tab", ""),
    ("2019-09-24T18:00", "../zoneinfo/UTC", ""),
    ("2019-09-24T18:00", "Europe", ""),
    ("2019-09-24T18:00", "", ""),
]


@pytest.mark.parametrize(("moment", "zone", "expected"), OFFSETS)
def test_offset_is_that_of_the_zone_at_the_moment(moment: str, zone: str, expected: str) -> None:
    assert offset(datetime.fromisoformat(moment), zone) == expected


INSTANTS = [
    ("2019-09-24T18:00", "2019-09-24T19:00", "+03:00", "2019-09-24T18:00:00+03:00", "2019-09-24T19:00:00+03:00"),
    ("2019-07-01", "2019-07-02", "Europe/Paris", "2019-07-01T00:00:00+02:00", "2019-07-02T00:00:00+02:00"),
    ("2019-10-27", "2019-10-28", "Europe/Paris", "2019-10-27T00:00:00+02:00", "2019-10-28T00:00:00+01:00"),
    ("2019-10-27T02:30", "2019-10-27T02:31", "Europe/Paris", "2019-10-27T02:30:00+02:00", "2019-10-27T02:31:00+01:00"),
    ("2019-03-31T02:30", "2019-03-31T02:31", "Europe/Paris", "2019-03-31T03:30:00+02:00", "2019-03-31T03:31:00+02:00"),
]


@pytest.mark.parametrize(("start", "end", "zone", "first", "last"), INSTANTS)
def test_instant_is_where_a_stretch_of_wall_clock_time_begins_and_ends(
    start: str, end: str, zone: str, first: str, last: str
) -> None:
    interval = Interval(datetime.fromisoformat(start), datetime.fromisoformat(end), Granularity.DAY, zone)
    assert [t.isoformat() for t in instant(interval) if t is not None] == [first, last]


def test_open_sides_have_no_moment() -> None:
    day = datetime(2019, 9, 24)
    assert instant(Interval(OPEN_START, day, Granularity.DAY, "UTC"))[0] is None
    assert instant(Interval(day, OPEN_END, Granularity.DAY, "UTC"))[1] is None


@pytest.mark.parametrize(
    ("zone", "words"), [("", "without a zone"), ("Nowhere/At_All", "no time zone"), ("+99:00", "no")]
)
def test_times_of_no_known_zone_are_no_moments(zone: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        instant(Interval(datetime(2019, 9, 24), datetime(2019, 9, 25), Granularity.DAY, zone))


@given(
    st.datetimes(datetime(1950, 1, 1), datetime(2030, 1, 1)),
    st.timedeltas(timedelta(0), timedelta(days=3)),
    st.sampled_from(["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Baghdad", "+03:00", "UTC"]),
)
def test_an_instant_never_ends_before_it_begins(start: datetime, length: timedelta, zone: str) -> None:
    first, last = instant(Interval(start, start + length, Granularity.SECOND, zone))
    assert first is not None
    assert last is not None
    assert first <= last
