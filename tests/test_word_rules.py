"""The model's rules for words, looked up, answer what spaCy's attribute ruler answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler

from timeline import syntax
from timeline.word_rules import WordRules

COLUMNS = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START")
SEEDS = sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt"))
TEXTS = [
    *(path.read_text("utf-8") for path in SEEDS),
    "It ain't so, and he hasn't said that I'd save it.",
    "We're gonna leave; you've gotta see this. Let's go! C'mon, y'all, y' all.",
    "There is a fire, there are two fires, and there's nothin' left; noothin' at all.",
    "Between me and I there was her, hers and 'em; he said to I that US troops left us.",
    "Two  spaces,\ttabs\n\nand lines. \n ",
    "“Whether or not,” she'd said – albeit late – “they’ll be n’t there.”",
    "$5 & 6% of #7 @ 8: e-mail x@example.org, http://example.org/a?b=c; Ph.D.s (etc.) …",
    "",
    " ",
]


@pytest.fixture(scope="module")
def shipped() -> Any:
    return syntax.as_shipped()


def same(shipped: Any, text: str) -> bool:
    one, other = shipped(text), syntax.load()(text)
    return bool((one.to_array(COLUMNS) == other.to_array(COLUMNS)).all())


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_the_answers_are_those_of_the_model(shipped: Any, text: str) -> None:
    assert same(shipped, text)


WORDS = "is are was 's n't nt not ai gon na got ta let us c'm on y' all i me her that if but will be do have of to"


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*WORDS.split(), "fire", "Lowen", "  ", "\n", ",", "5"]), max_size=12))
def test_words_in_any_order_are_answered_alike(shipped: Any, words: list[str]) -> None:
    assert same(shipped, " ".join(words))


def test_a_rule_that_looks_at_something_else_is_refused(shipped: Any) -> None:
    ruler = AttributeRuler(shipped.vocab)
    ruler.add([[{"SHAPE": "Xxxx"}]], {"POS": "PROPN"})
    with pytest.raises(ValueError, match="looks at SHAPE"):
        WordRules(ruler)


def test_a_rule_that_looks_at_letters_in_another_way_is_refused(shipped: Any) -> None:
    ruler = AttributeRuler(shipped.vocab)
    ruler.add([[{"LOWER": {"FUZZY": "fire"}}]], {"POS": "NOUN"})
    with pytest.raises(ValueError, match=r"by \{'FUZZY': 'fire'\}"):
        WordRules(ruler)
