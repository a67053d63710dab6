"""What speaks for and against a day: its traits, each a row and a column of the table of weights."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from timeline.publication.clues import Clue, Clues, Where

Trait = tuple[str, int]
"""Row and column of the table of weights."""

OFFSETS = (
    *("years before", "a year before", "months before", "days before", "the day before", "same day", "next day"),
    *("2 days on", "3-7 days on", "8-31 days on", "months on", "a year on", "years on"),
)
"""Columns: how a candidate day lies to a written date."""

_BOUNDS = (-400, -183, -31, -1, 0, 1, 2, 3, 8, 32, 184, 401)


def offset_column(days: int) -> int:
    """Column of a candidate that lies so many days after a written date."""
    return bisect_right(_BOUNDS, days)


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The clues of an article, prepared so that looking at one candidate day is cheap."""

    dated: tuple[tuple[str, tuple[int, ...]], ...]  # row, ordinals of the full dates told that way
    undated: tuple[tuple[str, tuple[Clue, ...]], ...]  # row, days without a year
    around: tuple[int, ...]  # ordinals of every full date and of the middle of every month, however told
    dates: frozenset[int]  # ordinals of the full dates
    caption: int | None  # the latest date of a caption
    speaks_of_today: bool
    has_dateline: bool
    first_date: int | None
    latest_past: int | None
    weekdays: tuple[int, ...]  # of what is told as past or untensed in the story, in order
    weekdays_row: str
    weekdays_ahead: frozenset[int]
    written_weekdays: tuple[Clue, ...]
    told_days: tuple[Clue, ...]  # days of the story without a year or a weekday, each once
    months: tuple[tuple[str, int], ...]  # row, ordinal of the middle of the month told in that sense
    years: tuple[tuple[str, int], ...]  # row, the year told in that sense
    main_year: int | None
    copyright_year: int | None


def witnesses(clues: Clues) -> Witnesses:
    """The clues as they are looked up."""
    ordinals: dict[str, list[int]] = {}
    for clue in clues.dates:
        day = day_of(clue, clue.year)
        if day is not None:
            ordinals.setdefault(clue.where.value, []).append(day)
    partial: dict[str, list[Clue]] = {}
    for clue in clues.days:
        partial.setdefault(f"{clue.where.value}, no year", []).append(clue)
    told = [c for c in clues.weekdays if c.where in (Where.PAST, Where.TOLD, Where.DATELINE)]
    past = [d for where in _TOLD_ROWS for d in ordinals.get(where, ())]
    years: dict[str, list[int]] = {}
    for clue in clues.years:
        years.setdefault(_sense(clue), []).append(clue.year or 0)
    months: dict[str, list[int]] = {}
    for clue in clues.months:
        months.setdefault(_sense(clue), []).append(_middle(clue))
    counted = [c.year for c in clues.years if c.year]
    return Witnesses(
        tuple((row, tuple(sorted(set(days)))) for row, days in sorted(ordinals.items())),
        tuple((row, tuple(found)) for row, found in sorted(partial.items())),
        tuple(sorted({d for days in ordinals.values() for d in days} | {_middle(c) for c in clues.months})),
        frozenset(d for days in ordinals.values() for d in days),
        max(ordinals.get(Where.CAPTION.value, ()), default=None),
        clues.speaks_of_today,
        any(c.where is Where.DATELINE for c in clues.days),
        next((d for d in (day_of(c, c.year) for c in clues.dates) if d is not None), None),
        max(past, default=None),
        tuple(c.weekday for c in told if c.weekday),
        "first weekday beside today" if clues.speaks_of_today else "first weekday",
        frozenset(c.weekday for c in clues.weekdays if c.weekday and c.where is Where.AHEAD),
        tuple(c for c in clues.days if c.weekday),
        _told_days(clues),
        _extremes("month", months),
        _extremes("year", years),
        max(set(counted), key=lambda y: (counted.count(y), y)) if counted else None,
        max((c.year for c in clues.copyright_years if c.year), default=None),
    )


_LATEST_COUNTS = (Where.POST.value, Where.CAPTION.value)
"""An article is younger than the youngest of these."""

_TOLD_ROWS = (Where.PAST.value, Where.TOLD.value, Where.CAPTION.value, Where.POST.value)
_SEASONS = ("Jan-Apr", "May-Dec")


def _told_days(clues: Clues) -> tuple[Clue, ...]:
    found: dict[tuple[int | None, int | None], Clue] = {}
    for clue in clues.days:
        if not clue.weekday and clue.where in (Where.PAST, Where.TOLD, Where.AHEAD):
            found.setdefault((clue.month, clue.day), clue)
    return tuple(found.values())


_EARLIEST = ("due", "expected", "planned")


def _sense(clue: Clue) -> str:
    if clue.sense:
        return clue.sense
    return "due" if clue.where is Where.AHEAD else "past" if clue.where is Where.PAST else "told"


def traits(day: date, seen: Witnesses) -> Iterator[Trait]:
    """The traits of one candidate day."""
    ordinal = day.toordinal()
    yield "any", 0
    for row, days in seen.dated:
        yield row, offset_column(ordinal - days[-1] if row in _LATEST_COUNTS else _nearest(ordinal, days))
    for row, clues in seen.undated:
        yield row, offset_column(min((_days_after(day, ordinal, c) for c in clues), key=_closeness))
    if seen.around:
        yield "nearest date", offset_column(_nearest(ordinal, seen.around))
    if seen.first_date is not None:
        yield "first date", offset_column(ordinal - seen.first_date)
    if seen.latest_past is not None:
        yield "latest date told", offset_column(ordinal - seen.latest_past)
    yield from _weekday_traits(day, ordinal, seen)
    yield from _year_traits(day, seen)


def _weekday_traits(day: date, ordinal: int, seen: Witnesses) -> Iterator[Trait]:
    weekday = day.isoweekday()
    yield ("day of the week, dated from a place" if seen.has_dateline else "day of the week"), weekday - 1
    if seen.weekdays:
        yield seen.weekdays_row, (weekday - seen.weekdays[0]) % 7
        yield "some weekday told", int(weekday in seen.weekdays)
        yield "weekday after those told", int((weekday - 2) % 7 + 1 in seen.weekdays and weekday not in seen.weekdays)
        if seen.dates and not seen.speaks_of_today:
            is_first = weekday == seen.weekdays[0]
            yield "a written date and the first weekday told", int(is_first and ordinal in seen.dates)
            if seen.caption is not None:
                yield "a caption and the first weekday told", int(is_first and ordinal == seen.caption)
    if seen.weekdays_ahead:
        yield "weekday ahead", min((w - weekday) % 7 for w in seen.weekdays_ahead)
    for clue in seen.told_days[:4]:
        there = ordinal - _days_after(day, ordinal, clue)
        yield "a day told falls on a weekend", int((there - 1) % 7 > 4)
    for clue in seen.written_weekdays[:4]:
        there = ordinal - _days_after(day, ordinal, clue)
        yield "weekday written beside the day", int((there - 1) % 7 + 1 == clue.weekday)


def _year_traits(day: date, seen: Witnesses) -> Iterator[Trait]:
    year, season = day.year, _SEASONS[day.month > 4]
    for row, told in seen.years:
        yield f"{row}, {season}", _clip(year - told)
    if seen.main_year is not None:
        yield "years after the commonest", _clip(year - seen.main_year)
    if seen.copyright_year is not None:
        yield "years after the copyright", _clip(year - seen.copyright_year)
    for row, middle in seen.months:
        yield row, offset_column(day.toordinal() - middle)


def _extremes(unit: str, told: dict[str, list[int]]) -> tuple[tuple[str, int], ...]:
    """Row of each sense and the number that counts in it: the first of what lies ahead, the latest of the rest."""
    return tuple(
        (f"{unit} {sense}", year)
        for sense in sorted(told)
        for year in sorted(set(told[sense]), reverse=sense not in _EARLIEST)[:2]
    )


def _middle(clue: Clue) -> int:
    return date(clue.year or 1, clue.month or 1, 15).toordinal()


def _clip(years: int) -> int:
    """Column 0 for two or more years before, 2 for the same year, 6 for four or more after."""
    return max(-2, min(4, years)) + 2


def _nearest(ordinal: int, days: tuple[int, ...]) -> int:
    return min((ordinal - d for d in days), key=_closeness)


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


def day_of(clue: Clue, year: int | None) -> int | None:
    """Ordinal of the clue's day in a year; None when there is no such day."""
    if year is None or clue.month is None or clue.day is None:
        return None
    try:
        return date(year, clue.month, clue.day).toordinal()
    except ValueError:
        return None
