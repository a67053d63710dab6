"""The times told in an event's own sentence that its words do not claim, with how each stands to the event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from timeline.mentions.times import is_compared, named
from timeline.mentions.triggers import Trigger
from timeline.model import NearTime, Timex, TimexType
from timeline.syntax import ParsedBlock, ancestors
from timeline.tree import Token

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj", "conj"})
FAR = 12
"""Words between an expression and an event that are many."""


@dataclass(frozen=True, slots=True)
class Told:
    """A time expression of a block: its topmost, first and last word, and the words above it."""

    timex: Timex
    top: Token
    first: int
    last: int
    above: tuple[int, ...]


def told_times(block: ParsedBlock, timexes: Iterable[Timex]) -> tuple[Told, ...]:
    """The block's expressions that are placed on the calendar."""
    return tuple(_told(tokens, t) for t in timexes if _is_placed(t) and (tokens := block.tokens_in(t.span)))


def _is_placed(timex: Timex) -> bool:
    return timex.interval is not None and timex.type is not TimexType.SET and not timex.value.startswith("PRESENT")


def _told(tokens: Sequence[Token], timex: Timex) -> Told:
    top = next((t for t in tokens if t.head not in tokens or t.head is t), tokens[0])
    return Told(timex, top, tokens[0].i, tokens[-1].i, tuple(a.i for a in ancestors(top)))


def near_times(block: ParsedBlock, trigger: Trigger, told: Sequence[Told]) -> tuple[NearTime, ...]:
    """The times of the trigger's sentence, in order of the text."""
    return tuple(
        NearTime(f"“{t.timex.text}”", time, tuple(_traits(block, trigger, t)))
        for t in told
        if t.first in trigger.token.sent and (time := named(t.timex)) is not None
    )


def _traits(block: ParsedBlock, trigger: Trigger, told: Told) -> Iterator[str]:
    token = trigger.token
    yield _relation(token, told)
    after = told.first > token.i
    words = told.first - token.i if after else token.i - told.last
    yield f"{'after' if after else 'before'} it, {'next' if words < 4 else 'near' if words < FAR else 'far'}"
    if told.top.dep in ("compound", "nummod", "amod", "poss", "nmod"):
        yield "before a noun"
    preposition = _preposition(told)
    if preposition:
        yield f"behind “{preposition}”"
    if told.timex.type is TimexType.DURATION:
        yield "a duration"
    if is_compared(block, told.timex, token):
        yield "held against it"


def _relation(token: Token, told: Told) -> str:
    """How the event stands to the expression in the tree: "above it", "under ccomp", "beside"."""
    if token.i in told.above:
        return "above it"
    path = [token, *ancestors(token)]
    for position, node in enumerate(path):
        if node.i in told.above:
            clauses = [t.dep for t in path[:position] if t.dep in CLAUSES]
            below = clauses[-1] if clauses else path[position - 1].dep
            own = not any(a in CLAUSES for a in _deps_up_to(told, node))
            return f"under {below if below in SAID else 'other'}{'' if own else ', beside a clause'}"
    return "apart"


def _deps_up_to(told: Told, node: Token) -> Iterator[str]:
    top = told.top
    yield top.dep
    for token in takewhile(lambda t: t.i != node.i, ancestors(top)):
        yield token.dep


SAID = CLAUSES | {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "poss", "compound"}


def _preposition(told: Told) -> str:
    head = told.top.head
    return head.lower if head.dep == "prep" and head.lower in KNOWN else ""


KNOWN = frozenset({"since", "until", "by", "before", "after", "for", "from", "than", "of", "during", "on", "in", "at"})
