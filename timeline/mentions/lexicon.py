"""The words that tell events, read once from data/: frames, event nouns, instruments, synonyms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from timeline.model import EventClass

DATA = Path(__file__).resolve().parents[2] / "data"

LIGHT_VERBS = frozenset({"come", "occur", "happen", "follow", "precede", "take", "conduct", "carry", "mount", "stage"})
"""Verbs that only lend a noun a sentence: "the attack, which comes amid …"."""

STRIKING = frozenset({"tear", "rip", "rock", "hit", "strike", "shake", "sweep", "engulf"})
"""Verbs that say of a happening that it happened, when it is their subject: "the quake struck at dawn"."""

HELPERS = frozenset({"be", "have", "do", "let", "accord", "include", "base", "relate", "compare", "own", "ally"})
"""Verbs that tell no event of their own."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind of happening; a `weak` word names any happening ("the incident")."""

    name: str
    event_class: EventClass
    weak: bool = False


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Frame], dict[str, Frame]]:
    verbs: dict[str, Frame] = {}
    nouns: dict[str, Frame] = {}
    for line in (DATA / "event_nouns.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            nouns[line] = Frame(line, EventClass.OCCURRENCE)
    for line in (DATA / "event_frames.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, event_class, verb_words, noun_words = line.split("\t")
        for words, table in ((verb_words, verbs), (noun_words, nouns)):
            for word in words.split():
                table[word.lstrip("!")] = Frame(name, EventClass(event_class), word.startswith("!"))
    return verbs, nouns


def verb_frame(lemma: str, particle: str = "") -> Frame:
    """The frame of a verb ("go", "off": an explosion); a verb outside the table is a frame of its own."""
    verbs = _tables()[0]
    phrasal = f"{lemma}_{particle}" if particle else lemma
    return verbs.get(phrasal) or verbs.get(lemma) or Frame(phrasal, EventClass.OCCURRENCE)


def noun_frame(lemma: str) -> Frame | None:
    """The frame of an event noun; None for any other noun."""
    return _tables()[1].get(lemma)


INSTRUMENTS = {
    "rocket": "rocket",
    "katyusha": "rocket",
    "missile": "missile",
    "drone": "drone",
    "uav": "drone",
    "bomb": "bomb",
    "explosive": "bomb",
    "grenade": "grenade",
    "mortar": "mortar",
    "shell": "shell",
    "artillery": "shell",
    "gun": "gun",
    "rifle": "gun",
    "pistol": "gun",
    "handgun": "gun",
    "shot": "gun",
    "bullet": "gun",
    "knife": "knife",
    "machete": "knife",
    "torpedo": "torpedo",
    "airstrike": "aircraft",
    "aircraft": "aircraft",
    "warplane": "aircraft",
    "jet": "aircraft",
    "truck": "vehicle",
    "car": "vehicle",
    "van": "vehicle",
}
"""What an attack is done with, by class: a Katyusha is a rocket."""


def instrument(lemma: str) -> str:
    """The class of what an attack is done with; empty for any other noun. Takes plurals that a tagger left whole."""
    word = lemma.lower()
    return INSTRUMENTS.get(word) or INSTRUMENTS.get(word.removesuffix("s"), "")
