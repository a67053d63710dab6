"""What rests on one source who is not named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks._check import About, finding, quote
from timeline.model import Finding, Passed, Severity, Timeline

ABOUT = About(
    code="sourcing",
    severity=Severity.INFO,
    says="A statement rests on a source who is not named.",
    fires="A guard, speaking on condition of anonymity, said the gate was open on Monday.",
    quiet="Ann Doe, a guard, said the gate was open on Monday.",
)
_UNNAMED = re.compile(
    r"\b(?:on|under)\s+(?:the\s+)?condition\s+of\s+anonymity|\b(?:requested|asked\s+for|sought)\s+anonymity|"
    r"\b(?:declined|asked|refused)\s+(?:not\s+)?to\s+be\s+(?:named|identified)|\bwho\s+(?:would|did)\s+not\s+give\s+(?:his|her|their)\s+name",
    re.IGNORECASE,
)


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each place where a source keeps back a name."""
    for reading in timeline.readings:
        for match in _UNNAMED.finditer(reading.article.text):
            found = quote(reading.article, match.start(), match.end(), "a source without a name")
            told = " ".join(found.context.of(reading.article.text).split())
            yield finding(ABOUT, f"One source who is not named: “{told}”", [found], confidence=0.9)
