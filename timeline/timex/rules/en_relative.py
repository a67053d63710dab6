"""Times counted from the publication day or from the last date spoken of: "today", "last month", "two days later"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline.model import TimexType
from timeline.temporal.calendar import Unit
from timeline.temporal.operators import (
    Between,
    CalendarDate,
    Direction,
    Duration,
    Holiday,
    Offset,
    Operator,
    Part,
    Place,
    Spoken,
    Toward,
    Vague,
)
from timeline.timex.phrase import Rule

_SAID = Spoken()

THE_WEEKEND = Offset(0, Unit.WEEKEND, Offset(-5, Unit.DAY))
"""The latest that has begun."""


def _ago(n: float | None, u: Unit, base: Operator | None = None, m: float | None = None) -> Operator | None:
    """Of "three or four" the first counts. Unknown numbers are the past, hours and less lengths, decades are years."""
    if n is None:
        return Vague("PAST_REF") if base is None else Duration(None, u, Place.BEFORE, base)
    if n >= _A_COUNT and u is not Unit.YEAR:
        return None
    if u in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
        return Duration(n, u, Place.EARLIER, base)
    return _offset(-n, u, base)


_A_COUNT = 1000
"""So many are no weeks, but what was counted then: "302,000 week ago"."""


def _later(n: float | None, u: Unit, base: Operator | None = None) -> Operator | None:
    if n is None:
        return Vague("FUTURE_REF") if base is None else Duration(None, u, Place.AFTER, base)
    if u in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
        return Duration(n, u, Place.LATER, base)
    return _offset(n, u, base)


def _counted(
    s: Operator, d: Operator, count: Callable[[float | None, Unit, Operator | None], Operator | None]
) -> Operator | None:
    """The length counted from the time."""
    if not isinstance(s, Duration) or s.place is not Place.NOWHERE or s.count is None or s.more:
        return None
    return count(s.count, s.unit, d)


def _in_year_said(d: Operator, y: Operator | None) -> Operator:
    """The holiday of that year."""
    stated = isinstance(d, Holiday) and isinstance(y, CalendarDate) and y.month is None and y.year and y.year > 0
    return Holiday(d.name, y.year) if stated else d  # type: ignore[union-attr]


def _weekdays_ago(n: float, weekday: int) -> Operator | None:
    """ "two Sundays ago": the last one is the first."""
    if n not in range(1, 53):
        return None
    return Toward(Direction.PAST, CalendarDate(weekday=weekday), Offset(-7 * (int(n) - 1), Unit.DAY))


def _beside_event(
    d: Operator, s: Operator | None = None, a: Operator | None = None, part: Operator | None = None
) -> Operator | None:
    """The length and the time as two: "three days after Thursday night's shooting" names no third day."""
    time = Part(part.part, d) if isinstance(part, Part) else d
    if isinstance(a, Offset):
        return Between(replace(a, base=d) if abs(a.count) == 1 else Duration(abs(a.count), a.unit), time)
    return Between(s, time) if isinstance(s, Duration) and s.place is Place.NOWHERE else None


def _ago_from(
    a: Operator, d: Operator | None = None, u: Operator | None = None, this: Operator | None = None
) -> Operator | None:
    """The day or the unit itself: "a year ago Wednesday", "three years ago today", "a year ago this week"."""
    if this is not None:
        day = this.time if isinstance(this, Toward) and this.of is None else this
        named = isinstance(day, CalendarDate) and day.month is None and day.day is None and day.weekday
        d = None if not named else Toward(Direction.FUTURE, this) if isinstance(this, CalendarDate) else this
        u = None
        if d is None:
            return None
    if not isinstance(a, Offset) or a.base is not None:
        return None
    whole = replace(a, count=a.count * 12, unit=Unit.MONTH) if a.unit is Unit.YEAR else a
    if d is not None:
        return replace(whole, base=d)
    if not isinstance(u, Offset) or u.base is not None:
        return None
    then = replace(whole, base=Offset(0, Unit.DAY))
    return replace(u, base=Offset(0, u.unit, then) if u.count else then)


def _offset(n: float, u: Unit, base: Operator | None) -> Operator:
    if u is Unit.MONTH and n != int(n):
        return Offset(n, u, base)
    years = {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}.get(u)
    if years:
        return Offset(n * years, Unit.YEAR, base)
    return (
        Offset(-(-n // 1) if n < 0 else n // 1, u, base)
        if u is not Unit.YEAR or n == int(n)
        else Offset(n * 12 // 1, Unit.MONTH, base)
    )


RULES = (
    Rule("today", "the publication day", ("today", "this day", "this very day"), lambda: Offset(0, Unit.DAY), "day"),
    Rule("yesterday", "the day before publication", ("yesterday",), lambda: Offset(-1, Unit.DAY), "day"),
    Rule("tomorrow", "the day after publication", ("tomorrow",), lambda: Offset(1, Unit.DAY), "day"),
    Rule(
        "day-before-yesterday",
        "two days before publication",
        ("the day before yesterday",),
        lambda: Offset(-2, Unit.DAY),
        "day",
    ),
    Rule(
        "day-after-tomorrow",
        "two days after publication",
        ("the day after tomorrow",),
        lambda: Offset(2, Unit.DAY),
        "day",
    ),
    Rule(
        "unit-after-next",
        "the second after the present one",
        ("the {u:unit} after next",),
        lambda u: Offset(2, u),
        "relative",
    ),
    *(
        Rule(
            f"{unit.name.lower()}-before-last",
            "the second before the present one",
            (f"the {unit.name.lower()} before last",),  # "the day before last Tuesday" is another
            lambda unit=unit: Offset(-2, unit),
            "relative",
        )
        for unit in (Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
    ),
    Rule("last-unit", "the one before the present one", ("last {u:unit}",), lambda u: Offset(-1, u), "relative"),
    Rule(
        "last-weekend",
        "the weekend before the present one",
        ("last weekend", "[the] past weekend", "this past weekend"),
        lambda: Offset(-1, Unit.WEEKEND),
        "relative",
    ),
    Rule(
        "next-unit",
        "the one after the present one",
        ("next {u:unit}", "the coming {u:unit}", "[the] next {u:unit} or (so|two)"),
        lambda u: Offset(1, u),
        "relative",
    ),
    Rule(
        "next-weekend",
        "the weekend after the present one",
        ("next weekend",),
        lambda: Offset(1, Unit.WEEKEND),
        "relative",
    ),
    Rule("this-unit", "the present one", ("this {u:unit}", "the current {u:unit}"), lambda u: Offset(0, u), "relative"),
    Rule(
        "the-new-year",
        "the year that begins nearest",
        ("the new year",),
        lambda: Offset(0, Unit.YEAR, CalendarDate(None, 1, 1)),
        "relative",
    ),
    Rule(
        "this-weekend",
        "the weekend of this week",
        ("this weekend", "this coming weekend"),
        lambda: Offset(0, Unit.WEEKEND),
        "relative",
    ),
    Rule(
        "the-weekend",
        "the latest weekend that has begun",
        ("the weekend",),
        lambda: THE_WEEKEND,
        "relative",
    ),
    Rule(
        "the-next-part",
        "that part of the day after the one spoken of",
        ("the (next|following) {p:part|twilight}",),
        lambda p: Part(p, Offset(1, Unit.DAY, _SAID)),
        "time",
        TimexType.TIME,
    ),
    Rule(
        "that-part",
        "that part of the day spoken of",
        ("that [same|very] {p:part}", "the same {p:part}"),
        lambda p: Part(p, Offset(0, Unit.DAY, _SAID)),
        "time",
        TimexType.TIME,
    ),
    Rule(
        "parts-later",
        "that part of a day so many days after the one spoken of",
        ("{n:num} {p:parts} (later|after)", "{n:num} {p:parts} after that"),
        lambda n, p: Part(p, Offset(n, Unit.DAY, _SAID)),
        "time",
        TimexType.TIME,
    ),
    Rule(
        "parts-earlier",
        "that part of a day so many days before the one spoken of",
        ("{n:num} {p:parts} (earlier|before)",),
        lambda n, p: Part(p, Offset(-n, Unit.DAY, _SAID)),
        "time",
        TimexType.TIME,
    ),
    Rule(
        "the-previous-part",
        "that part of the day before the one spoken of",
        ("the (previous|preceding) {p:part}", "the {p:part} before"),
        lambda p: Part(p, Offset(-1, Unit.DAY, _SAID)),
        "time",
        TimexType.TIME,
    ),
    Rule(
        "that-month",
        "that month, from the time spoken of on",
        ("the following {m:month}",),
        lambda m: Toward(Direction.AFTER, CalendarDate(month=m), Offset(0, Unit.MONTH, _SAID)),
        "monthyear",
    ),
    Rule(
        "counted-from",
        "so long after a stated time",
        (
            "{s:span} after {d:date|holiday|monthyear|weekdayname}",
            "{s:span} after {d:holiday} [,|in|of] {y:yeardate}",
            "{s:span} from {d:day}",
        ),
        lambda s, d, y=None: _counted(s, _in_year_said(d, y), _later),
        "relative",
        level=2,
    ),
    Rule(
        "counted-from-weekday",
        "so long after the coming weekday",
        ("{s:span} from {d:weekdayname}",),
        lambda s, d: _counted(s, Toward(Direction.AFTER, d), _later) if isinstance(d, CalendarDate) else None,
        "relative",
        level=2,
    ),
    Rule(
        "counted-to",
        "so long before a stated time",
        (
            "{s:span} before {d:date|holiday|monthyear|weekdayname}",
            "{s:span} before {d:holiday} [,|in|of] {y:yeardate}",
        ),
        lambda s, d, y=None: _counted(s, _in_year_said(d, y), _ago),
        "relative",
        level=2,
    ),
    Rule(
        "length-and-event",
        "so long after or before what happened at a stated time",
        (
            "{s:span} (after|before) {d:date|holiday|weekdayname} [{part:partname}] 's",
            "{a:after} {d:date|holiday|weekdayname} [{part:partname}] 's",
        ),
        _beside_event,
        "event",
        level=2,
    ),
    Rule(
        "unit-after",
        "the one after the time spoken of",
        ("the {u:unit} after",),
        lambda u: Offset(1, u, _SAID),
        "after",
    ),
    Rule(
        "unit-before",
        "the one before the time spoken of",
        ("the {u:unit} before",),
        lambda u: Offset(-1, u, _SAID),
        "after",
    ),
    Rule(
        "unit-after-time",
        "the one before or after a stated time",
        ("{a:after} {d:date|holiday|weekdayname|monthyear|yeardate}", "{a:after} {d:holiday} [,|in|of] {y:yeardate}"),
        lambda a, d, y=None: replace(a, base=_in_year_said(d, y)) if isinstance(a, Offset) else None,
        "relative",
        level=2,
    ),
    Rule(
        "that-unit",
        "the one that is spoken of",
        ("that [same|very] {u:unit}", "the same {u:unit}"),
        lambda u: Offset(0, u, _SAID),
        "relative",
    ),
    Rule(
        "that-weekend",
        "the weekend of the time spoken of",
        ("that [same|very] weekend", "the same weekend"),
        lambda: Offset(0, Unit.WEEKEND, _SAID),
        "relative",
    ),
    Rule(
        "ago",
        "so long before publication",
        ("<N> {u:unit|units} ago", "<N> {u:unit|units} or so ago", "{n:num} (or|to) {m:num} {u:units} ago"),
        _ago,
        "ago",
    ),
    Rule(
        "ago-and-half",
        "so many and a half before publication",
        ("<N> {u:unit|units} and a half ago",),
        lambda n, u: None if n is None else _ago(n + 0.5, u),
        "ago",
    ),
    Rule(
        "weekdays-ago",
        "so many of that weekday before publication",
        ("{n:num} {w:weekdays} ago", "a couple of {w:weekdays} ago"),
        lambda w, n=2: _weekdays_ago(n, w),
        "day",
    ),
    Rule(
        "ago-from-day",
        "so long before a day, a week, a month",
        ("{a:ago} {d:day|weekdayname}", "{a:ago} {u:relative}", "{a:ago} {this:date}"),
        _ago_from,
        "relative",
        level=2,
    ),
    Rule("units-ago", "some time before publication", ("{u:units} ago",), lambda u: Vague("PAST_REF"), "vague"),
    Rule(
        "long-ago",
        "some time before publication",
        (
            "not [so|too|that] long ago",
            "[a] long [time] ago",
            "(a short time|some time|[quite] a while|a generation) ago",
        ),
        lambda: Vague("PAST_REF"),
        "vague",
    ),
    Rule(
        "the-year", "the year that is told of", ("the year",), lambda: Offset(0, Unit.YEAR, Spoken("year")), "theyear"
    ),
    Rule(
        "the-fiscal-year",
        "a year of a company",
        ("the (fiscal|financial) year",),
        lambda: Duration(1, Unit.YEAR),
        "span",
        TimexType.DURATION,
    ),
    Rule(
        "from-now",
        "so long after publication",
        ("<N> {u:unit|units} from now", "<N> {u:unit|units} hence", "<N> {u:unit|units} ('|'s) time"),
        _later,
        "relative",
    ),
    Rule(
        "later",
        "so long after the date spoken of",
        (
            "<N> {u:unit|units} (later|afterward|afterwards)",
            "<N> {u:unit|units} after that",
            "{u:units} (later|afterward|afterwards)",
        ),
        lambda u, n=None: _later(n, u, _SAID),
        "agospoken",
    ),
    Rule(
        "earlier",
        "so long before the date spoken of",
        ("<N> {u:unit|units} (earlier|previously)", "<N> {u:unit|units} before that", "{u:units} earlier"),
        lambda u, n=None: _ago(n, u, _SAID),
        "agospoken",
    ),
    Rule(
        "units-before",
        "so long before the date spoken of",
        ("{n:num|one|couple|dozen|half} {u:unit|units} before", "a {n:couple|dozen} [of] {u:units} before"),
        lambda n, u: _ago(n, u, _SAID),
        "after",
    ),
    Rule(
        "the-next-unit",
        "the one after the date spoken of",
        ("the (next|following|subsequent|ensuing) {u:unit}",),
        lambda u: Offset(1, u, _SAID),
        "relative",
    ),
    Rule(
        "following-unit",
        "the one after the date spoken of",
        ("following {u:unit}",),
        lambda u: Offset(1, u, _SAID),
        "relative",
        alone=False,
    ),
    Rule(
        "the-previous-unit",
        "the one before the date spoken of",
        ("the (previous|preceding|prior) {u:unit}",),
        lambda u: Offset(-1, u, _SAID),
        "relative",
    ),
    Rule(
        "the-unit",
        "the one that is spoken of",
        ("the {u:unit}",),
        lambda u: None if u is Unit.SECOND else Offset(0, u, Spoken("day") if u is Unit.DAY else _SAID),
        "theunit",
        alone=False,
    ),
)
