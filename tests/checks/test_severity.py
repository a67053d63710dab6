"""What is shown as high is right nine times in ten, so what is less sure is not shown as high."""

from __future__ import annotations

import pytest

from tests.reading import read
from timeline import checks
from timeline.checks._check import About, finding
from timeline.model import Severity

HIGH, MEDIUM, LOW = Severity.HIGH, Severity.MEDIUM, Severity.LOW
ABOUT = About("a-check", HIGH, "It says.", "It fires.", "It is quiet.")


@pytest.mark.parametrize(
    ("severity", "confidence", "shown"),
    [
        (None, 0.95, HIGH),
        (None, 0.9, HIGH),
        (None, 0.89, MEDIUM),
        (HIGH, 0.5, MEDIUM),
        (MEDIUM, 0.95, MEDIUM),
        (LOW, 0.5, LOW),
    ],
)
def test_high_is_what_is_sure(severity: Severity | None, confidence: float, shown: Severity) -> None:
    assert finding(ABOUT, "It is wrong.", (), severity=severity, confidence=confidence).severity is shown


@pytest.mark.parametrize("about", checks.about(), ids=lambda about: about.code)
def test_every_check_keeps_to_it(about: About) -> None:
    published = about.published.isoformat() if about.published else None
    assert all(f.confidence >= 0.9 for f in read(about.fires, published).findings if f.severity is HIGH)
