"""An article from a PDF: its lines put together to paragraphs again."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Unpack

from timeline.articles.days import parse_day
from timeline.articles.details import Details
from timeline.articles.paragraphs import joined
from timeline.articles.text import from_text
from timeline.errors import InputError
from timeline.model import Article, StatedDate

READER = Path(__file__).with_name("pdf_lines.py")
TIMEOUT_S = 60
"""A program of its own reads the file, because a hostile one can take any time and any memory."""

MARGIN_LINES = 2
"""Lines at the top and at the bottom of a page that may be printed on every page."""

LONGEST_MARGIN = 60
"""Characters of the longest one of them that may hold the page's number."""

_REFUSALS = {
    "encrypted": "{name!r} is locked with a password; save it without one",
    "empty": "{name!r} holds pictures of pages and no text; put it through text recognition (OCR) first",
    "damaged": "{name!r} can't be read as a PDF; it may be damaged",
    "memory": "{name!r} takes too much memory to read; save it anew with fewer pages",
    "time": "{name!r} takes too long to read; save it anew with fewer pages",
}

_NUMBER = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?:…][”\"'’)\]]*$")
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")
_BROKEN_COMPOUND = re.compile(r"\w[-–—/]$")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": None}
)
_CREATED = re.compile(r"(?:D:)?(\d{8})")

SHORT = 0.75
"""A line that ends a sentence and is shorter than this share of its column ends a paragraph."""

INDENT = 0.6
"""Of a line's height: what begins so far to the right begins a paragraph."""

LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, in points from the left of the page."""

    text: str
    left: float
    right: float
    height: float


Box = tuple[Line, ...]
"""Lines that stand together."""


def from_pdf(name: str, content: bytes, **details: Unpack[Details]) -> Article:
    """The article in a PDF's bytes. Raises InputError when it is locked, damaged, without text, or takes too long."""
    read = _read(name, content)
    pages = [[tuple(Line(*line) for line in box) for box in page] for page in read["pages"]]
    text = joined(_joined_over_breaks(p for page in _without_margins(pages) for box in page for p in paragraphs(box)))
    if not any(c.isalnum() for c in text):
        raise InputError(_REFUSALS["empty"].format(name=name))
    title = " ".join(str(read["title"]).split())[:LONGEST_TITLE]
    told: Details = {
        "title": details.get("title") or (title if title and title.casefold() in text[:2000].casefold() else ""),
        "stated_dates": details.get("stated_dates", ()) + made_on(read["created"]),
    }
    return from_text(text, **(details | told))


def made_on(written: str) -> tuple[StatedDate, ...]:
    """The day on which the file says it was made ("D:20190924101500Z")."""
    found = _CREATED.match(written)
    try:
        day = parse_day(found[1]) if found else None
    except InputError:
        day = None
    return (StatedDate("file", day, f"the PDF's properties say that it was made on {day}"),) if day else ()


def paragraphs(box: Box) -> Iterator[str]:
    """The paragraphs of lines that stand together; words broken at a line's end are whole again."""
    left, right = min(line.left for line in box), max(line.right for line in box)
    text = ""
    for before, line in zip((None, *box), box, strict=False):
        if before is not None and _begins_paragraph(before, line, left, right):
            yield text
            text = ""
        text = _with_line(text, line.text)
    yield text


def _read(name: str, content: bytes) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603 our own program; the file is its standard input
            [sys.executable, "-P", str(READER)], input=content, capture_output=True, timeout=TIMEOUT_S, check=False
        )
        answer: dict[str, Any] = json.loads(done.stdout) if done.stdout else {"problem": "memory"}
    except subprocess.TimeoutExpired:
        answer = {"problem": "time"}
    except ValueError:
        answer = {"problem": "damaged"}
    if answer["problem"]:
        raise InputError(_REFUSALS[answer["problem"]].format(name=name))
    return answer


def _begins_paragraph(before: Line, line: Line, left: float, right: float) -> bool:
    if not _SENTENCE_END.search(before.text):
        return False
    is_indented = line.left - left > INDENT * line.height and before.left - left <= INDENT * line.height
    return is_indented or before.right - left < SHORT * (right - left)


def _with_line(text: str, line: str) -> str:
    line = " ".join(line.translate(_LIGATURES).split())
    if _BROKEN_WORD.search(text) and line[:1].islower():
        return text[:-1] + line
    return text + line if not text or _BROKEN_COMPOUND.search(text) else f"{text} {line}"


def _joined_over_breaks(given: Iterable[str]) -> Iterator[str]:
    """The same, with a paragraph that runs on in the next column or page in one piece."""
    open_one = ""
    for paragraph in given:
        if open_one and paragraph[:1].islower() and not _SENTENCE_END.search(open_one):
            open_one = _with_line(open_one, paragraph)
            continue
        if open_one:
            yield open_one
        open_one = paragraph
    if open_one:
        yield open_one


def _without_margins(pages: list[list[Box]]) -> Iterator[list[Box]]:
    """The pages without what is printed at the top or bottom of several: the first one stays, it may hold the date."""
    repeated = Counter(text for page in pages for text in {_form(line) for line in _margins(page)})
    seen: set[str] = set()
    for page in pages:
        margins = {id(line) for line in _margins(page) if repeated[_form(line)] > 1}
        kept = []
        for box in page:
            lines = tuple(line for line in box if id(line) not in margins or _is_first(_form(line), seen))
            if lines:
                kept.append(lines)
        yield kept


def _is_first(form: str, seen: set[str]) -> bool:
    if form in seen or form in ("#", "page #", "#/#", "# / #", "# of #", "page # of #"):
        return False
    seen.add(form)
    return True


def _margins(page: list[Box]) -> list[Line]:
    lines = [line for box in page for line in box]
    return [*lines[:MARGIN_LINES], *lines[MARGIN_LINES:][-MARGIN_LINES:]]


def _form(line: Line) -> str:
    """The line as it is on every page, whatever the page's number."""
    words = " ".join(line.text.split()).casefold()
    return _NUMBER.sub("#", words) if len(words) <= LONGEST_MARGIN else words
