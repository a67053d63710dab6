"""When an expression is: the anchor it is counted from, the direction, the interval and the TIMEX3 value."""

from __future__ import annotations

from datetime import date

from timeline.model import Article, Expression, PublicationDate, Span, Timex, TimexType
from timeline.temporal import timex3
from timeline.temporal.calendar import Unit, day_of, unit_holding
from timeline.temporal.interval import Granularity, Interval, hull
from timeline.temporal.operators import (
    CalendarDate,
    CalendarPart,
    Clock,
    Duration,
    Holiday,
    Offset,
    Operator,
    Part,
    Place,
    Portion,
    Repeated,
    Spoken,
    Toward,
    Vague,
    inner,
    spoken,
)
from timeline.timex.beside import as_told, hours, range_ends
from timeline.timex.context import Context, first_date, looks_back
from timeline.timex.direction import directed, is_partial, side_of, weekday_of
from timeline.timex.narrative import is_narrative
from timeline.timex.old_style import in_old_style
from timeline.timex.order import DateOrder, date_order, is_in_figures, swapped

_ANY_DAY = day_of(date(2000, 1, 1))
"""Stands in for the publication day where it does not matter."""


def resolve(article: Article, expressions: tuple[Expression, ...], publication: PublicationDate) -> tuple[Timex, ...]:
    """Each expression with its value, its interval, and what it was counted from; in the same order."""
    expressions = hours(expressions, article.text)
    context = Context(publication, narrative=is_narrative(article.text, expressions, publication))
    order: DateOrder | None = None
    told = {weekday_of(e.operator) for e in expressions if e.tense == "past"}
    ends = range_ends(expressions, article.text, context)
    if context.narrative:
        context.ahead = first_date(expressions)
    out: list[Timex] = []
    for i, expression in enumerate(expressions):
        context.return_from_asides(expression, article.text)
        operator, reason = as_told(i, expressions, article.text, context), ""
        if is_in_figures(expression):
            order = order or date_order(article, expressions)
            operator, reason = swapped(expression, order)
        if operator is expression.operator and i in ends:
            operator = ends[i]
        if context.days_behind:
            operator = in_old_style(operator, context.days_behind)
        operator = directed(
            operator,
            side_of(expression, told, context.today),
            sure=expression.sure,
            narrative=context.narrative,
            earlier=context.narrative and looks_back(expression.span, context, article.text),
        )
        timex = _placed(expression, operator, context, article.text, reason)
        context.note(timex, operator, article.text)
        out.append(timex)
    return tuple(out)


def _reference(operator: Operator, context: Context, span: Span, text: str) -> tuple[str, Interval | None]:
    """What the operator is counted from: the name of the anchor, and its interval."""
    if operator.is_complete:
        return "absolute", context.today or _ANY_DAY
    what = spoken(operator)
    if what == "quarter":
        if context.quarter is not None:
            return context.quarter.id, context.quarter.interval
        return "publication", _last_quarter(context.today)
    if what == "told" and context.told is not None:
        return context.told.id, context.told.interval
    if what == "time" or (what == "year" and context.narrative):
        said = context.last(_needed(operator)) or (context.last(Granularity.CENTURY) if context.narrative else None)
        if said is not None:
            return said.id, said.interval
    if context.narrative and (is_partial(operator) or (isinstance(operator, Duration) and operator.of is None)):
        said = context.last(Granularity.YEAR) or context.ahead
        if said is not None:
            first = context.opening(said, span, text)
            if first is not None and _lies_between(operator, first.interval, said.interval):
                said = first
            return said.id, said.interval
    return "publication", context.today


def _lies_between(operator: Operator, first: Interval, last: Interval) -> bool:
    try:
        time = operator.on(first)
    except (ValueError, OverflowError):
        return False
    return first.start <= time.start and time.end <= last.end


def _last_quarter(today: Interval | None) -> Interval | None:
    """The last completed quarter."""
    if today is None:
        return None
    try:
        return Offset(-1, Unit.QUARTER).on(today)
    except ValueError:
        return None


_PRECISION = {
    Unit.YEAR: Granularity.YEAR,
    Unit.MONTH: Granularity.MONTH,
    Unit.QUARTER: Granularity.MONTH,
    Unit.WEEK: Granularity.WEEK,
    Unit.DECADE: Granularity.DECADE,
    Unit.CENTURY: Granularity.CENTURY,
}


def _needed(operator: Operator) -> Granularity:
    """How precise a time must be for the operator to be counted from it."""
    while True:
        if isinstance(operator, Offset) and isinstance(operator.base, Spoken):
            return _PRECISION.get(operator.unit, Granularity.DAY)
        if isinstance(operator, Toward) and isinstance(operator.time, CalendarPart):
            return Granularity.YEAR
        below = inner(operator)
        if below is None:
            return Granularity.DAY
        operator = below


def _placed(expression: Expression, operator: Operator, context: Context, text: str, reason: str) -> Timex:
    anchor, origin = _reference(operator, context, expression.span, text)
    kind, interval = expression.type, None
    value = operator.pattern
    if anchor == "publication" and _goes_on(operator):
        reason = "no time is told before that it could be counted from"
    elif origin is None:
        interval, reason = _bounded(operator, context.bounds)
    else:
        try:
            interval = operator.on(origin)
            value = value_of(operator, interval)
            if context.narrative and _is_moment(operator, origin):
                kind, value = TimexType.TIME, timex3.format_value(interval)
        except (ValueError, OverflowError) as error:
            reason = str(error)
    return Timex(
        expression.id,
        expression.span,
        expression.text,
        kind,
        value,
        interval,
        expression.rule,
        anchor,
        str(operator),
        expression.mod or _mod(operator),
        _is_vague(operator),
        reason,
    )


def _is_moment(operator: Operator, origin: Interval) -> bool:
    """So many hours or minutes from a time of the clock: "an hour later"."""
    return (
        isinstance(operator, Duration)
        and operator.place in (Place.EARLIER, Place.LATER)
        and operator.count is not None
        and origin.granularity <= Granularity.MINUTE
    )


def _is_vague(operator: Operator) -> bool:
    """Its bounds are a convention, or differ from country to country."""
    if isinstance(operator, CalendarDate):
        return False
    if isinstance(operator, Duration):
        return operator.is_vague
    while (below := inner(operator)) is not None:
        operator = below
    return isinstance(operator, Vague) or (isinstance(operator, Holiday) and operator.is_vague)


def _goes_on(operator: Operator) -> bool:
    """ "Years later": some time after what the text has told."""
    return (
        isinstance(operator, Duration)
        and operator.is_vague
        and operator.place is Place.AFTER
        and bool(spoken(operator))
    )


def _mod(operator: Operator) -> str | None:
    if isinstance(operator, Portion):
        return operator.portion
    return operator.mod if isinstance(operator, Part) else None


_WIDEST_DAYS = 62
"""How far apart the possible publication days may lie for what is counted from them to be placed at all."""


def _bounded(operator: Operator, bounds: Interval | None) -> tuple[Interval | None, str]:
    """The times that the possible publication days allow together, and what is known of the publication."""
    if bounds is None or bounds.is_open or bounds.length.days > _WIDEST_DAYS:
        return None, "the publication date is not known"
    days = bounds.first_day, bounds.last_day
    reason = f"the publication date is only known to lie from {days[0].isoformat()} to {days[1].isoformat()}"
    try:
        return hull(operator.on(day_of(day)) for day in days), reason
    except (ValueError, OverflowError):
        return None, reason


def value_of(operator: Operator, interval: Interval) -> str:
    """TIMEX3 value of an operator that was placed at the interval."""
    if isinstance(operator, (Duration, Repeated, Vague)):
        return operator.pattern
    if isinstance(operator, Portion) and interval.granularity is Granularity.PART_OF_DAY:
        return timex3.format_value(unit_holding(interval.start, Unit.DAY)) + operator.pattern[-3:]
    if isinstance(operator, Clock) and operator.hour == 24:
        return f"{(operator.of.pattern if operator.of.is_complete else _day_before(interval))}T24:00"
    return timex3.format_value(interval)


def _day_before(interval: Interval) -> str:
    return timex3.format_value(Offset(-1, Unit.DAY).on(interval))
