"""Stated relations: (text, source in stars, relation, target in stars), one signal a row."""

from __future__ import annotations

import pytest

from tests.reading import links, read

CASES = [
    ("The mayor *resigned* after the *arrest* of his deputy.", "after"),
    ("The mayor *resigned* after police *arrested* his deputy.", "after"),
    ("The mayor *resigned* before police *arrested* his deputy.", "before"),
    ("The *attack*, which comes amid *tensions* in the region, killed two.", "overlaps"),
    ("The *attack* followed an *explosion* at the port.", "after"),
    ("The *explosion* triggered a *fire* at the port.", "causes"),
    ("The militia *fired* rockets in retaliation for the *airstrikes*.", "reacts_to"),
    ("The militia will *retaliate* to a series of *airstrikes*.", "reacts_to"),
    ("The minister *condemned* the *attack*.", "reacts_to"),
    ("Police are *investigating* the *crash*.", "after"),
    ("The mayor has *blamed* the army for the *attack*.", "attributes"),
    ("The army is *blamed* for the *attack*.", "attributes"),
    ("No group has *claimed* responsibility for the *attack*.", "denies"),
    ("The group *claimed* responsibility for the *attack*.", "attributes"),
    ("The mayor *said* that the bridge *collapsed*.", "attributes"),
    ("Two men were *arrested* during the *march*.", "is_included"),
]


@pytest.mark.parametrize(("text", "relation"), CASES)
def test_signal_states_its_relation(text: str, relation: str) -> None:
    pieces = text.split("*")
    plain = "".join(pieces)
    source, target = ("".join(pieces[:i]) + f"*{pieces[i]}*" for i in (1, 3))
    assert relation in links(read(plain), source, target)


def test_a_motive_links_the_deed_to_what_it_answers() -> None:
    text = "The militia fired the rockets considering it had vowed to retaliate to the airstrikes on its bases."
    assert links(read(text), "*fired*", "the *airstrikes*") == ["reacts_to"]
    assert links(read(text), "*vowed*", "*fired*") == ["causes"]


def test_until_nothing_is_said_nothing_is_linked() -> None:
    assert read("Gunmen attacked the port. The election was held.").links == ()


def test_link_quotes_the_words_that_state_it() -> None:
    story = read("The mayor resigned after the arrest of his deputy.")
    quote = story.links[0].quote
    assert quote.text == "The mayor resigned after the arrest of his deputy"
