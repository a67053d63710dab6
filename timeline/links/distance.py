"""How long before or after, where the words of a relation say so: "two days after", "less than a week before"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.model import Timex
from timeline.syntax import ParsedBlock
from timeline.temporal.lag import Bound, Lag
from timeline.tree import Token

_BOUNDS = {
    "about": Bound.ABOUT,
    "around": Bound.ABOUT,
    "roughly": Bound.ABOUT,
    "some": Bound.ABOUT,
    "nearly": Bound.ABOUT,
    "almost": Bound.ABOUT,
    "over": Bound.AT_LEAST,
    "more than": Bound.AT_LEAST,
    "at least": Bound.AT_LEAST,
    "less than": Bound.AT_MOST,
    "within": Bound.AT_MOST,
    "under": Bound.AT_MOST,
}
_BOUND = re.compile(rf"\b({'|'.join(_BOUNDS)})\s+$", re.IGNORECASE)
_MODS = {"MORE_THAN": Bound.AT_LEAST, "LESS_THAN": Bound.AT_MOST, "APPROX": Bound.ABOUT}
_NEXT = re.compile(r"(?<!of )(?<!for )(?<!from )(?<!than )(?<!until )\bthe (day|week|month|year)$", re.IGNORECASE)
_REACH = 20


def told_before(block: ParsedBlock, signal: Token, lengths: Mapping[int, Timex]) -> tuple[str, Lag | None]:
    """The words of a length right before a signal ("two days *after*") and the lag that they tell; none: "" and None.

    `lengths` are the article's durations by where they end.
    """
    end = signal.start - 1
    timex = lengths.get(block.offset + end)
    if timex is None:
        if signal.lower == "following":
            return "", None  # "the week following the vote" is that week
        following = _NEXT.search(block.text, max(0, end - _REACH), max(0, end))
        return (following[0], Lag.of(f"P1{following[1][0].upper()}")) if following else ("", None)
    start = timex.span.start - block.offset
    bound = _BOUND.search(block.text, max(0, start - _REACH), start)
    meant = _BOUNDS[bound[1].lower()] if bound else _MODS.get(timex.mod or "", Bound.EXACT)
    lag = Lag.of(timex.value, meant)
    return (block.text[bound.start() if bound else start : end], lag) if lag else ("", None)
