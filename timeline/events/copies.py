"""Articles that print one text, as papers print a wire's: copies, and so no second source."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from timeline.model import Article, BlockKind, Copy, Reading
from timeline.wording import percent

RUN = 5
"""Words that are compared in a row: long enough that two reporters do not write them alike by chance."""

COPIED = 0.7
"""The share of runs from which a text is a copy. Among 20,000 news articles, pairs grow rare up to here and then more
frequent again: below stand two reporters' texts with quotes in common, above prints of one text."""

SHORT = 20
"""Runs; a shorter text is a copy only of the very same one."""

_WORD = re.compile(r"[^\W_]+")
_TOLD = (BlockKind.BODY,)
_Run = tuple[str, ...]


def copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """The articles whose text stands in another one, in the story's order, each with the fullest print of it.

    Headlines, bylines, datelines and captions do not count: papers write their own. Of equal texts the first of the
    story is the one copied. Time grows with the length of all texts, however many of them are copies.
    """
    runs = {reading.article.id: _runs(reading.article) for reading in readings}
    prints: defaultdict[_Run, list[str]] = defaultdict(list)
    found: dict[str, Copy] = {}
    for article, mine in sorted(runs.items(), key=lambda item: -len(item[1])):
        shared = Counter(other for run in mine for other in prints.get(run, ()))
        copied = _copy(article, mine, shared, runs)
        if copied is not None:
            found[article] = copied
        else:
            for run in mine:
                prints[run].append(article)
    return tuple(found[article] for article in runs if article in found)


def _copy(article: str, mine: frozenset[_Run], shared: Counter[str], runs: dict[str, frozenset[_Run]]) -> Copy | None:
    """What the article is a copy of: of all that share as much of its text, the shortest."""
    if not shared:
        return None
    of = max(shared, key=lambda other: (shared[other], -len(runs[other])))
    share = shared[of] / len(mine)
    if share < COPIED or (len(mine) < SHORT and mine != runs[of]):
        return None
    return Copy(article, of, share, _why(share, whole=mine == runs[of]))


def _why(share: float, *, whole: bool) -> str:
    if share < 1:
        return f"{percent(share)} of its text stands there word for word"
    return "the same text word for word" if whole else "all of its text stands there word for word"


def _runs(article: Article) -> frozenset[_Run]:
    """Every run of words of the article's paragraphs, lower case."""
    told = [b.span.of(article.text) for b in article.blocks if b.kind in _TOLD]
    words = [word.lower() for paragraph in told for word in _WORD.findall(paragraph)]
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
