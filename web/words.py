"""What the templates call `words`: the library's wording, and what a page says where there is nothing to say."""

from __future__ import annotations

from datetime import timedelta

from timeline import wording
from timeline.temporal.interval import Interval
from timeline.wording import articles, check_name, count, day, days, percent, relation, status, zone

__all__ = ["articles", "check_name", "count", "day", "days", "percent", "relation", "span", "status", "when", "zone"]


def when(interval: Interval | None, *, vague: bool = False) -> str:
    """The interval in words; "no date" for None."""
    return wording.when(interval, vague=vague) or "no date"


def span(length: timedelta) -> str:
    """ "3 years", "11 weeks", "5 days", "20 hours": the largest unit of which there are at least two, rounded."""
    for unit, of_days in (("year", 365.25), ("month", 30.44), ("week", 7), ("day", 1)):
        if (number := round(length / timedelta(days=of_days))) >= 2:
            return count(number, unit)
    return count(round(length / timedelta(hours=1)), "hour")
