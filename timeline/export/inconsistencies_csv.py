"""`inconsistencies.csv`: one row per finding, the worst first, each followed by its symptoms."""

from __future__ import annotations

from timeline.export.findings import grouped
from timeline.export.formats import Format
from timeline.export.tables import Cell, listed, table
from timeline.model import Finding, Quote, Timeline

COLUMNS = (
    "finding_id",
    "story_id",
    "check",
    "severity",
    "confidence",
    "message",
    "gap",
    "quotes",
    "explanations",
    "root_id",
    "repair",
    "repair_article_id",
    "repair_text",
    "repair_replacement",
    "depends_on_publication",
    "event_ids",
    "article_ids",
    "verdict",
    "note",
    "decided_by",
)


def write(timeline: Timeline) -> bytes:
    """Every finding of the timeline."""
    findings = [finding for root, symptoms in grouped(timeline) for finding in (root, *symptoms)]
    return table(COLUMNS, (_row(f, timeline.story_id) for f in findings))


def _row(finding: Finding, story_id: str) -> tuple[Cell, ...]:
    repair = finding.repair
    return (
        finding.id,
        story_id,
        finding.check,
        finding.severity.value,
        finding.confidence,
        finding.message,
        finding.gap,
        listed(_quote(q) for q in finding.quotes),
        listed(finding.explanations),
        finding.root,
        repair.says if repair else None,
        repair.article_id if repair else None,
        repair.text if repair else None,
        repair.replacement if repair else None,
        finding.depends_on_publication,
        listed(finding.events),
        listed(q.article_id for q in finding.quotes),
        finding.judgement.verdict.value if finding.judgement else None,
        finding.judgement.note if finding.judgement else None,
        finding.judgement.who if finding.judgement else None,
    )


def _quote(quote: Quote) -> str:
    return f"“{quote.text}” ({quote.article_id}" + (f": {quote.says})" if quote.says else ")")


FORMAT = Format("inconsistencies.csv", "inconsistencies.csv", "text/csv; charset=utf-8", "Inconsistencies (CSV)", write)
