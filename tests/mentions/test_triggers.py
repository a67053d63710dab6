"""Which words tell an event; every one of a text, in order."""

from __future__ import annotations

import pytest

from tests.reading import mention, read
from timeline.model import Role

CASES = [
    # a verb that lends a noun its sentence tells the noun's event
    ("The raid took place on Monday.", ["raid", "took"]),
    ("The raid surprised the guards.", ["raid", "surprised"]),
    # what somebody has, not what they had happen to them or must do
    ("The rebels have two hostages.", ["have"]),
    ("The driver had an accident.", ["accident"]),
    ("The driver has to go.", ["go"]),
    # a verb and its object may tell one event together
    ("Gunmen opened fire.", ["opened"]),
    ("Gunmen fought the fire.", ["fought", "fire"]),
    # a verb that only stands for another
    ("The army left, as did the police.", ["left"]),
    ("The army did a handstand.", ["did"]),
    # "according to" reports; "accordingly" does not
    ("Two men died, according to police.", ["died", "according"]),
    ("He acted accordingly.", ["acted"]),
    # a state that a verb says of somebody, not one that goes with a noun
    ("The mayor is responsible.", ["responsible"]),
    ("The responsible mayor left.", ["left"]),
    ("Two men were found dead.", ["found", "dead"]),
    # nouns
    ("Guards held a vigil.", ["held", "vigil"]),
    ("Guards held a lamp.", ["held"]),
    ("The delivery surprised Anna Pool.", ["delivery", "surprised"]),
    ("A press release surprised Anna Pool.", ["surprised"]),
    ("The album's release surprised Anna Pool.", ["release", "surprised"]),
    ("Anna Pool owns a boat.", ["owns"]),
    ("Her own boat sank.", ["sank"]),
    # within the noun that is there because of it, not within a name, an office, a place or a thing
    ("The murder trial surprised Anna Pool.", ["murder", "trial", "surprised"]),
    ("The crash scene surprised Anna Pool.", ["crash", "surprised"]),
    ("The fire chief surprised Anna Pool.", ["surprised"]),
    ("The fire door surprised Anna Pool.", ["surprised"]),
    # a headline's state
    ("Anna Pool dead", ["dead"]),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_events_are_told_by(text: str, words: list[str]) -> None:
    assert [m.text for m in read(text).readings[0].mentions] == words


def test_according_to_names_who_says_it() -> None:
    story = read("Two men died, according to police.")
    assert [(p.role, p.text) for p in mention(story, "*according*").participants] == [(Role.SPEAKER, "police")]


def test_a_noun_and_the_verb_that_lends_it_a_sentence_are_one_event() -> None:
    assert len(read("The raid took place on Monday.").events) == 1


def test_a_state_is_denied_with_its_verb() -> None:
    assert mention(read("The mayor was not responsible."), "*responsible*").status == "negated"
    assert mention(read("The mayor is responsible."), "*responsible*").status == "ongoing"


def test_what_a_happening_is_called_again_points_back() -> None:
    story = read("A teacher was shot dead on Wednesday. It was the second fatal shooting this year.")
    again = mention(story, "*shooting*")
    assert again.definite
    assert again.modifiers == ()
    assert story.event_of[again.id] == story.event_of[mention(story, "*shot*").id]


FRAMES = [
    ("Velora *recalled* 200 cars.", "recall"),
    ("Anna Pool *recalled* that it rained.", "statement"),
    ("The *delivery* of 200 cars was late.", "deliver"),
    ("Velora *delivered* 200 cars.", "deliver"),
]


@pytest.mark.parametrize(("text", "frame"), FRAMES)
def test_a_word_tells_a_kind_of_happening(text: str, frame: str) -> None:
    assert mention(read(text.replace("*", "")), text).frame == frame
