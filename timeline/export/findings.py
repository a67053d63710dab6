"""Findings as an editor reads them: the root causes, the worst first, each with its symptoms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from timeline.model import Finding, Severity, Timeline

Group = tuple[Finding, tuple[Finding, ...]]


def grouped(timeline: Timeline) -> tuple[Group, ...]:
    """Each root with the findings that its repair removes too; both worst and surest first."""
    known = {f.id for f in timeline.findings}
    roots: list[Finding] = []
    symptoms: dict[str, list[Finding]] = {}
    for finding in timeline.findings:
        if finding.root is None or finding.root == finding.id or finding.root not in known:
            roots.append(finding)
        else:
            symptoms.setdefault(finding.root, []).append(finding)
    return tuple((root, _worst_first(symptoms.get(root.id, ()))) for root in _worst_first(roots))


def counted(groups: Iterable[Group]) -> tuple[tuple[Severity, int], ...]:
    """How many roots there are of each severity that occurs, worst first."""
    counts = Counter(root.severity for root, _ in groups)
    return tuple((severity, counts[severity]) for severity in Severity if counts[severity])


def _worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (f.severity.rank, -f.confidence)))
