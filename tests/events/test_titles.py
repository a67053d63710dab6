"""What an event is called."""

from __future__ import annotations

import pytest

from tests.reading import event, read

CASES = [
    ("Two men were hurt when the roof *fell* in.", "The roof fell in"),
    ("Gunmen *attacked* the port on Monday.", "Gunmen attacked the port"),
    ("The captain was arrested. Two days later he *died* in Salvo.", "Two days later the captain died in Salvo"),
    ("A series of *airstrikes* hit the base.", "A series of airstrikes"),
    ("The town was warned two days before the river *overflowed*.", "The river overflowed"),
    ("The gate opened on Monday, after it was *hit* by two trucks.", "The gate was hit by two trucks"),
    ("The flood hit a baker whose shop was *destroyed*.", "Shop was destroyed"),
    ("A baker whose shop burned wept. It was *raining* all day.", "It was raining"),
    ("Helen Marsh was *convicted* of taking money in 2012 and 2015.", "Helen Marsh was convicted of taking money"),
    ("The manager of the mill, Ines Calder, *resigned*.", "The manager of the mill, Ines Calder, resigned"),
    ("Ines Calder led the mill. The manager *resigned*.", "The manager resigned"),
    ("The mayor *went* home that July.", "The mayor went home"),
    ("The mayor *left* in about 30 days.", "The mayor left"),
    ("The mayor *went* about the house.", "The mayor went about the house"),
    ("The mayor *said* the bridge was safe.", "The mayor said the bridge was safe"),
    ("The mayor *said* the bridge was built by the U.S.", "The mayor said the bridge was built by the U.S."),
]


@pytest.mark.parametrize(("text", "title"), CASES)
def test_event_is_called_by_its_words(text: str, title: str) -> None:
    assert event(read(text.replace("*", "")), text).title == title


def test_long_title_is_cut_at_a_word() -> None:
    title = event(read("Gunmen attacked " + "the old " * 20 + "port."), "*attacked*").title
    assert len(title) <= 92
    assert title.endswith("the old …")
