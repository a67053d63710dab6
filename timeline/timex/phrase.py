"""A rule: phrases with typed slots, and what they mean.

A phrase is a row of items: a literal word, `{slot:class}` (`{class}` when slot and class share a name, `{slot:a|b}` for
either class), `[…]` for an optional part, `(a|b c)` for alternatives, `<NAME>` for a macro. Classes are those of the
lexicon, and those that other rules give ("date", "span" …), so phrases nest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from timeline.model import TimexType
from timeline.temporal.operators import Operator


@dataclass(frozen=True, slots=True)
class Rule:
    """Phrases that mean one thing. `build` gets the slots by name and returns the operator, or None: not this.

    `level` is when it is read: 1 words, 2 what joins the results, 3 the portions of those.
    `gives` is the class that other phrases may use the result as. `alone` False: only as a part of other phrases.
    """

    name: str
    meaning: str
    phrases: tuple[str, ...]
    build: Callable[..., Operator | None]
    gives: str
    type: TimexType = TimexType.DATE
    mod: str | None = None
    alone: bool = True
    level: int = 1


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a phrase: a literal word (`slot` empty) or a class that fills a slot."""

    name: str
    slot: str = ""

    @property
    def symbol(self) -> str:
        """What the automaton reads: a word stands apart from a class of the same name."""
        return self.name if self.slot else literal(self.name)


def literal(word: str) -> str:
    """The symbol of a word that phrases name."""
    return f"={word}"


_TOKEN = re.compile(r"\{[^}]*\}|<\w+>|[\[\]()|]|[^\s\[\]()|{}<>]+")


def expand(phrase: str, macros: Mapping[str, str]) -> list[tuple[Item, ...]]:
    """Every row of items that the phrase stands for."""
    for name, text in macros.items():
        phrase = phrase.replace(f"<{name}>", f"({text})")
    tokens = iter(_TOKEN.findall(phrase))
    return sorted({tuple(row) for row in _alternatives(tokens)}, key=lambda r: [(i.name, i.slot) for i in r])


def _alternatives(tokens: Iterator[str]) -> list[list[Item]]:
    done: list[list[Item]] = []
    rows: list[list[Item]] = [[]]
    for item in tokens:
        if item in "])":
            break
        if item == "|":
            done += rows
            rows = [[]]
            continue
        choices = _choices(item, tokens)
        rows = [row + more for row in rows for more in choices]
    return done + rows


def _choices(item: str, tokens: Iterator[str]) -> list[list[Item]]:
    if item == "[":
        return [[], *_alternatives(tokens)]
    if item == "(":
        return _alternatives(tokens)
    if item.startswith("{"):
        slot, _, names = item[1:-1].partition(":")
        return [[Item(name, slot)] for name in (names or slot).split("|")]
    return [[Item(item)]]
