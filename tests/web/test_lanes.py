from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from web.lanes import Extent, fill, pack

NUMBERS = st.integers(-1000, 1000)
EXTENTS = st.lists(st.tuples(NUMBERS, st.integers(1, 300)).map(lambda p: Extent(p[0], p[0] + p[1])), max_size=60)


def crowding(extents: list[Extent]) -> int:
    """How many lie over one point at the most."""
    return max((sum(e.start <= at.start < e.end for e in extents) for at in extents), default=0)


@given(EXTENTS)
def test_within_a_lane_nothing_overlaps(extents: list[Extent]) -> None:
    lanes = pack(extents)
    pairs = [(i, j) for i in range(len(extents)) for j in range(i) if lanes[i] == lanes[j]]
    assert not any(extents[i].overlaps(extents[j]) for i, j in pairs)


@given(EXTENTS)
def test_there_are_as_few_lanes_as_there_can_be(extents: list[Extent]) -> None:
    assert len(set(pack(extents))) == crowding(extents)


@given(EXTENTS, st.integers(0, 50))
def test_a_gap_lies_between_neighbours(extents: list[Extent], gap: int) -> None:
    lanes = pack(extents, gap=gap)
    for i, one in enumerate(extents):
        for j, other in enumerate(extents[:i]):
            if lanes[i] == lanes[j]:
                assert max(one.start - other.end, other.start - one.end) >= gap


def test_the_earliest_lies_on_top() -> None:
    assert pack([Extent(5, 9), Extent(0, 6), Extent(7, 8)]) == (1, 0, 0)


@given(EXTENTS, st.integers(0, 6), st.integers(0, 50))
def test_filled_lanes_hold_what_has_room_and_nothing_that_touches(extents: list[Extent], lanes: int, gap: int) -> None:
    found = fill(extents, lanes, gap=gap)
    assert all(lane is None or lane in range(lanes) for lane in found)
    for i, one in enumerate(extents):
        near = {
            found[j]
            for j, other in enumerate(extents[:i])
            if one.start - gap < other.end and other.start < one.end + gap
        }
        assert found[i] == next((lane for lane in range(lanes) if lane not in near), None)
