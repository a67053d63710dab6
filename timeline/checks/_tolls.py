"""The headline's toll against that of the text below it: "Quake kills five", then "killed twelve people".

Read from the words alone: "14 dead in mill fire" has no verb for a mention to hang on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline.checks._figures import HARM
from timeline.figures import figures
from timeline.model import Article, Block, BlockKind, Figure

_FEARED = re.compile(r"\b(?:feared|presumed|believed|reportedly|may|could|might)\b", re.IGNORECASE)  # no exact toll
_CLAIMED = re.compile(r"\b(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|takes?|took|taking)\s+$", re.IGNORECASE)
_LOST = re.compile(r"\s+(?:were\s+|are\s+)?lost\b", re.IGNORECASE)
_LEAD = 250  # characters of the text: what stands further on may be another event's toll


def headline_tolls(article: Article) -> Iterator[tuple[Figure, Figure]]:
    """An exact toll of the headline with the first one below, where that and all others are different."""
    headline = next((b for b in article.blocks if b.kind is BlockKind.HEADLINE), None)
    body = [b for b in article.blocks if b.kind is BlockKind.BODY]
    above = _tolls(article, headline) if headline and not _FEARED.search(headline.span.of(article.text)) else []
    below = [toll for block in body for toll in _tolls(article, block)] if above else []
    for kind in HARM:
        mine, theirs = ([f for f in told if f.kind == kind] for told in (above, below))
        if len(mine) == 1 and theirs and mine[0].low == mine[0].high:
            near = theirs[0].span.start - body[0].span.start <= _LEAD
            if near and not any(f.low <= mine[0].high and mine[0].low <= f.high for f in theirs):
                yield mine[0], theirs[0]


def _tolls(article: Article, block: Block) -> list[Figure]:
    told = (_lives(article.text, f) for f in figures(block.span.of(article.text), block.span.start))
    return [f for f in told if f.kind in HARM]


def _lives(text: str, figure: Figure) -> Figure:
    """A count of the killed where lives were lost: "claims 12 lives", "12 lives lost"."""
    if figure.kind != "life":
        return figure
    are_lost = _CLAIMED.search(text, max(0, figure.span.start - 12), figure.span.start) or _LOST.match(
        text, figure.span.end
    )
    return replace(figure, kind="killed") if are_lost else figure
