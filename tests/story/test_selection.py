from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import harbour_fire
from timeline.model import Copy, Severity, Status, Timeline
from timeline.story import Filter, select
from timeline.story.selection import people, places, source_name, sources

ALL = ["e1", "e2", "e3", "e4", "e5", "e6", "e7"]

KEPT = [
    (Filter(), ALL),
    (Filter(source=("coast wire",)), ["e1", "e3", "e7"]),
    (Filter(source=("Coast Wire", "Lowen Post")), ALL),
    (Filter(source=("Coast",)), []),
    (Filter(status=(Status.NEGATED, Status.INTENDED)), ["e4", "e6"]),
    (Filter(severity=(Severity.MEDIUM,)), ["e3"]),
    (Filter(severity=(Severity.HIGH, Severity.MEDIUM)), ["e1", "e3"]),
    (Filter(person=("HARBOUR MASTER",)), ["e2"]),
    (Filter(person=("inspector", "warehouse")), ["e1", "e7"]),
    (Filter(place=("lowen",)), ["e1"]),
    (Filter(place=("Lisbon",)), []),
    (Filter(text="faulty wiring in"), ["e5"]),
    (Filter(text="inspectors' STATEMENT"), ["e7"]),
    (Filter(first=date(2021, 3, 10)), ["e2", "e6", "e7"]),
    (Filter(first=date(2021, 3, 9), last=date(2021, 3, 9)), ["e1", "e3", "e5"]),
    (Filter(last=date(2021, 3, 8)), ["e1", "e5"]),  # e1 only by the other report of it
    (Filter(last=date(2021, 2, 9)), []),
    (Filter(disputed=True), ["e1"]),
    (Filter(disputed=True, source=("Coast Wire",), text="fire"), ["e1"]),
    (Filter(disputed=True, text="wiring"), []),
]


@pytest.mark.parametrize(("wanted", "events"), KEPT)
def test_events_that_meet_every_condition_are_kept(wanted: Filter, events: list[str]) -> None:
    assert [e.id for e in select(harbour_fire(), wanted).events] == events


def test_no_condition_is_the_very_same_story() -> None:
    story = harbour_fire()
    assert select(story, Filter()) is story


def test_findings_and_links_follow_their_events() -> None:
    part = select(harbour_fire(), Filter(text="led out"))
    assert [e.id for e in part.events] == ["e3"]
    assert [f.id for f in part.findings] == ["f3"]
    assert part.links == ()
    both = select(harbour_fire(), Filter(status=(Status.OCCURRED,)))
    assert [k.id for k in both.links] == ["l1", "l2", "l3"]


def test_a_finding_of_no_event_is_kept_by_its_source_and_severity_alone() -> None:
    def ids(wanted: Filter) -> list[str]:
        return [f.id for f in select(harbour_fire(), wanted).findings]

    assert ids(Filter(severity=(Severity.LOW,))) == ["f4"]
    assert "f4" in ids(Filter(source=("Coast Wire",)))
    assert "f4" not in ids(Filter(source=("Lowen Post",)))
    assert "f4" not in ids(Filter(disputed=True))


def test_a_copy_of_an_article_that_is_gone_is_none() -> None:
    story = replace(harbour_fire(), copies=(Copy("wire", "post", 1.0, "the same text"),))
    assert select(story, Filter(disputed=True)).copies == story.copies
    assert select(story, Filter(text="inspectors'")).copies == ()


def test_a_finding_whose_root_is_gone_has_none() -> None:
    story = harbour_fire()
    findings = tuple(replace(f, severity=Severity.LOW) if f.id == "f2" else f for f in story.findings)
    part = select(replace(story, findings=findings), Filter(severity=(Severity.LOW,)))
    assert [(f.id, f.root) for f in part.findings] == [("f2", None), ("f4", None)]


def is_whole(story: Timeline) -> bool:
    """Everything that the story points at is in it."""
    events, findings = {e.id for e in story.events}, {f.id for f in story.findings}
    return (
        all(m in story.mentions for e in story.events for m in e.mentions)
        and all(m in story.event_of for m in story.mentions)
        and all(m.timex is None or m.timex in story.timexes for m in story.mentions.values())
        and all(m.elaborates is None or m.elaborates in story.mentions for m in story.mentions.values())
        and all(k.source in events and k.target in events for k in story.links)
        and all(k.quote.article_id in story.articles for k in story.links)
        and all(q.article_id in story.articles for f in story.findings for q in f.quotes)
        and all(f.root is None or f.root in findings for f in story.findings)
        and all(e in events for f in story.findings for e in f.events)
    )


@given(
    status=st.sets(st.sampled_from(list(Status))),
    severity=st.sets(st.sampled_from(list(Severity))),
    source=st.sets(st.sampled_from(["Coast Wire", "Lowen Post", "Nobody"])),
    text=st.sampled_from(["", "fire", "Thursday", "zebra"]),
    disputed=st.booleans(),
)
def test_what_remains_is_a_whole_story(
    status: set[Status], severity: set[Severity], source: set[str], text: str, disputed: bool
) -> None:
    wanted = Filter(tuple(source), tuple(status), tuple(severity), text=text, disputed=disputed)
    part = select(harbour_fire(), wanted)
    assert is_whole(part)
    assert select(part, wanted).events == part.events


def test_what_can_be_asked_for_is_told() -> None:
    assert sources(harbour_fire()) == {"Lowen Post": 6, "Coast Wire": 3}
    assert places(harbour_fire()) == ("Lowen Harbour",)
    assert people(harbour_fire()) == ("Inspectors",)


def test_an_article_without_a_source_is_named_by_its_id() -> None:
    article = harbour_fire().readings[0].article
    assert source_name(article) == "Lowen Post"
    assert source_name(replace(article, source="  ")) == "post"
