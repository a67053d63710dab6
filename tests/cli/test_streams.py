from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from timeline.cli.progress import Watch
from timeline.cli.streams import answer
from timeline.errors import NotFoundError
from timeline.export.shapes import Json

LINES = [b'{"doc_id": "a"}\n', b'{"doc_id": 2}\n', b'{"doc_id": ["x"]}\n', b"null\n", b'{"doc_id": "e"}\n']


def reply(record: Mapping[str, object]) -> Json:
    """Fails as a stage might."""
    if record["doc_id"] == "a":
        return {"doc_id": "a", "text": "half \ud83d"}
    if record["doc_id"] == "e":
        raise NotFoundError("no e")
    raise OverflowError("date value out of range")


def test_whatever_goes_wrong_is_told_in_its_place(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    watch = Watch("", shown=False)
    assert answer(LINES, reply, name="doc_id", watch=watch) == 4
    assert watch.read == len(LINES)
    told = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    failed = {"code": "internal", "message": "could not be read: OverflowError: date value out of range"}
    assert told == [
        {"doc_id": "a", "text": "half \ud83d"},
        {"doc_id": 2, "error": failed},
        {"error": failed},
        {"error": {"code": "bad-input", "message": "a line is one JSON object, not null"}},
        {"doc_id": "e", "error": {"code": "not-found", "message": "no e"}},
    ]
