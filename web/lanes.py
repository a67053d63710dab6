"""Lanes: where things of given extents go so that no two of them overlap."""

from __future__ import annotations

import heapq
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extent:
    """From `start` to `end` on an axis, both in pixels."""

    start: float
    end: float

    def overlaps(self, other: Extent) -> bool:
        """Some point lies inside both."""
        return self.start < other.end and other.start < self.end


def pack(extents: Sequence[Extent], *, gap: float = 0) -> tuple[int, ...]:
    """A lane for each extent: within a lane none overlap and `gap` lies between them; as few lanes as possible.

    Lanes are counted from 0, which holds the earliest. Time O(n log n).
    """
    lanes = [0] * len(extents)
    busy: list[tuple[float, int]] = []  # (where the lane becomes free, lane)
    free: list[int] = []
    for index in sorted(range(len(extents)), key=lambda i: (extents[i].start, extents[i].end, i)):
        extent = extents[index]
        while busy and busy[0][0] <= extent.start:
            heapq.heappush(free, heapq.heappop(busy)[1])
        lane = heapq.heappop(free) if free else len(busy)
        lanes[index] = lane
        heapq.heappush(busy, (extent.end + gap, lane))
    return tuple(lanes)


def stack(extents: Sequence[Extent], *, gap: float = 0) -> tuple[int, ...]:
    """A lane for each extent as `pack` gives, but in the order given: each takes the first lane that has room for it.

    What comes first lies on top, at the price of some more lanes. Time O(n ** 2).
    """
    held: list[list[Extent]] = []
    lanes = []
    for extent in extents:
        roomy = Extent(extent.start - gap, extent.end + gap)
        lane = next((i for i, others in enumerate(held) if not any(roomy.overlaps(o) for o in others)), len(held))
        if lane == len(held):
            held.append([])
        held[lane].append(extent)
        lanes.append(lane)
    return tuple(lanes)


def fill(extents: Sequence[Extent], lanes: int, *, gap: float = 0) -> tuple[int | None, ...]:
    """A lane for each extent as `stack` gives while so many lanes have room for it; None for what finds none.

    What comes first finds room first. Time O(n * lanes * log n).
    """
    held: list[list[tuple[float, float]]] = [[] for _ in range(lanes)]  # each in order
    return tuple(next((i for i, lane in enumerate(held) if _put(lane, e, gap)), None) for e in extents)


def _put(lane: list[tuple[float, float]], extent: Extent, gap: float) -> bool:
    """Whether the lane had room for the extent, which then lies in it."""
    at = bisect(lane, (extent.start, extent.end))
    if (at and lane[at - 1][1] + gap > extent.start) or (at < len(lane) and extent.end + gap > lane[at][0]):
        return False
    lane.insert(at, (extent.start, extent.end))
    return True
