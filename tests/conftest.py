from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import databases

# Properties are tried on the same examples every time, however busy the machine is. `--hypothesis-profile=search` goes
# and looks for others.
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", derandomize=False, deadline=None, max_examples=1_000)
settings.load_profile("same")

# Programs that tests start and stop would inherit that it is ignored, where the tests run in the background of a shell.
signal.signal(signal.SIGINT, signal.default_int_handler)


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
