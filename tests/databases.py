"""A PostgreSQL server of our own, for as long as the tests run."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from psycopg.sql import SQL, Identifier

from timeline.store.database import open_engine

DEBIAN = Path("/usr/lib/postgresql")
TEMPLATE = "dateline_template"
SETTINGS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=200"


class Server:
    """Hands out databases whose tables are made already."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._run(f"CREATE DATABASE {TEMPLATE}")
        open_engine(self._url(TEMPLATE)).dispose()

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL of a database of its own, gone afterwards."""
        name = f"dateline_{next(self._numbers)}"
        self._run("CREATE DATABASE {} TEMPLATE {}", name, TEMPLATE)
        yield self._url(name)
        self._run("DROP DATABASE {} WITH (FORCE)", name)

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The URL of a database without tables."""
        name = f"dateline_{next(self._numbers)}"
        self._run("CREATE DATABASE {}", name)
        yield self._url(name)
        self._run("DROP DATABASE {} WITH (FORCE)", name)

    def _url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def _run(self, statement: str, *names: str) -> None:
        with psycopg.connect(host=str(self._folder), user="postgres", dbname="postgres", autocommit=True) as db:
            db.execute(SQL(statement).format(*map(Identifier, names)))


def programs() -> Path | None:
    """The folder of PostgreSQL's programs, the newest that Debian has or those on the path; None without any."""
    debian = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = debian[-1] if debian else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def serving() -> Iterator[Server]:
    """A server in a folder of its own, reached through a socket there. As it refuses root, `postgres` runs it then."""
    binaries = programs()
    assert binaries is not None
    folder = Path(tempfile.mkdtemp(prefix="dateline-postgresql-"))
    log, data = folder / "log", folder / "data"
    as_user: tuple[str, ...] = ()
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        as_user = ("runuser", "-u", "postgres", "--")

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [*as_user, str(binaries / program), *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )

    try:
        run("initdb", "--pgdata", str(data), "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync")
        run("pg_ctl", "start", "--wait", "-D", str(data), "-l", str(log), "-o", f"-k {folder} {SETTINGS}")
        try:
            yield Server(folder)
        finally:
            run("pg_ctl", "stop", "-D", str(data), "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
