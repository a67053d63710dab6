"""Each kind of document gives its article: the text whole, the dates in it, and what it says of itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from tests.articles import documents
from tests.articles.documents import ATOM, HEADLINE, LEAD, RSS, SECOND, STORY
from timeline import articles, read_article
from timeline.articles import Found, Item, Options, Refused
from timeline.errors import InputError
from timeline.model import Article, Entry, SetPublication, StatedDate
from timeline.pipeline import republished
from timeline.wording import publication_basis

TEXT = "\n\n".join(STORY)


def items(name: str, body: bytes, **options: object) -> list[Item]:
    return list(articles.collect([articles.uploaded(name, body)], Options(**options)))  # type: ignore[arg-type]


def found(name: str, body: bytes, **options: object) -> list[Article]:
    read = items(name, body, **options)
    assert [i for i in read if isinstance(i, Refused)] == []
    return [i.article for i in read if isinstance(i, Found)]


def refused(name: str, body: bytes, **options: object) -> list[tuple[str, str]]:
    return [(i.name, i.reason) for i in items(name, body, **options) if isinstance(i, Refused)]


# --- one article ------------------------------------------------------------------------------------------------------

DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "fire.txt": TEXT.encode,
    "fire.html": lambda: (
        f"<html><body><article><h1>{HEADLINE}</h1><p>{LEAD}</p><p>{SECOND}</p></article></body></html>".encode()
    ),
    "fire.pdf": documents.pdf,
    "fire.docx": documents.word,
    "fire.eml": lambda: documents.mail(plain=f"{LEAD}\n\n{SECOND}"),
    "fire.json": lambda: json.dumps({"title": HEADLINE, "maintext": TEXT}).encode(),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_kind_tells_the_same_story_and_the_same_day(name: str) -> None:
    (article,) = found(name, DOCUMENTS[name](), published=None)
    lines = [line for line in article.text.splitlines() if line]
    assert lines[:3] == list(STORY)
    assert read_article(article).publication.date == date(2021, 3, 9)
    assert "2020-09-24" in [t.value for t in read_article(article).timexes]


def test_what_is_printed_on_every_page_stays_once() -> None:
    body = [f"Paragraph {n} tells of the harbour and what was seen there by people who came." for n in range(90)]
    article = articles.from_bytes("fire.pdf", documents.pdf(body, above="The Lowen Post, Wednesday 10 March 2021"))
    assert article.text.startswith("The Lowen Post, Wednesday 10 March 2021\n\nParagraph 0")
    assert article.text.count("Lowen Post") == 1
    assert "Page" not in article.text
    assert article.text.count("\n\n") == 90


LINES = [
    (
        ("The fire broke out on Septem-", "ber 24, the chief said."),
        "The fire broke out on September 24, the chief said.",
    ),
    (("It was seen in mid-", "March by all who came."), "It was seen in mid-March by all who came."),
    (("It was held on 2021-", "03-09 in the old town hall."), "It was held on 2021-03-09 in the old town hall."),
    (("It ran from Monday to", "Friday in the old town."), "It ran from Monday to Friday in the old town."),
    (
        ("The whole quay was closed for a long time.", "It burned.", "The mayor came on Tuesday to see the place."),
        "The whole quay was closed for a long time. It burned.\n\nThe mayor came on Tuesday to see the place.",
    ),
    (
        ("The whole quay was closed for a long time.", "    It burned on until the morning of the day."),
        "The whole quay was closed for a long time.\n\nIt burned on until the morning of the day.",
    ),
]


@pytest.mark.parametrize(("lines", "text"), LINES, ids=[t for _, t in LINES])
def test_lines_of_a_pdf_are_paragraphs_again(lines: tuple[str, ...], text: str) -> None:
    assert articles.from_bytes("a.pdf", documents.lines_pdf(lines)).text == text


def test_a_column_is_read_before_the_next_and_a_paragraph_runs_on_in_it() -> None:
    words = "The harbour was closed on Monday while the crews looked for the cause of the fire, "
    article = articles.from_bytes("a.pdf", documents.columns_pdf(words * 3 + "which was", "found on Tuesday. " + words))
    assert "which was found on Tuesday." in article.text


MADE = datetime(2021, 3, 10, 8, 15)


@pytest.mark.parametrize(
    ("name", "body", "stated"),
    [
        (
            "a.pdf",
            documents.pdf(made=MADE),
            StatedDate("file", date(2021, 3, 10), "the PDF's properties say that it was made on 2021-03-10"),
        ),
        (
            "a.docx",
            documents.word(created=MADE),
            StatedDate("file", date(2021, 3, 10), "the document's properties say that it was made on 2021-03-10"),
        ),
        ("a.docx", documents.word(), None),  # the day on which the library's own template was made
        (
            "a.eml",
            documents.mail(plain=LEAD),
            StatedDate("mail", date(2021, 3, 9), "the mail's Date header says 2021-03-09"),
        ),
        ("a.eml", documents.mail(plain=LEAD, date=""), None),
        ("a.eml", documents.mail(plain=LEAD).replace(b"09 Mar 2021", b"99 Mar 99999999999"), None),
    ],
)
def test_the_day_a_document_tells_of_itself_is_evidence(name: str, body: bytes, stated: StatedDate | None) -> None:
    assert articles.from_bytes(name, body).stated_dates == ((stated,) if stated else ())


RAIN = "It rained in the valley."
HELD = [  # name, body, where the day of publication comes from, and the evidence for it
    ("a.txt", f"March 9, 2021\n\n{RAIN}".encode(), "read from the text", None),
    ("a.eml", documents.mail(plain=RAIN), "from the mail's Date header", "the mail's Date header says 2021-03-09"),
    (
        "a.docx",
        documents.word((RAIN,), created=MADE),
        "from the file's properties",
        "the document's properties say that it was made on 2021-03-10",
    ),
    (
        "a.pdf",
        documents.pdf((RAIN,), made=MADE),
        "from the file's properties",
        "the PDF's properties say that it was made on 2021-03-10",
    ),
    (
        "a.html",
        f'<html><head><meta name="pubdate" content="2021-03-09"></head><body><p>{RAIN}</p></body></html>'.encode(),
        "from the page's metadata",
        "the page's pubdate is 2021-03-09",
    ),
    (
        "a.json",
        json.dumps({"text": RAIN, "url": "https://post.example/2021/03/09/rain"}).encode(),
        "from the address",
        "the address holds 2021/03/09",
    ),
    (
        "a.json",
        json.dumps({"text": RAIN, "date_publish": "2021-03-09"}).encode(),
        "from the JSON",
        'the field "date_publish" says 2021-03-09',
    ),
    ("a.csv", f"text,day\n{RAIN},2021-03-09\n".encode(), "from the table", 'the column "day" says 2021-03-09'),
    ("a.csv", f"text,day\n{RAIN},\n".encode(), "not known", None),
    (
        "a.atom",
        ATOM.replace(b"A fire broke out.", RAIN.encode()),
        "from the feed",
        "the feed says that the entry was published on 2021-03-09",
    ),
]


@pytest.mark.parametrize(("name", "body", "basis", "says"), HELD)
def test_what_holds_the_day_of_publication_is_named(name: str, body: bytes, basis: str, says: str | None) -> None:
    (article,) = found(name, body, columns={"published": "day"} if name.endswith(".csv") else {})
    reading = read_article(article)
    assert publication_basis(reading) == basis
    assert [e.says for e in reading.publication.evidence if e.span is None] == ([says] if says else [])


def test_a_day_that_a_person_gives_is_not_the_tables() -> None:
    (article,) = found("a.csv", f"text\n{RAIN}\n".encode(), published=date(2021, 3, 9))
    reading = read_article(article)
    assert publication_basis(reading) == "as given"
    later = Entry(1, SetPublication(article.id, date(2021, 3, 10)), "", datetime(2021, 4, 1, tzinfo=UTC))
    assert publication_basis(republished(reading, (later,))) == "set by hand"


def test_the_day_a_file_was_made_is_a_hint_that_never_outweighs_the_text() -> None:
    told = articles.from_bytes("a.pdf", documents.pdf(made=datetime(2023, 5, 1)))
    published = read_article(told).publication
    assert published.date == date(2021, 3, 9)
    assert [e.kind for e in published.evidence if e.span is None] == []
    silent = articles.from_bytes("a.pdf", documents.pdf(("It rained.",), made=MADE))
    assert read_article(silent).publication.date == date(2021, 3, 10)


@pytest.mark.parametrize(("title", "kept"), [(HEADLINE.upper(), HEADLINE.upper()), ("Microsoft Word - Document1", "")])
def test_a_documents_title_is_believed_where_its_text_says_it(title: str, kept: str) -> None:
    assert articles.from_bytes("a.docx", documents.word(title=title)).title == kept


def test_a_table_of_a_word_document_is_read_row_by_row() -> None:
    assert articles.from_bytes("a.docx", documents.word()).text.endswith("\n\nFire engines | 12")


def test_a_mail_is_headed_by_its_subject_and_named_by_its_sender() -> None:
    (article,) = found("a.eml", documents.mail(html=f"<p>{LEAD}</p><style>p {{}}</style><p>{SECOND}</p>"))
    assert (article.text, article.title, article.source) == (TEXT, HEADLINE, "Lowen Post")


def test_the_readable_files_of_a_mail_are_read_with_it() -> None:
    carried = [("fire.pdf", documents.pdf()), ("logo.png", b"\x89PNG"), ("more.zip", b"PK"), ("x.txt", b"")]
    read = items("a.eml", documents.mail(plain="See the files.", attached=carried))
    assert [(i.name, isinstance(i, Found)) for i in read] == [
        ("a.eml", True),
        ("a.eml/fire.pdf", True),
        ("a.eml/more.zip", False),
        ("a.eml/x.txt", False),
    ]


def test_a_mail_of_files_alone_is_its_files() -> None:
    read = items("a.eml", documents.mail(attached=[("fire.txt", TEXT.encode())]))
    assert [i.name for i in read] == ["a.eml/fire.txt"]


# --- many articles ----------------------------------------------------------------------------------------------------


def test_a_feed_is_an_article_for_each_entry_with_its_own_day() -> None:
    read = items("post.xml", RSS)
    assert [i.name for i in read] == [
        "post.xml: Fire &amp; Water",
        "post.xml: Only a title",
        "post.xml: an entry without a title",
    ]
    fire, title, rain = read
    assert isinstance(fire, Found)
    assert fire.article.text == "Fire & Water\n\nA fire broke out on Monday evening.\n\nTwo were hurt.\n\nOne left."
    assert (fire.article.source, fire.article.url) == ("Lowen Post", "https://lowen-post.example/2021/03/09/fire")
    assert [(s.kind, s.date) for s in fire.article.stated_dates] == [
        ("feed", date(2021, 3, 9)),
        ("url", date(2021, 3, 9)),
    ]
    assert title == Refused("post.xml: Only a title", "the entry holds no text but its title")
    assert isinstance(rain, Found)


def test_an_atom_feed_tells_when_an_entry_was_published_not_updated() -> None:
    (article,) = found("post.atom", ATOM)
    assert article.text == "Fire\n\nA fire broke out."
    assert [s.says for s in article.stated_dates] == ["the feed says that the entry was published on 2021-03-09"]


NEWS_PLEASE = {
    "authors": ["A. Writer"],
    "date_download": "2021-03-12 10:00:00",
    "date_publish": "2021-03-09 21:30:00",
    "description": None,
    "language": "en",
    "maintext": LEAD,
    "source_domain": "lowen-post.example",
    "title": HEADLINE,
    "url": "https://lowen-post.example/fire",
}
RECORDS = [
    ("a.json", json.dumps(NEWS_PLEASE), {}),
    ("a.json", json.dumps([NEWS_PLEASE]), {}),
    ("a.json", json.dumps({"articles": [NEWS_PLEASE]}), {}),
    ("a.jsonl", json.dumps(NEWS_PLEASE) + "\n\n", {}),
    (
        "a.csv",
        f'title,maintext,date_publish,language,source_domain,url\n{HEADLINE},"{LEAD}",2021-03-09 21:30:00,en,'
        "lowen-post.example,https://lowen-post.example/fire\n",
        {},
    ),
    (
        "a.csv",
        f'\ufefftitle;words;day;language;outlet;link\n{HEADLINE};"{LEAD}";2021-03-09;en;lowen-post.example;'
        "https://lowen-post.example/fire\n",
        {"text": "words", "published": "day"},
    ),
    (
        "a.tsv",
        f"headline\ttext\tpublished\tlanguage\tsource\turl\n{HEADLINE}\t{LEAD}\t2021-03-09\ten\tlowen-post.example\t"
        "https://lowen-post.example/fire\n",
        {},
    ),
]


@pytest.mark.parametrize(("name", "text", "columns"), RECORDS)
def test_records_of_every_shape_are_the_same_article(name: str, text: str, columns: dict[str, str]) -> None:
    (article,) = found(name, text.encode(), columns=columns)
    assert (article.text, article.title, article.published) == (LEAD, HEADLINE, date(2021, 3, 9))
    assert (article.source, article.url) == ("lowen-post.example", "https://lowen-post.example/fire")


def test_one_bad_record_hinders_no_other() -> None:
    lines = b'{"text": "Rain."}\nnonsense\n[1]\n{"text": 5}\n{"text": "Snow.", "date": "9.3.21"}\n{"text": "Fog."}'
    read = items("w.jsonl", lines)
    assert [(i.name, isinstance(i, Found)) for i in read] == [
        ("w.jsonl, line 1", True),
        ("w.jsonl, line 2", False),
        ("w.jsonl, line 3", False),
        ("w.jsonl, line 4", False),
        ("w.jsonl, line 5", False),
        ("w.jsonl, line 6", True),
    ]
    assert [i.article.id for i in read if isinstance(i, Found)] == ["w-1", "w-6"]


@pytest.mark.parametrize(
    ("written", "columns"),
    [
        ("text=body, published = day", {"text": "body", "published": "day"}),
        ("text=the words", {"text": "the words"}),
        ("", {}),
    ],
)
def test_a_mapping_of_columns_is_read(written: str, columns: dict[str, str]) -> None:
    assert articles.parse_columns(written) == columns


@pytest.mark.parametrize("written", ["text", "text=", "=body", "body=text", "text=a;b=c,x"])
def test_a_mapping_that_says_nothing_is_refused_with_what_would_be_right(written: str) -> None:
    with pytest.raises(InputError, match="maps no column; write FIELD=COLUMN, where FIELD is one of text, id, title"):
        articles.parse_columns(written)


def test_a_zip_is_every_file_in_it_under_its_own_name() -> None:
    members = [("deep/fire.pdf", documents.pdf()), ("__MACOSX/._fire.pdf", b"x"), (".DS_Store", b"x"), ("r.xml", ATOM)]
    assert [i.name for i in items("june.zip", documents.zipped(members))] == [
        "june.zip/deep/fire.pdf",
        "june.zip/r.xml: Fire",
    ]
