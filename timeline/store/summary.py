"""A story in one line of a list."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from timeline.model import Severity, Timeline


@dataclass(frozen=True, slots=True)
class FindingCounts:
    """Findings by severity; a finding with its symptoms counts once, one that was dismissed or explained not at all."""

    high: int = 0
    medium: int = 0
    low: int = 0
    info: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.high + self.medium + self.low + self.info


@dataclass(frozen=True, slots=True)
class StorySummary:
    """What a list of stories shows; `first_day` and `last_day` bound what is said to have happened.

    `disputed_count` counts the events whose date the articles dispute; `changed_at` is None where nobody kept it.
    One that is not `is_current` counts what was there before the last change, or what an earlier version read.
    """

    id: str
    title: str
    article_count: int
    event_count: int
    findings: FindingCounts
    first_day: dt.date | None
    last_day: dt.date | None
    disputed_count: int = 0
    changed_at: dt.datetime | None = None
    is_current: bool = True


def summarize(timeline: Timeline) -> StorySummary:
    """The timeline in numbers."""
    roots = Counter(f.severity for f in timeline.findings if f.root is None and f.is_open)
    times = [e.time for e in timeline.events if e.status.is_asserted and e.time is not None and not e.time.is_open]
    return StorySummary(
        timeline.story_id,
        timeline.title,
        article_count=len(timeline.readings),
        event_count=len(timeline.events),
        findings=FindingCounts(*(roots[severity] for severity in Severity)),
        first_day=min((t.first_day for t in times), default=None),
        last_day=max((t.last_day for t in times), default=None),
        disputed_count=sum(e.is_disputed for e in timeline.events),
    )
