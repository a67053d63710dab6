"""A statement, report or reaction that is dated before the event it speaks of; stated orders that form a circle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from timeline.checks._check import About, duration, finding, quote
from timeline.checks._reports import Report, bare_weekdays, groups, reports, says, time_quote
from timeline.checks._telling import RECURS
from timeline.model import (
    Event,
    EventClass,
    Finding,
    Link,
    LinkBasis,
    Mention,
    Passed,
    Quote,
    RelationKind,
    Severity,
    Span,
    Timeline,
    Timex,
    TimexType,
)
from timeline.temporal.interval import Granularity, Interval
from timeline.temporal.network import Statement, contradictions

ABOUT = About(
    code="order-conflict",
    severity=Severity.HIGH,
    says="A statement or reaction dated before what it speaks of, or orders told in the text that form a circle.",
    fires=(
        "The mayor resigned on March 3, 2020, after a fire destroyed the town hall on March 9, 2020, officials said."
    ),
    quiet=(
        "The mayor resigned on March 9, 2020, after a fire destroyed the town hall on March 3, 2020, officials said."
    ),
    published=date(2020, 3, 20),
)
_SIGNALS = ("after", "before", "following", "response", "retaliation", "reaction")
_SIGNAL = re.compile(rf"\b(?:{'|'.join(_SIGNALS)})\b", re.IGNORECASE)
_NAMED_DAY = re.compile(r"\d|day\b", re.IGNORECASE)
_LATER = (RelationKind.AFTER, RelationKind.REACTS_TO)
_TOLD = ("past", "past-perfect", "")
_EARLIER = (RelationKind.BEFORE, RelationKind.CAUSES)


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each stated order that the dates turn round."""
    yield from _statements_before(timeline)
    yield from _dated_links(timeline)
    yield from _circles(timeline)


# --- statements about disputed events -------------------------------------------------------------------------------


def _statements_before(timeline: Timeline) -> Iterator[Finding]:
    """Somebody "said Tuesday" about an event that another place puts on Tuesday night."""
    bare = bare_weekdays(timeline)
    events = {e.id: e for e in timeline.events}
    for event in timeline.events:
        if len(event.mentions) < 2 or not event.status.is_asserted:
            continue
        told = groups(reports(timeline, event, bare))
        for odd in (r for group in told[1:] for r in group if r.interval):
            for said, timex in _sayings(timeline, event, events):
                # Between articles, what is spoken of and what is told are too often two happenings.
                within = said.article_id == odd.mention.article_id
                if within and _comes_too_early(timex.interval, odd.interval):
                    yield _too_early(timeline, said, timex, odd, event)
                    break


def _sayings(timeline: Timeline, event: Event, events: Mapping[str, Event]) -> Iterator[tuple[Mention, Timex]]:
    """Dated statements whose words tell the event: the event is mentioned inside what they attribute."""
    spans = [(timeline.mentions[m].article_id, timeline.mentions[m].span) for m in event.mentions]
    for link in timeline.links:
        if link.relation is not RelationKind.ATTRIBUTES or not any(
            article == link.quote.article_id and link.quote.span.contains(span) for article, span in spans
        ):
            continue
        for mention in _dated_sayings(timeline, events.get(link.source)):
            timex = timeline.timexes.get(mention.timex or "")
            if timex is not None and mention.article_id == link.quote.article_id:
                yield mention, timex


def _dated_sayings(timeline: Timeline, event: Event | None) -> Iterator[Mention]:
    for mention in (timeline.mentions[m] for m in event.mentions) if event else ():
        timex = timeline.timexes.get(mention.timex or "")
        if mention.event_class is EventClass.REPORTING and timex and mention.sentence.contains(timex.span):
            yield mention


def _comes_too_early(said: Interval | None, told: Interval | None) -> bool:
    """The statement's day is over, or all but over, when the event begins."""
    if said is None or told is None or said.is_open or said.granularity > Granularity.DAY:
        return False
    return said.end <= told.start or (said.start < told.start and told.start.hour >= 18 and told.end >= said.end)


def _too_early(timeline: Timeline, said: Mention, timex: Timex, odd: Report, event: Event) -> Finding:
    article = timeline.articles[said.article_id]
    start, end = min(said.span.start, timex.span.start), max(said.span.end, timex.span.end)
    time = time_quote(timeline, odd)
    return finding(
        ABOUT,
        f"“{article.text[start:end]}” speaks of “{event.title}”, which “{time.text}” puts later.",
        [quote(article, start, end, says(timex.interval)), time],
        confidence=0.75,
        explanations=("The statement may have been made late on that day.",),
        events=(event.id,),
    )


# --- links and dates ------------------------------------------------------------------------------------------------


def _dated_links(timeline: Timeline) -> Iterator[Finding]:
    """ "X after Y" where X's date is before Y's."""
    events = {e.id: e for e in timeline.events}
    for link in timeline.links:
        if link.basis is not LinkBasis.STATED or link.relation not in (*_LATER, *_EARLIER):
            continue
        if not link.why.removesuffix("”").endswith(_SIGNALS):
            continue
        later, earlier = (link.source, link.target) if link.relation in _LATER else (link.target, link.source)
        after, before = _own(timeline, events[later], link), _own(timeline, events[earlier], link)
        if after is None or before is None or after[1].id == before[1].id:
            continue
        first, last = after[1].interval, before[1].interval
        if _crossed(after, before) or _crossed(before, after) or not _signal_between(timeline, link, after, before):
            continue
        if first and last and first.end <= last.start:
            yield _turned(timeline, link, after, before)


def _crossed(mine: tuple[Mention, Timex], other: tuple[Mention, Timex]) -> bool:
    """The time stands nearer to the other event than to the one it is taken for."""
    return _apart(mine[0], mine[1]) > _apart(other[0], mine[1])


def _signal_between(timeline: Timeline, link: Link, a: tuple[Mention, Timex], b: tuple[Mention, Timex]) -> bool:
    """The word of order stands between the two events, or before both, where neither time lies on its other side."""
    text = timeline.articles[link.quote.article_id].text
    first, second = sorted((a, b), key=lambda told: told[0].span)
    between = Span(min(first[0].span.end, second[0].span.start), second[0].span.start)
    signal = _SIGNAL.search(text, between.start, between.end)
    if signal is None:
        return False
    return first[1].span.end <= signal.start() and signal.end() <= second[1].span.start


def _apart(mention: Mention, timex: Timex) -> int:
    return max(mention.span.start - timex.span.end, timex.span.start - mention.span.end)


def _own(timeline: Timeline, event: Event, link: Link) -> tuple[Mention, Timex] | None:
    """The event's mention inside the link's sentence that has a date of its own."""
    for mention in (timeline.mentions[m] for m in event.mentions):
        timex = timeline.timexes.get(mention.timex or "")
        inside = mention.article_id == link.quote.article_id and link.quote.context.contains(mention.span)
        if inside and timex and link.quote.context.contains(timex.span) and _is_firm(mention, timex):
            return mention, timex
    return None


def _is_firm(mention: Mention, timex: Timex) -> bool:
    interval = timex.interval
    if timex.type not in (TimexType.DATE, TimexType.TIME):
        return False
    if interval is None or interval.is_open or timex.vague or not mention.status.is_asserted:
        return False
    if not _NAMED_DAY.search(timex.text) or mention.tense not in _TOLD or mention.lemma in RECURS:
        return False
    return interval.granularity <= Granularity.DAY and mention.time == interval


def _turned(timeline: Timeline, link: Link, after: tuple[Mention, Timex], before: tuple[Mention, Timex]) -> Finding:
    article = timeline.articles[link.quote.article_id]
    gap = before[1].interval.gap(after[1].interval) if before[1].interval and after[1].interval else timedelta(0)

    def words(told: tuple[Mention, Timex]) -> Quote:
        return quote(article, told[1].span.start, told[1].span.end, f"“{told[0].text}”: {says(told[1].interval)}")

    return finding(
        ABOUT,
        f"“{link.quote.text}”: by the dates, “{after[0].text}” ({after[1].text}) comes before "
        f"“{before[0].text}” ({before[1].text}).",
        [words(after), words(before), link.quote],
        severity=Severity.MEDIUM,
        confidence=0.7,
        gap=duration(gap),
        depends_on_publication=any(t.depends_on_publication for t in (after[1], before[1])),
        explanations=("One of the dates may belong to another event of the sentence.",),
        events=(link.source, link.target),
    )


# --- circles --------------------------------------------------------------------------------------------------------


def _circles(timeline: Timeline) -> Iterator[Finding]:
    """Stated befores and afters that lead back to where they began."""
    recurring = {e.id for e in timeline.events if any(timeline.mentions[m].lemma in RECURS for m in e.mentions)}
    links = {
        link.id: link
        for link in timeline.links
        if link.basis is LinkBasis.STATED and not {link.source, link.target} & recurring
    }
    statements = [
        Statement.before(link.target, link.source, link.id, by=1)
        if link.relation is RelationKind.AFTER
        else Statement.before(link.source, link.target, link.id, by=1)
        for link in links.values()
        if link.relation in (RelationKind.AFTER, RelationKind.BEFORE)
    ]
    for cycle in contradictions(statements):
        told = [links[s.name] for s in cycle]
        articles = {link.quote.article_id for link in told}  # of several, rather two events were taken for one
        if len(articles) == 1 and len({link.quote.context for link in told}) > 1:  # one sentence was misread
            yield _circle(told)


def _circle(cycle: Sequence[Link]) -> Finding:
    words = ", ".join(f"“{link.quote.text}”" for link in cycle)
    return finding(
        ABOUT,
        f"The order that is told runs in a circle: {words}.",
        [link.quote for link in cycle],
        severity=Severity.LOW,
        confidence=0.5,
        explanations=("Two events may have been taken for one.",),
        events=tuple(dict.fromkeys(e for link in cycle for e in (link.source, link.target))),
    )
