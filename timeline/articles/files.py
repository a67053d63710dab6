"""An article from a file, or from the bytes of one."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath

from timeline.articles.encoding import decoded
from timeline.articles.text import from_text
from timeline.errors import InputError
from timeline.model import Article

LARGEST_FILE = 5_000_000
"""Bytes of the largest file that is read."""

TEXT_SUFFIXES = (".txt", ".text", ".md", "")
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_HTML_HEADS = ("<!doctype html", "<html", "<head", "<?xml")


def from_bytes(
    name: str,
    content: bytes,
    *,
    id: str = "",
    title: str = "",
    url: str = "",
    source: str = "",
    language: str | None = None,
    published: date | None = None,
) -> Article:
    """The article in a file's bytes: HTML when its name or its head says so, else plain text.

    The id is the file's name without its suffix when none is given. Raises InputError when the file is empty, too
    large, binary, or of another kind.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    suffix = path.suffix.lower()
    if suffix not in TEXT_SUFFIXES + HTML_SUFFIXES:
        raise InputError(f"{path.name!r} is a {suffix} file; give a .txt or .html file")
    if len(content) > LARGEST_FILE:
        raise InputError(f"{path.name!r} has {len(content):,} bytes; at most {LARGEST_FILE:,} are read")
    is_html = suffix in HTML_SUFFIXES
    text = decoded(path.name, content, is_html=is_html)
    ident = id or path.stem or "article"
    if is_html or text[:200].lstrip().lower().startswith(_HTML_HEADS):
        # Loading the HTML reader takes longer than reading most texts: only those who give a page pay for it.
        from timeline.articles.html import from_html

        return from_html(text, id=ident, title=title, url=url, source=source, language=language, published=published)
    return from_text(text, id=ident, title=title, url=url, source=source, language=language, published=published)


def from_file(
    path: Path | str,
    *,
    id: str = "",
    title: str = "",
    url: str = "",
    source: str = "",
    language: str | None = None,
    published: date | None = None,
) -> Article:
    """The article in a file. Raises InputError as `from_bytes` does, and when the file can't be read."""
    path = Path(path)
    try:
        if path.is_file() and path.stat().st_size > LARGEST_FILE:
            raise InputError(f"{path.name!r} has {path.stat().st_size:,} bytes; at most {LARGEST_FILE:,} are read")
        content = path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"there is no file {str(path)!r}") from None
    except OSError as error:
        raise InputError(f"the file {str(path)!r} can't be read: {error.strerror}") from None
    return from_bytes(
        path.name, content, id=id, title=title, url=url, source=source, language=language, published=published
    )
