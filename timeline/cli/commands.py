"""The commands. What only some of them need is loaded by those alone: `read --timexes-only` starts in an instant."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from timeline import __version__, articles, pipeline
from timeline.articles import records
from timeline.articles.records import Record
from timeline.cli import team
from timeline.cli.options import DATABASE, Database
from timeline.cli.progress import plain, watching
from timeline.cli.sources import Story, articles_in, story_of
from timeline.cli.streams import answer, lines_in
from timeline.errors import FormatError, InputError, TimelineError
from timeline.export.json_text import page
from timeline.export.shapes import Json, reading_json, timeline_json, times_json
from timeline.model import Article, Entry, Severity, Timeline

BAD, USAGE, STOPPED = 1, 2, 130
SEEDS = Path("seeds")
FORMATS = (  # written out, because asking the formats themselves loads the tables' library; a test compares
    "annotations.jsonld, articles.csv, csv, edits.csv, edits.json, html, ics, inconsistencies.csv, json, "
    "links.csv, matrix.csv, mentions.csv, report.json, report.md, report.txt, tables.zip, timelinejs.csv, "
    "timelinejs.json, timeml.zip, timexes.csv or xlsx."
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
        except KeyboardInterrupt as stop:
            _say(str(stop) or "stopped")
            raise typer.Exit(STOPPED) from None


app = typer.Typer(
    cls=Commands,
    help="Reads news articles, rebuilds what happened when, and says where they disagree.",
    add_completion=True,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _day(written: str) -> date:
    try:
        return articles.parse_day(written)
    except InputError as error:
        raise typer.BadParameter(str(error)) from None


def _columns(written: str) -> Mapping[str, str]:
    try:
        return articles.parse_columns(written)
    except InputError as error:
        raise typer.BadParameter(str(error)) from None


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="A file (text, HTML, PDF, Word, e-mail, JSON, JSON lines, CSV, feed, zip), a folder of them, or an "
        "address; standard input when none.",
    ),
]
Published = Annotated[
    date | None,
    typer.Option(parser=_day, metavar="DATE", help="When it was published, like 2019-09-24; otherwise it is found."),
]
Columns = Annotated[
    Any,
    typer.Option(
        parser=_columns,
        metavar="FIELD=COLUMN,…",
        help="Which columns of a table hold what, like text=body,published=day; usual names are known.",
    ),
]
JsonLines = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line in, one a line out.")]
Title = Annotated[str, typer.Option(help="The story's title; the first article's when not given.")]
FormatName = Annotated[str, typer.Option("--format", "-f", metavar="NAME", help=FORMATS)]


WhatIf = Annotated[
    date | None,
    typer.Option("--what-if", parser=_day, metavar="DATE", help="Print what would change if it was published then."),
]
Edits = Annotated[
    Path | None,
    typer.Option("--edits", metavar="FILE", help="A log of edits to apply, as the format edits.json writes it."),
]


@app.callback()
def program(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say it.")] = False,
) -> None:
    """Reads news articles, rebuilds what happened when, and says where they disagree."""


@app.command()
def read(
    sources: Sources = None,
    jsonl: JsonLines = False,
    published: Published = None,
    columns: Columns = None,
    timexes_only: Annotated[bool, typer.Option("--timexes-only", help="No events: much faster.")] = False,
) -> None:
    """Read each article on its own; write one JSON document each."""
    shape = _times if timexes_only else _reading
    refusals, options = Refusals(), articles.Options(columns or {}, published)
    with watching("their answers are written", writes=True) as watch:
        if jsonl:
            given = lines_in(sources or ())
            bad = answer(given, lambda line: shape(_article(line, options)), name="doc_id", watch=watch)
            raise typer.Exit(BAD if bad else 0)
        for article in articles_in(sources or (), options, refusals.tell, watch):
            _write(page(shape(article)))
    refusals.settle()


@app.command()
def build(
    sources: Sources = None,
    jsonl: JsonLines = False,
    published: Published = None,
    columns: Columns = None,
    title: Title = "",
    edits: Edits = None,
    format_name: FormatName = "json",
) -> None:
    """Make one story of all articles; write its timeline."""
    if jsonl and format_name != "json":
        raise typer.BadParameter("--jsonl writes json only", param_hint="--format")
    if jsonl and edits:
        raise typer.BadParameter("a log is of one story; --jsonl reads many", param_hint="--edits")
    if jsonl:
        with watching("their answers are written", writes=True) as watch:
            given = lines_in(sources or ())
            bad = answer(given, lambda record: _story(record, published), name="story_id", watch=watch)
        raise typer.Exit(BAD if bad else 0)
    from timeline import export

    chosen = export.find_format(format_name)
    refusals = Refusals()
    _write(chosen.function(_timeline(sources or (), published, columns, title, refusals, edits)))
    refusals.settle()


@app.command()
def check(
    sources: Sources = None,
    published: Published = None,
    columns: Columns = None,
    edits: Edits = None,
    fail_on: Annotated[Severity | None, typer.Option(help="Exit with 1 when an open finding is as bad.")] = None,
    what_if: WhatIf = None,
) -> None:
    """Print what does not hold together in the articles, taken as one story."""
    from timeline import export

    refusals = Refusals()
    timeline = _timeline(sources or (), published, columns, "", refusals, edits)
    _write(_difference(timeline, what_if) if what_if else export.render(timeline, "report.txt"))
    refusals.settle()
    if fail_on is not None and any(f.is_open and f.severity.rank <= fail_on.rank for f in timeline.findings):
        raise typer.Exit(BAD)


@app.command(name="export")
def export_command(
    sources: Annotated[list[str], typer.Argument(metavar="STORY|SOURCE", help="A stored story's id, or sources.")],
    format_name: FormatName = "csv",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; standard output when none.")] = None,
    published: Published = None,
    columns: Columns = None,
    title: Title = "",
    database: Database = str(DATABASE),
) -> None:
    """Write a stored story, or the story that sources tell, in another format."""
    from timeline import export

    chosen = export.find_format(format_name)
    refusals = Refusals()
    if len(sources) == 1 and not articles.is_address(sources[0]) and not Path(sources[0]).exists():
        timeline = _stored(sources[0], database)
    else:
        timeline = _timeline(sources, published, columns, title, refusals)
    _write(chosen.function(timeline), output)
    refusals.settle()


@app.command(name="import")
def import_command(
    source: Annotated[
        str, typer.Argument(metavar="FILE", help="A story that the export json wrote; - is standard input.")
    ],
    database: Database = str(DATABASE),
) -> None:
    """Keep a story that was exported as json: its articles and every decision; print its id."""
    from timeline import documents
    from timeline.store import Store

    with watching("nothing is kept of it") as watch:
        document = documents.load(_bytes_of(source))
        watch.expect(len(document.articles))
        store = Store(database)
        story = store.import_story(document, told=watch.done)
        watch.kept = f"the story {story} is kept, and built when it is first shown"
        watch.step("Building the timeline")
        store.timeline(story)
    typer.echo(story)


def _bytes_of(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except OSError as error:
        raise InputError(f"can't read {source!r}: {error.strerror}") from None


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
    workers: Annotated[
        int,
        typer.Option(min=1, max=64, help="Processes; for a team, about one for each core.", envvar="WEB_CONCURRENCY"),
    ] = 1,
    name: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HOST", help="A name that browsers reach it under, like dateline.example.org; repeatable."
        ),
    ] = None,
    behind_proxy: Annotated[
        int, typer.Option(min=0, max=9, metavar="N", help="N proxies in front tell of each request where it came from.")
    ] = 0,
    plain_http: Annotated[
        bool, typer.Option("--plain-http", help="Let people log in without https, in a network that you trust.")
    ] = False,
    log_requests: Annotated[
        bool | None, typer.Option(help="A line of JSON for each; by default where others can reach it.")
    ] = None,
    database: Database = str(DATABASE),
    seeds: Annotated[Path | None, typer.Option(help="A folder of articles to begin with; else seeds/.")] = None,
) -> None:
    """Show stored stories in the browser.

    On this machine's own address nobody has to log in, until there is an account. On any other address it starts only
    when there is one: python -m timeline users add NAME --role admin
    """
    from timeline.cli.server import Settings, run

    settings = Settings(host, port, workers, name or (), behind_proxy, plain_http, log_requests)
    run(settings, database, seeds or (SEEDS if SEEDS.is_dir() else None))


app.command()(team.backup)
app.add_typer(team.users, name="users")
app.add_typer(team.tokens, name="tokens")


# --- what the commands share ------------------------------------------------------------------------------------------


def complain(sentence: str) -> None:
    """One line on standard error."""
    _say(f"error: {sentence}")


def _say(words: str) -> None:
    print(plain(words), file=sys.stderr)  # noqa: T201 - typer's echo would write into the bar


class Refusals:
    """What could not be read: each is told when it is met, and the exit code says so at the end."""

    def __init__(self) -> None:
        self._number = 0

    def note(self, name: str, reason: str) -> None:
        """Tell one."""
        self._number += 1
        complain(f"{name}: {reason}")

    def tell(self, item: articles.Item) -> None:
        """Tell what is no article, and what an article lacks, which is no failure."""
        if isinstance(item, articles.Refused):
            self.note(item.name, item.reason)
        elif item.note:
            _say(f"note: {item.name}: {item.note}")

    def settle(self) -> None:
        """Leave with the exit code of bad input when there were any."""
        if self._number:
            raise typer.Exit(BAD)


def _article(line: Record, options: articles.Options) -> Article:
    return records.article_in(line, options.columns, published=options.published)


def _times(article: Article) -> Json:
    return times_json(pipeline.read_times(article))


def _reading(article: Article) -> Json:
    return reading_json(pipeline.build_timeline([pipeline.read_article(article)], story_id=article.id))


def _story(record: Record, published: date | None) -> Json:
    return timeline_json(_built(story_of(record, published)))


def _built(story: Story) -> Timeline:
    readings = [pipeline.read_article(article) for article in story.articles]
    return pipeline.build_timeline(readings, story_id=story.id, title=story.title)


def _timeline(
    sources: Sequence[str],
    published: date | None,
    columns: Mapping[str, str] | None,
    title: str,
    refusals: Refusals,
    edits: Path | None = None,
) -> Timeline:
    log = _log(edits) if edits else ()
    options = articles.Options(columns or {}, published)
    with watching("nothing is written") as watch:
        given = articles_in(sources, options, refusals.tell, watch)
        readings = [pipeline.read_decided(article, log) for article in given]
        if not readings:
            raise typer.Exit(BAD)
        watch.step("Building the timeline")
        first = readings[0].article
        timeline = pipeline.build_timeline(readings, story_id=first.id, title=title or first.title, log=log)
    for lost in timeline.unplaced:
        refusals.note(f"edit {lost.entry.number} finds no place", lost.reason)
    return timeline


def _difference(timeline: Timeline, day: date) -> bytes:
    """What would change if the one article had appeared on that day."""
    from timeline import edits

    if len(timeline.readings) > 1:
        raise typer.BadParameter("give one article; several did not all appear that day", param_hint="--what-if")
    then = pipeline.read_article(replace(timeline.readings[0].given, published=day))
    changes = edits.compare(timeline, pipeline.build_timeline([then], story_id=timeline.story_id, title=timeline.title))
    return ("\n".join(edits.lines(changes)) + "\n").encode("utf-8", "replace")


def _log(path: Path) -> tuple[Entry, ...]:
    from timeline.edits.document import load

    try:
        return load(path.read_bytes())
    except OSError as error:
        raise InputError(f"the file {str(path)!r} can't be read: {error.strerror}") from None


def _stored(story_id: str, database: str) -> Timeline:
    from timeline.store import Store

    if "://" not in database and not Path(database).exists():
        raise InputError(f"{story_id!r} is no file, and there is no store {database!r} to look for a story in")
    with watching("nothing is written") as watch:
        watch.step("Building the timeline")
        return Store(database).timeline(story_id)


def _write(content: bytes, output: Path | None = None) -> None:
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise InputError(f"the file {str(output)!r} can't be written: {error.strerror}") from None
