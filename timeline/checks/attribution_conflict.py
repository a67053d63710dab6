"""Who did it and who says so: claims that the text denies elsewhere, and two names for one deed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from timeline.checks._check import About, finding, quote
from timeline.model import (
    BlockKind,
    Event,
    Finding,
    Link,
    Mention,
    Participant,
    Passed,
    Quote,
    RelationKind,
    Role,
    Severity,
    Timeline,
)

ABOUT = About(
    code="attribution-conflict",
    severity=Severity.MEDIUM,
    says="Two accounts of who did something or who claimed it: nobody claims it here, somebody does there.",
    fires=(
        "Two rockets hit the port of Lowen on Monday.\n\n"
        "No group has claimed responsibility for the rocket attack on the port.\n\n"
        "A member of the Harbour Brigades said the brigades fired the rockets at the port."
    ),
    quiet=(
        "Two rockets hit the port of Lowen on Monday.\n\n"
        "No group has claimed responsibility for the rocket attack on the port.\n\n"
        "The mayor blamed the Harbour Brigades for the rocket attack on the port."
    ),
    published=date(2019, 9, 24),
)
_DEEDS = frozenset("attack shooting stabbing explosion killing fire kidnapping theft sinking strike".split(" "))
_DONE_BY = re.compile(r"\bby\s+$", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:neither|not|n't|n’t|nor)\s+(?:\w+\s+){0,2}(?:confirm|den(?:y|ied))\b[^.]{0,30}\b(?:n?or)\s+(?:confirm|den)"
)
_DOERS_MAX = 20  # of one deed: each is held against all whom somebody blames
_OURS = frozenset(("we", "us", "our", "ourselves"))
_NAME = re.compile(r"(?<![\w-])(?:[A-Z][a-z]+|[A-Z]\.(?:[A-Z]\.)+)(?![\w-])")  # "Iran-aligned" names no Iran
_NO_NAMES = frozenset("The A An No Some Two Three One He She It They We".split(" "))


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each unclaimed deed that is claimed, and each deed with two named doers."""
    events = {e.id: e for e in timeline.events}
    doers = {e.id: _doers(timeline, e) for e in timeline.events if e.frame in _DEEDS}
    for link in timeline.links:
        target = events.get(link.target)
        if target is None:
            continue
        if link.relation is RelationKind.DENIES and not _leaves_open(timeline, link):
            yield from _claimed(timeline, link, target)
        elif link.relation is RelationKind.ATTRIBUTES and link.source in events:
            yield from _two_doers(timeline, events[link.source], target, doers.get(target.id, ()))


# --- unclaimed, yet claimed -----------------------------------------------------------------------------------------


def _leaves_open(timeline: Timeline, denial: Link) -> bool:
    """ "Could neither confirm nor deny": nothing is denied."""
    if denial.quote is None:
        return False
    text = timeline.articles[denial.quote.article_id].text
    return _OPEN.search(text, max(0, denial.quote.span.start - 60), denial.quote.span.end) is not None


def _claimed(timeline: Timeline, denial: Link, event: Event) -> Iterator[Finding]:
    for mention in (timeline.mentions[m] for m in event.mentions):
        article = timeline.articles[mention.article_id]
        speaker, doer = _own_deed(mention, article.text)
        if speaker is None or doer is None or denial.quote.span.contains(mention.span):
            continue
        claim = Quote(mention.article_id, mention.quote, mention.quote.of(article.text), mention.sentence, "a claim")
        yield finding(
            ABOUT,
            f"“{denial.quote.text}”, but {_lower(speaker.text)} says “{claim.text}”.",
            [denial.quote, claim],
            confidence=0.7,
            explanations=("One member speaking is not an official claim.", f"“{doer.text}” may mean somebody else."),
            events=(event.id,),
        )
        return


def _own_deed(mention: Mention, text: str) -> tuple[Participant | None, Participant | None]:
    """Who says it and who did it, where the speaker speaks of his own side."""
    if not (mention.status.is_asserted or mention.status.value == "alleged"):
        return None, None
    for speaker in mention.speakers:
        words = frozenset(re.findall(r"[a-z]+", speaker.text.lower()))
        for doer in (p for p in mention.participants if p.role is Role.AGENT):
            inside = frozenset(re.findall(r"[a-z]+", doer.text.lower())) - {"the", "a", "an", "its", "their"}
            ours = doer.via is not None and doer.via.of(text).lower() in _OURS
            if ours or inside & _OURS or (inside and inside <= words and doer.span != speaker.span):
                return speaker, doer
    return None, None


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text[:2] in ("A ", "An", "Th") else text


# --- two doers ------------------------------------------------------------------------------------------------------


def _two_doers(
    timeline: Timeline, blame: Event, event: Event, doers: Sequence[tuple[Mention, Participant]]
) -> Iterator[Finding]:
    """The article's own voice names one doer, somebody blames another."""
    accused = [
        (m, p)
        for m in _mentions(timeline, blame)
        for p in m.participants
        if p.role is Role.BLAMED and m.status.is_asserted and _names(p.text)
    ]
    for mention, doer in doers:
        for accusing, blamed in accused:
            if mention.article_id == accusing.article_id and mention.sentence == accusing.sentence:
                continue
            if _names(doer.text) & _names(blamed.text):
                continue
            yield _finding(timeline, event, mention, doer, accusing, blamed)
            return


def _doers(timeline: Timeline, event: Event) -> list[tuple[Mention, Participant]]:
    """Those whom the article's own voice names as the doers of a deed; the first ones."""
    named = (
        (m, p)
        for m in _mentions(timeline, event)
        for p in m.participants
        if p.role is Role.AGENT and not m.speakers and _names(p.text) and _does(timeline, m, p)
    )
    return list(islice(named, _DOERS_MAX))


def _does(timeline: Timeline, mention: Mention, doer: Participant) -> bool:
    """ "By the Houthi group": the subject of a verb is too often the victim, or another's word."""
    text = timeline.articles[mention.article_id].text
    before = _DONE_BY.search(text, max(0, doer.span.start - 4), doer.span.start)
    return before is not None and not doer.span.overlaps(mention.span)


def _finding(
    timeline: Timeline, event: Event, mention: Mention, doer: Participant, accusing: Mention, blamed: Participant
) -> Finding:
    article = timeline.articles[accusing.article_id]
    start, end = min(accusing.span.start, blamed.span.start), max(accusing.span.end, blamed.span.end)
    told = timeline.articles[mention.article_id].text
    where = "A caption" if mention.block in (BlockKind.CAPTION, BlockKind.ARCHIVE_CAPTION) else "The text"
    span = mention.quote if mention.quote.contains(doer.span) else doer.span
    return finding(
        ABOUT,
        f"{where} says that {doer.text} did it; elsewhere it is “{article.text[start:end]}”.",
        [
            Quote(mention.article_id, span, span.of(told), mention.sentence, f"by {doer.text}"),
            quote(article, start, end, f"blamed on {blamed.text}"),
        ],
        confidence=0.6,
        explanations=("One is the article's own voice, the other is somebody's accusation.",),
        events=(event.id,),
    )


def _mentions(timeline: Timeline, event: Event) -> list[Mention]:
    return [timeline.mentions[m] for m in event.mentions]


def _names(text: str) -> frozenset[str]:
    return frozenset(_NAME.findall(text)) - _NO_NAMES
