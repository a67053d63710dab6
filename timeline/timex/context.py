"""What a text has told of so far: what is counted from it, and what the narrative comes back to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from timeline.model import Expression, PublicationDate, Span, Timex, TimexType
from timeline.temporal.calendar import Unit, day_of
from timeline.temporal.interval import Granularity, Interval
from timeline.temporal.operators import (
    CalendarDate,
    Offset,
    Operator,
    Spoken,
    calendar_date,
    spoken,
)
from timeline.timex import before_era
from timeline.timex.direction import is_partial
from timeline.timex.old_style import days_behind
from timeline.timex.tense import tense_at

_MINUTE = timedelta(minutes=1)

_OVERVIEW = 4

_OVERVIEW_LASTS = timedelta(days=10 * 366)
"""How many times, and how long at most, a sentence may tell of that says from when to when it all lasted."""

_WENT_ON = re.compile(
    r"\b(?:began|begun|between|erupted|fought|from|held|lasted|opened|raged|ran|started|took place|waged|went on)\b"
    r"|\bbroke out\b"
)
"""Words of a sentence that says so."""

_OF_SENTENCE = 100
"""Characters in front of its first date that hold them."""

_REPORTED_WITHIN_DAYS = 400
"""How long ago a quarter may have begun to be the one that a report is about."""


@dataclass(frozen=True, slots=True)
class Told:
    """A time that the text has spoken of."""

    id: str
    interval: Interval
    span: Span
    dated: bool = False
    """Its month and year are written."""


class Context:
    """What the text has said so far, one article at a time."""

    def __init__(self, publication: PublicationDate, *, narrative: bool) -> None:
        self.today = day_of(publication.date) if publication.date is not None else None
        self.bounds = publication.interval if publication.date is None else None
        self.narrative = narrative
        self.times: list[Told] = []
        self.told: Told | None = None
        self.before_era: CalendarDate | None = None
        self.quarter: Told | None = None
        self.reports_quarter = False
        self.days_behind = 0
        """By how many weekdays the calendar of the text is behind."""
        self.ahead: Told | None = None
        """The first date of history, for what stands in front of it."""

    def note(self, timex: Timex, operator: Operator, text: str) -> None:
        """Remember a time for the expressions that point back to it, unless the story does not come to it."""
        if _is_bracketed(timex, text) or (self.narrative and _is_since(timex, text)):
            return
        if not self.narrative and _is_compared_with(timex, text):
            return
        if self.narrative and timex.anchor == "publication" and not is_partial(operator):
            return  # "today", "last year": no part of what history tells
        if self.narrative and isinstance(operator, Offset) and _is_filled(timex.span, text):
            return
        self._note(timex, operator)
        if self.narrative and timex.interval is not None:
            behind = days_behind(operator, timex.interval)
            self.days_behind = self.days_behind if behind is None else behind
        if self.narrative and isinstance(operator, Offset):
            self._note_day(operator)

    def _note(self, timex: Timex, operator: Operator) -> None:
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
        said = Told(timex.id, interval, timex.span, written is not None and None not in (written.year, written.month))
        if interval.granularity is Granularity.QUARTER:
            self._note_quarter(said, operator)
            return
        self.times.append(said)

    def _note_day(self, operator: Offset) -> None:
        """The day within the week just told of, "a week later", that is counted on from: "Five days after that"."""
        if operator.unit is not Unit.WEEK or not isinstance(operator.base, Spoken) or len(self.times) < 2:
            return
        before, week = self.times[-2:]
        if before.interval.granularity <= Granularity.DAY:
            day = Offset(7 * operator.count, Unit.DAY).on(before.interval)
            if week.interval.start <= day.start < week.interval.end:
                self.times[-1] = replace(week, interval=day_of(day.first_day))

    def _note_quarter(self, said: Told, operator: Operator) -> None:
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

    def _story(self) -> Told | None:
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
        if _OPENS_SENTENCE.search(text, max(0, said.span.start - 40), said.span.start):
            return False
        before = text[max(0, said.span.start - _CLAUSE) : said.span.start]
        if said.interval.start > story.interval.start:
            return _FLASH_FORWARD.search(before) is not None
        if said.span.start - story.span.end > TOLD_WITHIN * 5:
            return False
        return not _PARAGRAPH.search(text, story.span.end, said.span.start) or _OF_THAT_YEAR.search(before) is not None

    def opening(self, said: Told, span: Span, text: str) -> Told | None:
        """The first of two dates, when an earlier sentence said from when to when all that follows lasted."""
        if len(self.times) < 2 or self.times[-1] is not said or not said.dated:
            return None
        first = next((t for t in reversed(self.times[-_OVERVIEW:-1]) if t.dated), None)
        if first is None or not timedelta() < said.interval.start - first.interval.end < _OVERVIEW_LASTS:
            return None
        if SENTENCE_END.search(text, first.span.end, said.span.start + 1):
            return None
        if not _WENT_ON.search(text, max(0, first.span.start - _OF_SENTENCE), said.span.start):
            return None
        return first if SENTENCE_END.search(text, said.span.end, span.start + 1) else None

    def said_again(self, operator: Operator, span: Span, text: str) -> Told | None:
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
        return SENTENCE_END.search(text, self.times[-1].span.end, span.start + 1) is None

    def last(self, finest: Granularity) -> Told | None:
        """The latest time spoken of that is at least as precise."""
        return next((t for t in reversed(self.times[-12:]) if t.interval.granularity <= finest), None)


_AGAIN_AFTER = re.compile(", ")

_AGAIN = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)


def first_date(expressions: tuple[Expression, ...]) -> Told | None:
    """The first date with a year; None without one."""
    for expression in expressions:
        written = calendar_date(expression.operator)
        if written is not None and written.year is not None and written.year > 0:
            try:
                return Told(expression.id, written.in_year(written.year), expression.span)
            except ValueError:  # a day that this month does not have
                continue
    return None


_THAN = re.compile(r"\b(?:from|than|over|against|with|versus|vs\.?) \Z")


def _is_compared_with(timex: Timex, text: str) -> bool:
    """A time that figures are compared with, and that nothing is counted on from: "up from the previous week"."""
    if timex.rule not in ("previous-weekday", "the-previous-unit"):
        return False
    return _THAN.search(text, max(0, timex.span.start - 8), timex.span.start) is not None


_IN_BRACKETS = re.compile(r"\([^()]{0,40}\Z")

_BRACKET_ENDS = re.compile(r"[^()]{0,40}\)")


def _is_bracketed(timex: Timex, text: str) -> bool:
    """A year or an hour in brackets, "the war (1950-53)", "(2012 GMT Friday)", which the story does not come to."""
    if timex.rule not in ("year", "years-range") and timex.type is not TimexType.TIME:
        return False
    start, end = timex.span.start, timex.span.end
    return (
        _IN_BRACKETS.search(text, max(0, start - 41), start) is not None and _BRACKET_ENDS.match(text, end) is not None
    )


_FILLS = re.compile(r"\b(?:for|over|throughout)(?: most of| much of)? \Z", re.IGNORECASE)


def _is_filled(span: Span, text: str) -> bool:
    """Something takes the time up that the story has not come to: "For the next week it stood still"."""
    return _FILLS.search(text, max(0, span.start - 16), span.start) is not None


_SINCE = re.compile(r"\b(?:has|have|is|are)\b[^.;:\n]{0,80}\bsince (?:the )?\Z")


def _is_since(timex: Timex, text: str) -> bool:
    """What holds to this day, "has been kept since 1880", is where the story does not come to."""
    start = timex.span.start
    return _SINCE.search(text, max(0, start - 120), start) is not None


_THAT = re.compile(r"that\s", re.IGNORECASE)


def _points_at_last(expression: Expression, text: str) -> bool:
    """It points at what was told last: "It had begun in 1924 and was finished in 1926. That September … On the 5th"."""
    if expression.rule == "day-of-month":
        return True
    start = expression.span.start
    return any(_THAT.match(text, at) is not None for at in (start, max(0, start - len("that "))))


_CLAUSE = 160

_HAD = r"\bhad (?!to\b|an?\b|the\b|no\b|\d)"

_HAD_BEFORE = re.compile(rf"{_HAD}[^.;:\n]*\Z")

_FURTHER_BACK = re.compile(r"\b(?:before|earlier|previous)", re.IGNORECASE)

_BY = re.compile(r"\bby (?:the )?\Z", re.IGNORECASE)

_GOES_BACK_ON = re.compile(
    r", (?:was|were|went|came|took|began|fell|gave|wrote|drove|rode|saw|did|broke|flew|rose|left) "
)
"""The main clause behind one in the pluperfect: "the prince, whose father had fled in 1870, was killed on …"."""

_HAD_AFTER = re.compile(rf"(?:(?!\b(?:that|which|who|whose)\b)[^.,;:\n]){{0,60}}{_HAD}")


def _is_aside(span: Span, text: str) -> bool:
    """A time in the pluperfect: of what happened before the time that the narrative has come to."""
    if _BY.search(text, max(0, span.start - 7), span.start):
        return False  # "by 12 June the beaches had been joined": the narrative has come to it
    before = _HAD_BEFORE.search(text, max(0, span.start - _CLAUSE), span.start)
    return (before is not None and not _GOES_BACK_ON.search(before[0])) or _HAD_AFTER.match(text, span.end) is not None


_OPENS_SENTENCE = re.compile(
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
    return ";" in text[said.end : here.start] or SENTENCE_END.search(text, said.end, here.start + 1) is not None


def looks_back(span: Span, context: Context, text: str) -> bool:
    """A time in the pluperfect behind what is told on: "had left in October" in a story that has come to May."""
    if not context.times or not _is_aside(span, text):
        return False
    said = context.times[-1].span
    if _BY.search(text, max(0, said.start - 7), said.start) and not _is_over(text, said, span):
        return False  # "by January it had come to Lund, and in the spring to Oslo"
    return not _is_aside(said, text)


SENTENCE_END = re.compile(
    r"[.!?]['\"’”]*\s+(?!(?:GMT|UTC|BST|CES?T|IST|[ACEMP][SD]?T|Central|Eastern|Mountain|Pacific)\b)[A-Z\"“`]|\n\s*\n"
)

TOLD_WITHIN = 400
"""Characters, a few sentences, within which a time of the clock belongs to the day told of before it."""

_PARAGRAPH = re.compile(r"\n\s*\n")

_REPORTED_ON = re.compile(
    r"\b(?:born|said|says|told (?:[\w.]+ ){1,3}|announced|reported|added)(?: (?:on|late|early))* ?\Z", re.IGNORECASE
)


def day_told(here: Span, context: Context, text: str) -> Told | None:
    """The day that the paragraph told of just before, on the side of the publication that the clause speaks of.

    A day on which somebody said something is no day of what is told.
    """
    said = next((t for t in reversed(context.times[-12:]) if _is_told(t, text)), None)
    if said is None or here.start - said.span.end > TOLD_WITHIN or _PARAGRAPH.search(text, said.span.end, here.start):
        return None
    if context.today is None:
        return said
    ahead = tense_at(text, here.start, here.end) == "future"
    fits = said.interval.end > context.today.start if ahead else said.interval.start < context.today.end
    return said if fits else None


_WHICH = re.compile(r", (?:which|who|whose|where) [^,.;]*\Z")


def is_of_clause_between(text: str, day: Span) -> bool:
    """The day is that of a clause between commas: "shares, which rose on Wednesday, were down by noon"."""
    return text.startswith(",", day.end) and _WHICH.search(text, max(0, day.start - 120), day.start) is not None


def _is_told(time: Told, text: str) -> bool:
    start, end = time.span.start, time.span.end
    return (
        time.interval.granularity <= Granularity.DAY
        and not _REPORTED_ON.search(text[max(0, start - 40) : start])
        and not is_of_clause_between(text, time.span)
        and not (text.startswith(")", end) and _IN_BRACKETS.search(text, max(0, start - 41), start))
    )
