"""Which entries of a log count, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.model import Entry, Timeline, Undo


@dataclass(frozen=True, slots=True)
class Line:
    """One entry, the one that undid it if any, why it finds no place if it does not, and the ids of what it fell on."""

    entry: Entry
    undone_by: Entry | None
    reason: str
    targets: tuple[str, ...]

    @property
    def state(self) -> str:
        """ "stands", "undone", or "unplaced" where it counts and finds no place."""
        return "undone" if self.undone_by else "unplaced" if self.reason else "stands"


def history(timeline: Timeline) -> tuple[Line, ...]:
    """Every entry of the story's log, first to last."""
    gone = undone(timeline.log)
    lost = {u.entry.number: u.reason for u in timeline.unplaced}
    fell = {d.entry.number: d.targets for d in timeline.decisions}
    return tuple(Line(e, gone.get(e.number), lost.get(e.number, ""), fell.get(e.number, ())) for e in timeline.log)


def undone(log: Sequence[Entry]) -> dict[int, Entry]:
    """By number, each entry that no longer counts, with the one that undid it. Undoing an undoing brings back."""
    found: dict[int, Entry] = {}
    for entry in reversed(log):
        if isinstance(entry.edit, Undo) and entry.number not in found:
            found.setdefault(entry.edit.number, entry)
    return found


def in_force(log: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that count, in their order, without the undoing itself."""
    gone = undone(log)
    return tuple(e for e in log if e.number not in gone and not isinstance(e.edit, Undo))
