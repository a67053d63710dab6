"""Allen's relations: one holds of any two intervals, converses and compositions agree with the intervals."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.allen import ALL, Allen, compose, converse, relation
from timeline.temporal.interval import Interval

START = datetime(2020, 2, 28)


def of(a: int, b: int) -> Interval:
    return Interval(START + timedelta(days=a), START + timedelta(days=b))


INTERVALS = st.lists(st.integers(0, 8), min_size=2, max_size=2, unique=True).map(lambda p: of(min(p), max(p)))

NAMED = [
    ((0, 1), (2, 3), Allen.BEFORE),
    ((0, 1), (1, 3), Allen.MEETS),
    ((0, 2), (1, 3), Allen.OVERLAPS),
    ((0, 1), (0, 3), Allen.STARTS),
    ((1, 2), (0, 3), Allen.DURING),
    ((2, 3), (0, 3), Allen.FINISHES),
    ((0, 3), (0, 3), Allen.EQUALS),
]


@pytest.mark.parametrize(("a", "b", "expected"), NAMED)
def test_relation_and_its_converse(a: tuple[int, int], b: tuple[int, int], expected: Allen) -> None:
    assert relation(of(*a), of(*b)) is expected
    assert relation(of(*b), of(*a)) is converse(expected)


@given(INTERVALS, INTERVALS)
def test_converse_turns_the_pair(a: Interval, b: Interval) -> None:
    assert relation(b, a) is converse(relation(a, b))


@given(st.sampled_from(list(Allen)))
def test_converse_of_the_converse_is_the_relation(known: Allen) -> None:
    assert converse(converse(known)) is known


@given(INTERVALS, INTERVALS, INTERVALS)
def test_composition_holds_what_is(a: Interval, b: Interval, c: Interval) -> None:
    assert relation(a, c) in compose([relation(a, b)], [relation(b, c)])


@given(st.sampled_from(list(Allen)), st.sampled_from(list(Allen)))
def test_composition_turns_with_its_converses(first: Allen, second: Allen) -> None:
    turned = {converse(r) for r in compose([first], [second])}
    assert turned == compose([converse(second)], [converse(first)])


def test_the_table_has_the_published_size() -> None:
    assert sum(len(compose([a], [b])) for a in Allen for b in Allen) == 409


def test_equals_changes_nothing_and_before_after_tells_nothing() -> None:
    assert all(compose([Allen.EQUALS], [r]) == {r} for r in Allen)
    assert compose([Allen.BEFORE], [Allen.AFTER]) == ALL


@given(INTERVALS, INTERVALS)
def test_relation_agrees_with_overlap(a: Interval, b: Interval) -> None:
    apart = relation(a, b) in (Allen.BEFORE, Allen.AFTER, Allen.MEETS, Allen.MET_BY)
    assert a.overlaps(b) is not apart
