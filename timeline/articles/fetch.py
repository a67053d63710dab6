"""A page fetched from the open internet, from public addresses alone, within limits.

Who asks decides the address, so nothing behind a firewall may be reached through it: each name is resolved once, every
address it has must be public, and the connection goes to the address that was looked at, whatever the name says later.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from threading import Timer
from time import monotonic
from urllib.parse import SplitResult, urljoin, urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse
from urllib3.util import parse_url

from timeline.articles.public import is_public
from timeline.errors import InputError

LARGEST_PAGE = 25_000_000
"""Bytes of the longest answer that is taken, unpacked."""

MOST_REDIRECTS = 5
PAUSE_S, WHOLE_S = 10.0, 45.0
"""Seconds for a connection or a pause in the answer, and for the whole of it with all redirects."""

LONGEST_ADDRESS = 4000
PORTS = {"http": 80, "https": 443}
REDIRECTS = (301, 302, 303, 307, 308)
CHUNK = 65_536

HEADERS = {
    "User-Agent": "Dateline (reads one article for a person)",
    "Accept": "text/html, application/xhtml+xml, application/pdf, application/rss+xml, application/atom+xml, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en, *;q=0.5",
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to connect to."""

    address: str
    port: int


@dataclass(frozen=True, slots=True)
class Page:
    """What was answered, and where from, after all redirects; `media_type` is lower case without parameters."""

    url: str
    media_type: str
    content: bytes


Fetch = Callable[[str], Page]
Resolve = Callable[[str, int], Endpoint]
Lookup = Callable[[str, int], list[str]]


def addresses_of(host: str, port: int) -> list[str]:
    """Every address that the name has now, as the system says. Raises OSError."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def public_endpoint(host: str, port: int, lookup: Lookup = addresses_of) -> Endpoint:
    """Where a public name is to be reached. Raises InputError when any of its addresses is not public."""
    try:
        found = lookup(host, port)
    except (OSError, UnicodeError):
        raise InputError(
            f"the name {host!r} can't be found; check the address, and that this machine has a network"
        ) from None
    hidden = next((address for address in found if not is_public(address)), None)
    if hidden is not None or not found:
        raise InputError(
            f"{host!r} is not on the open internet ({hidden or 'no address'}); only public addresses are fetched"
        )
    return Endpoint(found[0], port)


def fetch(url: str, *, resolve: Resolve = public_endpoint) -> Page:
    """The page at a public http or https address. Raises InputError, with one sentence, when it can't be had."""
    ends = monotonic() + WHOLE_S
    address = url.strip()
    for _ in range(MOST_REDIRECTS + 1):
        parts = _checked(address)
        endpoint = resolve(parts.hostname or "", PORTS[parts.scheme])
        with _answer(address, parts, endpoint, ends) as response:
            target = response.headers.get("Location")
            if response.status not in REDIRECTS or not target:
                return _page(address, response, ends)
        address = _joined(address, target)
    raise InputError(f"{_short(url)} leads on more than {MOST_REDIRECTS} times; give the address it should end at")


def _joined(address: str, target: str) -> str:
    try:
        return urljoin(address, target)
    except ValueError:
        raise InputError(f"{_short(address)} leads to {_short(target)}, which is not an address") from None


def _checked(url: str) -> SplitResult:
    """The parts of an address that may be fetched. Raises InputError."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise InputError(f"{_short(url)} is not an address; write it like https://news.example/story") from None
    if len(url) > LONGEST_ADDRESS or not url.isprintable() or " " in url:
        raise InputError(f"{_short(url)} is not an address; write it like https://news.example/story")
    if parts.scheme not in PORTS or not parts.hostname:
        raise InputError(f"{_short(url)} is not an address that is fetched; give one that begins with http or https")
    if parts.username is not None or parts.password is not None:
        raise InputError(f"{_short(parts.hostname)} wants a name and a password in its address; give one without")
    if port not in (None, PORTS[parts.scheme]):
        raise InputError(f"{_short(url)} names port {port}; only the usual ports of http and https are fetched")
    return parts


@contextmanager
def _answer(url: str, parts: SplitResult, endpoint: Endpoint, ends: float) -> Iterator[BaseHTTPResponse]:
    """The beginning of the answer, from the endpoint and no other; cut off when the time is over."""
    connection = _connection(parts, endpoint, ends)
    watch = Timer(max(ends - monotonic(), 0.01), _cut, (connection,))  # a server may drip for ever
    watch.daemon = True
    watch.start()
    try:
        headers = {**HEADERS, "Host": _ascii(parts.hostname or "")}
        connection.request("GET", _target(parts), headers=headers, preload_content=False)
        response = connection.getresponse()
        if monotonic() >= ends:  # cut off among the headers, an answer looks whole
            raise TimeoutError
        yield response
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise InputError(_reason(url, error, is_over=monotonic() >= ends)) from error
    finally:
        watch.cancel()
        connection.close()


def _connection(parts: SplitResult, endpoint: Endpoint, ends: float) -> HTTPConnection:
    timeout = max(min(PAUSE_S, ends - monotonic()), 0.01)
    if parts.scheme == "http":
        return HTTPConnection(endpoint.address, endpoint.port, timeout=timeout)
    return HTTPSConnection(
        endpoint.address,
        endpoint.port,
        timeout=timeout,
        server_hostname=_ascii(parts.hostname or ""),  # whose certificate it must be
        ssl_context=ssl.create_default_context(),
    )


def _page(url: str, response: BaseHTTPResponse, ends: float) -> Page:
    if response.status != 200:
        status = f"{response.status} {response.reason or ''}".rstrip()
        raise InputError(f"{_short(url)} answers {status}; check the address, or paste the text")
    body = bytearray()
    for chunk in response.stream(CHUNK, decode_content=True):
        body += chunk
        if len(body) > LARGEST_PAGE:
            raise InputError(f"{_short(url)} is longer than {LARGEST_PAGE // 1_000_000} MB; paste its text")
        if monotonic() > ends:
            raise TimeoutError
    media_type = (response.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    return Page(url, media_type, bytes(body))


def _target(parts: SplitResult) -> str:
    return parse_url(parts.geturl()).request_uri


def _ascii(host: str) -> str:
    """The name as it is sent: an address of IPv6 in brackets, other letters in their ASCII form (IDNA)."""
    return f"[{host}]" if ":" in host else host.encode("idna").decode()


def _cut(connection: HTTPConnection) -> None:
    sock = connection.sock
    if sock is not None:
        try:
            sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return


def _reason(url: str, error: Exception, *, is_over: bool) -> str:
    if is_over or isinstance(error, TimeoutError) or "timed out" in str(error):
        return f"{_short(url)} did not answer in time; try again later, or paste the text"
    if isinstance(error, ssl.SSLError) or "certificate" in str(error).lower():
        return f"{_short(url)} has no certificate that can be trusted; paste the text instead"
    return f"{_short(url)} can't be reached; check the address, and that this machine has a network"


def _short(url: str) -> str:
    return repr(url if len(url) <= 100 else url[:100] + "…")
