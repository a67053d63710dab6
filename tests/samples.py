"""An invented story in two articles, built by hand, for tests that need a timeline without reading any text.

A grain warehouse burns. One paper says Tuesday, the other Monday: a disputed event, a vague one ("in recent weeks"),
an intended one, links, and findings of every severity, one of them with a symptom.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from timeline.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    Event,
    EventClass,
    Evidence,
    Figure,
    Finding,
    Link,
    LinkBasis,
    Mention,
    Participant,
    Passed,
    Place,
    PublicationDate,
    Quote,
    Reading,
    RelationKind,
    Repair,
    ReportedTime,
    Role,
    Severity,
    Span,
    Status,
    TimeBasis,
    Timeline,
    Timex,
    TimexType,
)
from timeline.temporal.interval import Granularity, Interval

ZONE: Final = "Europe/Lisbon"

POST_TEXT: Final = """Warehouse Fire Closes Lowen Harbour

Smoke rises over Lowen Harbour, March 9, 2021.

A fire tore through a grain warehouse at Lowen Harbour on Tuesday evening, the harbour master said Wednesday.

At least 12 workers were led out before the roof fell in. No ship was damaged.

FILE - The grain warehouse at Lowen Harbour, June 2, 2018.

Crews had reported faulty wiring in recent weeks. The harbour will reopen on Friday."""

WIRE_TEXT: Final = """Inspectors Rule Out Arson

Inspectors said Thursday that Monday night's warehouse fire was not set on purpose.

They blamed faulty wiring. Nearly 20 workers were led out of the burning building, they said."""


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where `words` stand in `text`, the `nth` time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def blocks(text: str) -> tuple[Block, ...]:
    """One block a paragraph; the first is the headline, "FILE - " and "Smoke" start captions."""
    found: list[Block] = []
    at = 0
    for paragraph in text.split("\n\n"):
        if not found:
            kind = BlockKind.HEADLINE
        elif paragraph.startswith("FILE - "):
            kind = BlockKind.ARCHIVE_CAPTION
        else:
            kind = BlockKind.CAPTION if paragraph.startswith("Smoke") else BlockKind.BODY
        found.append(Block(kind, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return tuple(found)


POST: Final = Article("post", POST_TEXT, blocks(POST_TEXT), "Warehouse Fire Closes Lowen Harbour", source="Lowen Post")
WIRE: Final = Article(
    "wire",
    WIRE_TEXT,
    blocks(WIRE_TEXT),
    "Inspectors Rule Out Arson",
    url="https://wire.example/lowen-fire",
    source="Coast Wire",
    published=date(2021, 3, 11),
)


def part_of(day: int, start: int, end_day: int, end: int) -> Interval:
    """Hours of a day in March 2021, at Lowen Harbour."""
    return Interval(datetime(2021, 3, day, start), datetime(2021, 3, end_day, end), Granularity.PART_OF_DAY, ZONE)


def day(number: int, month: int = 3, year: int = 2021) -> Interval:
    """One day, by default of March 2021."""
    return Interval.of_day(date(year, month, number))


TUESDAY_EVENING: Final = part_of(9, 18, 10, 0)
MONDAY_NIGHT: Final = part_of(8, 20, 9, 6)
RECENT_WEEKS: Final = Interval(datetime(2021, 2, 10), datetime(2021, 3, 10), Granularity.WEEK)


def timex(article: Article, id: str, words: str, type: TimexType, value: str, when: Interval, *, anchor: str) -> Timex:
    """A time expression at the first place where `words` stand."""
    return Timex(
        f"{article.id}.{id}",
        span(article.text, words),
        words,
        type,
        value,
        when,
        f"sample-{id}",
        anchor,
        f"the {words}",
    )


def mention(article: Article, id: str, trigger: str, quote: str, frame: str, status: Status, **more: object) -> Mention:
    """A mention whose trigger stands inside `quote`."""
    whole = span(article.text, quote)
    at = whole.start + quote.index(trigger)
    sentence_end = article.text.index(".", whole.end - 1) + 1
    sentence = Span(max(article.text.rfind(c, 0, whole.start) for c in ".\n") + 1, sentence_end)
    if article.text[sentence.start] == " ":
        sentence = Span(sentence.start + 1, sentence.end)
    known: dict[str, object] = {
        "event_class": EventClass.OCCURRENCE,
        "block": BlockKind.BODY,
        "lemma": trigger,
        "time_basis": TimeBasis.STATED if "timex" in more else TimeBasis.NONE,
        **more,
    }
    return Mention(
        id=f"{article.id}.{id}",
        article_id=article.id,
        span=Span(at, at + len(trigger)),
        text=trigger,
        frame=frame,
        status=status,
        quote=whole,
        sentence=sentence,
        **known,  # type: ignore[arg-type]
    )


def quoted(article: Article, words: str, says: str = "", nth: int = 0) -> Quote:
    """A quote of an article, in its paragraph."""
    at = span(article.text, words, nth)
    context = next(b.span for b in article.blocks if b.span.contains(at))
    return Quote(article.id, at, words, context, says)


def participant(article: Article, role: Role, words: str, head: str) -> Participant:
    """A noun phrase at its first place."""
    return Participant(role, span(article.text, words), words, head)


def post_reading() -> Reading:
    """The Lowen Post, whose date is read from its text."""
    said = PublicationDate(
        date(2021, 3, 10),
        day(10),
        0.93,
        Basis.TEXT,
        (
            Evidence(
                "caption",
                span(POST_TEXT, "March 9, 2021"),
                "March 9, 2021",
                "a photo of 9 March is published then or later",
            ),
            Evidence("weekday", span(POST_TEXT, "Wednesday"), "Wednesday", "10 March 2021 is a Wednesday"),
        ),
        (date(2021, 3, 11),),
    )
    times = (
        timex(POST, "t1", "March 9, 2021", TimexType.DATE, "2021-03-09", day(9), anchor="absolute"),
        timex(POST, "t2", "Tuesday evening", TimexType.TIME, "2021-03-09TEV", TUESDAY_EVENING, anchor="publication"),
        timex(POST, "t3", "Wednesday", TimexType.DATE, "2021-03-10", day(10), anchor="publication"),
        timex(POST, "t4", "June 2, 2018", TimexType.DATE, "2018-06-02", day(2, 6, 2018), anchor="absolute"),
        Timex(
            "post.t5",
            span(POST_TEXT, "recent weeks"),
            "recent weeks",
            TimexType.DURATION,
            "PXW",
            RECENT_WEEKS,
            "sample-t5",
            "publication",
            "some weeks before publication",
            vague=True,
        ),
        timex(POST, "t6", "Friday", TimexType.DATE, "2021-03-12", day(12), anchor="publication"),
    )
    harbour = Place(span(POST_TEXT, "Lowen Harbour", 2), "Lowen Harbour", ZONE)
    twelve = Figure(span(POST_TEXT, "At least 12 workers"), "At least 12 workers", "worker", 12, float("inf"))
    mentions = (
        mention(
            POST,
            "m1",
            "tore",
            "A fire tore through a grain warehouse at Lowen Harbour on Tuesday evening",
            "fire",
            Status.OCCURRED,
            lemma="tear",
            timex="post.t2",
            time=TUESDAY_EVENING,
            time_why="“Tuesday evening” stands in the same clause",
            tense="past",
            participants=(
                participant(POST, Role.AGENT, "A fire", "fire"),
                participant(POST, Role.TARGET, "a grain warehouse", "warehouse"),
            ),
            place=harbour,
        ),
        mention(
            POST,
            "m2",
            "said",
            "the harbour master said Wednesday",
            "statement",
            Status.OCCURRED,
            event_class=EventClass.REPORTING,
            lemma="say",
            timex="post.t3",
            time=day(10),
            tense="past",
            participants=(participant(POST, Role.SPEAKER, "the harbour master", "master"),),
        ),
        mention(
            POST,
            "m3",
            "led",
            "At least 12 workers were led out",
            "rescue",
            Status.OCCURRED,
            lemma="lead",
            time=TUESDAY_EVENING,
            time_basis=TimeBasis.NARRATIVE,
            time_why="told after “tore”",
            tense="past",
            figures=(twelve,),
        ),
        mention(POST, "m4", "damaged", "No ship was damaged", "damage", Status.NEGATED, lemma="damage", tense="past"),
        mention(
            POST,
            "m5",
            "reported",
            "Crews had reported faulty wiring in recent weeks",
            "statement",
            Status.OCCURRED,
            event_class=EventClass.REPORTING,
            lemma="report",
            timex="post.t5",
            time=RECENT_WEEKS,
            tense="past-perfect",
        ),
        mention(
            POST,
            "m6",
            "reopen",
            "The harbour will reopen on Friday",
            "open",
            Status.INTENDED,
            timex="post.t6",
            time=day(12),
            tense="future",
        ),
    )
    return Reading(POST, said, times, mentions)


def wire_reading() -> Reading:
    """Coast Wire, whose date was given."""
    times = (
        timex(WIRE, "t1", "Thursday", TimexType.DATE, "2021-03-11", day(11), anchor="publication"),
        timex(WIRE, "t2", "Monday night", TimexType.TIME, "2021-03-08TNI", MONDAY_NIGHT, anchor="publication"),
    )
    twenty = Figure(span(WIRE_TEXT, "Nearly 20 workers"), "Nearly 20 workers", "worker", 18, 19)
    mentions = (
        mention(
            WIRE,
            "m1",
            "said",
            "Inspectors said Thursday",
            "statement",
            Status.OCCURRED,
            event_class=EventClass.REPORTING,
            lemma="say",
            timex="wire.t1",
            time=day(11),
            tense="past",
            participants=(participant(WIRE, Role.SPEAKER, "Inspectors", "inspector"),),
        ),
        mention(
            WIRE,
            "m2",
            "fire",
            "Monday night's warehouse fire",
            "fire",
            Status.OCCURRED,
            timex="wire.t2",
            time=MONDAY_NIGHT,
            definite=True,
        ),
        mention(
            WIRE,
            "m3",
            "led",
            "Nearly 20 workers were led out",
            "rescue",
            Status.OCCURRED,
            lemma="lead",
            tense="past",
            figures=(twenty,),
        ),
    )
    published = PublicationDate(date(2021, 3, 11), day(11), 1.0, Basis.GIVEN)
    return Reading(WIRE, published, times, mentions)


EVENTS: Final = (
    Event(
        "e1",
        "Fire at the grain warehouse in Lowen Harbour",
        Status.OCCURRED,
        ("post.m1", "wire.m2"),
        TUESDAY_EVENING,
        (ReportedTime(MONDAY_NIGHT, ("wire.m2",)),),
        "fire",
        Place(span(POST_TEXT, "Lowen Harbour", 2), "Lowen Harbour", ZONE),
        time_basis=TimeBasis.STATED,
        time_why="the Lowen Post is nearer to the event; Coast Wire says Monday",
        why=("first mention", "same frame and same warehouse"),
    ),
    Event(
        "e2",
        "Harbour master's statement",
        Status.OCCURRED,
        ("post.m2",),
        day(10),
        frame="statement",
        time_basis=TimeBasis.STATED,
    ),
    Event(
        "e3",
        "Workers led out",
        Status.OCCURRED,
        ("post.m3", "wire.m3"),
        TUESDAY_EVENING,
        frame="rescue",
        time_basis=TimeBasis.NARRATIVE,
    ),
    Event("e4", "Ship damaged", Status.NEGATED, ("post.m4",), None, frame="damage"),
    Event(
        "e5",
        "Reports of faulty wiring",
        Status.OCCURRED,
        ("post.m5",),
        RECENT_WEEKS,
        frame="statement",
        vague=True,
        time_basis=TimeBasis.STATED,
    ),
    Event("e6", "Harbour to reopen", Status.INTENDED, ("post.m6",), day(12), frame="open", time_basis=TimeBasis.STATED),
    Event(
        "e7",
        "Inspectors' statement",
        Status.OCCURRED,
        ("wire.m1",),
        day(11),
        frame="statement",
        time_basis=TimeBasis.STATED,
    ),
)


LINKS: Final = (
    Link(
        "l1",
        "e2",
        "e1",
        RelationKind.AFTER,
        LinkBasis.STATED,
        quoted(POST, "the harbour master said Wednesday"),
        "said after it",
    ),
    Link("l2", "e7", "e5", RelationKind.ATTRIBUTES, LinkBasis.STATED, quoted(WIRE, "They blamed faulty wiring")),
    Link(
        "l3",
        "e3",
        "e1",
        RelationKind.IS_INCLUDED,
        LinkBasis.INFERRED,
        quoted(POST, "were led out before the roof fell in"),
    ),
)


FINDINGS: Final = (
    Finding(
        "f1",
        "time-conflict",
        Severity.HIGH,
        0.9,
        "Two articles put the warehouse fire on two evenings, 12 hours apart.",
        (
            quoted(POST, "Tuesday evening", "9 March 2021, 18:00 to 24:00"),
            quoted(WIRE, "Monday night", "8 March 2021, 20:00 to 9 March, 06:00"),
        ),
        gap="12 hours",
        explanations=("Two fires, one on each evening.",),
        repair=Repair(
            "wire", span(WIRE_TEXT, "Monday"), "Monday", "Tuesday", "Change “Monday night's” to “Tuesday night's”."
        ),
        depends_on_publication=True,
        events=("e1",),
    ),
    Finding(
        "f2",
        "order-conflict",
        Severity.HIGH,
        0.6,
        "The photo of the smoke is dated the day after Monday night's fire began.",
        (quoted(POST, "March 9, 2021"), quoted(WIRE, "Monday night")),
        root="f1",
        events=("e1",),
    ),
    Finding(
        "f3",
        "figure-conflict",
        Severity.MEDIUM,
        0.7,
        "The workers led out are at least 12 in one article and nearly 20 in the other.",
        (quoted(POST, "At least 12 workers", "12 or more"), quoted(WIRE, "Nearly 20 workers", "18 or 19")),
        explanations=("The count may have grown between the two articles.",),
        events=("e3",),
    ),
    Finding(
        "f4",
        "certainty",
        Severity.LOW,
        0.5,
        "A cause is blamed without a source.",
        (quoted(WIRE, "They blamed faulty wiring"),),
    ),
    Finding("f5", "reference", Severity.INFO, 0.5, "The file photo is from 2018.", (quoted(POST, "June 2, 2018"),)),
)

PASSED: Final = (Passed("weekday", "9 March 2021 is a Tuesday, as “Tuesday evening” says."),)


def harbour_fire() -> Timeline:
    """The whole story."""
    readings = (post_reading(), wire_reading())
    return Timeline("lowen-harbour", readings, "The fire at Lowen Harbour", EVENTS, LINKS, FINDINGS, PASSED)


HOSTILE_TEXT: Final = """<script>alert("headline")</script> & "friends"

=HYPERLINK("https://bad.example","click") burned on May 4, 2020, officials said.

\u202eright to left\u202c and \u200bzero width \U0001f525\U0001f525 </script> fell on May 5, 2020."""


def hostile() -> Timeline:
    """One article whose words try to break every page and table they come to."""
    article = Article(
        "evil", HOSTILE_TEXT, blocks(HOSTILE_TEXT), '<script>alert("headline")</script> & "friends"', source="@SUM(A1)"
    )
    times = (
        timex(article, "t1", "May 4, 2020", TimexType.DATE, "2020-05-04", day(4, 5, 2020), anchor="absolute"),
        timex(article, "t2", "May 5, 2020", TimexType.DATE, "2020-05-05", day(5, 5, 2020), anchor="absolute"),
    )
    formula = '=HYPERLINK("https://bad.example","click") burned on May 4, 2020'
    mentions = (
        mention(
            article,
            "m1",
            "burned",
            formula,
            "fire",
            Status.OCCURRED,
            lemma="burn",
            timex="evil.t1",
            time=day(4, 5, 2020),
        ),
        mention(
            article,
            "m2",
            "fell",
            "\U0001f525\U0001f525 </script> fell on May 5, 2020",
            "fall",
            Status.OCCURRED,
            timex="evil.t2",
            time=day(5, 5, 2020),
        ),
    )
    published = PublicationDate(None, None, 0.0, Basis.NONE)
    events = (
        Event(
            "e1",
            '=cmd|"/C calc"!A0',
            Status.OCCURRED,
            ("evil.m1",),
            day(4, 5, 2020),
            frame="fire",
            time_basis=TimeBasis.STATED,
        ),
        Event(
            "e2",
            "</script><script>alert(2)</script>",
            Status.OCCURRED,
            ("evil.m2",),
            day(5, 5, 2020),
            frame="fall",
            time_basis=TimeBasis.STATED,
        ),
    )
    message = "-2+3 | <img src=x onerror=alert(3)> `code` [link](javascript:alert(4))"
    findings = (Finding("f1", "certainty", Severity.LOW, 0.5, message, (quoted(article, formula),)),)
    readings = (Reading(article, published, times, mentions),)
    return Timeline("evil", readings, "@evil <b>title</b>", events, (), findings)
