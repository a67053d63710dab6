"""`report.txt`: the inconsistency report for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from timeline.export import prose
from timeline.export.findings import Group, grouped
from timeline.export.formats import Format
from timeline.model import Finding, Quote, Timeline
from timeline.wording import check_name

WIDTH = 96


def write(timeline: Timeline) -> bytes:
    """The inconsistency report of the timeline."""
    return ("\n".join(_lines(timeline)) + "\n").encode("utf-8", "replace")


def _lines(timeline: Timeline) -> Iterator[str]:
    groups = grouped(timeline)
    yield from _wrapped(prose.title(timeline))
    yield from (f"{prose.numbers(timeline, groups)}.", "")
    for reading in timeline.readings:
        about = f"{prose.published(reading)}{prose.copied(timeline, reading)}"
        yield from _wrapped(f"{prose.named(timeline, reading.article.id)}: {about}", "  ")
    for number, group in enumerate(groups, 1):
        yield ""
        yield from _finding(timeline, group, number)
    if timeline.passed:
        yield from ("", "Checks passed")
    for passed in timeline.passed:
        yield from _wrapped(prose.plain(passed.says), "  ✓ ")


def _finding(timeline: Timeline, group: Group, number: int) -> Iterator[str]:
    root, symptoms = group
    yield f"{number}. {_heading(root)}"
    yield from _told(timeline, root, "   ")
    for symptom in symptoms:
        yield f"   The same repair removes: {_heading(symptom)}"
        yield from _told(timeline, symptom, "      ")


def _heading(finding: Finding) -> str:
    return f"{finding.severity.value.upper()}  {check_name(finding.check)}  [{finding.check}]"


def _told(timeline: Timeline, finding: Finding, lead: str) -> Iterator[str]:
    """What a finding says, its quotes, and what there is to say about it."""
    yield from _wrapped(prose.plain(finding.message), lead)
    for quote in finding.quotes:
        yield from _quote(timeline, quote, lead)
    for heading, words in prose.remarks(finding):
        yield from _wrapped(f"{heading}: {words}", f"{lead}- ")


def _quote(timeline: Timeline, quote: Quote, lead: str) -> Iterator[str]:
    says = f" = {prose.plain(quote.says)}" if quote.says else ""
    yield from _wrapped(f"“{prose.plain(quote.text)}”{says}  ({prose.named(timeline, quote.article_id)})", f"{lead}| ")
    before, words, after = prose.context(timeline, quote)
    if before or after:
        yield from _wrapped(f"{before}[{words}]{after}", f"{lead}|     ")


def _wrapped(text: str, lead: str = "") -> list[str]:
    follow = lead if lead.strip() == "|" else " " * len(lead)
    return textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=follow) or [lead.rstrip()]


FORMAT = Format("report.txt", "report.txt", "text/plain; charset=utf-8", "Inconsistency report (text)", write)
