"""Days on which an article may have appeared, by what it says itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from timeline.publication.clues import Clue, Clues, Where, day_of

LIMIT = 120
"""Candidate days of one article at most."""

_DATES_LIMIT, _DAYS_LIMIT = 8, 5
_AFTER = {  # days after a written date that are looked at
    Where.PUBLISHED: (0, 1),
    Where.PRINTED: (0, 1),
    Where.CLOSING: (0, 1),
    Where.DATELINE: (0, 1),
    Where.HEADLINE: (0, 1),
    Where.AMENDED: (0, -1, -2),
    Where.UPDATED: (0, -1, -2),
    Where.AHEAD: (0, -1, -2, -3),
}
_AFTER_TOLD = (0, 1, 2)
_STORY = (Where.PAST, Where.TOLD, Where.AHEAD)
_YEARS_LIMIT, _YEARS_ON = 6, 9


def candidates(clues: Clues, stated: tuple[date, ...]) -> tuple[date, ...]:
    """The days, sorted: those stated, those written and a few after, and the weekdays told after the latest date."""
    ordinals = {day.toordinal() + step for day in stated for step in (0, -1, 1)}
    full = [(c, day_of(c, c.year)) for c in clues.dates]
    for clue, day in _chosen([(c, d) for c, d in full if d is not None]):
        ordinals.update(day + step for step in _AFTER.get(clue.where, _AFTER_TOLD))
    years = _years(clues, stated)
    weekday = _first_weekday(clues)
    for clue in _distinct_days(clues):
        for year in years:
            there = day_of(clue, year)
            if there is not None:
                ordinals.update(there + step for step in _AFTER.get(clue.where, _AFTER_TOLD))
                if weekday and clue.where in _STORY:
                    ahead = (weekday - there) % 7
                    ordinals.update((there + ahead, there + ahead - 7))
        if weekday and not clues.speaks_of_today:
            ordinals.update(_on_weekday(clue, weekday, years))
    past = [d for c, d in full if d is not None and c.where not in (Where.AHEAD, Where.AMENDED, Where.UPDATED)]
    if past:
        ordinals.update(_weekdays_after(max(past), clues))
    return tuple(date.fromordinal(o) for o in sorted(ordinals) if 1 < o < date.max.toordinal())[-LIMIT:]


def _first_weekday(clues: Clues) -> int | None:
    """The weekday of a report, else the first that is told as past: most often the day of publication."""
    told = [c for c in clues.weekdays if c.where in (Where.PAST, Where.TOLD)]
    return next((c.weekday for c in told if c.sense == "said"), told[0].weekday if told else None)


def _on_weekday(clue: Clue, weekday: int, years: list[int]) -> Iterator[int]:
    """The clue's day in years after those mentioned, where it falls on the weekday."""
    for year in range(max(years, default=9999) + 1, min(max(years, default=9999) + _YEARS_ON, 9999)):
        there = day_of(clue, year)
        if there is not None and (there - 1) % 7 + 1 == weekday:
            yield there


def _chosen(found: list[tuple[Clue, int]]) -> list[tuple[Clue, int]]:
    """The first dates of a text and its latest ones."""
    if len(found) <= _DATES_LIMIT:
        return found
    half = _DATES_LIMIT // 2
    return found[:half] + sorted(found[half:], key=lambda pair: pair[1])[-half:]


def _distinct_days(clues: Clues) -> list[Clue]:
    found: dict[tuple[int | None, int | None], Clue] = {}
    for clue in sorted(clues.days, key=lambda c: c.where in (Where.PAST, Where.TOLD, Where.AHEAD)):
        found.setdefault((clue.month, clue.day), clue)
    return list(found.values())[:_DAYS_LIMIT]


def _years(clues: Clues, stated: tuple[date, ...]) -> list[int]:
    """Years that a day without one may belong to: those mentioned and their neighbours, the latest told first."""
    told = [c for c in (*clues.dates, *clues.months, *clues.years, *clues.copyright_years) if c.year is not None]
    past = sorted({c.year for c in told if c.year and not _lies_ahead(c)}, reverse=True)[:2]
    ahead = sorted({c.year for c in told if c.year and _lies_ahead(c)})[:1]
    wanted = [d.year for d in stated]
    for step in (0, 1, -1, 2):
        wanted += [y + step for y in past[:1] or ahead]
    wanted += [*ahead, *(y - 1 for y in ahead), *past[1:], *(y + 1 for y in past[1:])]
    return list(dict.fromkeys(wanted))[:_YEARS_LIMIT]


def _lies_ahead(clue: Clue) -> bool:
    return clue.where is Where.AHEAD or clue.sense == "due"


def _weekdays_after(latest: int, clues: Clues) -> set[int]:
    """The first days after a date that fall on a weekday told, three weeks on."""
    told = {c.weekday for c in clues.weekdays if c.weekday and c.where is not Where.AHEAD}
    return {
        latest + (weekday - (latest - 1) % 7 - 1) % 7 + 7 * week for weekday in sorted(told)[:3] for week in range(3)
    }
