"""How tests read a text and look things up by the words that tell them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from timeline import articles, pipeline
from timeline.model import Event, Finding, Link, LinkBasis, Mention, Timeline


@lru_cache(maxsize=256)
def read(text: str, published: str | None = "2019-09-25") -> Timeline:
    """The timeline of one article, by default published on Wednesday, 25 September 2019."""
    day = date.fromisoformat(published) if published else None
    article = articles.from_text(text, id="a", published=day)
    return pipeline.build_timeline([pipeline.read_article(article)], story_id="s")


def mention(timeline: Timeline, words: str, nth: int = 0) -> Mention:
    """The mention whose trigger is in `*stars*` within `words` (or is all of `words`), at its nth place in the text."""
    plain = words.replace("*", "")
    text = timeline.readings[0].article.text
    at = -1
    for _ in range(nth + 1):
        at = text.index(plain, at + 1)
    low = at + words.index("*") if "*" in words else at
    found = [m for m in timeline.readings[0].mentions if m.span.start == low]
    assert found, f"no event at {words!r}; events: {[m.text for m in timeline.readings[0].mentions]}"
    return found[0]


def event(timeline: Timeline, words: str, nth: int = 0) -> Event:
    """The event of that mention."""
    return timeline.event_of[mention(timeline, words, nth).id]


def links(timeline: Timeline, source: str, target: str) -> list[str]:
    """The stated relations from one event to another."""
    pair = event(timeline, source).id, event(timeline, target).id
    stated = (link for link in timeline.links if link.basis is LinkBasis.STATED)
    return [link.relation.value for link in stated if (link.source, link.target) == pair]


def finding(timeline: Timeline, check: str, *words: str) -> Finding | None:
    """The finding of a check whose quotes touch all these words."""
    text = timeline.readings[0].article.text
    spots = [(text.index(w), text.index(w) + len(w)) for w in words]
    for found in timeline.findings:
        if found.check == check and all(
            any(q.span.start < end and start < q.span.end for q in found.quotes) for start, end in spots
        ):
            return found
    return None


def link(timeline: Timeline, source: str, target: str) -> Link:
    """The first link from one event to another."""
    pair = event(timeline, source).id, event(timeline, target).id
    return next(k for k in timeline.links if (k.source, k.target) == pair)
