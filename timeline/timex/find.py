"""Time expressions in a text: what they say, before it is known when that is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.model import Article, Expression, Span, TimexType
from timeline.temporal.calendar import Unit
from timeline.temporal.operators import (
    Between,
    CalendarDate,
    Clock,
    Direction,
    Duration,
    Offset,
    Operator,
    Part,
    Place,
    Portion,
    Toward,
    Within,
    calendar_date,
)
from timeline.timex import false_friends, numbers
from timeline.timex.automaton import Accepted, Automaton
from timeline.timex.certainty import is_sure, needs_year
from timeline.timex.grammar import GRAMMAR, Grammar, grammar_of, of_old_times
from timeline.timex.phrase import Rule
from timeline.timex.rates import how_often, is_rate
from timeline.timex.tense import needs_tense, tense_at
from timeline.timex.tokens import Row, Symbols

Reading = tuple[int, int, Rule, Operator]
"""Where words are read as what: start, end, rule, operator."""


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
    if isinstance(operator, CalendarDate) and operator.year is None and lowered.endswith("ended ", 0, start):
        operator = Toward(Direction.PAST, operator)
    elif (
        isinstance(operator, CalendarDate)
        and rule.name == "month-day"
        and (month := _MONTH_AND_NUMBER.match(lowered, start, end))
        and _COUNTED.match(lowered, end)
    ):
        end, rule, operator = month.end(), GRAMMAR.rules["month"], CalendarDate(None, operator.month)
    elif rule.name == "part-of" and (verb := _VERB_FALL.search(lowered, max(0, start - 12), start + 8)):
        start, rule = verb.end(), GRAMMAR.rules["year"]
        operator = operator.of if isinstance(operator, Within) else CalendarDate(getattr(operator, "year", None))
    elif (
        rule.name == "minutes-to" and isinstance(operator, Clock) and not _AT.search(lowered, max(0, start - 8), start)
    ):
        end = lowered.index(" to ", start)
        rule, operator = GRAMMAR.rules["length"], Duration(60 - (operator.minute or 0), Unit.MINUTE)
    elif rule.name == "hour-part":
        start += len("at ")
    elif rule.name == "the-year" and _YEAR_UP_TO.match(lowered, end):
        rule, operator = GRAMMAR.rules["the-fiscal-year"], Duration(1, Unit.YEAR)
    elif isinstance(operator, Offset) and _is_long(lowered, start, rule, operator.unit):
        rule, operator = GRAMMAR.rules["next-units"], Duration(1, operator.unit, Place.AFTER)
    elif rule.name == "units-before" and isinstance(operator, Offset | Duration) and _GOES_ON.match(lowered, end):
        end -= len(" before")
        rule, operator = GRAMMAR.rules["length"], Duration(abs(operator.count or 0), operator.unit)
    elif (
        rule.name in _PORTIONS
        and isinstance(operator, Portion)
        and (counted := _MONTH_COUNTED.search(lowered, start, end))
    ):
        named = calendar_date(operator)
        if named is not None:
            end, operator = counted.start(), replace(operator, of=CalendarDate(None, named.month))
    elif (
        rule.name == "past-units"
        and isinstance(operator, Duration)
        and _TO_LAST.search(lowered, max(0, start - 8), start + 5)
    ):
        start += len("last ")
        rule, operator = GRAMMAR.rules["length"], Duration(operator.count, operator.unit)
    elif (
        rule.name == "past-units"
        and isinstance(operator, Duration)
        and operator.count is not None
        and lowered.startswith("last ", start)
        and (then := _THEN.match(lowered, end))
    ):
        start, end, rule = start + len("last "), then.end(), GRAMMAR.rules[then[1]]
        operator = rule.build(u=operator.unit, n=operator.count) or operator
    elif (
        rule.name == "length"
        and isinstance(operator, Duration)
        and operator.count is not None
        and lowered.startswith(" on,", end)
        and _OPENS_SENTENCE.search(lowered, max(0, start - 12), start)
    ):
        end, rule = end + len(" on"), GRAMMAR.rules["later"]
        operator = rule.build(u=operator.unit, n=operator.count) or operator
    elif (
        rule.name == "length"
        and isinstance(operator, Duration)
        and operator.count is not None
        and (after := _AFTER_IT.match(lowered, end))
        and (after[1] == "after" or lowered.endswith(", ", 0, start))
    ):
        end, rule = after.end(), GRAMMAR.rules["later"]
        operator = rule.build(u=operator.unit, n=operator.count) or operator
    elif rule.name in ("earlier", "later") and isinstance(operator, Offset) and lowered.startswith(" than ", end):
        end = lowered.rindex(" ", start, end)
        rule, operator = GRAMMAR.rules["length"], Duration(abs(operator.count), operator.unit)
    elif (
        isinstance(operator, Offset)
        and lowered.endswith((" after that", " before that"), start, end)
        and _THAT_EVENT.match(lowered, end)
        and operator.count
    ):
        end = lowered.rindex(" ", start, end - len(" that"))
        rule, operator = GRAMMAR.rules["length"], Duration(abs(operator.count), operator.unit)
    return without_article(lowered, start, end, rule), end, rule, operator


_AT = re.compile(r"\b(?:at|by|about|after|around|before|from|until|till) \Z")
"""Before a time of the clock: "at ten minutes to six", but "took ten minutes to two hours"."""

_AFTER_IT = re.compile(r" (after|on)(?=[.,;:)]|\s*\Z)")
"""A length that is counted on, at the end of its clause: "fell two weeks after", ", eleven years on."."""

_THAT_EVENT = re.compile(
    r" (?:first |last |same )?(?:afternoon|attack|battle|day|death|defeat|evening|event|incident|meeting|month|morning"
    r"|night|raid|siege|speech|spring|summer|victory|vote|war|week|winter|year)\b"
)
"""Not "after that", but after that night."""


_OPENS_SENTENCE = re.compile(r"(?:\A|[.!?]['\"”]?\s+|\n\s*)(?:(?:and|but|now),? )?\Z")
"""In front of a length that is counted on: "Three years on, he left"."""


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


def _is_long(lowered: str, start: int, rule: Rule, unit: Unit) -> bool:
    """Something goes on "for the next decade", "over the coming year"."""
    if rule.name == "the-next-unit":
        is_long = unit in (Unit.DECADE, Unit.CENTURY)
    else:
        is_long = rule.name == "next-unit" and lowered.startswith("the coming ", start)
    return is_long and lowered.endswith(("for ", "over ", "spent ", "during "), 0, start)


_TO_LAST = re.compile(r"\b(?:to|will|would|can|could|may|might|should|must|not|likely|did|does) last \Z")
"""The verb, in front of a length."""

_GOES_ON = re.compile(r" [a-z]")
_THEN = re.compile(r" (later|earlier)\b(?! than)")


def _is_time(operator: Operator) -> bool:
    """It is finer than a day."""
    while isinstance(operator, Portion):
        operator = operator.of
    return isinstance(operator, (Part, Clock))


_MONTH_AND_NUMBER = re.compile(r"[a-z]+(?= (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\Z)")
_COUNTED = re.compile(r" (?!(?:and|at|in|of|the|to|until|was|were|when|will)\b)[a-z]")
"""In "in May three ships sank" the ships are counted, in "on May three, ships sank" the days."""

_PORTIONS = ("first-units-of", "last-units-of", "start-of", "end-of", "middle-of")
_MONTH_COUNTED = re.compile(r"(?<=[a-z]) (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\Z")
_VERB_FALL = re.compile(r"\b(?:to|will|would|could|may|might|not|prices|sales|profits?|exports|output) fall in ")
_YEAR_UP_TO = re.compile(r" (?:ended|ending|that ended|to|after|following) ")
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
