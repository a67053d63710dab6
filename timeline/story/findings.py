"""Which findings of a story are asked for."""

from __future__ import annotations

from collections.abc import Collection

from timeline.model import Finding, Timeline

OPEN = "open"
"""The verdict of a finding that nobody has judged."""


def findings(timeline: Timeline, *, check: Collection[str] = (), verdict: Collection[str] = ()) -> tuple[Finding, ...]:
    """The findings of these checks and of these verdicts, of all where none is named."""
    return tuple(
        f for f in timeline.findings if (not check or f.check in check) and (not verdict or _verdict(f) in verdict)
    )


def _verdict(finding: Finding) -> str:
    return finding.judgement.verdict if finding.judgement else OPEN
