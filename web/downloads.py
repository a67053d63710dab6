"""The exports of a story as a reader looks for them: what to read, tables, what other programs take."""

from __future__ import annotations

from dataclasses import dataclass

from timeline import export
from timeline.export import Format

READ = ("html", "report.md", "report.txt", "ics")
TABLES = (
    "xlsx",
    "tables.zip",
    "csv",
    "articles.csv",
    "inconsistencies.csv",
    "matrix.csv",
    "mentions.csv",
    "timexes.csv",
    "links.csv",
    "edits.csv",
)


@dataclass(frozen=True, slots=True)
class Downloads:
    """Some exports under a heading."""

    heading: str
    formats: tuple[Format, ...]


def downloads() -> tuple[Downloads, ...]:
    """Every export once; what is neither read nor a table is for programs."""
    every = export.formats()
    others = tuple(name for name in every if name not in (*READ, *TABLES))
    named = (("To read and print", READ), ("Tables", TABLES), ("For other programs", others))
    return tuple(Downloads(heading, tuple(every[name] for name in names)) for heading, names in named)
