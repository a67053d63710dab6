"""Timeline -> plotly figure: bars from earliest to latest, packed in lanes, doubt drawn as doubt.

Shapes and annotations are set once, as lists.
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from timeline.model import LinkBasis, Timeline
from timeline.temporal.interval import Interval
from web import arcs, marks, words
from web.arrangement import CHARACTER_PX, LABEL_AT, LANE_PX, Layout, Placed, arrange
from web.frame import FONT_PX, MARGIN, SANS, Frame, Palette, escape
from web.marks import Pen, iso, rgba
from web.ticks import ticks
from web.view import View
from web.window import Window

FOOT_PX = 5
"""The height of a publication day's mark."""

STRIP_PX, MOST_STRIPS = 80, 24
"""On paper the chart is cut between lanes: each strip is at least so high, and there are about so many at most."""

MOST_SHADED = 4
"""More publication days than this would shade most of the chart, and tell nothing."""


NOTHING: dict[str, Any] = {
    "height": 60,
    "xaxis": {"visible": False},
    "yaxis": {"visible": False},
    "meta": {"order": [], "note": "Nothing here has a date that can be drawn.", "strips": []},
}
"""What is other in the chart of events without a date."""


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
        return {"data": [], "layout": _empty(frame) | NOTHING}
    at = {p.event.id: p for p in reversed(layout.placed)}  # where it stands several times: the first
    palette, shown = frame.palette, layout.window
    links = [k for k in timeline.links if view.event in (k.source, k.target) and k.source in at and k.target in at]
    links = [k for k in links if view.inferred or k.basis is not LinkBasis.INFERRED]
    near = {i for k in links for i in (k.source, k.target)} | {view.event}
    pen = Pen(frame, frozenset(near if view.event in at else at))
    traces = [
        *marks.bars(layout, pen),
        marks.joins(layout, pen),
        *marks.points(layout, pen),
        *arcs.arcs(links, at, shown, palette),
        marks.labels(layout, pen),
        marks.grips(layout, frame),
    ]
    shapes = [
        *_publication_days(timeline, layout, palette),
        *_folds(shown, palette),
        *_halo(at.get(view.event), palette),
    ]
    notes = [
        *_publication_notes(timeline, shown, frame),
        *_headings(layout, view, frame),
        *_fold_notes(shown, frame),
        *arcs.notes(links, at, view, shown, frame),
        *_title(at.get(view.event), shown, frame),
    ]
    return {
        "data": [t for t in traces if t["x"]],
        "layout": _layout(layout, frame, shapes=shapes, annotations=notes),
    }


def _headings(layout: Layout, view: View, frame: Frame) -> list[dict[str, Any]]:
    """What stands above each band: its name, or a remark where the reader chose no lanes."""
    return [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "y": heading.lane + LABEL_AT + 0.2,
            "text": f"<b>{escape(_cut(heading.text, frame))}</b>" if view.lanes else escape(heading.text),
            "showarrow": False,
            "font": {"size": frame.scaled(12), "color": frame.palette.muted},
        }
        for heading in layout.headings
    ]


def _cut(text: str, frame: Frame) -> str:
    """A heading no longer than the chart is wide."""
    room = int(frame.plot_px / CHARACTER_PX)
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"


def _folds(shown: Window, palette: Palette) -> list[dict[str, Any]]:
    """A break across the chart where a stretch of time is folded away."""
    return [
        {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": iso(start),
            "x1": iso(start),
            "y0": 0,
            "y1": 1,
            "line": {"width": 5, "color": palette.rule, "dash": "4px,3px"},
            "layer": "below",
        }
        for start, _ in shown.folds
    ]


def _fold_notes(shown: Window, frame: Frame) -> list[dict[str, Any]]:
    """How much is left out, over each break."""
    return [
        {
            "x": iso(start),
            "yref": "paper",
            "y": 1,
            "yanchor": "bottom",
            "yshift": 2,
            "text": words.span(end - start).replace(" ", "<br>"),
            "hovertext": f"folded away: {words.days(start.date(), end.date())}",
            "showarrow": False,
            "bgcolor": frame.palette.paper,
            "font": {"size": frame.scaled(10), "color": frame.palette.muted},
        }
        for start, end in shown.folds
    ]


def _published(timeline: Timeline) -> list[tuple[Interval, str]]:
    days = sorted({r.publication.date for r in timeline.readings if r.publication.date})
    return [(Interval.of_day(d), words.day(d)) for d in days]


def _publication_days(timeline: Timeline, layout: Layout, palette: Palette) -> list[dict[str, Any]]:
    """A mark at the foot of the chart for each day on which an article appeared; few of them shade it as well."""
    days = [interval for interval, _ in _published(timeline)]
    shaded = [_shade(day, 1.0, palette.published) for day in days]
    feet = [_shade(day, FOOT_PX / (layout.lanes * LANE_PX), rgba(palette.muted, 0.55)) for day in days]
    return [*(shaded if len(days) <= MOST_SHADED else ()), *feet]


def _shade(day: Interval, height: float, colour: str) -> dict[str, Any]:
    return {
        "type": "rect",
        "xref": "x",
        "yref": "paper",
        "x0": iso(day.start),
        "x1": iso(day.end),
        "y0": 0,
        "y1": round(height, 5),
        "fillcolor": colour,
        "line": {"width": 0},
        "layer": "below",
    }


def _publication_notes(timeline: Timeline, shown: Window, frame: Frame) -> list[dict[str, Any]]:
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
            "x": iso(edge),
            "xanchor": "right" if late else "left",
            "yref": "paper",
            "y": 0,
            "yanchor": "top",
            "yshift": -4,
            "text": escape(text),
            "showarrow": False,
            "font": {"size": frame.scaled(12), "color": frame.palette.muted},
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
            "y1": chosen.lane + chosen.height - 0.02,
            "fillcolor": rgba(palette.ink, 0.05),
            "line": {"width": 0},
            "layer": "below",
        }
    ]


def _title(chosen: Placed | None, shown: Window, frame: Frame) -> list[dict[str, Any]]:
    """The title of the chosen event beside its bar, where there was no room for it."""
    if chosen is None or chosen.labelled:
        return []
    to_left = shown.share(chosen.kept.end) > 0.6
    return [
        {
            "x": iso(chosen.kept.start if to_left else chosen.kept.end),
            "xanchor": "right" if to_left else "left",
            "xshift": -10 if to_left else 10,
            "y": chosen.y,
            "text": f"<b>{escape(chosen.label)}</b>",
            "showarrow": False,
            "font": {"size": frame.scaled(FONT_PX), "color": frame.palette.ink},
            "bgcolor": frame.palette.paper,
            "bordercolor": frame.palette.rule,
            "borderpad": 3,
        }
    ]


def _axis(shown: Window, frame: Frame) -> dict[str, Any]:
    palette, found = frame.palette, ticks(shown, frame.plot_px)
    return {
        "type": "date",
        "side": "top",
        "range": [iso(shown.start), iso(shown.end)],
        "gridcolor": palette.rule,
        "linecolor": palette.rule,
        "showline": True,
        "zeroline": False,
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": palette.rule,
        "tickfont": {"size": frame.scaled(12), "color": palette.muted},
        "tickangle": 0,
        "tickmode": "array",
        "tickvals": [iso(t.at) for t in found],
        "ticktext": [t.label for t in found],
        "rangebreaks": [{"bounds": [iso(a), iso(b)]} for a, b in shown.folds],
    }


def _layout(
    layout: Layout, frame: Frame, *, shapes: list[dict[str, Any]], annotations: list[dict[str, Any]]
) -> dict[str, Any]:
    return _empty(frame) | {
        "height": round(frame.scaled(layout.height)),
        "xaxis": _axis(layout.window, frame),
        "yaxis": {"range": [layout.lanes, 0], "visible": False, "fixedrange": True},
        "barmode": "overlay",
        "bargap": 0,
        "hovermode": "closest",
        "dragmode": "pan" if frame.width >= 640 else False,
        "shapes": shapes,
        "annotations": annotations,
        "meta": {
            "order": list(dict.fromkeys(p.event.id for p in layout.placed)),
            "note": _note(layout),
            "strips": strips(layout, frame),
        },
    }


def strips(layout: Layout, frame: Frame) -> list[float]:
    """Where the chart may be cut, in pixels from its top: below the axis, between lanes, at its foot.

    A heading stays with the lane under it.
    """
    headed = {heading.lane + 1 for heading in layout.headings}
    least = max(STRIP_PX, layout.height / MOST_STRIPS)
    edges = [float(MARGIN["t"])]
    for lane in sorted({p.lane for p in layout.placed} | {h.lane for h in layout.headings}):
        at = MARGIN["t"] + lane * LANE_PX
        if lane not in headed and at - edges[-1] >= least:
            edges.append(at)
    return [*map(frame.scaled, edges), round(frame.scaled(layout.height))]


def _note(layout: Layout) -> str:
    """What is not in the picture, and how it comes into it."""
    notes = []
    if layout.outside:
        lie = words.count(layout.outside, "event lies", "events lie")
        notes.append(f"{lie} outside this view; “Everything” shows all.")
    if layout.left_out:
        them = "it" if layout.left_out == 1 else "them"
        notes.append(f"{words.count(layout.left_out, 'event')} that no words date: “Undated too” draws {them}.")
    return " ".join(notes)


def _empty(frame: Frame) -> dict[str, Any]:
    palette = frame.palette
    return {
        "template": {},
        "height": 160,
        "margin": {side: frame.scaled(px) for side, px in MARGIN.items()} | {"pad": 0},
        "paper_bgcolor": palette.paper,
        "plot_bgcolor": palette.paper,
        "font": {"family": SANS, "size": frame.scaled(FONT_PX), "color": palette.ink},
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": palette.paper,
            "bordercolor": palette.muted,
            "font": {"family": SANS, "size": frame.scaled(FONT_PX), "color": palette.ink},
            "align": "left",
        },
    }
