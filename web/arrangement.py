"""Where each event goes on the chart: its lane, its bar, its label."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from timeline.model import Event, Timeline
from timeline.temporal.interval import OPEN_END, OPEN_START, Interval
from web import lanes, window
from web.frame import FONT_PX, MARGIN, Frame
from web.lanes import Extent
from web.view import View
from web.window import Window

CHARACTER_PX = 6.9
"""A generous mean for a sans-serif of the chart's size."""

LANE_PX = 40
DENSE_LANE_PX = 14
LABELLED_LANE_PX = 24
"""The least that a bar with a label above it needs."""

MOST_LABELLED_LANES = 60
MOST_IN_ORDER = 300
"""More events than this are packed as tightly as can be rather than in their order."""

BAR_AT, LABEL_AT = 0.72, 0.36
"""Where in the lane the middles of the bar and of its label lie."""

POINT_PX = 9
"""A bar narrower than this gets a marker, or nobody would see it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One event in its place; its intervals are cut to what is bounded."""

    event: Event
    kept: Interval
    others: tuple[Interval, ...]
    lane: int
    label: str
    label_at: datetime
    label_to_left: bool
    labelled: bool
    is_stated: bool

    @property
    def y(self) -> float:
        """The middle of the bar."""
        return self.lane + BAR_AT


@dataclass(frozen=True, slots=True)
class Layout:
    """Every event in its place; `outside` counts those that are not on view, `shortest` is what is seen as a bar.

    In lane `heading` there is nothing: below it lie the events whose time no words state. None: there are none.
    """

    placed: tuple[Placed, ...]
    window: Window
    lanes: int
    lane_px: int
    outside: int
    shortest: timedelta
    heading: int | None = None

    @property
    def height(self) -> int:
        """Of the whole chart, in pixels of the drawing."""
        return self.lanes * self.lane_px + MARGIN["t"] + MARGIN["b"]


@dataclass(frozen=True, slots=True)
class _Sketch:
    """One event before it has a lane."""

    event: Event
    intervals: tuple[Interval, ...]
    is_stated: bool
    bar: Extent
    label: str
    label_extent: Extent

    @property
    def both(self) -> Extent:
        return Extent(min(self.bar.start, self.label_extent.start), max(self.bar.end, self.label_extent.end))


@dataclass(frozen=True, slots=True)
class _Lanes:
    """A lane for each sketch, whether its label is shown, and how high a lane is."""

    of: tuple[int, ...]
    labelled: tuple[bool, ...]
    px: int = LANE_PX
    heading: int | None = None

    @property
    def number(self) -> int:
        return max(self.of, default=0) + 1


def drawn(timeline: Timeline, view: View) -> tuple[Event, ...]:
    """The events that get a bar: first those whose time some words state, each group earliest first."""
    events = [(e, e.time) for e in timeline.events if e.time and view.draws(e)]
    events.sort(key=lambda p: (not is_stated(timeline, p[0]), p[1].start, p[1].end, -len(p[0].mentions)))
    return tuple(event for event, _ in events)


def is_stated(timeline: Timeline, event: Event) -> bool:
    """Some words say when it was; otherwise its time follows from the telling."""
    return any(timeline.mentions[m].timex for m in event.mentions)


def arrange(timeline: Timeline, view: View, frame: Frame) -> Layout | None:
    """Where everything goes; None when no event has a date."""
    events = drawn(timeline, view)
    intervals = [i for e in events for i in reported(e)]
    published = [r.publication.interval for r in timeline.readings if r.publication.interval]
    choose = window.whole if frame.everything else window.story
    shown = frame.window or choose([*intervals, *published] if intervals else [])
    if shown is None:
        return None
    limits = window.whole([*intervals, *published]) or shown
    near = [e for e in events if any(shown.widened().shows(i) for i in reported(e))]
    sketches = [_sketch(e, is_stated(timeline, e), limits, shown, frame) for e in near]
    found = _in_order(sketches) if len(near) <= MOST_IN_ORDER else _tight(sketches)
    found = found if found.number <= MOST_LABELLED_LANES else _dense(sketches)
    outside = sum(not any(shown.shows(i) for i in reported(e)) for e in events)
    placed = (_placed(s, found, i, shown, frame) for i, s in enumerate(sketches))
    shortest = shown.length * (POINT_PX / frame.plot_px)
    return Layout(tuple(placed), shown, found.number, found.px, outside, shortest, found.heading)


def reported(event: Event) -> list[Interval]:
    """The kept time of an event, if any, and the others that are reported."""
    return [i for i in (event.time, *(a.interval for a in event.alternatives)) if i]


def text_px(text: str) -> float:
    """The width of a label, rather too wide than too narrow."""
    return sum(FONT_PX if unicodedata.east_asian_width(c) in "WF" else CHARACTER_PX for c in text) + 4


def moment(shown: Window, share: float) -> datetime:
    """The moment that lies at this share of the view, within the calendar."""
    seconds = shown.length.total_seconds() * share
    low = (OPEN_START - shown.start).total_seconds()
    high = (OPEN_END - shown.start).total_seconds()
    return shown.start + timedelta(seconds=min(max(seconds, low + 1), high - 1))


# --- lanes --------------------------------------------------------------------------------------------------------


def _in_order(sketches: Sequence[_Sketch]) -> _Lanes:
    """Bars with labels, the stated ones on top, then an empty lane, then the others."""
    stated = lanes.stack([s.both for s in sketches if s.is_stated], gap=12)
    others = lanes.stack([s.both for s in sketches if not s.is_stated], gap=12)
    shown = (True,) * len(sketches)
    if not stated or not others:
        return _Lanes(stated or others, shown)
    heading = max(stated) + 1
    return _Lanes((*stated, *(heading + 1 + lane for lane in others)), shown, heading=heading)


def _tight(sketches: Sequence[_Sketch]) -> _Lanes:
    return _Lanes(lanes.pack([s.both for s in sketches], gap=12), (True,) * len(sketches))


def _dense(sketches: Sequence[_Sketch]) -> _Lanes:
    """Bars alone as tight as can be; labels where there is room beside the others."""
    bars = [s.bar for s in sketches]
    of = lanes.pack(bars, gap=3)
    px = max(DENSE_LANE_PX, min(LANE_PX, LANE_PX * MOST_LABELLED_LANES // (max(of, default=0) + 1)))
    fits = lanes.fitting([s.label_extent for s in sketches], of, bars)
    return _Lanes(of, tuple(px >= LABELLED_LANE_PX and ok for ok in fits), px)


# --- one event ----------------------------------------------------------------------------------------------------


def _sketch(event: Event, stated: bool, limits: Window, shown: Window, frame: Frame) -> _Sketch:
    intervals = tuple(_bounded(i, limits) for i in reported(event))
    bar, label = _bar(intervals, shown, frame), _label(event, shown, frame)
    return _Sketch(event, intervals, stated, bar, label, _label_extent(label, bar, frame))


def _bounded(interval: Interval, limits: Window) -> Interval:
    """An open side is drawn as far as the chart goes."""
    if not interval.is_open:
        return interval
    low = limits.start if interval.start == OPEN_START else interval.start
    high = limits.end if interval.end == OPEN_END else interval.end
    return Interval(min(low, high), max(low, high), interval.granularity, interval.zone)


def _bar(intervals: Sequence[Interval], shown: Window, frame: Frame) -> Extent:
    start = shown.share(min(i.start for i in intervals)) * frame.plot_px
    end = shown.share(max(i.end for i in intervals)) * frame.plot_px
    room = max(0.0, POINT_PX + 6 - (end - start)) / 2
    return Extent(start - room, end + room)


def _label(event: Event, shown: Window, frame: Frame) -> str:
    """The title on one line, without characters that would steer the text around them, cut to what is readable."""
    one_line = " ".join(event.title.split())
    text = "".join(c for c in one_line if unicodedata.category(c) not in ("Cc", "Cf", "Cs")).strip() or event.id
    if event.is_disputed:
        text = f"≠ {text}"
    if event.time and event.time.start < shown.start <= event.time.end:
        text = f"← {text}"
    return text if len(text) <= frame.longest_label else text[: frame.longest_label - 1].rstrip(" …") + "…"


def _label_extent(text: str, bar: Extent, frame: Frame) -> Extent:
    """Above the start of its bar, but never out of the view while the bar is in it."""
    size = text_px(text)
    if bar.end <= 0 or bar.start >= frame.plot_px:
        return Extent(bar.start, bar.start + size)
    start = max(bar.start, 2.0)
    if start + size > frame.plot_px:
        end = max(min(bar.end, frame.plot_px), size)
        return Extent(end - size, end)
    return Extent(start, start + size)


def _placed(sketch: _Sketch, found: _Lanes, index: int, shown: Window, frame: Frame) -> Placed:
    kept, *others = sketch.intervals
    to_left = sketch.label_extent.start < sketch.bar.start - 0.5 and sketch.bar.start > 2
    at = sketch.label_extent.end if to_left else sketch.label_extent.start
    return Placed(
        sketch.event,
        kept,
        tuple(others),
        found.of[index],
        sketch.label,
        moment(shown, at / frame.plot_px),
        to_left,
        found.labelled[index],
        sketch.is_stated,
    )
