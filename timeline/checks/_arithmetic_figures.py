"""Figures that don't come out: totals, lists, changes in percent, rises that fall, two units, two zones."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks._arithmetic import ABOUT
from timeline.checks._changes import Change, wrong_changes
from timeline.checks._check import finding, quote
from timeline.checks._clocks import TwoClocks, odd_clocks, wrong_clocks
from timeline.checks._conversions import Conversion, wrong_conversions
from timeline.checks._directions import Turned, turned
from timeline.checks._sums import Sum, lists, part_sums
from timeline.model import Article, Finding, Repair


def wrong_figures(article: Article) -> Iterator[Finding]:
    """The figures of one article that stand against each other."""
    for total in (*part_sums(article.text), *lists(article.text)):
        yield _sum(article, total)
    for change in wrong_changes(article.text):
        yield _change(article, change)
    for direction in turned(article.text):
        yield _direction(article, direction)
    for conversion in wrong_conversions(article.text):
        yield _conversion(article, conversion)
    for clocks in (*wrong_clocks(article.text), *odd_clocks(article.text)):
        yield _clocks(article, clocks)


def _sum(article: Article, total: Sum) -> Finding:
    return finding(
        ABOUT,
        total.message,
        [
            quote(article, total.total.start, total.total.end, total.stated),
            quote(article, total.parts.start, total.parts.end),
        ],
        confidence=0.8,
        gap=str(total.off),
        explanations=("The parts may overlap, or the list may be incomplete.",),
    )


def _change(article: Article, change: Change) -> Finding:
    stated, after, before = (span.of(article.text) for span in (change.stated, change.after, change.before))
    made = f"{'a rise' if change.made >= 0 else 'a fall'} of {abs(change.made):.1f} percent"
    return finding(
        ABOUT,
        f"“{stated}”, but from {before} to {after} is {made}.",
        [
            quote(article, change.stated.start, change.stated.end, made),
            quote(article, change.after.start, change.after.end, "after"),
            quote(article, change.before.start, change.before.end, "before"),
        ],
        confidence=0.85,
        explanations=("The change may be counted from another figure than the one beside it.",),
    )


def _direction(article: Article, turn: Turned) -> Finding:
    way, now, before = (span.of(article.text) for span in (turn.way, turn.now, turn.before))
    return finding(
        ABOUT,
        f"“{way}”, but the figures go the other way: from {before} to {now}.",
        [
            quote(article, turn.way.start, turn.way.end, turn.right),
            quote(article, turn.before.start, turn.before.end, "before"),
            quote(article, turn.now.start, turn.now.end, "after"),
        ],
        confidence=0.85,
        repair=Repair(article.id, turn.way, way, turn.right, f"Write “{turn.right}” for “{way}”, or mend a figure."),
        explanations=("A digit may be mistyped in either figure.",),
    )


def _conversion(article: Article, conversion: Conversion) -> Finding:
    first, second = conversion.first.of(article.text), conversion.second.of(article.text)
    return finding(
        ABOUT,
        f"“{first}” comes to {conversion.made}, not to “{second}”.",
        [
            quote(article, conversion.first.start, conversion.first.end, conversion.made),
            quote(article, conversion.second.start, conversion.second.end),
        ],
        confidence=0.85,
        repair=Repair(
            article.id, conversion.second, second, conversion.made, f"Write {conversion.made}, or mend the other."
        ),
        explanations=("A digit may be mistyped in either.",),
    )


def _clocks(article: Article, clocks: TwoClocks) -> Finding:
    first, second = clocks.first.of(article.text), clocks.second.of(article.text)
    return finding(
        ABOUT,
        f"“{first}” is {clocks.made}, not “{second}”.",
        [
            quote(article, clocks.first.start, clocks.first.end, clocks.made),
            quote(article, clocks.second.start, clocks.second.end),
        ],
        confidence=0.85,
        repair=_zone_repair(article, clocks),
        explanations=("Summer time may have been left out of the zone's name.",),
    )


def _zone_repair(article: Article, clocks: TwoClocks) -> Repair:
    """The zone's name in the other half of the year, where that is all; else the hour."""
    span, right = (clocks.season, clocks.right) if clocks.season else (clocks.second, clocks.made)
    words = span.of(article.text)
    return Repair(article.id, span, words, right, f"Write “{right}” for “{words}”, or mend the other.")
