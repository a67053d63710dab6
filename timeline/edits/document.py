"""A log as a JSON document, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from pydantic import AwareDatetime, Field, TypeAdapter, ValidationError
from pydantic_core import to_json
from typing_extensions import TypedDict

from timeline import faults
from timeline.errors import ConflictError, InputError, TimelineError
from timeline.model import Edit, Entry, Undo


class _Line(TypedDict):
    number: Annotated[int, Field(ge=1)]
    edit: Annotated[Edit, Field(discriminator="kind")]
    who: str
    at: AwareDatetime


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


def parsed(what: str, document: str | bytes) -> Any:
    """The JSON of a document, in which every number is whole: 3.0 is 3. Raises InputError."""
    try:
        return json.loads(document, parse_float=lambda written: int(n) if (n := float(written)).is_integer() else n)
    except UnicodeDecodeError:
        reason = "it is not even text"
    except RecursionError:
        reason = "it is nested too deeply"
    except ValueError as error:
        reason = str(error) if document.strip() else "it is empty"
    raise InputError(f"{what} is not JSON: {reason}")


def fault(what: str, error: ValidationError) -> TimelineError:
    """The first thing that is wrong with a document, in a sentence."""
    first = error.errors()[0]
    if first["type"] == "json_invalid":  # it was JSON before
        return InputError(f"{what}: half a character (a lone surrogate) stands in it; save it again as UTF-8")
    says = f"{what}: {faults.of_place(error)}"
    # What a value of the model refuses fits its shape, but contradicts itself, like an interval that ends first.
    return ConflictError(says) if first["type"] == "value_error" else InputError(says)


def load(document: str | bytes) -> tuple[Entry, ...]:
    """The log that `dump` or the export `edits.json` wrote. Raises InputError, ConflictError."""
    found = parsed("the log of edits", document)
    if not isinstance(found, dict) or not isinstance(found.get("log"), list):
        raise InputError('a log of edits is a JSON object with a list "log"; the export edits.json writes one')
    return entries(found["log"])


def _granularities(document: Any) -> Iterator[Any]:
    """Every granularity in the document."""
    if isinstance(document, dict):
        yield from (value for name, value in document.items() if name == "granularity")
        yield from (found for value in document.values() for found in _granularities(value))
    if isinstance(document, list):
        yield from (found for value in document for found in _granularities(value))


def entries(lines: list[Any]) -> tuple[Entry, ...]:
    """The entries of a log from JSON objects. Raises InputError, and ConflictError where they contradict each other."""
    if any(isinstance(value, bool) for value in _granularities(lines)):
        raise InputError("the log of edits: a granularity is a number")  # Python takes true and false for 1 and 0
    try:
        log = tuple(Entry(**line) for line in _LINES.validate_json(json.dumps(lines), strict=True))
    except ValidationError as error:
        raise fault("the log of edits", error) from None
    if [entry.number for entry in log] != list(range(1, len(log) + 1)):
        raise ConflictError("the log of edits: its entries are not numbered 1, 2, 3 …")
    if any(isinstance(e.edit, Undo) and not 1 <= e.edit.number < e.number for e in log):
        raise ConflictError("the log of edits: an entry undoes one that does not stand before it")
    return log
