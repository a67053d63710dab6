"""Web pages: their text without what stands around it, and what their markup says."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import articles
from timeline.errors import InputError, TimelineError
from timeline.model import BlockKind, StatedDate

PARAGRAPHS = (
    "Two walls of the old bridge fell into the river on Monday evening, the city's engineers said on Tuesday.",
    "Nobody was hurt, and the mayor said that the bridge would stay closed until the inspection of its arches ends.",
    "The bridge was built in 1874 and had been repaired several times since, most recently after the flood of 2011.",
)


def page(head: str = "", *, lang: str = "en") -> str:
    story = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f'<!doctype html><html lang="{lang}"><head><title>Walls fall - The Herald</title>{head}</head><body>'
        '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Walls fall into the river</h1>'
        '<figure><img src="a.jpg"><figcaption>Workers clear rubble in Rivertown, May 12, 2015.</figcaption></figure>'
        f"{story}</article><aside>Read more: ten bridges</aside><footer>Cookie policy</footer></body></html>"
    )


def test_the_story_is_kept_with_its_captions_and_menus_are_not() -> None:
    article = articles.from_html(page())
    body = [b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.BODY]
    captions = [b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.CAPTION]
    assert body == list(PARAGRAPHS)
    assert captions == ["Workers clear rubble in Rivertown, May 12, 2015."]
    assert not any(word in article.text for word in ("Home", "Cookie", "ten bridges"))


def test_title_site_and_language_are_read_and_those_given_go_first() -> None:
    head = (
        '<meta property="og:title" content="Walls fall into the river"><meta property="og:site_name" content="Herald">'
    )
    article = articles.from_html(page(head, lang="en-GB"))
    assert (article.title, article.source, article.language) == ("Walls fall into the river", "Herald", "en")
    given = articles.from_html(page(head), title="Bridge", source="Feed", id="b1", published=date(2015, 5, 13))
    assert (given.title, given.source, given.id, given.published) == ("Bridge", "Feed", "b1", date(2015, 5, 13))


META = '<meta property="article:published_time" content="2015-05-12T22:10:00+02:00">'
JSON_LD = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2015-05-12"}</script>'
CANONICAL = '<link rel="canonical" href="https://herald.example/2015/05/12/walls">'
DAY = date(2015, 5, 12)
DATED = [
    (META, [("metadata", DAY)]),
    (JSON_LD, [("metadata", DAY)]),
    (CANONICAL, [("metadata", DAY), ("url", DAY)]),
]


@pytest.mark.parametrize(("head", "expected"), DATED)
def test_the_markup_and_the_address_state_dates(head: str, expected: list[tuple[str, date]]) -> None:
    stated = articles.from_html(page(head)).stated_dates
    assert [(s.kind, s.date) for s in stated] == expected


def test_a_markup_date_tells_its_name() -> None:
    (stated,) = articles.from_html(page(META)).stated_dates
    assert stated.says == "the page's article:published_time is 2015-05-12"


def test_the_caption_of_an_older_picture_is_no_date_of_the_page() -> None:
    old = page().replace("Workers clear rubble in Rivertown, May 12, 2015.", "FILE - The old bridge, May 2, 2014.")
    assert articles.from_html(page()).stated_dates == (
        StatedDate("metadata", DAY, "the dates of the page point to 2015-05-12"),
    )
    assert date(2014, 5, 2) not in [s.date for s in articles.from_html(old).stated_dates]


def test_bytes_are_decoded_by_the_declaration_of_the_page() -> None:
    text = page('<meta charset="iso-8859-1">').replace("Rivertown", "Mönchstadt")
    assert "Mönchstadt" in articles.from_html(text.encode("latin-1")).text


@pytest.mark.parametrize("declared", ["undefined", "idna", "punycode", "base64", "no-such"])
def test_a_declaration_that_decodes_nothing_is_passed_over(declared: str) -> None:
    text = page(f'<meta charset="{declared}">').replace("Rivertown", "Mönchstadt")
    assert "Mönchstadt" in articles.from_html(text.encode("latin-1")).text


BROKEN = [
    page().replace("</p>", "").replace("</article>", ""),
    page().replace("<html", "<htm").replace("</head>", ""),
    page()[: page().index("</article>")],
    "".join(f"<p>{p}" for p in PARAGRAPHS),
    "\x00" + page(),
    "<div>" * 150 + page() + "</div>" * 10,
]


@pytest.mark.parametrize("html", BROKEN)
def test_malformed_pages_are_read(html: str) -> None:
    assert PARAGRAPHS[0] in articles.from_html(html).text


@pytest.mark.parametrize(
    "html", ["", "<", "<html></html>", "no tags at all", "<html><body><script>x()</script></body></html>"]
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(InputError, match="paste"):
        articles.from_html(html)


def test_scripts_in_a_page_never_become_text() -> None:
    text = articles.from_html(page("<script>alert('walls')</script>")).text
    assert "alert" not in text


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<html>", "<", ">", "walls fall ", "&amp;", "<!--", "\x00", '"', "<article>", "<meta "]
        ),
        max_size=25,
    )
)
@settings(max_examples=100)
def test_any_markup_gives_an_article_or_a_sentence(parts: list[str]) -> None:
    with suppress(TimelineError):
        assert articles.from_html("".join(parts)).text.strip()
