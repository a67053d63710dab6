"""The start, middle and end of a longer time: "early 1942", "the end of March", "later this week", "mid-October"."""

from __future__ import annotations

from timeline.model import TimexType
from timeline.temporal.calendar import Unit
from timeline.temporal.operators import Duration, Offset, Operator, Part, Place, Portion, Spoken
from timeline.timex.phrase import Rule


def _early(d: Operator) -> Operator | None:
    return None if _is_day(d) else Portion("START", d)


def _late(d: Operator) -> Operator | None:
    return None if _is_day(d) else Portion("END", d)


def _is_day(d: Operator) -> bool:
    """ "in the day": no day of its own."""
    return isinstance(d, Offset) and d.unit is Unit.DAY and d == Offset(0, Unit.DAY, Spoken("day"))


_SHORT = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)


def _is_some(s: Operator) -> bool:
    """A length without a number, of days or more: "months"."""
    return isinstance(s, Duration) and s.count is None and s.place is Place.NOWHERE and s.unit not in _SHORT


def _end(u: Unit) -> Operator:
    return Portion("END", Offset(0, u))


def _mid(d: Operator) -> Operator:
    return Portion("MID", d)


RULES = (
    Rule("midweek", "the middle of this week", ("(midweek|mid week)",), lambda: _mid(Offset(0, Unit.WEEK)), "relative"),
    Rule(
        "early",
        "the start of a longer time",
        (
            "[the] [very] early [in|on] [the] <ANY>",
            "[the] early <THE>",
        ),
        _early,
        "relative",
        level=3,
    ),
    Rule(
        "late",
        "the end of a longer time",
        ("[the] [very] late [in|on] [the] <ANY>", "[the] late <THE>"),
        _late,
        "relative",
        level=3,
    ),
    Rule(
        "earlier-in",
        "the part of a time that is over",
        ("earlier [in|on] {d:relative|theunit|theyear|day|seasonname}",),
        lambda d: None if _is_day(d) else Portion("START", d, to_reference=True),
        "relative",
        level=3,
    ),
    Rule(
        "later-in",
        "the part of a time that is to come",
        ("later [in|on] {d:relative|theunit|theyear|day|seasonname}",),
        lambda d: None if _is_day(d) else Portion("END", d, to_reference=True),
        "relative",
        level=3,
    ),
    Rule(
        "rest-of",
        "the part of a time that is to come",
        ("[the] (rest|remainder) of <ANY>", "[the] (rest|remainder) of <THE>"),
        lambda d: None if _is_day(d) else Portion("END", d, to_reference=True),
        "relative",
        level=3,
    ),
    Rule(
        "mid", "the middle of a longer time", ("[the] (mid|middle) <ANY>", "[the] mid <THE>"), _mid, "relative", level=3
    ),
    Rule("midyear", "the middle of the year", ("midyear", "mid year"), lambda: _mid(Offset(0, Unit.YEAR)), "relative"),
    Rule(
        "start-of",
        "the start of a longer time",
        ("[the] [very] (start|beginning|dawn|outset|turn|early part|first part) of [the] <ANY>",),
        _early,
        "relative",
        level=3,
    ),
    Rule(
        "first-units-of",
        "the start of a longer time",
        ("the (early|opening|initial) {s:span} of [the] <ANY>", "{s:firstspan} of [the] <ANY>"),
        lambda d, s: _early(d) if _is_some(s) else None,
        "relative",
        level=3,
    ),
    Rule(
        "last-units-of",
        "the end of a longer time",
        ("the (last|final|closing) {s:span} of [the] <ANY>",),
        lambda d, s: _late(d) if _is_some(s) else None,
        "relative",
        level=3,
    ),
    Rule(
        "month-end", "the end of the month", ("month 's end", "[the] month end"), lambda: _end(Unit.MONTH), "relative"
    ),
    Rule("week-end", "the end of the week", ("week 's end",), lambda: _end(Unit.WEEK), "relative"),
    Rule("middle-of", "the middle of a longer time", ("the middle of [the] <ANY>",), _mid, "relative", level=3),
    Rule(
        "end-of",
        "the end of a longer time",
        ("[the] [very] (end|close|latter part|last part) of [the] <ANY>",),
        _late,
        "relative",
        level=3,
    ),
    Rule(
        "end-of-the-day",
        "the end of the day told of",
        ("the [very] end of (the|that) day",),
        lambda: Portion("END", Offset(0, Unit.DAY, Spoken())),
        "relative",
    ),
    Rule(
        "part-mid",
        "the middle of a part of the day",
        ("[the] mid {p:partname}",),
        lambda p: Portion("MID", p),
        "partname",
        TimexType.TIME,
        level=2,
    ),
    Rule(
        "part-early",
        "the start of a part of the day",
        ("[the] early {p:partname}",),
        lambda p: Portion("START", p),
        "partname",
        TimexType.TIME,
        level=2,
    ),
    Rule(
        "part-early-in",
        "the start of a part of the day",
        ("early in the {part}",),
        lambda part: Portion("START", Part(part, Offset(0, Unit.DAY))),
        "partname",
        TimexType.TIME,
    ),
    Rule(
        "part-late-in",
        "the end of a part of the day",
        ("late in the {part}",),
        lambda part: Portion("END", Part(part, Offset(0, Unit.DAY))),
        "partname",
        TimexType.TIME,
    ),
    Rule(
        "part-late",
        "the end of a part of the day",
        ("[the] late {p:partname}",),
        lambda p: Portion("END", p),
        "partname",
        TimexType.TIME,
        level=2,
    ),
    Rule(
        "about",
        "about that time",
        ("(nearly|almost|some) {d:ago|agospoken}",),
        lambda d: d,
        "relative",
        mod="APPROX",
        level=3,
    ),
    Rule(
        "more-than-ago",
        "before that time",
        ("more than {d:ago|agospoken}",),
        lambda d: d,
        "relative",
        mod="BEFORE",
        level=3,
    ),
    Rule(
        "less-than-ago",
        "after that time",
        ("less than {d:ago|agospoken}",),
        lambda d: d,
        "relative",
        mod="AFTER",
        level=3,
    ),
)
