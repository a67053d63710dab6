"""What a story costs once its articles are read, and whether memory stays flat: `python -m benchmarks.building`.

Takes real articles from the folder that `DATELINE_BENCH` names. Beside each figure stands its aim, and the share of it
that was used; the time for reading the same articles says how fast this machine is. Seconds are those of the processor.
"""

from __future__ import annotations

import gzip
import json
import math
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from timeline import articles, checks, pipeline
from timeline.cli.collecting import collect_seldom
from timeline.model import Article, Reading, Timeline

ROUNDS = 5
STORY, EVENTS = 200, 5_000
STREAMED, WARM = 2_000, 400
"""Articles that are streamed, and those after which every table of words and shapes has been met once."""

AGAIN, COPIES, TIMES = 500, 50, 4
"""How often an article tells the same, how many articles are copies of one; and how many times as many others are."""

TOLD = (
    "The fire broke out after the attack. ",
    "Police blamed Iran for the attack by Iran. ",
    "Gunmen attacked the port of Kabul on Tuesday, the coalition said. ",
)

LONGEST = 10_000
"""Characters of an article that is streamed: a longer one needs more while it is read, whatever came before."""

AIM_BUILD, AIM_CHECK, AIM_GROWTH, AIM_AGAIN = 5.0, 2.0, 1.1, 1.5
"""Seconds, seconds, how many times as much memory, and as much time for a sentence that is told more often."""


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        yield from map(json.loads, lines)


def _articles(path: Path, day: str) -> Iterator[Article]:
    for number, row in enumerate(_rows(path)):
        published = articles.parse_day(row[day][:10]) if row.get(day) else None
        yield articles.from_text(row["text"], id=f"article-{number}", published=published)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _median(work: Callable[[], object]) -> float:
    return statistics.median(_seconds(work) for _ in range(ROUNDS))


def _peak() -> float:
    """Most memory that this process ever held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)


def _stream(texts: Iterable[Article]) -> None:
    for article in texts:
        pipeline.build_timeline([pipeline.read_article(article)])


def streamed(texts: Iterator[Article]) -> tuple[float, float]:
    """The most memory after the first articles, and after all: each is read, told and let go."""
    _stream(islice(texts, WARM))
    warm = _peak()
    _stream(islice(texts, STREAMED - WARM))
    return warm, _peak()


def crowded(readings: Sequence[Reading], events: int) -> Timeline:
    """The story of as many of the readings as give about EVENTS events; all of them give `events`."""
    return pipeline.build_timeline(readings[: math.ceil(len(readings) * EVENTS / events)])


def told_again(sentence: str) -> float:
    """How many times as long a sentence takes to build where it is told TIMES as often; 1 is linear."""
    few, many = (
        pipeline.read_article(articles.from_text(sentence * count, id="again")) for count in (AGAIN, AGAIN * TIMES)
    )
    pipeline.build_timeline([few])
    return _seconds(lambda: pipeline.build_timeline([many])) / _seconds(lambda: pipeline.build_timeline([few])) / TIMES


def copied(texts: Sequence[str]) -> float:
    """How many times as long a story of copies takes, each copy, where TIMES as many are; 1 is linear."""
    few, many = (
        [
            pipeline.read_article(articles.from_text(text, id=f"{n}-{i}"))
            for i in range(count)
            for n, text in enumerate(texts)
        ]
        for count in (COPIES, COPIES * TIMES)
    )

    def seconds(readings: list[Reading]) -> float:
        return _seconds(lambda: checks.run(pipeline.build_timeline(readings)))

    return seconds(many) / seconds(few) / TIMES


def _row(what: str, reached: float, aim: float, unit: str) -> None:
    print(f"{what:52}{reached:9.2f}{aim:8.2f} {unit}{reached / aim:8.0%}")


def main(folder: Path) -> None:
    collect_seldom()  # as the commands do
    print(f"{'':52}{'reached':>9}{'aim':>8}{'used':>10}")
    texts = _articles(folder / "load" / "load_dev.jsonl.gz", "date")
    warm, peak = streamed(article for article in texts if len(article.text) <= LONGEST)
    _row(f"memory, {STREAMED:,} articles streamed, by that of {WARM}", peak / warm, AIM_GROWTH, "×")
    given = list(islice(_articles(folder / "eventcoref" / "dev.jsonl", "dct"), STORY))
    readings: list[Reading] = []
    reading = _seconds(lambda: readings.extend(map(pipeline.read_article, given)))
    _row(f"building a story of {STORY} articles", _median(lambda: pipeline.build_timeline(readings)), AIM_BUILD, "s")
    story = crowded(readings, len(pipeline.build_timeline(readings).events))
    _row(f"findings over {len(story.events):,} events", _median(lambda: checks.run(story)), AIM_CHECK, "s")
    _row(f"a sentence told {TIMES} times as often, its time each", max(map(told_again, TOLD)), AIM_AGAIN, "×")
    one = copied([max((a.text for a in given), key=len)])
    _row(f"copies of an article, {TIMES} times as many, each", one, AIM_AGAIN, "×")
    print(f"reading the {STORY} articles: {reading:.2f} s; memory at most {peak:.0f} MB while streaming")


if __name__ == "__main__":
    if not os.environ.get("DATELINE_BENCH"):
        sys.exit("DATELINE_BENCH names no folder: set it to the folder of the development corpora")
    main(Path(os.environ["DATELINE_BENCH"]))
