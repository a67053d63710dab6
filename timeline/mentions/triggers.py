"""Which words tell an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.lexicon import HELPERS, LIGHT_VERBS, STRIKING, Frame, noun_frame, verb_frame
from timeline.model import EventClass
from timeline.syntax import ParsedBlock, Token, children


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event, and what kind."""

    token: Token
    frame: Frame

    @property
    def is_noun(self) -> bool:
        """Told by a noun ("the attack") rather than a verb."""
        return bool(self.token.pos_ in ("NOUN", "PROPN"))


def triggers(block: ParsedBlock) -> Iterator[Trigger]:
    """The event words of a block, in order."""
    for token in block.doc:
        frame = _verb(token) or _noun(token)
        if frame is not None:
            yield Trigger(token, frame)


def _verb(token: Token) -> Frame | None:
    if not token.tag_.startswith("VB") or token.dep_ in ("aux", "auxpass", "amod", "compound", "case", "mark"):
        return None
    lemma = token.lemma_.lower()
    if lemma in HELPERS or not lemma.isalpha() or token.dep_ == "prep":
        return None
    if token.tag_ == "VBG" and lemma in LINKING and token.dep_ in ("advcl", "prep", "mark"):
        return None
    if token.dep_ == "acl" and token.head.lemma_.lower() in PERIODS:
        return None  # "the year ending in May"
    if (lemma in LIGHT_VERBS or lemma in STRIKING) and told_noun(token) is not None:
        return None
    if lemma == "go" and any(c.tag_ == "VB" for c in children(token, "xcomp")):
        return None  # "is going to"
    return verb_frame(lemma, next((c.lower_ for c in children(token, "prt")), ""))


def _noun(token: Token) -> Frame | None:
    if token.pos_ != "NOUN" or token.dep_ in ("compound", "npadvmod", "nmod"):
        return None
    if token.dep_ == "pobj" and token.head.lower_ == "by" and token.tag_ == "NN" and not list(token.children):
        return None  # "by extension", "by appointment": a manner
    return noun_frame(token.lemma_.lower())


def told_noun(verb: Token) -> Token | None:
    """The event noun that a light verb gives a sentence to: "the attack" of "the attack, which comes amid …"."""
    roles = ("nsubj", "nsubjpass", "dobj") if verb.lemma_.lower() in LIGHT_VERBS else ("nsubj",)
    for child in children(verb, *roles) if verb.lemma_.lower() in LIGHT_VERBS | STRIKING else ():
        noun = verb.head if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else child
        if noun.pos_ == "NOUN" and noun_frame(noun.lemma_.lower()) is not None:
            return noun
    return None


def elaborated(trigger: Trigger) -> Token | None:
    """The event noun whose happening a clause tells on: "the attack in which two rockets were fired"."""
    token = trigger.token
    if trigger.is_noun:
        # "Said in a statement": the statement is the saying.
        verb = token.head.head
        said_in = token.dep_ == "pobj" and token.head.lower_ == "in" and verb.pos_ == "VERB"
        reports = trigger.frame.event_class is EventClass.REPORTING
        return verb if reports and said_in and verb_frame(verb.lemma_.lower()) == trigger.frame else None
    if token.dep_ in ("relcl", "acl"):
        noun = token.head
        frame = noun_frame(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
        if frame is not None and (frame.name == trigger.frame.name or _in_which(token) or token.lemma_ in LENDING):
            return noun
    for child in children(token, "nsubj", "dobj", "nsubjpass"):
        frame = noun_frame(child.lemma_.lower()) if child.pos_ == "NOUN" else None
        if frame is not None and frame.name == trigger.frame.name:
            return child
    return None


PERIODS = frozenset({"year", "quarter", "month", "week", "half", "period", "season"})

LINKING = frozenset({"consider", "follow", "include", "regard", "concern", "give", "depend"})
"""Participles that join clauses like a conjunction: "considering they had vowed"."""

LENDING = frozenset({"issue", "release", "publish", "make", "launch", "conduct", "carry", "hold"})


def _in_which(verb: Token) -> bool:
    return any(
        p.lower_ in ("in", "during") and children(p, "pobj")[0].tag_ == "WDT"
        for p in children(verb, "prep")
        if children(p, "pobj")
    )
