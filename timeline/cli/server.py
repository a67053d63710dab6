"""The web application on this machine, behind waitress."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import typer
import waitress  # type: ignore[import-untyped]

from timeline.errors import InputError, TimelineError
from timeline.store import Store

THREADS = 8


def run(host: str, port: int, database: str, seeds: Path | None) -> None:
    """Serve until interrupted. Raises InputError when the address can't be had."""
    store = Store(database)
    if seeds is not None:
        load(store, seeds)
    # By name, because the library never imports the web.
    application = import_module("web").create_app(store)
    try:
        server = waitress.create_server(application, host=host, port=port, threads=THREADS, ident=None)
    except OSError as error:
        raise InputError(f"can't listen on {host}:{port}: {error.strerror}; choose another --port") from None
    typer.echo(f"Dateline is on http://{_named(host)}:{server.effective_port}/ (Ctrl+C stops it)", err=True)
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
