"""The two ends of a range of days or months without a year: "from Friday to Monday" ends on the Monday after."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from timeline.model import Expression
from timeline.temporal.interval import Interval
from timeline.temporal.operators import CalendarDate, Clock, Direction, Operator, Part, Portion, Toward

Directed = Callable[[Expression, CalendarDate], Operator]
"""The day of an expression with the direction that its clause gives it."""

_UP_TO = re.compile(r" ?(?:-|–|—|(?:up )?to|until|till|through|thru) ?(?:the )?", re.IGNORECASE)
_AND = re.compile(r" and (?:on )?", re.IGNORECASE)
_FURTHEST = 16
"""Characters between the two ends, at most."""


def ends_of_ranges(
    expressions: Sequence[Expression], text: str, today: Interval, directed: Directed
) -> Mapping[int, Operator]:
    """The directed operators of the ends of every such range, by their place in the row of expressions."""
    ends: dict[int, Operator] = {}
    for i in range(len(expressions) - 1):
        first, last = expressions[i], expressions[i + 1]
        low, high = first.span.end, last.span.start
        if high - low > _FURTHEST:
            continue
        a, b = _day_of(first.operator), _day_of(last.operator)
        if a is None or b is None or a == b or (a.weekday is None) is not (b.weekday is None):
            continue
        if first.tense == "past" and last.tense == "future" and text.startswith(" to ", low):
            continue  # "put off from Monday to Friday"
        both = _AND.fullmatch(text, low, high) is not None
        between = both and text[max(0, first.span.start - 8) : first.span.start].lower() == "between "
        if not between and not _UP_TO.fullmatch(text, low, high) and not (both and _follows(a, b)):
            continue
        if a.weekday is not None and b.weekday is not None:
            pair: tuple[Operator, Operator] | None = _weekdays(
                a, b, first.tense or last.tense, today, running=not both or between
            )
        else:
            running = _RUNS.search(text, max(0, first.span.start - 20), first.span.start)
            pair = _months(a, b, _running(a, b, today) if running else directed(first, a))
            if pair is not None and first.tense == last.tense == "past" and not _is_over(pair, today, last):
                pair = Toward(Direction.BEFORE, a, Toward(Direction.PAST, b)), Toward(Direction.PAST, b)
        if pair is not None:
            ends[i], ends[i + 1] = _with_day(first.operator, pair[0]), _with_day(last.operator, pair[1])
    return ends


def _day_of(operator: Operator) -> CalendarDate | None:
    """The weekday, or the month and day without a year, that a time lies in."""
    while isinstance(operator, (Part, Clock, Portion)):
        operator = operator.of
    if not isinstance(operator, CalendarDate) or operator.year is not None:
        return None
    bare = operator.month is None and operator.day is None
    return operator if (operator.weekday is not None and bare) or operator.month is not None else None


def _with_day(operator: Operator, day: Operator) -> Operator:
    if isinstance(operator, (Part, Clock, Portion)):
        return replace(operator, of=_with_day(operator.of, day))
    return day


def _follows(a: CalendarDate, b: CalendarDate) -> bool:
    """ "Thursday and Friday": one after the other."""
    return a.weekday is not None and b.weekday is not None and (b.weekday - a.weekday) % 7 == 1


def _weekdays(
    a: CalendarDate, b: CalendarDate, tense: str, today: Interval, *, running: bool
) -> tuple[Operator, Operator]:
    """Both ends; what is told as over is over, but a range that `running` names may have begun today."""
    assert a.weekday is not None
    assert b.weekday is not None
    since = (today.start.isoweekday() - a.weekday) % 7
    length = (b.weekday - a.weekday) % 7 or 7
    if tense == "past" and since < length and (since > 0 or not running):
        end = Toward(Direction.PAST, b)
        return Toward(Direction.BEFORE, a, end), end
    start = Toward(Direction.FUTURE if tense == "future" else Direction.PAST, a)
    return start, Toward(Direction.AFTER, b, start)


_RUNS = re.compile(r"\b(?:runs|lasts|extends|stretches)(?: from)?(?: the)? \Z")


def _running(a: CalendarDate, b: CalendarDate, today: Interval) -> Operator:
    """The start of what "runs June 1 to Nov. 30": the one that is running, or else the next."""
    first = Toward(Direction.PAST, a)
    return first if Toward(Direction.AFTER, b, first).on(today).end > today.start else Toward(Direction.FUTURE, a)


def _is_over(pair: tuple[Operator, Operator], today: Interval, last: Expression) -> bool:
    """The range lies behind, or its clause leaves it open that it lies ahead as a whole."""
    start, end = (time.on(today) for time in pair)
    return end.start <= today.start or (start.start > today.start and not last.sure)


def _months(a: CalendarDate, b: CalendarDate, start: Operator) -> tuple[Operator, Operator] | None:
    """The first as its clause tells, the last after it."""
    if a.month is None or b.month is None or (a.day is None) is not (b.day is None) or a.month == b.month:
        return None
    return start, Toward(Direction.AFTER, b, start)
