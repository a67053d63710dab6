"""What the check of sums says of itself, and what its parts share."""

from __future__ import annotations

from datetime import date

from timeline.checks._check import About
from timeline.model import Reading, Severity

ABOUT = About(
    code="arithmetic",
    severity=Severity.MEDIUM,
    says=(
        "Ages, anniversaries, “years ago”, “two days after”, lengths of ranges, totals, lists, changes in percent, one "
        "measure in two units and one moment in two zones that don't add up with the figures or dates told."
    ),
    fires="The mill, opened in 1988, 12 years ago, was sold on June 4, 2010.",
    quiet="The mill, opened in 1998, 12 years ago, was sold on June 4, 2010.",
    published=date(2010, 6, 4),
)
_SURE = 0.5  # how sure the publication date must be


def published_on(reading: Reading) -> date | None:
    """The day of publication to count from; None where it is too unsure."""
    return reading.publication.date if reading.publication.confidence >= _SURE else None


def in_years(count: int) -> str:
    """For example "1 year", "3 years"."""
    return f"{count} year{'s' * (count != 1)}"
