"""Times of a text that appeared on a day, for tables of cases."""

from __future__ import annotations

from datetime import date

from timeline import timex
from timeline.model import Article, Basis, Expression, PublicationDate, Timex
from timeline.temporal.interval import Interval


def published(on: str | None) -> PublicationDate:
    """The day as a publication date that is given; None: not known."""
    if on is None:
        return PublicationDate(None, None, 0.0, Basis.NONE)
    day = date.fromisoformat(on)
    return PublicationDate(day, Interval.of_day(day), 1.0, Basis.GIVEN)


def found_in(text: str) -> tuple[Expression, ...]:
    """The expressions of the text."""
    return timex.find(Article("a", text, ()))


def placed(on: str | None, text: str, *, url: str = "", language: str = "en") -> tuple[Timex, ...]:
    """The times of the text, published on the day."""
    article = Article("a", text, (), url=url, language=language)
    return timex.resolve(article, timex.find(article), published(on))


def told(timex: Timex) -> str:
    """Words, type, value, mod and bounds of a timex, as the tables write them."""
    mod = f" {timex.mod}" if timex.mod else ""
    if timex.interval is None:
        return f"{timex.text}: {timex.type} {timex.value}{mod}"
    low, high = (t.isoformat(" ", "minutes").removesuffix(" 00:00") for t in (timex.interval.start, timex.interval.end))
    return f"{timex.text}: {timex.type} {timex.value}{mod}, {low} to {high}"
