"""Articles from what the command line is given: files, standard input, JSON objects."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from timeline import articles
from timeline.errors import InputError
from timeline.model import Article

Record = dict[str, object]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_SHOWN = 60  # characters of a bad value that an error repeats


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that are to become one timeline."""

    id: str
    title: str
    articles: tuple[Article, ...]


def article_in(path: Path | None, published: date | None) -> Article:
    """The article in a file, or on standard input when there is none."""
    if path is not None and str(path) != "-":
        return articles.from_file(path, published=published)
    return articles.from_bytes("article", sys.stdin.buffer.read(), published=published)


def articles_in(paths: Sequence[Path], published: date | None) -> Iterator[Article]:
    """The articles in the files, or the one on standard input; ids that come twice get a number."""
    taken: set[str] = set()
    for path in paths or (None,):
        article = article_in(path, published)
        name, number = article.id, 1
        while name in taken:
            number += 1
            name = f"{article.id}-{number}"
        taken.add(name)
        yield replace(article, id=name)


def record_in(line: bytes) -> Record:
    """The JSON object on a line. Raises InputError."""
    try:
        record = json.loads(line)
    except UnicodeDecodeError:
        raise InputError("the line is not UTF-8") from None
    except ValueError as error:
        raise InputError(f"the line is not JSON: {error}") from None
    except RecursionError:
        raise InputError("the line is nested too deeply") from None
    if not isinstance(record, dict):
        raise InputError(f"a line is one JSON object, not {_shown(record)}")
    return record


def article_of(record: Record, published: date | None, *, id: str = "article") -> Article:
    """The article that an object holds; `published` and `id` stand in for what it does not say. Raises InputError."""
    day = _text(record, "dct")
    return articles.from_text(
        _text(record, "text", needed=True),
        id=doc_id(record) or id,
        title=_text(record, "title"),
        url=_text(record, "url"),
        source=_text(record, "source"),
        language=_text(record, "language") or None,
        published=articles.parse_day(day) if day else published,
    )


def story_of(record: Record, published: date | None) -> Story:
    """The story that an object holds: an id, and a list of articles. Raises InputError."""
    entries = record.get("articles")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InputError(
            'a story has a list of articles: {"story_id": "…", "articles": [{"doc_id": "…", "text": "…"}]}'
        )
    members = tuple(article_of(entry, published, id=f"a{n}") for n, entry in enumerate(entries, 1))
    if not members:
        raise InputError("the story has no articles; give at least one")
    ids = [member.id for member in members]
    twice = next((name for name in ids if ids.count(name) > 1), None)
    if twice is not None:
        raise InputError(f"two articles of the story have the doc_id {twice!r}")
    return Story(_name(record, "story_id") or "story", _text(record, "title"), members)


def doc_id(record: Record) -> str:
    """What the object calls its article; empty when it does not."""
    return _name(record, "doc_id")


def _name(record: Record, key: str) -> str:
    name = record.get(key)
    if isinstance(name, int) and not isinstance(name, bool):
        return str(name)
    return _text(record, key)


def _text(record: Record, key: str, *, needed: bool = False) -> str:
    value = record.get(key)
    if value is None and not needed:
        return ""
    if not isinstance(value, str):
        found = "is missing" if value is None else f"is {_shown(value)}"
        raise InputError(f'"{key}" {found}; give a text')
    # An escape in JSON can hold half a character, which no parser and no file takes; the replacement is as long.
    return value if value.isascii() else _LONE_SURROGATE.sub("\ufffd", value)


def _shown(value: object) -> str:
    text = json.dumps(value)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
