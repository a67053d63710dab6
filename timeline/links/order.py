"""The order of events that an article lets a reader infer: by tense, clause, conjunction, kind of verb, and telling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from timeline.links import reasons
from timeline.links.traits import Trait, Verb, between, pairs, traits, verbs
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
    weighed = {verb.mention.id: _Weighed.of(verb) for verb in told}
    return tuple(_relations(pairs(told), weighed))


def chances(found: Iterable[Trait], weights: Weights = WEIGHTS) -> Pair:
    """How likely the one told first came before the other, and after it; what is left is neither."""
    return _chances(_sum(found, weights))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What a verb's own traits add beside one of the same and of a neighbouring sentence, told first and second."""

    same: tuple[Pair, Pair]
    next: tuple[Pair, Pair]

    @classmethod
    def of(cls, verb: Verb) -> _Weighed:
        return cls(_both(verb.same), _both(verb.next))


def _both(rows: Sequence[str]) -> tuple[Pair, Pair]:
    """What the rows of a verb add when it is told first, and when it is told second."""
    weights = [weight for row in rows if (weight := WEIGHTS.get(row)) is not None]
    one, two, three, four = map(sum, zip(*weights, strict=True)) if weights else (0.0, 0.0, 0.0, 0.0)
    return (one, two), (three, four)


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


def _relations(told: Iterable[tuple[Verb, Verb]], weighed: Mapping[str, _Weighed]) -> Iterator[Relation]:
    for first, second in told:
        a, b = weighed[first.mention.id], weighed[second.mention.id]
        one, other = (a.same[0], b.same[1]) if first.sentence == second.sentence else (a.next[0], b.next[1])
        pair = _sum(between(first, second), WEIGHTS)
        before, after = _chances((one[0] + other[0] + pair[0], one[1] + other[1] + pair[1]))
        chance = max(before, after)
        if chance < ENOUGH:
            continue
        kind = RelationKind.BEFORE if before > after else RelationKind.AFTER
        yield Relation(
            first.mention.id,
            second.mention.id,
            kind,
            Span(first.mention.span.start, second.mention.span.end),
            reasons.why(first.mention, second.mention, kind, traits(first, second), WEIGHTS),
            LinkBasis.INFERRED,
            round(chance, 2),
        )
