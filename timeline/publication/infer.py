"""The day an article appeared, from everything that speaks for one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from math import exp

from timeline.model import Article, Basis, Evidence, Expression, PublicationDate, StatedDate
from timeline.publication.candidates import candidates
from timeline.publication.clues import Clues, Where, clues_of, day_of
from timeline.publication.evidence import conflicts, reasons, written
from timeline.publication.traits import traits
from timeline.publication.weights import STATED, WEIGHTS
from timeline.publication.witnesses import Witnesses, witnesses
from timeline.temporal.interval import OPEN_END, Granularity, Interval

ANSWER_FROM = 0.2
"""A day less probable than this is not named as the date, only among the alternatives."""

YEAR_FROM, DAY_SURE = 0.1, 0.4
"""So much is enough where only the year is in doubt: where this day of the year is as sure as that."""

YEAR_INFERRED = 0.89
"""The confidence at most when no full date of the text is the day or the day before."""

AT_MOST = 0.99
"""The confidence at most: printed dates are wrong at times, too."""

SHARPNESS = 1.8
"""What a day's score is multiplied by when it has a date in a strong place: the fit is too timid there."""

ALTERNATIVES, ALTERNATIVE_FROM = 5, 0.002
"""How many other days are named, and how probable each must be."""

PAGE_ALONE = 0.95
"""The chance that a page's date is right when its text does not point to the same day (htmldate: F 0.949)."""

SURE = 0.8
"""The text alone contradicts the page only when it is this sure of another day."""

Chances = list[tuple[float, date]]
"""Days and their probabilities, likeliest first."""


def infer(article: Article, expressions: tuple[Expression, ...]) -> PublicationDate:
    """The publication date: as it was given, or the likeliest day by the text and the page, or none."""
    if article.published is not None:
        return _given(article, article.published)
    clues = clues_of(article, expressions)
    days = candidates(clues, tuple(s.date for s in article.stated_dates))
    if not days:
        return _unknown(article, clues, [])
    seen = witnesses(clues)
    found = chances(days, seen, article.stated_dates)
    if not is_named(found):
        return _unknown(article, clues, found)
    confidence, day = found[0]
    evidence = reasons(article, clues, day)
    others = [d for p, d in found[1 : ALTERNATIVES + 1] if p >= ALTERNATIVE_FROM]
    if article.stated_dates:
        by_text, is_sure = _by_text(days, seen)
        evidence += conflicts(article, day, by_text, is_sure)
        others += [*([by_text] if by_text else ()), *(s.date for s in article.stated_dates)]
        confidence = confidence if by_text == day else min(confidence, PAGE_ALONE)
    return PublicationDate(
        day,
        Interval.of_day(day),
        round(min(confidence, AT_MOST), 3),
        _basis(article, day),
        evidence,
        tuple(dict.fromkeys(d for d in others if d != day)),
    )


def chances(
    days: tuple[date, ...],
    seen: Witnesses,
    stated: tuple[StatedDate, ...] = (),
    weights: Mapping[str, Sequence[float]] = WEIGHTS,
) -> Chances:
    """Each candidate day with its probability, likeliest first; what is missing to 1 belongs to all other days."""
    scores = [_score(day, seen, weights) + sum(_stated(day, s, seen) for s in stated) for day in days]
    best = max(zip(scores, days, strict=True), default=None)
    if best is None:
        return []
    sharpness = SHARPNESS if _is_near(best[1], seen.strong) else 1.0
    odds = [exp(sharpness * score) for score in scores]
    total = 1 + sum(odds)
    found = sorted(((o / total, day) for o, day in zip(odds, days, strict=True)), key=lambda pair: (-pair[0], pair[1]))
    if not stated and found[0][0] > YEAR_INFERRED and not _is_near(found[0][1], seen.dates):
        return [(min(chance, YEAR_INFERRED), day) for chance, day in found]
    return found


def is_named(found: Chances) -> bool:
    """The likeliest day is likely enough to be named as the date, perhaps because only its year is in doubt."""
    chance, best = found[0] if found else (0.0, date.min)
    if chance >= ANSWER_FROM or chance < YEAR_FROM:
        return chance >= ANSWER_FROM
    return sum(p for p, day in found if (day.month, day.day) == (best.month, best.day)) >= DAY_SURE


def _is_near(day: date, written: Collection[int]) -> bool:
    """A date is written that is the day, or a day apart."""
    ordinal = day.toordinal()
    return ordinal in written or ordinal - 1 in written or ordinal + 1 in written


def _score(day: date, seen: Witnesses, weights: Mapping[str, Sequence[float]]) -> float:
    total = 0.0
    for row, column in traits(day, seen):
        there = weights.get(row)
        if there:
            total += there[column]
    return total


def _stated(day: date, stated: StatedDate, seen: Witnesses) -> float:
    """How a date of the page's markup or address weighs for a day: less where the text tells later days as past."""
    weight = STATED[stated.kind].get((day - stated.date).days, 0.0)
    if seen.latest_past is not None and seen.latest_past > stated.date.toordinal() + 1:
        return weight / 2
    return weight


def _by_text(days: tuple[date, ...], seen: Witnesses) -> tuple[date | None, bool]:
    """The likeliest day by the text alone, if there is one, and whether the text is sure of it."""
    found = chances(days, seen)
    if not is_named(found):
        return None, False
    return found[0][1], found[0][0] >= SURE


def _given(article: Article, day: date) -> PublicationDate:
    """The day that was given, and by what: a column or a field, or whoever gave the article."""
    by = (s.says for s in article.stated_dates if s.kind in ("column", "field") and s.date == day)
    evidence = Evidence("given", None, day.isoformat(), next(by, "the date was given with the article"))
    return PublicationDate(day, Interval.of_day(day), 1.0, Basis.GIVEN, (evidence,))


def _basis(article: Article, day: date) -> Basis:
    kinds = {s.kind for s in article.stated_dates if s.date == day}
    if not kinds:
        return Basis.TEXT
    return Basis.URL if kinds == {"url"} else Basis.METADATA


def _unknown(article: Article, clues: Clues, found: Chances) -> PublicationDate:
    """No date; the days that are possible, and the first day that the text allows."""
    others = tuple(d for p, d in found[:ALTERNATIVES] if p >= ALTERNATIVE_FROM)
    first = _first_possible(clues)
    interval = Interval(first, OPEN_END, Granularity.DAY) if first is not None else None
    return PublicationDate(None, interval, 0.0, Basis.NONE, written(article, clues), others)


def _first_possible(clues: Clues) -> datetime | None:
    """The latest day that the text tells as past: the article is not older."""
    told = [day_of(c, c.year) for c in clues.dates if c.where in (Where.PAST, Where.CAPTION, Where.POST)]
    days = [datetime.fromordinal(d) for d in told if d is not None]
    days += [datetime(c.year, c.month, 1) for c in clues.months if c.sense == "past" and c.year and c.month]
    days += [datetime(c.year, 1, 1) for c in clues.years if c.sense == "past" and c.year]
    return max(days, default=None)
