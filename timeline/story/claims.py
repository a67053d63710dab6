"""What each article claims of an event: when, where, how many, by whom, and whether it happened at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline import wording
from timeline.model import Event, Link, Mention, Quote, RelationKind, Role, Span, Status, TimeBasis, Timeline
from timeline.temporal.calendar import common
from timeline.temporal.interval import Interval

PRONOUNS = frozenset(
    "he she it they i we you his her its their my our your who whose that which this these those what one".split()
)
"""Words that name nobody by themselves."""

STANCES = {RelationKind.ATTRIBUTES: "attributed", RelationKind.DENIES: "denied"}
"""What a statement that is linked to an event says of it."""

DOUBTED = frozenset({Status.NEGATED, Status.ALLEGED})
"""Where one mention says so, it matters what each other one holds."""


class Aspect(StrEnum):
    """What is claimed of an event."""

    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how many"
    WHO = "by whom"
    STANCE = "claimed or denied"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one article says of an event, with the words that say it.

    `about` is what is counted or measured ("killed", "distance"), empty for other aspects. `low` and `high` bound a
    figure, `interval` a time; `mentions` are the mentions that say it.
    """

    aspect: Aspect
    about: str
    value: str
    quote: Quote
    mentions: tuple[str, ...]
    interval: Interval | None = None
    low: float = 0.0
    high: float = 0.0

    @property
    def article_id(self) -> str:
        """The article that claims it."""
        return self.quote.article_id

    def differs(self, other: Claim) -> bool:
        """Both speak of one thing, and there is no time or amount that would fit both; of words nobody can tell."""
        if (self.aspect, self.about) != (other.aspect, other.about):
            return False
        if self.interval and other.interval:
            return common(self.interval, other.interval) is None
        return self.aspect is Aspect.HOW_MANY and (self.high < other.low or other.high < self.low)

    def repeats(self, other: Claim) -> bool:
        """Says nothing that the other does not say."""
        if (self.aspect, self.about) != (other.aspect, other.about):
            return False
        if self.interval and other.interval:
            return (self.interval.start, self.interval.end) == (other.interval.start, other.interval.end)
        if self.aspect is Aspect.HOW_MANY:
            return (self.low, self.high) == (other.low, other.high)
        return _key(self.value) == _key(other.value)


def claims(timeline: Timeline, event: Event, links: Sequence[Link] | None = None) -> tuple[Claim, ...]:
    """Everything that the articles claim of the event, in order of its mentions; what an article repeats, once.

    `links` are those to the event, when they are known already.
    """
    if links is None:
        links = [k for k in timeline.links if k.target == event.id]
    found: list[Claim] = []
    for claim in _all(timeline, event, links):
        same = next((i for i, c in enumerate(found) if c.article_id == claim.article_id and claim.repeats(c)), None)
        if same is None:
            found.append(claim)
        else:
            found[same] = _together(found[same], claim)
    return tuple(found)


def _together(first: Claim, again: Claim) -> Claim:
    """The first telling, said by the mentions of both."""
    return replace(first, mentions=tuple(dict.fromkeys((*first.mentions, *again.mentions))))


def _all(timeline: Timeline, event: Event, links: Iterable[Link]) -> Iterator[Claim]:
    told = {timeline.mentions[m].status for m in event.mentions}
    contested = bool(told & DOUBTED)
    for mention in (timeline.mentions[m] for m in event.mentions):
        text = timeline.articles[mention.article_id].text
        yield from _when(timeline, mention, text)
        yield from _where(mention, text)
        yield from _how_many(mention, text)
        yield from _who(mention, text)
        if contested and (mention.status.is_asserted or mention.status in DOUBTED):
            quote = _quote(mention, mention.quote, text)
            yield Claim(Aspect.STANCE, "", wording.status(mention.status), quote, (mention.id,))
    for link in links:
        if link.relation in STANCES and link.target == event.id:
            yield Claim(Aspect.STANCE, "", STANCES[link.relation], link.quote, ())


def _when(timeline: Timeline, mention: Mention, text: str) -> Iterator[Claim]:
    """The time that the mention's own words state; one that only follows from the telling is no claim."""
    timex = timeline.timexes.get(mention.timex or "")
    if timex is None or mention.time is None or mention.time_basis is not TimeBasis.STATED:
        return
    value = wording.when(mention.time, vague=mention.time_vague)
    yield Claim(Aspect.WHEN, "", value, _quote(mention, timex.span, text), (mention.id,), mention.time)


def _where(mention: Mention, text: str) -> Iterator[Claim]:
    if mention.place:
        value = _line(mention.place.text)
        yield Claim(Aspect.WHERE, "", value, _quote(mention, mention.place.span, text), (mention.id,))


def _how_many(mention: Mention, text: str) -> Iterator[Claim]:
    for figure in mention.figures:
        quote = _quote(mention, figure.span, text)
        yield Claim(
            Aspect.HOW_MANY,
            figure.kind,
            _line(figure.text),
            quote,
            (mention.id,),
            low=figure.low,
            high=figure.high,
        )


def _who(mention: Mention, text: str) -> Iterator[Claim]:
    for participant in mention.participants:
        name = re.sub("[’']s$", "", _line(participant.text))
        names = name.casefold() not in PRONOUNS and participant.head != mention.frame  # "a fire" burns, nobody does it
        if participant.role in (Role.AGENT, Role.BLAMED) and names:
            value = f"{name} (blamed)" if participant.role is Role.BLAMED else name
            told = participant.via or participant.span
            yield Claim(Aspect.WHO, "", value, _quote(mention, told, text), (mention.id,))


def _quote(mention: Mention, span: Span, text: str) -> Quote:
    """The words in their sentence, or in themselves where they stand outside of it."""
    context = mention.sentence if mention.sentence.contains(span) else span
    return Quote(mention.article_id, span, span.of(text), context)


def _line(text: str) -> str:
    return " ".join(text.split())


def _key(value: str) -> str:
    return value.casefold().removeprefix("the ").removeprefix("a ").removeprefix("an ")
