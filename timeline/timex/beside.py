"""What the times beside a time say of it: the day of a clock, the year of a month, the end of a quarter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from timeline.model import Expression, Span, TimexType
from timeline.temporal.calendar import DAWN, SEASONS, Unit
from timeline.temporal.interval import Granularity, Interval
from timeline.temporal.operators import (
    CalendarDate,
    CalendarPart,
    Clock,
    Duration,
    Offset,
    Operator,
    Part,
    Place,
    Portion,
    Spoken,
    Toward,
    Vague,
    Within,
    is_day,
    spoken,
)
from timeline.timex import before_era
from timeline.timex.context import SENTENCE_END, TOLD_WITHIN, Context, Told, day_told, is_of_clause_between
from timeline.timex.direction import directed
from timeline.timex.ranges import ends_of_ranges
from timeline.timex.tense import tense_at

_FOUR_FIGURES = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")

_AT_AN_HOUR = re.compile(r"\b(?:at|by|until|from|to|about|around|before|after|and) \Z", re.IGNORECASE)


def hours(expressions: tuple[Expression, ...], text: str) -> tuple[Expression, ...]:
    """The expressions, those years that are hours taken so: "by 2000" behind "at 1300 hours"."""
    out: list[Expression] = []
    hour: Expression | None = None
    for expression in expressions:
        figures, start = _FOUR_FIGURES.match(expression.text), expression.span.start
        if figures and isinstance(expression.operator, Clock):
            hour = expression
        elif (
            hour is not None
            and expression.rule == "year"
            and _FOUR_FIGURES.fullmatch(expression.text)
            and start - hour.span.end < TOLD_WITHIN
            and _AT_AN_HOUR.search(text, max(0, start - 8), start)
        ):
            clock = Clock(int(expression.text[:2]), int(expression.text[2:]), _TODAY)
            expression = replace(expression, operator=clock, type=TimexType.TIME, rule="clock-military")
        out.append(expression)
    return tuple(out)


def as_told(i: int, expressions: tuple[Expression, ...], text: str, context: Context) -> Operator:
    """What an expression means beside the other times of the text."""
    expression = expressions[i]
    operator = _on_its_day(i, expressions, text, context)
    if isinstance(operator, Clock) and operator.hour == _MIDNIGHT and operator.of != _TODAY:
        operator = _after_midnight(operator, expression.span, text)
    if expression.rule == "the-weekend" and _is_weekend_ahead(expression.span, text):
        operator = Offset(0, Unit.WEEKEND)
    if expression.rule == "today" and context.narrative:
        operator = Vague("PRESENT_REF")
    if context.narrative and _SHORT_YEAR.search(expression.text):
        operator = _of_its_century(operator, context)
    operator = _quarter_ended(operator, i, expressions, text, known=context.quarter is not None)
    operator = _length_ended(operator, i, expressions, text)
    operator = _year_ago(expression, operator, context, text)
    operator = _year_of_next(operator, i, expressions, text)
    operator = _same_of_year(operator, i, expressions, text, context)
    operator = _year_of_opening(operator, i, expressions, text)
    if context.before_era is not None:
        if expression.rule in _OF_OLD_YEARS:
            operator = before_era.of_the_same_era(operator, context.before_era)
        operator = before_era.counted_from(operator, context.before_era)
    if context.said_again(operator, expression.span, text) and isinstance(operator, Offset):
        operator = replace(operator, count=0)
    return operator


_MIDNIGHT = 24

_AFTER = re.compile(r"\b(?:after|past) \Z", re.IGNORECASE)


def _after_midnight(clock: Clock, span: Span, text: str) -> Clock:
    """The midnight that begins the day named: "shortly after midnight on Sunday"."""
    return replace(clock, hour=0, minute=0) if _AFTER.search(text, max(0, span.start - 6), span.start) else clock


_SHORT_YEAR = re.compile(r"(?<!\d)['’]\d\d\Z")


def _of_its_century(operator: Operator, context: Context) -> Operator:
    """The year of two figures in the century that history has come to: "the 1880s … the autumn of '97"."""
    said, written = context.last(Granularity.DECADE), _written(operator)
    if said is None or written is None or written.year is None:
        return operator
    year = said.interval.start.year // 100 * 100 + written.year % 100
    return _in_year(operator, year if year >= said.interval.start.year else year + 100)


_OF_OLD_YEARS = ("old-year", "month-old-year", "day-old-year")
"""Rules of years without an era."""


def _on_its_day(i: int, expressions: tuple[Expression, ...], text: str, context: Context) -> Operator:
    """A time of the clock, or a part of a day, on the day that its sentence names or the text has told of."""
    expression = expressions[i]
    operator = expression.operator
    part = operator.of if isinstance(operator, Portion) else operator
    if not isinstance(part, Clock | Part) or part.of != _TODAY:
        return operator
    if _OF_TODAY.search(expression.text) and not (context.narrative and expression.rule == "overnight"):
        return operator
    part = _on_day_named(part, i, expressions, text, narrative=context.narrative)
    if part.of == _TODAY:
        context.told = first = _first_hour(i, expressions, text, context)
        if first is not None:
            is_next = _is_earlier(part, expressions[i - 1].operator)
            return replace(part, of=Offset(int(is_next), Unit.DAY, Spoken("told")))
        context.told = day_told(expression.span, context, text)
        if context.told is not None or context.narrative:
            part = _past_noon(part, expression.rule, context) if context.narrative else part
            part = replace(part, of=_same_night(part, expression, context))
    return replace(operator, of=part) if isinstance(operator, Portion) else part


def _first_hour(i: int, expressions: tuple[Expression, ...], text: str, context: Context) -> Told | None:
    """The first end of a range of hours, whose day is that of the last: "from 9 a.m. to 3 p.m."."""
    if i == 0 or not context.times or not isinstance(expressions[i - 1].operator, Clock):
        return None
    first = context.times[-1]
    if first.span != expressions[i - 1].span or not _UP_TO.fullmatch(text, first.span.end, expressions[i].span.start):
        return None
    return first


_OF_TODAY = re.compile(r"\b(?:this|today|tonight|overnight)\b", re.IGNORECASE)
"""Words that name the publication day."""


_OF_EITHER_HALF = ("o-clock", "half-past", "quarter-past", "quarter-to", "minutes-past")
"""Rules of hours that may be before or after noon."""


def _past_noon(clock: Clock | Part, rule: str, context: Context) -> Clock | Part:
    """The hour after noon, when an hour before it or a part of a day is told: "by half past four" after "at eight"."""
    told = context.told.interval if context.told else None
    if rule not in _OF_EITHER_HALF or told is None or not isinstance(clock, Clock) or clock.hour >= _NOON:
        return clock
    if told.granularity is Granularity.PART_OF_DAY:
        later = clock.hour + _NOON
        return replace(clock, hour=later) if told.start.hour <= later < _last_hour(told) else clock
    if told.granularity >= Granularity.DAY or not clock.hour < told.start.hour < _NIGHT_BEGINS:
        return clock
    return replace(clock, hour=clock.hour + _NOON)


_HOURS_OF_PART = {"AF": (12, 18), "EV": (18, 24), "NI": (20, 24)}


def _in_part(clock: Clock, part: Part) -> Clock:
    """The hour after noon that lies in the part of the day beside it: "on the evening of 9 May, at six o'clock"."""
    first, end = _HOURS_OF_PART.get(part.part, (0, 0))
    return replace(clock, hour=clock.hour + _NOON) if first <= clock.hour + _NOON < end else clock


def _last_hour(part: Interval) -> int:
    """The hour at which a part of the day ends, counted from the day's start."""
    return part.start.hour + int(part.length.total_seconds()) // 3600


def _same_night(clock: Clock | Part, expression: Expression, context: Context) -> Operator:
    """The day told of, or the next where a small hour follows a late one."""
    anchor = "told" if context.told else "time"
    told = context.told or (context.times[-1] if context.times else None)
    if told is None or told.interval.granularity >= Granularity.DAY:
        return Offset(0, Unit.DAY, Spoken(anchor))
    begins = _EVENING_BEGINS if context.narrative and _is_forenoon(clock) else _NIGHT_BEGINS
    is_next = (_is_small_hour(clock, expression) or begins == _EVENING_BEGINS) and told.interval.start.hour >= begins
    return Offset(int(is_next), Unit.DAY, Spoken(anchor))


def range_ends(expressions: tuple[Expression, ...], text: str, context: Context) -> Mapping[int, Operator]:
    """The ends of ranges, in what tells of the days around the publication."""
    if context.today is None or context.narrative:
        return {}
    return ends_of_ranges(
        expressions, text, context.today, lambda first, day: directed(day, first.tense, sure=first.sure)
    )


_AHEAD = re.compile(r"(?:ahead of|before|until|through|for|by) \Z")
"""Before "the weekend": the one to come."""


def _is_weekend_ahead(span: Span, text: str) -> bool:
    """ "The weekend" is the one to come: "before the weekend", "will meet at the weekend"."""
    before = _AHEAD.search(text, max(0, span.start - 12), span.start)
    return before is not None or tense_at(text, span.start, span.end) == "future"


_TODAY = Offset(0, Unit.DAY)


def _is_same_hour(other: Expression, text: str) -> bool:
    """A time of the clock in brackets, without a day: the one before it, told in another zone."""
    clock = other.operator
    return isinstance(clock, Clock) and clock.of == _TODAY and text.startswith("(", other.span.start - 1)


def _on_day_named(
    clock: Clock | Part, i: int, expressions: tuple[Expression, ...], text: str, *, narrative: bool
) -> Clock | Part:
    """A time of the clock on the day that its sentence names, the one after it before the one in front."""
    here = expressions[i].span
    ahead = i + 2 if i + 1 < len(expressions) and _is_same_hour(expressions[i + 1], text) else i + 1
    for j in (i - 1, ahead) if _is_beside(i, expressions, text) else (ahead, i - 1):
        if not 0 <= j < len(expressions):
            continue
        other = expressions[j]
        low, high = (here.end, other.span.start) if j > i else (other.span.end, here.start)
        night, day = _is_night(other.operator), other.operator
        if isinstance(day, Part | Clock):
            day = day.of
        if j > i and (text.startswith(("'s", "’s"), other.span.end) or (day is not other.operator and spoken(day))):
            continue  # "in the afternoon … and was sunk at dawn the next day"
        if j > i and _is_of_another(text[low:high], other.operator, here, expressions[i - 1] if i else None, text):
            continue
        if high - low > 80 or not _names_day(day) or SENTENCE_END.search(text, low - 1, high + 1):
            continue
        if _ends_aside(text[low:high], later=j > i) and not _is_hour_of(clock, other.operator):
            continue
        if j < i and is_of_clause_between(text, other.span):
            continue
        if j < i and spoken(day):
            day = Offset(0, Unit.DAY, Spoken())  # "the next morning" has been placed, and is what is spoken of
        day = directed(day, other.tense, narrative=narrative)
        if isinstance(clock, Clock) and isinstance(other.operator, Part) and expressions[i].rule in _OF_EITHER_HALF:
            clock = _in_part(clock, other.operator)
        is_next = j < i and (
            (night and _is_after_night(clock, expressions[i]))
            or (_UP_TO.fullmatch(text, low, high) is not None and _is_earlier(clock, other.operator))
            or (night and _is_forenoon(clock) and text.endswith("by ", low, here.start))
        )
        return replace(clock, of=Offset(1, Unit.DAY, day) if is_next else day)
    return clock


def _is_earlier(last: Operator, first: Operator) -> bool:
    """The last hour of a range is before its first, so on the next day: "from 10 p.m. to 6 a.m."."""
    return isinstance(last, Clock) and isinstance(first, Clock) and last.hour < first.hour


_OTHER_CLAUSE = re.compile(r";|,? (?:but|while|whereas|although)\b")

_JOINED = 14
"""Characters between two times of the clock on one day: "at 9 and again at 11 a.m. Friday"."""


def _is_of_another(between: str, later: Operator, here: Span, before: Expression | None, text: str) -> bool:
    """The later time is of another clause, or another day: "left at 5 p.m. and will be back at 9 a.m. Friday"."""
    is_hour = isinstance(later, Clock | Part)
    if _OTHER_CLAUSE.search(between) or (not is_hour and between.startswith(" and ")):
        return True
    if is_hour and len(_BRACKETED.sub("", between)) > _JOINED:
        return True
    return (
        between.startswith((", and ", "; "))
        and before is not None
        and isinstance(before.operator, Clock)
        and _UP_TO.fullmatch(text, before.span.end, here.start) is not None
    )


def _is_hour_of(clock: Clock | Part, other: Operator) -> bool:
    """Both tell the same hour: "at four in the morning (4 a.m. EDT Thursday)"."""
    return isinstance(clock, Clock) and isinstance(other, Clock) and clock.hour == other.hour


_BRACKETED = re.compile(r"\([^()]*\)")


def _ends_aside(between: str, *, later: bool) -> bool:
    """One of two times stands in brackets that hold only it: "4:12 a.m. (2012 GMT Wednesday)"."""
    between = _BRACKETED.sub("", between)
    return ")" in between or (later and "(" in between)


_EVENING_BEGINS, _NIGHT_BEGINS, _NIGHT_ENDS, _NOON = 18, 20, 6, 12
"""Hours of the clock."""


def _is_night(operator: Operator) -> bool:
    """A night, or a late hour of the clock: "2 a.m." after it is of the next day."""
    if isinstance(operator, Clock):
        return operator.hour >= _NIGHT_BEGINS
    return isinstance(operator, Part) and operator.part == "NI"


def _is_after_night(operator: Clock | Part, expression: Expression) -> bool:
    return operator.part in ("MO", DAWN) if isinstance(operator, Part) else _is_small_hour(operator, expression)


def _is_forenoon(operator: Clock | Part) -> bool:
    return operator.hour <= _NOON if isinstance(operator, Clock) else operator.part in ("MO", DAWN)


def _is_small_hour(operator: Clock | Part, expression: Expression) -> bool:
    """An hour before the morning, its half of the day said: "2 a.m.", "02:56", and not the "2:56" of a fight."""
    said = expression.rule != "clock" or expression.text.startswith("0")
    return said and isinstance(operator, Clock) and operator.hour < _NIGHT_ENDS


_COMMA = re.compile(r", (?:at )?")


def _is_beside(i: int, expressions: tuple[Expression, ...], text: str) -> bool:
    """A day stands in front, behind a comma: "on 27 October, late in the afternoon, she was left, and sank on …"."""
    return i > 0 and _COMMA.fullmatch(text, expressions[i - 1].span.end, expressions[i].span.start) is not None


def _names_day(operator: Operator) -> bool:
    if isinstance(operator, CalendarDate):
        return operator.day is not None or operator.weekday is not None
    if isinstance(operator, Offset):
        return operator.unit is Unit.DAY and (operator.base is not None or operator.count != 0)
    return isinstance(operator, Toward) and _names_day(operator.time)


_ENDED = re.compile(r",? (?:that )?(?:ended|ending) (?:on )?", re.IGNORECASE)


def _quarter_ended(
    operator: Operator, i: int, expressions: tuple[Expression, ...], text: str, *, known: bool
) -> Operator:
    """ "the quarter ended July 31": where most of it lies; "the second quarter ended July 31": of that year."""
    numbered = isinstance(operator, CalendarPart) and operator.unit is Unit.QUARTER and operator.year is None
    if i + 1 >= len(expressions) or not (numbered or (expressions[i].rule == "the-quarter" and not known)):
        return operator
    last = expressions[i + 1]
    if not _ENDED.fullmatch(text, expressions[i].span.end, last.span.start) or not is_day(last.operator):
        return operator
    end = directed(last.operator, "past")
    if isinstance(operator, CalendarPart):
        return Within(operator, Offset(0, Unit.YEAR, end))
    return Offset(0, Unit.QUARTER, Offset(-45, Unit.DAY, end))


def _length_ended(operator: Operator, i: int, expressions: tuple[Expression, ...], text: str) -> Operator:
    """ "The three months ended July 31": those whose last day it is."""
    if not isinstance(operator, Duration) or operator.count is None or i + 1 >= len(expressions):
        return operator
    last = expressions[i + 1]
    if not _ENDED.fullmatch(text, expressions[i].span.end, last.span.start) or not is_day(last.operator):
        return operator
    return replace(operator, place=Place.BEFORE, of=Offset(1, Unit.DAY, directed(last.operator, last.tense)))


_MONTHS_OR_QUARTER = re.compile(
    r"\b(?:(?P<months>(?:six|nine|twelve|[69]|12)[ -]months?|(?:full|fiscal|whole)[ -]year)|quarter|period)\b",
    re.IGNORECASE,
)

_AMOUNT_BEFORE = re.compile(r"(?:million|billion|cents|a share|\d%?),? \Z")

_THAN = re.compile(r"\b(?:against|from|over|than|versus|with) \Z")

_COMPARED = re.compile(r"(?:compared|versus|against|up|down|rose|fell|from|loss|profit|earnings|net|than) ")


def _year_ago(expression: Expression, operator: Operator, context: Context, text: str) -> Operator:
    """ "a year ago" beside quarterly figures: the same quarter of the year before; "last year" only in a comparison."""
    if expression.rule == "last-fiscal-year":
        return operator
    if expression.rule == "year-ago-quarter" and "period" in expression.text:
        return _period_year_ago(operator, expression.span, context, text)
    if expression.rule == "year-period" and isinstance(operator, CalendarDate) and context.quarter is not None:
        number = (context.quarter.interval.start.month + 2) // 3
        return CalendarPart(Unit.QUARTER, number, "", operator.year) if context.reports_quarter else operator
    if not isinstance(operator, Offset) or operator.count != -1 or operator.unit is not Unit.YEAR:
        return operator
    start = expression.span.start
    before = text[max(0, start - 90) : start]
    amount = _AMOUNT_BEFORE.search(before) is not None
    if context.reports_quarter:
        if expression.rule != "last-unit" and _tells_of_months(text, start):
            return Offset(-1, Unit.YEAR)
        if expression.rule != "last-unit" or (amount and _COMPARED.search(before)):
            return Offset(-4, Unit.QUARTER, Spoken("quarter"))
    elif expression.rule != "last-unit" and _THAN.search(before) and context.month_of_sentence(expression.span, text):
        return Offset(-12, Unit.MONTH, Spoken())
    elif amount and expression.rule == "earlier":
        return Offset(-1, Unit.YEAR)
    return operator


def _period_year_ago(quarter: Operator, span: Span, context: Context, text: str) -> Operator:
    """ "The same period last year": that of the months, or of the month, that the sentence tells of."""
    if _tells_of_months(text, span.start):
        return Offset(-1, Unit.YEAR)
    if not context.month_of_sentence(span, text):
        return quarter
    ends = context.times[-2:]
    if len(ends) == 2 and _UP_TO.fullmatch(text, ends[0].span.end, ends[1].span.start):
        return Offset(-1, Unit.YEAR)
    return Offset(-12, Unit.MONTH, Spoken())


def _tells_of_months(text: str, start: int) -> bool:
    """The figures beside are those of nine months or of a year, not of a quarter."""
    last = None
    for found in _MONTHS_OR_QUARTER.finditer(text, max(0, start - 160), start):
        last = found
    return last is not None and last.lastgroup == "months"


_OTHER_STYLE = re.compile(r"\s*[(\[](?:(?:[ON]\.?\s?S\.?|(?:[Oo]ld|[Nn]ew) [Ss]tyle)[:,]?\s*)?")

_STYLES_END = re.compile(r"[)\]],?\s*")


def _year_after_styles(i: int, expressions: tuple[Expression, ...], text: str) -> int | None:
    """The year behind a day in two calendars, "25 October (7 November) 1917", for the first day or the second."""
    for last in (i, i + 1):
        first = last - 1
        if first < 0 or last + 1 >= len(expressions):
            continue
        days, year = expressions[first : last + 1], expressions[last + 1]
        written = year.operator
        if (
            all(isinstance(day := _written(e.operator), CalendarDate) and day.day for e in days)
            and isinstance(written, CalendarDate)
            and written.month is None
            and _OTHER_STYLE.fullmatch(text, days[0].span.end, days[1].span.start)
            and _STYLES_END.fullmatch(text, days[1].span.end, year.span.start)
        ):
            return written.year
    return None


_UP_TO = re.compile(r"\s*(?:-|–|—|to|and|or|until|till|through)\s*(?:the )?")


_YEAR_OPENS = re.compile(r"(?:\A|[.!?]['\"’”]*\s+|\n\s*)(?:In|During)(?: the(?: year)?)? \Z")

_OPENS = re.compile(r"(?:\A|[.!?]['\"’”]*\s+|\n\s*)\Z")


def _year_of_opening(operator: Operator, i: int, expressions: tuple[Expression, ...], text: str) -> Operator:
    """The date in the year that its sentence opens with: "In 1976 the pound slid, and in September …", "Last year"."""
    if not isinstance(operator, CalendarDate) or operator.year is not None or operator.month is None:
        return operator
    here = expressions[i]
    if here.tense == "future" and not text.endswith("until ", 0, here.span.start):
        return operator
    for other in reversed(expressions[max(0, i - _NEAR_IN_SENTENCE) : i]):
        if SENTENCE_END.search(text, other.span.end, here.span.start + 1):
            return operator
        if other.rule == "year" and isinstance(other.operator, CalendarDate):
            opens = _YEAR_OPENS.search(text, max(0, other.span.start - 16), other.span.start)
            return replace(operator, year=other.operator.year) if opens else operator
        if other.text.lower() == "last year":
            opens = _OPENS.search(text, max(0, other.span.start - 8), other.span.start)
            beside = other.span.end + 1 == here.span.start
            return Within(operator, other.operator) if opens or beside else operator
        written = other.operator
        if not isinstance(written, Duration) and not (isinstance(written, CalendarDate) and written.month is not None):
            return operator
    return operator


_NEAR_IN_SENTENCE = 4
"""Times in front of a date that may stand between it and the year that opens the sentence."""


def _year_of_next(operator: Operator, i: int, expressions: tuple[Expression, ...], text: str) -> Operator:
    """The date with the year of the other end of its range: "between early March and May 1942"."""
    first = _written(operator)
    if first is None or first.year is not None or _month_of(first) == 0:
        return operator
    if i + 1 >= len(expressions):
        return operator
    year = _year_after_styles(i, expressions, text) or _year_behind(i, expressions, text)
    if year is not None:
        return _in_year(operator, year)
    other = expressions[i + 1]
    last = _written(other.operator)
    if last is None or last.year is None or last.year < 1 or _month_of(last) == 0:
        return operator
    gap = expressions[i].span.end, other.span.start
    if gap[1] - gap[0] > 12 or not _UP_TO.fullmatch(text, *gap):
        return operator
    return _in_year(operator, last.year - (_month_of(first) > _month_of(last)))


_A_YEAR = {Unit.MONTH: 12, Unit.QUARTER: 4, Unit.WEEK: 52}
"""How many of a unit there are."""

_IN = re.compile(r" (?:in|of) ")


def _same_of_year(
    operator: Operator, i: int, expressions: tuple[Expression, ...], text: str, context: Context
) -> Operator:
    """ "The same month in 1986": the month just told of, in that year."""
    if not isinstance(operator, Offset) or expressions[i].rule != "that-unit" or operator.unit not in _A_YEAR:
        return operator
    year = _year_behind(i, expressions, text)
    told = context.quarter if operator.unit is Unit.QUARTER else context.last(Granularity.MONTH)
    if told is None or year is None or not expressions[i].text.lower().startswith("the same"):
        return operator
    count = (year - told.interval.start.year) * _A_YEAR[operator.unit]
    return Offset(count, operator.unit, Spoken("quarter") if told is context.quarter else operator.base)


def _year_behind(i: int, expressions: tuple[Expression, ...], text: str) -> int | None:
    """The bare year that the words right behind an expression name: "December in 1999"."""
    if i + 1 >= len(expressions) or not _IN.fullmatch(text, expressions[i].span.end, expressions[i + 1].span.start):
        return None
    year = expressions[i + 1].operator
    return year.year if expressions[i + 1].rule == "year" and isinstance(year, CalendarDate) else None


def _written(operator: Operator) -> CalendarDate | CalendarPart | None:
    """The month, day or season inside an operator ("March" in "early March"), None when there is none."""
    while isinstance(operator, (Part, Clock, Portion)):
        operator = operator.of
    return operator if isinstance(operator, (CalendarDate, CalendarPart)) else None


def _month_of(written: CalendarDate | CalendarPart) -> int:
    """Where in its year it begins, as a month; 0 when that is not said."""
    return written.month or 0 if isinstance(written, CalendarDate) else SEASONS.get(written.season, 0)


def _in_year(operator: Operator, year: int) -> Operator:
    if isinstance(operator, (Part, Clock, Portion)):
        return replace(operator, of=_in_year(operator.of, year))
    assert isinstance(operator, (CalendarDate, CalendarPart))
    return replace(operator, year=year)
