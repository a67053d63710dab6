"""A story from the JSON that the export `json` wrote: what it was made of, and so the same story again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError
from typing_extensions import TypedDict

from timeline import pipeline
from timeline.edits import document as log_document
from timeline.errors import ConflictError, InputError
from timeline.model import Article, Block, BlockKind, Entry, Span, StatedDate, Timeline


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """All that a story is made of: its articles as they were given, and what people decided."""

    story_id: str
    title: str
    articles: tuple[Article, ...]
    log: tuple[Entry, ...] = ()


class _Stated(TypedDict):
    kind: str
    date: date
    says: str


class _Article(TypedDict):
    doc_id: str
    title: str
    source: str
    url: str
    language: str
    published: date | None
    stated_dates: list[_Stated]
    blocks: list[tuple[BlockKind, int, int]]
    text: str


_ARTICLES = TypeAdapter(list[_Article])


def load(document: str | bytes) -> StoryDocument:
    """What a story was made of.

    Raises InputError for anything but a story that the export `json` wrote, ConflictError for one that contradicts
    itself.
    """
    found = log_document.parsed("the story", document)
    inputs = found.get("inputs") if isinstance(found, dict) else None
    if not isinstance(inputs, dict) or not isinstance(inputs.get("log"), list):
        raise InputError('a story to import is a JSON object with "inputs"; the export json writes one')
    return StoryDocument(
        _text(found, "story_id"), _text(found, "title"), _articles(inputs), log_document.entries(inputs["log"])
    )


def timeline_of(document: StoryDocument) -> Timeline:
    """The story, read and built again: with the same program, the same."""
    readings = [pipeline.read_decided(article, document.log) for article in document.articles]
    return pipeline.build_timeline(readings, story_id=document.story_id, title=document.title, log=document.log)


def _text(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    if not isinstance(value, str):
        raise InputError(f'the story has no "{name}" in words')
    return value


def _articles(inputs: Mapping[str, Any]) -> tuple[Article, ...]:
    try:
        articles = tuple(map(_article, _ARTICLES.validate_json(json.dumps(inputs.get("articles")), strict=True)))
    except ValidationError as error:
        raise log_document.fault("the story's articles", error) from None
    if len({a.id for a in articles}) < len(articles):
        raise ConflictError("the story's articles: two have the same doc_id")
    return articles


def _article(told: _Article) -> Article:
    return Article(
        told["doc_id"],
        told["text"],
        _blocks(told["doc_id"], told["text"], told["blocks"]),
        told["title"],
        told["url"],
        told["source"],
        told["language"],
        told["published"],
        tuple(StatedDate(s["kind"], s["date"], s["says"]) for s in told["stated_dates"]),
    )


def _blocks(name: str, text: str, told: Sequence[tuple[BlockKind, int, int]]) -> tuple[Block, ...]:
    """The blocks, which must follow each other within the text."""
    at = 0
    for _, start, end in told:
        if not at <= start <= end <= len(text):
            raise ConflictError(f"the story's article {name!r}: its blocks don't follow each other within its text")
        at = end
    return tuple(Block(kind, Span(start, end)) for kind, start, end in told)
