"""The filter as a reader sees it: what can be chosen, what is chosen, and a way to take each of it back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.model import Severity, Status, Timeline
from timeline.story import Filter
from timeline.story.selection import people, places, source_name, sources
from timeline.wording import day, status
from web.panel import teller
from web.view import View

MOST_SUGGESTED = 200
"""People and places that a field proposes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One box to tick: its value, how many events have it."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition that is set, and the address's arguments without it."""

    label: str
    without: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class FilterBar:
    """Everything that the filter's form and the chips below it show."""

    wanted: Filter
    sources: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    severities: tuple[Choice, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    disputed: int
    chips: tuple[Chip, ...]
    cleared: dict[str, list[str]]


def filter_bar(timeline: Timeline, view: View) -> FilterBar:
    """The bar of a whole story, as the view sets it."""
    wanted = view.wanted
    chosen = {s.casefold() for s in wanted.source}
    worst = Counter(s for s, _ in {(f.severity, e) for f in timeline.findings for e in f.events})
    told = Counter(e.status for e in timeline.events)
    called = {source_name(r.article): teller(r.article) for r in timeline.readings}
    return FilterBar(
        wanted,
        tuple(Choice(s, called[s], n, s.casefold() in chosen) for s, n in sources(timeline).items()),
        tuple(Choice(s, status(s), told[s], s in wanted.status) for s in Status if told[s] or s in wanted.status),
        tuple(Choice(s, s, worst[s], s in wanted.severity) for s in Severity if worst[s] or s in wanted.severity),
        people(timeline)[:MOST_SUGGESTED],
        places(timeline)[:MOST_SUGGESTED],
        sum(e.is_disputed for e in timeline.events),
        tuple(_chips(view, called)),
        view.filtered(Filter()),
    )


def _chips(view: View, called: Mapping[str, str]) -> Iterable[Chip]:
    set_ = view.wanted.arguments()
    for name, values in set_.items():
        for value in values:
            rest = set_ | {name: [v for v in values if v != value]}
            label = _label(view.wanted, name, called.get(value, value) if name == "source" else value)
            yield Chip(label, view.filtered(Filter.parse(rest)))


def _label(wanted: Filter, name: str, value: str) -> str:
    """One condition in words."""
    if name == "from" and wanted.first:
        return f"since {day(wanted.first)}"
    if name == "to" and wanted.last:
        return f"until {day(wanted.last)}"
    if name == "status":
        return status(Status(value))
    return {
        "text": f"says “{value}”",
        "person": f"who: {value}",
        "place": f"where: {value}",
        "severity": f"{value} findings",
        "disputed": "disputed",
    }.get(name, value)
