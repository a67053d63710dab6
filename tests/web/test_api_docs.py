"""docs/api.md shows what is answered, and names every call.

`python -m tests.web.test_api_docs` writes the real answers into it.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from flask.testing import FlaskClient
from typer.main import get_command

from tests.browser.serving import serving
from timeline.cli import app
from timeline.store import Store

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
METHOD = r"(?:GET|POST|PUT|PATCH|DELETE)"


def commands(block: str) -> list[tuple[str, str]]:
    """(command, output) of each `$ ` line of a block."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


@contextmanager
def address(folder: str | Path) -> Iterator[str]:
    store = Store(Path(folder) / "docs.sqlite", clock=lambda: dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC))
    with serving(store) as running:
        yield f"{running}/api/v1"
    store.close()


def answered(command: str, api: str) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    asked = ["bash", "-c", command]
    done = subprocess.run(asked, env={"API": api, "PATH": path}, capture_output=True, text=True, check=True)
    return done.stdout if done.stdout.endswith("\n") or not done.stdout else f"{done.stdout}\n"


@pytest.mark.skipif(shutil.which("curl") is None, reason="the examples are run by curl")
def test_every_example_answers_what_the_page_shows(tmp_path: Path) -> None:
    shown = [pair for block in BLOCK.findall(PAGE.read_text("utf-8")) for pair in commands(block)]
    with address(tmp_path) as api:
        said = [(command, answered(command, api)) for command, _ in shown]
    assert said == shown
    assert len(said) > 8


def calls_told() -> set[tuple[str, str]]:
    """Every call that the page's table names: `GET`, `PUT /path` are two."""
    found = set()
    for methods, path in re.findall(rf"((?:`{METHOD}`, )*`{METHOD}) (/[^`]+)`", PAGE.read_text("utf-8")):
        found |= {(method.lower(), f"/api/v1{path}") for method in re.findall(METHOD, methods)}
    return found


def test_every_call_is_in_the_table_and_no_other(client: FlaskClient) -> None:
    described: dict[str, Any] = client.get("/api/v1/openapi.json").get_json()["paths"]
    assert calls_told() == {(method, path) for path, calls in described.items() for method in calls}


def test_every_command_is_in_the_table() -> None:
    column = " ".join(row.split("|")[4] for row in PAGE.read_text("utf-8").splitlines() if row.startswith("| "))
    known = get_command(app).commands  # type: ignore[attr-defined]
    for name in known.keys() - {"serve"}:
        assert re.search(rf"`{name}\b", column), name
        for inner in getattr(known[name], "commands", ()):
            assert re.search(rf"`(?:{name} )?{inner}\b", column), f"{name} {inner}"


def _renew() -> None:
    with TemporaryDirectory() as folder, address(folder) as api:

        def block(match: re.Match[str]) -> str:
            return "```console\n" + "".join(f"$ {c}\n{answered(c, api)}" for c, _ in commands(match[1])) + "```"

        PAGE.write_text(BLOCK.sub(block, PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    _renew()
