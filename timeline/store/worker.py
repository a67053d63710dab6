"""Works on jobs, one after the other, in a thread of its own."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from queue import Queue
from threading import Event, Lock, Thread

from timeline import articles
from timeline.errors import NotFoundError, TimelineError
from timeline.store import names
from timeline.store.jobs import BEAT_S, Given, Job, JobItem, Outcome, Reached
from timeline.store.store import Store

LOG = logging.getLogger(__name__)


def work_on(store: Store, job_id: str) -> Job:
    """The job, once everything in it is read and its story is built, or it was cancelled."""
    job = store.jobs.job(job_id)
    story_id = job.story_id
    while (given := store.jobs.next_source(job_id)) is not None:
        for found, reached in _found(given, job.options):
            if not store.jobs.is_open(job_id):
                return _built(store, job_id, story_id)
            item, story_id = _kept(store, found, story_id, job)
            store.jobs.note(job_id, reached, item, story_id)
        store.jobs.source_is_read(job_id, given.position)
    return _built(store, job_id, story_id)


def _found(given: Given, options: articles.Options) -> Iterator[tuple[articles.Item, Reached]]:
    """What a source holds, one thing after the other, and how far it is then."""
    expected = [1]
    for read, item in enumerate(articles.collect((given.source(),), options, expected.append), 1):
        yield item, Reached(given.position, read, max(read, sum(expected)))


def _kept(store: Store, found: articles.Item, story_id: str, job: Job) -> tuple[JobItem, str]:
    """What became of a thing that was found, and the story that it was put into, or that the next shall be."""
    if isinstance(found, articles.Refused):
        return JobItem(found.name, Outcome.FAILED, found.reason), story_id
    try:
        title, owner = job.title or names.title_of(found.article), store.people.known(job.who)
        into = story_id or store.create_story(title, user=owner)
        added = store.put_article(found.article, into)
    except TimelineError as error:
        return JobItem(found.name, Outcome.FAILED, str(error)), story_id
    if added.is_copy:
        return JobItem(found.name, Outcome.COPY, "", added.article_id), into
    return JobItem(found.name, Outcome.ADDED, found.note, added.article_id), into


def _built(store: Store, job_id: str, story_id: str) -> Job:
    """The job, when nothing is left to do but the story's timeline."""
    try:
        if story_id:
            store.timeline(story_id)
    except NotFoundError:  # deleted meanwhile
        LOG.info("the story of job %s was deleted", job_id)
    store.jobs.finish(job_id)
    return store.jobs.job(job_id)


class Worker:
    """A thread that works on what it is handed, and another that beats for it. Both start with the first job."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: Queue[str] = Queue()
        self._mine: set[str] = set()
        self._starting = Lock()
        self._stopped = Event()
        self._threads: tuple[Thread, ...] = ()

    def hand(self, job_id: str) -> None:
        """Take a job, to be worked on when those before it are done."""
        self._mine.add(job_id)
        self._waiting.put(job_id)
        with self._starting:
            if not self._threads:
                self._threads = tuple(Thread(target=t, daemon=True, name=t.__name__) for t in (self._work, self._beat))
                for thread in self._threads:
                    thread.start()

    def _work(self) -> None:
        while True:
            job_id = self._waiting.get()
            try:
                work_on(self._store, job_id)
            except Exception:  # what breaks must not stop those behind it; without beats it is shown as interrupted
                LOG.exception("job %s broke", job_id)
            self._mine.discard(job_id)

    def _beat(self) -> None:
        while not self._stopped.wait(BEAT_S):
            try:
                if self._mine:
                    self._store.jobs.beat(tuple(self._mine))
            except TimelineError as error:  # the database is busy; the next beat comes soon
                LOG.warning("no beat: %s", error)
