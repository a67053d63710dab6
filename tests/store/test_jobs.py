from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import text

from timeline.articles import Options, from_text
from timeline.errors import InputError, NotFoundError, TimelineError
from timeline.model import Timeline
from timeline.store import Given, Job, JobItem, JobState, Outcome, Reached, Store, Worker, work_on
from timeline.store.jobs import SILENT_S
from timeline.store.store import PARSING

FERRY = b"Ferry Runs Aground\n\nA ferry ran aground off Tarn Point on Monday, the coast guard said Tuesday."
BRIDGE = b"Bridge Reopens\n\nThe Alder bridge reopened on March 3, 2021, a week after it was closed by floods."
MINE = b"A mine flooded on Friday."


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = dt.datetime(2021, 3, 12, 12, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += dt.timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(location: str, clock: Clock) -> Iterator[Store]:
    store = Store(location, clock=clock)
    yield store
    store.close()


def told(job: Job) -> list[tuple[str, Outcome, str]]:
    return [(item.name, item.outcome, item.article_id) for item in job.items]


def left(store: Store) -> int:
    with store._database.connect() as db:
        return int(db.execute(text("SELECT count(*) FROM job_sources")).scalar_one())


def test_a_job_waits_with_what_it_was_given(store: Store, clock: Clock) -> None:
    job = store.jobs.create([Given("ferry.txt", FERRY), Given("https://news.example/")], title=" Spring ", who="Ada")
    assert job == Job(job.id, JobState.WAITING, "", "Spring", "Ada", clock.now, sources=2, total=2, read=0)
    assert store.jobs.recent() == (job,)


def test_everything_is_read_into_one_story_and_what_fails_is_told(store: Store) -> None:
    given = [Given("b.txt", BRIDGE), Given("x.txt", b""), Given("f.txt", FERRY), Given("again.txt", BRIDGE)]
    done = work_on(store, store.jobs.create(given, title="Spring").id)
    assert (done.state, done.story_id, done.read, done.total) == (JobState.DONE, "spring", 4, 4)
    assert told(done) == [
        ("b.txt", Outcome.ADDED, "b"),
        ("x.txt", Outcome.FAILED, ""),
        ("f.txt", Outcome.ADDED, "f"),
        ("again.txt", Outcome.COPY, "b"),
    ]
    assert done.items[1].reason == "'x.txt' is empty; give a file with the article's text"
    assert list(store.timeline("spring").articles) == ["b", "f"]
    assert left(store) == 0


def test_without_a_title_the_story_is_named_after_the_first_article(store: Store) -> None:
    assert work_on(store, store.jobs.create([Given("f.txt", FERRY)]).id).story_id == "ferry-runs-aground"


def test_a_job_adds_to_a_story_with_its_options(store: Store) -> None:
    story = store.create_story("Floods")
    table = Given("rows.csv", b"words,day\nIt rained on Monday.,2021-03-12\n")
    options = Options({"text": "words", "published": "day"})
    done = work_on(store, store.jobs.create([table], story_id=story, options=options).id)
    assert (done.story_id, done.options) == (story, options)
    assert [r.publication.date for r in store.timeline(story).readings] == [dt.date(2021, 3, 12)]


def test_where_nothing_can_be_read_no_story_is_made(store: Store) -> None:
    done = work_on(store, store.jobs.create([Given("x.txt", b""), Given("picture.jpg", b"")]).id)
    assert (done.state, done.story_id, done.count(Outcome.FAILED)) == (JobState.DONE, "", 2)
    assert store.stories() == ()


def test_a_cancelled_job_keeps_what_it_added_and_forgets_the_rest(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = store.jobs.create([Given("b.txt", BRIDGE), Given("f.txt", FERRY), Given("m.txt", MINE)], title="Spring")
    note = store.jobs.note

    def noting(job_id: str, reached: Reached, item: JobItem, story_id: str) -> None:
        note(job_id, reached, item, story_id)
        store.jobs.cancel(job_id)

    monkeypatch.setattr(store.jobs, "note", noting)
    done = work_on(store, job.id)
    assert (done.state, done.read, done.total) == (JobState.CANCELLED, 1, 3)
    assert told(done) == [("b.txt", Outcome.ADDED, "b")]
    assert list(store.timeline("spring").articles) == ["b"]
    assert left(store) == 0
    assert store.jobs.cancel(job.id) == done == store.jobs.resume(job.id) == work_on(store, job.id)


def test_a_job_that_nobody_works_on_is_interrupted_and_goes_on_when_asked(store: Store, clock: Clock) -> None:
    job = store.jobs.create([Given("b.txt", BRIDGE)])
    clock.pass_by(SILENT_S)
    assert store.jobs.job(job.id).state is JobState.WAITING
    clock.pass_by(1)
    assert store.jobs.job(job.id).state is JobState.INTERRUPTED
    store.jobs.beat([job.id])
    assert store.jobs.job(job.id).state is JobState.WAITING
    clock.pass_by(SILENT_S + 1)
    assert store.jobs.resume(job.id).state is JobState.WAITING
    assert work_on(store, job.id).count(Outcome.ADDED) == 1


def test_a_worker_that_is_killed_leaves_what_was_added_and_the_rest_can_go_on(
    store: Store, clock: Clock, location: str
) -> None:
    job = store.jobs.create([Given("b.txt", BRIDGE), Given("f.txt", FERRY)], title="Spring")
    script = """
import os, signal, sys
from timeline.store import Store, work_on
store = Store(sys.argv[1])
note, noted = store.jobs.note, []
def dying(*arguments):
    noted.append(note(*arguments))
    os.kill(os.getpid(), signal.SIGKILL)
store.jobs.note = dying
work_on(store, sys.argv[2])
"""
    done = subprocess.run([sys.executable, "-c", script, location, job.id], cwd=Path.cwd(), check=False, env=os.environ)
    assert done.returncode == -signal.SIGKILL
    clock.pass_by(SILENT_S + 1)
    broken = store.jobs.job(job.id)
    assert (broken.state, broken.read, told(broken)) == (JobState.INTERRUPTED, 1, [("b.txt", Outcome.ADDED, "b")])
    assert list(store.timeline("spring").articles) == ["b"]
    store.jobs.resume(job.id)
    assert told(work_on(store, job.id)) == [
        ("b.txt", Outcome.ADDED, "b"),
        ("f.txt", Outcome.ADDED, "f"),
    ]


LINES = b'{"text": "Rain fell."}\n{"text": "Fog came."}\n{"text": "Snow fell."}\n'


def test_what_a_source_holds_is_counted_once_it_is_opened(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    job = store.jobs.create([Given("m.txt", MINE), Given("rows.jsonl", LINES)], title="Spring")
    note, seen = store.jobs.note, []

    def noting(job_id: str, reached: Reached, item: JobItem, story_id: str) -> None:
        note(job_id, reached, item, story_id)
        seen.append((store.jobs.job(job_id).read, store.jobs.job(job_id).total))

    monkeypatch.setattr(store.jobs, "note", noting)
    done = work_on(store, job.id)
    assert seen == [(1, 2), (2, 4), (3, 4), (4, 4)]
    assert (done.sources, done.read, done.total) == (2, 4, 4)


def test_a_source_that_is_read_once_more_is_counted_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    job = store.jobs.create([Given("rows.jsonl", LINES), Given("m.txt", MINE)], title="Spring")
    note = store.jobs.note

    def breaking(job_id: str, reached: Reached, item: JobItem, story_id: str) -> None:
        note(job_id, reached, item, story_id)
        if reached.read == 2:
            raise OverflowError

    with monkeypatch.context() as patched:
        patched.setattr(store.jobs, "note", breaking)
        with pytest.raises(OverflowError):
            work_on(store, job.id)
    assert (store.jobs.job(job.id).read, store.jobs.job(job.id).total) == (2, 4)
    done = work_on(store, job.id)
    assert (done.read, done.total, len(done.items)) == (4, 4, 4)


def test_what_an_added_article_lacks_is_kept_as_its_reason(store: Store) -> None:
    feed = b"<item><title>Fire</title><link>https://post.example/x</link><description>It burned.</description></item>"
    body = b'<rss version="2.0"><channel><title>Post</title>' + feed + b"</channel></rss>"
    (item,) = work_on(store, store.jobs.create([Given("feed.xml", body)]).id).items
    assert (item.outcome, item.article_id) == (Outcome.ADDED, "fire")
    assert item.reason.startswith("only the feed's summary was kept: give the feed by its address")


# --- while a story is filled ------------------------------------------------------------------------------------------


def filled(store: Store, story: str) -> Job:
    """A job that has added one article to the story and is not over."""
    job = store.jobs.create([Given("f.txt", FERRY), Given("m.txt", MINE)], story_id=story)
    added = store.put_article(from_text(FERRY.decode()), story)
    store.jobs.note(job.id, Reached(1, 1, 1), JobItem("f.txt", Outcome.ADDED, "", added.article_id), story)
    return store.jobs.job(job.id)


def test_whoever_looks_on_while_a_job_fills_a_story_computes_nothing(store: Store) -> None:
    story, _ = store.add_article(from_text(BRIDGE.decode()))
    before = store.timeline(story)
    job = filled(store, story)
    assert store.jobs.filling() == {story: replace(job, items=())}
    assert store.shown(story) == before
    assert [s.article_count for s in store.stories()] == [1]
    assert store.kept(story) is None
    assert len(store.timeline(story).readings) == 2
    assert len(store.shown(story).readings) == 2


def test_a_story_that_a_job_makes_is_empty_until_it_is_read(store: Store) -> None:
    story = store.create_story("Spring")
    filled(store, story)
    assert store.shown(story) == Timeline(story, (), "Spring")
    assert store.kept(story) is None


def test_when_nobody_fills_it_a_story_is_shown_as_it_is(store: Store, clock: Clock) -> None:
    story, _ = store.add_article(from_text(BRIDGE.decode()))
    job = filled(store, story)
    clock.pass_by(SILENT_S + 1)
    assert store.jobs.filling() == {}
    assert len(store.shown(story).readings) == 2
    store.put_article(from_text(MINE.decode()), story)
    store.jobs.beat([job.id])
    assert len(store.shown(story).readings) == 2
    store.jobs.cancel(job.id)
    assert len(store.shown(story).readings) == 3


def test_a_story_that_is_deleted_meanwhile_fails_the_rest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    story = store.create_story("Floods")
    job = store.jobs.create([Given("b.txt", BRIDGE), Given("f.txt", FERRY)], story_id=story)
    note = store.jobs.note

    def noting(job_id: str, reached: Reached, item: JobItem, story_id: str) -> None:
        note(job_id, reached, item, story_id)
        if reached.position == 1:
            store.delete_story(story)

    monkeypatch.setattr(store.jobs, "note", noting)
    done = work_on(store, job.id)
    assert (done.state, done.story_id) == (JobState.DONE, "")
    assert told(done) == [("b.txt", Outcome.ADDED, "b"), ("f.txt", Outcome.FAILED, "")]
    assert done.items[1].reason == "no story 'floods' is stored"


def test_a_worker_works_in_the_background_and_survives_what_breaks(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, job = store.jobs.create([Given("b.txt", BRIDGE)]), store.jobs.create([Given("f.txt", FERRY)])
    finish, over = store.jobs.finish, Event()

    def finishing(job_id: str) -> None:
        if job_id == broken.id:
            raise OverflowError
        finish(job_id)
        over.set()

    monkeypatch.setattr(store.jobs, "finish", finishing)
    worker = Worker(store)
    worker.hand(broken.id)
    worker.hand(job.id)
    assert over.wait(60)
    assert store.jobs.job(job.id).state is JobState.DONE
    assert store.jobs.job(broken.id).state is JobState.RUNNING


def test_who_looks_at_a_story_does_not_wait_for_an_article_that_is_read(store: Store) -> None:
    story = store.put_article(from_text(FERRY.decode())).story_id
    with ThreadPoolExecutor(1) as pool, PARSING:
        assert len(pool.submit(store.timeline, story).result(timeout=60).readings) == 1


@pytest.mark.parametrize(
    ("call", "kind", "sentence"),
    [
        (lambda s: s.jobs.create([]), InputError, "nothing was given; choose files, or write an address"),
        (lambda s: s.jobs.create([Given("a", b"")] * 1001), InputError, "1,001 files were given; at most 1,000"),
        (lambda s: s.jobs.create([Given("a", b"")], story_id="nope"), NotFoundError, "no story 'nope' is stored"),
        (lambda s: s.jobs.job("nope"), NotFoundError, "there is no job 'nope'"),
        (lambda s: s.jobs.job("\0"), NotFoundError, "there is no job"),
        (lambda s: s.jobs.cancel("nope"), NotFoundError, "there is no job 'nope'"),
        (lambda s: s.jobs.resume("nope"), NotFoundError, "there is no job 'nope'"),
    ],
)
def test_what_can_not_be_done_is_said(
    store: Store, call: Callable[[Store], object], kind: type[TimelineError], sentence: str
) -> None:
    with pytest.raises(kind, match=sentence):
        call(store)
    assert store.jobs.recent() == ()


def test_names_that_no_database_takes_are_kept_readable(store: Store) -> None:
    done = work_on(store, store.jobs.create([Given("half \ud83d\0.txt", b"")]).id)
    assert done.items[0].name == "half ?\ufffd.txt"
