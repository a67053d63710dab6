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


FOLD_PX = 42
"""What is left of a stretch that is folded away."""

WORTH = 3
"""A stretch is folded when that leaves at most one part in so many of it."""

FOLDS_SHARE = 0.65
"""So much of the view may be folds at most."""

LONG = 4
"""An interval so many times as long as three quarters of the others does not keep a gap from being folded."""


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the time axis on view; the stretches `folds`, in order, take no room."""

    start: datetime
    end: datetime
    folds: tuple[tuple[datetime, datetime], ...] = ()

    @property
    def length(self) -> timedelta:
        """From start to end without what is folded away."""
        whole = self.end - self.start
        return whole - sum((b - a for a, b in self.folds), timedelta(0)) if self.folds else whole

    def widened(self) -> Window:
        """With as much again before and after it: what a reader can drag into view."""
        return Window(shifted(self.start, -self.length), shifted(self.end, self.length), self.folds)

    def shows(self, interval: Interval) -> bool:
        """Some of the interval is on view."""
        return interval.start <= self.end and self.start <= interval.end

    def share(self, moment: datetime) -> float:
        """Where a moment lies: 0 at the start of the view, 1 at its end, beyond them outside of it."""
        if not self.folds:  # asked for thousands of times
            return (moment - self.start) / (self.end - self.start)
        hidden = (min(moment, b) - a for a, b in self.folds if a < moment)
        return (moment - self.start - sum(hidden, timedelta(0))) / self.length

    def moment(self, share: float) -> datetime:
        """The moment that lies at this share of the view, within the calendar: the converse of `share`."""
        seconds = self.length.total_seconds() * share
        for a, b in self.folds:
            if seconds > (a - self.start).total_seconds():
                seconds += (b - a).total_seconds()
        low = (OPEN_START - self.start).total_seconds()
        high = (OPEN_END - self.start).total_seconds()
        return self.start + timedelta(seconds=min(max(seconds, low + 1), high - 1))


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


def folded(shown: Window, intervals: Sequence[Interval], plot_px: float) -> Window:
    """The window with its empty stretches folded away, so that what is left of each has `FOLD_PX`.

    Only stretches shrink that were wider; the widest first, as long as enough room is left for what is not empty.
    """
    share = FOLD_PX / plot_px
    gaps = sorted(_gaps(shown, intervals), key=lambda g: g[0] - g[1])[: int(FOLDS_SHARE / share)]
    for number in range(len(gaps), 0, -1):  # the more are folded, the less is left of each
        chosen = gaps[:number]
        empty = sum((b - a for a, b in chosen), timedelta(0))
        left = (shown.length - empty) / (1 - number * share) * share
        if chosen[-1][1] - chosen[-1][0] >= left * WORTH:
            return Window(shown.start, shown.end, tuple((a + left / 2, b - left / 2) for a, b in sorted(chosen)))
    return Window(shown.start, shown.end)


def compressed(intervals: Sequence[Interval], plot_px: float) -> Window | None:
    """The window that holds everything with its empty stretches folded away; None when nothing has a bound."""
    everything = whole(intervals)
    if everything is None:
        return None
    moments = [m for i in intervals for m in (i.start, i.end) if m not in (OPEN_START, OPEN_END)]
    tight = (
        folded(Window(min(moments), max(moments)), intervals, plot_px) if min(moments) < max(moments) else everything
    )
    air = tight.length * MARGIN
    return Window(shifted(tight.start, -air), shifted(tight.end, air), tight.folds) if tight.folds else everything


def _gaps(shown: Window, intervals: Sequence[Interval]) -> Sequence[tuple[datetime, datetime]]:
    """Stretches of the view, between two intervals, in which nothing lies but what is much longer than most."""
    near = sorted((i for i in intervals if shown.shows(i) and not i.is_open), key=lambda i: i.length)
    longest = max(timedelta(days=1), LONG * near[(len(near) - 1) * 3 // 4].length) if near else timedelta(0)
    ends = [(m, m) for i in near if i.length > longest for m in (i.start, i.end)]
    busy = sorted([*ends, *((i.start, i.end) for i in near if i.length <= longest)])
    found: list[tuple[datetime, datetime]] = []
    reached: datetime | None = None
    for start, end in busy:
        if reached is not None and start > reached:
            found.append((max(reached, shown.start), min(start, shown.end)))
        reached = max(reached or end, end)
    return [(a, b) for a, b in found if a < b]


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
