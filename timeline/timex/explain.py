"""Why an expression means what it means, as a tree for people."""

from __future__ import annotations

from datetime import date

from timeline.because import Because
from timeline.model import Article, Basis, Expression, PublicationDate, Timex
from timeline.temporal.calendar import day_of
from timeline.temporal.interval import OPEN_END, OPEN_START, Interval
from timeline.temporal.operators import Offset, Operator, Toward, Within, inner
from timeline.timex.direction import directed
from timeline.timex.find import find
from timeline.timex.grammar import GRAMMAR
from timeline.timex.resolve import resolve


def explained(text: str, on: date) -> tuple[Because, ...]:
    """Each expression of a text of that day: its value and interval, its rule, and its meaning as a tree."""
    article = Article("explained", text, (), published=on)
    published = PublicationDate(on, day_of(on), 1.0, Basis.GIVEN)
    expressions = find(article)
    timexes = resolve(article, expressions, published)
    return tuple(_explained(e, t, day_of(on)) for e, t in zip(expressions, timexes, strict=True))


def explain(text: str, on: date) -> str:
    """The same, drawn; or that there is none."""
    return "\n\n".join(map(str, explained(text, on))) or f"no time expression in {text!r}"


def _explained(expression: Expression, timex: Timex, day: Interval) -> Because:
    rule = GRAMMAR.rules[timex.rule]
    placed = _bounds(timex.interval) if timex.interval is not None else f"not placed: {timex.reason}"
    reason = f" ({timex.reason})" if timex.reason and timex.interval is not None else ""
    found = (
        f"{timex.type} {timex.value}" + (f" {timex.mod}" if timex.mod else "") + reason,
        placed,
        f"rule {rule.name}: {rule.meaning}",
        f"counted from {timex.anchor if timex.anchor != 'absolute' else 'nothing: it is absolute'}",
    )
    return Because(
        timex.text,
        (*map(Because, found), _tree(directed(expression.operator, expression.tense, sure=expression.sure), day)),
    )


def _tree(operator: Operator, day: Interval) -> Because:
    """The operator with what it gives on the day, and below it what it is built on."""
    below: list[Operator] = []
    if isinstance(operator, Within):
        below = [operator.time, operator.of]
    elif isinstance(operator, Toward):
        below = [] if operator.of is None else [operator.of]
    elif (child := inner(operator)) is not None:
        below = [child]
    why = tuple(_tree(child, day) for child in below)
    if not below and isinstance(operator, Offset):
        why = (Because(f"the reference: {day.first_day.isoformat()}"),)
    return Because(f"{operator}{_given(operator, day)}", why)


def _given(operator: Operator, day: Interval) -> str:
    try:
        return f": {_bounds(operator.on(day))}"
    except (ValueError, OverflowError):
        return ""


def _bounds(interval: Interval) -> str:
    start = "any time" if interval.start == OPEN_START else _moment(interval.start.isoformat(" ", "minutes"))
    end = "any time" if interval.end == OPEN_END else _moment(interval.end.isoformat(" ", "minutes"))
    zone = f" {interval.zone}" if interval.zone else ""
    return f"from {start} to {end}{zone} ({interval.granularity.name.lower().replace('_', ' ')})"


def _moment(text: str) -> str:
    return text.removesuffix(" 00:00")
