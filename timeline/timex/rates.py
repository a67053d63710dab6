""" "a year" after a number of things is how often ("$40,000 a year", "three times a week"), else how long."""

from __future__ import annotations

import re

from timeline.temporal.operators import Duration, Repeated
from timeline.timex.phrase import Rule

_COUNTED = re.compile(r"\b(?:times|once|twice|interviews|visits|trips|meetings) \Z")
_ARTICLE = re.compile(r"(?:a|an|per) ")


def as_rate(lowered: str, start: int, rule: Rule, operator: object) -> Repeated | None:
    """The repeated time when the words stand for a rate, else None."""
    if rule.name != "length" or not isinstance(operator, Duration) or operator.count != 1:
        return None
    if not _ARTICLE.match(lowered, start) or not _COUNTED.search(lowered[max(0, start - 24) : start]):
        return None
    return Repeated(operator.pattern)
