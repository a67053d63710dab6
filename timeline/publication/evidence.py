"""What speaks for a publication date, in plain words, each with its quote."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from timeline.model import Article, Evidence
from timeline.publication.clues import Clue, Clues, Where, day_of
from timeline.temporal.operators import MONTHS, WEEKDAYS

LIMIT = 8
"""Reasons of one kind at most."""

_SAYS = {
    Where.PUBLISHED: "the article says that it was published on {}",
    Where.PRINTED: "the line above the story is dated {}",
    Where.CLOSING: "the line below the story is dated {}",
    Where.PRINTED_LATER: "a line beside the story is dated {}",
    Where.DATELINE: "the dateline says {}",
    Where.HEADLINE: "the headline says {}",
    Where.CAPTION: "the caption that is not a FILE caption is dated {}",
    Where.NEWS: "news told under a FILE picture is dated {}",
    Where.POST: "a quoted post is dated {}",
    Where.TODAY: "the story calls {} today",
    Where.UPDATED: "the article was updated on {}",
    Where.AMENDED: "the article was amended on {}",
    Where.PAST: "the story tells of {} as past",
    Where.AHEAD: "the story looks ahead to {}",
    Where.TOLD: "the story speaks of {}",
}
_NIGHT = ("EV", "NI")
_SAID = ("said ", "said on ", "announced ", "announced on ")


def reasons(article: Article, clues: Clues, day: date) -> tuple[Evidence, ...]:
    """Everything that speaks for a day or is explained by it, the strongest kind first."""
    stated = [Evidence(s.kind, None, s.date.isoformat(), s.says) for s in article.stated_dates if s.date == day]
    found = [*stated, *_dated(clues, day), *_undated(clues, day), *_weekdays(article, clues, day)]
    return tuple(dict.fromkeys(found))


def written(article: Article, clues: Clues) -> tuple[Evidence, ...]:
    """What there is when it does not make a date: days without a year, weekdays."""
    found = [
        Evidence(c.where.value, c.span, c.text, _SAYS[c.where].format(c.text) + ", the year is not said")
        for c in clues.days
        if c.where in (Where.PUBLISHED, Where.PRINTED, Where.CLOSING, Where.DATELINE, Where.HEADLINE)
    ]
    for clue in _first_of_each(clues):
        name = WEEKDAYS[(clue.weekday or 1) - 1]
        says = f"“{_with_verb(article, clue)}”: written on a {name} or soon after, on which one is not said"
        found.append(Evidence("weekday", clue.span, clue.text, says))
        break
    return tuple(found[:LIMIT])


def conflicts(article: Article, day: date, by_text: date | None, is_sure: bool) -> tuple[Evidence, ...]:
    """What the page says that can't be right beside the day, and what the text says that the day passes over."""
    found = [
        Evidence("conflict", None, s.date.isoformat(), f"{s.says}, which does not fit {spoken(day)}")
        for s in article.stated_dates
        if s.kind != "file" and abs((s.date - day).days) > 1
    ]
    if by_text is not None and is_sure and abs((by_text - day).days) > 1:
        says = f"by its text alone the article appeared on {spoken(by_text)}"
        found.append(Evidence("conflict", None, by_text.isoformat(), says))
    return tuple(found)


def spoken(day: date) -> str:
    """The day in words: "24 September 2019"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _dated(clues: Clues, day: date) -> Iterator[Evidence]:
    """Full dates on the day or the day before, by where they stand."""
    order = list(Where)
    near = [(c, day.toordinal() - (day_of(c, c.year) or 0)) for c in clues.dates]
    near = sorted((pair for pair in near if pair[1] in (0, 1)), key=lambda pair: (pair[1], order.index(pair[0].where)))
    for clue, after in near[:LIMIT]:
        says = _SAYS[clue.where].format(clue.text) + (", the day before" if after else "")
        yield Evidence(clue.where.value, clue.span, clue.text, says)


def _undated(clues: Clues, day: date) -> Iterator[Evidence]:
    """Days without a year that are the day or the day before, and what the year was taken from."""
    found = [c for c in clues.days if day.toordinal() - (day_of(c, day.year) or 0) in (0, 1)]
    for clue in found[:LIMIT]:
        says = _SAYS[clue.where].format(clue.text)
        yield Evidence(clue.where.value, clue.span, clue.text, f"{says}, without a year")
    told = sorted(
        (c for c in (*clues.years, *clues.months, *clues.dates) if c.year), key=lambda c: abs((c.year or 0) - day.year)
    )
    if found and told and not any(day_of(c, c.year) == day.toordinal() for c in clues.dates):
        yield Evidence("year", told[0].span, told[0].text, f"“{told[0].text}” makes {day.year} the likeliest year")


def _weekdays(article: Article, clues: Clues, day: date) -> Iterator[Evidence]:
    """How the weekdays of the story read when it appeared on the day."""
    for clue in _first_of_each(clues)[:LIMIT]:
        name = WEEKDAYS[(clue.weekday or 1) - 1]
        back = (day.isoweekday() - (clue.weekday or 1)) % 7
        if back == 0 and clue.part in _NIGHT and clue.where in (Where.PAST, Where.TOLD):
            after = spoken(day + timedelta(days=1)) if day < date.max else "the day after"
            says = f"taken literally, “{clue.text}” told as past would speak for {after}"
        elif back == 0:
            says = f"“{_with_verb(article, clue)}”: {spoken(day)} is a {name}"
        elif clue.where is Where.AHEAD:
            continue
        elif back == 1:
            says = f"“{clue.text}” reads as the day before"
        else:
            says = f"“{clue.text}” reads as {spoken(day - timedelta(days=back))}"
        yield Evidence("weekday", clue.span, clue.text, says)


def _first_of_each(clues: Clues) -> list[Clue]:
    """The first mention of every weekday and part of day."""
    found: dict[tuple[int | None, str], Clue] = {}
    for clue in clues.weekdays:
        found.setdefault((clue.weekday, clue.part), clue)
    return list(found.values())


def _with_verb(article: Article, clue: Clue) -> str:
    """The weekday with the reporting verb before it: "said Tuesday"."""
    if clue.span is None:
        return clue.text
    before = article.text[max(0, clue.span.start - 14) : clue.span.start]
    verb = next((v for v in _SAID if before.endswith(v)), "")
    return verb + clue.text
