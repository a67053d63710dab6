"""Lanes: where things of given extents go so that no two of them overlap."""

from __future__ import annotations

import heapq
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


def fitting(wanted: Sequence[Extent], lanes: Sequence[int], taken: Sequence[Extent]) -> tuple[bool, ...]:
    """Which of the wanted extents can be shown without touching what else their lane holds.

    `wanted[i]` belongs to `taken[i]` (a label to its bar) and may cover it; both lie in `lanes[i]`, in which the taken
    ones do not overlap. Earlier ones win. Time O(n log n).
    """
    shown = [False] * len(wanted)
    by_lane: dict[int, list[int]] = {}
    for index in sorted(range(len(taken)), key=lambda i: (taken[i].start, i)):
        by_lane.setdefault(lanes[index], []).append(index)
    for held in by_lane.values():
        edge = float("-inf")  # how far the lane is full
        for index, following in zip(held, [*held[1:], None], strict=True):
            limit = taken[following].start if following is not None else float("inf")
            if edge <= wanted[index].start and wanted[index].end <= limit:
                shown[index] = True
                edge = max(edge, wanted[index].end)
            edge = max(edge, taken[index].end)
    return tuple(shown)
