"""The store: stories, their articles, what people decided, and the timelines that follow from both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import RLock
from uuid import uuid4

from sqlalchemy import Connection, delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError

from timeline import articles, pipeline
from timeline.errors import ConflictError, InputError, TimelineError
from timeline.model import Article, Reading, Timeline
from timeline.store import codec, names, queries
from timeline.store.database import WRITES, is_current, open_engine
from timeline.store.edits import Edit, EditKind, applied, decided
from timeline.store.engine import engine_version
from timeline.store.summary import StorySummary, summarize
from timeline.store.tables import ARTICLES, EDITS, SEEDS, STORIES, TIMELINES

LONGEST_ARTICLE = 300_000
"""Characters of the longest article that is kept; its reading may not hold up the others for minutes."""

DEFAULT = Path("instance/dateline.sqlite")
RECENT = 8  # timelines kept in memory: 0.25 s to load one of 3,000 events, 0.01 s to see that it is the same
SEED_SUFFIXES = (".txt", ".html", ".htm")


def now() -> dt.datetime:
    """This moment, in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Added:
    """Where an article is kept; `is_copy` when its text was there already."""

    story_id: str
    article_id: str
    is_copy: bool = False


class Store:
    """Stories in a database: one SQLite file by default, any other by its URL.

    Every change is one transaction: all of it is stored or nothing. Reading articles and building timelines happens
    outside of it, so that nobody waits for them. Threads and processes may share a store.
    `clock` dates the edits that come without a time of their own.
    """

    def __init__(self, location: str | Path = DEFAULT, *, clock: Callable[[], dt.datetime] = now) -> None:
        """Open the store, making it when it is missing. Raises InputError when it can't be opened."""
        self._database = open_engine(location)
        self._writer = self._database.execution_options(**{WRITES: True})
        self._clock = clock
        self._engine = engine_version()
        self._load = lru_cache(maxsize=RECENT)(codec.TIMELINE.load)
        self._writing = RLock()  # threads take turns before they take the database
        self._reading = RLock()  # the parser reads one article at a time
        self._building = RLock()  # who waits for a timeline finds it built

    # --- asking ---------------------------------------------------------------------------------------------------

    def stories(self) -> tuple[StorySummary, ...]:
        """All stories in the order in which they were made."""
        query = (
            select(STORIES.c.id, TIMELINES.c.engine, TIMELINES.c.summary)
            .join(TIMELINES, isouter=True)
            .order_by(STORIES.c.number)
        )
        with self._database.connect() as db:
            rows = db.execute(query).all()
        fresh = (
            codec.SUMMARY.load(row.summary) if row.engine == self._engine else summarize(self.timeline(row.id))
            for row in rows
        )
        return tuple(fresh)

    def timeline(self, story_id: str) -> Timeline:
        """The story, with what people decided. Raises NotFoundError.

        It is kept computed; only after a change of the program or its data it is computed anew.
        """
        with self._database.connect() as db:
            queries.title(db, story_id)
            row = db.execute(select(TIMELINES).where(TIMELINES.c.story_id == story_id)).one_or_none()
        if row is not None and row.engine == self._engine:
            return self._load(row.timeline)
        return self._build(story_id)

    def edits(self, story_id: str) -> tuple[Edit, ...]:
        """What people decided in this story, first to last. Raises NotFoundError."""
        with self._database.connect() as db:
            queries.title(db, story_id)
            return queries.edits(db, story_id)

    def healthy(self) -> bool:
        """The database answers and its tables have the right shape."""
        try:
            with self._database.connect() as db:
                db.execute(text("SELECT 1"))
                return is_current(db)
        except SQLAlchemyError:
            return False

    # --- changing -------------------------------------------------------------------------------------------------

    def create_story(self, title: str) -> str:
        """The id of a story that is made, named after its title. Raises InputError for an empty title."""
        try:
            with self._changing() as db:
                return self._create(db, title)
        except IntegrityError:  # another process was quicker with the same name
            return self.create_story(title)

    def add_article(self, article: Article, story_id: str | None = None) -> tuple[str, str]:
        """The ids of the story and of the article in it, which is read and kept, and the story's timeline with it.

        See `put_article`.
        """
        added = self.put_article(article, story_id)
        self.timeline(added.story_id)
        return added.story_id, added.article_id

    def put_article(self, article: Article, story_id: str | None = None) -> Added:
        """Where the article, which is read, is kept; the story's timeline is left to whoever asks for it next.

        Without `story_id` the article makes a story of its own, named after its title. The article's own id is kept
        when it is not the general "article"; otherwise it gets one from its title. A text is kept once: when the story
        (or without `story_id`, a story of its own) holds it already, that one's ids are the answer.
        Raises NotFoundError for an unknown story, InputError for a text that is too long to keep, ConflictError when
        the text is kept with another given date.
        """
        if len(article.text) > LONGEST_ARTICLE:
            size = f"the article has {len(article.text):,} characters"
            raise InputError(f"{size}; at most {LONGEST_ARTICLE:,} are kept in a story")
        with self._reading:
            with self._database.connect() as db:
                taken = queries.article_ids(db, story_id) if story_id is not None else ()
                kept = queries.keeper(db, article, story_id)
            if kept is not None:
                return Added(*kept, is_copy=True)
            named = replace(article, id=names.article_id(article, taken))
            codec.ARTICLE.dump(named)  # refuses what can't be kept before the long work on it
            reading = pipeline.read_article(named)
            try:
                with self._changing() as db:
                    story = self._create(db, names.title_of(article)) if story_id is None else story_id
                    queries.title(db, story, lock=True)
                    self._insert(db, story, named, reading)
                    self._touch(db, story)
            except IntegrityError:  # another process was quicker, with this text or with this id
                return self.put_article(article, story_id)
            return Added(story, named.id)

    def set_publication(
        self,
        story_id: str,
        article_id: str,
        published: dt.date | None,
        *,
        who: str = "",
        at: dt.datetime | None = None,
    ) -> Timeline:
        """The story as it is once a person has said when the article appeared; None takes that back.

        The decision is logged, by `who`, `at` a time (the clock's when None). Raises NotFoundError.
        """
        with self._changing() as db:
            queries.title(db, story_id, lock=True)
            queries.article(db, story_id, article_id)
            entry = {
                "story_id": story_id,
                "article_id": article_id,
                "kind": EditKind.PUBLICATION.value,
                "payload": published.isoformat() if published else "",
                "who": names.one_line(who),
                "at": (at or self._clock()).isoformat(),
            }
            db.execute(insert(EDITS).values(entry))
            self._touch(db, story_id, article_id)
        return self.timeline(story_id)

    def delete_story(self, story_id: str) -> None:
        """Forget the story, its articles and what was decided about them. Raises NotFoundError."""
        with self._changing() as db:
            queries.title(db, story_id, lock=True)
            db.execute(delete(STORIES).where(STORIES.c.id == story_id))

    def load_seeds(self, folder: str | Path) -> tuple[str, ...]:
        """The ids of the stories made from the .txt and .html files that were never loaded before, in order of names.

        A file counts as loaded for ever, also when its story is deleted. Raises InputError when the folder is
        missing, or at the end, for the first of the files that can't be read; all others are kept.
        """
        if not Path(folder).is_dir():
            raise InputError(f"no folder {str(folder)!r} to load articles from")
        loaded: list[str] = []
        failed: list[TimelineError] = []
        for path in sorted(p for p in Path(folder).iterdir() if p.suffix.lower() in SEED_SUFFIXES and p.is_file()):
            try:
                loaded += self._load_seed(path)
            except TimelineError as error:
                failed.append(error)
        if failed:
            raise InputError(f"{failed[0]}; of the articles in {str(folder)!r}, {len(failed)} can't be read")
        return tuple(loaded)

    # --- inside ---------------------------------------------------------------------------------------------------

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        """A transaction that writes. Raises ConflictError when the database does not let it: busy, full, read-only."""
        try:
            with self._writing, self._writer.begin() as db:
                yield db
        except OperationalError as error:
            raise ConflictError(f"the store can't be changed now ({error.orig}); try again") from error

    def _load_seed(self, path: Path) -> tuple[str, ...]:
        """The story that is made, if any."""
        raw = path.read_bytes()
        key = sha256(raw).hexdigest()
        with self._database.connect() as db:
            if db.execute(select(SEEDS.c.sha256).where(SEEDS.c.sha256 == key)).first() is not None:
                return ()
        story, _ = self.add_article(articles.from_bytes(path.name, raw))
        with self._changing() as db:
            if db.execute(select(SEEDS.c.sha256).where(SEEDS.c.sha256 == key)).first() is None:
                db.execute(insert(SEEDS).values(sha256=key, name=path.name))
        return (story,)

    def _create(self, db: Connection, title: str) -> str:
        line = names.one_line(title)
        if not line:
            raise InputError("a story needs a title")
        taken = frozenset(db.execute(select(STORIES.c.id)).scalars())
        story_id = names.unused(names.slug(line) or "story", taken)
        db.execute(insert(STORIES).values(id=story_id, title=line))
        self._keep(db, Timeline(story_id, (), line))
        return story_id

    def _insert(self, db: Connection, story_id: str, article: Article, reading: Reading) -> None:
        last = db.execute(select(func.max(ARTICLES.c.position)).where(ARTICLES.c.story_id == story_id)).scalar()
        row = {
            "story_id": story_id,
            "id": article.id,
            "position": (last or 0) + 1,
            "sha256": article.sha256,
            "article": codec.ARTICLE.dump(article),
            "reading": codec.READING.dump(reading),
            "engine": self._engine,
        }
        db.execute(insert(ARTICLES).values(row))

    def _touch(self, db: Connection, story_id: str, article_id: str | None = None) -> None:
        """Mark the story's timeline, and the article's reading when one is named, as to be made anew."""
        mark = f"changed {uuid4().hex}"
        db.execute(update(TIMELINES).where(TIMELINES.c.story_id == story_id).values(engine=mark))
        if article_id is not None:
            stale = (ARTICLES.c.story_id == story_id, ARTICLES.c.id == article_id)
            db.execute(update(ARTICLES).where(*stale).values(engine=mark))

    def _build(self, story_id: str) -> Timeline:
        """The story's timeline, made from its readings, and kept; readings of another engine are made anew.

        A story that was changed meanwhile is not overwritten: who asks next builds it again.
        """
        with self._building:
            with self._database.connect() as db:
                mark = queries.mark(db, story_id)
                title, edits = queries.title(db, story_id), queries.edits(db, story_id)
                in_story = select(ARTICLES).where(ARTICLES.c.story_id == story_id)
                rows = db.execute(in_story.order_by(ARTICLES.c.position)).all()
            if mark == self._engine:  # another thread was quicker
                return self.timeline(story_id)
            stale = {row.id for row in rows if row.engine != self._engine}
            with self._reading:
                readings = [
                    pipeline.read_article(applied(codec.ARTICLE.load(row.article), edits))
                    if row.id in stale
                    else codec.READING.load(row.reading)
                    for row in rows
                ]
            timeline = Timeline(story_id, (), title)
            if readings:
                timeline = pipeline.build_timeline(readings, story_id=story_id, title=title)
            timeline = replace(timeline, edited=decided(edits))
            with self._changing() as db:
                queries.title(db, story_id, lock=True)
                if queries.mark(db, story_id) == mark:
                    self._renew(db, story_id, [r for r in readings if r.article.id in stale])
                    self._keep(db, timeline)
            return timeline

    def _renew(self, db: Connection, story_id: str, readings: Iterable[Reading]) -> None:
        for reading in readings:
            where = (ARTICLES.c.story_id == story_id, ARTICLES.c.id == reading.article.id)
            values = {"reading": codec.READING.dump(reading), "engine": self._engine}
            db.execute(update(ARTICLES).where(*where).values(values))

    def _keep(self, db: Connection, timeline: Timeline) -> None:
        row = {
            "story_id": timeline.story_id,
            "engine": self._engine,
            "timeline": codec.TIMELINE.dump(timeline),
            "summary": codec.SUMMARY.dump(summarize(timeline)),
        }
        db.execute(delete(TIMELINES).where(TIMELINES.c.story_id == timeline.story_id))
        db.execute(insert(TIMELINES).values(row))
