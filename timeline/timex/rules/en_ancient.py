"""Years of three figures, read only in texts of old times: "In 878 he fled"."""

from __future__ import annotations

from timeline.temporal.operators import CalendarDate
from timeline.timex.phrase import Rule


def _year(year: int, month: int | None = None) -> CalendarDate:
    return CalendarDate(year, month)


RULES = (
    Rule("old-year", "a year of three figures", ("{year:year3}", "the year {year:year3}"), _year, "yeardate"),
    Rule("month-old-year", "a month of such a year", ("{month} [of] {year:year3}",), _year, "monthyear"),
    Rule(
        "day-old-year",
        "a day of such a year",
        ("[the] {day:dom} [of] {month} [,] {year:year3}", "{month} [the] {day:dom} , {year:year3}"),
        lambda day, month, year: CalendarDate(year, month, day) if 1 <= day <= 31 else None,
        "date",
    ),
)
