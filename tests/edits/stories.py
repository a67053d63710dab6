"""A story of two articles, and edits of it by the words that tell its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

from timeline import articles, edits, pipeline
from timeline.model import Anchor, Edit, Entry, Event, EventAnchor, FindingAnchor, Mention, Reading, Span, Timeline

DEPOT = (
    "Gunmen attacked the oil depot in Lowen on Monday night, police said.\n\n"
    "No worker was hurt in Monday night's attack on the oil depot.\n\n"
    "Police are still investigating Wednesday night's attack on the oil depot.\n\n"
    "A bridge collapsed near Lowen on Sunday. Engineers inspected the railway on Tuesday."
)
WIRE = "Storms flooded the railway station of Lowen on Tuesday evening. The mayor resigned on Wednesday."
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


@cache
def readings() -> tuple[Reading, ...]:
    texts = {"depot": DEPOT, "wire": WIRE}
    made = (articles.from_text(text, id=name, published=date(2019, 9, 26)) for name, text in texts.items())
    return tuple(map(pipeline.read_article, made))


@cache
def told(log: tuple[Entry, ...] = ()) -> Timeline:
    """The story under a log."""
    return pipeline.build_timeline(readings(), story_id="lowen", log=log)


def log(*made: Edit, who: str = "Ada") -> tuple[Entry, ...]:
    """The edits as a log, an hour between them."""
    return tuple(Entry(n, edit, who, NOON + timedelta(hours=n)) for n, edit in enumerate(made, 1))


def after(*made: Edit) -> Timeline:
    """The story after these edits."""
    return told(log(*made))


def mention(words: str, timeline: Timeline | None = None) -> Mention:
    """The mention whose trigger is in `*stars*` within the words."""
    timeline = timeline or told()
    plain, at = words.replace("*", ""), words.index("*")
    for article in timeline.articles.values():
        if plain in article.text:
            start = article.text.index(plain) + at
            return next(m for m in timeline.mentions.values() if (m.article_id, m.span.start) == (article.id, start))
    raise AssertionError(f"no article says {plain!r}")


def event(words: str, timeline: Timeline | None = None) -> Event:
    """The event that the starred word tells."""
    timeline = timeline or told()
    return timeline.event_of[mention(words, timeline).id]


def on(words: str, timeline: Timeline | None = None) -> EventAnchor:
    """An anchor on that event."""
    return edits.anchored_event(timeline or told(), event(words, timeline))


def quote(words: str) -> Anchor:
    """An anchor on these words."""
    article = next(a for a in told().articles.values() if words in a.text)
    start = article.text.index(words)
    return edits.anchored(article, Span(start, start + len(words)))


def conflict() -> FindingAnchor:
    """The finding that Monday night and Wednesday night can't both hold."""
    finding = next(f for f in told().findings if f.check == "time-conflict")
    return edits.anchored_finding(told(), finding)


def renumbered(given: Sequence[Reading]) -> tuple[Reading, ...]:
    """The same readings as another version of the machine might number them."""

    def name(old: str | None) -> str | None:
        return f"x{1000 - int(old[1:])}" if old else None

    return tuple(
        replace(
            r,
            mentions=tuple(replace(m, id=str(name(m.id)), elaborates=name(m.elaborates)) for m in r.mentions),
            relations=tuple(replace(k, source=str(name(k.source)), target=str(name(k.target))) for k in r.relations),
        )
        for r in given
    )
