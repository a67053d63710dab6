"""Same happening or not: one reason a row, each beside its neighbour that must stay apart."""

from __future__ import annotations

import pytest

from tests.reading import event, read
from timeline.events.same import HELD, Cluster

SAME = [
    ("the same instrument", "Two rockets were *fired* at the port.", "The militia *fired* the rockets from a field."),
    ("a definite noun", "Gunmen *attacked* the port.", "Nobody claimed the *attack*."),
    ("a word for any happening", "A truck *crashed* into a wall.", "The *incident* shocked the town."),
    ("the clause that tells on", "The police spoke of an *attack* in which rockets were *fired* at the port.", ""),
    ("a synonym of the target", "A *strike* hit oil facilities.", "The *attack* on the oil installations shocked all."),
    ("a verb that only lends it a sentence", "A *vigil* was *held* in the square.", ""),
    ("a verb and its object", "The river *burst* its banks.", "The *flood* reached the town at dawn."),
    ("another word of the frame", "An *earthquake* shook the town.", "The *quake* lasted a minute."),
    (
        "a day apart, by mistake",
        "Gunmen *attacked* the port on Monday.",
        "Tuesday's *attack* on the port was the worst.",
    ),
    ("killing and death", "A guard was *killed* in the port.", "The *death* of the guard shocked the town."),
]
APART = [
    ("one after the other", "The *attack* on the port followed an *attack* on the airport.", ""),
    ("another instrument", "Two rockets were *fired* at the port.", "Drones *attacked* the port."),
    ("another one", "Gunmen *attacked* the port.", "Another *attack* hit the town."),
    ("the last one", "The *flood* hit the town on Sunday.", "The last major *flood* hit it in winter."),
    ("by the last one", "Nine people were *killed* in the town.", "The last major flood *killed* 70 people."),
    ("one and many", "The *attack* on the port was the worst.", "The *attacks* went on for weeks."),
    ("months apart", "Gunmen *attacked* the port on Monday.", "Gunmen *attacked* the port in March."),
    ("a kind, not one of it", "Gunmen *attacked* the port.", "Similar *attacks* have worried the town."),
    ("a negated one", "Gunmen *attacked* the port.", "No ship was *attacked*."),
    ("a plan", "Gunmen *attacked* the port.", "The gunmen will *attack* the airport."),
    ("places far apart", "Gunmen *attacked* a market in Baghdad.", "Gunmen *attacked* a market in Tokyo."),
    ("other kinds", "Gunmen *attacked* the port.", "The *election* was held."),
]


def _marked(first: str, second: str) -> tuple[str, list[str]]:
    text = f"{first} {second}".strip()
    pieces = text.split("*")
    spots = ["".join(pieces[:i]) for i in range(1, len(pieces), 2)]
    return "".join(pieces), [str(len(spot)) for spot in spots]


def _events(first: str, second: str) -> list[str]:
    text, spots = _marked(first, second)
    story = read(text)
    at = {str(m.span.start): m for m in story.readings[0].mentions}
    return [story.event_of[at[spot].id].id for spot in spots]


@pytest.mark.parametrize(("reason", "first", "second"), SAME)
def test_one_event(reason: str, first: str, second: str) -> None:
    assert len(set(_events(first, second))) == 1, reason


@pytest.mark.parametrize(("reason", "first", "second"), APART)
def test_two_events(reason: str, first: str, second: str) -> None:
    assert len(set(_events(first, second))) == 2, reason


def test_each_merge_says_why() -> None:
    found = event(read("Gunmen attacked the port. Nobody claimed the attack."), "*attacked*")
    assert any("points back" in why for why in found.why)


def test_disputed_event_keeps_every_date() -> None:
    text = "Gunmen attacked the port on Monday. Monday's attack was brief. Tuesday's attack on the port was the worst."
    found = event(read(text), "*attacked*")
    assert found.time is not None
    assert found.time.first_day.isoformat() == "2019-09-23"
    assert [a.interval.first_day.isoformat() for a in found.alternatives] == ["2019-09-24"]


def test_agreeing_reports_are_cut_to_what_they_share() -> None:
    text = "Gunmen attacked the port on Monday evening. Monday night's attack on the port was brief."
    found = event(read(text), "*attacked*")
    assert found.time is not None
    assert found.time.start.isoformat() == "2019-09-23T20:00:00"
    assert found.time.end.isoformat() == "2019-09-24T00:00:00"
    assert not found.is_disputed


def test_every_mention_belongs_to_one_event() -> None:
    story = read("Gunmen attacked the port. No one was hurt. The mayor said they will be caught.")
    told = [m.id for m in story.readings[0].mentions]
    assert sorted(told) == sorted(m for e in story.events for m in e.mentions)


def test_of_very_many_mentions_the_first_and_the_last_are_held() -> None:
    told = [*read("Gunmen attacked the port. " * (3 * HELD)).mentions.values()]
    assert Cluster(told).held == [*told[:HELD], *told[-HELD:]]
    assert Cluster(told[: 2 * HELD]).held == told[: 2 * HELD]


def test_an_event_told_very_often_is_one() -> None:
    story = read("Gunmen attacked the port. " * (3 * HELD))
    assert [len(e.mentions) for e in story.events] == [3 * HELD]
