"""What the text holds of a mention; the trigger stands in stars."""

from __future__ import annotations

import pytest

from tests.reading import mention, read

OCCURRED = [
    "Gunmen *attacked* the convoy.",
    "The convoy was *attacked* by gunmen.",
    "The minister has *resigned*.",
    "The minister had *resigned* by then.",
    "The crew was asleep when the ferry *sank*.",
    "Police said the man *fled*.",
    "A bomb *exploded*, killing two people.",
    "He managed to *escape*.",
    "A series of *airstrikes* hit the base.",
    "The *airstrikes* lasted two days.",
    "Two *explosions* were heard.",
    "It was the worst storm to *hit* the town.",
    "She was the first woman to *lead* the bank.",
    "The firm managed to close the mill, *cutting* forty jobs.",
    "The *murder* trial worries the police.",
]
NEGATED = [
    "Gunmen did not *attack* the convoy.",
    "No convoy was *attacked*.",
    "No one has *claimed* responsibility for the attack.",
    "Nobody was *killed*.",
    "Neither soldier was *injured*.",
    "The convoy was never *attacked*.",
    "The group denied *attacking* the convoy.",
    "The minister refrained from *criticizing* the group.",
    "The pilots avoided *crashing*.",
    "No *attack* was reported.",
    "He left without *signing* the treaty.",
    "There was no *hijack* attempt.",
]
ALLEGED = [
    "The group is believed to have *attacked* the convoy.",
    "The militia was likely to have *fired* the rockets.",
    "The group allegedly *attacked* the convoy.",
    "The pilot may have *crashed* on purpose.",
    "Prosecutors claim that he *stole* the money.",
    "He is accused of *stealing* the money.",
    "Police are looking into the alleged *theft*.",
    "He faces a *murder* charge.",
]
INTENDED = [
    "The group will *attack* the convoy.",
    "The group vowed to *attack* the convoy.",
    "The ministers plan to *meet* in May.",
    "The group may *attack* again.",
    "Parliament is expected to *vote* on Friday.",
    "The planned *visit* worries the police.",
    "The *hijack* attempt worries the police.",
    "The ferry will be the largest when it *enters* service.",
    "She will be the first woman to *lead* the bank.",
    "The best way to *cross* the river is by boat.",
    "The firm plans to close the mill, *cutting* forty jobs.",
    "The port will stay closed until divers *search* the wreck.",
]
HABITUAL = ["The army frequently *attacks* the militia.", "Prisoners often *escape* there."]
GENERIC = [
    "Similar *attacks* have worried the town.",
    "Any *attack* will be answered.",
    "*Attacks* on civilians will not be tolerated.",
]
ONGOING = [
    "Police are *investigating* the crash.",
    "Crews were still *searching* the ruins.",
    "*Tensions* remain high.",
]

CASES = [
    (text, held)
    for held, texts in {
        "occurred": OCCURRED,
        "negated": NEGATED,
        "alleged": ALLEGED,
        "intended": INTENDED,
        "habitual": HABITUAL,
        "generic": GENERIC,
        "ongoing": ONGOING,
    }.items()
    for text in texts
]


@pytest.mark.parametrize(("text", "held"), CASES)
def test_status_follows_the_words(text: str, held: str) -> None:
    plain = text.replace("*", "")
    assert mention(read(plain), text).status.value == held
