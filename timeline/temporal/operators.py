"""What a time expression means before it has a date: a tree of operators over calendar time (after SCATE)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as it is written: any of the parts may be missing ("Sept. 24", "March 2020", "Tuesday", "2019").

    `weekday` is ISO: Monday 1 to Sunday 7.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


Operator = CalendarDate
