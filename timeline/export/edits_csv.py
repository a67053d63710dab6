"""`edits.csv`: one row per entry of the log, in its order."""

from __future__ import annotations

from timeline.export.formats import Format
from timeline.export.tables import Cell, listed, table
from timeline.model import Timeline
from timeline.story.log import Line, history
from timeline.wording import decision

COLUMNS = ("number", "story_id", "at", "who", "kind", "decision", "note", "state", "reason", "targets")


def write(timeline: Timeline) -> bytes:
    """What people decided, also what was undone and what no longer finds its place."""
    return table(COLUMNS, (_row(line, timeline.story_id) for line in history(timeline)))


def _row(line: Line, story_id: str) -> tuple[Cell, ...]:
    entry = line.entry
    return (
        entry.number,
        story_id,
        entry.at.isoformat(),
        entry.who,
        entry.edit.kind,
        decision(entry.edit),
        getattr(entry.edit, "note", None),
        line.state,
        line.reason or None,
        listed(line.targets),
    )


FORMAT = Format("edits.csv", "edits.csv", "text/csv; charset=utf-8", "Edits (CSV)", write)
