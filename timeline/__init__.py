"""Dateline: reads news articles, rebuilds what happened when, and says where they disagree.

    from timeline import build_timeline, export, read_article

    reading = read_article("A fire broke out on Monday night, police said Tuesday.", published="2019-09-24")
    story = build_timeline([reading])
    print(export.render(story, "csv").decode())

`read_article` reads one article, `build_timeline` makes one story of many readings, `export.render` writes it in any of
`export.formats()`, `Store` keeps stories, `articles` makes articles of texts, pages and files, `articles.collect` of
any number of files, folders, feeds and addresses. `story` asks of a finished story (a part of it, its sources side by
side, why it says what it says), `deciding` and `edits` change one, `documents` brings an exported one back, `timex`
finds and explains time expressions alone. The nouns are in `timeline.model` and `timeline.temporal.interval`; the
errors, all of them TimelineErrors, in `timeline.errors`. docs/library.md shows each at work.
Names are loaded when they are first used, so that `import timeline` costs nothing.
"""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline import articles, deciding, documents, edits, export, story, timex
    from timeline.errors import ConflictError, FormatError, InputError, NotFoundError, TimelineError
    from timeline.model import (
        Article,
        Block,
        BlockKind,
        Copy,
        Edit,
        Entry,
        Event,
        Evidence,
        Finding,
        Link,
        Mention,
        Passed,
        PublicationDate,
        Quote,
        Reading,
        RelationKind,
        Repair,
        Severity,
        Span,
        Status,
        Timeline,
        Timex,
        TimexType,
    )
    from timeline.pipeline import build_timeline
    from timeline.store import Store
    from timeline.temporal.interval import Granularity, Interval

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "ConflictError",
    "Copy",
    "Edit",
    "Entry",
    "Event",
    "Evidence",
    "Finding",
    "FormatError",
    "Granularity",
    "InputError",
    "Interval",
    "Link",
    "Mention",
    "NotFoundError",
    "Passed",
    "PublicationDate",
    "Quote",
    "Reading",
    "RelationKind",
    "Repair",
    "Severity",
    "Span",
    "Status",
    "Store",
    "Timeline",
    "TimelineError",
    "Timex",
    "TimexType",
    "articles",
    "build_timeline",
    "deciding",
    "documents",
    "edits",
    "export",
    "read_article",
    "story",
    "timex",
]

_HOMES = {
    "timeline.errors": ("ConflictError", "FormatError", "InputError", "NotFoundError", "TimelineError"),
    "timeline.pipeline": ("build_timeline",),
    "timeline.store": ("Store",),
    "timeline.temporal.interval": ("Granularity", "Interval"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_PACKAGES = ("articles", "deciding", "documents", "edits", "export", "story", "timex")


def __getattr__(name: str) -> object:
    """A public name, loaded now (PEP 562)."""
    if name in _PACKAGES:
        return import_module(f"timeline.{name}")
    if name not in __all__:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")
    found: object = getattr(import_module(_HOME_OF.get(name, "timeline.model")), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The public names."""
    return sorted([*__all__, "__version__"])


def read_article(article: Article | str, *, published: date | str | None = None) -> Reading:
    """Everything that one article says about time: its publication date, its time expressions, what it tells happened.

    `article` is a text, or an Article, which `articles` makes of texts, web pages and files. `published` is the day it
    appeared ("2019-09-24" will do); None leaves that to the article, and else it is found.
    Raises InputError for an empty text or a day that is none.
    """
    from dataclasses import replace

    from timeline import articles, pipeline

    given = articles.from_text(article) if isinstance(article, str) else article
    day = articles.parse_day(published) if isinstance(published, str) else published
    return pipeline.read_article(replace(given, published=day) if day else given)
