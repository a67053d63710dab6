"""Each kind of edit: it applies, it is undone, and where it finds no place it is listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.edits import stories
from tests.edits.stories import after, conflict, event, log, on, quote, told
from timeline import articles, edits, pipeline
from timeline.model import (
    AddEvent,
    AddLink,
    Anchor,
    Edit,
    EventAnchor,
    FindingAnchor,
    Hide,
    HideLink,
    Judge,
    Link,
    LinkBasis,
    Merge,
    RelationKind,
    SetPublication,
    SetStatus,
    SetTime,
    SetTitle,
    Split,
    Status,
    TimeBasis,
    Timeline,
    Undo,
    Verdict,
)
from timeline.story.refs import event_at, event_ref
from timeline.temporal.interval import Interval

FRIDAY = Interval.of_day(date(2019, 9, 20))
ATTACKED, ATTACK, COLLAPSED = "Gunmen *attacked*", "Wednesday night's *attack*", "bridge *collapsed*"
FLOODED, RESIGNED = "Storms *flooded*", "mayor *resigned*"

EDITS: list[tuple[Callable[[], Edit], Callable[[Timeline], object], object]] = [
    (lambda: SetPublication("wire", date(2019, 10, 3)), lambda t: _days(t, FLOODED), "2019-10-01"),
    (lambda: SetTime(on(COLLAPSED), FRIDAY, "Friday"), lambda t: _days(t, COLLAPSED), "2019-09-20"),
    (lambda: SetTime(on(ATTACKED), FRIDAY), lambda t: event(ATTACKED, t).is_disputed, False),
    (lambda: SetTime(on(COLLAPSED), None), lambda t: event(COLLAPSED, t).time, None),
    (lambda: SetTitle(on(COLLAPSED), "Bridge down"), lambda t: event(COLLAPSED, t).title, "Bridge down"),
    (lambda: SetStatus(on(RESIGNED), Status.ALLEGED), lambda t: event(RESIGNED, t).status, Status.ALLEGED),
    (lambda: Merge(on(COLLAPSED), on(FLOODED)), lambda t: event(COLLAPSED, t) == event(FLOODED, t), True),
    (lambda: Merge(on(COLLAPSED), on(FLOODED)), lambda t: event(FLOODED, t).is_disputed, True),
    (lambda: Split(on(ATTACKED), _words(ATTACK)), lambda t: event(ATTACKED, t) == event(ATTACK, t), False),
    (lambda: Split(on(ATTACKED), _words(ATTACK)), lambda t: [f.check for f in t.findings], ["time-conflict"]),
    (lambda: AddEvent("Fog", FRIDAY), lambda t: t.events[0].title, "Fog"),
    (
        lambda: AddEvent("Fog", quote=quote("railway station")),
        lambda t: [e.title for e in t.events if e.mentions == ("h1",)],
        ["Fog"],
    ),
    (lambda: _after(RESIGNED, FLOODED), lambda t: t.links[-1].relation, RelationKind.AFTER),
    (lambda: Hide(on(RESIGNED)), lambda t: [e.title for e in t.hidden], ["The mayor resigned"]),
    (lambda: Hide(on(RESIGNED)), lambda t: "The mayor resigned" in [e.title for e in t.events], False),
    (lambda: _hidden(FLOODED, RESIGNED), lambda t: _between(FLOODED, RESIGNED, t), []),
    (lambda: _hidden(FLOODED, RESIGNED), lambda t: [k.basis for k in t.hidden_links], [LinkBasis.INFERRED]),
    (lambda: Judge(conflict(), Verdict.CONFIRMED, "typo"), lambda t: _judged(t), (Verdict.CONFIRMED, "typo", "Ada", 1)),
    (lambda: Judge(conflict(), Verdict.DISMISSED), lambda t: [f.is_open for f in t.findings], [False]),
]


def _days(timeline: Timeline, words: str) -> str:
    time = event(words, timeline).time
    return time.first_day.isoformat() if time else ""


def _words(trigger: str) -> tuple[Anchor, ...]:
    return (edits.anchored_mention(told(), stories.mention(trigger)),)


def _after(later: str, earlier: str) -> AddLink:
    return AddLink(on(later), on(earlier), RelationKind.AFTER, "says the wire")


def _hidden(first: str, second: str) -> HideLink:
    (link,) = _links(first, second, told())
    return edits.anchored_link(told(), link)


def _links(first: str, second: str, timeline: Timeline) -> list[Link]:
    pair = {event(first, timeline).id, event(second, timeline).id}
    return [k for k in timeline.links if {k.source, k.target} == pair]


def _between(first: str, second: str, timeline: Timeline) -> list[RelationKind]:
    return [k.relation for k in _links(first, second, timeline)]


def _judged(timeline: Timeline) -> object:
    judgement = timeline.findings[0].judgement
    return judgement and (judgement.verdict, judgement.note, judgement.who, judgement.number)


@pytest.mark.parametrize(("edit", "look", "expected"), EDITS)
def test_an_edit_is_seen(edit: Callable[[], Edit], look: Callable[[Timeline], object], expected: object) -> None:
    timeline = after(edit())
    assert look(timeline) == expected
    assert [d.entry.number for d in timeline.decisions] == [1]
    assert timeline.unplaced == ()


@pytest.mark.parametrize(("edit", "look", "_expected"), EDITS)
def test_an_edit_that_is_undone_leaves_no_trace_but_in_the_log(
    edit: Callable[[], Edit], look: Callable[[Timeline], object], _expected: object
) -> None:
    timeline = after(edit(), Undo(1))
    assert replace(timeline, log=()) == told()
    assert len(timeline.log) == 2


@pytest.mark.parametrize(("edit", "look", "expected"), EDITS)
def test_an_undoing_that_is_undone_brings_the_edit_back(
    edit: Callable[[], Edit], look: Callable[[Timeline], object], expected: object
) -> None:
    assert look(after(edit(), Undo(1), Undo(2))) == expected
    assert replace(after(edit(), Undo(1), Undo(2), Undo(3)), log=()) == told()


@pytest.mark.parametrize(("edit", "look", "expected"), EDITS)
def test_an_edit_survives_another_numbering_of_the_same_texts(
    edit: Callable[[], Edit], look: Callable[[Timeline], object], expected: object
) -> None:
    made = log(edit())
    again = pipeline.build_timeline(stories.renumbered(stories.readings()), story_id="lowen", log=made)
    assert look(again) == expected
    assert again.unplaced == ()


def test_an_added_link_takes_the_place_of_an_inferred_one() -> None:
    def bases(timeline: Timeline) -> list[LinkBasis]:
        pair = {event(FLOODED, timeline).id, event(RESIGNED, timeline).id}
        return [k.basis for k in timeline.links if {k.source, k.target} == pair]

    assert bases(told()) == [LinkBasis.INFERRED]
    assert bases(after(_after(FLOODED, RESIGNED))) == [LinkBasis.DECIDED]


GONE = EventAnchor((Anchor("depot", "earthquake", "an ", " struck", 3),), title="Quake")

LOST: list[tuple[Edit, str]] = [
    (SetPublication("post", date(2019, 10, 3)), "the story has no article “post”"),
    (SetTime(GONE, FRIDAY), "“depot” no longer says “earthquake”"),
    (SetTitle(GONE, "Quake"), "“depot” no longer says “earthquake”"),
    (SetStatus(EventAnchor((Anchor("post", "x"),)), Status.ALLEGED), "the story has no article “post”"),
    (SetStatus(EventAnchor((Anchor("depot", "Lowen", "qqqqqq", "qqqqqq"),)), Status.ALLEGED), "no longer stands where"),
    (SetTitle(EventAnchor((Anchor("depot", "Lowen"),)), "Lowen"), "no event is read at “Lowen” in “depot”"),
    (Merge(GONE, GONE), "no longer says"),
    (Split(GONE, GONE.quotes), "no longer says"),
    (AddEvent("Quake", quote=GONE.quotes[0]), "no longer says"),
    (AddLink(GONE, GONE, RelationKind.AFTER), "no longer says"),
    (Hide(GONE), "no longer says"),
    (Hide(EventAnchor(added=9, title="Fog")), "“Fog” is not shown"),
    (Hide(EventAnchor(title="Fog")), "it names no words of any article"),
    (HideLink(GONE, GONE, RelationKind.AFTER), "no longer says"),
    (
        HideLink(on(COLLAPSED), on(RESIGNED), RelationKind.CAUSES),
        "nothing says any more: “A bridge collapsed near Lowen”",
    ),
    (HideLink(on(COLLAPSED), on(RESIGNED), RelationKind.AFTER, added=7), "nothing says any more"),
    (Judge(FindingAnchor("time-conflict", GONE.quotes), Verdict.DISMISSED), "no longer says"),
    (Judge(FindingAnchor("arithmetic", ()), Verdict.DISMISSED), "“arithmetic” no longer finds this"),
]


@pytest.mark.parametrize(("edit", "reason"), LOST)
def test_an_edit_that_finds_no_place_is_listed_with_its_reason(edit: Edit, reason: str) -> None:
    timeline = after(edit)
    assert replace(timeline, log=(), unplaced=(), edited=()) == told()
    assert [u.entry for u in timeline.unplaced] == list(timeline.log)
    assert reason in timeline.unplaced[0].reason


def test_what_depends_on_an_edit_that_is_undone_is_listed_and_comes_back_with_it() -> None:
    made = (AddEvent("Fog", FRIDAY), SetTitle(EventAnchor(added=1, title="Fog"), "Dense fog"))
    assert after(*made).events[0].title == "Dense fog"
    assert [u.reason for u in after(*made, Undo(1)).unplaced] == ["“Fog” is not shown"]
    assert after(*made, Undo(1), Undo(3)).events[0].title == "Dense fog"


def test_an_event_added_at_the_word_that_tells_another_one_is_not_taken_for_it() -> None:
    added = AddEvent("Arson", FRIDAY, quote=on(COLLAPSED).quotes[0])
    both = after(added)
    read = next(e for e in both.events if e.title == event(COLLAPSED).title)
    assert event_at(both, event_ref(both, read)) == read
    assert edits.anchored_event(both, read) == on(COLLAPSED)
    retitled = after(added, SetTitle(on(COLLAPSED), "Bridge down"))
    assert {"Arson", "Bridge down"} <= {e.title for e in retitled.events}


def test_the_value_of_the_machine_stays_beside_the_decision() -> None:
    timeline = after(SetTime(on(ATTACKED), FRIDAY, "on Friday"), SetTitle(on(ATTACKED), "Raid"))
    decided, machine = event(ATTACKED, timeline), event(ATTACKED)
    assert decided.machine == machine
    assert (decided.time_basis, decided.time_why) == (TimeBasis.DECIDED, "set by hand: “on Friday”")
    assert [e.number for e in timeline.decided[decided.id]] == [1, 2]


def test_a_decided_publication_date_keeps_what_the_text_says() -> None:
    wire = after(SetPublication("wire", date(2019, 10, 3))).readings[1]
    assert wire.publication.date == date(2019, 10, 3)
    assert wire.inferred == stories.readings()[1].publication


def test_joining_events_with_other_times_makes_a_dispute_and_a_finding() -> None:
    timeline = after(Merge(on(COLLAPSED), on(FLOODED)))
    joined = event(COLLAPSED, timeline)
    assert joined.why[1] == "a person joined it to the others"
    assert [f.events for f in timeline.findings if f.check == "time-conflict"][1:] == [(joined.id,)]


def test_joining_is_the_same_from_either_side() -> None:
    one, other = after(Merge(on(COLLAPSED), on(FLOODED))), after(Merge(on(FLOODED), on(COLLAPSED)))
    assert one.events == other.events
    assert one.findings == other.findings


def test_a_link_to_a_hidden_event_is_not_shown_and_both_edits_stand() -> None:
    timeline = after(_after(RESIGNED, FLOODED), Hide(on(FLOODED)))
    assert timeline.hidden[0].id not in {e for link in timeline.links for e in (link.source, link.target)}
    assert [d.entry.number for d in timeline.decisions] == [1, 2]
    assert timeline.unplaced == ()


def test_a_link_is_hidden_from_whichever_side_it_is_told() -> None:
    made = _hidden(FLOODED, RESIGNED)
    turned = HideLink(made.other, made.event, made.relation.converse or made.relation)
    assert after(turned).links == after(made).links
    assert after(turned).unplaced == ()


def test_a_hidden_link_stays_hidden_when_its_event_is_joined_with_another() -> None:
    timeline = after(_hidden(FLOODED, RESIGNED), Merge(on(COLLAPSED), on(FLOODED)))
    assert _between(FLOODED, RESIGNED, timeline) == []
    assert timeline.unplaced == ()


def test_a_link_that_a_person_added_can_be_hidden_and_another_one_of_these_events_stays() -> None:
    added = _after(RESIGNED, FLOODED)
    hidden = edits.anchored_link(after(added), after(added).links[-1])
    assert hidden.added == 1
    timeline = after(added, hidden)
    assert [k.id for k in timeline.hidden_links] == ["h1"]
    assert LinkBasis.DECIDED not in [k.basis for k in timeline.links]
    assert [u.entry.number for u in after(added, hidden, Undo(1)).unplaced] == [2]


def test_nothing_follows_from_a_link_that_is_hidden() -> None:
    text = "The dam broke after the storm hit and before the mayor resigned."
    reading = pipeline.read_article(articles.from_text(text, published=date(2019, 9, 26)))
    story = pipeline.build_timeline([reading])
    stated = [k for k in story.links if k.basis is LinkBasis.STATED]
    assert [k.why for k in story.links if k.why.startswith("follows")]
    left = pipeline.build_timeline([reading], log=log(*(edits.anchored_link(story, k) for k in stated)))
    assert [k.why for k in left.links if k.why.startswith(("stated", "follows"))] == []
    assert [k for k in left.hidden_links if k.basis is LinkBasis.STATED]


def test_a_dismissal_does_not_pass_to_another_finding_of_the_same_words() -> None:
    anchor = conflict()
    made = Judge(replace(anchor, quotes=(anchor.quotes[0], quote("Sunday"))), Verdict.DISMISSED)
    assert [f.judgement for f in after(made).findings] == [None]


def test_a_dismissal_stays_with_a_finding_that_has_one_quote_less() -> None:
    timeline = after(Judge(conflict(), Verdict.DISMISSED), Split(on(ATTACKED), _words(ATTACKED)))
    assert [f.is_open for f in timeline.findings] == [False]


def test_of_two_decisions_on_one_thing_the_last_counts() -> None:
    timeline = after(SetTitle(on(COLLAPSED), "One"), SetTitle(on(COLLAPSED), "Two"))
    assert event(COLLAPSED, timeline).title == "Two"
    assert (
        event(COLLAPSED, after(SetTitle(on(COLLAPSED), "One"), SetTitle(on(COLLAPSED), "Two"), Undo(2))).title == "One"
    )
