"""Times without bounds: "now", "recently", "the past", "the future"."""

from __future__ import annotations

from timeline.temporal.operators import Vague
from timeline.timex.phrase import Rule

RULES = (
    Rule(
        "now",
        "the present",
        (
            "(now|currently|current|nowadays|right now|these days|this moment)",
            "the present",
            "the current time",
            "this (crucial|very) moment",
        ),
        lambda: Vague("PRESENT_REF"),
        "vague",
    ),
    Rule(
        "recently",
        "about thirty days before publication",
        ("[more|most|very] recently", "recent", "recent times", "the other (day|week|month)"),
        lambda: Vague("PAST_REF", 30),
        "vague",
    ),
    Rule("those-days", "some time before publication", ("those days",), lambda: Vague("PAST_REF"), "vague"),
    Rule("then-current", "the present of the time spoken of", ("then current",), lambda: Vague("PAST_REF"), "vague"),
    Rule(
        "the-past",
        "any time before publication",
        ("the past", "the [not so|not too] distant past", "the recent past"),
        lambda: Vague("PAST_REF"),
        "vague",
    ),
    Rule(
        "the-future",
        "any time after publication",
        ("the [near|immediate|distant] future", "(near|immediate) future", "the (near|short) term", "a later date"),
        lambda: Vague("FUTURE_REF"),
        "vague",
    ),
)
