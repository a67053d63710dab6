"""How the chart's events are sorted into bands of lanes: by topic, source or status, or by what their time rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from timeline.model import Event, Status, TimeBasis, Timeline
from timeline.story.matrix import in_order
from timeline.temporal.interval import Interval
from timeline.wording import status
from web.panel import teller
from web.prominence import SERIOUS
from web.topics import topics
from web.view import View

UNSTATED = "No words state when these were: it follows from the telling"

CROWD = 100
"""With more events than this the chart leaves out what no words date, unless the reader asks for it."""

OTHER = "Other"
"""Events that share no subject with others."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a band, with the time it is drawn at and the other reported times."""

    event: Event
    time: Interval
    others: tuple[Interval, ...] = ()

    @property
    def times(self) -> tuple[Interval, ...]:
        """All of them, the kept one first."""
        return (self.time, *self.others)


@dataclass(frozen=True, slots=True)
class Band:
    """Some entries under a heading; the first band of a chart without chosen lanes has none."""

    heading: str
    entries: tuple[Entry, ...]


def bands(timeline: Timeline, view: View) -> tuple[Band, ...]:
    """The bands of the events that the view draws, each with the earliest entry first; empty ones are left out."""
    left_out = leaves_out(timeline, view)
    events = sorted((e for e in timeline.events if view.draws(e) and e.id not in left_out), key=_when)
    by = {"source": _by_source, "topic": _by_topic, "status": _by_status}.get(view.lanes, _by_basis)
    return tuple(Band(heading, tuple(entries)) for heading, entries in by(timeline, events).items() if entries)


def undated(timeline: Timeline, view: View) -> frozenset[str]:
    """What no words date, by its id, of what can be drawn; not what is chosen, disputed or found wrong.

    Empty where all is like that.
    """
    serious = {e for f in timeline.findings if f.is_open and f.severity in SERIOUS for e in f.events}
    kept = serious | {view.event}
    drawn = [e for e in timeline.events if view.draws(e)]
    found = {e.id for e in drawn if not (e.is_disputed or e.id in kept or is_stated(timeline, e))}
    return frozenset(found if len(found) < len(drawn) else ())


def leaves_out(timeline: Timeline, view: View) -> frozenset[str]:
    """What is undated, where the reader does not want it, or did not say so and it would crowd the chart."""
    is_crowded = sum(map(view.draws, timeline.events)) > CROWD
    hides = view.undated == "hidden" or (not view.undated and is_crowded)
    return undated(timeline, view) if hides else frozenset()


def is_stated(timeline: Timeline, event: Event) -> bool:
    """Some words say when it was, or a person did; otherwise its time follows from the telling."""
    return event.time_basis is TimeBasis.DECIDED or any(timeline.mentions[m].timex for m in event.mentions)


def _by_basis(timeline: Timeline, events: Iterable[Event]) -> dict[str, list[Entry]]:
    """First those whose time some words state."""
    found: dict[str, list[Entry]] = {"": [], UNSTATED: []}
    for event in events:
        found["" if is_stated(timeline, event) else UNSTATED] += _entries(event)
    return found if found[""] else {"": found[UNSTATED]}


def _by_status(timeline: Timeline, events: Iterable[Event]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {status(s).capitalize(): [] for s in Status}
    for event in events:
        found[status(event.status).capitalize()] += _entries(event)
    return found


def _by_topic(timeline: Timeline, events: Sequence[Event]) -> dict[str, list[Entry]]:
    """What the events are about, the broadest subject first."""
    about = topics(timeline, events)
    if not about:
        return {"": [entry for event in events for entry in _entries(event)]}
    number = Counter(about[e.id] for e in events if e.id in about)
    found: dict[str, list[Entry]] = {heading: [] for heading in [*(h for h, _ in number.most_common()), OTHER]}
    for event in events:
        found[about.get(event.id, OTHER)] += _entries(event)
    return found


def _by_source(timeline: Timeline, events: Sequence[Event]) -> dict[str, list[Entry]]:
    """Each source in order of publication, with every event it tells at the time that it gives."""
    found: dict[str, list[Entry]] = {teller(r.article): [] for r in in_order(timeline)}
    for event in events:
        said: dict[str, set[str]] = {}
        for mention in event.mentions:
            source = teller(timeline.articles[timeline.mentions[mention].article_id])
            said.setdefault(source, set()).add(mention)
        for source, mentions in said.items():
            found[source] += _said_by(event, mentions)
    return found


def _said_by(event: Event, mentions: set[str]) -> Iterable[Entry]:
    """The event at the times that these mentions give: the kept one, unless all of them give another."""
    others = [a for a in event.alternatives if mentions & set(a.mentions)]
    disputing = {m for a in others for m in a.mentions}
    times = [a.interval for a in others]
    if event.time and mentions - disputing:
        times.insert(0, event.time)
    return [Entry(event, times[0], tuple(times[1:]))] if times else []


def _entries(event: Event) -> Iterable[Entry]:
    return [Entry(event, event.time, tuple(a.interval for a in event.alternatives))] if event.time else []


def _when(event: Event) -> tuple[datetime, datetime, int]:
    time = event.time
    return (time.start, time.end, -len(event.mentions)) if time else (datetime.max, datetime.max, 0)
