"""Mentions to events, within an article and then between articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from timeline.events import titles, when
from timeline.events.alike import groups
from timeline.events.copies import copies
from timeline.events.same import ENOUGH, ENOUGH_ACROSS, HAPPENS, TELLS, Cluster, Match, is_dated, kin_of, match
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


def group(named: Sequence[Reading]) -> tuple[Group, ...]:
    """The mentions of readings whose ids are unique, as groups, one for each happening."""
    clusters: list[Cluster] = []
    stories = groups(named)
    for reading in named:
        clusters = _join(clusters, _within(reading), stories)
    return tuple(Group(tuple(m.id for m in c.mentions), tuple(c.why)) for c in clusters)


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


def _within(reading: Reading) -> list[Cluster]:
    apart = frozenset(
        frozenset((r.source, r.target)) for r in reading.relations if r.basis is LinkBasis.STATED and r.kind in APART
    )
    clusters: list[Cluster] = []
    by_frame: defaultdict[str, list[int]] = defaultdict(list)
    for mention in reading.mentions:
        near = _near(clusters, by_frame, mention) if _may_join(mention) else []
        home = _home([clusters[position] for position in near], mention, apart)
        if home is None:
            by_frame[mention.frame].append(len(clusters))
            clusters.append(Cluster([mention], [f"“{mention.text}”"]))
        else:
            cluster, found = home
            cluster.mentions.append(mention)
            cluster.why.append(f"“{mention.text}”: " + "; ".join(found.reasons))
    return clusters


def _near(clusters: Sequence[Cluster], by_frame: Mapping[str, list[int]], mention: Mention) -> list[int]:
    """Positions of the last clusters that may tell the mention's happening, nearest first."""
    last = range(max(0, len(clusters) - REACH), len(clusters))
    kin = [position for frame in kin_of(mention.frame) for position in by_frame.get(frame, ())[-REACH:]]
    return sorted({*kin, *last}, reverse=True)


def _may_join(mention: Mention) -> bool:
    if mention.event_class is EventClass.REPORTING:
        return mention.status in TELLS and (
            mention.tense == "" or bool(mention.elaborates) or bool(mention.participants)
        )
    return mention.event_class in HAPPENS and mention.status in TELLS


def _home(near: Sequence[Cluster], mention: Mention, apart: frozenset[frozenset[str]]) -> tuple[Cluster, Match] | None:
    best: tuple[Cluster, Match] | None = None
    for cluster in near:
        found = match(cluster, mention, apart, across=False) if _may_join(cluster.mentions[0]) else None
        # Of equal evidence the nearest wins: "the attack" is the last one told.
        if found is not None and found.score >= max(ENOUGH, best[1].score + 1e-9 if best else 0):
            best = (cluster, found)
    return best


# --- between articles ---------------------------------------------------------------------------------------------


def _join(story: list[Cluster], fresh: list[Cluster], group: Mapping[str, int]) -> list[Cluster]:
    by_frame: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in story:
        for frame in sorted({m.frame for m in cluster.mentions}):
            by_frame[frame].append(cluster)
    taken: set[int] = set()
    for cluster in fresh:
        best: tuple[float, Cluster, Match] | None = None
        for old in _free(by_frame, cluster, taken, group):
            found = _best_match(old, cluster)
            if found is not None and found.score >= ENOUGH_ACROSS and (best is None or found.score > best[0]):
                best = (found.score, old, found)
        if best is None:
            story.append(cluster)
        else:
            _, old, found = best
            old.why.append(f"“{cluster.mentions[0].text}” in another article: " + "; ".join(found.reasons))
            old.why.extend(cluster.why[1:])
            old.mentions.extend(cluster.mentions)
            taken.add(id(old))
    return story


def _free(
    by_frame: Mapping[str, list[Cluster]], cluster: Cluster, taken: Container[int], group: Mapping[str, int]
) -> Iterator[Cluster]:
    """The story's clusters that may tell the fresh one's happening and that no other of its article has joined.

    Articles of two groups tell two stories: their happenings are not held against each other.
    """
    seen: set[int] = set()
    told = group[cluster.mentions[0].article_id]
    frames = dict.fromkeys(kin for m in cluster.mentions for kin in kin_of(m.frame))
    for old in (old for frame in frames for old in by_frame.get(frame, ())) if _may_join(cluster.mentions[0]) else ():
        if id(old) not in seen and id(old) not in taken and _may_join(old.mentions[0]):
            seen.add(id(old))
            if any(group[m.article_id] == told for m in old.mentions):
                yield old


def _best_match(old: Cluster, cluster: Cluster) -> Match | None:
    """The strongest evidence of any mention, where no dated one speaks against it; undated stories need more."""
    found = [(mention, match(old, mention, frozenset(), across=True)) for mention in cluster.mentions]
    if any(m is None and is_dated(mention) for mention, m in found):
        return None
    best = max((m for _, m in found if m is not None), key=lambda m: m.score, default=None)
    if best is None:
        return None
    best = Match(best.score + ALIKE_WEIGHT, (*best.reasons, "both articles tell one story"))
    dated = any(map(is_dated, old.mentions)) and any(map(is_dated, cluster.mentions))
    return best if dated or best.score >= ENOUGH_ACROSS + 0.5 else None


ALIKE_WEIGHT = 1.5
"""How much it speaks for one happening that two articles tell one story."""


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
        time_basis=min((m.time_basis for m in mentions), key=list(TimeBasis).index),
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
