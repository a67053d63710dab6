"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DATABASE = Path("instance/dateline.sqlite")
Database = Annotated[
    str,
    typer.Option(
        envvar=["DATELINE_DATABASE", "DATABASE_URL"], metavar="PATH|URL", help="A SQLite file, or a database's URL."
    ),
]
