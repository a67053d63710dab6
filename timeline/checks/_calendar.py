"""Dates as they are written, possible or not, with the weekday that stands beside them.

A linear scan of the text itself: a date that does not exist ("Feb. 30") is no time expression to anybody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from timeline.model import PublicationDate, Span

_MONTH_WORDS = (
    "jan(?:uary)?",
    "feb(?:ruary)?",
    "mar(?:ch)?",
    "apr(?:il)?",
    "may",
    "june?",
    "july?",
    "aug(?:ust)?",
    "sep(?:t(?:ember)?)?",
    "oct(?:ober)?",
    "nov(?:ember)?",
    "dec(?:ember)?",
)
MONTH = rf"(?:{'|'.join(_MONTH_WORDS)})\b\.?"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b\.?)"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d|20|21)\d\d"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_H = r"[^\S\n]{0,3}"  # blanks are bounded: long runs of them must not cost their square
_B = r"(?:[^\S\n]{1,3}|[^\S\n]?\n)"
_DATE = re.compile(
    rf"\b(?:(?P<before>{WEEKDAY})(?:{_B}(?:morning|afternoon|evening|night))?"
    rf"(?:{_H},{_H}\n?(?:the{_B})?|[^\S\n]the[^\S\n]|{_H}\({_H}|[^\S\n]{{1,3}}))?"
    rf"(?:(?P<month>{MONTH})(?:{_B})?(?P<day>{DAY})|(?P<day2>{DAY})[^\S\n]{{1,3}}(?:of{_B})?(?P<month2>{MONTH})(?!{_H}\d{{1,2}}(?!\d)))"
    rf"(?![\w%]|[.,:]\d|{_H}(?:a|p)\.?m\b)"
    rf"(?:{_H},?{_H}\n?(?P<year>{_YEAR})(?!\w|[.,]\d))?"
    rf"(?:{_H}\({_H}(?P<in_brackets>{WEEKDAY}){_H}\)|,{_B}an?{_B}(?P<after>{WEEKDAY})\b(?!{_B}\w))?",
    re.IGNORECASE,
)
_ISO = re.compile(rf"(?<![\w.-])(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
_NUMERIC = re.compile(rf"(?<![\w./-])(?P<a>\d{{1,2}})(?P<sep>[/.])(?P<b>\d{{1,2}})(?P=sep)(?P<year>{_YEAR})(?![\w/])")
_RANGE_AFTER = re.compile(
    rf"{_H}(?:[-–—/&,]|and|to|through|or){_H}(?:the{_B})?(?P<next>\d{{1,2}})(?:st|nd|rd|th)?\b", re.IGNORECASE
)
_WEEKDAY_BEFORE = re.compile(
    rf"\b(?P<first>{WEEKDAY}){_H}(?:[-–—/,&]|and|to|through|or){_H}(?:on{_B})?$", re.IGNORECASE
)
_MEANT_MAX = 300  # days from the publication within which a date without a year may be meant
_NEWS_MAX, _TOLD_AGAIN = 120, 4  # days: further off, it may as well be an event of one of so many years before
_PRECISE = 0.6  # a publication date of less confidence is no ground for the year of another date


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in the text: `month` 1 to 12, `day` as written even when no such day exists, `weekday` Monday 0.

    `span` holds the whole, `day_span` month and day (and year), `weekday_span` the weekday's words.
    """

    span: Span
    day_span: Span
    month: int
    day: int
    year: int | None
    weekday: int | None = None
    weekday_span: Span | None = None

    def on(self, year: int) -> date | None:
        """The day in a year; None when there is none."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def month_number(word: str) -> int:
    """1 for "Jan.", "january"."""
    return 1 + next(i for i, m in enumerate(_MONTH_WORDS) if m[:3] == word[:3].lower())


def weekday_number(word: str) -> int:
    """0 for "Mon.", "monday"."""
    return ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(word[:3].lower())


def written_dates(text: str) -> Iterator[WrittenDate]:
    """Every date with month and day, in words or in digits with a year of four digits."""
    for match in _DATE.finditer(text):
        yield from _in_words(text, match)
    for match in _ISO.finditer(text):
        span = Span(*match.span())
        yield WrittenDate(span, span, int(match["month"]), int(match["day"]), int(match["year"]))


def impossible_numeric(text: str) -> Iterator[Span]:
    """Dates like 31/09/2019 that exist in neither order, British or American; with dots the day always leads."""
    for match in _NUMERIC.finditer(text):
        a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
        orders = [(b, a)] if match["sep"] == "." else [(a, b), (b, a)]
        plausible = [(m, d) for m, d in orders if 1 <= m <= 12 and 1 <= d <= 39]
        if plausible and not any(_exists(year, m, d) for m, d in plausible):
            yield Span(*match.span())


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def year_of(written: WrittenDate, published: PublicationDate) -> int | None:
    """The stated year, else the one that puts the date nearest to a publication date that is known well enough.

    None where the text may as well mean another year: a date half a year away, or one whose weekday fits that year.
    """
    if written.year is not None:
        return written.year
    day = published.date
    if day is None or published.confidence < _PRECISE:
        return None
    near = [c for y in (day.year - 1, day.year, day.year + 1) if 1 <= y <= 9999 and (c := written.on(y))]
    near.sort(key=lambda c: abs((c - day).days))
    others = [c for c in near[1:] if abs((c - day).days) <= _MEANT_MAX]
    if near and abs((near[0] - day).days) > _NEWS_MAX:
        others += [c for y in range(day.year - _TOLD_AGAIN, day.year) if y >= 1 and (c := written.on(y))]
    if not near or any(written.weekday == c.weekday() for c in others):
        return near[0].year if near and written.weekday == near[0].weekday() else None
    return near[0].year


def _in_words(text: str, match: re.Match[str]) -> Iterator[WrittenDate]:
    word = match["month"] or match["month2"]
    if not word[0].isupper():
        return
    day_text = match["day"] or match["day2"]
    month_group, day_group = ("month", "day") if match["month"] else ("month2", "day2")
    day = int("".join(c for c in day_text if c.isdecimal()))
    start = min(match.start(month_group), match.start(day_group))
    end = match.end("year") if match["year"] else max(match.end(month_group), match.end(day_group))
    year = int(match["year"]) if match["year"] else None
    weekday, weekday_span = _weekday(text, match)
    yield WrittenDate(Span(*match.span()), Span(start, end), month_number(word), day, year, weekday, weekday_span)


def _weekday(text: str, match: re.Match[str]) -> tuple[int | None, Span | None]:
    """The weekday that the words give this day; none when they give several days and several weekdays."""
    group = next((g for g in ("in_brackets", "after", "before") if match[g]), None)
    if group is None or not match[group][0].isupper():
        return None, None
    first = _WEEKDAY_BEFORE.search(text, max(0, match.start() - 24), match.start()) if group == "before" else None
    several = _RANGE_AFTER.match(text, match.end("day") if match["day"] else match.end("day2"))
    if first and not several:
        return weekday_number(match[group]), Span(*match.span(group))
    if first:
        return weekday_number(first["first"]), Span(*first.span("first"))
    return weekday_number(match[group]), Span(*match.span(group))
