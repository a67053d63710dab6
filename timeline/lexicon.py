"""The words that tell events, read once from data/: frames, event nouns, synonyms; and instruments."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from timeline.model import EventClass
from timeline.shipped import shipped

DATA = shipped("data")

LIGHT_VERBS = frozenset({"come", "occur", "happen", "follow", "precede", "take", "conduct", "carry", "mount", "stage"})
"""Verbs that only lend a noun a sentence: "the attack, which comes amid …"."""

STRIKING = frozenset({"tear", "rip", "rock", "hit", "strike", "shake", "sweep", "engulf"})
"""Verbs that say of a happening that it happened, when it is their subject: "the quake struck at dawn"."""

HELPERS = frozenset({"be", "have", "let", "accord", "include", "base", "relate", "compare", "ally"})
"""Verbs that tell no event of their own."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind of happening, and its TimeML class."""

    name: str
    event_class: EventClass


@dataclass(frozen=True, slots=True)
class _Tables:
    kinds: frozenset[str]
    verbs: dict[str, Frame]
    nouns: dict[str, Frame]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    tables = _Tables(
        frozenset(line.split("\t")[0] for line in _lines("event_frames.tsv")),
        {},
        {(told := line.split())[0]: Frame(told[-1], EventClass.OCCURRENCE) for line in _lines("event_nouns.txt")},
    )
    for line in _lines("event_frames.tsv"):
        name, event_class, verbs, nouns = line.split("\t")
        for words, table in ((verbs, tables.verbs), (nouns, tables.nouns)):
            table.update((word, Frame(name, EventClass(event_class))) for word in words.split())
    return tables


def _lines(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[str, ...]]:
    rows = [line.split("\t") for line in _lines("noun_kinds.tsv")]
    return {noun: (kind, *wider.split()) for kind, wider, nouns in rows for noun in (kind, *nouns.split())}


def noun_kinds(lemma: str) -> tuple[str, ...]:
    """What a noun says that something is, from the narrowest kind to the widest: "airline", "company"."""
    return _kinds().get(lemma) or (("person",) if lemma.endswith(PERSON_ENDINGS) else ())


PERSON_ENDINGS = ("woman", "sman", "eman", "person", "keeper", "ologist")

TIME_NOUNS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night day week weekend month "
    "year today yesterday tomorrow january february march april may june july august september october november "
    "december sept. sep. oct. nov. dec. jan. feb. mar. apr. aug. hour minute decade century past".split()
)


@lru_cache(maxsize=1)
def synonyms() -> dict[str, str]:
    """The first word of its group, for each word of data/synonyms.txt."""
    return {word: group.split()[0] for group in _lines("synonyms.txt") for word in group.split()}


def is_tabled(frame: str) -> bool:
    """A frame of data/event_frames.tsv, which says a kind of happening; any other is one word."""
    return frame in _tables().kinds


def verb_frame(lemma: str, particle: str = "", thing: str = "") -> Frame:
    """The frame of a verb, with its particle ("go off": an explosion) or its object ("open fire": an attack).

    A verb outside the table is a frame of its own.
    """
    verbs = _tables().verbs
    phrasal = f"{lemma}_{particle}" if particle else lemma
    known = verbs.get(phrasal) or verbs.get(f"{lemma}_{thing}") or verbs.get(lemma)
    return known or Frame(phrasal, EventClass.OCCURRENCE)


def is_phrase(verb: str, thing: str) -> bool:
    """A verb and its object that tell one event together: "opened fire", "burst its banks"."""
    return f"{verb}_{thing}" in _tables().verbs


def noun_frame(lemma: str) -> Frame | None:
    """The frame of an event noun; None for any other noun."""
    return _tables().nouns.get(lemma)


STATES = frozenset(
    "able afraid alive armed available aware capable cautious committed confident dead dependent due eligible "
    "flat guilty happy homeless hospitalized injured interested involved jailed missing optimistic payable "
    "pleased prepared profitable reluctant responsible safe satisfied stranded successful surprised thrilled "
    "trapped unable unaware unbeaten unconscious unharmed unhurt unwilling vulnerable wanted weak willing "
    "worried".split()
)
"""Adjectives that say how somebody or something is for a time, where a verb says it of them: "is responsible"."""


def adjective_frame(word: str) -> Frame | None:
    """The frame of a state's adjective; None for any other."""
    return Frame(word, EventClass.STATE) if word in STATES else None


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
