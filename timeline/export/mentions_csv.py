"""`mentions.csv`: one row per telling of an event, in the order of articles and text."""

from __future__ import annotations

from timeline.export.formats import Format
from timeline.export.iso import bounds
from timeline.export.tables import Cell, listed, table
from timeline.model import Mention, Timeline

COLUMNS = (
    "mention_id",
    "story_id",
    "article_id",
    "event_id",
    "text",
    "class",
    "status",
    "frame",
    "earliest",
    "latest",
    "timex_id",
    "time_why",
    "quote",
    "start",
    "end",
    "participants",
    "place",
    "figures",
)


def write(timeline: Timeline) -> bytes:
    """Every mention of the timeline."""
    return table(COLUMNS, (_row(m, timeline, r.article.text) for r in timeline.readings for m in r.mentions))


def _row(mention: Mention, timeline: Timeline, text: str) -> tuple[Cell, ...]:
    event = timeline.event_of.get(mention.id)
    earliest, latest = bounds(mention.time)
    told = (*mention.participants, mention.speaker)
    return (
        mention.id,
        timeline.story_id,
        mention.article_id,
        event.id if event else None,
        mention.text,
        mention.event_class.value,
        mention.status.value,
        mention.frame,
        earliest,
        latest,
        mention.timex,
        mention.time_why,
        mention.quote.of(text),
        mention.span.start,
        mention.span.end,
        listed(f"{p.role.value}: {p.text}" for p in told if p),
        mention.place.text if mention.place else None,
        listed(f.text for f in mention.figures),
    )


FORMAT = Format("mentions.csv", "mentions.csv", "text/csv; charset=utf-8", "Mentions (CSV)", write)
