from __future__ import annotations

from dataclasses import replace

import pytest

from tests.samples import EVENTS, FINDINGS, MONDAY_NIGHT, TUESDAY_EVENING, harbour_fire
from timeline.model import Event, Finding, Reading, TimeBasis, Timeline
from web import charts
from web.arrangement import arrange, text_px
from web.bands import CROWD, UNSTATED, bands, leaves_out, undated
from web.frame import Frame
from web.view import View


def sorted_by(lanes: str, story: Timeline | None = None) -> list[tuple[str, list[str]]]:
    found = bands(story or harbour_fire(), View(lanes=lanes))
    return [(band.heading, [e.event.id for e in band.entries]) for band in found]


LANES = [
    ("", [("", ["e5", "e1", "e2", "e7"]), (UNSTATED, ["e3"])]),
    ("status", [("Happened", ["e5", "e1", "e3", "e2", "e7"]), ("Intended", ["e6"])]),
    ("topic", [("", ["e5", "e1", "e3", "e2", "e7"])]),
    ("source", [("Lowen Post", ["e5", "e1", "e3", "e2"]), ("Coast Wire", ["e1", "e3", "e7"])]),
]


@pytest.mark.parametrize(("lanes", "expected"), LANES)
def test_lanes_are_sorted_as_was_asked_for(lanes: str, expected: list[tuple[str, list[str]]]) -> None:
    assert sorted_by(lanes) == expected


def test_a_source_has_an_event_at_the_time_it_gives() -> None:
    post, wire = bands(harbour_fire(), View(lanes="source"))
    assert [e.times for e in post.entries if e.event.id == "e1"] == [(TUESDAY_EVENING,)]
    assert [e.times for e in wire.entries if e.event.id == "e1"] == [(MONDAY_NIGHT,)]


def nameless(story: Timeline) -> Timeline:
    """The story as articles tell it of which nobody knows who published them."""
    return replace(story, readings=tuple(replace(r, article=replace(r.article, source="")) for r in story.readings))


def test_a_source_that_is_not_known_is_called_by_its_headline() -> None:
    story = nameless(harbour_fire())
    headings = ["Warehouse Fire Closes Lowen Harbour", "Inspectors Rule Out Arson"]
    assert [heading for heading, _ in sorted_by("source", story)] == headings


def test_a_heading_is_no_longer_than_the_chart_is_wide() -> None:
    story = harbour_fire()
    long = replace(story.readings[0].article, source="A paper of many words " * 9)
    story = replace(story, readings=(replace(story.readings[0], article=long), *story.readings[1:]))
    frame = Frame(width=340)
    notes = charts.drawing(story, View(lanes="source"), frame)["layout"]["annotations"]
    (heading,) = (note["text"] for note in notes if "many words" in note["text"])
    assert heading.endswith("…</b>")
    assert text_px(heading.removeprefix("<b>").removesuffix("</b>")) <= frame.plot_px + 5


def test_without_any_stated_time_there_is_no_heading() -> None:
    story = replace(harbour_fire(), events=(EVENTS[2],))
    assert sorted_by("", replace(story, readings=tuple(_without_timexes(story)))) == [("", ["e3"])]


RESCUE = EVENTS[2]
"""The one event that no words date."""


def crowded(rescue: Event = RESCUE, *findings: Finding) -> Timeline:
    """The harbour's fire with so many more dated events that they crowd the chart."""
    more = tuple(replace(EVENTS[4], id=f"more{n}") for n in range(CROWD))
    return replace(harbour_fire(), events=(*EVENTS[:2], rescue, *EVENTS[3:], *more), findings=findings)


UNDATED = [
    ("in a small story it is drawn", replace(harbour_fire(), findings=()), View(), False),
    ("unless the reader does not want it", replace(harbour_fire(), findings=()), View(undated="hidden"), True),
    ("in a crowd it is left out", crowded(), View(), True),
    ("in lanes of any kind", crowded(), View(lanes="topic"), True),
    ("unless the reader wants it", crowded(), View(undated="shown"), False),
    ("or has chosen it", crowded(), View(event="e3"), False),
    ("or it is disputed", crowded(replace(RESCUE, alternatives=EVENTS[0].alternatives)), View(), False),
    ("or something is wrong with it", crowded(RESCUE, replace(FINDINGS[0], events=("e3",))), View(), False),
    ("or a person dated it", crowded(replace(RESCUE, time_basis=TimeBasis.DECIDED)), View(), False),
]


@pytest.mark.parametrize(("story", "view", "is_left_out"), [u[1:] for u in UNDATED], ids=[u[0] for u in UNDATED])
def test_what_no_words_date_does_not_crowd_the_chart(story: Timeline, view: View, is_left_out: bool) -> None:
    drawn = {e.event.id for band in bands(story, view) for e in band.entries}
    assert ("e3" not in drawn) is is_left_out
    assert leaves_out(story, view) == ({"e3"} if is_left_out else frozenset())
    assert {"e1", "e2", "e5", "e7"} <= drawn


def test_where_no_words_date_anything_all_is_drawn() -> None:
    story = replace(harbour_fire(), readings=tuple(_without_timexes(harbour_fire())), events=(RESCUE,), findings=())
    assert not undated(story, View(undated="hidden"))


def _without_timexes(story: Timeline) -> list[Reading]:
    return [replace(r, mentions=tuple(replace(m, timex=None) for m in r.mentions)) for r in story.readings]


@pytest.mark.parametrize("lanes", ["topic", "source", "status"])
def test_bands_lie_below_each_other_each_under_its_heading(lanes: str) -> None:
    layout = arrange(harbour_fire(), View(lanes=lanes), Frame())
    assert layout is not None
    starts = [h.lane for h in layout.headings]
    assert starts == sorted(set(starts))
    assert not {p.lane for p in layout.placed} & set(starts)
    assert layout.lanes == max(p.lane for p in layout.placed) + 1
