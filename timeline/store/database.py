"""Opens the database, and brings its tables to this version's shape."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from timeline.errors import InputError

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_TIMEOUT_S = 30
WRITES = "dateline_writes"  # execution option of connections that will write


def open_engine(location: str | Path) -> Engine:
    """An engine on the database at a URL or, for SQLite, a path; made when it is missing, its tables up to date.

    Raises InputError when there is no such kind of database or the file is something else.
    """
    try:
        url = _url(location)
        if url.get_backend_name() == "sqlite" and url.database:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _on_connect)
            event.listen(engine, "begin", _on_begin)
        migrate(engine)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, OSError, ValueError) as error:
        raise InputError(f"can't use the database {str(location)!r}: {error}") from error
    except DatabaseError as error:
        raise InputError(f"can't open the database {str(location)!r}: {error.orig}") from error
    return engine


def is_current(connection: Connection) -> bool:
    """The tables have the shape that this version wants."""
    return MigrationContext.configure(connection).get_current_revision() == _script().get_current_head()


def migrate(engine: Engine) -> None:
    """Run the missing steps, all or none."""
    with engine.connect() as connection:
        if is_current(connection):
            return
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _url(location: str | Path) -> URL:
    if isinstance(location, str) and "://" in location:
        return make_url(location)
    return URL.create("sqlite", database=str(location))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _script() -> ScriptDirectory:
    return ScriptDirectory(str(MIGRATIONS))


def _on_connect(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    """SQLite as a server wants it: readers beside a writer, patience, keys that hold, transactions that we begin."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_S * 1000}",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    # A transaction that will write takes the lock at once: one that reads first and writes later can't be given it.
    immediate = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
