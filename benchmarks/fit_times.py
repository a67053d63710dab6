"""Fit the weights that choose a time for a mention without one of its own: `python -m benchmarks.fit_times [--write]`.

A multinomial logistic regression over the candidate times of each mention, with an L2 penalty. Prints the share of
right choices on articles held back (five folds by document) and on those it was fitted on; `--write` puts the weights
into timeline/events/weights.py.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.fit_publication import least
from timeline import articles, events, pipeline
from timeline.events import when
from timeline.events.undated import KINDS, kind
from timeline.model import Mention

WEIGHTS_FILE = Path(__file__).resolve().parents[1] / "timeline" / "events" / "weights.py"
SETS = ("dev", "esl_dev")
L2 = 3.0
FEWEST = 8
"""Candidates that must show a trait for it to get a row."""

FOLDS = 5
Vector = NDArray[np.float64]
Rows = dict[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """A mention without a time of its own: its column of the table, the traits of its candidates, the right ones."""

    document: str
    column: int
    traits: tuple[tuple[str, ...], ...]
    right: frozenset[int]


def examples(folder: Path) -> Iterator[Example]:
    """Every annotated event that is found and has no time of its own."""
    for name in SETS:
        with (folder / "eventtime" / f"{name}.jsonl").open(encoding="utf-8") as file:
            for row in map(json.loads, file):
                yield from _of_article(row)


def _of_article(row: dict[str, Any]) -> Iterator[Example]:
    published = date.fromisoformat(row["dct"][:10])
    reading = pipeline.read_article(
        articles.from_text(row["text"], id=row["doc_id"], title=row.get("title") or "", published=published)
    )
    told = {m.id: m for m in reading.mentions}
    happenings = events.gather([reading], story_id="fit").events
    agreed = {i: when.agree([told[m] for m in e.mentions]) for e in happenings for i in e.mentions}
    found = dict(when.choices(reading, agreed))
    for gold in row["events"]:
        anchor = gold.get("anchor")
        mention = _at(gold, reading.mentions)
        if not anchor or anchor.get("conflicting") or mention is None or mention.id not in found:
            continue
        there = found[mention.id]
        days = [[c.interval.first_day.isoformat(), c.interval.last_day.isoformat()] for c in there]
        right = frozenset(i for i, d in enumerate(days) if d == anchor["interval"])
        yield Example(row["doc_id"], kind(mention), tuple(tuple(c.traits) for c in there), right)


def _at(gold: dict[str, Any], mentions: tuple[Mention, ...]) -> Mention | None:
    shared = [(min(m.span.end, gold["end"]) - max(m.span.start, gold["start"]), -i) for i, m in enumerate(mentions)]
    most = max(shared, default=(0, 0))
    return mentions[-most[1]] if most[0] > 0 else None


def fit(given: list[Example]) -> Rows:
    """The weights of least loss."""
    counts = Counter(t for e in given for there in e.traits for t in there)
    index = {t: i for i, t in enumerate(sorted(t for t, n in counts.items() if n >= FEWEST))}
    width, size = len(KINDS), len(index) * len(KINDS) + 1
    columns: list[int] = []
    starts: list[int] = []
    firsts: list[int] = []
    right: list[int] = []
    for example in given:
        if not example.right or len(example.traits) < 2:
            continue
        firsts.append(len(starts))
        right.append(len(starts) + min(example.right))
        for there in example.traits:
            starts.append(len(columns))
            known = [index[t] * width for t in there if t in index]
            columns += [c for row in known for c in (row, row + example.column)] or [size - 1]
    at, begin, first, true = map(np.array, (columns, starts, firsts, right))
    owner = np.repeat(np.arange(len(firsts)), np.diff([*firsts, len(starts)]))
    lengths = np.diff([*starts, len(columns)])
    strength = np.full(size, L2)
    strength[0::width] = L2 / 2  # what holds for every kind is learnt first

    def loss(w: Vector) -> tuple[float, Vector]:
        score = np.add.reduceat(w[at], begin)
        top = np.maximum.reduceat(score, first)
        odds = np.exp(score - top[owner])
        total = np.add.reduceat(odds, first)
        push = odds / total[owner]
        push[true] -= 1
        slope = np.bincount(at, weights=np.repeat(push, lengths), minlength=size) + strength * w
        return float((top + np.log(total) - score[true]).sum() + 0.5 * strength @ (w * w)), slope

    weights = least(loss, np.zeros(size))
    return {t: tuple(round(float(w), 2) or 0.0 for w in weights[i * width : (i + 1) * width]) for t, i in index.items()}


def chosen(example: Example, weights: Rows) -> int:
    """The candidate that the weights choose."""
    known = [[weights[t] for t in there if t in weights] for there in example.traits]
    return int(np.argmax([sum(row[0] + row[example.column] for row in rows) for rows in known]))


def share(given: list[Example], weights: Rows) -> tuple[int, int]:
    """Right choices, and all."""
    return sum(chosen(e, weights) in e.right for e in given if e.traits), len(given)


def held_back(given: list[Example]) -> tuple[int, int]:
    """Right choices, and all, by weights fitted without the article."""
    right = 0
    for fold in range(FOLDS):
        inside = [e for e in given if zlib.crc32(e.document.encode()) % FOLDS == fold]
        outside = [e for e in given if zlib.crc32(e.document.encode()) % FOLDS != fold]
        right += share(inside, fit(outside))[0]
    return right, len(given)


def source(weights: Rows) -> str:
    """The table as it stands in weights.py."""
    lines = ["WEIGHTS: dict[str, tuple[float, ...]] = {", f"    # {', '.join(KINDS)}"]
    for row, there in sorted(weights.items()):
        if any(there):
            lines.append(f'    "{row}": ({", ".join(f"{weight:.2f}" if weight else "0" for weight in there)}),')
    return "\n".join([*lines, "}\n"])


def main(folder: Path, *, writes: bool) -> None:
    """Fit, report and perhaps write."""
    given = list(examples(folder))
    for name, (right, count) in (("held back", held_back(given)), ("fitted", share(given, fit(given)))):
        print(f"{name}: {right} of {count} right, {100 * right / count:.1f} %")
    if writes:
        text = WEIGHTS_FILE.read_text(encoding="utf-8")
        WEIGHTS_FILE.write_text(text[: text.index("WEIGHTS: dict")] + source(fit(given)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(os.environ["DATELINE_BENCH"]), writes="--write" in sys.argv)
