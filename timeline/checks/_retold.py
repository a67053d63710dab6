"""News told again in much the same sentence, with another weekday: the words alone say that it is the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from timeline.checks._reports import NAMES_A_DAY, Report, loose_reports
from timeline.checks._stories import OTHER_WEEK, content, is_a_slip
from timeline.checks._telling import RECURS, are_done_by_others, are_of_others
from timeline.model import EventClass, Reading, Timeline

_PER_ARTICLE, _LINES_MAX = 12, 600  # sentences compared, the first ones: keeps time bounded
_WITHIN, _BETWEEN = 6, 8  # telling words that two sentences of one article, of two articles share
_SHARE_WITHIN, _SHARE_BETWEEN = 0.42, 0.6  # of those that the shorter one has
_APART = timedelta(days=2)
# Another of its kind, or what goes on from day to day.
_OTHER_ONE = re.compile(
    r"\b(?:another|second|third|fourth|fifth|again|previous|earlier|similar|both|each|every|other|latest|series|further|also|separate|"
    r"additional|next|follow\w*|resum\w*|continu\w*|still|day\s+(?:before|after)|days?|scheduled|expected|will|would|may|might)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with one weekday, by its telling words."""

    report: Report
    text: str
    words: frozenset[str]

    @property
    def article(self) -> str:
        return self.report.mention.article_id


def retold(timeline: Timeline) -> Iterator[tuple[Report, Report]]:
    """Two sentences that share most of their telling words, of one article or of two, on days close together."""
    most = min(_PER_ARTICLE, _LINES_MAX // max(1, len(timeline.readings)))
    lines = [line for reading in timeline.readings for line in list(_lines(reading))[:most]]
    for first, second in combinations(lines, 2):
        shared = len(first.words & second.words)
        within = first.article == second.article
        if shared < (_WITHIN if within else _BETWEEN):
            continue
        least = min(len(first.words), len(second.words))
        if shared < least * (_SHARE_WITHIN if within else _SHARE_BETWEEN):
            continue
        if is_a_slip(first.report, second.report) and not _are_two(first, second):
            yield first.report, second.report


def _are_two(a: _Line, b: _Line) -> bool:
    """Weeks apart, or of two who both have names."""
    mine, theirs = a.report.interval, b.report.interval
    if mine is not None and theirs is not None and mine.gap(theirs) > _APART:
        return True
    if a.article == b.article:
        return _says(a) or _says(b) or are_done_by_others(a.report.mention, b.report.mention)
    return are_of_others(a.text, b.text) or not _tell_alike(a, b)


def _tell_alike(a: _Line, b: _Line) -> bool:
    """What one has on its day stands in the other's sentence too: "charged Saturday after …" is not "shot Friday"."""
    if a.report.mention.frame == b.report.mention.frame:
        return True
    return bool(content(a.report.mention.text) & b.words or content(b.report.mention.text) & a.words)


def _says(line: _Line) -> bool:
    """The day is that of the saying."""
    return line.report.mention.event_class is EventClass.REPORTING


def _lines(reading: Reading) -> Iterator[_Line]:
    for report in loose_reports(reading, (), of_clause=True):
        text = report.mention.sentence.of(reading.article.text)
        if len(NAMES_A_DAY.findall(text)) > 1 or _OTHER_ONE.search(text) or OTHER_WEEK.match(report.timex.text):
            continue
        if report.mention.lemma not in RECURS:
            yield _Line(report, text, content(text))
