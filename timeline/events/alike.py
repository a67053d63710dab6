"""Which articles tell of the same: by the telling words they share, rare ones counting more."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

from timeline.events.tellings import stop_words
from timeline.model import Reading

WORD = re.compile(r"[^\W_]{3,}")
READ = 4_000
"""Characters of an article that tell what it is about: news begins with its news."""


def likeness(readings: Iterable[Reading]) -> dict[tuple[str, str], float]:
    """Cosine of TF-IDF weights, 0 to 1, for each pair of article ids, both ways round."""
    counts = {r.article.id: _words(f"{r.article.title} {r.article.text[:READ]}") for r in readings}
    spread = Counter(word for words in counts.values() for word in words)
    weights = {id: _weights(words, spread, len(counts)) for id, words in counts.items()}
    found: dict[tuple[str, str], float] = {}
    ids = list(weights)
    for place, one in enumerate(ids):
        for other in ids[:place]:
            found[one, other] = found[other, one] = _cosine(weights[one], weights[other])
    return found


def groups(readings: Sequence[Reading]) -> dict[str, int]:
    """The number of the group that each article tells the same story with (average linkage), by article id."""
    ids = [r.article.id for r in readings]
    alike = likeness(readings)
    members = {place: [id] for place, id in enumerate(ids)}
    close = {(i, j): alike[ids[i], ids[j]] for i, j in combinations(range(len(ids)), 2)}
    waiting = [(-likely, i, j) for (i, j), likely in close.items() if likely >= ALIKE]
    heapify(waiting)
    while waiting:
        best, i, j = heappop(waiting)
        if close.get((i, j)) != -best:
            continue  # one of the two has grown since
        for k in members.keys() - {i, j}:
            near, far = close.pop(_pair(k, i)), close.pop(_pair(k, j))
            size_i, size_j = len(members[i]), len(members[j])
            both = close[_pair(k, i)] = (near * size_i + far * size_j) / (size_i + size_j)
            if both >= ALIKE:
                heappush(waiting, (-both, *_pair(k, i)))
        del close[i, j]
        members[i].extend(members.pop(j))
    return {id: group for group, ids in members.items() for id in ids}


ALIKE = 0.07
"""The average likeness from which two groups of articles tell one story: a convention, chosen on annotated news."""


SHARED = 0.5
"""What a word weighs that every article has: in a story told by few, the story's own words are in all of them."""


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _words(text: str) -> Counter[str]:
    return Counter(w.lower() for w in WORD.findall(text) if w.lower() not in stop_words())


def _weights(words: Counter[str], spread: Mapping[str, int], count: int) -> dict[str, float]:
    rarity = {w: SHARED + math.log((1 + count) / (0.5 + spread[w])) for w in words}
    raw = {w: (1 + math.log(n)) * rarity[w] for w, n in sorted(words.items())}
    norm = math.sqrt(sum(v * v for v in raw.values())) or 1.0
    return {w: v / norm for w, v in raw.items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    return sum(v * b[w] for w, v in a.items() if w in b)
