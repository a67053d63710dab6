"""Ranges that end before they begin: "from 1997 to 1991"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks._check import About, finding, quote
from timeline.checks._ranges import WrittenRange, reversed_ranges
from timeline.model import Article, Finding, Passed, Repair, Severity, Timeline

ABOUT = About(
    code="order-conflict",
    severity=Severity.HIGH,
    says="A range of years or days that ends before it begins.",
    fires="She taught at the school from 1997 to 1991.",
    quiet="The shelter is open from Nov. 20 to March 1. She taught at the school from 1991 to 1997.",
)


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each reversed range."""
    for reading in timeline.readings:
        for found in reversed_ranges(reading.article.text):
            yield _finding(reading.article, found)


def _finding(article: Article, found: WrittenRange) -> Finding:
    first, last = found.first.of(article.text), found.last.of(article.text)
    between = article.text[found.first.end : found.last.start]
    words = found.span.of(article.text)
    return finding(
        ABOUT,
        f"“{words}” ends before it begins: {last} is earlier than {first}.",
        [
            quote(article, found.first.start, found.first.end, "the start"),
            quote(article, found.last.start, found.last.end, "the end"),
        ],
        confidence=0.9,
        gap=f"{found.gap_days // 365} years" if found.gap_days >= 730 else f"{found.gap_days} days",
        explanations=("The two may be swapped, or a digit mistyped.",),
        repair=Repair(article.id, found.span, words, f"{last}{between}{first}", "Swap the two."),
    )
