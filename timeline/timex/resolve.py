"""When an expression is: the anchor it is counted from, the direction, the interval and the TIMEX3 value."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import Article, Expression, PublicationDate, Timex, TimexType
from timeline.temporal import timex3
from timeline.temporal.calendar import day_of
from timeline.temporal.interval import Interval
from timeline.temporal.operators import (
    CalendarDate,
    CalendarPart,
    Clock,
    Direction,
    Duration,
    Holiday,
    Operator,
    Part,
    Portion,
    Repeated,
    Toward,
    Vague,
)
from timeline.timex.grammar import GRAMMAR
from timeline.timex.phrase import Anchor


def resolve(article: Article, expressions: tuple[Expression, ...], publication: PublicationDate) -> tuple[Timex, ...]:
    """Each expression with its value, its interval, and what it was counted from; in the same order."""
    reference = day_of(publication.date) if publication.date is not None else None
    mentioned: tuple[str, Interval] | None = None
    out: list[Timex] = []
    for expression in expressions:
        timex = _place(expression, reference, mentioned)
        out.append(timex)
        if timex.interval is not None and timex.type in (TimexType.DATE, TimexType.TIME) and not timex.vague:
            mentioned = (timex.id, timex.interval)
    return tuple(out)


def _place(expression: Expression, reference: Interval | None, mentioned: tuple[str, Interval] | None) -> Timex:
    operator = directed(expression.operator, expression.tense)
    anchor, origin = "publication", reference
    if operator.is_complete:
        anchor = "absolute"
        origin = reference or _ANY
    elif GRAMMAR.rules[expression.rule].anchor is Anchor.MENTIONED and mentioned is not None:
        anchor, origin = mentioned
    interval, reason = None, ""
    if origin is None:
        reason = "the publication date is not known"
    else:
        try:
            interval = operator.on(origin)
        except (ValueError, OverflowError) as error:
            reason = str(error)
    return Timex(
        expression.id,
        expression.span,
        expression.text,
        expression.type,
        _value(operator, interval),
        interval,
        expression.rule,
        anchor,
        str(operator),
        expression.mod or (operator.portion if isinstance(operator, Portion) else None),
        isinstance(operator, Vague) or (isinstance(operator, Duration) and operator.is_vague),
        reason,
    )


_ANY = Interval.of_day(__import__("datetime").date(2000, 1, 1))


def _value(operator: Operator, interval: Interval | None) -> str:
    if isinstance(operator, Duration | Repeated | Vague) or interval is None:
        return operator.pattern
    if isinstance(operator, Portion):
        return _value(operator.of, interval)
    if isinstance(operator, Clock):
        return _clock_value(operator, interval)
    return timex3.format_value(interval)


def _clock_value(clock: Clock, interval: Interval) -> str:
    return timex3.format_value(interval)


def directed(operator: Operator, tense: str) -> Operator:
    """The operator with the direction that its clause gives it."""
    if isinstance(operator, Part | Clock | Portion):
        return replace(operator, of=directed(operator.of, tense))
    if isinstance(operator, CalendarDate | CalendarPart | Holiday) and operator.year is None:
        if isinstance(operator, CalendarDate) and operator.weekday and operator.month is None and operator.day is None:
            return Toward(Direction.AFTER if tense == "future" else Direction.PAST, operator)
        return Toward(Direction.NEAREST, operator)
    return operator
