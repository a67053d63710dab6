"""What people decided, as a log that is only ever added to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline.model import Article


class EditKind(StrEnum):
    """What a person can decide."""

    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Edit:
    """One decision; `number` counts up over the whole store.

    `published` is the date that the person set, None takes an earlier decision back. `who` may be empty.
    """

    number: int
    story_id: str
    article_id: str
    kind: EditKind
    published: dt.date | None
    who: str
    at: dt.datetime


def applied(article: Article, edits: Iterable[Edit]) -> Article:
    """The article as the last decision on it leaves it; edits of other articles are passed over."""
    published = _last(edits).get(article.id)
    return article if published is None else replace(article, published=published)


def decided(edits: Iterable[Edit]) -> tuple[str, ...]:
    """The ids of the articles on which a decision stands."""
    return tuple(sorted(article_id for article_id, published in _last(edits).items() if published is not None))


def _last(edits: Iterable[Edit]) -> dict[str, dt.date | None]:
    return {edit.article_id: edit.published for edit in edits if edit.kind is EditKind.PUBLICATION}
