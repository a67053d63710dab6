"""Time expressions in a text: what they say, before it is known when that is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline.model import Article, Expression, Span, TimexType
from timeline.temporal.operators import (
    Between,
    Clock,
    Duration,
    Operator,
    Part,
    Portion,
    calendar_date,
)
from timeline.timex import false_friends, numbers
from timeline.timex.automaton import Accepted, Automaton
from timeline.timex.certainty import is_sure, needs_year
from timeline.timex.grammar import GRAMMAR, Grammar, grammar_of, of_old_times
from timeline.timex.phrase import Rule
from timeline.timex.rates import how_often, is_rate
from timeline.timex.rereading import Reading, reread
from timeline.timex.tense import needs_tense, tense_at
from timeline.timex.tokens import Row, Symbols


def find(article: Article) -> tuple[Expression, ...]:
    """Every time expression of the article, in order of the text, without overlaps."""
    grammar = grammar_of(article.language)
    found = find_in(article.text, grammar)
    if grammar.english and _tells_of_old_times(found):
        return find_in(article.text, of_old_times())
    return found


def _tells_of_old_times(found: Sequence[Expression]) -> bool:
    """It names years with their era, or two or more and none of them later than the thirteenth century."""
    if any(expression.rule in _WITH_ERA for expression in found):
        return True
    years = [written.year for e in found if (written := calendar_date(e.operator)) is not None and written.year]
    return len(years) >= 2 and max(years) < _OLD_TIMES_END


_OLD_TIMES_END = 1300


_WITH_ERA = (
    "year-era",
    "year-bce",
    "years-range-bce",
    "month-year-era",
    "day-month-year-era",
    "season-bce",
    "day-month-oldyear",
)
"""Rules of years that lie so far back that three figures beside them may be a year, too."""


def find_in(text: str, grammar: Grammar = GRAMMAR) -> tuple[Expression, ...]:
    """Every time expression of the text, in order, without overlaps; ids are t1, t2 … in that order."""
    lowered = lower(text)
    found: list[Expression] = []
    for row in grammar.scanner.rows(lowered):
        for reading in read(row, grammar):
            settled = _settled(text, lowered, *reading) if grammar.english else reading
            if settled is not None:
                for part in _parts(text, *settled):
                    found.append(_expression(len(found) + 1, text, *part))
    return tuple(found)


def _settled(text: str, lowered: str, start: int, end: int, rule: Rule, operator: Operator) -> Reading | None:
    """The reading that the words beside it leave; None when they make it no time."""
    if false_friends.rejects(text, lowered, start, end, rule, operator) or is_rate(lowered, start, rule, operator):
        return None
    often = how_often(lowered, start, rule, operator)
    if often is not None:
        return start, end, GRAMMAR.rules["a-unit"], often
    start, end, rule, operator = reread(lowered, (start, end, rule, operator))
    return without_article(lowered, start, end, rule), end, rule, operator


def lower(text: str) -> str:
    """The text in lower case and with plain apostrophes, every character in its place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    return lowered.replace("’", "'")


_RANGE = re.compile(r"\s*(?:[-–—/]|\b(?:to|and|or|until|through|thru)\b)\s*(?:the )?")
_LISTED = re.compile(r",\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+")
_FROM = re.compile(r"(?:from|between) (?:the )?|the ")


def _parts(text: str, start: int, end: int, rule: Rule, operator: Operator) -> list[Reading]:
    """The two ends of a range ("Sept. [14]-[16]") and the days of a list as expressions; anything else as it is."""
    if not isinstance(operator, Between) or operator.first is None or operator.last is None:
        return [(start, end, rule, operator)]
    if rule.name == "length-and-event":
        return _length_and_event(text, start, end, rule, operator)
    if rule.name != "decades-range" and (opening := _FROM.match(text[start : start + 16].lower())):
        start += opening.end()
    middle = (_LISTED if rule.name == "list-of-days" else _RANGE).search(text, start + 1, end)
    if middle is None:
        return [(start, end, rule, operator)]
    first = (start, middle.start(), rule, operator.first)
    return [first, *_parts(text, middle.end(), end, rule, operator.last)]


_AFTER = re.compile(r" (?:after|before) ", re.IGNORECASE)


def _length_and_event(text: str, start: int, end: int, rule: Rule, both: Between) -> list[Reading]:
    """ "[three days] after [Thursday night]'s shooting", "[the day after] [Monday]'s vote"."""
    middle = _AFTER.search(text, start, end)
    if middle is None or both.first is None or both.last is None:
        return []
    stop = middle.start() if isinstance(both.first, Duration) else middle.end() - 1
    return [(start, stop, rule, both.first), (middle.end(), end - len("'s"), rule, both.last)]


def _expression(number: int, text: str, start: int, end: int, rule: Rule, operator: Operator) -> Expression:
    tense = tense_at(text, start, end) if needs_tense(operator) else ""
    sure = needs_year(operator) and is_sure(tense, text, start, end)
    if text.startswith(("this ", "This "), start) and needs_year(operator):
        # The merger told of "this summer" may be ahead; the fair that will open then is not of last summer.
        tense, sure = "" if tense == "past" else tense, tense == "future"
    kind = rule.type
    if kind is TimexType.DATE and _is_time(operator):
        kind = TimexType.TIME
    elif isinstance(operator, Duration):
        kind = TimexType.DURATION
    return Expression(f"t{number}", Span(start, end), text[start:end], kind, operator, rule.name, rule.mod, tense, sure)


def _is_time(operator: Operator) -> bool:
    """It is finer than a day."""
    while isinstance(operator, Portion):
        operator = operator.of
    return isinstance(operator, (Part, Clock))


_ADJECTIVE = re.compile(
    r"(?:the|an?) (?:further |additional )?(?=\S+[-‑]\S+\Z"
    r"|(?:\d{2,}|[2-9]|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety)"
    r" (?:second|minute|hour|day|week|month|year)\Z)"
)
_NOUN_AHEAD = re.compile(r" [a-z$£€\d]")


def without_article(lowered: str, start: int, end: int, rule: Rule) -> int:
    """Where an expression starts when its article belongs to a noun after it: "the [two-week] siege"."""
    if lowered.startswith(("the ", "a ", "an "), start) and rule.gives != "era" and _NOUN_AHEAD.match(lowered, end):
        found = _ADJECTIVE.match(lowered[start:end])
        if found:
            return start + found.end()
    return start


_DEEPEST = 3
"""How often phrases may be built on phrases of their own level."""


def read(row: Row, grammar: Grammar) -> list[Reading]:
    """The expressions of a row of tokens: start, end, rule, operator."""
    items = numbers.join(row)
    rules: list[Rule | None] = [None] * len(items.symbols)
    items, rules, changed = _reduce(grammar.atoms, items, rules, grammar.single)
    if not changed:
        return []
    for automaton in (grammar.joins, grammar.portions):
        for _ in range(_DEEPEST):
            if len(items.symbols) < 2:
                break
            items, rules, changed = _reduce(automaton, items, rules, grammar.single)
            if not changed:
                break
    out: list[Reading] = []
    for i, rule in enumerate(rules):
        if rule is not None and rule.alone:
            operator = items.meanings[i][rule.gives]
            out.append((items.starts[i], items.ends[i], rule, operator))  # type: ignore[arg-type]
    return out


def _reduce(
    automaton: Automaton, row: Row, rules: list[Rule | None], single: Mapping[str, Symbols]
) -> tuple[Row, list[Rule | None], bool]:
    """The row with the longest phrases, from left to right, each made one item."""
    symbols, size = row.symbols, len(row.symbols)
    out: Row | None = None
    out_rules: list[Rule | None] = []
    longest = automaton.longest
    i = 0
    while i < size:
        accepted, operator = longest(symbols, i, size), None
        while accepted is not None and (operator := _build(accepted, row.meanings, i)) is None:
            accepted = longest(symbols, i, i + accepted.length - 1)  # "March 13 — the 10-year": no range, but a day
        if accepted is None or operator is None:
            if out is not None:
                _copy(out, row, i)
                out_rules.append(rules[i])
            i += 1
            continue
        if out is None:
            out = Row(symbols[:i], row.meanings[:i], row.starts[:i], row.ends[:i])
            out_rules = rules[:i]
        rule = accepted.rule
        out.symbols.append(single[rule.gives])
        out.meanings.append({rule.gives: operator})
        out.starts.append(row.starts[i])
        out.ends.append(row.ends[i + accepted.length - 1])
        out_rules.append(rule)
        i += accepted.length
    return (row, rules, False) if out is None else (out, out_rules, True)


def _copy(out: Row, row: Row, i: int) -> None:
    out.symbols.append(row.symbols[i])
    out.meanings.append(row.meanings[i])
    out.starts.append(row.starts[i])
    out.ends.append(row.ends[i])


def _build(accepted: Accepted, meanings: list[Mapping[str, object]], at: int) -> Operator | None:
    slots = {name: meanings[at + i][cls] for name, i, cls in accepted.slots}
    return accepted.rule.build(**slots)
