"""Who did what to whom; the trigger stands in stars."""

from __future__ import annotations

import pytest

from tests.reading import mention, read

CASES = [
    ("Gunmen *attacked* a convoy.", "agent", "Gunmen"),
    ("Gunmen *attacked* a convoy.", "target", "a convoy"),
    ("A convoy was *attacked* by gunmen.", "agent", "gunmen"),
    ("A convoy was *attacked* by gunmen.", "target", "A convoy"),
    ("Two rockets were *fired* into the port.", "instrument", "Two rockets"),
    ("Two rockets were *fired* into the port.", "target", "the port"),
    ("The *attack* on the port surprised all.", "target", "the port"),
    ("A drone *strike* by the army on the port killed two.", "agent", "the army"),
    ("A drone *strike* by the army on the port killed two.", "target", "the port"),
    ("A drone *strike* by the army on the port killed two.", "instrument", "drone"),
    ("The mayor *said* that the bridge fell.", "speaker", "The mayor"),
    ("The mayor said that the bridge *collapsed*.", "speaker", ""),
    ("The mayor has *blamed* the strike on the union.", "blamed", "the union"),
    ("The mayor has *blamed* the union for the strike.", "blamed", "the union"),
    ("The captain was arrested. He *denied* the charge.", "speaker", "The captain"),
    ("Airstrikes that *targeted* the bases went on.", "target", "the bases"),
    # a verb that only supports the noun shares its doer
    ("The minister made a brief *visit* to Rome.", "agent", "The minister"),
    ("The minister took this *visit* seriously.", "agent", ""),
    ("The minister welcomed a brief *visit*.", "agent", ""),
    ("Rome announced a job *cut*.", "agent", "Rome"),
    ("Rome denied a job *cut*.", "agent", ""),
    # what something is said to be
    ("The store was a *breach* of the treaty.", "agent", "The store"),
    ("The store followed a *breach* of the treaty.", "agent", ""),
    # who else takes part
    ("The *talks* between Rome and the union failed.", "other", "Rome"),
    ("The *talks* between Rome and the union failed.", "other", "the union"),
    ("Rome signed a *deal* with the union.", "other", "the union"),
    # whom somebody asks, names or makes to do it
    ("The minister asked the union to *leave*.", "agent", "the union"),
    ("The minister used the money to *leave*.", "agent", "The minister"),
    ("The minister's decision to *leave* hurt Rome.", "agent", "The minister's"),
    ("The bus is due to *arrive* at noon.", "agent", "The bus"),
    ("Velora is the first airline to *fly* it.", "agent", "Velora"),
    # a phrase ends before what else is told of one within it
    ("They *read* the text of a letter, which Anna Pool wrote.", "target", "the text of a letter"),
    ("They *read* the text of a letter and a note.", "target", "the text of a letter and a note"),
    ("The minister met the envoy and *signed* the treaty.", "agent", "The minister"),
]


@pytest.mark.parametrize(("text", "role", "words"), CASES)
def test_participant_has_its_role(text: str, role: str, words: str) -> None:
    found = mention(read(text.replace("*", "")), text)
    told = [p.text for p in found.participants if p.role.value == role]
    assert words in told if words else not told


SPEAKERS = [
    ("The mayor said that the bridge *collapsed*.", "The mayor"),
    ("The bridge *collapsed*, the mayor said.", "the mayor"),
    ("The mayor came. He said the bridge *collapsed*.", "The mayor"),
    # who reports takes part in the report
    ("The mayor *said* that the bridge collapsed.", None),
    # the writer's own words within
    ("The mayor said the bridge, which *burned* in May, was safe.", None),
    ("The bridge *collapsed* after the mayor spoke.", None),
]


@pytest.mark.parametrize(("text", "words"), SPEAKERS)
def test_what_is_told_is_the_word_of(text: str, words: str | None) -> None:
    found = mention(read(text.replace("*", "")), text)
    assert (found.speaker.text if found.speaker else None) == words
    assert not found.speaker or found.speaker in found.speakers


def test_time_is_no_participant() -> None:
    found = mention(read("Monday night's attack surprised the town."), "attack")
    assert [p.text for p in found.participants if p.role.value == "agent"] == []


def test_of_two_subjects_the_nearer_speaks() -> None:
    text = "A ferry and a freighter collided in fog on Monday morning, killing nine people, the coast guard *said*."
    found = mention(read(text.replace("*", "")), text)
    assert [p.text for p in found.participants if p.role.value == "speaker"] == ["the coast guard"]


def test_participant_span_holds_its_text() -> None:
    text = "😀 Gunmen attacked a convoy near Mosul."
    for participant in mention(read(text), "attacked").participants:
        assert participant.span.of(text) == participant.text
