"""Figures of the same thing: which ones may be compared, within an article and between the articles of a story."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.checks._stories import ARTICLES_MIN, content, voices
from timeline.checks._telling import are_of_others, capitals, named
from timeline.model import BlockKind, Figure, Mention, PublicationDate, Role, Status, Timeline

HARM = ("killed", "injured", "missing")
_COUNT_MAX = 100_000  # larger numbers are statistics
_PAIRED_MAX = 1_000
_COUNTED_MAX = 400  # figures of one kind that are compared; more are a table, no story
_SHARED, _SHARED_SAME_FRAME = 2, 1
_LEAD = 400  # characters: the headline is held against what is told first
_SHARED_MEASURED = 3
_SHARED_COUNTED = 3
_SHARED_BY_NAMESAKES = 3
_SHARED_TOLL = 3
_SHARED_NAMES = 2
_SENTENCE_MIN = 6  # telling words of a sentence that is no mere phrase
_TIMES_MAX = 20  # figures further apart count two things
_ROUNDED = 0.1  # figures no further apart are one, rounded or brought into another unit
_TIMES_APART = timedelta(days=3)
_NEWS_APART = timedelta(days=60)  # so much later, papers rather write of something else
_SURE = 0.5
_SOME_PEOPLE = re.compile(r"\b(?:wom[ae]n|m[ae]n|child(?:ren)?|boys?|girls?)\b", re.IGNORECASE)
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_PAST = re.compile(
    rf"\b(?:in|since|last)\s+(?:(?:{_MONTH})\b(?!\s*\d{{1,2}}\b)|(?:19|20)\d\d\b)|\blast\s+(?:year|month)|\b(?:years?|months?)\s+(?:ago|earlier|before)",
    re.IGNORECASE,
)
_RUNNING = re.compile(r"\b(?:since|so far|to date|total(?:led)?|altogether|in all|overall|combined)\b", re.IGNORECASE)
# What is counted again and again in one article without being one thing: units, scores, families.
_NOT_COUNTED = frozenset(
    (
        "time year month week day hour minute second point percent dollar cent run goal game inning hit shot rebound "
        "assist way side part thing type kind piece reason other step case example lot number share decade night "
        "morning evening season term round lap set match win loss victory try place position attempt pass catch "
        "reception carry yard touchdown down vote seat share unit ton tonne barrel bushel bale contract bond note bank "
        "firm state child son daughter grandchild brother sister sibling error fault ace winner medal break penalty "
        "foul save corner session store branch warehouse plant office outlet restaurant"
    ).split(" ")
)
# Words that make a figure one part, one more, or a share.
_PART_BEFORE = re.compile(
    r"\b(?:other|another|additional|further|extra|first|last|next|only|each|every|per|least|among|including|"
    r"remaining|separate|different|same|between|or|than|by|age|aged|no\.?|number|"
    r"of\s+(?:his|her|its|their)|(?:poll|survey|sample)\s+of|"
    r"(?:fell|rose|gained|dropped|climbed|eased|declined|jumped))\s+(?:\w+\s+)?$",  # prices move by the hour
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"^\s*(?:more\b|others?\b|another\b|each\b|per\b|apiece\b|later\b|earlier\b|ago\b|-)", re.IGNORECASE
)
_PART_INSIDE = re.compile(
    r"\b(?:other|others|more|another|additional|further|extra|new|biggest|largest|smallest|leading|top|main|oldest|youngest)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"^\s*of\b", re.IGNORECASE)
_ONE_MORE = re.compile(
    r"\b(?:also|in addition|another|separate\w*|previous\w*|prior|so far|total|altogether|brought|first half|"
    r"second half|quarter|additional\w*|further|combined|earlier this|this year|this season|last month|"
    r"day before|day after|day following|last year|"
    r"more than one)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(r"(?<!\bof )\bthe\s+$", re.IGNORECASE)
_NARROWED = re.compile(
    r"\s*(?:now|already|recently|newly|of|that|who|which|in|from|at|on|with|\w+ing|not|without|to)\b", re.IGNORECASE
)
# "The Big Three carmakers" are a name, "Navy Captures Three Pirates" is a headline.
_NAME_BEFORE, _NAMED = re.compile(r"\b[A-Z][a-z]+\s$"), re.compile(r"[A-Z][a-z]+\s+[a-z]")
_PLACE_BEFORE = re.compile(r"[A-Z][\w'’-]*,?\s+(?:about|some|around|nearly)?\s*$")
# What a distance is measured from: "150 miles east of Aden", "13 miles from the warship".
_MEASURED_FROM = re.compile(
    r"\s*(?:away\s+)?(?P<way>(?:(?:north|south|east|west)-?){1,2}(?:ern)?\s+)?(?:of|from|off)\s+(?P<what>[^.,;:()\n]{1,40})",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|april|june|july|august|september|october|"
    r"november|december)|(?:19|20)\d\d|yesterday)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the mention that tells it, the article whose text that is, the telling words of its sentence."""

    figure: Figure
    mention: Mention
    source: str
    event: str
    words: frozenset[str]
    modifiers: tuple[str, ...]
    names: frozenset[str]  # the capitalised words of its sentence
    is_running: bool  # a sum of several happenings: "21 since February"
    published: date | None  # where that is known well enough
    is_past: bool  # of another happening, told beside: "in September", "last year"

    @property
    def article(self) -> str:
        """The article it stands in."""
        return self.mention.article_id

    def agrees(self, other: Told) -> bool:
        """Both may be true of one thing."""
        return self.figure.low <= other.figure.high and other.figure.low <= self.figure.high


def told_figures(timeline: Timeline) -> Iterator[Told]:
    """Every figure that stands for a whole, by its order in the story."""
    for reading in timeline.readings:
        text = reading.article.text
        seen: set[tuple[int, int]] = set()
        for mention in reading.mentions:
            if mention.status not in (Status.OCCURRED, Status.ONGOING, Status.ALLEGED):
                continue
            for figure in mention.figures:
                place = (figure.span.start, figure.span.end)
                if place not in seen and _is_whole(text, figure):
                    seen.add(place)
                    yield _told(timeline, reading.publication, mention, figure)


def _told(timeline: Timeline, published: PublicationDate, mention: Mention, figure: Figure) -> Told:
    sentence = mention.sentence.of(timeline.articles[mention.article_id].text)
    event = timeline.event_of.get(mention.id)
    return Told(
        figure,
        mention,
        timeline.source_of(mention.article_id),
        event.id if event else "",
        content(sentence) - content(figure.text),
        _modifiers(figure),
        capitals(sentence),
        is_running=mention.tense == "present-perfect" or _RUNNING.search(sentence) is not None,
        published=published.date if published.confidence >= _SURE else None,
        is_past=_PAST.search(sentence) is not None,
    )


def by_kind(told: Iterator[Told]) -> dict[tuple[str, str], list[Told]]:
    """Figures by what they count or measure and in which unit."""
    kinds = defaultdict(list)
    for item in told:
        kinds[item.figure.kind, item.figure.unit].append(item)
    return {kind: items for kind, items in kinds.items() if 1 < len(items) <= _COUNTED_MAX}


@dataclass(frozen=True, slots=True)
class FigureDissent:
    """One article's figure against the figure that two or more other texts have."""

    odd: Told
    majority: tuple[Told, ...]


def dissents(items: list[Told]) -> Iterator[FigureDissent]:
    """Articles that stand alone with a figure of one kind."""
    by_article: defaultdict[str, list[Told]] = defaultdict(list)
    for item in items:
        by_article[item.article].append(item)
    if len(by_article) < ARTICLES_MIN:
        return
    heard: defaultdict[str, list[Told]] = defaultdict(list)
    told_alike = voices(
        sorted(items, key=lambda i: i.article), lambda i: (i.figure.low, i.event, i.mention.frame, i.words)
    )
    for item in told_alike:
        heard[item.article].append(item)
    for item in items:
        told = (b for a in reversed(heard) if a != item.article and (b := _best(item, heard[a])))
        best = list({b.source: b for b in told}.values())[::-1]  # copies of one text have one voice
        if len(best) < ARTICLES_MIN - 1:
            continue
        (low, high), count = Counter((b.figure.low, b.figure.high) for b in best).most_common(1)[0]
        majority = tuple(b for b in best if (b.figure.low, b.figure.high) == (low, high))
        own = by_article[item.article]
        theirs = [i for m in majority for i in by_article[m.article]]
        if any(o.agrees(majority[0]) for o in own) or any(o.agrees(item) for o in theirs):
            continue  # "seven life sentences and four without parole": both are told
        if count >= 2 and 3 * count >= 2 * len(best):
            yield FigureDissent(item, majority)


def pairs(timeline: Timeline, items: list[Told]) -> Iterator[tuple[Told, Told]]:
    """Two figures of one article that speak of the same thing but can't both hold."""
    by_article = defaultdict(list)
    for item in items:
        by_article[item.article].append(item)
    for article, mine in by_article.items():
        text = timeline.articles[article].text
        for n, first in enumerate(mine):
            for second in mine[n + 1 :]:
                if first.figure.kind in HARM and any(first.agrees(o) for o in mine if o is not first):
                    continue  # the headline's toll is told again: another one is another event's
                if first.agrees(second) or _is_part(mine, first, second) or not _may_be_one(text, first, second):
                    continue
                if _same(first, second) or _points_back(text, mine, first, second):
                    yield first, second


def tolls(timeline: Timeline, items: list[Told]) -> Iterator[tuple[Told, Told]]:
    """Two sources' exact counts of those who came to harm in one event, told in much the same words."""
    for n, first in enumerate(items):
        for second in items[n + 1 :]:
            if first.figure.kind not in HARM or first.source == second.source or not first.event:
                continue
            if first.event != second.event or len(first.words & second.words) < _SHARED_TOLL:
                continue
            if not _is_at_one_time(first, second) or first.is_past or second.is_past:
                continue
            if _is_exact(first) and _is_exact(second) and not _is_told_too(items, first, second):
                texts = (t.mention.sentence.of(timeline.articles[t.article].text) for t in (first, second))
                if not any(_ONE_MORE.search(text) for text in texts):
                    yield first, second


def _is_exact(told: Told) -> bool:
    return told.figure.low == told.figure.high


def _is_told_too(items: list[Told], a: Told, b: Told) -> bool:
    """One of the two articles has the other's number as well."""
    mine = (i for i in items if i.article == a.article)
    theirs = (i for i in items if i.article == b.article)
    return any(i.agrees(b) for i in mine) or any(i.agrees(a) for i in theirs)


def _is_part(mine: list[Told], a: Told, b: Told) -> bool:
    """ "Seven men": "four men" and, elsewhere, "the three men" make them."""
    less, more = sorted((a.figure, b.figure), key=lambda f: f.low)
    rest = more.low - less.low
    return any(o.figure.low == rest == o.figure.high for o in mine if o is not a and o is not b)


def _may_be_one(text: str, a: Told, b: Told) -> bool:
    """Told in two sentences, of times that can be one, and neither as a sum that grows."""
    if a.figure.kind in _NOT_COUNTED or a.mention.sentence == b.mention.sentence or 1 in (a.figure.high, b.figure.high):
        return False
    if not a.figure.unit and max(a.figure.low, b.figure.low) > _PAIRED_MAX:
        return False
    if a.figure.kind in HARM and "present-perfect" in (a.mention.tense, b.mention.tense):
        return False
    one, other = a.mention.sentence.of(text), b.mention.sentence.of(text)
    if _ONE_MORE.search(one) or _ONE_MORE.search(other):
        return False
    if (
        _is_of_two_places(text, a, b)
        or _is_from_two_points(text, a, b)
        or (a.figure.unit and (_is_apposed(text, a) or _is_apposed(text, b)))
    ):
        return False
    days, others = _days(one), _days(other)
    if days and others and not days & others:
        return False
    if a.mention.time is None or b.mention.time is None or a.mention.time_vague or b.mention.time_vague:
        return True
    return a.mention.time.overlaps(b.mention.time)


def _is_of_two_places(text: str, a: Told, b: Told) -> bool:
    """Both sentences have names, and none in common, and the figures no name of their own ("worst-hit villages")."""
    if a.modifiers and a.modifiers == b.modifiers:
        return False
    return are_of_others(a.mention.sentence.of(text), b.mention.sentence.of(text))


def _is_from_two_points(text: str, a: Told, b: Told) -> bool:
    """One distance is measured in a direction, and the two starting points have no word in common."""
    mine, theirs = (_MEASURED_FROM.match(text, t.figure.span.end) for t in (a, b))
    if a.figure.kind != "distance" or mine is None or theirs is None or not (mine["way"] or theirs["way"]):
        return False
    return not content(mine["what"]) & content(theirs["what"])


def _is_apposed(text: str, told: Told) -> bool:
    """ "In Lowen, 700 km north of the capital": it tells where a place lies."""
    return bool(_PLACE_BEFORE.search(text, max(0, told.figure.span.start - 40), told.figure.span.start))


def _points_back(text: str, mine: list[Told], first: Told, second: Told) -> bool:
    """ "The eight acquaintances" after "two acquaintances", where no other number of them is told."""
    others = [o for o in mine if o is not second]
    if any(o.figure.low != first.figure.low for o in others) or first.figure.low != first.figure.high:
        return False
    before = text[max(0, second.figure.span.start - 8) : second.figure.span.start]
    after = text[second.figure.span.end : second.figure.span.end + 12]
    if second.figure.kind in (*HARM, "person") or not _POINTING.search(before) or _NARROWED.match(after):
        return False
    return not second.figure.unit and (second.modifiers == first.modifiers or len(first.modifiers) <= 1)


def _days(sentence: str) -> set[str]:
    return {m[0].lower() for m in _DAY.finditer(sentence)}


def _same(a: Told, b: Told) -> bool:
    """One thing: the headline's and the lead's, told of one event, or under one whole name ("worst-hit villages")."""
    shared = len(a.words & b.words)
    if (
        a.mention.block is BlockKind.HEADLINE
        and b.mention.span.start - a.mention.span.start < _LEAD
        and shared >= _SHARED
    ):
        return True
    if a.figure.kind in HARM:
        return False
    if a.event and a.event == b.event and _one_doer(a, b):
        return shared >= _SHARED_MEASURED if a.figure.unit else shared >= _SHARED_COUNTED and a.modifiers == b.modifiers
    if a.figure.unit or not a.modifiers or a.modifiers != b.modifiers:
        return False
    return shared >= _SHARED_BY_NAMESAKES


def _one_doer(a: Told, b: Told) -> bool:
    """The same doer, as far as both are told: "the party won 42 seats" is none of "the union won 30 seats"."""
    mine, theirs = a.mention.heads(Role.AGENT), b.mention.heads(Role.AGENT)
    return not mine or not theirs or bool(mine & theirs)


def _one_namesake(a: Told, b: Told) -> bool:
    """No two doers who both have names."""
    mine, theirs = named(a.mention, Role.AGENT), named(b.mention, Role.AGENT)
    return not mine or not theirs or bool(mine & theirs)


def _best(item: Told, others: Iterable[Told]) -> Told | None:
    """The other article's figure whose sentence is most like this one's, where it is like enough."""
    best: tuple[float, Told] | None = None
    for other in others:
        shared = len(item.words & other.words)
        same = item.mention.frame == other.mention.frame or (bool(item.event) and item.event == other.event)
        if shared < _needed(item, other, same=same) or not _is_of_one_kind(item, other, shared):
            continue
        score = shared / (len(item.words) + len(other.words) + 1) ** 0.5 + same
        if best is None or score > best[0]:
            best = (score, other)
    return best[1] if best else None


def misprints(timeline: Timeline, items: list[Told]) -> Iterator[tuple[Told, Told]]:
    """Two articles' sentences that are the same but for the figure; of many such pairs, the first."""
    alike: dict[frozenset[str], list[Told]] = defaultdict(list)
    for item in items if len(timeline.readings) > 1 else ():
        if len(item.words) >= _SENTENCE_MIN:
            alike[item.words].append(item)
    for same in alike.values():
        first = same[0]
        other = next((o for o in same if o.article != first.article and not o.agrees(first)), None)
        if other is not None and not _is_told_too(items, first, other):
            yield first, other


def _is_of_one_kind(item: Told, other: Told, shared: int) -> bool:
    """Exact counts of the same thing: no unit or statistic, unless much the same sentence tells both; no part."""
    if not item.agrees(other) and not _may_conflict(item, other):
        return False
    exact = item.figure.low == item.figure.high > 1 and other.figure.low == other.figure.high > 1
    if not exact and not item.figure.unit:
        return False
    retold = 2 * shared >= min(len(item.words), len(other.words))
    if item.figure.unit and not item.agrees(other) and len(item.names & other.names) < _SHARED_NAMES:
        return False  # so far from the capital, so far from the coast
    return retold or item.figure.kind not in _NOT_COUNTED


def _may_conflict(item: Told, other: Told) -> bool:
    """No part and its whole, no two people's, no sum of several happenings; neither rounding nor another magnitude."""
    if not _one_namesake(item, other) or _is_part_of(item, other) or not _is_at_one_time(item, other):
        return False
    less, more = sorted((item, other), key=lambda t: t.figure.low)
    rounded = _ROUNDED if item.figure.unit or _is_round(item) or _is_round(other) else 0
    least, most = less.figure.low * (1 + rounded), less.figure.low * _TIMES_MAX
    return least < more.figure.low <= most and not more.is_running and not item.is_past and not other.is_past


def _is_round(told: Told) -> bool:
    """ "600": two figures and noughts; small numbers are exact."""
    return told.figure.low >= 100 and len(f"{told.figure.low:.0f}".rstrip("0")) <= 2


def _is_at_one_time(a: Told, b: Told) -> bool:
    """As far as their times are told: the toll of last year's flood is another one."""
    if a.published and b.published and abs(a.published - b.published) > _NEWS_APART:
        return False
    mine, theirs = a.mention.time, b.mention.time
    if mine is None or theirs is None or a.mention.time_vague or b.mention.time_vague:
        return True
    return mine.gap(theirs) <= _TIMES_APART


def _is_part_of(item: Told, other: Told) -> bool:
    """ "11 Yemeni pirates" of "23 pirates", "two women" of three dead: the smaller count has a word of its own."""
    less, more = sorted((item, other), key=lambda t: t.figure.low)
    if _SOME_PEOPLE.search(less.figure.text) and not _SOME_PEOPLE.search(more.figure.text):
        return True
    return bool(less.modifiers) and not more.modifiers and less is item


def _needed(item: Told, other: Told, *, same: bool) -> int:
    """How many words two sentences of different articles must share for their figures to be compared."""
    if item.modifiers and item.modifiers == other.modifiers:
        return 0  # "plainclothes officers" in both
    return _SHARED_SAME_FRAME if same or item.figure.kind in HARM else _SHARED


def _is_whole(text: str, figure: Figure) -> bool:
    if (figure.unit and figure.kind != "distance") or "yard" in figure.text:
        return False
    if figure.kind in HARM and _OF.match(text[figure.span.end : figure.span.end + 4]):
        return False
    if not figure.unit and (figure.low != int(figure.low) or figure.low > _COUNT_MAX):
        return False
    before = text[max(0, figure.span.start - 24) : figure.span.start]
    if _PART_INSIDE.search(figure.text) or (_NAME_BEFORE.search(before) and _NAMED.match(figure.text)):
        return False
    return not (_PART_BEFORE.search(before) or _PART_AFTER.match(text[figure.span.end : figure.span.end + 12]))


def _modifiers(figure: Figure) -> tuple[str, ...]:
    """The words between the number and the noun."""
    words = re.findall(r"[^\W\d_]+", figure.text.lower())
    return tuple(words[1:-1]) if not figure.text[:1].isdigit() else tuple(words[:-1])
