"""What reading costs beside the model alone: `python -m benchmarks.reading [FOLDER OF .txt FILES | FILE.jsonl]`.

The model alone is spaCy's own pipe, as its makers ship it, without named entities. Of a file of JSON lines, the first
hundred articles are read. All run in one process on the same texts, in turn, and the median of their ratios is what
counts.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from timeline import articles, pipeline, syntax
from timeline.articles import records
from timeline.cli.collecting import collect_seldom
from timeline.model import Article

ROUNDS = 7
MOST = 100
PARSED: dict[str, list[str]] = {}
"""What the language model is given of each article."""
MODEL = syntax.as_shipped()
HERE = Path(__file__).resolve().parents[1]


def _seconds(work: Callable[[list[Article]], None], texts: list[Article]) -> float:
    start = time.perf_counter()
    work(texts)
    return time.perf_counter() - start


def _model(texts: list[Article]) -> None:
    for article in texts:
        for _ in MODEL.pipe(PARSED[article.id]):
            pass


def _read(texts: list[Article]) -> None:
    for article in texts:
        pipeline.read_article(article)


def _build(texts: list[Article]) -> None:
    for article in texts:
        pipeline.build_timeline([pipeline.read_article(article)])


def _articles(source: Path) -> list[Article]:
    if source.is_dir():
        return [articles.from_file(path) for path in sorted(source.glob("*.txt"))]
    with source.open("rb") as lines:
        return [records.article_in(records.in_line(line), id=str(n)) for n, line in enumerate(islice(lines, MOST))]


def main(source: Path) -> None:
    collect_seldom()  # as the commands do
    texts = _articles(source)
    PARSED.update((a.id, [block.parsed for block in syntax.parse(a).blocks]) for a in texts)
    size = sum(len(a.text) for a in texts)
    _build(texts)
    rounds = [[_seconds(work, texts) for work in (_model, _read, _build)] for _ in range(ROUNDS)]
    parse, read, build = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"{len(texts)} articles, {size / 1000:.1f} KB, medians of {ROUNDS} rounds in one process")
    print(f"{'the language model alone':24}{parse:8.3f} s  1.00")
    print(f"{'read':24}{read:8.3f} s  {statistics.median(r[1] / r[0] for r in rounds):.2f}")
    print(f"{'read and build':24}{build:8.3f} s  {statistics.median(r[2] / r[0] for r in rounds):.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else HERE / "seeds")
