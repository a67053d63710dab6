"""What a mention shows of its happening: words, who and what take part, sentence. Gathered once, compared often."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.lexicon import synonyms
from timeline.model import BlockKind, EventClass, Mention, Participant, Reading, Role, Span, Status
from timeline.temporal.interval import Interval

PRONOUNS = frozenset(
    "i me my mine we us our you your he him his she her hers they them their it its who whom which that this these "
    "those one himself herself themselves itself".split()
)
STOP = PRONOUNS | frozenset(
    "the a an of in on at to for from by and or s some any no all two three several many more other another least "
    "what new around about heavily".split()
)
COMMON = frozenset("people person man woman official authority group force member other one thing part number".split())
"""Heads too common to tell two happenings apart or together."""

SURE = 0.9
"""Confidence from which an article's day says something of what it tells."""

CONTEXT_MIN = 3
"""Letters of a word that tells what a sentence is about."""

_WORD = re.compile(r"[^\W_]+")
_OTHERS = (Role.TARGET, Role.TOPIC, Role.OTHER, Role.BLAMED)
_TOLD = (Status.OCCURRED, Status.ONGOING, Status.ALLEGED)


@dataclass(frozen=True, slots=True)
class Party:
    """Noun phrases in one role: stems of their heads, of all their words, of their capitalised words."""

    heads: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spread:
    """In which share of its story's articles a word and its frame are told, and how often in its own article."""

    word: float
    frame: float
    often: int


@dataclass(frozen=True)
class Telling:
    """A mention with all that is compared. Two of them are compared very often: everything is worked out before."""

    mention: Mention
    spread: Spread
    doers: Party
    others: Party
    context: Mapping[str, float] = field(hash=False)  # squared rarity of the sentence's telling words
    names: frozenset[str]
    instruments: frozenset[str]
    place: frozenset[str]
    figures: frozenset[tuple[str, float, float]]
    is_lead: bool
    size: float  # of the context
    told: Interval | None  # the day of its article, where that is sure

    @property
    def fullness(self) -> tuple[int, int]:
        """How much it shows: what is said of it, then how much its sentence says."""
        told = (self.doers.words, self.others.words, self.place, self.figures, self.instruments)
        return sum(map(bool, told)) + (self.mention.timex is not None), len(self.context)


def stance(mention: Mention) -> Status:
    """What the text holds of it, where all that is told as a fact, or as someone's word for one, is OCCURRED."""
    return Status.OCCURRED if mention.status in _TOLD else mention.status


def tellings(readings: Sequence[Reading], story: Mapping[str, int]) -> dict[str, Telling]:
    """Every mention's telling, by its id. `story` numbers the story that each article tells."""
    rarity = _rarity(readings)
    spreads = _spreads(readings, story)
    found = {}
    for reading in readings:
        lead = next((b.span.start for b in reading.article.blocks if b.kind is BlockKind.BODY), 0)
        told = reading.publication.interval if reading.publication.confidence >= SURE else None
        sentences: dict[Span, tuple[tuple[str, bool], ...]] = {}
        for mention in reading.mentions:
            if mention.sentence not in sentences:
                sentences[mention.sentence] = _sentence(mention.sentence.of(reading.article.text))
            words = sentences[mention.sentence]
            found[mention.id] = _telling(mention, words, rarity, spreads[mention.id], lead, told)
    return found


def _telling(
    mention: Mention,
    words: Iterable[tuple[str, bool]],
    rarity: Mapping[str, float],
    spread: Spread,
    lead: int,
    told: Interval | None,
) -> Telling:
    own = {mention.lemma, stem(mention.text)}
    context = {w: rarity.get(w, 1.0) ** 2 for w, _ in words if w not in own}
    return Telling(
        mention,
        spread,
        _party([*(p for p in mention.participants if p.role is Role.AGENT), *mention.speakers]),
        _party(p for p in mention.participants if p.role in _OTHERS),
        context=context,
        names=frozenset(w for w, is_name in words if is_name),
        instruments=instruments(mention),
        place=frozenset(mention.place.text.lower().split()) if mention.place else frozenset(),
        figures=frozenset((f.kind, f.low, f.high) for f in mention.figures if f.kind),
        is_lead=mention.block is BlockKind.HEADLINE or mention.sentence.start <= lead,
        size=sum(context.values()),
        told=told,
    )


def _party(participants: Iterable[Participant]) -> Party:
    given = tuple(participants)
    words = [w for p in given for w in _WORD.findall(p.text) if w.lower() not in STOP]
    return Party(
        frozenset(stem(p.head) for p in given if p.head not in STOP),
        frozenset(map(stem, words)) - {""},
        frozenset(stem(w) for w in words if w[:1].isupper()) - {""},
    )


def _sentence(text: str) -> tuple[tuple[str, bool], ...]:
    """The telling words of a sentence, stemmed, each with whether it is a name: a capital that is not the first."""
    words = _WORD.findall(text)
    return tuple(
        (stem(w), w[:1].isupper() and place > 0)
        for place, w in enumerate(words)
        if len(w) >= CONTEXT_MIN and w.lower() not in stop_words()
    )


def _rarity(readings: Sequence[Reading]) -> dict[str, float]:
    """How much a word tells: more, the fewer articles have it."""
    spread = Counter(w for r in readings for w in {stem(w) for w in _WORD.findall(r.article.text)})
    return {w: 0.5 + math.log((1 + len(readings)) / (0.5 + n)) for w, n in spread.items()}


def _spreads(readings: Sequence[Reading], story: Mapping[str, int]) -> dict[str, Spread]:
    told: defaultdict[tuple[int, str, str], set[str]] = defaultdict(set)
    times = Counter((m.article_id, m.lemma) for r in readings for m in r.mentions)
    size = Counter(story[r.article.id] for r in readings)
    for mention in (m for r in readings for m in r.mentions):
        told[story[mention.article_id], "word", mention.lemma].add(mention.article_id)
        told[story[mention.article_id], "frame", mention.frame].add(mention.article_id)

    def share(mention: Mention, kind: str, key: str) -> float:
        number = len(told[story[mention.article_id], kind, key])
        return number / size[story[mention.article_id]] if number > 1 else 0.0

    return {
        m.id: Spread(share(m, "word", m.lemma), share(m, "frame", m.frame), times[m.article_id, m.lemma])
        for r in readings
        for m in r.mentions
    }


def instruments(mention: Mention) -> frozenset[str]:
    """The classes of what it was done with."""
    return frozenset(stem(p.head) for p in mention.participants if p.role is Role.INSTRUMENT) | (
        frozenset({"aircraft"}) if mention.lemma in ("airstrike",) else frozenset()
    )


def is_report(mention: Mention) -> bool:
    """Somebody says something."""
    return mention.event_class is EventClass.REPORTING


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Lower case, singular, the group's first word for a synonym."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    if word.endswith("men") and len(word) > 4:
        word = word[:-2] + "an"
    elif word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    return synonyms().get(word, word)


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """English words that tell nothing of their own."""
    # Here, not above: reading times alone must not load the parser.
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)
