"""The examples of docs/timex.md are what the library says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.timex.placing import placed
from timeline.timex import explain

TEXT = (Path(__file__).parents[2] / "docs" / "timex.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.partition("## Examples")[2].partition("## Conventions")[0].splitlines()
    if line.startswith("| ") and not line.startswith("| text ")
]


def test_there_are_examples() -> None:
    assert len(ROWS) > 40


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_example_of_the_page(row: list[str]) -> None:
    text, words, value, start, end = row
    last = placed("2019-09-24", text)[-1]
    assert (last.text, " ".join(filter(None, (last.type, last.value, last.mod)))) == (words, value)
    bounds = (
        [m.isoformat(" ", "minutes").removesuffix(" 00:00") for m in (last.interval.start, last.interval.end)]
        if last.interval
        else ["–", "–"]
    )
    assert ["open" if b in ("0001-01-01", "9999-12-31 23:59") else b for b in bounds] == [start, end]


def test_the_tree_of_the_page_is_the_one_that_is_drawn() -> None:
    assert explain("two weeks after Easter", date(2013, 2, 12)) in TEXT
