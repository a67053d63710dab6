"""Written dates of languages other than English: what day, month and year look like in nearly all of them."""

from __future__ import annotations

from timeline.temporal.calendar import Unit
from timeline.temporal.operators import CalendarDate, Offset
from timeline.timex.phrase import Rule
from timeline.timex.rules.en_dates import RULES as ENGLISH_DATES

_OF = "[(de|del|di|do|d|.|van|den)]"
_SHARED = ("iso-date", "numeric-date", "year")

RULES = (
    Rule(
        "day-month-year",
        "a full date, day first",
        (f"[{{weekday}} [,] [(the|den|le|el|il)]] {{day:dom}} {_OF} {{month}} [.] {_OF} {{year}}",),
        lambda day, month, year, weekday=None: CalendarDate(year, month, day, weekday),
        "date",
    ),
    Rule(
        "month-day-year",
        "a full date, month first",
        ("{month} {day:dom} [,] {year}",),
        lambda month, day, year: CalendarDate(year, month, day),
        "date",
    ),
    Rule(
        "day-month",
        "a day of a month in the nearest year",
        (f"[{{weekday}} [,] [(the|den|le|el|il)]] {{day:dom}} {_OF} {{month}}",),
        lambda day, month, weekday=None: CalendarDate(None, month, day, weekday),
        "date",
    ),
    Rule(
        "month-year",
        "a month of a year",
        (f"{{month}} [.] {_OF} {{year}}",),
        lambda month, year: CalendarDate(year, month),
        "monthyear",
    ),
    Rule(
        "weekday",
        "the latest such day, or the next where the clause looks ahead",
        ("{weekday}",),
        lambda weekday: CalendarDate(weekday=weekday),
        "weekdayname",
    ),
    Rule("today", "the publication day, or one beside it", ("{n:daycount}",), lambda n: Offset(n, Unit.DAY), "day"),
    *(rule for rule in ENGLISH_DATES if rule.name in _SHARED),
)
