"""What the templates call `words`: the library's wording, and what a page says where there is nothing to say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from timeline import wording
from timeline.model import (
    AddEvent,
    Edit,
    Finding,
    HideLink,
    Merge,
    SetStatus,
    SetTime,
    SetTitle,
    Severity,
    Split,
    Verdict,
)
from timeline.temporal.interval import Interval
from timeline.wording import (
    RELATIONS,
    STATUSES,
    articles,
    check_name,
    count,
    day,
    days,
    percent,
    publication_basis,
    relation,
    status,
    zone,
)

__all__ = [
    "RELATIONS",
    "SEVERITIES",
    "STATUSES",
    "articles",
    "check_name",
    "count",
    "day",
    "days",
    "decision",
    "gap",
    "moment",
    "percent",
    "publication_basis",
    "relation",
    "short",
    "span",
    "status",
    "verdict",
    "when",
    "zone",
]


SEVERITIES = tuple(Severity)
"""The worst first."""


def moment(at: datetime) -> str:
    """ "Mon 23 Sept 2019, 20:05 UTC": when something was done. A script tells it by the reader's own clock."""
    return f"{day(at.astimezone(UTC).date())}, {at.astimezone(UTC):%H:%M} UTC"


def when(interval: Interval | None, *, vague: bool = False) -> str:
    """The interval in words; "no date" for None."""
    return wording.when(interval, vague=vague) or "no date"


def span(length: timedelta) -> str:
    """ "3 years", "11 weeks", "5 days", "20 hours": the largest unit of which there are at least two, rounded."""
    for unit, of_days in (("year", 365.25), ("month", 30.44), ("week", 7), ("day", 1)):
        if (number := round(length / timedelta(days=of_days))) >= 2:
            return count(number, unit)
    return count(round(length / timedelta(hours=1)), "hour")


NUMBERS = ("arithmetic", "figure-conflict")
"""Checks that tell how much two amounts differ; the others tell how far apart two times lie."""


def gap(finding: Finding) -> str:
    """ "14 hours apart", "difference: 2 killed"."""
    return f"difference: {finding.gap}" if finding.check in NUMBERS else f"{finding.gap} apart"


def decision(edit: Edit) -> str:
    """What a person did, as a sentence: "Hid “Fire”"."""
    did = wording.decision(edit)
    return did[:1].upper() + did[1:]


def short(edit: Edit) -> str:
    """What a person did to the event at hand, in a few words: "Date set to Mon 23 Sept 2019"."""
    match edit:
        case SetTitle():
            return "Title set"
        case SetTime(_, time):
            return f"Date set to {wording.when(time) or 'unknown'}"
        case SetStatus(_, value):
            return f"Status set to “{status(value)}”"
        case Merge(event, other):
            return f"“{event.title}” and “{other.title}” joined"
        case Split():
            return "Mentions set apart"
        case AddEvent():
            return "Added by hand"
        case HideLink(_, other, kind):
            return f"Link hidden: {relation(kind)} “{other.title}”"
    return decision(edit)


def verdict(value: Verdict) -> str:
    """What a person holds of a finding, in words."""
    return wording.VERDICTS[value]
