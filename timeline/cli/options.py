"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import parse_qs

import typer

from timeline import articles
from timeline.articles.records import Columns as ColumnNames
from timeline.errors import InputError
from timeline.story import Filter

DATABASE = Path("instance/dateline.sqlite")
FORMATS = (  # written out, because asking the formats themselves loads the tables' library; a test compares
    *("annotations.jsonld", "articles.csv", "csv", "edits.csv", "edits.json", "html", "ics", "inconsistencies.csv"),
    *("json", "links.csv", "matrix.csv", "mentions.csv", "report.json", "report.md", "report.txt", "tables.zip"),
    *("timelinejs.csv", "timelinejs.json", "timeml.zip", "timexes.csv", "xlsx"),
)
_SOURCES = (
    "file (text, HTML, PDF, Word, e-mail, JSON, JSON lines, CSV, feed, zip), a folder of them, or an address; standard "
    "input when none."
)


def day(written: str) -> date:
    """The day that an option says; a wrong one is wrong usage."""
    try:
        return articles.parse_day(written)
    except InputError as error:
        raise typer.BadParameter(str(error)) from None


def _columns(written: str) -> ColumnNames:
    try:
        return articles.parse_columns(written)
    except InputError as error:
        raise typer.BadParameter(str(error)) from None


def _filter(written: str) -> Filter:
    try:
        found = Filter.parse(parse_qs(written.removeprefix("?")))
    except InputError as error:
        raise typer.BadParameter(str(error)) from None
    if written and not found:
        raise typer.BadParameter(f"{written!r} sets no condition; write it like 'status=occurred&place=Lowen'")
    return found


def _formats(begun: str) -> list[str]:
    """The formats whose names begin so, for the shell to complete."""
    return [name for name in FORMATS if name.startswith(begun)]


Database = Annotated[
    str,
    typer.Option(
        envvar=["DATELINE_DATABASE", "DATABASE_URL"], metavar="PATH|URL", help="A SQLite file, or a database's URL."
    ),
]
Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help=f"A {_SOURCES}",
    ),
]
StoryOrSources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="STORY|SOURCE",
        help=f"A stored story's id; or a {_SOURCES}",
    ),
]
Story = Annotated[str, typer.Argument(metavar="STORY", help="A story's id, as its address shows it.")]
Published = Annotated[
    date | None,
    typer.Option(parser=day, metavar="DATE", help="When it was published, like 2019-09-24; otherwise it is found."),
]
Columns = Annotated[
    Any,
    typer.Option(
        parser=_columns,
        metavar="FIELD=COLUMN,…",
        help="Which columns of a table hold what, like text=body,published=day; usual names are known.",
    ),
]
Title = Annotated[str, typer.Option(help="The story's title; the first article's when not given.")]
FormatName = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        help=f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}.",
        autocompletion=_formats,
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="A file; standard output when none.")
]
Edits = Annotated[
    Path | None,
    typer.Option("--edits", metavar="FILE", help="A log of edits to apply, as the format edits.json writes it."),
]
Only = Annotated[
    Any,
    typer.Option(
        "--filter",
        parser=_filter,
        metavar="QUERY",
        help="Which events, as the address of a story's page says it: 'status=occurred&place=Lowen&from=2019-09-01'; "
        "source, status, severity, person, place, text, from, to, disputed.",
    ),
]
Who = Annotated[str, typer.Option(metavar="NAME", help="Who decides; it stands in the log.")]
Owner = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Whose story it is, where people have accounts; else only admins see it."),
]
