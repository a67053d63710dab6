"""Which edits a log takes: two people who change one thing must not pass each other by."""

from __future__ import annotations

from collections.abc import Sequence

from timeline import edits
from timeline.errors import ConflictError, InputError
from timeline.model import Edit, Entry, Undo
from timeline.story.log import undone
from timeline.wording import decision


def refuse(log: Sequence[Entry], edit: Edit, seen: int | None) -> None:
    """Raise ConflictError when an entry after the `seen` ones changed the same thing, InputError for a wrong number."""
    if seen is not None and not 0 <= seen <= len(log):
        raise InputError(f"the story has {len(log)} edits; a revision is a number from 0 to that, not {seen}")
    other = edits.conflict(log, edit, len(log) if seen is None else seen)
    if other is not None:
        by = other.who or "somebody"
        raise ConflictError(f"{by} has changed this since you looked: {decision(other.edit)}; look again, then decide")
    if isinstance(edit, Undo):
        _refuse_undo(log, edit.number)


def _refuse_undo(log: Sequence[Entry], number: int) -> None:
    if not 1 <= number <= len(log):
        raise InputError(f"the story's log has no entry {number}; it has {len(log)}")
    by = undone(log).get(number)
    if by is not None:
        raise ConflictError(f"entry {number} is undone already, by entry {by.number}")
