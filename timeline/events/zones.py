"""On which clock an event's hours are told: that of its place, else that of the article's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from timeline.gazetteer import zone_of
from timeline.model import BlockKind, Event, Mention, Reading
from timeline.temporal.interval import Interval


def localise(event: Event, mentions: Iterable[Mention], home: Mapping[str, str]) -> Event:
    """The event with its times on the clock of its place; floating local time where no zone is known.

    `home` gives each article's own zone.
    """
    told = list(mentions)
    zone = next((m.place.zone for m in told if m.place and m.place.zone), "")
    zone = zone or next((home[m.article_id] for m in told if home.get(m.article_id)), "")
    if not zone:
        return event
    alternatives = tuple(replace(a, interval=_on(a.interval, zone)) for a in event.alternatives)
    return replace(event, time=_on(event.time, zone) if event.time else None, alternatives=alternatives)


def _on(interval: Interval, zone: str) -> Interval:
    return interval if interval.zone or interval.is_open else replace(interval, zone=zone)


def home_zone(reading: Reading) -> str:
    """The zone of the dateline's place, else the one that most of the article's places share; empty when none does."""
    for block in reading.article.blocks:
        if block.kind is BlockKind.DATELINE:
            words = block.span.of(reading.article.text).split("(")[0].strip(" -–—_,")
            zone = zone_of(words.title())
            if zone:
                return zone
    told = [m for m in reading.mentions if m.block is not BlockKind.ARCHIVE_CAPTION]
    zones = Counter(m.place.zone for m in told if m.place and m.place.zone).most_common(2)
    tied = len(zones) == 2 and zones[0][1] == zones[1][1]
    return zones[0][0] if zones and not tied else ""
