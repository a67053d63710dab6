"""From relations between mentions to links between events: stated ones, what follows from them, and inferred order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from timeline.model import Event, Link, LinkBasis, Quote, Reading, Relation, RelationKind, TimeBasis, Timeline
from timeline.wording import relation as in_words

EARLIER = (RelationKind.BEFORE, RelationKind.CAUSES)
LATER = (RelationKind.AFTER, RelationKind.REACTS_TO)
TOGETHER = (RelationKind.INCLUDES, RelationKind.IS_INCLUDED, RelationKind.OVERLAPS, RelationKind.SIMULTANEOUS)
Ends = tuple[str, str, RelationKind]
"""What a link says: source, target, and how they stand."""

SAID = {TimeBasis.STATED, TimeBasis.DECIDED}
STEPS = 4
"""How many stated links a conclusion may rest on."""


def connect(timeline: Timeline, unwanted: Collection[Ends] = frozenset()) -> Timeline:
    """The timeline with its links: stated, then what follows from those, then the order that the telling suggests.

    What is stated stands above dates, and dates above what is inferred: an inferred link contradicts neither them nor
    another inferred one that is surer. What is `unwanted` is hidden, and nothing follows from it.
    """
    sieve = _Sieve(unwanted)
    stated = [link for link in _stated(timeline) if sieve.lets(link)]
    order = _Order()
    for link in stated:
        order.learn(link.source, link.relation, link.target)
    links = [*stated, *_followed(stated, order, sieve), *_inferred(timeline, order, sieve)]
    numbered = tuple(replace(link, id=f"k{number}") for number, link in enumerate((*links, *sieve.hidden), 1))
    return replace(timeline, links=numbered[: len(links)], hidden_links=numbered[len(links) :])


@dataclass(slots=True)
class _Sieve:
    """Lets links through but those that are unwanted, which it keeps."""

    unwanted: Collection[Ends]
    hidden: list[Link] = field(default_factory=list)

    def lets(self, link: Link) -> bool:
        """The link is wanted."""
        if (link.source, link.target, link.relation) not in self.unwanted:
            return True
        self.hidden.append(link)
        return False


@dataclass(frozen=True, slots=True)
class _Lifted:
    """A relation between mentions of two events."""

    source: Event
    target: Event
    relation: Relation
    reading: Reading

    def link(self, timeline: Timeline) -> Link:
        """The relation as a link, without its id."""
        told = self.relation
        first, last = timeline.mentions[told.source].sentence, timeline.mentions[told.target].sentence
        is_stated = told.basis is LinkBasis.STATED
        context = first if is_stated else replace(first, end=max(first.end, last.end))
        article = self.reading.article
        quote = Quote(article.id, told.quote, told.quote.of(article.text), context, in_words(told.kind))
        why = f"stated by “{told.signal}”" if is_stated else told.signal
        return Link("", self.source.id, self.target.id, told.kind, told.basis, quote, why, told.confidence)


def _lifted(timeline: Timeline, basis: LinkBasis) -> Iterator[_Lifted]:
    event_of = timeline.event_of
    for reading in timeline.readings:
        for relation in reading.relations:
            if relation.basis is basis:
                source, target = event_of.get(relation.source), event_of.get(relation.target)
                if source is not None and target is not None and source.id != target.id:
                    yield _Lifted(source, target, relation, reading)


def _stated(timeline: Timeline) -> list[Link]:
    found: dict[tuple[str, str, RelationKind], Link] = {}
    for lifted in _lifted(timeline, LinkBasis.STATED):
        key = (lifted.source.id, lifted.target.id, lifted.relation.kind)
        if key not in found:
            found[key] = lifted.link(timeline)
    return list(found.values())


# --- order ----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Order:
    """What is known of the order of events so far: those after and before each, and pairs of which all is said."""

    after: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    before: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    settled: set[tuple[str, str]] = field(default_factory=set)

    def learn(self, source: str, kind: RelationKind, target: str) -> None:
        """Take the relation for true."""
        if kind in EARLIER or kind in LATER:
            earlier, later = _turned(source, kind, target)
            self.after[earlier].add(later)
            self.before[later].add(earlier)
        if kind in EARLIER or kind in LATER or kind in TOGETHER:
            self.settled |= {(source, target), (target, source)}

    def forbids(self, earlier: str, later: str) -> bool:
        """All is said of the two, or they stand in the other order by way of a third."""
        return (earlier, later) in self.settled or not self.after[later].isdisjoint(self.before[earlier])


def _turned(source: str, kind: RelationKind, target: str) -> tuple[str, str]:
    """The earlier event and the later one."""
    return (source, target) if kind in EARLIER else (target, source)


def _followed(stated: Iterable[Link], order: _Order, sieve: _Sieve) -> Iterator[Link]:
    """What follows from stated orders: A before B and B before C, so A before C. A circle of orders proves nothing."""
    leaving: defaultdict[str, dict[str, Link]] = defaultdict(dict)
    for link in stated:
        if link.relation in EARLIER or link.relation in LATER:
            earlier, later = _turned(link.source, link.relation, link.target)
            leaving[earlier].setdefault(later, link)
    for start in list(leaving):
        for end, chain in _chains(start, leaving).items():
            if len(chain) > 1 and (start, end) not in order.settled:
                why = "follows from " + ", ".join(f"“{link.quote.text}”" for link in chain)
                quote = replace(chain[0].quote, says=in_words(RelationKind.BEFORE))
                link = Link("", start, end, RelationKind.BEFORE, LinkBasis.INFERRED, quote, why)
                if sieve.lets(link):
                    order.learn(start, RelationKind.BEFORE, end)
                    yield link


def _chains(start: str, leaving: defaultdict[str, dict[str, Link]]) -> dict[str, tuple[Link, ...]]:
    """The shortest chain of links to each event that comes after `start`; none when a chain leads back to it."""
    found: dict[str, tuple[Link, ...]] = {}
    layer: dict[str, tuple[Link, ...]] = {start: ()}
    for _ in range(STEPS):
        fresh: dict[str, tuple[Link, ...]] = {}
        for event, chain in layer.items():
            for later, link in leaving.get(event, {}).items():
                if later not in found:
                    fresh.setdefault(later, (*chain, link))
        found |= fresh
        layer = fresh
    return {} if start in found else found


def _inferred(timeline: Timeline, order: _Order, sieve: _Sieve) -> list[Link]:
    """Inferred orders that hold together with all that is surer, in order of the text."""
    found = list(_lifted(timeline, LinkBasis.INFERRED))
    kept: dict[int, Link] = {}
    for number in sorted(range(len(found)), key=lambda n: (-found[n].relation.confidence, n)):
        source, kind, target = found[number].source, found[number].relation.kind, found[number].target
        earlier, later = (source, target) if kind in EARLIER else (target, source)
        if not order.forbids(earlier.id, later.id) and not _is_dated_before(later, earlier):
            link = found[number].link(timeline)
            if sieve.lets(link):
                order.learn(source.id, kind, target.id)
                kept[number] = link
    return [kept[number] for number in sorted(kept)]


def _is_dated_before(event: Event, other: Event) -> bool:
    """Stated dates put the event before the other one."""
    if event.time is None or other.time is None or not {event.time_basis, other.time_basis} <= SAID:
        return False
    return event.time.end <= other.time.start
