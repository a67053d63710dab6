"""An article in a language whose events are not read."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks._check import About, finding, quote
from timeline.languages import NAMES, is_read
from timeline.model import BlockKind, Finding, Passed, Reading, Severity, Timeline

ABOUT = About(
    code="language",
    severity=Severity.INFO,
    says="An article in another language than English: of it, only the written dates are read.",
    fires=(
        "Am Montagabend wurde in der Innenstadt ein Mann von der Polizei festgenommen, nachdem er eine Bank "
        "\u00fcberfallen hatte. Die Polizei teilte mit, dass niemand verletzt wurde und dass der Mann schweigt."
    ),
    quiet="On Monday evening the police arrested a man in the city, who had robbed a bank. No one was hurt.",
)


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One note for each such article."""
    for reading in timeline.readings:
        if not is_read(reading.article.language):
            yield _finding(reading)


def _finding(reading: Reading) -> Finding:
    article = reading.article
    name = NAMES.get(article.language, f"another language ({article.language})")
    told = next((b.span for b in article.blocks if b.kind is BlockKind.BODY), None)
    return finding(
        ABOUT,
        f"\u201c{article.title or article.id}\u201d is in {name}: its written dates are read, but no events.",
        [quote(article, told.start, min(told.end, told.start + 60))] if told else [],
        confidence=0.9,
        explanations=("The language was guessed from the commonest words.",),
    )
