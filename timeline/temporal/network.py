"""Simple temporal problems: what follows from statements about the distances of points in time (Dechter 1991).

A statement bounds how much later one named point is than another, in minutes. Statements contradict each other when
their bounds sum to less than nothing around a cycle; the cycle with the fewest statements is the explanation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

ORIGIN = ""
"""The point that dates are counted from."""


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """`later` lies from `low` to `high` minutes after `earlier`; `name` tells whose words that are."""

    earlier: str
    later: str
    low: float = -inf
    high: float = inf
    name: str = ""

    @classmethod
    def before(cls, earlier: str, later: str, name: str = "", *, by: float = 0) -> Statement:
        """`earlier` is at least `by` minutes before `later`."""
        return cls(earlier, later, by, inf, name)

    @classmethod
    def at(cls, point: str, low: float, high: float, name: str = "") -> Statement:
        """The point lies from `low` to `high` minutes after the origin."""
        return cls(ORIGIN, point, low, high, name)


@dataclass(frozen=True, slots=True)
class _Edge:
    """`target` is at most `weight` after `source`."""

    source: str
    target: str
    weight: float
    statement: Statement


def contradiction(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The fewest statements around one cycle that can't all hold; empty when all can.

    The order of the statements does not matter. Time O(points * statements), and as much again per step of the cycle.
    """
    edges = _edges(statements)
    start = _negative_cycle(edges)
    if not start:
        return ()
    return _shortest_through(start, edges)


def contradictions(statements: Iterable[Statement]) -> Iterator[tuple[Statement, ...]]:
    """Contradictions one by one, each without the statements of those before it."""
    left = set(statements)
    while cycle := contradiction(left):
        yield cycle
        left -= set(cycle)


def is_consistent(statements: Iterable[Statement]) -> bool:
    """All the statements can hold together."""
    return not _negative_cycle(_edges(statements))


def _edges(statements: Iterable[Statement]) -> list[_Edge]:
    """Upper bounds alone, in an order that depends on what they say only."""
    found = []
    for s in sorted(set(statements)):
        if s.high < inf:
            found.append(_Edge(s.earlier, s.later, s.high, s))
        if s.low > -inf:
            found.append(_Edge(s.later, s.earlier, -s.low, s))
    return found


def _negative_cycle(edges: list[_Edge]) -> list[str]:
    """Points of some cycle that sums to less than nothing; empty when there is none (Bellman and Ford)."""
    points = sorted({p for e in edges for p in (e.source, e.target)})
    distance = dict.fromkeys(points, 0.0)
    came_from: dict[str, str] = {}
    changed: str | None = None
    for _ in range(len(points) + 1):
        changed = None
        for edge in edges:
            if distance[edge.source] + edge.weight < distance[edge.target] - 1e-9:
                distance[edge.target] = distance[edge.source] + edge.weight
                came_from[edge.target] = edge.source
                changed = edge.target
        if changed is None:
            return []
    if changed is None:
        return []
    on_cycle = changed
    for _ in points:
        on_cycle = came_from[on_cycle]
    cycle, point = [on_cycle], came_from[on_cycle]
    while point != on_cycle:
        cycle.append(point)
        point = came_from[point]
    return cycle


def _shortest_through(cycle: list[str], edges: list[_Edge]) -> tuple[Statement, ...]:
    """The negative cycle with the fewest edges that passes one of these points."""
    leaving = defaultdict(list)
    for edge in edges:
        leaving[edge.source].append(edge)
    best: list[_Edge] = []
    for start in sorted(cycle):
        found = _walk(start, leaving, limit=(len(best) - 1) if best else len(cycle))
        if found:
            best = _simple(found)
    return tuple(dict.fromkeys(e.statement for e in best))


def _simple(walk: list[_Edge]) -> list[_Edge]:
    """A cycle of the walk that passes no point twice and sums to less than nothing, as one of its cycles must."""
    seen: dict[str, int] = {}
    for i, edge in enumerate(walk):
        if edge.source in seen:
            first = seen[edge.source]
            loop = walk[first:i]
            return _simple(loop if sum(e.weight for e in loop) < -1e-9 else walk[:first] + walk[i:])
        seen[edge.source] = i
    return walk


def _walk(start: str, leaving: dict[str, list[_Edge]], *, limit: int) -> list[_Edge]:
    """The shortest walk of at most `limit` edges from a point back to itself that sums to less than nothing."""
    layer: dict[str, float] = {start: 0.0}
    steps: list[dict[str, _Edge]] = []
    for _ in range(limit):  # one more step each round, so the first return is the shortest
        reached: dict[str, float] = {}
        step: dict[str, _Edge] = {}
        for point in sorted(layer):
            for edge in leaving.get(point, ()):
                total = layer[point] + edge.weight
                if total < reached.get(edge.target, inf):
                    reached[edge.target], step[edge.target] = total, edge
        steps.append(step)
        if reached.get(start, 0.0) < -1e-9:
            return _back(start, steps)
        layer = reached
    return []


def _back(start: str, steps: list[dict[str, _Edge]]) -> list[_Edge]:
    """The edges of the walk that ends at `start` after the last step, first edge first."""
    path, point = [], start
    for step in reversed(steps):
        path.append(step[point])
        point = step[point].source
    return path[::-1]
