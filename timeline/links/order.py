"""The order of events that an article lets a reader infer: by tense, clause, conjunction, kind of verb, and telling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from timeline.links import reasons
from timeline.links.traits import FIRST, SECOND, Trait, Verb, between, pairs, verbs
from timeline.links.weights import WEIGHTS
from timeline.model import LinkBasis, Mention, Relation, RelationKind, Span
from timeline.syntax import Parse

ENOUGH = 0.5
"""The chance from which an order is said: likelier than the other order and than none together."""

Weights = Mapping[str, Sequence[float]]
Pair = tuple[float, float]
"""For before and for after."""


def inferred(parse: Parse, mentions: Sequence[Mention]) -> tuple[Relation, ...]:
    """The likely orders of events told in the same and in neighbouring sentences, in order of the text.

    The relation is that of the one told first to the one told second, by when they begin; `signal` says why.
    """
    told = verbs(parse, mentions)
    weighed = {verb.mention.id: (_Weighed.of(verb.same), _Weighed.of(verb.next)) for verb in told}
    return tuple(_relations(pairs(told), weighed))


def chances(found: Iterable[Trait], weights: Weights = WEIGHTS) -> Pair:
    """How likely the one told first came before the other, and after it; what is left is neither."""
    return _chances(_sum(found, weights))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What a verb's traits add beside another verb, when it is told first and when second; `rows` weigh something."""

    rows: tuple[str, ...]
    first: Pair
    second: Pair

    @classmethod
    def of(cls, rows: Sequence[str]) -> _Weighed:
        known = tuple(row for row in rows if row in WEIGHTS)
        one, two, three, four = map(sum, zip(*map(WEIGHTS.__getitem__, known), strict=True)) if known else (0.0,) * 4
        return cls(known, (one, two), (three, four))


def _sum(found: Iterable[Trait], weights: Weights) -> Pair:
    before = after = 0.0
    for row, column in found:
        weight = weights.get(row)
        if weight is not None:
            before += weight[column]
            after += weight[column + 1]
    return before, after


def _chances(score: Pair) -> Pair:
    top = max(*score, 0.0)
    before, after, neither = exp(score[0] - top), exp(score[1] - top), exp(-top)
    total = before + after + neither
    return before / total, after / total


def _relations(
    told: Iterable[tuple[Verb, Verb]], weighed: Mapping[str, tuple[_Weighed, _Weighed]]
) -> Iterator[Relation]:
    for first, second in told:
        apart = first.sentence != second.sentence
        a, b = weighed[first.mention.id][apart], weighed[second.mention.id][apart]
        both = tuple(between(first, second))
        pair = _sum(both, WEIGHTS)
        before, after = _chances((a.first[0] + b.second[0] + pair[0], a.first[1] + b.second[1] + pair[1]))
        chance = max(before, after)
        if chance < ENOUGH:
            continue
        kind = RelationKind.BEFORE if before > after else RelationKind.AFTER
        found = (*((row, FIRST) for row in a.rows), *((row, SECOND) for row in b.rows), *both)
        yield Relation(
            first.mention.id,
            second.mention.id,
            kind,
            Span(first.mention.span.start, second.mention.span.end),
            reasons.why(first.mention, second.mention, kind, found, WEIGHTS),
            LinkBasis.INFERRED,
            round(chance, 2),
        )
