"""One source that both holds back and points at somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from timeline.checks._check import About, finding, quote
from timeline.model import Article, Finding, Mention, Passed, Quote, Role, Severity, Status, Timeline

ABOUT = About(
    code="certainty",
    severity=Severity.LOW,
    says="One source is sure in one place and not in another: refuses to name anybody, then calls somebody likely.",
    fires=(
        "A senior harbour official declined to blame anybody for the blast on Monday. "
        "The official said smugglers were likely to have caused the blast."
    ),
    quiet=(
        "A senior harbour official declined to blame anybody for the blast on Monday. "
        "A union leader said smugglers were likely to have caused the blast."
    ),
    published=date(2019, 9, 24),
)
_HOLDS_BACK = frozenset(("refrain", "decline", "refuse", "avoid"))
_FROM = re.compile(
    r"\b(?:point\w* (?:a |the )?fingers?|blam\w+|accus\w+|speculat\w+|assign\w+|nam(?:e|ing)|identify\w*|say who)\b",
    re.IGNORECASE,
)
_GUESS = re.compile(
    r"\b(?:likely|probably|possibly|may have|might have|believed|suspected|appeared to)\b", re.IGNORECASE
)
_REACH = 1200


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each source that holds back and guesses."""
    for reading in timeline.readings:
        guesses = [m for m in reading.mentions if _is_guess(reading.article, m)]
        for mention in reading.mentions:
            words = _FROM.search(
                reading.article.text, mention.span.end, min(mention.sentence.end, mention.span.end + 60)
            )
            if mention.lemma not in _HOLDS_BACK or words is None:
                continue
            guess = next((g for g in guesses if _is_same_source(mention, g)), None)
            if guess:
                yield _finding(reading.article, mention, words.end(), guess)


def _is_guess(article: Article, mention: Mention) -> bool:
    return (
        mention.status is Status.ALLEGED
        and bool(mention.speakers)
        and bool(_GUESS.search(mention.sentence.of(article.text)))
    )


def _is_same_source(held: Mention, guess: Mention) -> bool:
    near = 0 < guess.span.start - held.span.start < _REACH
    held_by = held.heads(Role.AGENT, Role.TARGET) | {p.head for p in held.speakers}
    return near and any(p.head in held_by for p in guess.speakers)


def _finding(article: Article, held: Mention, end: int, guess: Mention) -> Finding:
    quotes = [
        quote(article, held.span.start, end, "holds back"),
        Quote(article.id, guess.quote, guess.quote.of(article.text), guess.sentence, "a guess"),
    ]
    source = guess.speakers[0].text
    return finding(
        ABOUT,
        f"“{quotes[0].text}”, yet {source} calls it likely: “{guess.sentence.of(article.text).strip()}”",
        quotes,
        confidence=0.5,
        explanations=("Calling somebody likely is less than naming him.",),
    )
