"""The clues of an article, arranged so that looking at one candidate day is cheap."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from timeline.publication.clues import Clue, Clues, Where, day_of


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What an article says, by what is asked of a day. Days are proleptic Gregorian ordinals; tuples are sorted."""

    dated: tuple[tuple[str, tuple[int, ...]], ...]  # row, the full dates told that way
    undated: tuple[tuple[str, tuple[Clue, ...]], ...]  # row, the days without a year told that way
    dates: frozenset[int]  # every full date
    caption: int | None  # the latest date of a caption
    strong: frozenset[int]  # full dates that the article is dated by, or that are printed with it
    shown: frozenset[int]  # full dates of pictures, of news under old ones, and of quoted posts
    first_date: int | None
    heads: tuple[Clue, ...]  # days without a year that the article itself is dated by
    latest_year: int | None  # the latest that is not told as lying ahead
    first_ahead: int | None  # the first year told as lying ahead
    is_compared: bool  # the year before the latest is told as well
    latest_past: int | None
    speaks_of_today: bool
    has_dateline: bool  # one with a day and no year
    first_weekday: int | None  # of a report ("said Tuesday"), else told as past or without a tense
    weekdays: frozenset[int]
    weekdays_ahead: frozenset[int]
    written_weekdays: tuple[Clue, ...]  # days without a year that a weekday stands beside
    told_days: tuple[Clue, ...]  # days of the story without a year or a weekday
    months: tuple[tuple[str, int], ...]  # row, the middle of the month told in that sense
    years: tuple[tuple[str, int], ...]  # row, the year told in that sense
    main_year: int | None  # the commonest
    copyright_year: int | None


_TOLD = (Where.PAST.value, Where.TOLD.value, Where.CAPTION.value, Where.POST.value)
_STORY = (Where.PAST, Where.TOLD, Where.AHEAD)
_HEADS = (Where.PUBLISHED, Where.PRINTED, Where.CLOSING, Where.DATELINE, Where.HEADLINE)
_HEADS_LIMIT = 3
_SHOWN = (Where.CAPTION.value, Where.POST.value, Where.NEWS.value)
_STRONG = (*(where.value for where in (*_HEADS, Where.UPDATED, Where.AMENDED)), *_SHOWN)
_EARLIEST = ("due", "expected", "planned")
"""Senses in which the first years count; of the others the latest do."""


def witnesses(clues: Clues) -> Witnesses:
    """The clues as they are looked up."""
    dated: dict[str, list[int]] = defaultdict(list)
    for clue in clues.dates:
        day = day_of(clue, clue.year)
        if day is not None:
            dated[clue.where.value].append(day)
    every = [day for days in dated.values() for day in days]
    undated: dict[str, list[Clue]] = defaultdict(list)
    for clue in _distinct(clues.days):
        undated[f"{clue.where.value}, no year"].append(clue)
    told = [c.weekday for c in clues.weekdays if c.weekday and c.where in (Where.PAST, Where.TOLD, Where.DATELINE)]
    said = next((c.weekday for c in clues.weekdays if c.sense == "said" and c.where is not Where.AHEAD), None)
    years = [(c.year, _lies_ahead(c)) for c in (*clues.dates, *clues.months, *clues.years) if c.year]
    years_past = {year for year, ahead in years if not ahead}
    return Witnesses(
        dated=tuple((row, tuple(sorted(set(days)))) for row, days in sorted(dated.items())),
        undated=tuple((row, tuple(found)) for row, found in sorted(undated.items())),
        dates=frozenset(every),
        caption=max(dated.get(Where.CAPTION.value, ()), default=None),
        strong=frozenset(day for where in _STRONG for day in dated.get(where, ())),
        shown=frozenset(day for where in _SHOWN for day in dated.get(where, ())),
        heads=tuple(c for c in clues.days if c.where in _HEADS)[:_HEADS_LIMIT],
        latest_year=max(years_past, default=None),
        first_ahead=min((year for year, ahead in years if ahead), default=None),
        is_compared=max(years_past, default=0) - 1 in years_past,
        first_date=next((d for d in (day_of(c, c.year) for c in clues.dates) if d is not None), None),
        latest_past=max((d for where in _TOLD for d in dated.get(where, ())), default=None),
        speaks_of_today=clues.speaks_of_today,
        has_dateline=any(c.where is Where.DATELINE for c in clues.days),
        first_weekday=said if said is not None else told[0] if told else None,
        weekdays=frozenset(told),
        weekdays_ahead=frozenset(c.weekday for c in clues.weekdays if c.weekday and c.where is Where.AHEAD),
        written_weekdays=tuple(c for c in clues.days if c.weekday),
        told_days=tuple(_distinct(c for c in clues.days if not c.weekday and c.where in _STORY)),
        months=_extremes("month", ((_sense(c), _middle(c)) for c in clues.months)),
        years=_extremes("year", ((_sense(c), c.year) for c in clues.years if c.year)),
        main_year=_commonest(c.year for c in clues.years if c.year),
        copyright_year=max((c.year for c in clues.copyright_years if c.year), default=None),
    )


def _lies_ahead(clue: Clue) -> bool:
    return clue.where is Where.AHEAD or clue.sense in _EARLIEST


def _distinct(clues: Iterable[Clue]) -> list[Clue]:
    """Each day of the year once for each way it is told."""
    found: dict[tuple[Where, int | None, int | None], Clue] = {}
    for clue in clues:
        found.setdefault((clue.where, clue.month, clue.day), clue)
    return list(found.values())


def _sense(clue: Clue) -> str:
    if clue.sense:
        return clue.sense
    return "due" if clue.where is Where.AHEAD else "past" if clue.where is Where.PAST else "told"


def _extremes(unit: str, told: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Row of each sense with the two times that count in it: the first of what lies ahead, the latest of the rest."""
    found: dict[str, set[int]] = defaultdict(set)
    for sense, time in told:
        found[sense].add(time)
    return tuple(
        (f"{unit} {sense}", time)
        for sense in sorted(found)
        for time in sorted(found[sense], reverse=sense not in _EARLIEST)[:2]
    )


def _commonest(years: Iterable[int]) -> int | None:
    counted = Counter(years)
    return max(counted, key=lambda year: (counted[year], year)) if counted else None


def _middle(clue: Clue) -> int:
    return date(clue.year or 1, clue.month or 1, 15).toordinal()
