"""`timexes.csv`: one row per time expression, in the order of articles and text."""

from __future__ import annotations

from timeline.export.formats import Format
from timeline.export.iso import bounds
from timeline.export.tables import Cell, table
from timeline.model import Reading, Timeline, Timex
from timeline.temporal.edtf import format_edtf
from timeline.wording import precision

COLUMNS = (
    "timex_id",
    "story_id",
    "article_id",
    "text",
    "type",
    "value",
    "mod",
    "earliest",
    "latest",
    "precision",
    "edtf",
    "timezone",
    "vague",
    "anchor",
    "meaning",
    "rule",
    "reason",
    "start",
    "end",
)


def write(timeline: Timeline) -> bytes:
    """Every time expression of the timeline."""
    return table(COLUMNS, (_row(t, r, timeline.story_id) for r in timeline.readings for t in r.timexes))


def _row(timex: Timex, reading: Reading, story_id: str) -> tuple[Cell, ...]:
    earliest, latest = bounds(timex.interval)
    return (
        timex.id,
        story_id,
        reading.article.id,
        timex.text,
        timex.type.value,
        timex.value,
        timex.mod,
        earliest,
        latest,
        precision(timex.interval),
        format_edtf(timex.interval, approximate=timex.vague) if timex.interval else None,
        timex.interval.zone if timex.interval else None,
        timex.vague,
        timex.anchor,
        timex.meaning,
        timex.rule,
        timex.reason,
        timex.span.start,
        timex.span.end,
    )


FORMAT = Format("timexes.csv", "timexes.csv", "text/csv; charset=utf-8", "Time expressions (CSV)", write)
