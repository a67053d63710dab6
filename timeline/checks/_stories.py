"""The same thing told by several articles of a story, found by the words of the sentences that tell it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol, TypeVar

from timeline.checks._reports import Report, loose_reports, named_weekday, reports, tells_too
from timeline.checks._telling import RECURS, capitals, named, share_names, telling
from timeline.model import Mention, Role, Timeline, Timex, TimexType

ARTICLES_MIN = 3  # a majority needs two articles that agree
_PRINTS = 2  # of one sentence that are heard: one for what another print of it says, one for all others
_PER_ARTICLE, _PER_ARTICLE_MIN, _REPORTS_MAX = 12, 3, 600  # reports compared, the first ones: keeps time bounded
_SHARED, _SHARED_SAME_FRAME = 3, 2  # words that two sentences must share; fewer where both tell the same kind of event
_SHARED_BY_TWINS, _SHARED_BY_KIN = 2, 4  # words that two sentences of one article share; more in other words
_SHARED_BY_ANY = 5  # so many words need none for what happened
_DAYS_APART = 2  # a slip is a day or two; further apart rather two things are told
_WEEK = timedelta(days=7)
_SENTENCE_MIN = 6  # telling words of a sentence that is no mere phrase
# Words that tell little by themselves: two of one person's on two days are two things.
_LIGHT = frozenset("add do get give go have make say take tell".split())
_DEADLY = frozenset("die drown execute kill murder shoot slay stab".split())  # a person dies once
OTHER_WEEK = re.compile(r"(?:last|next|previous|past)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = frozenset(
    (
        "the a an of in on at to for from by and or his her their its with after before that this was were has have "
        "had been said who which when where into over about more than not but they them she him also will would could "
        "according police officials monday tuesday wednesday thursday friday saturday sunday night morning evening "
        "afternoon early late day week"
    ).split(" ")
)


@dataclass(frozen=True, slots=True)
class Dissent:
    """One article's weekday against the weekday that the other articles have for what seems the same thing."""

    odd: Report
    majority: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    report: Report
    article: str
    source: str  # the article whose text that is
    weekday: int
    event: str
    words: frozenset[str]
    loose: bool = False  # the day of the saying, or of nothing that is an event: compared with much the same sentence


class _Printed(Protocol):
    @property
    def article(self) -> str: ...
    @property
    def source(self) -> str: ...


AnyTold = TypeVar("AnyTold", bound=_Printed)


def dissents(timeline: Timeline, bare: Mapping[str, Timex]) -> list[Dissent]:
    """Articles that put what two or more other texts tell on another weekday, a day or two off."""
    if len(timeline.readings) < ARTICLES_MIN:
        return []
    told = _told(timeline, bare)
    told += _loosely_told(timeline, told)
    heard = voices(told[::-1], lambda i: (i.report.interval, i.weekday, i.event, i.report.mention.frame, i.words))[::-1]
    by_word: dict[str, list[int]] = defaultdict(list)
    for position, item in enumerate(heard):
        for word in item.words:
            by_word[word].append(position)
    days = defaultdict(set)
    for item in told:
        days[item.article].add(item.weekday)
    found = []
    for item in told:
        best = _best(item, heard, by_word)
        others = {other.source: other for other in best.values()}  # copies of one text have one voice
        dissent = _dissent(timeline, item, list(others.values()), days)
        if dissent and _is_most(timeline, dissent):
            found.append(dissent)
    return found


def voices(told: Iterable[AnyTold], tells: Callable[[AnyTold], Hashable]) -> list[AnyTold]:
    """What is told, by its order; of that for which `tells` gives the same, only what the first prints of a text tell.

    A story of hundreds of copies of one text is then compared in a time that grows with their number.
    """
    heard, articles = [], defaultdict[Hashable, set[str]](set)
    for item in told:
        prints = articles[item.source, tells(item)]
        if item.article in prints or len(prints) < _PRINTS:
            prints.add(item.article)
            heard.append(item)
    return heard


def _is_most(timeline: Timeline, dissent: Dissent) -> bool:
    """More than half of the other texts tell it: in a long story, two of many are alike by chance."""
    odd = timeline.source_of(dissent.odd.mention.article_id)
    others = {timeline.source_of(r.article.id) for r in timeline.readings} - {odd}
    return 2 * len({timeline.source_of(r.mention.article_id) for r in dissent.majority}) > len(others)


def twins(timeline: Timeline, told: Iterable[Report]) -> Iterator[tuple[Report, Report]]:
    """Two reports of one article that tell what seems one event, by its words or its people, on days close together."""
    by_kind: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in told:
        if report.weekday is not None and named_weekday(report.timex):
            kind = "death" if report.mention.lemma in _DEADLY else report.mention.frame
            by_kind[report.mention.article_id, kind].append(report)
    for (article, _), alike in by_kind.items():
        text = timeline.articles[article].text
        some = sorted(alike, key=lambda r: r.mention.span)[:_PER_ARTICLE]
        words = [content(r.mention.sentence.of(text)) for r in some]
        for n, first in enumerate(some):
            for m, second in enumerate(some[n + 1 :], n + 1):
                if _is_one_deed(first, second) or _are_alike(timeline, first, second, words[n] & words[m]):
                    yield first, second


def _are_alike(timeline: Timeline, a: Report, b: Report, shared: Collection[str]) -> bool:
    needed = _SHARED_BY_TWINS if a.mention.lemma == b.mention.lemma else _SHARED_BY_KIN
    return a.mention.frame == b.mention.frame and len(shared) >= needed and _is_near(timeline, a, b)


def _is_one_deed(a: Report, b: Report) -> bool:
    """One kind of deed that people who are named did, or that was done to them, a day or two apart; one's death."""
    first, second = a.mention, b.mention
    if first.sentence == second.sentence or not is_a_slip(a, b):
        return False
    if any(OTHER_WEEK.match(r.timex.text) for r in (a, b)) or {first.lemma, second.lemma} & (RECURS | _LIGHT):
        return False
    if {first.lemma, second.lemma} <= _DEADLY:
        return bool(_victims(first) & _victims(second))
    pairs = [(named(first, role), named(second, role)) for role in (Role.AGENT, Role.TARGET)]
    return any(x & y for x, y in pairs) and not any(x and y and not x & y for x, y in pairs)


def _victims(mention: Mention) -> frozenset[str]:
    return named(mention, Role.AGENT if mention.lemma == "die" else Role.TARGET)


def reprints(timeline: Timeline, bare: Mapping[str, Timex]) -> Iterator[tuple[Report, Report]]:
    """Two reports of two articles whose sentences are the same but for the day."""
    told = _told(timeline, bare) if len(timeline.readings) > 1 else []
    alike: dict[tuple[str, frozenset[str]], list[_Told]] = defaultdict(list)
    for item in told:
        if len(item.words) >= _SENTENCE_MIN:
            alike[item.report.mention.lemma, item.words].append(item)
    for same in alike.values():
        for n, first in enumerate(same):
            for second in same[n + 1 :]:
                if first.article != second.article and is_a_slip(first.report, second.report):
                    yield first.report, second.report


def is_a_slip(a: Report, b: Report) -> bool:
    """A day or two apart, by the days themselves where they are known."""
    if a.agrees(b) or a.weekday is None or b.weekday is None:
        return False
    apart = (a.weekday - b.weekday) % 7
    return 0 < min(apart, 7 - apart) <= _DAYS_APART


def _is_near(timeline: Timeline, a: Report, b: Report) -> bool:
    """Two sentences about one doer or thing, a day or two apart."""
    if a.mention.sentence == b.mention.sentence or not is_a_slip(a, b) or {a.mention.lemma, b.mention.lemma} & RECURS:
        return False
    if any(OTHER_WEEK.match(r.timex.text) for r in (a, b)) or not share_names(timeline, a.mention, b.mention):
        return False
    shared = capitals(telling(timeline, a.mention)) & capitals(telling(timeline, b.mention))
    if not _parts(a.mention) & _parts(b.mention) and len(shared) < (1 if a.mention.lemma == b.mention.lemma else 2):
        return False
    doers, others = a.mention.heads(Role.AGENT), b.mention.heads(Role.AGENT)
    if not doers or not others or doers & others or _pronoun(doers | others):
        return True
    return _are_named_by(doers, telling(timeline, b.mention)) or _are_named_by(others, telling(timeline, a.mention))


def _are_named_by(doers: Collection[str], text: str) -> bool:
    """ "The two presidents" of "President Roe and President Doe": the word for the doers stands in the other clause."""
    return bool(content(" ".join(doers)) & content(text))


def _parts(mention: Mention) -> frozenset[str]:
    return mention.heads(Role.AGENT, Role.TARGET)


def _pronoun(heads: frozenset[str]) -> bool:
    return bool(heads & {"he", "she", "they", "it", "who", "man", "woman", "suspect"})


def content(text: str) -> frozenset[str]:
    """The telling words of a sentence, cut to their stems."""
    return frozenset(_stem(w.lower()) for w in _WORD.findall(text) if w.lower() not in _STOP)


def _told(timeline: Timeline, bare: Mapping[str, Timex]) -> list[_Told]:
    found, count = [], Counter[str]()
    most = max(_PER_ARTICLE_MIN, min(_PER_ARTICLE, _REPORTS_MAX // len(timeline.readings)))
    for event in timeline.events:
        for report in reports(timeline, event, bare):
            article = report.mention.article_id
            if report.weekday is None or not named_weekday(report.timex) or count[article] >= most:
                continue
            count[article] += 1
            words = content(report.mention.sentence.of(timeline.articles[article].text))
            found.append(_Told(report, article, timeline.source_of(article), report.weekday, event.id, words))
    return found


def _loosely_told(timeline: Timeline, told: Sequence[_Told]) -> Iterator[_Told]:
    """The weekdays that no event has for its own: "said Thursday"."""
    owned = {item.report.timex.id for item in told}
    for reading in timeline.readings:
        for report in loose_reports(reading, owned):
            words = content(report.mention.sentence.of(reading.article.text))
            if report.weekday is not None and len(words) >= _SENTENCE_MIN:
                source = timeline.source_of(reading.article.id)
                yield _Told(report, reading.article.id, source, report.weekday, "", words, loose=True)


def _best(item: _Told, told: list[_Told], by_word: Mapping[str, list[int]]) -> dict[str, _Told]:
    """The report of each other article whose sentence is most like this one's, where it is like enough."""
    shared = Counter(p for word in sorted(item.words) for p in by_word[word] if told[p].article != item.article)
    best: dict[str, tuple[float, _Told]] = {}
    for position, count in sorted(shared.items()):
        other = told[position]
        same = item.report.mention.frame == other.report.mention.frame or item.event == other.event
        if count < _needed(item, other, same=same):
            continue
        if _is_of_another_week(item.report, other.report):
            continue
        score = count / (len(item.words) + len(other.words)) ** 0.5 + same
        if other.article not in best or score > best[other.article][0]:
            best[other.article] = (score, other)
    return {article: other for article, (_, other) in best.items()}


def _tell_alike(a: _Told, b: _Told) -> bool:
    """What happened in one stands in the other's sentence: "were coping Saturday" is not "shot Friday"."""
    if len(a.words & b.words) >= _SHARED_BY_ANY:
        return True
    if a.report.mention.frame == b.report.mention.frame or (a.event and a.event == b.event):
        return True
    return bool(content(a.report.mention.text) & b.words or content(b.report.mention.text) & a.words)


def _needed(item: _Told, other: _Told, *, same: bool) -> int:
    """How many words two sentences must share."""
    if item.loose or other.loose:
        return max(_SENTENCE_MIN, (min(len(item.words), len(other.words)) + 1) // 2)
    return _SHARED_SAME_FRAME if same else _SHARED


def _is_of_another_week(a: Report, b: Report) -> bool:
    """Both days are known, and far apart: a trial and its crime."""
    return a.interval is not None and b.interval is not None and a.interval.gap(b.interval) > _WEEK


def _dissent(timeline: Timeline, item: _Told, others: list[_Told], days: Mapping[str, set[int]]) -> Dissent | None:
    """The odd day, where its own article never tells the others' and most of theirs never tell its."""
    if len(others) < ARTICLES_MIN - 1:
        return None
    weekday, count = Counter(o.weekday for o in others).most_common(1)[0]
    apart = (weekday - item.weekday) % 7
    if (
        count < 2
        or 3 * count < 2 * len(others)
        or weekday in days[item.article]
        or not 0 < min(apart, 7 - apart) <= _DAYS_APART
    ):
        return None
    if not any(_tell_alike(item, o) for o in others if o.weekday == weekday):
        return None
    majority = tuple(o.report for o in others if o.weekday == weekday)
    if any(tells_too(timeline, item.report, r) or tells_too(timeline, r, item.report) for r in majority):
        return None
    if sum(item.weekday in days[r.mention.article_id] for r in majority) * 2 > len(majority):
        return None
    # “Friday night” and “Friday” are one time, and what can be the night is no conflict with the day.
    firm = [r for r in majority if r.timex.type is TimexType.TIME] or majority
    return None if any(r.agrees(item.report) for r in firm) else Dissent(item.report, majority)


def _stem(word: str) -> str:
    for suffix in ("ing", "ed", "es", "s", "e"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)][:7]
    return word[:7]
