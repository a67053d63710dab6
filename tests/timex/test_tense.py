"""Which side of the publication a weekday lies on: every text appeared on Wednesday, 18 September 2019."""

from __future__ import annotations

from datetime import date

import pytest

from tests.timex.placing import placed

WEDNESDAY = date(2019, 9, 18)

AHEAD = [
    "The council will vote on Friday.",
    "The pilots must be released by Friday.",
    "The report will be handed to the mayor on Friday.",
    "The pardon could be signed as early as Friday.",
    "A verdict was expected Friday.",
    "The ruling is due Friday.",
    "The appeal is to be heard Friday.",
    "In an interview to be broadcast Friday, she defended the bridge.",
    "The ministers would meet again on Friday, the ministry said.",
    "The duke was to open the dam on Friday.",
    "She praised the planned visit on Friday.",
    "The hearing scheduled for Friday promises to be long.",
    "The strike was put off until Friday.",
    "Both sides sharpened their words ahead of Friday's vote.",
    "The favourites will meet in Friday's final.",
    "The election is on Friday.",
    "The two presidents meet in Riga on Friday.",
    "The museum opens its doors on Friday.",
    "The governor will on Friday accept the prize.",
]
BEHIND = [
    "The council voted on Friday.",
    "The pilots were released on Friday.",
    "The mayor on Friday agreed to resign.",
    "The mayor on Friday vowed to rebuild the bridge.",
    "Some residents could not be reached on Friday.",
    "Their lawyers look for ways around Friday's ruling.",
    "They will mourn the dead of Friday's attack.",
    "It was not until Friday that the smoke cleared.",
    "Up until Friday, however, nobody had seen him.",
    "A fire that raged through an open-air market on Friday has killed six.",
    "The toll rose to nine due to a landslide on Friday.",
    "The regatta was stopped after 12 of 40 scheduled rounds on Friday.",
    "The United team lost on Friday.",
    "The company said its fleet was grounded Friday.",
    "The mill burned on Friday.",
]


def _day(text: str) -> date:
    (time,) = (t for t in placed(WEDNESDAY.isoformat(), text) if "Friday" in t.text)
    assert time.interval is not None
    return time.interval.first_day


@pytest.mark.parametrize("text", AHEAD)
def test_what_is_told_as_lying_ahead_is_on_the_next_such_day(text: str) -> None:
    assert _day(text) == date(2019, 9, 20)


@pytest.mark.parametrize("text", BEHIND)
def test_what_is_told_as_over_was_on_the_last_such_day(text: str) -> None:
    assert _day(text) == date(2019, 9, 13)
