"""Where each event goes on the chart: its lane, its bar, its label."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from timeline.model import Event, Timeline
from timeline.temporal.interval import OPEN_END, OPEN_START, Interval
from web import lanes, window, words
from web.bands import Band, Entry, bands, is_stated, leaves_out
from web.frame import FONT_PX, MARGIN, Frame
from web.lanes import Extent
from web.prominence import prominence
from web.view import View
from web.window import Window

CHARACTER_PX = 6.9
"""A generous mean for a sans-serif of the chart's size."""

LANE_PX = 40
DENSE = 0.35
"""The height of a lane without labels, in lanes."""

MOST_LABELLED_LANES = 60
MOST_IN_ORDER = 300
"""More events than this are packed as tightly as can be rather than in their order."""

CROWDED_LANES = 24
"""With more lanes than `MOST_LABELLED_LANES` so many have labels, for the events that matter most."""

LEAST_LANES = 4
"""Of several bands each has so many of them at least, and `MOST_LABELLED_LANES` between them."""

BAR_AT, LABEL_AT = 0.72, 0.36
"""Where in the lane the middles of the bar and of its label lie."""

POINT_PX = 9
"""A bar narrower than this gets a marker, or nobody would see it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One event in its place; its intervals are cut to what is bounded, `said` is the kept one as it was."""

    event: Event
    said: Interval
    kept: Interval
    others: tuple[Interval, ...]
    lane: float
    label: str
    label_at: datetime
    label_to_left: bool
    labelled: bool
    is_stated: bool

    @property
    def y(self) -> float:
        """The middle of the bar."""
        return self.lane + (BAR_AT if self.labelled else DENSE / 2)

    @property
    def height(self) -> float:
        """Of its lane, in lanes."""
        return 1 if self.labelled else DENSE


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a band, in a lane of its own."""

    lane: float
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Every event in its place; `outside` counts those that are not on view, `shortest` is what is seen as a bar.

    `left_out` counts those that would crowd it.
    """

    placed: tuple[Placed, ...]
    window: Window
    lanes: float
    outside: int
    shortest: timedelta
    headings: tuple[Heading, ...] = ()
    left_out: int = 0

    @property
    def height(self) -> int:
        """Of the whole chart, in pixels of the drawing."""
        return round(self.lanes * LANE_PX) + MARGIN["t"] + MARGIN["b"]


@dataclass(frozen=True, slots=True)
class _Sketch:
    """One event before it has a lane."""

    entry: Entry
    rank: int
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
    """A lane for each sketch, whether its label is shown, and how many lanes there are."""

    of: tuple[float, ...]
    labelled: tuple[bool, ...]
    number: float
    headings: tuple[Heading, ...] = ()


def drawn(timeline: Timeline, view: View) -> tuple[Event, ...]:
    """The events that get a bar, in the order of the chart, each once."""
    return tuple({e.event.id: e.event for band in bands(timeline, view) for e in band.entries}.values())


def arrange(timeline: Timeline, view: View, frame: Frame) -> Layout | None:
    """Where everything goes; None when no event has a date."""
    sorted_in = bands(timeline, view)
    intervals = [i for band in sorted_in for e in band.entries for i in e.times]
    published = [r.publication.interval for r in timeline.readings if r.publication.interval]
    shown = _shown(view, frame, intervals, published)
    if shown is None:
        return None
    limits = window.whole([*intervals, *published]) or shown
    near = [Band(b.heading, tuple(e for e in b.entries if _in_reach(e, shown))) for b in sorted_in]
    ranks = prominence(timeline)
    sketches = [[_sketch(timeline, e, ranks, limits, shown, frame) for e in band.entries] for band in near]
    found = _lanes([band.heading for band in near], sketches, chosen=bool(view.lanes))
    outside = {e.event.id for b in sorted_in for e in b.entries if not any(shown.shows(i) for i in e.times)}
    inside = {e.event.id for b in sorted_in for e in b.entries if any(shown.shows(i) for i in e.times)}
    every = [sketch for band in sketches for sketch in band]
    placed = (_placed(sketch, found, i, shown, frame) for i, sketch in enumerate(every))
    shortest = shown.length * (POINT_PX / frame.plot_px)
    left_out = len(leaves_out(timeline, view))
    return Layout(tuple(placed), shown, found.number, len(outside - inside), shortest, found.headings, left_out)


def _shown(view: View, frame: Frame, intervals: list[Interval], published: list[Interval]) -> Window | None:
    """The stretch of time on view; with folded gaps the whole, as what is far away then takes no room."""
    everything = [*intervals, *published] if intervals else []
    if view.compressed:
        zoomed = frame.window and window.folded(frame.window, everything, frame.plot_px)
        return zoomed or window.compressed(everything, frame.plot_px)
    return frame.window or (window.whole if frame.everything else window.story)(everything)


def _in_reach(entry: Entry, shown: Window) -> bool:
    return any(shown.widened().shows(i) for i in entry.times)


def text_px(text: str) -> float:
    """The width of a label, rather too wide than too narrow."""
    if text.isascii():
        return len(text) * CHARACTER_PX + 4
    return sum(FONT_PX if unicodedata.east_asian_width(c) in "WF" else CHARACTER_PX for c in text) + 4


# --- lanes --------------------------------------------------------------------------------------------------------


def _lanes(headings: Sequence[str], bands: Sequence[Sequence[_Sketch]], *, chosen: bool) -> _Lanes:
    """Lanes in order while there is room for that; else packed; if even so there are too many, titles for the first."""
    if sum(map(len, bands)) <= MOST_IN_ORDER:
        found = _banded(headings, bands, [lanes.stack([s.both for s in band], gap=12) for band in bands])
        if found.number <= MOST_LABELLED_LANES:
            return found
    if not chosen:  # what the time rests on matters less than room
        headings, bands = [""], [[sketch for band in bands for sketch in band]]
    found = _banded(headings, bands, [lanes.pack([s.both for s in band], gap=12) for band in bands])
    return found if found.number <= MOST_LABELLED_LANES else _crowded(headings, bands)


def _banded(headings: Sequence[str], bands: Sequence[Sequence[_Sketch]], packed: Sequence[Sequence[int]]) -> _Lanes:
    """The lanes of each band below those of the band before, under its heading; bands without entries are left out."""
    of: list[float] = []
    titles: list[Heading] = []
    free = 0
    for heading, band, own in zip(headings, bands, packed, strict=True):
        if band and heading:
            titles.append(Heading(free, heading))
            free += 1
        of += [free + lane for lane in own]
        free += max(own, default=-1) + 1
    return _Lanes(tuple(of), (True,) * len(of), max(free, 1), tuple(titles))


def _crowded(headings: Sequence[str], bands: Sequence[Sequence[_Sketch]]) -> _Lanes:
    """In each band titles for the events that matter most; below them the bars of the others, as tight as can be."""
    of: list[float] = []
    labelled: list[bool] = []
    titles: list[Heading] = []
    free = 0.0
    number = sum(map(bool, bands))
    room = CROWDED_LANES if number < 2 else max(LEAST_LANES, MOST_LABELLED_LANES // number)
    for heading, band in ((h, b) for h, b in zip(headings, bands, strict=True) if b):
        if heading:
            titles.append(Heading(free, heading))
            free += 1
        own = _titled(band, room)
        rest = [sketch for sketch, lane in zip(band, own, strict=True) if lane is None]
        used = 1 + max((lane for lane in own if lane is not None), default=-1)
        if rest and not heading:
            titles.append(Heading(free + used, untitled(len(rest))))
            used += 1
        tight = iter(lanes.pack([s.bar for s in rest], gap=3))
        of += [free + (lane if lane is not None else used + next(tight) * DENSE) for lane in own]
        labelled += [lane is not None for lane in own]
        free = max(free + used, *(lane + DENSE for lane in of[-len(band) :]))
    return _Lanes(tuple(of), tuple(labelled), max(free, 1), tuple(titles))


def _titled(band: Sequence[_Sketch], room: int) -> list[int | None]:
    """A lane for each of those events that matter most, as many as so many lanes have room for."""
    order = sorted(range(len(band)), key=lambda i: band[i].rank)
    found = dict(zip(order, lanes.fill([band[i].both for i in order], room, gap=12), strict=True))
    return [found[i] for i in range(len(band))]


def untitled(number: int) -> str:
    """What stands above the events that have no room for a title."""
    return f"{words.count(number, 'more event', 'more events')}: zoom in or filter to see what they are"


# --- one event ----------------------------------------------------------------------------------------------------


def _sketch(
    timeline: Timeline, entry: Entry, ranks: Mapping[str, int], limits: Window, shown: Window, frame: Frame
) -> _Sketch:
    intervals = tuple(_bounded(i, limits) for i in entry.times)
    bar, label = _bar(intervals, shown, frame), _label(entry, shown, frame)
    return _Sketch(
        entry,
        ranks[entry.event.id],
        intervals,
        is_stated(timeline, entry.event),
        bar,
        label,
        _label_extent(label, bar, frame),
    )


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


def _label(entry: Entry, shown: Window, frame: Frame) -> str:
    """The title on one line, without characters that would steer the text around them, cut to what is readable."""
    event = entry.event
    one_line = " ".join(event.title.split())
    text = (one_line if one_line.isprintable() else _plain(one_line)) or event.id
    if event.is_disputed:
        text = f"≠ {text}"
    if entry.time.start < shown.start <= entry.time.end:
        text = f"← {text}"
    return text if len(text) <= frame.longest_label else text[: frame.longest_label - 1].rstrip(" …") + "…"


def _plain(text: str) -> str:
    """Without characters that can't be seen."""
    return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs")).strip()


def _label_extent(text: str, bar: Extent, frame: Frame) -> Extent:
    """Above the start of its bar, and in the view just when the bar is."""
    size = text_px(text)
    if bar.end <= 0:
        return Extent(bar.end - size, bar.end)
    if bar.start >= frame.plot_px:
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
        sketch.entry.event,
        sketch.entry.time,
        kept,
        tuple(others),
        found.of[index],
        sketch.label,
        shown.moment(at / frame.plot_px),
        to_left,
        found.labelled[index],
        sketch.is_stated,
    )
