"""What speaks for one event told by two articles: the facts, the reasons in words, the weights."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import articles, events, pipeline
from timeline.events.alike import groups
from timeline.events.evidence import SAYS, facts, kind, reasons
from timeline.events.likelihood import WEIGHTS
from timeline.events.tellings import Telling, tellings

DAY = date(2019, 9, 25)


def _pair(one: str, other: str, frame: str, days: tuple[date | None, date | None] = (DAY, DAY)) -> tuple[Telling, ...]:
    """The first telling of the frame in each of two articles, published on these days."""
    given = zip((one, other), days, strict=True)
    read = [pipeline.read_article(articles.from_text(t, id=str(n), published=d)) for n, (t, d) in enumerate(given)]
    named = events.name(read)
    told = tellings(named, groups(named))
    return tuple(next(told[m.id] for m in r.mentions if m.frame == frame) for r in named)


PORT = "Gunmen attacked the port of Salvo on Monday, police said."


@pytest.mark.parametrize(
    ("fact", "alike", "neighbour"),
    [
        ("same word", "Gunmen attacked a ship.", "Gunmen raided a ship."),
        ("other head", "Rebels attacked the port at dawn.", "Rebels attacked the airport at dawn."),
        ("on another", "Rebels attacked a convoy.", "Rebels attacked the port."),
        ("same day", "Rebels attacked it on Monday.", "Rebels attacked it on Tuesday."),
        ("other day", "Rebels attacked it on Tuesday.", "Rebels attacked it on Monday."),
        ("far day", "Rebels attacked it on 3 September.", "Rebels attacked it on Tuesday."),
        ("doer untold", "The port was attacked.", "Rebels attacked the port."),
        ("status differs", "Rebels will attack the port.", "Rebels attacked the port."),
    ],
)
def test_fact(fact: str, alike: str, neighbour: str) -> None:
    assert any(row.startswith(fact) for row, _ in facts(*_pair(PORT, alike, "attack")))
    assert not any(row.startswith(fact) for row, _ in facts(*_pair(PORT, neighbour, "attack")))


UNDATED = "Gunmen attacked the port of Salvo, police said."


@pytest.mark.parametrize(
    ("one", "other", "published", "apart"),
    [
        (UNDATED, UNDATED, date(2019, 10, 25), None),
        (UNDATED, UNDATED, date(2020, 1, 25), "told months apart"),
        (UNDATED, UNDATED, date(2021, 1, 25), "told years apart"),
        (UNDATED, UNDATED, None, None),  # nobody knows when
        (UNDATED, "Gunmen attacked the port of Salvo in September 2019.", date(2021, 1, 25), None),
        (UNDATED, "Gunmen attacked the port of Salvo in May 2018.", DAY, "told years apart"),
        (PORT, "Gunmen attacked the port of Salvo in May 2018.", DAY, None),  # both have a time: "far day" says it
    ],
)
def test_news_of_another_year_is_told_apart(one: str, other: str, published: date | None, apart: str | None) -> None:
    told = [row for row, _ in facts(*_pair(one, other, "attack", (DAY, published)))]
    assert [row for row in told if row.endswith(" apart")] == [apart] * (apart is not None)


def test_a_death_may_be_a_killing_and_no_election() -> None:
    killed, died = (t.mention for t in _pair("A guard was killed.", "A guard was killed.", "killing"))
    assert kind(killed, died) == "same word"
    _, election = _pair("An election was held.", "The election was held.", "election")
    assert kind(killed, election.mention) == ""


def test_reasons_say_each_thing_once() -> None:
    said = reasons(facts(*_pair(PORT, "Armed men attacked the port of Salvo on Monday at noon.", "attack")))
    assert "both say “attack”" in said
    assert "the same day" in said
    assert sum("salvo" in reason for reason in said) == 1, said
    assert not any("monday" in reason for reason in said), said
    assert len(said) == len(set(said))


def test_of_two_lists_of_shared_words_each_shows_its_own() -> None:
    told = [("names 2", {"salvo", "port", "friday"}), ("context 4", ["port", "guard"]), ("doer differs", ())]
    assert reasons(told) == ("both sentences name port, salvo", "the sentences share guard")
    assert reasons([("names 0", ()), ("context 1", ["guard"])]) == ()


def test_every_reason_is_a_fact_with_a_weight() -> None:
    for row in SAYS:
        assert any(weighed == row or weighed.startswith(f"{row} ") for weighed in WEIGHTS), row
