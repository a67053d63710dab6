"""Whom a word names that is no name itself, in the roles of an event; its trigger in stars."""

from __future__ import annotations

import pytest

from tests.reading import event, mention, read

CASES = [
    ("Anna Pool resigned. She *left* the city.", "Anna Pool"),
    # the last name of an earlier paragraph
    ("Anna Pool resigned.\n\nThen she *left* the city.", "Anna Pool"),
    # the name that the paragraph before tells of, where the next one begins with it
    ("The Ocean Star sank.\n\nThen it *vanished*.", "The Ocean Star"),
    ("The guards left.\n\nThey *vanished*.", "The guards"),
    # "he" is somebody, "it" is not
    ("Anna Pool founded Velora. Velora grew. She *left* the city.", "Anna Pool"),
    ("Anna Pool ran the mill. The mill closed after it *burned*.", "The mill"),
    # not the doer of the same verb
    ("Anna Pool met Carl Brand, and Brand *thanked* her.", "Anna Pool"),
    # what is told, not who says so behind it; who says more is the speaker
    ("The Ocean Star sank, the ministry said. It *vanished*.", "The Ocean Star"),
    ("Carl Brand fell, Anna Pool said. She *added* that he drank.", "Anna Pool"),
    # whom the paragraph names in another role
    ("Carl Brand resigned.\n\nPolice found Anna Pool in the park. She *died*.", "Anna Pool"),
    # through sentences that name nobody
    ("Anna Pool came after her sister left. She was old. She *married* a miller.", "Anna Pool"),
    # who says "I"
    ("“I *paid* the fine,” Anna Pool said.", "Anna Pool"),
    ("Anna Pool resigned. “I *paid* the fine,” she said.", "Anna Pool"),
    ("“Sales fell,” Anna Pool said. “I *paid* the fine.”", "Anna Pool"),
    ("Sales fell, Anna Pool said. I *paid* the fine.", "I"),
    ("I *paid* the fine.", "I"),
    # the house for which its officer says "we"; "I" is himself
    ("“We *paid* the fine,” Velora CEO Anna Pool said.", "Velora"),
    ("“We *paid* the fine,” said Anna Pool, the chairman of Ostara Inc.", "Ostara Inc."),
    ("“I *paid* the fine,” Velora CEO Anna Pool said.", "Anna Pool"),
    ("“We *paid* the fine,” actress Anna Pool said.", "Anna Pool"),
    # a country is nobody's "us"
    ("“The US has never *closed* the port to a partner,” the paper said.", "The US"),
    ("“The port will be closed, though the US never *described* it to us as lost,” it said.", "the US"),
    # a company is also many
    ("Velora Inc. said they *closed* the mill.", "Velora Inc."),
    # what a clause without a subject tells of
    ("Anna Pool amused the crowd by *walking* away.", "Anna Pool"),
    ("Anna Pool took the decision to *leave*.", "Anna Pool"),
    # a noun says what a name is: before it, behind it, in it, by a verb, within the name
    ("The airline Velora lost money. The carrier *closed*.", "Velora"),
    ("Velora, an airline of Oslo, lost money. The airline *closed*.", "Velora"),
    ("Velora is a carmaker. Last year the company *closed*.", "Velora"),
    ("The new Velora superjumbo took off. The plane *landed*.", "The new Velora superjumbo"),
    ("Velora Airlines lost money. The company *closed*.", "Velora Airlines"),
    ("The first Velora 717 took off. The plane *landed*.", "The first Velora 717"),
    ("He showed the VeloPhone. The phone *broke*.", "the VeloPhone"),
    ("Velora unveiled a car. The company *grew*.", "Velora"),
    ("Senator Anna Pool came. The senator *voted*.", "Anna Pool"),
    ("The High Court met. The court *voted*.", "The High Court"),
    # of two, the nearer sentence's, and its subject first
    ("Velora Inc. lost money. Ostara Inc. bought Brand Inc. last year. The company *closed*.", "Ostara Inc."),
    # an apposition tells the name
    ("The Irish carrier, Velora, *closed*.", "Velora"),
    ("A Dutch actor, Anna Pool, *died*.", "Anna Pool"),
    # an abbreviation, the full name
    ("The Green Port Union (GPU) met. Then the GPU *voted*.", "The Green Port Union"),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_the_doer_is(text: str, name: str) -> None:
    assert name in [p.text for p in mention(read(text.replace("*", "")), text).participants]


OPEN = [
    # a thing of an earlier paragraph may be any
    ("The old ship sank.\n\nThen it *vanished*.", "it"),
    ("The Ocean Star sank.\n\nMost said that it *vanished*.", "it"),
    # a happening, not the bureau that tells it
    ("The storm hit the coast, the bureau said. It *died*.", "it"),
    # a thing of its own sentence
    ("The army left. Rebels held the town since it *fell*.", "it"),
    # her lawyer is another
    ("Anna Pool resigned.\n\nHer lawyer, Carl Brand, said she *left* the city.", "she"),
    # of two, either
    ("Police found Anna Pool with Carl Brand. She *died*.", "She"),
    # none of its kind is named
    ("Anna Pool lost money. The company *closed*.", "The company"),
    ("The minister Anna Pool came. The captain *voted*.", "The captain"),
    # another one was told of since
    ("Velora, a ship, sank. Then a ship came. The ship *burned*.", "The ship"),
    # further words say which one
    ("Velora Airlines lost money. The other airline *closed*.", "The other airline"),
    ("Velora Airlines lost money. The airline that Anna runs *closed*.", "The airline"),
    ("Velora Airlines lost money. An airline *closed*.", "An airline"),
    # a year or a number of things is no make
    ("In the summer of 1977 he came. The plane *landed*.", "The plane"),
    ("Of the guests 300 came. The plane *landed*.", "The plane"),
    # brackets may hold anything
    ("The crew (Oslo) *left*.", "The crew"),
    ("Officers of the force (GPU) left. The GPU *voted*.", "the GPU"),
]


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_a_noun_that_may_mean_any_stands_for_itself(text: str, words: str) -> None:
    found = mention(read(text.replace("*", "")), text).participants
    assert words.lower() in [p.text.lower() for p in found]


def test_the_words_that_stand_for_a_name_are_kept() -> None:
    text = "Velora Airlines lost money. The carrier closed."
    (doer,) = mention(read(text), "*closed*").participants
    assert doer.span.of(text) == doer.text == "Velora Airlines"
    assert doer.via is not None
    assert doer.via.of(text) == "The carrier"


TITLES = [
    ("Velora Airlines lost money. Then the carrier *closed* in May.", "Then Velora Airlines closed"),
    ("The Green Port Union (GPU) met. The GPU *voted* on it.", "The Green Port Union voted on it"),
    # what is named beside the words that stand for it needs no other name
    ("The Irish carrier, Velora, *closed* two lines.", "The Irish carrier, Velora, closed two lines"),
    # "it" in "without" is no pronoun
    (
        "Velora Airlines lost money. Without delay it *closed* two lines.",
        "Without delay Velora Airlines closed two lines",
    ),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_names_whom_the_words_stand_for(text: str, title: str) -> None:
    assert event(read(text.replace("*", "")), text).title == title
