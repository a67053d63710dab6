"""The events as plotly's traces: bars, markers, titles. One trace for each style, never one for each event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from timeline.model import Event
from timeline.temporal.interval import Interval
from web import words
from web.arrangement import LABEL_AT, Layout, Placed, text_px
from web.frame import FONT_PX, Frame, Palette, escape
from web.window import Window

BAR = 0.24
"""The height of a bar, as a share of its lane."""

FADE = ((0.00, 0.06, 0.3), (0.06, 0.15, 0.6), (0.15, 0.85, 1.0), (0.85, 0.94, 0.6), (0.94, 1.0, 0.3))
"""How a vague bar dissolves at its ends: from share, to share, opacity."""

UNFADED = ((0.0, 1.0, 0.8),)

MOST_FADED = 120
"""With more vague bars than this each is one piece: every piece is a pattern that the browser has to make."""

MOST_BARS = 500
"""With more events than this, bars that lie under a marker are not drawn."""

FAINT, FAINT_TITLE = 0.22, 0.55
"""Opacity of what has nothing to do with the chosen event, and of its title, which can still be read."""

GRIP_PX = 18
"""How far apart the points lie by which a title is caught."""

SILENT: dict[str, Any] = {"hoverinfo": "skip", "showlegend": False}
"""For what is only to be seen."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Colours, dimmed for what has nothing to do with the chosen event."""

    frame: Frame
    lit: frozenset[str]

    @property
    def palette(self) -> Palette:
        """The colours of the frame."""
        return self.frame.palette

    def opacity(self, event: Event) -> float:
        """Faint for what the chosen event has nothing to do with."""
        return 1.0 if event.id in self.lit else FAINT

    def colour(self, event: Event) -> str:
        """The accent for what is disputed."""
        if event.is_disputed:
            return self.palette.disputed
        return self.palette.bar if event.status.is_asserted else self.palette.muted

    def paint(self, event: Event, opacity: float = 1.0) -> str:
        """The colour of a bar."""
        return rgba(self.colour(event), opacity * self.opacity(event))

    def ink(self, event: Event, *, is_stated: bool) -> str:
        """The colour of a title."""
        plain = self.palette.ink if is_stated and event.status.is_asserted else self.palette.muted
        colour = self.palette.disputed if event.is_disputed else plain
        return rgba(colour, 1.0 if event.id in self.lit else FAINT_TITLE)


@cache
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
    ids: list[str] = field(default_factory=list)
    hover: list[str] = field(default_factory=list)

    def add(self, placed: Placed, interval: Interval, *, fill: str, line: str, hover: str) -> None:
        self.base.append(iso(interval.start))
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


def bars(layout: Layout, pen: Pen) -> list[dict[str, Any]]:
    """Solid, vague, not asserted, and the ghosts of disputed dates."""
    dated, vague, unasserted, ghost = (_Bars(n) for n in ("dated", "vague", "not asserted", "disputed date"))
    lean = len(layout.placed) > MOST_BARS
    faded = sum(p.event.vague for p in layout.placed) <= MOST_FADED
    for placed in layout.placed:
        event, hover = placed.event, hover_text(placed.event, placed.said)
        clear = rgba(pen.palette.paper, 0)
        if lean and placed.kept.length < layout.shortest:
            pass  # its marker hides it
        elif event.vague or placed.said.is_open:
            for part, opacity in _faded(placed.kept, FADE if faded else UNFADED):
                told = opacity if placed.is_stated else opacity * 0.6
                vague.add(placed, part, fill=pen.paint(event, told), line=clear, hover=hover)
        elif event.status.is_asserted:
            dated.add(placed, placed.kept, fill=pen.paint(event), line=pen.paint(event), hover=hover)
        else:
            unasserted.add(placed, placed.kept, fill=pen.paint(event, 0.12), line=pen.paint(event), hover=hover)
        for other in placed.others:
            text = hover_text(event, other, disputed=True)
            ghost.add(placed, other, fill=pen.paint(event, 0.12), line=pen.paint(event), hover=text)
    stripes = {"shape": "/", "size": 6, "solidity": 0.55, "fillmode": "replace", "fgopacity": 1}
    return [dated.trace(), vague.trace(pattern=stripes), unasserted.trace(), ghost.trace()]


def _faded(interval: Interval, profile: Sequence[tuple[float, float, float]]) -> Iterable[tuple[Interval, float]]:
    for low, high, opacity in profile:
        start, end = interval.start + interval.length * low, interval.start + interval.length * high
        yield Interval(start, end, interval.granularity), opacity


def joins(layout: Layout, pen: Pen) -> dict[str, Any]:
    """Lines from the kept date of a disputed event to each other one."""
    x: list[str | None] = []
    y: list[float | None] = []
    for placed in layout.placed:
        for other in placed.others:
            x += [iso(middle(placed.kept)), iso(middle(other)), None]
            y += [placed.y, placed.y, None]
    line = {"color": pen.palette.disputed, "width": 2, "dash": "dot"}
    return {"type": "scatter", "name": "one event, two dates", "mode": "lines", "x": x, "y": y, "line": line} | SILENT


def points(layout: Layout, pen: Pen) -> list[dict[str, Any]]:
    """Markers for what is too short to be seen as a bar."""
    kept = [(p, p.kept, p.said) for p in layout.placed if p.kept.length < layout.shortest]
    ghosts = [(p, other, other) for p in layout.placed for other in p.others if other.length < layout.shortest]
    return [_markers("point-like", kept, pen), _markers("disputed point", ghosts, pen, disputed=True)]


def _markers(
    name: str, points: Sequence[tuple[Placed, Interval, Interval | None]], pen: Pen, *, disputed: bool = False
) -> dict[str, Any]:
    """Filled for what is sure, open for what is vague, not asserted or the other date of a dispute."""
    sure = [p.event.status.is_asserted and not p.event.vague and not disputed for p, _, _ in points]
    return {
        "type": "scatter",
        "name": name,
        "mode": "markers",
        "x": [iso(middle(i)) for _, i, _ in points],
        "y": [p.y for p, _, _ in points],
        "marker": {
            "symbol": ["diamond" if s else "diamond-open" for s in sure],
            "size": pen.frame.scaled(13),
            "color": [pen.paint(p.event) for p, _, _ in points],
            "line": {"width": 1.5, "color": [pen.paint(p.event) for p, _, _ in points]},
        },
        "customdata": [p.event.id for p, _, _ in points],
        "hovertext": [hover_text(p.event, said, disputed=disputed) for p, _, said in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": True,
    }


def labels(layout: Layout, pen: Pen) -> dict[str, Any]:
    """The titles above the bars."""
    shown = [p for p in layout.placed if p.labelled]
    inks = [pen.ink(p.event, is_stated=p.is_stated) for p in shown]
    return {
        "type": "scatter",
        "name": "titles",
        "mode": "text",
        "x": [iso(p.label_at) for p in shown],
        "y": [p.lane + LABEL_AT for p in shown],
        "text": [escape(p.label) for p in shown],
        "textposition": ["middle left" if p.label_to_left else "middle right" for p in shown],
        "textfont": {
            "color": inks,
            "size": pen.frame.scaled(FONT_PX),
        },
    } | SILENT


def grips(layout: Layout, frame: Frame) -> dict[str, Any]:
    """Unseen points along each title, because plotly takes a text to be no wider than its anchor."""
    at = [(p, point) for p in layout.placed if p.labelled for point in _along(p, layout.window, frame)]
    return {
        "type": "scatter",
        "name": "grips",
        "mode": "markers",
        "x": [iso(point) for _, point in at],
        "y": [p.lane + LABEL_AT for p, _ in at],
        "marker": {"size": frame.scaled(GRIP_PX), "opacity": 0},
        "customdata": [p.event.id for p, _ in at],
        "hovertext": [hover_text(p.event, p.said) for p, _ in at],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _along(placed: Placed, shown: Window, frame: Frame) -> Iterable[datetime]:
    way = -1 if placed.label_to_left else 1
    start = shown.share(placed.label_at)
    for px in range(GRIP_PX // 2, int(text_px(placed.label)), GRIP_PX):
        yield shown.moment(start + way * px / frame.plot_px)


def hover_text(event: Event, time: Interval | None, *, disputed: bool = False) -> str:
    """What the pointer shows: title, time, status. HTML with every word of the article escaped."""
    lines = [f"<b>{escape(_wrapped(event.title))}</b>", escape(words.when(time, vague=event.vague and not disputed))]
    if disputed or (event.is_disputed and time != event.time):
        lines.append("the other reported date")
    elif event.is_disputed:
        lines.append("the kept date of a disputed event")
    if not event.status.is_asserted:
        lines.append(escape(words.status(event.status)))
    lines.append(words.count(len(event.mentions), "mention"))
    return "<br>".join(lines)


def _wrapped(title: str) -> str:
    return title if len(title) <= 90 else title[:89].rstrip() + "…"


def middle(interval: Interval) -> datetime:
    """The moment halfway."""
    return interval.start + interval.length / 2


def iso(at: datetime) -> str:
    """The moment as plotly writes it."""
    return at.isoformat(sep=" ", timespec="milliseconds")
