"""What holds of any log: undoing takes back, independent decisions have no order, JSON loses nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.edits.stories import after, conflict, event, log, on, quote, told
from timeline import edits
from timeline.edits.document import dump, load
from timeline.errors import ConflictError, InputError
from timeline.model import (
    AddEvent,
    AddLink,
    Edit,
    Hide,
    HideLink,
    Judge,
    Merge,
    RelationKind,
    SetPublication,
    SetStatus,
    SetTime,
    SetTitle,
    Split,
    Status,
    Undo,
    Verdict,
)
from timeline.story.log import in_force, undone
from timeline.story.refs import event_at, event_ref
from timeline.temporal.interval import Interval

WORDS = ("Gunmen *attacked*", "bridge *collapsed*", "Engineers *inspected*", "Storms *flooded*", "mayor *resigned*")

days = st.dates(date(2019, 1, 1), date(2019, 12, 31)).map(Interval.of_day)
events = st.sampled_from(WORDS).map(on)
titles = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20)
kinds: st.SearchStrategy[Edit] = st.one_of(
    st.builds(SetTime, events, st.none() | days, titles),
    st.builds(SetTitle, events, titles),
    st.builds(SetStatus, events, st.sampled_from(Status)),
    st.builds(Merge, events, events),
    st.builds(Split, events, events.map(lambda e: e.quotes[:1])),
    st.builds(AddEvent, titles, st.none() | days, titles, st.sampled_from(Status), st.none() | st.just(quote("Lowen"))),
    st.builds(AddLink, events, events, st.sampled_from(RelationKind), titles),
    st.builds(Hide, events),
    st.builds(HideLink, events, events, st.sampled_from(RelationKind), st.sampled_from([None, None, 1])),
    st.builds(Judge, st.builds(conflict), st.sampled_from(Verdict), titles),
)
logs = st.lists(kinds, max_size=5)
examples = settings(max_examples=25)


@examples
@given(logs, kinds)
def test_to_do_and_to_undo_is_to_do_nothing(made: list[Edit], edit: Edit) -> None:
    both = after(*made, edit, Undo(len(made) + 1))
    assert replace(both, log=()) == replace(after(*made), log=())


@examples
@given(logs)
def test_every_entry_that_counts_is_placed_or_listed(made: list[Edit]) -> None:
    timeline = after(*made)
    told_of = [d.entry for d in timeline.decisions] + [u.entry for u in timeline.unplaced]
    assert sorted(told_of, key=lambda e: e.number) == list(in_force(timeline.log))


@examples
@given(st.permutations(range(4)), days, titles)
def test_independent_decisions_have_no_order(order: list[int], day: Interval, title: str) -> None:
    made: list[Edit] = [
        SetTime(on(WORDS[1]), day),
        SetTitle(on(WORDS[2]), title),
        Hide(on(WORDS[4])),
        Judge(conflict(), Verdict.EXPLAINED, title),
    ]
    one, other = after(*made), after(*(made[n] for n in order))
    assert (one.events, one.hidden, one.links) == (other.events, other.hidden, other.links)
    assert [f.is_open for f in one.findings] == [f.is_open for f in other.findings]


@examples
@given(logs)
def test_a_log_that_is_written_is_read_as_it_was(made: list[Edit]) -> None:
    assert load(dump(log(*made))) == log(*made)


@examples
@given(logs)
def test_nothing_differs_from_itself(made: list[Edit]) -> None:
    assert not edits.compare(after(*made), after(*made))


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ("{", "is not JSON"),
        ("[]", 'object with a list "log"'),
        ('{"log": 3}', 'object with a list "log"'),
        ('{"log": [{"number": 1}]}', "0.edit is missing"),
        ('{"log": [{"number": 1, "edit": {"kind": "dance"}, "who": "", "at": "2026-01-01T00:00Z"}]}', "dance"),
        (
            '{"log": [{"number": 2, "edit": {"kind": "undo", "number": 1}, "who": "", "at": "2026-01-01T00:00Z"}]}',
            "numbered",
        ),
        (
            '{"log": [{"number": 1, "edit": {"kind": "undo", "number": 1}, "who": "", "at": "2026-01-01T00:00Z"}]}',
            "before it",
        ),
    ],
)
def test_a_document_that_is_no_log_is_refused_in_a_sentence(document: str, sentence: str) -> None:
    with pytest.raises((InputError, ConflictError), match=sentence):
        load(document)


@pytest.mark.parametrize(
    ("first", "second", "meets"),
    [
        (SetTitle(on(WORDS[0]), "a"), SetTitle(on(WORDS[0]), "b"), True),
        (SetTitle(on(WORDS[0]), "a"), SetTime(on(WORDS[0]), None), False),
        (SetTitle(on(WORDS[0]), "a"), SetTitle(on(WORDS[1]), "b"), False),
        (Merge(on(WORDS[0]), on(WORDS[1])), SetTitle(on(WORDS[1]), "b"), True),
        (SetTitle(on(WORDS[1]), "b"), Hide(on(WORDS[1])), True),
        (Split(on(WORDS[0]), on(WORDS[0]).quotes[:1]), Merge(on(WORDS[2]), on(WORDS[0])), True),
        (Judge(conflict(), Verdict.CONFIRMED), Judge(conflict(), Verdict.DISMISSED), True),
        (Judge(conflict(), Verdict.CONFIRMED), Hide(on(WORDS[4])), False),
        (SetPublication("wire", None), SetPublication("wire", date(2019, 9, 1)), True),
        (SetPublication("wire", None), SetPublication("depot", date(2019, 9, 1)), False),
        (AddEvent("Fog"), AddEvent("Fog"), False),
        (AddLink(on(WORDS[0]), on(WORDS[1]), RelationKind.AFTER), SetTitle(on(WORDS[0]), "a"), False),
        (
            AddLink(on(WORDS[0]), on(WORDS[1]), RelationKind.AFTER),
            AddLink(on(WORDS[0]), on(WORDS[1]), RelationKind.AFTER),
            True,
        ),
        (AddLink(on(WORDS[0]), on(WORDS[1]), RelationKind.AFTER), Hide(on(WORDS[1])), True),
        (
            AddLink(on(WORDS[0]), on(WORDS[1]), RelationKind.AFTER),
            HideLink(on(WORDS[0]), on(WORDS[1]), RelationKind.AFTER),
            True,
        ),
        (HideLink(on(WORDS[0]), on(WORDS[1]), RelationKind.AFTER), SetTitle(on(WORDS[0]), "a"), False),
    ],
)
def test_two_edits_meet_when_they_change_one_thing(first: Edit, second: Edit, meets: bool) -> None:
    assert (edits.conflict(log(first), second, 0) is not None) is meets
    assert (edits.conflict(log(second), first, 0) is not None) is meets
    assert edits.conflict(log(first), second, 1) is None


def test_undoing_meets_what_changed_the_same_thing_since() -> None:
    made = log(SetTitle(on(WORDS[0]), "a"), SetTitle(on(WORDS[0]), "b"))
    assert edits.conflict(made, Undo(1), 1) == made[1]
    assert edits.conflict(made, Undo(1), 2) is None


def test_an_undoing_of_an_undoing_counts_the_entry_again() -> None:
    made = log(SetTitle(on(WORDS[0]), "a"), Undo(1), Undo(2))
    assert in_force(made) == made[:1]
    assert undone(made) == {2: made[2]}


def test_refs_name_the_same_thing_in_any_telling() -> None:
    timeline = after(Merge(on(WORDS[1]), on(WORDS[3])), AddEvent("Fog"))
    for shown in timeline.events:
        assert event_at(timeline, event_ref(timeline, shown)) == shown
    ref = event_ref(told(), event(WORDS[4]))
    assert event_at(timeline, ref).title == "The mayor resigned"


def test_what_differs_is_told() -> None:
    moved = after(SetTime(on(WORDS[1]), Interval.of_day(date(2019, 9, 1))), Hide(on(WORDS[4])), AddEvent("Fog"))
    changes = edits.compare(told(), moved)
    assert [(m.before.title, m.after.time) for m in changes.moved] == [
        ("A bridge collapsed near Lowen", Interval.of_day(date(2019, 9, 1)))
    ]
    assert [e.title for e in changes.gone] == ["The mayor resigned"]
    assert [e.title for e in changes.new] == ["Fog"]
    assert (changes.settled, changes.found) == ((), ())


def test_a_link_that_goes_or_comes_is_told_with_its_events() -> None:
    (link,) = {k for k in told().links if k.source == event(WORDS[3]).id and k.target == event(WORDS[4]).id}
    hidden = edits.compare(told(), after(edits.anchored_link(told(), link)))
    assert [(t.source.title, t.link.relation, t.target.title) for t in hidden.unlinked] == [
        ("Storms flooded the railway station of Lowen", RelationKind.BEFORE, "The mayor resigned")
    ]
    assert edits.lines(hidden) == (
        "- “Storms flooded the railway station of Lowen” before “The mayor resigned” (inferred)",
    )
    added = edits.compare(told(), after(AddLink(on(WORDS[1]), on(WORDS[2]), RelationKind.CAUSES)))
    assert [(t.link.relation, t.link.basis) for t in added.linked] == [(RelationKind.CAUSES, "decided")]


def test_another_publication_date_is_told_with_the_findings_that_come_and_go() -> None:
    changes = edits.compare(told(), after(SetPublication("depot", date(2019, 9, 24))))
    assert [(r.article_id, r.after.date) for r in changes.published] == [("depot", date(2019, 9, 24))]
    assert {m.before.title for m in changes.moved} >= {"Gunmen attacked the oil depot in Lowen"}
