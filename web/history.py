"""The log of a story as a page shows it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from timeline.model import Entry, Timeline
from timeline.story.log import undone


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: what became of it, and why it finds no place if it does not."""

    entry: Entry
    note: str
    undone_by: Entry | None
    reason: str
    event: str  # the id of the event it fell on, empty for none
    finding: str
    article: str
    targets: tuple[str, ...]

    @property
    def stands(self) -> bool:
        """It counts and is seen."""
        return self.undone_by is None and not self.reason


def lines(story: Timeline) -> tuple[Line, ...]:
    """Every entry, the last first."""
    gone = undone(story.log)
    lost = {u.entry.number: u.reason for u in story.unplaced}
    fell = {d.entry.number: d.targets for d in story.decisions}
    events, findings = {e.id for e in story.events}, {f.id for f in story.findings}

    def target(entry: Entry, shown: Container[str]) -> str:
        return next((t for t in fell.get(entry.number, ()) if t in shown), "")

    return tuple(
        Line(
            entry,
            getattr(entry.edit, "note", ""),
            gone.get(entry.number),
            lost.get(entry.number, ""),
            target(entry, events),
            target(entry, findings),
            target(entry, story.articles),
            fell.get(entry.number, ()),
        )
        for entry in reversed(story.log)
    )
