"""When an expression is: the anchor it is counted from, the direction, the interval and the TIMEX3 value."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.model import Article, Expression, PublicationDate, Span, Timex, TimexType
from timeline.temporal import timex3
from timeline.temporal.calendar import DAWN, SEASONS, Unit, day_of, unit_holding
from timeline.temporal.interval import Granularity, Interval, hull
from timeline.temporal.operators import (
    CalendarDate,
    CalendarPart,
    Clock,
    Direction,
    Duration,
    Holiday,
    Nth,
    Offset,
    Operator,
    Part,
    Place,
    Portion,
    Repeated,
    Spoken,
    Toward,
    Vague,
    Within,
    calendar_date,
    inner,
    is_day,
    spoken,
)
from timeline.timex import before_era
from timeline.timex.narrative import is_narrative
from timeline.timex.order import DateOrder, date_order, swapped
from timeline.timex.ranges import ends_of_ranges
from timeline.timex.tense import tense_at

_MINUTE = timedelta(minutes=1)
_ANY_DAY = day_of(date(2000, 1, 1))
"""Stands in for the publication day where it does not matter."""


_OVERVIEW = 4
_OVERVIEW_LASTS = timedelta(days=550)
"""How many times, and how long at most, a sentence may tell of that says from when to when it all lasted."""

_REPORTED_WITHIN_DAYS = 400
"""How long ago a quarter may have begun to be the one that a report is about."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A time that the text has spoken of."""

    id: str
    interval: Interval
    span: Span
    dated: bool = False
    """Its month and year are written."""


class _Context:
    """What the text has said so far, one article at a time."""

    def __init__(self, publication: PublicationDate, *, narrative: bool) -> None:
        self.today = day_of(publication.date) if publication.date is not None else None
        self.bounds = publication.interval if publication.date is None else None
        self.narrative = narrative
        self.times: list[_Spoken] = []
        self.told: _Spoken | None = None
        self.before_era: CalendarDate | None = None
        self.quarter: _Spoken | None = None
        self.reports_quarter = False
        self.ahead: _Spoken | None = None
        """The first date of history, for what stands in front of it."""

    def note(self, timex: Timex, operator: Operator) -> None:
        """Remember a time for the expressions that point back to it."""
        interval = timex.interval
        if interval is None or timex.vague:
            self.before_era = before_era.date_of(operator) or self.before_era
            return
        if timex.type in (TimexType.DURATION, TimexType.SET):
            return
        self.before_era = None
        if timex.value.endswith("T24:00"):  # the end of its day, and what follows is counted from that day
            interval = Interval(interval.start - _MINUTE, interval.start, interval.granularity, interval.zone)
        written = calendar_date(operator)
        said = _Spoken(
            timex.id, interval, timex.span, written is not None and None not in (written.year, written.month)
        )
        if interval.granularity is Granularity.QUARTER:
            self._note_quarter(said, operator)
            return
        self.times.append(said)

    def note_day(self, operator: Offset) -> None:
        """The day within the week just told of, "a week later", that is counted on from: "Five days after that"."""
        if operator.unit is not Unit.WEEK or not isinstance(operator.base, Spoken) or len(self.times) < 2:
            return
        before, week = self.times[-2:]
        if before.interval.granularity <= Granularity.DAY:
            day = Offset(7 * operator.count, Unit.DAY).on(before.interval)
            if week.interval.start <= day.start < week.interval.end:
                self.times[-1] = replace(week, interval=day_of(day.first_day))

    def _note_quarter(self, said: _Spoken, operator: Operator) -> None:
        """The quarter reported on: the latest that is over, else the one that runs; not those ahead or long ago."""
        if self.today is None or (isinstance(operator, Offset) and spoken(operator)):
            return
        start, now = said.interval.start, self.today.start
        if start > now or (now - start).days > _REPORTED_WITHIN_DAYS:
            return
        self.reports_quarter = True
        held = self.quarter
        if held is None or (said.interval.end <= now and (held.interval.end > now or start > held.interval.start)):
            self.quarter = said

    def return_from_asides(self, expression: Expression, text: str) -> None:
        """Leave what "had happened" before, and years in passing, for where the narrative stood.

        What counts on from a time just told, "two years later", does so from the next sentence on.
        """
        span = expression.span
        if not self.narrative or _FURTHER_BACK.search(text, span.start, span.end):
            return
        is_aside = _is_aside(span, text)
        points_at_last = _points_at_last(expression, text)
        while len(self.times) > 1 and not (points_at_last and not self._is_ahead(text)):
            said = self.times[-1]
            is_over, was_aside = _is_over(text, said.span, span), _is_aside(said.span, text)
            if was_aside and (is_aside or self._is_first_day()):
                return
            in_passing = self._is_in_passing(text) and (is_over or not spoken(expression.operator))
            if not (in_passing or (was_aside and is_over)):
                return
            self.times.pop()

    def _is_first_day(self) -> bool:
        """The last time is the first that is more than a year: the story begins with it."""
        return self.times[-1].dated and all(t.interval.granularity >= Granularity.YEAR for t in self.times[-12:-1])

    def _is_ahead(self, text: str) -> bool:
        """The last time is a year in passing that lies ahead."""
        story = self._story()
        return story is not None and self.times[-1].interval.start > story.interval.start and self._is_in_passing(text)

    def _story(self) -> _Spoken | None:
        """The month or day that the story has come to."""
        return next((t for t in reversed(self.times[-12:-1]) if t.interval.granularity < Granularity.YEAR), None)

    def _is_in_passing(self, text: str) -> bool:
        """The last time is a year that the paragraph does not come to.

        It lies before the month or day that the story has come to, and opens no sentence ("under the treaty of
        1839"), or lies ahead, behind "would" or "until".
        """
        said = self.times[-1]
        if said.interval.granularity < Granularity.YEAR:
            return False
        story = self._story()
        if story is None or said.interval.start.year == story.interval.start.year:
            return False
        if _YEAR_OPENS.search(text, max(0, said.span.start - 40), said.span.start):
            return False
        before = text[max(0, said.span.start - _CLAUSE) : said.span.start]
        if said.interval.start > story.interval.start:
            return _FLASH_FORWARD.search(before) is not None
        if said.span.start - story.span.end > _TOLD_WITHIN * 5:
            return False
        return not _PARAGRAPH.search(text, story.span.end, said.span.start) or _OF_THAT_YEAR.search(before) is not None

    def opening(self, said: _Spoken, span: Span, text: str) -> _Spoken | None:
        """The first of two dates, when an earlier sentence said from when to when all that follows lasted."""
        if len(self.times) < 2 or self.times[-1] is not said or not said.dated:
            return None
        first = next((t for t in reversed(self.times[-_OVERVIEW:-1]) if t.dated), None)
        if first is None or not timedelta() < said.interval.start - first.interval.end < _OVERVIEW_LASTS:
            return None
        if _SENTENCE_END.search(text, first.span.end, said.span.start + 1):
            return None
        return first if _SENTENCE_END.search(text, said.span.end, span.start + 1) else None

    def said_again(self, operator: Operator, span: Span, text: str) -> _Spoken | None:
        """In history, the last time where the words behind a comma come to it, too: "found in 1985, 73 years later".

        They are counted from the time before it, and may be a unit beside.
        """
        if (
            not self.narrative
            or len(self.times) < 2
            or not _AGAIN_AFTER.fullmatch(text, self.times[-1].span.end, span.start)
        ):
            return None
        if not isinstance(operator, Offset) or not isinstance(operator.base, Spoken) or operator.unit not in _AGAIN:
            return None
        before, last = self.times[-2:]
        try:
            near = [replace(operator, count=operator.count + slip).on(before.interval) for slip in (-1, 0, 1)]
        except (ValueError, OverflowError):
            return None
        return last if any(time.start <= last.interval.start < time.end for time in near) else None

    def month_of_sentence(self, span: Span, text: str) -> bool:
        """The sentence has told of a month last: "rose in December from a year earlier"."""
        if not self.times or self.times[-1].interval.granularity is not Granularity.MONTH:
            return False
        return _SENTENCE_END.search(text, self.times[-1].span.end, span.start + 1) is None

    def last(self, finest: Granularity) -> _Spoken | None:
        """The latest time spoken of that is at least as precise."""
        return next((t for t in reversed(self.times[-12:]) if t.interval.granularity <= finest), None)


def resolve(article: Article, expressions: tuple[Expression, ...], publication: PublicationDate) -> tuple[Timex, ...]:
    """Each expression with its value, its interval, and what it was counted from; in the same order."""
    expressions = _hours(expressions, article.text)
    context = _Context(publication, narrative=is_narrative(article.text, expressions, publication))
    order: DateOrder | None = None
    told = {_weekday(e.operator) for e in expressions if e.tense == "past"}
    ends = _ends(expressions, article.text, context)
    if context.narrative:
        context.ahead = _first_date(expressions)
    out: list[Timex] = []
    for i, expression in enumerate(expressions):
        operator, reason = expression.operator, ""
        context.return_from_asides(expression, article.text)
        if expression.rule == "the-weekend" and _is_weekend_ahead(expression.span, article.text):
            operator = Offset(0, Unit.WEEKEND)
        part = operator.of if isinstance(operator, Portion) else operator
        if isinstance(part, Clock | Part) and part.of == _TODAY and expression.rule not in _OF_TODAY:
            part = _on_its_day(part, i, expressions, article.text, narrative=context.narrative)
            if part.of == _TODAY:
                context.told = _day_told(expression.span, context, article.text)
                if context.told is not None or context.narrative:
                    part = _past_noon(part, expression.rule, context) if context.narrative else part
                    part = replace(part, of=_same_night(part, "told" if context.told else "time", context))
            operator = replace(operator, of=part) if isinstance(operator, Portion) else part
        if expression.rule == "today" and context.narrative:
            operator = Vague("PRESENT_REF")
        if expression.rule == "numeric-date":
            order = order or date_order(article, expressions)
            operator, reason = swapped(expression, order)
        operator = _quarter_ended(operator, i, expressions, article.text, known=context.quarter is not None)
        operator = _length_ended(operator, i, expressions, article.text)
        operator = _year_ago(expression, operator, context, article.text)
        operator = _year_of_next(operator, i, expressions, article.text)
        operator = _year_of_opening(operator, i, expressions, article.text)
        if context.before_era is not None:
            if expression.rule in _OF_OLD_YEARS:
                operator = before_era.of_the_same_era(operator, context.before_era)
            operator = before_era.counted_from(operator, context.before_era)
        if operator is expression.operator and i in ends:
            operator = ends[i]
        if context.said_again(operator, expression.span, article.text) and isinstance(operator, Offset):
            operator = replace(operator, count=0)
        tense = _tense(expression, told, context.today)
        is_earlier = context.narrative and _looks_back(expression.span, context, article.text)
        operator = directed(operator, tense, sure=expression.sure, narrative=context.narrative)
        if is_earlier and isinstance(operator, Toward) and operator.direction is Direction.ONWARD:
            of_day = isinstance(operator.time, CalendarDate) and operator.time.day is not None
            operator = replace(operator, direction=Direction.SURELY_PAST if of_day else Direction.PAST)
        timex = _placed(expression, operator, context, article.text, reason)
        if not (_is_bracketed(expression, article.text) or (context.narrative and _is_since(expression, article.text))):
            context.note(timex, operator)
            if context.narrative and isinstance(operator, Offset):
                context.note_day(operator)
        out.append(timex)
    return tuple(out)


_FOUR_FIGURES = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_AGAIN_AFTER = re.compile(", ")
_AGAIN = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
_AT_AN_HOUR = re.compile(r"\b(?:at|by|until|from|to|about|around|before|after|and) \Z", re.IGNORECASE)


def _hours(expressions: tuple[Expression, ...], text: str) -> tuple[Expression, ...]:
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
            and start - hour.span.end < _TOLD_WITHIN
            and _AT_AN_HOUR.search(text, max(0, start - 8), start)
        ):
            clock = Clock(int(expression.text[:2]), int(expression.text[2:]), _TODAY)
            expression = replace(expression, operator=clock, type=TimexType.TIME, rule="clock-military")
        out.append(expression)
    return tuple(out)


def _first_date(expressions: tuple[Expression, ...]) -> _Spoken | None:
    for expression in expressions:
        written = calendar_date(expression.operator)
        if written is not None and written.year is not None and written.year > 0:
            try:
                return _Spoken(expression.id, written.in_year(written.year), expression.span)
            except ValueError:  # a day that this month does not have
                continue
    return None


_OF_EITHER_HALF = ("o-clock", "half-past", "quarter-past", "quarter-to")
"""Rules of hours that may be before or after noon."""


def _past_noon(clock: Clock | Part, rule: str, context: _Context) -> Clock | Part:
    """The hour after noon when an hour before it is told already: "by half past four" after "at eight o'clock"."""
    told = context.told.interval if context.told else None
    if rule not in _OF_EITHER_HALF or told is None or not isinstance(clock, Clock) or clock.hour >= _NOON:
        return clock
    if told.granularity >= Granularity.DAY or not clock.hour < told.start.hour < _NIGHT_BEGINS:
        return clock
    return replace(clock, hour=clock.hour + _NOON)


def _same_night(clock: Clock | Part, anchor: str, context: _Context) -> Operator:
    """The day told of, or the next where a small hour follows a late one."""
    told = context.told or (context.times[-1] if context.times else None)
    if told is None or told.interval.granularity >= Granularity.DAY:
        return Offset(0, Unit.DAY, Spoken(anchor))
    begins = _EVENING_BEGINS if context.narrative and _is_forenoon(clock) else _NIGHT_BEGINS
    is_next = (_is_small_hour(clock) or begins == _EVENING_BEGINS) and told.interval.start.hour >= begins
    return Offset(int(is_next), Unit.DAY, Spoken(anchor))


def _ends(expressions: tuple[Expression, ...], text: str, context: _Context) -> Mapping[int, Operator]:
    """The ends of ranges, in what tells of the days around the publication."""
    if context.today is None or context.narrative:
        return {}
    return ends_of_ranges(
        expressions, text, context.today, lambda first, day: directed(day, first.tense, sure=first.sure)
    )


def _weekday(operator: Operator) -> int | None:
    """The day of the week that is all that it names of its day."""
    while isinstance(operator, (Part, Clock, Portion)):
        operator = operator.of
    named = isinstance(operator, CalendarDate) and operator.day is None and operator.month is None
    return operator.weekday if named and isinstance(operator, CalendarDate) else None


_NEW_WEEK = 5
"""So many days ahead, a weekday of which the text tells as over is that one sooner than the next."""


def _tense(expression: Expression, told: Collection[int | None], today: Interval | None) -> str:
    """The side that its clause speaks for; "was to pass on Friday", read on Saturday, was the day before."""
    if expression.rule == "this-weekday":
        return "past" if expression.tense == "past" else "future"
    weekday = _weekday(expression.operator) if expression.tense == "future" and today is not None else None
    if weekday is not None and today is not None and weekday in told:
        ahead = (weekday - today.start.isoweekday()) % 7
        return "past" if ahead >= _NEW_WEEK else "future"
    return expression.tense


_IN_BRACKETS = re.compile(r"\([^()]{0,40}\Z")
_BRACKET_ENDS = re.compile(r"[^()]{0,40}\)")


def _is_bracketed(expression: Expression, text: str) -> bool:
    """A year in brackets, "the war (1950-53)", "Reed (1880-1964)", which the story does not come to."""
    if expression.rule not in ("year", "years-range"):
        return False
    start, end = expression.span.start, expression.span.end
    return (
        _IN_BRACKETS.search(text, max(0, start - 41), start) is not None and _BRACKET_ENDS.match(text, end) is not None
    )


_SINCE = re.compile(r"\b(?:has|have|is|are)\b[^.;:\n]{0,80}\bsince (?:the )?\Z")


def _is_since(expression: Expression, text: str) -> bool:
    """What holds to this day, "has been kept since 1880", is where the story does not come to."""
    start = expression.span.start
    return _SINCE.search(text, max(0, start - 120), start) is not None


_THAT = re.compile(r"that\s", re.IGNORECASE)


def _points_at_last(expression: Expression, text: str) -> bool:
    """It points at what was told last: "It had begun in 1924 and was finished in 1926. That September …"."""
    start = expression.span.start
    return any(_THAT.match(text, at) is not None for at in (start, max(0, start - len("that "))))


_OF_OLD_YEARS = ("old-year", "month-old-year", "day-old-year")
"""Rules of years without an era."""

_AHEAD = re.compile(r"(?:ahead of|before|until|for|by) \Z")
"""Before "the weekend": the one to come."""


def _is_weekend_ahead(span: Span, text: str) -> bool:
    before = _AHEAD.search(text, max(0, span.start - 12), span.start)
    return before is not None or tense_at(text, span.start, span.end) == "future"


_TODAY = Offset(0, Unit.DAY)
_OF_TODAY = ("this-part", "tonight", "overnight")
"""Rules whose words name the publication day."""

_CLAUSE = 160
_HAD = r"\bhad (?!to\b|an?\b|the\b|no\b|\d)"
_HAD_BEFORE = re.compile(rf"{_HAD}[^.;:\n]*\Z")
_FURTHER_BACK = re.compile(r"\b(?:before|earlier|previous)", re.IGNORECASE)
_BY = re.compile(r"\bby (?:the )?\Z", re.IGNORECASE)
_GOES_BACK_ON = re.compile(
    r", (?:was|were|went|came|took|began|fell|gave|wrote|drove|rode|saw|did|broke|flew|rose|left) "
)
"""The main clause behind one in the pluperfect: "the prince, whose father had fled in 1870, was killed on …"."""
_HAD_AFTER = re.compile(rf"[^.,;:\n]{{0,60}}{_HAD}")


def _is_aside(span: Span, text: str) -> bool:
    """A time in the pluperfect: of what happened before the time that the narrative has come to."""
    if _BY.search(text, max(0, span.start - 7), span.start):
        return False  # "by 12 June the beaches had been joined": the narrative has come to it
    before = _HAD_BEFORE.search(text, max(0, span.start - _CLAUSE), span.start)
    return (before is not None and not _GOES_BACK_ON.search(before[0])) or _HAD_AFTER.match(text, span.end) is not None


_YEAR_OPENS = re.compile(
    r"(?:\A|[.!?:]['\"’”]?\s+|\n\s*)(?:(?i:in|by|during|throughout|from|until|after|before|early|late|then|and|but|the"
    r"|spring|summer|autumn|fall|winter|start|middle|end|of|since|again|already|finally),? ){0,7}\Z"
)
_FLASH_FORWARD = re.compile(
    r"\b(?:(?:where|who|whose) [^.,;:\n]*|would(?: not| never)? [a-z][^.;:\n]*"
    r"|(?:until|till) (?:the )?(?:early |late |end of )?)\Z"
)
_OF_THAT_YEAR = re.compile(r"[a-z] (?:of|from|since) (?:the )?\Z")


_SENTENCE = 1000
"""Characters within which a sentence ends, whatever it holds."""


def _is_over(text: str, said: Span, here: Span) -> bool:
    """The sentence of the time said has ended before this one, or its clause."""
    if here.start - said.end > _SENTENCE:
        return True
    return ";" in text[said.end : here.start] or _SENTENCE_END.search(text, said.end, here.start + 1) is not None


def _looks_back(span: Span, context: _Context, text: str) -> bool:
    """A time in the pluperfect behind what is told on: "had left in October" in a story that has come to May."""
    if not context.times or not _is_aside(span, text):
        return False
    said = context.times[-1].span
    if _BY.search(text, max(0, said.start - 7), said.start) and not _is_over(text, said, span):
        return False  # "by January it had come to Lund, and in the spring to Oslo"
    return not _is_aside(said, text)


_SENTENCE_END = re.compile(r"[.!?]['\"’”]*\s+[A-Z\"“`]|\n\s*\n")


def _is_same_hour(other: Expression, text: str) -> bool:
    """A time of the clock in brackets, without a day: the one before it, told in another zone."""
    clock = other.operator
    return isinstance(clock, Clock) and clock.of == _TODAY and text.startswith("(", other.span.start - 1)


def _on_its_day(
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
        if high - low > 80 or not _names_day(day) or _SENTENCE_END.search(text, low - 1, high + 1):
            continue
        if j < i and spoken(day):
            day = Offset(0, Unit.DAY, Spoken())  # "the next morning" has been placed, and is what is spoken of
        day = directed(day, other.tense, narrative=narrative)
        return replace(clock, of=Offset(1, Unit.DAY, day) if j < i and night and _is_after_night(clock) else day)
    return clock


_EVENING_BEGINS, _NIGHT_BEGINS, _NIGHT_ENDS, _NOON = 18, 20, 6, 12
"""Hours of the clock."""


def _is_night(operator: Operator) -> bool:
    """A night, or a late hour of the clock: "2 a.m." after it is of the next day."""
    if isinstance(operator, Clock):
        return operator.hour >= _NIGHT_BEGINS
    return isinstance(operator, Part) and operator.part == "NI"


def _is_after_night(operator: Clock | Part) -> bool:
    return operator.part in ("MO", DAWN) if isinstance(operator, Part) else _is_small_hour(operator)


def _is_forenoon(operator: Clock | Part) -> bool:
    return operator.hour <= _NOON if isinstance(operator, Clock) else operator.part in ("MO", DAWN)


def _is_small_hour(operator: Clock | Part) -> bool:
    return isinstance(operator, Clock) and operator.hour < _NIGHT_ENDS


_COMMA = re.compile(r", (?:at )?")


def _is_beside(i: int, expressions: tuple[Expression, ...], text: str) -> bool:
    """A day stands in front, behind a comma: "on 27 October, late in the afternoon, she was left, and sank on …"."""
    return i > 0 and _COMMA.fullmatch(text, expressions[i - 1].span.end, expressions[i].span.start) is not None


_TOLD_WITHIN = 400
"""Characters, a few sentences, within which a time of the clock belongs to the day told of before it."""

_PARAGRAPH = re.compile(r"\n\s*\n")
_REPORTED_ON = re.compile(
    r"\b(?:said|says|told (?:[\w.]+ ){1,3}|announced|reported|added)(?: (?:on|late|early))* ?\Z", re.IGNORECASE
)


def _day_told(here: Span, context: _Context, text: str) -> _Spoken | None:
    """The day that the paragraph told of just before, on the side of the publication that the clause speaks of.

    A day on which somebody said something is no day of what is told.
    """
    said = next((t for t in reversed(context.times[-12:]) if _is_told(t, text)), None)
    if said is None or here.start - said.span.end > _TOLD_WITHIN or _PARAGRAPH.search(text, said.span.end, here.start):
        return None
    if context.today is None:
        return said
    ahead = tense_at(text, here.start, here.end) == "future"
    fits = said.interval.end > context.today.start if ahead else said.interval.start < context.today.end
    return said if fits else None


def _is_told(time: _Spoken, text: str) -> bool:
    return time.interval.granularity <= Granularity.DAY and not _REPORTED_ON.search(
        text[max(0, time.span.start - 40) : time.span.start]
    )


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


def _year_ago(expression: Expression, operator: Operator, context: _Context, text: str) -> Operator:
    """ "a year ago" beside quarterly figures: the same quarter of the year before; "last year" only in a comparison."""
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


def _tells_of_months(text: str, start: int) -> bool:
    """The figures beside are those of nine months or of a year, not of a quarter."""
    last = None
    for found in _MONTHS_OR_QUARTER.finditer(text, max(0, start - 160), start):
        last = found
    return last is not None and last.lastgroup == "months"


def _reference(operator: Operator, context: _Context, span: Span, text: str) -> tuple[str, Interval | None]:
    """What the operator is counted from: the name of the anchor, and its interval."""
    if operator.is_complete:
        return "absolute", context.today or _ANY_DAY
    what = spoken(operator)
    if what == "quarter":
        if context.quarter is not None:
            return context.quarter.id, context.quarter.interval
        return "publication", _last_quarter(context.today)
    if what == "told" and context.told is not None:
        return context.told.id, context.told.interval
    if what == "time" or (what == "year" and context.narrative):
        said = context.last(_needed(operator)) or (context.last(Granularity.CENTURY) if context.narrative else None)
        if said is not None:
            return said.id, said.interval
    if context.narrative and (_is_partial(operator) or (isinstance(operator, Duration) and operator.of is None)):
        said = context.last(Granularity.YEAR) or context.ahead
        if said is not None:
            first = context.opening(said, span, text)
            if first is not None and _lies_between(operator, first.interval, said.interval):
                said = first
            return said.id, said.interval
    return "publication", context.today


def _lies_between(operator: Operator, first: Interval, last: Interval) -> bool:
    try:
        time = operator.on(first)
    except (ValueError, OverflowError):
        return False
    return first.start <= time.start and time.end <= last.end


def _last_quarter(today: Interval | None) -> Interval | None:
    """The last completed quarter."""
    if today is None:
        return None
    try:
        return Offset(-1, Unit.QUARTER).on(today)
    except ValueError:
        return None


_PRECISION = {
    Unit.YEAR: Granularity.YEAR,
    Unit.MONTH: Granularity.MONTH,
    Unit.QUARTER: Granularity.MONTH,
    Unit.WEEK: Granularity.WEEK,
    Unit.DECADE: Granularity.DECADE,
    Unit.CENTURY: Granularity.CENTURY,
}


def _needed(operator: Operator) -> Granularity:
    """How precise a time must be for the operator to be counted from it."""
    while True:
        if isinstance(operator, Offset) and isinstance(operator.base, Spoken):
            return _PRECISION.get(operator.unit, Granularity.DAY)
        if isinstance(operator, Toward) and isinstance(operator.time, CalendarPart):
            return Granularity.YEAR
        below = inner(operator)
        if below is None:
            return Granularity.DAY
        operator = below


def _is_partial(operator: Operator) -> bool:
    """It rests on a repeating calendar time: a month, a day of a month, a weekday, a season."""
    while (below := inner(operator)) is not None:
        operator = below
    return isinstance(operator, (CalendarDate, CalendarPart, Holiday))


def _placed(expression: Expression, operator: Operator, context: _Context, text: str, reason: str) -> Timex:
    anchor, origin = _reference(operator, context, expression.span, text)
    kind, interval = expression.type, None
    value = operator.pattern
    if anchor == "publication" and _goes_on(operator):
        reason = "no time is told before that it could be counted from"
    elif origin is None:
        interval, reason = _bounded(operator, context.bounds)
    else:
        try:
            interval = operator.on(origin)
            value = value_of(operator, interval)
            if context.narrative and _is_moment(operator, origin):
                kind, value = TimexType.TIME, timex3.format_value(interval)
        except (ValueError, OverflowError) as error:
            reason = str(error)
    return Timex(
        expression.id,
        expression.span,
        expression.text,
        kind,
        value,
        interval,
        expression.rule,
        anchor,
        str(operator),
        expression.mod or _mod(operator),
        _is_vague(operator),
        reason,
    )


def _is_moment(operator: Operator, origin: Interval) -> bool:
    """So many hours or minutes from a time of the clock: "an hour later"."""
    return (
        isinstance(operator, Duration)
        and operator.place in (Place.EARLIER, Place.LATER)
        and operator.count is not None
        and origin.granularity <= Granularity.MINUTE
    )


def _is_vague(operator: Operator) -> bool:
    """Its bounds are a convention, or differ from country to country."""
    if isinstance(operator, CalendarDate):
        return False
    if isinstance(operator, Duration):
        return operator.is_vague
    while (below := inner(operator)) is not None:
        operator = below
    return isinstance(operator, Vague) or (isinstance(operator, Holiday) and operator.is_vague)


def _goes_on(operator: Operator) -> bool:
    """ "Years later": some time after what the text has told."""
    return (
        isinstance(operator, Duration)
        and operator.is_vague
        and operator.place is Place.AFTER
        and bool(spoken(operator))
    )


def _mod(operator: Operator) -> str | None:
    if isinstance(operator, Portion):
        return operator.portion
    return operator.mod if isinstance(operator, Part) else None


_WIDEST_DAYS = 62
"""How far apart the possible publication days may lie for what is counted from them to be placed at all."""


def _bounded(operator: Operator, bounds: Interval | None) -> tuple[Interval | None, str]:
    """The times that the possible publication days allow together, and what is known of the publication."""
    if bounds is None or bounds.is_open or bounds.length.days > _WIDEST_DAYS:
        return None, "the publication date is not known"
    days = bounds.first_day, bounds.last_day
    reason = f"the publication date is only known to lie from {days[0].isoformat()} to {days[1].isoformat()}"
    try:
        return hull(operator.on(day_of(day)) for day in days), reason
    except (ValueError, OverflowError):
        return None, reason


def value_of(operator: Operator, interval: Interval) -> str:
    """TIMEX3 value of an operator that was placed at the interval."""
    if isinstance(operator, (Duration, Repeated, Vague)):
        return operator.pattern
    if isinstance(operator, Portion) and interval.granularity is Granularity.PART_OF_DAY:
        return timex3.format_value(unit_holding(interval.start, Unit.DAY)) + operator.pattern[-3:]
    if isinstance(operator, Clock) and operator.hour == 24:
        return f"{(operator.of.pattern if operator.of.is_complete else _day_before(interval))}T24:00"
    return timex3.format_value(interval)


def _day_before(interval: Interval) -> str:
    return timex3.format_value(Offset(-1, Unit.DAY).on(interval))


_LEANS = {"past": Direction.RATHER_PAST, "future": Direction.RATHER_FUTURE}
_SURE_OF_DAY = {"past": Direction.SURELY_PAST, "future": Direction.SURELY_FUTURE}
_SURE = {"past": Direction.PAST, "future": Direction.FUTURE}


def directed(operator: Operator, tense: str, *, sure: bool = False, narrative: bool = False) -> Operator:
    """The operator with the direction that its clause gives it; what tells history goes forward."""
    if isinstance(operator, (Part, Clock, Portion, Nth)):
        below = directed(operator.of, tense, sure=sure, narrative=narrative)
        return operator if below is operator.of else replace(operator, of=below)
    if narrative and isinstance(operator, Offset) and operator.base is not None and _is_partial(operator):
        return replace(operator, base=directed(operator.base, tense, sure=sure, narrative=True))
    if isinstance(operator, CalendarDate | CalendarPart | Holiday) and operator.year is None:
        return Toward(_direction(operator, tense, sure=sure, narrative=narrative), operator)
    return operator


def _direction(
    operator: CalendarDate | CalendarPart | Holiday, tense: str, *, sure: bool, narrative: bool
) -> Direction:
    """On which side a time of no year lies; what tells history goes on to the next."""
    if isinstance(operator, CalendarPart):
        if operator.unit in (Unit.QUARTER, Unit.HALF):
            return (Direction.FUTURE if sure else Direction.NEAREST) if tense == "future" else Direction.PAST
        if narrative and operator.season:
            return Direction.ONWARD
        return _SURE[tense] if sure and not narrative else Direction.NEAREST
    if isinstance(operator, CalendarDate) and operator.month is None:
        if operator.weekday and operator.day is None:
            return Direction.FUTURE if narrative or tense == "future" else Direction.PAST
        return _LEANS.get("future" if narrative else tense, Direction.NEAREST)
    if narrative:
        return Direction.ONWARD
    if sure:
        return (_SURE_OF_DAY if isinstance(operator, CalendarDate) and operator.day else _SURE)[tense]
    return _LEANS.get(tense, Direction.NEAREST)


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


def _year_of_opening(operator: Operator, i: int, expressions: tuple[Expression, ...], text: str) -> Operator:
    """The date in the year that its sentence opens with: "In 1976 the pound slid, and in September …"."""
    if not isinstance(operator, CalendarDate) or operator.year is not None or operator.month is None:
        return operator
    here = expressions[i]
    if here.tense == "future" and not text.endswith("until ", 0, here.span.start):
        return operator
    for other in reversed(expressions[max(0, i - _NEAR_IN_SENTENCE) : i]):
        if _SENTENCE_END.search(text, other.span.end, here.span.start + 1):
            return operator
        if other.rule == "year" and isinstance(other.operator, CalendarDate):
            opens = _YEAR_OPENS.search(text, max(0, other.span.start - 16), other.span.start)
            return replace(operator, year=other.operator.year) if opens else operator
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
    year = _year_after_styles(i, expressions, text)
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
