"""One article from a file, or from the bytes of one."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Unpack

from timeline.articles.details import Details
from timeline.articles.encoding import decoded
from timeline.articles.text import from_text
from timeline.errors import InputError
from timeline.model import Article

LARGEST_FILE = 5_000_000
"""Bytes of the largest text or page that is read."""

LARGEST_DOCUMENT = 25_000_000
"""Bytes of the largest file of any other kind."""


class Kind(StrEnum):
    """What a file holds."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    EML = "eml"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    FEED = "feed"
    ZIP = "zip"

    @property
    def is_collection(self) -> bool:
        """It may hold several articles."""
        return self in (Kind.JSON, Kind.JSONL, Kind.CSV, Kind.FEED, Kind.ZIP)


KINDS = {  # by suffix
    "": Kind.TEXT,
    ".atom": Kind.FEED,
    ".csv": Kind.CSV,
    ".docx": Kind.DOCX,
    ".eml": Kind.EML,
    ".htm": Kind.HTML,
    ".html": Kind.HTML,
    ".json": Kind.JSON,
    ".jsonl": Kind.JSONL,
    ".md": Kind.TEXT,
    ".ndjson": Kind.JSONL,
    ".pdf": Kind.PDF,
    ".rss": Kind.FEED,
    ".text": Kind.TEXT,
    ".tsv": Kind.CSV,
    ".txt": Kind.TEXT,
    ".xhtml": Kind.HTML,
    ".xml": Kind.FEED,
    ".zip": Kind.ZIP,
}
READABLE = ".txt, .html, .pdf, .docx, .eml, .json, .jsonl, .csv, .xml (a feed) or .zip"

_HTML_HEADS = ("<!doctype html", "<html", "<head", "<?xml")


def kind_of(name: str) -> Kind:
    """What the file holds, by its name. Raises InputError when that is nothing that can be read."""
    suffix = _path(name).suffix.lower()
    if suffix not in KINDS:
        raise InputError(f"{_path(name).name!r} is a {suffix} file; give {READABLE}")
    return KINDS[suffix]


def is_readable(name: str) -> bool:
    """The name is one of a kind that can be read."""
    return _path(name).suffix.lower() in KINDS


def from_bytes(name: str, content: bytes, *, kind: Kind | None = None, **details: Unpack[Details]) -> Article:
    """The article in a file's bytes; its kind is told by its name when none is given.

    The id is the file's name without its suffix when none is given. Raises InputError when the file is empty, too
    large, damaged, of another kind, or may hold several articles (see `timeline.articles.sources`).
    """
    label, kind = _path(name).name, kind or kind_of(name)
    if kind.is_collection:
        raise InputError(f"{label!r} may hold several articles; give it to `articles.collect`, or one article's file")
    largest = LARGEST_FILE if kind in (Kind.TEXT, Kind.HTML) else LARGEST_DOCUMENT
    refuse_larger(label, len(content), largest)
    details["id"] = details.get("id") or _path(name).stem or "article"
    return _readers()[kind](label, content, **details)


def from_file(path: Path | str, **details: Unpack[Details]) -> Article:
    """The article in a file. Raises InputError as `from_bytes` does, and when the file can't be read."""
    path = Path(path)
    return from_bytes(path.name, content_of(path), **details)


def content_of(path: Path) -> bytes:
    """The bytes of a file. Raises InputError when it can't be read, or is larger than any file may be."""
    try:
        if path.is_file():
            refuse_larger(path.name, path.stat().st_size, LARGEST_DOCUMENT)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"there is no file {str(path)!r}") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"the file {str(path)!r} can't be read: {reason}") from None


def refuse_larger(name: str, size: int, largest: int) -> None:
    """Raise InputError for a file that is too large."""
    if size > largest:
        raise InputError(f"{name!r} has {size:,} bytes; at most {largest:,} are read")


def _path(name: str) -> PurePosixPath:
    return PurePosixPath(name.replace("\\", "/"))


Reader = Callable[..., Article]


def _readers() -> dict[Kind, Reader]:
    # Loading most of them takes longer than reading a text: only those who need one pay for it.
    from timeline.articles.mail import from_eml
    from timeline.articles.pdf import from_pdf
    from timeline.articles.word import from_docx

    return {Kind.TEXT: _text, Kind.HTML: _page, Kind.PDF: from_pdf, Kind.DOCX: from_docx, Kind.EML: from_eml}


def _text(name: str, content: bytes, **details: Unpack[Details]) -> Article:
    text = decoded(name, content)
    if text[:200].lstrip().lower().startswith(_HTML_HEADS):
        return _page(name, content, **details)
    return from_text(text, **details)


def _page(name: str, content: bytes, **details: Unpack[Details]) -> Article:
    from timeline.articles.html import from_html

    return from_html(decoded(name, content, is_html=True), **details)
