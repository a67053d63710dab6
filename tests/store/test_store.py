from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from timeline import articles, documents, export, pipeline
from timeline.documents import StoryDocument
from timeline.errors import ConflictError, InputError, NotFoundError, TimelineError
from timeline.model import Article, Entry, Reading, SetPublication, Timeline, Undo
from timeline.store import Store, StorySummary, database
from timeline.store.engine import engine_version

NOON = dt.datetime(2021, 3, 12, 12, tzinfo=dt.UTC)
FERRY = (
    "Ferry Runs Aground Off Tarn Point\n\nA ferry ran aground off Tarn Point on Monday, the coast guard said Tuesday."
)
BRIDGE = "Bridge Reopens\n\nThe Alder bridge reopened on March 3, 2021, a week after it was closed by floods."


def ferry(published: dt.date | None = dt.date(2021, 3, 9)) -> Article:
    return articles.from_text(FERRY, published=published)


def bridge() -> Article:
    return articles.from_text(BRIDGE)


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    store = Store(location, clock=lambda: NOON)
    yield store
    store.close()


def rows(store: Store, table: str) -> int:
    with store._database.connect() as db:
        return int(db.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def days(timeline: Timeline) -> dict[str, str]:
    return {t.text: t.value for t in timeline.timexes.values()}


# --- keeping ----------------------------------------------------------------------------------------------------------


def test_a_store_begins_empty_and_healthy(store: Store) -> None:
    assert store.healthy()
    assert store.stories() == ()


def test_a_story_is_named_after_its_title(store: Store) -> None:
    assert [store.create_story(title) for title in ("The ferry", "The Ferry!", "Паром")] == [
        "the-ferry",
        "the-ferry-2",
        "story",
    ]
    assert [story.title for story in store.stories()] == ["The ferry", "The Ferry!", "Паром"]
    assert store.timeline("the-ferry") == Timeline("the-ferry", (), "The ferry")


def test_an_article_without_a_story_makes_one_of_its_own(store: Store) -> None:
    story, article = store.add_article(ferry())
    assert (story, article) == ("ferry-runs-aground-off-tarn-point", "ferry-runs-aground-off-tarn-point")
    timeline = store.timeline(story)
    assert timeline.title == "Ferry Runs Aground Off Tarn Point"
    assert timeline.articles[article].text == FERRY
    assert days(timeline) == {"Monday": "2021-03-08", "Tuesday": "2021-03-09"}


def test_articles_of_one_story_keep_their_order(store: Store) -> None:
    story = store.create_story("Spring")
    assert store.add_article(bridge(), story) == ("spring", "bridge-reopens")
    assert store.add_article(ferry(), story) == ("spring", "ferry-runs-aground-off-tarn-point")
    assert list(store.timeline(story).articles) == ["bridge-reopens", "ferry-runs-aground-off-tarn-point"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [("article", "fire"), ("lowen post", "lowen-post"), ("…", "a1")],
)
def test_an_article_keeps_an_id_that_says_something(store: Store, given: str, expected: str) -> None:
    story = store.create_story("Ids")
    assert store.add_article(articles.from_text("Smoke was seen.", id=given, title="Fire"), story) == (story, expected)


def test_two_articles_of_one_name_get_two_ids(store: Store) -> None:
    story = store.create_story("Ids")
    for body, expected in (("One burned.", "fire"), ("Two burned.", "fire-2"), ("Three burned.", "fire-3")):
        assert store.add_article(articles.from_text(body, title="Fire"), story) == (story, expected)


def test_a_summary_counts_what_the_timeline_holds(store: Store) -> None:
    story, _ = store.add_article(ferry())
    timeline = store.timeline(story)
    (summary,) = store.stories()
    assert isinstance(summary, StorySummary)
    assert (summary.id, summary.title, summary.article_count) == (story, timeline.title, 1)
    assert summary.event_count == len(timeline.events) > 0
    assert summary.findings.total == sum(f.root is None for f in timeline.findings)
    assert (summary.first_day, summary.last_day) == (dt.date(2021, 3, 8), dt.date(2021, 3, 9))
    assert summary.disputed_count == sum(e.is_disputed for e in timeline.events)


def test_a_summary_says_when_the_story_last_changed(location: str) -> None:
    moments = [dt.datetime(2021, 3, 9, hour, tzinfo=dt.UTC) for hour in (8, 9, 10, 11)]
    clock = iter(moments)
    store = Store(location, clock=lambda: next(clock))
    story, article = store.add_article(ferry())
    told = store.stories()[0].changed_at
    store.set_publication(story, article, dt.date(2021, 3, 10))
    assert told in moments
    assert store.stories()[0].changed_at == moments[-1] > told


def test_another_store_on_the_same_database_holds_the_same(store: Store, location: str) -> None:
    story, _ = store.add_article(ferry())
    again = Store(location)
    assert again.stories() == store.stories()
    assert again.timeline(story) == store.timeline(story)


def test_what_an_older_program_computed_is_computed_anew(store: Store) -> None:
    story, _ = store.add_article(ferry())
    timeline, summary = store.timeline(story), store.stories()
    with store._writer.begin() as db:
        db.execute(text("UPDATE timelines SET engine = 'old', timeline = 'rubbish', summary = 'rubbish'"))
        db.execute(text("UPDATE articles SET engine = 'old', reading = 'rubbish'"))
    assert store.stories() == summary
    assert store.timeline(story) == timeline


def test_a_list_that_does_not_wait_tells_what_was_counted_last(store: Store) -> None:
    story, _ = store.add_article(ferry())
    (counted,) = store.stories()
    with store._writer.begin() as db:
        db.execute(text("UPDATE timelines SET engine = 'old'"))
    (old,) = store.stories(waits=False)
    assert old == replace(counted, is_current=False)
    store.timeline(story)
    assert store.stories(waits=False) == (counted,)


def test_a_list_that_finds_nothing_it_can_read_waits(store: Store) -> None:
    store.add_article(ferry())
    counted = store.stories()
    with store._writer.begin() as db:
        db.execute(text("UPDATE timelines SET engine = 'old', summary = 'rubbish'"))
    assert store.stories(waits=False) == counted


def test_the_engine_has_one_version_as_long_as_nothing_changes() -> None:
    assert engine_version() == engine_version()


def test_deleting_a_story_leaves_nothing_of_it(store: Store) -> None:
    story, article = store.add_article(ferry())
    kept, _ = store.add_article(bridge())
    store.set_publication(story, article, dt.date(2021, 3, 10))
    store.delete_story(story)
    assert [s.id for s in store.stories()] == [kept]
    assert [rows(store, t) for t in ("stories", "articles", "log", "timelines")] == [1, 1, 0, 1]


# --- the same text twice ----------------------------------------------------------------------------------------------


def test_the_same_text_is_kept_once(store: Store) -> None:
    first = store.add_article(ferry())
    assert store.add_article(ferry()) == first
    assert store.add_article(ferry(None)) == first
    assert store.add_article(ferry(), first[0]) == first
    assert rows(store, "articles") == 1


def test_the_same_text_may_be_in_two_stories(store: Store) -> None:
    other = store.create_story("Other")
    assert store.add_article(ferry())[0] != store.add_article(ferry(), other)[0]
    assert rows(store, "articles") == 2


def test_the_same_text_with_another_date_is_a_conflict(store: Store) -> None:
    story, _ = store.add_article(ferry())
    before = store.timeline(story)
    with pytest.raises(ConflictError, match="published on 2021-03-09; set its publication date to 2021-03-16 there"):
        store.add_article(ferry(dt.date(2021, 3, 16)))
    assert store.timeline(story) == before


# --- deciding ---------------------------------------------------------------------------------------------------------


def test_another_publication_date_moves_what_is_counted_from_it(store: Store) -> None:
    story, article = store.add_article(ferry())
    moved = store.set_publication(story, article, dt.date(2021, 3, 17), who="desk")
    assert days(moved) == {"Monday": "2021-03-15", "Tuesday": "2021-03-16"}
    assert moved.edited == (article,)
    assert store.timeline(story) == moved
    assert store.stories()[0].first_day == dt.date(2021, 3, 15)


def test_a_decision_that_is_taken_back_leaves_the_timeline_as_it_was(store: Store) -> None:
    story, article = store.add_article(ferry())
    before = store.timeline(story)
    store.set_publication(story, article, dt.date(2021, 3, 17))
    after = store.set_publication(story, article, None)
    assert after == store.timeline(story)
    assert replace(after, log=(), decisions=()) == before


def test_every_decision_stays_in_the_log(store: Store) -> None:
    story, article = store.add_article(ferry())
    later = dt.datetime(2021, 3, 13, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    store.set_publication(story, article, dt.date(2021, 3, 17), who="Ada")
    store.set_publication(story, article, None, at=later)
    assert store.history(story) == (
        Entry(1, SetPublication(article, dt.date(2021, 3, 17)), "Ada", NOON),
        Entry(2, SetPublication(article, None), "", later),
    )


def test_a_decision_survives_a_new_reading(store: Store) -> None:
    story, article = store.add_article(ferry())
    moved = store.set_publication(story, article, dt.date(2021, 3, 17))
    with store._writer.begin() as db:
        db.execute(text("UPDATE timelines SET engine = 'old'"))
        db.execute(text("UPDATE articles SET engine = 'old'"))
    assert store.timeline(story) == moved


# --- refusing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "kind", "sentence"),
    [
        (lambda s: s.timeline("nope"), NotFoundError, "no story 'nope' is stored"),
        (lambda s: s.timeline("half \ud83d"), NotFoundError, "no story"),
        (lambda s: s.timeline("kept\0"), NotFoundError, "no story"),
        (lambda s: s.set_publication("kept", "\ud83d", None), NotFoundError, "story 'kept' has no article"),
        (lambda s: s.create_story("\ud83d\0"), InputError, "a story needs a title"),
        (lambda s: s.history("nope"), NotFoundError, "no story 'nope' is stored"),
        (lambda s: s.delete_story("nope"), NotFoundError, "no story 'nope' is stored"),
        (lambda s: s.add_article(bridge(), "half \ud83d"), NotFoundError, "no story"),
        (lambda s: s.add_article(bridge(), "nope"), NotFoundError, "no story 'nope' is stored"),
        (lambda s: s.set_publication("nope", "a1", None), NotFoundError, "no story 'nope' is stored"),
        (lambda s: s.set_publication("kept", "nope", None), NotFoundError, "story 'kept' has no article 'nope'"),
        (lambda s: s.create_story(" \n"), InputError, "a story needs a title"),
        (lambda s: s.add_article(Article("a", "half \ud83d", ())), InputError, "lone surrogate"),
        (
            lambda s: s.add_article(Article("a", "x" * 300_001, ())),
            InputError,
            "300,001 characters; at most 300,000 are kept",
        ),
        (lambda s: s.load_seeds("no-such-folder"), InputError, "no folder 'no-such-folder'"),
    ],
)
def test_what_can_not_be_done_is_said_and_nothing_is_stored(
    store: Store, call: Callable[[Store], object], kind: type[TimelineError], sentence: str
) -> None:
    store.create_story("Kept")
    with pytest.raises(kind, match=sentence):
        call(store)
    assert [rows(store, t) for t in ("stories", "articles", "log", "timelines")] == [1, 0, 0, 0]


DYING = """
import os, signal, sys
from timeline import articles
from timeline.store import Store

def dying(method):
    def called(self, db, *arguments):
        found = method(self, db, *arguments)
        os.kill(os.getpid(), signal.SIGKILL)
    return called

class Dying(Store):
    {step} = dying(Store.{step})

Dying(sys.argv[1]).add_article(articles.from_text("A mine flooded on Friday."), sys.argv[2])
"""


@pytest.mark.parametrize(("step", "kept"), [("_insert", 1), ("_touch", 1), ("_keep", 2)])
def test_a_write_that_is_killed_leaves_a_store_that_works(store: Store, location: str, step: str, kept: int) -> None:
    story, _ = store.add_article(ferry())
    before = store.timeline(story)
    script = DYING.format(step=step)
    done = subprocess.run([sys.executable, "-c", script, location, story], cwd=Path.cwd(), check=False, env=os.environ)
    assert done.returncode == -signal.SIGKILL
    again = Store(location)
    assert again.healthy()
    assert len(again.timeline(story).readings) == kept
    assert kept == 2 or again.timeline(story) == before
    assert len(again.timeline(again.add_article(bridge(), story)[0]).readings) == kept + 1


def test_many_articles_are_put_into_a_story_that_is_built_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[int] = []
    build = pipeline.build_timeline

    def counting(readings: Sequence[Reading], **more: Any) -> Timeline:
        built.append(len(readings))
        return build(readings, **more)

    monkeypatch.setattr(pipeline, "build_timeline", counting)
    story = store.create_story("Spring")
    assert [store.put_article(article, story).is_copy for article in (bridge(), ferry(), ferry())] == [
        False,
        False,
        True,
    ]
    assert built == []
    assert list(store.timeline(story).articles) == ["bridge-reopens", "ferry-runs-aground-off-tarn-point"]
    store.timeline(story)
    assert built == [2]


def test_a_store_that_another_keeps_busy_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0)
    mine, other = Store(tmp_path / "s.sqlite"), Store(tmp_path / "s.sqlite")
    with other._writer.begin():
        with pytest.raises(ConflictError, match=r"can't be changed now .* try again"):
            mine.create_story("Later")
        assert mine.stories() == ()
    assert mine.create_story("Later") == "later"


def test_threads_that_write_and_read_at_once_lose_nothing(store: Store) -> None:
    story = store.create_story("Floods")
    texts = [f"Village {n} was flooded on March {n}, 2021." for n in range(1, 13)]
    with ThreadPoolExecutor(8) as pool:
        added = [pool.submit(store.add_article, articles.from_text(t, title=t[:10]), story) for t in texts]
        seen = [pool.submit(store.timeline, story) for _ in texts]
        ids = {future.result()[1] for future in added}
        assert all(len(future.result().readings) <= len(texts) for future in seen)
    timeline = store.timeline(story)
    assert set(timeline.articles) == ids
    assert sorted(a.text for a in timeline.articles.values()) == sorted(texts)


def test_two_stores_on_one_database_take_turns(store: Store, location: str) -> None:
    other = Store(location)
    story = store.create_story("Floods")
    with ThreadPoolExecutor(4) as pool:
        done = [
            pool.submit(
                s.add_article, articles.from_text(f"Village {n} was flooded by {name}.", id=f"{name}{n}"), story
            )
            for n in range(4)
            for name, s in (("mine", store), ("other", other))
        ]
        for future in done:
            future.result()
    assert sorted(store.timeline(story).articles) == sorted(
        f"{name}{n}" for n in range(4) for name in ("mine", "other")
    )


def test_two_stores_that_are_given_the_same_text_keep_it_once(store: Store, location: str) -> None:
    other = Store(location)
    story = store.create_story("Floods")
    with ThreadPoolExecutor(4) as pool:
        found = {f.result() for f in [pool.submit(s.add_article, ferry(), story) for s in (store, other) * 4]}
    assert found == {(story, "ferry-runs-aground-off-tarn-point")}
    assert rows(store, "articles") == 1


def test_a_change_during_the_computing_waits_for_nothing_and_is_not_lost(
    store: Store, location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = store.put_article(ferry())
    story, first = added.story_id, added.article_id
    other, build = Store(location), pipeline.build_timeline

    def interrupted(readings: Sequence[Reading], **more: Any) -> Timeline:
        monkeypatch.undo()
        other.put_article(bridge(), story)
        other.set_publication(story, first, dt.date(2021, 3, 17))
        return build(readings, **more)

    monkeypatch.setattr(pipeline, "build_timeline", interrupted)
    assert len(store.timeline(story).readings) == 1
    now = store.timeline(story)
    assert len(now.readings) == 2
    assert days(now) | {"Monday": "2021-03-15"} == days(now)
    assert store.stories()[0].article_count == 2


def test_a_timeline_is_computed_once_for_all_who_ask(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    story = store.put_article(ferry()).story_id
    build, computed = pipeline.build_timeline, []

    def counted(readings: Sequence[Reading], **more: Any) -> Timeline:
        computed.append(story)
        return build(readings, **more)

    monkeypatch.setattr(pipeline, "build_timeline", counted)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(store.timeline, [story] * 6))
    assert computed == [story]


def test_edits_of_two_who_decide_at_once_are_all_in_the_log(store: Store, location: str) -> None:
    other, story = Store(location), store.create_story("Floods")
    ids = [
        store.put_article(articles.from_text(f"Village {n} was flooded on Monday."), story).article_id for n in range(6)
    ]
    desks = (("Ada", store), ("Bea", other))
    with ThreadPoolExecutor(4) as pool:
        done = []
        for n, article in enumerate(ids):
            who, desk = desks[n % 2]
            done.append(pool.submit(desk.set_publication, story, article, dt.date(2021, 3, n + 1), who=who))
        for future in done:
            future.result()
    log = store.history(story)
    assert [entry.number for entry in log] == [1, 2, 3, 4, 5, 6]
    assert sorted(entry.who for entry in log) == ["Ada"] * 3 + ["Bea"] * 3
    found = {r.article.id: r.publication.date for r in other.timeline(story).readings}
    assert found == {article: dt.date(2021, 3, n + 1) for n, article in enumerate(ids)}


# --- seeds ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "b-ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "a-bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "notes.ini").write_text("not an article", encoding="utf-8")
    return folder


def test_seeds_are_loaded_in_order_and_once(store: Store, seeds: Path) -> None:
    assert store.load_seeds(seeds) == ("bridge-reopens", "ferry-runs-aground-off-tarn-point")
    assert store.load_seeds(seeds) == ()
    assert len(store.stories()) == 2


def test_a_seed_that_was_deleted_stays_deleted(store: Store, seeds: Path) -> None:
    store.load_seeds(seeds)
    store.delete_story("bridge-reopens")
    assert store.load_seeds(seeds) == ()
    assert [story.id for story in store.stories()] == ["ferry-runs-aground-off-tarn-point"]


def test_a_seed_that_can_not_be_read_is_named_and_hinders_no_other(store: Store, seeds: Path) -> None:
    (seeds / "a-first.txt").write_bytes(b"")
    (seeds / "a-second.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    with pytest.raises(InputError, match=r"a-first\.txt"):
        store.load_seeds(seeds)
    assert len(store.stories()) == 2


# --- importing --------------------------------------------------------------------------------------------------------


def test_an_imported_story_is_exported_again_byte_for_byte(store: Store) -> None:
    story, article = store.add_article(ferry(None))
    store.add_article(bridge(), story)
    store.set_publication(story, article, dt.date(2021, 3, 16), who="Ines")
    written = export.render(store.timeline(story), "json")
    store.delete_story(story)
    assert store.import_story(documents.load(written)) == story
    assert export.render(store.timeline(story), "json") == written


def test_a_story_whose_id_is_taken_gets_a_number(store: Store) -> None:
    story, _ = store.add_article(ferry())
    document = documents.load(export.render(store.timeline(story), "json"))
    assert store.import_story(document) == f"{story}-2"
    assert store.timeline(story).readings == store.timeline(f"{story}-2").readings


@pytest.mark.parametrize(
    ("document", "says"),
    [
        (StoryDocument("s", "S", (ferry(), replace(ferry(), id="b"))), "have the same text"),
        (StoryDocument("s", "S", (replace(ferry(), id="A b"),), (Entry(1, Undo(1), "", NOON),)), "is no name"),
        (StoryDocument("s", "", ()), ""),
    ],
)
def test_a_story_that_no_store_can_hold_is_refused_and_nothing_is_kept(
    store: Store, document: StoryDocument, says: str
) -> None:
    if not says:
        assert store.import_story(document) == "s"
        return
    with pytest.raises(ConflictError, match=says):
        store.import_story(document)
    assert store.stories() == ()


def test_an_article_with_an_id_that_is_no_name_gets_one(store: Store) -> None:
    story = store.import_story(StoryDocument("Ferry Story", "Ferry", (replace(ferry(), id="The Post, p. 3"),)))
    assert story == "ferry-story"
    assert list(store.timeline(story).articles) == ["the-post-p-3"]
