"""What the words beside an expression make of it: another one than its own words are, as “last two weeks” after “will”.

One function a case, looked up by the rule that found the expression, so a case costs nothing elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from timeline.temporal.calendar import Unit
from timeline.temporal.operators import (
    CalendarDate,
    Clock,
    Direction,
    Duration,
    Offset,
    Operator,
    Place,
    Portion,
    Toward,
    Within,
    calendar_date,
)
from timeline.timex.grammar import GRAMMAR
from timeline.timex.phrase import Rule

Reading: TypeAlias = tuple[int, int, Rule, Operator]
"""Where words are read as what: start, end, rule, operator."""

Case: TypeAlias = Callable[[str, Reading], Reading | None]
"""Another reading of words of the lowered text, or None."""


def reread(lowered: str, reading: Reading) -> Reading:
    """The expression as the words beside it have it read; as it is where none does."""
    for case in (*CASES.get(reading[2].name, ()), *ANY):
        again = case(lowered, reading)
        if again is not None:
            return again
    return reading


def _length(start: int, end: int, operator: Offset | Duration) -> Reading:
    """So long, whatever it was counted from."""
    count = None if operator.count is None else abs(operator.count)
    return start, end, GRAMMAR.rules["length"], Duration(count, operator.unit)


def _counted_on(name: str, start: int, end: int, operator: Duration) -> Reading:
    """So long earlier or later."""
    rule = GRAMMAR.rules[name]
    return start, end, rule, rule.build(u=operator.unit, n=operator.count) or operator


# --- dates and times of the clock ---------------------------------------------------------------------------------

_MONTH_AND_NUMBER = re.compile(r"[a-z]+(?= (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\Z)")
_MONTH_COUNTED = re.compile(r"(?<=[a-z]) (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\Z")
_COUNTED = re.compile(r" (?!(?:and|at|in|of|the|to|until|was|were|when|will)\b)[a-z]")
_VERB_FALL = re.compile(r"\b(?:to|will|would|could|may|might|not|prices|sales|profits?|exports|output) fall in ")
_AT = re.compile(r"\b(?:at|by|about|after|around|before|from|until|till) \Z")
_YEAR_UP_TO = re.compile(r" (?:ended|ending|that ended|to|after|following) ")


def _ended(lowered: str, reading: Reading) -> Reading | None:
    """ "The siege ended [May 3]": it is over."""
    start, end, rule, operator = reading
    if not isinstance(operator, CalendarDate) or operator.year is not None or not lowered.endswith("ended ", 0, start):
        return None
    return start, end, rule, Toward(Direction.PAST, operator)


def _month_and_what_is_counted(lowered: str, reading: Reading) -> Reading | None:
    """ "In [May] three ships sank", but "on [May three], ships sank"."""
    start, end, _, operator = reading
    month = _MONTH_AND_NUMBER.match(lowered, start, end)
    if month is None or not isinstance(operator, CalendarDate) or not _COUNTED.match(lowered, end):
        return None
    return start, month.end(), GRAMMAR.rules["month"], CalendarDate(None, operator.month)


def _part_and_what_is_counted(lowered: str, reading: Reading) -> Reading | None:
    """ "At [the end of May] three" ships sank."""
    start, end, rule, operator = reading
    counted, named = _MONTH_COUNTED.search(lowered, start, end), calendar_date(operator)
    if counted is None or named is None or not isinstance(operator, Portion):
        return None
    return start, counted.start(), rule, replace(operator, of=CalendarDate(None, named.month))


def _verb_fall(lowered: str, reading: Reading) -> Reading | None:
    """ "Prices will fall in [1998]"."""
    start, end, _, operator = reading
    verb = _VERB_FALL.search(lowered, max(0, start - 12), start + 8)
    if verb is None:
        return None
    of = operator.of if isinstance(operator, Within) else CalendarDate(getattr(operator, "year", None))
    return verb.end(), end, GRAMMAR.rules["year"], of


def _minutes_to_a_number(lowered: str, reading: Reading) -> Reading | None:
    """ "At ten minutes to six", but "took [ten minutes] to six hours"."""
    start, _, _, operator = reading
    if not isinstance(operator, Clock) or _AT.search(lowered, max(0, start - 8), start):
        return None
    minutes = Duration(60 - (operator.minute or 0), Unit.MINUTE)
    return start, lowered.index(" to ", start), GRAMMAR.rules["length"], minutes


def _without_at(lowered: str, reading: Reading) -> Reading | None:
    """ "At [ten in the evening]"."""
    start, end, rule, operator = reading
    return start + len("at "), end, rule, operator


def _year_up_to(lowered: str, reading: Reading) -> Reading | None:
    """ "[The year] ended in March", "[the year] after the war": as long as a year."""
    start, end, _, _ = reading
    if not _YEAR_UP_TO.match(lowered, end):
        return None
    return start, end, GRAMMAR.rules["the-fiscal-year"], Duration(1, Unit.YEAR)


# --- lengths, and what is counted from something ------------------------------------------------------------------

_GOES_ON = re.compile(r" [a-z]")
_THEN = re.compile(r" (later|earlier)\b(?! than)")
_TO_LAST = re.compile(r"\b(?:to|will|would|can|could|may|might|should|must|not|likely|did|does) last \Z")
_AFTER_IT = re.compile(r" (after|on)(?=[.,;:)]|\s*\Z)")
_OPENS_SENTENCE = re.compile(r"(?:\A|[.!?]['\"”]?\s+|\n\s*)(?:(?:and|but|now),? )?\Z")
_THAT_EVENT = re.compile(
    r" (?:first |last |same )?(?:afternoon|attack|battle|day|death|defeat|evening|event|incident|meeting|month|morning"
    r"|night|raid|siege|speech|spring|summer|victory|vote|war|week|winter|year)\b"
)


def _goes_on_for(lowered: str, reading: Reading) -> Reading | None:
    """ "For [the next decade]", "over [the coming year]": as long as that."""
    start, end, rule, operator = reading
    if not isinstance(operator, Offset) or not lowered.endswith(("for ", "over ", "spent ", "during "), 0, start):
        return None
    if rule.name == "the-next-unit" and operator.unit not in (Unit.DECADE, Unit.CENTURY):
        return None
    if rule.name == "next-unit" and not lowered.startswith("the coming ", start):
        return None
    return start, end, GRAMMAR.rules["next-units"], Duration(1, operator.unit, Place.AFTER)


def _length_before(lowered: str, reading: Reading) -> Reading | None:
    """ "[Two weeks] before the vote"; "two weeks before" ends its clause."""
    start, end, _, operator = reading
    if not isinstance(operator, Offset | Duration) or not _GOES_ON.match(lowered, end):
        return None
    return _length(start, end - len(" before"), operator)


def _verb_last(lowered: str, reading: Reading) -> Reading | None:
    """ "It will last [two weeks]"."""
    start, end, _, operator = reading
    if not isinstance(operator, Duration) or not _TO_LAST.search(lowered, max(0, start - 8), start + 5):
        return None
    return _length(start + len("last "), end, operator)


def _last_and_later(lowered: str, reading: Reading) -> Reading | None:
    """ "Where he came last [two years later]"."""
    start, end, _, operator = reading
    then = _THEN.match(lowered, end)
    if then is None or not isinstance(operator, Duration) or operator.count is None:
        return None
    return (
        _counted_on(then[1], start + len("last "), then.end(), operator) if lowered.startswith("last ", start) else None
    )


def _years_on(lowered: str, reading: Reading) -> Reading | None:
    """ "[Three years on], he left" at the start of a sentence."""
    start, end, _, operator = reading
    if not isinstance(operator, Duration) or operator.count is None or not lowered.startswith(" on,", end):
        return None
    opens = _OPENS_SENTENCE.search(lowered, max(0, start - 12), start)
    return _counted_on("later", start, end + len(" on"), operator) if opens else None


def _years_after(lowered: str, reading: Reading) -> Reading | None:
    """ "It fell [two weeks after]."; ", [eleven years on]." """
    start, end, _, operator = reading
    after = _AFTER_IT.match(lowered, end)
    if after is None or not isinstance(operator, Duration) or operator.count is None:
        return None
    if after[1] == "on" and not lowered.endswith(", ", 0, start):
        return None
    return _counted_on("later", start, after.end(), operator)


def _later_than(lowered: str, reading: Reading) -> Reading | None:
    """ "[Two weeks] later than planned"."""
    start, end, _, operator = reading
    if not isinstance(operator, Offset) or not lowered.startswith(" than ", end):
        return None
    return _length(start, lowered.rindex(" ", start, end), operator)


def _after_that_event(lowered: str, reading: Reading) -> Reading | None:
    """ "[Two days] after that battle", but "two days after that"."""
    start, end, _, operator = reading
    if not isinstance(operator, Offset) or not lowered.endswith((" after that", " before that"), start, end):
        return None
    if not operator.count or not _THAT_EVENT.match(lowered, end):
        return None
    return _length(start, lowered.rindex(" ", start, end - len(" that")), operator)


_PART_OF_A_MONTH = (_part_and_what_is_counted,)

CASES: Mapping[str, tuple[Case, ...]] = {
    "earlier": (_later_than,),
    "end-of": _PART_OF_A_MONTH,
    "first-units-of": _PART_OF_A_MONTH,
    "hour-part": (_without_at,),
    "last-units-of": _PART_OF_A_MONTH,
    "later": (_later_than,),
    "length": (_years_on, _years_after),
    "middle-of": _PART_OF_A_MONTH,
    "minutes-to": (_minutes_to_a_number,),
    "month-day": (_ended, _month_and_what_is_counted),
    "next-unit": (_goes_on_for,),
    "part-of": (_verb_fall,),
    "past-units": (_verb_last, _last_and_later),
    "start-of": _PART_OF_A_MONTH,
    "the-next-unit": (_goes_on_for,),
    "the-year": (_year_up_to,),
    "units-before": (_length_before,),
}
"""Cases by the name of the rule that found the expression; the first that speaks holds."""

ANY: tuple[Case, ...] = (_ended, _after_that_event)
"""Cases of any rule."""
