"""Timeline -> plotly figure: bars from earliest to latest, packed in lanes, doubt drawn as doubt.

One trace for each style, never one for each event; shapes and annotations are set once, as lists.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import escape
from typing import Any

import plotly.graph_objects as go

from timeline.model import Event, Link, LinkBasis, Timeline
from timeline.temporal.interval import OPEN_END, OPEN_START, Interval
from web import lanes, window, words
from web.lanes import Extent
from web.rows import View
from web.window import Window


@dataclass(frozen=True, slots=True)
class Palette:
    """The chart's colours; the style sheet holds the same ones under the same names."""

    paper: str
    ink: str
    muted: str
    rule: str
    bar: str
    disputed: str
    published: str


LIGHT = Palette("#fffdf9", "#1b1a17", "#5f5a51", "#e4ded2", "#3f5f7f", "#c02717", "#f3ead2")
DARK = Palette("#15171a", "#ece8df", "#a39e94", "#2f3338", "#8fb2d4", "#ff7b69", "#3a3420")

SANS = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif"
FONT_PX = 13
CHARACTER_PX = 6.9
"""A generous mean for a sans-serif of that size."""

LANE_PX = 40
DENSE_LANE_PX = 14
MOST_LABELLED_LANES = 60
GRIP_PX = 18
"""How far apart the points lie by which a title is caught."""

MOST_STACKED = 300
"""More events than this are packed as tightly as can be rather than in their order."""

MARGIN = {"l": 10, "r": 10, "t": 48, "b": 30}
BAR = 0.24  # share of the lane
BAR_AT, LABEL_AT = 0.72, 0.36  # where in the lane the middle of the bar and of its label lie
POINT_PX = 9
"""A bar narrower than this gets a marker, or nobody would see it."""

FADE = ((0.00, 0.08, 0.2), (0.08, 0.2, 0.5), (0.2, 0.8, 0.9), (0.8, 0.92, 0.5), (0.92, 1.0, 0.2))
"""How a vague bar dissolves at its ends: from share, to share, opacity."""

UNFADED = ((0.0, 1.0, 0.7),)

MOST_FADED = 120
"""With more vague bars than this each is one piece: every piece is a pattern that the browser has to make."""

FAINT = 0.18
"""Opacity of what has nothing to do with the chosen event."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the reader looks through: pixels, colours, the stretch of time (None: the chart chooses), how much of it."""

    width: int = 1000
    dark: bool = False
    window: Window | None = None
    everything: bool = False

    @property
    def palette(self) -> Palette:
        """The colours of this frame."""
        return DARK if self.dark else LIGHT

    @property
    def plot_px(self) -> float:
        """Pixels between the left and the right margin."""
        return max(200, self.width - MARGIN["l"] - MARGIN["r"])

    @property
    def longest_label(self) -> int:
        """Characters."""
        return min(60, max(28, int(self.plot_px / 16)))


@dataclass(frozen=True, slots=True)
class Placed:
    """One event on the chart: its lane, its bars clipped to what is bounded, where its label goes."""

    event: Event
    kept: Interval
    others: tuple[Interval, ...]
    lane: int
    label: str
    label_at: datetime
    label_side: str  # plotly: the text stands "middle right" or "middle left" of label_at
    labelled: bool
    is_point: bool

    @property
    def y(self) -> float:
        """The middle of the bar."""
        return self.lane + BAR_AT


@dataclass(frozen=True, slots=True)
class Layout:
    """Every event in its place."""

    placed: tuple[Placed, ...]
    window: Window
    lanes: int
    lane_px: int
    outside: int
    """Events that lie outside the window."""

    @property
    def height(self) -> int:
        """Of the whole chart, in pixels."""
        return self.lanes * self.lane_px + MARGIN["t"] + MARGIN["b"]


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
    every = drawn(timeline, view)
    intervals = [i for e in every for i in _intervals(e)]
    published = [r.publication.interval for r in timeline.readings if r.publication.interval]
    choose = window.whole if frame.everything else window.story
    shown = frame.window or choose([*intervals, *published] if intervals else [])
    if shown is None:
        return None
    limits = window.whole([*intervals, *published]) or shown
    around = shown.widened()
    events = [e for e in every if any(around.shows(i) for i in _intervals(e))]
    bars = [_extent(e, limits, shown, frame) for e in events]
    labels = [_label(e, shown, frame) for e in events]
    beside = [_label_extent(text, bar, frame) for text, bar in zip(labels, bars, strict=True)]
    place = lanes.stack if len(events) <= MOST_STACKED else lanes.pack
    in_lanes = place([_both(a, b) for a, b in zip(bars, beside, strict=True)], gap=12)
    readable = [True] * len(events)
    lane_px = LANE_PX
    if max(in_lanes, default=0) >= MOST_LABELLED_LANES:
        in_lanes = lanes.pack(bars, gap=3)
        lane_px = max(DENSE_LANE_PX, min(LANE_PX, LANE_PX * MOST_LABELLED_LANES // (max(in_lanes) + 1)))
        fits = lanes.fitting(beside, in_lanes, bars)
        readable = [lane_px >= LANE_PX * 0.6 and ok for ok in fits]
    placed = [
        _place(event, limits, shown, frame, lane, text, bar, beside_, ok)
        for event, lane, text, bar, beside_, ok in zip(events, in_lanes, labels, bars, beside, readable, strict=True)
    ]
    outside = sum(not any(shown.shows(i) for i in _intervals(e)) for e in every)
    return Layout(tuple(placed), shown, max(in_lanes, default=0) + 1, lane_px, outside)


def figure(timeline: Timeline, view: View | None = None, frame: Frame | None = None) -> go.Figure:
    """The whole chart as plotly's figure."""
    return go.Figure(drawing(timeline, view, frame))


def drawing(timeline: Timeline, view: View | None = None, frame: Frame | None = None) -> dict[str, Any]:
    """The whole chart as plotly's JSON, which a figure would take four times as long to check and copy.

    Titles are escaped: plotly reads them as HTML.
    """
    view, frame = view or View(), frame or Frame()
    layout = arrange(timeline, view, frame)
    if layout is None:
        return {"data": [], "layout": _empty(frame)}
    at = {p.event.id: p for p in layout.placed}
    links = [k for k in timeline.links if view.event in (k.source, k.target) and k.source in at and k.target in at]
    near = {i for k in links for i in (k.source, k.target)} | {view.event}
    lit = near if view.event in at else set(at)
    stated = frozenset(i for i, p in at.items() if p.event.status.is_asserted and is_stated(timeline, p.event))
    pen = _Pen(frame.palette, frozenset(lit), stated)
    traces = [
        *_bars(layout, pen),
        _joins(layout, pen),
        *_points(layout, pen),
        *_arcs(links, at, layout.window, frame.palette),
        _labels(layout, pen),
        _grips(layout, frame),
    ]
    shapes = [*_publication_days(timeline, frame.palette), *_halo(at.get(view.event), frame.palette)]
    notes = [
        *_publication_notes(timeline, layout.window, frame.palette),
        *_arc_notes(links, at, view, layout.window, frame.palette),
    ]
    return {
        "data": [t for t in traces if t["x"]],
        "layout": _layout(layout, frame, shapes=shapes, annotations=notes),
    }


# --- where things go ----------------------------------------------------------------------------------------------


def _intervals(event: Event) -> list[Interval]:
    return [i for i in (event.time, *(a.interval for a in event.alternatives)) if i]


def _bounded(interval: Interval, limits: Window) -> Interval:
    """An open side is drawn as far as the chart goes."""
    if not interval.is_open:
        return interval
    low = limits.start if interval.start == OPEN_START else interval.start
    high = limits.end if interval.end == OPEN_END else interval.end
    return Interval(min(low, high), max(low, high), interval.granularity, interval.zone)


def _extent(event: Event, limits: Window, shown: Window, frame: Frame) -> Extent:
    bounded = [_bounded(i, limits) for i in _intervals(event)]
    start = shown.share(min(i.start for i in bounded)) * frame.plot_px
    end = shown.share(max(i.end for i in bounded)) * frame.plot_px
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
    return text if len(text) <= frame.longest_label else text[: frame.longest_label - 1].rstrip() + "…"


def _text_px(text: str) -> float:
    return sum(FONT_PX if unicodedata.east_asian_width(c) in "WF" else CHARACTER_PX for c in text) + 4


def _label_extent(text: str, bar: Extent, frame: Frame) -> Extent:
    """Above the start of its bar, but never out of the view while the bar is in it."""
    size = _text_px(text)
    if bar.end <= 0 or bar.start >= frame.plot_px:
        return Extent(bar.start, bar.start + size)
    start = max(bar.start, 2.0)
    if start + size > frame.plot_px:
        end = max(min(bar.end, frame.plot_px), size)
        return Extent(end - size, end)
    return Extent(start, start + size)


def _both(one: Extent, other: Extent) -> Extent:
    return Extent(min(one.start, other.start), max(one.end, other.end))


def _place(
    event: Event,
    limits: Window,
    shown: Window,
    frame: Frame,
    lane: int,
    text: str,
    bar: Extent,
    label: Extent,
    readable: bool,
) -> Placed:
    kept, *others = (_bounded(i, limits) for i in _intervals(event))
    to_left = label.start < bar.start - 0.5 and bar.start > 2
    at = label.end if to_left else label.start
    return Placed(
        event,
        kept,
        tuple(others),
        lane,
        text,
        _moment(shown, at / frame.plot_px),
        "middle left" if to_left else "middle right",
        readable,
        (kept.end - kept.start) / shown.length * frame.plot_px < POINT_PX,
    )


def _moment(shown: Window, share: float) -> datetime:
    """The moment that lies at this share of the view, within the calendar."""
    seconds = shown.length.total_seconds() * share
    low = (OPEN_START - shown.start).total_seconds()
    high = (OPEN_END - shown.start).total_seconds()
    return shown.start + timedelta(seconds=min(max(seconds, low + 1), high - 1))


# --- traces -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Pen:
    """Colours, dimmed for what has nothing to do with the chosen event."""

    palette: Palette
    lit: frozenset[str]
    stated: frozenset[str]

    def opacity(self, event: Event) -> float:
        return 1.0 if event.id in self.lit else FAINT

    def colour(self, event: Event) -> str:
        if event.is_disputed:
            return self.palette.disputed
        return self.palette.bar if event.status.is_asserted else self.palette.muted

    def paint(self, event: Event, opacity: float = 1.0) -> str:
        return rgba(self.colour(event), opacity * self.opacity(event))

    def ink(self, event: Event) -> str:
        plain = self.palette.ink if event.id in self.stated else self.palette.muted
        colour = self.palette.disputed if event.is_disputed else plain
        return rgba(colour, 1.0 if event.id in self.lit else 0.35)


def rgba(colour: str, opacity: float) -> str:
    """A "#rrggbb" colour with an opacity, as CSS writes it."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{round(opacity, 3):g})"


@dataclass(slots=True)
class _Bars:
    """The columns of one bar trace."""

    name: str
    base: list[str] = field(default_factory=list)
    x: list[float] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    fill: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    hatch: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    hover: list[str] = field(default_factory=list)

    def add(self, placed: Placed, interval: Interval, *, fill: str, line: str, hover: str) -> None:
        self.base.append(_iso(interval.start))
        self.x.append((interval.end - interval.start).total_seconds() * 1000)
        self.y.append(placed.y)
        self.fill.append(fill)
        self.line.append(line)
        self.ids.append(placed.event.id)
        self.hover.append(hover)

    def trace(self, **marker: Any) -> dict[str, Any]:
        return {
            "type": "bar",
            "name": self.name,
            "orientation": "h",
            "base": self.base,
            "x": self.x,
            "y": self.y,
            "width": BAR,
            "marker": {"color": self.fill, "line": {"color": self.line, "width": 1.2}} | marker,
            "customdata": self.ids,
            "hovertext": self.hover,
            "hovertemplate": "%{hovertext}<extra></extra>",
        }


def _bars(layout: Layout, pen: _Pen) -> list[dict[str, Any]]:
    dated, vague, unasserted, ghost = (_Bars(n) for n in ("dated", "vague", "not asserted", "disputed date"))
    faded = sum(p.event.vague for p in layout.placed) <= MOST_FADED
    for placed in layout.placed:
        event, hover = placed.event, hover_text(placed.event, placed.event.time)
        clear = rgba(pen.palette.paper, 0)
        if event.vague or (event.time and event.time.is_open):
            for part, opacity in _faded(placed.kept, FADE if faded else UNFADED):
                vague.add(placed, part, fill=pen.paint(event, opacity * 0.45), line=clear, hover=hover)
                vague.hatch.append(pen.paint(event, opacity))
        elif event.status.is_asserted:
            dated.add(placed, placed.kept, fill=pen.paint(event), line=pen.paint(event), hover=hover)
        else:
            unasserted.add(placed, placed.kept, fill=pen.paint(event, 0.12), line=pen.paint(event), hover=hover)
        for other in placed.others:
            text = hover_text(event, other, disputed=True)
            ghost.add(placed, other, fill=pen.paint(event, 0.12), line=pen.paint(event), hover=text)
    stripes = {"shape": "/", "size": 6, "solidity": 0.55, "fillmode": "replace", "fgopacity": 1}
    stripes |= {"bgcolor": vague.fill, "fgcolor": vague.hatch}
    return [dated.trace(), vague.trace(pattern=stripes), unasserted.trace(), ghost.trace()]


def _faded(interval: Interval, profile: Sequence[tuple[float, float, float]]) -> Iterable[tuple[Interval, float]]:
    for low, high, opacity in profile:
        start, end = interval.start + interval.length * low, interval.start + interval.length * high
        yield Interval(start, end, interval.granularity), opacity


def _joins(layout: Layout, pen: _Pen) -> dict[str, Any]:
    """Lines from the kept date of a disputed event to each other one."""
    x: list[str | None] = []
    y: list[float | None] = []
    for placed in layout.placed:
        for other in placed.others:
            x += [_iso(_middle(placed.kept)), _iso(_middle(other)), None]
            y += [placed.y, placed.y, None]
    line = {"color": pen.palette.disputed, "width": 2, "dash": "dot"}
    return {"type": "scatter", "name": "one event, two dates", "mode": "lines", "x": x, "y": y, "line": line} | _SILENT


def _points(layout: Layout, pen: _Pen) -> list[dict[str, Any]]:
    kept = [(p, p.kept, p.event.time) for p in layout.placed if p.is_point]
    ghosts = [
        (p, other, other)
        for p in layout.placed
        for other in p.others
        if other.length / layout.window.length < POINT_PX / 1000
    ]
    return [
        _markers("point-like", kept, pen, symbol="diamond", opacity=1.0),
        _markers("disputed point", ghosts, pen, symbol="diamond-open", opacity=1.0),
    ]


def _markers(
    name: str, points: Sequence[tuple[Placed, Interval, Interval | None]], pen: _Pen, *, symbol: str, opacity: float
) -> dict[str, Any]:
    symbols = [symbol if p.event.status.is_asserted else "diamond-open" for p, _, _ in points]
    return {
        "type": "scatter",
        "name": name,
        "mode": "markers",
        "x": [_iso(_middle(i)) for _, i, _ in points],
        "y": [p.y for p, _, _ in points],
        "marker": {
            "symbol": symbols,
            "size": 13,
            "color": [pen.paint(p.event, opacity) for p, _, _ in points],
            "line": {"width": 1.5, "color": [pen.paint(p.event) for p, _, _ in points]},
        },
        "customdata": [p.event.id for p, _, _ in points],
        "hovertext": [hover_text(p.event, said, disputed=symbol == "diamond-open") for p, _, said in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": True,
    }


def _labels(layout: Layout, pen: _Pen) -> dict[str, Any]:
    shown = [p for p in layout.placed if p.labelled]
    return {
        "type": "scatter",
        "name": "titles",
        "mode": "text",
        "x": [_iso(p.label_at) for p in shown],
        "y": [p.lane + LABEL_AT for p in shown],
        "text": [escape(p.label) for p in shown],
        "textposition": [p.label_side for p in shown],
        "textfont": {"color": [pen.ink(p.event) for p in shown], "size": FONT_PX},
    } | _SILENT


def _grips(layout: Layout, frame: Frame) -> dict[str, Any]:
    """Unseen points along each title, because plotly takes a text to be no wider than its anchor."""
    at = [(p, moment) for p in layout.placed if p.labelled for moment in _along(p, layout.window, frame)]
    return {
        "type": "scatter",
        "name": "grips",
        "mode": "markers",
        "x": [_iso(moment) for _, moment in at],
        "y": [p.lane + LABEL_AT for p, _ in at],
        "marker": {"size": GRIP_PX, "opacity": 0},
        "customdata": [p.event.id for p, _ in at],
        "hovertext": [hover_text(p.event, p.event.time) for p, _ in at],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _along(placed: Placed, shown: Window, frame: Frame) -> Iterable[datetime]:
    way = -1 if placed.label_side == "middle left" else 1
    start = shown.share(placed.label_at)
    for px in range(GRIP_PX // 2, int(_text_px(placed.label)), GRIP_PX):
        yield _moment(shown, start + way * px / frame.plot_px)


_SILENT: dict[str, Any] = {"hoverinfo": "skip", "showlegend": False}


def _arcs(links: Sequence[Link], at: dict[str, Placed], shown: Window, palette: Palette) -> list[dict[str, Any]]:
    return [
        _arc_trace([k for k in links if k.basis is basis], at, shown, palette, name=name, dash=dash)
        for basis, name, dash in (
            (LinkBasis.STATED, "stated link", "solid"),
            (LinkBasis.INFERRED, "inferred link", "dot"),
        )
    ]


def _arc_trace(
    links: Sequence[Link], at: dict[str, Placed], shown: Window, palette: Palette, *, name: str, dash: str
) -> dict[str, Any]:
    x: list[str | None] = []
    y: list[float | None] = []
    for link in links:
        for moment, height in _curve(at[link.source], at[link.target], shown):
            x.append(_iso(moment))
            y.append(height)
        x.append(None)
        y.append(None)
    line = {"color": palette.ink, "width": 1.4, "dash": dash}
    return {"type": "scatter", "name": name, "mode": "lines", "x": x, "y": y, "line": line} | _SILENT


def _curve(source: Placed, target: Placed, shown: Window, steps: int = 24) -> Iterable[tuple[datetime, float]]:
    """A curve from one bar to the other; it passes below the bars of its own lane, above those of others, and
    beside what it would cross on its way straight down."""
    x0, x1 = _attached(source, target), _attached(target, source)
    steepness = max(0.0, 1 - abs((x1 - x0) / shown.length) / 0.15)
    aside = shown.length * (0.05 if shown.share(x0) > 0.5 else -0.05) * steepness
    for step in range(steps + 1):
        t = step / steps
        belly = 4 * t * (1 - t)
        bulge = belly * (-0.22 if source.lane == target.lane else 0.22)
        yield window.shifted(x0 + (x1 - x0) * _eased(t), aside * belly), source.y + (target.y - source.y) * t - bulge


def _attached(placed: Placed, other: Placed) -> datetime:
    """Where on its bar a link to another one begins: as near to it as the bar reaches."""
    inset = placed.kept.length / 12
    return min(max(_middle(other.kept), placed.kept.start + inset), placed.kept.end - inset)


def _eased(t: float) -> float:
    """From 0 to 1, slowly at both ends: curves leave and reach the bars steeply."""
    return t * t * (3 - 2 * t)


def _arc_notes(
    links: Sequence[Link], at: dict[str, Placed], view: View, shown: Window, palette: Palette
) -> list[dict[str, Any]]:
    """The relation, as seen from the chosen event, beside the other event's bar."""
    by_other: dict[str, list[str]] = {}
    for link in links:
        is_source = link.source == view.event
        other = link.target if is_source else link.source
        says = words.relation(link.relation, converse=not is_source)
        if says not in by_other.setdefault(other, []):
            by_other[other].append(says)
    return [
        _arc_note(at[other], at[view.event], says, shown, palette)
        for other, says in by_other.items()
        if other != view.event
    ]


def _arc_note(other: Placed, chosen: Placed, says: Sequence[str], shown: Window, palette: Palette) -> dict[str, Any]:
    at = _attached(other, chosen)
    to_left = shown.share(other.kept.end) > 0.7
    if other.kept.length < shown.length / 8:
        at = other.kept.start if to_left else other.kept.end
    return {
        "x": _iso(at),
        "xanchor": "right" if to_left else "left",
        "xshift": -10 if to_left else 10,
        "y": other.y,
        "text": escape(", ".join(says)),
        "showarrow": False,
        "font": {"size": 11, "color": palette.ink},
        "bgcolor": palette.paper,
        "bordercolor": palette.rule,
        "borderpad": 2,
    }


# --- the frame ----------------------------------------------------------------------------------------------------


def _published(timeline: Timeline) -> list[tuple[Interval, str]]:
    days = sorted({r.publication.date for r in timeline.readings if r.publication.date})
    return [(Interval.of_day(d), words.day(d)) for d in days]


def _publication_days(timeline: Timeline, palette: Palette) -> list[dict[str, Any]]:
    return [
        {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": _iso(interval.start),
            "x1": _iso(interval.end),
            "y0": 0,
            "y1": 1,
            "fillcolor": palette.published,
            "line": {"width": 0},
            "layer": "below",
        }
        for interval, _ in _published(timeline)
    ]


def _publication_notes(timeline: Timeline, shown: Window, palette: Palette) -> list[dict[str, Any]]:
    """One label under the publication day, or under the first and for all where there are several."""
    days = [(i, says) for i, says in _published(timeline) if shown.shows(i)]
    if not days:
        return []
    both = days[0][0].first_day, days[-1][0].first_day
    text = f"Published {days[0][1] if len(days) == 1 else words.days(*both)}"
    late = shown.share(days[0][0].start) > 0.5
    edge = days[-1][0].end if late else days[0][0].start
    return [
        {
            "x": _iso(edge),
            "xanchor": "right" if late else "left",
            "yref": "paper",
            "y": 0,
            "yanchor": "top",
            "yshift": -4,
            "text": escape(text),
            "showarrow": False,
            "font": {"size": 12, "color": palette.muted},
        }
    ]


def _halo(chosen: Placed | None, palette: Palette) -> list[dict[str, Any]]:
    """A line under the chosen event's lane."""
    if chosen is None:
        return []
    return [
        {
            "type": "rect",
            "xref": "paper",
            "yref": "y",
            "x0": 0,
            "x1": 1,
            "y0": chosen.lane + 0.02,
            "y1": chosen.lane + 0.98,
            "fillcolor": rgba(palette.ink, 0.05),
            "line": {"width": 0},
            "layer": "below",
        }
    ]


def _axis(shown: Window, frame: Frame) -> dict[str, Any]:
    palette = frame.palette
    return {
        "type": "date",
        "side": "top",
        "range": [_iso(shown.start), _iso(shown.end)],
        "gridcolor": palette.rule,
        "linecolor": palette.rule,
        "showline": True,
        "zeroline": False,
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": palette.rule,
        "tickfont": {"size": 12, "color": palette.muted},
        "nticks": max(3, min(12, frame.width // 85)),
        "tickangle": 0,
        "tickformatstops": [
            {"dtickrange": [None, 86_399_999], "value": "%H:%M\n%a %-d %b %Y"},
            {"dtickrange": [86_400_000, "M1"], "value": "%-d %b\n%Y"},
            {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
            {"dtickrange": ["M12", None], "value": "%Y"},
        ],
    }


def _layout(
    layout: Layout, frame: Frame, *, shapes: list[dict[str, Any]], annotations: list[dict[str, Any]]
) -> dict[str, Any]:
    return _empty(frame) | {
        "height": layout.height,
        "xaxis": _axis(layout.window, frame),
        "yaxis": {"range": [layout.lanes, 0], "visible": False, "fixedrange": True},
        "barmode": "overlay",
        "bargap": 0,
        "hovermode": "closest",
        "dragmode": "pan" if frame.width >= 640 else False,
        "shapes": shapes,
        "annotations": annotations,
        "meta": {"order": [p.event.id for p in layout.placed], "note": _note(layout.outside)},
    }


def _note(outside: int) -> str:
    if not outside:
        return ""
    return f"{words.count(outside, 'event lies', 'events lie')} outside this view; “Everything” shows all."


def _empty(frame: Frame) -> dict[str, Any]:
    palette = frame.palette
    return {
        "template": {},
        "height": 160,
        "margin": MARGIN | {"pad": 0},
        "paper_bgcolor": palette.paper,
        "plot_bgcolor": palette.paper,
        "font": {"family": SANS, "size": FONT_PX, "color": palette.ink},
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": palette.paper,
            "bordercolor": palette.muted,
            "font": {"family": SANS, "size": FONT_PX, "color": palette.ink},
            "align": "left",
        },
    }


def hover_text(event: Event, time: Interval | None, *, disputed: bool = False) -> str:
    """What the pointer shows: title, time, status. HTML with every word of the article escaped."""
    lines = [f"<b>{escape(_wrapped(event.title))}</b>", escape(words.when(time, vague=event.vague and not disputed))]
    if disputed:
        lines.append("the other reported date")
    elif event.is_disputed:
        lines.append("the kept date of a disputed event")
    if not event.status.is_asserted:
        lines.append(escape(words.status(event.status)))
    lines.append(words.count(len(event.mentions), "mention"))
    return "<br>".join(lines)


def _wrapped(title: str) -> str:
    return title if len(title) <= 90 else title[:89].rstrip() + "…"


def _middle(interval: Interval) -> datetime:
    return interval.start + interval.length / 2


def _iso(moment: datetime) -> str:
    return moment.isoformat(sep=" ", timespec="milliseconds")
