"""A part of a story that is itself a whole story: the events that a filter keeps, and everything they rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from timeline.model import Article, Event, Finding, Mention, Reading, Role, Severity, Timeline, Timex
from timeline.story.filters import Filter
from timeline.temporal.interval import Interval

ACTORS = (Role.AGENT, Role.TARGET, Role.BLAMED)
"""Roles in which somebody is looked for."""


def source_name(article: Article) -> str:
    """Who published the article; its id where that is not known."""
    return " ".join(article.source.split()) or article.id


def select(timeline: Timeline, wanted: Filter) -> Timeline:
    """The story with only the events that the filter keeps; the very same story when it sets no condition.

    What remains is whole: each link joins two of its events; each finding is about one of them, or about none and of a
    source and severity that are asked for; mentions, time expressions and articles are those that these rest on.
    """
    if not wanted:
        return timeline
    events = tuple(kept(timeline, wanted))
    ids = frozenset(e.id for e in events)
    links = tuple(k for k in timeline.links if k.source in ids and k.target in ids)
    findings = tuple(_findings(timeline, wanted, ids))
    quoted = {q.article_id for q in [k.quote for k in links] + [q for f in findings for q in f.quotes]}
    quoted |= {f.repair.article_id for f in findings if f.repair}
    mentions = frozenset(m for e in events for m in e.mentions)
    readings = [_reading(reading, mentions) for reading in timeline.readings]
    left = [r for r in readings if r.mentions or r.article.id in quoted]
    articles = frozenset(r.article.id for r in left)
    return replace(
        timeline,
        readings=tuple(left),
        copies=tuple(c for c in timeline.copies if c.article_id in articles and c.of in articles),
        events=events,
        links=links,
        findings=findings,
        hidden=(),
        hidden_links=(),
    )


def kept(timeline: Timeline, wanted: Filter) -> Iterator[Event]:
    """The events that meet every condition, in their order."""
    severities = _severities(timeline)
    for event in timeline.events:
        if (not wanted.severity or severities.get(event.id, set()) & set(wanted.severity)) and _meets(
            timeline, event, wanted
        ):
            yield event


def sources(timeline: Timeline) -> dict[str, int]:
    """Each source and how many events it tells, in order of the articles."""
    found: dict[str, set[str]] = {source_name(r.article): set() for r in timeline.readings}
    for event in timeline.events:
        for mention in _mentions(timeline, event):
            found[source_name(timeline.articles[mention.article_id])].add(event.id)
    return {source: len(events) for source, events in found.items()}


def places(timeline: Timeline) -> tuple[str, ...]:
    """The places that events are told of, most often named first."""
    found = Counter(name for e in timeline.events for name in set(_places(timeline, e)))
    return tuple(name for name, _ in found.most_common())


def people(timeline: Timeline) -> tuple[str, ...]:
    """The names of those who act in events, most often named first: people and bodies, not common nouns."""
    found = Counter(name for e in timeline.events for name in set(_actors(timeline, e)) if _is_name(name))
    return tuple(name for name, _ in found.most_common())


# --- events -------------------------------------------------------------------------------------------------------


def _meets(timeline: Timeline, event: Event, wanted: Filter) -> bool:
    """Every condition but that of severity, the cheap ones first."""
    return (
        (not wanted.disputed or event.is_disputed)
        and (not wanted.status or event.status in wanted.status)
        and _in_range(event, wanted)
        and (not wanted.source or bool(_told_by(timeline, event).intersection(map(str.casefold, wanted.source))))
        and (not wanted.place or _any_in(wanted.place, _places(timeline, event)))
        and (not wanted.person or _any_in(wanted.person, _actors(timeline, event)))
        and (not wanted.text or _any_in((wanted.text,), _words(timeline, event)))
    )


def _in_range(event: Event, wanted: Filter) -> bool:
    """Some reported time of the event touches the days; nothing without a time lies in any range."""
    low = Interval.of_day(wanted.first).start if wanted.first else None
    high = Interval.of_day(wanted.last).end if wanted.last else None
    if low is None and high is None:
        return True
    reported = [i for i in (event.time, *(a.interval for a in event.alternatives)) if i]
    return any((low is None or i.end > low or i.start >= low) and (high is None or i.start < high) for i in reported)


def _mentions(timeline: Timeline, event: Event) -> Iterator[Mention]:
    return (timeline.mentions[m] for m in event.mentions)


def _told_by(timeline: Timeline, event: Event) -> frozenset[str]:
    return frozenset(source_name(timeline.articles[m.article_id]).casefold() for m in _mentions(timeline, event))


def _places(timeline: Timeline, event: Event) -> Iterator[str]:
    found = (event.place, *(m.place for m in _mentions(timeline, event)))
    return (_line(place.text) for place in found if place)


def _actors(timeline: Timeline, event: Event) -> Iterator[str]:
    for mention in _mentions(timeline, event):
        acting = [p for p in mention.participants if p.role in ACTORS]
        yield from (_line(p.text) for p in (*acting, *mention.speakers))


def _words(timeline: Timeline, event: Event) -> Iterator[str]:
    yield _line(event.title)
    for mention in _mentions(timeline, event):
        yield _line(mention.sentence.of(timeline.articles[mention.article_id].text))


def _any_in(wanted: Iterable[str], texts: Iterable[str]) -> bool:
    """Some of the words stand in some of the texts, in whatever case."""
    lower = [w.casefold() for w in wanted]
    return any(w in text.casefold() for text in texts for w in lower)


def _line(text: str) -> str:
    return " ".join(text.split())


def _is_name(text: str) -> bool:
    """Its last word is written with a capital, and it is short enough to be a name."""
    words = text.split()
    return 0 < len(words) <= 5 and words[-1][:1].isupper()


# --- what hangs on them -------------------------------------------------------------------------------------------


def _severities(timeline: Timeline) -> dict[str, set[Severity]]:
    found: dict[str, set[Severity]] = {}
    for finding in timeline.findings:
        for event in finding.events:
            found.setdefault(event, set()).add(finding.severity)
    return found


def _findings(timeline: Timeline, wanted: Filter, events: Collection[str]) -> Iterator[Finding]:
    """Findings about a kept event, and those about none where nothing but source and severity is asked for."""
    of_source = not replace(wanted, source=(), severity=())

    def concerns(finding: Finding) -> bool:
        if finding.events:
            return any(e in events for e in finding.events)
        return of_source and _quotes(timeline, finding, wanted.source)

    chosen = [f for f in timeline.findings if f.severity in (wanted.severity or Severity) and concerns(f)]
    ids = {f.id for f in chosen}
    for finding in chosen:
        about = tuple(e for e in finding.events if e in events)
        yield replace(finding, events=about, root=finding.root if finding.root in ids else None)


def _quotes(timeline: Timeline, finding: Finding, wanted: Collection[str]) -> bool:
    """The finding quotes one of the sources, or none is asked for."""
    asked = {s.casefold() for s in wanted}
    return not asked or any(source_name(timeline.articles[q.article_id]).casefold() in asked for q in finding.quotes)


def _reading(reading: Reading, mentions: Collection[str]) -> Reading:
    """What the kept mentions rest on; a mention that is gone is not pointed at."""
    left = [m for m in reading.mentions if m.id in mentions]
    found = tuple(replace(m, elaborates=m.elaborates if m.elaborates in mentions else None) for m in left)
    needed = _with_anchors(reading.timexes, {m.timex for m in found if m.timex})
    return replace(
        reading,
        mentions=found,
        timexes=tuple(t for t in reading.timexes if t.id in needed),
        relations=tuple(r for r in reading.relations if r.source in mentions and r.target in mentions),
    )


def _with_anchors(timexes: Iterable[Timex], wanted: Collection[str]) -> frozenset[str]:
    """The time expressions that are wanted, and those they are counted from."""
    anchor = {t.id: t.anchor for t in timexes}
    needed = set(wanted)
    waiting = list(wanted)
    while waiting:
        following = anchor.get(waiting.pop(), "")
        if following in anchor and following not in needed:
            needed.add(following)
            waiting.append(following)
    return frozenset(needed)
