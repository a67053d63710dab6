"""JSON objects as bytes."""

from __future__ import annotations

import json

from timeline.export.shapes import Json

_LINE = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False, separators=(", ", ": "))
_ASCII_LINE = json.JSONEncoder(check_circular=False, allow_nan=False)
_PAGE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2)
_ASCII_PAGE = json.JSONEncoder(allow_nan=False, indent=2)


def line(shape: Json) -> bytes:
    """One object on one line, with its line feed."""
    try:
        return (_LINE.encode(shape) + "\n").encode()
    except UnicodeEncodeError:  # half a character (a lone surrogate) is text that only an escape can carry
        return (_ASCII_LINE.encode(shape) + "\n").encode()


def page(shape: Json) -> bytes:
    """One object, indented for reading."""
    try:
        return (_PAGE.encode(shape) + "\n").encode()
    except UnicodeEncodeError:
        return (_ASCII_PAGE.encode(shape) + "\n").encode()
