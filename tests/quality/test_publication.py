"""Publication dates of a development corpus: what was reached is the floor."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from timeline import articles, publication, timex
from timeline.model import PublicationDate

BENCH = os.environ.get("DATELINE_BENCH", "")
CORPUS = Path(BENCH) / "pubdate" / "dev.jsonl"

pytestmark = pytest.mark.skipif(not BENCH or not CORPUS.exists(), reason="DATELINE_BENCH names no folder with pubdate/")

Answers = dict[str, list[tuple[PublicationDate, date]]]


@pytest.fixture(scope="module")
def answers() -> Answers:
    """What is inferred and what is true, by how much the text gives away."""
    found: Answers = defaultdict(list)
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = articles.from_text(row["text"], title=row.get("title") or "")
        true = date.fromisoformat(row["date"][:10])
        found[row["level"]].append((publication.infer(article, timex.find(article)), true))
    return found


def exact(pairs: list[tuple[PublicationDate, date]]) -> float:
    return sum(found.date == true for found, true in pairs) / len(pairs)


FLOORS = {"stated": 0.981, "near": 0.404}


@pytest.mark.parametrize("level", FLOORS)
def test_days_are_found_as_often_as_before(answers: Answers, level: str) -> None:
    assert exact(answers[level]) >= FLOORS[level]


def test_being_sure_means_being_right(answers: Answers) -> None:
    sure = [pair for pairs in answers.values() for pair in pairs if pair[0].confidence >= 0.9]
    assert exact(sure) >= 0.969
    stated = answers["stated"]
    assert sum(found.confidence >= 0.9 for found, _ in stated) / len(stated) >= 0.92


def test_confidence_is_how_often_it_is_right(answers: Answers) -> None:
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for pairs in answers.values():
        for found, true in pairs:
            if found.date is not None:
                bins[min(9, int(found.confidence * 10))].append((found.confidence, found.date == true))
    gaps = [abs(sum(c for c, _ in b) - sum(right for _, right in b)) for b in bins.values()]
    assert sum(gaps) / sum(map(len, bins.values())) <= 0.045


@pytest.mark.parametrize(("level", "ceiling"), [("weak", 0.04), ("weekday", 0.05), ("none", 0.105)])
def test_no_date_is_named_where_the_text_gives_none(answers: Answers, level: str, ceiling: float) -> None:
    named = sum(found.date is not None for found, _ in answers[level]) / len(answers[level])
    assert named <= ceiling
