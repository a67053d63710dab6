"""Intervals as people and catalogues write them: EDTF (ISO 8601-2), at the precision of days."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.temporal import calendar
from timeline.temporal.calendar import Unit
from timeline.temporal.interval import OPEN_END, OPEN_START, Granularity, Interval

_SEASON_CODES = {3: "21", 6: "22", 9: "23", 12: "24"}
_WHOLE = {
    Granularity.MONTH: Unit.MONTH,
    Granularity.QUARTER: Unit.QUARTER,
    Granularity.SEASON: Unit.SEASON,
    Granularity.HALF: Unit.HALF,
    Granularity.YEAR: Unit.YEAR,
    Granularity.DECADE: Unit.DECADE,
    Granularity.CENTURY: Unit.CENTURY,
}


def format_edtf(interval: Interval, *, approximate: bool = False) -> str:
    """The interval in EDTF, "2019-09" or "../2019-09-23"; `approximate` adds "~" to its start."""
    mark = "~" if approximate else ""
    whole = _whole(interval)
    if whole:
        return whole + mark
    start = ".." if interval.start == OPEN_START else interval.first_day.isoformat() + mark
    end = ".." if interval.end == OPEN_END else interval.last_day.isoformat()
    if interval.start != OPEN_START and interval.end != OPEN_END and interval.first_day == interval.last_day:
        return start
    return f"{start}/{end}"


def format_disputed(intervals: Iterable[Interval]) -> str:
    """One of several times: "[2019-09-23,2019-09-24]", in order of time, each once; a single one stands alone."""
    said = [format_edtf(i) for i in sorted(intervals, key=lambda i: (i.start, i.end))]
    once = list(dict.fromkeys(said))
    return once[0] if len(once) == 1 else f"[{','.join(once)}]"


def _whole(interval: Interval) -> str:
    """The name of the month, season, year … that the interval is exactly; empty when it is none."""
    unit = _WHOLE.get(interval.granularity)
    if unit is None or interval.is_open:
        return ""
    held = calendar.unit_holding(interval.start, unit)
    if (held.start, held.end) != (interval.start, interval.end):
        return ""
    year, month = interval.start.year, interval.start.month
    return {
        Unit.MONTH: f"{year:04d}-{month:02d}",
        Unit.QUARTER: f"{year:04d}-{32 + (month + 2) // 3}",
        Unit.SEASON: f"{year:04d}-{_SEASON_CODES.get(month, '24')}",
        Unit.HALF: f"{year:04d}-{40 if month < 7 else 41}",
        Unit.YEAR: f"{year:04d}",
        Unit.DECADE: f"{year // 10:03d}X",
        Unit.CENTURY: f"{year // 100:02d}XX",
    }[unit]
