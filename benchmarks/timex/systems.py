"""Ours and the peers behind one door: a text and the day it appeared, out come marked expressions.

Each peer's answer is written as TIMEX3 by the precision that it claims. A peer that isn't installed is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
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


def _moment(day: datetime, *, has_day: bool, has_time: bool) -> str:
    if has_time:
        return day.strftime("%Y-%m-%dT%H:%M")
    return day.strftime("%Y-%m-%d" if has_day else "%Y-%m")


def metadate() -> System:
    """metadate with its compiled scanner."""
    parse = import_module("metadate").parse_date

    def run(text: str, on: date) -> list[Marked]:
        reference = datetime(on.year, on.month, on.day)
        return [
            _period(p) for p in parse(text, reference_date=reference, multi=True, use_c_scanner=True) or [] if p.spans
        ]

    return run


def _period(period: Any) -> Marked:
    finest = min(level.name for level in period.levels) if not period.levels else min(period.levels).name
    start = period.start_date
    value = {
        "YEAR": start.strftime("%Y"),
        "QUARTER": f"{start.year}-Q{(start.month + 2) // 3}",
        "MONTH": start.strftime("%Y-%m"),
        "WEEK": start.strftime("%G-W%V"),
    }.get(finest, _moment(start, has_day=True, has_time=finest in ("HOUR", "MINUTE", "SECOND")))
    return Marked(period.spans[0][0], period.spans[-1][1], "TIME" if "T" in value else "DATE", value)


def parsedatetime() -> System:
    """parsedatetime's `nlp`."""
    calendar = import_module("parsedatetime").Calendar()

    def run(text: str, on: date) -> list[Marked]:
        out = []
        for moment, flag, start, end, _ in calendar.nlp(text, datetime(on.year, on.month, on.day)) or ():
            value = _moment(moment, has_day=True, has_time=flag in (2, 3))
            out.append(Marked(start, end, "TIME" if flag in (2, 3) else "DATE", value))
        return out

    return run


def dateparser() -> System:
    """dateparser's `search_dates`."""
    search = import_module("dateparser.search").search_dates

    def run(text: str, on: date) -> list[Marked]:
        settings = {"RELATIVE_BASE": datetime(on.year, on.month, on.day)}
        return list(_found(text, search(text, languages=["en"], settings=settings) or ()))

    return run


def _found(text: str, answers: Any) -> Iterator[Marked]:
    at = 0
    for words, moment in answers:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            value = _moment(moment, has_day=True, has_time=(moment.hour, moment.minute) != (0, 0))
            yield Marked(start, at, "TIME" if "T" in value else "DATE", value)


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
