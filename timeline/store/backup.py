"""A copy of a SQLite store that is whole, also while a server writes to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from timeline.errors import ConflictError, InputError
from timeline.store.database import OURS_ALONE, database_url

NOT_OURS = (
    "backup copies SQLite files; for PostgreSQL run pg_dump, which is safe while the server runs: "
    "pg_dump --format=custom --file={target} DATABASE_URL"
)


def backup(location: str | Path, target: Path) -> None:
    """Write the store as it is at this moment into the file `target`, which is there only when it is complete.

    Raises InputError when there is no such SQLite file, ConflictError when the target exists.
    """
    url = database_url(location)
    if url.get_backend_name() != "sqlite":
        raise InputError(NOT_OURS.format(target=target))
    source = Path(url.database or "")
    if not source.is_file():
        raise InputError(f"there is no store {str(source)!r} to copy")
    if target.exists():
        raise ConflictError(f"the file {str(target)!r} exists already; choose another name")
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=OURS_ALONE)
        with closing(_opened(source, "ro")) as db:
            db.execute("VACUUM INTO ?", (str(part),))
        with closing(_opened(part, "rw")) as copy:
            (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
        if verdict != "ok":
            raise InputError(f"the store {str(source)!r} is damaged: {verdict}")
        part.rename(target)
    except (sqlite3.Error, OSError) as error:
        raise InputError(f"can't copy {str(source)!r} to {str(target)!r}: {error}") from error
    finally:
        part.unlink(missing_ok=True)


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, timeout=30, isolation_level=None
    )
