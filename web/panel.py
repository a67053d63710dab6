"""Everything that is known of one event, ready to print: mentions in context, why its date, links, findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup

from timeline.errors import NotFoundError
from timeline.model import (
    Article,
    BlockKind,
    Entry,
    Event,
    Finding,
    Link,
    LinkBasis,
    Mention,
    Quote,
    Reading,
    ReportedTime,
    SetTime,
    Timeline,
    Timex,
)
from timeline.story.refs import event_ref, finding_ref, link_ref, mention_ref
from timeline.story.selection import source_name
from timeline.temporal.edtf import format_edtf
from web import words
from web.markup import Mark, highlight

OTHERS = 100
"""Events that are offered to join with or link to: a list of thousands helps nobody."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of "why this date": what it is about, and what holds."""

    about: str
    says: str


@dataclass(frozen=True, slots=True)
class MentionCard:
    """One mention as a quote in its context."""

    mention: Mention
    ref: str
    article: Article
    source: str
    context: Markup
    when: str
    joined: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class LinkCard:
    """One link as seen from the chosen event."""

    link: Link
    ref: str
    relation: str
    other: Event
    article: Article
    context: Markup


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding about the chosen event, with those of the same cause; `ref` is how a form names it."""

    finding: Finding
    ref: str
    symptoms: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Other:
    """An event that the chosen one could be joined with or linked to."""

    ref: str
    event: Event


@dataclass(frozen=True, slots=True)
class Panel:
    """The chosen event."""

    event: Event
    mentions: tuple[MentionCard, ...]
    links: tuple[LinkCard, ...]
    inferred: tuple[LinkCard, ...]
    findings: tuple[FindingCard, ...]
    kept_by: tuple[MentionCard, ...]
    disputes: tuple[tuple[ReportedTime, tuple[MentionCard, ...]], ...]
    ref: str
    decided: tuple[Entry, ...]
    time_text: str
    others: tuple[Other, ...]

    @property
    def zone(self) -> str:
        """The zone whose clocks its times are told by; empty when it is not known."""
        told = self.event.time.zone if self.event.time else ""
        return told or (self.event.place.zone if self.event.place else "")

    @property
    def article_count(self) -> int:
        """How many articles mention it."""
        return len({card.article.id for card in self.mentions})

    @property
    def source_count(self) -> int:
        """How many texts mention it: copies of one count once."""
        return len({card.source for card in self.mentions})


def panel(timeline: Timeline, event_id: str) -> Panel:
    """The panel of an event. Raises NotFoundError."""
    event = next((e for e in timeline.events if e.id == event_id), None)
    if event is None:
        raise NotFoundError(f"this story has no event {event_id!r}")
    reasons = dict(zip(event.mentions, event.why, strict=False))
    cards = tuple(_mention(timeline, timeline.mentions[m], reasons.get(m, "")) for m in event.mentions)
    other = {m for a in event.alternatives for m in a.mentions}
    links = [_link(timeline, link, event) for link in timeline.links if event.id in (link.source, link.target)]
    return Panel(
        event,
        cards,
        tuple(c for c in links if c.link.basis is not LinkBasis.INFERRED),
        tuple(c for c in links if c.link.basis is LinkBasis.INFERRED),
        _findings(timeline, event),
        tuple(c for c in cards if c.mention.id not in other and c.mention.timex),
        tuple((a, tuple(c for c in cards if c.mention.id in a.mentions)) for a in event.alternatives),
        event_ref(timeline, event),
        timeline.decided.get(event.id, ()),
        _written(timeline, event),
        tuple(Other(event_ref(timeline, e), e) for e in _nearest(timeline, event)),
    )


def _findings(timeline: Timeline, event: Event) -> tuple[FindingCard, ...]:
    """The findings about the event, worst first, each with its symptoms; those that a person settled come last."""
    found = [f for f in timeline.findings if event.id in f.events]
    roots = {f.id for f in found if f.root is None or f.root == f.id}
    under = [f for f in found if f.root in roots and f.id not in roots]
    alone = sorted((f for f in found if f not in under), key=lambda f: (not f.is_open, f.severity.rank, f.id))
    return tuple(FindingCard(f, finding_ref(f), tuple(s for s in under if s.root == f.id)) for f in alone)


def _written(timeline: Timeline, event: Event) -> str:
    """The event's time as a form takes it: as the person who decided it wrote it, else in EDTF."""
    said = [e.edit.said for e in timeline.decided.get(event.id, ()) if isinstance(e.edit, SetTime)]
    return said[-1] if said else format_edtf(event.time) if event.time else ""


def _nearest(timeline: Timeline, event: Event) -> list[Event]:
    """The other events, those of the same kind and the nearest in time first; at most OTHERS."""

    def distance(other: Event) -> tuple[bool, timedelta]:
        apart = event.time.gap(other.time) if event.time and other.time else timedelta.max
        return other.frame != event.frame, apart

    return sorted((e for e in timeline.events if e.id != event.id), key=distance)[:OTHERS]


def quote_in_context(timeline: Timeline, quote: Quote, style: str = "hit") -> Markup:
    """The sentence around a quote with the words that matter marked."""
    text = timeline.articles[quote.article_id].text
    return highlight(text, quote.context, [Mark(quote.span, style, tag="mark")])


def headline(article: Article) -> str:
    """What to call an article: its title, its headline, or its id."""
    stated = (b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.HEADLINE)
    return " ".join((article.title or next(stated, "") or article.id).split())


def teller(article: Article) -> str:
    """The article's source, or where that is not known its headline."""
    return source_name(article) if article.source.strip() else headline(article)


def anchor(timeline: Timeline, reading: Reading, timex: Timex) -> str:
    """What a time expression was counted from, in words."""
    if timex.anchor == "absolute":
        return "nothing: the words give the date in full"
    if timex.anchor == "publication":
        date = reading.publication.date
        day, basis = words.day(date) if date else "not known", words.publication_basis(reading)
        return f"the publication date, {day} ({basis})"
    other = timeline.timexes.get(timex.anchor)
    return f"“{other.text}”, {words.when(other.interval, vague=other.vague)}" if other else timex.anchor


def why(timeline: Timeline, mention: Mention) -> tuple[Reason, ...]:
    """Why the mention has its date: the words, their meaning, what they were counted from, the rule."""
    timex = timeline.timexes.get(mention.timex or "")
    reading = timeline.reading_by_id[mention.article_id]
    found = [Reason("How", mention.time_why)]
    if mention.time is not None and mention.time_chance < 1:
        found.append(Reason("Chance", f"{words.percent(mention.time_chance)}, among the times that it may have had"))
    if timex is not None:
        found += [
            Reason("Words", f"“{timex.text}”"),
            Reason("Meaning", timex.meaning),
            Reason("Counted from", anchor(timeline, reading, timex)),
            Reason("Value", " ".join(filter(None, (timex.value, timex.mod and f"({timex.mod})")))),
            Reason("Bounds", "a convention: the words are vague" if timex.vague else ""),
            Reason("Not placed", timex.reason),
            Reason("Rule", timex.rule),
        ]
    return tuple(reason for reason in found if reason.says)


def _mention(timeline: Timeline, mention: Mention, joined: str) -> MentionCard:
    article = timeline.articles[mention.article_id]
    timex = timeline.timexes.get(mention.timex or "")
    marks = [Mark(mention.quote, "clause"), Mark(mention.span, "trigger", tag="mark")]
    if timex is not None:
        marks.append(Mark(timex.span, "time", title=words.when(timex.interval, vague=timex.vague)))
    return MentionCard(
        mention,
        mention_ref(mention),
        article,
        timeline.source_of(article.id),
        highlight(article.text, mention.sentence, marks),
        words.when(mention.time, vague=bool(timex and timex.vague)),
        _without_trigger(joined),
        why(timeline, mention),
    )


def _without_trigger(joined: str) -> str:
    """Why a mention belongs to its event; the trigger that the library puts before it is marked in the quote."""
    trigger, _, why_joined = joined.partition("”: ") if joined.startswith("“") else ("", "", joined)
    return why_joined if why_joined or not trigger.endswith("”") else ""


def _link(timeline: Timeline, link: Link, event: Event) -> LinkCard:
    is_source = link.source == event.id
    other_id = link.target if is_source else link.source
    return LinkCard(
        link,
        link_ref(timeline, link),
        words.relation(link.relation, converse=not is_source),
        timeline.event_by_id[other_id],
        timeline.articles[link.quote.article_id],
        quote_in_context(timeline, link.quote),
    )
