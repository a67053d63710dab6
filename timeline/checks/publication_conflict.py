"""The day of publication against the day that the page, its address or the dateline gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from timeline.checks._calendar import WrittenDate, written_dates
from timeline.checks._check import About, finding, long_date, quote
from timeline.model import BlockKind, Evidence, Finding, Passed, Reading, Repair, Severity, Span, Timeline
from timeline.wording import FULL_MONTHS, count

ABOUT = About(
    code="publication-conflict",
    severity=Severity.MEDIUM,
    says="Two statements about the day of publication that disagree: the page's metadata, its address, the dateline.",
    fires="LOWEN, May 18 (CW) - The harbour was closed on Wednesday, the port said.",
    quiet="LOWEN, March 17 (CW) - The harbour was closed on Tuesday, the port said.",
    published=date(2015, 3, 18),
)
_EARLY_MAX, _LATE_MAX = 6, 1  # days: a report may be held back; elsewhere in the world it is tomorrow already


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each piece of evidence, and each dateline, against the day of publication."""
    for reading in timeline.readings:
        yield from _datelines(reading)
        for evidence in reading.publication.evidence:
            if evidence.kind == "conflict":
                yield _finding(reading, evidence)


def _finding(reading: Reading, evidence: Evidence) -> Finding:
    article, day = reading.article, reading.publication.date
    spans = [e for e in reading.publication.evidence if e.span and (e is evidence or e.kind != "conflict")]
    kept = long_date(day) if day else "no day"
    return finding(
        ABOUT,
        f"The day of publication is disputed: {evidence.says} (kept: {kept}).",
        [quote(article, e.span.start, e.span.end, e.says) for e in spans[:3] if e.span],
        confidence=0.7,
        depends_on_publication=True,
        explanations=("The page may have been updated after it appeared.",),
    )


# --- the dateline -----------------------------------------------------------------------------------------------------


def _datelines(reading: Reading) -> Iterator[Finding]:
    """Datelines of a day after the publication, or of a week and more before it."""
    published, article = reading.publication.date, reading.article
    for block in article.blocks if published else ():
        if block.kind is not BlockKind.DATELINE or published is None:
            continue
        for written in written_dates(block.span.of(article.text)):
            stated = _nearest(written, published)
            if stated is not None and not -_EARLY_MAX <= (stated - published).days <= _LATE_MAX:
                yield _dateline(reading, block.span.start, written, stated, published)


def _nearest(written: WrittenDate, published: date) -> date | None:
    """The day that is written, in its own year or else the one nearest to the publication."""
    years = (written.year,) if written.year else (published.year - 1, published.year, published.year + 1)
    days = [day for year in years if 1 <= year <= 9999 and (day := written.on(year))]
    return min(days, key=lambda day: abs((day - published).days), default=None)


def _dateline(reading: Reading, offset: int, written: WrittenDate, stated: date, published: date) -> Finding:
    article = reading.article
    span = Span(offset + written.day_span.start, offset + written.day_span.end)
    words, days = span.of(article.text), (stated - published).days
    return finding(
        ABOUT,
        f"The dateline says “{words}”, but the article appeared on {long_date(published)}.",
        [quote(article, span.start, span.end, long_date(stated))],
        confidence=0.85,
        gap=count(abs(days), "day"),
        depends_on_publication=True,
        explanations=(
            "An older report may have been printed again."
            if days < 0
            else "The day of publication may be the wrong one.",
        ),
        repair=_repair(reading, span, written, published),
    )


def _repair(reading: Reading, span: Span, written: WrittenDate, published: date) -> Repair:
    """The day of publication, written as the dateline writes its day."""
    words = span.of(reading.article.text)
    right = words.replace(str(written.day), str(published.day))
    if written.month != published.month:
        right = f"{FULL_MONTHS[published.month - 1]} {published.day}" + (f", {written.year}" if written.year else "")
    return Repair(reading.article.id, span, words, right, f"Write “{right}” for “{words}”.")
