"""The log of a stored story: what it takes, what it refuses, and that nobody loses an edit silently."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic import command
from sqlalchemy import Connection, text

from timeline import articles, edits, pipeline
from timeline.errors import ConflictError, InputError, NotFoundError, TimelineError
from timeline.model import (
    AddEvent,
    Entry,
    EventAnchor,
    Group,
    Hide,
    Reading,
    SetPublication,
    SetStatus,
    SetTitle,
    Status,
    Timeline,
    Undo,
)
from timeline.store import Store
from timeline.store.database import _config, migrate, open_engine, writing

FERRY = "Ferry runs aground\n\nA ferry ran aground on Monday. Its captain was arrested on Tuesday."
NOON = dt.datetime(2021, 3, 12, 12, tzinfo=dt.UTC)


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    store = Store(location, clock=lambda: NOON)
    yield store
    store.close()


@pytest.fixture
def story(store: Store) -> str:
    return store.add_article(articles.from_text(FERRY, published=dt.date(2021, 3, 11)))[0]


def on(store: Store, story: str, word: str) -> EventAnchor:
    """The event that is told by a word."""
    timeline = store.timeline(story)
    mention = next(m for m in timeline.mentions.values() if m.text == word)
    return edits.anchored_event(timeline, timeline.event_of[mention.id])


def titles(timeline: Timeline) -> list[str]:
    return [e.title for e in timeline.events]


def test_an_edit_shows_at_once_and_is_logged(store: Store, story: str) -> None:
    edit = SetTitle(on(store, story, "arrested"), "Arrest")
    timeline = store.edit(story, edit, who=" Ada\nLovelace ")
    assert "Arrest" in titles(timeline)
    assert timeline == store.timeline(story)
    assert store.history(story) == timeline.log == (Entry(1, edit, "Ada Lovelace", NOON),)


def test_an_edit_that_is_undone_and_done_again_is_three_entries(store: Store, story: str) -> None:
    store.edit(story, SetTitle(on(store, story, "arrested"), "Arrest"))
    assert "Arrest" not in titles(store.undo(story, 1))
    assert "Arrest" in titles(store.undo(story, 2))
    assert [e.edit.kind for e in store.history(story)] == ["set-title", "undo", "undo"]


def test_a_preview_keeps_nothing(store: Store, story: str) -> None:
    before = store.timeline(story)
    seen = store.preview(story, SetPublication("ferry-runs-aground", dt.date(2021, 3, 18)))
    assert edits.compare(before, seen).moved
    assert store.timeline(story) == before
    assert store.history(story) == ()


def test_edits_survive_a_change_of_the_program(store: Store, story: str) -> None:
    store.edit(story, SetTitle(on(store, story, "arrested"), "Arrest"))
    kept = store.edit(story, SetPublication("ferry-runs-aground", dt.date(2021, 3, 18)))
    with store._writer.begin() as db:
        db.execute(text("UPDATE timelines SET engine = 'old'"))
        db.execute(text("UPDATE articles SET engine = 'old'"))
    assert store.timeline(story) == kept


def test_an_edit_of_what_somebody_else_changed_is_refused_and_says_who(store: Store, story: str) -> None:
    arrest = on(store, story, "arrested")
    store.edit(story, SetTitle(arrest, "Arrest"), who="Ada", seen=0)
    with pytest.raises(
        ConflictError, match=r"Ada has changed this since you looked: renamed “.*” to “Arrest”; look again"
    ):
        store.edit(story, SetTitle(arrest, "Capture"), who="Ben", seen=0)
    assert "Capture" in titles(store.edit(story, SetTitle(arrest, "Capture"), who="Ben", seen=1))


def test_an_edit_of_another_thing_goes_through(store: Store, story: str) -> None:
    arrest = on(store, story, "arrested")
    store.edit(story, SetTitle(arrest, "Arrest"), seen=0)
    timeline = store.edit(story, SetStatus(arrest, Status.ALLEGED), seen=0)
    assert [(e.title, e.status) for e in timeline.events if e.machine] == [("Arrest", Status.ALLEGED)]


def test_of_two_people_who_edit_one_thing_at_once_exactly_one_is_told(location: str, store: Store, story: str) -> None:
    other = Store(location)
    edit = SetTitle(on(store, story, "arrested"), "Arrest")

    def tried(one: Store) -> bool:
        try:
            one.edit(story, edit, seen=0)
        except ConflictError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(tried, (store, other) * 3)) == [False] * 5 + [True]
    assert len(store.history(story)) == 1


def test_edits_of_many_things_at_once_are_all_kept(location: str, store: Store, story: str) -> None:
    other = Store(location)
    with ThreadPoolExecutor(4) as pool:
        made = [pool.submit(s.edit, story, AddEvent(f"Fog {n}"), seen=0) for n, s in enumerate((store, other) * 4)]
        for future in made:
            future.result()
    assert [e.number for e in store.history(story)] == list(range(1, 9))
    assert sum(t.startswith("Fog") for t in titles(store.timeline(story))) == 8


@pytest.mark.parametrize(
    ("call", "kind", "sentence"),
    [
        (lambda s, t: s.edit("nope", AddEvent("Fog")), NotFoundError, "no story 'nope'"),
        (lambda s, t: s.edit(t, Hide(EventAnchor(added=4, title="Fog"))), InputError, "can't be done: “Fog” is not"),
        (lambda s, t: s.edit(t, AddEvent("Fog"), seen=7), InputError, "a number from 0 to that, not 7"),
        (lambda s, t: s.undo(t, 1), InputError, "has no entry 1; it has 0"),
        (lambda s, t: s.edit(t, SetPublication("nope", None)), InputError, "no article “nope”"),
        (lambda s, t: s.preview(t, Undo(3)), InputError, "has no entry 3"),
    ],
)
def test_what_can_not_be_done_is_said_and_nothing_is_logged(
    store: Store, story: str, call: Callable[[Store, str], object], kind: type[TimelineError], sentence: str
) -> None:
    before = store.timeline(story)
    with pytest.raises(kind, match=sentence):
        call(store, story)
    assert store.timeline(story) == before
    assert store.history(story) == ()


def test_what_is_undone_can_not_be_undone_again(store: Store, story: str) -> None:
    store.edit(story, AddEvent("Fog"))
    store.undo(story, 1)
    with pytest.raises(ConflictError, match="entry 1 is undone already, by entry 2"):
        store.undo(story, 1)


def test_an_edit_of_an_article_that_is_gone_stays_in_the_log(store: Store, story: str) -> None:
    store.edit(story, SetTitle(on(store, story, "arrested"), "Arrest"))
    with store._writer.begin() as db:
        db.execute(text("DELETE FROM articles"))
        db.execute(text("UPDATE timelines SET engine = 'old'"))
    timeline = store.timeline(story)
    assert [u.reason for u in timeline.unplaced] == ["the story has no article “ferry-runs-aground”"]
    assert len(timeline.log) == 1


def test_an_edit_does_not_group_the_mentions_again(store: Store, story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    grouped: list[int] = []
    group = pipeline.group

    def counted(readings: Sequence[Reading]) -> tuple[Group, ...]:
        grouped.append(len(readings))
        return group(readings)

    monkeypatch.setattr(pipeline, "group", counted)
    arrest = on(store, story, "arrested")
    store.edit(story, SetTitle(arrest, "Arrest"))
    store.undo(story, 1)
    assert grouped == []
    store.edit(story, SetPublication("ferry-runs-aground", dt.date(2021, 3, 18)))
    assert grouped == [1]
    store.edit(story, AddEvent("Fog"))
    assert grouped == [1]
    store.add_article(articles.from_text("A mine flooded on Friday."), story)
    assert grouped == [1, 2]


def at_first_schema(db: Connection) -> None:
    config = _config()
    config.attributes["connection"] = db
    command.downgrade(config, "0001")


def test_dates_that_were_set_before_there_was_a_log_are_carried_over(location: str) -> None:
    story, article = Store(location).add_article(articles.from_text(FERRY))
    engine = open_engine(location)
    with writing(engine).begin() as db:
        at_first_schema(db)
        insert = "INSERT INTO edits (story_id, article_id, kind, payload, who, at) VALUES (:s, :a, 'publication', "
        for payload, who in (("2021-03-11", "Ada"), ("", "Ben"), ("2021-03-18", "")):
            values = {"s": story, "a": article, "p": payload, "w": who, "t": NOON.isoformat()}
            db.execute(text(insert + ":p, :w, :t)"), values)
        db.execute(text("UPDATE timelines SET engine = 'old'"))
    migrate(engine)
    store = Store(location)
    days = [dt.date(2021, 3, 11), None, dt.date(2021, 3, 18)]
    assert store.history(story) == tuple(
        Entry(n, SetPublication(article, day), who, NOON)
        for n, (day, who) in enumerate(zip(days, ("Ada", "Ben", ""), strict=True), 1)
    )
    assert store.timeline(story).readings[0].publication.date == dt.date(2021, 3, 18)
