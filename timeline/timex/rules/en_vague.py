"""Times without bounds: "now", "recently", "the past", "the future"; and lengths and repetitions."""

from __future__ import annotations

from timeline.model import TimexType
from timeline.temporal.calendar import Unit
from timeline.temporal.operators import Duration, Place, Repeated, Vague, duration_value
from timeline.timex.phrase import Rule

_LENGTH = TimexType.DURATION
_SET = TimexType.SET

RULES = (
    Rule("now", "the present", ("(now|currently|current|nowadays|right now|these days)",), lambda: Vague("PRESENT_REF"), "vague"),
    Rule("recently", "about thirty days before publication", ("[more] (recently|recent)",), lambda: Vague("PAST_REF", 30), "vague"),
    Rule("the-past", "any time before publication", ("the past",), lambda: Vague("PAST_REF"), "vague"),
    Rule("the-future", "any time after publication", ("the [near] future", "future"), lambda: Vague("FUTURE_REF"), "vague"),
    Rule("recent-units", "about four of them up to publication", ("recent {u:units}",),
         lambda u: Duration(None, u, Place.BEFORE), "span", _LENGTH),
    Rule("past-units", "so long up to publication", ("[the|these] (past|last|latest) <N> {u:unit|units}",),
         lambda n, u: Duration(n, u, Place.BEFORE), "span", _LENGTH),
    Rule("next-units", "so long from publication on", ("[the|these] (next|coming) <N> {u:unit|units}",),
         lambda n, u: Duration(n, u, Place.AFTER), "span", _LENGTH),
    Rule("first-units", "so long from the start of the year", ("the first <N> {u:unit|units}",),
         lambda n, u: Duration(n, u, Place.SINCE_START), "span", _LENGTH),
    Rule("length", "a length of time", ("<N> {u:unit|units}",), lambda n, u: Duration(n, u), "span", _LENGTH),
    Rule("lengths", "a length of time without a number", ("{u:units}",), lambda u: Duration(None, u), "span", _LENGTH),
    Rule("every-unit", "again and again", ("(every|each) {u:unit}",), lambda u: Repeated(duration_value(1, u)), "set", _SET),
    Rule("daily", "every day", ("daily",), lambda: Repeated(duration_value(1, Unit.DAY)), "set", _SET),
    Rule("every-weekday", "every such day", ("(every|each) {w:weekday}",), lambda w: Repeated(f"XXXX-WXX-{w}"), "set", _SET),
)  # fmt: skip
