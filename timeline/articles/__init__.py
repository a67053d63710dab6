"""Text, HTML and files -> Article with blocks."""

from __future__ import annotations

from datetime import date

from timeline.articles.days import parse_day
from timeline.articles.files import LARGEST_FILE, from_bytes, from_file
from timeline.articles.language import language_of
from timeline.articles.text import LARGEST_TEXT, from_text
from timeline.model import Article

__all__ = [
    "LARGEST_FILE",
    "LARGEST_TEXT",
    "from_bytes",
    "from_file",
    "from_html",
    "from_text",
    "language_of",
    "parse_day",
]


def from_html(
    html: str | bytes,
    *,
    id: str = "article",
    title: str = "",
    url: str = "",
    source: str = "",
    language: str | None = None,
    published: date | None = None,
) -> Article:
    """The article of a web page, see `timeline.articles.html`."""
    # Loading the HTML reader takes longer than reading most texts: only those who give a page pay for it.
    from timeline.articles import html as page

    return page.from_html(html, id=id, title=title, url=url, source=source, language=language, published=published)
