from __future__ import annotations

from dataclasses import replace

import pytest

from tests.samples import EVENTS, MONDAY_NIGHT, TUESDAY_EVENING, harbour_fire
from timeline.model import Reading, Timeline
from web.arrangement import arrange
from web.bands import UNSTATED, bands
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


def test_without_any_stated_time_there_is_no_heading() -> None:
    story = replace(harbour_fire(), events=(EVENTS[2],))
    assert sorted_by("", replace(story, readings=tuple(_without_timexes(story)))) == [("", ["e3"])]


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
