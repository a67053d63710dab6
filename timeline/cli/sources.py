"""What the command line is given, as articles: sources, standard input, JSON lines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline import articles
from timeline.articles import records
from timeline.articles.records import Record
from timeline.cli.progress import Watch
from timeline.errors import InputError
from timeline.model import Article

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that are to become one timeline."""

    id: str
    title: str
    articles: tuple[Article, ...]


def articles_in(
    given: Sequence[str], options: articles.Options, told: Callable[[articles.Item], None], watch: Watch
) -> Iterator[Article]:
    """The articles of files, folders, zips, feeds and addresses, or the one on standard input.

    Ids that come twice get a number. Everything that was found goes to `told` as well, also what is no article. An
    article counts as read when the next one is asked for.
    """
    taken: set[str] = set()
    sources = [source for name in given or (STANDARD_INPUT,) for source in _sources(name)]
    watch.expect(len(sources))
    for item in articles.collect(sources, options, watch.expect):
        told(item)
        if isinstance(item, articles.Found):
            article = replace(item.article, id=_free(item.article.id, taken))
            taken.add(article.id)
            yield article
        watch.done(item.name)


def story_of(record: Record, published: date | None) -> Story:
    """The story that an object holds: an id, and a list of articles. Raises InputError."""
    entries = record.get("articles")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InputError(
            'a story has a list of articles: {"story_id": "…", "articles": [{"doc_id": "…", "text": "…"}]}'
        )
    members = tuple(records.article_in(entry, id=f"a{n}", published=published) for n, entry in enumerate(entries, 1))
    if not members:
        raise InputError("the story has no articles; give at least one")
    ids = [member.id for member in members]
    twice = next((name for name in ids if ids.count(name) > 1), None)
    if twice is not None:
        raise InputError(f"two articles of the story have the doc_id {twice!r}")
    return Story(records.name_under(record, "story_id") or "story", records.text_under(record, "title"), members)


def _sources(given: str) -> Iterator[articles.Source]:
    if given != STANDARD_INPUT:
        return articles.given_as(given)
    content = sys.stdin.buffer.read()
    if not content.strip():
        raise InputError("standard input is empty; give an article's text, or name a file")
    return iter((articles.uploaded("article", content),))


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
