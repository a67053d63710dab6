"""The day that stands in an article's address."""

from __future__ import annotations

import re
from datetime import date

from timeline.model import StatedDate

LONGEST = 2000
"""Characters of an address that are looked at."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)\d\d)(?P<gap>[/_.-]?)"
    r"(?:(?P<month>[01]?\d)|(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)(?P=gap)"
    r"(?P<day>[0-3]?\d)(?![0-9])",
    re.I,
)


def dates_in_address(url: str) -> tuple[StatedDate, ...]:
    """The first possible day in the address ("…/2019/09/24/…", "…-20190924", "…/2019/sep/24/…"), if there is one."""
    for found in _DAY.finditer(url[:LONGEST]):
        if not found["gap"] and (found["name"] or len(found.group()) != len("20190924")):
            continue
        month = int(found["month"]) if found["month"] else _MONTHS.index(found["name"][:3].lower()) + 1
        try:
            day = date(int(found["year"]), month, int(found["day"]))
        except ValueError:
            continue
        return (StatedDate("url", day, f"the address holds {found.group()}"),)
    return ()
