"""The rows of a story's table: which events, in which order, with what is counted about each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from timeline.model import Event, Finding, Severity, Status, Timeline

ASSERTED = "asserted"
"""The filter that keeps what the articles say has happened or happens."""


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


@dataclass(frozen=True, slots=True)
class View:
    """What a reader asked to see: the chosen event, a filter by status, an order. Lives in the address."""

    event: str = ""
    status: str = ""
    sort: str = "when"

    @classmethod
    def parse(cls, arguments: Mapping[str, str]) -> View:
        """The view that the address asks for; what it can't mean falls back to the usual view."""
        status, sort = arguments.get("status", ""), arguments.get("sort", "when")
        known = status == ASSERTED or status in set(Status)
        return cls(
            arguments.get("event", ""),
            status if known else "",
            sort if sort.removeprefix("-") in ORDERS else "when",
        )

    def keeps(self, event: Event) -> bool:
        """The filter lets this event into the table."""
        return not self.status or self._named(event)

    def draws(self, event: Event) -> bool:
        """The event gets a bar: it has a date, and it is asserted or its status was asked for by name."""
        return event.time is not None and (self._named(event) if self.status else event.status.is_asserted)

    def arguments(self, **changed: str) -> dict[str, str]:
        """The address's arguments for this view with some of them changed; usual values are left out."""
        wanted = {"event": self.event, "status": self.status, "sort": self.sort} | changed
        return {k: v for k, v in wanted.items() if v and (k, v) != ("sort", "when")}

    def toggled(self, column: str) -> str:
        """The order that a click on a column's head asks for."""
        return f"-{column}" if self.sort == column else column

    def _named(self, event: Event) -> bool:
        return event.status.is_asserted if self.status == ASSERTED else event.status == self.status


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


def ordered(found: tuple[EventRow, ...], view: View) -> tuple[EventRow, ...]:
    """The rows that the view keeps, in its order; undated ones last whichever way the time runs."""
    kept = [row for row in found if view.keeps(row.event)]
    column, down = view.sort.removeprefix("-"), view.sort.startswith("-")
    by = sorted(kept, key=ORDERS[column], reverse=down)
    return tuple(sorted(by, key=lambda row: row.event.time is None) if column == "when" else by)


def counts(timeline: Timeline) -> dict[str, int]:
    """How many events each filter keeps: all under "", then the asserted, then each other status that occurs."""
    found = {"": len(timeline.events), ASSERTED: sum(e.status.is_asserted for e in timeline.events)}
    for status in Status:
        number = sum(e.status is status for e in timeline.events)
        if number and not status.is_asserted:
            found[status.value] = number
    return found
