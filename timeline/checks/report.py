"""Every check in turn, and one report of what they found: sorted, numbered, symptoms under their root."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from timeline import checks
from timeline.checks._check import About
from timeline.model import Finding, Passed, Quote, Timeline

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
    names = sorted(m.name for m in iter_modules(checks.__path__) if not m.name.startswith("_") and m.name != "report")
    return tuple(import_module(f"{checks.__name__}.{name}") for name in names)


def _report(timeline: Timeline, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings sorted by severity and position, without repetitions, numbered, symptoms pointing at their root."""
    order = {article: i for i, article in enumerate(timeline.articles)}

    def position(finding: Finding) -> tuple[int, tuple[tuple[int, int], ...], str, str]:
        places = tuple(sorted((order.get(q.article_id, len(order)), q.span.start) for q in finding.quotes))
        return finding.severity.rank, places, finding.check, finding.message

    unique = {(f.check, _places(f.quotes)): f for f in sorted(findings, key=position, reverse=True)}
    ranked = sorted(unique.values(), key=position)
    numbered = [replace(f, id=f"f{i}") for i, f in enumerate(ranked, 1)]
    roots = _roots(numbered)
    return tuple(replace(f, root=roots.get(f.id)) for f in numbered)


def _places(quotes: Iterable[Quote]) -> frozenset[tuple[str, int, int]]:
    return frozenset((q.article_id, q.span.start, q.span.end) for q in quotes)


def _roots(findings: list[Finding]) -> dict[str, str]:
    """The root of each symptom: a finding whose repair changes words that the symptom rests on."""
    roots = [f for f in findings if f.check in _ROOTS and f.repair]
    found = {}
    for finding in findings:
        if finding in roots:
            continue
        root = next((r for r in roots if _removes(r, finding)), None)
        if root:
            found[finding.id] = root.id
    return found


def _removes(root: Finding, symptom: Finding) -> bool:
    """The root's repair edits words that the symptom quotes."""
    repair = root.repair
    return repair is not None and any(
        q.article_id == repair.article_id and q.span.overlaps(repair.span) for q in symptom.quotes
    )


_ROOTS = ("time-conflict", "impossible-date", "weekday-mismatch")
"""Checks whose repair can remove the findings of others."""
