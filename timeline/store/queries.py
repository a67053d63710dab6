"""What is asked of the tables, as values of the model."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, func, select

from timeline.errors import ConflictError, NotFoundError
from timeline.model import Article
from timeline.store import codec, names
from timeline.store.edits import Edit, EditKind
from timeline.store.tables import ARTICLES, EDITS, STORIES, TIMELINES


def title(db: Connection, story_id: str, *, lock: bool = False) -> str:
    """The story's title. With `lock`, others who want to change the story wait until this transaction ends.

    Raises NotFoundError.
    """
    query = select(STORIES.c.title).where(STORIES.c.id == story_id)
    row = db.execute(query.with_for_update() if lock else query).one_or_none() if names.is_slug(story_id) else None
    if row is None:
        raise NotFoundError(f"no story {story_id!r} is stored")
    return str(row.title)


def mark(db: Connection, story_id: str) -> str | None:
    """What made the story's kept timeline, or what marks it as outdated; another one after every change."""
    return db.execute(select(TIMELINES.c.engine).where(TIMELINES.c.story_id == story_id)).scalar_one_or_none()


def article(db: Connection, story_id: str, article_id: str) -> Article:
    """The article as it was given. Raises NotFoundError."""
    query = select(ARTICLES.c.article).where(ARTICLES.c.story_id == story_id, ARTICLES.c.id == article_id)
    row = db.execute(query).scalar_one_or_none() if names.is_slug(article_id) else None
    if row is None:
        raise NotFoundError(f"story {story_id!r} has no article {article_id!r}")
    return codec.ARTICLE.load(row)


def article_ids(db: Connection, story_id: str) -> tuple[str, ...]:
    """The ids of the story's articles. Raises NotFoundError for an unknown story."""
    title(db, story_id)
    return tuple(db.execute(select(ARTICLES.c.id).where(ARTICLES.c.story_id == story_id)).scalars())


def keeper(db: Connection, article: Article, story_id: str | None) -> tuple[str, str] | None:
    """Story and id under which this text is kept: in that story, or without one, in any that has no other article.

    Raises ConflictError when it is kept with another given date.
    """
    query = select(ARTICLES.c.story_id, ARTICLES.c.id, ARTICLES.c.article).where(ARTICLES.c.sha256 == article.sha256)
    if story_id is not None:
        query = query.where(ARTICLES.c.story_id == story_id)
    else:
        alone = select(ARTICLES.c.story_id).group_by(ARTICLES.c.story_id).having(func.count() == 1)
        query = query.where(ARTICLES.c.story_id.in_(alone))
    row = db.execute(query.order_by(ARTICLES.c.story_id)).first()
    if row is None:
        return None
    kept = codec.ARTICLE.load(row.article)
    if article.published not in (None, kept.published):
        raise ConflictError(
            f"story {row.story_id!r} holds this text already as {row.id!r}, published on "
            f"{kept.published or 'no given day'}; set its publication date to {article.published} there"
        )
    return row.story_id, row.id


def edits(db: Connection, story_id: str) -> tuple[Edit, ...]:
    """What people decided in the story, first to last."""
    rows = db.execute(select(EDITS).where(EDITS.c.story_id == story_id).order_by(EDITS.c.number))
    return tuple(
        Edit(
            row.number,
            row.story_id,
            row.article_id,
            EditKind(row.kind),
            dt.date.fromisoformat(row.payload) if row.payload else None,
            row.who,
            dt.datetime.fromisoformat(row.at),
        )
        for row in rows
    )
