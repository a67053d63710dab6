"""Inferred order: what a telling suggests, and the neighbour of which nothing is to be inferred."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.reading import event, read
from timeline.links import reasons
from timeline.links.order import ENOUGH, chances
from timeline.links.traits import FIRST, PAIR, REACH, SECOND, tense
from timeline.links.weights import WEIGHTS
from timeline.model import Link, LinkBasis, RelationKind, Timeline

CASES = [
    ("The bridge *collapsed*, the mayor *said*.", "before"),  # what is told was before the telling
    ("The mayor *said* he had *signed* the deal.", "after"),
    ("The mayor *said* the bridge will *close*.", "before"),  # what is to come is after it
    ("The mayor *resigned*. He will *move* to Paris.", "before"),
    ("Police *arrested* the mayor. He then *resigned*.", "before"),
    ("The man *attacked* a bank. Police *arrested* him.", "before"),
    ("Police *arrested* the man. He had *attacked* a bank.", "after"),
    ("The mayor *resigned* on March 3, 2019. Police *searched* his house on March 1, 2019.", "after"),
    ("The factory did not *close*. The union *cheered*.", None),  # what did not happen has no place
    ("The bank usually *closes* early. The union *protested*.", None),
    ("The union wants to *strike*. It *rejected* the offer.", None),  # an aim has no place among what happened
    ("The mayor *resigned*. It rained. The union *protested*.", None),  # too far apart
]


def inferred(timeline: Timeline, first: str, second: str) -> Link | None:
    """The inferred link between two events, told from the first one."""
    pair = event(timeline, first).id, event(timeline, second).id
    links = [k for k in timeline.links if k.basis is LinkBasis.INFERRED]
    return next((k for k in links if (k.source, k.target) == pair), None)


@pytest.mark.parametrize(("text", "relation"), CASES)
def test_telling_suggests_an_order(text: str, relation: str | None) -> None:
    pieces = text.split("*")
    story = read("".join(pieces), "2019-09-25")
    source, target = ("".join(pieces[:i]) + f"*{pieces[i]}*" for i in (1, 3))
    link = inferred(story, source, target)
    assert (link.relation.value if link else None) == relation


def test_an_inferred_link_says_why_and_how_sure() -> None:
    story = read("The mayor said he had signed the deal.")
    link = inferred(story, "*said*", "*signed*")
    assert link is not None
    assert link.why == "the second is what the first says or thinks; “signed” is told in the past perfect"
    assert ENOUGH <= link.confidence < 1
    assert link.quote.text == "said he had signed"


def test_a_stated_relation_leaves_nothing_to_infer() -> None:
    story = read("The mayor resigned when police arrested his deputy.")
    assert [(k.relation.value, k.basis.value) for k in story.links] == [("overlaps", "stated")]


def test_an_inferred_order_never_contradicts_stated_dates() -> None:
    text = "The mayor resigned on March 3, 2019. He then moved on March 1, 2019."
    link = inferred(read(text), "*resigned*", "*moved*")
    assert link is None or link.relation is RelationKind.AFTER


def test_what_is_inferred_raises_no_alarm() -> None:
    text = "Gunmen attacked the port on Monday. The army fired back on Monday. The mayor resigned on Tuesday, he said."
    story = read(text)
    assert any(k.basis is LinkBasis.INFERRED for k in story.links)
    assert [f for f in story.findings if f.check == "order-conflict"] == []


def test_links_grow_with_the_text_not_with_its_square() -> None:
    told = [read("Gunmen attacked, fled, hid, " + "ran, jumped, fell, " * n + "and surrendered.") for n in (8, 16, 32)]
    counts = [len(t.links) for t in told]
    verbs = [len(t.mentions) for t in told]
    assert all(n <= REACH * v for n, v in zip(counts, verbs, strict=True))
    assert all(b <= 2.5 * a for a, b in pairwise(counts))


TENSES = [
    ("VBD", set(), "past"),
    ("VBN", {"had"}, "past perfect"),
    ("VBG", {"had", "been"}, "past perfect progressive"),
    ("VBN", {"has"}, "present perfect"),
    ("VBN", {"will", "be"}, "will"),
    ("VBN", {"would", "have"}, "would have"),
    ("VBN", {"could", "have", "been"}, "modal have"),
    ("VB", {"to"}, "to"),
    ("VBN", {"to", "have"}, "to have"),
    ("VBN", {"was"}, "past"),
    ("VBG", {"are"}, "present progressive"),
    ("VBZ", set(), "present"),
    ("VBG", set(), "participle in -ing"),
    ("JJ", set(), "other"),
]


@pytest.mark.parametrize(("tag", "auxiliaries", "told_in"), TENSES)
def test_tense_is_read_off_a_verb_and_its_auxiliaries(tag: str, auxiliaries: set[str], told_in: str) -> None:
    assert tense(tag, auxiliaries) == told_in


def test_chances_follow_the_weights_of_traits_that_are_known() -> None:
    weights = {"any": (1.0, 0.0), "one": (0.5, 0.0, 0.0, 2.0)}
    nothing = chances([], weights)
    assert nothing == pytest.approx((1 / 3, 1 / 3))
    assert chances([("unheard of", FIRST)], weights) == nothing
    assert chances([("any", PAIR), ("one", FIRST)], weights)[0] > chances([("any", PAIR)], weights)[0]
    assert chances([("one", SECOND)], weights)[1] > nothing[1]


def test_every_row_of_the_weights_has_numbers_for_its_columns() -> None:
    for row, numbers in WEIGHTS.items():
        assert len(numbers) == (2 if row.startswith(("any", "place:", "dates:")) else 4), row


def test_a_reason_is_found_even_where_nothing_speaks_for_the_order() -> None:
    first, second = read("Gunmen stormed the port. The crew fled.").mentions.values()
    why = reasons.why(first, second, RelationKind.BEFORE, [], WEIGHTS)
    assert why == "told in this order: “stormed”, “fled”"
