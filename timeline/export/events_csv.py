"""`csv`: one row per event, the earliest first."""

from __future__ import annotations

from datetime import datetime

from timeline.export.formats import Format
from timeline.export.iso import bounds
from timeline.export.tables import Cell, listed, table
from timeline.model import Event, Finding, Link, Mention, RelationKind, Role, TimeBasis, Timeline
from timeline.temporal.edtf import format_disputed, format_edtf
from timeline.temporal.interval import Granularity, Interval
from timeline.wording import precision, when

COLUMNS = (
    "event_id",
    "story_id",
    "title",
    "status",
    "date_display",
    "earliest",
    "latest",
    "precision",
    "edtf",
    "timezone",
    "date_basis",
    "date_confidence",
    "disputed",
    "alternative_dates",
    "place",
    "actors",
    "attribution",
    "mention_count",
    "article_count",
    "inconsistency_count",
    "max_severity",
    "first_quote",
    "article_ids",
    "source_urls",
    "edited",
    "machine_title",
    "machine_status",
    "machine_edtf",
    "decided_by",
)


def write(timeline: Timeline) -> bytes:
    """Every event of the timeline, those without a date last."""
    events = sorted(timeline.events, key=lambda e: (e.time is None, e.time.start if e.time else datetime.max))
    return table(COLUMNS, (_row(event, timeline) for event in events))


def _row(event: Event, timeline: Timeline) -> tuple[Cell, ...]:
    mentions = [timeline.mentions[m] for m in event.mentions]
    articles = list(dict.fromkeys(m.article_id for m in mentions))
    findings = [f for f in timeline.findings if event.id in f.events]
    decisions = timeline.decided.get(event.id, ())
    earliest, latest = bounds(event.time)
    basis, confidence = _basis(event, mentions, timeline)
    return (
        event.id,
        timeline.story_id,
        event.title,
        event.status.value,
        when(event.time, vague=event.vague),
        earliest,
        latest,
        precision(event.time),
        _edtf(event),
        event.time.zone if event.time else None,
        basis,
        confidence,
        event.is_disputed,
        listed(format_edtf(_begun(a.interval)) for a in event.alternatives),
        event.place.text if event.place else None,
        listed(p.text for m in mentions for p in m.participants if p.role is Role.AGENT),
        _attribution(event, mentions, timeline.links),
        len(mentions),
        len(articles),
        len(findings),
        _worst(findings),
        mentions[0].quote.of(timeline.articles[mentions[0].article_id].text) if mentions else None,
        listed(articles),
        listed(timeline.articles[a].url for a in articles),
        bool(decisions) or any(a in timeline.edited for a in articles),
        event.machine.title if event.machine else None,
        event.machine.status.value if event.machine else None,
        _edtf(event.machine) if event.machine else None,
        listed(entry.who for entry in decisions),
    )


def _basis(event: Event, mentions: list[Mention], timeline: Timeline) -> tuple[str | None, float | None]:
    """What the date rests on, and how sure that is.

    "stated": a whole date stands in the text. "counted": it is counted from the day an article appeared, and as sure
    as that day. "publication": nothing but that day tells it. "narrative": a time told around it does; both are as sure
    as the choice between the times that it may have had.
    """
    if event.time is None:
        return None, None
    if event.time_basis is TimeBasis.DECIDED:
        return event.time_basis.value, None
    published = {r.article.id: r.publication.confidence for r in timeline.readings}
    if event.time_basis in (TimeBasis.NARRATIVE, TimeBasis.PUBLICATION):
        chances = (m.time_chance * published[m.article_id] for m in mentions if m.time == event.time)
        return event.time_basis.value, max(chances, default=None)
    telling = [m for m in mentions if m.time is not None and m.time.overlaps(event.time)]
    timexes = [(timeline.timexes[m.timex], m) for m in telling if m.timex in timeline.timexes]
    if any(not timex.depends_on_publication for timex, _ in timexes):
        return "stated", 1.0
    return ("counted", max(published[m.article_id] for _, m in timexes)) if timexes else (None, None)


def _edtf(event: Event) -> str | None:
    if event.time is None:
        return None
    if not event.is_disputed:
        return format_edtf(event.time, approximate=event.vague)
    return format_disputed(_begun(i) for i in (event.time, *(a.interval for a in event.alternatives)))


def _begun(interval: Interval) -> Interval:
    """The day on which a part of a day begins: "Monday night" counts for Monday among dates that are in dispute."""
    return Interval.of_day(interval.first_day) if interval.granularity <= Granularity.PART_OF_DAY else interval


def _attribution(event: Event, mentions: list[Mention], links: tuple[Link, ...]) -> str:
    """Who is said to be behind it: participants that are blamed, and the words of links that say who did it or deny."""
    blamed = [p.text for m in mentions for p in m.participants if p.role is Role.BLAMED]
    kinds = (RelationKind.ATTRIBUTES, RelationKind.DENIES)
    return listed(blamed + [link.quote.text for link in links if link.target == event.id and link.relation in kinds])


def _worst(findings: list[Finding]) -> str | None:
    return min((f.severity for f in findings), key=lambda s: s.rank).value if findings else None


FORMAT = Format("csv", "events.csv", "text/csv; charset=utf-8", "Events (CSV)", write)
