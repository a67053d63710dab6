"""The age at which somebody died: as the headline tells it, as the text does, and as the day of birth makes it.

Read from the words alone: "Ann Doe, Pianist, Dies at 91" has no verb for a mention to hang on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.checks._calendar import MONTH, month_number
from timeline.checks._numbers import BLANK
from timeline.model import Article, BlockKind, Span

_AGE = r"(?P<age>\d{2,3})"
_HEADLINE = re.compile(
    rf"\b(?:dies|dead|died)\b(?:{BLANK}\w+){{0,3}}?,?{BLANK}(?:at|aged)(?:{BLANK}age)?{BLANK}{_AGE}(?=$|[,;:.]?\n|[,;:]{BLANK})"
    rf"|\b(?P<before>\d{{2,3}}),{BLANK}(?:dies|has{BLANK}died)\b",
    re.IGNORECASE,
)
_DEATH = re.compile(r"\b(?:died|dies|death|passed away)\b", re.IGNORECASE)
_DIED_AT = re.compile(
    rf"\bdied\b[^.;:]{{0,80}}?\b(?:aged|at{BLANK}(?:the{BLANK})?age{BLANK}of|at{BLANK}age){BLANK}{_AGE}\b"
)
_WAS = re.compile(rf"(?<=[.!?”\"\n])\s*(?:H|Sh)e{BLANK}was{BLANK}{_AGE}\.(?!\d)")
_BORN = re.compile(
    rf"(?P<who>\b[A-Z][a-z'’]+){BLANK}was{BLANK}born{BLANK}(?:in{BLANK}(?:[A-Z][\w.]+,?{BLANK}){{1,4}})?(?:on{BLANK}|in{BLANK})?"
    rf"(?:(?P<month>(?i:{MONTH}))\.?{BLANK}(?:(?P<day>\d{{1,2}}),?{BLANK})?|(?P<day2>\d{{1,2}}){BLANK}(?P<month2>(?i:{MONTH}))\.?,?{BLANK})?"
    rf"(?P<year>1[89]\d\d|20\d\d)\b"
)
_LEAD = 900  # characters of the text: where an obituary says that somebody died, and how old
_LATE = timedelta(days=90)
"""How long after a death it may be written of."""


@dataclass(frozen=True, slots=True)
class DeathAge:
    """An age at death, where it stands, and what stands against it: another age, or a year of birth."""

    age: Span
    against: Span
    allowed: tuple[int, int]  # the ages that the other words allow, first and last


def death_ages(article: Article, published: date | None) -> Iterator[DeathAge]:
    """Of an article whose headline says that somebody died: the ages at death that don't fit."""
    headline = next((b.span for b in article.blocks if b.kind is BlockKind.HEADLINE), None)
    body = next((b.span for b in article.blocks if b.kind is BlockKind.BODY), None)
    if headline is None or body is None or not _DEATH.search(headline.of(article.text)):
        return
    above, below = _headline_age(article.text, headline), _body_age(article.text, body.start)
    if above and below and not re.search(rf"\b{above.of(article.text)}\b", article.text[body.start :]):
        told = int(below.of(article.text))
        yield DeathAge(above, below, (told, told))
        return
    age = below or above
    born = _birth(article.text, body.start, headline) if age and published else None
    if age and born and published:
        earliest = published - min(_LATE, published - date.min)
        least, most = _years(born, earliest, last=True), _years(born, published, last=False)
        if not least <= int(age.of(article.text)) <= most:
            yield DeathAge(age, Span(*born.span("year")), (least, most))


def _headline_age(text: str, headline: Span) -> Span | None:
    """The only age of a headline."""
    found = list(_HEADLINE.finditer(text, headline.start, headline.end))
    return Span(*found[0].span("age" if found[0]["age"] else "before")) if len(found) == 1 else None


def _body_age(text: str, start: int) -> Span | None:
    """The age that the first sentences tell, where they tell of one death."""
    end = min(len(text), start + _LEAD)
    ages = [Span(*m.span("age")) for pattern in (_DIED_AT, _WAS) for m in pattern.finditer(text, start, end)]
    return min(ages) if len({age.of(text) for age in ages}) == 1 and _DEATH.search(text, start, end) else None


def _birth(text: str, start: int, headline: Span) -> re.Match[str] | None:
    """The first birth told, where it is that of "he" or "she", or of a name that stands in the headline."""
    born = _BORN.search(text, start)
    who = born["who"].removesuffix(",") if born else ""
    return born if who in ("He", "She") or (who and who in headline.of(text)) else None


def _years(born: re.Match[str], then: date, *, last: bool) -> int:
    """Full years from the birth to a day; with `last` from the last day that the words allow."""
    word, day = born["month"] or born["month2"], int(born["day"] or born["day2"] or 0)
    month = month_number(word) if word else 0
    if not month:
        month, day = (12, 31) if last else (1, 1)
    elif not day:
        day = 31 if last else 1
    return then.year - int(born["year"]) - ((then.month, then.day) < (month, day))
