"""Contradictions planted into real articles, and clean articles: what was reached is the floor."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from timeline import articles, pipeline
from timeline.model import Finding, Severity

BENCH = os.environ.get("DATELINE_BENCH", "")
FOLDER = Path(BENCH) / "inconsistency"
ALARMS = (
    "time-conflict",
    "weekday-mismatch",
    "impossible-date",
    "after-publication",
    "order-conflict",
    "figure-conflict",
    "arithmetic",
)
SAMPLE, EVERY_CLEAN = 30, 8  # about so many of a kind, and every eighth clean article, to be quick
FLOORS = {
    "arithmetic": 0.95,
    "event_weekday": 0.64,
    "figure": 0.55,
    "future_past": 0.87,
    "impossible_date": 0.98,
    "order": 0.98,
    "weekday_date": 0.98,
}
FALSE_ALARMS_PER_1000_WORDS = 0.022  # of the sample: one alarm in 47,000 words

pytestmark = pytest.mark.skipif(
    not BENCH or not FOLDER.exists(), reason="DATELINE_BENCH names no folder with inconsistency/"
)


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def alarms(documents: list[dict[str, Any]]) -> list[Finding]:
    """Findings of high or medium severity in one story."""
    given = [
        articles.from_text(d["text"], id=str(n), published=articles.parse_day(d["dct"]) if d.get("dct") else None)
        for n, d in enumerate(documents)
    ]
    timeline = pipeline.build_timeline([pipeline.read_article(a) for a in given])
    return [f for f in timeline.findings if f.check in ALARMS and f.severity in (Severity.HIGH, Severity.MEDIUM)]


def is_found(row: dict[str, Any]) -> bool:
    """Some alarm quotes the words that were planted."""
    planted = str(row.get("mutated_doc", 0))
    places = [(start, max(end, start + 1)) for start, end, _ in row["spans"]]
    return any(
        quote.article_id == planted and quote.span.start < end and start < quote.span.end
        for finding in alarms(row.get("docs", [row]))
        for quote in finding.quotes
        for start, end in places
    )


@pytest.fixture(scope="module")
def recall() -> dict[str, float]:
    """The share of planted contradictions that is found, by kind."""
    by_kind = defaultdict(list)
    for row in sorted(rows("dev.jsonl"), key=lambda r: (r["kind"], r["id"])):
        by_kind[row["kind"]].append(row)
    samples = {kind: some[:: max(1, len(some) // SAMPLE)] for kind, some in by_kind.items()}
    return {kind: sum(map(is_found, some)) / len(some) for kind, some in samples.items()}


@pytest.mark.parametrize("kind", FLOORS)
def test_planted_contradictions_are_found(kind: str, recall: dict[str, float]) -> None:
    assert recall[kind] >= FLOORS[kind]


def test_clean_articles_raise_hardly_an_alarm() -> None:
    sample = rows("clean_dev.jsonl")[::EVERY_CLEAN]
    count = sum(len(alarms([row])) for row in sample)
    assert 1000 * count / sum(row["words"] for row in sample) <= FALSE_ALARMS_PER_1000_WORDS
