"""`json`: the whole timeline, as `build` writes it, and with it all that it was made of, so that it can be imported."""

from __future__ import annotations

from pydantic_core import to_jsonable_python

from timeline.export.formats import Format
from timeline.export.json_text import page
from timeline.export.shapes import Json, timeline_json
from timeline.model import Article, Timeline


def write(timeline: Timeline) -> bytes:
    """The timeline as indented JSON; under "inputs" the articles as they were given and the log of decisions."""
    inputs = {
        "articles": [_article(reading.given) for reading in timeline.readings],
        "log": to_jsonable_python(timeline.log),
    }
    return page({**timeline_json(timeline), "inputs": inputs})


def _article(article: Article) -> Json:
    return {
        "doc_id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "published": article.published.isoformat() if article.published else None,
        "stated_dates": [{"kind": s.kind, "date": s.date.isoformat(), "says": s.says} for s in article.stated_dates],
        "blocks": [[block.kind.value, block.span.start, block.span.end] for block in article.blocks],
        "text": article.text,
    }


FORMAT = Format("json", "json", "application/json", "Timeline (JSON)", write)
