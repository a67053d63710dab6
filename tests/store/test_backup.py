"""A copy of a store that is in use."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from timeline.errors import ConflictError, InputError
from timeline.store import Store
from timeline.store.backup import backup


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "50% of #1?.sqlite"


def test_a_copy_is_a_store_that_holds_the_same(path: Path, tmp_path: Path) -> None:
    store = Store(path)
    story = store.create_story("Floods")
    backup(path, tmp_path / "copy.sqlite")
    store.create_story("Later")
    assert [s.id for s in Store(tmp_path / "copy.sqlite").stories()] == [story]
    assert not (tmp_path / "copy.sqlite.part").exists()


def test_a_store_and_its_copy_are_for_their_owner_alone(path: Path, tmp_path: Path) -> None:
    Store(path).create_story("Floods")
    backup(path, tmp_path / "copy.sqlite")
    assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}


def test_a_copy_is_of_one_moment_while_others_write(path: Path, tmp_path: Path) -> None:
    store = Store(path)
    with ThreadPoolExecutor(2) as pool:
        made = pool.map(store.create_story, [f"Story {n}" for n in range(40)])
        copies = [tmp_path / f"copy{n}.sqlite" for n in range(5)]
        for copy in copies:
            backup(path, copy)
        done = list(made)
    for copy in copies:
        with closing(sqlite3.connect(copy)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            kept = {row[0] for row in db.execute("SELECT id FROM stories")}
        assert kept <= set(done)
    assert len(store.stories()) == 40


def test_a_file_that_exists_is_not_written_over(path: Path, tmp_path: Path) -> None:
    Store(path)
    (tmp_path / "letter.txt").write_text("Dear reader", encoding="utf-8")
    with pytest.raises(ConflictError, match=r"letter\.txt' exists already; choose another name"):
        backup(path, tmp_path / "letter.txt")
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "Dear reader"


def test_what_can_not_be_copied_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no store"):
        backup(tmp_path / "nothing.sqlite", tmp_path / "copy.sqlite")
    with pytest.raises(InputError, match="for PostgreSQL run pg_dump"):
        backup("postgresql://desk:sesame@db/dateline", tmp_path / "copy.sqlite")
    (tmp_path / "letter.txt").write_text("Dear reader, " * 500, encoding="utf-8")
    with pytest.raises(InputError, match="file is not a database"):
        backup(tmp_path / "letter.txt", tmp_path / "copy.sqlite")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter.txt"]
