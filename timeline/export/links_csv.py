"""`links.csv`: one row per link between two events."""

from __future__ import annotations

from timeline.export.formats import Format
from timeline.export.tables import Cell, table
from timeline.model import Link, Timeline

COLUMNS = (
    "link_id",
    "story_id",
    "source_event_id",
    "source_title",
    "relation",
    "target_event_id",
    "target_title",
    "basis",
    "confidence",
    "article_id",
    "quote",
    "why",
    "start",
    "end",
)


def write(timeline: Timeline) -> bytes:
    """Every link of the timeline, in its order."""
    titles = {event.id: event.title for event in timeline.events}
    return table(COLUMNS, (_row(link, titles, timeline.story_id) for link in timeline.links))


def _row(link: Link, titles: dict[str, str], story_id: str) -> tuple[Cell, ...]:
    return (
        link.id,
        story_id,
        link.source,
        titles.get(link.source),
        link.relation.value,
        link.target,
        titles.get(link.target),
        link.basis.value,
        link.confidence,
        link.quote.article_id,
        link.quote.text,
        link.why,
        link.quote.span.start,
        link.quote.span.end,
    )


FORMAT = Format("links.csv", "links.csv", "text/csv; charset=utf-8", "Links (CSV)", write)
