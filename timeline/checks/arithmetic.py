"""Sums that don't come out: ages, "N years ago" beside a year, the length of a range, parts and their total, changes in
percent, rises that fall, one measure in two units, one moment on two clocks, two dates and how long apart."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks._arithmetic import ABOUT
from timeline.checks._arithmetic_ages import ages_at_events, wrong_ages
from timeline.checks._arithmetic_distances import distances
from timeline.checks._arithmetic_figures import wrong_figures
from timeline.checks._arithmetic_years import miscounted, wrong_anniversaries
from timeline.model import Finding, Passed, Timeline

__all__ = ["ABOUT", "check"]


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each sum that does not come out."""
    for reading in timeline.readings:
        yield from miscounted(reading)
        yield from wrong_ages(reading)
        yield from wrong_anniversaries(reading)
        yield from wrong_figures(reading.article)
    yield from ages_at_events(timeline)
    yield from distances(timeline)
