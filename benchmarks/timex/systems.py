"""Ours and the peers behind one door: a text and the day it appeared, out come marked expressions.

Each peer's answer is written as TIMEX3 by the precision that it claims. A peer that isn't installed is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from importlib import import_module
from typing import Any

from benchmarks.timex.scoring import Marked
from timeline import timex
from timeline.model import Article, Basis, PublicationDate
from timeline.temporal.interval import Interval

System = Callable[[str, date], list[Marked]]


def ours(text: str, on: date) -> list[Marked]:
    """Dateline."""
    article = Article("a", text, ())
    published = PublicationDate(on, Interval.of_day(on), 1.0, Basis.GIVEN)
    found = timex.resolve(article, timex.find(article), published)
    return [Marked(t.span.start, t.span.end, t.type.value, t.value) for t in found]


_LEADING = re.compile(r"(?:(?:in|on|at|and|by|from|of|to|until|since|for|,)\s+|\s+)+", re.IGNORECASE)
_PRECISION = (
    (r"\d\s*(?:[ap]\.?m|:\d\d)|noon|midnight|o'clock|hours?\b|minutes?\b", "%Y-%m-%dT%H:%M"),
    (r"\bweeks?\b", "%G-W%V"),
    (r"\bquarters?\b", "quarter"),
    (r"\bmonths?\b", "%Y-%m"),
    (r"\byears?\b|^\D*\d{4}$", "%Y"),
    (r"^[^\d]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:,?\s+\d{4})?$", "%Y-%m"),
)
"""A moment is written as precisely as the words that it was read from: the first that fits; else its day."""


def _marked(text: str, start: int, end: int, moment: datetime) -> Marked:
    """A moment read from a stretch of the text; prepositions before it are not held against the peer."""
    if leading := _LEADING.match(text[start:end]):
        start += leading.end()
    words = text[start:end].strip().lower()
    form = next((form for pattern, form in _PRECISION if re.search(pattern, words)), "%Y-%m-%d")
    value = f"{moment.year}-Q{(moment.month + 2) // 3}" if form == "quarter" else moment.strftime(form)
    return Marked(start, max(end, start + 1), "TIME" if "T" in value else "DATE", value)


def metadate() -> System:
    """metadate with its compiled scanner."""
    parse = import_module("metadate").parse_date

    def run(text: str, on: date) -> list[Marked]:
        reference = datetime(on.year, on.month, on.day)
        answers = parse(text, reference_date=reference, multi=True, use_c_scanner=True) or ()
        return [_marked(text, p.spans[0][0], p.spans[-1][1], p.start_date) for p in answers if p.spans]

    return run


def parsedatetime() -> System:
    """parsedatetime's `nlp`."""
    calendar = import_module("parsedatetime").Calendar()

    def run(text: str, on: date) -> list[Marked]:
        answers = calendar.nlp(text, datetime(on.year, on.month, on.day)) or ()
        return [_marked(text, start, end, moment) for moment, _, start, end, _ in answers]

    return run


def dateparser() -> System:
    """dateparser's `search_dates`."""
    search = import_module("dateparser.search").search_dates

    def run(text: str, on: date) -> list[Marked]:
        settings = {"RELATIVE_BASE": datetime(on.year, on.month, on.day)}
        return list(_found(text, search(text, languages=["en"], settings=settings) or ()))

    return run


def _found(text: str, answers: Iterable[tuple[str, datetime]]) -> Iterator[Marked]:
    """The places of the words, which dateparser does not tell, from left to right."""
    at = 0
    for words, moment in answers:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield _marked(text, start, at, moment)


def recognizers() -> System:
    """Microsoft's recognizers-text."""
    model = import_module("recognizers_date_time").DateTimeRecognizer("en-us").get_datetime_model()

    def run(text: str, on: date) -> list[Marked]:
        reference = datetime(on.year, on.month, on.day)
        return [_recognized(r) for r in model.parse(text, reference)]

    return run


_KINDS = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME", "datetimerange": "TIME"}


def _recognized(result: Any) -> Marked:
    first = (result.resolution or {}).get("values", [{}])[0] or {}
    value = str(first.get("timex", ""))
    if "XXXX" in value or value.startswith("("):
        value = str(first.get("value") or first.get("start") or value).replace(" ", "T")
        value = re.sub(r":00$", "", value)
    kind = _KINDS.get(result.type_name.rpartition(".")[2], "DATE")
    return Marked(result.start, result.end + 1, kind, value)


PEERS: dict[str, Callable[[], System]] = {
    "metadate": metadate,
    "dateparser.search": dateparser,
    "parsedatetime": parsedatetime,
    "recognizers-text": recognizers,
}
"""Peers by the name in the table, the fastest first."""
