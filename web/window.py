"""Which stretch of time the chart shows first: the story, not the one event from years before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from timeline.temporal.interval import OPEN_END, OPEN_START, Interval

SHARE = 0.75
"""How much of the story must lie in its densest part."""

REACH = 2
"""What lies within so many lengths of the densest part, before and after it, is shown too …"""

NEAR = timedelta(days=15)
"""… and whatever lies as near as this."""

WHOLE = 1.6
"""The whole is shown when it is at most this many times as long as that."""

MARGIN = 0.04
"""Air left and right, as a share of what is shown."""

LEAST, LEAST_OF_DAYS = timedelta(hours=12), timedelta(days=5)
"""No view is shorter than three times the shortest interval, within these: days are not to look like hours."""


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the time axis on view."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """From start to end."""
        return self.end - self.start

    def widened(self) -> Window:
        """With as much again before and after it: what a reader can drag into view."""
        return Window(shifted(self.start, -self.length), shifted(self.end, self.length))

    def shows(self, interval: Interval) -> bool:
        """Some of the interval is on view."""
        return interval.start <= self.end and self.start <= interval.end

    def share(self, moment: datetime) -> float:
        """Where a moment lies: 0 at the start of the view, 1 at its end, beyond them outside of it."""
        return (moment - self.start) / self.length


def whole(intervals: Sequence[Interval]) -> Window | None:
    """The window that holds everything, with some air; None when nothing has a bound."""
    moments = [m for i in intervals for m in (i.start, i.end) if m not in (OPEN_START, OPEN_END)]
    return _with_air(min(moments), max(moments), _least(intervals)) if moments else None


def story(intervals: Sequence[Interval]) -> Window | None:
    """The densest part of the intervals, or everything where that would not squash it."""
    everything = whole(intervals)
    bounded = sorted((i for i in intervals if not i.is_open), key=lambda i: (i.start, i.end))
    if everything is None or not bounded:
        return everything
    start, end = _densest(bounded)
    reach = max(NEAR, REACH * (end - start))
    low, high = shifted(start, -reach), shifted(end, reach)
    near = [i for i in bounded if low <= i.start and i.end <= high]
    dense = _with_air(min([start, *(i.start for i in near)]), max([end, *(i.end for i in near)]), _least(bounded))
    return everything if everything.length <= WHOLE * dense.length else dense


def _densest(bounded: Sequence[Interval]) -> tuple[datetime, datetime]:
    """The shortest stretch that holds the wanted share of the intervals, which are sorted by their start."""
    middles = sorted(i.start + i.length / 2 for i in bounded)
    wanted = max(1, round(len(middles) * SHARE))
    spans = [(middles[k + wanted - 1] - middles[k], k) for k in range(len(middles) - wanted + 1)]
    _, first = min(spans)
    return middles[first], middles[first + wanted - 1]


def _least(intervals: Sequence[Interval]) -> timedelta:
    return min(max(LEAST, 3 * min(min(i.length, LEAST_OF_DAYS) for i in intervals)), LEAST_OF_DAYS)


def _with_air(start: datetime, end: datetime, least: timedelta) -> Window:
    if end - start < least:
        middle = start + (end - start) / 2
        start, end = shifted(middle, -least / 2), shifted(middle, least / 2)
    air = (end - start) * MARGIN
    return Window(shifted(start, -air), shifted(end, air))


def shifted(moment: datetime, by: timedelta) -> datetime:
    """The moment later by so much, stopping at the ends of the calendar."""
    if by >= timedelta(0):
        return OPEN_END if OPEN_END - moment < by else moment + by
    return OPEN_START if moment - OPEN_START < -by else moment + by
