"""How often alarms touch a planted contradiction, by severity and confidence: `python -m benchmarks.alarms FOLDER`.

FOLDER holds the inconsistency corpus: `dev.jsonl`, stories with a planted contradiction, `clean_dev.jsonl`, articles
without one. An alarm is right when it quotes words that were planted; any alarm of a clean article is wrong.
Prints one line for each severity and confidence.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from timeline import articles, pipeline
from timeline.model import Finding

Cell = tuple[str, float]


def findings(documents: Sequence[dict[str, Any]]) -> tuple[Finding, ...]:
    """What the checks find in one story."""
    given = [
        articles.from_text(d["text"], id=str(n), published=articles.parse_day(d["dct"]) if d.get("dct") else None)
        for n, d in enumerate(documents)
    ]
    return pipeline.build_timeline([pipeline.read_article(a) for a in given]).findings


def judged(folder: Path) -> Iterator[tuple[Finding, bool]]:
    """Every alarm of the corpus, and whether it is right."""
    for row in _rows(folder / "dev.jsonl"):
        planted = [(str(row.get("mutated_doc", 0)), start, max(end, start + 1)) for start, end, _ in row["spans"]]
        for finding in findings(row.get("docs", [row])):
            yield finding, any(_touches(finding, *place) for place in planted)
    for row in _rows(folder / "clean_dev.jsonl"):
        for finding in findings([row]):
            yield finding, False


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _touches(finding: Finding, article: str, start: int, end: int) -> bool:
    return any(q.article_id == article and q.span.start < end and start < q.span.end for q in finding.quotes)


def main(folder: Path) -> None:
    """Print the shares."""
    shown, right = Counter[Cell](), Counter[Cell]()
    for finding, holds in judged(folder):
        if finding.severity.rank < 2 and finding.root is None:
            cell = finding.severity.value, finding.confidence
            shown[cell] += 1
            right[cell] += holds
    for severity, confidence in sorted(shown, reverse=True):
        cell = severity, confidence
        print(f"{severity:7s} {confidence:.2f}  {right[cell]:4d} of {shown[cell]:4d}  {right[cell] / shown[cell]:.0%}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
