from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import databases


@pytest.fixture(scope="session")
def postgresql() -> Iterator[databases.Server]:
    if databases.programs() is None:
        message = "no PostgreSQL: its program initdb is not installed (Debian's package postgresql has it)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with databases.serving() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a store of its own is: once a SQLite file that is made, once a database on the PostgreSQL server."""
    if request.param == "sqlite":
        yield str(tmp_path / "deep" / "er" / "dateline.sqlite")
        return
    server: databases.Server = request.getfixturevalue("postgresql")
    with server.database() as url:
        yield url
