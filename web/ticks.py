"""What the time axis says: moments that are round in the calendar, as many as have room, in the words of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from timeline.temporal.interval import OPEN_END, OPEN_START
from timeline.wording import MONTHS, WEEKDAYS
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

EDGE_PX = {Unit.HOUR: 52, Unit.DAY: 24, Unit.MONTH: 14, Unit.YEAR: 14}
"""Nearer to the left edge there is no room for a label, and the next tick has to say all."""

FOLD_NOTE_PX = 42
"""On each side of a fold, whose length is told there."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment of the axis and its label: one line, or two with what has changed since the tick before."""

    at: datetime
    label: str


def ticks(shown: Window, plot_px: float) -> tuple[Tick, ...]:
    """The ticks of the view and of what can be dragged into it, no nearer to each other than their labels allow."""
    number, unit = _step(shown, plot_px)
    found: list[Tick] = []
    edge = float("-inf")
    before: datetime | None = None
    folds = [shown.share(start) * plot_px for start, _ in shown.folds]
    for start, end in _parts(shown):
        for moment in _round(start, end, number, unit):
            px = shown.share(moment) * plot_px
            if moment < start or px - edge < ROOM_PX[unit] * 0.95 or any(abs(px - f) < FOLD_NOTE_PX for f in folds):
                continue
            found.append(Tick(moment, _label(moment, before if edge >= EDGE_PX[unit] else None, unit)))
            edge, before = px, moment
    return _even(found)


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


def _label(moment: datetime, before: datetime | None, unit: Unit) -> str:
    """ "18:00" over "Mon 23 Sept", "23 Sept" over "2019", "Sept" over "2019", "2019"."""
    year = "" if before and before.year == moment.year else str(moment.year)
    if unit is Unit.YEAR:
        return str(moment.year)
    if unit is Unit.MONTH:
        return "<br>".join(filter(None, (MONTHS[moment.month - 1], year)))
    day = f"{moment.day} {MONTHS[moment.month - 1]}"
    if unit is Unit.DAY:
        return "<br>".join(filter(None, (day, year)))
    same_day = before and before.date() == moment.date()
    date = "" if same_day else " ".join(filter(None, (WEEKDAYS[moment.weekday()], day, year)))
    return "<br>".join(filter(None, (f"{moment:%H:%M}", date)))
