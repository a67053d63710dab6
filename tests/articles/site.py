"""A real server on this machine, which the rule itself would refuse to reach."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext

from timeline.articles import fetch
from timeline.articles.fetch import Endpoint, Page, public_endpoint

Answer = tuple[int, dict[str, str], bytes]


class Site:
    """A server that answers by path, and remembers whom it was asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, str]] = []
        self.port = 0

    def resolve(self, host: str, port: int) -> Endpoint:
        """Names under "local.example" are this server; all others meet the rule."""
        if host.endswith("local.example") or host == "xn--brs-hoa.example" or host == "börs.example":
            return Endpoint("127.0.0.1", self.port)
        return public_endpoint(host, port, lambda name, _: [name])

    def get(self, address: str) -> Page:
        return fetch.fetch(address, resolve=self.resolve)


@contextmanager
def serving(site: Site, tls: SSLContext | None = None) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.headers["Host"], self.path))
            status, headers, body = site.pages.get(self.path, (404, {}, b"nothing"))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            return

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            return

    server = Quiet(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield site
    server.shutdown()
    server.server_close()
