"""What an event is called: the words of its most telling mention."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import Article, BlockKind, EventClass, Mention, Participant, Role, Status

LONGEST = 90
"""Characters of a title; a longer one is cut at a word."""

PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "we", "i"})

RELATIVE = re.compile(r"\b(?:who|which)\b", re.IGNORECASE)

JOINING = re.compile(
    r"^(?:(?:\w+[ -]){1,4}(?:minute|hour|day|week|month|year)s?\s+(?=after|before))?"
    r"(?:when|while|as|because|after|before|although|though|whether|where|whose)\s+(?=\w)",
    re.IGNORECASE,
)
"""What joins a clause to another, and is no part of what it tells."""

FULL_STOP = re.compile(r"(?<=[a-z0-9]{2})\.$")
"""That of a sentence; the one of "U.S." belongs to it."""

ARTICLE = re.compile(r"^(?:The|A|An)\b")


def best(mentions: Sequence[Mention]) -> Mention:
    """The mention that tells most: asserted, with the most roles filled; the first of equals."""
    return max(mentions, key=_score)


def _score(mention: Mention) -> float:
    roles = {p.role for p in mention.participants} & {Role.AGENT, Role.TARGET, Role.INSTRUMENT, Role.SPEAKER}
    score = len(roles) * 2.0 + (1 if mention.place else 0) + (1 if mention.tense else 0)
    score -= 4 if mention.elaborates else 0
    score -= 2 if mention.block is BlockKind.HEADLINE else 0
    score -= 0 if mention.status in (Status.OCCURRED, Status.ONGOING) else 2
    # What one source says is no name for what all tell of.
    score -= 4 if mention.speaker is not None else 0
    score -= 1 if mention.tense and mention.text.endswith("ing") else 0
    length = mention.quote.end - mention.quote.start
    return score - (1 if length > LONGEST else 0) - (2 if length < 12 else 0)


def of_mention(mention: Mention, text: str) -> str:
    """Its quote on one line, capitalised, at most LONGEST characters; a doer that stands apart is put first."""
    if mention.event_class is EventClass.REPORTING and mention.tense:
        return FULL_STOP.sub("", _short(text[mention.quote.start : max(mention.sentence.end, mention.quote.end)]))
    quote = JOINING.sub("", mention.quote.of(text)) if mention.tense else mention.quote.of(text)
    if not mention.tense:
        return _short(quote)
    for told in mention.participants:
        if mention.quote.contains(told.span):
            continue  # "the carrier, Ryanair", says whom it stands for
        if told.via is not None and mention.quote.start <= told.via.start < told.via.end <= mention.span.start:
            if told.text in mention.quote.of(text):  # "the manager, Ines Calder, resigned" names her
                continue
            named = text[mention.quote.start : told.via.start] + _name(told) + text[told.via.end : mention.quote.end]
            return _short(JOINING.sub("", named))
    ahead = [p for p in mention.participants if p.span.end <= mention.quote.start and p.role is not Role.SPEAKER]
    doer = next((p for p in ahead if p.role is Role.AGENT), ahead[-1] if ahead else None)
    if doer is None or doer.text.lower() in PRONOUNS:
        return _short(quote)
    if RELATIVE.search(quote):
        return _short(RELATIVE.sub(lambda _: _name(doer), quote, count=1))
    told_in_it = any(p.role is Role.AGENT and p.span.end > mention.quote.start for p in mention.participants)
    return _short(quote if told_in_it else f"{doer.text} {quote}")


def _name(doer: Participant) -> str:
    return ARTICLE.sub(lambda found: found.group().lower(), doer.text)


def of_article(article: Article) -> str:
    """The given title, else the headline, else the first words."""
    if article.title:
        return _short(article.title)
    headline = next((b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.HEADLINE), "")
    return _short(headline or article.text[: 2 * LONGEST])


def _short(words: str) -> str:
    line = " ".join(words.split()).strip(" ,;:-–—")
    if len(line) > LONGEST:
        line = line[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return line[:1].upper() + line[1:]
