"""Floors under what the time expressions score on the annotated corpus; skipped without it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.timex import corpus, systems
from benchmarks.timex.scoring import Marked, Score, score

FLOORS = Score(strict=89.3, relaxed=94.8, type=89.9, value=82.4, exact=78.7)


@pytest.fixture(scope="module")
def reached() -> Score:
    folder = os.environ.get("DATELINE_BENCH")
    if not folder:
        pytest.skip("the corpora are not here: set DATELINE_BENCH to their folder")
    documents = corpus.load(Path(folder))
    return score((d.timexes, systems.ours(d.text, d.published)) for d in documents)


@pytest.mark.parametrize("measure", ["strict", "relaxed", "type", "value", "exact"])
def test_score_stays_above_its_floor(reached: Score, measure: str) -> None:
    assert getattr(reached, measure) >= getattr(FLOORS, measure)


def test_measures_are_those_of_tempeval() -> None:
    gold = [Marked(0, 4, "DATE", "2019"), Marked(10, 20, "DATE", "2019-09-24"), Marked(30, 34, "DURATION", "P2W")]
    found = [Marked(0, 4, "DATE", "2019"), Marked(12, 20, "TIME", "2019-09-24")]
    assert score([(gold, found)]) == Score(strict=40.0, relaxed=80.0, type=40.0, value=80.0, exact=40.0)
