"""What people decided about the events: added ones, titles, states, times, links, and the ones not to be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

from timeline.edits.anchors import LostError, Places
from timeline.edits.grouping import ADDED, Regrouped
from timeline.model import (
    AddEvent,
    AddLink,
    Decision,
    Entry,
    Event,
    EventAnchor,
    Hide,
    HideLink,
    Link,
    LinkBasis,
    Quote,
    RelationKind,
    SetPublication,
    SetStatus,
    SetTime,
    SetTitle,
    TimeBasis,
    Timeline,
    Unplaced,
)
from timeline.story.log import in_force
from timeline.story.refs import added_by, added_id
from timeline.temporal.interval import Interval
from timeline.wording import relation

Ends = tuple[str, str, RelationKind]
"""What a link says: source, target, and how they stand."""


def published(log: Sequence[Entry]) -> dict[str, date]:
    """The publication dates that people set, by article."""
    said = {e.edit.article_id: e.edit.date for e in in_force(log) if isinstance(e.edit, SetPublication)}
    return {article: day for article, day in said.items() if day is not None}


def retell(timeline: Timeline, regrouped: Regrouped, log: Sequence[Entry]) -> Timeline:
    """The story with added events, and with titles, states and times as people decided them."""
    fell = [Decision(e, _events(timeline, ids)) for e, ids in regrouped.fell if not isinstance(e.edit, AddEvent)]
    desk = _Desk(timeline, fell, regrouped.unplaced)
    desk.lay(log, (SetPublication, AddEvent, SetTime, SetTitle, SetStatus))
    return replace(desk.timeline(), log=tuple(log), edited=tuple(sorted(published(log))))


def unwanted(timeline: Timeline, log: Sequence[Entry]) -> frozenset[Ends]:
    """What people say is no link: source, target and relation, and the same said from the other side."""
    desk = _Desk(timeline, (), ())
    found: set[Ends] = set()
    for entry in in_force(log):
        if isinstance(entry.edit, HideLink) and entry.edit.added is None:
            with suppress(LostError):
                found |= desk.both_ways(entry.edit)
    return frozenset(found)


def connect(timeline: Timeline, log: Sequence[Entry]) -> Timeline:
    """The story with the links that people added, and without those that they hid."""
    desk = _Desk(timeline, timeline.decisions, timeline.unplaced)
    desk.lay(log, (AddLink, HideLink))
    return desk.timeline()


def hide(timeline: Timeline, log: Sequence[Entry]) -> Timeline:
    """The story without the events that people hid, and without their links."""
    desk = _Desk(timeline, timeline.decisions, timeline.unplaced)
    desk.lay(log, (Hide,))
    return desk.timeline()


def found_event(timeline: Timeline, anchor: EventAnchor) -> Event | None:
    """The event that an anchor means in this story; None when none that is shown."""
    try:
        return _Desk(timeline, (), ()).event(anchor)
    except LostError:
        return None


class _Desk:
    """A story while decisions are laid over it."""

    def __init__(self, timeline: Timeline, fell: Iterable[Decision], unplaced: Iterable[Unplaced]) -> None:
        self._told = timeline
        self._places = Places(timeline.readings)
        self._events = {e.id: e for e in timeline.events}
        self._links = list(timeline.links)
        self._hidden: dict[str, Event] = {}
        self._hidden_links = list(timeline.hidden_links)
        self._fell = list(fell)
        self._unplaced = list(unplaced)

    def lay(self, log: Sequence[Entry], kinds: tuple[type, ...]) -> None:
        """Apply the entries of these kinds that count, first to last."""
        for entry in in_force(log):
            if not isinstance(entry.edit, kinds) or any(u.entry == entry for u in self._unplaced):
                continue
            try:
                self._fell.append(Decision(entry, self._apply(entry)))
            except LostError as error:
                self._unplaced.append(Unplaced(entry, str(error)))

    def timeline(self) -> Timeline:
        """The story as it is now; events by time, those without one last."""
        return replace(
            self._told,
            events=tuple(sorted(self._events.values(), key=_order)),
            links=tuple(k for k in self._links if not {k.source, k.target} & self._hidden.keys()),
            hidden=(*self._told.hidden, *self._hidden.values()),
            hidden_links=tuple(self._hidden_links),
            decisions=tuple(sorted(self._fell, key=lambda d: d.entry.number)),
            unplaced=tuple(sorted(self._unplaced, key=lambda u: u.entry.number)),
        )

    def _apply(self, entry: Entry) -> tuple[str, ...]:
        """The ids of what the entry falls on. Raises LostError."""
        match entry.edit:
            case SetPublication(article_id):
                if article_id not in self._told.articles:
                    raise LostError(f"the story has no article “{article_id}”")
                return (article_id,)
            case AddEvent() as edit:
                return (self._add(added_id(entry.number), edit),)
            case SetTitle(anchor, title):
                return (self._change(self.event(anchor), title=title),)
            case SetStatus(anchor, status):
                return (self._change(self.event(anchor), status=status),)
            case SetTime(anchor, time, said):
                return (self._set_time(self.event(anchor), time, said),)
            case AddLink() as edit:
                return self._add_link(added_id(entry.number), edit)
            case HideLink() as edit:
                return self._hide_link(edit)
            case Hide(anchor):
                event = self._events.pop(self.event(anchor).id)
                self._hidden[event.id] = event
                return (event.id,)
        raise AssertionError(f"{entry.edit.kind!r} is applied elsewhere")

    def event(self, anchor: EventAnchor) -> Event:
        """The event that most of the anchor's tellings belong to. Raises LostError."""
        of = self._told.event_of
        if anchor.added is not None:
            name = added_id(anchor.added)
            ids = [of[name].id if name in of else name]
        else:
            ids = [of[m].id for m in self._places.mentions(anchor.quotes) if m in of]
        shown = [i for i in ids if i in self._events]
        if not shown:
            raise LostError(f"“{anchor.title}” is not shown")
        return self._events[Counter(shown).most_common(1)[0][0]]

    def both_ways(self, edit: HideLink) -> set[Ends]:
        """The link that is meant, from either side. Raises LostError."""
        source, target = self.event(edit.event).id, self.event(edit.other).id
        converse = edit.relation.converse
        return {(source, target, edit.relation)} | ({(target, source, converse)} if converse else set())

    def _hide_link(self, edit: HideLink) -> tuple[str, ...]:
        """Takes an added link away; one that was read was left out when the others were made."""
        if edit.added is not None:
            found = [k for k in self._links if k.id == added_id(edit.added)]
            self._links = [k for k in self._links if k not in found]
            self._hidden_links += found
        else:
            ends = self.both_ways(edit)
            found = [k for k in self._hidden_links if (k.source, k.target, k.relation) in ends]
        if not found:
            raise LostError(
                f"nothing says any more: “{edit.event.title}” {relation(edit.relation)} “{edit.other.title}”"
            )
        return (*(k.id for k in found), found[0].source, found[0].target)

    def _change(self, event: Event, **decided: object) -> str:
        """The id of the event, which keeps what the machine read beside what is decided."""
        machine = event.machine or (None if added_by(event) else event)
        self._events[event.id] = replace(event, machine=machine, **decided)  # type: ignore[arg-type]
        return event.id

    def _set_time(self, event: Event, time: Interval | None, said: str) -> str:
        zone = (event.time.zone if event.time else "") or (event.place.zone if event.place else "")
        if time is not None and not time.zone and not time.is_open:
            time = replace(time, zone=zone)
        why = f"set by hand: “{said}”" if said else "set by hand"
        basis = TimeBasis.DECIDED
        return self._change(event, time=time, alternatives=(), vague=False, time_basis=basis, time_why=why)

    def _add(self, name: str, edit: AddEvent) -> str:
        told = self._told.event_of.get(name)
        if told is None:
            told = Event(name, edit.title, edit.status, (), None, why=())
        elif told.mentions != (name,):  # it was joined to others, which now tell its time and its title
            return told.id
        basis = TimeBasis.DECIDED if edit.time else TimeBasis.NONE
        self._events[told.id] = replace(
            told, title=edit.title, status=edit.status, time=edit.time, vague=False, time_basis=basis, time_why=ADDED
        )
        return told.id

    def _add_link(self, name: str, edit: AddLink) -> tuple[str, ...]:
        source, target = self.event(edit.event), self.event(edit.other)
        if source.id == target.id:
            raise LostError("its two events are one")
        told = next(iter((*source.mentions, *target.mentions)), None)
        if told is None:
            raise LostError("neither of its events has words in any article")
        mention = self._told.mentions[told]
        text = mention.quote.of(self._told.articles[mention.article_id].text)
        quote = Quote(mention.article_id, mention.quote, text, mention.sentence, edit.note)
        why = f"a person says so: {edit.note}" if edit.note else "a person says so"
        pair = {source.id, target.id}  # of which nothing needs to be inferred any more
        self._links = [k for k in self._links if k.basis is not LinkBasis.INFERRED or {k.source, k.target} != pair]
        self._links.append(Link(name, source.id, target.id, edit.relation, LinkBasis.DECIDED, quote, why))
        return (name, source.id, target.id)


def _events(timeline: Timeline, mentions: Iterable[str]) -> tuple[str, ...]:
    """The ids of the events that the mentions belong to."""
    return tuple(dict.fromkeys(timeline.event_of[m].id for m in mentions))


def _order(event: Event) -> tuple[datetime, datetime]:
    return (event.time.start, event.time.end) if event.time else (datetime.max, datetime.max)
