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
    mine = [edit for edit in edits if edit.article_id == article.id and edit.kind is EditKind.PUBLICATION]
    if not mine or mine[-1].published is None:
        return article
    return replace(article, published=mine[-1].published)
