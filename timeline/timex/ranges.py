"""Ranges and lists of days or months without a year: "from Friday to Monday" ends on the Monday after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.model import Expression
from timeline.temporal.interval import Interval
from timeline.temporal.operators import CalendarDate, Clock, Direction, Operator, Part, Portion, Toward, Within

Directed = Callable[[Expression, CalendarDate], Operator]
"""The day of an expression with the direction that its clause gives it."""

_UP_TO = re.compile(r" ?(?:-|–|—|(?:up )?to|until|till|through|thru) ?(?:the )?", re.IGNORECASE)
_AND = re.compile(r" and (?:on )?", re.IGNORECASE)
_FURTHEST = 16
"""Characters between the two ends, at most."""


def ends_of_ranges(
    expressions: Sequence[Expression], text: str, today: Interval, directed: Directed
) -> Mapping[int, Operator]:
    """The directed operators of the ends of every such range or list, by their place in the row of expressions."""
    ends: dict[int, Operator] = {}
    for i, (first, last) in enumerate(pairwise(expressions)):
        pair = _ends(first, last, text, today, directed)
        if pair is not None:
            ends[i], ends[i + 1] = _with_day(first.operator, pair[0]), _with_day(last.operator, pair[1])
    for row in _lists(expressions, text):
        days = [day for e in row if (day := _day_of(expressions[e].operator)) is not None]
        times = _in_order(days, directed(expressions[row[0]], days[0]), expressions[row[-1]], today)
        for e, time in zip(row, times, strict=True):
            ends[e] = _with_day(expressions[e].operator, time)
    return ends


def _ends(
    first: Expression, last: Expression, text: str, today: Interval, directed: Directed
) -> tuple[Operator, Operator] | None:
    """Both ends of a range of weekdays or of months; None when the two times are none."""
    low, high = first.span.end, last.span.start
    if high - low > _FURTHEST:
        return None
    a, b = _day_of(first.operator), _day_of(last.operator)
    both = _AND.fullmatch(text, low, high) is not None
    between = both and text[max(0, first.span.start - 8) : first.span.start].lower() == "between "
    up_to = _UP_TO.fullmatch(text, low, high)
    if a is not None and (between or up_to) and _is_month_within(last.operator):
        return Toward(Direction.BEFORE, a, last.operator), last.operator
    if a is None or b is None or a == b or (a.weekday is None) is not (b.weekday is None):
        return None
    if first.tense == "past" and last.tense == "future" and text.startswith(" to ", low):
        return None  # "put off from Monday to Friday"
    if not between and not up_to and not (both and _follows(a, b)):
        return None
    if a.weekday is not None and b.weekday is not None:
        return _weekdays(a, b, first.tense or last.tense, today, running=not both or between)
    if up_to and up_to[0] in _DASHES and _is_long(a, b):
        return None  # a dateline and what follows it: "April 13 - Feb. 28 sales were"
    running = _RUNS.search(text, max(0, first.span.start - 20), first.span.start)
    pair = _months(a, b, _running(a, b, today) if running else directed(first, a))
    if pair is not None and first.tense == last.tense == "past" and not _is_over(pair, today, last):
        return Toward(Direction.BEFORE, a, Toward(Direction.PAST, b)), Toward(Direction.PAST, b)
    return pair


_DASHES = (" - ", " – ", " — ")


def _is_long(a: CalendarDate, b: CalendarDate) -> bool:
    """It takes more than half a year from the one to the other."""
    return a.month is not None and b.month is not None and (b.month - a.month) % 12 > 6


def _is_month_within(operator: Operator) -> bool:
    """A month of a year that is counted: the last one in "from January to March this year"."""
    return isinstance(operator, Within) and isinstance(operator.time, CalendarDate) and operator.time.month is not None


def _lists(expressions: Sequence[Expression], text: str) -> Iterator[range]:
    """The rows of three or more days, or months, of one kind, each after the one before: "May, July and March"."""
    start = 0
    for i in range(1, len(expressions) + 1):
        if i < len(expressions) and _is_next_in_list(expressions[i - 1], expressions[i], text):
            continue
        if _LISTED <= i - start <= _LONGEST_LIST and _is_in_order([_day_of(e.operator) for e in expressions[start:i]]):
            yield range(start, i)
        start = i


_LISTED, _LONGEST_LIST = 3, 31
_IN_LIST = re.compile(r",? (?:(?:and|or) )?(?:(?:in|on) )?")


def _is_next_in_list(first: Expression, second: Expression, text: str) -> bool:
    low, high = first.span.end, second.span.start
    if high - low > _FURTHEST or not _IN_LIST.fullmatch(text, low, high):
        return False
    a, b = _day_of(first.operator), _day_of(second.operator)
    return a is not None and b is not None and _kind(a) == _kind(b)


def _kind(day: CalendarDate) -> tuple[bool, bool]:
    return day.weekday is None, day.day is None


def _is_in_order(days: Sequence[CalendarDate | None]) -> bool:
    """Going through the list takes less than one round of the calendar."""
    places = [(d.weekday or 0) if d.month is None else d.month * 32 + (d.day or 0) for d in days if d is not None]
    return sum(a >= b for a, b in pairwise([*places, places[0]])) == 1


def _in_order(days: Sequence[CalendarDate], first: Operator, last: Expression, today: Interval) -> list[Operator]:
    """The days of a list, each the first after the one before; those told as over end before the publication."""
    times = [first]
    for day in days[1:]:
        times.append(Toward(Direction.AFTER, day, times[-1]))
    if last.tense == "past" and times[-1].on(today).start > today.start:
        times = [Toward(Direction.PAST, days[-1])]
        for day in reversed(days[:-1]):
            times.insert(0, Toward(Direction.BEFORE, day, times[0]))
    return times


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
    if a.month is None or b.month is None or (a.month == b.month and (a.day or 32) >= (b.day or 0)):
        return None
    return start, Toward(Direction.AFTER, b, start)
