from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from tests.samples import FINDINGS
from timeline.temporal.interval import OPEN_END, OPEN_START, Granularity, Interval
from web import words

HOUR, MINUTE, PART, DAY, WEEK, YEAR = (
    Granularity.HOUR,
    Granularity.MINUTE,
    Granularity.PART_OF_DAY,
    Granularity.DAY,
    Granularity.WEEK,
    Granularity.YEAR,
)

WHEN = [
    ("2019-09-24", "2019-09-25", DAY, "Tue 24 Sept 2019"),
    ("2019-09-23T20:00", "2019-09-24", PART, "Mon 23 Sept 2019, 20:00–24:00"),
    ("2019-09-23T18:00", "2019-09-23T20:30", PART, "Mon 23 Sept 2019, 18:00–20:30"),
    ("2019-09-24T20:00", "2019-09-25T06:00", PART, "Tue 24 Sept, 20:00 – Wed 25 Sept 2019, 06:00"),
    ("2019-12-31T20:00", "2020-01-01T06:00", PART, "Tue 31 Dec 2019, 20:00 – Wed 1 Jan 2020, 06:00"),
    ("2019-09-23T14:05", "2019-09-23T14:06", MINUTE, "Mon 23 Sept 2019, 14:05"),
    ("2019-09-23", "2019-09-24", PART, "Mon 23 Sept 2019"),
    ("2019-09-23T14:00", "2019-09-23T15:00", DAY, "Mon 23 Sept 2019"),
    ("2019-08-27", "2019-09-25", DAY, "27 Aug – 24 Sept 2019"),
    ("2019-09-23", "2019-09-25", DAY, "23–24 Sept 2019"),
    ("2018-12-27", "2019-01-03", WEEK, "27 Dec 2018 – 2 Jan 2019"),
    ("2020-03-01", "2020-04-01", Granularity.MONTH, "March 2020"),
    ("2020-07-01", "2020-10-01", Granularity.QUARTER, "July–September 2020"),
    ("2019-12-01", "2020-03-01", Granularity.SEASON, "December 2019 – February 2020"),
    ("2020-01-01", "2021-01-01", YEAR, "2020"),
    ("2018-01-01", "2021-01-01", YEAR, "2018–2020"),
    ("1990-01-01", "2000-01-01", Granularity.DECADE, "the 1990s"),
    (None, "2019-09-24", DAY, "until Mon 23 Sept 2019"),
    ("2019-09-24", None, DAY, "from Tue 24 Sept 2019"),
    (None, None, DAY, "any time"),
]


def interval(start: str | None, end: str | None, granularity: Granularity = DAY) -> Interval:
    low = datetime.fromisoformat(start) if start else OPEN_START
    high = datetime.fromisoformat(end) if end else OPEN_END
    return Interval(low, high, granularity)


@pytest.mark.parametrize(("start", "end", "granularity", "says"), WHEN)
def test_a_time_is_told_as_precisely_as_it_is_known(
    start: str | None, end: str | None, granularity: Granularity, says: str
) -> None:
    assert words.when(interval(start, end, granularity)) == says


VAGUE = [
    ("2019-08-27", "2019-09-25", "about 27 Aug – 24 Sept 2019"),
    ("2019-08-27T20:00", "2019-09-24T20:00", "about 27 Aug – 24 Sept 2019"),
    ("2019-09-23T20:00", "2019-09-24T00:00", "about Mon 23 Sept 2019"),
    (None, "2019-09-24", "until about 23 Sept 2019"),
]


@pytest.mark.parametrize(("start", "end", "says"), VAGUE)
def test_a_vague_time_never_shows_the_clock(start: str | None, end: str, says: str) -> None:
    assert words.when(interval(start, end, PART), vague=True) == says


def test_no_time_is_said_to_be_none() -> None:
    assert words.when(None) == "no date"


ZONES = [
    ("Asia/Baghdad", "Baghdad time"),
    ("America/New_York", "New York time"),
    ("+03:00", "UTC+03:00"),
    ("", "local time"),
]


@pytest.mark.parametrize(("zone", "says"), ZONES)
def test_a_zone_is_named_for_people(zone: str, says: str) -> None:
    assert words.zone(zone) == says


SHARES = [(0.934, "93%"), (0.999, "99%"), (1.0, "100%"), (0.0, "0%")]


@pytest.mark.parametrize(("share", "says"), SHARES)
def test_only_certainty_is_a_hundred_percent(share: float, says: str) -> None:
    assert words.percent(share) == says


def test_a_gap_of_times_lies_apart_and_one_of_amounts_is_a_difference() -> None:
    times, figures = FINDINGS[0], replace(FINDINGS[0], check="figure-conflict", gap="2 killed")
    assert (words.gap(times), words.gap(figures)) == ("12 hours apart", "difference: 2 killed")


def test_a_moment_is_told_in_utc() -> None:
    at = datetime(2021, 3, 9, 23, 5, tzinfo=timezone(timedelta(hours=-5)))
    assert words.moment(at) == "Wed 10 March 2021, 04:05 UTC"
