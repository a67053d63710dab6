"""Weekdays beside days of the Julian calendar: on the Monday after "Sunday, 2 September 1666" it was the 3rd.

Days are never moved between calendars: they stay as the text writes them, and its weekdays are counted from them.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.temporal.interval import Interval
from timeline.temporal.operators import CalendarDate, Clock, Operator, Part, Portion, calendar_date

_LAST_YEAR = 1923
"""When the last country gave the Julian calendar up."""


def days_behind(operator: Operator, day: Interval) -> int | None:
    """By how many weekdays the text's calendar is behind, by a dated weekday; None when it does not tell."""
    written = calendar_date(operator)
    if written is None or None in (written.weekday, written.day, written.month) or day.start.year > _LAST_YEAR:
        return None
    ours = day.start.isoweekday()
    if written.weekday == ours:
        return 0
    return (ours - _weekday(day)) % 7 if written.weekday == _weekday(day) else None


def _weekday(day: Interval) -> int:
    """ISO weekday of a day as the Julian calendar writes it, by its Julian day number."""
    first = day.start
    before = (14 - first.month) // 12
    year, month = first.year + 4800 - before, first.month + 12 * before - 3
    return (first.day + (153 * month + 2) // 5 + 365 * year + year // 4 - 32083) % 7 + 1


def in_old_style(operator: Operator, behind: int) -> Operator:
    """The operator with its bare weekday named as the calendar in use names that day."""
    if isinstance(operator, (Part, Clock, Portion)):
        return replace(operator, of=in_old_style(operator.of, behind))
    if isinstance(operator, CalendarDate) and operator.weekday is not None and operator.month is None:
        return replace(operator, weekday=(operator.weekday - 1 + behind) % 7 + 1)
    return operator
