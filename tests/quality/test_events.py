"""Events on a sample of the development corpora: what was reached is the floor.

Runs the corpora's own scorers; skips where `DATELINE_BENCH` does not name their folder.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timeline import articles, pipeline
from timeline.model import Article, Mention, Reading, Timeline

BENCH = os.environ.get("DATELINE_BENCH")
pytestmark = pytest.mark.skipif(not BENCH, reason="DATELINE_BENCH names no folder of development corpora")
TOPICS, ARTICLES = 5, 50
Row = dict[str, Any]


def _rows(path: str) -> list[Row]:
    return [json.loads(line) for line in (Path(BENCH or "") / path).read_text("utf-8").splitlines() if line]


def _article(row: Row) -> Article:
    day = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
    return articles.from_text(row["text"], id=row["doc_id"], published=day)


def _score(folder: Path, script: str, gold: list[Row], predicted: list[Row], *options: str) -> str:
    paths = []
    for name, rows in (("gold", gold), ("predicted", predicted)):
        paths.append(folder / f"{name}.jsonl")
        paths[-1].write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = [sys.executable, str(Path(BENCH or "") / script), *map(str, paths), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _days(mention: Mention) -> list[str] | None:
    time = mention.time
    return None if time is None or time.is_open else [time.first_day.isoformat(), time.last_day.isoformat()]


@pytest.fixture(scope="module")
def topics() -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in _rows("eventcoref/dev.jsonl"):
        found[str(row["topic"])].append(row)
    return {topic: found[topic] for topic in sorted(found)[:TOPICS]}


@pytest.fixture(scope="module")
def joined(topics: dict[str, list[Row]]) -> list[Row]:
    """Every mention with the event it is held to belong to, topic by topic."""
    rows = []
    for topic, documents in topics.items():
        readings: list[Reading] = [pipeline.read_article(_article(row)) for row in documents]
        story = pipeline.build_timeline(readings, story_id=topic)
        for reading in story.readings:
            told = [(m.span, f"{topic}/{story.event_of[m.id].id}") for m in reading.mentions]
            events = [{"start": span.start, "end": span.end, "cluster_id": event} for span, event in told]
            rows.append({"doc_id": reading.article.id, "events": events})
    return rows


@pytest.mark.parametrize(("scope", "floor"), [("doc", 71.0), ("topic", 63.5)])
def test_mentions_of_one_event_are_found(
    scope: str, floor: float, topics: dict[str, list[Row]], joined: list[Row], tmp_path: Path
) -> None:
    gold = [row for documents in topics.values() for row in documents]
    out = _score(tmp_path, "score_eventcoref.py", gold, joined, "--scope", scope, "--match", "overlap")
    found = re.search(r"CoNLL\s+F\s+([\d.]+)", out)
    assert found, out
    assert float(found[1]) >= floor


@pytest.mark.parametrize(
    ("corpus", "answered", "every", "violated"),
    [("eventtime/dev.jsonl", 90.2, 84.2, 5.8), ("eventtime/esl_dev.jsonl", 81.2, 68.6, None)],
)
def test_events_are_put_on_their_days(
    corpus: str, answered: float, every: float, violated: float | None, tmp_path: Path
) -> None:
    gold = _rows(corpus)[:ARTICLES]
    predicted = []
    for row in gold:
        story = pipeline.build_timeline([pipeline.read_article(_article(row))], story_id="s")
        told = [(m.span, _days(m)) for m in story.readings[0].mentions]
        events = [{"start": span.start, "end": span.end, "interval": days} for span, days in told]
        predicted.append({"doc_id": row["doc_id"], "events": events})
    out = _score(tmp_path, "score_eventtime.py", gold, predicted)
    line = next(line for line in out.splitlines() if line.startswith("all"))
    exact = {k: float(v) for k, v in re.findall(r"'(exact_\w+)': ([\d.]+)", line)}
    assert exact["exact_answered"] >= answered
    assert exact["exact_all"] >= every
    if violated is not None:  # the order of events is annotated too
        found = re.search(r"'violated_pct': ([\d.]+)", out)
        assert found, out
        assert float(found[1]) <= violated


ANSWERS = {"before": "BEFORE", "causes": "BEFORE", "after": "AFTER", "reacts_to": "AFTER"}
TURNED = {"BEFORE": "AFTER", "AFTER": "BEFORE", "VAGUE": "VAGUE"}


def test_events_are_put_in_order(tmp_path: Path) -> None:
    gold = _rows("ordering/dev.jsonl")[:ARTICLES]
    predicted = []
    for row in gold:
        story = pipeline.build_timeline([pipeline.read_article(_article(row))], story_id="s")
        linked = {(k.source, k.target): ANSWERS.get(k.relation, "VAGUE") for k in story.links}
        linked |= {(b, a): TURNED[answer] for (a, b), answer in linked.items() if ANSWERS.get(answer.lower())}
        told = {
            e["eid"]: story.event_of[m.id].id
            for e in row["events"]
            for m in story.mentions.values()
            if m.span.start < e["end"] and e["start"] < m.span.end
        }
        pairs = [[a, b, linked.get((told.get(a, ""), told.get(b, "")), "VAGUE")] for a, b, _ in row["pairs"]]
        predicted.append({"doc_id": row["doc_id"], "pairs": pairs})
    out = _score(tmp_path, "score_ordering.py", gold, predicted)
    found = {k: float(v) for k, v in re.findall(r"'(F1|before_after_reversed)': ([\d.]+)", out)}
    assert found["F1"] >= 70.0
    assert found["before_after_reversed"] <= 9.2


def _told_of(entity: str, story: Timeline) -> Iterator[tuple[str, list[Row]]]:
    """The day of each dated event in which an entity takes part, and the mentions that say so."""
    words = set(entity.lower().replace(",", " ").split())
    for event in story.events:
        told = [story.mentions[m] for m in event.mentions]
        named = [m for m in told if any(words & set(_words(p.text)) for p in m.participants)]
        if named and event.time is not None and not event.time.is_open:
            spans = [{"doc_id": m.article_id, "start": m.span.start, "end": m.span.end} for m in named]
            yield event.time.first_day.isoformat(), spans


def _words(text: str) -> list[str]:
    return text.lower().replace("'s", "").split()


def test_what_an_entity_takes_part_in_is_told_by_day(tmp_path: Path) -> None:
    told: defaultdict[str, list[Reading]] = defaultdict(list)
    for row in _rows("timeline/dev_docs.jsonl"):
        told[row["corpus"]].append(pipeline.read_article(_article(row)))
    stories = {corpus: pipeline.build_timeline(readings) for corpus, readings in told.items()}
    gold, predicted = _rows("timeline/dev.jsonl"), []
    for row in gold:
        line = sorted(_told_of(row["entity"], stories[row["corpus"]]), key=lambda e: e[0])
        ranks = {day: rank for rank, day in enumerate(sorted({day for day, _ in line}), 1)}
        events = [{"rank": ranks[day], "date": day, "mentions": spans} for day, spans in line]
        predicted.append({"entity": row["entity"], "corpus": row["corpus"], "timeline": events})
    out = _score(tmp_path, "score_timeline.py", gold, predicted)
    found = re.search(r"events: .* F ([\d.]+)\ndate right: .* = ([\d.]+)", out)
    assert found, out
    assert float(found[1]) >= 35.3
    assert float(found[2]) >= 82.0
