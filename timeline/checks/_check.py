"""What every check has: a description of itself, and quotes with their sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from textwrap import shorten

from timeline.model import Article, Finding, Quote, Repair, Severity, Span
from timeline.temporal.interval import Interval
from timeline.wording import FULL_MONTHS

_SENTENCE_REACH = 600
_HIGH = 0.9
_NUMBERS = dict(zip(range(2, 10), "two three four five six seven eight nine".split(), strict=True))
_CLIPPED = 90  # characters of a quotation inside a message
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Rep|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Co|Ltd))$"
)


@dataclass(frozen=True, slots=True)
class About:
    """A check in words: its stable code, how much its findings matter, and two small articles.

    `fires` is an article that it finds wrong, `quiet` a neighbour that it must not; both appeared on `published`.
    """

    code: str
    severity: Severity
    says: str
    fires: str
    quiet: str
    published: date | None = None


def finding(
    about: About,
    message: str,
    quotes: Iterable[Quote],
    *,
    severity: Severity | None = None,
    confidence: float = 0.9,
    gap: str = "",
    explanations: tuple[str, ...] = (),
    repair: Repair | None = None,
    depends_on_publication: bool = False,
    events: tuple[str, ...] = (),
) -> Finding:
    """A finding of this check; its id and root are given when all checks have run.

    What is shown as high is right nine times in ten: a less sure one is of medium severity.
    """
    severity = severity or about.severity
    return Finding(
        id="",
        check=about.code,
        severity=Severity.MEDIUM if severity is Severity.HIGH and confidence < _HIGH else severity,
        confidence=confidence,
        message=message,
        quotes=tuple(quotes),
        gap=gap,
        explanations=explanations,
        repair=repair,
        depends_on_publication=depends_on_publication,
        events=events,
    )


def quote(article: Article, start: int, end: int, says: str = "") -> Quote:
    """The words from `start` to `end` with the sentence around them."""
    return Quote(article.id, Span(start, end), article.text[start:end], sentence(article.text, start, end), says)


def sentence(text: str, start: int, end: int) -> Span:
    """The sentence around some words, by its punctuation; at most some hundred characters to either side."""
    low = max(0, start - _SENTENCE_REACH)
    begin = low
    for stop in _SENTENCE_END.finditer(text, low, start):
        if text[stop.start()] == "\n" or not _ABBREVIATION.search(text, max(low, stop.start() - 6), stop.start()):
            begin = stop.end()
    high = min(len(text), end + _SENTENCE_REACH)
    for stop in _SENTENCE_END.finditer(text, end, high):
        if text[stop.start()] == "\n" or not _ABBREVIATION.search(text, max(low, stop.start() - 6), stop.start()):
            return Span(begin, max(end, stop.start() + (text[stop.start()] != "\n")))
    tail = len(text[end:high].rstrip()) if high == len(text) else high - end
    return Span(begin, end + tail)


def clipped(text: str) -> str:
    """The words on one line, no more than a message can hold."""
    return shorten(text, _CLIPPED, placeholder=" …")


def others(number: int) -> str:
    """So many more articles: "another", "two others"."""
    return "another" if number == 1 else f"{_NUMBERS.get(number, str(number))} others"


def long_date(day: date) -> str:
    """For example "24 September 2019"."""
    return f"{day.day} {FULL_MONTHS[day.month - 1]} {day.year}"


def duration(length: timedelta) -> str:
    """A gap in words: "14 hours", "a day", "3 days"; days that touch are a day apart."""
    hours = round(length.total_seconds() / 3600)
    if hours in (0, 24):
        return "a day"
    if hours < 48:
        return f"{hours} hour{'s' * (hours != 1)}"
    return f"{round(hours / 24)} days"


def end_of(day: date) -> datetime:
    """The first instant after a day."""
    return Interval.of_day(day).end
