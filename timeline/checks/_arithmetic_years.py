"""Years and months that are counted wrongly: "12 years ago" beside a year, the length of a range, anniversaries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks._anniversaries import anniversaries, ordinal
from timeline.checks._arithmetic import ABOUT, in_years, published_on
from timeline.checks._calendar import MONTH, month_number
from timeline.checks._check import finding, quote
from timeline.model import Article, Finding, Passed, Reading, Repair, Span
from timeline.wording import FULL_MONTHS

_B = r"(?:[^\S\n]{1,3}|[^\S\n]?\n)"
_Y = r"(?:1[5-9]|20)\d\d"
_ROUGH = (
    rf"(?:(?P<rough>about|around|nearly|almost|some|more{_B}than|over|roughly|less{_B}than|just|only|exactly){_B})?"
)
_WORDS = {
    w: n
    for n, w in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(" "),
        1,
    )
}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)})"
_YEAR_AGO = re.compile(
    rf"\b(?P<year>{_Y})(?:[^\S\n]?[,(–—-]+[^\S\n]?|{_B}--{_B}){_ROUGH}(?P<n>{_NUMBER}){_B}years?{_B}(?P<ago>ago)\b",
    re.IGNORECASE,
)
_AGO_YEAR = re.compile(
    rf"\b{_ROUGH}(?P<n>{_NUMBER}){_B}years?{_B}(?P<ago>ago)(?:[^\S\n]?[,(–—-]+[^\S\n]?|{_B})(?:back{_B})?(?:in{_B})"
    rf"(?:[A-Z][a-z]{{2,8}}\.?{_B})?(?P<year>{_Y})\b(?!-)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    rf"\bin{_B}(?P<year>20\d\d),{_B}{_ROUGH}(?P<n>{_NUMBER}){_B}years{_B}(?P<ago>from{_B}now)\b", re.IGNORECASE
)
_MONTHS_AGO = re.compile(
    rf"\b{_ROUGH}(?P<n>{_NUMBER}){_B}months{_B}(?P<ago>ago),{_B}in{_B}(?P<month>{MONTH}){_B}(?P<year>{_Y})\b",
    re.IGNORECASE,
)
_RANGE_LENGTH = re.compile(
    rf"\b(?:from|between){_B}(?P<a>{_Y})(?:{_B}(?:to|and|until|through){_B}|[–-])(?P<b>{_Y})"
    rf"(?:,{_B}|{_B}?\({_B}?|{_B}?[–—]{_B}?){_ROUGH}(?P<n>{_NUMBER}){_B}years\b(?!{_B}(?:ago|old|later|after|before|earlier))",
    re.IGNORECASE,
)


def miscounted(reading: Reading) -> Iterator[Finding | Passed]:
    """The counts beside a date, or beside a range of years."""
    yield from _years_ago(reading)
    yield from _years_ahead(reading)
    yield from _months_ago(reading)
    yield from _range_lengths(reading.article)


def _years_ago(reading: Reading) -> Iterator[Finding | Passed]:
    """A year and "N years ago" side by side, held against the year of publication."""
    article, published = reading.article, published_on(reading)
    if published is None:
        return
    for match in (*_YEAR_AGO.finditer(article.text), *_AGO_YEAR.finditer(article.text)):
        count, year = _count(match["n"]), int(match["year"])
        off = abs(published.year - count - year)
        if off <= _tolerance(match["rough"], count):
            yield Passed(ABOUT.code, f"“{match[0]}” fits {published.year}, the year of publication.")
            continue
        right = published.year - year
        yield finding(
            ABOUT,
            f"“{match[0]}”: {count} years before {published.year} was {published.year - count}, not {year}.",
            [
                quote(article, *match.span("year"), f"{right} years before the publication"),
                quote(article, match.start("n"), match.end("ago"), f"in {published.year - count}"),
            ],
            confidence=0.9 if off > 2 else 0.75,
            gap=in_years(off),
            depends_on_publication=True,
            repair=_repair(article, match, "n", right) if right > 0 else None,
            explanations=("The years may be counted to another date than the publication.",),
        )


def _years_ahead(reading: Reading) -> Iterator[Finding]:
    """For example "in 2030, eleven years from now", held against the year of publication."""
    article, published = reading.article, published_on(reading)
    if published is None:
        return
    for match in _AHEAD.finditer(article.text):
        count, year = _count(match["n"]), int(match["year"])
        right = year - published.year
        if right > 0 and abs(count - right) > _tolerance(match["rough"], count):
            yield _counted_wrongly(article, match, f"in {published.year + count}", right, abs(count - right))


def _months_ago(reading: Reading) -> Iterator[Finding]:
    """For example "14 months ago, in February 2015", held against the month of publication."""
    article, published = reading.article, published_on(reading)
    if published is None:
        return
    for match in _MONTHS_AGO.finditer(article.text):
        count = _count(match["n"])
        right = 12 * (published.year - int(match["year"])) + published.month - month_number(match["month"])
        if right > 0 and abs(count - right) > _tolerance(match["rough"], count):
            year, month = divmod(12 * published.year + published.month - 1 - count, 12)
            then = f"in {FULL_MONTHS[month]} {year}"
            yield _counted_wrongly(article, match, then, right, abs(count - right), unit="month")


def _counted_wrongly(
    article: Article, match: re.Match[str], then: str, right: int, off: int, *, unit: str = "year"
) -> Finding:
    """A count of years or months that leads from the publication to another date, `then`, than the one beside it."""
    return finding(
        ABOUT,
        f"“{match[0]}”: counted from the publication, that is {then}.",
        [
            quote(article, match.start("month" if unit == "month" else "year"), match.end("year"), f"{right} {unit}s"),
            quote(article, match.start("n"), match.end("ago"), then),
        ],
        confidence=0.75,
        gap=f"{off} {unit}{'s' * (off != 1)}",
        depends_on_publication=True,
        repair=_repair(article, match, "n", right),
        explanations=("The time may be counted from another date than the publication.",),
    )


def _range_lengths(article: Article) -> Iterator[Finding | Passed]:
    """For example "from 1990 to 1995, five years": the range may be counted with or without its last year."""
    for match in _RANGE_LENGTH.finditer(article.text):
        count, length = _count(match["n"]), int(match["b"]) - int(match["a"])
        if length < 0 or abs(count - length) <= _tolerance(match["rough"], count):
            continue
        yield finding(
            ABOUT,
            f"“{match[0]}”: from {match['a']} to {match['b']} are {length} years, not {count}.",
            [
                quote(article, match.start("a"), match.end("b"), in_years(length)),
                quote(article, match.start("n"), match.end(), in_years(count)),
            ],
            gap=in_years(abs(count - length)),
            repair=_repair(article, match, "n", length),
        )


def wrong_anniversaries(reading: Reading) -> Iterator[Finding | Passed]:
    """An anniversary and the year that it counts from, held against the years in which it may be marked."""
    article, published = reading.article, published_on(reading)
    year = published.year if published is not None else None
    for told in anniversaries(reading, year):
        nth = told.nth.of(article.text)
        if told.off == 0:
            yield Passed(ABOUT.code, f"“{nth} anniversary” fits {told.year}.")
            continue
        right = ordinal(year - told.year) if year is not None and year > told.year else None
        yield finding(
            ABOUT,
            f"“{nth} anniversary”: {told.count} years after {told.year} is {told.year + told.count}.",
            [
                quote(article, told.nth.start, told.nth.end, f"in {told.year + told.count}"),
                quote(article, told.base.start, told.base.end, f"{right} anniversary in {year}" if right else ""),
            ],
            confidence=0.75,
            gap=in_years(told.off),
            depends_on_publication=year is not None,
            repair=Repair(article.id, told.nth, nth, right, f"Write “{right}”, or mend the year.") if right else None,
            explanations=("The anniversary may be that of another event.",),
        )


def _repair(article: Article, match: re.Match[str], group: str, right: int) -> Repair:
    spelled = next((w for w, n in _WORDS.items() if n == right), None)
    replacement = spelled if spelled and not match[group].isdecimal() else str(right)
    span = Span(*match.span(group))
    return Repair(article.id, span, match[group], replacement, f"Write {replacement}, or mend the year.")


def _tolerance(rough: str | None, count: int) -> int:
    """Years by which a count may be off: one for the day of the year, more for "about" and for round numbers."""
    if rough and rough.lower() not in ("just", "only", "exactly"):
        return max(2, count // 5)
    return 1


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _WORDS[word.lower()]
