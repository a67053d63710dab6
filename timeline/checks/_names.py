"""One name in two spellings: "Robertson" and "Roberston", where the name beside it ties the two together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from timeline.gazetteer import is_known
from timeline.model import Span

_WORD = r"(?:(?:Mc|Mac|O['’])?[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)*)"
_NAME = re.compile(rf"(?<![\w.'’-]){_WORD}(?:[^\S\n](?:[A-Z]\.[^\S\n]?)*{_WORD})*(?![\w-])")
_PART = re.compile(_WORD)
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?:;–—\n“\"'‘(>]|--)[\s“\"'‘(]*$")
_POSSESSIVE = re.compile(r"['’]s?$")
_COMMON_WORD = re.compile(r"(?<![\w’'-])[a-z]{4,}")
# One name on two sides of the Atlantic.
_STYLE = re.compile(r"(?:cent(?:re|er)|theat(?:re|er)|defen[cs]e|alumini?um|harbou?r|labou?r)$", re.IGNORECASE)
_NO_NAMES = frozenset("The A An In On At And But For From Of To By With As If Its His Her Their Our".split())
_VOWELS = "aeiouy"
_SHORTEST, _SHORTEST_ALONE = 5, 6  # letters: shorter names are too often two


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name word as it is spelled, and every place where it stands."""

    word: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class TwoSpellings:
    """`usual` stands more often than `odd`, or before it; `beside` is the word that both stand with, or the name's
    other word where `odd` stands alone."""

    usual: Spelling
    odd: Spelling
    beside: str

    @property
    def is_even(self) -> bool:
        """Both stand equally often: nothing says which is right."""
        return len(self.usual.spans) == len(self.odd.spans)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a text: where each word of them stands, which two stand side by side, which stand alone."""

    places: dict[str, list[Span]]
    pairs: dict[tuple[str, str], None]
    alone: dict[str, None]
    common: frozenset[str]  # words that are no names here


def two_spellings(text: str) -> Iterator[TwoSpellings]:
    """Names of one text that differ by a slip of the pen, each pair of spellings once."""
    names = _names(text)
    seen: set[frozenset[str]] = set()
    for first, second, beside in (*_beside_one(names), *_alone(names)):
        if frozenset((first, second)) not in seen:
            seen.add(frozenset((first, second)))
            ranked = sorted((first, second), key=lambda w: (-len(names.places[w]), names.places[w][0]))
            usual, odd = (Spelling(word, tuple(names.places[word])) for word in ranked)
            yield TwoSpellings(usual, odd, beside)


def _names(text: str) -> _Names:
    names = _Names(defaultdict(list), {}, {}, frozenset(_COMMON_WORD.findall(text)))
    for match in _NAME.finditer(text):
        opens = _SENTENCE_STARTS.search(text, max(0, match.start() - 4), match.start()) is not None
        words = list(_words(match))
        for word, span in words:
            names.places[word].append(span)
        if len(words) == 1 and not opens:
            names.alone[words[0][0]] = None
        for (left, span), (right, _) in pairwise(words):
            is_common = opens and span.start == match.start() and left.lower() in names.common
            if left not in _NO_NAMES and not is_common:
                names.pairs[left, right] = None
    return names


def _words(match: re.Match[str]) -> Iterator[tuple[str, Span]]:
    for part in _PART.finditer(match[0]):
        word, start = _POSSESSIVE.sub("", part[0]), match.start() + part.start()
        yield word, Span(start, start + len(word))


def _beside_one(names: _Names) -> Iterator[tuple[str, str, str]]:
    """ "Ada Robertson" and "Ada Roberston", "Aloisius Doe" and "Aloysius Doe"."""
    sides: tuple[Callable[[tuple[str, str]], tuple[str, str]], ...] = (lambda p: p, lambda p: (p[1], p[0]))
    for side in sides:
        variants: dict[str, list[str]] = defaultdict(list)
        for beside, word in map(side, names.pairs):
            if len(beside) > 2 and len(word) >= _SHORTEST and _is_name(names, word):
                variants[beside].append(word)
        for beside, words in variants.items():
            if len(words) > 1:
                yield from ((a, b, beside) for a, b in _slips(words) if not (is_known(a) and is_known(b)))


def _alone(names: _Names) -> Iterator[tuple[str, str, str]]:
    """ "Ada Robertson" and, later, "Roberston"; places are too often alike."""
    beside = {right: left for left, right in names.pairs}
    words = dict.fromkeys(w for w in (*beside, *names.alone) if len(w) >= _SHORTEST_ALONE and _is_name(names, w))
    for first, second in _slips(words):
        full, short = (first, second) if first in beside else (second, first)
        if full in beside and short not in beside and not is_known(first, second):
            yield full, short, beside[full]


def _is_name(names: _Names, word: str) -> bool:
    """No word of the language here, no abbreviation, and no matter of taste."""
    spelled = any(letter in _VOWELS for letter in word[1:].lower())
    return spelled and word.lower() not in names.common and not _STYLE.search(word)


def _slips(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs that differ by a slip: such two are the same word once a letter is taken from one or from both."""
    shortened: dict[str, dict[str, None]] = defaultdict(dict)
    for word in words:
        for less in (word, *(word[:n] + word[n + 1 :] for n in range(1, len(word)))):
            shortened[less][word] = None
    pairs = dict.fromkeys(pair for alike in shortened.values() for pair in combinations(alike, 2))
    yield from (pair for pair in pairs if is_slip(*pair))


def is_slip(first: str, second: str) -> bool:
    """One letter too many, missing, changed, or two that have changed places, but neither first nor in the ending.

    Endings make other words: "Korea", "Korean", "Koreas".
    """
    if first.endswith("s") != second.endswith("s"):
        return False
    one, other = sorted((first.lower().removesuffix("s"), second.lower().removesuffix("s")), key=len)
    if len(other) - len(one) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if at in (0, len(one)) or at == len(one) - 1 == len(other) - 1:
        return False
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or one[at + 1 :] == other[at + 1 :]
