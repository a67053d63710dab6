"""Events told so long before or after each other ("two days after the fire") whose dates lie otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline.checks._reports import NAMES_A_DAY
from timeline.model import Article, Event, EventClass, Mention, Relation, RelationKind, Span, Timeline, Timex, TimexType
from timeline.temporal.interval import Granularity, Interval
from timeline.temporal.lag import Lag
from timeline.temporal.network import ORIGIN, Statement, contradictions

_ENDS = re.compile(r"\b(?:until|till)\s+$")  # "met in May until two days before the sale": not when they began


@dataclass(frozen=True, slots=True)
class Dated:
    """A mention of an event, and the time of its own that it has in its sentence."""

    event: Event
    mention: Mention
    timex: Timex
    time: Interval


@dataclass(frozen=True, slots=True)
class Distance:
    """How long `later` was after `earlier` as an article tells it, with the two as they are dated."""

    article: Article
    relation: Relation
    lag: Lag
    earlier: Dated
    later: Dated

    @property
    def days(self) -> tuple[int, int]:
        """The fewest and the most days between the two by their dates; less than nothing where they are turned."""
        first, last = self.earlier.time, self.later.time
        return (last.first_day - first.last_day).days, (last.last_day - first.first_day).days

    @property
    def off(self) -> float:
        """Days by which the dates miss what is told."""
        (low, high), (fewest, most) = self.lag.days, self.days
        return max(fewest - high, low - most, 0)

    @property
    def is_at_hand(self) -> bool:
        """Both dates stand where the distance is told; one from elsewhere may be that of another happening."""
        return {self.earlier.mention.id, self.later.mention.id} == {self.relation.source, self.relation.target}

    @property
    def span(self) -> Span:
        """The words of the distance: "two days after"."""
        start = self.article.text.find(self.relation.signal, self.relation.quote.start)
        return Span(start, start + len(self.relation.signal)) if start >= 0 else self.relation.quote


def wrong_distances(timeline: Timeline) -> Iterator[Distance]:
    """The distances of each smallest circle of dates and distances that can't all hold."""
    told = {str(number): distance for number, distance in enumerate(_told(timeline, dict(_dated(timeline))))}
    ends = {end.event.id: end.time for d in told.values() for end in (d.earlier, d.later)}
    statements = [Statement.at(e, t.first_day.toordinal(), t.last_day.toordinal(), e) for e, t in ends.items()]
    statements += [Statement(d.earlier.event.id, d.later.event.id, *d.lag.days, name) for name, d in told.items()]
    for circle in contradictions(statements):
        yield from (told[s.name] for s in circle if s.earlier != ORIGIN)


def _told(timeline: Timeline, dated: Mapping[str, Dated]) -> Iterator[Distance]:
    for reading in timeline.readings:
        ends = {t.span.end: t for t in reading.timexes}
        for relation in reading.relations:
            if relation.lag is None:
                continue
            source, target = (dated.get(timeline.event_of[m].id) for m in (relation.source, relation.target))
            if source is None or target is None or source.timex is target.timex or source.event is target.event:
                continue
            if EventClass.REPORTING in (source.mention.event_class, target.mention.event_class):
                continue  # "he had left a month before the revolt in March, the court was told Tuesday"
            if not {source.mention.article_id, target.mention.article_id} <= {reading.article.id}:
                continue  # another article's date is easily that of another happening: this year's vote, that of 2007
            earlier, later = (target, source) if relation.kind is RelationKind.AFTER else (source, target)
            told = Distance(reading.article, relation, relation.lag, earlier, later)
            if not _is_of_another_date(told, source, ends) and not _is_until(told):
                yield told


def _is_until(told: Distance) -> bool:
    start = told.span.start
    return _ENDS.search(told.article.text, max(0, start - 8), start) is not None


def _is_of_another_date(told: Distance, source: Dated, ends: Mapping[int, Timex]) -> bool:
    """ "It fell after Oct. 12, the day before the plunge": the distance is that of the date it stands behind."""
    start = told.span.start - len(", ")
    beside = ends.get(start) if told.article.text.startswith(", ", max(start, 0)) else None
    return beside is not None and beside.interval != source.time


def _dated(timeline: Timeline) -> Iterator[tuple[str, Dated]]:
    """Events whose own times can all hold, each with the most precise one."""
    for event in timeline.events:
        own = [d for m in event.mentions if (d := _own(timeline, event, timeline.mentions[m])) is not None]
        if own and event.status.is_asserted and all(a.time.overlaps(b.time) for a in own for b in own):
            yield event.id, min(own, key=lambda d: d.time.length)


def _own(timeline: Timeline, event: Event, mention: Mention) -> Dated | None:
    timex = timeline.timexes.get(mention.timex or "")
    if timex is None or timex.interval is None or timex.vague or timex.type not in (TimexType.DATE, TimexType.TIME):
        return None
    if not NAMES_A_DAY.search(timex.text) and timex.interval.granularity <= Granularity.DAY:
        return None
    firm = not timex.interval.is_open and mention.time == timex.interval and mention.sentence.contains(timex.span)
    return Dated(event, mention, timex, timex.interval) if firm else None
