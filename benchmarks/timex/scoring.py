"""The TempEval-3 measures of time expressions (UzZaman et al. 2013): micro-averaged F1 over a corpus.

A system's expression is paired with the first annotated one that it overlaps, from left to right. Strict: same extent.
Type and value F1 are the relaxed F1 times the share of pairs that agree. "exact": same extent and same value.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """A marked expression: characters, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Score:
    """F1 in per cent."""

    strict: float
    relaxed: float
    type: float
    value: float
    exact: float


def score(documents: Iterable[tuple[Sequence[Marked], Sequence[Marked]]]) -> Score:
    """The measures over documents, each given as (annotated, found)."""
    annotated = found = paired = strict = kind = value = exact = 0
    for gold, system in documents:
        annotated, found = annotated + len(gold), found + len(system)
        for a, b in pairs(gold, system):
            same = (a.start, a.end) == (b.start, b.end)
            paired, strict = paired + 1, strict + same
            kind, value = kind + (a.type == b.type), value + (a.value == b.value)
            exact += same and a.value == b.value
    total = annotated + found or 1
    relaxed, n = 200 * paired / total, paired or 1
    return Score(200 * strict / total, relaxed, relaxed * kind / n, relaxed * value / n, 200 * exact / total)


def pairs(gold: Sequence[Marked], system: Sequence[Marked]) -> list[tuple[Marked, Marked]]:
    """Overlapping expressions, one to one, from left to right."""
    left, out = sorted(system), []
    for a in sorted(gold):
        match = next((b for b in left if b.start < a.end and a.start < b.end), None)
        if match is not None:
            left.remove(match)
            out.append((a, match))
    return out
