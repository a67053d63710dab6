"""Anniversaries beside the year that they count from: "the 50th anniversary of the 1963 flood"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.checks._check import sentence
from timeline.checks._numbers import BLANK
from timeline.model import Reading, Span

_WORDS = {
    word: n
    for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(" "), 1)
} | {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}  # fmt: skip
_Y = r"(?P<year>1[0-9]\d\d|20\d\d)"
_ANNIVERSARY = re.compile(
    rf"\b(?P<nth>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(_WORDS)})(?:{BLANK}|-year{BLANK})(?:wedding{BLANK})?anniversary\b",
    re.IGNORECASE,
)
_OF_THE_YEAR = re.compile(
    rf"{BLANK}of{BLANK}(?:the|its|his|her|their|a){BLANK}(?:[A-Z][a-z]+\.?{BLANK}\d{{1,2}},?{BLANK})?{_Y}{BLANK}[A-Za-z]"
)
_BEGUN_IN = re.compile(
    rf"\b(?:founded|established|opened|built|formed|created|launched|born|incorporated|married)"
    rf"(?:{BLANK}[\w'’-]+){{0,3}}?{BLANK}in{BLANK}(?:[A-Z][a-z]+{BLANK})?{_Y}\b"
)
_ANY_YEAR = re.compile(rf"\b{_Y}\b")
_LONGEST = 400
"""Days that a time may have whose years an anniversary may be in."""


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A count of years, the year that they are counted from, and the years in which it may have been marked."""

    nth: Span
    count: int
    base: Span
    year: int
    marked: frozenset[int]

    @property
    def off(self) -> int:
        """Years by which it misses the nearest of them."""
        return min(abs(year - self.year - self.count) for year in self.marked)


def anniversaries(reading: Reading, published: int | None) -> Iterator[Anniversary]:
    """Every anniversary whose first year its sentence tells; `published` is the year of publication, if it is known."""
    text = reading.article.text
    for match in _ANNIVERSARY.finditer(text):
        around = sentence(text, *match.span())
        base = _OF_THE_YEAR.match(text, match.end()) or _BEGUN_IN.search(text, around.start, around.end)
        if base is None:
            continue
        years = {int(y["year"]) for y in _ANY_YEAR.finditer(text, around.start, around.end)}
        near = {published - 1, published, published + 1} if published else set[int]()
        marked = (years | near | set(_told(reading, around))) - {int(base["year"])}
        if marked:
            yield Anniversary(
                Span(*match.span("nth")),
                _count(match["nth"]),
                Span(*base.span("year")),
                int(base["year"]),
                frozenset(marked),
            )


def _told(reading: Reading, around: Span) -> Iterator[int]:
    for timex in reading.timexes:
        time = timex.interval
        if time is not None and around.contains(timex.span) and time.length.days <= _LONGEST:
            yield from (time.first_day.year, time.last_day.year)


def _count(word: str) -> int:
    return _WORDS[word.lower()] if word.lower() in _WORDS else int(word[:-2])


def ordinal(count: int) -> str:
    """For example "21st", "112th"."""
    ending = "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"
