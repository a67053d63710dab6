"""Names that one article spells in two ways: what fires, and the neighbour that must not."""

from __future__ import annotations

import pytest

from tests.checks.stories import Story, findings
from timeline.checks._names import is_slip, two_spellings

TWO = (
    ("Ada Robertson sang. Ada Roberston left.", "Robertson", "Roberston"),
    ("Ada Robertson sang. Later Robertson left. We saw Roberston go.", "Robertson", "Roberston"),
    ("We met Aloisius Doe, then Aloysius Doe, then Aloisius.", "Aloisius", "Aloysius"),
    ("He joined Harbour Brigade. All of Harbour Bregade and the Brigade mourned.", "Brigade", "Bregade"),
    ("They flew to Port Niagara, then to Port Niagra.", "Niagara", "Niagra"),
    ("They heard Ada O'Connell's speech, and Ada O'Conell.", "O'Connell", "O'Conell"),
)
ONE = (
    "Ada Robertson sang. Jim Roberston left.",  # nothing ties the two together
    "Ada Robertson sang. Ada Robertson's men left.",
    "They met South Veland and South Velands, two South Veland men.",
    "The White House sang. While it did, the house fell.",
    "They met Ada Lanes, on Ada Lines, with lines and lanes.",
    "He joined the Harbour Centre and the Harbour Center.",
    "He saw Start Stcks and Start Stocks.",
    "They sang in West Germany to West Germans.",
    "Ada Baron sang for Ada Barons.",
    "They met Ada Dahl and Ada Dohl.",  # too short
    "He met Ada Brasil in a town of Brazil.",
    "Ada Robertson sang, as ROBERSTON did.",
    "",
)


@pytest.mark.parametrize(("text", "usual", "odd"), TWO)
def test_a_name_in_two_spellings_is_found(text: str, usual: str, odd: str) -> None:
    (found,) = two_spellings(text)
    assert (found.usual.word, found.odd.word) == (usual, odd)


@pytest.mark.parametrize("text", ONE)
def test_names_that_are_two_or_alike_by_grammar_are_left_alone(text: str) -> None:
    assert list(two_spellings(text)) == []


@pytest.mark.parametrize(
    ("first", "second", "slip"),
    [
        ("Robertson", "Roberston", True),  # changed places
        ("Robertson", "Robetson", True),  # missing
        ("Robertson", "Robberson", False),
        ("Robertson", "Robertsen", True),  # changed
        ("Robertson", "Bobertson", False),  # the first letter makes another name
        ("Angeles", "Angels", False),
        ("Iranian", "Iranians", False),
        ("Jonson", "Jonsan", True),
        ("Jonson", "Jonsom", False),  # in the ending
    ],
)
def test_a_slip_is_one_letter_within_the_word(first: str, second: str, slip: bool) -> None:
    assert is_slip(first, second) is is_slip(second, first) is slip


def test_the_repair_writes_the_usual_spelling_where_one_is_usual() -> None:
    (finding,) = findings(Story("Ada Robertson sang. We heard Robertson. Ada Roberston left."))
    assert (finding.check, finding.severity.value) == ("name-spelling", "low")
    assert finding.message == "One name is spelled in two ways: “Robertson” (twice) and “Roberston”."
    assert finding.repair is not None
    assert (finding.repair.text, finding.repair.replacement) == ("Roberston", "Robertson")
    (even,) = findings(Story("Ada Robertson sang. Ada Roberston left."))
    assert even.repair is None
