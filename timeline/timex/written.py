"""A time that a person writes into a form: in words, or as catalogues write it."""

from __future__ import annotations

import re
from datetime import date

from timeline.errors import InputError
from timeline.model import Article, Basis, PublicationDate
from timeline.temporal.calendar import day_of
from timeline.temporal.edtf import parse_edtf
from timeline.temporal.interval import Interval
from timeline.timex.find import find
from timeline.timex.resolve import resolve

LONGEST = 100
_SMALL = re.compile(r"\W|\b(?:on|in|at|the|of)\b", re.IGNORECASE)


def written(text: str, on: date | None = None) -> Interval:
    """The time that is meant by EDTF ("2019-09-23/2019-09-25") or words ("23 Sept 2019, evening").

    `on` is the day that "Monday" is counted from; without one only whole dates can be placed. Raises InputError.
    """
    line = " ".join(text.split())
    try:
        return parse_edtf(line)
    except ValueError:
        placed = _in_words(line, on) if len(line) <= LONGEST else None
    if placed is None:
        shown = line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
        raise InputError(
            f"can't read “{shown}” as a time; write it like “2019-09-23 evening”, “September 2019” or "
            "“2019-09-23/2019-09-25”"
        )
    return placed


def _in_words(line: str, on: date | None) -> Interval | None:
    """The time of the one expression that is all of the line."""
    article = Article("written", line, (), published=on)
    published = PublicationDate(on, day_of(on) if on else None, 1.0, Basis.GIVEN if on else Basis.NONE)
    expressions = find(article)
    if len(expressions) != 1 or _SMALL.sub("", line.replace(expressions[0].text, "", 1)):
        return None
    return resolve(article, expressions, published)[0].interval
