"""Fit the weights that choose a time for a mention without one of its own: `python -m benchmarks.fit_times [--write]`.

A multinomial logistic regression over the candidate times of each mention, and over giving none, with an L2 penalty. Of
an event whose time is annotated, the candidates that are it are right; of one that is only known to lie before or after
a time, those that do. Prints the share of right choices where the time is annotated, on articles held back (five folds
by document) and on those it was fitted on; `--write` puts the weights into timeline/events/weights.py.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from benchmarks.fit_publication import least
from timeline import articles, events, pipeline
from timeline.events import when
from timeline.events.undated import KINDS, Candidate, kind
from timeline.model import Mention
from timeline.temporal.timex3 import parse_value

WEIGHTS_FILE = Path(__file__).resolve().parents[1] / "timeline" / "events" / "weights.py"
SETS = ("dev", "esl_dev")
TIMELINES = "timeline"
L2 = 6.0
FEWEST = 20
"""Candidates that must show a trait for it to get a row."""

BOUNDED = 1.0
"""How much an event counts of which only bounds are annotated."""

TINY = 1e-12
FOLDS = 5
Vector = NDArray[np.float64]
Row: TypeAlias = dict[str, Any]
Rows = dict[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """A mention without a time of its own: its column of the table, the traits of its candidates, the right ones.

    `is_exact` tells whether the time is annotated, or only what it lies before or after.
    """

    corpus: str
    document: str
    column: int
    traits: tuple[tuple[str, ...], ...]
    right: tuple[int, ...]
    is_exact: bool


def examples(folder: Path) -> Iterator[Example]:
    """Every annotated event that is found and has no time of its own."""
    for name in SETS:
        for row in _rows(folder / "eventtime" / f"{name}.jsonl"):
            yield from _of_article(row, name)
    told = _timelines(_rows(folder / "timeline" / "dev.jsonl"))
    for row in _rows(folder / "timeline" / "dev_docs.jsonl"):
        yield from _of_article({**row, "events": told[row["doc_id"]]}, TIMELINES)


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _timelines(given: Iterable[Row]) -> defaultdict[str, list[Row]]:
    """The mentions on timelines whose date is known, by article, each once, as the events of an article are told."""
    found: defaultdict[str, dict[int, Row]] = defaultdict(dict)
    for event in (e for timeline in given for e in timeline["timeline"]):
        time = parse_value(event["date"].removesuffix("-XX").removesuffix("-XX"))
        for mention in event["mentions"] if time else ():
            if "start" in mention:
                found[mention["doc_id"]][mention["start"]] = {**mention, "within": time}
    return defaultdict(list, {id: list(there.values()) for id, there in found.items()})


def _of_article(row: Row, corpus: str) -> Iterator[Example]:
    published = date.fromisoformat(row["dct"][:10])
    reading = pipeline.read_article(
        articles.from_text(row["text"], id=row["doc_id"], title=row.get("title") or "", published=published)
    )
    told = {m.id: m for m in reading.mentions}
    happenings = events.gather([reading], story_id="fit").events
    agreed = {i: when.agree([told[m] for m in e.mentions]) for e in happenings for i in e.mentions}
    found = dict(when.choices(reading, agreed))
    for gold in row["events"]:
        mention = _at(gold, reading.mentions)
        if mention is None or mention.id not in found:
            continue
        there = found[mention.id]
        days = [_days(c) for c in there]
        anchor = None if gold.get("anchor", {}).get("conflicting") else gold.get("anchor")
        if "within" in gold:
            right = tuple(i for i, c in enumerate(there) if c.interval and gold["within"].contains(c.interval))
        elif anchor:
            right = tuple(i for i, d in enumerate(days) if d and list(d) == anchor["interval"])
        elif gold.get("constraints"):
            right = tuple(i for i, d in enumerate(days) if d and all(_holds(d, c) for c in gold["constraints"]))
            right = right or tuple(i for i, d in enumerate(days) if d is None)
        else:
            continue
        exact = "within" in gold or bool(anchor)
        yield Example(corpus, row["doc_id"], kind(mention), tuple(tuple(c.traits) for c in there), right, exact)


def _days(candidate: Candidate) -> tuple[str, str] | None:
    interval = candidate.interval
    return (interval.first_day.isoformat(), interval.last_day.isoformat()) if interval else None


def _holds(days: tuple[str, str], constraint: list[str]) -> bool:
    """The days may be those of an event that lies before, or after, a time; on a single day the same day may do."""
    relation, start, end, _ = constraint
    if relation == "before":
        return days[0] < start or (start == end == days[0])
    return days[1] > end or (start == end == days[1])


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
    right: list[bool] = []
    weight: list[float] = []
    for example in given:
        if not example.right or len(example.right) == len(example.traits):
            continue
        firsts.append(len(starts))
        weight.append(1.0 if example.is_exact else BOUNDED)
        for position, there in enumerate(example.traits):
            starts.append(len(columns))
            right.append(position in example.right)
            known = [index[t] * width for t in there if t in index]
            columns += [c for row in known for c in (row, row + example.column)] or [size - 1]
    at, begin, first = map(np.array, (columns, starts, firsts))
    is_right, weights = np.array(right), np.array(weight)
    owner = np.repeat(np.arange(len(firsts)), np.diff([*firsts, len(starts)]))
    lengths = np.diff([*starts, len(columns)])
    strength = np.full(size, L2)
    strength[0::width] = L2 / 2  # what holds for every kind is learnt first

    def loss(w: Vector) -> tuple[float, Vector]:
        score = np.add.reduceat(w[at], begin)
        odds = np.exp(score - np.maximum.reduceat(score, first)[owner])
        total = np.add.reduceat(odds, first)
        good = np.add.reduceat(odds * is_right, first) + TINY
        push = weights[owner] * odds * (1 / total[owner] - is_right / good[owner])
        slope = np.bincount(at, weights=np.repeat(push, lengths), minlength=size) + strength * w
        return float(weights @ (np.log(total) - np.log(good)) + 0.5 * strength @ (w * w)), slope

    found = least(loss, np.zeros(size))
    return {t: tuple(round(float(w), 2) or 0.0 for w in found[i * width : (i + 1) * width]) for t, i in index.items()}


def chosen(example: Example, weights: Rows) -> int:
    """The candidate that the weights choose."""
    known = [[weights[t] for t in there if t in weights] for there in example.traits]
    return int(np.argmax([sum(row[0] + row[example.column] for row in rows) for rows in known]))


Judged = list[tuple[str, bool]]


def judged(given: list[Example], weights: Rows) -> Judged:
    """The corpus of each example whose time is annotated, and whether the weights choose that time."""
    return [(e.corpus, chosen(e, weights) in e.right) for e in given if e.is_exact]


def held_back(given: list[Example]) -> Judged:
    """The same by weights fitted without the article."""
    found: Judged = []
    for fold in range(FOLDS):
        inside = [e for e in given if zlib.crc32(e.document.encode()) % FOLDS == fold]
        outside = [e for e in given if zlib.crc32(e.document.encode()) % FOLDS != fold]
        found += judged(inside, fit(outside))
    return found


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
    for name, found in (("held back", held_back(given)), ("fitted", judged(given, fit(given)))):
        for corpus in (*SETS, TIMELINES):
            right = [is_right for told, is_right in found if told == corpus]
            print(f"{name}, {corpus}: {sum(right)} of {len(right)} right, {100 * sum(right) / len(right):.1f} %")
    if writes:
        text = WEIGHTS_FILE.read_text(encoding="utf-8")
        WEIGHTS_FILE.write_text(text[: text.index("WEIGHTS: dict")] + source(fit(given)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(os.environ["DATELINE_BENCH"]), writes="--write" in sys.argv)
