from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier
from typing import cast

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from tests.databases import Server
from timeline.errors import InputError
from timeline.store import Store
from timeline.store.database import (
    _config,
    _on_connect,
    database_url,
    is_current,
    migrate,
    open_engine,
    reading,
    writing,
)
from timeline.store.tables import METADATA


@pytest.fixture
def engine(location: str) -> Iterator[Engine]:
    engine = open_engine(location)
    yield engine
    engine.dispose()


def test_the_migrations_make_the_tables_that_the_store_uses(engine: Engine) -> None:
    with engine.connect() as db:
        assert compare_metadata(MigrationContext.configure(db), METADATA) == []


def test_a_migrated_database_is_left_alone(engine: Engine) -> None:
    with engine.begin() as db:
        assert is_current(db)
    migrate(engine)
    with engine.connect() as db:
        assert is_current(db)


def test_the_migrations_can_be_taken_back(engine: Engine) -> None:
    with writing(engine).begin() as db:
        config = _config()
        config.attributes["connection"] = db
        command.downgrade(config, "base")
        assert inspect(db).get_table_names() == ["alembic_version"]
    migrate(engine)
    with engine.connect() as db:
        assert set(METADATA.tables) < set(inspect(db).get_table_names())


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 30000)],
)
def test_sqlite_is_set_up_for_a_server(tmp_path: Path, pragma: str, expected: object) -> None:
    with open_engine(tmp_path / "dateline.sqlite").connect() as db:
        assert db.execute(text(f"PRAGMA {pragma}")).scalar_one() == expected


def test_a_url_opens_the_same_database_as_its_path(tmp_path: Path) -> None:
    Store(tmp_path / "one.sqlite").create_story("One")
    assert [s.id for s in Store(f"sqlite:///{tmp_path / 'one.sqlite'}").stories()] == ["one"]


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    assert Store(tmp_path / "50% off? #1 ü" / "x y.sqlite").healthy()


@pytest.mark.parametrize("place", ["nonsense://x", "://", "sqlite:///no/such/\0/place"])
def test_a_database_that_can_not_be_is_refused_in_a_sentence(place: str) -> None:
    with pytest.raises(InputError, match="can't"):
        Store(place)


def test_a_password_is_not_told_when_the_database_can_not_be_opened() -> None:
    with pytest.raises(InputError, match=r"can't open the database '.*desk:\*\*\*@") as refused:
        Store("postgresql://desk:sesame@127.0.0.1:1/dateline")
    assert "sesame" not in str(refused.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_spoken_to_through_psycopg(scheme: str) -> None:
    assert database_url(f"{scheme}://desk@db/dateline").drivername == "postgresql+psycopg"


def test_a_database_of_a_newer_version_is_refused_and_left_alone(engine: Engine, location: str) -> None:
    with writing(engine).begin() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(InputError, match="made by a newer version of Dateline"):
        Store(location)
    with engine.connect() as db:
        assert db.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "9999"


def test_two_processes_may_make_the_tables_at_once(tmp_path: Path, postgresql: Server) -> None:
    with postgresql.empty() as url:
        for place in (url, str(tmp_path / "new.sqlite")):
            with ThreadPoolExecutor(4) as pool:
                assert all(store.healthy() for store in pool.map(Store, [place] * 4))


def test_many_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    # Left to its busy timeout, SQLite refuses about one in twenty of these at once.
    def connect(path: Path, together: Barrier) -> str:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            together.wait()
            _on_connect(cast(DBAPIConnection, connection), cast(ConnectionPoolEntry, None))
            return str(connection.execute("PRAGMA journal_mode").fetchone()[0])

    for turn in range(30):
        with ThreadPoolExecutor(8) as pool:
            modes = pool.map(connect, [tmp_path / f"{turn}.sqlite"] * 8, [Barrier(8)] * 8)
            assert set(modes) == {"wal"}


def test_a_reader_sees_one_moment(engine: Engine) -> None:
    count, made = text("SELECT count(*) FROM stories"), text("INSERT INTO stories (id, title) VALUES ('a', 'A')")
    with reading(engine).begin() as reader:
        assert reader.execute(count).scalar_one() == 0
        with writing(engine).begin() as writer:
            writer.execute(made)
        assert reader.execute(count).scalar_one() == 0


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, " * 500, encoding="utf-8")
    with pytest.raises(InputError, match="file is not a database"):
        Store(path)
    assert path.read_text(encoding="utf-8").startswith("Dear reader")


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't open"):
        Store(tmp_path)


def test_a_store_without_its_tables_is_not_healthy(tmp_path: Path) -> None:
    store = Store(tmp_path / "dateline.sqlite")
    assert store.healthy()
    with store._writer.begin() as db:
        db.execute(text("DROP TABLE alembic_version"))
    assert not store.healthy()
