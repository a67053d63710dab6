"""The web application on this machine, behind waitress."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import typer
import waitress  # type: ignore[import-untyped]

from timeline.errors import InputError, TimelineError
from timeline.store import Store

THREADS = 8
MOST_RECEIVED = 32 * 1024 * 1024
"""Bytes of a request beyond which nothing is read; the application's own, friendlier limit lies below."""

LOOPBACK = ["127.0.0.1", "localhost"]
"""Names of this machine. Who listens on one answers to these alone: pages elsewhere can make their names point here."""


def run(host: str, port: int, database: str, seeds: Path | None) -> None:
    """Serve until interrupted. Raises InputError when the address can't be had."""
    store = Store(database)
    if seeds is not None:
        load(store, seeds)
    # By name, because the library never imports the web.
    application = import_module("web").create_app(store, trusted_hosts=LOOPBACK if host in LOOPBACK else None)
    try:
        server = waitress.create_server(
            application, host=host, port=port, threads=THREADS, ident=None, max_request_body_size=MOST_RECEIVED
        )
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"can't listen on {host}:{port}: {reason}; choose another --host or --port") from None
    typer.echo(f"Dateline is on http://{_named(host)}:{_port(server)}/ (Ctrl+C stops it)", err=True)
    server.run()


def load(store: Store, seeds: Path) -> None:
    """Read the articles that come with the program; one that can't be read is told, and hinders nothing."""
    try:
        for story in store.load_seeds(seeds):
            typer.echo(f"read {story}", err=True)
    except TimelineError as error:
        typer.echo(f"warning: {error}", err=True)


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _port(server: Any) -> int:
    """Of the first socket: a name like "localhost" can stand for several."""
    port: int = server.effective_port if hasattr(server, "effective_port") else server.effective_listen[0][1]
    return port
