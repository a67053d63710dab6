"""Calendar arithmetic over intervals: whole units of the proleptic Gregorian calendar, and steps between them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from timeline.temporal.interval import OPEN_END, Granularity, Interval


class Unit(StrEnum):
    """Units of time; the value is the letter that ISO 8601 durations and TIMEX3 use."""

    SECOND = "S"
    MINUTE = "MIN"  # written "M" after the "T" of a duration
    HOUR = "H"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    FORTNIGHT = "FN"
    MONTH = "M"
    QUARTER = "Q"
    SEASON = "SE"
    HALF = "HY"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"
    MILLENNIUM = "ML"


SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season; meteorological, northern. Winter belongs to the year that it begins in."""

PARTS_OF_DAY = {
    "DT": (6, 20),
    "MO": (6, 12),
    "MI": (11, 14),
    "AF": (12, 18),
    "EV": (18, 24),
    "NI": (20, 30),
}
"""Hours from midnight, start and end; night runs into the next morning."""

EARLY_HOURS, DAWN, DUSK = "early hours", "dawn", "dusk"
STARTS_OF_PARTS = {EARLY_HOURS: (0, 6, "MO"), DAWN: (4, 8, "MO"), DUSK: (18, 21, "EV")}
"""Parts of a day that TIMEX3 has no code for: hours from midnight, and the part that they are the start of."""

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def _bound(year: int, month: int) -> datetime:
    return datetime(year, month, 1) if year <= date.max.year else OPEN_END


def months(year: int, month: int, count: int, granularity: Granularity) -> Interval:
    """`count` months from the given one on."""
    last = month - 1 + count
    return Interval(datetime(year, month, 1), _bound(year + last // 12, last % 12 + 1), granularity)


@lru_cache(maxsize=1024)
def year_of(year: int) -> Interval:
    """The whole year."""
    return months(year, 1, 12, Granularity.YEAR)


@lru_cache(maxsize=4096)
def month_of(year: int, month: int) -> Interval:
    """The whole month."""
    return months(year, month, 1, Granularity.MONTH)


def quarter_of(year: int, number: int) -> Interval:
    """The calendar quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3, Granularity.QUARTER)


def half_of(year: int, number: int) -> Interval:
    """The half year, 1 or 2."""
    return months(year, 6 * number - 5, 6, Granularity.HALF)


def season_of(year: int, season: str) -> Interval:
    """The three months of a season ("SP", "SU", "FA", "WI") that begins in `year`."""
    return months(year, SEASONS[season], 3, Granularity.SEASON)


def years(first: int, count: int, granularity: Granularity) -> Interval:
    """`count` whole years from `first` on; there is no year 0, so that the first decade and century lack it."""
    return Interval(datetime(max(1, first), 1, 1), _bound(first + count, 1), granularity)


@lru_cache(maxsize=4096)
def day_of(day: date) -> Interval:
    """The whole day."""
    return Interval.of_day(day)


def week_of(day: date) -> Interval:
    """The ISO week, Monday to Sunday, that holds the day."""
    start = datetime(day.year, day.month, day.day) - day.weekday() * _DAY
    return Interval(start, start + 7 * _DAY, Granularity.WEEK)


def iso_week(year: int, week: int) -> Interval:
    """The ISO week by its number, 1 to 53; raises ValueError when the year has no such week."""
    return week_of(date.fromisocalendar(year, week, 1))


def weekend_of(day: date) -> Interval:
    """Saturday and Sunday of the day's ISO week."""
    start = week_of(day).start + 5 * _DAY
    return Interval(start, start + 2 * _DAY, Granularity.WEEKEND)


def part_of(day: date, part: str) -> Interval:
    """A part of the day; night runs from 20:00 to 06:00 of the next day."""
    low, high = STARTS_OF_PARTS[part][:2] if part in STARTS_OF_PARTS else PARTS_OF_DAY[part]
    midnight = datetime(day.year, day.month, day.day)
    return Interval(midnight + low * _HOUR, midnight + high * _HOUR, Granularity.PART_OF_DAY)


def common(a: Interval, b: Interval) -> Interval | None:
    """When one happening can be at both times; None when it can't.

    What is told of Monday night may have been at 2 a.m. on Tuesday, though a night that ends at midnight holds no such
    hour.
    """
    return a.intersection(b) or _small_hours(a, b) or _small_hours(b, a)


def _small_hours(night: Interval, other: Interval) -> Interval | None:
    late = night.granularity is Granularity.PART_OF_DAY and night.start.hour >= PARTS_OF_DAY["NI"][0]
    if not late or other.granularity >= Granularity.DAY:
        return None
    midnight = day_of(night.first_day).end
    return Interval(midnight, midnight + 6 * _HOUR, Granularity.PART_OF_DAY, night.zone).intersection(other)


def add_months(day: date, count: int) -> date:
    """The same day `count` months later, or the last day of that month; raises ValueError outside the calendar."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


_GREGORIAN_FROM = 1583
"""Before this year Easter was kept, and is written, by the Julian calendar."""


@lru_cache(maxsize=512)
def easter(year: int) -> date:
    """Western Easter Sunday, as it was written then (Gauss, Butcher's form; Meeus's for the Julian calendar)."""
    if year < _GREGORIAN_FROM:
        return _julian_easter(year)
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=512)
def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, by the Gregorian calendar from 1583 on."""
    sunday = _julian_easter(year)
    return sunday if year < _GREGORIAN_FROM else sunday + (year // 100 - year // 400 - 2) * _DAY


def _julian_easter(year: int) -> date:
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (1 to 5, or -1 for the last) given ISO weekday of a month; raises ValueError when there is none."""
    if nth < 0:
        last = date(year, month, days_in_month(year, month))
        return last - (last.isoweekday() - weekday) % 7 * _DAY
    first = date(year, month, 1)
    return date(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _season_holding(day: date) -> Interval:
    year = day.year - 1 if day.month < 3 else day.year
    start = 12 if day.month < 3 else day.month // 3 * 3
    return months(year, start, 3, Granularity.SEASON)


_HOLDING: dict[Unit, Callable[[date], Interval]] = {
    Unit.DAY: day_of,
    Unit.WEEK: week_of,
    Unit.FORTNIGHT: week_of,
    Unit.WEEKEND: weekend_of,
    Unit.MONTH: lambda d: month_of(d.year, d.month),
    Unit.QUARTER: lambda d: quarter_of(d.year, (d.month + 2) // 3),
    Unit.SEASON: _season_holding,
    Unit.HALF: lambda d: half_of(d.year, 1 if d.month < 7 else 2),
    Unit.YEAR: lambda d: year_of(d.year),
    Unit.DECADE: lambda d: years(d.year // 10 * 10, 10, Granularity.DECADE),
    Unit.CENTURY: lambda d: years(d.year // 100 * 100, 100, Granularity.CENTURY),
    Unit.MILLENNIUM: lambda d: years(d.year // 1000 * 1000, 1000, Granularity.MILLENNIUM),
}

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120,
           Unit.CENTURY: 1200, Unit.MILLENNIUM: 12000}  # fmt: skip
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.FORTNIGHT: 14}
_CLOCK = {
    Unit.HOUR: (timedelta(hours=1), Granularity.HOUR),
    Unit.MINUTE: (timedelta(minutes=1), Granularity.MINUTE),
    Unit.SECOND: (timedelta(seconds=1), Granularity.SECOND),
}


def unit_holding(moment: datetime, unit: Unit) -> Interval:
    """The whole unit (hour, week, quarter …) in which the moment lies."""
    clock = _CLOCK.get(unit)
    if clock is None:
        return _HOLDING[unit](moment.date())
    start = moment.replace(microsecond=0)
    if unit is not Unit.SECOND:
        start = start.replace(second=0)
    if unit is Unit.HOUR:
        start = start.replace(minute=0)
    return Interval(start, start + clock[0], clock[1])


def step(moment: datetime, count: float, unit: Unit) -> datetime:
    """The moment `count` units later (earlier when negative); raises ValueError or OverflowError off the calendar."""
    if unit in _CLOCK:
        return moment + count * _CLOCK[unit][0]
    if unit in _DAYS:
        return moment + timedelta(days=count * _DAYS[unit])
    total = count * _MONTHS[unit]
    whole = int(total // 1)
    day = add_months(moment.date(), whole)
    return datetime.combine(day, moment.time()) + timedelta(days=round((total - whole) * 30))
