from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.samples import EVENTS, WIRE, harbour_fire, quoted
from timeline.model import Copy, Link, LinkBasis, RelationKind, Status, Timeline
from timeline.story.claims import Aspect, Claim, claims
from timeline.story.matrix import Mark, matrix


def told(story: Timeline) -> dict[tuple[str, str, str], list[str]]:
    """Each row as event, aspect and what it is about, with its cells in words."""
    return {
        (e.event.id, row.aspect.value, row.about): [
            "; ".join(c.value for c in cell.claims) + (f" ({cell.mark})" if cell.mark else "") for cell in row.cells
        ]
        for e in matrix(story).events
        for row in e.rows
    }


def test_what_every_article_says_stands_side_by_side() -> None:
    assert told(harbour_fire()) == {
        ("e1", "when", ""): [
            "Tue 9 March 2021, 18:00–24:00 (conflict)",
            "Mon 8 March, 20:00 – Tue 9 March 2021, 06:00 (conflict)",
        ],
        ("e1", "where", ""): ["Lowen Harbour (alone)", ""],
        ("e3", "how many", "worker"): ["At least 12 workers (conflict)", "Nearly 20 workers (conflict)"],
    }


def test_columns_come_in_order_of_publication_undated_ones_last() -> None:
    post, wire = harbour_fire().readings
    story = replace(harbour_fire(), readings=(wire, post))
    assert [c.source for c in matrix(story).columns] == ["Lowen Post", "Coast Wire"]
    undated = replace(post, publication=replace(post.publication, date=None))
    story = replace(harbour_fire(), readings=(undated, wire))
    assert [(c.source, c.published) for c in matrix(story).columns] == [
        ("Coast Wire", date(2021, 3, 11)),
        ("Lowen Post", None),
    ]


def test_what_a_later_article_tells_otherwise_is_an_update_unless_a_finding_calls_it_a_conflict() -> None:
    story = replace(harbour_fire(), findings=())
    assert told(story)["e1", "when", ""] == [
        "Tue 9 March 2021, 18:00–24:00",
        "Mon 8 March, 20:00 – Tue 9 March 2021, 06:00 (update)",
    ]
    assert told(story)["e3", "how many", "worker"] == ["At least 12 workers", "Nearly 20 workers"]  # 18 is at least 12


def test_a_copy_is_no_second_source() -> None:
    story = replace(harbour_fire(), copies=(Copy("wire", "post", 1.0, "the same text"),), findings=())
    compared = matrix(story)
    assert [c.copy_of for c in compared.columns] == ["", "post"]
    assert [(e.event.id, e.sources) for e in compared.events] == [("e1", 1)]  # e3 is no longer told by two
    assert not any(cell.mark is Mark.ALONE for e in compared.events for row in e.rows for cell in row.cells)


def test_events_of_one_source_are_left_out_unless_every_one_is_asked_for() -> None:
    assert matrix(harbour_fire()).left_out == 5
    every = matrix(harbour_fire(), every=True)
    assert [e.event.id for e in every.events] == ["e5", "e1", "e3", "e2", "e7", "e6", "e4"]
    assert not any(c.mark is Mark.ALONE for e in every.events if e.sources == 1 for row in e.rows for c in row.cells)


def test_events_of_which_the_sources_say_nothing_comparable_are_left_out() -> None:
    post, wire = harbour_fire().readings
    mentions = tuple(replace(m, figures=()) if m.id == "wire.m3" else m for m in wire.mentions)
    story = replace(harbour_fire(), readings=(post, replace(wire, mentions=mentions)), findings=())
    assert [e.event.id for e in matrix(story).events] == ["e1"]


def test_a_story_without_articles_is_an_empty_matrix() -> None:
    empty = matrix(Timeline("empty", ()))
    assert (empty.columns, empty.events, empty.left_out) == ((), (), 0)


STANCES = [
    (Status.NEGATED, ["happened", "did not happen"]),
    (Status.ALLEGED, ["happened", "alleged"]),
    (Status.INTENDED, []),
    (Status.OCCURRED, []),
]


@pytest.mark.parametrize(("status", "said"), STANCES)
def test_whether_it_happened_is_told_where_an_article_denies_or_doubts_it(status: Status, said: list[str]) -> None:
    post, wire = harbour_fire().readings
    mentions = tuple(replace(m, status=status) if m.id == "wire.m2" else m for m in wire.mentions)
    story = replace(harbour_fire(), readings=(post, replace(wire, mentions=mentions)))
    assert [c.value for c in claims(story, EVENTS[0]) if c.aspect is Aspect.STANCE] == said


def test_a_link_that_denies_is_a_claim_of_its_article() -> None:
    denial = Link(
        "l9", "e7", "e1", RelationKind.DENIES, LinkBasis.STATED, quoted(WIRE, "was not set on purpose"), "denied"
    )
    story = replace(harbour_fire(), links=(*harbour_fire().links, denial))
    assert told(story)["e1", "claimed or denied", ""] == ["", "denied (alone)"]


def test_a_claim_that_an_article_repeats_is_told_once_with_all_its_mentions() -> None:
    post, wire = harbour_fire().readings
    again = replace(wire.mentions[1], id="wire.m9")
    story = replace(harbour_fire(), readings=(post, replace(wire, mentions=(*wire.mentions, again))))
    event = replace(EVENTS[0], mentions=("post.m1", "wire.m2", "wire.m9"))
    assert [c.mentions for c in claims(story, event) if c.aspect is Aspect.WHEN] == [
        ("post.m1",),
        ("wire.m2", "wire.m9"),
    ]


def figure(low: float, high: float, about: str = "killed") -> Claim:
    return Claim(Aspect.HOW_MANY, about, "", quoted(WIRE, "Nearly 20 workers"), (), low=low, high=high)


DIFFERENCES = [
    (figure(12, 12), figure(14, 14), True),
    (figure(12, float("inf")), figure(14, 14), False),
    (figure(10, 12), figure(12, 14), False),
    (figure(12, 12), figure(14, 14, "hurt"), False),
]


@pytest.mark.parametrize(("one", "other", "differs"), DIFFERENCES)
def test_figures_differ_when_no_amount_fits_both(one: Claim, other: Claim, *, differs: bool) -> None:
    assert one.differs(other) is other.differs(one) is differs


def test_the_quote_of_a_claim_stands_in_its_sentence() -> None:
    for event in harbour_fire().events:
        for claim in claims(harbour_fire(), event):
            text = harbour_fire().articles[claim.article_id].text
            assert claim.quote.span.of(text) == claim.quote.text
            assert claim.quote.context.contains(claim.quote.span)
