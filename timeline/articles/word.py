"""An article from a Word document (.docx)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Unpack
from zipfile import ZipFile

from timeline.articles import packed
from timeline.articles.details import Details
from timeline.articles.paragraphs import joined
from timeline.articles.text import from_text
from timeline.errors import InputError
from timeline.model import Article, StatedDate

LARGEST_UNPACKED = 100_000_000
"""Bytes of a document's parts, unpacked."""

TEMPLATES = (datetime(2013, 12, 23, 23, 15),)
"""When the templates of writing libraries were made: a document that tells such a moment tells nothing."""


def from_docx(name: str, content: bytes, **details: Unpack[Details]) -> Article:
    """The article in a Word document's bytes. Raises InputError when it is damaged, too large or without text."""
    parts = _parts(name, content)
    # Needed by few files, and slow to load.
    from docx import Document

    try:
        document = Document(parts)
        text = joined(_paragraphs(document))
        about = document.core_properties
        title, created = about.title or "", about.created
    except Exception as error:  # a damaged document fails in any way
        raise InputError(f"{name!r} can't be read as a Word document; it may be damaged") from error
    if not any(c.isalnum() for c in text):
        raise InputError(f"{name!r} holds no text")
    told: Details = {
        "title": details.get("title") or (title if title.casefold() in text[:2000].casefold() else ""),
        "stated_dates": details.get("stated_dates", ()) + _made_on(created),
    }
    return from_text(text, **(details | told))


def _parts(name: str, content: bytes) -> io.BytesIO:
    """The document, unpacked. Raises InputError when that would be too much, or can't be."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            size = sum(part.file_size for part in archive.infolist())
            if size > LARGEST_UNPACKED:
                raise InputError(f"{name!r} unpacks to {size:,} bytes; at most {LARGEST_UNPACKED:,} are read")
            if "EncryptedPackage" in archive.namelist():
                raise InputError(f"{name!r} is locked with a password; save it without one")
            return packed.stored(archive)
    except packed.DAMAGED as error:
        raise InputError(f"{name!r} can't be read as a Word document; it may be damaged") from error


def _paragraphs(container: object) -> Iterator[str]:
    """The paragraphs of a document or a cell, in order; a table's row is one line."""
    from docx.table import Table

    for item in container.iter_inner_content():  # type: ignore[attr-defined]
        if not isinstance(item, Table):
            yield from item.text.split("\n")
            continue
        for row in item.rows:
            cells = {cell._tc: " ".join(cell.text.split()) for cell in row.cells}  # a merged one comes many times
            yield " | ".join(filter(None, cells.values()))


def _made_on(created: datetime | None) -> tuple[StatedDate, ...]:
    if created is None or created.replace(tzinfo=None) in TEMPLATES:
        return ()
    day = created.date()
    return (StatedDate("file", day, f"the document's properties say that it was made on {day}"),)
