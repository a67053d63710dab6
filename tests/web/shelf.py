"""Stories made by hand, put into a real store, for the tests of the pages."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from argon2 import PasswordHasher
from sqlalchemy import insert

from tests import samples
from timeline.model import Event, ReportedTime, Status, Timeline
from timeline.store import Store
from timeline.store.store import Told
from timeline.store.tables import STORIES
from timeline.temporal.interval import Interval

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def keep(store: Store, timeline: Timeline) -> None:
    """Put a finished timeline into the store, as if its articles had been read."""
    with store._writer.begin() as db:
        db.execute(insert(STORIES).values(id=timeline.story_id, title=timeline.title))
        store._keep(db, Told(timeline))


def shelf(location: str | Path) -> Store:
    """A store with a plain story and a hostile one; its passwords are quick to check."""
    store = Store(location, hasher=QUICK)
    for timeline in (samples.harbour_fire(), samples.hostile()):
        keep(store, timeline)
    return store


def crowd(size: int = 2000) -> Timeline:
    """Many events of all kinds over half a year."""
    dice = random.Random(7)
    return replace(
        samples.harbour_fire(),
        story_id="crowd",
        title="A crowded year",
        events=tuple(_event(number, dice) for number in range(size)),
        links=(),
        findings=(),
    )


def _event(number: int, dice: random.Random) -> Event:
    start = datetime(2021, 1, 1) + timedelta(hours=dice.randrange(24 * 200))
    time = Interval(start, start + timedelta(hours=dice.choice([2, 6, 24, 24, 72, 400])))
    other = Interval(time.start + timedelta(days=2), time.end + timedelta(days=2))
    disputed = (ReportedTime(other, ("wire.m2",)),) if dice.random() < 0.03 else ()
    title = f"Happening {number} of the year " + "and more " * dice.randrange(3)
    return Event(f"e{number}", title, Status.OCCURRED, ("post.m1",), time, disputed, vague=dice.random() < 0.2)
