"""An article from plain text."""

from __future__ import annotations

from typing import Unpack

from timeline.articles.addresses import dates_in_address
from timeline.articles.blocks import segment
from timeline.articles.details import Details
from timeline.articles.language import language_of
from timeline.errors import InputError
from timeline.model import Article

LARGEST_TEXT = 10_000_000
"""Characters of the longest text that is read."""


def from_text(text: str, **details: Unpack[Details]) -> Article:
    """The article that a text is, with its blocks; the text itself stays as it was given.

    A language of None is found from the text. Raises InputError when the text is empty or too long.
    """
    if not text or text.isspace():
        raise InputError("the article is empty; give its text")
    if len(text) > LARGEST_TEXT:
        raise InputError(f"the article has {len(text):,} characters; at most {LARGEST_TEXT:,} are read")
    title, url = details.get("title", ""), details.get("url", "")
    return Article(
        id=details.get("id") or "article",
        text=text,
        blocks=segment(text, title),
        title=title,
        url=url,
        source=details.get("source", ""),
        language=details.get("language") or language_of(text),
        published=details.get("published"),
        stated_dates=details.get("stated_dates", ()) + (dates_in_address(url) if url else ()),
    )
