"""What the words say of the order of two events told by verbs: tense, clause, conjunction, adverb, kind, status, dates.

A trait names a row of `weights.WEIGHTS` and where its two numbers begin: a row of one verb has two for the one told
first and two for the one told second, a row of the pair has two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice

from timeline.model import BlockKind, EventClass, Mention, Status
from timeline.syntax import Parse, ancestors
from timeline.tree import Token

Trait = tuple[str, int]
"""A row and its first column."""

FIRST, SECOND, PAIR = 0, 2, 0

ORDERED = (Status.OCCURRED, Status.ONGOING, Status.ALLEGED, Status.INTENDED)
"""What has a place in the order: not what did not happen, nor what happens in general."""

AIMING = (EventClass.I_ACTION, EventClass.I_STATE)
"""Plans and wishes: what they aim at has a place after them, and none among what happened."""

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis", "csubj"})
PREPOSITIONS = frozenset({"after", "before", "since", "until", "following", "during", "amid"})
HIGH = 40
"""How many words a verb's path to the root is followed: a sentence that never ends costs no more."""

REACH = 12
"""With how many of the verbs after it a verb is compared: a sentence of a thousand verbs costs no more."""

MODALS = frozenset({"may", "might", "could", "should", "must", "can", "ca"})
WILL = frozenset({"will", "'ll", "wo", "shall"})
WOULD = frozenset({"would", "'d"})
HAVE = frozenset({"has", "have", "'ve"})
WAS = frozenset({"was", "were", "did"})
IS = frozenset({"is", "are", "am", "'s", "'re", "'m", "do", "does"})
PROGRESSIVE = WAS | IS | {"been", "be"}
FORMS = {
    "VBD": "past",
    "VBP": "present",
    "VBZ": "present",
    "VB": "bare form",
    "VBG": "participle in -ing",
    "VBN": "past participle",
}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that tells an event; `path` holds its word and those above it, `same` and `next` the rows of its traits
    beside an event of the same and of a neighbouring sentence; `led_by` is the word whose aim it is ("plan to go")."""

    mention: Mention
    sentence: int
    path: tuple[Token, ...]
    same: tuple[str, ...]
    next: tuple[str, ...]
    led_by: Token | None = None


def verbs(parse: Parse, mentions: Sequence[Mention]) -> tuple[Verb, ...]:
    """The verbs of an article whose events have a place in the order, in order of the text."""
    by_start = {m.span.start: m for m in mentions}
    found: list[Verb] = []
    number, before = 0, BlockKind.BODY
    for block in parse.blocks:
        if block.block.kind is not BlockKind.BODY or before is not BlockKind.BODY:
            number += 1  # a headline or caption is no neighbour of what follows it
        before = block.block.kind
        for token in block.tokens:
            number += token.i == token.sent.start
            mention = by_start.get(block.offset + token.start)
            if mention is not None and mention.status in ORDERED and token.tag[:2] == "VB":
                verb = _verb(mention, token, number)
                leader = by_start.get(block.offset + token.head.start)
                meant = "same: tense to" in verb.same and mention.status is Status.INTENDED
                led = meant and leader is not None and leader.event_class in AIMING
                found.append(replace(verb, led_by=token.head) if led else verb)
    return tuple(found)


def pairs(told: Sequence[Verb]) -> Iterator[tuple[Verb, Verb]]:
    """Each two verbs of the same or of neighbouring sentences, the one told first in front."""
    for position, first in enumerate(told):
        for second in told[position + 1 : position + 1 + REACH]:
            if second.sentence > first.sentence + 1:
                break
            if _is_free(first, second) and _is_free(second, first):
                yield first, second


def _is_free(verb: Verb, other: Verb) -> bool:
    """The verb tells no aim, or the aim of the other one."""
    return verb.led_by is None or (verb.sentence == other.sentence and verb.led_by.i == other.path[0].i)


def traits(first: Verb, second: Verb) -> Iterator[Trait]:
    """Everything that speaks for an order of the two."""
    apart = first.sentence != second.sentence
    for row in first.next if apart else first.same:
        yield row, FIRST
    for row in second.next if apart else second.same:
        yield row, SECOND
    yield from between(first, second)


def between(first: Verb, second: Verb) -> Iterator[Trait]:
    """What speaks for an order of the two beside the traits of each."""
    yield "any", PAIR
    if first.sentence == second.sentence:
        yield from _place(first, second)
    else:
        yield "place: next sentence", PAIR
    yield from _dates(first.mention, second.mention)


def tense(tag: str, auxiliaries: Set[str]) -> str:
    """Tense and aspect of a verb as its own words show them: "past", "past perfect", "will", "participle in -ing"."""
    going = " progressive" if tag == "VBG" and auxiliaries & PROGRESSIVE else ""
    have = " have" if "have" in auxiliaries else ""
    if auxiliaries & WILL:
        return "will"
    if auxiliaries & WOULD:
        return "would" + have
    if auxiliaries & MODALS:
        return "modal" + have
    if "had" in auxiliaries:
        return "past perfect" + going
    if "to" in auxiliaries:
        return "to" + have
    if auxiliaries & HAVE:
        return "present perfect" + going
    if auxiliaries & WAS:
        return "past" + going
    if auxiliaries & IS:
        return "present" + going
    return FORMS.get(tag, "other")


def _verb(mention: Mention, token: Token, sentence: int) -> Verb:
    path = (token, *islice(ancestors(token), HIGH))
    both = [f"frame {mention.frame}", f"class {mention.event_class}", f"status {mention.status}"]
    each = [f"clause {token.dep}"]
    auxiliaries = set()
    for child in token.children:
        label, word = child.dep, child.lower
        if label in ("aux", "auxpass"):
            auxiliaries.add(word)
        elif label == "advmod":
            both.append(f"adverb {word}")
        elif label == "prep" and word in PREPOSITIONS:
            each.append(f"preposition {word}")
    each.append(f"tense {tense(token.tag, auxiliaries)}")
    each += [f"mark {mark}"] if (mark := _mark(token)) else []
    same, neighbouring = ((*both, *(f"{where}: {row}" for row in each)) for where in ("same", "next"))
    return Verb(mention, sentence, path, same, neighbouring)


def _mark(token: Token) -> str:
    """What introduces the clause of a verb: "because", "when", the "by" of "by firing"; empty for another word."""
    if token.tag[:1] != "V":
        return ""
    for child in token.children:
        if child.i > token.i:
            break
        label = child.dep
        if label == "mark" or (label == "advmod" and child.tag == "WRB"):
            return child.lower
    return token.head.lower if token.dep == "pcomp" else ""


def _place(first: Verb, second: Verb) -> Iterator[Trait]:
    """How two verbs of one sentence stand to each other in its tree."""
    for lower, upper, where in ((second, first, "below"), (first, second, "above")):
        top = upper.path[0].i
        height = next((n for n, t in enumerate(lower.path) if t.i == top), None)
        if height is None:
            continue
        chain = lower.path[:height]
        deep = sum(t.dep in CLAUSES for t in chain) > 1
        yield f"place: {where}, {'deep' if deep else chain[-1].dep}", PAIR
        mark = next(filter(None, map(_mark, chain)), "")
        if mark:
            yield f"place: {where}, {mark}", PAIR
        return
    yield "place: beside", PAIR


def _dates(first: Mention, second: Mention) -> Iterator[Trait]:
    """How their stated times stand to each other."""
    if first.time is None or second.time is None:
        return
    if first.time.end <= second.time.start:
        yield "dates: before", PAIR
    elif second.time.end <= first.time.start:
        yield "dates: after", PAIR
    else:
        yield f"dates: {'same' if first.timex == second.timex else 'overlapping'}", PAIR
