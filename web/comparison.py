"""The source matrix ready to print, and what each article brought into the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from timeline.model import Event, Reading, Timeline
from timeline.story.additions import Addition, additions
from timeline.story.claims import Claim
from timeline.story.matrix import EventRows, Mark, Matrix
from web.markup import snippet

AROUND = 60
"""Characters of its sentence about the words that say a value."""

PER_PAGE = 25
"""Events of one page of the matrix."""

NAMES = {Mark.CONFLICT: "conflict", Mark.UPDATE: "told otherwise later", Mark.ALONE: "only here"}
"""What a mark says."""


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article in the story's list: how many events it tells, and what it was the first to tell."""

    reading: Reading
    told: int
    added: Addition
    first_events: tuple[Event, ...]


def in_context(timeline: Timeline, claim: Claim) -> Markup:
    """The words of a claim, marked in a piece of their sentence."""
    quote = claim.quote
    return snippet(timeline.articles[quote.article_id].text, quote.context, quote.span, AROUND, "hit")


def marks(found: Matrix) -> dict[Mark, int]:
    """How many cells have each mark that occurs, the gravest first."""
    number = Counter(cell.mark for told in found.events for row in told.rows for cell in row.cells)
    return {mark: number[mark] for mark in NAMES if number[mark]}


def differs(told: EventRows) -> bool:
    """Some cell of the event conflicts with another or tells what was told otherwise before."""
    return any(cell.mark in (Mark.CONFLICT, Mark.UPDATE) for row in told.rows for cell in row.cells)


def speaking(told: Iterable[EventRows]) -> tuple[int, ...]:
    """The places of the columns that say anything of these events, in their order."""
    cells = (row.cells for one in told for row in one.rows)
    return tuple(sorted({n for each in cells for n, cell in enumerate(each) if cell.claims}))


def in_order(found: Iterable[EventRows]) -> list[EventRows]:
    """First the events with a conflict, then those that were told otherwise later, then the others; by time in each."""
    grave = (Mark.CONFLICT, Mark.UPDATE)

    def rank(told: EventRows) -> int:
        marked = {cell.mark for row in told.rows for cell in row.cells}
        return next((place for place, mark in enumerate(grave) if mark in marked), len(grave))

    return sorted(found, key=rank)


def articles(timeline: Timeline) -> tuple[ArticleEntry, ...]:
    """The articles in order of publication."""
    events = {e.id: e for e in timeline.events}
    told = Counter(a for e in timeline.events for a in {timeline.mentions[m].article_id for m in e.mentions})
    return tuple(
        ArticleEntry(timeline.reading_by_id[a.article_id], told[a.article_id], a, tuple(events[e] for e in a.events))
        for a in additions(timeline)
    )
