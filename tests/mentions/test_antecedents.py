"""Whom a pronoun names, in the roles of an event; its trigger in stars."""

from __future__ import annotations

import pytest

from tests.reading import mention, read

CASES = [
    ("Anna Pool resigned. She *left* the city.", "Anna Pool"),
    # the last name of an earlier paragraph
    ("Anna Pool resigned.\n\nThen she *left* the city.", "Anna Pool"),
    # a thing of an earlier paragraph may be any
    ("The Ocean Star sank.\n\nThen it *vanished*.", "it"),
    # who says "I"
    ("“I *paid* the fine,” Anna Pool said.", "Anna Pool"),
    ("I *paid* the fine.", "I"),
    # what a clause without a subject tells of
    ("Anna Pool amused the crowd by *walking* away.", "Anna Pool"),
    ("Anna Pool took the decision to *leave*.", "Anna Pool"),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_the_doer_is(text: str, name: str) -> None:
    assert name in [p.text for p in mention(read(text.replace("*", "")), text).participants]
