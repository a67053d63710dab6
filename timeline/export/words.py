"""Times in words for people: "Mon 23 Sept 2019, 20:00–24:00", "about 27 Aug – 24 Sept 2019".

Never more precise than the interval: clock times are shown only where the text gave a part of a day.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from timeline.temporal.interval import OPEN_END, OPEN_START, Granularity, Interval

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
FULL_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(value: date, *, weekday: bool = True, year: bool = True) -> str:
    """ "Tue 24 Sept 2019"."""
    parts = [WEEKDAYS[value.weekday()]] if weekday else []
    parts += [str(value.day), MONTHS[value.month - 1]]
    return " ".join(parts + ([str(value.year)] if year else []))


def when(interval: Interval | None, *, vague: bool = False) -> str:
    """The interval in words; empty for None."""
    if interval is None:
        return ""
    if vague and not interval.is_open:
        return f"about {_bounded(interval, vague=True)}"
    return _open(interval, vague=vague) if interval.is_open else _bounded(interval, vague=vague)


def precision(interval: Interval | None) -> str | None:
    """How exactly a time is given: "day", "part of day"."""
    return interval.granularity.name.lower().replace("_", " ") if interval else None


def percent(share: float) -> str:
    """A probability as a whole percentage; never 100 % unless it is exactly that."""
    return f"{min(round(share * 100), 99 if share < 1 else 100)} %"


def count(number: int, noun: str) -> str:
    """ "1 event", "2 events"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _open(interval: Interval, *, vague: bool) -> str:
    hedge = "about " if vague else ""
    if interval.start == OPEN_START and interval.end == OPEN_END:
        return "any time"
    if interval.start == OPEN_START:
        return f"until {hedge}{day(interval.last_day, weekday=not vague)}"
    return f"from {hedge}{day(interval.first_day, weekday=not vague)}"


def _bounded(interval: Interval, *, vague: bool) -> str:
    if _shows_clock(interval) and not vague:
        return _clock(interval)
    return _calendar_unit(interval) or _days(interval.first_day, interval.last_day)


def _shows_clock(interval: Interval) -> bool:
    if interval.start.time() == time.min == interval.end.time():
        return False
    return interval.granularity <= Granularity.PART_OF_DAY and interval.length < timedelta(days=2)


def _clock(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if end - start <= timedelta(minutes=1):
        return f"{day(start)}, {_time(start)}"
    if interval.first_day == interval.last_day:
        return f"{day(start)}, {_time(start)}–{'24:00' if end.time() == time.min else _time(end)}"
    return f"{day(start, year=start.year != end.year)}, {_time(start)} – {day(end)}, {_time(end)}"


def _time(moment: datetime) -> str:
    return f"{moment.hour:02}:{moment.minute:02}"


def _calendar_unit(interval: Interval) -> str:
    """The name of the month, the year, the months that the interval is exactly; else empty."""
    first, after = interval.start, interval.end
    if first.time() != time.min or after.time() != time.min or first.day != 1 or after.day != 1:
        return ""
    months = (after.year - first.year) * 12 + after.month - first.month
    if months == 1:
        return f"{FULL_MONTHS[first.month - 1]} {first.year}"
    if first.month == 1 and months % 12 == 0:
        return str(first.year) if months == 12 else f"{first.year}–{after.year - 1}"
    last = interval.last_day
    year = "" if first.year == last.year else f" {first.year} "
    return f"{FULL_MONTHS[first.month - 1]}{year}–{' ' if year else ''}{FULL_MONTHS[last.month - 1]} {last.year}"


def _days(first: date, last: date) -> str:
    if first == last:
        return day(first)
    return f"{day(first, weekday=False, year=first.year != last.year)} – {day(last, weekday=False)}"
