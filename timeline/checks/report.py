"""Every check in turn, and one report of what they found: sorted, numbered, symptoms under their root."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from timeline import checks
from timeline.checks._check import About
from timeline.model import Finding, Passed, Quote, Timeline

_Position = tuple[int, tuple[tuple[int, int], ...], str, str]
Check = Callable[[Timeline], Iterator[Finding | Passed]]


def run(timeline: Timeline) -> Timeline:
    """The timeline with the findings and the passed checks of every check."""
    findings: list[Finding] = []
    passed: list[Passed] = []
    for module in _modules():
        check: Check = module.check
        for result in check(timeline):
            if isinstance(result, Finding):
                findings.append(result)
            else:
                passed.append(result)
    return replace(timeline, findings=_report(timeline, findings), passed=tuple(dict.fromkeys(passed)))


def about() -> tuple[About, ...]:
    """What each check looks for, worst first."""
    return tuple(sorted((m.ABOUT for m in _modules()), key=lambda a: (a.severity.rank, a.code)))


@cache
def _modules() -> tuple[ModuleType, ...]:
    """The checks: every module of this folder that describes itself, by name."""
    names = sorted(m.name for m in iter_modules(checks.__path__) if not m.name.startswith("_"))
    modules = (import_module(f"{checks.__name__}.{name}") for name in names)
    return tuple(module for module in modules if hasattr(module, "ABOUT"))


def _report(timeline: Timeline, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings without repetitions, worst first and by position, a root before its symptoms; numbered so."""
    order = {article: i for i, article in enumerate(timeline.articles)}

    def position(finding: Finding) -> _Position:
        places = tuple(sorted((order.get(q.article_id, len(order)), q.span.start) for q in finding.quotes))
        return finding.severity.rank, places, finding.check, finding.message

    unique = {(f.check, _places(f.quotes)): f for f in sorted(findings, key=position, reverse=True)}
    ranked = sorted(unique.values(), key=position)
    roots = _roots(ranked)
    keys = [(position(ranked[roots.get(i, i)]), i in roots, position(f)) for i, f in enumerate(ranked)]
    placed = sorted(range(len(ranked)), key=keys.__getitem__)
    ids = {i: f"f{number}" for number, i in enumerate(placed, 1)}
    return tuple(replace(ranked[i], id=ids[i], root=ids[roots[i]] if i in roots else None) for i in placed)


def _places(quotes: Iterable[Quote]) -> frozenset[tuple[str, int, int]]:
    return frozenset((q.article_id, q.span.start, q.span.end) for q in quotes)


def _roots(findings: Sequence[Finding]) -> dict[int, int]:
    """The root of each symptom, by position: a finding whose repair changes words that the symptom rests on."""
    roots: dict[str, list[int]] = defaultdict(list)
    for i, f in enumerate(findings):
        if f.check in _ROOTS and f.repair:
            roots[f.repair.article_id].append(i)
    found = {}
    for i, finding in enumerate(findings):
        if finding.check in _ROOTS and finding.repair:
            continue
        near = sorted({r for q in finding.quotes for r in roots[q.article_id]})
        root = next((r for r in near if _removes(findings[r], finding)), None)
        if root is not None:
            found[i] = root
    return found


def _removes(root: Finding, symptom: Finding) -> bool:
    """The root's repair edits words that the symptom quotes."""
    repair = root.repair
    return repair is not None and any(
        q.article_id == repair.article_id and q.span.overlaps(repair.span) for q in symptom.quotes
    )


_ROOTS = ("time-conflict", "impossible-date", "weekday-mismatch")
"""Checks whose repair can remove the findings of others."""
