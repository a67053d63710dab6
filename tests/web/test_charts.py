from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples import EVENTS, harbour_fire, hostile
from tests.web.shelf import crowd
from timeline.model import Event, Link, LinkBasis, RelationKind, ReportedTime, Status, Timeline
from timeline.story import Filter, select
from timeline.temporal.interval import OPEN_END, OPEN_START, Interval
from web import charts
from web.arrangement import CROWDED_LANES, LANE_PX, Layout, arrange, drawn, text_px, untitled
from web.frame import DARK, LIGHT, MARGIN, Frame, Palette
from web.lanes import Extent
from web.marks import FAINT
from web.view import View
from web.window import Window


def traces(timeline: Timeline, view: View | None = None, frame: Frame | None = None) -> dict[str, dict[str, Any]]:
    return {t["name"]: t for t in charts.drawing(timeline, view, frame)["data"]}


def test_a_bar_runs_from_the_earliest_to_the_latest_moment() -> None:
    dated = traces(harbour_fire())["dated"]
    at = dated["customdata"].index("e2")
    assert dated["base"][at] == "2021-03-10 00:00:00.000"
    assert dated["x"][at] == timedelta(days=1) / timedelta(milliseconds=1)


def test_a_vague_event_is_no_solid_bar_but_dissolves_at_its_ends() -> None:
    drawn = traces(harbour_fire())
    assert "e5" not in drawn["dated"]["customdata"]
    assert set(drawn["vague"]["customdata"]) == {"e5"}
    opacities = [float(c.rsplit(",", 1)[1][:-1]) for c in drawn["vague"]["marker"]["color"]]
    assert opacities[0] < opacities[1] < opacities[2] > opacities[3] > opacities[4]


def test_a_disputed_event_shows_both_dates_joined() -> None:
    drawn = traces(harbour_fire())
    at = drawn["dated"]["customdata"].index("e1")
    assert drawn["dated"]["base"][at] == "2021-03-09 18:00:00.000"
    assert drawn["disputed date"]["base"] == ["2021-03-08 20:00:00.000"]
    assert drawn["disputed date"]["y"] == [drawn["dated"]["y"][at]]
    assert drawn["one event, two dates"]["x"] == ["2021-03-09 21:00:00.000", "2021-03-09 01:00:00.000", None]
    assert "≠ Fire" in " ".join(drawn["titles"]["text"])


def test_only_what_is_asserted_gets_a_bar_of_its_own_accord() -> None:
    assert {e.id for e in drawn(harbour_fire(), View())} == {"e1", "e2", "e3", "e5", "e7"}
    assert {e.id for e in drawn(harbour_fire(), View(lanes="status"))} == {"e1", "e2", "e3", "e5", "e6", "e7"}
    for status, events in ((Status.INTENDED, {"e6"}), (Status.NEGATED, set())):  # the negated one has no date
        wanted = Filter(status=(status,))
        assert {e.id for e in drawn(select(harbour_fire(), wanted), View(wanted=wanted))} == events


def test_what_is_too_short_to_see_gets_a_marker() -> None:
    assert traces(harbour_fire(), frame=Frame(everything=True))["point-like"]["customdata"] == ["e1", "e3"]
    near = Frame(window=Window(datetime(2021, 3, 9), datetime(2021, 3, 10)))
    assert "point-like" not in traces(harbour_fire(), frame=near)


def test_the_chosen_events_links_are_drawn_stated_ones_solid_inferred_ones_dotted() -> None:
    drawn = traces(harbour_fire(), View(event="e1", inferred=True))
    assert drawn["stated link"]["line"]["dash"] == "solid"
    assert drawn["inferred link"]["line"]["dash"] == "dot"
    assert "inferred link" not in traces(harbour_fire(), View(event="e1"))  # only where the reader asks for them
    assert "stated link" not in traces(harbour_fire())


def test_a_link_is_named_from_the_chosen_events_side() -> None:
    def notes(event: str) -> set[str]:
        return {
            a["text"]
            for a in charts.drawing(harbour_fire(), View(event=event, inferred=True))["layout"]["annotations"]
            if "bgcolor" in a
        }

    assert notes("e1") == {"before", "includes"}
    assert notes("e2") == {"after"}


def test_a_link_carries_its_quote() -> None:
    notes = charts.drawing(harbour_fire(), View(event="e2"))["layout"]["annotations"]
    assert [n["hovertext"] for n in notes if n["text"] == "after"] == ["“the harbour master said Wednesday”"]


def test_what_has_nothing_to_do_with_the_chosen_event_is_dimmed() -> None:
    dated = traces(harbour_fire(), View(event="e1", inferred=True))["dated"]
    faint = {
        i for i, colour in zip(dated["customdata"], dated["marker"]["color"], strict=True) if f",{FAINT:g})" in colour
    }
    assert faint == {"e7"}


def test_the_days_of_publication_are_shaded() -> None:
    days = [
        ("2021-03-10 00:00:00.000", "2021-03-11 00:00:00.000"),
        ("2021-03-11 00:00:00.000", "2021-03-12 00:00:00.000"),
    ]
    shapes = charts.drawing(harbour_fire())["layout"]["shapes"]
    assert [(s["x0"], s["x1"]) for s in shapes if s["y1"] == 1] == days
    assert [(s["x0"], s["x1"]) for s in shapes if s["y1"] < 0.1] == days


def test_many_days_of_publication_are_marked_and_not_shaded() -> None:
    post, wire = harbour_fire().readings
    days = [replace(post.publication, date=date(2021, 3, n), interval=None) for n in range(12, 16)]
    more = tuple(replace(post, publication=p) for p in days)
    shapes = charts.drawing(replace(harbour_fire(), readings=(post, wire, *more)))["layout"]["shapes"]
    assert len(shapes) == 6
    assert all(s["y1"] < 0.1 for s in shapes)


def test_plotly_knows_every_property_of_the_figure() -> None:
    for view in (View(), View(event="e1"), View(wanted=Filter(status=(Status.INTENDED,)))):
        assert isinstance(charts.figure(harbour_fire(), view), go.Figure)


def test_a_story_without_dates_is_an_empty_chart() -> None:
    empty = replace(harbour_fire(), events=())
    assert charts.drawing(empty)["data"] == []
    assert isinstance(charts.figure(empty), go.Figure)


def test_article_text_is_escaped_in_labels_and_hover_text() -> None:
    written = json.dumps(charts.drawing(hostile(), View(event="e2")))
    assert "<script" not in written
    assert "</script" not in written
    assert "&lt;script&gt;" in written


def test_a_quotation_mark_is_one_for_plotly_too() -> None:
    said = replace(harbour_fire(), events=(replace(EVENTS[1], title='The "roof" & <all>'),))
    assert traces(said)["titles"]["text"] == ['The "roof" &amp; &lt;all&gt;']


def test_labels_hold_no_characters_that_steer_the_text_around_them() -> None:
    steered = replace(harbour_fire(), events=(replace(EVENTS[1], title="\u202eright\u202c\u200b to\nleft"),))
    assert traces(steered)["titles"]["text"] == ["right to left"]


def test_there_is_one_trace_for_each_style_however_many_events_there_are() -> None:
    assert len(charts.drawing(crowd(), View(event="e1"))["data"]) <= 10


def boxes(layout: Layout, frame: Frame) -> list[tuple[float, Extent]]:
    """The labels that are shown: their lane and the pixels they cover."""
    found = []
    for placed in (p for p in layout.placed if p.labelled):
        at = layout.window.share(placed.label_at) * frame.plot_px
        size = text_px(placed.label)
        start = at - size if placed.label_to_left else at
        found.append((placed.lane, Extent(start, start + size)))
    return found


def test_no_label_is_in_view_whose_bar_is_not() -> None:
    frame = Frame(window=Window(datetime(2021, 3, 1), datetime(2021, 3, 5)))
    layout = arrange(crowd(), View(), frame)
    assert layout is not None
    named = zip(boxes(layout, frame), (p for p in layout.placed if p.labelled), strict=True)
    over = [box for (_, box), p in named if all(i.end < datetime(2021, 3, 1) for i in (p.kept, *p.others))]
    assert over
    assert all(box.end <= 0.5 for box in over)


@pytest.mark.parametrize("width", [300, 390, 760, 1440, 3000])
@pytest.mark.parametrize("story", [harbour_fire(), crowd(60), crowd(600)], ids=["few", "sixty", "six hundred"])
def test_labels_never_collide(story: Timeline, width: int) -> None:
    frame = Frame(width=width)
    layout = arrange(story, View(), frame)
    assert layout is not None
    found = boxes(layout, frame)
    assert found
    for i, (lane, box) in enumerate(found):
        assert not any(lane == other and box.overlaps(b) for other, b in found[:i])


@pytest.mark.parametrize("lanes", ["", "status"])
def test_a_crowd_has_titles_for_what_matters_most_and_bars_for_all(lanes: str) -> None:
    layout = arrange(crowd(600), View(lanes=lanes), Frame(everything=True))
    assert layout is not None
    titled, others = [p for p in layout.placed if p.labelled], [p for p in layout.placed if not p.labelled]
    assert len(titled) + len(others) == 600
    assert {p.event.id for p in layout.placed if p.event.is_disputed} <= {p.event.id for p in titled}
    assert len({p.lane for p in titled}) <= CROWDED_LANES
    assert min(p.lane for p in others) > max(p.lane for p in titled)
    assert max(p.lane + p.height for p in layout.placed) <= layout.lanes
    remark = [h.text for h in layout.headings if "more events" in h.text]
    assert remark == ([] if lanes else [untitled(len(others))])


def test_the_chosen_one_of_a_crowd_is_named() -> None:
    layout = arrange(crowd(600), View(), Frame(everything=True))
    assert layout is not None
    other = next(p.event for p in layout.placed if not p.labelled)
    titled = next(p.event for p in layout.placed if p.labelled)
    for event, named in ((other, True), (titled, False)):
        notes = charts.drawing(crowd(600), View(event=event.id), Frame(everything=True))["layout"]["annotations"]
        assert any(event.title[:20] in n["text"] for n in notes) is named


def test_a_closer_look_has_labels_where_the_whole_has_no_room() -> None:
    month = Frame(window=Window(datetime(2021, 3, 1), datetime(2021, 3, 5)))
    near = arrange(crowd(), View(), month)
    assert near is not None
    assert sum(p.labelled for p in near.placed) > 20


def test_events_outside_the_view_are_counted_and_told() -> None:
    old = replace(EVENTS[1], id="e9", time=Interval(datetime(1979, 11, 4), datetime(1979, 11, 5)))
    story = replace(harbour_fire(), events=(*EVENTS, old))
    assert charts.drawing(story)["layout"]["meta"]["note"] == "1 event lies outside this view; “Everything” shows all."
    assert charts.drawing(story, frame=Frame(everything=True))["layout"]["meta"]["note"] == ""


def test_what_would_crowd_the_chart_is_counted_and_told() -> None:
    story = replace(harbour_fire(), events=(*EVENTS, *crowd(120).events), findings=())
    note = charts.drawing(story)["layout"]["meta"]["note"]
    assert "1 event that no words date: “Undated too” draws it." in note
    assert charts.drawing(story, View(undated="shown"))["layout"]["meta"]["note"] == ""


@pytest.mark.parametrize("lanes", ["", "topic"])
@pytest.mark.parametrize("story", [harbour_fire(), crowd(), crowd(600)], ids=["few", "many", "more than have room"])
def test_a_chart_is_cut_between_its_lanes(story: Timeline, lanes: str) -> None:
    view, frame = View(lanes=lanes), Frame(width=680)
    layout = arrange(story, view, frame)
    assert layout is not None
    edges = charts.strips(layout, frame)
    assert edges == sorted(set(edges))
    assert (edges[0], edges[-1]) == (frame.scaled(MARGIN["t"]), charts.drawing(story, view, frame)["layout"]["height"])
    assert len(edges) <= charts.MOST_STRIPS + 2
    cuts = [(y - MARGIN["t"]) / LANE_PX for y in edges[1:-1]]
    whole = [(p.lane, p.lane + p.height) for p in layout.placed] + [(h.lane, h.lane + 1.1) for h in layout.headings]
    assert [(cut, part) for cut in cuts for part in whole if part[0] + 0.01 < cut < part[1] - 0.01] == []


MOMENTS = st.datetimes() | st.sampled_from([OPEN_START, OPEN_END, datetime(2020, 1, 1)])
INTERVALS = st.tuples(MOMENTS, MOMENTS).map(lambda p: Interval(min(p), max(p)))


@st.composite
def stories(draw: st.DrawFn) -> Timeline:
    times = draw(st.lists(INTERVALS, min_size=1, max_size=6))
    events = tuple(
        Event(
            f"e{i}",
            draw(st.text(max_size=20)),
            Status.OCCURRED,
            ("post.m1",),
            time,
            tuple(ReportedTime(t, ()) for t in draw(st.lists(INTERVALS, max_size=1))),
            vague=draw(st.booleans()),
        )
        for i, time in enumerate(times)
    )
    quote = harbour_fire().links[0].quote
    links = tuple(Link(f"l{e.id}", "e0", e.id, RelationKind.AFTER, LinkBasis.STATED, quote) for e in events[1:])
    return replace(harbour_fire(), events=events, links=links)


@given(stories(), st.booleans(), st.integers(280, 3840))
@settings(max_examples=60)
def test_any_times_can_be_drawn(story: Timeline, everything: bool, width: int) -> None:
    drawing = charts.drawing(story, View(event="e0"), Frame(width=width, everything=everything))
    assert go.Figure(drawing).to_json()


@pytest.mark.parametrize(("palette", "part"), [(LIGHT, 0), (DARK, 1)])
def test_the_chart_has_the_colours_of_the_style_sheet(palette: Palette, part: int) -> None:
    css = (Path(charts.__file__).parent / "static" / "dateline.css").read_text(encoding="utf-8")
    declared = re.findall(r":root\s*\{(.*?)\}", css, re.S)[part]
    colours = dict(re.findall(r"--(\w+):\s*(#\w{6})", declared))
    assert {n: colours[n] for n in Palette.__slots__} == {n: getattr(palette, n) for n in Palette.__slots__}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("colour", "least"), [("ink", 7), ("muted", 4.5), ("disputed", 4.5), ("bar", 4.5)])
def test_every_colour_can_be_read_on_the_paper(palette: Palette, colour: str, least: float) -> None:
    light, dark = sorted((luminance(getattr(palette, colour)), luminance(palette.paper)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= least
