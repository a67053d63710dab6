"""`edits.csv`: one row per entry of the log, in its order."""

from __future__ import annotations

from timeline.export.formats import Format
from timeline.export.tables import Cell, listed, table
from timeline.model import Entry, Timeline
from timeline.story.log import undone
from timeline.wording import decision

COLUMNS = ("number", "story_id", "at", "who", "kind", "decision", "note", "state", "reason", "targets")


def write(timeline: Timeline) -> bytes:
    """What people decided, also what was undone and what no longer finds its place."""
    gone = undone(timeline.log)
    fell = {d.entry.number: d.targets for d in timeline.decisions}
    lost = {u.entry.number: u.reason for u in timeline.unplaced}
    rows = (
        _row(entry, timeline.story_id, entry.number in gone, fell.get(entry.number, ()), lost.get(entry.number))
        for entry in timeline.log
    )
    return table(COLUMNS, rows)


def _row(entry: Entry, story_id: str, is_undone: bool, targets: tuple[str, ...], lost: str | None) -> tuple[Cell, ...]:
    return (
        entry.number,
        story_id,
        entry.at.isoformat(),
        entry.who,
        entry.edit.kind,
        decision(entry.edit),
        getattr(entry.edit, "note", None),
        "undone" if is_undone else "unplaced" if lost else "stands",
        lost,
        listed(targets),
    )


FORMAT = Format("edits.csv", "edits.csv", "text/csv; charset=utf-8", "Edits (CSV)", write)
