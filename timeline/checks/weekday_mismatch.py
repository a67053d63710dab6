"""A weekday beside a date that fell on another: "Tuesday, Sept. 23" when the 23rd was a Monday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from timeline.checks._calendar import WrittenDate, weekday_number, written_dates, year_of
from timeline.checks._check import About, finding, long_date, quote
from timeline.model import Basis, Finding, Passed, Reading, Repair, Severity, Span, Timeline
from timeline.wording import FULL_WEEKDAYS

ABOUT = About(
    code="weekday-mismatch",
    severity=Severity.HIGH,
    says="A weekday that does not fit the date beside it; without a year, the year nearest to the publication counts.",
    fires="The council met on Friday, March 13, 2019, in the town hall.",
    quiet="The council met on Wednesday, March 13, 2019, in the town hall.",
)
_NEAR = timedelta(days=60)
_GREGORIAN_EVERYWHERE = 1925  # older dates may stand in another calendar


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding or one passed check for each weekday beside a date."""
    for reading in timeline.readings:
        published_says = _publication_weekday(reading)
        if published_says:
            yield published_says
        for written in written_dates(reading.article.text):
            year = year_of(written, reading.publication)
            day = written.on(year) if year is not None and year >= _GREGORIAN_EVERYWHERE else None
            if day is None:
                continue
            if written.weekday is None:
                if written.year is not None and not (published_says and day == reading.publication.date):
                    yield Passed(
                        ABOUT.code, f"{long_date(day)} is a {FULL_WEEKDAYS[day.weekday()]}; no weekday is stated."
                    )
            elif written.weekday == day.weekday():
                words = written.span.of(reading.article.text).strip()
                yield Passed(ABOUT.code, f"{long_date(day)} is a {FULL_WEEKDAYS[day.weekday()]}, as “{words}” has it.")
            else:
                yield _mismatch(reading, written, day)


def _mismatch(reading: Reading, written: WrittenDate, day: date) -> Finding:
    article, span = reading.article, written.weekday_span or written.span
    said, right = FULL_WEEKDAYS[written.weekday or 0], FULL_WEEKDAYS[day.weekday()]
    depends = written.year is None and reading.publication.basis is not Basis.GIVEN
    year = "" if written.year is not None else f" (taking {day.year}, the nearest year to the publication)"
    return finding(
        ABOUT,
        f"“{written.span.of(article.text)}”: {long_date(day)} was a {right}, not a {said}{year}.",
        [
            quote(article, span.start, span.end, said),
            quote(article, written.day_span.start, written.day_span.end, f"a {right}"),
        ],
        severity=Severity.HIGH if written.year is not None or not depends else Severity.MEDIUM,
        confidence=0.95 if written.year is not None else 0.9 if _is_near(reading, day) else 0.75,
        repair=_repair(reading, span, right),
        depends_on_publication=written.year is None,
        explanations=("The day of the month may be the wrong one instead of the weekday.",),
    )


def _is_near(reading: Reading, day: date) -> bool:
    """News of that time: a date without a year half a year away may be of any year."""
    published = reading.publication.date
    return published is not None and abs(day - published) <= _NEAR


def _repair(reading: Reading, span: Span, right: str) -> Repair:
    """The right weekday, as short as the one that stands there and in its letter case."""
    words = span.of(reading.article.text)
    replacement = right if len(words.rstrip(".")) > 4 else right[:3] + "." * words.endswith(".")
    if words.isupper():
        replacement = replacement.upper()
    return Repair(reading.article.id, span, words, replacement, f"Write {replacement} for {words}, or mend the date.")


def _publication_weekday(reading: Reading) -> Passed | None:
    """The publication day's weekday, where a bare weekday of the text was taken to mean it."""
    day = reading.publication.date
    if day is None:
        return None
    for timex in reading.timexes:
        word = timex.text.split()[0][:3].lower() if timex.text.split() else ""
        if word not in ("mon", "tue", "wed", "thu", "fri", "sat", "sun") or timex.interval is None:
            continue
        if timex.interval.first_day == day and weekday_number(word) == day.weekday():
            before = reading.article.text[max(0, timex.span.start - 5) : timex.span.start]
            words = f"said {timex.text}" if before == "said " else timex.text
            return Passed(ABOUT.code, f"{long_date(day)} is a {FULL_WEEKDAYS[day.weekday()]}, as “{words}” has it.")
    return None
