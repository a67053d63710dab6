"""The events that a calendar or a slide show can hold: the dates of those that words state or a person decided."""

from __future__ import annotations

from timeline.model import Event, Mention, Status, TimeBasis, Timeline
from timeline.temporal.interval import OPEN_END, OPEN_START, Interval

_TOLD = (TimeBasis.STATED, TimeBasis.DECIDED)


def dated(timeline: Timeline) -> list[tuple[Event, Interval]]:
    """Events that happened or are meant to, each with its time, the earliest first.

    An event whose date only follows from where it is told is left out: elsewhere nothing would say so.
    """
    found = [
        (event, event.time)
        for event in timeline.events
        if event.time is not None
        and event.time_basis in _TOLD
        and (event.status.is_asserted or event.status is Status.INTENDED)
        and event.time.start != OPEN_START
        and event.time.end != OPEN_END
    ]
    return sorted(found, key=lambda pair: pair[1].start)


def tellings(event: Event, timeline: Timeline) -> list[tuple[str, Mention]]:
    """The words of each telling of the event, with the mention: of an article that is a copy, none."""
    mentions = [timeline.mentions[m] for m in event.mentions]
    own = [m for m in mentions if m.article_id not in timeline.copy_of] or mentions
    return [(" ".join(m.quote.of(timeline.articles[m.article_id].text).split()), m) for m in own]
