"""Times counted from a date before our era, which has no interval to count from: "Two years later" after "338 BC"."""

from __future__ import annotations

from dataclasses import replace

from timeline.temporal.calendar import Unit, days_in_month
from timeline.temporal.holidays import HOLIDAYS
from timeline.temporal.operators import (
    CalendarDate,
    CalendarPart,
    Clock,
    Holiday,
    Offset,
    Operator,
    Part,
    Portion,
    Toward,
    Within,
    spoken,
)

_TODAY = Offset(0, Unit.DAY)
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}


def date_of(operator: Operator) -> CalendarDate | None:
    """The date before our era that the operator names, its year if it is a season; None when it names none."""
    while isinstance(operator, Portion | Part | Clock):
        operator = operator.of
    if not isinstance(operator, CalendarDate | CalendarPart) or operator.year is None or operator.year > 0:
        return None
    return operator if isinstance(operator, CalendarDate) else CalendarDate(operator.year)


_WITHIN_YEARS = 100


def of_the_same_era(operator: Operator, told: CalendarDate) -> Operator:
    """A year of three figures without an era, "In 216", as one before our era, when those told of are near."""
    if not isinstance(operator, CalendarDate) or operator.year is None or told.year is None:
        return operator
    year = 1 - operator.year
    return replace(operator, year=year) if abs(year - told.year) <= _WITHIN_YEARS else operator


def counted_from(operator: Operator, told: CalendarDate) -> Operator:
    """The operator with its own year, when it is counted from that date; else as it is."""
    if isinstance(operator, Portion):
        return replace(operator, of=counted_from(operator.of, told))
    if isinstance(operator, Part | Clock):
        day = counted_from(operator.of, told)
        return replace(operator, of=told if day == _TODAY or spoken(day) else day)
    if isinstance(operator, Toward) and isinstance(operator.time, CalendarPart) and operator.of is not None:
        return replace(operator.time, year=(told.year or 0) + (told.month is None))
    if isinstance(operator, Offset) and spoken(operator):
        return _moved(told, int(operator.count), operator.unit) or operator
    if isinstance(operator, Within) and isinstance(operator.time, CalendarDate | CalendarPart):
        within = counted_from(operator.of, told)
        return replace(operator.time, year=within.year) if isinstance(within, CalendarDate) else operator
    if isinstance(operator, Holiday) and operator.year is None and (rule := HOLIDAYS[operator.name]).day:
        return CalendarDate(told.year, rule.month, rule.day)
    if isinstance(operator, CalendarPart) and operator.year is None:
        return replace(operator, year=told.year)
    if isinstance(operator, CalendarDate) and operator.year is None and operator.month is not None:
        return replace(operator, year=told.year)
    return operator


def _moved(told: CalendarDate, count: int, unit: Unit) -> CalendarDate | None:
    """So many units on; None where the date is not precise enough, or a day would leave its month."""
    year = told.year or 0
    if unit in _YEARS:
        return CalendarDate(year + count * _YEARS[unit])
    if unit is Unit.MONTH and told.month is not None:
        years, month = divmod(told.month - 1 + count, 12)
        return CalendarDate(year + years, month + 1)
    if unit is Unit.DAY and told.month is not None and told.day is not None:
        day = told.day + count
        return CalendarDate(year, told.month, day) if 1 <= day <= days_in_month(2001, told.month) else None
    return None
