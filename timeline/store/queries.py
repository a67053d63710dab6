"""What is asked of the tables, as values of the model."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import PurePath

from sqlalchemy import ColumnElement, Connection, and_, func, insert, select, true, update

from timeline.edits.document import dump_edit, load_edit
from timeline.errors import ConflictError, NotFoundError
from timeline.model import Article, Entry
from timeline.store import codec, names
from timeline.store.people import Role, User
from timeline.store.tables import ARTICLES, LOG, SEEDS, SHARES, STORIES, TIMELINES


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article as it was given, and its reading, packed, with the engine that made it."""

    id: str
    article: Article
    reading: bytes
    engine: str


@dataclass(frozen=True, slots=True)
class KeptStory:
    """All that a timeline is made of; `groups` are JSON and hold for the readings whose digest is `grouped`."""

    title: str
    revision: int
    articles: tuple[KeptArticle, ...]
    log: tuple[Entry, ...]
    groups: str
    grouped: str


@dataclass(frozen=True, slots=True)
class KeptSummary:
    """A story in a list: its summary as JSON if one is kept, whether that is current, and when the story changed."""

    story_id: str
    summary: str | None
    is_current: bool
    changed_at: dt.datetime | None


def title(db: Connection, story_id: str, *, lock: bool = False) -> str:
    """The story's title. With `lock`, others who want to change the story wait until this transaction ends.

    Raises NotFoundError.
    """
    query = select(STORIES.c.title).where(STORIES.c.id == story_id)
    row = db.execute(query.with_for_update() if lock else query).one_or_none() if names.is_slug(story_id) else None
    if row is None:
        raise NotFoundError(f"no story {story_id!r} is stored")
    return str(row.title)


def revision(db: Connection, story_id: str, *, lock: bool = False) -> int | None:
    """How many changes the story has seen; None when there is no such story."""
    query = select(STORIES.c.revision).where(STORIES.c.id == story_id)
    return db.execute(query.with_for_update() if lock else query).scalar_one_or_none()


def story(db: Connection, story_id: str) -> KeptStory:
    """What the story is made of, its articles in order. Raises NotFoundError."""
    name = title(db, story_id)
    rows = db.execute(select(ARTICLES).where(ARTICLES.c.story_id == story_id).order_by(ARTICLES.c.position))
    kept = tuple(KeptArticle(row.id, codec.ARTICLE.load(row.article), row.reading, row.engine) for row in rows)
    found = select(TIMELINES.c.groups, TIMELINES.c.grouped).where(TIMELINES.c.story_id == story_id)
    groups = db.execute(found).one_or_none()
    made = (groups.groups, groups.grouped) if groups else ("", "")
    return KeptStory(name, revision(db, story_id) or 0, kept, log(db, story_id), *made)


def timeline(db: Connection, story_id: str, engine: str) -> bytes | None:
    """What this engine made of the story as it is now, packed, if it is kept. Raises NotFoundError."""
    title(db, story_id)
    query = select(TIMELINES.c.timeline).join(STORIES, _is_made_by(engine)).where(STORIES.c.id == story_id)
    return db.execute(query).scalar_one_or_none()


def older(db: Connection, story_id: str, engine: str) -> bytes | None:
    """What this engine made of the story last, packed, also when the story has changed since."""
    query = select(TIMELINES.c.timeline).where(TIMELINES.c.story_id == story_id, TIMELINES.c.engine == engine)
    return db.execute(query).scalar_one_or_none()


def summaries(db: Connection, engine: str, user: User | None) -> tuple[KeptSummary, ...]:
    """The user's stories in the order in which they were made."""
    columns = STORIES.c.id, STORIES.c.changed_at, TIMELINES.c.summary, _is_made_by(engine).label("is_current")
    query = select(*columns).join(TIMELINES, TIMELINES.c.story_id == STORIES.c.id, isouter=True)
    rows = db.execute(query.where(_is_seen_by(STORIES.c.id, user)).order_by(STORIES.c.number))
    return tuple(
        KeptSummary(
            row.id,
            row.summary,
            bool(row.is_current),
            dt.datetime.fromisoformat(row.changed_at) if row.changed_at else None,
        )
        for row in rows
    )


def seed(db: Connection, user: User | None) -> str | None:
    """The first story that the user sees and that holds the article of a seed's file."""
    files = [names.slug(PurePath(name).stem) for name in db.execute(select(SEEDS.c.name)).scalars()]
    query = select(STORIES.c.id).join(ARTICLES, ARTICLES.c.story_id == STORIES.c.id)
    query = query.where(ARTICLES.c.id.in_(files), _is_seen_by(STORIES.c.id, user)).order_by(STORIES.c.number)
    return db.execute(query.limit(1)).scalar_one_or_none()


def _is_seen_by(story_id: ColumnElement[str], user: User | None) -> ColumnElement[bool]:
    """Whether the story was given to the user; an admin, and nobody in particular, sees all."""
    if user is None or user.role is Role.ADMIN:
        return true()
    return story_id.in_(select(SHARES.c.story_id).where(SHARES.c.user_id == user.id))


def _is_made_by(engine: str) -> ColumnElement[bool]:
    return and_(
        TIMELINES.c.story_id == STORIES.c.id,
        TIMELINES.c.revision == STORIES.c.revision,
        TIMELINES.c.engine == engine,
    )


def keep_reading(db: Connection, story_id: str, article_id: str, reading: bytes, engine: str) -> None:
    """Put a reading in the place of the article's older one."""
    row = and_(ARTICLES.c.story_id == story_id, ARTICLES.c.id == article_id)
    db.execute(update(ARTICLES).where(row).values(reading=reading, engine=engine))


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


def keeper(db: Connection, article: Article, story_id: str | None, user: User | None = None) -> tuple[str, str] | None:
    """Story and id under which this text is kept: in that story, or without one, in any that has no other article.

    Of stories that the user does not see nothing is said.

    Raises ConflictError when it is kept with another given date.
    """
    query = select(ARTICLES.c.story_id, ARTICLES.c.id, ARTICLES.c.article).where(ARTICLES.c.sha256 == article.sha256)
    if story_id is not None:
        query = query.where(ARTICLES.c.story_id == story_id)
    else:
        alone = select(ARTICLES.c.story_id).group_by(ARTICLES.c.story_id).having(func.count() == 1)
        query = query.where(ARTICLES.c.story_id.in_(alone), _is_seen_by(ARTICLES.c.story_id, user))
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


def log(db: Connection, story_id: str) -> tuple[Entry, ...]:
    """What people decided about the story, first to last, also what was undone."""
    rows = db.execute(select(LOG).where(LOG.c.story_id == story_id).order_by(LOG.c.number))
    return tuple(Entry(r.number, load_edit(r.edit), r.who, dt.datetime.fromisoformat(r.at)) for r in rows)


def write(db: Connection, story_id: str, entry: Entry) -> None:
    """Add an entry to the story's log."""
    line = {"number": entry.number, "edit": dump_edit(entry.edit), "who": entry.who, "at": entry.at.isoformat()}
    db.execute(insert(LOG).values(story_id=story_id, **line))
