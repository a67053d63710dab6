"""The links of the chosen event as curves from bar to bar, and their relations in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from textwrap import wrap
from typing import Any

from timeline.model import Link, LinkBasis
from web import window, words
from web.arrangement import Placed
from web.frame import Frame, Palette, escape
from web.marks import SILENT, iso, middle
from web.view import View
from web.window import Window

MOST_BOLD = 4
"""More links than this are drawn lightly, or their curves hide what they lead to."""


def arcs(links: Sequence[Link], at: dict[str, Placed], shown: Window, palette: Palette) -> list[dict[str, Any]]:
    """Stated links solid, those that a person added dashed, inferred ones dotted."""
    return [
        _trace([k for k in links if k.basis is basis], at, shown, palette, name=name, dash=dash)
        for basis, name, dash in (
            (LinkBasis.STATED, "stated link", "solid"),
            (LinkBasis.DECIDED, "added link", "dash"),
            (LinkBasis.INFERRED, "inferred link", "dot"),
        )
    ]


def _trace(
    links: Sequence[Link], at: dict[str, Placed], shown: Window, palette: Palette, *, name: str, dash: str
) -> dict[str, Any]:
    x: list[str | None] = []
    y: list[float | None] = []
    for link in links:
        for at_x, height in _curve(at[link.source], at[link.target], shown):
            x.append(iso(at_x))
            y.append(height)
        x.append(None)
        y.append(None)
    line = {"color": palette.ink if len(links) <= MOST_BOLD else palette.muted, "width": 1.3, "dash": dash}
    return {"type": "scatter", "name": name, "mode": "lines", "x": x, "y": y, "line": line} | SILENT


def _curve(source: Placed, target: Placed, shown: Window, steps: int = 24) -> Iterable[tuple[datetime, float]]:
    """A curve from one bar to the other.

    It passes below the bars of its own lane, and beside the titles that it would cross on its way straight down.
    """
    x0, x1 = _attached(source, target), _attached(target, source)
    steepness = max(0.0, 1 - abs((x1 - x0) / shown.length) / 0.15)
    far = min(1.0, abs(source.lane - target.lane) / 12)  # the farther, the wider: the curves to many lanes don't meet
    aside = shown.length * (0.02 + 0.06 * far) * (1 if shown.share(x0) > 0.5 else -1) * steepness
    for step in range(steps + 1):
        t = step / steps
        belly = 4 * t * (1 - t)
        bulge = belly * (-0.22 if source.lane == target.lane else 0.22)
        yield window.shifted(x0 + (x1 - x0) * _eased(t), aside * belly), source.y + (target.y - source.y) * t - bulge


def _attached(placed: Placed, other: Placed) -> datetime:
    """Where on its bar a link to another one begins: as near to it as the bar reaches."""
    inset = placed.kept.length / 12
    return min(max(middle(other.kept), placed.kept.start + inset), placed.kept.end - inset)


def _eased(t: float) -> float:
    """From 0 to 1, slowly at both ends: curves leave and reach the bars steeply."""
    return t * t * (3 - 2 * t)


def notes(
    links: Sequence[Link], at: dict[str, Placed], view: View, shown: Window, frame: Frame
) -> list[dict[str, Any]]:
    """The relation, as seen from the chosen event, beside the other event's bar."""
    by_other: dict[str, list[Link]] = {}
    for link in links:
        by_other.setdefault(link.target if link.source == view.event else link.source, []).append(link)
    return [
        _note(at[other], at[view.event], found, shown, frame)
        for other, found in by_other.items()
        if other != view.event
    ]


def _note(other: Placed, chosen: Placed, links: Sequence[Link], shown: Window, frame: Frame) -> dict[str, Any]:
    says = dict.fromkeys(words.relation(k.relation, converse=k.target == chosen.event.id) for k in links)
    quotes = dict.fromkeys(f"“{k.quote.text}”" for k in links)
    at = _attached(other, chosen)
    to_left = shown.share(other.kept.end) > 0.7
    if other.kept.length < shown.length / 8:
        at = other.kept.start if to_left else other.kept.end
    return {
        "x": iso(at),
        "xanchor": "right" if to_left else "left",
        "xshift": -10 if to_left else 10,
        "y": other.y,
        "text": escape(", ".join(says)),
        "hovertext": "<br>".join(escape(line) for quote in quotes for line in wrap(quote, 60)),
        "showarrow": False,
        "font": {"size": frame.scaled(11), "color": frame.palette.ink},
        "bgcolor": frame.palette.paper,
        "bordercolor": frame.palette.rule,
        "borderpad": 2,
    }
