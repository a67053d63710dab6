"""`articles.csv`: one row per article, with its publication date and why."""

from __future__ import annotations

from timeline.export.formats import Format
from timeline.export.iso import bounds
from timeline.export.tables import Cell, listed, table
from timeline.model import Reading, Timeline

COLUMNS = (
    "article_id",
    "story_id",
    "title",
    "source",
    "url",
    "language",
    "published",
    "earliest",
    "latest",
    "confidence",
    "basis",
    "alternatives",
    "evidence",
    "timex_count",
    "mention_count",
    "edited",
    "sha256",
    "copy_of",
    "machine_published",
)


def write(timeline: Timeline) -> bytes:
    """Every article of the timeline, in its order."""
    return table(COLUMNS, (_row(reading, timeline) for reading in timeline.readings))


def _row(reading: Reading, timeline: Timeline) -> tuple[Cell, ...]:
    article, published = reading.article, reading.publication
    earliest, latest = bounds(published.interval)
    copy = timeline.copy_of.get(article.id)
    return (
        article.id,
        timeline.story_id,
        article.title,
        article.source,
        article.url,
        article.language,
        published.date.isoformat() if published.date else None,
        earliest,
        latest,
        published.confidence,
        published.basis.value,
        listed(day.isoformat() for day in published.alternatives),
        listed(f"“{e.text}”: {e.says}" if e.text else e.says for e in published.evidence),
        len(reading.timexes),
        len(reading.mentions),
        article.id in timeline.edited,
        article.sha256,
        copy.of if copy else None,
        reading.inferred.date.isoformat() if reading.inferred and reading.inferred.date else None,
    )


FORMAT = Format("articles.csv", "articles.csv", "text/csv; charset=utf-8", "Articles (CSV)", write)
