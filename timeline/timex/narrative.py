"""Whether a text tells history: then "in March" is counted from what it tells, not from the day it appeared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline.model import Expression, PublicationDate
from timeline.temporal.calendar import Unit
from timeline.temporal.operators import (
    CalendarDate,
    CalendarPart,
    Nth,
    Offset,
    Operator,
    Part,
    Portion,
    Within,
    calendar_date,
    inner,
)

_NEARBY_DAYS = 31

_TODAY = Offset(0, Unit.DAY)
""" "In what is today Poland" is no news."""

_LEAD = 400
"""Characters within which news tells what has just happened."""

_DATELINE_WITHIN = 250

_OPENING = 300
"""Characters within which a text says what year it tells of."""

_SENTENCE_OPENS = re.compile(
    r"(?:\A|[.!?:]\s+|\n\s*)(?i:(?:in|on|by|during|throughout|towards?|since|from|for (?:most|much|all) of) )?"
    r"(?:the )?\Z"
)


def is_narrative(text: str, expressions: Sequence[Expression], publication: PublicationDate) -> bool:
    """Most of its dated expressions name years long before the publication, and hardly any counts from that day.

    One such year is enough where the text opens with it ("In 1813 the army …"); a day close by in the lead is enough
    against it ("The actor, born in 1930, died on Monday").
    """
    far = int(_opens_with_year(text, expressions))
    near, told = 0, int(far > 0 and not any(_is_of_these_days(e) for e in expressions))
    of_its_week = False
    for expression in expressions:
        written = _written(expression.operator)
        recent = _nearness(expression, written, publication.date)
        if written is not None and written.year is not None:
            of_its_week = written.weekday is not None and not recent
        elif _is_of_story(expression, written, text, of_its_week=of_its_week, told=told):
            of_its_week = of_its_week or (written is not None and None not in (written.weekday, written.month))
            told += told > 0
            continue
        if recent and expression.span.start < _LEAD and _is_news(expression, written, text):
            return False
        near += recent
        if written is None or written.year is None:
            continue
        if publication.date is None or written.year < publication.date.year - 1:
            far += 1 if written.month is None else 2  # a year alone may be a passing remark
            told += written.month is not None or calendar_date(expression.operator) is None
        elif written.year > publication.date.year:
            near += _OF_NEXT_YEARS
        elif not recent:
            near += 1
    return far >= 2 and far > 2 * near


def _written(operator: Operator) -> CalendarDate | None:
    """The date as written, and the month and year that a week or a season lies in: "the last week of May 1942"."""
    if isinstance(operator, (Nth, Within)):
        outer = _written(operator.of)
        return outer if outer is not None and outer.year is not None else None
    if isinstance(operator, CalendarPart) and operator.season and operator.year is not None:
        return CalendarDate(operator.year)
    if isinstance(operator, (Part, Portion)):
        return _written(operator.of)
    return calendar_date(operator)


_BY_WEEKDAY = 2
"""How much a bare weekday speaks for a report of these days."""

_OF_NEXT_YEARS = 2
"""And a year that has not come: "he stays until 2010"."""

_REPORTED = re.compile(r"\b(?:said|says|told|announced|reported)\b")

_DATELINE = re.compile(r"\s*(?:\(|[-–—_])")


def _is_news(expression: Expression, written: CalendarDate | None, text: str) -> bool:
    """A time close by is a weekday, is counted from today, has its year, or stands in a dateline."""
    if written is None or written.month is None or written.year is not None:
        return True
    return expression.span.start < _DATELINE_WITHIN and _DATELINE.match(text, expression.span.end) is not None


def _opens_with_year(text: str, expressions: Sequence[Expression]) -> bool:
    """Its first date opens a sentence, is a day of a year, or a year and nothing is told as lying ahead."""
    first = next((e for e in expressions if _written(e.operator) is not None), None)
    written = _written(first.operator) if first is not None else None
    if first is None or written is None or written.year is None or first.span.start > _OPENING:
        return False
    if written.day is None and any(e.tense == "future" for e in expressions):
        return False
    return _SENTENCE_OPENS.search(text, max(0, first.span.start - 20), first.span.start) is not None


_OF_THE_STORY = re.compile(r"\b(?:the|that|an?|one) (?:(?:first|following|last|next|same|very) )?\Z", re.IGNORECASE)

_LEADS = 3
"""So many days and months of long ago lead to a weekday among them, even in the opening."""

_OF_EACH_WEEK = re.compile(r" (?:prayers|mass|services?|school|worship|market)\b", re.IGNORECASE)


def _is_of_story(
    expression: Expression, written: CalendarDate | None, text: str, *, of_its_week: bool, told: int
) -> bool:
    """A day without a year that the story itself leads to, and not the publication.

    It is a weekday behind a full date ("on Sunday, 7 December 1941 … all through Monday"), with an article ("the Friday
    after Easter"), of each week ("after Friday prayers"), or far into what tells of months long past; or a day and a
    month told as over, behind such a month.
    """
    if written is None:
        return False
    start = expression.span.start
    if written.month is not None:
        return told > 0 and expression.tense != "future"
    if written.weekday is None or written.day is not None or _OF_THE_STORY.search(text, max(0, start - 16), start):
        return True
    if _OF_EACH_WEEK.match(text, expression.span.end):
        return True
    is_led_to = of_its_week or (expression.tense == "past" and (told >= _LEADS or (told > 0 and start > _LEAD)))
    return is_led_to and not _REPORTED.search(text[max(0, start - 40) : start])


def _nearness(expression: Expression, written: CalendarDate | None, today: date | None) -> int:
    """How much it speaks for a report of these days: a bare weekday more than a date close by."""
    if written is None:
        operator = expression.operator
        return int(isinstance(operator, Offset) and operator != _TODAY and _counts_from_today(operator))
    if written.year is None and written.month is None:
        return _BY_WEEKDAY if written.weekday is not None else 0
    if today is None or written.month is None or written.day is None or written.year not in (None, *_around(today)):
        return 0
    away = abs(
        (date(2000, written.month, min(written.day, 28)) - today.replace(year=2000, day=min(today.day, 28))).days
    )
    if min(away, 366 - away) > _NEARBY_DAYS:
        return 0
    return _BY_WEEKDAY if _is_on_weekday(written, today) else 1


def _is_of_these_days(expression: Expression) -> bool:
    """A weekday, or something counted from the publication."""
    written = _written(expression.operator)
    return (written is None or (written.year is None and written.month is None and written.weekday is not None)) and (
        _nearness(expression, written, None) > 0
    )


def _is_on_weekday(written: CalendarDate, today: date) -> bool:
    """The weekday beside the day is that of the publication's year: "on Thursday, March 24"."""
    if written.weekday is None or written.month is None or written.day is None:
        return False
    try:
        return date(today.year, written.month, written.day).isoweekday() == written.weekday
    except ValueError:
        return False


def _counts_from_today(operator: Operator) -> bool:
    """ "Last week", and not "the week of 16 October" or "a week after Easter"."""
    while (below := inner(operator)) is not None:
        operator = below
    return isinstance(operator, Offset)


def _around(today: date) -> tuple[int, int, int]:
    return today.year - 1, today.year, today.year + 1
