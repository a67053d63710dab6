"""Copies of one text: what is one, what is not, and that copies count once."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import articles, pipeline
from timeline.events.copies import copies
from timeline.model import Copy, Reading, Timeline

LEAD = "Gunmen attacked the port of Salvo on Monday, killing two guards at the northern gate, police said."
MORE = "A spokesman for the harbour office said that the berths would open again once the quay had been searched."
LAST = "Nobody has claimed the attack, which was the first on the harbour since the ferries began to sail again."
WIRE = f"{LEAD}\n\n{MORE}\n\n{LAST}"
OTHER = (
    "Two guards died when armed men stormed the harbour of Salvo early on Monday, according to officers there.\n\n"
    "The berths stay shut until searches are over, the harbour office told reporters, and nobody is known to have "
    "claimed what was the first attack of its kind since ferries took up their service."
)


def _reading(id: str, text: str) -> Reading:
    return pipeline.read_times(articles.from_text(text, id=id, published=date(2019, 9, 25)))


def _found(*texts: str) -> list[tuple[str, str, str]]:
    found = copies([_reading(f"p{number}", text) for number, text in enumerate(texts, 1)])
    return [(copy.article_id, copy.of, copy.why) for copy in found]


SAME = "the same text word for word"
WHOLE = "all of its text stands there word for word"


@pytest.mark.parametrize(
    ("what", "texts", "found"),
    [
        ("the same text", (WIRE, WIRE), [("p2", "p1", SAME)]),
        (
            "another headline and byline",
            (f"Attack Shuts Port\n\n{WIRE}", f"Two Guards Dead in Salvo\n\nBy Ann Doe\n\n{WIRE}"),
            [("p2", "p1", SAME)],
        ),
        ("capitals and marks", (WIRE, WIRE.upper().replace(",", " -")), [("p2", "p1", SAME)]),
        ("cut short", (f"{LEAD}\n\n{MORE}", WIRE), [("p1", "p2", WHOLE)]),
        ("three prints of one", (LEAD + MORE, WIRE, WIRE), [("p1", "p2", WHOLE), ("p3", "p2", SAME)]),
        (
            "a word changed",
            (WIRE, WIRE.replace("two", "three")),
            [("p2", "p1", "90% of its text stands there word for word")],
        ),
        ("told anew", (WIRE, OTHER), []),
        ("a paragraph quoted", (WIRE, f"{OTHER}\n\n{MORE}"), []),
        ("a line that stands in a report", ("Gunmen attacked the port of Salvo on Monday.", WIRE), []),
        ("the same short line", ("Gunmen attacked the port of Salvo.",) * 2, [("p2", "p1", SAME)]),
        ("no text but a headline", ("Attack Shuts Port",) * 2, []),
        ("one article", (WIRE,), []),
    ],
)
def test_copies(what: str, texts: tuple[str, ...], found: list[tuple[str, str, str]]) -> None:
    assert _found(*texts) == found, what


def _story(*texts: str) -> Timeline:
    readings = [
        pipeline.read_article(articles.from_text(text, id=f"p{n}", published=date(2019, 9, 25)))
        for n, text in enumerate(texts, 1)
    ]
    return pipeline.build_timeline(readings, story_id="s")


def test_a_story_counts_copies_once() -> None:
    story = _story(WIRE, OTHER, f"Port Shut\n\n{WIRE}")
    assert story.copies == (Copy("p3", "p1", 1.0, SAME),)
    assert story.sources(["p3", "p2", "p1"]) == ("p1", "p2")


def test_two_prints_of_one_text_are_no_majority() -> None:
    anew = "Gunmen attacked the port of Salvo on Monday and killed two guards at the gate, officers there said."
    slip = "Three guards were killed at the gate when gunmen attacked the port of Salvo on Monday, the mayor said."
    alone = [f for f in _story(WIRE, anew, slip).findings if "two others" in f.message]
    copied = [f for f in _story(WIRE, WIRE, slip).findings if "two others" in f.message]
    assert (bool(alone), bool(copied)) == (True, False), (alone, copied)
