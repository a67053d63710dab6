"""Every rule of the language compiled once: scanner, phrase automata, and the symbols of each word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from timeline.timex.automaton import Automaton
from timeline.timex.lexicon import cldr, en
from timeline.timex.phrase import Rule, expand, literal
from timeline.timex.rules import any as any_language
from timeline.timex.rules import (
    en_ancient,
    en_dates,
    en_durations,
    en_periods,
    en_portions,
    en_relative,
    en_sets,
    en_times,
    en_vague,
)
from timeline.timex.tokens import FIGURES, OLD_FIGURES, Scanner, Symbols

_DAYS = "date|monthname|monthyear|weekdayname|yeardate|day|relative|holiday"

MACROS = {
    "N": "{n:num|one|couple|few|dozen}|a {n:few|couple|dozen} [of]|a {n:number} of"
    "|{n:couple|dozen|many} of|{n:half} (a|an)|a {n:half}",
    "M": "{n:num|couple|few|dozen}|{n:couple} of",
    "DATE": f"{{d:{_DAYS}}}",
    "ANY": f"{{d:{_DAYS}|era|period|seasonname|theunit|theyear|time}}",
    "TO": "-|–|—|to|and|or|until|through|thru",
    "THE": "{d:theunit|theyear}",
    "ZONE": "[{zone}|{zone:zonename} [standard|daylight] time|local time]",
}
"""Parts of phrases that many share."""

FIGURE_CLASSES = frozenset(
    {
        "dom",
        "dayfigure",
        "year",
        "oldyear",
        "year3",
        "year1",
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
        "nextdecade",
        "fiscalyear",
        "fraction",
        "slashed",
        "zerohour",
        "years",
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
    """What `find` needs. `english`: what stands beside an expression is looked at too, in English words."""

    scanner: Scanner
    atoms: Automaton
    joins: Automaton
    portions: Automaton
    single: dict[str, Symbols]
    rules: dict[str, Rule]
    english: bool


def compile_grammar(
    rules: Iterable[Rule],
    word_classes: Mapping[str, Mapping[str, object]],
    triggers: Collection[str],
    figures: str = FIGURES,
    *,
    english: bool = False,
) -> Grammar:
    """Rules and a lexicon as one grammar; raises ValueError when a phrase names a class that there is not."""
    rules = tuple(rules)
    rows = [(rule, row) for rule in rules for phrase in rule.phrases for row in expand(phrase, MACROS)]
    given = {rule.gives for rule in rules}
    classes = {*word_classes, *FIGURE_CLASSES, *given}
    unknown = {item.name for _, row in rows for item in row if item.slot and item.name not in classes}
    if unknown:
        raise ValueError(f"phrases name unknown classes: {', '.join(sorted(unknown))}")
    literals = {item.name for _, row in rows for item in row if not item.slot}
    return Grammar(
        Scanner(triggers, _words(word_classes, literals), figures),
        Automaton((r, row) for r, row in rows if r.level == 1),
        Automaton((r, row) for r, row in rows if r.level == 2),
        Automaton((r, row) for r, row in rows if r.level == 3),
        {name: frozenset((name,)) for name in sorted(given)},
        {rule.name: rule for rule in rules},
        english,
    )


def _words(classes: Mapping[str, Mapping[str, object]], literals: Iterable[str]) -> dict[str, dict[str, object]]:
    """What each word may stand for; number words stand for days of the month and hours too."""
    words: dict[str, dict[str, object]] = {}
    for name, members in classes.items():
        for word, meaning in members.items():
            words.setdefault(word, {})[name] = meaning
    for word, number in classes.get("ord", {}).items():
        words[word] |= {"word": True, "dom": number, "nth": number}
    for word, number in classes.get("num", {}).items():
        words[word]["word"] = True
        if isinstance(number, int) and 1 <= number <= 31:
            words[word]["dom"] = number
        if isinstance(number, int) and 1 <= number <= 24:
            words[word]["hour"] = number
    for word in sorted({*literals, "and"}):
        words.setdefault(word, {})[literal(word)] = None
    return words


GRAMMAR = compile_grammar(RULES, en.CLASSES, en.TRIGGERS, english=True)
"""English."""


@lru_cache(maxsize=1)
def of_old_times() -> Grammar:
    """English with years of three figures."""
    return compile_grammar((*RULES, *en_ancient.RULES), en.CLASSES, en.TRIGGERS, OLD_FIGURES, english=True)


@lru_cache(maxsize=32)
def grammar_of(language: str) -> Grammar:
    """The grammar of a language by its code; English where there is none."""
    if not language or language.lower().startswith("en"):
        return GRAMMAR
    words = cldr.classes(language)
    if words is None:
        return GRAMMAR
    return compile_grammar(any_language.RULES, words, {w for members in words.values() for w in members})
