"""All phrases in one automaton: a step costs the same however many phrases there are.

Words stand for sets of symbols (a word can be a month and a verb), so the phrases' trie is walked by sets of its nodes;
each set and each step between sets is worked out once, when first met.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline.timex.phrase import Item, Rule


@dataclass(frozen=True, slots=True)
class Accepted:
    """A phrase read to its end: its rule and, for each slot, its place in the row and the class found there."""

    rule: Rule
    slots: tuple[tuple[str, int, str], ...]
    length: int
    words: int
    """How many of its items are literal words: of two readings of the same stretch, the more literal one holds."""


@dataclass(slots=True)
class _Node:
    steps: dict[str, int] = field(default_factory=dict)
    accepted: Accepted | None = None


class Automaton:
    """Reads rows of symbol sets and finds the longest phrase from a place on."""

    def __init__(self, phrases: Iterable[tuple[Rule, tuple[Item, ...]]]) -> None:
        self._nodes = [_Node()]
        for rule, row in phrases:
            self._add(rule, row)
        self._states: dict[frozenset[int], int] = {}
        self._members: list[frozenset[int]] = []
        self.table: list[dict[frozenset[str], int]] = []
        self.accepts: list[Accepted | None] = []
        self._state(frozenset((0,)))

    def _add(self, rule: Rule, row: tuple[Item, ...]) -> None:
        node = 0
        for item in row:
            following = self._nodes[node].steps.get(item.symbol)
            if following is None:
                following = len(self._nodes)
                self._nodes.append(_Node())
                self._nodes[node].steps[item.symbol] = following
            node = following
        known = self._nodes[node].accepted
        if known is None or (rule.alone and not known.rule.alone):
            slots = tuple((item.slot, i, item.name) for i, item in enumerate(row) if item.slot)
            self._nodes[node].accepted = Accepted(rule, slots, len(row), len(row) - len(slots))

    def _state(self, members: frozenset[int]) -> int:
        known = self._states.get(members)
        if known is not None:
            return known
        number = self._states[members] = len(self._members)
        self._members.append(members)
        self.table.append({})
        found = [a for n in sorted(members) if (a := self._nodes[n].accepted) is not None]
        self.accepts.append(max(found, key=lambda a: (a.words, a.rule.alone), default=None))
        return number

    def _step(self, state: int, symbols: frozenset[str]) -> int:
        """The state after the symbols; -1 for none."""
        targets = frozenset(
            self._nodes[n].steps[s] for n in self._members[state] for s in symbols if s in self._nodes[n].steps
        )
        self.table[state][symbols] = result = self._state(targets) if targets else -1
        return result

    def longest(self, row: Sequence[frozenset[str]], start: int, end: int) -> Accepted | None:
        """The longest phrase that begins at `start` and stays before `end`."""
        state, best, table, accepts = 0, None, self.table, self.accepts
        for i in range(start, end):
            symbols = row[i]
            following = table[state].get(symbols)
            if following is None:
                following = self._step(state, symbols)
            if following < 0:
                break
            state = following
            if accepts[state] is not None:
                best = accepts[state]
        return best
