"""Times counted from the publication day or from the last date spoken of: "today", "last month", "two days later"."""

from __future__ import annotations

from timeline.temporal.calendar import Unit
from timeline.temporal.operators import Duration, Nth, Offset, Operator, Place, Portion, Vague
from timeline.timex.phrase import Anchor, Rule

_SAID = Anchor.MENTIONED


def _ago(n: float | None, u: Unit) -> Operator | None:
    """Unknown numbers are the past; hours and less are lengths before the present."""
    if n is None:
        return Vague("PAST_REF")
    if u in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
        return Duration(n, u, Place.BEFORE)
    return Offset(-n, u)


def _later(n: float | None, u: Unit) -> Operator | None:
    if n is None:
        return Vague("FUTURE_REF")
    if u in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
        return Duration(n, u, Place.AFTER)
    return Offset(n, u)


def _unit(count: int) -> object:
    return lambda u: Offset(count, u)


RULES = (
    Rule("today", "the publication day", ("today", "this day", "this very day"), lambda: Offset(0, Unit.DAY), "day"),
    Rule("yesterday", "the day before publication", ("yesterday",), lambda: Offset(-1, Unit.DAY), "day"),
    Rule("tomorrow", "the day after publication", ("tomorrow",), lambda: Offset(1, Unit.DAY), "day"),
    Rule("day-before-yesterday", "two days before publication", ("the day before yesterday",),
         lambda: Offset(-2, Unit.DAY), "day"),
    Rule("day-after-tomorrow", "two days after publication", ("the day after tomorrow",), lambda: Offset(2, Unit.DAY), "day"),
    Rule("last-unit", "the one before the present one", ("last {u:unit}",),
         lambda u: Offset(-1, u), "relative"),
    Rule("last-weekend", "the weekend before the present one", ("last weekend", "[the] past weekend", "this past weekend"),
         lambda: Offset(-1, Unit.WEEKEND), "relative"),
    Rule("next-unit", "the one after the present one", ("next {u:unit}", "the coming {u:unit}"),
         lambda u: Offset(1, u), "relative"),
    Rule("next-weekend", "the weekend after the present one", ("next weekend",), lambda: Offset(1, Unit.WEEKEND), "relative"),
    Rule("this-unit", "the present one", ("this {u:unit}", "the current {u:unit}"), lambda u: Offset(0, u), "relative"),
    Rule("this-weekend", "the weekend of this week", ("this weekend", "the weekend"),
         lambda: Offset(0, Unit.WEEKEND), "relative"),
    Rule("that-unit", "the one that is spoken of", ("that [same|very] {u:unit}", "the same {u:unit}"),
         lambda u: Offset(0, u), "relative", anchor=_SAID),
    Rule("ago", "so long before publication", ("<N> {u:unit|units} ago", "<N> {u:unit|units} or so ago"), _ago, "ago"),
    Rule("from-now", "so long after publication", ("<N> {u:unit|units} from now", "<N> {u:unit|units} hence"), _later, "relative"),
    Rule("later", "so long after the date spoken of",
         ("<N> {u:unit|units} (later|afterward|afterwards)", "<N> {u:unit|units} after that"),
         _later, "agospoken", anchor=_SAID),
    Rule("earlier", "so long before the date spoken of",
         ("<N> {u:unit|units} (earlier|before|previously)",), _ago, "agospoken", anchor=_SAID),
    Rule("the-next-unit", "the one after the date spoken of",
         ("the (next|following|subsequent) {u:unit}", "the {u:unit} after"), lambda u: Offset(1, u), "relative", anchor=_SAID),
    Rule("following-unit", "the one after the date spoken of",
         ("following {u:unit}",), lambda u: Offset(1, u), "relative", anchor=_SAID, alone=False),
    Rule("the-previous-unit", "the one before the date spoken of",
         ("the (previous|preceding|prior) {u:unit}", "the {u:unit} before"), lambda u: Offset(-1, u), "relative", anchor=_SAID),
    Rule("the-unit", "the one that is spoken of", ("the {u:unit}",), lambda u: Offset(0, u), "theunit", anchor=_SAID, alone=False),
)  # fmt: skip

__all__ = ["RULES", "Nth", "Portion"]
