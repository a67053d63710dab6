"""What copies print word for word: each happening stays one, however many papers print it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from timeline import articles, pipeline
from timeline.model import Timeline

WIRE = (
    "Gunmen attacked the port of Salvo on Monday, killing two guards, police said.\n\n"
    "“We were asleep,” said a sailor. He said the shots woke him. “We are not able to sleep now.”\n\n"
    "The port was attacked in May as well, when a guard died, and the harbour office promised to build a wall."
)
MORE = "Nobody had claimed the attack on the port by Wednesday, and the berths stay shut for a week."
NEWS = date(2019, 9, 25)


def _story(texts: Sequence[str], days: Sequence[date]) -> Timeline:
    given = [
        articles.from_text(t, id=f"p{n}", published=d) for n, (t, d) in enumerate(zip(texts, days, strict=True), 1)
    ]
    return pipeline.build_timeline([pipeline.read_article(article) for article in given], story_id="s")


def _told(story: Timeline, article: str) -> set[frozenset[int]]:
    """The places of each event's mentions in one article."""
    found = (
        frozenset(m.span.start for m in map(story.mentions.__getitem__, e.mentions) if m.article_id == article)
        for e in story.events
    )
    return {places for places in found if places}


@pytest.mark.parametrize("papers", [2, 3, 9])
def test_copies_add_no_events(papers: int) -> None:
    alone, printed = _story([WIRE], [NEWS]), _story([WIRE] * papers, [NEWS] * papers)
    for number in range(1, papers + 1):
        assert _told(printed, f"p{number}") == _told(alone, "p1")
    assert len(printed.events) == len(alone.events)
    assert {papers * len(e.mentions) for e in alone.events} == {len(e.mentions) for e in printed.events}


def test_what_is_printed_again_says_so() -> None:
    attack = next(e for e in _story([WIRE, WIRE], [NEWS, NEWS]).events if e.frame == "attack")
    assert "“attacked” in another article: the very same sentence" in attack.why


def test_a_print_with_more_tells_more() -> None:
    story = _story([WIRE, f"{WIRE}\n\n{MORE}"], [NEWS, NEWS])
    alone = _story([WIRE], [NEWS])
    assert _told(story, "p1") == _told(alone, "p1")
    more = Counter(m.article_id for m in story.mentions.values())
    assert more["p2"] > more["p1"]
    assert len(story.events) < len(_story([WIRE], [NEWS]).events) + len(_story([MORE], [NEWS]).events)


def test_a_text_printed_again_years_later_tells_of_its_own_days() -> None:
    story = _story([WIRE, WIRE], [NEWS, date(2021, 9, 22)])
    attacks = [e for e in story.events if e.frame == "attack" and e.time and e.time.start.month == 9]
    assert [e.time.start.year for e in attacks if e.time] == [2019, 2021]
