"""Whether the verb that a time hangs on leaves no doubt of its year: "signed in March", "will open in March"."""

from __future__ import annotations

import re

from timeline.temporal.operators import CalendarDate, CalendarPart, Clock, Holiday, Nth, Operator, Part, Portion
from timeline.timex.tense import AWAITED, MEETS, PROMISED, SURE, hangs_on_deed, sentence_before

_ITS_PLAN = re.compile(
    rf"\b(?<!\bwas )(?<!\bwere )(?:{SURE}|{PROMISED}|{MEETS}|(?!was|were){AWAITED})"
    r"(?: (?!(?:about|of|at|after|over|that|those|these|the|who|which|when|into|with)\b)[\w$%.’-]+){0,4}? ?"
    r"(?:\b(?:in|on|by|before|until|from|for|at)(?: early| late| mid)?(?: the)?)?[ -]\Z"
)
"""The plan that a time hangs on: "will open a plant in March", "is due in March"; not "will discuss the March vote"."""
_SURELY = {"past": "over", "future": "ahead"}
_OPENS = re.compile(
    r"(?:\A|[.!?]['\"’”]*\s+|\n\s*)"
    r"(?:(?:In|On|At|By|Before|Until|From|During|Between|Over)(?: early| late| mid)?[ -](?:the )?)?\Z"
)
_SINCE = re.compile(r"\b[Ss]ince (?:the )?(?:[^.,;\n]{4,60} (?:in|on) (?:the )?)?\Z")
_WILL = re.compile(r"[^.;!?\n]{0,80}? (?:will|won['’]t|shall)\b")


def needs_year(operator: Operator) -> bool:
    """It is a month, a day of a month, a season, a quarter or a holiday of a year that isn't said."""
    while isinstance(operator, (Part, Clock, Portion, Nth)):
        operator = operator.of
    if isinstance(operator, CalendarDate):
        return operator.year is None and operator.month is not None
    return isinstance(operator, (CalendarPart, Holiday)) and operator.year is None


def surely(tense: str, text: str, start: int, end: int) -> str:
    """The tense, or "over" or "ahead" where the verb that the time hangs on leaves no doubt of it."""
    before = sentence_before(text, start)
    opens = _OPENS.search(text, max(0, start - 24), start) is not None
    if tense == "past":
        sure = opens or _SINCE.search(before) is not None or hangs_on_deed(before)
    else:
        sure = tense == "future" and (
            _ITS_PLAN.search(before) is not None or (opens and _WILL.match(text, end) is not None)
        )
    return _SURELY[tense] if sure else tense
