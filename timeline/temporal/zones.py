"""Zones of the clock: how far from UTC, and the moments at which a stretch of wall-clock time begins and ends.

Zones come from the pinned `tzdata` package, not from the machine, so that every machine gives the same offsets.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files

from pendulum.tz.timezone import FixedTimezone, Timezone

from timeline.temporal.interval import OPEN_END, OPEN_START, Interval

_ZONE_NAME = re.compile(r"[A-Za-z][\w+-]*(/[A-Za-z][\w+-]*)*", re.ASCII)
_FIXED = re.compile(r"([+-])(\d\d):?(\d\d)")


def offset(moment: datetime, zone: str) -> str:
    """How far the zone's clock is from UTC at that wall-clock moment, "+03:00"; empty for a zone that nobody knows.

    Of a moment that the clock shows twice the first is meant; of one that it skips, what the clock showed before.
    """
    if zone[:1] in ("+", "-"):
        return zone
    place = place_of(zone)
    shift = moment.replace(tzinfo=place).utcoffset() if place is not None else None
    if shift is None:
        return ""
    sign, shift = ("-", -shift) if shift < timedelta(0) else ("+", shift)
    minutes = round(shift.total_seconds() / 60)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"


def instant(interval: Interval) -> tuple[datetime | None, datetime | None]:
    """The moments at which the interval begins and ends, aware of their zone; None for an open side.

    A wall-clock time that is shown twice begins at its first showing and ends at its second, so that both are in it;
    one that is skipped lies as much later as the clock was put forward. Raises ValueError for a zone that nobody
    knows, and for floating time, which is no moment.
    """
    if not interval.zone:
        raise ValueError("a time without a zone is no one moment")
    place = place_of(interval.zone)
    if place is None:
        raise ValueError(f"no time zone {interval.zone!r}; use a name like Europe/Paris or an offset like +03:00")
    return (
        None if interval.start == OPEN_START else _moment(interval.start, place, fold=0),
        None if interval.end == OPEN_END else _moment(interval.end, place, fold=1),
    )


def _moment(wall: datetime, place: Timezone | FixedTimezone, *, fold: int) -> datetime:
    return place.convert(wall.replace(fold=1 if _is_skipped(wall, place) else fold))


def _is_skipped(wall: datetime, place: Timezone | FixedTimezone) -> bool:
    before, after = (wall.replace(tzinfo=place, fold=fold).utcoffset() for fold in (0, 1))
    return before is not None and after is not None and after > before


@lru_cache(maxsize=256)
def place_of(zone: str) -> Timezone | FixedTimezone | None:
    """The zone by its IANA name or its offset ("+03:00"); None when nobody knows it."""
    if fixed := _FIXED.fullmatch(zone):
        seconds = int(fixed[2]) * 3600 + int(fixed[3]) * 60
        return FixedTimezone(-seconds if fixed[1] == "-" else seconds) if seconds < 86400 else None
    return _read(zone) if _ZONE_NAME.fullmatch(zone) else None


def _read(name: str) -> Timezone | None:
    table = files("tzdata.zoneinfo").joinpath(*name.split("/"))
    if not table.is_file():
        return None
    with table.open("rb") as file:
        try:
            return Timezone.from_file(file, key=name)
        except ValueError:  # one of the package's other files
            return None
