"""The commands. What only some of them need is loaded by those alone: `read --timexes-only` starts in an instant."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from typer.core import TyperGroup
from typer.main import get_command

from timeline import __version__, articles, faults, pipeline, story
from timeline.articles import records
from timeline.articles.records import Record
from timeline.cli import edits as log
from timeline.cli import stories, team
from timeline.cli.collecting import collect_seldom
from timeline.cli.options import (
    DATABASE,
    Columns,
    Database,
    Edits,
    FormatName,
    Only,
    Output,
    Published,
    Sources,
    StoryOrSources,
    Title,
    day,
)
from timeline.cli.progress import watching
from timeline.cli.sources import Story, articles_in, story_of
from timeline.cli.streams import answer, lines_in
from timeline.cli.told import BAD, STOPPED, USAGE, Refusals, Wanted, complain, say, tell, write
from timeline.errors import FormatError, TimelineError
from timeline.export.json_text import page
from timeline.export.shapes import Json, reading_json, timeline_json, times_json
from timeline.model import Article, SetPublication, Severity, Timeline
from timeline.shipped import shipped


class Commands(TyperGroup):
    """Tells every error that a caller can mend in one sentence."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        collect_seldom()
        try:
            return super().invoke(ctx)
        except TimelineError as error:
            complain(str(error))
            raise typer.Exit(USAGE if isinstance(error, FormatError) else BAD) from None
        except typer.BadParameter as error:
            if isinstance(error.__cause__, ValidationError):
                error.message = faults.of_value(error.__cause__)
            raise
        except KeyboardInterrupt as stop:
            say(str(stop) or "stopped")
            raise typer.Exit(STOPPED) from None


app = typer.Typer(
    cls=Commands,
    help="Reads news articles, rebuilds what happened when, and says where they disagree.",
    epilog="Begin with: python -m timeline check story.txt, or: python -m timeline serve",
    add_completion=True,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


JsonLines = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line in, one a line out.")]


@app.callback()
def program(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say it.")] = False,
) -> None:
    """Reads news articles, rebuilds what happened when, and says where they disagree."""


@app.command(epilog="Example: python -m timeline read story.txt --published 2019-09-24")
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
            write(page(shape(article)))
    refusals.settle()


@app.command(epilog="Example: python -m timeline build post.txt wire.html --format html --output fire.html")
def build(
    sources: Sources = None,
    jsonl: JsonLines = False,
    published: Published = None,
    columns: Columns = None,
    title: Title = "",
    edits: Edits = None,
    only: Only = None,
    format_name: FormatName = "json",
    output: Output = None,
) -> None:
    """Make one story of all articles; write its timeline."""
    if jsonl and format_name != "json":
        raise typer.BadParameter("--jsonl writes json only", param_hint="--format")
    if jsonl and edits:
        raise typer.BadParameter("a log is of one story; --jsonl reads many", param_hint="--edits")
    if jsonl and (title or output):
        raise typer.BadParameter("--jsonl reads many stories, and writes on standard output", param_hint="--title")
    if jsonl:
        with watching("their answers are written", writes=True) as watch:
            given = lines_in(sources or ())
            bad = answer(given, lambda record: _story(record, published, only), name="story_id", watch=watch)
        raise typer.Exit(BAD if bad else 0)
    _export(Wanted(sources or (), "", published, columns, title, edits, only), format_name, output)


@app.command(epilog="Example: python -m timeline check june/ --title 'Fire at Lowen Harbour' --fail-on high")
def check(
    names: StoryOrSources = None,
    published: Published = None,
    columns: Columns = None,
    title: Title = "",
    edits: Edits = None,
    only: Only = None,
    fail_on: Annotated[Severity | None, typer.Option(help="Exit with 1 when an open finding is as bad.")] = None,
    what_if: Annotated[
        date | None,
        typer.Option("--what-if", parser=day, metavar="DATE", help="Print what would change if it was published then."),
    ] = None,
    format_name: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="report.txt, report.md, report.json, or any export.")
    ] = "report.txt",
    output: Output = None,
    database: Database = str(DATABASE),
) -> None:
    """Print what does not hold together in a stored story, or in articles taken as one story."""
    from timeline import export

    chosen, refusals = export.find_format(format_name), Refusals()
    wanted = Wanted(names or (), database, published, columns, title, edits, only)
    timeline = wanted.told(refusals)
    if what_if:
        tell(_difference(wanted, timeline, what_if), output)
    else:
        write(chosen.function(timeline), output)
    refusals.settle()
    if fail_on is not None and any(f.is_open and f.severity.rank <= fail_on.rank for f in timeline.findings):
        raise typer.Exit(BAD)


@app.command(name="export", epilog="Example: python -m timeline export green-zone-rockets -f xlsx -o rockets.xlsx")
def export_command(
    names: StoryOrSources = None,
    format_name: FormatName = "csv",
    output: Output = None,
    published: Published = None,
    columns: Columns = None,
    title: Title = "",
    edits: Edits = None,
    only: Only = None,
    database: Database = str(DATABASE),
) -> None:
    """Write a stored story, or the story that sources tell, in another format."""
    _export(Wanted(names or (), database, published, columns, title, edits, only), format_name, output)


@app.command(epilog="Example: python -m timeline explain f1 --of green-zone-rockets")
def explain(
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help='An expression, like "two weeks after Easter"; or of a story a finding, event, link or time '
            "expression by its id, like f1, e3, k2 or t5, or by its words.",
        ),
    ],
    on: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="The day on which the expression is said.")
    ] = None,
    of: Annotated[
        list[str] | None, typer.Option(metavar="STORY|SOURCE", help="A stored story's id, or a source; repeatable.")
    ] = None,
    published: Published = None,
    columns: Columns = None,
    database: Database = str(DATABASE),
) -> None:
    """Show why: what an expression means, or what a story's finding, date, event or link rests on."""
    if (on is None) == (not of):
        raise typer.BadParameter("say either on which day it is said, or of which story it is", param_hint="--on, --of")
    if on is not None:
        from timeline import timex

        tell(timex.explain(what, on).rstrip("\n"))
        return
    refusals = Refusals()
    timeline = Wanted(of or (), database, published, columns).told(refusals)
    tell("\n\n".join(map(str, story.explain(timeline, what))))
    refusals.settle()


@app.command(epilog="Example: python -m timeline serve --host 0.0.0.0 --workers 4 --name dateline.example.org")
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
    seeds: Annotated[
        Path | None, typer.Option(help="A folder of articles to begin with; else the one that comes with it.")
    ] = None,
) -> None:
    """Show stored stories in the browser.

    On this machine's own address nobody has to log in, until there is an account. On any other address it starts only
    when there is one: python -m timeline users add NAME --role admin
    """
    from timeline.cli.server import Settings, run

    settings = Settings(host, port, workers, name or (), behind_proxy, plain_http, log_requests)
    run(settings, database, seeds or shipped("seeds"))


app.command(name="import", epilog="Example: python -m timeline import story.json")(stories.import_story)
app.command(epilog="Example: python -m timeline backup monday.sqlite")(team.backup)
app.add_typer(stories.stories, name="stories")
app.add_typer(log.edits, name="edits")
app.add_typer(team.users, name="users")
app.add_typer(team.tokens, name="tokens")


def main() -> None:
    """Run under the name it was called by; a shell can complete the commands of `dateline` alone."""
    command = get_command(app)
    called = "dateline" if Path(sys.argv[0]).stem == "dateline" else "python -m timeline"
    if called != "dateline":
        command.params = [p for p in command.params if not str(p.name).endswith("_completion")]
    command(prog_name=called)


# --- what the commands share ------------------------------------------------------------------------------------------


def _export(wanted: Wanted, format_name: str, output: Path | None) -> None:
    from timeline import export

    chosen, refusals = export.find_format(format_name), Refusals()
    write(chosen.function(wanted.told(refusals)), output)
    refusals.settle()


def _article(line: Record, options: articles.Options) -> Article:
    return records.article_in(line, options.columns, published=options.published)


def _times(article: Article) -> Json:
    return times_json(pipeline.read_times(article))


def _reading(article: Article) -> Json:
    return reading_json(pipeline.build_timeline([pipeline.read_article(article)], story_id=article.id))


def _story(record: Record, published: date | None, only: story.Filter | None) -> Json:
    timeline = _built(story_of(record, published))
    return timeline_json(story.select(timeline, only) if only else timeline)


def _built(given: Story) -> Timeline:
    readings = [pipeline.read_article(article) for article in given.articles]
    return pipeline.build_timeline(readings, story_id=given.id, title=given.title)


def _difference(wanted: Wanted, timeline: Timeline, day: date) -> str:
    """What would change if the one article had appeared on that day."""
    from timeline import edits

    if len(timeline.readings) > 1:
        raise typer.BadParameter("give one article; several did not all appear that day", param_hint="--what-if")
    given = timeline.readings[0].given
    if wanted.is_stored:
        then = wanted.store().preview(timeline.story_id, SetPublication(given.id, day))
    else:
        read = pipeline.read_article(replace(given, published=day))
        then = pipeline.build_timeline([read], story_id=timeline.story_id, title=timeline.title)
    return "\n".join(edits.lines(edits.compare(timeline, then)))
