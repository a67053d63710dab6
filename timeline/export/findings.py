"""Findings as an editor reads them: the root causes, the worst first, each with its symptoms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from timeline.model import Finding, Severity, Timeline

CHECKS = {
    "after-publication": "Dated after publication",
    "arithmetic": "Sums that don't add up",
    "attribution-conflict": "Who did it, who said it",
    "certainty": "How certain",
    "figure-conflict": "Figures disagree",
    "impossible-date": "Impossible date",
    "order-conflict": "Order of events",
    "reference": "Unclear reference",
    "sourcing": "Sourcing",
    "time-conflict": "Times disagree",
    "weekday-mismatch": "Weekday and date disagree",
}
"""What a check's code means, for people."""

Group = tuple[Finding, tuple[Finding, ...]]


def check_name(code: str) -> str:
    """The check's code in words."""
    return CHECKS.get(code, code.replace("-", " ").capitalize())


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
