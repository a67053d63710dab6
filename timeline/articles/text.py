"""An article from plain text."""

from __future__ import annotations

from datetime import date

from timeline.articles.addresses import dates_in_address
from timeline.articles.blocks import segment
from timeline.articles.language import language_of
from timeline.errors import InputError
from timeline.model import Article, StatedDate

LARGEST_TEXT = 10_000_000
"""Characters of the longest text that is read."""


def from_text(
    text: str,
    *,
    id: str = "article",
    title: str = "",
    url: str = "",
    source: str = "",
    language: str | None = None,
    published: date | None = None,
    stated_dates: tuple[StatedDate, ...] = (),
) -> Article:
    """The article that a text is, with its blocks; the text itself stays as it was given.

    A language of None is found from the text. Raises InputError when the text is empty or too long.
    """
    if not text or text.isspace():
        raise InputError("the article is empty; give its text")
    if len(text) > LARGEST_TEXT:
        raise InputError(f"the article has {len(text):,} characters; at most {LARGEST_TEXT:,} are read")
    return Article(
        id=id,
        text=text,
        blocks=segment(text, title),
        title=title,
        url=url,
        source=source,
        language=language or language_of(text),
        published=published,
        stated_dates=stated_dates + (dates_in_address(url) if url else ()),
    )
