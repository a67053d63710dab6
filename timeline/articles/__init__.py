"""Texts, pages, files, feeds and addresses -> Article with blocks.

`from_text`, `from_html`, `from_bytes` and `from_file` make one article of one thing. `collect` takes any number of
sources, which may hold many articles each, and names with its reason what is none.
"""

from __future__ import annotations

from typing import Unpack

from timeline.articles.contents import Found, Item, Options, Refused
from timeline.articles.days import parse_day
from timeline.articles.details import Details
from timeline.articles.files import LARGEST_DOCUMENT, LARGEST_FILE, READABLE, Kind, from_bytes, from_file, kind_of
from timeline.articles.language import language_of
from timeline.articles.records import parse_columns
from timeline.articles.sources import (
    Source,
    at_address,
    collect,
    given_as,
    is_address,
    uploaded,
)
from timeline.articles.text import LARGEST_TEXT, from_text
from timeline.model import Article

__all__ = [
    "LARGEST_DOCUMENT",
    "LARGEST_FILE",
    "LARGEST_TEXT",
    "READABLE",
    "Details",
    "Found",
    "Item",
    "Kind",
    "Options",
    "Refused",
    "Source",
    "at_address",
    "collect",
    "from_bytes",
    "from_file",
    "from_html",
    "from_text",
    "given_as",
    "is_address",
    "kind_of",
    "language_of",
    "parse_columns",
    "parse_day",
    "uploaded",
]


def from_html(html: str | bytes, **details: Unpack[Details]) -> Article:
    """The article of a web page, see `timeline.articles.html`."""
    # Loading the HTML reader takes longer than reading most texts: only those who give a page pay for it.
    from timeline.articles import html as page

    return page.from_html(html, **details)
