"""Years of three figures, read only in texts that write an era somewhere ("AD 871", "338 BC"): "In 878 he fled"."""

from __future__ import annotations

from timeline.temporal.operators import CalendarDate
from timeline.timex.phrase import Rule


def _year(year: int, month: int | None = None) -> CalendarDate | None:
    return CalendarDate(year, month) if year < 1000 else None


RULES = (
    Rule("old-year", "a year of three figures", ("{year:oldyear}", "the year {year:oldyear}"), _year, "yeardate"),
    Rule("month-old-year", "a month of such a year", ("{month} [of] {year:oldyear}",), _year, "monthyear"),
    Rule(
        "day-old-year",
        "a day of such a year",
        ("[the] {day:dom} [of] {month} [,] {year:oldyear}", "{month} [the] {day:dom} , {year:oldyear}"),
        lambda day, month, year: CalendarDate(year, month, day) if year < 1000 and 1 <= day <= 31 else None,
        "date",
    ),
)
