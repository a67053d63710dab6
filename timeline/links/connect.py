"""From relations between mentions to links between events."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import Link, LinkBasis, Quote, Reading, Relation, RelationKind, Timeline

SAYS = {
    RelationKind.BEFORE: "before",
    RelationKind.AFTER: "after",
    RelationKind.INCLUDES: "includes",
    RelationKind.IS_INCLUDED: "part of",
    RelationKind.OVERLAPS: "at the time of",
    RelationKind.SIMULTANEOUS: "at the same time as",
    RelationKind.CAUSES: "causes",
    RelationKind.REACTS_TO: "reaction to",
    RelationKind.ATTRIBUTES: "speaks of",
    RelationKind.DENIES: "denies or leaves unclaimed",
    RelationKind.SAME_STORY: "same story as",
}


def connect(timeline: Timeline) -> Timeline:
    """The timeline with every stated relation as a link between the events that its mentions belong to."""
    found: dict[tuple[str, str, RelationKind], Link] = {}
    for reading in timeline.readings:
        for relation in reading.relations:
            source, target = timeline.event_of.get(relation.source), timeline.event_of.get(relation.target)
            if source is None or target is None or source.id == target.id:
                continue
            key = (source.id, target.id, relation.kind)
            if key not in found:
                found[key] = Link(
                    f"k{len(found) + 1}", *key, LinkBasis.STATED, _quote(timeline, reading, relation), _why(relation)
                )
    return replace(timeline, links=tuple(found.values()))


def _quote(timeline: Timeline, reading: Reading, relation: Relation) -> Quote:
    context = timeline.mentions[relation.source].sentence
    text = relation.quote.of(reading.article.text)
    return Quote(reading.article.id, relation.quote, text, context, SAYS[relation.kind])


def _why(relation: Relation) -> str:
    return f"stated by “{relation.signal}”"
