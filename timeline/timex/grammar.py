"""Every rule of the language compiled once: scanner, phrase automata, and the symbols of each word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.timex.automaton import Automaton
from timeline.timex.lexicon import en
from timeline.timex.phrase import Rule, expand, literal
from timeline.timex.rules import (
    en_dates,
    en_durations,
    en_periods,
    en_portions,
    en_relative,
    en_sets,
    en_times,
    en_vague,
)
from timeline.timex.tokens import Scanner, Symbols

_DAYS = "date|monthname|monthyear|weekdayname|yeardate|day|relative|holiday"

MACROS = {
    "N": "{n:num|one|couple|few|dozen}|a {n:few|couple|dozen} [of]|{n:couple|dozen} of|{n:half} (a|an)|a {n:half}",
    "M": "{n:num|couple|few|dozen}|{n:couple} of",
    "DATE": f"{{d:{_DAYS}}}",
    "ANY": f"{{d:{_DAYS}|era|period|seasonname|theunit|theyear|time}}",
    "TO": "-|–|—|to|and|or|until|through|thru",
    "THE": "{d:theunit|theyear}",
}
"""Parts of phrases that many share."""

EXTRA_CLASSES = frozenset(
    {
        "dom",
        "year",
        "oldyear",
        "year2",
        "shortyear",
        "nth",
        "nthfigure",
        "hour",
        "military",
        "isodate",
        "numericdate",
        "clock",
        "halfclock",
        "dottedclock",
        "decades",
        "fraction",
        "slashed",
    }
)
"""Classes of figures; see `timeline.timex.tokens`."""

RULES: tuple[Rule, ...] = (
    *en_dates.RULES,
    *en_relative.RULES,
    *en_times.RULES,
    *en_periods.RULES,
    *en_portions.RULES,
    *en_durations.RULES,
    *en_sets.RULES,
    *en_vague.RULES,
)
"""Every rule; the order does not matter: the longest phrase wins."""


@dataclass(frozen=True)
class Grammar:
    """What `find` needs."""

    scanner: Scanner
    levels: tuple[Automaton, ...]
    joining: Automaton
    single: dict[str, Symbols]
    rules: dict[str, Rule]


def compile_grammar(rules: Iterable[Rule]) -> Grammar:
    """The rules and the lexicon as one grammar."""
    rules = tuple(rules)
    rows = [(rule, row) for rule in rules for phrase in rule.phrases for row in expand(phrase, MACROS)]
    given = {rule.gives for rule in rules}
    classes = {*en.CLASSES, *EXTRA_CLASSES, *given}
    literals = {item.name for _, row in rows for item in row if not item.slot}
    unknown = {item.name for _, row in rows for item in row if item.slot and item.name not in classes}
    if unknown:
        raise ValueError(f"phrases name unknown classes: {', '.join(sorted(unknown))}")
    words: dict[str, dict[str, object]] = {}
    for name, members in en.CLASSES.items():
        for word, meaning in members.items():
            words.setdefault(word, {})[name] = meaning
            if name in ("num", "ord"):
                words[word]["word"] = True
    for word, day in en.ORDINALS.items():
        words[word]["dom"] = words[word]["nth"] = day
    for word, number in en.CARDINALS.items():
        if 1 <= number <= 24:
            words[word]["hour"] = number
        if 1 <= number <= 31:
            words[word]["dom"] = number
    for word in sorted({*literals, "and"}):
        words.setdefault(word, {})[literal(word)] = None
    low = [(r, row) for r, row in rows if r.level == 1]
    high = [(r, row) for r, row in rows if r.level == 2]
    return Grammar(
        Scanner(en.TRIGGERS, words),
        (Automaton(low),),
        Automaton(high),
        {name: frozenset((name,)) for name in sorted(given)},
        {rule.name: rule for rule in rules},
    )


GRAMMAR = compile_grammar(RULES)
