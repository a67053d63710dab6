"""Figures of one thing that can't both hold: counts, distances, amounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import inf

from timeline.checks._check import About, finding, others, quote
from timeline.checks._figures import HARM, Told, by_kind, dissents, misprints, pairs, told_figures, tolls
from timeline.checks._restated import Restated, restated
from timeline.checks._tolls import headline_tolls
from timeline.model import Article, BlockKind, Figure, Finding, Passed, Quote, Repair, Severity, Timeline

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
_Place = tuple[str, int]  # an article and where in it a figure begins
_Value = tuple[str, float]  # the article whose text it is, and what stands for a figure in it


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each figure that stands against another, or alone against the other articles."""
    seen: set[_Place] = set()
    for reading in timeline.readings:
        for above, below in headline_tolls(reading.article):
            seen |= {(reading.article.id, f.span.start) for f in (above, below)}
            yield _headline(reading.article, above, below)
        for told in restated(reading.article):
            seen |= {(reading.article.id, span.start) for span in (told.first, told.second)}
            yield _restated(reading.article, told)
    for items in by_kind(told_figures(timeline)).values():
        yield from _within(timeline, items, set(seen))
        yield from _between(timeline, items)
        yield from _agreed(items)


# --- one article ------------------------------------------------------------------------------------------------------


def _within(timeline: Timeline, items: list[Told], seen: set[_Place]) -> Iterator[Finding]:
    for first, second in pairs(timeline, items):
        if _place(second) not in seen:
            seen.add(_place(second))
            yield _pair(timeline, first, second)


def _headline(article: Article, above: Figure, below: Figure) -> Finding:
    return finding(
        ABOUT,
        f"The headline says “{above.text}”, the text below it “{below.text}”.",
        [_figure_quote(article, above), _figure_quote(article, below)],
        confidence=0.85,
        gap=_gap(above, below),
        explanations=("The headline may be older than the text, or newer.",),
    )


def _restated(article: Article, told: Restated) -> Finding:
    first, second = told.first.of(article.text), told.second.of(article.text)
    in_headline = any(b.kind is BlockKind.HEADLINE and b.span.contains(told.first) for b in article.blocks)
    return finding(
        ABOUT,
        f"The headline says “{first}”, the text below it “{second}”."
        if in_headline
        else f"“{first}” is told again as “{second}”.",
        [quote(article, told.first.start, told.first.end), quote(article, told.second.start, told.second.end)],
        confidence=0.8,
        explanations=("The two may count different things.",),
    )


def _pair(timeline: Timeline, first: Told, second: Told) -> Finding:
    return finding(
        ABOUT,
        f"“{first.figure.text}” and “{second.figure.text}” can't both be right.",
        [_quote(timeline, first), _quote(timeline, second)],
        confidence=0.8,
        gap=_gap(first.figure, second.figure),
        explanations=_reasons(first),
        events=_events(first, second),
    )


def _reasons(told: Told) -> tuple[str, ...]:
    """Why two figures of one article may differ in innocence."""
    if told.figure.kind == "distance":
        return ("The two may be measured to different points.",)
    if told.figure.kind in HARM:
        return ("The count may have grown while the article was written.",)
    return ("The two may count different things.",)


# --- several articles -------------------------------------------------------------------------------------------------


def _between(timeline: Timeline, items: list[Told]) -> Iterator[Finding]:
    """Each pair of figures of two articles once: "1,150 kilometers (700 miles)" is one figure."""
    seen: set[frozenset[_Value]] = set()
    found = [(d.odd, d.majority) for d in dissents(items)]
    found += [(b, (a,)) for a, b in (*misprints(timeline, items), *tolls(timeline, items))]
    for odd, rest in found:
        told = {frozenset((_value(odd), _value(other))) for other in rest}
        if not told & seen:
            seen |= told
            yield _conflict(timeline, odd, rest)


def _value(told: Told) -> _Value:
    """The number or, for a distance, the sentence, which may give it in two units."""
    return told.source, told.mention.sentence.start if told.figure.unit else told.figure.low


def _conflict(timeline: Timeline, odd: Told, rest: tuple[Told, ...]) -> Finding:
    """A later and higher toll brings the others up to date."""
    if len(rest) == 1 and _is_later(timeline, rest[0], (odd,)):
        odd, rest = rest[0], (odd,)
    update = odd.figure.kind in HARM and _is_later(timeline, odd, rest)
    told = Counter(other.figure.text for other in rest).most_common(1)[0][0]
    return finding(
        ABOUT,
        f"“{odd.figure.text}” in one article, but “{told}” in {others(len(rest))}.",
        [_quote(timeline, odd), *(_quote(timeline, o) for o in rest[:_SHOWN])],
        severity=Severity.INFO if update else Severity.MEDIUM,
        confidence=0.55,
        gap=_gap(odd.figure, rest[0].figure),
        explanations=(
            "The one article may be older or newer than the others."
            if odd.figure.kind in HARM
            else "The articles may count two things.",
        ),
        repair=_repair(odd, told) if len(rest) > 1 else None,
        events=_events(odd, *rest),
    )


def _is_later(timeline: Timeline, odd: Told, rest: tuple[Told, ...]) -> bool:
    """A higher toll in an article of a later day brings it up to date."""
    days = {r.article.id: r.publication.date for r in timeline.readings}
    mine = days[odd.article]
    theirs = [day for o in rest if (day := days[o.article])]
    return mine is not None and bool(theirs) and mine > max(theirs) and odd.figure.low > rest[0].figure.high


def _repair(odd: Told, said: str) -> Repair:
    return Repair(
        odd.article, odd.figure.span, odd.figure.text, said, f"Check “{odd.figure.text}”; the others say “{said}”."
    )


# --- words ------------------------------------------------------------------------------------------------------------


def _agreed(items: list[Told]) -> Iterator[Passed]:
    """Counts of one event told twice alike."""
    by_event: dict[str, list[Told]] = {}
    for item in items:
        if item.event and item.figure.low == item.figure.high:
            by_event.setdefault(item.event, []).append(item)
    for same in by_event.values():
        if len(same) > 1 and len({i.figure.low for i in same}) == 1:
            yield Passed(ABOUT.code, f"“{same[0].figure.text}” and “{same[-1].figure.text}” agree.")


def _place(told: Told) -> _Place:
    return told.article, told.figure.span.start


def _events(*told: Told) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t.event for t in told if t.event))


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
