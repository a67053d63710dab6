"""Opens the database, and brings its tables to this version's shape."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from timeline.errors import ConflictError, InputError

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_TIMEOUT_S = 30
OURS_ALONE = 0o600  # permissions of a file that is made: it holds unpublished articles, and the accounts
WRITES = "dateline_writes"  # execution option of connections that will write
POSTGRESQL = "postgresql+psycopg"
MIGRATING, LOGGING_IN = 0xDA7E, 0xDA7F  # keys of what one transaction does at a time


def open_engine(location: str | Path) -> Engine:
    """An engine on the database at a URL or, for SQLite, a path; made when it is missing, its tables up to date.

    Raises InputError when there is no such kind of database or the file is something else.
    """
    shown = str(location)
    try:
        url = database_url(location)
        shown = str(location) if url.password is None else url.render_as_string(hide_password=True)
        if url.get_backend_name() == "sqlite" and url.database:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
            Path(url.database).touch(mode=OURS_ALONE)
        engine = create_engine(url, pool_pre_ping=url.drivername == POSTGRESQL)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _on_connect)
            event.listen(engine, "begin", _on_begin)
        migrate(engine)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, OSError, ValueError) as error:
        raise InputError(f"can't use the database {shown!r}: {error}") from error
    except DatabaseError as error:
        raise InputError(f"can't open the database {shown!r}: {error.orig}") from error
    except CommandError:
        raise InputError(f"the database {shown!r} was made by a newer version of Dateline; use that one") from None
    return engine


def database_url(location: str | Path) -> URL:
    """The URL of a location: a SQLite file's when it is a path; PostgreSQL is spoken to through psycopg."""
    if isinstance(location, str) and "://" in location:
        url = make_url(location)
        return url.set(drivername=POSTGRESQL) if url.drivername in ("postgres", "postgresql") else url
    return URL.create("sqlite", database=str(location))


def reading(engine: Engine) -> Engine:
    """The engine for transactions that only read: each sees the database as it is at one moment."""
    # SQLite's own transactions are like that.
    return engine if engine.dialect.name == "sqlite" else engine.execution_options(isolation_level="REPEATABLE READ")


def writing(engine: Engine) -> Engine:
    """The engine for transactions that change something."""
    return engine.execution_options(**{WRITES: True})


def is_current(connection: Connection) -> bool:
    """The tables have the shape that this version wants."""
    return MigrationContext.configure(connection).get_current_revision() == _script().get_current_head()


def migrate(engine: Engine) -> None:
    """Run the missing steps, all or none."""
    with engine.connect() as connection:
        if is_current(connection):
            return
    with writing(engine).begin() as connection:
        take_turns(connection, MIGRATING)
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def changing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes. Raises ConflictError when the database does not let it: busy, full, read-only."""
    try:
        with writing(engine).begin() as db:
            yield db
    except OperationalError as error:
        raise ConflictError(f"the store can't be changed now ({error.orig}); try again") from error


def take_turns(db: Connection, key: int) -> None:
    """Wait until no other transaction has taken this key, and hold it to the end; on SQLite every writer does."""
    if db.dialect.name == "postgresql":
        db.execute(select(func.pg_advisory_xact_lock(key)))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _script() -> ScriptDirectory:
    return ScriptDirectory(str(MIGRATIONS))


def _on_connect(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    """SQLite as a server wants it: readers beside a writer, patience, keys that hold, transactions that we begin.

    Fully synchronous, so that what was acknowledged outlives not only the process but a power cut.
    """
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_S * 1000}")
    _write_ahead(cursor)
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _write_ahead(cursor: DBAPICursor) -> None:
    """Have the file keep a write-ahead log: again and again, for the busy timeout does not hold for this one change."""
    patience = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > patience:
                raise
        time.sleep(random.uniform(0, 0.02))  # noqa: S311  # not in step with the others that try


def _on_begin(connection: Connection) -> None:
    # A transaction that will write takes the lock at once: one that reads first and writes later can't be given it.
    immediate = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
