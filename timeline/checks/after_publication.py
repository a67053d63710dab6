"""Told as past, but dated after the article appeared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from timeline.checks._check import About, clipped, end_of, finding, long_date, quote
from timeline.checks._reports import Report, bare_weekdays, groups, named_weekday, reports, says, time_quote
from timeline.model import (
    Article,
    Basis,
    EventClass,
    Finding,
    Mention,
    Passed,
    Reading,
    Repair,
    Severity,
    Span,
    Status,
    Timeline,
    Timex,
    TimexType,
)
from timeline.temporal.interval import Granularity

ABOUT = About(
    code="after-publication",
    severity=Severity.HIGH,
    says="Something told as past is dated after the article appeared.",
    fires="The ferry sank in the harbour tomorrow, the coast guard said.",
    quiet="The ferry sank in the harbour yesterday. It will be raised tomorrow.",
    published=date(2019, 9, 24),
)


def _words(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


_OTHER_SIDE = timedelta(days=1)  # on the other side of the world it is tomorrow already
_EVENING = 18  # a paper of the day can hardly tell what happened later
_SURE = 0.85
_REACH = 110
_GIVEN = (Basis.GIVEN, Basis.METADATA, Basis.URL)
_PAST = ("past", "past-perfect")
_HAPPENS = (
    EventClass.OCCURRENCE,
    EventClass.REPORTING,
    EventClass.ASPECTUAL,
    EventClass.PERCEPTION,
    EventClass.I_ACTION,
)
_AHEAD = re.compile(r"^(?:tomorrow|next\s|the\s+day\s+after\s+tomorrow)", re.IGNORECASE)
_BEHIND = {"tomorrow": "yesterday", "next": "last"}
_FISCAL = re.compile(r"\b(?:fiscal|quarter)\b", re.IGNORECASE)  # a company's years begin and end when it likes
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
# Verbs whose time may be that of what they plan: "scheduled for tomorrow", "agreed to meet next week".
_PLANS = _words(
    "agree aim allow announce anticipate appoint approve arrange authorize await book budget cancel commit consider "
    "decide delay demand designate due estimate expect extend fix forecast guarantee hope intend invite nominate "
    "offer order plan postpone pledge predict prepare project promise propose recommend require reschedule reserve "
    "schedule select set slate target tie urge vote vow want warn bet push price ask threaten request reject bid wish "
    "see view project put"
)
# Happenings that nobody plans by year: the year of one lies in the past when it is told.
_UNPLANNED = _words(
    "attack shooting stabbing explosion killing death injury damage fire arrest crash sinking collapse earthquake "
    "flood storm landslide outage spill outbreak clash coup kidnapping theft protest riot escape"
)
_WORDS_AHEAD = re.compile(
    r"\b(?:will|would|could|should|may|might|shall|until|till|whether|plan\w*|expect\w*|schedul\w*|forecast\w*|"
    r"estimate\w*|projection\w*|propos\w*|due|goal|target\w*|hopes?|hoping|predict\w*|prospect\w*|outlook|expir\w*|"
    r"maturit\w*|repayable|impending|upcoming|forthcoming|budget\w*|"
    r"contracts?|elections?|futures|ahead\s+of)\b",
    re.IGNORECASE,
)
# What governs all that follows it in its clause: "is expected to have its power switched back on next Tuesday".
_CLAUSE_AHEAD = re.compile(
    r"\b(?:if|unless)\b[^,;:]*$|\b(?:will|would|could|should|may|might|shall|due|expected|scheduled|(?:is|are|was|were)\s+to|to\s+be|"
    r"forecasts?|expects?|expectations?|plans?|hopes?|intends?)\b(?:(?!\b(?:it|he|she|they|who|which)\b)[^,;:])*$",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"\b(?:due|matur\w*|expir\w*|payable|effective|by|until|till|through|starting|beginning|from|for|of|than|between|"
    r"to|with|as|ending|period|possibly|perhaps|probably|likely|a|better|brighter)\s+(?:in\s+|on\s+|the\s+)?$",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:will|would|could|should|may|might|must|shall|can|to|only|have|having|be|being|get|getting)\b|n't\b",
    re.IGNORECASE,
)
_MODAL_NEXT = re.compile(r",?\s+(?:will|would|could|should|may|might|is|are)\b", re.IGNORECASE)
_NEW_CLAUSE = re.compile(
    r"\s(?:but|while|although)\b|,\s+(?:and|when|after|before|as|while|although|though)\b", re.IGNORECASE
)
# A bare year is a date after these words alone: "the LaserJet 2000" and "2018 premiums" tell no time.
_BEFORE_A_YEAR = re.compile(
    r"(?:\b(?:in|of|since|during|by|until|for|from|early|late|mid|and|fiscal|year|"
    r"jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\.?|,|\()[\s-]*$",
    re.IGNORECASE,
)
_CLAUSE_STARTS = re.compile(
    r"(?:^|[,;:.!?(–—“\"\n]|--|\b(?:and|but|that|when|where|who|which|because))[\s\"“'‘]*$", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"\b(?:\d{4}\s+and|in|on|for|at|during|by|to|of|from|into|the|fiscal|year|early|late)\s+$", re.IGNORECASE
)
_AFTERWARDS = re.compile(
    r"\b(?:after|when|once|before|until)\b[^,;:]*$", re.IGNORECASE
)  # "after it ended in 1999, he will"
_TO_AMOUNT = re.compile(r"\s+to\s+[$\d]")
_OPENS, _BREAK = re.compile(r"\W*(?:in\s+)?", re.IGNORECASE), re.compile(r"[,;:()–—\"“”]|--")  # of a clause
_WHEN = re.compile(r",?\s+when\b", re.IGNORECASE)
_ASKS_FOR = re.compile(r"\s+for\b", re.IGNORECASE)
_IN_A_NAME = re.compile(r"(?:\b(?:the|its|his|her|their|our|a|an|this|that|of|early|late)|'s|’s)\s+$", re.IGNORECASE)


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each mention told as past whose own time begins after the day of publication."""
    yield from _disputed(timeline)
    for reading in timeline.readings:
        late = [t for t in reading.timexes if _is_late(reading, t)]
        for timex in late if _is_sure(reading, late) else (t for t in late if _AHEAD.match(t.text)):
            found = next((m for m in _near(reading, timex) if _is_past(reading, m, timex)), None)
            if found:
                yield _finding(reading, found, timex)


# --- expressions that lie ahead -------------------------------------------------------------------------------------


def _is_late(reading: Reading, timex: Timex) -> bool:
    """The expression says itself that it lies after the publication, by its words or by its year."""
    if timex.vague or timex.type not in (TimexType.DATE, TimexType.TIME) or _FISCAL.search(timex.text):
        return False
    if reading.article.text[timex.span.end : timex.span.end + 1] in ("-", "–", "/"):
        return False  # "the 2006-2015 decade", "tomorrow-next funds"
    if _AHEAD.match(timex.text):
        return True
    interval, published = timex.interval, reading.publication.date
    if published is None or interval is None or not _YEAR.search(timex.text):
        return False
    if timex.text.isdecimal() and not _is_bare_year(reading, timex):
        return False
    return interval.start - end_of(published) >= _OTHER_SIDE and interval.granularity <= Granularity.YEAR


def _is_bare_year(reading: Reading, timex: Timex) -> bool:
    """The year is a date, or dates a happening that nobody plans: "in 2011", "the 2011 bombing"."""
    if _BEFORE_A_YEAR.search(reading.article.text, max(0, timex.span.start - 12), timex.span.start):
        return True
    named = (m for m in reading.mentions if timex.span.end <= m.span.start <= timex.span.end + 40)
    return any(m.frame in _UNPLANNED for m in named)


def _is_sure(reading: Reading, late: list[Timex]) -> bool:
    """The day of publication is given; a guessed one that several years contradict is wrong itself."""
    published = reading.publication
    if published.basis in _GIVEN:
        return True
    return published.confidence >= _SURE and len({t.text for t in late if not _AHEAD.match(t.text)}) == 1


def _near(reading: Reading, timex: Timex) -> list[Mention]:
    """The mentions that rest on the expression; told ones of its sentence that stand beside it where none does."""
    beside = [m for m in reading.mentions if m.sentence.contains(timex.span)]
    own = [m for m in beside if m.timex == timex.id]
    return [*own, *(m for m in beside if _touches(reading, m, timex)), *([] if own else _of_its_clause(reading, timex))]


def _of_its_clause(reading: Reading, timex: Timex) -> list[Mention]:
    """The verb that an expression goes with, where none rests on it: "Tomorrow the governor of Lowen toured".

    A year after the verb may be that of what is said or planned: "they said that it can't be redeemed before 2021".
    """
    text = reading.article.text
    verbs = [m for m in reading.mentions if m.tense and m.sentence.contains(timex.span)]
    after = [m for m in verbs if m.span.start >= timex.span.end][:1]
    before = [m for m in verbs if m.span.end <= timex.span.start][-1:]
    if after and not before and _OPENS.fullmatch(text, after[0].sentence.start, timex.span.start):
        return [m for m in after if not _BREAK.search(text[timex.span.end : m.span.start].removeprefix(","))]
    if not _AHEAD.match(timex.text):
        return []
    told = (m for m in before if m.event_class is EventClass.OCCURRENCE)
    return [m for m in told if not _BREAK.search(text[m.span.end : timex.span.start])]


def _touches(reading: Reading, mention: Mention, timex: Timex) -> bool:
    """Only blanks, or a particle, stand between the verb and its time: "tomorrow thwarted", "closed tomorrow"."""
    low, high = sorted((mention.span, timex.span))
    between = reading.article.text[low.end : high.start] if low.end <= high.start else "-"
    return len(between) <= 7 and between.strip() in ("", "was", "were", "in", "on", "it", "they", "he", "she", "had")


def _is_past(reading: Reading, mention: Mention, timex: Timex) -> bool:
    if mention.status is not Status.OCCURRED or mention.event_class not in _HAPPENS:
        return False
    if mention.tense == "":
        return mention.frame in _UNPLANNED and bool(_YEAR.search(timex.text)) and timex.span.end <= mention.span.start
    if mention.tense not in _PAST or _plans(mention):
        return False
    return not _looks_ahead(reading, mention, timex) and not _is_of_another_word(reading, mention, timex)


def _plans(mention: Mention) -> bool:
    """A word of planning, however its form was taken, or a participle, which only goes along with its verb."""
    word = mention.text.lower()
    return not {mention.lemma, word.removesuffix("d"), word.removesuffix("ed")}.isdisjoint(_PLANS) or word.endswith(
        "ing"
    )


def _looks_ahead(reading: Reading, mention: Mention, timex: Timex) -> bool:
    """The words around speak of a plan, or the time belongs to another word: "voted to close it next year"."""
    text = reading.article.text
    low, high = sorted((mention.span, timex.span))
    if high.start < low.end:
        return True
    between = text[low.end : high.start]
    before = text[max(mention.sentence.start, timex.span.start - 16) : timex.span.start]
    leading = text[max(mention.sentence.start, mention.span.start - 18) : mention.span.start].rpartition(",")[2]
    if _WORDS_AHEAD.search(between) or _DUE.search(before) or _MODAL.search(leading) or len(between) > _REACH:
        return True
    if _CLAUSE_AHEAD.search(text, mention.sentence.start, low.start):
        return True
    if timex.span == low and _NEW_CLAUSE.search(between):
        return True  # "it releases tomorrow, but before it was made …"
    if _MODAL_NEXT.match(text, timex.span.end):
        return True  # "said that spending in 1988 would rise"
    others = [m for m in reading.mentions if m.sentence == mention.sentence and m.id != mention.id]
    inside = [m for m in others if low.end <= m.span.start < high.start]
    if any(m.tense == "infinitive" or m.status is Status.INTENDED for m in inside):
        return True
    if timex.span == low and "," in between and any(m.tense and m.span.end <= timex.span.start for m in others):
        return True  # "the bonds, puttable in 1999, were priced": the year closes what stands before the comma
    return _names_a_plan(reading, timex)


def _is_of_another_word(reading: Reading, mention: Mention, timex: Timex) -> bool:
    """The time belongs to a noun or to what is said: "payments in 1988 were cut", "said in 1988 it will grow"."""
    text, start = reading.article.text, mention.sentence.start
    if text[timex.span.end : timex.span.end + 2] in ("'s", "’s"):
        return True
    if _WORDS_AHEAD.match(text, timex.span.end + 1) or _TO_AMOUNT.match(text, timex.span.end):
        return True
    if any(m.span.end + 1 == timex.span.start and _is_some(m) for m in reading.mentions if m.id != mention.id):
        return True
    if mention.lemma == "call" and _ASKS_FOR.match(text, mention.span.end):
        return True
    if timex.span.start < mention.span.start and not _WHEN.match(text, timex.span.end):
        preposition = _PREPOSITION.search(text, max(start, timex.span.start - 12), timex.span.start)
        if preposition and not _CLAUSE_STARTS.search(text[start : preposition.start()]):
            return True
    if _AFTERWARDS.search(text, start, min(mention.span.start, timex.span.start)) and _WORDS_AHEAD.search(
        text, max(timex.span.end, mention.span.end), mention.sentence.end
    ):
        return True
    if mention.event_class is EventClass.REPORTING and _YEAR.search(timex.text):
        return bool(_WORDS_AHEAD.search(text, max(timex.span.end, mention.span.end), mention.sentence.end))
    return False


def _is_some(mention: Mention) -> bool:
    """ "A general strike", "final votes": a noun that brings its own time with it."""
    return mention.tense == "" and not mention.definite and (mention.plural or bool({"a", "an"} & {*mention.modifiers}))


def _names_a_plan(reading: Reading, timex: Timex) -> bool:
    """ "The 2013 draft", "its 1990 forecast": the year names a thing, and no happening that nobody plans."""
    before = reading.article.text[max(0, timex.span.start - 10) : timex.span.start]
    if not _IN_A_NAME.search(before) or _AHEAD.match(timex.text):
        return False
    reach = timex.span.end + 40
    named = (m for m in reading.mentions if timex.span.end <= m.span.start <= reach)
    return not any(m.frame in _UNPLANNED and m.status is Status.OCCURRED for m in named)


def _finding(reading: Reading, mention: Mention, timex: Timex) -> Finding:
    article, published = reading.article, reading.publication.date
    relative = bool(_AHEAD.match(timex.text))
    appeared = f"the article appeared on {long_date(published)}" if published else "that is after any publication"
    return finding(
        ABOUT,
        f"“{clipped(mention.quote.of(article.text))}” is told as past, but “{timex.text}” lies ahead: {appeared}.",
        [
            quote(article, timex.span.start, timex.span.end, says(timex.interval)),
            quote(article, mention.span.start, mention.span.end, "told as past"),
        ],
        confidence=0.9,
        depends_on_publication=not relative,
        explanations=("The time may belong to a plan rather than to what happened.",),
        repair=_backwards(article, timex) if relative else None,
    )


def _backwards(article: Article, timex: Timex) -> Repair | None:
    """ "Yesterday" for "tomorrow", "last week" for "next week"."""
    word = timex.text.split()[0]
    right = _BEHIND.get(word.lower())
    if right is None:
        return None
    right = right.capitalize() if word[0].isupper() else right
    span = Span(timex.span.start, timex.span.start + len(word))
    return Repair(article.id, span, word, right, f"Write “{right}” for “{word}”, or tell it as still to come.")


# --- disputed events ------------------------------------------------------------------------------------------------


def _disputed(timeline: Timeline) -> Iterator[Finding]:
    """The odd reports of disputed events that begin in the evening of the day of publication, or later."""
    bare = bare_weekdays(timeline)
    for event in timeline.events:
        if len(event.mentions) < 2 or not event.status.is_asserted:
            continue
        told = groups(reports(timeline, event, bare))
        days = {r.weekday for r in told[0]} if told else set()  # of another week, it was rather read wrongly
        for report in (r for group in told[1:] for r in group if r.weekday not in days):
            reading = timeline.reading_by_id[report.mention.article_id]
            named = named_weekday(report.timex) is not None  # "tonight" is said of an evening that was
            if named and report.interval and report.interval.start >= _evening(reading):
                yield _on_the_evening(timeline, reading, report, event.id)


def _evening(reading: Reading) -> datetime:
    day = reading.publication.date
    return datetime(day.year, day.month, day.day, _EVENING) if day else datetime.max


def _on_the_evening(timeline: Timeline, reading: Reading, report: Report, event: str) -> Finding:
    article, published = reading.article, reading.publication.date
    time = time_quote(timeline, report)
    appeared = f"the article appeared on {long_date(published)}" if published else ""
    evidence = [quote(article, e.span.start, e.span.end, e.says) for e in reading.publication.evidence if e.span][:1]
    return finding(
        ABOUT,
        f"“{time.text}” is told as past, but {appeared}.",
        [time, *evidence],
        confidence=0.7,
        depends_on_publication=True,
        explanations=("The article may have appeared later than it seems.",),
        events=(event,),
    )
