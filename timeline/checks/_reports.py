"""At what times an event is reported: each mention with a time expression of its own, placed or only a weekday."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from timeline import wording
from timeline.checks._calendar import MONTH, weekday_number
from timeline.checks._check import quote
from timeline.model import Event, EventClass, Mention, Quote, Reading, Span, Status, Timeline, Timex, TimexType
from timeline.temporal.interval import Granularity, Interval

_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
NAMES_A_DAY = re.compile(
    rf"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|last\s+night|this\s+morning|"
    rf"{MONTH}\s*\d|\d+(?:st|nd|rd|th)?\s+{MONTH}|\d{{4}}-\d\d-\d\d)",
    re.IGNORECASE,
)
_SEEN_FROM_PUBLICATION = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|last\s+night|this\s+morning)\b", re.IGNORECASE
)
_IN_A_LIST = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_LISTED = re.compile(rf"\s*(?:,|,?\s+and|,?\s+or)\s+(?:on\s+)?{_IN_A_LIST}\b", re.IGNORECASE)
_LISTED_BEFORE = re.compile(rf"\b{_IN_A_LIST}\s*(?:,|,?\s+and|,?\s+or)\s+(?:on\s+)?$", re.IGNORECASE)
# "Said on Wednesday it had tested a missile": the day of the saying.
_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|claimed|added|warned|testified)\s+(?:on\s+|late\s+|early\s+)*$",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:possib\w+|plan\w*|propos\w+|schedul\w+|expect\w*|rumou?r\w*|would|could|might|may)\b", re.IGNORECASE
)
# What is dated by its making, its publication and its content: "a poll published Wednesday was carried out on Sunday".
_DOCUMENTS = frozenset(
    "poll survey report study interview statement letter article book film document plan forecast figure".split(" ")
)
_PRINTED = frozenset("update post publish print modify".split(" "))
_OPENED, _CLOSED = "“", "”"
_LATE = re.compile(r"\b(?:night|evening|late|overnight)\b", re.IGNORECASE)
_NIGHT = re.compile(r"\b(?:night|late|overnight)\b", re.IGNORECASE)
_EARLY = re.compile(r"\b(?:early|morning|dawn|overnight|midnight)\b", re.IGNORECASE)
_NEAR = 40
_CLAUSE_STARTS = re.compile(
    r"[,;:\])]|\b(?:if|that|who|which|when|where|whether|because|while|after|before)\b", re.IGNORECASE
)
_EVENING, _HOUR, _DAY = 18, timedelta(hours=1), timedelta(days=1)
_HELD = (Status.OCCURRED, Status.ONGOING, Status.ALLEGED)


@dataclass(frozen=True, slots=True)
class Report:
    """One mention's own time: an interval, or where there is none to be had, a weekday (Monday 0)."""

    mention: Mention
    timex: Timex
    interval: Interval | None
    weekday: int | None

    def agrees(self, other: Report) -> bool:
        """Both may be true of one happening."""
        if self.interval is not None and other.interval is not None:
            return self.interval.overlaps(other.interval) or _is_one_night(self, other)
        if self.weekday is None or other.weekday is None or self.weekday == other.weekday:
            return True
        return _is_next_morning(self, other) or _is_next_morning(other, self)

    def gap(self, other: Report) -> timedelta:
        """How far apart the two are; by weekdays alone, whole days."""
        if self.interval is not None and other.interval is not None:
            return self.interval.gap(other.interval)
        days = abs((self.weekday or 0) - (other.weekday or 0))
        return timedelta(days=min(days, 7 - days))

    @property
    def is_seen_from_publication(self) -> bool:
        """ "Today", "yesterday": another day of publication makes it another day."""
        return bool(_SEEN_FROM_PUBLICATION.search(self.timex.text))

    @property
    def is_relative(self) -> bool:
        """Counted from the publication, as weekdays and "yesterday" are."""
        return self.timex.anchor != "absolute"


def reports(timeline: Timeline, event: Event, bare: Mapping[str, Timex]) -> Iterator[Report]:
    """The event's reports in order of its mentions; what is no more than reporting words has none.

    `bare` holds the weekdays that no publication date places, by mention.
    """
    for mention in map(timeline.mentions.__getitem__, event.mentions):
        if mention.event_class is EventClass.REPORTING or mention.status not in _HELD:
            continue
        timex = timeline.timexes.get(mention.timex) if mention.timex else bare.get(mention.id)
        if timex is None or not mention.sentence.contains(timex.span) or not _is_day(timex):
            continue
        if _is_own(timeline, mention, timex):
            yield Report(mention, timex, timex.interval, weekday_of(timex))


def loose_reports(reading: Reading, owned: Collection[str], *, of_clause: bool = False) -> Iterator[Report]:
    """The named weekdays that are not `owned` by an event, each with the mention of its sentence that is nearest.

    With `of_clause` none is taken that another clause tells.
    """
    mentions = sorted(reading.mentions, key=lambda m: m.span)
    starts = [m.span.start for m in mentions]
    for timex in reading.timexes:
        if timex.id in owned or named_weekday(timex) is None or not _is_day(timex):
            continue
        at = bisect_left(starts, timex.span.start)
        near = [m for m in mentions[max(0, at - 8) : at + 8] if m.sentence.contains(timex.span) and m.status in _HELD]
        near = [m for m in near if not (of_clause and _is_of_another_clause(reading, m, timex))]
        mention = min(near, key=lambda m: (_distance(reading.article.text, m, timex), m.span), default=None)
        if mention is not None:
            yield Report(mention, timex, timex.interval, weekday_of(timex))


def tells_too(timeline: Timeline, a: Report, b: Report) -> bool:
    """The sentence of `a` has another expression that is the day of `b`: "signed one on Tuesday and one today".

    The day of the saying is none: "broke out on Monday night, they said on Tuesday".
    """
    reading, sentence = timeline.reading_by_id[a.mention.article_id], a.mention.sentence
    beside = [t for t in reading.timexes if t.id != a.timex.id and sentence.contains(t.span) and _is_day(t)]
    told = (t for t in beside if not _SAID.search(reading.article.text, sentence.start, t.span.start))
    return any(weekday_of(t) == b.weekday is not None for t in told)


def _is_own(timeline: Timeline, mention: Mention, timex: Timex) -> bool:
    """The day is that of the happening: not one of a list of days, of a mere plan, or of the moment of a quotation."""
    text = timeline.articles[mention.article_id].text
    sentence, span = mention.sentence, timex.span
    if mention.lemma in _PRINTED or (mention.tense == "" and mention.lemma in _DOCUMENTS):
        return False
    if _LISTED.match(text, span.end) or _LISTED_BEFORE.search(text, max(sentence.start, span.start - 24), span.start):
        return False
    owned = text[span.end : span.end + 2] in ("'s", "’s")
    if (
        not owned
        and span.end <= mention.span.start
        and _SAID.search(text, max(sentence.start, span.start - 24), span.start)
    ):
        return False
    if NAMES_A_DAY.search(text, span.end, max(span.end, mention.span.start)):
        return False  # "as promised Tuesday, the firm today issued …"
    if _UNREAL.search(text, max(sentence.start, mention.span.start - _NEAR), mention.span.start):
        return False
    return not (_SEEN_FROM_PUBLICATION.search(timex.text) and _is_quoted(text, sentence, span))


def _is_quoted(text: str, sentence: Span, span: Span) -> bool:
    """Between quotation marks that stand open before it."""
    before = text[sentence.start : span.start]
    return before.count(_OPENED) > before.count(_CLOSED) or before.count('"') % 2 == 1 or "``" in before


def bare_weekdays(timeline: Timeline) -> dict[str, Timex]:
    """Weekdays without a date, by the mention that stands nearest to them in their sentence."""
    found: dict[str, Timex] = {}
    for reading in timeline.readings:
        bare = [t for t in reading.timexes if t.interval is None and named_weekday(t) and _is_day(t)]
        if not bare:
            continue
        mentions = sorted(reading.mentions, key=lambda m: m.span)
        starts = [m.span.start for m in mentions]
        for timex in bare:
            at = bisect_left(starts, timex.span.start)
            near = [m for m in mentions[max(0, at - 8) : at + 8] if m.sentence.contains(timex.span)]
            owner = min(near, key=lambda m: (_distance(reading.article.text, m, timex), m.span), default=None)
            if owner is not None and owner.timex is None and not _is_of_another_clause(reading, owner, timex):
                found.setdefault(owner.id, timex)
    return found


def _is_of_another_clause(reading: Reading, mention: Mention, timex: Timex) -> bool:
    """ "Apologized on Monday if the fire …", "as promised on Monday, the firm issued …": no day of what follows."""
    between = reading.article.text[timex.span.end : mention.span.start]
    return timex.span.end <= mention.span.start and _CLAUSE_STARTS.search(between) is not None


def _distance(text: str, mention: Mention, timex: Timex) -> int:
    """How far a trigger stands from a weekday; "Monday's" belongs to what follows, else to what precedes."""
    owns_next = text[timex.span.end : timex.span.end + 2] in ("'s", "’s")
    if mention.span.start >= timex.span.end:
        return (mention.span.start - timex.span.end) * (1 if owns_next else 2)
    return (timex.span.start - mention.span.end) * (20 if owns_next else 1)


def groups(told: Iterable[Report]) -> list[list[Report]]:
    """Reports that agree with each other, the group with most expressions first; the first told wins a draw."""
    found: list[list[Report]] = []
    for report in told:
        home = next((g for g in found if all(report.agrees(other) for other in g)), None)
        if home is None:
            found.append([report])
        else:
            home.append(report)
    return sorted(found, key=lambda g: -len({r.timex.id for r in g}))


def weekday_of(timex: Timex) -> int | None:
    """The weekday that the expression names, Monday 0; else that of its day."""
    match = _WEEKDAY.search(timex.text)
    if match:
        return weekday_number(match[0])
    interval = timex.interval
    if interval is not None and interval.granularity <= Granularity.DAY and interval.length <= _DAY:
        return interval.first_day.weekday()
    return None


def named_weekday(timex: Timex) -> re.Match[str] | None:
    """The weekday's word inside the expression."""
    return _WEEKDAY.search(timex.text)


def time_quote(timeline: Timeline, report: Report) -> Quote:
    """The expression with its possessive, and when that is."""
    article = timeline.articles[report.mention.article_id]
    end = report.timex.span.end
    if article.text[end : end + 2] in ("'s", "’s"):
        end += 2
    meaning = says(report.interval)
    if not meaning and report.weekday is not None:
        meaning = f"a {wording.FULL_WEEKDAYS[report.weekday]}"
    found = quote(article, report.timex.span.start, end, meaning)
    return Quote(found.article_id, found.span, found.text, report.mention.sentence, found.says)


def says(interval: Interval | None) -> str:
    """For example "Mon 23 Sept, 20:00 – Tue 24 Sept 2019, 06:00"; empty when the time is not known."""
    return "" if interval is None or interval.is_open else wording.when(interval)


def _is_day(timex: Timex) -> bool:
    """The words name a day, by its weekday, its date or as seen from the publication; no mere "10 a.m."."""
    if timex.type not in (TimexType.DATE, TimexType.TIME) or timex.vague or not NAMES_A_DAY.search(timex.text):
        return False
    if timex.interval is None:
        return named_weekday(timex) is not None
    return not timex.interval.is_open and timex.interval.granularity <= Granularity.DAY


def _is_one_night(a: Report, b: Report) -> bool:
    """ "Sunday" and "late Sunday night", whose small hours are Monday's; "late Sunday" and "early Monday"."""
    if a.interval is None or b.interval is None:
        return False
    if a.mention.article_id != b.mention.article_id and _is_about_midnight(
        *sorted((a.interval, b.interval), key=lambda i: i.start)
    ):
        return True
    if not (named_weekday(a.timex) and named_weekday(b.timex)):
        return False
    if a.weekday == b.weekday:
        return a.interval.gap(b.interval) <= _DAY
    first, second = sorted((a, b), key=lambda r: r.interval.start if r.interval else datetime.max)
    touching = a.interval.gap(b.interval) <= timedelta(hours=2)
    return touching and bool(_LATE.search(first.timex.text)) and bool(_EARLY.search(second.timex.text))


def _is_about_midnight(first: Interval, then: Interval) -> bool:
    """ "10:45 p.m. on Thursday" in one paper, "Friday" in another: both may mean the night between."""
    return first.length < _DAY and first.start.hour >= _EVENING and first.gap(then) <= _DAY - _EVENING * _HOUR


def _is_next_morning(night: Report, morning: Report) -> bool:
    """ "Monday night" and "early Tuesday" may be one moment."""
    if night.weekday is None or morning.weekday is None or (night.weekday + 1) % 7 != morning.weekday:
        return False
    return bool(_NIGHT.search(night.timex.text)) and bool(
        _EARLY.search(morning.timex.text) or morning.timex.type is TimexType.DATE
    )


def word_span(timex: Timex, match: re.Match[str]) -> Span:
    """Where the weekday's word stands in the article."""
    return Span(timex.span.start + match.start(), timex.span.start + match.end())
