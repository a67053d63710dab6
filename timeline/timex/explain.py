"""Why an expression means what it means, as a tree for people."""

from __future__ import annotations

from datetime import date

from timeline.model import Article, Basis, Expression, PublicationDate, Timex
from timeline.temporal.calendar import day_of
from timeline.temporal.interval import OPEN_END, OPEN_START, Interval
from timeline.temporal.operators import Offset, Operator, Toward, Within, inner
from timeline.timex.find import find
from timeline.timex.grammar import GRAMMAR
from timeline.timex.resolve import directed, resolve


def explain(text: str, on: date) -> str:
    """Each expression of a text of that day: its value and interval, its rule, and its meaning as a tree."""
    article = Article("explained", text, (), published=on)
    published = PublicationDate(on, day_of(on), 1.0, Basis.GIVEN)
    expressions = find(article)
    if not expressions:
        return f"no time expression in {text!r}"
    timexes = resolve(article, expressions, published)
    return "\n\n".join(_explained(e, t, day_of(on)) for e, t in zip(expressions, timexes, strict=True))


def _explained(expression: Expression, timex: Timex, day: Interval) -> str:
    rule = GRAMMAR.rules[timex.rule]
    placed = _bounds(timex.interval) if timex.interval is not None else f"not placed: {timex.reason}"
    reason = f" ({timex.reason})" if timex.reason and timex.interval is not None else ""
    lines = [
        timex.text,
        f"├─ {timex.type} {timex.value}" + (f" {timex.mod}" if timex.mod else "") + reason,
        f"├─ {placed}",
        f"├─ rule {rule.name}: {rule.meaning}",
        f"├─ counted from {timex.anchor if timex.anchor != 'absolute' else 'nothing: it is absolute'}",
    ]
    return "\n".join([*lines, *_branch(directed(expression.operator, expression.tense), day, "└─ ", "   ")])


def _branch(operator: Operator, day: Interval, head: str, indent: str) -> list[str]:
    """The operator with what it gives on the day, and below it what it is built on."""
    lines = [f"{head}{operator}{_given(operator, day)}"]
    below: list[Operator] = []
    if isinstance(operator, Within):
        below = [operator.time, operator.of]
    elif isinstance(operator, Toward):
        below = [] if operator.of is None else [operator.of]
    elif (child := inner(operator)) is not None:
        below = [child]
    for i, child in enumerate(below):
        last = i == len(below) - 1
        lines += _branch(child, day, indent + ("└─ " if last else "├─ "), indent + ("   " if last else "│  "))
    if not below and isinstance(operator, Offset):
        lines.append(f"{indent}└─ the reference: {day.first_day.isoformat()}")
    return lines


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
