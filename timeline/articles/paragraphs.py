"""Paragraphs put together to a text, and taken out of marked-up fragments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import html as lxml_html  # type: ignore[import-untyped]
from lxml.etree import LxmlError, ParserError  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

_BREAKING = frozenset(
    "address article aside blockquote br caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li "
    "main nav ol p pre section table td th tr ul".split()
)
_UNSEEN = frozenset(("head", "script", "style", "template", "noscript", "title", "svg"))


def joined(paragraphs: Iterable[str]) -> str:
    """One text, an empty line between its paragraphs."""
    return "\n\n".join(p for p in (" ".join(p.split()) for p in paragraphs) if p)


def under_headline(title: str, paragraphs: Sequence[str]) -> str:
    """The text, beginning with the title unless one of its first paragraphs already says it."""
    head = title.strip()
    if not head or head.casefold() in (p.casefold() for p in paragraphs[:3]):
        return "\n\n".join(paragraphs)
    return "\n\n".join((head, *paragraphs))


def in_markup(fragment: str) -> list[str]:
    """The paragraphs that a reader of this HTML sees, in order; nothing is left out as unimportant."""
    try:
        tree = lxml_html.fromstring(f"<div>{fragment.replace(chr(0), ' ')}</div>")
    except (ParserError, LxmlError, ValueError):
        return []
    pieces: list[str] = []
    _collect(tree, pieces)
    return [line for line in (" ".join(piece.split()) for piece in "".join(pieces).split("\n\n")) if line]


def _collect(tree: HtmlElement, pieces: list[str]) -> None:
    """Text in order of the document, an empty line where a block begins or ends; no recursion, pages nest deeply."""
    open_elements: list[tuple[HtmlElement, bool]] = [(tree, False)]
    while open_elements:
        element, is_done = open_elements.pop()
        breaks = "\n\n" if element.tag in _BREAKING else ""
        if is_done:
            pieces += [breaks, _plain(element.tail)]
        elif not isinstance(element.tag, str) or element.tag in _UNSEEN:
            pieces.append(_plain(element.tail))
        else:
            pieces += [breaks, _plain(element.text)]
            open_elements.append((element, True))
            open_elements += [(child, False) for child in reversed(element)]


def _plain(text: str | None) -> str:
    return text.replace("\n", " ") if text else ""
