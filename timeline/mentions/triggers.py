"""Which words tell an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.lexicon import HELPERS, LIGHT_VERBS, STRIKING, Frame, adjective_frame, is_phrase, noun_frame, verb_frame
from timeline.model import EventClass
from timeline.syntax import ParsedBlock, children
from timeline.tree import Token


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event, and what kind."""

    token: Token
    frame: Frame

    @property
    def is_noun(self) -> bool:
        """Told by a noun ("the attack") rather than a verb."""
        return self.token.pos in ("NOUN", "PROPN")


def triggers(block: ParsedBlock) -> Iterator[Trigger]:
    """The event words of a block, in order."""
    for token in block.tokens:
        frame = _verb(token) or _noun(token) or _adjective(token)
        if frame is not None:
            yield Trigger(token, frame)


def _verb(token: Token) -> Frame | None:
    if token.lower == "according" and any(c.lower == "to" for c in token.children):
        return verb_frame("say")
    if not token.tag.startswith("VB") or token.dep in ("aux", "auxpass", "amod", "compound", "case", "mark"):
        return None
    lemma = token.lemma
    if lemma == "have" and _has_a_thing(token):
        return verb_frame(lemma)
    if lemma == "do" and not children(token, "dobj"):
        return None  # stands for another verb: "as do our partners"
    if lemma in HELPERS or not lemma.isalpha() or token.dep == "prep":
        return None
    if token.tag == "VBG" and lemma in LINKING and token.dep in ("advcl", "prep", "mark"):
        return None
    if token.dep == "acl" and token.head.lemma in PERIODS:
        return None  # "the year ending in May"
    if (lemma in LIGHT_VERBS or lemma in STRIKING) and told_noun(token) is not None:
        return None
    if lemma == "recall" and children(token, "dobj") and not children(token, "ccomp"):
        return noun_frame(lemma)  # a carmaker its cars, where a witness recalls that …
    if lemma == "go" and any(c.tag == "VB" for c in children(token, "xcomp")):
        return None  # "is going to"
    particle = next((c.lower for c in children(token, "prt")), "")
    thing = next((c.lemma for c in children(token, "dobj")), "")
    return verb_frame(lemma, particle, thing)


def _noun(token: Token) -> Frame | None:
    if token.pos != "NOUN" or (token.dep in ("compound", "nmod") and not _is_told_within(token)):
        return None
    if token.dep == "pobj" and token.head.lower == "by" and token.tag == "NN" and not list(token.children):
        return None  # "by extension", "by appointment": a manner
    if token.dep == "dobj" and is_phrase(token.head.lemma, token.lemma):
        return None  # "opened fire" is one event
    if token.lemma == "release" and any(c.lower in ("press", "news") for c in children(token, "compound")):
        return None
    return noun_frame(token.lemma)


def _is_told_within(token: Token) -> bool:
    """ "A murder trial", "the crash scene": tell of a murder and a crash; "a fire chief", "the break room" of none."""
    head = token.head
    return head.pos == "NOUN" and (noun_frame(head.lemma) is not None or head.lemma in TOLD_OF)


TOLD_OF = frozenset("case date scene site spree stage toll victim".split())
"""Nouns that are only there because something happened, or is to happen."""


def _adjective(token: Token) -> Frame | None:
    """ "Is responsible", "was found dead": the state that an adjective says of something."""
    if token.pos != "ADJ" or token.dep not in ("acomp", "oprd", "ccomp", "conj", "ROOT"):
        return None
    return adjective_frame(token.lower)


def _has_a_thing(verb: Token) -> bool:
    """ "Iraq has hostages", not "had an accident", "has to go"."""
    things = children(verb, "dobj")
    return bool(things and children(verb, "nsubj")) and all(noun_frame(t.lemma) is None for t in things)


def clause_head(trigger: Trigger) -> Token:
    """The word that the clause hangs on: the verb of an adjective ("is dead"), else the trigger itself."""
    token = trigger.token
    return token.head if token.pos == "ADJ" else token


def told_noun(verb: Token) -> Token | None:
    """The event noun that a light verb gives a sentence to: "the attack" of "the attack, which comes amid …"."""
    roles = ("nsubj", "nsubjpass", "dobj") if verb.lemma in LIGHT_VERBS else ("nsubj",)
    for child in children(verb, *roles) if verb.lemma in LIGHT_VERBS | STRIKING else ():
        noun = verb.head if child.tag in ("WDT", "WP") and verb.dep == "relcl" else child
        if noun.pos == "NOUN" and noun_frame(noun.lemma) is not None:
            return noun
    return None


def carriers(block: ParsedBlock, found: Sequence[Trigger]) -> Iterator[tuple[Trigger, Token]]:
    """The verbs that lend an event noun a sentence, as triggers of its frame, each with its noun."""
    told = {t.token.i: t for t in found}
    for token in block.tokens:
        noun = told_noun(token) if token.tag.startswith("VB") and token.i not in told else None
        if noun is not None and noun.i in told:
            yield Trigger(token, told[noun.i].frame), noun


def elaborated(trigger: Trigger) -> Token | None:
    """The event noun whose happening a clause tells on: "the attack in which two rockets were fired"."""
    token = trigger.token
    if trigger.is_noun:
        # "Said in a statement": the statement is the saying.
        verb = token.head.head
        said_in = token.dep == "pobj" and token.head.lower == "in" and verb.pos == "VERB"
        reports = trigger.frame.event_class is EventClass.REPORTING
        return verb if reports and said_in and verb_frame(verb.lemma) == trigger.frame else None
    if token.dep in ("relcl", "acl"):
        noun = token.head
        frame = noun_frame(noun.lemma) if noun.pos == "NOUN" else None
        if frame is not None and (frame.name == trigger.frame.name or _in_which(token) or token.lemma in LENDING):
            return noun
    for child in children(token, "nsubj", "dobj", "nsubjpass"):
        frame = noun_frame(child.lemma) if child.pos == "NOUN" else None
        lent = token.lemma in LENDING and child.dep != "nsubj"  # "a vigil was held": the holding is the vigil
        if frame is not None and (frame.name == trigger.frame.name or lent):
            return child
    return None


def is_named_again(trigger: Trigger) -> bool:
    """What a sentence calls a happening just told: "it was the second fatal shooting this year"."""
    token = trigger.token
    if token.dep != "attr":
        return False
    return any(c.lower in ("it", "this", "that") for c in children(token.head, "nsubj"))


PERIODS = frozenset({"year", "quarter", "month", "week", "half", "period", "season"})

LINKING = frozenset({"consider", "follow", "include", "regard", "concern", "give", "depend"})
"""Participles that join clauses like a conjunction: "considering they had vowed"."""

LENDING = frozenset({"issue", "release", "publish", "make", "launch", "conduct", "carry", "hold"})


def _in_which(verb: Token) -> bool:
    return any(
        p.lower in ("in", "during") and children(p, "pobj")[0].tag == "WDT"
        for p in children(verb, "prep")
        if children(p, "pobj")
    )
