"""How two intervals may stand to each other: Allen's thirteen relations (CACM 26, 1983)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from functools import cache
from itertools import combinations
from typing import TypeVar

from timeline.temporal.interval import Interval

_Point = TypeVar("_Point", int, datetime)


class Allen(StrEnum):
    """The relation of a first interval to a second. Exactly one holds of any two that are longer than an instant."""

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    AFTER = "after"
    MET_BY = "met-by"
    OVERLAPPED_BY = "overlapped-by"
    STARTED_BY = "started-by"
    CONTAINS = "contains"
    FINISHED_BY = "finished-by"


_CONVERSES = {
    Allen.BEFORE: Allen.AFTER,
    Allen.MEETS: Allen.MET_BY,
    Allen.OVERLAPS: Allen.OVERLAPPED_BY,
    Allen.STARTS: Allen.STARTED_BY,
    Allen.DURING: Allen.CONTAINS,
    Allen.FINISHES: Allen.FINISHED_BY,
    Allen.EQUALS: Allen.EQUALS,
}
_CONVERSES |= {there: back for back, there in _CONVERSES.items()}

_BY_SIGNS = {
    (-1, -1): Allen.OVERLAPS,
    (-1, 0): Allen.FINISHED_BY,
    (-1, 1): Allen.CONTAINS,
    (0, -1): Allen.STARTS,
    (0, 0): Allen.EQUALS,
    (0, 1): Allen.STARTED_BY,
    (1, -1): Allen.DURING,
    (1, 0): Allen.FINISHES,
    (1, 1): Allen.OVERLAPPED_BY,
}
"""For intervals that share time: signs of the difference of their starts and of their ends."""

ALL = frozenset(Allen)
"""Nothing is known of the pair."""


def relation(a: Interval, b: Interval) -> Allen:
    """How `a` stands to `b`."""
    return _relation(a.start, a.end, b.start, b.end)


def _relation(a: _Point, b: _Point, c: _Point, d: _Point) -> Allen:
    """How the interval from a to b stands to the one from c to d."""
    if b <= c and not (a == c and b == d):
        return Allen.MEETS if b == c else Allen.BEFORE
    if d <= a and not (a == c and b == d):
        return Allen.MET_BY if d == a else Allen.AFTER
    return _BY_SIGNS[(a > c) - (a < c), (b > d) - (b < d)]


def converse(known: Allen) -> Allen:
    """How `b` stands to `a` when `a` stands so to `b`."""
    return _CONVERSES[known]


def compose(first: Iterable[Allen], second: Iterable[Allen]) -> frozenset[Allen]:
    """How `a` may stand to `c` when `a` stands to `b` by one of `first` and `b` to `c` by one of `second`."""
    table, follow = _compositions(), tuple(second)
    return frozenset().union(*(table[r, s] for r in first for s in follow))


@cache
def _compositions() -> dict[tuple[Allen, Allen], frozenset[Allen]]:
    """Composition of each pair of relations, read off all triples of intervals over six points."""
    intervals = list(combinations(range(6), 2))
    found: dict[tuple[Allen, Allen], set[Allen]] = {}
    for a in intervals:
        for b in intervals:
            for c in intervals:
                found.setdefault((_relation(*a, *b), _relation(*b, *c)), set()).add(_relation(*a, *c))
    return {pair: frozenset(ways) for pair, ways in found.items()}
