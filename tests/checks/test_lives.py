"""Ages at dated events, against a birth told elsewhere in the article."""

from __future__ import annotations

import pytest

from tests.reading import read

WRONG = [
    ("Anna Keller was born in 1931 in Lowen. Keller died in Salvo on May 3, 1990, at the age of 49.", "9 years"),
    ("Anna Keller was born in 1931. She died in 1990, aged 62.", "3 years"),
    ("The governor died at Lowen in 1645, aged 52. He had been born in 1601.", "8 years"),
    ("John Roe was born on June 2, 1950. Elected on May 4, 1980 at age 30, Roe served for years.", "1 year"),
    ("Anna Keller was born in 1931. She wrote her last song in 1990, at 49.", "9 years"),
]
RIGHT = [
    "Anna Keller was born in 1931. She died in 1990, aged 58.",
    "Anna Keller was born in 1931. She died in 1990, aged 59.",
    "John Roe was born on June 2, 1950. Elected on July 4, 1980 at age 30, Roe served for years.",
    "Anna Keller was born in 1931. John Roe died in 1990, aged 40.",
    "Anna Keller was born in 1931. Having left school in 1945 at the age of 14, Keller died in 1990.",
    "Anna Keller was born in 1931. She died in 1990.",
    "Anna Keller was born in 1931. She wrote her last song in 1990, at 58.",
    "Anna Keller was born in 1931. She wrote her last song in 1990, at 12 Mill Street.",
]


@pytest.mark.parametrize(("text", "gap"), WRONG)
def test_an_age_that_birth_and_event_do_not_make_is_found(text: str, gap: str) -> None:
    assert [f.gap for f in read(text).findings if f.check == "arithmetic"] == [gap]


@pytest.mark.parametrize("text", RIGHT)
def test_an_age_that_they_make_or_of_another_is_left_alone(text: str) -> None:
    assert not [f for f in read(text).findings if f.check == "arithmetic"]


def test_the_repair_is_the_age_that_the_dates_make() -> None:
    text = "Anna Keller was born in 1931. She died in 1990, aged 62."
    (found,) = [f for f in read(text).findings if f.check == "arithmetic"]
    assert found.repair is not None
    assert (found.repair.text, found.repair.replacement) == ("62", "59")
    assert not [f for f in read(text.replace("62", "59")).findings if f.check == "arithmetic"]


OBITUARY = "Anna Keller was born on April 22, 1931 and sang in the 1950s. She died {}, aged 85."


@pytest.mark.parametrize(("when", "alarms"), [("on Thursday, December 11", 0), ("on December 11, 1958", 1)])
def test_an_age_is_not_held_against_a_year_that_is_guessed(when: str, alarms: int) -> None:
    timeline = read(OBITUARY.format(when), None)
    assert len([f for f in timeline.findings if f.check == "arithmetic"]) == alarms
