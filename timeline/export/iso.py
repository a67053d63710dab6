"""Intervals as ISO 8601 text: the first instant, and the first instant after the last."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from timeline.temporal.interval import OPEN_END, OPEN_START, Granularity, Interval

MIDNIGHT = time()
_ZONE_NAME = re.compile(r"[A-Za-z][\w+-]*(/[A-Za-z][\w+-]*)*", re.ASCII)


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


def offset(moment: datetime, zone: str) -> str:
    """How far the zone's clock is from UTC at that moment, "+03:00"; empty for a zone that nobody knows."""
    if zone[:1] in "+-":
        return zone
    place = _zone_info(zone)
    shift = moment.replace(tzinfo=place).utcoffset() if place else None
    if shift is None:
        return ""
    sign, shift = ("-", -shift) if shift < timedelta(0) else ("+", shift)
    minutes = round(shift.total_seconds() / 60)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"


@lru_cache(maxsize=256)
def _zone_info(zone: str) -> ZoneInfo | None:
    """The zone as the pinned `tzdata` package has it, so that every machine gives the same offsets."""
    if not _ZONE_NAME.fullmatch(zone):
        return None
    table = files("tzdata.zoneinfo").joinpath(*zone.split("/"))
    if not table.is_file():
        return None
    with table.open("rb") as file:
        try:
            return ZoneInfo.from_file(file, key=zone)
        except ValueError:  # one of the package's other files
            return None
