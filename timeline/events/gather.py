"""Mentions to events, within an article and then between articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from timeline.events import across, titles, verbatim, when
from timeline.events.alike import groups
from timeline.events.copies import copies
from timeline.events.evidence import kin_of
from timeline.events.likelihood import WEIGHTS
from timeline.events.same import ENOUGH, HAPPENS, TELLS, Cluster, Foes, match
from timeline.events.tellings import tellings
from timeline.events.zones import home_zone, localise
from timeline.model import (
    Event,
    EventClass,
    Group,
    LinkBasis,
    Mention,
    Reading,
    RelationKind,
    Status,
    TimeBasis,
    Timeline,
)

APART = (
    RelationKind.BEFORE,
    RelationKind.AFTER,
    RelationKind.CAUSES,
    RelationKind.REACTS_TO,
    RelationKind.ATTRIBUTES,
    RelationKind.DENIES,
    RelationKind.SIMULTANEOUS,
)
REACH = 40
"""How many earlier clusters of its kind a mention is held against: keeps time linear on very long texts."""


def gather(readings: Sequence[Reading], *, story_id: str, title: str = "") -> Timeline:
    """The story's events: `name`, `group` and then `tell`."""
    named = name(readings)
    return tell(named, group(named), story_id=story_id, title=title)


def name(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings with ids that are unique in the story."""
    return tuple(_named(reading, number, len(readings)) for number, reading in enumerate(readings, 1))


def group(named: Sequence[Reading], weights: Mapping[str, float] = WEIGHTS) -> tuple[Group, ...]:
    """The mentions of readings whose ids are unique, as groups, one for each happening."""
    foes = _foes(named)
    in_order = sorted(named, key=_published)
    stories = groups(in_order)
    told_once = [cluster for reading in in_order for cluster in _within(reading, foes)]
    told, again = verbatim.told_anew(told_once, in_order, {c.article_id: c.of for c in copies(named) if c.share == 1})
    joined = across.join(told, tellings(in_order, stories), stories, foes, weights)
    place = {reading.article.id: number for number, reading in enumerate(in_order)}
    return tuple(_group(verbatim.with_prints(cluster, again), place) for cluster in joined)


def tell(readings: Sequence[Reading], told_as: Iterable[Group], *, story_id: str, title: str = "") -> Timeline:
    """The groups as events, by time; the mentions filled with their event's time where the text gave them none."""
    mentions = {m.id: m for r in readings for m in r.mentions}
    clusters = [Cluster([mentions[m] for m in g.mentions], list(g.why)) for g in told_as]
    filled = when.fill(clusters, readings)
    texts = {r.article.id: r.article.text for r in readings}
    home = {r.article.id: home_zone(r) for r in readings}
    told = [_event(c, filled, texts) for c in clusters]
    events = sorted((localise(e, (filled[m] for m in e.mentions), home) for e in told), key=_order)
    return Timeline(
        story_id=story_id,
        title=title or _title(readings),
        readings=tuple(replace(r, mentions=tuple(filled[m.id] for m in r.mentions)) for r in readings),
        events=tuple(replace(event, id=f"e{number}") for number, event in enumerate(events, 1)),
        copies=copies(readings),
    )


def _group(cluster: Cluster, place: Mapping[str, int]) -> Group:
    """The mentions, each with its reason, as they stand in the story."""
    told = sorted(
        zip(cluster.mentions, cluster.why, strict=True), key=lambda t: (place[t[0].article_id], t[0].span.start)
    )
    return Group(tuple(mention.id for mention, _ in told), tuple(why for _, why in told))


def _foes(named: Iterable[Reading]) -> Foes:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for relation in (r for reading in named for r in reading.relations):
        if relation.basis is LinkBasis.STATED and relation.kind in APART:
            found[relation.source].add(relation.target)
            found[relation.target].add(relation.source)
    return found


def _published(reading: Reading) -> tuple[date, str]:
    """Orders articles as they appeared, so that the order in which they are given does not matter."""
    return reading.publication.date or date.max, reading.article.id


def _named(reading: Reading, number: int, count: int) -> Reading:
    """The reading with ids that are unique in the story."""
    if count == 1:
        return reading
    prefix = f"a{number}."
    return replace(
        reading,
        timexes=tuple(
            replace(t, id=prefix + t.id, anchor=prefix + t.anchor if t.anchor[1:].isdigit() else t.anchor)
            for t in reading.timexes
        ),
        mentions=tuple(
            replace(
                m,
                id=prefix + m.id,
                timex=prefix + m.timex if m.timex else None,
                elaborates=prefix + m.elaborates if m.elaborates else None,
            )
            for m in reading.mentions
        ),
        relations=tuple(replace(r, source=prefix + r.source, target=prefix + r.target) for r in reading.relations),
    )


def _title(readings: Iterable[Reading]) -> str:
    return next((titles.of_article(r.article) for r in readings), "")


# --- within one article -------------------------------------------------------------------------------------------


class _Within:
    """The happenings that one article has told so far, by kind and by mention."""

    def __init__(self, foes: Foes) -> None:
        self.clusters: list[Cluster] = []
        self._foes = foes
        self._of_kind: defaultdict[str, list[int]] = defaultdict(list)
        self._of: dict[str, int] = {}

    def add(self, mention: Mention) -> None:
        """Put the next mention to the happening that it tells, or to one of its own."""
        home, why = self._home(mention) if _may_join(mention) else (None, "")
        if home is None:
            home = len(self.clusters)
            self._of_kind[mention.frame].append(home)
            self.clusters.append(Cluster())
        self.clusters[home].mentions.append(mention)
        self.clusters[home].why.append(f"“{mention.text}”{why}")
        self._of[mention.id] = home

    def _home(self, mention: Mention) -> tuple[int | None, str]:
        """The position of the cluster that tells the mention's happening, if any does, and what speaks for it."""
        near = self._near(mention)
        if mention.elaborates:
            home = self._of.get(mention.elaborates)
            return (home, f": “{mention.text}” tells on the same clause") if home in near else (None, "")
        matches = ((position, match(self.clusters[position], mention)) for position in near)
        found = [(position, m) for position, m in matches if m is not None and m.score >= ENOUGH]
        # Of equal evidence the nearest wins: "the attack" is the last one told.
        best = max(found, key=lambda pair: pair[1].score, default=None)
        return (best[0], ": " + "; ".join(best[1].reasons)) if best else (None, "")

    def _near(self, mention: Mention) -> list[int]:
        """Positions of the last clusters that may tell the mention's happening, nearest first."""
        last = range(max(0, len(self.clusters) - REACH), len(self.clusters))
        kin = [position for frame in kin_of(mention.frame) for position in self._of_kind.get(frame, ())[-REACH:]]
        parted = {self._of[foe] for foe in self._foes.get(mention.id, ()) if foe in self._of}
        near = sorted({*kin, *last} - parted, reverse=True)
        return [position for position in near if _may_join(self.clusters[position].mentions[0])]


def _within(reading: Reading, foes: Foes) -> list[Cluster]:
    told = _Within(foes)
    for mention in reading.mentions:
        told.add(mention)
    return told.clusters


def _may_join(mention: Mention) -> bool:
    if mention.event_class is EventClass.REPORTING:
        return mention.status in TELLS and (
            mention.tense == "" or bool(mention.elaborates) or bool(mention.participants)
        )
    return mention.event_class in HAPPENS and mention.status in TELLS


# --- events -------------------------------------------------------------------------------------------------------


def _event(cluster: Cluster, filled: Mapping[str, Mention], texts: Mapping[str, str]) -> Event:
    mentions = [filled[m.id] for m in cluster.mentions]
    agreed = when.agree(mentions)
    best = titles.best(mentions)
    return Event(
        id="",
        title=titles.of_mention(best, texts[best.article_id]),
        status=_status(mentions),
        mentions=tuple(m.id for m in mentions),
        time=agreed.time,
        alternatives=agreed.alternatives,
        frame=next((m.frame for m in mentions if m.frame != "incident"), mentions[0].frame),
        place=next((m.place for m in mentions if m.place), None),
        vague=agreed.vague,
        time_basis=min((m.time_basis for m in mentions), key=list(TimeBasis).index) if agreed.time else TimeBasis.NONE,
        time_why=agreed.why,
        why=tuple(cluster.why),
    )


def _status(mentions: Sequence[Mention]) -> Status:
    """Asserted by one mention is asserted; else what the first holds."""
    return next((m.status for m in mentions if m.status.is_asserted), mentions[0].status)


def _order(event: Event) -> tuple[bool, str, str]:
    if event.time is None:
        return (True, "", "")
    return (False, event.time.start.isoformat(), event.time.end.isoformat())
