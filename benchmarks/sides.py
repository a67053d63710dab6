"""On which side of the publication a time lies, where the text tells: `python -m benchmarks.sides FOLDER [--wrong]`.

FOLDER is the corpora's folder ($DATELINE_BENCH). No labels are needed: the word "tomorrow" is written as its weekday,
the year of "March 7, 1988" is cut, and which side the clause speaks for is asked again. Prints how often it is found,
taken for the other side, or left open; `--wrong` prints the sentences that were taken for the other side.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from timeline import articles, timex
from timeline.temporal.operators import CalendarDate

AROUND = 1_200
"""Characters on each side that are read with a time."""

LEAST_DAYS = 20
"""Nearer to the publication than this, a date without its year may be on either side."""

_DAY = timedelta(days=1)
_BESIDE_TODAY = re.compile(r"\b(?:[Yy]esterday|[Tt]omorrow)\b")
_WITH_YEAR = (
    "month-day-year",
    "day-month-year",
    "month-year",
)
_YEAR = re.compile(r",? (?:19|20)\d\d\Z")


@dataclass(frozen=True, slots=True)
class Case:
    """A text in which a time tells its side no more, where the time begins, and the side that it told."""

    kind: str
    text: str
    start: int
    side: str


def texts(folder: Path) -> Iterator[tuple[date, str]]:
    """Day of publication and text of every dated article of the corpora."""
    with gzip.open(folder / "load" / "load_dev.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    with (folder / "pubdate" / "dev.jsonl").open(encoding="utf-8") as file:
        rows += [json.loads(line) for line in file]
    for row in rows:
        if row.get("date"):
            yield date.fromisoformat(row["date"][:10]), row["text"]


def weekdays(published: date, text: str) -> Iterator[Case]:
    """ "Yesterday" and "tomorrow", each written as the weekday that it was."""
    for found in _BESIDE_TODAY.finditer(text):
        is_ahead = found[0].lower() == "tomorrow"
        day = published + (_DAY if is_ahead else -_DAY)
        yield _case(text, *found.span(), f"{day:%A}", found[0].lower(), "future" if is_ahead else "past")


def years(published: date, text: str) -> Iterator[Case]:
    """Dates with a year, the year cut."""
    for time in timex.find(articles.from_text(text)):
        operator = time.operator
        cut = _YEAR.search(time.text)
        if time.rule not in _WITH_YEAR or cut is None or not isinstance(operator, CalendarDate) or not operator.year:
            continue
        away = (date(operator.year, operator.month or 1, min(operator.day or 15, 28)) - published).days
        if abs(away) >= LEAST_DAYS:
            side = "future" if away > 0 else "past"
            yield _case(text, time.span.start, time.span.end, time.text[: cut.start()], f"year of the {side}", side)


def _case(text: str, start: int, end: int, words: str, kind: str, side: str) -> Case:
    low = max(0, start - AROUND)
    return Case(kind, text[low:start] + words + text[end : end + AROUND], start - low, side)


def told(case: Case) -> str:
    """The side that the clause speaks for: "past", "future", or "" where it is left open."""
    times = timex.find(articles.from_text(case.text))
    return next((time.tense for time in times if time.span.start <= case.start < time.span.end), "")


def answers(folder: Path) -> Iterator[tuple[Case, str]]:
    """Every case of the corpora, wire copies once, and the side that is found, or "open"."""
    seen: set[str] = set()
    for published, text in texts(folder):
        for case in (*weekdays(published, text), *years(published, text)):
            near = case.text[max(0, case.start - 50) : case.start + 40]
            if near in seen:
                continue
            seen.add(near)
            # A weekday of which nothing is told is taken for the last one.
            yield case, told(case) or ("past" if case.kind in ("yesterday", "tomorrow") else "open")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="benchmarks.sides", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", action="store_true")
    chosen = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for case, answer in answers(chosen.folder):
        counts[case.kind, answer] += 1
        if chosen.wrong and answer not in (case.side, "open"):
            print(case.kind, "|", " ".join(case.text[max(0, case.start - 150) : case.start + 80].split()))
    print(f"{'what is cut':20s} {'past':>6s} {'future':>6s} {'open':>6s}")
    for kind in ("yesterday", "tomorrow", "year of the past", "year of the future"):
        print(f"{kind:20s} " + " ".join(f"{counts[kind, side]:6d}" for side in ("past", "future", "open")))


if __name__ == "__main__":
    main()
