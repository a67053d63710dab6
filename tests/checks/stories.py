"""Small stories made by hand: text, and what the stages before the checks would have found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from timeline.checks import run
from timeline.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    Event,
    EventClass,
    Finding,
    Link,
    LinkBasis,
    Mention,
    Participant,
    PublicationDate,
    Quote,
    Reading,
    RelationKind,
    Role,
    Span,
    Status,
    Timeline,
    Timex,
    TimexType,
)
from timeline.temporal.interval import Granularity, Interval

MONDAY = date(2019, 9, 23)
TUESDAY = date(2019, 9, 24)


def day(when: date) -> Interval:
    return Interval.of_day(when)


def hours(when: date, start: int, length: int) -> Interval:
    begin = datetime(when.year, when.month, when.day, start)
    return Interval(begin, begin.replace(hour=0) + (day(when).length * (start + length)) / 24, Granularity.PART_OF_DAY)


@dataclass
class Story:
    """One article; `mention` and `event` add what is found in it, by its words."""

    text: str
    published: date | None = None
    id: str = "a"
    basis: Basis = Basis.GIVEN
    timexes: list[Timex] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def span(self, words: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        return Span(at, at + len(words))

    def timex(self, words: str, interval: Interval | None, *, nth: int = 0, anchor: str = "publication") -> Timex:
        span = self.span(words, nth)
        type = TimexType.TIME if "night" in words else TimexType.DATE
        found = Timex(f"{self.id}t{len(self.timexes)}", span, words, type, "", interval, "rule", anchor)
        self.timexes.append(found)
        return found

    def mention(self, word: str, *, nth: int = 0, timex: Timex | None = None, **more: Any) -> Mention:
        span = self.span(word, nth)
        start = self.text.rfind("\n", 0, span.start) + 1
        end = self.text.find("\n", span.end)
        sentence = Span(start, len(self.text) if end < 0 else end)
        values: dict[str, Any] = {
            "lemma": word,
            "frame": word,
            "event_class": EventClass.OCCURRENCE,
            "status": Status.OCCURRED,
            "quote": sentence,
            "sentence": sentence,
            "block": BlockKind.BODY,
            "timex": timex.id if timex else None,
            "time": timex.interval if timex else None,
            "tense": "past",
            **more,
        }
        found = Mention(id=f"{self.id}m{len(self.mentions)}", article_id=self.id, span=span, text=word, **values)
        self.mentions.append(found)
        return found

    def event(self, *mentions: Mention, status: Status = Status.OCCURRED) -> Event:
        ids = tuple(m.id for m in mentions)
        name = f"{self.id}e{len(self.events)}"
        found = Event(name, mentions[0].text, status, ids, mentions[0].time, frame=mentions[0].frame)
        self.events.append(found)
        return found

    def link(self, source: Event, relation: RelationKind, target: Event, words: str, why: str = "") -> Link:
        quote = Quote(self.id, self.span(words), words, self.span(words))
        found = Link(f"{self.id}k{len(self.links)}", source.id, target.id, relation, LinkBasis.STATED, quote, why)
        self.links.append(found)
        return found

    @property
    def reading(self) -> Reading:
        article = Article(
            self.id, self.text, (Block(BlockKind.BODY, Span(0, len(self.text))),), published=self.published
        )
        interval = day(self.published) if self.published else None
        published = PublicationDate(self.published, interval, 1.0 if self.published else 0.0, self.basis)
        return Reading(article, published, tuple(self.timexes), tuple(self.mentions))


def person(role: Role, story: Story, words: str, head: str) -> Participant:
    return Participant(role, story.span(words), words, head)


def told(*stories: Story) -> Timeline:
    """The stories as one timeline, not yet checked."""
    events = tuple(e for s in stories for e in s.events)
    links = tuple(k for s in stories for k in s.links)
    return Timeline("story", tuple(s.reading for s in stories), events=events, links=links)


def found(*stories: Story) -> list[tuple[str, str, tuple[str, ...]]]:
    """Check, severity and quoted words of each finding."""
    return [(f.check, f.severity.value, tuple(q.text for q in f.quotes)) for f in findings(*stories)]


def findings(*stories: Story) -> tuple[Finding, ...]:
    return run(told(*stories)).findings


def codes(text: str, published: date | None = None) -> list[str]:
    """The checks that fire on bare text, before anything else is known of it."""
    return [f.check for f in findings(Story(text, published))]
