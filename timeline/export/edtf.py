"""Intervals as Extended Date/Time Format (ISO 8601-2) at the precision of days, for people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from timeline.temporal.interval import OPEN_END, OPEN_START, Granularity, Interval


def edtf(interval: Interval | None, *, vague: bool = False) -> str:
    """ "2019-09-24", "2019-09", "2019-08-27~/2019-09-23" (vague), "../2019-09-23" (open); empty for None.

    Both ends of a range are days in it.
    """
    if interval is None:
        return ""
    mark = "~" if vague else ""
    if interval.is_open:
        start = ".." if interval.start == OPEN_START else interval.first_day.isoformat() + mark
        return f"{start}/{'..' if interval.end == OPEN_END else interval.last_day.isoformat() + mark}"
    unit = _unit(interval.start, interval.end)
    if unit:
        return unit + mark
    return _range(interval.first_day, interval.last_day, f"{mark}/")


def one_of(intervals: Iterable[Interval]) -> str:
    """A date that is one of several, the earliest first: "[2019-09-23,2019-09-24]"."""
    return f"[{','.join(sorted({choice(i) for i in intervals}))}]"


def choice(interval: Interval) -> str:
    """One of the dates of `one_of`; a part of a day counts for the day on which it begins."""
    if interval.granularity <= Granularity.PART_OF_DAY:
        return interval.first_day.isoformat()
    if interval.is_open:
        start = "" if interval.start == OPEN_START else interval.first_day.isoformat()
        return f"{start}..{'' if interval.end == OPEN_END else interval.last_day.isoformat()}"
    return _unit(interval.start, interval.end) or _range(interval.first_day, interval.last_day, "..")


def _unit(start: datetime, end: datetime) -> str:
    """The month or year that the interval is exactly; else empty."""
    if start.time() != time.min or end.time() != time.min or start.day != 1 or end.day != 1:
        return ""
    months = (end.year - start.year) * 12 + end.month - start.month
    if months == 1:
        return f"{start.year:04}-{start.month:02}"
    return f"{start.year:04}" if months == 12 and start.month == 1 else ""


def _range(first: date, last: date, between: str) -> str:
    if first == last:
        return first.isoformat() + between.rstrip("/.")
    return f"{first.isoformat()}{between}{last.isoformat()}"
