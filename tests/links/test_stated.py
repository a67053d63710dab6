"""Stated relations: (text, source in stars, relation, target in stars), one signal a row."""

from __future__ import annotations

import pytest

from tests.reading import links, read
from timeline.links.stated import SIGNALS
from timeline.model import LinkBasis
from timeline.temporal.calendar import Unit
from timeline.temporal.lag import Bound, Lag

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
    ("The mayor *resigned* once police *arrested* his deputy.", "after"),
    ("The mayor *resigned* as soon as police *arrested* his deputy.", "after"),
    ("The crew *fought* the fire until the ship *sank*.", "before"),
    ("The mayor *resigned* at the same time as police *arrested* his deputy.", "simultaneous"),
    ("The strike *began* at the same time as the *election*.", "simultaneous"),
    ("The bombs *exploded* simultaneously with the *attack*.", "simultaneous"),
    ("The mayor *resigned* when police *arrested* his deputy.", "overlaps"),
    ("The mayor *spoke* while police *searched* his house.", "overlaps"),
    ("The protests *continued* throughout the *election*.", "overlaps"),
    ("The *riot* saw *clashes* with police.", "includes"),
    ("The *march* was marred by *clashes*.", "includes"),
    ("*Clashes* marred the *election*.", "is_included"),
    ("According to a *statement*, police *attacked* the port.", "attributes"),
    ("The minister *denied* the *attack*.", "denies"),
]
NEIGHBOURS = [
    "The mayor once *resigned*. Police *arrested* his deputy.",
    "The mayor *resigned* as police chief. Police *arrested* his deputy.",
    "The mayor did not *resign* until police *arrested* his deputy.",
    "The mayor *resigned* at the same time. Police *arrested* his deputy.",
    "The mayor saw the *attack*. The *march* went on.",
    "The *election* before the council in May was *condemned*.",
    "The *attack* since then has been *condemned*.",
    "The group *claimed* a prize. The *attack* went on.",
    "Officials *said* little. The bridge *collapsed*.",
]


@pytest.mark.parametrize(("text", "relation"), CASES)
def test_signal_states_its_relation(text: str, relation: str) -> None:
    pieces = text.split("*")
    plain = "".join(pieces)
    source, target = ("".join(pieces[:i]) + f"*{pieces[i]}*" for i in (1, 3))
    assert relation in links(read(plain), source, target)


@pytest.mark.parametrize("text", NEIGHBOURS)
def test_what_states_no_relation_of_the_two_links_nothing(text: str) -> None:
    pieces = text.split("*")
    plain = "".join(pieces)
    source, target = ("".join(pieces[:i]) + f"*{pieces[i]}*" for i in (1, 3))
    assert links(read(plain), source, target) + links(read(plain), target, source) in ([], ["attributes"])


BY_SIGNAL = {
    "after": ("The mayor *resigned* after the *arrest*.", "after"),
    "following": ("The mayor *resigned* following the *arrest* of his deputy.", "after"),
    "since": ("The town has *prospered* since the *election*.", "after"),
    "once": ("The mayor *resigned* once police *arrested* his deputy.", "after"),
    "amid": ("The mayor *spoke* amid the *protests*.", "overlaps"),
    "amidst": ("The mayor *spoke* amidst the *protests*.", "overlaps"),
    "before": ("The mayor *resigned* before the *arrest*.", "before"),
    "until": ("The crew *fought* the fire until the ship *sank*.", "before"),
    "during": ("Two men were *arrested* during the *march*.", "is_included"),
    "throughout": ("Two men *sang* throughout the *march*.", "overlaps"),
    "while": ("The mayor *spoke* while police *searched* his house.", "overlaps"),
    "when": ("The mayor *resigned* when police *arrested* his deputy.", "overlaps"),
    "because": ("Crews *fled* because the ship *burned*.", "is_caused"),
    "considering": ("The militia *fired* considering it had *vowed* to avenge the raid.", "is_caused"),
    "over": ("The mayor *resigned* over the *arrest* of his deputy.", "reacts_to"),
}


@pytest.mark.parametrize("signal", SIGNALS)
def test_every_signal_has_its_example(signal: str) -> None:
    text, relation = BY_SIGNAL[signal]
    assert f" {signal} " in text
    pieces = text.split("*")
    source, target = ("".join(pieces[:i]) + f"*{pieces[i]}*" for i in (1, 3))
    story = read("".join(pieces))
    if relation == "is_caused":  # what is told second caused what is told first
        assert links(story, target, source) == ["causes"]
    else:
        assert links(story, source, target) == [relation]


def test_a_motive_links_the_deed_to_what_it_answers() -> None:
    text = "The militia fired the rockets considering it had vowed to avenge the airstrikes on its camps."
    assert links(read(text), "*fired*", "the *airstrikes*") == ["reacts_to"]
    assert links(read(text), "*vowed*", "*fired*") == ["causes"]


def test_until_nothing_is_said_nothing_is_linked() -> None:
    assert all(
        link.basis is LinkBasis.INFERRED for link in read("Gunmen attacked the port. The election was held.").links
    )


def test_link_quotes_the_words_that_state_it() -> None:
    story = read("The mayor resigned after the arrest of his deputy.")
    quote = story.links[0].quote
    assert quote.text == "The mayor resigned after the arrest of his deputy"


DISTANCES = [
    ("The mayor resigned two days after the arrest.", Lag(2, Unit.DAY), "two days after"),
    ("He resigned about three weeks before the vote.", Lag(3, Unit.WEEK, Bound.ABOUT), "about three weeks before"),
    ("He resigned less than a month after the vote.", Lag(1, Unit.MONTH, Bound.AT_MOST), "less than a month after"),
    ("He resigned more than a year after the vote.", Lag(1, Unit.YEAR, Bound.AT_LEAST), "more than a year after"),
    ("The mayor resigned the day after the arrest.", Lag(1, Unit.DAY), "the day after"),
    ("The mayor resigned shortly after the arrest.", None, "after"),
    ("Prices fell to those of the day before the strike.", None, "before"),
    ("He resigned in the week following the vote.", None, "following"),
    ("The mayor resigned days after the arrest.", None, "after"),
    ("The mayor, in office for two days, resigned after the arrest.", None, "after"),
]


@pytest.mark.parametrize(("text", "lag", "signal"), DISTANCES)
def test_a_length_before_its_signal_is_the_distance(text: str, lag: Lag | None, signal: str) -> None:
    (relation,) = [r for r in read(text).readings[0].relations if r.basis is LinkBasis.STATED]
    assert relation.lag == lag
    assert relation.signal.lower() == signal.lower()
