"""Whether 03/04/2019 is the 4th of March or the 3rd of April.

Decided by, in this order: other dates in figures that can be read only one way; how the article writes dates in words;
the country of its address; its spelling. Without any hint the month comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline.model import Article, Expression
from timeline.temporal.operators import CalendarDate, Clock, Operator


@dataclass(frozen=True, slots=True)
class DateOrder:
    """The order that is followed in an article, and why."""

    day_first: bool
    why: str


_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")
_DAY_FIRST_COUNTRIES = re.compile(
    r"\.(?:uk|ie|au|nz|za|in|pk|ng|ke|gh|fr|de|es|it|pt|nl|be|ch|at|dk|no|se|fi|pl|cz|gr|tr|br|mx|ar|cl|co|ru|il|sg|my|ae|eu)(?=[/:?#]|$)"
)
_MONTH_FIRST_COUNTRIES = re.compile(r"\.(?:us|gov|mil)(?=[/:?#]|$)")
_BRITISH = re.compile(
    r"\b(?:\w+[ln]our(?:ed|s|able)?|cent(?:re|res)|defence|licence|\w{3,}is(?:ed|ing|ation)|kilometres?|metres?|tonnes|programme)\b"
)


_DATED = re.compile(r"(?<![\d-])\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\d)")


def is_in_figures(expression: Expression) -> bool:
    """It is a date in figures, or a time of the clock on one: "06/02/2024 14:20"."""
    if expression.rule == "numeric-date":
        return True
    return isinstance(expression.operator, Clock) and _DATED.search(expression.text) is not None


def date_order(article: Article, expressions: Iterable[Expression]) -> DateOrder:
    """The order of day and month in the article's dates in figures."""
    votes = {"month-day": 0, "day-month": 0}
    for expression in expressions:
        found = _FIGURES.search(expression.text) if expression.rule == "numeric-date" else None
        if found and int(found[1]) > 12:
            return DateOrder(True, f"day first, as in {found[0]}")
        if found and int(found[2]) > 12:
            return DateOrder(False, f"month first, as in {found[0]}")
        for start in votes:
            votes[start] += expression.rule in (start, f"{start}-year")
    if votes["month-day"] != votes["day-month"]:
        day_first = votes["day-month"] > votes["month-day"]
        return DateOrder(
            day_first, f"{'day' if day_first else 'month'} first, as the article writes its dates in words"
        )
    if _DAY_FIRST_COUNTRIES.search(article.url):
        return DateOrder(True, "day first, as in the country of the address")
    if _MONTH_FIRST_COUNTRIES.search(article.url):
        return DateOrder(False, "month first, as in the country of the address")
    if not article.language.startswith("en") or _BRITISH.search(article.text):
        return DateOrder(True, "day first, by the article's language and spelling")
    return DateOrder(False, "month first, for want of any hint")


def swapped(expression: Expression, order: DateOrder) -> tuple[Operator, str]:
    """The expression's date read in that order, and why; dates that can be read only one way stay as they are."""
    written, found = expression.operator, _FIGURES.search(expression.text)
    if isinstance(written, Clock):
        date, why = swapped(replace(expression, operator=written.of), order)
        return replace(written, of=date), why
    if not isinstance(written, CalendarDate) or found is None:
        return written, ""
    first, second = int(found[1]), int(found[2])
    if first > 12 or second > 12 or first == second or "." in found[0]:
        return written, ""
    month, day = (second, first) if order.day_first else (first, second)
    return replace(written, month=month, day=day), order.why
