from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from timeline.errors import InputError
from timeline.store import Store
from timeline.store.database import WRITES, _config, is_current, migrate, open_engine
from timeline.store.tables import METADATA


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return open_engine(tmp_path / "dateline.sqlite")


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
    with engine.execution_options(**{WRITES: True}).begin() as db:
        config = _config()
        config.attributes["connection"] = db
        command.downgrade(config, "base")
        assert inspect(db).get_table_names() == ["alembic_version"]
    migrate(engine)
    with engine.connect() as db:
        assert set(METADATA.tables) < set(inspect(db).get_table_names())


@pytest.mark.parametrize(
    ("pragma", "expected"), [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 30000)]
)
def test_sqlite_is_set_up_for_a_server(engine: Engine, pragma: str, expected: object) -> None:
    with engine.connect() as db:
        assert db.execute(text(f"PRAGMA {pragma}")).scalar_one() == expected


def test_a_url_opens_the_same_database_as_its_path(tmp_path: Path) -> None:
    Store(tmp_path / "one.sqlite").create_story("One")
    assert [s.id for s in Store(f"sqlite:///{tmp_path / 'one.sqlite'}").stories()] == ["one"]


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    assert Store(tmp_path / "50% off? #1 ü" / "x y.sqlite").healthy()


@pytest.mark.parametrize("location", ["nonsense://x", "://", "sqlite:///no/such/\0/place"])
def test_a_database_that_can_not_be_is_refused_in_a_sentence(location: str) -> None:
    with pytest.raises(InputError, match="can't"):
        Store(location)


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
