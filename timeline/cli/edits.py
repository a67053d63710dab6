"""The commands for what people decide about a stored story: look back, decide, look before deciding, take back."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline import deciding
from timeline.cli.options import DATABASE, Database, Story, Who
from timeline.cli.told import opened, say, tell
from timeline.deciding import FIELDS
from timeline.edits import compare, lines
from timeline.errors import InputError
from timeline.story.log import history
from timeline.wording import decision

LISTED = "mentions"  # the field that holds several

KINDS = "\n".join(f"{kind}: {' '.join(fields)}" for kind, fields in FIELDS.items())

edits = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="What people decided about a stored story: a log that is only ever added to.",
)


def _kinds(begun: str) -> list[str]:
    return [kind for kind in FIELDS if kind.startswith(begun)]


@edits.command(name="list", epilog="Example: python -m timeline edits list green-zone-rockets")
def list_edits(story: Story, database: Database = str(DATABASE)) -> None:
    """Show every entry of the story's log: number, time, who, whether it stands, and what was decided."""
    for line in history(opened(database).timeline(story)):
        entry = line.entry
        reason = f" ({line.reason})" if line.state == "unplaced" else ""
        tell(f"{entry.number}\t{entry.at:%Y-%m-%d %H:%M}\t{entry.who}\t{line.state}{reason}\t{decision(entry.edit)}")


@edits.command(
    name="add",
    help="Decide something about the story. KIND is one of, with its fields:\n\n\b\n" + KINDS + "\n\n"
    "Events, links and findings are named by their id or `ref`, as the export json tells them; mentions comes often.",
    epilog="Example: python -m timeline edits add green-zone-rockets set-time event=e3 'time=2019-09-23 evening'",
)
def add_edit(
    story: Story,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="What to decide.", autocompletion=_kinds)],
    fields: Annotated[list[str] | None, typer.Argument(metavar="FIELD=VALUE", help="On what, and how.")] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Only print what would change: - before, + after.")
    ] = False,
    who: Who = "",
    database: Database = str(DATABASE),
) -> None:
    """Decide something about the story."""
    store = opened(database)
    told = store.timeline(story)
    edit = deciding.edit(told, {"kind": kind, **_sent(kind, fields or ())})
    if preview:
        tell("\n".join(lines(compare(told, store.preview(story, edit)))))
        return
    after = store.edit(story, edit, who=who, seen=told.revision)
    say(f"{after.revision}: {decision(edit)}")


@edits.command(name="undo", epilog="Example: python -m timeline edits undo green-zone-rockets 3")
def undo_edit(
    story: Story,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number of an entry, as edits list shows it.")],
    who: Who = "",
    database: Database = str(DATABASE),
) -> None:
    """Take an entry back, which is an entry itself: undoing that brings the first one back."""
    store = opened(database)
    entry = deciding.entry(store.timeline(story), str(number))
    after = store.undo(story, entry.number, who=who)
    say(f"{after.revision}: undid entry {number}: {decision(entry.edit)}")


def _sent(kind: str, written: list[str] | tuple[str, ...]) -> dict[str, str | list[str]]:
    """The fields, as a form would send them. Raises InputError for a field that the kind does not have."""
    sent: dict[str, str | list[str]] = {}
    for field in written:
        name, equals, value = field.partition("=")
        known = FIELDS.get(kind, ())
        if not equals or (known and name not in known):
            raise InputError(f"{field[:40]!r} is no field of {kind}; write {' '.join(f'{k}=…' for k in known)}")
        if name == LISTED:
            sent[name] = [*sent.get(name, ()), value]
        else:
            sent[name] = value
    return sent
