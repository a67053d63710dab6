"""Long work that was asked for: many sources to be read into a story, how far that is, and what became of each.

What was given is kept with the job until it is read, so a request can return at once, and a job that a crash interrupts
can go on. Whoever works on a job beats: one that has not beaten for a while is interrupted, without anybody saying so.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, delete, insert, select, update

from timeline import articles
from timeline.errors import InputError, NotFoundError
from timeline.store import names, queries
from timeline.store.tables import JOB_ITEMS, JOB_SOURCES, JOBS, STORIES

BEAT_S = 5
SILENT_S = 30
"""Seconds without a beat after which nobody works on a job any more."""

MOST_SOURCES = 1_000
RECENT = 50


_TITLED = select(JOBS, STORIES.c.title.label("story_title")).join(STORIES, isouter=True)


class JobState(StrEnum):
    """How a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"  # never stored: seen from the beats that stay away

    @property
    def is_open(self) -> bool:
        """It still goes on by itself."""
        return self in (JobState.WAITING, JobState.RUNNING)


_OPEN = tuple(state.value for state in JobState if state.is_open)


class Outcome(StrEnum):
    """What became of one thing that was found in a source."""

    ADDED = "added"
    COPY = "copy"  # its text was in the story already
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Given:
    """One thing to be read: a file with its bytes, or an address (then `body` is None)."""

    name: str
    body: bytes | None = None
    position: int = 0  # among all that was given with it, from 1 on

    def source(self) -> articles.Source:
        """It, as a source of articles."""
        return articles.at_address(self.name) if self.body is None else articles.uploaded(self.name, self.body)


@dataclass(frozen=True, slots=True)
class Reached:
    """How far one source is: of its things that are known, so many are read."""

    position: int  # among all sources of the job, from 1 on
    read: int = 0
    total: int = 1


@dataclass(frozen=True, slots=True)
class JobItem:
    """One thing that was found, and what became of it. A copy's `article_id` is that of the article it copies.

    The `reason` of one that was added is what it lacks.
    """

    name: str
    outcome: Outcome
    reason: str = ""
    article_id: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """Sources that are read into a story: of all things in them that are known, `read` of `total` are done.

    A source counts for one until it is opened. `story_id` is empty until there is a story, then `title` is the
    story's; before, the one that it shall have.
    """

    id: str
    state: JobState
    story_id: str
    title: str
    who: str
    made_at: dt.datetime
    sources: int
    total: int
    read: int
    options: articles.Options = field(default_factory=articles.Options)
    items: tuple[JobItem, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """How many of the items came to this."""
        return sum(item.outcome is outcome for item in self.items)


class Jobs:
    """The jobs of a store."""

    def __init__(
        self,
        database: Engine,
        changing: Callable[[], AbstractContextManager[Connection]],
        clock: Callable[[], dt.datetime],
    ) -> None:
        self._database, self._changing, self._clock = database, changing, clock

    def create(
        self,
        given: Sequence[Given],
        *,
        story_id: str | None = None,
        title: str = "",
        who: str = "",
        options: articles.Options = articles.Options(),  # noqa: B008 it is frozen
    ) -> Job:
        """A job that waits to be worked on.

        Without `story_id` it makes a story, named `title` or after the first article. Raises InputError when nothing or
        too much is given, NotFoundError for an unknown story.
        """
        if not given:
            raise InputError("nothing was given; choose files, or write an address that begins with https://")
        if len(given) > MOST_SOURCES:
            raise InputError(f"{len(given):,} files were given; at most {MOST_SOURCES:,} are read at once, or a zip")
        job_id, now = token_hex(8), self._clock().isoformat()
        published = options.published.isoformat() if options.published else ""
        with self._changing() as db:
            if story_id is not None:
                queries.title(db, story_id)
            db.execute(
                insert(JOBS).values(
                    id=job_id,
                    state=JobState.WAITING.value,
                    story_id=story_id,
                    title=names.one_line(title),
                    who=names.one_line(who),
                    made_at=now,
                    beat_at=now,
                    sources=len(given),
                    total=len(given),
                    read=0,
                    columns=json.dumps(dict(options.columns)),
                    published=published,
                )
            )
            rows = [
                {"job_id": job_id, "position": n, "name": _writable(g.name), "body": g.body}
                for n, g in enumerate(given, 1)
            ]
            db.execute(insert(JOB_SOURCES), rows)
        return self.job(job_id)

    def job(self, job_id: str) -> Job:
        """The job with everything that was found so far. Raises NotFoundError."""
        with self._database.connect() as db:
            row = db.execute(_TITLED.where(JOBS.c.id == job_id)).one_or_none() if names.is_slug(job_id) else None
            if row is None:
                raise NotFoundError(f"there is no job {job_id!r}")
            found = select(JOB_ITEMS).where(JOB_ITEMS.c.job_id == job_id).order_by(JOB_ITEMS.c.number)
            items = tuple(JobItem(i.name, Outcome(i.outcome), i.reason, i.article_id) for i in db.execute(found).all())
            return self._job(row, items)

    def recent(self, who: str | None = None) -> tuple[Job, ...]:
        """The latest jobs, or those of one person, the youngest first, without their items."""
        query = _TITLED.order_by(JOBS.c.number.desc()).limit(RECENT)
        if who is not None:
            query = query.where(JOBS.c.who == who)
        with self._database.connect() as db:
            return tuple(self._job(row, ()) for row in db.execute(query).all())

    def filling(self) -> dict[str, Job]:
        """The jobs that somebody works on, or soon will, by the story that they add to; without their items."""
        query = _TITLED.where(JOBS.c.story_id.is_not(None), JOBS.c.state.in_(_OPEN)).order_by(JOBS.c.number)
        with self._database.connect() as db:
            jobs = [self._job(row, ()) for row in db.execute(query).all()]
        return {job.story_id: job for job in jobs if job.state.is_open}

    def cancel(self, job_id: str) -> Job:
        """The job, which goes no further, unless it is over already; what it added stays. Raises NotFoundError."""
        self._over(job_id, JobState.CANCELLED)
        return self.job(job_id)

    def resume(self, job_id: str) -> Job:
        """The interrupted job, to be worked on again; any other as it is. Raises NotFoundError."""
        if self.job(job_id).state is JobState.INTERRUPTED:
            with self._changing() as db:
                values = {"state": JobState.WAITING.value, "beat_at": self._clock().isoformat()}
                db.execute(update(JOBS).where(JOBS.c.id == job_id).values(values))
        return self.job(job_id)

    # --- for who works on them ------------------------------------------------------------------------------------

    def beat(self, job_ids: Iterable[str]) -> None:
        """Say that these are worked on, or soon will be."""
        with self._changing() as db:
            db.execute(update(JOBS).where(JOBS.c.id.in_(list(job_ids))).values(beat_at=self._clock().isoformat()))

    def next_source(self, job_id: str) -> Given | None:
        """The first source that was not read; None when there is none, or the job is over."""
        open_job = (JOBS.c.id == job_id, JOBS.c.state.in_(_OPEN))
        first = select(JOB_SOURCES).where(JOB_SOURCES.c.job_id == job_id).order_by(JOB_SOURCES.c.position).limit(1)
        with self._changing() as db:
            db.execute(update(JOBS).where(*open_job).values(state=JobState.RUNNING.value))
            if db.execute(select(JOBS.c.id).where(*open_job)).first() is None:
                return None
            row = db.execute(first).one_or_none()
        return Given(row.name, row.body, row.position) if row is not None else None

    def is_open(self, job_id: str) -> bool:
        """Nobody cancelled it."""
        with self._database.connect() as db:
            state = db.execute(select(JOBS.c.state).where(JOBS.c.id == job_id)).scalar_one_or_none()
        return state is not None and JobState(state).is_open

    def note(self, job_id: str, reached: Reached, item: JobItem, story_id: str) -> None:
        """Keep what became of one thing in a source, how far the source is, and the story that the job fills.

        A source that is read once more, because the job was interrupted in the middle of it, is not told twice.
        """
        row = {
            "job_id": job_id,
            "position": reached.position,
            "name": _writable(item.name),
            "reason": _writable(item.reason),
            "article_id": item.article_id,
        }
        told = select(JOB_ITEMS.c.number).where(*(JOB_ITEMS.c[key] == value for key, value in row.items()))
        with self._changing() as db:
            _hold(db, job_id)
            if item.outcome is not Outcome.FAILED:
                db.execute(update(JOBS).where(JOBS.c.id == job_id).values(story_id=story_id))
            _count(db, job_id, reached)
            if db.execute(told).first() is None:
                db.execute(insert(JOB_ITEMS).values(outcome=item.outcome.value, **row))

    def source_is_read(self, job_id: str, position: int) -> None:
        """Drop what was given there."""
        with self._changing() as db:
            _hold(db, job_id)
            row = db.execute(_source(job_id, position)).one_or_none()
            if row is not None:
                _count(db, job_id, Reached(position, row.total, row.total))
            db.execute(delete(JOB_SOURCES).where(JOB_SOURCES.c.job_id == job_id, JOB_SOURCES.c.position == position))

    def finish(self, job_id: str) -> None:
        """Everything is read."""
        self._over(job_id, JobState.DONE)

    def _over(self, job_id: str, state: JobState) -> None:
        over = select(JOBS.c.id).where(JOBS.c.id == job_id, JOBS.c.state.not_in(_OPEN))
        with self._changing() as db:
            db.execute(update(JOBS).where(JOBS.c.id == job_id, JOBS.c.state.in_(_OPEN)).values(state=state.value))
            db.execute(delete(JOB_SOURCES).where(JOB_SOURCES.c.job_id.in_(over)))

    def _job(self, row: Row[Any], items: tuple[JobItem, ...]) -> Job:
        state = JobState(row.state)
        silent = self._clock() - dt.datetime.fromisoformat(row.beat_at) > dt.timedelta(seconds=SILENT_S)
        columns: Mapping[str, str] = json.loads(row.columns)
        return Job(
            row.id,
            JobState.INTERRUPTED if state.is_open and silent else state,
            row.story_id or "",
            row.story_title or row.title,
            row.who,
            dt.datetime.fromisoformat(row.made_at),
            row.sources,
            row.total,
            row.read,
            articles.Options(columns, dt.date.fromisoformat(row.published) if row.published else None),
            items,
        )


def _source(job_id: str, position: int) -> Select[tuple[int, int]]:
    """How far a source is; nothing when it is read."""
    columns = JOB_SOURCES.c.total, JOB_SOURCES.c.read
    return select(*columns).where(JOB_SOURCES.c.job_id == job_id, JOB_SOURCES.c.position == position)


def _hold(db: Connection, job_id: str) -> None:
    """Let nobody else change the job or its sources before this transaction ends: all take hold of the job first."""
    db.execute(select(JOBS.c.id).where(JOBS.c.id == job_id).with_for_update())


def _count(db: Connection, job_id: str, reached: Reached) -> None:
    """Keep how far a source is, and its job with it."""
    row = db.execute(_source(job_id, reached.position)).one_or_none()
    if row is None:  # cancelled meanwhile
        return
    source = (JOB_SOURCES.c.job_id == job_id, JOB_SOURCES.c.position == reached.position)
    db.execute(update(JOB_SOURCES).where(*source).values(total=reached.total, read=reached.read))
    more = {"total": JOBS.c.total + reached.total - row.total, "read": JOBS.c.read + reached.read - row.read}
    db.execute(update(JOBS).where(JOBS.c.id == job_id).values(more))


def _writable(text: str) -> str:
    """What any database keeps: without zeros and half characters, and no longer than anybody reads."""
    return text[:1000].replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
