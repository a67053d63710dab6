"""Floors under how often a clause tells the side of its time; skipped without the corpora."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import sides

FLOORS = {"yesterday": 0.97, "tomorrow": 0.81, "year of the past": 0.83, "year of the future": 0.73}


@pytest.fixture(scope="module")
def counts() -> Counter[tuple[str, bool]]:
    folder = os.environ.get("DATELINE_BENCH")
    if not folder:
        pytest.skip("the corpora are not here: set DATELINE_BENCH to their folder")
    return Counter((case.kind, answer == case.side) for case, answer in sides.answers(Path(folder)))


@pytest.mark.parametrize("kind", FLOORS)
def test_the_clause_tells_the_side(counts: Counter[tuple[str, bool]], kind: str) -> None:
    assert counts[kind, True] / (counts[kind, True] + counts[kind, False]) >= FLOORS[kind]
