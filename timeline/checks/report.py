"""Every check in turn, and one report of what they found: sorted, numbered, symptoms under their root."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
    edits: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for i, finding in enumerate(findings):
        if _is_root(finding) and finding.repair:
            edits[finding.repair.article_id].append((finding.repair.span.start, finding.repair.span.end, i))
    for article in edits.values():
        article.sort()
    found = {}
    for i, finding in enumerate(findings):
        root = None if _is_root(finding) else next((r for q in finding.quotes for r in _edited(q, edits)), None)
        if root is not None:
            found[i] = root
    return found


def _is_root(finding: Finding) -> bool:
    return finding.check in _ROOTS and finding.repair is not None


def _edited(quote: Quote, edits: Mapping[str, list[tuple[int, int, int]]]) -> Iterator[int]:
    """The findings whose repair edits words of the quote."""
    article = edits.get(quote.article_id, [])
    for n in range(bisect_left(article, (quote.span.start - _REPAIR_MAX, 0, 0)), len(article)):
        start, end, i = article[n]
        if start >= quote.span.end:
            return
        if quote.span.start < end:
            yield i


_REPAIR_MAX = 60  # characters: a root's repair edits a word or two
_ROOTS = ("time-conflict", "impossible-date", "weekday-mismatch")
"""Checks whose repair can remove the findings of others."""
