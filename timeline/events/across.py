"""Same happening or not, between articles of one story: what is told in both, weighed as annotated news weighs it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import groupby, product
from math import exp

from timeline.events.evidence import FAR, INCIDENT, facts, is_placed, kin_of, kind, reasons
from timeline.events.likelihood import WEIGHTS
from timeline.events.same import Cluster, Foes
from timeline.events.tellings import Telling
from timeline.lexicon import is_tabled

ENOUGH = 0.2
"""Mean chance from which two articles' tellings are one happening. Below even odds: a pair of sentences seldom shows
all that two reports of one happening have in common, and what stays in pieces is a fault as well. Chosen on topics
held back (`benchmarks/fit_same.py`)."""

COMPARED = 2
"""Tellings of a happening in one article that another article's are held against: those that show most."""

REACH = 16
"""Earlier happenings of its kind that one is held against, those that share most words: keeps time linear."""


@dataclass(frozen=True, slots=True)
class Held:
    """Tellings of two happenings held against each other: their chances summed, how many pairs, the likeliest pair."""

    total: float
    count: int
    best: float
    pair: tuple[Telling, Telling]

    @property
    def chance(self) -> float:
        """That the two are one happening, 0 to 1: the mean, so that one likeness does not join what else differs."""
        return self.total / self.count

    def with_(self, other: Held) -> Held:
        """The pairs of both."""
        best = self if self.best >= other.best else other
        return Held(self.total + other.total, self.count + other.count, best.best, best.pair)


def join(
    told_anew: Sequence[Cluster],
    told: Mapping[str, Telling],
    group: Mapping[str, int],
    foes: Foes,
    weights: Mapping[str, float] = WEIGHTS,
) -> list[Cluster]:
    """The happenings of a story, each in all the articles that tell it; the likeliest are joined first.

    `told_anew` are the happenings of each article by itself, in the order of the story; `group` numbers the story that
    each article tells: happenings of two stories are not held against each other. Average linkage over the pairs of
    tellings that are akin; time grows with the number of happenings.
    """
    whole = dict(enumerate(told_anew))
    near: defaultdict[int, dict[int, Held]] = defaultdict(dict)
    shown = [_fullest(told[m.id] for m in cluster.mentions) for cluster in told_anew]
    for i, j in _akin(shown, group):
        held = _hold(shown[i], shown[j], weights)
        if held is not None:
            near[i][j] = near[j][i] = held
    waiting = [(-held.chance, i, j) for i, others in near.items() for j, held in others.items() if i < j]
    heapify(waiting)
    while waiting and -waiting[0][0] >= ENOUGH:
        chance, i, j = heappop(waiting)
        held = near[i].get(j)
        if held is None or -held.chance != chance:
            continue  # one of the two has grown since
        if _are_apart(whole[i], whole[j], foes):
            del near[i][j], near[j][i]
            continue
        whole[i] = _joined(whole[i], whole.pop(j), held)
        del near[i][j], near[j][i]
        for k, other in near.pop(j).items():
            del near[k][j]
            known = near[i].get(k)
            near[i][k] = near[k][i] = other.with_(known) if known else other
            heappush(waiting, (-near[i][k].chance, min(i, k), max(i, k)))
    return list(whole.values())


def chance(a: Telling, b: Telling, weights: Mapping[str, float] = WEIGHTS) -> float:
    """That two tellings in two articles, which are akin, tell one happening: 0 to 1."""
    score = weights["any"] + sum(weights.get(row, 0.0) for row, _ in facts(a, b))
    return 1 / (1 + exp(-score))


def _hold(one: Iterable[Telling], other: Iterable[Telling], weights: Mapping[str, float]) -> Held | None:
    pairs = [(chance(a, b, weights), a, b) for a, b in product(one, other) if kind(a.mention, b.mention)]
    if not pairs:
        return None
    best, a, b = max(pairs, key=lambda pair: pair[0])
    return Held(sum(c for c, _, _ in pairs), len(pairs), best, (a, b))


def _fullest(told: Iterable[Telling]) -> tuple[Telling, ...]:
    return tuple(sorted(told, key=lambda t: t.fullness, reverse=True)[:COMPARED])


def _joined(old: Cluster, fresh: Cluster, held: Held) -> Cluster:
    """Both as one; the first mention of `fresh` tells what joined it."""
    same = {m.article_id for m in old.mentions} & {m.article_id for m in fresh.mentions}
    where = "" if same else " in another article"
    said = "; ".join((*reasons(facts(*held.pair)), "both articles tell one story"))
    why = f"“{fresh.mentions[0].text}”{where}: {said}"
    return Cluster([*old.mentions, *fresh.mentions], [*old.why, why, *fresh.why[1:]])


def _are_apart(one: Cluster, other: Cluster, foes: Foes) -> bool:
    """An article itself sets two of their mentions apart ("the attack followed an attack on …"), or all their dates do.

    A day's difference is no bar, or no contradiction could be found.
    """
    theirs = {m.id for m in other.mentions}
    if any(not theirs.isdisjoint(foes.get(m.id, ())) for m in one.mentions):
        return True
    mine = [m.time for m in one.mentions if is_placed(m) and m.time is not None]
    times = [m.time for m in other.mentions if is_placed(m) and m.time is not None]
    return bool(mine and times) and all(a.gap(b) > FAR for a, b in product(mine, times))


# --- what is held against each other ------------------------------------------------------------------------------


class _Index:
    """The happenings told so far in one story, by the kinds that they may be and the words around them."""

    def __init__(self) -> None:
        self._of_kind: defaultdict[str, list[int]] = defaultdict(list)
        self._with_word: defaultdict[tuple[str, str], list[int]] = defaultdict(list)

    def add(self, number: int, frames: Iterable[str], words: Iterable[str]) -> None:
        """Let the happening be found."""
        for frame in frames:
            self._of_kind[frame].append(number)
            for word in words:
                self._with_word[frame, word].append(number)

    def near(self, frames: Iterable[str], words: Mapping[str, float]) -> Iterable[int]:
        """Those of these kinds; of many, the ones that share most words, rare ones counting more."""
        given = tuple(frames)
        every = {number for frame in given for number in self._of_kind.get(frame, ())}
        if len(every) <= REACH:
            return sorted(every)
        shared: defaultdict[int, float] = defaultdict(float)
        for frame, (word, weight) in product(given, words.items()):
            for number in self._with_word.get((frame, word), ()):
                shared[number] += weight
        return sorted(sorted(shared, key=lambda number: (-shared[number], number))[:REACH])


def _akin(shown: Sequence[tuple[Telling, ...]], group: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """The happenings that may be one, by their numbers, the earlier one first; `shown` are the fullest of each."""
    stories: defaultdict[int, _Index] = defaultdict(_Index)
    for article, numbers in groupby(range(len(shown)), key=lambda number: shown[number][0].mention.article_id):
        index, fresh = stories[group[article]], tuple(numbers)
        # All first: what one article keeps apart is joined by what another tells, never by itself.
        for number in fresh:
            near = index.near(_sought(shown[number]), _words(shown[number]))
            yield from ((earlier, number) for earlier in near)
        for number in fresh:
            index.add(number, _kinds(shown[number]), _words(shown[number]))


_ANY = "any happening"
"""The kind under which a happening is found by a word that names any."""


def _kinds(shown: Iterable[Telling]) -> tuple[str, ...]:
    frames = tuple(dict.fromkeys(t.mention.frame for t in shown))
    return (*frames, _ANY) if any(map(is_tabled, frames)) else frames


def _sought(shown: Iterable[Telling]) -> tuple[str, ...]:
    """The kinds that may tell the same."""
    frames = {kin: None for t in shown for kin in kin_of(t.mention.frame)}
    told_by_any = (INCIDENT,) if any(map(is_tabled, frames)) else ()
    return tuple(dict.fromkeys((*frames, *told_by_any, *((_ANY,) if INCIDENT in frames else ()))))


def _words(shown: Iterable[Telling]) -> dict[str, float]:
    return {word: weight for t in shown for word, weight in t.context.items()}
