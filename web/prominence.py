"""Which events matter most to a reader, where there is no room to name them all."""

from __future__ import annotations

from timeline.model import Event, EventClass, Severity, Timeline

SERIOUS = (Severity.HIGH, Severity.MEDIUM)
"""Findings of these severities bring their events forward."""


def prominence(timeline: Timeline) -> dict[str, int]:
    """The place of each event, by its id; 0 is what matters most.

    First what is disputed or does not hold together, then what more sources tell, then what words date, then what
    happens before what is said, then what is told more often; of equal ones the earlier.
    """
    serious = {e for f in timeline.findings if f.is_open and f.severity in SERIOUS for e in f.events}
    order = sorted(timeline.events, key=lambda event: _key(timeline, event, serious))
    return {event.id: place for place, event in enumerate(order)}


def _key(timeline: Timeline, event: Event, serious: set[str]) -> tuple[bool, int, bool, bool, int]:
    mentions = [timeline.mentions[m] for m in event.mentions]
    return (
        not (event.is_disputed or event.id in serious),
        -len(timeline.sources({m.article_id for m in mentions})),
        not any(m.timex for m in mentions),
        all(m.event_class is not EventClass.OCCURRENCE for m in mentions),
        -len(mentions),
    )
