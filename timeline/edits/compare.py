"""What differs between two tellings of a story: shown before a decision is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields

from timeline.model import Event, Finding, Link, PublicationDate, Span, Timeline
from timeline.story.refs import is_added
from timeline.wording import relation, when

Place = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Moved:
    """An event as it was and as it is; its time, its title or its status differs, or its tellings do."""

    before: Event
    after: Event


@dataclass(frozen=True, slots=True)
class Republished:
    """An article whose publication date differs."""

    article_id: str
    before: PublicationDate
    after: PublicationDate


@dataclass(frozen=True, slots=True)
class Tie:
    """A link with its two events."""

    link: Link
    source: Event
    target: Event


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs; `gone` and `new` are events that have no counterpart.

    `unlinked` and `linked` are links that go and come between events that have one.
    """

    published: tuple[Republished, ...] = ()
    moved: tuple[Moved, ...] = ()
    gone: tuple[Event, ...] = ()
    new: tuple[Event, ...] = ()
    settled: tuple[Finding, ...] = ()
    found: tuple[Finding, ...] = ()
    unlinked: tuple[Tie, ...] = ()
    linked: tuple[Tie, ...] = ()

    def __bool__(self) -> bool:
        """Something differs."""
        return any(getattr(self, field.name) for field in fields(self))


def compare(before: Timeline, after: Timeline) -> Changes:
    """What differs from `before` to `after`; events are matched by their tellings, findings by check and quotes."""
    pairs = _pairs(before, after)
    matched = {b.id for b in pairs.values()}
    old, new = {_key(f) for f in before.findings}, {_key(f) for f in after.findings}
    return Changes(
        _republished(before, after),
        tuple(
            Moved(e, pairs[e.id]) for e in before.events if e.id in pairs and _differs(before, after, e, pairs[e.id])
        ),
        tuple(e for e in before.events if e.id not in pairs),
        tuple(e for e in after.events if e.id not in matched),
        tuple(f for f in before.findings if _key(f) not in new),
        tuple(f for f in after.findings if _key(f) not in old),
        *_links(before, after, pairs),
    )


def lines(changes: Changes) -> tuple[str, ...]:
    """What differs as a diff prints it, - before and + after; one line when nothing does."""
    times = [(m.before, m.after) for m in changes.moved]
    found = [line for old, new in times for line in (f"- {_line(old)}", f"+ {_line(new)}")]
    found += [f"- {_line(e)}" for e in changes.gone] + [f"+ {_line(e)}" for e in changes.new]
    found += [f"- [{f.check}] {f.message}" for f in changes.settled]
    found += [f"+ [{f.check}] {f.message}" for f in changes.found]
    found += [f"- {_says(t)}" for t in changes.unlinked] + [f"+ {_says(t)}" for t in changes.linked]
    return tuple(found) or ("Nothing would change.",)


def _line(event: Event) -> str:
    return f"{when(event.time, vague=event.vague) or 'no date'}: {event.title}"


def _says(tie: Tie) -> str:
    return f"“{tie.source.title}” {relation(tie.link.relation)} “{tie.target.title}” ({tie.link.basis})"


def _republished(before: Timeline, after: Timeline) -> tuple[Republished, ...]:
    was = {r.article.id: r.publication for r in before.readings}
    now = {r.article.id: r.publication for r in after.readings}
    both = (i for i in was if i in now and was[i].date != now[i].date)
    return tuple(Republished(i, was[i], now[i]) for i in both)


def _pairs(before: Timeline, after: Timeline) -> dict[str, Event]:
    """By the id of an event before, its counterpart after: the one that shares most tellings, each taken once."""
    at = {place: e.id for e in after.events for place in _places(after, e)}
    shared = [
        (-count, n, event.id, other)
        for n, event in enumerate(before.events)
        for other, count in Counter(at[p] for p in _places(before, event) if p in at).items()
    ]
    events = {e.id: e for e in after.events}
    found: dict[str, Event] = {}
    taken: set[str] = set()
    for _, _, event, other in sorted(shared):
        if event not in found and other not in taken:
            found[event] = events[other]
            taken.add(other)
    return found


def _links(before: Timeline, after: Timeline, pairs: Mapping[str, Event]) -> tuple[tuple[Tie, ...], tuple[Tie, ...]]:
    """The links that are there only before, and only after; a link of an event that comes or goes is told by that."""
    matched = {e.id for e in pairs.values()}
    ties = [_tie(k, before) for k in before.links if {k.source, k.target} <= pairs.keys()]
    was = {(pairs[t.source.id].id, t.link.relation, pairs[t.target.id].id): t for t in ties}
    now = {(k.source, k.relation, k.target): k for k in after.links if {k.source, k.target} <= matched}
    gone = tuple(tie for ends, tie in was.items() if ends not in now and ends[0] != ends[2])
    return gone, tuple(_tie(link, after) for ends, link in now.items() if ends not in was)


def _tie(link: Link, timeline: Timeline) -> Tie:
    return Tie(link, timeline.event_by_id[link.source], timeline.event_by_id[link.target])


def _places(timeline: Timeline, event: Event) -> list[Place]:
    """Where the event is told; what a person added stands for itself, as several may be added at one place."""
    told = (timeline.mentions[m] for m in event.mentions)
    return [(m.id if is_added(m.id) else m.article_id, m.span) for m in told] or [(event.id, Span(0, 0))]


def _differs(before: Timeline, after: Timeline, old: Event, new: Event) -> bool:
    if (old.time, old.title, old.status) != (new.time, new.title, new.status):
        return True
    return _reported(old) != _reported(new) or set(_places(before, old)) != set(_places(after, new))


def _reported(event: Event) -> list[object]:
    return [a.interval for a in event.alternatives]


def _key(finding: Finding) -> object:
    return finding.check, frozenset((q.article_id, q.span) for q in finding.quotes)
