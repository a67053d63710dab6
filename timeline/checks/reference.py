"""References that may be read two ways: "the attacks", a paragraph after "the attack" that is another one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from timeline.checks._check import About, finding
from timeline.model import Finding, Mention, Passed, Quote, Reading, Severity, Timeline

ABOUT = About(
    code="reference",
    severity=Severity.INFO,
    says="A bare “the attack” may mean either of two events that were told shortly before.",
    fires=(
        "Two rockets hit the port of Lowen on Monday. No group has claimed the attack.\n\n"
        "A series of airstrikes has targeted the islands in recent weeks. No one has claimed the attacks."
    ),
    quiet="Two rockets hit the port of Lowen on Monday. No group has claimed the attack.",
    published=date(2019, 9, 24),
)
_REACH = 700
_BARE_MAX = 2  # words: "the attack"


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each bare reference that stands close to one of another event in nearly the same words."""
    for reading in timeline.readings:
        bare = [m for m in reading.mentions if m.definite and m.tense == "" and _is_bare(reading, m)]
        starts = [m.span.start for m in bare]
        for position, mention in enumerate(bare):
            earlier = bare[bisect_left(starts, mention.span.start - _REACH) : position]
            other = next((o for o in reversed(earlier) if _is_other(timeline, mention, o)), None)
            if other:
                yield _finding(reading, other, mention)


def _is_bare(reading: Reading, mention: Mention) -> bool:
    return len(mention.quote.of(reading.article.text).split()) <= _BARE_MAX


def _is_other(timeline: Timeline, mention: Mention, other: Mention) -> bool:
    mine, theirs = timeline.event_of.get(mention.id), timeline.event_of.get(other.id)
    return mention.lemma == other.lemma and mine is not None and theirs is not None and mine.id != theirs.id


def _finding(reading: Reading, other: Mention, mention: Mention) -> Finding:
    text = reading.article.text
    quotes = [Quote(reading.article.id, m.quote, m.quote.of(text), m.sentence) for m in (other, mention)]
    return finding(
        ABOUT,
        f"“{quotes[1].text}” seems to mean another event than “{quotes[0].text}” shortly before.",
        quotes,
        confidence=0.5,
        explanations=("Readers may know from what stands between.",),
    )
