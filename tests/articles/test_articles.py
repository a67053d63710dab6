"""Texts, files and days as they are given."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import articles, languages
from timeline.errors import InputError, TimelineError
from timeline.model import StatedDate

STORY = "The mayor said on Friday that the old bridge would stay closed until the inspection ends."


def test_a_text_keeps_every_character_it_was_given() -> None:
    text = "\ufeffWalls\u200b fall\r\n\r\nThe \x00 mayor said \u202eno\u202c, 𝔘 too.\r\n"
    article = articles.from_text(text, id="a", title="t", source="s", published=date(2019, 9, 24))
    assert (article.text, article.id, article.title, article.source) == (text, "a", "t", "s")
    assert article.published == date(2019, 9, 24)
    assert [b.span.of(text) for b in article.blocks] == [
        "\ufeffWalls\u200b fall",
        "The \x00 mayor said \u202eno\u202c, 𝔘 too.",
    ]


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="the article is empty"):
        articles.from_text(text)


def test_ten_million_characters_are_read_and_one_more_is_not() -> None:
    text = "word " * (articles.LARGEST_TEXT // 5)
    assert len(articles.from_text(text).text) == articles.LARGEST_TEXT
    with pytest.raises(InputError, match="10,000,001 characters; at most 10,000,000"):
        articles.from_text(text + "x")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2019/09/24/walls-fall", date(2019, 9, 24)),
        ("https://news.example/world/2019-09-24-walls.html", date(2019, 9, 24)),
        ("https://news.example/2019/sep/24/walls", date(2019, 9, 24)),
        ("https://news.example/walls_20190924.html", date(2019, 9, 24)),
        ("https://news.example/2019/9/4/walls", date(2019, 9, 4)),
        ("https://news.example/2019/13/45/walls", None),
        ("https://news.example/article-120190924999", None),
        ("https://news.example/2019/09/walls", None),
        ("https://news.example/top-2019-walls", None),
        ("", None),
    ],
)
def test_the_day_in_an_address_is_a_stated_date(url: str, day: date | None) -> None:
    stated = articles.from_text(STORY, url=url).stated_dates
    assert [(s.kind, s.date) for s in stated] == ([("url", day)] if day else [])


@pytest.mark.parametrize("written", ["2019-09-24", "20190924", " 2019-09-24T10:00:00Z ", "2019-09-24 10:00"])
def test_a_day_is_read_from_iso_forms(written: str) -> None:
    assert articles.parse_day(written) == date(2019, 9, 24)


@pytest.mark.parametrize("written", ["2019-13-45", "2019-02-29", "24/09/2019", "today", "", "0000-01-01", "9" * 5000])
def test_a_wrong_day_is_named_with_what_would_be_right(written: str) -> None:
    with pytest.raises(InputError) as caught:
        articles.parse_day(written)
    assert repr(written[:40]) in str(caught.value)
    assert "YYYY-MM-DD" in str(caught.value)


LANGUAGES = [
    ("en", STORY),
    ("en", "Walls fall"),
    ("en", "Monday Monday Monday"),
    ("en", ""),
    (
        "de",
        "Der Bürgermeister sagte am Freitag, dass die alte Brücke nicht für den Verkehr offen ist.",
    ),
    (
        "fr",
        "Le maire a dit vendredi que le vieux pont est fermé pour les voitures et pas pour les piétons dans la ville.",
    ),
    (
        "es",
        "El alcalde dijo el viernes que el puente está cerrado para los coches y no para las personas que van a pie.",
    ),
    (
        "it",
        "Il sindaco ha detto che il ponte non è aperto per le auto e che la città è in attesa della fine dei lavori.",
    ),
    ("nl", "De burgemeester zei dat de brug niet open is voor het verkeer en dat het werk nog niet klaar is."),
    ("ru", "Мэр сказал в пятницу, что старый мост закрыт."),
    ("uk", "Міський голова сказав, що старий міст закрито для її мешканців і гостей."),
    ("zh", "市长周五表示，这座旧桥将继续关闭，直到检查结束。"),
    ("ja", "市長は金曜日、古い橋は検査が終わるまで閉鎖されると述べた。"),
    ("ar", "قال رئيس البلدية يوم الجمعة إن الجسر القديم سيظل مغلقا."),
]


@pytest.mark.parametrize(("language", "text"), LANGUAGES)
def test_a_language_is_told_by_its_commonest_words_or_its_script(language: str, text: str) -> None:
    assert articles.language_of(text) == language
    assert language in languages.NAMES


def test_a_language_that_is_given_is_not_guessed() -> None:
    assert articles.from_text(STORY, language="de").language == "de"
    assert articles.from_text(STORY).language == "en"


ENCODED = [
    (STORY.encode(), STORY),
    (b"\xef\xbb\xbf" + STORY.encode(), STORY),
    (STORY.encode("utf-16"), STORY),
    ("The mayor’s “café” in Málaga reopened.".encode("cp1252"), "The mayor’s “café” in Málaga reopened."),
]


@pytest.mark.parametrize(("content", "text"), ENCODED)
def test_files_are_decoded_by_mark_as_utf8_or_by_guess(content: bytes, text: str) -> None:
    assert articles.from_bytes("bridge.txt", content).text == text


REFUSED = [
    ("bridge.txt", b"", "'bridge.txt' is empty"),
    ("bridge.txt", b" \n", "'bridge.txt' is empty"),
    ("bridge.txt", b"%PDF-1.7 ...", "'bridge.txt' is not text but binary"),
    ("bridge.txt", bytes(range(256)) * 40, "'bridge.txt' is not text but binary"),
    ("bridge.txt", b"\xff\xfe\x00", "'bridge.txt' begins like utf-16"),
    ("bridge.jpg", b"x", "'bridge.jpg' is a .jpg file; give .txt, .html, .pdf, .docx, .eml, .json, .jsonl, .csv, .xml"),
    ("bridge.csv", b"text", "'bridge.csv' may hold several articles"),
    ("bridge.txt", b"x" * (articles.LARGEST_FILE + 1), "5,000,001 bytes; at most 5,000,000"),
    ("bridge.html", b"no tags here", "not readable as HTML"),
]


@pytest.mark.parametrize(("name", "content", "message"), REFUSED, ids=[m for _, _, m in REFUSED])
def test_what_is_no_article_is_refused_in_one_sentence(name: str, content: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        articles.from_bytes(name, content)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_gives_its_name_as_id(tmp_path: Path) -> None:
    path = tmp_path / "old bridge.txt"
    path.write_text(STORY, encoding="utf-8")
    article = articles.from_file(path)
    assert (article.id, article.text) == ("old bridge", STORY)
    assert articles.from_file(path, id="b7").id == "b7"


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no file"):
        articles.from_file(tmp_path / "none.txt")
    with pytest.raises(InputError, match="can't be read"):
        articles.from_file(tmp_path)


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.html", "a"]))
@settings(max_examples=150)
def test_any_bytes_give_an_article_or_a_sentence(content: bytes, name: str) -> None:
    with suppress(TimelineError):
        assert articles.from_bytes(name, content).text.strip()


def test_stated_dates_given_come_before_the_address() -> None:
    stated = StatedDate("metadata", date(2019, 9, 25), "the feed says 2019-09-25")
    article = articles.from_text(STORY, url="https://news.example/2019/09/24/a", stated_dates=(stated,))
    assert [s.kind for s in article.stated_dates] == ["metadata", "url"]
