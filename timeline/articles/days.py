"""Publication days as people and programs write them."""

from __future__ import annotations

import re
from datetime import date

from timeline.errors import InputError

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?", re.S)


def parse_day(written: str) -> date:
    """The day of "2019-09-24" or of an ISO 8601 timestamp that begins with it. Raises InputError on anything else."""
    found = _DAY.fullmatch(written.strip())
    try:
        if found:
            year, month, day = map(int, found.groups())
            return date(year, month, day)
    except ValueError:
        pass
    raise InputError(f"{written[:40]!r} is not a publication date; write it as YYYY-MM-DD, for example 2019-09-24")
