"""Fit the weights of the publication date: `DATELINE_BENCH=FOLDER python -m benchmarks.fit_publication [--write]`.

A multinomial logistic regression over the candidate days of each article, with an L2 penalty towards priors set by
hand for what the training articles rarely hold. Prints the figures on articles held back (five folds by document) and
on the articles it was fitted on; `--write` puts the weights into timeline/publication/weights.py.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline import articles, timex
from timeline.publication.candidates import candidates
from timeline.publication.clues import clues_of
from timeline.publication.infer import chances, is_named
from timeline.publication.traits import OFFSETS, Trait, traits
from timeline.publication.witnesses import Witnesses, witnesses

Vector = NDArray[np.float64]
Rows = dict[str, list[float]]

WEIGHTS_FILE = Path(__file__).resolve().parents[1] / "timeline" / "publication" / "weights.py"
YES_OR_NO = (
    "a caption and the first weekday told",
    "a date of a picture or post, the next weekday told",
    "the day after a picture or post, its weekday told",
    "a day told falls on a weekend",
    "a head's day within two weeks of a full date",
    "a written date and the first weekday told",
    "weekday after those told",
    "weekday of the next day told",
    "weekday written beside the day",
)
SEVEN = re.compile(r"^years? |^(?:first )?weekday|^day of the week")
KINDS = (
    ((len(OFFSETS),), "how the day lies to a written date: the columns of traits.OFFSETS"),
    ((2,), "no, yes"),
    ((7,), "days from the weekday told, or Monday to Sunday; years from the one told: -2, -1, 0, 1, 2, 3, 4 or beyond"),
    ((1,), "every candidate, against all days that are none"),
)

L2 = 2.0
LEVEL_WEIGHTS = {"stated": 8.0, "near": 2.0}
"""How often an article counts by what its text gives away; once, if nothing is said."""

OTHERS = 6000
"""Dated articles of other sources that are learnt from."""

FOLDS = 5
PINNED = 40.0
"""Times the penalty for a prior that must hold whatever the articles say."""

_SAME, _NEXT, _BEFORE = OFFSETS.index("same day"), OFFSETS.index("next day"), OFFSETS.index("the day before")
PRIORS: dict[Trait, float] = {
    ("any", 0): -4.0,
    ("printed", _SAME): 5.0,
    ("news under an old picture", _SAME): 5.0,
    ("news under an old picture", _NEXT): 1.0,
    ("a date of a picture or post, the next weekday told", 1): -2.0,
    ("the day after a picture or post, its weekday told", 1): 2.0,
    ("printed, no year", _SAME): 3.0,
    ("dateline, no year", _SAME): 3.0,
    ("headline", _SAME): 3.5,
    ("caption", _SAME): 2.5,
    ("caption", _NEXT): 1.2,
    ("post", _SAME): 2.0,
    ("post", _NEXT): 1.5,
    ("amended", _SAME): 2.5,
    ("amended", _BEFORE): 1.5,
    ("a written date and the first weekday told", 1): 1.5,
    **{("told as past", column): -2.0 for column in range(_SAME)},  # nothing is told as past before its day
}
PINS: dict[Trait, float] = {
    ("published", _SAME): 9.0,
    ("published, no year", _SAME): 4.0,
    ("closing", _SAME): 7.0,
    ("closing, no year", _SAME): 3.0,
    ("updated", _SAME): 6.0,
    ("updated", _BEFORE): 2.5,
    ("a head's day within two weeks of a full date", 0): 0.0,
    ("a head's day within two weeks of a full date", 1): 4.5,
    ("dateline", _SAME): 5.0,
    ("today", _SAME): 3.5,
    ("a caption and the first weekday told", 0): 0.0,
    ("a caption and the first weekday told", 1): 2.0,
}


@dataclass(frozen=True, slots=True)
class Example:
    """One article: its candidate days with their traits, and the true one's place among them."""

    id: str
    level: str
    days: tuple[date, ...]
    seen: Witnesses
    traits: tuple[tuple[Trait, ...], ...]
    true: int  # the number of days when none is right


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest day of an article and its chance."""

    level: str
    chance: float
    right: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Examples as numbers: the columns of each candidate's traits, candidate after candidate, article after article."""

    columns: NDArray[np.intp]
    starts: NDArray[np.intp]  # of each candidate in `columns`; "none of these" has no traits and is left out
    firsts: NDArray[np.intp]  # of each article's candidates in `starts`
    true: NDArray[np.intp]  # candidate, -1 for none
    weight: Vector


def examples(folder: Path) -> list[Example]:
    """The articles of the corpus that leave a choice, then those of the others."""
    with (folder / "pubdate" / "dev.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [_example(row) for row in (*rows, *_others(folder, {row["doc_id"] for row in rows}))]


def _others(folder: Path, known: set[str]) -> Iterator[dict[str, Any]]:
    path = folder / "load" / "load_dev.jsonl.gz"
    if not path.exists():
        return
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    random.Random(0).shuffle(rows)  # a fixed sample
    rows = [row for row in rows if row.get("date") and row["doc_id"] not in known][:OTHERS]
    for row in rows:
        yield {**row, "level": "other"}


def _example(row: dict[str, Any]) -> Example:
    article = articles.from_text(row["text"], id=row["doc_id"], title=row.get("title") or "")
    clues = clues_of(article, timex.find(article))
    days, seen = candidates(clues, ()), witnesses(clues)
    true = date.fromisoformat(row["date"][:10])
    return Example(
        row["doc_id"],
        row["level"],
        days,
        seen,
        tuple(tuple(traits(day, seen)) for day in days),
        days.index(true) if true in days else len(days),
    )


def table(found: list[Example], index: dict[Trait, int]) -> Table:
    """The examples that have candidates, as numbers."""
    found = [e for e in found if e.days]
    every = [[index[t] for t in there] for e in found for there in e.traits]
    firsts = np.cumsum([0, *(len(e.days) for e in found)])[:-1]
    true = [first + e.true if e.true < len(e.days) else -1 for e, first in zip(found, firsts, strict=True)]
    return Table(
        np.array([column for there in every for column in there]),
        np.cumsum([0, *map(len, every)])[:-1],
        firsts,
        np.array(true),
        np.array([LEVEL_WEIGHTS.get(e.level, 1.0) for e in found]),
    )


def fit(given: Table, index: dict[Trait, int]) -> Vector:
    """The weights of least loss."""
    prior, strength = np.zeros(len(index)), np.full(len(index), L2)
    for priors, times in ((PRIORS, 1.0), (PINS, PINNED)):
        for trait, weight in priors.items():
            prior[index[trait]], strength[index[trait]] = weight, L2 * times
    counts = np.diff([*given.starts, len(given.columns)])
    owner = np.repeat(np.arange(len(given.firsts)), np.diff([*given.firsts, len(given.starts)]))
    named = given.true >= 0

    def loss(w: Vector) -> tuple[float, Vector]:
        score = np.add.reduceat(w[given.columns], given.starts)
        top = np.maximum(np.maximum.reduceat(score, given.firsts), 0.0)
        odds = np.exp(score - top[owner])
        total = np.add.reduceat(odds, given.firsts) + np.exp(-top)
        reached = np.where(named, score[given.true], 0.0)
        value = given.weight @ (top + np.log(total) - reached) + 0.5 * strength @ (w - prior) ** 2
        push = odds * (given.weight / total)[owner]
        push[given.true[named]] -= given.weight[named]
        slope = np.bincount(given.columns, weights=np.repeat(push, counts), minlength=len(w))
        return float(value), slope + strength * (w - prior)

    return least(loss, prior)


def least(loss: Callable[[Vector], tuple[float, Vector]], start: Vector, rounds: int = 150, memory: int = 12) -> Vector:
    """The place of least loss, by limited-memory BFGS."""
    here, (value, slope) = start.copy(), loss(start)
    steps: list[tuple[Vector, Vector]] = []
    for _ in range(rounds):
        toward = -_curved(slope, steps)
        size = 1.0 if steps else 1.0 / max(1.0, float(np.abs(slope).sum()))
        for _ in range(30):
            there = here + size * toward
            new_value, new_slope = loss(there)
            if new_value <= value + 1e-4 * size * float(slope @ toward):
                break
            size /= 2
        if value - new_value < 1e-7 * abs(value):
            return there
        steps = [*steps, (there - here, new_slope - slope)][-memory:]
        here, value, slope = there, new_value, new_slope
    return here


def _curved(slope: Vector, steps: list[tuple[Vector, Vector]]) -> Vector:
    """The slope through the inverse curvature that the last steps show."""
    turned, used = slope.copy(), []
    for moved, change in reversed(steps):
        share = float(moved @ turned) / float(moved @ change)
        turned -= share * change
        used.append(share)
    if steps:
        moved, change = steps[-1]
        turned *= float(moved @ change) / float(change @ change)
    for (moved, change), share in zip(steps, reversed(used), strict=True):
        turned += moved * (share - float(change @ turned) / float(moved @ change))
    return turned


def rows(w: Vector, index: dict[Trait, int]) -> Rows:
    """The weights as the table that is shipped."""
    found: dict[str, list[float]] = {}
    for (row, column), weight in zip(index, w, strict=True):
        there = found.setdefault(row, [0.0] * columns(row))
        there[column] = round(float(weight), 2) or 0.0
    return found


def columns(row: str) -> int:
    """How many columns a row has."""
    if row == "any":
        return 1
    if row in YES_OR_NO:
        return 2
    return 7 if SEVEN.search(row) else len(OFFSETS)


def guesses(found: list[Example], weights: Rows) -> list[Guess]:
    """What the weights answer where they name a day."""
    made = []
    for e in found:
        days = chances(e.days, e.seen, weights=weights)
        if is_named(days):
            made.append(Guess(e.level, days[0][0], e.true < len(e.days) and days[0][1] == e.days[e.true]))
    return made


def report(name: str, named: list[Guess], sizes: Mapping[str, int]) -> None:
    """Print the figures of the documentation."""
    sure = [g for g in named if g.chance >= 0.9]
    bins: dict[int, list[Guess]] = defaultdict(list)
    for g in named:
        bins[min(9, int(g.chance * 10))].append(g)
    gap = sum(abs(sum(g.chance - g.right for g in there)) for there in bins.values()) / len(named)
    print(f"{name}: sure {len(sure)}, right {sum(g.right for g in sure) / len(sure):.3f}, gap {gap:.3f}")
    for level in sorted(sizes):
        there = [g for g in named if g.level == level]
        shares = (len(there), sum(g.right for g in there), sum(g.chance >= 0.9 for g in there))
        print(f"  {level:8} {sizes[level]:5} named exact sure", *(f"{share / sizes[level]:.3f}" for share in shares))


def held_back(found: list[Example], index: dict[Trait, int]) -> list[Guess]:
    """What is answered for each article by weights fitted without its fold."""
    made = []
    for fold in range(FOLDS):
        inside = [e for e in found if zlib.crc32(e.id.encode()) % FOLDS == fold and e.level != "other"]
        outside = [e for e in found if zlib.crc32(e.id.encode()) % FOLDS != fold]
        made += guesses(inside, rows(fit(table(outside, index), index), index))
    return made


def source(weights: Rows) -> str:
    """The table as it stands in weights.py."""
    lines = ["WEIGHTS: dict[str, tuple[float, ...]] = {"]
    for sizes, says in KINDS:
        lines.append(f"    # {says}")
        for row, there in weights.items():
            if columns(row) in sizes:
                numbers = ", ".join(f"{weight:.2f}" if weight else "0" for weight in there)
                lines.append(f'    "{row}": ({numbers}{"," if len(there) == 1 else ""}),')
    return "\n".join([*lines, "}\n"])


def write(weights: Rows) -> None:
    """Put the table into weights.py."""
    text = WEIGHTS_FILE.read_text(encoding="utf-8")
    start = text.index("WEIGHTS: dict")
    end = text.index("\n}\n", start) + 3
    WEIGHTS_FILE.write_text(text[:start] + source(weights) + text[end:], encoding="utf-8")


def main(folder: Path, *, writes: bool) -> None:
    """Fit, report and perhaps write."""
    found = examples(folder)
    every = {t for e in found for there in e.traits for t in there} | {*PRIORS, *PINS}
    index = {t: i for i, t in enumerate(sorted(every))}
    own = [e for e in found if e.level != "other"]
    sizes = Counter(e.level for e in own)
    report("held back", held_back(found, index), sizes)
    weights = rows(fit(table(found, index), index), index)
    report("fitted", guesses(own, weights), sizes)
    if writes:
        write(weights)


if __name__ == "__main__":
    main(Path(os.environ["DATELINE_BENCH"]), writes="--write" in sys.argv)
