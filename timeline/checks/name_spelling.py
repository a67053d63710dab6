"""A name that one article spells in two ways: "Ada Robertson", later "Roberston"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks._check import About, finding, quote
from timeline.checks._names import Spelling, TwoSpellings, two_spellings
from timeline.languages import is_read
from timeline.model import Article, Finding, Passed, Quote, Repair, Severity, Timeline

ABOUT = About(
    code="name-spelling",
    severity=Severity.LOW,
    says="A name that one article spells in two ways, a letter apart.",
    fires="Ada Robertson opened the fair on Monday. The gates closed late, Roberston said.",
    quiet="Ada Robertson opened the fair on Monday. The gates closed late, Robertson's brother Rob said.",
)


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each pair of spellings."""
    for reading in timeline.readings:
        if is_read(reading.article.language):
            for found in two_spellings(reading.article.text):
                yield _finding(reading.article, found)


def _finding(article: Article, found: TwoSpellings) -> Finding:
    usual, odd = found.usual, found.odd
    return finding(
        ABOUT,
        f"One name is spelled in two ways: “{usual.word}”{_often(usual)} and “{odd.word}”{_often(odd)}.",
        [_quote(article, usual), _quote(article, odd)],
        confidence=0.9,
        explanations=(f"Two names may be alike by chance; both stand beside “{found.beside}” or near it.",),
        repair=None if found.is_even else _repair(article, usual, odd),
    )


def _often(spelling: Spelling) -> str:
    count = len(spelling.spans)
    return "" if count == 1 else " (twice)" if count == 2 else f" ({count} times)"


def _quote(article: Article, spelling: Spelling) -> Quote:
    span = spelling.spans[0]
    return quote(article, span.start, span.end)


def _repair(article: Article, usual: Spelling, odd: Spelling) -> Repair:
    """The usual spelling, in the first place where the odd one stands."""
    says = f"Write “{usual.word}” for “{odd.word}”."
    return Repair(article.id, odd.spans[0], odd.word, usual.word, says)
