"""The commands for stored stories: what there is, adding articles, forgetting one."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline import articles
from timeline.cli.options import DATABASE, Columns, Database, Owner, Published, Sources, Story
from timeline.cli.progress import watching
from timeline.cli.sources import articles_in
from timeline.cli.told import Refusals, bytes_of, opened, say, tell
from timeline.wording import count, days

stories = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Stored stories: those that the pages show. build, check and export take their ids too.",
)


@stories.command(name="list", epilog="Example: python -m timeline stories list --database monday.sqlite")
def list_stories(database: Database = str(DATABASE)) -> None:
    """Show each story: its id, its articles, events and findings, the days it spans, and its title."""
    for story in opened(database).stories():
        counted = story.findings
        found = (f"{n} {name}" for name in ("high", "medium", "low", "info") if (n := getattr(counted, name)))
        spans = days(story.first_day, story.last_day) if story.first_day and story.last_day else "no date"
        numbers = f"{count(story.article_count, 'article')}\t{count(story.event_count, 'event')}"
        tell(f"{story.id}\t{numbers}\t{', '.join(found) or 'nothing found'}\t{spans}\t{story.title}")


@stories.command(name="add", epilog="Example: python -m timeline stories add june/ --title 'Fire at Lowen Harbour'")
def add_articles(
    sources: Sources = None,
    story: Annotated[
        str | None, typer.Option("--story", metavar="STORY", help="A stored story to add to; else one is made.")
    ] = None,
    title: Annotated[
        str, typer.Option(help="What the story that is made is called; else like its first article.")
    ] = "",
    published: Published = None,
    columns: Columns = None,
    owner: Owner = None,
    database: Database = str(DATABASE),
) -> None:
    """Keep the articles of files, folders, feeds and addresses as a story; print its id.

    A text that the story has already is kept once. What can't be read is named, and stops nothing else.
    """
    store = opened(database, make=story is None)
    if story is not None:
        store.history(story)  # before anything is read
    user = store.people.find(owner) if owner else None
    refusals, kept, options = Refusals(), story, articles.Options(columns or {}, published)
    with watching("nothing is kept") as watch:
        for article in articles_in(sources or (), options, refusals.tell, watch):
            if kept is None and title:
                kept = store.create_story(title, user=user)
            added = store.put_article(article, kept, user=user)
            kept = added.story_id
            watch.kept = f"they are kept in the story {kept}"
            if added.is_copy:
                say(f"{article.id}: its text is there already, as {added.article_id}")
        if kept is not None:
            watch.step("Building the timeline")
            store.timeline(kept)
    if kept is not None:
        typer.echo(kept)
    refusals.settle()


@stories.command(name="delete", epilog="Example: python -m timeline stories delete fire-at-lowen-harbour")
def delete_story(
    story: Story,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    database: Database = str(DATABASE),
) -> None:
    """Forget a story, its articles and what was decided about them."""
    store = opened(database)
    told = store.timeline(story)
    if not yes:
        holds = f"{count(len(told.readings), 'article')} and {count(len(told.log), 'edit')}"
        typer.confirm(f"Forget “{told.title}” with {holds}?", abort=True, err=True)
    store.delete_story(story)
    typer.echo(f"{story} is forgotten", err=True)


def import_story(
    source: Annotated[
        str, typer.Argument(metavar="FILE", help="A story that the export json wrote; - is standard input.")
    ],
    owner: Owner = None,
    database: Database = str(DATABASE),
) -> None:
    """Keep a story that was exported as json: its articles and every decision; print its id."""
    from timeline import documents

    with watching("nothing is kept of it") as watch:
        document = documents.load(bytes_of(source))
        watch.expect(len(document.articles))
        store = opened(database, make=True)
        user = store.people.find(owner) if owner else None
        story = store.import_story(document, user=user, told=watch.done)
        watch.kept = f"the story {story} is kept, and built when it is first shown"
        watch.step("Building the timeline")
        store.timeline(story)
    typer.echo(story)
