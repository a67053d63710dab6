"""The rows of a story's table: which events, in which order, with what is counted about each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from timeline.model import Event, Finding, Severity, Status, Timeline

PER_PAGE = 100
"""Rows of one page of the table."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event and what the table says about it."""

    event: Event
    findings: tuple[Finding, ...]
    articles: int
    sources: int  # texts: copies of one count once

    @property
    def severity(self) -> Severity | None:
        """That of its worst finding."""
        return min((f.severity for f in self.findings), key=lambda s: s.rank, default=None)


def _when(row: EventRow) -> tuple[datetime, datetime]:
    time = row.event.time
    return (time.start, time.end) if time else (datetime.max, datetime.max)


ORDERS: dict[str, Callable[[EventRow], Any]] = {
    "when": _when,
    "title": lambda row: row.event.title.casefold(),
    "status": lambda row: list(Status).index(row.event.status),
    "mentions": lambda row: len(row.event.mentions),
    "findings": lambda row: (-row.severity.rank if row.severity else -len(Severity), len(row.findings)),
}
"""What each column sorts by."""


def rows(timeline: Timeline) -> tuple[EventRow, ...]:
    """One row for each event, earliest first, undated last."""
    of: dict[str, list[Finding]] = {}
    for finding in timeline.findings:
        for event_id in finding.events:
            of.setdefault(event_id, []).append(finding)
    found = (
        EventRow(
            event,
            tuple(sorted(of.get(event.id, ()), key=lambda f: (f.severity.rank, f.id))),
            *_counted(timeline, event),
        )
        for event in timeline.events
    )
    return tuple(sorted(found, key=_when))


def _counted(timeline: Timeline, event: Event) -> tuple[int, int]:
    """How many articles tell it, and how many texts."""
    told = {timeline.mentions[m].article_id for m in event.mentions}
    return len(told), len(timeline.sources(told))


def ordered(found: Sequence[EventRow], sort: str) -> tuple[EventRow, ...]:
    """The rows by a column, "-" before it for downwards; undated ones last whichever way the time runs."""
    column, down = sort.removeprefix("-"), sort.startswith("-")
    by = sorted(found, key=ORDERS[column], reverse=down)
    return tuple(sorted(by, key=lambda row: row.event.time is None) if column == "when" else by)
