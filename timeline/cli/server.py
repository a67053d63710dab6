"""The web application as a server: waitress for one process, gunicorn for several."""

from __future__ import annotations

import ipaddress
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
import waitress  # type: ignore[import-untyped]

from timeline import syntax
from timeline.cli import logs
from timeline.errors import InputError, TimelineError
from timeline.store import Store

THREADS = 8
MOST_RECEIVED = 32 * 1024 * 1024
"""Bytes of a request beyond which nothing is read; the application's own, friendlier limit lies below."""

LOOPBACK = ["127.0.0.1", "localhost"]
"""Names of this machine. Who listens on one answers to these alone: pages elsewhere can make their names point here."""

NOBODY = (
    "{host} can be reached from other machines, and nobody has an account yet; make the first one: "
    "python -m timeline users add NAME --role admin"
)
GRACE_S = 30  # for requests that are under way when the server is told to stop


@dataclass(frozen=True, slots=True)
class Settings:
    """How to serve."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    names: Sequence[str] = ()
    proxies: int = 0
    plain_http: bool = False
    log_requests: bool | None = None

    @property
    def is_loopback(self) -> bool:
        """Only this machine can reach it."""
        try:
            return self.host == "localhost" or ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def trusted_hosts(self) -> list[str] | None:
        """The names that requests may come in under; None for any."""
        if self.is_loopback and ":" not in self.host:  # werkzeug's list of names has no place for an IPv6 address
            return [*LOOPBACK, self.host, *self.names]
        return list(self.names) or None


def run(settings: Settings, database: str, seeds: Path) -> None:
    """Serve until told to stop. Raises InputError when the address can't be had, or may not without accounts."""
    store = Store(database)
    if not settings.is_loopback and not store.people.exist():
        raise InputError(NOBODY.format(host=settings.host))
    logs.start(requests=not settings.is_loopback if settings.log_requests is None else settings.log_requests)
    load(store, seeds)
    if settings.workers > 1:
        _serve_processes(settings, store)
    else:
        _serve_threads(settings, store)


def load(store: Store, seeds: Path) -> None:
    """Read the articles that come with the program; one that can't be read is told, and hinders nothing."""
    try:
        for story in store.load_seeds(seeds):
            typer.echo(f"read {story}", err=True)
    except TimelineError as error:
        typer.echo(f"warning: {error}", err=True)


def _application(settings: Settings, store: Store) -> Any:
    # By name, because the library never imports the web.
    key = os.environ.get("DATELINE_SECRET_KEY")
    return import_module("web").create_app(
        store,
        secret_key=key.encode() if key else None,
        trusted_hosts=settings.trusted_hosts,
        login=not settings.is_loopback,
        secure_only=not settings.is_loopback and not settings.plain_http,
        proxies=settings.proxies,
    )


def _serve_threads(settings: Settings, store: Store) -> None:
    host, port = settings.host, settings.port
    try:
        server = waitress.create_server(
            _application(settings, store),
            host=host,
            port=port,
            threads=THREADS,
            ident=None,
            max_request_body_size=MOST_RECEIVED,
        )
    except (OSError, ValueError) as error:
        raise _no_such_place(settings, error) from None
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # as at Ctrl+C, waitress lets the requests under way end
    _tell(host, _port(server))
    server.run()


def _serve_processes(settings: Settings, store: Store) -> None:
    """The application and the language model are loaded once, and shared by the processes that are forked then."""
    from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", tempfile.mkdtemp(prefix="dateline-figures-"))
    application = _application(settings, store)
    syntax.load()
    store.close()  # no process inherits a connection

    class Gunicorn(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            chosen = {
                "bind": f"{_named(settings.host)}:{settings.port}",
                "workers": settings.workers,
                "worker_class": "gthread",
                "threads": THREADS,
                "preload_app": True,
                "graceful_timeout": GRACE_S,
                "loglevel": "warning",
                "when_ready": lambda arbiter: _tell(settings.host, arbiter.LISTENERS[0].sock.getsockname()[1]),
            }
            for name, value in chosen.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return application

    try:
        Gunicorn().run()
    except (OSError, ValueError) as error:
        raise _no_such_place(settings, error) from None


def _no_such_place(settings: Settings, error: Exception) -> InputError:
    reason = error.strerror if isinstance(error, OSError) else error
    return InputError(f"can't listen on {settings.host}:{settings.port}: {reason}; choose another --host or --port")


def _tell(host: str, port: int) -> None:
    typer.echo(f"Dateline is on http://{_named(host)}:{port}/ (Ctrl+C stops it)", err=True)


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _port(server: Any) -> int:
    """Of the first socket: a name like "localhost" can stand for several."""
    port: int = server.effective_port if hasattr(server, "effective_port") else server.effective_listen[0][1]
    return port
