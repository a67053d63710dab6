"""Fit what speaks for one happening told twice: `DATELINE_BENCH=FOLDER python -m benchmarks.fit_same [--write]`.

A logistic regression with an L2 penalty, over akin pairs of annotated mentions in two articles of one story. Prints the
scores of events on topics held back (five folds) and on those it was fitted on; `--write` puts the weights into
timeline/events/likelihood.py.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from benchmarks.fit_publication import least
from timeline import articles, events, pipeline
from timeline.events.alike import groups
from timeline.events.evidence import facts, kind
from timeline.events.tellings import tellings
from timeline.model import Article, Mention, Reading

WEIGHTS_FILE = Path(__file__).resolve().parents[1] / "timeline" / "events" / "likelihood.py"
L2 = 3.0
FEWEST = 20
"""Pairs that must show a fact for it to get a weight."""

FOLDS = 5
ALWAYS = "any"
PINS = {
    "far day": -6.0,
    "far place": -6.0,
    "on another": -6.0,
    "other instrument": -6.0,
    "other day": -0.2,
    "same day": 0.8,
    "same instrument": 1.5,
    "same figure": 0.8,
    "other place": -2.0,
    "told months apart": -1.0,
    "told years apart": -2.0,
}
"""Weights set by hand. A day's difference must not part what is told as one, or no contradiction could be found; weeks,
a place far off and another instrument must; the others are rare in the annotated news, which does not tell when it
appeared."""

Vector = NDArray[np.float64]
Weights: TypeAlias = Mapping[str, float]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two akin mentions: the facts about them, and whether they tell one happening."""

    facts: tuple[str, ...]
    is_same: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """Articles that are read as one story, as annotated and as read."""

    name: str
    rows: tuple[Row, ...]
    readings: tuple[Reading, ...]
    pairs: tuple[Pair, ...]


def topics(folder: Path) -> list[Topic]:
    """The annotated stories."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    with (folder / "eventcoref" / "dev.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            found[str(row["topic"])].append(row)
    return [_topic(name, rows) for name, rows in sorted(found.items())]


def _topic(name: str, rows: Sequence[Row]) -> Topic:
    readings = tuple(pipeline.read_article(_article(row)) for row in rows)
    named = events.name(readings)
    return Topic(name, tuple(rows), named, tuple(_pairs(named, rows)))


def _article(row: Row) -> Article:
    day = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
    return articles.from_text(row["text"], id=row["doc_id"], title=row.get("title") or "", published=day)


def _pairs(readings: Sequence[Reading], rows: Sequence[Row]) -> Iterator[Pair]:
    story = groups(readings)
    told = tellings(readings, story)
    known = {m: c for reading, row in zip(readings, rows, strict=True) for m, c in _annotated(reading, row).items()}
    for a, b in combinations((told[m] for m in known), 2):
        one, other = a.mention.article_id, b.mention.article_id
        if one != other and story[one] == story[other] and kind(a.mention, b.mention):
            shown = tuple(row for row, _ in facts(a, b))
            yield Pair(shown, known[a.mention.id] == known[b.mention.id])


def _annotated(reading: Reading, row: Row) -> dict[str, str]:
    """The annotated happening of each mention that is one."""

    def shared(mention: Mention, event: Row) -> int:
        return min(mention.span.end, int(event["end"])) - max(mention.span.start, int(event["start"]))

    found = {}
    for mention in reading.mentions:
        event = max(row["events"], key=lambda e: shared(mention, e), default=None)
        if event is not None and shared(mention, event) > 0:
            found[mention.id] = str(event["cluster_id"])
    return found


def fit(pairs: Sequence[Pair]) -> Weights:
    """The weights of least loss."""
    shown = Counter(row for p in pairs for row in p.facts)
    index = {row: i for i, row in enumerate([ALWAYS, *sorted(r for r, n in shown.items() if n >= FEWEST or r in PINS)])}
    columns = [[0, *(index[row] for row in p.facts if row in index)] for p in pairs]
    flat, starts = np.array([c for cs in columns for c in cs]), np.cumsum([0, *map(len, columns)])[:-1]
    counts, true = np.diff([*starts, len(flat)]), np.array([float(p.is_same) for p in pairs])
    prior, strength = np.zeros(len(index)), np.full(len(index), L2)
    strength[0] = 1e-3
    for row, weight in PINS.items():
        if row in index:
            prior[index[row]], strength[index[row]] = weight, 1e6

    def loss(w: Vector) -> tuple[float, Vector]:
        score = np.add.reduceat(w[flat], starts)
        value = (np.logaddexp(0, score) - true * score).sum() + 0.5 * strength @ (w - prior) ** 2
        push = 1 / (1 + np.exp(-score)) - true
        return float(value), np.bincount(flat, np.repeat(push, counts), len(w)) + strength * (w - prior)

    return {row: round(float(w), 2) or 0.0 for row, w in zip(index, least(loss, prior), strict=True)}


def scores(found: Mapping[str, tuple[Topic, Weights]], folder: Path) -> str:
    """CoNLL F1 of events, within articles and in the whole topic, each topic read with its weights."""
    gold = [row for topic, _ in found.values() for row in topic.rows]
    told = [row for topic, weights in found.values() for row in _told(topic, weights)]
    with tempfile.TemporaryDirectory() as scratch:
        paths = []
        for name, rows in (("gold", gold), ("told", told)):
            paths.append(str(Path(scratch) / name))
            Path(paths[-1]).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return "; ".join(f"{scope} {_score(folder, paths, scope)}" for scope in ("doc", "topic"))


def _score(folder: Path, paths: Sequence[str], scope: str) -> str:
    command = [sys.executable, str(folder / "score_eventcoref.py"), *paths, "--scope", scope]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return ", ".join(" ".join(line) for line in re.findall(r"(MUC|B3|CoNLL)\s+(.*F +[\d.]+)", out))


def _told(topic: Topic, weights: Weights) -> Iterator[Row]:
    happenings = events.group(topic.readings, weights)
    event = {m: f"{topic.name}/{number}" for number, group in enumerate(happenings) for m in group.mentions}
    for reading in topic.readings:
        told = [{"start": m.span.start, "end": m.span.end, "cluster_id": event[m.id]} for m in reading.mentions]
        yield {"doc_id": reading.article.id, "events": told}


def source(weights: Weights) -> str:
    """The table as it stands in likelihood.py."""
    lines = ["WEIGHTS: dict[str, float] = {"]
    lines += [f'    "{row}": {weight:.2f},' for row, weight in weights.items()]
    return "\n".join([*lines, "}\n"])


def write(weights: Weights) -> None:
    """Put the table into likelihood.py."""
    text = WEIGHTS_FILE.read_text(encoding="utf-8")
    start = text.index("WEIGHTS: dict")
    end = text.index("\n}\n", start) + 3
    WEIGHTS_FILE.write_text(text[:start] + source(weights) + text[end:], encoding="utf-8")


def main(folder: Path, *, writes: bool) -> None:
    """Fit, report and perhaps write."""
    given = topics(folder)
    held: dict[str, tuple[Topic, Weights]] = {}
    for fold in range(FOLDS):
        weights = fit([p for i, t in enumerate(given) if i % FOLDS != fold for p in t.pairs])
        held |= {t.name: (t, weights) for i, t in enumerate(given) if i % FOLDS == fold}
    print("held back:", scores(held, folder))
    weights = fit([p for t in given for p in t.pairs])
    print("fitted:", scores({t.name: (t, weights) for t in given}, folder))
    if writes:
        write(weights)


if __name__ == "__main__":
    main(Path(os.environ["DATELINE_BENCH"]), writes="--write" in sys.argv[1:])
