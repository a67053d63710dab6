"""Fit the weights of inferred order: `DATELINE_BENCH=FOLDER python -m benchmarks.fit_order [--write]`.

A multinomial logistic regression (before, after, neither) over pairs of verb events, with an L2 penalty. Prints the
figures on articles held back (five folds by document) and on those it was fitted on; `--write` puts the weights into
timeline/links/weights.py.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.fit_publication import least
from timeline import articles, mentions, pipeline, syntax
from timeline.links.order import ENOUGH, chances
from timeline.links.traits import Trait, Verb, pairs, traits, verbs

Vector = NDArray[np.float64]
Weights = dict[str, tuple[float, ...]]

WEIGHTS_FILE = Path(__file__).resolve().parents[1] / "timeline" / "links" / "weights.py"
ANSWERS = ("BEFORE", "AFTER")
L2 = 3.0
WIDELY = 12
"""How many articles a trait must be seen in: the words of one story are no evidence for the next."""

SLIGHT = 0.1
"""A row whose weights are all smaller is left out."""

FOLDS = 5
KINDS = (
    (4, "one verb; told first: before, after; told second: before, after"),
    (2, "the pair: before, after"),
)


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated pair; `traits` is None where the two are no pair for us."""

    document: str
    answer: str
    traits: tuple[Trait, ...] | None

    @property
    def true(self) -> int:
        """0 before, 1 after, 2 neither."""
        return ANSWERS.index(self.answer) if self.answer in ANSWERS else len(ANSWERS)


def examples(folder: Path) -> Iterator[Example]:
    """The annotated pairs of the corpus."""
    with (folder / "ordering" / "dev.jsonl").open(encoding="utf-8") as file:
        for line in file:
            yield from _of_document(json.loads(line))


def _of_document(row: Mapping[str, Any]) -> Iterator[Example]:
    published = date.fromisoformat(row["dct"]) if row.get("dct") else None
    article = articles.from_text(row["text"], id=row["doc_id"], published=published)
    times, parse = pipeline.read_times(article), syntax.parse(article)
    told = verbs(parse, mentions.extract(parse, times.publication, times.timexes))
    known = {e["eid"]: _at(told, e["start"], e["end"]) for e in row["events"]}
    compared = {(a.mention.id, b.mention.id): (a, b) for a, b in pairs(told)}
    for a, b, answer in row["pairs"]:
        both = compared.get((known[a], known[b]))
        yield Example(row["doc_id"], answer, tuple(traits(*both)) if both else None)


def _at(told: Sequence[Verb], start: int, end: int) -> str:
    spans = ((v.mention.span, v.mention.id) for v in told)
    return next((id for span, id in spans if span.start < end and start < span.end), "")


def fit(found: Sequence[Example]) -> Weights:
    """The weights of least loss, rounded."""
    rows = [(e.traits, e.true) for e in found if e.traits is not None]
    seen = Counter(t for _, t in {(e.document, t) for e in found for t in e.traits or ()})
    index = {t: i for i, t in enumerate(sorted(t for t, n in seen.items() if n >= WIDELY))}
    every = [[index[t] for t in there if t in index] for there, _ in rows]
    flat = np.array([i for there in every for i in there])
    counts = np.array([len(there) for there in every])
    starts = np.cumsum([0, *counts])[:-1]
    true = np.eye(3)[[answer for _, answer in rows]]

    def loss(w: Vector) -> tuple[float, Vector]:
        score = np.zeros((len(rows), 3))
        score[:, :2] = np.add.reduceat(w.reshape(-1, 2)[flat], starts)
        score -= score.max(axis=1, keepdims=True)
        log = score - np.log(np.exp(score).sum(axis=1, keepdims=True))
        push = (np.exp(log) - true)[:, :2]
        slope = [np.bincount(flat, weights=np.repeat(push[:, k], counts), minlength=len(index)) for k in (0, 1)]
        value = -float((log * true).sum()) + 0.5 * L2 * float(w @ w)
        return value, np.stack(slope, axis=1).ravel() + L2 * w

    return _table(least(loss, np.zeros(2 * len(index))).reshape(-1, 2), index)


def _table(w: Vector, index: Mapping[Trait, int]) -> Weights:
    found: dict[str, list[float]] = {}
    for (row, column), at in index.items():
        there = found.setdefault(row, [0.0] * columns(row))
        there[column : column + 2] = [round(float(x), 2) or 0.0 for x in w[at]]
    return {row: tuple(there) for row, there in found.items() if max(map(abs, there)) >= SLIGHT}


def columns(row: str) -> int:
    """How many numbers a row has: a row of one verb says how it weighs told first and told second."""
    return 2 if row.startswith(("any", "place:", "dates:")) else 4


def report(name: str, found: Sequence[Example], answers: Sequence[tuple[float, float]]) -> None:
    """Print precision, recall and F1 over all annotated pairs, the share turned round, and calibration."""
    given = [(e.true, max(p), p.index(max(p))) for e, p in zip(found, answers, strict=True) if max(p) >= ENOUGH]
    right = sum(true == answer for true, _, answer in given)
    wanted = sum(e.answer != "VAGUE" for e in found)
    ordered = sum(e.answer in ANSWERS for e in found)
    turned = sum(true == 1 - answer for true, _, answer in given)
    gap = sum(
        abs(sum(chance - (true == answer) for true, chance, answer in given if int(chance * 10) == tenth))
        for tenth in range(10)
    )
    f1 = 2 * right / (len(given) + wanted)
    print(f"{name}: {len(found)} pairs, answered {len(given) / len(found):.1%}, P {right / len(given):.1%}", end=" ")
    print(f"R {right / wanted:.1%} F1 {f1:.1%}, reversed {turned / ordered:.1%}, gap {gap / len(given):.3f}")


def answers_of(found: Sequence[Example], weights: Weights) -> list[tuple[float, float]]:
    """Chances of before and after; none for a pair that is none for us."""
    return [chances(e.traits, weights) if e.traits is not None else (0.0, 0.0) for e in found]


def held_back(found: Sequence[Example]) -> tuple[list[Example], list[tuple[float, float]]]:
    """Every pair with what weights fitted without its fold answer."""
    order: list[Example] = []
    answers: list[tuple[float, float]] = []
    for fold in range(FOLDS):
        inside = [e for e in found if zlib.crc32(e.document.encode()) % FOLDS == fold]
        outside = [e for e in found if zlib.crc32(e.document.encode()) % FOLDS != fold]
        order += inside
        answers += answers_of(inside, fit(outside))
    return order, answers


def source(weights: Weights) -> str:
    """The table as it stands in weights.py."""
    lines = ["WEIGHTS: dict[str, tuple[float, ...]] = {"]
    for size, says in KINDS:
        lines.append(f"    # {says}")
        for row, there in sorted(weights.items()):
            if len(there) == size:
                lines.append(f'    "{row}": ({", ".join(f"{x:.2f}" if x else "0" for x in there)}),')
    return "\n".join([*lines, "}\n"])


def write(weights: Weights) -> None:
    """Put the table into weights.py."""
    text = WEIGHTS_FILE.read_text(encoding="utf-8")
    start = text.index("WEIGHTS: dict")
    WEIGHTS_FILE.write_text(text[:start] + source(weights), encoding="utf-8")


def main(folder: Path, *, writes: bool) -> None:
    """Fit, report and perhaps write."""
    found = list(examples(folder))
    report("held back", *held_back(found))
    weights = fit(found)
    report(f"fitted, {len(weights)} rows", found, answers_of(found, weights))
    if writes:
        write(weights)


if __name__ == "__main__":
    main(Path(os.environ["DATELINE_BENCH"]), writes="--write" in sys.argv)
