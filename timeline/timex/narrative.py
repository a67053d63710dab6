"""Whether a text tells history: then "in March" is counted from what it tells, not from the day it appeared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timeline.model import Expression, PublicationDate
from timeline.temporal.operators import CalendarDate, Offset, calendar_date, spoken

_NEARBY_DAYS = 31


def is_narrative(expressions: Iterable[Expression], publication: PublicationDate) -> bool:
    """Most of its dated expressions name years long before the publication, and hardly any counts from that day."""
    far = near = 0
    for expression in expressions:
        written = calendar_date(expression.operator)
        if written is not None and written.year is not None:
            if publication.date is None or written.year < publication.date.year - 1:
                far += 1 if written.month is None else 2  # a year alone may be a passing remark
            elif written.year <= publication.date.year + 1:
                near += 1
        elif written is not None:
            near += _nearness(written, publication.date)
        elif isinstance(expression.operator, Offset) and not spoken(expression.operator):
            near += 1
    return far >= 2 and far > 2 * near


def _nearness(written: CalendarDate, today: date | None) -> int:
    """How much a date without a year speaks for a report of these days: a bare weekday more than a date close by."""
    if written.month is None:
        return 2 if written.weekday is not None else 0
    if today is None or written.day is None:
        return 0
    away = abs(
        (date(2000, written.month, min(written.day, 28)) - today.replace(year=2000, day=min(today.day, 28))).days
    )
    return int(min(away, 366 - away) <= _NEARBY_DAYS)
