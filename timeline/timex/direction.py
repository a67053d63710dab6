"""On which side of the publication a time without a year lies."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from timeline.model import Expression
from timeline.temporal.calendar import Unit
from timeline.temporal.interval import Interval
from timeline.temporal.operators import (
    CalendarDate,
    CalendarPart,
    Clock,
    Direction,
    Holiday,
    Nth,
    Offset,
    Operator,
    Part,
    Portion,
    Toward,
    inner,
)


def weekday_of(operator: Operator) -> int | None:
    """The day of the week that is all that it names of its day."""
    while isinstance(operator, (Part, Clock, Portion)):
        operator = operator.of
    named = isinstance(operator, CalendarDate) and operator.day is None and operator.month is None
    return operator.weekday if named and isinstance(operator, CalendarDate) else None


_THIS = re.compile(r"\bthis \w+day\b", re.IGNORECASE)
"""A weekday to come: "this Saturday at 2 p.m."."""

_NEW_WEEK = 5
"""So many days ahead, a weekday of which the text tells as over is that one sooner than the next."""


def side_of(expression: Expression, told: Collection[int | None], today: Interval | None) -> str:
    """The side that its clause speaks for; "was to pass on Friday", read on Saturday, was the day before."""
    weekday = weekday_of(expression.operator)
    if weekday is not None and _THIS.search(expression.text):
        return "past" if expression.tense == "past" else "future"
    if expression.tense != "future" or today is None:
        return expression.tense
    if weekday is not None and weekday in told:
        ahead = (weekday - today.start.isoweekday()) % 7
        return "past" if ahead >= _NEW_WEEK else "future"
    return expression.tense


def is_partial(operator: Operator) -> bool:
    """It rests on a repeating calendar time: a month, a day of a month, a weekday, a season."""
    while (below := inner(operator)) is not None:
        operator = below
    return isinstance(operator, (CalendarDate, CalendarPart, Holiday))


_LEANS = {"past": Direction.RATHER_PAST, "future": Direction.RATHER_FUTURE}

_SURE_OF_DAY = {"past": Direction.SURELY_PAST, "future": Direction.SURELY_FUTURE}

_SURE = {"past": Direction.PAST, "future": Direction.FUTURE}


_REPORTED = {Unit.QUARTER: Direction.AWAITED, Unit.HALF: Direction.RATHER_FUTURE}
"""In the six weeks after its end, what a quarter or a half "will" bring is still that one's: it is not yet reported."""


def directed(
    operator: Operator, tense: str, *, sure: bool = False, narrative: bool = False, earlier: bool = False
) -> Operator:
    """The operator with the direction that its clause gives it; what tells history goes forward, or `earlier` back."""
    if isinstance(operator, (Part, Clock, Portion, Nth)):
        below = directed(operator.of, tense, sure=sure, narrative=narrative)
        return operator if below is operator.of else replace(operator, of=below)
    if narrative and isinstance(operator, Offset) and operator.base is not None and is_partial(operator):
        return replace(operator, base=directed(operator.base, tense, sure=sure, narrative=True))
    if isinstance(operator, CalendarDate | CalendarPart | Holiday) and operator.year is None:
        direction = _direction(operator, tense, sure=sure, narrative=narrative)
        if earlier and direction is Direction.ONWARD:
            of_day = isinstance(operator, CalendarDate) and operator.day is not None
            direction = Direction.SURELY_PAST if of_day else Direction.PAST
        return Toward(direction, operator)
    return operator


def _direction(
    operator: CalendarDate | CalendarPart | Holiday, tense: str, *, sure: bool, narrative: bool
) -> Direction:
    """On which side a time of no year lies; what tells history goes on to the next."""
    if isinstance(operator, CalendarPart):
        if operator.unit in _REPORTED:
            return (_REPORTED[operator.unit] if sure else Direction.NEAREST) if tense == "future" else Direction.PAST
        if narrative and operator.season:
            return Direction.ONWARD
        if narrative:
            return Direction.NEAREST
        return _SURE[tense] if sure else _LEANS.get(tense, Direction.NEAREST)
    if isinstance(operator, CalendarDate) and operator.month is None:
        if operator.weekday and operator.day is None:
            return Direction.FUTURE if narrative or tense == "future" else Direction.PAST
        return _LEANS.get("future" if narrative else tense, Direction.NEAREST)
    if narrative:
        return Direction.ONWARD
    if sure:
        return (_SURE_OF_DAY if isinstance(operator, CalendarDate) and operator.day else _SURE)[tense]
    return _LEANS.get(tense, Direction.NEAREST)
