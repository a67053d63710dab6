"""Intervals as ISO 8601 text: the first instant, and the first instant after the last."""

from __future__ import annotations

from datetime import datetime, time

from timeline.temporal.interval import OPEN_END, OPEN_START, Granularity, Interval
from timeline.temporal.zones import offset

MIDNIGHT = time()


def bounds(interval: Interval | None) -> tuple[str | None, str | None]:
    """Earliest and latest; None where a side is open or nothing is known.

    Days and coarser are dates ("2019-09-24", "2019-09-25" is the 24th); finer ones have a clock time, and an offset
    when the interval has a zone: "2019-09-23T18:00+03:00".
    """
    if interval is None:
        return None, None
    start, end = interval.start, interval.end
    write = _date if interval.granularity >= Granularity.DAY and _at_midnight(start) and _at_midnight(end) else _moment
    return (
        None if start == OPEN_START else write(start, interval.zone),
        None if end == OPEN_END else write(end, interval.zone),
    )


def _at_midnight(moment: datetime) -> bool:
    return moment == OPEN_END or moment.time() == MIDNIGHT


def _date(moment: datetime, _zone: str) -> str:
    return moment.isoformat()[:10]


def _moment(moment: datetime, zone: str) -> str:
    return moment.isoformat(timespec="seconds" if moment.second else "minutes") + (offset(moment, zone) if zone else "")
