"""The day an article appeared, from everything that speaks for one."""

from __future__ import annotations

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

ALTERNATIVES, ALTERNATIVE_FROM = 5, 0.01
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
        given = Evidence("given", None, article.published.isoformat(), "the date was given with the article")
        return PublicationDate(article.published, Interval.of_day(article.published), 1.0, Basis.GIVEN, (given,))
    clues = clues_of(article, expressions)
    days = candidates(clues, tuple(s.date for s in article.stated_dates))
    if not days:
        return _unknown(article, clues, [])
    seen = witnesses(clues)
    found = chances(days, seen, article.stated_dates)
    if found[0][0] < ANSWER_FROM:
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
        round(confidence, 3),
        _basis(article, day),
        evidence,
        tuple(dict.fromkeys(d for d in others if d != day)),
    )


def chances(days: tuple[date, ...], seen: Witnesses, stated: tuple[StatedDate, ...] = ()) -> Chances:
    """Each candidate day with its probability, likeliest first; what is missing to 1 belongs to all other days."""
    odds = [(exp(_score(day, seen) + sum(_stated(day, s, seen) for s in stated)), day) for day in days]
    total = 1 + sum(o for o, _ in odds)
    return sorted(((o / total, day) for o, day in odds), key=lambda pair: (-pair[0], pair[1]))


def _score(day: date, seen: Witnesses) -> float:
    total = 0.0
    for row, column in traits(day, seen):
        weights = WEIGHTS.get(row)
        if weights:
            total += weights[column]
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
    if not found or found[0][0] < ANSWER_FROM:
        return None, False
    return found[0][1], found[0][0] >= SURE


def _basis(article: Article, day: date) -> Basis:
    kinds = {s.kind for s in article.stated_dates if s.date == day}
    return Basis.METADATA if "metadata" in kinds else Basis.URL if "url" in kinds else Basis.TEXT


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
