"""What pydantic finds wrong with a document or an option, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

PLAIN: dict[str, str] = {  # pydantic's name of a fault: what is said of the thing that has it
    "bool_type": "is neither true nor false",
    "dataclass_type": "is no JSON object",
    "date_from_datetime_parsing": "is no day; write it as YYYY-MM-DD",
    "date_parsing": "is no day; write it as YYYY-MM-DD",
    "date_type": "is no day; write it as YYYY-MM-DD",
    "datetime_from_date_parsing": "is no time; write it as 2019-09-24T12:00:00Z",
    "datetime_parsing": "is no time; write it as 2019-09-24T12:00:00Z",
    "datetime_type": "is no time; write it as 2019-09-24T12:00:00Z",
    "dict_type": "is no JSON object",
    "enum": "is not {expected}",
    "extra_forbidden": "is not known here; leave it out",
    "greater_than_equal": "is too small; the least is {ge:,}",
    "int_from_float": "is no whole number",
    "int_parsing": "is no whole number",
    "int_parsing_size": "is too large a number",
    "int_type": "is no whole number",
    "less_than_equal": "is too large; the most is {le:,}",
    "list_type": "is no list",
    "literal_error": "is not {expected}",
    "missing": "is missing",
    "model_attributes_type": "is no JSON object",
    "model_type": "is no JSON object",
    "string_pattern_mismatch": "has another form than {pattern}",
    "string_too_long": "is too long; the most are {max_length:,} characters",
    "string_too_short": "is too short; the fewest characters are {min_length:,}",
    "string_type": "is no text",
    "string_unicode": "holds half a character (a lone surrogate)",
    "timezone_aware": "has no zone; write it as 2019-09-24T12:00:00Z",
    "too_long": "has too many entries; the most are {max_length:,}",
    "too_short": "has too few entries; the fewest are {min_length:,}",
    "tuple_type": "is no list",
    "unexpected_keyword_argument": "is not known here; leave it out",
    "union_tag_invalid": "has the {discriminator} {tag!r}; choose from {expected_tags}",
    "union_tag_not_found": "has no {discriminator}",
}


def of_place(error: ValidationError, forms: Mapping[str, str] | None = None) -> str:
    """The first fault, said of the place in the document: "title is missing".

    `forms` says of a pattern what a text is that does not match it.
    """
    first = _first(error)
    place = ".".join(str(part) for part in first["loc"]) or "the body"
    pattern = str(first.get("ctx", {}).get("pattern", ""))
    if forms and pattern in forms:
        return f"{place} {forms[pattern]}"
    return _said(place, first) or f"{place}: {_own(first)}"


def of_value(error: ValidationError) -> str:
    """The first fault, said of the value itself: "'x' is no whole number"."""
    first = _first(error)
    return _said(repr(str(first["input"])[:40]), first) or _own(first)


def _first(error: ValidationError) -> ErrorDetails:
    return error.errors(include_url=False)[0]


def _said(what: str, first: ErrorDetails) -> str:
    plain = PLAIN.get(first["type"], "")
    return f"{what} {plain.format(**first.get('ctx', {}))}" if plain else ""


def _own(first: ErrorDetails) -> str:
    """The words of whoever found it, without pydantic's "Value error, "."""
    return str(first["ctx"]["error"]) if first["type"] == "value_error" else first["msg"]
