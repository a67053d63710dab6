"""Entries of a feed that tell their page only in short: it is fetched, and where it can't be had, that is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.articles import documents
from tests.articles.site import Site, serving
from timeline import articles, read_article
from timeline.articles import Found, Item, Refused, feed_pages, fetch
from timeline.articles.feeds import entries_of, is_summary

HTML = {"Content-Type": "text/html"}
FEED = {"Content-Type": "application/rss+xml"}
SUMMARY = "A fire broke out on the quay."
WHOLE = "A fire broke out on the quay on Monday. It was seen from the bridge, and two people were hurt."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as running:
        yield running


def page(text: str) -> bytes:
    return (
        f"<html><head><title>Another title</title></head><body><article><p>{text}</p></article></body></html>".encode()
    )


def entry(title: str, link: str = "", text: str = SUMMARY, content: str = "") -> str:
    whole = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    leads = f"<link>{link}</link>" if link else ""
    day = "<pubDate>Tue, 09 Mar 2021 23:30:00 -0500</pubDate>"
    return f"<item><title>{title}</title>{leads}{day}<description>{text}</description>{whole}</item>"


def feed(*entries: str) -> bytes:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    channel = f"<channel><title>Lowen Post</title>{''.join(entries)}</channel>"
    return f'<rss version="2.0" {space}>{channel}</rss>'.encode()


def read(site: Site, body: bytes) -> list[Item]:
    site.pages["/feed.xml"] = (200, FEED, body)
    return [*articles.collect([articles.at_address("http://local.example/feed.xml", site.get)])]


def test_an_entry_with_a_summary_alone_is_the_article_of_its_page(site: Site) -> None:
    site.pages["/fire"] = (200, HTML, page(WHOLE))
    (found,) = read(site, feed(entry("Fire", "/fire")))
    assert isinstance(found, Found)
    assert found.name == "http://local.example/feed.xml: Fire"
    assert found.note == ""
    article = found.article
    assert article.text == f"Fire\n\n{WHOLE}"
    assert (article.title, article.source, article.url) == ("Fire", "Lowen Post", "http://local.example/fire")
    assert read_article(article).publication.date == date(2021, 3, 9)


def test_an_entry_with_its_whole_text_asks_for_no_page(site: Site) -> None:
    (found,) = read(site, feed(entry("Fire", "/fire", content=f"<p>{WHOLE}</p>")))
    assert isinstance(found, Found)
    assert found.article.text.endswith(WHOLE)
    assert [path for _, path in site.asked] == ["/feed.xml"]


NOT_HAD = [  # what the page answers, and what is said of it
    ((404, {}, b""), "'http://local.example/fire' answers 404 Not Found; check the address, or paste the text"),
    (
        (302, {"Location": "http://127.0.0.1/x"}, b""),
        "'127.0.0.1' is not on the open internet (127.0.0.1); only public",
    ),
    ((200, {"Content-Type": "image/png"}, b"\x89PNG"), "'http://local.example/fire' is image/png; only pages"),
    ((200, HTML, b"<html><body></body></html>"), "the page holds no article text"),
    ((200, HTML, page("Log in to read.")), "'http://local.example/fire' holds no more text than the feed itself"),
    ((200, FEED, documents.RSS), "'http://local.example/fire' is no article but a file of several"),
]


@pytest.mark.parametrize(("answer", "reason"), NOT_HAD, ids=[r for _, r in NOT_HAD])
def test_where_the_page_can_not_be_had_the_entry_is_kept_and_that_is_said(
    site: Site, answer: tuple[int, dict[str, str], bytes], reason: str
) -> None:
    site.pages["/fire"] = answer
    site.pages["/rain"] = (200, HTML, page(WHOLE))
    fire, rain = read(site, feed(entry("Fire", "/fire"), entry("Rain", "/rain")))
    assert isinstance(fire, Found)
    assert fire.article.text == f"Fire\n\n{SUMMARY}"
    assert fire.note.startswith(f"only the feed's summary was kept: {reason}")
    assert isinstance(rain, Found)
    assert rain.note == ""


def test_an_entry_without_text_or_page_is_refused_with_both_reasons(site: Site) -> None:
    bare, lost = read(site, feed(entry("Fire", text=""), entry("Rain", "/rain", text="")))
    assert bare == Refused("http://local.example/feed.xml: Fire", "the entry holds no text but its title")
    assert isinstance(lost, Refused)
    assert lost.reason.startswith("the entry holds no text but its title; 'http://local.example/rain' answers 404")


def test_a_feed_that_is_a_file_asks_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "fetch", lambda url: pytest.fail(f"{url} was asked for"))
    (tmp_path / "feed.xml").write_bytes(feed(entry("Fire", "https://post.example/fire")))
    (found,) = articles.collect(articles.given_as(str(tmp_path / "feed.xml")))
    assert isinstance(found, Found)
    assert found.article.text == f"Fire\n\n{SUMMARY}"
    assert found.note == "only the feed's summary was kept: give the feed by its address, then its pages are fetched"


LIMITS: list[tuple[str, float, str]] = [
    ("MOST_PAGES", 1, "of one feed at most 1 pages are fetched"),
    ("LARGEST_PAGES", 1, "the feed's pages have 0 MB already"),
    ("LONGEST_S", 0.0, "the feed's pages have taken 0 minutes already"),
]


@pytest.mark.parametrize(("name", "most", "reason"), LIMITS)
def test_one_feed_fetches_so_much_and_no_more(
    site: Site, monkeypatch: pytest.MonkeyPatch, name: str, most: float, reason: str
) -> None:
    monkeypatch.setattr(feed_pages, name, most)
    site.pages["/fire"] = site.pages["/rain"] = (200, HTML, page(WHOLE))
    *_, last = read(site, feed(entry("Fire", "/fire"), entry("Rain", "/rain")))
    assert isinstance(last, Found)
    assert reason in last.note
    assert "/rain" not in [path for _, path in site.asked]


LONG = "word " * 300
TOLD = [  # an entry, and whether it is told only in short
    (entry("Fire", "/fire"), True),
    (entry("Fire", "/fire", LONG), False),
    (entry("Fire", "/fire", LONG + "Continue reading"), True),
    (entry("Fire", "/fire", LONG + "[…]"), True),
    (entry("Fire", "/fire", content="<p>It burned.</p>"), False),
    (entry("Fire", "/fire", content="<p>It burned ...</p>"), True),
    (entry("Fire"), False),
]


@pytest.mark.parametrize(("written", "expected"), TOLD)
def test_an_entry_is_a_summary_when_it_has_a_page_and_no_whole_text(written: str, expected: bool) -> None:
    (found,) = entries_of("feed.xml", feed(written))
    assert is_summary(found) is expected


# --- how many there are -----------------------------------------------------------------------------------------------

LINES = b'{"text": "Rain."}\n\nnonsense\n{"text": "Fog."}\n'
COUNTED: list[tuple[str, Callable[[], bytes], int]] = [
    ("a.txt", lambda: b"Rain fell.", 1),
    ("a.csv", lambda: b"text\nRain.\nSnow.\n", 2),
    ("a.csv", lambda: b"text\n", 0),
    ("a.csv", lambda: b"nothing\nRain.\n", 1),
    ("a.json", lambda: b'[{"text": "Rain."}, {"text": "Snow."}]', 2),
    ("a.jsonl", lambda: LINES, 3),
    ("a.xml", lambda: documents.RSS, 3),
    ("a.eml", lambda: documents.mail(plain="Rain.", attached=[("a.txt", b"Fog."), ("b.png", b"")]), 2),
    ("a.eml", lambda: documents.mail(attached=[("a.txt", b"Fog.")]), 1),
    ("a.zip", lambda: documents.zipped([("a.txt", b"Rain."), ("rows.jsonl", LINES), ("b.png", b"")]), 5),
    ("a.zip", lambda: b"PK", 1),
]


@pytest.mark.parametrize(("name", "body", "number"), COUNTED)
def test_what_a_source_holds_is_counted_before_it_is_read(name: str, body: Callable[[], bytes], number: int) -> None:
    said: list[int] = []
    items = [*articles.collect([articles.uploaded(name, body())], more=said.append)]
    assert len(items) == number == 1 + sum(said)
