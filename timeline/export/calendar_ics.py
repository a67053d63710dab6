"""`ics`: the timeline as a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from hashlib import sha256

import icalendar

from timeline.export.formats import Format
from timeline.export.prose import named, plain
from timeline.export.shown import dated, tellings
from timeline.model import Event, Status, Timeline
from timeline.temporal.interval import Granularity, Interval
from timeline.temporal.zones import instant
from timeline.wording import when

_FIRST = date(1970, 1, 1)


def write(timeline: Timeline) -> bytes:
    """An entry for each event whose date words state. Times without a zone float: they are those of the place."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Dateline//Timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", plain(timeline.title or timeline.story_id))
    stamp = max((r.publication.date for r in timeline.readings if r.publication.date), default=_FIRST)
    for event, interval in dated(timeline):
        calendar.add_component(_entry(event, interval, timeline, stamp))
    return bytes(calendar.to_ical())


def _entry(event: Event, interval: Interval, timeline: Timeline, stamp: date) -> icalendar.Event:
    entry = icalendar.Event()
    entry.add("uid", _uid(event, timeline))
    # The day of the newest article, because the same timeline gives the same bytes at any time.
    entry.add("dtstamp", datetime.combine(stamp, time(), UTC))
    start, end = _bounds(interval)
    entry.add("dtstart", start)
    entry.add("dtend", end)
    entry.add("summary", plain(event.title))
    entry.add("description", _described(event, timeline))
    if event.place is not None:
        entry.add("location", plain(event.place.text))
    entry.add("status", "TENTATIVE" if event.status is Status.INTENDED or event.is_disputed else "CONFIRMED")
    entry.add("transp", "TRANSPARENT")
    if event.is_disputed:
        entry.add("categories", ["disputed"])
    return entry


def _uid(event: Event, timeline: Timeline) -> str:
    """The same for the same words, whatever else the story tells."""
    told = [(timeline.articles[m.article_id].sha256, words) for words, m in tellings(event, timeline)[:1]]
    return sha256(repr((told, event.title if not told else "")).encode("utf-8", "replace")).hexdigest()[:32]


def _bounds(interval: Interval) -> tuple[date | datetime, date | datetime]:
    if interval.granularity >= Granularity.DAY:
        return interval.start.date(), interval.end.date()
    start, end = instant(interval) if interval.zone else (interval.start, interval.end)
    if start is None or end is None or interval.zone == "":
        return interval.start, interval.end
    return start.astimezone(UTC), end.astimezone(UTC)


def _described(event: Event, timeline: Timeline) -> str:
    disputed = [f"Disputed date: also reported {when(a.interval)}." for a in event.alternatives]
    quotes = [f"“{plain(words)}” ({named(timeline, m.article_id)})" for words, m in tellings(event, timeline)]
    return "\n".join([*disputed, *quotes])


FORMAT = Format("ics", "ics", "text/calendar; charset=utf-8", "Calendar (iCalendar)", write)
