"""The store: stories, their articles, what people decided, and the timelines that follow from both."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock

from argon2 import PasswordHasher
from sqlalchemy import Connection, delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from timeline import articles, pipeline
from timeline.documents import StoryDocument
from timeline.errors import ConflictError, InputError, TimelineError
from timeline.model import Article, Edit, Entry, Group, Reading, SetPublication, Timeline, Undo
from timeline.store import codec, names, queries
from timeline.store.admission import refuse
from timeline.store.database import changing, is_current, open_engine, reading, writing
from timeline.store.engine import engine_version
from timeline.store.jobs import Jobs
from timeline.store.keys import Keys
from timeline.store.people import People, Role, User
from timeline.store.shares import Shares
from timeline.store.summary import StorySummary, summarize
from timeline.store.tables import ARTICLES, SEEDS, SHARES, STORIES, TIMELINES, USERS

LONGEST_ARTICLE = 300_000
"""Characters of the longest article that is kept; its reading may not hold up the others for minutes."""

DEFAULT = Path("instance/dateline.sqlite")
RECENT = 8  # timelines kept in memory: 0.25 s to load one of 3,000 events, 0.01 s to see that it is the same
SEED_SUFFIXES = (".txt", ".html", ".htm")
PARSING = Lock()
HASHER = PasswordHasher()


def now() -> dt.datetime:
    """This moment, in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Added:
    """Where an article is kept; `is_copy` when its text was there already."""

    story_id: str
    article_id: str
    is_copy: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A timeline with what is kept beside it: readings that were made for it, packed, and the machine's groups."""

    timeline: Timeline
    again: Mapping[str, bytes] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    digest: str = ""  # of the readings that the groups were made of


class Store:
    """Stories in a database: one SQLite file by default, any other by its URL.

    What is told to the store is kept in one short transaction, all of it or nothing; what follows from it is computed
    outside, so that nobody waits for another's computing. Threads and processes may share a store.
    `clock` dates the edits that come without a time of their own; `hasher` makes passwords unreadable. Who may see
    and do what is kept in `people`, `keys` and `shares`, and enforced by the doors.
    """

    def __init__(
        self,
        location: str | Path = DEFAULT,
        *,
        clock: Callable[[], dt.datetime] = now,
        hasher: PasswordHasher = HASHER,
    ) -> None:
        """Open the store, making it when it is missing. Raises InputError when it can't be opened."""
        engine = open_engine(location)
        self._database, self._writer = reading(engine), writing(engine)
        self._clock = clock
        self.people = People(engine, hasher)
        self.keys = Keys(engine, self.people, clock)
        self.shares = Shares(engine)
        self._engine = engine_version()
        self._load = lru_cache(maxsize=RECENT)(codec.TIMELINE.unpack)
        self.jobs = Jobs(self._database, self._changing, clock)
        self._turns: defaultdict[str, Lock] = defaultdict(Lock)  # a story: two threads don't compute the same

    def close(self) -> None:
        """Let go of the database; the next call takes hold of it again."""
        self._database.dispose()

    # --- asking ---------------------------------------------------------------------------------------------------

    def stories(self, user: User | None = None, *, waits: bool = True) -> tuple[StorySummary, ...]:
        """The stories that the user may see, or all, in the order in which they were made, each as `shown`.

        What is not computed yet is waited for, or else told as it was counted last, which says so.
        """
        with self._database.connect() as db:
            rows = queries.summaries(db, self._engine, user)
        return tuple(self._summary(row, waits=waits) for row in rows)

    def seed(self, user: User | None = None) -> str | None:
        """The first story that the user may see and that came with the program; None when there is none."""
        with self._database.connect() as db:
            return queries.seed(db, user)

    def timeline(self, story_id: str) -> Timeline:
        """The story, with what people decided. Raises NotFoundError.

        It is kept computed; after a change of the story, the program or its data it is computed anew.
        """
        kept = self.kept(story_id)
        if kept is not None:
            return kept
        with self._turns[story_id]:
            return self.kept(story_id) or self._derive(story_id)

    def kept(self, story_id: str) -> Timeline | None:
        """The timeline that is kept for the story as it is now; None when there is none. Raises NotFoundError."""
        with self._database.connect() as db:
            kept = queries.timeline(db, story_id, self._engine)
        return None if kept is None else self._load(kept)

    def shown(self, story_id: str) -> Timeline:
        """The story at once: while a job fills it, as it was kept last, without what was added since.

        So nobody who looks on computes what the next article makes old. Raises NotFoundError.
        """
        kept = self.kept(story_id)
        if kept is None and story_id in self.jobs.filling():
            with self._database.connect() as db:
                title, old = queries.title(db, story_id), queries.older(db, story_id, self._engine)
            return Timeline(story_id, (), title) if old is None else self._load(old)
        return kept or self.timeline(story_id)

    def history(self, story_id: str) -> tuple[Entry, ...]:
        """What people decided about this story, first to last, also what was undone. Raises NotFoundError."""
        with self._database.connect() as db:
            queries.title(db, story_id)
            return queries.log(db, story_id)

    def preview(self, story_id: str, edit: Edit) -> Timeline:
        """The story as it would be after the edit; nothing is kept. Raises as `edit` does."""
        with self._database.connect() as db:
            kept = queries.story(db, story_id)
        refuse(kept.log, edit, None)
        return self._edited(story_id, kept, edit, "", None).timeline

    def healthy(self) -> bool:
        """The database answers and its tables have the right shape."""
        try:
            with self._database.connect() as db:
                db.execute(text("SELECT 1"))
                return is_current(db)
        except SQLAlchemyError:
            return False

    # --- changing -------------------------------------------------------------------------------------------------

    def create_story(self, title: str, *, user: User | None = None) -> str:
        """The id of a story that is made, named after its title, and the user's. Raises InputError for no title.

        A title that another story has gets a number; where people have accounts, every id ends by chance instead, so
        that it betrays no story that is hidden.
        """
        try:
            with self._changing() as db:
                return self._create(db, title, user)
        except IntegrityError:  # another process was quicker with the same name
            return self.create_story(title, user=user)

    def add_article(
        self, article: Article, story_id: str | None = None, *, user: User | None = None
    ) -> tuple[str, str]:
        """The ids of the story and of the article in it, which is read and kept, and the story's timeline with it.

        See `put_article`.
        """
        added = self.put_article(article, story_id, user=user)
        self.timeline(added.story_id)
        return added.story_id, added.article_id

    def put_article(self, article: Article, story_id: str | None = None, *, user: User | None = None) -> Added:
        """Where the article, which is read, is kept; the story's timeline is left to whoever asks for it next.

        Without `story_id` the article makes a story of its own, named after its title. The article's own id is kept
        when it is not the general "article"; otherwise it gets one from its title. A text is kept once: when the story
        (or without `story_id`, a story of its own) holds it already, that one's ids are the answer. A story that is
        made is the `user`'s, and one that this user does not see is not looked into.
        Raises NotFoundError for an unknown story, InputError for a text that is too long to keep, ConflictError when
        the text is kept with another given date.
        """
        _refuse_long(article)
        with self._database.connect() as db:
            taken = queries.article_ids(db, story_id) if story_id is not None else ()
            kept = queries.keeper(db, article, story_id, user)
        if kept is not None:
            return Added(*kept, is_copy=True)
        named = replace(article, id=names.article_id(article, taken))
        codec.ARTICLE.dump(named)  # refuses what can't be kept before the long work on it
        read = _read(named)
        try:
            with self._changing() as db:
                story = self._create(db, names.title_of(article), user) if story_id is None else story_id
                self._touch(db, story)
                self._insert(db, story, named, read)
        except IntegrityError:  # another was quicker, with this text or with this id
            return self.put_article(article, story_id, user=user)
        return Added(story, named.id)

    def import_story(
        self, document: StoryDocument, *, user: User | None = None, told: Callable[[str], None] | None = None
    ) -> str:
        """The id of the story that is made of the document: the document's own, with a number when that is taken.

        The story's timeline is left to whoever asks for it next. `told` is called with the id of each article that was
        read. Where people have accounts it is one as `create_story` makes it.

        Raises ConflictError when the document holds what no stored story can: two articles with one text, or an id
        that is no name while the log speaks of it.
        """
        named = _renamed(document)
        read = []
        for article in named.articles:
            read.append(_read(article))
            if told is not None:
                told(article.id)
        with self._changing() as db:
            title = names.one_line(named.title) or names.one_line(named.story_id) or "Story"
            story = self._create(db, title, user, names.slug(named.story_id))
            for article, reading in zip(named.articles, read, strict=True):
                self._insert(db, story, article, reading)
            for entry in named.log:
                queries.write(db, story, entry)
        return story

    def edit(
        self, story_id: str, edit: Edit, *, who: str = "", at: dt.datetime | None = None, seen: int | None = None
    ) -> Timeline:
        """The story once a person has decided something, which is logged: by `who`, `at` a time (the clock's if None).

        `seen` is the log's length when the person looked; None takes the present one. Raises NotFoundError for an
        unknown story, InputError for an edit that finds nothing to fall on, ConflictError when somebody has changed
        the same thing since.
        """
        with self._turns[story_id]:
            while True:
                with self._database.connect() as db:
                    kept = queries.story(db, story_id)
                refuse(kept.log, edit, seen)
                told = self._edited(story_id, kept, edit, who, at)
                with self._changing() as db:
                    if queries.revision(db, story_id, lock=True) != kept.revision:
                        continue  # somebody was quicker: look at what was done
                    self._touch(db, story_id)
                    queries.write(db, story_id, told.timeline.log[-1])
                    self._keep(db, told, kept.revision + 1)
                    return told.timeline

    def undo(
        self, story_id: str, number: int, *, who: str = "", at: dt.datetime | None = None, seen: int | None = None
    ) -> Timeline:
        """The story without the log's entry of that number; undoing an undoing brings back. Raises as `edit` does."""
        return self.edit(story_id, Undo(number), who=who, at=at, seen=seen)

    def set_publication(
        self,
        story_id: str,
        article_id: str,
        published: dt.date | None,
        *,
        who: str = "",
        at: dt.datetime | None = None,
        seen: int | None = None,
    ) -> Timeline:
        """The story as it is once a person has said when the article appeared; None takes that back.

        Raises as `edit` does.
        """
        with self._database.connect() as db:
            queries.title(db, story_id)
            queries.article(db, story_id, article_id)
        return self.edit(story_id, SetPublication(article_id, published), who=who, at=at, seen=seen)

    def delete_story(self, story_id: str) -> None:
        """Forget the story, its articles and what was decided about them. Raises NotFoundError."""
        with self._changing() as db:
            self._touch(db, story_id)
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

    def _changing(self) -> AbstractContextManager[Connection]:
        return changing(self._writer)

    def _touch(self, db: Connection, story_id: str) -> None:
        """Count and date a change of what the story is made of; others who want to change it wait.

        Raises NotFoundError.
        """
        queries.title(db, story_id, lock=True)
        changed = {"revision": STORIES.c.revision + 1, "changed_at": self._clock().isoformat()}
        db.execute(update(STORIES).where(STORIES.c.id == story_id).values(changed))

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

    def _create(self, db: Connection, title: str, user: User | None, wanted: str = "") -> str:
        line = names.one_line(title)
        if not line:
            raise InputError("a story needs a title")
        taken = frozenset(db.execute(select(STORIES.c.id)).scalars())
        titled = names.slug(line) or "story"
        # Where stories can be hidden, "fire-2" would tell that there is a "fire", as would an id that one brings along.
        hides = user is not None or db.execute(select(USERS.c.id).limit(1)).first() is not None
        story_id = names.untold(titled, taken) if hides else names.unused(wanted or titled, taken)
        db.execute(insert(STORIES).values(id=story_id, title=line, changed_at=self._clock().isoformat()))
        if user is not None:
            db.execute(insert(SHARES).values(story_id=story_id, user_id=user.id, role=Role.EDITOR.value, owns=True))
        return story_id

    def _insert(self, db: Connection, story_id: str, article: Article, reading: Reading) -> None:
        last = db.execute(select(func.max(ARTICLES.c.position)).where(ARTICLES.c.story_id == story_id)).scalar()
        row = {
            "story_id": story_id,
            "id": article.id,
            "position": (last or 0) + 1,
            "sha256": article.sha256,
            "article": codec.ARTICLE.dump(article),
            "reading": codec.READING.pack(reading),
            "engine": self._engine,
        }
        db.execute(insert(ARTICLES).values(row))

    def _summary(self, row: queries.KeptSummary, *, waits: bool) -> StorySummary:
        kept = codec.summary(row.summary) if row.is_current or not waits else None
        found = kept or summarize(self.shown(row.story_id))
        return replace(found, changed_at=row.changed_at, is_current=row.is_current or kept is None)

    def _derive(self, story_id: str) -> Timeline:
        """The story's timeline, computed and kept; what was read by another engine is read anew.

        When the story changes meanwhile, the answer is the story as it was, and not kept.
        """
        with self._database.connect() as db:
            kept = queries.story(db, story_id)
        told = self._told(story_id, kept, kept.log)
        with self._changing() as db:
            if queries.revision(db, story_id, lock=True) == kept.revision:
                self._keep(db, told, kept.revision)
        return told.timeline

    def _edited(self, story_id: str, kept: queries.KeptStory, edit: Edit, who: str, at: dt.datetime | None) -> Told:
        """The story with the edit at the end of its log. Raises InputError when the edit finds nothing to fall on."""
        entry = Entry(len(kept.log) + 1, edit, names.one_line(who), at or self._clock())
        told = self._told(story_id, kept, (*kept.log, entry))
        lost = next((u.reason for u in told.timeline.unplaced if u.entry == entry), None)
        if lost is not None:
            raise InputError(f"this can't be done: {lost}")
        return told

    def _told(self, story_id: str, kept: queries.KeptStory, log: tuple[Entry, ...]) -> Told:
        """The story under a log."""
        old = {a.id: codec.READING.unpack(a.reading) for a in kept.articles if a.engine == self._engine}
        readings = [_decided(a.article, old.get(a.id), log) for a in kept.articles]
        again = {r.article.id: codec.READING.pack(r) for r in readings if r is not old.get(r.article.id)}
        packed = (again.get(a.id, a.reading) for a in kept.articles)
        digest = sha256(b"\0".join((self._engine.encode(), *packed))).hexdigest()
        groups = codec.GROUPS.load(kept.groups) if kept.grouped == digest else pipeline.group(readings)
        timeline = pipeline.build_timeline(readings, story_id=story_id, title=kept.title, log=log, groups=groups)
        return Told(timeline, again, groups, digest)

    def _keep(self, db: Connection, told: Told, revision: int = 0) -> None:
        story_id = told.timeline.story_id
        for article_id, made in told.again.items():
            queries.keep_reading(db, story_id, article_id, made, self._engine)
        row = {
            "story_id": story_id,
            "engine": self._engine,
            "revision": revision,
            "timeline": codec.TIMELINE.pack(told.timeline),
            "summary": codec.SUMMARY.dump(summarize(told.timeline)),
            "groups": codec.GROUPS.dump(told.groups),
            "grouped": told.digest,
        }
        db.execute(delete(TIMELINES).where(TIMELINES.c.story_id == story_id))
        db.execute(insert(TIMELINES).values(row))


def _refuse_long(article: Article) -> None:
    if len(article.text) > LONGEST_ARTICLE:
        size = f"the article has {len(article.text):,} characters"
        raise InputError(f"{size}; at most {LONGEST_ARTICLE:,} are kept in a story")


def _read(article: Article) -> Reading:
    """What the article says; the parser takes one text at a time."""
    with PARSING:
        return pipeline.read_article(article)


def _decided(article: Article, old: Reading | None, log: tuple[Entry, ...]) -> Reading:
    """The article's reading under a log; the parser is waited for only when there is something to read."""
    if old is not None and pipeline.counts_from_decided(old, log):
        return old
    with PARSING:
        return pipeline.republished(old, log) if old is not None else pipeline.read_decided(article, log)


def _renamed(document: StoryDocument) -> StoryDocument:
    """The document with ids that the store can keep.

    Raises ConflictError where that would lose something, InputError for a text that is too long.
    """
    texts: dict[str, str] = {}
    articles: list[Article] = []
    for article in document.articles:
        _refuse_long(article)
        twin = texts.setdefault(article.sha256, article.id)
        if twin != article.id:
            raise ConflictError(f"the articles {twin!r} and {article.id!r} have the same text; a story keeps it once")
        kept = article.id if names.is_slug(article.id) else names.article_id(article, {a.id for a in articles})
        if kept != article.id and document.log:
            raise ConflictError(
                f"the log speaks of articles, and {article.id!r} is no name that a store keeps; use {kept!r}"
            )
        articles.append(replace(article, id=kept))
    return replace(document, articles=tuple(articles))
