"""An article from a web page: its text without menus and advertisements, and what its markup says about it."""

from __future__ import annotations

import logging
import re
from datetime import date
from typing import Unpack

import trafilatura
from htmldate import find_date
from lxml.html import HtmlElement  # type: ignore[import-untyped]
from trafilatura.settings import Document

from timeline.articles.captions import caption_kind
from timeline.articles.details import Details
from timeline.articles.encoding import decoded
from timeline.articles.paragraphs import under_headline
from timeline.articles.text import from_text
from timeline.errors import InputError
from timeline.model import Article, BlockKind, StatedDate

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # what they can't read is told by an InputError

LARGEST_PAGE = 10_000_000
"""Characters of the longest page that is read."""

LAST_DAY = "2099-12-31"
"""No page is younger; a fixed day, so that the answer does not depend on today's."""

_PUBLISHED_NAMES = (  # meta names and properties of the day of publication, the most reliable first
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
    "dc.date",
)
_JSON_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')
_ISO_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)")
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?![A-Za-z])")


def from_html(html: str | bytes, **details: Unpack[Details]) -> Article:
    """The article of a web page; what is given here goes before what the page says of itself.

    Raises InputError when the page is too large or holds no article.
    """
    page = decoded("the page", html, is_html=True) if isinstance(html, bytes) else html
    if len(page) > LARGEST_PAGE:
        raise InputError(f"the page has {len(page):,} characters; at most {LARGEST_PAGE:,} are read")
    tree = _tree(page)
    document = _extracted(page, details.get("url", ""))
    paragraphs = _paragraphs(document.text) or _paragraphs(trafilatura.html2txt(page))
    if not any(c.isalnum() for p in paragraphs for c in p):
        raise InputError("the page holds no article text; paste the text itself")
    title = details.get("title") or document.title or ""
    told: Details = {
        "title": title,
        "url": details.get("url") or document.url or "",
        "source": details.get("source") or document.sitename or "",
        "language": details.get("language") or _stated_language(tree),
        "stated_dates": details.get("stated_dates", ()) + _stated_dates(page, tree),
    }
    return from_text(under_headline(title, paragraphs), **(details | told))


def _extracted(page: str, url: str) -> Document:
    document = trafilatura.bare_extraction(
        _with_captions_as_paragraphs(_tree(page)),
        url=url or None,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": LAST_DAY},
    )
    return document if isinstance(document, Document) else Document()


def _tree(page: str) -> HtmlElement:
    tree = trafilatura.load_html(page)
    if tree is None and "<" in page:  # a fragment, or a page with a broken head
        tree = trafilatura.load_html(f"<html><body>{page.replace(chr(0), ' ')}</body></html>")
    if tree is None:
        raise InputError("the page is not readable as HTML; paste the article's text")
    return tree


def _with_captions_as_paragraphs(tree: HtmlElement) -> HtmlElement:
    """The page with picture captions as paragraphs: they hold dates, and would be dropped with their pictures."""
    for figure in tree.iter("figure", "figcaption"):
        figure.tag = "p" if figure.tag == "figcaption" else "div"
    return tree


def _paragraphs(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _stated_language(tree: HtmlElement) -> str | None:
    found = _LANGUAGE.match(tree.get("lang") or "")
    return found.group().lower() if found else None


def _stated_dates(page: str, tree: HtmlElement) -> tuple[StatedDate, ...]:
    """What the markup says, the likeliest day first."""
    named = _named_days(page, tree)
    best = _best_day(tree)
    if best is None:
        return tuple(StatedDate("metadata", day, f"the page's {name} is {day}") for name, day in named[:1])
    name = next((n for n, day in named if day == best), None)
    says = f"the page's {name} is {best}" if name else f"the dates of the page point to {best}"
    others = [StatedDate("metadata", day, f"the page's {n} is {day}") for n, day in named if day != best]
    return (StatedDate("metadata", best, says), *others[:1])


def _best_day(tree: HtmlElement) -> date | None:
    """htmldate's answer; the captions of older pictures, which it would read too, are taken out of the tree."""
    for element in [*tree.iter("figcaption", "p")]:
        if caption_kind(element.text_content().strip()) is BlockKind.ARCHIVE_CAPTION:
            element.drop_tree()
    found = find_date(tree, original_date=True, extensive_search=True, max_date=LAST_DAY)
    return date.fromisoformat(found) if found else None


def _named_days(page: str, tree: HtmlElement) -> list[tuple[str, date]]:
    """Days that the markup itself calls the publication's, in order of their names' reliability."""
    written: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        written.setdefault(name, meta.get("content") or "")
    found = [(name, _ISO_DAY.match(written[name])) for name in _PUBLISHED_NAMES if name in written]
    found.append(("JSON-LD datePublished", _JSON_PUBLISHED.search(page)))
    days = [(name, _day(match[1])) for name, match in found if match]
    return [(name, day) for name, day in days if day]


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
