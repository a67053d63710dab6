"""The commands. What only some of them need is loaded by those alone: `read --timexes-only` starts in an instant."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from timeline import __version__, articles, pipeline
from timeline.cli.sources import Record, Story, article_of, articles_in, story_of
from timeline.cli.streams import answer, lines_in
from timeline.errors import FormatError, InputError, TimelineError
from timeline.export.json_text import page
from timeline.export.shapes import Json, reading_json, timeline_json, times_json
from timeline.model import Article, Severity, Timeline

BAD, USAGE = 1, 2
DATABASE = Path("instance/dateline.sqlite")
SEEDS = Path("seeds")
FORMATS = (  # written out, because asking the formats themselves loads the tables' library; a test compares
    "articles.csv, csv, inconsistencies.csv, json, links.csv, mentions.csv, report.json, report.md, report.txt or "
    "timexes.csv."
)


class Commands(TyperGroup):
    """Tells every error that a caller can mend in one sentence."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except TimelineError as error:
            complain(str(error))
            raise typer.Exit(USAGE if isinstance(error, FormatError) else BAD) from None


app = typer.Typer(
    cls=Commands,
    help="Reads news articles, rebuilds what happened when, and says where they disagree.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _day(written: str) -> date:
    try:
        return articles.parse_day(written)
    except InputError as error:
        raise typer.BadParameter(str(error)) from None


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


Files = Annotated[list[Path] | None, typer.Argument(metavar="FILE", help="Text or HTML; standard input when none.")]
Published = Annotated[
    date | None,
    typer.Option(parser=_day, metavar="DATE", help="When it was published, like 2019-09-24; otherwise it is found."),
]
JsonLines = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line in, one a line out.")]
Title = Annotated[str, typer.Option(help="The story's title; the first article's when not given.")]
FormatName = Annotated[str, typer.Option("--format", "-f", metavar="NAME", help=FORMATS)]
Database = Annotated[
    str,
    typer.Option(
        envvar=["DATELINE_DATABASE", "DATABASE_URL"], metavar="PATH|URL", help="A SQLite file, or a database's URL."
    ),
]


@app.callback()
def program(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say it.")] = False,
) -> None:
    """Reads news articles, rebuilds what happened when, and says where they disagree."""


@app.command()
def read(
    files: Files = None,
    jsonl: JsonLines = False,
    published: Published = None,
    timexes_only: Annotated[bool, typer.Option("--timexes-only", help="No events: much faster.")] = False,
) -> None:
    """Read each article on its own; write one JSON document each."""
    shape = _times if timexes_only else _reading
    if jsonl:
        bad = answer(lines_in(files or ()), lambda record: shape(article_of(record, published)), name="doc_id")
        raise typer.Exit(BAD if bad else 0)
    for article in _watched(articles_in(files or (), published), files):
        _write(page(shape(article)))


@app.command()
def build(
    files: Files = None,
    jsonl: JsonLines = False,
    published: Published = None,
    title: Title = "",
    format_name: FormatName = "json",
) -> None:
    """Make one story of all articles; write its timeline."""
    if jsonl and format_name != "json":
        raise typer.BadParameter("--jsonl writes json only", param_hint="--format")
    if jsonl:
        bad = answer(lines_in(files or ()), lambda record: _story(record, published), name="story_id")
        raise typer.Exit(BAD if bad else 0)
    from timeline import export

    chosen = export.find_format(format_name)
    _write(chosen.function(_timeline(files or (), published, title)))


@app.command()
def check(
    files: Files = None,
    published: Published = None,
    fail_on: Annotated[Severity | None, typer.Option(help="Exit with 1 when a finding is as bad as this.")] = None,
) -> None:
    """Print what does not hold together in the articles, taken as one story."""
    from timeline import export

    timeline = _timeline(files or (), published, "")
    _write(export.render(timeline, "report.txt"))
    if fail_on is not None and any(finding.severity.rank <= fail_on.rank for finding in timeline.findings):
        raise typer.Exit(BAD)


@app.command(name="export")
def export_command(
    sources: Annotated[list[str], typer.Argument(metavar="STORY|FILE", help="A stored story's id, or files.")],
    format_name: FormatName = "csv",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; standard output when none.")] = None,
    published: Published = None,
    title: Title = "",
    database: Database = str(DATABASE),
) -> None:
    """Write a stored story, or the story that files tell, in another format."""
    from timeline import export

    chosen = export.find_format(format_name)
    paths = [Path(source) for source in sources]
    if len(paths) == 1 and not paths[0].exists():
        timeline = _stored(sources[0], database)
    else:
        timeline = _timeline(paths, published, title)
    _write(chosen.function(timeline), output)


@app.command()
def explain(
    expression: Annotated[str, typer.Argument(help='Like "two weeks after Easter".')],
    on: Annotated[date, typer.Option(parser=_day, metavar="DATE", help="The day on which it is said.")],
) -> None:
    """Show what a time expression means, and how that was found."""
    from timeline import timex

    _write(timex.explain(expression, on).rstrip("\n").encode() + b"\n")


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to listen on; this machine alone by default.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 8000,
    database: Database = str(DATABASE),
    seeds: Annotated[Path | None, typer.Option(help="A folder of articles to begin with; else seeds/.")] = None,
) -> None:
    """Show stored stories in the browser."""
    from timeline.cli.server import run

    run(host, port, database, seeds or (SEEDS if SEEDS.is_dir() else None))


# --- what the commands share ------------------------------------------------------------------------------------------


def complain(sentence: str) -> None:
    """One line on standard error."""
    typer.echo(f"error: {sentence}", err=True)


def _times(article: Article) -> Json:
    return times_json(pipeline.read_times(article))


def _reading(article: Article) -> Json:
    return reading_json(pipeline.build_timeline([pipeline.read_article(article)], story_id=article.id))


def _story(record: Record, published: date | None) -> Json:
    return timeline_json(_built(story_of(record, published)))


def _built(story: Story) -> Timeline:
    readings = [pipeline.read_article(article) for article in story.articles]
    return pipeline.build_timeline(readings, story_id=story.id, title=story.title)


def _timeline(files: Sequence[Path], published: date | None, title: str) -> Timeline:
    given = tuple(articles_in(files, published))
    readings = [pipeline.read_article(article) for article in _watched(given, files)]
    return pipeline.build_timeline(readings, story_id=given[0].id, title=title or given[0].title)


def _stored(story_id: str, database: str) -> Timeline:
    from timeline.store import Store

    if "://" not in database and not Path(database).exists():
        raise InputError(f"{story_id!r} is no file, and there is no store {database!r} to look for a story in")
    return Store(database).timeline(story_id)


def _watched(given: Iterable[Article], files: Sequence[Path] | None) -> Iterable[Article]:
    """The same, with a bar on the terminal while several are read."""
    if files is None or len(files) < 2 or not sys.stderr.isatty():
        return given
    from rich.console import Console
    from rich.progress import track

    return track(given, "Reading", total=len(files), console=Console(stderr=True), transient=True)


def _write(content: bytes, output: Path | None = None) -> None:
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise InputError(f"the file {str(output)!r} can't be written: {error.strerror}") from None
