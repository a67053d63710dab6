"""Intervals as people and catalogues write them: EDTF (ISO 8601-2), at the precision of days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

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


def parse_edtf(text: str) -> Interval:
    """The interval that EDTF of levels 0 and 1 writes, "2019-09", "2019-21" or "../2019-09-23".

    The marks "?", "~" and "%" are passed over. Raises ValueError for anything else.
    """
    if "/" not in text:
        return _date(text)
    start, end = (None if side in ("", "..") else _date(side) for side in text.split("/", 1))
    if start is None and end is None:
        raise ValueError(f"{text!r} has no bound")
    if start and end and end.end <= start.start:
        raise ValueError(f"{text!r} ends before it starts")
    same = start and end and start.granularity == end.granularity
    return Interval(
        start.start if start else OPEN_START,
        end.end if end else OPEN_END,
        start.granularity if start and same else Granularity.DAY,
    )


_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?[?~%]?")


def _date(text: str) -> Interval:
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no date in EDTF")
    written, month, day = found[1], int(found[2] or 0), int(found[3] or 0)
    if written.endswith("X"):
        if month:
            raise ValueError(f"{text!r} names a month of many years")
        count, granularity = (100, Granularity.CENTURY) if written.endswith("XX") else (10, Granularity.DECADE)
        return calendar.years(int(written.replace("X", "0")), count, granularity)
    year = int(written)
    if found[3]:
        return Interval.of_day(date(year, month, day))
    if found[2] is None:
        return calendar.year_of(year)
    if month in _SEASONS:
        return calendar.season_of(year, _SEASONS[month])
    if 33 <= month <= 36:
        return calendar.quarter_of(year, month - 32)
    return calendar.half_of(year, month - 39) if month in (40, 41) else calendar.month_of(year, month)


_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


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
