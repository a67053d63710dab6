"""The findings as an editor reads them: root causes, worst first, each with its symptoms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from timeline.model import Article, Event, Finding, Quote, Repair, Severity, Span, Timeline
from timeline.story.refs import finding_ref
from web.markup import highlight
from web.panel import quote_in_context
from web.words import check_name


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """One of the quotes that stand side by side."""

    quote: Quote
    article: Article
    context: Markup


@dataclass(frozen=True, slots=True)
class Correction:
    """The smallest repair as a printer's correction."""

    repair: Repair
    article: Article
    sentence: Markup


@dataclass(frozen=True, slots=True)
class Card:
    """One finding, with the symptoms that its repair removes too."""

    finding: Finding
    name: str
    quotes: tuple[QuoteCard, ...]
    correction: Correction | None
    ref: str
    events: tuple[Event, ...] = ()
    symptoms: tuple[Card, ...] = ()


def cards(timeline: Timeline) -> tuple[Card, ...]:
    """The open findings that are no symptom of another, worst and surest first, with those that are below them."""
    return tuple(card for card in _all(timeline) if card.finding.is_open)


def settled(timeline: Timeline) -> tuple[Card, ...]:
    """The findings that somebody dismissed or explained, in the same order."""
    return tuple(card for card in _all(timeline) if not card.finding.is_open)


def _all(timeline: Timeline) -> tuple[Card, ...]:
    known = {f.id for f in timeline.findings}
    roots = [f for f in timeline.findings if f.root not in known or f.root == f.id]
    under: dict[str, list[Finding]] = {}
    for finding in timeline.findings:
        if finding.root in known and finding.root != finding.id:
            under.setdefault(str(finding.root), []).append(finding)
    return tuple(_card(timeline, f, under.get(f.id, ())) for f in _worst_first(roots))


def tally(found: Iterable[Card]) -> tuple[tuple[Severity, int], ...]:
    """How many cards of each severity there are, worst first, without those that do not occur."""
    severities = [card.finding.severity for card in found]
    return tuple((s, severities.count(s)) for s in Severity if s in severities)


def _worst_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (f.severity.rank, -f.confidence, f.id))


def _card(timeline: Timeline, finding: Finding, symptoms: Iterable[Finding]) -> Card:
    return Card(
        finding,
        check_name(finding.check),
        tuple(
            QuoteCard(q, timeline.articles[q.article_id], quote_in_context(timeline, q, "disputed"))
            for q in finding.quotes
        ),
        _correction(timeline, finding.repair, finding.quotes) if finding.repair else None,
        finding_ref(finding),
        tuple(e for e in timeline.events if e.id in finding.events),
        tuple(_card(timeline, f, ()) for f in _worst_first(symptoms)),
    )


def _correction(timeline: Timeline, repair: Repair, quotes: Iterable[Quote]) -> Correction:
    """The sentence with the old words struck and the others written after them."""
    article = timeline.articles[repair.article_id]
    around = _around(article, repair, quotes)
    before = highlight(article.text, Span(around.start, repair.span.start), ())
    after = highlight(article.text, Span(repair.span.end, around.end), ())
    old, new = Markup("<del>{}</del>").format(repair.span.of(article.text)), Markup("<ins>{}</ins>")
    return Correction(repair, article, before + old + " " + new.format(repair.replacement) + after)


def _around(article: Article, repair: Repair, quotes: Iterable[Quote]) -> Span:
    """The sentence of the repair: a quote's context that holds it, or else its block."""
    contexts = [q.context for q in quotes if q.article_id == article.id and q.context.contains(repair.span)]
    blocks = [b.span for b in article.blocks if b.span.contains(repair.span)]
    return next(iter([*contexts, *blocks]), repair.span)
