"""From relations to links: what follows from what is stated, and what an inferred order must give way to."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import articles
from timeline.links import connect
from timeline.links.connect import Ends
from timeline.model import (
    Basis,
    BlockKind,
    Event,
    EventClass,
    LinkBasis,
    Mention,
    PublicationDate,
    Reading,
    Relation,
    RelationKind,
    Span,
    Status,
    TimeBasis,
    Timeline,
)
from timeline.temporal.interval import Interval

BEFORE, AFTER, CAUSES, OVERLAPS = (
    RelationKind.BEFORE,
    RelationKind.AFTER,
    RelationKind.CAUSES,
    RelationKind.OVERLAPS,
)
STATED, INFERRED = LinkBasis.STATED, LinkBasis.INFERRED
TEXT = "abcdefgh"


def relation(source: str, kind: RelationKind, target: str, chance: float = 0.0) -> Relation:
    """Between the events of two letters; inferred with that chance, stated without one."""
    span = Span(min(map(TEXT.index, (source, target))), max(map(TEXT.index, (source, target))) + 1)
    basis = INFERRED if chance else STATED
    return Relation(source, target, kind, span, "a signal", basis, chance or 1.0)


def story(*relations: Relation, days: str = "", unwanted: Collection[Ends] = ()) -> Timeline:
    """One event a letter; those in `days` happened on that day of March."""
    times = {letter: Interval.of_day(date(2020, 3, 1) + timedelta(days=n)) for n, letter in enumerate(days)}
    mentions, events = [], []
    for n, letter in enumerate(TEXT):
        span = Span(n, n + 1)
        mentions.append(
            Mention(
                letter,
                "x",
                span,
                letter,
                letter,
                letter,
                EventClass.OCCURRENCE,
                Status.OCCURRED,
                span,
                Span(0, len(TEXT)),
                BlockKind.BODY,
                time=times.get(letter),
            )
        )
        basis = TimeBasis.STATED if letter in times else TimeBasis.NONE
        events.append(Event(letter, letter, Status.OCCURRED, (letter,), times.get(letter), time_basis=basis))
    reading = Reading(
        articles.from_text(TEXT, id="x"), PublicationDate(None, None, 0.0, Basis.NONE), (), tuple(mentions), relations
    )
    return connect(Timeline("s", (reading,), events=tuple(events)), unwanted)


def told(timeline: Timeline, basis: LinkBasis) -> list[tuple[str, str, str]]:
    """The links of that basis."""
    return [(k.source, k.relation.value, k.target) for k in timeline.links if k.basis is basis]


def test_what_follows_from_stated_orders_is_inferred_and_says_from_what() -> None:
    linked = story(relation("a", BEFORE, "b"), relation("c", AFTER, "b"))
    assert told(linked, INFERRED) == [("a", "before", "c")]
    assert linked.links[-1].why == "follows from “ab”, “bc”"
    assert linked.links[-1].confidence == 1.0


def test_a_cause_comes_before_and_a_meeting_of_times_proves_no_order() -> None:
    assert told(story(relation("a", CAUSES, "b"), relation("b", BEFORE, "c")), INFERRED) == [("a", "before", "c")]
    assert told(story(relation("a", OVERLAPS, "b"), relation("b", BEFORE, "c")), INFERRED) == []


def test_nothing_follows_twice_or_against_what_is_stated() -> None:
    linked = story(relation("a", BEFORE, "b"), relation("b", BEFORE, "c"), relation("a", BEFORE, "c"))
    assert told(linked, INFERRED) == []


def test_a_circle_of_stated_orders_proves_nothing() -> None:
    circle = [relation("a", BEFORE, "b"), relation("b", BEFORE, "c"), relation("c", BEFORE, "a")]
    assert told(story(*circle), INFERRED) == []
    assert len(told(story(*circle), STATED)) == 3


def test_an_inferred_order_gives_way_to_stated_ones_and_to_what_follows_from_them() -> None:
    stated = relation("a", BEFORE, "b"), relation("b", BEFORE, "c")
    assert told(story(*stated, relation("b", BEFORE, "a", 0.9)), INFERRED) == [("a", "before", "c")]
    assert told(story(*stated, relation("a", AFTER, "c", 0.9)), INFERRED) == [("a", "before", "c")]
    assert ("c", "before", "d") in told(story(*stated, relation("c", BEFORE, "d", 0.9)), INFERRED)


def test_an_inferred_order_gives_way_to_stated_dates() -> None:
    assert told(story(relation("a", BEFORE, "b", 0.9), days="ba"), INFERRED) == []
    assert told(story(relation("a", BEFORE, "b", 0.9), days="ab"), INFERRED) == [("a", "before", "b")]


def test_of_inferred_orders_that_exclude_each_other_the_surest_stay() -> None:
    circle = relation("a", BEFORE, "b", 0.9), relation("b", BEFORE, "c", 0.8), relation("a", AFTER, "c", 0.7)
    assert told(story(*circle), INFERRED) == [("a", "before", "b"), ("b", "before", "c")]


def test_links_are_numbered_stated_ones_first() -> None:
    linked = story(relation("a", BEFORE, "b", 0.9), relation("c", BEFORE, "d"))
    assert [(k.id, k.basis) for k in linked.links] == [("k1", STATED), ("k2", INFERRED)]


@pytest.mark.parametrize(
    ("unwanted", "left"),
    [
        (("a", "b", BEFORE), [("k1", "b", "c")]),  # nothing follows from it
        (
            ("a", "c", BEFORE),
            [("k1", "a", "b"), ("k2", "b", "c")],
        ),  # what follows is unwanted, not what it follows from
        (("a", "b", AFTER), [("k1", "a", "b"), ("k2", "b", "c"), ("k3", "a", "c")]),  # nobody said so
        (("c", "d", BEFORE), [("k1", "a", "b"), ("k2", "b", "c"), ("k3", "a", "c")]),
    ],
)
def test_what_is_unwanted_is_hidden(unwanted: Ends, left: list[tuple[str, str, str]]) -> None:
    linked = story(relation("a", BEFORE, "b"), relation("b", BEFORE, "c"), unwanted={unwanted})
    assert [(k.id, k.source, k.target) for k in linked.links] == left
    ends = [(k.source, k.target, k.relation) for k in linked.hidden_links]
    assert ends == ([unwanted] if len(left) < 3 else [])
    assert len({k.id for k in (*linked.links, *linked.hidden_links)}) == len(linked.links) + len(linked.hidden_links)


def test_an_unwanted_order_bars_no_other() -> None:
    circle = relation("a", BEFORE, "b", 0.9), relation("b", BEFORE, "c", 0.8), relation("a", AFTER, "c", 0.7)
    linked = story(*circle, unwanted={("a", "b", BEFORE)})
    assert told(linked, INFERRED) == [("b", "before", "c"), ("a", "after", "c")]


RELATIONS = st.builds(
    lambda pair, kind, chance: relation(pair[0], kind, pair[1], chance),
    st.permutations(TEXT),
    st.sampled_from([BEFORE, AFTER]),
    st.sampled_from([0.0, 0.6, 0.7, 0.8, 0.9]),
)


@given(st.lists(RELATIONS, max_size=12))
def test_no_three_inferred_orders_run_in_a_circle(relations: list[Relation]) -> None:
    linked = story(*relations)
    after = {(s, t) if kind == "before" else (t, s) for s, kind, t in told(linked, INFERRED)}
    assert not any((b, a) in after for a, b in after)
    assert not any((c, a) in after for a, b in after for x, c in after if x == b)
