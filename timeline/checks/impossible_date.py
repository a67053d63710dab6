"""Dates that no calendar has: 30 February, 31 September, 29 February of a common year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from timeline.checks._calendar import WrittenDate, impossible_numeric, written_dates
from timeline.checks._check import About, finding, quote
from timeline.model import Article, Finding, Passed, PublicationDate, Quote, Repair, Severity, Span, Timeline
from timeline.wording import FULL_MONTHS

ABOUT = About(
    code="impossible-date",
    severity=Severity.HIGH,
    says="A date that does not exist in the calendar, such as 31 September or 29 February of a common year.",
    fires="The bridge was closed on Sept. 31, 2018, the council said.",
    quiet="The bridge was closed on Feb. 29, 2016, the council said.",
)
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY_MAX = 39  # beyond it the number is rather no day at all


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each date that does not exist."""
    for reading in timeline.readings:
        for written in written_dates(reading.article.text):
            found = _look(reading.article, reading.publication, written)
            if found:
                yield found
        for span in impossible_numeric(reading.article.text):
            words = span.of(reading.article.text)
            yield finding(
                ABOUT, f"There is no day “{words}” in any order of day and month.", [_quote(reading.article, span)]
            )


def _look(article: Article, published: PublicationDate, written: WrittenDate) -> Finding | None:
    if not (1 <= written.month <= 12):
        return None
    longest = _LONGEST[written.month - 1]
    if 1 <= written.day <= longest and (written.year is None or written.on(written.year)):
        return _leap_day(article, published, written)
    if not 1 <= written.day <= _DAY_MAX or (written.day > 31 and written.year is None):
        return None
    month = FULL_MONTHS[written.month - 1]
    when = f"{month} {written.year}" if written.year else month
    last = monthrange(written.year, written.month)[1] if written.year else longest
    return finding(
        ABOUT,
        f"“{written.day_span.of(article.text)}” does not exist: {when} has {last} days.",
        [_quote(article, written.day_span)],
        confidence=0.97,
        repair=_repair(article, written, last),
        explanations=("A digit may be mistyped in the day, or the month may be the wrong one.",),
    )


def _leap_day(article: Article, published: PublicationDate, written: WrittenDate) -> Finding | None:
    """29 February without a year, where no leap year is near the publication."""
    if (written.month, written.day) != (2, 29) or written.year is not None or not published.date:
        return None
    near = [c for y in range(published.date.year - 1, published.date.year + 2) if (c := written.on(y))]
    if any(abs((c - published.date).days) <= 400 for c in near):
        return None
    return finding(
        ABOUT,
        f"“{written.day_span.of(article.text)}” does not exist in {published.date.year}, the year of publication, "
        "nor in the years beside it.",
        [_quote(article, written.day_span)],
        severity=Severity.MEDIUM,
        confidence=0.7,
        depends_on_publication=True,
        explanations=("The text may speak of an earlier leap year.",),
    )


def _repair(article: Article, written: WrittenDate, last: int) -> Repair | None:
    """The last day of the month in place of the day, where the words hold the day's digits once."""
    words = written.day_span.of(article.text)
    at = words.find(str(written.day))
    if at < 0:
        return None
    start = written.day_span.start + at
    span = Span(start, start + len(str(written.day)))
    replacement = str(last)
    return Repair(article.id, span, str(written.day), replacement, f"Check the day; the month ends with {last}.")


def _quote(article: Article, span: Span) -> Quote:
    return quote(article, span.start, span.end, "no such day")
