"""Same happening or not, between articles of one story: what is told in both, weighed as annotated news weighs it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from math import inf

from timeline.events.evidence import facts, is_placed, kin_of, kind, reasons
from timeline.events.likelihood import WEIGHTS
from timeline.events.same import Apart, Cluster, Match
from timeline.events.tellings import Telling, instruments, stance
from timeline.model import Mention, Status

ENOUGH = -1.5
"""Mean log odds from which two articles' tellings are one happening. Below even odds: a pair of sentences seldom shows
all that two reports of one happening have in common, and what stays in pieces is a fault as well. Chosen on topics
held back (`benchmarks/fit_same.py`)."""

COMPARED = 5
"""Tellings of a happening that another one is held against, those that show most: keeps time bounded."""

FAR = timedelta(days=7)
"""Dates further apart tell two happenings. Nearer ones may tell one happening wrongly, which a check must see."""

JOINED = (Status.OCCURRED, Status.INTENDED, Status.NEGATED)
"""Stances of mentions that may tell one happening: habits and kinds are none."""


class Story:
    """The happenings of the articles so far, each in all the articles that tell it.

    `group` numbers the story that each article tells: happenings of two stories are not held against each other.
    """

    def __init__(
        self,
        told: Mapping[str, Telling],
        group: Mapping[str, int],
        apart: Apart,
        weights: Mapping[str, float] = WEIGHTS,
    ) -> None:
        self.clusters: list[Cluster] = []
        self._told, self._group, self._apart, self._weights = told, group, apart, weights
        self._by_frame: defaultdict[tuple[int, str], list[Cluster]] = defaultdict(list)
        self._shown: dict[int, tuple[Telling, ...]] = {}

    def add(self, fresh: Iterable[Cluster]) -> None:
        """Take in an article's happenings: each joins the likeliest of those told before, or is told first."""
        given = tuple(fresh)
        # All first: what one article keeps apart is joined by what another tells, never by itself.
        homes = [max(self._matches(c), key=lambda found: found[1].score, default=None) for c in given]
        for cluster, home in zip(given, homes, strict=True):
            old = cluster if home is None else home[0]
            if home is None:
                self.clusters.append(cluster)
            else:
                _join(old, cluster, home[1])
            if _may_join(cluster.mentions[0]):
                self._show(old, cluster.mentions)

    def _matches(self, cluster: Cluster) -> Iterator[tuple[Cluster, Match]]:
        """The happenings told before that the cluster may tell, with the evidence."""
        if not _may_join(cluster.mentions[0]):
            return
        shown = _fullest(self._told[m.id] for m in cluster.mentions)
        keys = ((self._story(m), frame) for m in cluster.mentions for frame in kin_of(m.frame))
        near = {id(old): old for key in dict.fromkeys(keys) for old in self._by_frame.get(key, ())}
        for old in near.values():
            if not any(is_barred(old.mentions, m, self._apart) for m in cluster.mentions):
                found = match(self._shown[id(old)], shown, self._weights)
                if found is not None and found.score >= ENOUGH:
                    yield old, found

    def _show(self, cluster: Cluster, fresh: Sequence[Mention]) -> None:
        """Let the cluster be found by what the mentions show."""
        self._shown[id(cluster)] = _fullest((*self._shown.get(id(cluster), ()), *(self._told[m.id] for m in fresh)))
        for key in dict.fromkeys((self._story(m), m.frame) for m in fresh):
            if not any(known is cluster for known in self._by_frame[key]):
                self._by_frame[key].append(cluster)

    def _story(self, mention: Mention) -> int:
        return self._group[mention.article_id]


def _join(old: Cluster, fresh: Cluster, found: Match) -> None:
    same = any(m.article_id == fresh.mentions[0].article_id for m in old.mentions)
    where = "" if same else " in another article"
    told = (*found.reasons, "both articles tell one story")
    old.why.append(f"“{fresh.mentions[0].text}”{where}: " + "; ".join(told))
    old.why.extend(fresh.why[1:])
    old.mentions.extend(fresh.mentions)


def match(told: Iterable[Telling], fresh: Iterable[Telling], weights: Mapping[str, float] = WEIGHTS) -> Match | None:
    """The evidence that two sets of tellings tell one happening; None when no two of them are akin.

    The score is the mean over all pairs that are akin, so that one likeness does not join what else differs; the
    reasons are those of the likeliest pair.
    """
    theirs = tuple(told)
    pairs = [(a, b) for b in fresh for a in theirs if kind(a.mention, b.mention)]
    if not pairs:
        return None
    total, best, likeliest = 0.0, -inf, pairs[0]
    for a, b in pairs:
        score = weights["any"] + sum(weights.get(row, 0.0) for row, _ in facts(a, b))
        total += score
        if score > best:
            best, likeliest = score, (a, b)
    return Match(total / len(pairs), reasons(facts(*likeliest)))


def _fullest(told: Iterable[Telling]) -> tuple[Telling, ...]:
    return tuple(sorted(told, key=lambda t: t.fullness, reverse=True)[:COMPARED])


def _may_join(mention: Mention) -> bool:
    return stance(mention) in JOINED


# --- what bars it -------------------------------------------------------------------------------------------------


def is_barred(told: Sequence[Mention], mention: Mention, apart: Apart) -> bool:
    """Something forbids that the mention tells their happening, whatever they share; a day's difference does not."""
    return (
        any(frozenset((m.id, mention.id)) in apart for m in told)
        or stance(mention) not in {stance(m) for m in told}
        or _done_otherwise(told, mention)
        or _far_in_time(told, mention)
        or _far_in_space(told, mention)
    )


def _done_otherwise(told: Sequence[Mention], mention: Mention) -> bool:
    """By rockets, and by drones."""
    mine = instruments(mention)
    theirs = frozenset().union(*map(instruments, told)) if mine else frozenset()
    return bool(mine and theirs and not mine & theirs)


def _far_in_time(told: Sequence[Mention], mention: Mention) -> bool:
    if not is_placed(mention) or mention.time is None:
        return False
    times = [m.time for m in told if is_placed(m) and m.time is not None]
    return bool(times) and all(t.gap(mention.time) > FAR for t in times)


def _far_in_space(told: Sequence[Mention], mention: Mention) -> bool:
    """Places of other names in other time zones."""
    here = mention.place
    if here is None or not here.zone:
        return False
    there = [m.place for m in told if m.place and m.place.zone]
    return bool(there) and all(p.text.lower() != here.text.lower() and p.zone != here.zone for p in there)
