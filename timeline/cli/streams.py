"""JSON lines: an answer for each question, in order, before the next question is read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from timeline.articles.records import Record, in_line
from timeline.cli.progress import Watch
from timeline.cli.told import write
from timeline.errors import InputError, TimelineError
from timeline.export.json_text import line
from timeline.export.shapes import Json


def lines_in(paths: Sequence[str]) -> Iterator[bytes]:
    """The lines of the files, or of standard input, one at a time; blank ones are passed over."""
    for source in _sources(paths):
        for text in source:
            if not text.isspace():
                yield text


def _sources(paths: Sequence[str]) -> Iterator[BinaryIO]:
    if not paths:
        yield sys.stdin.buffer
    for path in paths:
        try:
            with Path(path).open("rb") as file:
                yield file
        except OSError as error:
            raise InputError(f"the file {path!r} can't be read: {error.strerror}") from None


def answer(lines: Iterable[bytes], reply: Callable[[Record], Json], *, name: str, watch: Watch) -> int:
    """Write the reply to each line; returns how many could not be answered.

    Those get `{"error": …}` in their place, beside what they call themselves under `name`, and the run goes on.
    """
    bad = 0
    for text in lines:
        record: Record = {}
        try:
            record = in_line(text)
            written = line(reply(record))
        except Exception as error:  # one bad text among thousands must not end the run; the answer tells it
            bad += 1
            written = line(_refusal(record, name, error))
        write(written)
        watch.done(str(record.get(name, "")))
    return bad


def _refusal(record: Record, name: str, error: Exception) -> Json:
    called: Json = {name: record[name]} if isinstance(record.get(name), str | int) else {}
    if isinstance(error, TimelineError):
        return {**called, "error": {"code": error.code, "message": str(error)}}
    return {**called, "error": {"code": "internal", "message": f"could not be read: {type(error).__name__}: {error}"}}
