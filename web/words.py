"""What the templates call `words`: the library's wording, and what a page says where there is nothing to say."""

from __future__ import annotations

from timeline import wording
from timeline.temporal.interval import Interval
from timeline.wording import articles, check_name, count, day, days, percent, relation, status, zone

__all__ = ["articles", "check_name", "count", "day", "days", "percent", "relation", "status", "when", "zone"]


def when(interval: Interval | None, *, vague: bool = False) -> str:
    """The interval in words; "no date" for None."""
    return wording.when(interval, vague=vague) or "no date"
