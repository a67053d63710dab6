"""What speaks for and against a day: its traits, each a row and a column of the table of weights."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date

from timeline.publication.clues import Clue, Where, day_of
from timeline.publication.witnesses import Witnesses

Trait = tuple[str, int]
"""Row and column of the table of weights."""

OFFSETS = (
    *("years before", "a year before", "months before", "days before", "the day before", "same day", "next day"),
    *("2 days on", "3-7 days on", "8-31 days on", "months on", "a year on", "years on"),
)
"""Columns: how a candidate day lies to a written date."""

_BOUNDS = (-400, -183, -31, -1, 0, 1, 2, 3, 8, 32, 184, 401)
_LATEST_COUNTS = (Where.POST.value, Where.CAPTION.value)
"""An article is younger than the youngest of these."""

_SEASONS = ("Jan-Apr", "May-Dec")
_AHEAD = ("ahead not later", "ahead a year later", "ahead two years later", "ahead later")
_FORTNIGHT = 14
_DAYS_TOLD = 4
"""Days of a story whose weekdays are looked at."""


def offset_column(days: int) -> int:
    """Column of a candidate that lies so many days after a written date."""
    return bisect_right(_BOUNDS, days)


def traits(day: date, seen: Witnesses) -> Iterator[Trait]:
    """The traits of one candidate day."""
    ordinal = day.toordinal()
    yield "any", 0
    for row, days in seen.dated:
        yield row, offset_column(ordinal - days[-1] if row in _LATEST_COUNTS else _nearest(ordinal, days))
    for row, clues in seen.undated:
        yield row, offset_column(min((_days_after(day, ordinal, c) for c in clues), key=_closeness))
    if seen.heads and seen.dates:
        is_head = any(_days_after(day, ordinal, c) == 0 for c in seen.heads)
        yield "a head's day within two weeks of a full date", int(is_head and _is_beside(ordinal, seen.dates))
    if seen.first_date is not None:
        yield "first date", offset_column(ordinal - seen.first_date)
    if seen.latest_past is not None:
        yield "latest date told", offset_column(ordinal - seen.latest_past)
    yield from _weekday_traits(day, ordinal, seen)
    yield from _weekend_traits(day, ordinal, seen)
    yield from _year_traits(day, ordinal, seen)


def _weekday_traits(day: date, ordinal: int, seen: Witnesses) -> Iterator[Trait]:
    """How the weekdays of the story read when it appeared on the day."""
    weekday = day.isoweekday()
    if seen.first_weekday is not None:
        beside_today = " beside today" if seen.speaks_of_today else ""
        yield f"first weekday{beside_today}", (weekday - seen.first_weekday) % 7
        yield "weekday of the next day told", int(weekday % 7 + 1 in seen.weekdays)
        if ordinal in seen.shown:
            yield "a date of a picture or post, the next weekday told", int(weekday % 7 + 1 in seen.weekdays)
        elif ordinal - 1 in seen.shown:
            yield "the day after a picture or post, its weekday told", int(weekday in seen.weekdays)
        yield "weekday after those told", int((weekday - 2) % 7 + 1 in seen.weekdays and weekday not in seen.weekdays)
        if seen.dates and not seen.speaks_of_today:
            is_first = weekday == seen.first_weekday
            yield "a written date and the first weekday told", int(is_first and ordinal in seen.dates)
            if seen.caption is not None:
                yield "a caption and the first weekday told", int(is_first and ordinal == seen.caption)
    if seen.weekdays_ahead:
        yield "weekday ahead", min((w - weekday) % 7 for w in seen.weekdays_ahead)
    for clue in seen.written_weekdays[:_DAYS_TOLD]:
        there = ordinal - _days_after(day, ordinal, clue)
        yield "weekday written beside the day", int(_weekday(there) == clue.weekday)


def _weekend_traits(day: date, ordinal: int, seen: Witnesses) -> Iterator[Trait]:
    """Business is reported, and its dates are set, on working days: in a wrong year they fall on weekends."""
    yield ("day of the week, dated from a place" if seen.has_dateline else "day of the week"), day.weekday()
    for clue in seen.told_days[:_DAYS_TOLD]:
        there = ordinal - _days_after(day, ordinal, clue)
        yield "a day told falls on a weekend", int(_weekday(there) > 5)


def _year_traits(day: date, ordinal: int, seen: Witnesses) -> Iterator[Trait]:
    """How the day lies to the years and months that the story mentions, by the sense they are mentioned in."""
    season = _SEASONS[day.month > 4]
    for row, told in seen.years:
        yield f"{row}, {season}", _clip(day.year - told)
    if seen.latest_year is not None:
        after, ahead = _clip(day.year - seen.latest_year), _years_ahead(seen.latest_year, seen.first_ahead)
        yield "years after the latest", after
        yield f"years after the latest, {ahead}, {season}", after
        if seen.is_compared:
            yield f"years after the latest compared, {season}", after
    if seen.first_ahead is not None:
        yield f"years after the first ahead, {season}", _clip(day.year - seen.first_ahead)
    if seen.main_year is not None:
        yield "years after the commonest", _clip(day.year - seen.main_year)
    if seen.copyright_year is not None:
        yield "years after the copyright", _clip(day.year - seen.copyright_year)
    for row, middle in seen.months:
        yield row, offset_column(ordinal - middle)


def _years_ahead(latest: int, ahead: int | None) -> str:
    """How far the first year that lies ahead is from the latest of the others."""
    return "none ahead" if ahead is None else _AHEAD[max(0, min(3, ahead - latest))]


def _clip(years: int) -> int:
    """Column 0 for two or more years before, 2 for the same year, 6 for four or more after."""
    return max(-2, min(4, years)) + 2


def _nearest(ordinal: int, days: tuple[int, ...]) -> int:
    """Days from the nearest of the sorted days, from the earlier one of two."""
    at = bisect_left(days, ordinal)
    return min((ordinal - d for d in days[max(0, at - 1) : at + 1]), key=_closeness)


def _is_beside(ordinal: int, days: frozenset[int]) -> bool:
    """One of the days is older, by two weeks at most; a day that is the same or soon is an anniversary's as well."""
    return any(0 < ordinal - d <= _FORTNIGHT for d in days)


def _closeness(days: int) -> tuple[int, bool]:
    return abs(days), days < 0


def _days_after(day: date, ordinal: int, clue: Clue) -> int:
    """Days from the clue's day in the nearest year to the candidate."""
    there = day_of(clue, day.year)
    if there is None:  # 29 February
        return 365
    days = ordinal - there
    if days > 182:
        return days - 365
    return days + 365 if days < -182 else days


def _weekday(ordinal: int) -> int:
    """ISO weekday: Monday 1 to Sunday 7."""
    return (ordinal - 1) % 7 + 1
