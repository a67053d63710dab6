"""What an article says about days: each written date with the place it stands in and the way it is told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import islice

from timeline.model import Article, Block, BlockKind, Expression, Span
from timeline.temporal.calendar import Unit
from timeline.temporal.operators import CalendarDate, CalendarPart, Offset, Operator, Part, Toward, calendar_date


class Where(StrEnum):
    """Where a date stands, or how it is told; each has its own weight."""

    PUBLISHED = "published"  # a printed date that is labelled so, or "This article was published on …"
    PRINTED = "printed"  # a line above the story that is only a date
    CLOSING = "closing"  # such a line at the end
    PRINTED_LATER = "printed later"  # such a line in between
    UPDATED = "updated"  # a printed date that is labelled so
    DATELINE = "dateline"
    HEADLINE = "headline"
    CAPTION = "caption"
    ARCHIVE = "archive caption"
    NEWS = "news under an old picture"  # a day of the week and its date, behind the picture's own sentence
    POST = "post"  # the date under a quoted post of a social network
    TODAY = "today"  # "today, December 8, 2017"
    AMENDED = "amended"  # "This article was amended on …"
    PAST = "told as past"
    AHEAD = "told as ahead"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Clue:
    """One written date or weekday; parts that are not written are None. `span` is None for words of the title."""

    where: Where
    span: Span | None
    text: str
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    part: str = ""  # of the day, TIMEX3 code
    sense: str = ""  # in which a year or month is mentioned; "said" for the weekday of a report


@dataclass(frozen=True, slots=True)
class Clues:
    """All that an article says about days, sorted by what is written of them, in order of the text."""

    dates: tuple[Clue, ...] = ()  # day, month and year
    days: tuple[Clue, ...] = ()  # day and month
    months: tuple[Clue, ...] = ()  # month and year
    years: tuple[Clue, ...] = ()
    weekdays: tuple[Clue, ...] = ()
    copyright_years: tuple[Clue, ...] = ()
    speaks_of_today: bool = False  # or of yesterday or tomorrow: then weekdays are other days


EARLIEST_YEAR, LATEST_YEAR = 1700, 2100
"""Years outside are no year of a news article."""

_PLACES = {
    BlockKind.HEADLINE: Where.HEADLINE,
    BlockKind.DATELINE: Where.DATELINE,
    BlockKind.CAPTION: Where.CAPTION,
    BlockKind.ARCHIVE_CAPTION: Where.ARCHIVE,
}
_TENSES = {"past": Where.PAST, "future": Where.AHEAD}
_OPENING_BLOCKS, _CLOSING_BLOCKS = 4, 2
_EXPRESSIONS_LIMIT = 1000
"""What stands further down says nothing that these don't."""

_AHEAD = re.compile(
    r"\b(?:due|until|till|by|through|maturing|matures?|as late as|expires?|expiring|deadline|scheduled(?: for)?"
    r"|before|beginning|starting|effective|upcoming|planned for)(?: on| in| the| mid-?)?\s*$"
)
_WILL = re.compile(r"(?:(?! and | but | which )[^.;]){0,45}?\b(?:will|shall)\b")
_SINCE = re.compile(r"\b(?:since|ended|from)(?: on| in)?\s*$")
_AMENDED = re.compile(r"\b(?:amended|updated|corrected|modified|revised)\b[^.]{0,20}$")
_POSTED = re.compile(r"@\w{1,30}\)(?:\W*| on )$")
_TODAY = re.compile(r"\btoday(?:,| is| \()? ?(?:the )?$")
_TERM = re.compile(r"\W{0,2}(?:until|till|through)\b")
"""Behind a day that is called today: it is the day of a notice that the story may quote much later."""

_PUBLISHED_LABEL = re.compile(r"\b(?:published|posted|filed|created|printed|dated?)\b", re.I)
_UPDATED_LABEL = re.compile(r"\b(?:updated?|modified|modification|revised|corrected|amended)\b", re.I)
_PUBLISHED = re.compile(
    r"(?:(?<!version of )\bthis (?:article|story|post|column|piece|report|page|interview)(?: was)?"
    r"(?: first| originally)?|\b(?:was )?(?:first|originally))"
    r" (?:published|posted|printed|appeared)\b(?:[^.!?]|\.(?=\w)){0,40}$"
)
_CREDITED = re.compile(r"[.,]? ?\((?:photo|image|picture|credit|[\w .'’-]{2,40}/)", re.I)
_WIDER, _CREDIT = 90, 50
"""Characters before an expression that name what was published then, and behind it that credit a picture."""

_SAID = re.compile(
    r"\b(?:said|says|announced|reported|confirmed|told \w+|told the \w+|warned|acknowledged|denied|added|stated"
    r"|declared|released|issued|published|in a statement|in a report|news conference|in an interview)"
    r"(?: here| late| early)?(?: on)?\s*$"
)
"""A weekday behind these is the one of the report."""

_INNER_END = re.compile(r"[a-z)]{2}\.[\"”]? (?=[A-Z])")
"""The end of a caption's sentence."""

_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))[^.]{0,20}$")
_NEAR = 40
"""Characters before an expression that tell how it is meant."""

_SENTENCE_BEFORE, _SENTENCE_AFTER, _CLOSE = 60, 50, 25
"""Characters around a year in which its tense is looked for."""

_SENSES = {  # words near a year that tell how it lies to the day of publication
    "current": "so far|thus far|to date|rest|remainder|remaining|this",
    "due": "due|debentures?|bonds?|notes|eurobonds?|coupon|yielding|paying|matur(?:es?|ing|ity)|sinking|until|through"
    "|by|expir(?:es?|ing)|treasury|term",
    "fiscal": "fiscal|crop|season|year-end|end-",
    "interim": "(?:first|second|third|1st|2nd|3rd) (?:quarter|qtr|half|fiscal)|(?:six|nine|three|first) (?:months|mths)"
    "|half",
    "result": "net|vs|note|includes?|excludes?|included|ended|reported|compared|comparable|earned|revs|revenues?"
    "|earnings|loss|profit|gain|figures|rose|fell|sales|period|results?|against|versus|restated|quarter|qtr|months|mths|shr"
    "|shares?|output|total",
    "expected": "expects?|expected|forecasts?|projected|projects|sees|outlook|will|estimates?|estimated|would",
    "planned": "budget|scheduled|begin|complet(?:ed|ion)|targets?|start|effective|plans?|planned|proposed|proposal|next"
    "|could|should|aims?|election|olympics?|campaign",
    "past": "since|base|founded|built|born|began|when|who|joined|elected|became|ago|war|was|were|had|last|previous|from"
    "|did|after|won|lost|died|killed|signed|first|made|took|acquired|bought|sold|held|announced",
}
_SENSE_WORDS = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _SENSES.items()) + r")\b")

_INTERIM_TITLE = re.compile(
    r"\b(?:(?:1st|2nd|3rd|first|second|third) (?:quarter|qtr)|nine (?:months|mths)|half)\b", re.I
)

_YEAR = re.compile(
    r"\b((?:19|20)\d\d)(?:(/\d\d)\b|\b(?!(?:[,.]\d| (?:mln|dlrs|pct|tonnes|units|shares|people|points)\b)))"
)
"""Years that no time expression holds: crop, school and budget years ("1986/87"), years used as adjectives."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    r"\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|ober)?\.? (\d{1,2})"
    r"(?:st|nd|rd|th)?\b(?:,? ((?:19|20)\d\d)\b)?"
)


def day_of(clue: Clue, year: int | None) -> int | None:
    """Ordinal of the clue's day in a year; None when there is no such day."""
    if year is None or clue.month is None or clue.day is None:
        return None
    try:
        return date(year, clue.month, clue.day).toordinal()
    except ValueError:
        return None


def clues_of(article: Article, expressions: tuple[Expression, ...]) -> Clues:
    """Everything the article says about days; what stands in archive captions is left out."""
    found: dict[str, list[Clue]] = defaultdict(list)
    expressions = expressions[:_EXPRESSIONS_LIMIT]
    is_interim = bool(_INTERIM_TITLE.search(article.title))
    starts = [b.span.start for b in article.blocks]
    for expression in expressions:
        written = _written(expression.operator)
        if written is not None and (written.year is None or EARLIEST_YEAR < written.year < LATEST_YEAR):
            number = bisect_right(starts, expression.span.start) - 1
            clue = _clue(article, number, expression, written, is_interim=is_interim)
            found[_shelf(clue)].append(clue)
    if not any(c.where is Where.DATELINE for c in (*found["days"], *found["dates"])):
        found["days"].extend(_in_datelines(article))
    if found["days"]:
        found["years"].extend(_unmarked_years(article.text, expressions, is_interim=is_interim))
    for clue in _in_title(article):
        found[_shelf(clue)].append(clue)
    return Clues(
        dates=tuple(found["dates"]),
        days=tuple(found["days"]),
        months=tuple(found["months"]),
        years=tuple(found["years"]),
        weekdays=tuple(found["weekdays"]),
        copyright_years=tuple(found["copyright years"]),
        speaks_of_today=any(_is_today(e.operator) for e in expressions),
    )


def _shelf(clue: Clue) -> str:
    """The kind of clue it is by what is written of the date."""
    if clue.where is Where.ARCHIVE:
        return "left out"
    if clue.month is not None and clue.day is not None:
        return "days" if clue.year is None else "dates"
    if clue.year is not None:
        return "months" if clue.month is not None else "copyright years" if clue.sense == "copyright" else "years"
    return "weekdays" if clue.weekday is not None else "left out"


def _written(operator: Operator) -> CalendarDate | None:
    """The date that is written, the year of a quarter or a season among them; None for "last Friday"."""
    if isinstance(operator, CalendarPart):
        return CalendarDate(year=operator.year) if operator.year is not None else None
    return None if isinstance(operator, Toward) else calendar_date(operator)


def _where(article: Article, number: int, expression: Expression, written: CalendarDate) -> Where:
    """The place an expression stands in, or else the way it is told."""
    span = expression.span
    block = article.blocks[number] if number >= 0 else Block(BlockKind.BODY, Span(0, len(article.text)))
    if block.kind is BlockKind.METADATA:
        return _printed(article, number, article.text[block.span.start : span.start])
    if (
        block.kind is BlockKind.ARCHIVE_CAPTION
        and written.weekday
        and _INNER_END.search(article.text, block.span.start, span.start)
    ):
        return Where.NEWS
    if block.kind in _PLACES:
        return _PLACES[block.kind]
    return _told(article.text, span, expression.tense)


def _printed(article: Article, number: int, before: str) -> Where:
    """What a date is that stands in a line around the story, by its label or its place."""
    if _UPDATED_LABEL.search(before):
        return Where.UPDATED
    if _PUBLISHED_LABEL.search(before):
        return Where.PUBLISHED
    is_below = any(b.kind is BlockKind.BODY for b in article.blocks[: min(number, _OPENING_BLOCKS)])
    if is_below and number >= len(article.blocks) - _CLOSING_BLOCKS:
        return Where.CLOSING
    return Where.PRINTED if number < _OPENING_BLOCKS else Where.PRINTED_LATER


def _told(text: str, span: Span, tense: str) -> Where:
    """How a date of the story is told."""
    before = text[max(0, span.start - _NEAR) : span.start]
    if before.endswith((") ", ")\n", ") on ")) and _POSTED.search(before):
        return Where.POST
    lower = before.lower()
    if _PUBLISHED.search(text[max(0, span.start - _WIDER) : span.start].lower()):
        return Where.PUBLISHED
    if _CREDITED.match(text, span.end, span.end + _CREDIT):
        return Where.CAPTION
    if _AMENDED.search(lower):
        return Where.AMENDED
    if _TODAY.search(lower) and not _TERM.match(text, span.end):
        return Where.TODAY
    if _AHEAD.search(lower) or (tense != "past" and _WILL.match(text, span.end, span.end + _SENTENCE_AFTER)):
        return Where.AHEAD
    if _SINCE.search(lower):
        return Where.PAST
    return _TENSES.get(tense, Where.TOLD)


def _clue(article: Article, number: int, expression: Expression, written: CalendarDate, *, is_interim: bool) -> Clue:
    """The clue that an expression is in the block of that number."""
    text, span, operator = article.text, expression.span, expression.operator
    before = text[max(0, span.start - _NEAR) : span.start]
    clue = Clue(
        _where(article, number, expression, written),
        span,
        expression.text,
        written.year,
        written.month,
        written.day,
        written.weekday,
        operator.part if isinstance(operator, Part) else "",
    )
    if clue.day is not None and clue.month is not None:
        return clue
    if clue.year is None:
        return replace(clue, sense="said") if clue.weekday and _SAID.search(before) else clue
    if expression.rule == "fiscal-years":  # "fiscal 1986/87": the year that is reported on ends in the second
        return replace(clue, year=clue.year + 1, sense="fiscal")
    if clue.month is None and _COPYRIGHT.search(before.lower()):
        return replace(clue, sense="copyright")
    return _with_sense(clue, text, is_interim=is_interim)


def _with_sense(clue: Clue, text: str, *, is_interim: bool) -> Clue:
    """The clue with the sense that the nearest telling word of its sentence gives it, those before it first."""
    if clue.span is None:
        return clue
    start, end = clue.span.start, clue.span.end
    before = text[max(0, start - _SENTENCE_BEFORE) : start].rpartition(". ")[2].lower()
    near = next(reversed([*_SENSE_WORDS.finditer(before)]), None)
    if near is None or len(before) - near.end() > _CLOSE:
        after = text[end : end + _SENTENCE_AFTER].partition(". ")[0].lower()
        near = _SENSE_WORDS.search(after) or near
    sense = near.lastgroup or "" if near else ""
    sense = "interim" if is_interim and sense in ("result", "") else sense
    return replace(clue, sense=sense)


def _is_today(operator: Operator) -> bool:
    return (
        isinstance(operator, Offset) and operator.unit is Unit.DAY and operator.base is None and abs(operator.count) < 2
    )


def _in_datelines(article: Article) -> Iterator[Clue]:
    for block in article.blocks:
        found = _DAY.search(block.span.of(article.text)) if block.kind is BlockKind.DATELINE else None
        if found:
            start, end = found.start() + block.span.start, found.end() + block.span.start
            month = _MONTHS.index(found[1][:3].lower()) + 1
            yield Clue(Where.DATELINE, Span(start, end), found.group(), None, month, int(found[2]), None)


def _unmarked_years(text: str, expressions: tuple[Expression, ...], *, is_interim: bool) -> Iterator[Clue]:
    marked = [e.span.start for e in expressions]
    for found in islice(_YEAR.finditer(text), _EXPRESSIONS_LIMIT):
        number = bisect_right(marked, found.start()) - 1
        season = bool(found[2])
        if not season and number >= 0 and expressions[number].span.end >= found.end():
            written = _written(expressions[number].operator)
            if written is None or written.year is not None:
                continue
        clue = Clue(Where.TOLD, Span(*found.span()), found.group(), int(found[1]), None, None, None)
        yield replace(clue, sense="season") if season else _with_sense(clue, text, is_interim=is_interim)


def _in_title(article: Article) -> Iterator[Clue]:
    for found in _DAY.finditer(article.title) if article.title else ():
        month = _MONTHS.index(found[1][:3].lower()) + 1
        year = int(found[3]) if found[3] else None
        yield Clue(Where.HEADLINE, None, found.group(), year, month, int(found[2]), None)
