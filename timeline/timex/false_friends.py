"""Words that look like a time and are none, one row each."""

from __future__ import annotations

from timeline.temporal.operators import Operator
from timeline.timex.phrase import Rule


def rejects(text: str, lowered: str, start: int, end: int, rule: Rule, operator: Operator) -> bool:
    """The words are no time here."""
    if rule.name == "month" and lowered[start:end] in ("may", "march", "august", "mar", "dec", "jan", "jun", "sep"):
        return not text[start].isupper()
    if rule.name == "weekday":
        return not text[start].isupper()
    return False
