"""`report.md`: the inconsistency report in Markdown (CommonMark)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.export import prose
from timeline.export.findings import Group, grouped
from timeline.export.formats import Format
from timeline.model import Finding, Quote, Timeline
from timeline.wording import check_name

_MARKUP = re.compile(r"([\\`*_\[\]<>&#|~])")
_ESCAPE = r"\\\1"
_LINE_START = re.compile(r"^(\d+)?([-+=.)])")


def write(timeline: Timeline) -> bytes:
    """The inconsistency report of the timeline; text of articles can't become markup."""
    return ("\n".join(_lines(timeline)) + "\n").encode("utf-8", "replace")


def _lines(timeline: Timeline) -> Iterator[str]:
    groups = grouped(timeline)
    yield from (f"# {escaped(prose.title(timeline))}", "", f"{prose.numbers(timeline, groups)}.", "", "## Articles", "")
    for reading in timeline.readings:
        name = prose.plain(reading.article.title) or reading.article.id
        source = prose.named(timeline, reading.article.id)
        copied = escaped(prose.copied(timeline, reading))
        yield f"- **{escaped(name)}** ({escaped(source)}): {prose.published(reading)}{copied}"
    yield from ("", "## Findings", "")
    if not groups:
        yield from ("None.", "")
    for number, group in enumerate(groups, 1):
        yield from _finding(timeline, group, number)
    yield from ("## Checks passed", "")
    yield from [f"- {escaped(prose.plain(passed.says))}" for passed in timeline.passed] or ["None."]


def _finding(timeline: Timeline, group: Group, number: int) -> Iterator[str]:
    root, symptoms = group
    yield from (f"### {number}. {check_name(root.check)} ({root.severity.value})", "")
    yield from _told(timeline, root)
    for symptom in symptoms:
        yield from (f"#### The same repair removes: {check_name(symptom.check)} ({symptom.severity.value})", "")
        yield from _told(timeline, symptom)


def _told(timeline: Timeline, finding: Finding) -> Iterator[str]:
    """What a finding says, its quotes, and what there is to say about it."""
    yield from (escaped(prose.plain(finding.message)), "")
    yield from _quotes(timeline, finding)
    yield from [f"- {heading}: {escaped(words)}" for heading, words in prose.remarks(finding)]
    yield ""


def _quotes(timeline: Timeline, finding: Finding) -> Iterator[str]:
    for quote in finding.quotes:
        yield f"> {_marked(timeline, quote)}"
        yield ">"
        says = f": {escaped(prose.plain(quote.says))}" if quote.says else ""
        yield f"> — {escaped(prose.named(timeline, quote.article_id))}{says}"
        yield ""


def _marked(timeline: Timeline, quote: Quote) -> str:
    before, words, after = prose.context(timeline, quote)
    return f"“{escaped(before)}**{escaped(words)}**{_MARKUP.sub(_ESCAPE, after)}”"


def escaped(text: str) -> str:
    """The text so that Markdown shows it as it is, wherever on a line it stands."""
    return _LINE_START.sub(r"\1\\\2", _MARKUP.sub(_ESCAPE, text))


FORMAT = Format("report.md", "report.md", "text/markdown; charset=utf-8", "Inconsistency report (Markdown)", write)
