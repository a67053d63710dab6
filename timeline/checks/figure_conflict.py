"""Figures of one thing that can't both hold: counts, distances, amounts."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from timeline.checks._check import About, finding, quote
from timeline.checks._figures import HARM, FigureDissent, Told, by_kind, dissents, misprints, pairs, told_figures, tolls
from timeline.checks._tolls import headline_tolls
from timeline.model import Article, Figure, Finding, Passed, Quote, Repair, Severity, Timeline

ABOUT = About(
    code="figure-conflict",
    severity=Severity.MEDIUM,
    says="Two figures of the same thing whose bounds don't meet; “at least”, “about” and units are understood.",
    fires=(
        "Two rockets were fired into the harbour on Monday, landing around one kilometer from the lighthouse.\n\n"
        "The rockets landed a few hundred meters away from the lighthouse."
    ),
    quiet=(
        "Two rockets were fired into the harbour on Monday, landing around one kilometer from the lighthouse.\n\n"
        "The rockets landed about 1,100 meters away from the lighthouse."
    ),
)
_SHOWN = 3


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each figure that stands against another, or alone against the other articles."""
    seen: set[tuple[str, int]] = set()
    for reading in timeline.readings:
        for above, below in headline_tolls(reading.article):
            seen |= {(reading.article.id, f.span.start) for f in (above, below)}
            yield _headline(reading.article, above, below)
    for items in by_kind(told_figures(timeline)).values():
        for first, second in pairs(timeline, items):
            if (second.article, second.figure.span.start) not in seen:
                seen.add((second.article, second.figure.span.start))
                yield _pair(timeline, first, second)
        told: set[tuple[str, float]] = set()  # "1,150 kilometers (700 miles)" is one figure
        for dissent in dissents(items):
            place, said = (dissent.odd.article, dissent.odd.figure.span.start), dissent.majority[0].figure.low
            if place not in seen and (dissent.odd.article, said) not in told:
                seen.add(place)
                told.add((dissent.odd.article, said))
                yield _alone(timeline, dissent)
        for first, second in (*misprints(timeline, items), *tolls(timeline, items)):
            if (second.article, second.figure.span.start) not in seen:
                seen |= {(t.article, t.figure.span.start) for t in (first, second)}
                yield _between(timeline, first, second)
        yield from _agreed(items)


def _headline(article: Article, above: Figure, below: Figure) -> Finding:
    return finding(
        ABOUT,
        f"The headline says “{above.text}”, the text below it “{below.text}”.",
        [_figure_quote(article, above), _figure_quote(article, below)],
        confidence=0.85,
        gap=_gap(above, below),
        explanations=("The headline may be older than the text, or newer.",),
    )


def _between(timeline: Timeline, first: Told, second: Told) -> Finding:
    """Two articles' tolls of one event: a later and higher one brings it up to date."""
    odd, other = (first, second) if _is_later(timeline, first, (second,)) else (second, first)
    update = _is_later(timeline, odd, (other,))
    return finding(
        ABOUT,
        f"How many were {odd.figure.kind}: “{other.figure.text}” in one article, “{odd.figure.text}” in another.",
        [_quote(timeline, other), _quote(timeline, odd)],
        severity=Severity.INFO if update else Severity.MEDIUM,
        confidence=0.55,
        gap=_gap(other.figure, odd.figure),
        explanations=(
            "A later article may bring a count up to date.",
            "Two different events may have been taken for one.",
        ),
        events=(odd.event,),
    )


def _pair(timeline: Timeline, first: Told, second: Told) -> Finding:
    why = ["A count may have grown while the article was written.", "The two may count different things."]
    if first.figure.kind == "distance":
        why = ["The two may be measured to different points."]
    return finding(
        ABOUT,
        f"“{first.figure.text}” and “{second.figure.text}” can't both be right.",
        [_quote(timeline, first), _quote(timeline, second)],
        confidence=0.8,
        gap=_gap(first.figure, second.figure),
        explanations=tuple(why),
        events=tuple(dict.fromkeys(e for e in (first.event, second.event) if e)),
    )


def _alone(timeline: Timeline, dissent: FigureDissent) -> Finding:
    odd, others = dissent.odd, dissent.majority
    update = odd.figure.kind in HARM and _is_later(timeline, odd, others)
    return finding(
        ABOUT,
        f"“{odd.figure.text}” stands alone: {len(others)} other articles say “{others[0].figure.text}”.",
        [_quote(timeline, odd), *(_quote(timeline, o) for o in others[:_SHOWN])],
        severity=Severity.INFO if update else Severity.MEDIUM,
        confidence=0.55,
        gap=_gap(odd.figure, others[0].figure),
        explanations=(
            "A later article may bring a count up to date."
            if odd.figure.kind in HARM
            else "It may count another thing.",
        ),
        repair=_repair(odd, others[0]),
        events=tuple(dict.fromkeys(t.event for t in (odd, *others) if t.event)),
    )


def _is_later(timeline: Timeline, odd: Told, others: tuple[Told, ...]) -> bool:
    """A higher toll in an article of a later day brings it up to date."""
    days = {r.article.id: r.publication.date for r in timeline.readings}
    mine = days[odd.article]
    theirs = [day for o in others if (day := days[o.article])]
    return mine is not None and bool(theirs) and mine > max(theirs) and odd.figure.low > others[0].figure.high


def _repair(odd: Told, right: Told) -> Repair:
    said = right.figure.text
    return Repair(
        odd.article, odd.figure.span, odd.figure.text, said, f"Check “{odd.figure.text}”; others say “{said}”."
    )


def _agreed(items: list[Told]) -> Iterator[Passed]:
    """Counts of one event told twice alike."""
    by_event: dict[str, list[Told]] = {}
    for item in items:
        if item.event and item.figure.low == item.figure.high:
            by_event.setdefault(item.event, []).append(item)
    for same in by_event.values():
        if len(same) > 1 and len({i.figure.low for i in same}) == 1:
            yield Passed(ABOUT.code, f"“{same[0].figure.text}” and “{same[-1].figure.text}” agree.")


def _quote(timeline: Timeline, told: Told) -> Quote:
    found = _figure_quote(timeline.articles[told.article], told.figure)
    return Quote(found.article_id, found.span, found.text, told.mention.sentence, found.says)


def _figure_quote(article: Article, figure: Figure) -> Quote:
    return quote(article, figure.span.start, figure.span.end, _says(figure))


def _says(figure: Figure) -> str:
    """The bounds in words: "200 to 500 metres"."""
    low, high = figure.low, figure.high
    if low == high:
        return _measure(figure, low)
    return f"{_measure(figure, low)} or more" if high == inf else f"{low:,.10g} to {_measure(figure, high)}"


def _measure(figure: Figure, value: float) -> str:
    """For example "1,200 metres", "2 pirates", "12 killed"."""
    unit = figure.unit or figure.kind
    if unit not in HARM and value != 1:
        unit = "people" if unit == "person" else unit if unit.endswith("s") or unit in ("men", "women") else f"{unit}s"
    return f"{value:,.10g} {unit}"


def _gap(a: Figure, b: Figure) -> str:
    """How far apart the bounds lie."""
    less, more = sorted((a, b), key=lambda f: f.low)
    return _measure(a, round(more.low - less.high, 1))
