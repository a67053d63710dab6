"""Which events matter most where there is no room to name them all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.samples import EVENTS, FINDINGS, harbour_fire
from timeline.model import Event, EventClass, Reading, Severity, Timeline
from web.prominence import prominence

FIRE, LED_OUT = EVENTS[0], EVENTS[1]


def two(first: Event, second: Event, **story: object) -> list[str]:
    """Two events, the one that matters more first."""
    timeline = replace(harbour_fire(), **{"events": (first, second), "findings": (), **story})  # type: ignore[arg-type]
    places = prominence(timeline)
    return sorted(places, key=places.__getitem__)


def of(mentions: tuple[str, ...], id: str, **event: object) -> Event:
    return replace(LED_OUT, id=id, mentions=mentions, **event)  # type: ignore[arg-type]


def test_a_disputed_event_comes_before_one_that_more_sources_tell() -> None:
    disputed = of(("post.m2",), "disputed", alternatives=FIRE.alternatives)
    assert two(of(("post.m1", "wire.m2"), "told"), disputed) == ["disputed", "told"]


@pytest.mark.parametrize(("severity", "first"), [("high", "odd"), ("medium", "odd"), ("low", "told"), ("info", "told")])
def test_a_serious_finding_brings_its_events_forward(severity: str, first: str) -> None:
    found = replace(FINDINGS[0], severity=Severity(severity), events=("odd",))
    told, odd = of(("post.m1", "wire.m2"), "told"), of(("post.m2",), "odd")
    assert two(told, odd, findings=(found,))[0] == first


def test_what_two_sources_tell_comes_before_what_one_tells_twice() -> None:
    assert two(of(("post.m1", "post.m2"), "twice"), of(("post.m1", "wire.m2"), "both")) == ["both", "twice"]


def test_what_happens_comes_before_what_is_said() -> None:
    story = harbour_fire()
    said = replace(story, readings=tuple(_said(r) for r in story.readings))
    timeline = replace(said, events=(of(("post.m3",), "said"), of(("post.m2",), "done")), findings=())
    assert [e for e, _ in sorted(prominence(timeline).items(), key=lambda p: p[1])] == ["done", "said"]


def _said(reading: Reading) -> Reading:
    """The reading with all mentions undated, and of m3 that it only tells what somebody says."""
    return replace(
        reading,
        mentions=tuple(
            replace(m, timex=None, event_class=EventClass.REPORTING if m.id.endswith("m3") else EventClass.OCCURRENCE)
            for m in reading.mentions
        ),
    )


def test_every_event_has_a_place_of_its_own() -> None:
    story: Timeline = harbour_fire()
    assert sorted(prominence(story).values()) == list(range(len(story.events)))
