"""Events told "two days after" each other whose dates lie otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from timeline import wording
from timeline.checks._arithmetic import ABOUT
from timeline.checks._check import duration, finding, quote
from timeline.checks._distances import Dated, Distance, wrong_distances
from timeline.model import Finding, Quote, Severity, Timeline


def distances(timeline: Timeline) -> Iterator[Finding]:
    """The distances of each circle that can't hold."""
    for distance in wrong_distances(timeline):
        yield _distance(timeline, distance)


def _distance(timeline: Timeline, told: Distance) -> Finding:
    ends = (told.earlier, told.later)
    source, target = (timeline.mentions[m].text for m in (told.relation.source, told.relation.target))
    fewest, most = sorted(abs(days) for days in told.days)
    apart = f"{most} days" if fewest == most else f"{fewest} to {most} days"
    order = "the other way round, " if max(told.days) < 0 else ""
    return finding(
        ABOUT,
        f"“{source}” is told as “{told.relation.signal}” “{target}”, but their dates are {order}{apart} apart.",
        [
            quote(told.article, told.span.start, told.span.end),
            *(_dated_quote(timeline, end) for end in sorted(ends, key=lambda end: end.timex.span)),
        ],
        severity=Severity.MEDIUM if told.off > 1 and told.is_at_hand else Severity.LOW,
        confidence=0.7 if told.off > 1 and told.is_at_hand else 0.5,
        gap=duration(timedelta(days=told.off)),
        depends_on_publication=any(end.timex.depends_on_publication for end in ends),
        explanations=("It may be counted from another event.",),
        events=tuple(end.event.id for end in ends),
    )


def _dated_quote(timeline: Timeline, end: Dated) -> Quote:
    article = timeline.articles[end.mention.article_id]
    span = end.timex.span
    return quote(article, span.start, span.end, f"“{end.mention.text}”: {wording.when(end.time)}")
