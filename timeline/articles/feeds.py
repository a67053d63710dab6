"""Articles that are the entries of an RSS or Atom feed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

from timeline.articles.days import parse_day
from timeline.articles.paragraphs import in_markup, under_headline
from timeline.articles.text import from_text
from timeline.errors import InputError
from timeline.model import Article, StatedDate

MOST_ENTRIES = 500


def entries_of(name: str, content: bytes) -> Iterator[dict[str, Any]]:
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


def article_in(entry: dict[str, Any], *, published: date | None = None) -> Article:
    """The article that a feed's entry is: its whole content, else its summary, under its title. Raises InputError."""
    title = " ".join(" ".join(in_markup(entry.get("title", ""))).split())
    contents = [part.get("value", "") for part in entry.get("content", ())]
    paragraphs = in_markup(max(contents, key=len, default="") or entry.get("summary", ""))
    if not any(c.isalnum() for p in paragraphs for c in p):
        raise InputError("the entry holds no text but its title")
    return from_text(
        under_headline(title, paragraphs),
        title=title,
        url=entry.get("link", ""),
        source=entry["feed_title"],
        published=published,
        stated_dates=_published(entry),
    )


def _published(entry: dict[str, Any]) -> tuple[StatedDate, ...]:
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
