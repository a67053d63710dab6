"""Quotes that decisions hold on to: made from what is shown, and found again in another reading of the texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from timeline.model import (
    Anchor,
    Article,
    Event,
    EventAnchor,
    Finding,
    FindingAnchor,
    HideLink,
    Link,
    Mention,
    Reading,
    Span,
    Timeline,
)
from timeline.story.refs import added_by, is_added, link_added_by

AROUND = 32
"""Characters of context on either side of a quote."""

ENOUGH = 0.5
"""The share of a quote's context that must stand around words for them to be the ones that were meant."""

MOST_QUOTES = 8
"""Tellings that name an event: one that is told a hundred times is found by the first few."""


class LostError(Exception):
    """An anchor finds nothing to hold on to; the message says why."""


# --- making -------------------------------------------------------------------------------------------------------


def anchored(article: Article, span: Span) -> Anchor:
    """An anchor on these characters of the article."""
    text = article.text
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return Anchor(article.id, span.of(text), before, after, span.start)


def anchored_event(timeline: Timeline, event: Event) -> EventAnchor:
    """An anchor on the event: its first tellings, or the entry that added it."""
    added = added_by(event)
    told = () if added else (timeline.mentions[m] for m in event.mentions[:MOST_QUOTES])
    return EventAnchor(tuple(anchored_mention(timeline, m) for m in told), added, event.title)


def anchored_mention(timeline: Timeline, mention: Mention) -> Anchor:
    """An anchor on the word that tells the event."""
    return anchored(timeline.articles[mention.article_id], mention.span)


def anchored_finding(timeline: Timeline, finding: Finding) -> FindingAnchor:
    """An anchor on the finding: its check and its quotes."""
    quotes = tuple(anchored(timeline.articles[q.article_id], q.span) for q in finding.quotes)
    return FindingAnchor(finding.check, quotes, finding.message)


def anchored_link(timeline: Timeline, link: Link) -> HideLink:
    """The decision to hide the link: an anchor on its two events and on how they stand."""
    source, target = (anchored_event(timeline, timeline.event_by_id[e]) for e in (link.source, link.target))
    return HideLink(source, target, link.relation, link_added_by(link))


# --- finding ------------------------------------------------------------------------------------------------------


class Places:
    """Where anchors stand in the texts of a story, and which mentions stand there."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._texts = {r.article.id: r.article.text for r in readings}
        # An added telling is named by its number: words at which another one stands, too, mean the other one.
        found = sorted((m for r in readings for m in r.mentions), key=lambda m: not is_added(m.id))
        self._mentions = {(m.article_id, m.span): m.id for m in found}
        self._readings = {r.article.id: r for r in readings}

    def span(self, wanted: Anchor) -> Span:
        """Where the words stand. Raises LostError."""
        text = self._texts.get(wanted.article_id)
        if text is None:
            raise LostError(f"the story has no article “{wanted.article_id}”")
        best, fit = -1, -1.0
        for start in _occurrences(text, wanted):
            found = _fit(text, start, wanted)
            if found > fit:
                best, fit = start, found
            if fit == 1:
                break
        if best < 0:
            raise LostError(f"“{wanted.article_id}” no longer says “{_short(wanted.exact)}”")
        if fit < ENOUGH:
            raise LostError(f"“{_short(wanted.exact)}” no longer stands where it stood in “{wanted.article_id}”")
        return Span(best, best + len(wanted.exact))

    def mention(self, wanted: Anchor) -> str:
        """The id of the mention that stands there, or of one that shares characters with it. Raises LostError."""
        span = self.span(wanted)
        exact = self._mentions.get((wanted.article_id, span))
        if exact is not None:
            return exact
        for mention in self._readings[wanted.article_id].mentions:
            if mention.span.overlaps(span):
                return mention.id
        raise LostError(f"no event is read at “{_short(wanted.exact)}” in “{wanted.article_id}”")

    def mentions(self, wanted: Sequence[Anchor]) -> tuple[str, ...]:
        """The ids of those mentions that are still there. Raises LostError when none is."""
        found, lost = [], LostError("it names no words of any article")
        for one in wanted:
            try:
                found.append(self.mention(one))
            except LostError as error:
                lost = error
        if not found:
            raise lost
        return tuple(dict.fromkeys(found))


def _occurrences(text: str, wanted: Anchor) -> list[int]:
    """Where the words stand, the place they had first and then by distance from it."""
    if not wanted.exact:
        return []
    starts, at = [], text.find(wanted.exact)
    while at >= 0:
        starts.append(at)
        at = text.find(wanted.exact, at + 1)
    return sorted(starts, key=lambda start: abs(start - wanted.start))


def _fit(text: str, start: int, wanted: Anchor) -> float:
    """The share of the context that stands around the words at `start`; 1 when there was none."""
    end = start + len(wanted.exact)
    before, after = text[max(0, start - len(wanted.prefix)) : start], text[end : end + len(wanted.suffix)]
    kept = _common(reversed(before), reversed(wanted.prefix)) + _common(after, wanted.suffix)
    size = len(wanted.prefix) + len(wanted.suffix)
    return kept / size if size else 1.0


def _common(a: Iterable[str], b: Iterable[str]) -> int:
    """How many characters the two begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 40 else line[:39].rstrip() + "…"
