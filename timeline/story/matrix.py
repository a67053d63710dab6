"""The source matrix: what every article says of each event, side by side, in order of publication.

A cell is marked when it conflicts with another (a finding of the report says so), when a later article tells another
time or number than all before it, and when no other source says anything of the kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from timeline.model import Event, Finding, Link, Reading, Severity, Timeline
from timeline.story.claims import Aspect, Claim, claims
from timeline.story.selection import source_name

WORRYING = (Severity.HIGH, Severity.MEDIUM)
"""Findings that call two statements a conflict."""


class Mark(StrEnum):
    """How a cell stands to the others of its row."""

    NONE = ""
    CONFLICT = "conflict"
    UPDATE = "update"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Column:
    """One article; `copy_of` names the one whose text it prints."""

    article_id: str
    source: str
    title: str
    published: date | None
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article claims; several claims where it says several things. `finding` explains a conflict."""

    claims: tuple[Claim, ...] = ()
    mark: Mark = Mark.NONE
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One aspect of an event, with a cell for each column."""

    aspect: Aspect
    about: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class EventRows:
    """One event; `sources` counts the articles that tell it in words of their own."""

    event: Event
    sources: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Columns in order of publication, undated ones last; events in order of time, undated ones last."""

    columns: tuple[Column, ...]
    events: tuple[EventRows, ...]
    left_out: int = 0


def matrix(timeline: Timeline, *, every: bool = False) -> Matrix:
    """What the articles say of the events that can be compared, or of every event of which something is claimed.

    Compared are those of which two sources claim something of the same kind, whose date is disputed, or about which a
    finding of some weight was made. `left_out` counts the others.
    """
    columns = tuple(_column(timeline, r) for r in in_order(timeline))
    about: dict[str, list[Finding]] = {}
    for finding in (f for f in timeline.findings if f.severity in WORRYING):
        for event_id in finding.events:
            about.setdefault(event_id, []).append(finding)
    to: dict[str, list[Link]] = {}
    for link in timeline.links:
        to.setdefault(link.target, []).append(link)
    found = []
    for event in sorted(timeline.events, key=_when):
        sources = len(timeline.sources(timeline.mentions[m].article_id for m in event.mentions))
        matters = every or event.is_disputed or event.id in about
        if not matters and sources < 2:
            continue
        said = claims(timeline, event, to.get(event.id, ()))
        rows = tuple(_rows(timeline, event, columns, said, about.get(event.id, ())))
        if rows and (matters or any(_is_shared(timeline, row) for row in rows)):
            found.append(EventRows(event, sources, rows))
    return Matrix(columns, tuple(found), len(timeline.events) - len(found))


def in_order(timeline: Timeline) -> tuple[Reading, ...]:
    """The readings in order of publication; of one day, as they were added; without a day last."""
    return tuple(sorted(timeline.readings, key=lambda r: r.publication.date or date.max))


def _when(event: Event) -> tuple[bool, object, object]:
    return (False, event.time.start, event.time.end) if event.time else (True, 0, 0)


def _column(timeline: Timeline, reading: Reading) -> Column:
    article = reading.article
    copy = timeline.copy_of.get(article.id)
    title = " ".join(article.title.split())
    return Column(article.id, source_name(article), title, reading.publication.date, copy.of if copy else "")


def _rows(
    timeline: Timeline, event: Event, columns: Sequence[Column], found: Iterable[Claim], findings: Iterable[Finding]
) -> Iterator[Row]:
    ranked = sorted(found, key=lambda c: (list(Aspect).index(c.aspect), c.about))
    several = len(timeline.sources(timeline.mentions[m].article_id for m in event.mentions)) > 1
    for (aspect, about), group in groupby(ranked, key=lambda c: (c.aspect, c.about)):
        by_article: dict[str, list[Claim]] = {}
        for claim in group:
            by_article.setdefault(claim.article_id, []).append(claim)
        alone = several and len(timeline.sources(by_article)) == 1
        cells, before = [], list[Claim]()
        for column in columns:
            said = tuple(by_article.get(column.article_id, ()))
            cells.append(_cell(said, before, findings, alone=alone and not column.copy_of))
            before += said
        yield Row(aspect, about, tuple(cells))


def _is_shared(timeline: Timeline, row: Row) -> bool:
    """Several sources claim something of this kind."""
    return len(timeline.sources(cell.claims[0].article_id for cell in row.cells if cell.claims)) > 1


def _cell(said: tuple[Claim, ...], before: Sequence[Claim], findings: Iterable[Finding], *, alone: bool) -> Cell:
    if not said:
        return Cell()
    finding = next((f for c in said for f in findings if _speaks_of(f, c)), None)
    if finding is not None:
        return Cell(said, Mark.CONFLICT, finding.id)
    if before and all(c.differs(b) for c in said for b in before):
        return Cell(said, Mark.UPDATE)
    return Cell(said, Mark.ALONE if alone else Mark.NONE)


def _speaks_of(finding: Finding, claim: Claim) -> bool:
    """The finding quotes the very words of the claim."""
    return any(q.article_id == claim.article_id and q.span.overlaps(claim.quote.span) for q in finding.quotes)
