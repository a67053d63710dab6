from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from web.lanes import Extent, fitting, pack

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


@given(EXTENTS, st.data())
def test_labels_that_are_shown_touch_no_other_bar_and_no_other_label(
    extents: list[Extent], data: st.DataObject
) -> None:
    lanes = pack(extents)
    labels = [
        Extent(e.start - data.draw(st.integers(0, 80)), e.start + data.draw(st.integers(1, 200))) for e in extents
    ]
    shown = fitting(labels, lanes, extents)
    for i, label in enumerate(labels):
        for j, bar in enumerate(extents):
            if i != j and lanes[i] == lanes[j] and shown[i]:
                assert not label.overlaps(bar)
                assert not (shown[j] and label.overlaps(labels[j]))


def test_a_label_with_room_is_shown() -> None:
    bars = [Extent(0, 10), Extent(100, 110), Extent(120, 130)]
    labels = [Extent(0, 90), Extent(100, 119), Extent(120, 400)]
    assert fitting(labels, (0, 0, 0), bars) == (True, True, True)
    assert fitting([Extent(0, 101), *labels[1:]], (0, 0, 0), bars) == (False, True, True)
