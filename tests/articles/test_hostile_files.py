"""Files that are damaged, locked, empty, bombs or liars: one clear sentence each, and the rest is read."""

from __future__ import annotations

import io
import tracemalloc
import zlib
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.articles import documents
from tests.articles.test_formats import items, refused
from timeline import articles
from timeline.articles import Found, Refused, contents, feeds, pdf, records, sources, word
from timeline.errors import TimelineError

FIRE = b"A fire broke out on Monday."


def pdf_of(page: bytes) -> bytes:
    """A PDF of one page, whose packed content is given."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length " + str(len(page)).encode() + b">>\nstream\n" + page + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    written, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(written) + (
        b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer\n<</Size 6/Root 1 0 R>>\n"
        b"startxref\n" + str(len(written)).encode() + b"\n%%EOF\n"
    )


def bomb() -> bytes:
    """A PDF whose page unpacks to four gigabytes."""
    packer = zlib.compressobj(9)
    head = packer.compress(b" ") + packer.flush(zlib.Z_FULL_FLUSH)
    blanks = packer.compress(b" " * (1 << 24)) + packer.flush(zlib.Z_FULL_FLUSH)
    return pdf_of(head + blanks * 256 + packer.flush())


def drag() -> bytes:
    """A small PDF that takes minutes to read: one page of a million letters, each at a place of its own."""
    return pdf_of(zlib.compress(b"BT /F 5 Tf " + b"1 0 0 1 9 9 Tm (x) Tj 1 0 0 1 99 120 Tm (y) Tj " * 500_000 + b"ET"))


def locked_zip() -> bytes:
    """A zip that says of its file that it is locked."""
    packed = bytearray(documents.zipped([("a.txt", FIRE)]))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)


def broken_zip() -> bytes:
    """A zip whose first file's bytes are others than it says, and whose second one is sound."""
    packed = bytearray(documents.zipped([("a.txt", FIRE * 50), ("b.txt", FIRE)]))
    at = packed.index(b"a.txt") + 10
    packed[at : at + 8] = bytes(8)
    return bytes(packed)


CASES = [
    ("a.pdf", b"%PDF-1.7 and nothing more", "'a.pdf' can't be read as a PDF; it may be damaged"),
    ("a.pdf", b"no PDF at all", "'a.pdf' can't be read as a PDF; it may be damaged"),
    ("a.pdf", b"", "'a.pdf' can't be read as a PDF; it may be damaged"),
    ("a.pdf", documents.pdf()[:900], "'a.pdf' "),
    ("a.pdf", documents.pdf(password="secret"), "'a.pdf' is locked with a password; save it without one"),
    (
        "a.pdf",
        documents.scan_pdf(),
        "'a.pdf' holds pictures of pages and no text; put it through text recognition (OCR)",
    ),
    ("a.docx", b"PK\x03\x04 not really", "'a.docx' can't be read as a Word document; it may be damaged"),
    ("a.docx", documents.zipped([("x.txt", FIRE)]), "'a.docx' can't be read as a Word document; it may be damaged"),
    ("a.docx", documents.word([" "], cells=()), "'a.docx' holds no text"),
    ("a.eml", documents.mail(), "'a.eml' is a mail without text"),
    ("a.eml", b"", "'a.eml' is a mail without text"),
    ("a.xml", b"<note><to>me</to></note>", "'a.xml' is neither an RSS nor an Atom feed"),
    ("a.xml", b'<rss version="2.0"><channel></channel></rss>', "the feed 'a.xml' has no entries"),
    ("a.json", b"{", "'a.json' is not JSON"),
    ("a.json", b"[1]", "entry 1 of 'a.json' is 1; an article is a JSON object"),
    ("a.json", b"[" * 100_000, "'a.json' is not JSON: it is nested too deeply"),
    ("a.json", b"{}", '"text" is missing; give a text'),
    (
        "a.csv",
        b"day,words\n1,2\n",
        'no column of \'a.csv\' holds the text; say which of "day", "words" does, like text=words',
    ),
    ("a.csv", b"\n\n", "'a.csv' is empty"),
    ("a.zip", b"PK\x03\x04 not really", "'a.zip' can't be read as a zip; it may be damaged"),
    ("a.zip", documents.zipped([]), "'a.zip' holds no files"),
    ("a.zip", locked_zip(), "'a.txt' is locked with a password; pack it without one"),
    (
        "a.zip",
        documents.zipped([("b.zip", documents.zipped([("a.txt", FIRE)]))]),
        "'b.zip' is packed inside of another",
    ),
    ("a.exe", b"MZ", "'a.exe' is a .exe file; give .txt, .html, .pdf"),
]


@pytest.mark.parametrize(("name", "body", "sentence"), CASES, ids=[f"{n}: {s}" for n, _, s in CASES])
def test_what_can_not_be_read_is_told_in_one_sentence(name: str, body: bytes, sentence: str) -> None:
    ((_, reason),) = refused(name, body)
    assert sentence in reason
    assert "\n" not in reason


def test_a_damaged_file_of_a_zip_hinders_no_other() -> None:
    first, second = items("a.zip", broken_zip())
    assert first == Refused("a.zip/a.txt", "'a.txt' is damaged in its zip")
    assert isinstance(second, Found)


@pytest.mark.parametrize(
    ("member", "name"),
    [
        ("../../etc/passwd.txt", "a.zip/etc/passwd.txt"),
        ("/etc/passwd.txt", "a.zip/etc/passwd.txt"),
        ("..\\..\\windows\\system.txt", "a.zip/windows/system.txt"),
    ],
)
def test_a_name_that_leads_out_of_a_zip_is_only_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, member: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (found,) = items("a.zip", documents.zipped([(member, FIRE)]))
    assert found.name == name
    assert list(tmp_path.rglob("*")) == []


def test_bombs_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.txt", bytes(20_000_000))
    monkeypatch.setattr(contents, "LARGEST_UNPACKED", 50_000_000)
    ((_, reason),) = refused("a.zip", packed.getvalue())
    assert reason == "'a.zip, unpacked,' has 60,000,000 bytes; at most 50,000,000 are read"
    monkeypatch.setattr(word, "LARGEST_UNPACKED", 50_000_000)
    ((_, reason),) = refused("a.docx", packed.getvalue())
    assert reason == "'a.docx' unpacks to 60,000,000 bytes; at most 50,000,000 are read"


def test_a_file_that_lies_about_its_size_is_damaged() -> None:
    packed = bytearray(documents.zipped([("a.txt", bytes(1_000_000))]))
    entry = packed.index(b"PK\x01\x02")
    packed[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    assert refused("a.zip", bytes(packed)) == [("a.zip/a.txt", "'a.txt' is damaged in its zip")]


def liar(name: str, method: int) -> bytes:
    """A zip of one file that says it is ten bytes, sum included, and unpacks to a hundred million."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", method) as archive, archive.open(name, "w") as file:
        for _ in range(100):
            file.write(b"A" * 1_000_000)
    lies = bytearray(packed.getvalue())
    entry = lies.rindex(b"PK\x01\x02")
    lies[entry + 16 : entry + 20] = zlib.crc32(b"A" * 10).to_bytes(4, "little")
    lies[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    return bytes(lies)


@pytest.mark.parametrize("method", [ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
@pytest.mark.parametrize(("name", "inner"), [("a.zip", "a.txt"), ("a.docx", "[Content_Types].xml")])
def test_what_lies_about_its_size_is_not_unpacked_beyond_it(name: str, inner: str, method: int) -> None:
    content = liar(inner, method)
    tracemalloc.start()
    try:
        items(name, content)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 20_000_000


def test_a_pdf_that_takes_all_memory_takes_its_own_process_alone() -> None:
    assert articles.from_bytes("a.pdf", pdf_of(zlib.compress(b"BT /F 12 Tf (Rain fell.) Tj ET"))).text == "Rain fell."
    ((_, reason),) = refused("a.pdf", bomb())
    assert reason == "'a.pdf' takes too much memory to read; save it anew with fewer pages"


def test_a_pdf_that_takes_all_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "TIMEOUT_S", 1)
    ((_, reason),) = refused("a.pdf", drag())
    assert reason == "'a.pdf' takes too long to read; save it anew with fewer pages"


def test_more_than_a_file_may_have_is_refused() -> None:
    for name in ("a.pdf", "a.zip", "a.csv", "a.eml"):
        ((_, reason),) = refused(name, bytes(articles.LARGEST_DOCUMENT + 1))
        assert reason == f"'{name}' has 25,000,001 bytes; at most 25,000,000 are read"


def test_a_word_document_names_nothing_outside_of_it(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    source = ZipFile(io.BytesIO(documents.word()))
    members = []
    for info in source.infolist():
        body = source.read(info)
        if info.filename == "word/document.xml":
            body = body.replace(
                b"<w:document", b'<!DOCTYPE d [<!ENTITY s SYSTEM "file://%s">]><w:document' % bytes(secret), 1
            )
            body = body.replace(b"Fire engines", b"&s;")
        members.append((info.filename, body))
    for item in items("a.docx", documents.zipped(members)):
        assert not isinstance(item, Found) or "the secret" not in item.article.text


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 10) for c in range(ord("b"), ord("k")))
    + b']><rss version="2.0"><channel><title>x</title><item><description>&j;</description></item></channel></rss>'
)


def test_a_feed_that_unfolds_without_end_is_not_unfolded() -> None:
    for item in items("a.xml", LAUGHS):
        assert not isinstance(item, Found) or len(item.article.text) < 1000


def test_a_file_named_like_one_on_disk_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(documents.ATOM)
    body = str(tmp_path / "feed.xml").encode()
    assert refused("a.xml", body) == [("a.xml", "'a.xml' is neither an RSS nor an Atom feed")]


def test_a_folder_is_read_without_what_is_hidden_or_leads_away(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(FIRE)
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "b.txt").write_bytes(FIRE)
    (folder / "a.txt").write_bytes(FIRE)
    (folder / ".git").mkdir()
    (folder / ".git" / "c.txt").write_bytes(FIRE)
    (folder / "link.txt").symlink_to(outside)
    (folder / "linked").symlink_to(tmp_path)
    read = articles.collect(articles.given_as(str(folder)))
    assert [i.name for i in read] == [str(folder / "a.txt"), str(folder / "deep" / "b.txt")]


def test_more_than_are_read_is_said_and_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (contents, sources):
        monkeypatch.setattr(module, "MOST_FILES", 2)
    monkeypatch.setattr(records, "MOST_RECORDS", 2)
    monkeypatch.setattr(feeds, "MOST_ENTRIES", 2)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_bytes(FIRE)
    entry = b"<item><description>Rain fell.</description></item>"
    many = {
        "a.zip": documents.zipped([(f"{n}.txt", FIRE) for n in range(3)]),
        "a.csv": b"text\nRain.\nSnow.\nFog.\n",
        "a.json": b'[{"text": "Rain."}, {"text": "Snow."}, {"text": "Fog."}]',
        "a.xml": b'<rss version="2.0"><channel><title>x</title>' + entry * 3 + b"</channel></rss>",
    }
    said = {name: [reason for _, reason in refused(name, body)] for name, body in many.items()}
    assert said == {
        "a.zip": ["'a.zip' holds 3 files; at most 2 are read"],
        "a.csv": ["'a.csv' has more than 2 rows; the rest is not read"],
        "a.json": ["'a.json' has 3 entries; at most 2 are read"],
        "a.xml": ["the feed 'a.xml' has 3 entries; the first 2 were read"],
    }
    *_, last = articles.collect(articles.given_as(str(tmp_path)))
    assert last == Refused(str(tmp_path), f"the folder {str(tmp_path)!r} holds 3 files; the first 2 were read")


@given(st.binary(max_size=300), st.sampled_from(["a.docx", "a.eml", "a.xml", "a.json", "a.jsonl", "a.csv", "a.zip"]))
@settings(max_examples=200)
def test_any_bytes_give_articles_or_reasons(body: bytes, name: str) -> None:
    for item in items(name, body):
        assert isinstance(item, Refused) or item.article.text.strip()
    with suppress(TimelineError):
        articles.from_bytes(name, body)
