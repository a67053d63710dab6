"""Which entries of a log count."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Entry, Undo


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
