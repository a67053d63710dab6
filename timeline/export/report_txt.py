"""`report.txt`: the inconsistency report for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from timeline.export import prose
from timeline.export.findings import Group, grouped
from timeline.export.formats import Format
from timeline.model import Quote, Timeline
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
        yield from _wrapped(f"{prose.named(timeline, reading.article.id)}: {prose.published(reading)}", "  ")
    for number, group in enumerate(groups, 1):
        yield ""
        yield from _finding(timeline, group, number)
    if timeline.passed:
        yield from ("", "Checks passed")
    for passed in timeline.passed:
        yield from _wrapped(prose.plain(passed.says), "  ✓ ")


def _finding(timeline: Timeline, group: Group, number: int) -> Iterator[str]:
    root, symptoms = group
    yield f"{number}. {root.severity.value.upper()}  {check_name(root.check)}  [{root.check}]"
    yield from _wrapped(prose.plain(root.message), "   ")
    for quote in root.quotes:
        yield from _quote(timeline, quote)
    for heading, words in prose.remarks(root):
        yield from _wrapped(f"{heading}: {words}", "   - ")
    for symptom in symptoms:
        told = f"[{symptom.check}, {symptom.severity.value}] {prose.plain(symptom.message)}"
        yield from _wrapped(f"The same repair removes {told}", "   - ")


def _quote(timeline: Timeline, quote: Quote) -> Iterator[str]:
    says = f" = {prose.plain(quote.says)}" if quote.says else ""
    yield from _wrapped(f"“{prose.plain(quote.text)}”{says}  ({prose.named(timeline, quote.article_id)})", "   | ")
    before, words, after = prose.context(timeline, quote)
    if before or after:
        yield from _wrapped(f"{before}[{words}]{after}", "   |     ")


def _wrapped(text: str, lead: str = "") -> list[str]:
    follow = lead if lead.strip() == "|" else " " * len(lead)
    return textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=follow) or [lead.rstrip()]


FORMAT = Format("report.txt", "report.txt", "text/plain; charset=utf-8", "Inconsistency report (text)", write)
