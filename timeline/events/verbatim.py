"""What several articles of a story tell in the very same sentence, as papers print a wire's, is one happening."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import TypeAlias

from timeline.events.evidence import FAR
from timeline.events.same import Cluster
from timeline.events.tellings import SURE
from timeline.model import Mention, Reading, Span

NEAR = timedelta(days=31)
"""Between the articles; later, the same words may tell what happened again."""

_WORD = re.compile(r"[^\W_]+")
_Place: TypeAlias = tuple[str, tuple[str, ...], int, str]
"""The story, a sentence's words, how many of them stand before the mention, and its own."""


@dataclass(frozen=True, slots=True)
class _Home:
    """Where a place was told first: the mention, its article, and the number of its happening."""

    mention: Mention
    reading: Reading
    number: int


Again: TypeAlias = Mapping[str, Sequence[Mention]]
"""The mentions that print another one again, by its id."""


def told_anew(
    told_once: Iterable[Cluster], readings: Iterable[Reading], copy_of: Mapping[str, str]
) -> tuple[list[Cluster], Again]:
    """The happenings of all articles without what is printed again, and what that is.

    `told_once` are the happenings of each article by itself, in the order of the story; `story` numbers the story that
    each article tells. What stands beside a mention that is printed again goes to the happening that this one tells.
    """
    given = {reading.article.id: reading for reading in readings}
    told: list[Cluster] = []
    again: defaultdict[str, list[Mention]] = defaultdict(list)
    homes: dict[_Place, _Home] = {}
    for article, clusters in groupby(told_once, key=lambda cluster: cluster.mentions[0].article_id):
        reading = given[article]
        places = dict(_places(reading, copy_of.get(article, article)))
        fresh: dict[_Place, _Home] = {}
        for cluster in clusters:
            printed = {}
            for mention in cluster.mentions:
                home = homes.get(places[mention.id]) if mention.id in places else None
                if home is not None and _is_near(mention, reading, home):
                    printed[mention.id] = home
            number = next((home.number for home in printed.values()), len(told))
            if number == len(told):
                told.append(Cluster())
            for mention, why in zip(cluster.mentions, cluster.why, strict=True):
                if mention.id in printed:
                    again[printed[mention.id].mention.id].append(mention)
                    continue
                told[number].mentions.append(mention)
                told[number].why.append(why)
                if mention.id in places:
                    fresh[places[mention.id]] = _Home(mention, reading, number)
        homes |= fresh
    return told, again


def with_prints(cluster: Cluster, again: Again) -> Cluster:
    """The happening with all that is printed again of it."""
    told = Cluster(list(cluster.mentions), list(cluster.why))
    for mention in cluster.mentions:
        for printed in again.get(mention.id, ()):
            told.mentions.append(printed)
            told.why.append(f"“{printed.text}” in another article: the very same sentence")
    return told


def _is_near(mention: Mention, reading: Reading, home: _Home) -> bool:
    """The two are not dated, or where they have no dates, not printed, too far apart to be one."""
    if mention.time and home.mention.time:
        return mention.time.gap(home.mention.time) <= FAR
    mine, theirs = (
        r.publication.interval if r.publication.confidence >= SURE else None for r in (reading, home.reading)
    )
    return mine is None or theirs is None or mine.gap(theirs) <= NEAR


def _places(reading: Reading, source: str) -> Iterator[tuple[str, _Place]]:
    """Where each mention stands, by its id, in sentences that the article has once."""
    text = reading.article.text
    words: dict[Span, tuple[str, ...]] = {}
    for sentence in {m.sentence for m in reading.mentions}:
        words[sentence] = tuple(w.lower() for w in _WORD.findall(sentence.of(text)))
    often = Counter(words.values())
    for mention in reading.mentions:
        told = words[mention.sentence]
        if often[told] == 1:
            before = len(_WORD.findall(text[mention.sentence.start : mention.span.start]))
            yield mention.id, (source, told, before, mention.lemma)
