""" "a year" after a number of things is no length: "three times a week" is how often, "$40,000 a year" a rate."""

from __future__ import annotations

import re

from timeline.temporal.operators import Duration, Operator, Repeated
from timeline.timex.phrase import Rule

_OFTEN = re.compile(
    r"\b(?:times|once|twice|interviews|visits|trips|meetings|days|nights|mornings|evenings|classes|games|shows) \Z"
)
_COUNTED = re.compile(
    r"(?:[$£€]\d[\d.,]*|\d%|\b(?:million|billion|trillion|thousand|hundred|dozen|percent|dollars?|cents|euros?|pounds?|yen"
    r"|people|tons|tonnes|barrels|passengers|units|cars|flights|seats|jobs|deaths|visitors|copies|hours|vehicles)) \Z"
)
_ARTICLE = re.compile(r"(?:a|an|per) ")
_REACH = 24


def is_rate(lowered: str, start: int, rule: Rule, operator: Operator) -> bool:
    """The words stand after a number of things, so that they are no length of time."""
    return _is_one(lowered, start, rule, operator) and bool(_COUNTED.search(lowered[max(0, start - _REACH) : start]))


def how_often(lowered: str, start: int, rule: Rule, operator: Operator) -> Repeated | None:
    """The repeated time when the words say how often, else None."""
    if _is_one(lowered, start, rule, operator) and _OFTEN.search(lowered[max(0, start - _REACH) : start]):
        return Repeated(operator.pattern)
    return None


def _is_one(lowered: str, start: int, rule: Rule, operator: Operator) -> bool:
    return (
        rule.name == "length"
        and isinstance(operator, Duration)
        and operator.count == 1
        and _ARTICLE.match(lowered, start) is not None
    )
