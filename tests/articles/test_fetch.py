"""Pages from the network: a real server on this machine, which the rule itself would refuse to reach."""

from __future__ import annotations

import gzip
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import pytest
import trustme

from tests.articles import documents
from tests.articles.site import Answer, Site, serving
from timeline import articles
from timeline.articles import Refused, contents, fetch
from timeline.articles.fetch import Endpoint, Page, public_endpoint
from timeline.errors import InputError

PAGE = b"<html><body><h1>Fire on the Quay</h1><p>A fire broke out on Monday, March 8, 2021.</p></body></html>"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as running:
        yield running


HTML = {"Content-Type": "text/html; charset=utf-8"}


def test_a_page_is_fetched_from_the_address_that_was_looked_at_under_its_own_name(site: Site) -> None:
    site.pages["/fire?a=1&b=%20"] = (200, HTML, PAGE)
    assert site.get("http://local.example/fire?a=1&b=%20#top") == Page(
        "http://local.example/fire?a=1&b=%20#top", "text/html", PAGE
    )
    assert site.asked == [("local.example", "/fire?a=1&b=%20")]


def test_letters_of_an_address_are_sent_as_the_web_wants_them(site: Site) -> None:
    site.pages["/f%C3%BC"] = (200, HTML, PAGE)
    assert site.get("http://börs.example/fü").content == PAGE
    assert site.asked == [("xn--brs-sna.example", "/f%C3%BC")]


def test_redirects_are_followed_and_each_is_looked_up_anew(site: Site) -> None:
    site.pages["/a"] = (302, {"Location": "/b"}, b"")
    site.pages["/b"] = (301, {"Location": "//other.local.example/c"}, b"")
    site.pages["/c"] = (200, HTML, PAGE)
    assert site.get("http://local.example/a").url == "http://other.local.example/c"
    assert [host for host, _ in site.asked] == ["local.example", "local.example", "other.local.example"]


HIDDEN = [
    "http://127.0.0.1/",
    "http://127.0.0.1:80/",
    "http://[::1]/",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:127.0.0.1]/",
    "https://192.168.0.1/",
]
NOT_FETCHED = [
    ("http://127.0.0.1:8000/", "names port 8000"),
    ("ftp://local.example/", "begins with http or https"),
    ("file:///etc/passwd", "begins with http or https"),
    ("http://", "begins with http or https"),
    ("http://me:secret@local.example/", "wants a name and a password"),
    ("http://local.example:99999/", "is not an address"),
    ("http://[::1", "is not an address"),
    ("http://local.example/a b", "is not an address"),
    ("http://local.example/\r\nHost: evil", "is not an address"),
    ("http://local.example/" + "x" * 4000, "is not an address"),
]


@pytest.mark.parametrize("address", HIDDEN)
def test_what_is_hidden_is_not_fetched_neither_at_once_nor_by_a_redirect(site: Site, address: str) -> None:
    site.pages["/away"] = (302, {"Location": address}, b"")
    for start in (address, "http://local.example/away"):
        with pytest.raises(InputError, match="is not on the open internet"):
            site.get(start)
    assert [path for _, path in site.asked] == ["/away"]


@pytest.mark.parametrize(("address", "sentence"), NOT_FETCHED, ids=[a[:40] for a, _ in NOT_FETCHED])
def test_what_is_no_address_of_a_page_is_refused(site: Site, address: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        site.get(address)
    assert site.asked == []


def test_a_redirect_to_no_address_is_refused(site: Site) -> None:
    site.pages["/away"] = (302, {"Location": "http://["}, b"")
    with pytest.raises(InputError, match=r"leads to 'http://\[', which is not an address"):
        site.get("http://local.example/away")


def test_a_redirect_to_a_file_is_refused(site: Site) -> None:
    site.pages["/away"] = (302, {"Location": "file:///etc/passwd"}, b"")
    with pytest.raises(InputError, match="begins with http or https"):
        site.get("http://local.example/away")


@pytest.mark.parametrize(
    ("found", "hidden"),
    [(["127.0.0.1"], "127.0.0.1"), (["8.8.8.8", "10.0.0.1"], "10.0.0.1"), (["::1"], "::1"), ([], "no address")],
)
def test_every_address_of_a_name_must_be_public(found: list[str], hidden: str) -> None:
    with pytest.raises(InputError) as caught:
        public_endpoint("news.example", 443, lambda _host, _port: found)
    assert str(caught.value) == (
        f"'news.example' is not on the open internet ({hidden}); only public addresses are fetched"
    )


def test_a_public_name_is_connected_to_at_the_address_that_was_looked_at() -> None:
    assert public_endpoint("news.example", 443, lambda _host, _port: ["8.8.8.8", "1.1.1.1"]) == Endpoint("8.8.8.8", 443)


def test_a_name_is_asked_for_once_so_that_it_can_not_change_its_answer(site: Site) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.1"]])
    asked = []

    def resolve(host: str, _port: int) -> Endpoint:
        asked.append(host)
        return Endpoint(next(answers)[0], site.port)

    site.pages["/"] = (200, HTML, PAGE)
    fetch.fetch("http://rebinding.example/", resolve=resolve)
    assert asked == ["rebinding.example"]


def test_without_a_network_it_is_said(site: Site) -> None:
    def none(_host: str, _port: int) -> list[str]:
        raise socket.gaierror

    with pytest.raises(
        InputError, match=r"the name 'news\.example' can't be found; .* that this machine has a network"
    ):
        public_endpoint("news.example", 443, none)
    site.port = 1
    with pytest.raises(InputError, match="can't be reached; check the address, and that this machine has a network"):
        site.get("http://local.example/")


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ((404, {}, b""), "answers 404 Not Found; check the address, or paste the text"),
        ((500, {}, b""), "answers 500 Internal Server Error"),
        ((204, {}, b""), "answers 204 No Content"),
        ((302, {}, b""), "answers 302 Found"),
        ((302, {"Location": "/x"}, b""), "leads on more than 5 times"),
        ((200, {"Content-Encoding": "gzip"}, b"no gzip"), "can't be reached"),
        ((200, {"Content-Length": "999999"}, b"short"), "can't be reached"),
    ],
)
def test_an_answer_without_a_page_is_told(site: Site, answer: Answer, sentence: str) -> None:
    site.pages["/x"] = answer
    with pytest.raises(InputError, match=sentence):
        site.get("http://local.example/x")


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (bytes(2_000_000), None),
        (gzip.compress(bytes(50_000_000)), "gzip"),
        (zlib.compress(bytes(50_000_000)), "deflate"),
    ],
    ids=["long", "gzip bomb", "deflate bomb"],
)
def test_more_than_a_page_may_have_is_not_read(
    site: Site, monkeypatch: pytest.MonkeyPatch, body: bytes, encoding: str | None
) -> None:
    monkeypatch.setattr(fetch, "LARGEST_PAGE", 1_000_000)
    site.pages["/x"] = (200, {"Content-Encoding": encoding} if encoding else {}, body)
    with pytest.raises(InputError, match="is longer than 1 MB; paste its text"):
        site.get("http://local.example/x")


@contextmanager
def dripping(first: bytes) -> Iterator[int]:
    """The port of a server that begins to answer and goes on for ever, a byte at a time."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            connection, _ = server.accept()
            with connection:
                try:
                    connection.sendall(first)
                    while not over.wait(0.05):
                        connection.sendall(b"x")
                except OSError:
                    return

        threading.Thread(target=drip, daemon=True).start()
        yield server.getsockname()[1]
        over.set()


@pytest.mark.parametrize(
    "first", [b"", b"HTTP/1.1 200 OK\r\nX-Header: ", b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\nbody"]
)
def test_a_server_that_drips_is_given_up(monkeypatch: pytest.MonkeyPatch, first: bytes) -> None:
    monkeypatch.setattr(fetch, "WHOLE_S", 0.5)
    with dripping(first) as port, pytest.raises(InputError, match="did not answer in time"):
        fetch.fetch("http://local.example/", resolve=lambda _host, _port: Endpoint("127.0.0.1", port))


def test_a_server_that_is_silent_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "PAUSE_S", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        endpoint = Endpoint("127.0.0.1", server.getsockname()[1])
        with pytest.raises(InputError, match="did not answer in time"):
            fetch.fetch("http://local.example/", resolve=lambda _host, _port: endpoint)


# --- https ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return authority


@pytest.mark.parametrize(
    ("certified", "is_read"), [("local.example", True), ("other.example", False), ("127.0.0.1", False)]
)
def test_the_certificate_must_be_of_the_name_not_of_the_address(
    authority: trustme.CA, certified: str, is_read: bool
) -> None:
    tls = SSLContext(PROTOCOL_TLS_SERVER)
    authority.issue_cert(certified).configure_cert(tls)
    with serving(Site(), tls) as site:
        site.pages["/"] = (200, HTML, PAGE)
        if is_read:
            assert site.get("https://local.example/").content == PAGE
        else:
            with pytest.raises(InputError, match="has no certificate that can be trusted"):
                site.get("https://local.example/")


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    tls = SSLContext(PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("local.example").configure_cert(tls)
    with serving(Site(), tls) as site, pytest.raises(InputError, match="has no certificate that can be trusted"):
        site.get("https://local.example/")


# --- what a page is ---------------------------------------------------------------------------------------------------

KINDS: list[tuple[str, Callable[[], bytes], str]] = [
    ("text/html", lambda: PAGE, "html"),
    ("application/xhtml+xml", lambda: PAGE, "html"),
    ("text/plain", lambda: b"Rain fell.", "text"),
    ("application/pdf", documents.pdf, "pdf"),
    ("application/octet-stream", documents.pdf, "pdf"),
    ("application/rss+xml", lambda: documents.RSS, "feed"),
    ("text/html", lambda: documents.ATOM, "feed"),
    ("application/json", lambda: b'{"text": "Rain."}', "json"),
]


@pytest.mark.parametrize(("media_type", "body", "kind"), KINDS, ids=[f"{m} {k}" for m, _, k in KINDS])
def test_a_page_is_read_as_what_it_is(media_type: str, body: Callable[[], bytes], kind: str) -> None:
    content = contents.content_of_page(Page("https://news.example/2021/fire.html?x=1", media_type, body()))
    assert (content.kind, content.name, content.url) == (kind, "fire", "https://news.example/2021/fire.html?x=1")
    assert all(
        not isinstance(i, Refused) or "title" in i.reason
        for i in contents.Opening(articles.Options(), lambda _more: None).items("x", content)
    )


@pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "application/octet-stream", ""])
def test_a_page_of_another_kind_is_refused(media_type: str) -> None:
    with pytest.raises(InputError, match="only pages, texts, PDF, Word, feeds and tables are read"):
        contents.content_of_page(Page("https://news.example/x", media_type, b"\x00\x01"))


def test_the_address_of_a_page_is_kept_and_dates_it() -> None:
    content = contents.content_of_page(Page("https://news.example/2021/03/09/fire", "text/html", PAGE))
    (found,) = contents.Opening(articles.Options(), lambda _more: None).items("x", content)
    assert isinstance(found, articles.Found)
    assert (found.article.url, found.article.id) == ("https://news.example/2021/03/09/fire", "fire")
    assert "2021-03-09" in [str(s.date) for s in found.article.stated_dates]
