"""Whether a text tells history: then "in March" is counted from what it tells, not from the day it appeared."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model import Expression, PublicationDate
from timeline.temporal.operators import CalendarDate, Offset, Vague, calendar_date, spoken


def is_narrative(expressions: Iterable[Expression], publication: PublicationDate) -> bool:
    """Most of its dated expressions name years far from the publication, and hardly any counts from that day."""
    far = near = 0
    today = publication.date
    for expression in expressions:
        operator = expression.operator
        written = calendar_date(operator)
        if written is not None and written.year is not None:
            if today is None or abs(written.year - today.year) > 1:
                far += 1
            else:
                near += 1
        elif _is_deictic(expression):
            near += 1
    return far >= 2 and far > 2 * near


def _is_deictic(expression: Expression) -> bool:
    operator = expression.operator
    if isinstance(operator, Offset):
        return not spoken(operator)
    if isinstance(operator, Vague):
        return False
    written = calendar_date(operator)
    return isinstance(written, CalendarDate) and written.weekday is not None and written.month is None


__all__ = ["is_narrative"]
