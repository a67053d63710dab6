"""Six short articles of other kinds, days and places, each with the reading that an editor expects.

Nothing in Dateline knows these texts or the seed's: what holds for one must hold for all.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests import reading
from tests.reading import event, finding, links, mention
from timeline.model import Timeline

FOLDER = Path(__file__).parent / "stories"
LOUD = ("high", "medium")


def story(name: str) -> Timeline:
    return reading.read((FOLDER / f"{name}.txt").read_text("utf-8"), None)


PUBLISHED = [
    ("ferry", "2014-06-09"),
    ("mine", "2013-03-14"),
    ("court", "2017-06-16"),
    ("quake", "2019-08-21"),
    ("merger", "2021-11-08"),
    ("march", None),
]


@pytest.mark.parametrize(("name", "day"), PUBLISHED)
def test_publication_day(name: str, day: str | None) -> None:
    found = story(name).readings[0].publication
    assert found.date == (date.fromisoformat(day) if day else None)
    assert found.evidence or day is None


ONE_EVENT = [
    ("ferry", ["*collided* in thick fog", "Saturday's *collision*", "Sunday morning's *collision*"]),
    ("ferry", ["Two other ferries *collided*", "that *accident*"]),
    ("mine", ["an *explosion*", "The *blast*", "The *explosion* happened", "Tuesday night's *explosion*"]),
    ("court", ["A judge in Maplewood *sentenced*", "Friday's *sentence*"]),
    ("quake", ["A strong *earthquake*", "The *quake* struck", "Tuesday's *quake*"]),
    ("merger", ["*agreed* on Monday", "The *deal*", "Monday's *agreement*"]),
    ("march", ["people *marched*", "Sunday's *march*", "The *march* came"]),
    ("march", ["police *shooting*", "the *shooting* of an unarmed man", "Thursday night's *shooting*"]),
]


@pytest.mark.parametrize(("name", "mentions"), ONE_EVENT)
def test_mentions_of_one_event(name: str, mentions: list[str]) -> None:
    assert len({event(story(name), words).id for words in mentions}) == 1


TWO_EVENTS = [
    ("ferry", "*collided* in thick fog", "Two other ferries *collided*"),
    ("mine", "an *explosion*", "a *fire* at another"),
    ("court", "*convicted* in May", "*arrested* on Monday"),
    ("quake", "A strong *earthquake*", "an *earthquake* in Tavira"),
    ("quake", "A strong *earthquake*", "An *earthquake* in 1998"),
    ("merger", "*agreed* on Monday", "*tried* to buy"),
    ("march", "no one was *arrested*", "20 people were *arrested*"),
]


@pytest.mark.parametrize(("name", "one", "other"), TWO_EVENTS)
def test_mentions_of_two_events(name: str, one: str, other: str) -> None:
    assert event(story(name), one).id != event(story(name), other).id


DATES = [
    ("ferry", "*collided* in thick fog", "2014-06-07"),
    ("ferry", "*recovered* the ship's log", "2014-06-08"),
    ("ferry", "was *arrested* on Sunday night", "2014-06-08"),
    ("mine", "*reached* six miners", "2013-03-14"),
    ("mine", "an *explosion*", "2013-03-12"),
    ("court", "A judge in Maplewood *sentenced*", "2017-06-16"),
    ("court", "*arrested* on Monday", "2016-10-03"),
    ("quake", "A strong *earthquake*", "2019-08-20"),
    ("quake", "residents *sleep*", "2019-08-21"),
    ("quake", "an *earthquake* in Tavira", "1998-05-03"),
    ("merger", "*agreed* on Monday", "2021-11-08"),
    ("merger", "*vote* on it", "2021-12-09"),
]


@pytest.mark.parametrize(("name", "words", "day"), DATES)
def test_event_is_on_its_day(name: str, words: str, day: str) -> None:
    time = event(story(name), words).time
    assert time is not None
    assert time.first_day.isoformat() == day


STATUS = [
    ("ferry", "no one was *killed*", "negated"),
    ("ferry", "likely to have *failed*", "alleged"),
    ("ferry", "still *looking*", "ongoing"),
    ("mine", "Inspectors will *visit*", "intended"),
    ("court", "will *begin* serving", "intended"),
    ("quake", "No one was *killed*", "negated"),
    ("merger", "No jobs will be *cut*", "negated"),
    ("march", "no one was *arrested*", "negated"),
]


@pytest.mark.parametrize(("name", "words", "held"), STATUS)
def test_status(name: str, words: str, held: str) -> None:
    assert mention(story(name), words).status.value == held


LINKS = [
    ("ferry", "was *arrested* on Sunday night", "*boarded* his vessel", "after"),
    ("ferry", "*handed* out life vests", "the ferry *sank*.", "before"),
    ("mine", "The *blast*", "a power *failure*", "after"),
    ("mine", "was *fined* in 2011", "a *fire* at another", "after"),
    ("merger", "*withdrew* its offer", "regulator *objected*", "after"),
    ("march", "has *blamed* the officers", "the *shooting* of an unarmed man", "attributes"),
    ("march", "The *march* came", "Thursday night's *shooting*", "after"),
]


@pytest.mark.parametrize(("name", "source", "target", "relation"), LINKS)
def test_link(name: str, source: str, target: str, relation: str) -> None:
    assert relation in links(story(name), source, target)


DISAGREE = [
    ("ferry", "time-conflict", ["Saturday's", "Sunday morning's"], "Saturday"),
    ("court", "arithmetic", ["52", "47"], None),
    ("quake", "weekday-mismatch", ["Wednesday, Aug. 20"], "Tuesday"),
]


@pytest.mark.parametrize(("name", "check", "words", "repair"), DISAGREE)
def test_planted_disagreement_is_found(name: str, check: str, words: list[str], repair: str | None) -> None:
    found = finding(story(name), check, *words)
    assert found is not None
    assert found.severity.value in LOUD
    assert repair is None or (found.repair is not None and repair in found.repair.replacement)


@pytest.mark.parametrize("name", ["mine", "merger"])
def test_agreeing_article_is_left_in_peace(name: str) -> None:
    assert [f.message for f in story(name).findings if f.severity.value in LOUD] == []


@pytest.mark.parametrize("name", [name for name, _ in PUBLISHED])
def test_loud_findings_share_one_root(name: str) -> None:
    roots = [f for f in story(name).findings if f.severity.value == "high" and f.root is None]
    assert len(roots) <= 1, [f.message for f in roots]
