"""`annotations.jsonld`: times, events and findings on the articles' words (W3C Web Annotation Data Model)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from timeline.export.formats import Format
from timeline.export.iso import bounds
from timeline.export.json_text import page
from timeline.export.shapes import Json
from timeline.model import Article, Event, Finding, Mention, Span, Timeline, Timex

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters before and after the words, by which they are found again in a page."""


def write(timeline: Timeline) -> bytes:
    """One collection; its annotations are in the order of articles and text, the findings last."""
    base = f"urn:dateline:{quote(timeline.story_id, safe='')}"
    items = [*_times(timeline, base), *_events(timeline, base), *_findings(timeline, base)]
    return page(
        {
            "@context": CONTEXT,
            "id": base,
            "type": "AnnotationCollection",
            "label": timeline.title or timeline.story_id,
            "total": len(items),
            "first": {"id": f"{base}:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
        }
    )


def _times(timeline: Timeline, base: str) -> Iterator[Json]:
    for reading in timeline.readings:
        for timex in reading.timexes:
            target = _target(reading.article, timex.span)
            yield _annotation(f"{base}:{timex.id}", "tagging", [_tag(timex.value), _says(_told(timex))], target)


def _told(timex: Timex) -> str:
    earliest, latest = bounds(timex.interval)
    placed = f"{earliest or '…'}/{latest or '…'}" if timex.interval else timex.reason
    return ": ".join(part for part in (timex.type.value, placed) if part)


def _events(timeline: Timeline, base: str) -> Iterator[Json]:
    for reading in timeline.readings:
        for mention in reading.mentions:
            event = timeline.event_of.get(mention.id)
            if event is not None:
                target = _target(reading.article, mention.quote)
                yield _annotation(f"{base}:{mention.id}", "identifying", _telling(mention, event, base), target)


def _telling(mention: Mention, event: Event, base: str) -> list[Json]:
    body: list[Json] = [{"type": "SpecificResource", "purpose": "identifying", "source": f"{base}:{event.id}"}]
    return [*body, _tag(mention.status.value), _says(event.title)]


def _findings(timeline: Timeline, base: str) -> Iterator[Json]:
    for finding in timeline.findings:
        targets = [
            _target(timeline.articles[q.article_id], q.span)
            for q in finding.quotes
            if q.article_id in timeline.articles
        ]
        if targets:
            yield _annotation(f"{base}:{finding.id}", "assessing", _found(finding), targets)


def _found(finding: Finding) -> list[Json]:
    repair = [_says(finding.repair.says, "editing")] if finding.repair else []
    return [_tag(finding.check), _tag(finding.severity.value), _says(finding.message, "assessing"), *repair]


def _annotation(identity: str, motivation: str, body: list[Json], target: Json | list[Json]) -> Json:
    return {"id": identity, "type": "Annotation", "motivation": motivation, "body": body, "target": target}


def _tag(value: str) -> Json:
    return {"type": "TextualBody", "purpose": "tagging", "value": value}


def _says(value: str, purpose: str = "describing") -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _target(article: Article, span: Span) -> Json:
    """Where the words are: an address when the article has one, else its text by its digest."""
    text = article.text
    return {
        "source": article.url or f"urn:sha256:{article.sha256}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - _AROUND) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


FORMAT = Format(
    "annotations.jsonld",
    "annotations.jsonld",
    'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    "Annotations (W3C Web Annotation)",
    write,
)
