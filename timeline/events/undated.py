"""When a mention without a time of its own was: the times told around it, weighed by `weights.py`."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice
from math import exp

from timeline.events.weights import WEIGHTS
from timeline.model import BlockKind, EventClass, Mention, PublicationDate, Reading, Role, Status, TimeBasis
from timeline.temporal.interval import Granularity, Interval

KINDS = ("any", "report", "state", "aim", "noun", "verb")
"""Columns of the table: what weighs for every mention, then what it weighs more or less for one kind of them."""

_STATES = (EventClass.STATE, EventClass.I_STATE, EventClass.PERCEPTION)
ENOUGH, ENOUGH_LONG = 0.45, 0.55
"""The chance from which a day, and a longer stretch, is said: what is less likely is a guess, and a wrong day is worse
than none. Months and years told nearby are more often those of something else."""

UNKNOWN_DAY = "counted from the publication day, which is not known"

A_DAY = timedelta(days=1)
FURTHEST = 12
"""Dated mentions that are looked back over; keeps time linear on very long texts."""

_AWAY = ("same sentence", "next sentence", "near", "far", "very far")
_CHARACTERS = (1, 250, 600, 1500)
_LIES = ("years before", "a year before", "months before", "weeks before", "days before", "on", "days ahead", "ahead")
_DAYS = (-800, -300, -45, -7, 0, 1, 8)
_NOBODY = frozenset({"he", "she", "it", "they", "who", "we", "i", "you", "that", "this", "which", "one"})

Days = tuple[date, date]
"""First and last day of an interval."""


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
    dated: tuple[tuple[Mention, Interval], ...]
    starts: tuple[int, ...]
    first_told: tuple[Mention, Interval] | None
    first_period: tuple[Mention, Interval] | None
    most_told: Interval | None
    cast: Mapping[Days, frozenset[str]]  # who takes part in what is dated, by its days
    unplaced: (
        tuple[int, ...] | None
    )  # where own times hang on a publication day that nothing tells; None if it is known

    @classmethod
    def of(cls, reading: Reading) -> Surroundings:
        """The surroundings in one article."""
        timed = ((m, m.time) for m in reading.mentions if m.time is not None and not m.time.is_open)
        dated = tuple((m, _whole_day(time)) for m, time in timed)
        unplaced = _unplaced(reading)
        # What news of a day that nothing tells begins with has no date; the first one told is of the past.
        leading = dated if unplaced is None else ()
        days = [(m, time) for m, time in leading if is_day(time)]
        periods = [(m, time) for m, time in leading if not is_day(time)]
        most = Counter(time for _, time in days).most_common(1)
        cast: defaultdict[Days, set[str]] = defaultdict(set)
        for m, time in dated:
            cast[_days(time)].update(_cast(m))
        return cls(
            reading,
            dated,
            tuple(m.span.start for m, _ in dated),
            days[0] if days else None,
            periods[0] if periods else None,
            most[0][0] if most else None,
            {days: frozenset(heads) for days, heads in cast.items()},
            unplaced,
        )

    def reaches(self, other: Mention, mention: Mention) -> bool:
        """A time told before is still that of the mention.

        Where nothing tells the publication day, it isn't in a new paragraph, or behind a time that hangs on that day.
        """
        if self.unplaced is None:
            return True
        start, end = other.span.start, mention.span.start
        between = bisect_right(self.unplaced, start) < bisect_right(self.unplaced, end)
        return not between and "\n" not in self.reading.article.text[start:end]


def _unplaced(reading: Reading) -> tuple[int, ...] | None:
    hanging = tuple(t.span.start for t in reading.timexes if t.interval is None and t.anchor == "publication")
    return hanging if hanging and reading.publication.date is None else None


def _whole_day(interval: Interval) -> Interval:
    """What is told beside "8 p.m." or "Monday night" was on that day, not at that hour."""
    if interval.granularity >= Granularity.DAY:
        return interval
    return replace(Interval.of_day(interval.first_day), zone=interval.zone)


def is_day(interval: Interval) -> bool:
    """One day, or a part of one; "since 4 July" is counted in days, and longer."""
    return interval.granularity <= Granularity.DAY and interval.length <= A_DAY


def _days(interval: Interval) -> Days:
    return interval.first_day, interval.last_day


def _cast(mention: Mention) -> frozenset[str]:
    """Who takes part in what it tells; those of a report belong to what is said."""
    return frozenset() if mention.event_class is EventClass.REPORTING else mention.heads() - _NOBODY


def likeliest(mention: Mention, found: Sequence[Candidate]) -> tuple[Candidate, float] | None:
    """The candidate for which most speaks, the first of equals, and the chance that it is right."""
    if not found:
        return None
    column = kind(mention)
    weights = [weight(c.traits, column) for c in found]
    most = max(weights)
    return found[weights.index(most)], 1 / sum(exp(w - most) for w in weights)


def is_enough(chosen: Candidate, chance: float) -> bool:
    """The time is likely enough to be said."""
    long = chosen.interval is not None and not is_day(chosen.interval)
    return chance >= (ENOUGH_LONG if long else ENOUGH)


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
    found: dict[Days, Candidate] = {}
    cast = _cast(mention)
    for interval, basis, why, traits in _sources(mention, around, event, cause):
        if _is_over(mention, interval, around.reading.publication):
            continue
        there = found.setdefault(_days(interval), Candidate(interval, basis, why))
        there.traits.update(dict.fromkeys(traits))
        there.traits.update(dict.fromkeys(_of_interval(mention, interval, around.reading)))
        if not cast.isdisjoint(around.cast.get(_days(interval), ())):
            there.traits["shares somebody"] = None
    return [*found.values(), *_unknown_day(mention, around), _none(mention)]


def _none(mention: Mention) -> Candidate:
    traits = ("none", f"none, {mention.tense or 'noun'}", f"none, {mention.status}")
    return Candidate(None, TimeBasis.NONE, "", dict.fromkeys(traits))


def _unknown_day(mention: Mention, around: Surroundings) -> Iterator[Candidate]:
    """The publication day that nothing tells: a choice, but no time."""
    if around.unplaced is not None:
        traits = (*_of_publication(mention), "a day", f"on, {mention.tense or 'noun'}")
        yield Candidate(None, TimeBasis.NONE, UNKNOWN_DAY, dict.fromkeys(traits))


def _of_publication(mention: Mention) -> tuple[str, ...]:
    told = f"publication, {mention.tense}", f"publication, {mention.status}", f"publication, {_part(mention)}"
    return "publication", *told


def _is_over(mention: Mention, interval: Interval, published: PublicationDate) -> bool:
    """What is told as lying ahead was not before, or on, the day of its telling.

    A refusal ("would not say") may be of that day.
    """
    if mention.tense != "future" or published.interval is None:
        return False
    is_ahead = mention.status is Status.INTENDED
    return interval.end <= (published.interval.end if is_ahead else published.interval.start)


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
            why = f"{near.says} is told in its sentence"
            yield _whole_day(near.interval), TimeBasis.NARRATIVE, why, ["near", *traits]
    published = around.reading.publication
    if published.interval is not None and published.date is not None:
        why = "no time stated: told as news of the publication day"
        yield published.interval, TimeBasis.PUBLICATION, why, [*_of_publication(mention)]
    yield from _told_around(mention, around)


def _told_around(mention: Mention, around: Surroundings) -> Iterator[Source]:
    here = bisect_right(around.starts, mention.span.start)
    earlier = (d for d in reversed(around.dated[max(0, here - FURTHEST) : here]) if _leads_to(d[0], mention))
    for other, time in islice(earlier, 1):
        if not around.reaches(other, mention):
            break
        traits = ["told before", *(f"told before, {t}" for t in _beside(mention, other, around))]
        why = f"no time stated: told after “{other.text}” ({other.time_why})"
        yield time, TimeBasis.NARRATIVE, why, traits
    for other, time in around.dated[here : here + 1] if around.unplaced is None else ():
        why = f"no time stated: told before “{other.text}” ({other.time_why})"
        traits = ["told after", *(f"told after, {t}" for t in _beside(mention, other, around))]
        yield time, TimeBasis.NARRATIVE, why, [*traits, f"told after, {_part(mention)}"]
    if around.first_told is not None:
        first, time = around.first_told
        why = f"no time stated: the story begins with “{first.text}” ({first.time_why})"
        yield time, TimeBasis.NARRATIVE, why, ["first told", f"first told, {_part(mention)}"]
    if around.first_period is not None:
        first, time = around.first_period
        why = f"no time stated: the first period told of is that of “{first.text}” ({first.time_why})"
        yield time, TimeBasis.NARRATIVE, why, ["first period", f"first period, {_part(mention)}"]
    if around.most_told is not None:
        why = "no time stated: the day most told of"
        yield around.most_told, TimeBasis.NARRATIVE, why, ["most told", f"most told, {_part(mention)}"]


def _leads_to(told: Mention, mention: Mention) -> bool:
    """A happening leads on to what is told next; a report, to the next one of its speaker."""
    if told.event_class is not EventClass.REPORTING:
        return True
    return mention.event_class is EventClass.REPORTING and bool(told.heads(Role.SPEAKER) & mention.heads(Role.SPEAKER))


def _beside(mention: Mention, other: Mention, around: Surroundings) -> Iterator[str]:
    """How a dated mention stands to one that is not."""
    yield _away(mention, other, around)
    yield _change(mention, other)


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
    precision = "a day" if is_day(interval) else "longer"
    yield precision
    published = reading.publication.interval
    if published is not None:
        lies = _LIES[bisect_right(_DAYS, (interval.first_day - published.first_day).days)]
        lies = "around" if interval.overlaps(published) and precision == "longer" else lies
        yield f"{lies}, {mention.tense or 'noun'}"
