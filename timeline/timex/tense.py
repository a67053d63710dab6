"""Whether a clause looks back or ahead, as far as the words around a time tell."""

from __future__ import annotations

import re

from timeline.temporal.operators import CalendarDate, CalendarPart, Clock, Holiday, Operator, Part, Portion

REACH = 90

_FUTURE = re.compile(
    r"\b(?:will|won['’]t|shall|'ll|scheduled|expected to|plans? to|planned|due|set to|slated|until|expires?|upcoming)\b"
)
_PAST = re.compile(r"\b(?:was|were|had|did|said|been|\w{3,}ed)\b")
_BREAK = re.compile(r"[.!?;]\s|\n\s*\n")


def needs_tense(operator: Operator) -> bool:
    """Its direction isn't said by itself."""
    while isinstance(operator, Part | Clock | Portion):
        operator = operator.of
    return isinstance(operator, CalendarDate | CalendarPart | Holiday) and operator.year is None


def tense_at(lowered: str, start: int, end: int) -> str:
    """ "future", "past" or "" for the clause around a stretch of the text."""
    before = lowered[max(0, start - REACH) : start]
    cut = 0
    for found in _BREAK.finditer(before):
        cut = found.end()
    before = before[cut:]
    if _FUTURE.search(before):
        return "future"
    return "past" if _PAST.search(before) else ""
