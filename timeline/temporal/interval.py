"""Half-open stretches of time with the precision that the words gave them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum

OPEN_START = datetime.min
"""The start of an interval that has none ("until Friday")."""

OPEN_END = datetime.max
"""The end of an interval that has none ("since Friday")."""


class Granularity(IntEnum):
    """How precisely a time is given, from fine to coarse."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    PART_OF_DAY = 3
    DAY = 4
    WEEKEND = 5
    WEEK = 6
    MONTH = 7
    QUARTER = 8
    SEASON = 9
    HALF = 10
    YEAR = 11
    DECADE = 12
    CENTURY = 13
    MILLENNIUM = 14


@dataclass(frozen=True, slots=True)
class Interval:
    """The times from `start` (in it) to `end` (its first instant after), by the wall clock of `zone`.

    `zone` is an IANA name or an offset like "+03:00"; empty means floating local time, which is compared by the wall
    clock. Open sides are OPEN_START and OPEN_END. Raises ValueError when `end` lies before `start`, or a side has an
    offset of its own.
    """

    start: datetime
    end: datetime
    granularity: Granularity = Granularity.DAY
    zone: str = ""

    def __post_init__(self) -> None:
        if self.start.tzinfo is not None or self.end.tzinfo is not None:
            raise ValueError("an interval's sides are told by the wall clock of its zone, without an offset")
        if self.end < self.start:
            raise ValueError(f"interval ends at {self.end.isoformat()}, before its start {self.start.isoformat()}")

    @classmethod
    def of_day(cls, day: date) -> Interval:
        """The whole of one day; the last representable day ends at OPEN_END."""
        start = datetime(day.year, day.month, day.day)
        return cls(start, start + timedelta(days=1) if day < date.max else OPEN_END, Granularity.DAY)

    @property
    def first_day(self) -> date:
        """The day that holds the first instant."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The day that holds the last instant."""
        return (self.end - timedelta(microseconds=1)).date() if self.end > self.start else self.start.date()

    @property
    def is_open(self) -> bool:
        """One side has no bound."""
        return self.start == OPEN_START or self.end == OPEN_END

    @property
    def length(self) -> timedelta:
        """From start to end."""
        return self.end - self.start

    def overlaps(self, other: Interval) -> bool:
        """Some instant lies in both."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Interval) -> bool:
        """Every instant of `other` lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def gap(self, other: Interval) -> timedelta:
        """The time between the two; zero when they touch or overlap."""
        return max(self.start - other.end, other.start - self.end, timedelta(0))

    def intersection(self, other: Interval) -> Interval | None:
        """The instants in both, at the finer granularity; None when there are none."""
        if not self.overlaps(other):
            return None
        return Interval(
            max(self.start, other.start),
            min(self.end, other.end),
            min(self.granularity, other.granularity),
            self.zone or other.zone,
        )

    def clip(self, *, start: datetime | None = None, end: datetime | None = None) -> Interval:
        """This interval cut to what lies from `start` to `end`; unchanged where the cut would leave nothing."""
        low, high = max(self.start, start or OPEN_START), min(self.end, end or OPEN_END)
        return replace(self, start=low, end=high) if low < high else self


def hull(intervals: Iterable[Interval]) -> Interval | None:
    """The shortest interval that holds all of them, at the coarsest granularity; None when there are none."""
    items = list(intervals)
    if not items:
        return None
    return Interval(
        min(i.start for i in items),
        max(i.end for i in items),
        max(i.granularity for i in items),
        next((i.zone for i in items if i.zone), ""),
    )
