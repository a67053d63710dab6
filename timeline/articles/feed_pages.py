"""The pages that a feed's entries lead to, where the entries themselves tell them only in short."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from time import monotonic
from urllib.parse import urljoin

from timeline.articles.contents import Content, Found, Item, content_of_page
from timeline.articles.feeds import Entry, dates_of, title_of
from timeline.articles.fetch import Fetch
from timeline.articles.files import from_bytes
from timeline.errors import InputError
from timeline.model import Article

MOST_PAGES = 100
LARGEST_PAGES = 100_000_000
LONGEST_S = 600.0
"""What the pages of one feed may come to: their number, their bytes together, the seconds they take."""


class Pages:
    """Fetches the pages of one feed, one after the other, until they have become too much."""

    def __init__(self, fetch: Fetch, feed_url: str, clock: Callable[[], float] = monotonic) -> None:
        self._fetch, self._feed_url, self._clock = fetch, feed_url, clock
        self._ends = clock() + LONGEST_S
        self._number = self._bytes = 0

    def article(self, entry: Entry, own: Item, published: date | None) -> Article:
        """The article of the entry's page, dated by the feed and by the page.

        Raises InputError when the page can't be had, holds no more than the entry's own text, or is one too many.
        """
        content = self._content(urljoin(self._feed_url, entry["link"]))
        if content.kind.is_collection:
            raise InputError(f"{content.url[:100]!r} is no article but a file of several")
        article = from_bytes(
            content.name,
            content.body,
            kind=content.kind,
            id="article",
            url=content.url,
            title=title_of(entry),
            source=entry["feed_title"],
            published=published,
            stated_dates=dates_of(entry),
        )
        if isinstance(own, Found) and len(article.text) <= len(own.article.text):
            raise InputError(f"{content.url[:100]!r} holds no more text than the feed itself")
        return article

    def _content(self, url: str) -> Content:
        self._refuse_more()
        self._number += 1
        page = self._fetch(url)
        self._bytes += len(page.content)
        return content_of_page(page)

    def _refuse_more(self) -> None:
        if self._number >= MOST_PAGES:
            raise InputError(f"of one feed at most {MOST_PAGES} pages are fetched; give this one's address alone")
        if self._bytes >= LARGEST_PAGES:
            raise InputError(
                f"the feed's pages have {LARGEST_PAGES // 1_000_000} MB already; give this one's address alone"
            )
        if self._clock() >= self._ends:
            raise InputError(
                f"the feed's pages have taken {LONGEST_S / 60:.0f} minutes already; give this one's address alone"
            )
