"""The page's date and the text's date of publication that can't both be right."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks._check import About, finding, long_date, quote
from timeline.model import Evidence, Finding, Passed, Reading, Severity, Timeline

ABOUT = About(
    code="publication-conflict",
    severity=Severity.MEDIUM,
    says="Two statements about the day of publication, in the page's metadata, its address or its text, that disagree.",
    fires="",
    quiet="",
)


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each piece of evidence against the day of publication."""
    for reading in timeline.readings:
        for evidence in reading.publication.evidence:
            if evidence.kind == "conflict":
                yield _finding(reading, evidence)


def _finding(reading: Reading, evidence: Evidence) -> Finding:
    article, day = reading.article, reading.publication.date
    spans = [e for e in reading.publication.evidence if e.span and (e is evidence or e.kind != "conflict")]
    kept = long_date(day) if day else "no day"
    return finding(
        ABOUT,
        f"The day of publication is disputed: {evidence.says} (kept: {kept}).",
        [quote(article, e.span.start, e.span.end, e.says) for e in spans[:3] if e.span],
        confidence=0.7,
        depends_on_publication=True,
        explanations=("The page may have been updated after it appeared.",),
    )
