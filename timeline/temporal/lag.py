"""How long one happening was after another, as told: "two days after", "less than a week before"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from math import inf

from timeline.temporal import calendar
from timeline.temporal.calendar import Unit
from timeline.temporal.interval import OPEN_END, OPEN_START, Granularity, Interval

_CLOCK = {Unit.MINUTE: timedelta(minutes=1), Unit.HOUR: timedelta(hours=1)}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30.44, Unit.YEAR: 365.25}
_SLACK = {Unit.DAY: 0, Unit.WEEK: 3, Unit.MONTH: 16, Unit.YEAR: 200}
"""Days by which a whole count of the unit may be off: "a week" may be five days or ten, two days are two."""

_COARSEST = {
    Unit.DAY: Granularity.DAY,
    Unit.WEEK: Granularity.DAY,
    Unit.MONTH: Granularity.MONTH,
    Unit.YEAR: Granularity.YEAR,
}
"""Of what can be counted from: "two days after" a month tells no day."""

_VALUE = re.compile(r"P(?:(?P<days>\d+)(?P<unit>[DWMY])|T(?P<clock>\d+)(?P<small>[HM]))")
_SMALL = {"H": Unit.HOUR, "M": Unit.MINUTE}


class Bound(StrEnum):
    """How a count is meant."""

    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    EXACT = ""


@dataclass(frozen=True, slots=True)
class Lag:
    """`count` units, and how the count is meant."""

    count: int
    unit: Unit
    bound: Bound = Bound.EXACT

    @classmethod
    def of(cls, value: str, bound: Bound = Bound.EXACT) -> Lag | None:
        """The lag of a TIMEX3 duration of whole units ("P2D", "PT3H"); None of any other value."""
        told = _VALUE.fullmatch(value)
        if told is None:
            return None
        if told["clock"]:
            return cls(int(told["clock"]), _SMALL[told["small"]], bound)
        return cls(int(told["days"]), Unit(told["unit"]), bound)

    @property
    def days(self) -> tuple[float, float]:
        """The fewest and the most days from date to date that the words allow, read as generously as writers count."""
        if self.unit in _CLOCK:
            low, high = 0.0, float(-(-self.count * _CLOCK[self.unit] // timedelta(days=1)))
        else:
            mean = self.count * _DAYS[self.unit]
            slack = _SLACK[self.unit] + (max(1, mean / 4) if self.bound is Bound.ABOUT else 0)
            low, high = max(mean - slack, 0.0), mean + slack
        return (0.0 if self.bound is Bound.AT_MOST else low), (inf if self.bound is Bound.AT_LEAST else high)

    def after(self, time: Interval) -> Interval | None:
        """When something was that came so long after `time`; None where the words can't tell."""
        return self._shifted(time, 1)

    def before(self, time: Interval) -> Interval | None:
        """When something was that came so long before `time`; None where the words can't tell."""
        return self._shifted(time, -1)

    def _shifted(self, time: Interval, sign: int) -> Interval | None:
        if time.is_open or self.bound is Bound.AT_LEAST:
            return None
        if time.granularity > _COARSEST.get(self.unit, Granularity.HOUR):
            return None
        try:
            moved = self._moved(time, sign)
        except (ValueError, OverflowError):
            return None
        if self.bound is not Bound.AT_MOST:
            return replace(moved, zone=time.zone)
        start, end = (time.end, moved.end) if sign > 0 else (moved.start, time.start)
        if start >= end or start == OPEN_START or end == OPEN_END:
            return None
        return Interval(start, end, moved.granularity, time.zone)

    def _moved(self, time: Interval, sign: int) -> Interval:
        """Whole days are counted from the first day, months and years from the one that holds it."""
        to = calendar.step(time.start, sign * self.count, self.unit)
        if self.unit in _CLOCK:
            return calendar.unit_holding(to, self.unit)
        if self.unit is Unit.MONTH:
            return calendar.month_of(to.year, to.month)
        return calendar.year_of(to.year) if self.unit is Unit.YEAR else Interval.of_day(to.date())
