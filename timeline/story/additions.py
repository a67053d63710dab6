"""What each article added to the story that no article before it had told."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import Timeline
from timeline.story.claims import Aspect, Claim, claims
from timeline.story.matrix import in_order


@dataclass(frozen=True, slots=True)
class Addition:
    """What one article was the first to tell: events (by id), and of events known before it times and figures."""

    article_id: str
    events: tuple[str, ...] = ()
    times: tuple[Claim, ...] = ()
    figures: tuple[Claim, ...] = ()

    def __bool__(self) -> bool:
        """It told something first."""
        return bool(self.events or self.times or self.figures)


def additions(timeline: Timeline) -> tuple[Addition, ...]:
    """One for each article, in order of publication. What a copy prints is its original's."""
    order = [r.article.id for r in in_order(timeline)]
    place = {article: n for n, article in enumerate(order)}
    events: dict[str, list[str]] = {a: [] for a in order}
    told: dict[Aspect, dict[str, list[Claim]]] = {a: {i: [] for i in order} for a in (Aspect.WHEN, Aspect.HOW_MANY)}
    for event in timeline.events:
        articles = {timeline.source_of(timeline.mentions[m].article_id) for m in event.mentions}
        first = min(articles, key=place.__getitem__, default=None)
        if first is None:
            continue
        events[first].append(event.id)
        known: list[Claim] = []
        if len(articles) < 2:
            continue
        for claim in sorted(claims(timeline, event, ()), key=lambda c: place[c.article_id]):
            article = timeline.source_of(claim.article_id)
            if claim.aspect in told and not any(claim.repeats(k) for k in known):
                known.append(claim)
                if article != first:
                    told[claim.aspect][article].append(claim)
    return tuple(
        Addition(a, tuple(events[a]), tuple(told[Aspect.WHEN][a]), tuple(told[Aspect.HOW_MANY][a])) for a in order
    )
