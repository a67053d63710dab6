"""A log as a JSON document, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import to_json
from typing_extensions import TypedDict

from timeline.errors import InputError
from timeline.model import Edit, Entry, Undo


class _Line(TypedDict):
    number: Annotated[int, Field(ge=1)]
    edit: Annotated[Edit, Field(discriminator="kind")]
    who: str
    at: datetime


_EDIT: TypeAdapter[Edit] = TypeAdapter(Annotated[Edit, Field(discriminator="kind")])
_LINES = TypeAdapter(list[_Line])


def dump_edit(edit: Edit) -> str:
    """One decision as JSON."""
    return _EDIT.dump_json(edit).decode()


def load_edit(text: str) -> Edit:
    """The decision that `dump_edit` wrote."""
    return _EDIT.validate_json(text)


def dump(log: Sequence[Entry]) -> bytes:
    """The log as JSON, `{"log": [{"number", "edit": {"kind", …}, "who", "at"}, …]}`."""
    return to_json({"log": log}, indent=2) + b"\n"


def load(document: str | bytes) -> tuple[Entry, ...]:
    """The log that `dump` or the export `edits.json` wrote. Raises InputError."""
    try:
        found = json.loads(document)
    except (ValueError, RecursionError) as error:
        raise InputError(f"the log of edits is not JSON: {error}") from None
    if not isinstance(found, dict) or not isinstance(found.get("log"), list):
        raise InputError('a log of edits is a JSON object with a list "log"; the export edits.json writes one')
    return entries(found["log"])


def entries(lines: list[Any]) -> tuple[Entry, ...]:
    """The entries of a log from JSON objects. Raises InputError."""
    try:
        log = tuple(Entry(**line) for line in _LINES.validate_python(lines))
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError(f"the log of edits: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    if [entry.number for entry in log] != list(range(1, len(log) + 1)):
        raise InputError("the log of edits: its entries are not numbered 1, 2, 3 …")
    if any(isinstance(e.edit, Undo) and not 1 <= e.edit.number < e.number for e in log):
        raise InputError("the log of edits: an entry undoes one that does not stand before it")
    return log
