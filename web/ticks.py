"""What the time axis says: moments that are round in the calendar, as many as have room, in the words of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from timeline.temporal.interval import OPEN_END, OPEN_START
from timeline.wording import MONTHS, WEEKDAYS
from web.frame import MARGIN
from web.lanes import Extent
from web.window import Window


class Unit(Enum):
    """What the steps of an axis are counted in."""

    HOUR = timedelta(hours=1)
    DAY = timedelta(days=1)
    MONTH = timedelta(days=30.5)
    YEAR = timedelta(days=365.25)


STEPS = (
    *((n, Unit.HOUR) for n in (1, 3, 6, 12)),
    *((n, Unit.DAY) for n in (1, 2, 7, 14)),
    *((n, Unit.MONTH) for n in (1, 3, 6)),
    *((n * ten, Unit.YEAR) for ten in (1, 10, 100, 1000) for n in (1, 2, 5)),
)
"""Finest first."""

ROOM_PX = {Unit.HOUR: 62, Unit.DAY: 70, Unit.MONTH: 52, Unit.YEAR: 52}
"""From one label to the next."""

CHARACTER_PX = 6.6
"""A generous mean for the font of the axis."""

BETWEEN_PX = 8
"""Air between two labels."""

FOLD_NOTE_PX = 20
"""On each side of a fold, whose length is told there."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment of the axis and its label: one line, or two with what has changed since the tick before."""

    at: datetime
    label: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """A moment and the middle of its label; "head" is what each label says, "18:00"."""

    at: datetime
    px: float
    head: str

    def extent(self, words: str) -> Extent:
        """What the words take when they stand below the head."""
        half = max(map(_text_px, (self.head, words))) / 2
        return Extent(self.px - half, self.px + half)


def ticks(shown: Window, plot_px: float) -> tuple[Tick, ...]:
    """The ticks of the view and of what can be dragged into it, no nearer to each other than their labels allow."""
    number, unit = _step(shown, plot_px)
    folds = [Extent(px - FOLD_NOTE_PX, px + FOLD_NOTE_PX) for px in (shown.share(a) * plot_px for a, _ in shown.folds)]
    marks = list(_marks(shown, plot_px, number, unit, folds))
    inside = [m for m in marks if 0 <= m.px <= plot_px]
    said = _contexts(inside, unit, [*folds, *_edges(plot_px)]) | _contexts(
        [m for m in marks if not 0 <= m.px <= plot_px], unit, folds
    )
    return _even([Tick(m.at, "<br>".join(filter(None, (m.head, said.get(m.at, ""))))) for m in marks])


def _edges(plot_px: float) -> tuple[Extent, Extent]:
    """What lies left and right of the drawing."""
    return Extent(float("-inf"), -MARGIN["l"]), Extent(plot_px + MARGIN["r"], float("inf"))


def _marks(shown: Window, plot_px: float, number: int, unit: Unit, folds: Sequence[Extent]) -> Iterator[_Mark]:
    """Round moments with enough room between them; one whose label would be cut off by the edge says nothing."""
    reached = float("-inf")
    cut = _edges(plot_px)
    for start, end in _parts(shown):
        for moment in _round(start, end, number, unit):
            mark = _Mark(moment, shown.share(moment) * plot_px, _head(moment, unit))
            own = mark.extent("")
            if moment < start or mark.px - reached < ROOM_PX[unit] * 0.95 or any(own.overlaps(f) for f in folds):
                continue
            is_seen = 0 <= mark.px <= plot_px
            yield replace(mark, head="") if is_seen and any(own.overlaps(edge) for edge in cut) else mark
            reached = mark.px


def _contexts(marks: Sequence[_Mark], unit: Unit, taken: Sequence[Extent]) -> dict[datetime, str]:
    """What stands below some heads: the day or the year, where it is another than the one told last.

    The first mark tells all, unless the next change has to be told so near that only one of them has room.
    """
    told: list[tuple[_Mark, str]] = []
    for mark in (m for m in marks if m.head):
        words = _context(mark.at, told[-1][0].at if told else None, unit)
        while words and told and _apart(told[-1], mark, words) < BETWEEN_PX:
            told.pop()
            words = _context(mark.at, told[-1][0].at if told else None, unit)
        if words and not any(mark.extent(words).overlaps(other) for other in taken):
            told.append((mark, words))
    return {mark.at: words for mark, words in told}


def _apart(one: tuple[_Mark, str], other: _Mark, words: str) -> float:
    """Pixels between what two marks tell."""
    return other.extent(words).start - one[0].extent(one[1]).end


def _text_px(words: str) -> float:
    return len(words) * CHARACTER_PX


def _even(found: Sequence[Tick]) -> tuple[Tick, ...]:
    """The ticks with as many lines each, so that their first lines stand level."""
    if not any("<br>" in t.label for t in found):
        return tuple(found)
    return tuple(t if "<br>" in t.label else Tick(t.at, f"{t.label}<br> ") for t in found)


def _parts(shown: Window) -> Iterator[tuple[datetime, datetime]]:
    """What can be seen or dragged into view, without what is folded away."""
    wide = shown.widened()
    edges = [wide.start, *(moment for fold in shown.folds for moment in fold), wide.end]
    return zip(edges[::2], edges[1::2], strict=True)


def _step(shown: Window, plot_px: float) -> tuple[int, Unit]:
    for number, unit in STEPS:
        if shown.length and number * unit.value / shown.length * plot_px >= ROOM_PX[unit]:
            return number, unit
    return STEPS[-1]


def _round(start: datetime, end: datetime, number: int, unit: Unit) -> Iterator[datetime]:
    """Moments from the first at or before `start` to the last before `end`; steps of days count from a Monday."""
    if unit is Unit.HOUR or unit is Unit.DAY:
        step = number * unit.value
        origin = datetime(1, 1, 1)  # a Monday
        moment = origin + (start - origin) // step * step
        while moment < end:
            yield moment
            if OPEN_END - moment <= step:
                return
            moment += step
        return
    months = number * (12 if unit is Unit.YEAR else 1)
    at = (start.year * 12 + start.month - 1) // months * months
    while at // 12 <= end.year and at // 12 <= OPEN_END.year:
        if at // 12 >= OPEN_START.year and (moment := datetime(at // 12, at % 12 + 1, 1)) < end:
            yield moment
        at += months


def _head(moment: datetime, unit: Unit) -> str:
    """ "18:00", "23 Sept", "Sept", "2019"."""
    if unit is Unit.HOUR:
        return f"{moment:%H:%M}"
    if unit is Unit.DAY:
        return f"{moment.day} {MONTHS[moment.month - 1]}"
    return MONTHS[moment.month - 1] if unit is Unit.MONTH else str(moment.year)


def _context(moment: datetime, before: datetime | None, unit: Unit) -> str:
    """What is another than at the moment before: "Mon 23 Sept", "2019", nothing below years."""
    year = "" if before and before.year == moment.year else str(moment.year)
    if unit is Unit.YEAR:
        return ""
    if unit is not Unit.HOUR:
        return year
    if before and before.date() == moment.date():
        return ""
    return " ".join(filter(None, (WEEKDAYS[moment.weekday()], f"{moment.day} {MONTHS[moment.month - 1]}", year)))
