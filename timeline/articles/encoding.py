"""Bytes -> characters."""

from __future__ import annotations

import codecs
import re

from timeline.errors import InputError

GUESSED_FROM = 50_000
"""Bytes that an unnamed encoding is guessed from."""

_MARKS = (  # byte order marks, longest first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_HEADS = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY_SHARE = 0.01
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,30})", re.I)


def decoded(name: str, content: bytes, *, is_html: bool = False) -> str:
    """The characters of a file: by its byte order mark, its page's declaration, as UTF-8, or as the likeliest encoding.

    Raises InputError when it is empty or not text.
    """
    if not content.strip():
        raise InputError(f"{name!r} is empty; give a file with the article's text")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(name, content, encoding)
    _refuse_binary(name, content)
    for encoding in ("utf-8", *(_declared(content) if is_html else ())):
        try:
            return content.decode(encoding)
        except (UnicodeError, LookupError):  # an encoding may be of Python's own: "undefined" can't decode anything
            continue
    # Needed by few files, and slow to load.
    from charset_normalizer import from_bytes as guess

    best = guess(content[:GUESSED_FROM]).best()
    try:
        return content.decode(best.encoding if best else "cp1252")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _strictly(name: str, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise InputError(f"{name!r} begins like {encoding} text but is not; save it as UTF-8") from None


def _refuse_binary(name: str, content: bytes) -> None:
    head = content[:GUESSED_FROM]
    if head.startswith(_BINARY_HEADS) or len(_CONTROL.findall(head)) > _BINARY_SHARE * len(head):
        raise InputError(f"{name!r} is not text but binary; give a .txt or .html file")


def _declared(content: bytes) -> tuple[str, ...]:
    found = _DECLARED.search(content[:4000])
    return (found[1].decode("ascii"),) if found else ()
