"""TIMEX3 values and the intervals they stand for, both ways."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from timeline.temporal import calendar
from timeline.temporal.calendar import PARTS_OF_DAY, SEASONS, STARTS_OF_PARTS
from timeline.temporal.interval import Granularity, Interval

_SEASON_BY_MONTH = {month: code for code, month in SEASONS.items()}
_PART_BY_HOURS = {(low, high): code for low, high, code in STARTS_OF_PARTS.values()} | {
    hours: code for code, hours in PARTS_OF_DAY.items()
}


def format_value(interval: Interval) -> str:
    """The TIMEX3 value of the unit that holds the interval's start, at the interval's granularity."""
    start, grain = interval.start, interval.granularity
    if grain is Granularity.DAY:
        return f"{start.year:04d}-{start.month:02d}-{start.day:02d}"
    if grain is Granularity.YEAR:
        return f"{start.year:04d}"
    if grain is Granularity.MONTH:
        return f"{start.year:04d}-{start.month:02d}"
    return _OTHER[grain](interval)


def _week(interval: Interval) -> str:
    year, week, _ = interval.start.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _part(interval: Interval) -> str:
    day = interval.start.date()
    hours = interval.start.hour, interval.start.hour + round(interval.length / timedelta(hours=1))
    code = _PART_BY_HOURS.get(hours)
    return f"{day.isoformat()}T{code}" if code else f"{day.isoformat()}T{interval.start.hour:02d}"


_OTHER: dict[Granularity, Callable[[Interval], str]] = {
    Granularity.SECOND: lambda i: i.start.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0"),
    Granularity.MINUTE: lambda i: f"{i.start.date().isoformat()}T{i.start.hour:02d}:{i.start.minute:02d}",
    Granularity.HOUR: lambda i: f"{i.start.date().isoformat()}T{i.start.hour:02d}",
    Granularity.PART_OF_DAY: _part,
    Granularity.WEEKEND: lambda i: f"{_week(i)}-WE",
    Granularity.WEEK: _week,
    Granularity.QUARTER: lambda i: f"{i.start.year:04d}-Q{(i.start.month + 2) // 3}",
    Granularity.SEASON: lambda i: f"{i.start.year:04d}-{_SEASON_BY_MONTH.get(i.start.month // 3 * 3 or 12, 'WI')}",
    Granularity.HALF: lambda i: f"{i.start.year:04d}-H{1 if i.start.month < 7 else 2}",
    Granularity.DECADE: lambda i: f"{i.start.year // 10:03d}X",
    Granularity.CENTURY: lambda i: f"{i.start.year // 100:02d}",
    Granularity.MILLENNIUM: lambda i: f"{i.start.year // 1000}",
}

_FORMS = re.compile(
    r"(?P<year>\d{4})(?:"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI)"
    r"|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?:(?P<part>[A-Z]{2})|(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?))?)?"
    r")|(?P<decade>\d{3})X?|(?P<century>\d\d)|(?P<millennium>\d)"
)


def parse_value(value: str) -> Interval | None:
    """The interval of a DATE or TIME value; None for durations, references and values with unknown parts."""
    found = _FORMS.fullmatch(value)
    if found is None:
        return None
    part = found.groupdict()
    try:
        return _parsed(part)
    except (ValueError, OverflowError):
        return None


def _parsed(part: dict[str, str | None]) -> Interval:
    if part["decade"]:
        return calendar.years(int(part["decade"]) * 10, 10, Granularity.DECADE)
    if part["century"]:
        return calendar.years(int(part["century"]) * 100, 100, Granularity.CENTURY)
    if part["millennium"]:
        return calendar.years(int(part["millennium"]) * 1000, 1000, Granularity.MILLENNIUM)
    year = int(part["year"] or 0)
    if part["quarter"]:
        return calendar.quarter_of(year, int(part["quarter"]))
    if part["half"]:
        return calendar.half_of(year, int(part["half"]))
    if part["season"]:
        return calendar.season_of(year, part["season"])
    if part["week"]:
        week = calendar.iso_week(year, int(part["week"]))
        return calendar.weekend_of(week.first_day) if part["weekend"] else week
    if not part["month"]:
        return calendar.year_of(year)
    month = int(part["month"])
    if not part["day"]:
        return calendar.month_of(year, month)
    day = date(year, month, int(part["day"]))
    if part["part"]:
        if part["part"] not in PARTS_OF_DAY:
            raise ValueError(f"no part of the day is called {part['part']}")
        return calendar.part_of(day, part["part"])
    return _clock(day, part) if part["hour"] else calendar.day_of(day)


def _clock(day: date, part: dict[str, str | None]) -> Interval:
    start = datetime(day.year, day.month, day.day) + timedelta(
        hours=int(part["hour"] or 0), minutes=int(part["minute"] or 0), seconds=int(part["second"] or 0)
    )
    for name, grain, length in (
        ("second", Granularity.SECOND, timedelta(seconds=1)),
        ("minute", Granularity.MINUTE, timedelta(minutes=1)),
        ("hour", Granularity.HOUR, timedelta(hours=1)),
    ):
        if part[name]:
            return Interval(start, start + length, grain)
    return calendar.day_of(day)
