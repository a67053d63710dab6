"""What a released version stored is there after an upgrade, and can be worked on.

`released/VERSION.json` holds the rows of a store that the version itself wrote.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import MetaData, create_engine, insert

from timeline import articles, edits
from timeline.model import SetPublication, SetTitle
from timeline.store import Given, Store
from timeline.store.database import _config, database_url, writing

RELEASED = Path(__file__).parent / "released"
REVISIONS = {"0.1.0": "0001"}  # a version -> the shape of its tables


def put_back(version: str, location: str) -> None:
    """Make the database as that version left it."""
    if location.startswith("postgresql"):  # the fixture's tables are of today
        engine = create_engine(database_url(location))
        with writing(engine).begin() as db:
            db.exec_driver_sql("DROP SCHEMA public CASCADE")
            db.exec_driver_sql("CREATE SCHEMA public")
    else:
        Path(location).parent.mkdir(parents=True)
        engine = create_engine(database_url(location))
    config = _config()
    with engine.begin() as db:
        config.attributes["connection"] = db
        command.upgrade(config, REVISIONS[version])
        tables = MetaData()
        tables.reflect(db)
        for name, rows in json.loads((RELEASED / f"{version}.json").read_text(encoding="utf-8")).items():
            for row in rows:
                row.pop("number", None)  # counted by the database
                db.execute(insert(tables.tables[name]).values(row))
    engine.dispose()


def test_every_released_version_is_tried() -> None:
    assert {path.stem for path in RELEASED.iterdir()} == set(REVISIONS)


@pytest.mark.parametrize("version", REVISIONS)
def test_what_an_older_version_stored_is_kept_and_can_be_worked_on(version: str, location: str) -> None:
    put_back(version, location)
    store = Store(location)
    story = "ferry-runs-aground-off-tarn-point"
    assert [(s.id, s.title, s.article_count) for s in store.stories()] == [
        (story, "Ferry Runs Aground Off Tarn Point", 2),
        ("empty", "Empty", 0),
    ]
    timeline = store.timeline(story)
    assert list(timeline.articles) == [story, "bridge-reopens"]
    assert {t.text: t.value for t in timeline.timexes.values()}["Monday"] == "2021-03-15"
    assert [(entry.edit, entry.who) for entry in store.history(story)] == [
        (SetPublication(story, dt.date(2021, 3, 17)), "Ada"),
        (SetPublication("bridge-reopens", dt.date(2021, 3, 5)), "Ada"),
        (SetPublication("bridge-reopens", None), "Bea"),
    ]
    assert store.history(story)[0].at == dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
    store.add_article(articles.from_text("A mine flooded on Friday."), story)
    store.set_publication(story, "bridge-reopens", dt.date(2021, 3, 4), who="Cem")
    assert len(store.timeline(story).readings) == 3
    assert len(store.history(story)) == 4
    assert store.create_story("Later") == "later"
    store.close()


def test_a_story_from_before_readings_were_packed_opens_as_it_was(location: str) -> None:
    store = Store(location)
    story, _ = store.add_article(articles.from_text("A mine flooded on Friday.", published=dt.date(2021, 3, 8)))
    event = store.timeline(story).events[0]
    before = store.edit(story, SetTitle(edits.anchored_event(store.timeline(story), event), "Mine floods"), who="Ada")
    store.close()
    engine = create_engine(database_url(location))
    config = _config()
    with writing(engine).begin() as db:
        config.attributes["connection"] = db
        command.downgrade(config, "0006")
    engine.dispose()
    again = Store(location)
    assert again.timeline(story) == before
    assert [e.title for e in again.undo(story, 1).events] == [event.title]
    again.close()


def test_jobs_that_were_under_way_are_counted_as_far_as_they_are(location: str) -> None:
    engine = create_engine(database_url(location))
    store = Store(location)
    open_job, over = (store.jobs.create([Given("a.txt", b""), Given("b.txt", b"")]) for _ in range(2))
    store.jobs.source_is_read(open_job.id, 1)
    store.jobs.cancel(over.id)
    store.close()
    for shape in ("0008", "head"):
        with writing(engine).begin() as db:
            config = _config()
            config.attributes["connection"] = db
            (command.downgrade if shape == "0008" else command.upgrade)(config, shape)
    jobs = {job.id: (job.sources, job.read, job.total) for job in Store(location).jobs.recent()}
    assert jobs == {open_job.id: (2, 1, 2), over.id: (2, 2, 2)}
    engine.dispose()
