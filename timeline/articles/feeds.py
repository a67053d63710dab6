"""Articles that are the entries of an RSS or Atom feed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

from timeline.articles.days import parse_day
from timeline.articles.paragraphs import in_markup, under_headline
from timeline.articles.text import from_text
from timeline.errors import InputError
from timeline.model import Article, StatedDate

Entry = Mapping[str, Any]
"""As feedparser reads it, and the feed's title under "feed_title"."""

MOST_ENTRIES = 500

WHOLE_FROM = 300
"""Words from which a text that the feed calls a description is taken for the whole article."""

_CUT = re.compile(r"(?:…|\.\.\.|[\[(](?:…|\.\.\.)[\])]|\b(?:read more|continue reading|read on)\W*)\s*$", re.I)
"""How a text ends that goes on elsewhere."""


def entries_of(name: str, content: bytes) -> Iterator[Entry]:
    """The entries of a feed, in its order. Raises InputError when it is none, or has none, or at the end, too many."""
    # Needed by few, and slow to load.
    import feedparser

    # Behind a stream, because bytes alone would be tried as the name of a file.
    feed = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version"):
        raise InputError(f"{name!r} is neither an RSS nor an Atom feed")
    if not feed.entries:
        raise InputError(f"the feed {name!r} has no entries")
    source = feed.feed.get("title", "")
    for entry in feed.entries[:MOST_ENTRIES]:
        yield {**entry, "feed_title": source}
    if len(feed.entries) > MOST_ENTRIES:
        raise InputError(f"the feed {name!r} has {len(feed.entries):,} entries; the first {MOST_ENTRIES:,} were read")


def article_in(entry: Entry, *, published: date | None = None) -> Article:
    """The article that a feed's entry is: its whole content, else its summary, under its title. Raises InputError."""
    title, paragraphs = title_of(entry), in_markup(_content(entry) or entry.get("summary", ""))
    if not any(c.isalnum() for p in paragraphs for c in p):
        raise InputError("the entry holds no text but its title")
    return from_text(
        under_headline(title, paragraphs),
        title=title,
        url=entry.get("link", ""),
        source=entry["feed_title"],
        published=published,
        stated_dates=dates_of(entry),
    )


def is_summary(entry: Entry) -> bool:
    """The entry has a page, and tells it only in short: by no content of its own, or one that breaks off."""
    if not entry.get("link"):
        return False
    content = _content(entry)
    text = " ".join(in_markup(content or entry.get("summary", "")))
    return _CUT.search(text[-40:]) is not None or not (content or len(text.split()) >= WHOLE_FROM)


def title_of(entry: Entry) -> str:
    """The entry's title without markup, on one line."""
    return " ".join(" ".join(in_markup(entry.get("title", ""))).split())


def _content(entry: Entry) -> str:
    """The longest of what the entry calls its content."""
    return max((part.get("value", "") for part in entry.get("content", ())), key=len, default="")


def dates_of(entry: Entry) -> tuple[StatedDate, ...]:
    """The day of the entry as it is written, in its own time zone."""
    for key in ("published", "created", "updated"):
        day = _day(entry.get(key, ""))
        if day:
            return (StatedDate("feed", day, f"the feed says that the entry was {key} on {day}"),)
    return ()


def _day(written: str) -> date | None:
    try:
        return parse_day(written)
    except InputError:
        pass
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
