"""An article as annotated copy: its blocks with dates, events and findings marked, and notes in the margin."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from timeline.errors import NotFoundError
from timeline.model import Block, BlockKind, Event, Finding, Mention, Reading, Span, Timeline, Timex
from web import words
from web.markup import Mark, highlight, snippet

KINDS = {
    BlockKind.HEADLINE: "Headline",
    BlockKind.DATELINE: "Dateline",
    BlockKind.METADATA: "About the article",
    BlockKind.CAPTION: "Caption",
    BlockKind.ARCHIVE_CAPTION: "File photo caption",
    BlockKind.BODY: "",
}
"""What a block is, for people; the body needs no label."""

AROUND = 36
"""Characters of context before and after the words of an evidence."""


@dataclass(frozen=True, slots=True)
class TimeNote:
    """A time expression and what it stands for."""

    timex: Timex
    when: str


@dataclass(frozen=True, slots=True)
class EventNote:
    """An event that the block mentions, with its first mention there."""

    event: Event
    mention: Mention


@dataclass(frozen=True, slots=True)
class AnnotatedBlock:
    """One block as text and notes."""

    block: Block
    label: str
    html: Markup
    times: tuple[TimeNote, ...]
    events: tuple[EventNote, ...]
    findings: tuple[Finding, ...]


def reading_of(timeline: Timeline, article_id: str) -> Reading:
    """The reading of an article. Raises NotFoundError."""
    found = timeline.reading_by_id.get(article_id)
    if found is None:
        raise NotFoundError(f"this story has no article {article_id!r}")
    return found


def as_read(reading: Reading) -> Reading:
    """The reading with the publication date that stood there before a person set another."""
    return replace(reading, publication=reading.inferred or reading.publication, inferred=None)


def annotated(timeline: Timeline, reading: Reading) -> tuple[AnnotatedBlock, ...]:
    """The article's blocks in order; what lies between blocks is white space."""
    marks = _marks(timeline, reading)
    return tuple(
        _block(timeline, reading, b, marks) for b in reading.article.blocks if b.span.of(reading.article.text).strip()
    )


def evidence_in_context(reading: Reading, span: Span) -> Markup:
    """The words of the evidence, marked in their block, shortened to their surroundings."""
    text = reading.article.text
    block = next((b.span for b in reading.article.blocks if b.span.contains(span)), span)
    return snippet(text, block, span, AROUND, "time")


def _marks(timeline: Timeline, reading: Reading) -> list[Mark]:
    id_ = reading.article.id
    quotes = [(f, n, q) for f in timeline.findings for n, q in enumerate(f.quotes) if q.article_id == id_]
    found = [Mark(q.span, f"finding {f.severity}", f"q-{f.id}-{n}", f"{f.severity}: {f.message}") for f, n, q in quotes]
    found += [Mark(m.span, f"event {m.status}", f"m-{m.id}", _event_title(timeline, m)) for m in reading.mentions]
    found += [Mark(t.span, "time", f"t-{t.id}", words.when(t.interval, vague=t.vague)) for t in reading.timexes]
    return found


def _event_title(timeline: Timeline, mention: Mention) -> str:
    event = timeline.event_of.get(mention.id)
    return f"{event.title if event else mention.text} ({words.status(mention.status)})"


def _block(timeline: Timeline, reading: Reading, block: Block, marks: list[Mark]) -> AnnotatedBlock:
    inside = [m for m in reading.mentions if block.span.contains(m.span)]
    first: dict[str, EventNote] = {}
    for mention in inside:
        event = timeline.event_of.get(mention.id)
        if event is not None:
            first.setdefault(event.id, EventNote(event, mention))
    here = {
        f.id: f
        for f in timeline.findings
        for q in f.quotes
        if q.article_id == reading.article.id and block.span.contains(q.span)
    }
    return AnnotatedBlock(
        block,
        KINDS[block.kind],
        highlight(reading.article.text, block.span, [m for m in marks if m.span.overlaps(block.span)]),
        tuple(
            TimeNote(t, words.when(t.interval, vague=t.vague)) for t in reading.timexes if block.span.contains(t.span)
        ),
        tuple(first.values()),
        tuple(sorted(here.values(), key=lambda f: (f.severity.rank, f.id))),
    )
