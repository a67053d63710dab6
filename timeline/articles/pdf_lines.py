"""A program: a PDF on standard input, its lines as JSON on standard output. `timeline.articles.pdf` runs it.

It stands alone, so that a file that takes all time or all memory takes this process only.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from typing import Any

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTPage, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import decode_text

MEMORY = 1_000_000_000
"""Bytes of address space."""

MOST_PAGES = 100
MOST_CHARACTERS = 1_000_000


def main() -> None:
    """Answer with pages, title and creation date, or with the problem in one word."""
    _limit_memory()
    answer: dict[str, Any] = {"pages": [], "title": "", "created": "", "problem": ""}
    content = sys.stdin.buffer.read()
    try:
        about = next(iter(PDFDocument(PDFParser(io.BytesIO(content))).info), {})
        answer["title"], answer["created"] = _text(about.get("Title")), _text(about.get("CreationDate"))
        answer["pages"] = _pages(content)
        answer["problem"] = "" if any(answer["pages"]) else "empty"
    except (PDFPasswordIncorrect, PDFEncryptionError):
        answer["problem"] = "encrypted"
    except MemoryError:
        answer = {"problem": "memory"}
    except Exception:  # a damaged file fails in any way
        answer["problem"] = "damaged"
    sys.stdout.write(json.dumps(answer))


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _pages(content: bytes) -> list[list[list[tuple[str, float, float, float]]]]:
    pages, size = [], 0
    for page in extract_pages(io.BytesIO(content), maxpages=MOST_PAGES, laparams=LAParams()):
        boxes = [box for box in _boxes(page) if box]
        size += sum(len(line[0]) for box in boxes for line in box)
        if size > MOST_CHARACTERS:
            break
        pages.append(boxes)
    return pages


def _boxes(page: LTPage) -> Iterator[list[tuple[str, float, float, float]]]:
    for box in page:
        if isinstance(box, LTTextBox):
            lines = [line for line in box if isinstance(line, LTTextLine) and line.get_text().strip()]
            yield [(line.get_text(), _left(line), line.x1, line.height) for line in lines]


def _left(line: LTTextLine) -> float:
    """Where its first letter stands, for some indent by blanks."""
    return next((c.x0 for c in line if isinstance(c, LTChar) and c.get_text().strip()), line.x0)


def _text(value: object) -> str:
    return decode_text(value) if isinstance(value, bytes) else ""


main()
