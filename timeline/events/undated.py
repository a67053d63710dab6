"""When a mention without a time of its own was: the times told around it, weighed by `weights.py`."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from timeline.events.weights import WEIGHTS
from timeline.model import BlockKind, EventClass, Mention, PublicationDate, Reading, TimeBasis
from timeline.temporal.interval import Granularity, Interval

KINDS = ("any", "report", "state", "aim", "noun", "verb")
"""Columns of the table: what weighs for every mention, then what it weighs more or less for one kind of them."""

_STATES = (EventClass.STATE, EventClass.I_STATE, EventClass.PERCEPTION)
_AWAY = ("same sentence", "next sentence", "near", "far", "very far")
_CHARACTERS = (1, 250, 600, 1500)
_LIES = ("years before", "a year before", "months before", "weeks before", "days before", "on", "days ahead", "ahead")
_DAYS = (-800, -300, -45, -7, 0, 1, 8)


@dataclass(slots=True)
class Candidate:
    """A time that a mention may have, what it would rest on, why, and the traits that speak for and against it.

    Without an interval it is the choice to give none.
    """

    interval: Interval | None
    basis: TimeBasis
    why: str
    traits: dict[str, None] = field(default_factory=dict)  # each once, in order: sums must not depend on hashing


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article tells of time, ready to be asked from any place in it."""

    reading: Reading
    dated: tuple[Mention, ...]
    starts: tuple[int, ...]
    most_told: Interval | None

    @classmethod
    def of(cls, reading: Reading) -> Surroundings:
        """The surroundings in one article."""
        dated = tuple(m for m in reading.mentions if m.time is not None and not m.time.is_open)
        days = Counter(m.time for m in dated if m.time is not None and m.time.granularity <= Granularity.DAY)
        most = days.most_common(1)
        return cls(reading, dated, tuple(m.span.start for m in dated), most[0][0] if most else None)


def likeliest(mention: Mention, found: Sequence[Candidate]) -> Candidate | None:
    """The candidate for which most speaks; the first of equals."""
    column = kind(mention)
    return max(found, key=lambda c: weight(c.traits, column), default=None)


def kind(mention: Mention) -> int:
    """The mention's column of the table."""
    if mention.event_class is EventClass.REPORTING:
        return 1
    if mention.event_class in _STATES:
        return 2
    if mention.event_class is EventClass.I_ACTION:
        return 3
    return 4 if mention.tense == "" else 5


def weight(traits: Iterable[str], column: int) -> float:
    """How much the traits speak for a candidate of a mention of this kind."""
    rows = (WEIGHTS[t] for t in traits if t in WEIGHTS)
    return sum(row[0] + row[column] for row in rows)


def candidates(
    mention: Mention, around: Surroundings, event: tuple[Interval, str] | None, cause: Mention | None
) -> list[Candidate]:
    """The times that the mention may have, each once."""
    found: dict[tuple[date, date], Candidate] = {}
    for interval, basis, why, traits in _sources(mention, around, event, cause):
        if _is_over(mention, interval, around.reading.publication):
            continue
        key = (interval.first_day, interval.last_day)
        there = found.setdefault(key, Candidate(interval, basis, why))
        there.traits.update(dict.fromkeys(traits))
        for trait in _of_interval(mention, interval, around.reading):
            there.traits.setdefault(trait)
    return [*found.values(), _none(mention)]


def _none(mention: Mention) -> Candidate:
    traits = ("none", f"none, {mention.tense or 'noun'}", f"none, {mention.status}")
    return Candidate(None, TimeBasis.NONE, "", dict.fromkeys(traits))


def _is_over(mention: Mention, interval: Interval, published: PublicationDate) -> bool:
    """What is told as lying ahead was not before, or on, the day of its telling."""
    if mention.tense != "future" or published.interval is None:
        return False
    return interval.end <= published.interval.end


Source = tuple[Interval, TimeBasis, str, list[str]]


def _sources(
    mention: Mention, around: Surroundings, event: tuple[Interval, str] | None, cause: Mention | None
) -> Iterator[Source]:
    if event is not None and not event[0].is_open:
        yield event[0], TimeBasis.STATED, f"the same event: {event[1]}", ["its event", f"its event, {_part(mention)}"]
    if cause is not None and cause.time is not None and not cause.time.is_open:
        yield cause.time, cause.time_basis, f"set off by “{cause.text}”: {cause.time_why}", ["its cause"]
    for near in mention.near:
        if not near.interval.is_open:
            traits = [f"near, {t}" for t in near.traits]
            yield near.interval, TimeBasis.NARRATIVE, f"{near.says} is told in its sentence", ["near", *traits]
    published = around.reading.publication
    if published.interval is not None and published.date is not None:
        traits = ["publication", f"publication, {mention.tense}", f"publication, {mention.status}"]
        why = "no time stated: told as news of the publication day"
        yield published.interval, TimeBasis.PUBLICATION, why, [*traits, f"publication, {_part(mention)}"]
    yield from _told_around(mention, around)


def _told_around(mention: Mention, around: Surroundings) -> Iterator[Source]:
    here = bisect_right(around.starts, mention.span.start)
    seen: set[str] = set()
    for other in reversed(around.dated[max(0, here - 12) : here]):
        name = "report" if other.event_class is EventClass.REPORTING else "happening"
        name = f"second {name}" if name in seen else name
        if name not in seen and other.time is not None:
            seen.add(name)
            away = _away(mention, other, around)
            traits = [f"{name} before", f"{name} before, {away}", f"{name} before, {_change(mention, other)}"]
            why = f"no time stated: told after “{other.text}” ({other.time_why})"
            yield other.time, TimeBasis.NARRATIVE, why, traits
    for other in around.dated[here : here + 1]:
        if other.time is not None:
            why = f"no time stated: told before “{other.text}” ({other.time_why})"
            traits = ["told after", f"told after, {_away(mention, other, around)}", f"told after, {_part(mention)}"]
            yield other.time, TimeBasis.NARRATIVE, why, traits
    first = next((m for m in around.dated if m.time is not None and m.time.granularity <= Granularity.DAY), None)
    if first is not None and first.time is not None:
        why = f"no time stated: the story begins with “{first.text}” ({first.time_why})"
        yield first.time, TimeBasis.NARRATIVE, why, ["first told", f"first told, {_part(mention)}"]
    if around.most_told is not None:
        why = "no time stated: the day most told of"
        yield around.most_told, TimeBasis.NARRATIVE, why, ["most told", f"most told, {_part(mention)}"]


def _part(mention: Mention) -> str:
    if mention.block is not BlockKind.BODY:
        return str(mention.block)
    return "lead" if mention.span.start < 600 else "body"


def _change(a: Mention, b: Mention) -> str:
    return f"{b.tense or 'noun'} to {a.tense or 'noun'}"


def _away(mention: Mention, other: Mention, around: Surroundings) -> str:
    apart = abs(mention.sentence.start - other.sentence.start)
    between = around.reading.article.text[
        min(mention.sentence.start, other.sentence.start) : max(mention.sentence.start, other.sentence.start)
    ]
    paragraph = ", new paragraph" if "\n" in between else ""
    return _AWAY[bisect_right(_CHARACTERS, apart)] + paragraph


def _of_interval(mention: Mention, interval: Interval, reading: Reading) -> Iterator[str]:
    precision = "a day" if interval.granularity <= Granularity.DAY else "longer"
    yield precision
    published = reading.publication.interval
    if published is not None:
        lies = _LIES[bisect_right(_DAYS, (interval.first_day - published.first_day).days)]
        lies = "around" if interval.overlaps(published) and precision == "longer" else lies
        yield f"{lies}, {mention.tense or 'noun'}"
        yield f"{lies}, {mention.status}"
