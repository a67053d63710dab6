"""Rows as CSV bytes: RFC 4180, UTF-8, always with a header, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

Cell = str | int | float | bool | None

FORMULA_STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)  # full-width too: OWASP, CSV Injection
BETWEEN = "; "  # between the items of a cell


def table(columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> bytes:
    """The rows under their header, in their order; None is an empty cell."""
    frame = pd.DataFrame([[cell(value) for value in row] for row in rows], columns=list(columns), dtype=object)
    written: str = frame.to_csv(index=False, lineterminator="\r\n")
    return written.encode("utf-8", "replace")  # half a character (a lone surrogate) becomes "?"


def cell(value: Cell) -> str:
    """A value as text; a text that a spreadsheet would run gets a leading apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, int):
        return str(value)
    text = value.replace("\0", "\ufffd")  # which many readers of CSV take for the end
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def listed(items: Iterable[str]) -> str:
    """The items in one cell, each once, in their order."""
    return BETWEEN.join(dict.fromkeys(item for item in items if item))
