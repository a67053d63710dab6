"""The examples of docs/events.md are what the library says.

`python -m tests.events.test_events_docs` writes the answers into the page anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.reading import event, mention, read
from timeline import articles, pipeline, wording
from timeline.events.copies import copies
from timeline.model import Event, Mention, Timeline

PAGE = Path(__file__).parents[2] / "docs" / "events.md"
DAY = date(2019, 9, 25)


def _marked(text: str) -> tuple[str, list[str]]:
    """The text as it is read, and as often as a word is marked, the text with the mark on that word alone."""
    pieces = text.replace("¶", "\n\n").split("*")
    words = ["".join(pieces[:i]) + f"*{pieces[i]}*" + "".join(pieces[i + 1 :]) for i in range(1, len(pieces), 2)]
    return "".join(pieces), words


def _story(*texts: str) -> Timeline:
    readings = [pipeline.read_article(articles.from_text(t, id=f"p{n}", published=DAY)) for n, t in enumerate(texts, 1)]
    return pipeline.build_timeline(readings)


def _status(text: str) -> list[str]:
    plain, [word] = _marked(text)
    status = mention(read(plain), word).status
    return [wording.status(status), f"`{status}`"]


def _time(text: str) -> list[str]:
    plain, [word] = _marked(text)
    told = mention(read(plain), word)
    return [wording.when(told.time, vague=told.time_vague) or "–", told.time_basis, told.time_why or "–"]


def _agreed(text: str) -> list[str]:
    plain, [word] = _marked(text)
    told = event(read(plain), word)
    return [wording.when(told.time), "; ".join(wording.when(a.interval) for a in told.alternatives) or "–"]


def _joined(one: tuple[Event, Mention], other: tuple[Event, Mention]) -> list[str]:
    if one[0].id != other[0].id:
        return ["two", "–"]
    told = one[0]
    return ["one", told.why[told.mentions.index(other[1].id)].partition(": ")[2]]


def _same(_: str, text: str) -> list[str]:
    plain, words = _marked(text)
    first, second = ((event(read(plain), word), mention(read(plain), word)) for word in words)
    return _joined(first, second)


def _between(_: str, *texts: str) -> list[str]:
    story = _story(*(_marked(text)[0] for text in texts))
    told = [
        next(m for m in reading.mentions if m.span.start == _marked(text)[1][0].index("*"))
        for reading, text in zip(story.readings, texts, strict=True)
    ]
    first, second = ((story.event_of[m.id], m) for m in told)
    return _joined(first, second)


def _copied(_: str, *texts: str) -> list[str]:
    readings = [pipeline.read_times(articles.from_text(text, id=text)) for text in texts]
    return ["; ".join(copy.why for copy in copies(readings)) or "–"]


def _title(text: str) -> list[str]:
    plain, [word] = _marked(text)
    return [event(read(plain), word).title]


ANSWERS: dict[tuple[str, ...], tuple[int, Callable[..., list[str]]]] = {
    ("text", "shown as", "in files"): (1, _status),
    ("text", "when", "rests on", "why"): (1, _time),
    ("text", "kept", "disputed by"): (1, _agreed),
    ("evidence", "text", "events", "why"): (2, _same),
    ("evidence", "one article", "another", "events", "why"): (3, _between),
    ("case", "one article", "another", "copy"): (3, _copied),
    ("text", "title"): (1, _title),
}
"""How many columns of a table are given and what fills the others, by its heading."""


class Row(NamedTuple):
    """A row of a table: the line it stands in, what is given, what the page says, what answers."""

    line: int
    given: list[str]
    shown: list[str]
    answer: Callable[..., list[str]]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def rows(page: str) -> Iterator[Row]:
    """Every row of the tables with answers."""
    lines = page.splitlines()
    heading: tuple[str, ...] = ()
    for number, line in enumerate(lines):
        if not line.startswith("|"):
            heading = ()
        elif not heading:
            heading = tuple(_cells(line))
        elif heading in ANSWERS and not line.startswith("|--"):
            width, answer = ANSWERS[heading]
            yield Row(number, _cells(line)[:width], _cells(line)[width:], answer)


ROWS = tuple(rows(PAGE.read_text("utf-8")))


def test_there_are_examples_of_every_kind() -> None:
    assert {row.answer for row in ROWS} == {answer for _, answer in ANSWERS.values()}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " / ".join(row.given))
def test_example_of_the_page(row: Row) -> None:
    assert row.answer(*row.given) == row.shown


if __name__ == "__main__":
    found = PAGE.read_text("utf-8").splitlines()
    for renewed in ROWS:
        found[renewed.line] = f"| {' | '.join([*renewed.given, *renewed.answer(*renewed.given)])} |"
    PAGE.write_text("\n".join(found) + "\n", "utf-8")
