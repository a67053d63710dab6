"""How times, counts, relations and checks are put in words for people.

"Mon 23 Sept 2019, 20:00–24:00", "about 27 Aug – 24 Sept 2019": never more precise than the interval; clock times are
shown only where the text gave a part of a day.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from timeline.model import (
    AddEvent,
    AddLink,
    Basis,
    Edit,
    Hide,
    HideLink,
    Judge,
    Merge,
    Reading,
    RelationKind,
    SetPublication,
    SetStatus,
    SetTime,
    SetTitle,
    Split,
    Status,
    Undo,
    Verdict,
)
from timeline.temporal.interval import OPEN_END, OPEN_START, Granularity, Interval

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
FULL_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

FULL_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

BASES = {
    Basis.GIVEN: "as given",
    Basis.METADATA: "from the page's metadata",
    Basis.URL: "from the address",
    Basis.TEXT: "read from the text",
    Basis.NONE: "not known",
}

STATED_IN = {
    "mail": "from the mail's Date header",
    "feed": "from the feed",
    "file": "from the file's properties",
    "column": "from the table",
    "field": "from the JSON",
}
"""What holds a publication date that stands outside of the text; else it is as BASES says."""

RELATIONS = {
    RelationKind.BEFORE: "before",
    RelationKind.AFTER: "after",
    RelationKind.INCLUDES: "includes",
    RelationKind.IS_INCLUDED: "part of",
    RelationKind.OVERLAPS: "at the time of",
    RelationKind.SIMULTANEOUS: "at the same time as",
    RelationKind.CAUSES: "causes",
    RelationKind.REACTS_TO: "reaction to",
    RelationKind.ATTRIBUTES: "speaks of",
    RelationKind.DENIES: "denies",
    RelationKind.SAME_STORY: "same story as",
}
"""How a link's source stands to its target."""

CONVERSES = {
    RelationKind.BEFORE: "after",
    RelationKind.AFTER: "before",
    RelationKind.INCLUDES: "part of",
    RelationKind.IS_INCLUDED: "includes",
    RelationKind.OVERLAPS: "at the time of",
    RelationKind.SIMULTANEOUS: "at the same time as",
    RelationKind.CAUSES: "caused by",
    RelationKind.REACTS_TO: "prompts",
    RelationKind.ATTRIBUTES: "told of by",
    RelationKind.DENIES: "denied in",
    RelationKind.SAME_STORY: "same story as",
}
"""How a link's target stands to its source."""

STATUSES = {
    Status.OCCURRED: "happened",
    Status.ONGOING: "ongoing",
    Status.NEGATED: "did not happen",
    Status.ALLEGED: "alleged",
    Status.INTENDED: "intended",
    Status.HABITUAL: "habitual",
    Status.GENERIC: "in general",
}

CHECKS = {
    "after-publication": "Dated after publication",
    "arithmetic": "Sums that don't add up",
    "attribution-conflict": "Who did it, who said it",
    "certainty": "How certain",
    "figure-conflict": "Figures disagree",
    "impossible-date": "Impossible date",
    "language": "Language",
    "order-conflict": "Order of events",
    "publication-conflict": "Day of publication",
    "reference": "Unclear reference",
    "sourcing": "Sourcing",
    "time-conflict": "Times disagree",
    "weekday-mismatch": "Weekday and date",
}
"""What a check's code is about."""


def relation(kind: RelationKind, *, converse: bool = False) -> str:
    """The relation in words, from the source's side or (converse) the target's."""
    return (CONVERSES if converse else RELATIONS)[kind]


VERDICTS = {Verdict.CONFIRMED: "confirmed", Verdict.EXPLAINED: "explained", Verdict.DISMISSED: "dismissed"}
"""What a person holds of a finding."""


def check_name(code: str) -> str:
    """What a check's code is about, in words."""
    return CHECKS.get(code, code.replace("-", " ").capitalize())


def status(value: Status) -> str:
    """What the text holds of an event, in words."""
    return STATUSES[value]


def count(number: int, noun: str, plural: str = "") -> str:
    """ "1 event", "2 events"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def articles(number: int, sources: int) -> str:
    """ "3 articles", "3 articles, 2 of them copies": `sources` of them have a text of their own."""
    copied = number - sources
    are = f", {copied} of them {'a copy' if copied == 1 else 'copies'}" if copied else ""
    return count(number, "article") + are


def percent(share: float) -> str:
    """A probability as a whole percentage; never 100 % unless it is exactly that."""
    return f"{min(round(share * 100), 99 if share < 1 else 100)}%"


def day(value: date, *, weekday: bool = True, year: bool = True) -> str:
    """ "Tue 24 Sept 2019"."""
    parts = [WEEKDAYS[value.weekday()]] if weekday else []
    parts += [str(value.day), MONTHS[value.month - 1]]
    return " ".join(parts + ([str(value.year)] if year else []))


def days(first: date, last: date) -> str:
    """ "27 Aug – 24 Sept 2019", "23–24 Sept 2019"; both days included."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last, weekday=False)}"
    return f"{day(first, weekday=False, year=first.year != last.year)} – {day(last, weekday=False)}"


def when(interval: Interval | None, *, vague: bool = False) -> str:
    """The interval in words; empty for None."""
    if interval is None:
        return ""
    return f"about {_bounded(interval, vague=True)}" if vague and not interval.is_open else _any(interval, vague=vague)


def zone(name: str) -> str:
    """ "Baghdad time" for Asia/Baghdad, "UTC+03:00" for an offset, "local time" when none is known."""
    if not name:
        return "local time"
    return f"UTC{name}" if name[0] in "+-" else f"{name.rsplit('/', 1)[-1].replace('_', ' ')} time"


def decision(edit: Edit) -> str:
    """What a person did, as the end of a sentence: "set the time of “Fire” to Mon 23 Sept 2019"."""
    match edit:
        case SetPublication(article_id, published):
            of = f"the publication date of “{article_id}”"
            return f"set {of} to {day(published)}" if published else f"left {of} to the article"
        case SetTime(event, time):
            return f"set the time of “{event.title}” to {when(time) or 'unknown'}"
        case SetTitle(event, title):
            return f"renamed “{event.title}” to “{title}”"
        case SetStatus(event, value):
            return f"set the status of “{event.title}” to {status(value)}"
        case Merge(event, other):
            return f"joined “{event.title}” and “{other.title}”"
        case Split(event, mentions):
            return f"set {count(len(mentions), 'mention')} of “{event.title}” apart"
        case AddEvent(title):
            return f"added the event “{title}”"
        case AddLink(event, other, kind):
            return f"linked “{event.title}”: {relation(kind)} “{other.title}”"
        case Hide(event):
            return f"hid “{event.title}”"
        case HideLink(event, other, kind):
            return f"hid a link: “{event.title}” {relation(kind)} “{other.title}”"
        case Judge(finding, verdict):
            return f"{VERDICTS[verdict]}: {finding.message}"
        case Undo(number):
            return f"undid entry {number}"


def _any(interval: Interval, *, vague: bool) -> str:
    hedge = "about " if vague else ""
    if interval.start == OPEN_START and interval.end == OPEN_END:
        return "any time"
    if interval.start == OPEN_START:
        return f"until {hedge}{day(interval.last_day, weekday=not vague)}"
    if interval.end == OPEN_END:
        return f"from {hedge}{day(interval.first_day, weekday=not vague)}"
    return _bounded(interval, vague=vague)


def _bounded(interval: Interval, *, vague: bool) -> str:
    if _shows_clock(interval) and not vague:
        return _clock(interval)
    return _calendar_unit(interval) or days(interval.first_day, interval.last_day)


def _shows_clock(interval: Interval) -> bool:
    if interval.start.time() == time.min == interval.end.time():
        return False
    return interval.granularity <= Granularity.PART_OF_DAY and interval.length < timedelta(days=2)


def _clock(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if end - start <= timedelta(minutes=1):
        return f"{day(start)}, {_time(start)}"
    if interval.first_day == interval.last_day:
        return f"{day(start)}, {_time(start)}–{'24:00' if end.time() == time.min else _time(end)}"
    same_year = start.year == end.year
    return f"{day(start, year=not same_year)}, {_time(start)} – {day(end)}, {_time(end)}"


def _time(moment: datetime) -> str:
    return f"{moment.hour:02}:{moment.minute:02}"


def _calendar_unit(interval: Interval) -> str:
    """The name of the month, year, decade … that the interval is exactly, or nothing."""
    first, after = interval.start, interval.end
    if first.time() != time.min or after.time() != time.min or first.day != 1 or after.day != 1:
        return ""
    months = (after.year - first.year) * 12 + after.month - first.month
    if months == 1:
        return f"{FULL_MONTHS[first.month - 1]} {first.year}"
    if first.month == 1 and months == 12:
        return str(first.year)
    if first.month == 1 and months == 120 and first.year % 10 == 0:
        return f"the {first.year}s"
    if months % 12 == 0 and first.month == 1:
        return f"{first.year}–{after.year - 1}"
    last = interval.last_day
    if first.year == last.year:
        return f"{FULL_MONTHS[first.month - 1]}–{FULL_MONTHS[last.month - 1]} {first.year}"
    return f"{FULL_MONTHS[first.month - 1]} {first.year} – {FULL_MONTHS[last.month - 1]} {last.year}"


def publication_basis(reading: Reading) -> str:
    """Where an article's publication date comes from."""
    basis, day = reading.publication.basis, reading.publication.date
    if reading.inferred is not None and basis is Basis.GIVEN:
        return "set by hand"
    kinds = [s.kind for s in reading.article.stated_dates if s.date == day]
    held_by = next((STATED_IN[kind] for kind in kinds if kind in STATED_IN), "")
    if basis in (Basis.METADATA, Basis.GIVEN) and held_by and "metadata" not in kinds:
        return held_by
    return BASES[basis]


def precision(interval: Interval | None) -> str | None:
    """How exactly a time is given: "day", "part of day"."""
    return interval.granularity.name.lower().replace("_", " ") if interval else None
