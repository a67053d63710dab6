"""Tolls of one event in two articles: a conflict on one day, an update later, and the neighbours that stay quiet."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import articles, pipeline

TWO = "Two guards died when armed men stormed the harbour of Salvo early on Monday.\n\nThe berths stay shut this week."
THREE = "Three guards died when armed men stormed the harbour of Salvo early on Monday.\n\nFerries will not sail."
DAY, LATER = date(2019, 9, 24), date(2019, 9, 26)


def severities(*told: tuple[str, date]) -> list[str]:
    readings = [
        pipeline.read_article(articles.from_text(text, id=f"p{n}", published=day)) for n, (text, day) in enumerate(told)
    ]
    findings = pipeline.build_timeline(readings, story_id="s").findings
    return [f.severity.value for f in findings if f.check == "figure-conflict"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ((TWO, DAY), (THREE, DAY), ["medium"]),
        ((TWO, DAY), (THREE, LATER), ["info"]),  # a later and higher toll is an update
        ((THREE, DAY), (TWO, LATER), ["medium"]),  # a later and lower one is none
        ((TWO, DAY), (TWO.replace("berths", "docks"), DAY), []),
        ((TWO, DAY), (THREE.replace("Three", "At least two"), DAY), []),
        ((TWO, DAY), (f"{THREE} Police spoke of two guards killed at the harbour of Salvo.", DAY), []),
        ((TWO, DAY), (THREE.replace("guards died", "guards died so far"), DAY), []),
        ((TWO, DAY), ("Three miners died when a shaft fell in near Torvale on Friday.\n\nIt was an old one.", DAY), []),
    ],
)
def test_two_papers_tolls(one: tuple[str, date], other: tuple[str, date], found: list[str]) -> None:
    assert severities(one, other) == found
    assert severities(other, one) == found
