"""The nouns: frozen values that every stage, export and page shares.

Names follow TimeML and TIMEX3 (ISO 24617-1). Spans are half-open and count Unicode code points of the article's text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import Literal, TypeAlias

from timeline.temporal.interval import Interval
from timeline.temporal.lag import Lag
from timeline.temporal.operators import Operator


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` of an article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs from 0 <= start to start <= end, not from {self.start} to {self.end}")

    def overlaps(self, other: Span) -> bool:
        """Some character lies in both."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Every character of `other` lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


# --- articles ---------------------------------------------------------------------------------------------------


class BlockKind(StrEnum):
    """What a stretch of an article is; blocks follow each other without overlap."""

    HEADLINE = "headline"
    DATELINE = "dateline"  # "BAGHDAD, Sept. 24 (AP) —", the head of a paragraph
    METADATA = "metadata"  # byline, printed date, address: about the article, not told by it
    CAPTION = "caption"
    ARCHIVE_CAPTION = "archive_caption"  # "FILE - ...": an older picture, no witness of the publication date
    BODY = "body"  # one paragraph


@dataclass(frozen=True, slots=True)
class Block:
    """One headline, caption, dateline or paragraph."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A publication date that stands outside the text.

    `kind` says where: "metadata" (a page's), "mail" (its Date header), "feed", "url", "column" (of a table), "field"
    (of JSON), or "file": the day on which a document was made, which may be any later day.
    """

    kind: str
    date: dt.date
    says: str


@dataclass(frozen=True)
class Article:
    """One text as it was given, with its blocks.

    `published` is the date a person or a reliable feed gave; None means: find it.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    url: str = ""
    source: str = ""
    language: str = "en"
    published: dt.date | None = None
    stated_dates: tuple[StatedDate, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text's UTF-8."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Basis(StrEnum):
    """Where a publication date comes from."""

    GIVEN = "given"
    METADATA = "metadata"
    URL = "url"
    TEXT = "text"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a publication date: a quote of the text (or None: it stands outside the text) and what it says."""

    kind: str
    span: Span | None
    text: str
    says: str


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """The day an article appeared (TimeML: document creation time).

    `date` is None when the text can't tell; `interval` then still bounds it where it can. `confidence` is the
    probability that `date` is the exact day. `alternatives` are other possible days, likeliest first.
    """

    date: dt.date | None
    interval: Interval | None
    confidence: float
    basis: Basis
    evidence: tuple[Evidence, ...] = ()
    alternatives: tuple[dt.date, ...] = ()


# --- time expressions ---------------------------------------------------------------------------------------------


class TimexType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression before it is placed: what it means, not yet when.

    `operator` is its meaning without an anchor; `tense` the tense of its clause as far as the words around it tell
    ("past", "future", ""); `sure` says that its verb leaves no doubt of the tense, where the year isn't said.
    """

    id: str
    span: Span
    text: str
    type: TimexType
    operator: Operator
    rule: str
    mod: str | None = None
    tense: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression and what it stands for.

    `value` and `mod` are TIMEX3's. `interval` is what a reader would mean, None where it can't be placed (then
    `reason` says why). `anchor` says what it was counted from: "absolute", "publication", or another timex's id.
    `meaning` is the operator tree in words, `rule` the name of the rule that found it. `vague` marks bounds that are
    a convention ("recent weeks"). `depends_on_publication` tells whether another publication date would move it.
    """

    id: str
    span: Span
    text: str
    type: TimexType
    value: str
    interval: Interval | None
    rule: str
    anchor: str = "absolute"
    meaning: str = ""
    mod: str | None = None
    vague: bool = False
    reason: str = ""

    @property
    def depends_on_publication(self) -> bool:
        """Another publication date would give another interval."""
        return self.anchor != "absolute"


# --- events -------------------------------------------------------------------------------------------------------


class EventClass(StrEnum):
    """TimeML event classes."""

    OCCURRENCE = "OCCURRENCE"
    STATE = "STATE"
    REPORTING = "REPORTING"
    I_ACTION = "I_ACTION"
    I_STATE = "I_STATE"
    ASPECTUAL = "ASPECTUAL"
    PERCEPTION = "PERCEPTION"


class Status(StrEnum):
    """What the text holds of a mention: only occurred and ongoing are asserted."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    NEGATED = "negated"
    ALLEGED = "alleged"
    INTENDED = "intended"
    HABITUAL = "habitual"
    GENERIC = "generic"

    @property
    def is_asserted(self) -> bool:
        """The text says, in its own voice or a named one's, that it happened or happens."""
        return self in (Status.OCCURRED, Status.ONGOING)


class TimeBasis(StrEnum):
    """What the time of a mention or an event rests on, strongest first."""

    DECIDED = "decided"  # a person says so
    STATED = "stated"  # a time expression of its own, of its clause, or of another mention of the same event
    NARRATIVE = "narrative"  # a time told around it: in its sentence, just before or after, or most of all
    PUBLICATION = "publication"  # nothing but the day on which it was told
    NONE = "none"


class Role(StrEnum):
    """What a participant does in an event."""

    AGENT = "agent"
    TARGET = "target"
    INSTRUMENT = "instrument"
    SPEAKER = "speaker"  # who reports, says, blames
    BLAMED = "blamed"  # who is held responsible
    TOPIC = "topic"  # what is claimed, denied, investigated
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Participant:
    """A noun phrase in a role; `head` is the lower-case lemma of its head.

    `via` is what stands for it in the mention's own clause, where that is another phrase: "he", "the airline".
    """

    role: Role
    span: Span
    text: str
    head: str
    via: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the words, and the IANA time zone when the place is known."""

    span: Span
    text: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with bounds: "at least 12" is 12 to infinity, "a few hundred meters" 200 to 500 of unit "metre".

    `kind` is what is counted or measured ("rocket", "killed", "distance"); `unit` is empty for counts.
    """

    span: Span
    text: str
    kind: str
    low: float
    high: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class NearTime:
    """A time told in the sentence of a mention that is not its own: the words, and how they stand to the mention."""

    says: str
    interval: Interval
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One TimeML EVENT in one article.

    `span` is the trigger, `quote` the clause or noun phrase that tells it, `sentence` its whole sentence. `frame`
    groups triggers that tell the same kind of thing (attack, statement, death …). `time` is when it happened as far
    as this mention tells, `time_why` says how that was found, `timex` names the expression it rests on.
    """

    id: str
    article_id: str
    span: Span
    text: str
    lemma: str
    frame: str
    event_class: EventClass
    status: Status
    quote: Span
    sentence: Span
    block: BlockKind
    timex: str | None = None
    time_value: str = ""  # that expression's TIMEX3 value
    time: Interval | None = None
    time_why: str = ""
    time_basis: TimeBasis = TimeBasis.NONE
    time_vague: bool = False  # the bounds are a convention, or nothing but the publication date tells the time
    time_chance: float = 1.0  # that it is right, where it was chosen among several
    tense: str = ""  # "past", "present", "future", "past-perfect", "present-perfect", "infinitive"; "" for nouns
    plural: bool = False
    definite: bool = False
    modifiers: tuple[str, ...] = ()  # a noun's determiner, number and adjectives, lower case: "another", "second"
    participants: tuple[Participant, ...] = ()
    speaker: Participant | None = None  # whose word it is, where a report tells it; a report's own is a participant
    place: Place | None = None
    figures: tuple[Figure, ...] = ()
    elaborates: str | None = None  # the mention whose happening this clause tells on: "the attack in which rockets …"
    near: tuple[NearTime, ...] = ()  # of a mention without a time: the other times of its sentence

    @property
    def speakers(self) -> tuple[Participant, ...]:
        """Who says it: of a report who makes it, of what it tells whose word it is."""
        said = tuple(p for p in self.participants if p.role is Role.SPEAKER)
        return (*said, self.speaker) if self.speaker else said

    def heads(self, *roles: Role) -> frozenset[str]:
        """Head lemmas of the participants in these roles (all roles when none is named)."""
        return frozenset(p.head for p in self.participants if not roles or p.role in roles)


class RelationKind(StrEnum):
    """How a source stands to a target."""

    BEFORE = "before"
    AFTER = "after"
    INCLUDES = "includes"
    IS_INCLUDED = "is_included"
    OVERLAPS = "overlaps"
    SIMULTANEOUS = "simultaneous"
    CAUSES = "causes"
    REACTS_TO = "reacts_to"
    ATTRIBUTES = "attributes"
    DENIES = "denies"
    SAME_STORY = "same_story"

    @property
    def converse(self) -> RelationKind | None:
        """How the target stands to the source then; None where there is no word for it."""
        return _CONVERSES.get(self)


_CONVERSES = {
    RelationKind.BEFORE: RelationKind.AFTER,
    RelationKind.AFTER: RelationKind.BEFORE,
    RelationKind.INCLUDES: RelationKind.IS_INCLUDED,
    RelationKind.IS_INCLUDED: RelationKind.INCLUDES,
    RelationKind.OVERLAPS: RelationKind.OVERLAPS,
    RelationKind.SIMULTANEOUS: RelationKind.SIMULTANEOUS,
    RelationKind.SAME_STORY: RelationKind.SAME_STORY,
}


class LinkBasis(StrEnum):
    """Who says so."""

    STATED = "stated"
    INFERRED = "inferred"
    DECIDED = "decided"  # a person added it; its quote is that of an event


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that the text of one article states or lets infer between two of its mentions.

    `signal` is the words that state it, or why it is inferred; `confidence` the probability that it holds. `lag` is
    how long before or after, where the words say so.
    """

    source: str
    target: str
    kind: RelationKind
    quote: Span
    signal: str
    basis: LinkBasis = LinkBasis.STATED
    confidence: float = 1.0
    lag: Lag | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one article says about time. Ids of timexes and mentions are unique within it.

    `inferred` is what stood in the place of `publication` before a person set that; None where nobody did.
    """

    article: Article
    publication: PublicationDate
    timexes: tuple[Timex, ...]
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    inferred: PublicationDate | None = None

    @property
    def given(self) -> Article:
        """The article without what a person decided about its publication date."""
        if self.inferred is None:
            return self.article
        published = self.inferred.date if self.inferred.basis is Basis.GIVEN else None
        return replace(self.article, published=published)


# --- stories ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Group:
    """Ids of the mentions held to be one happening; `why` says, mention by mention, what joined it to the others."""

    mentions: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportedTime:
    """One time at which some mentions put an event."""

    interval: Interval
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Mentions held to be one happening.

    `time` is the agreed time, `alternatives` the reported times that can't hold beside it (then it is disputed).
    `why` says, mention by mention, what joined it to the others. `vague` marks bounds that are a convention.
    `machine` is the event as it was read, where a person decided on its title, its status or its time.
    """

    id: str
    title: str
    status: Status
    mentions: tuple[str, ...]
    time: Interval | None
    alternatives: tuple[ReportedTime, ...] = ()
    frame: str = ""
    place: Place | None = None
    vague: bool = False
    time_basis: TimeBasis = TimeBasis.NONE
    time_why: str = ""
    why: tuple[str, ...] = ()
    machine: Event | None = None

    @property
    def is_disputed(self) -> bool:
        """The mentions give times that can't all hold."""
        return bool(self.alternatives)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one article: `span` what matters, `context` the sentence it stands in, `says` what it means."""

    article_id: str
    span: Span
    text: str
    context: Span
    says: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """`source` stands in `relation` to `target` (both event ids): "source after target".

    An inferred link is "before" or "after", by when the two begin; `confidence` is the probability that it holds.
    """

    id: str
    source: str
    target: str
    relation: RelationKind
    basis: LinkBasis
    quote: Quote
    why: str = ""
    confidence: float = 1.0


class Severity(StrEnum):
    """How much a finding matters to an editor."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for high, 3 for info: sorts the worst first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Repair:
    """The smallest edit that removes a finding: put `replacement` in the place of the quoted words."""

    article_id: str
    span: Span
    text: str
    replacement: str
    says: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold together.

    `message` is one plain sentence; `quotes` the words side by side; `gap` how far apart ("14 hours"); `explanations`
    innocent reasons; `root` the id of the finding whose repair removes this one too; `judgement` what a person holds
    of it.
    """

    id: str
    check: str
    severity: Severity
    confidence: float
    message: str
    quotes: tuple[Quote, ...]
    gap: str = ""
    explanations: tuple[str, ...] = ()
    root: str | None = None
    repair: Repair | None = None
    depends_on_publication: bool = False
    events: tuple[str, ...] = ()
    judgement: Judgement | None = None

    @property
    def is_open(self) -> bool:
        """Nobody has dismissed or explained it."""
        return self.judgement is None or self.judgement.verdict is Verdict.CONFIRMED


@dataclass(frozen=True, slots=True)
class Passed:
    """A check that looked and found agreement, worth telling: "Sept. 24, 2019 is a Tuesday"."""

    check: str
    says: str


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that prints the text of another, as papers print a wire's: no second source.

    `share` is how much of its wording stands in the article `of`, 0 to 1; `why` says it in words.
    """

    article_id: str
    of: str
    share: float
    why: str


# --- decisions ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an article that a decision holds on to: they are found again by what stands around them.

    `exact`, `prefix` and `suffix` are those of a W3C TextQuoteSelector; `start` chooses between places that fit alike.
    """

    article_id: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class EventAnchor:
    """An event by some of its tellings, or by the number of the log's entry that added it; `title` is for readers."""

    quotes: tuple[Anchor, ...] = ()
    added: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class FindingAnchor:
    """A finding by its check and its quotes; `message` is for readers."""

    check: str
    quotes: tuple[Anchor, ...]
    message: str = ""


@dataclass(frozen=True, slots=True)
class SetPublication:
    """The day on which an article appeared; None leaves it to the article."""

    article_id: str
    date: dt.date | None
    kind: Literal["set-publication"] = "set-publication"


@dataclass(frozen=True, slots=True)
class SetTime:
    """When an event was; None: nobody can say. `said` is how the person wrote it."""

    event: EventAnchor
    time: Interval | None
    said: str = ""
    kind: Literal["set-time"] = "set-time"


@dataclass(frozen=True, slots=True)
class SetTitle:
    """What an event is called."""

    event: EventAnchor
    title: str
    kind: Literal["set-title"] = "set-title"


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Whether an event happened."""

    event: EventAnchor
    status: Status
    kind: Literal["set-status"] = "set-status"


@dataclass(frozen=True, slots=True)
class Merge:
    """Two events are one."""

    event: EventAnchor
    other: EventAnchor
    kind: Literal["merge"] = "merge"


@dataclass(frozen=True, slots=True)
class Split:
    """Some tellings of an event are of another happening, all of the same."""

    event: EventAnchor
    mentions: tuple[Anchor, ...]
    kind: Literal["split"] = "split"


@dataclass(frozen=True, slots=True)
class AddEvent:
    """An event that was not found; `quote` is where an article tells it, None when none does."""

    title: str
    time: Interval | None = None
    said: str = ""
    status: Status = Status.OCCURRED
    quote: Anchor | None = None
    kind: Literal["add-event"] = "add-event"


@dataclass(frozen=True, slots=True)
class AddLink:
    """`event` stands in `relation` to `other`."""

    event: EventAnchor
    other: EventAnchor
    relation: RelationKind
    note: str = ""
    kind: Literal["add-link"] = "add-link"


@dataclass(frozen=True, slots=True)
class Hide:
    """An event that is not to be shown."""

    event: EventAnchor
    kind: Literal["hide"] = "hide"


@dataclass(frozen=True, slots=True)
class HideLink:
    """A link that is not to be shown: that `event` stands in `relation` to `other`, whatever words say so.

    `added` is the number of the log's entry that added it; None for one that was read.
    """

    event: EventAnchor
    other: EventAnchor
    relation: RelationKind
    added: int | None = None
    kind: Literal["hide-link"] = "hide-link"


class Verdict(StrEnum):
    """What a person holds of a finding."""

    CONFIRMED = "confirmed"  # it is an error
    EXPLAINED = "explained"  # it is none, and the note says why
    DISMISSED = "dismissed"  # it is not worth a word


@dataclass(frozen=True, slots=True)
class Judge:
    """What a person holds of a finding, and why."""

    finding: FindingAnchor
    verdict: Verdict
    note: str = ""
    kind: Literal["judge"] = "judge"


@dataclass(frozen=True, slots=True)
class Undo:
    """The entry of that number no longer counts; undoing this one brings it back."""

    number: int
    kind: Literal["undo"] = "undo"


Edit: TypeAlias = (
    SetPublication
    | SetTime
    | SetTitle
    | SetStatus
    | Merge
    | Split
    | AddEvent
    | AddLink
    | Hide
    | HideLink
    | Judge
    | Undo
)
"""What a person can decide; `kind` names it in JSON."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a story's log. `number` counts from 1; `who` may be empty."""

    number: int
    edit: Edit
    who: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """An entry that counts, with the ids of what it fell on: an article, events, a link, a finding."""

    entry: Entry
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An entry that counts but no longer finds its place, and why."""

    entry: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's verdict on a finding; `number` is the log's entry."""

    verdict: Verdict
    note: str
    who: str
    at: dt.datetime
    number: int


# --- the whole ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Timeline:
    """One story: what its articles say, the events, how they hang together and where they don't.

    `copies` names the articles that are no source of their own.
    Ids of timexes, mentions, events, links and findings are unique within it. `edited` names the articles whose
    publication date a person set. `log` is every decision ever made, also those that were undone; `decisions` are the
    ones that count, `unplaced` those that count and find nothing to fall on, `hidden` the events that are not shown,
    `hidden_links` the links.
    """

    story_id: str
    readings: tuple[Reading, ...]
    title: str = ""
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    passed: tuple[Passed, ...] = ()
    edited: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    log: tuple[Entry, ...] = ()
    decisions: tuple[Decision, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    hidden: tuple[Event, ...] = ()
    hidden_links: tuple[Link, ...] = ()

    @property
    def revision(self) -> int:
        """How many entries the log has."""
        return len(self.log)

    @cached_property
    def decided(self) -> dict[str, tuple[Entry, ...]]:
        """The entries that count, first to last, by the id of the article, event, link or finding they fell on."""
        found: dict[str, tuple[Entry, ...]] = {}
        for decision in self.decisions:
            for target in decision.targets:
                found[target] = (*found.get(target, ()), decision.entry)
        return found

    @cached_property
    def mentions(self) -> dict[str, Mention]:
        """Every mention by its id."""
        return {m.id: m for r in self.readings for m in r.mentions}

    @cached_property
    def timexes(self) -> dict[str, Timex]:
        """Every time expression by its id."""
        return {t.id: t for r in self.readings for t in r.timexes}

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Every article by its id, in order of the readings."""
        return {r.article.id: r.article for r in self.readings}

    @cached_property
    def reading_by_id(self) -> dict[str, Reading]:
        """Every reading by the id of its article, in order."""
        return {r.article.id: r for r in self.readings}

    @cached_property
    def event_by_id(self) -> dict[str, Event]:
        """Every event by its id, also those that are hidden."""
        return {e.id: e for e in (*self.events, *self.hidden)}

    @cached_property
    def event_of(self) -> dict[str, Event]:
        """The event that a mention id belongs to."""
        return {m: e for e in self.events for m in e.mentions}

    @cached_property
    def copy_of(self) -> dict[str, Copy]:
        """What each article that is a copy is a copy of, by article id."""
        return {copy.article_id: copy for copy in self.copies}

    def source_of(self, article_id: str) -> str:
        """The article whose text this one prints; most print their own."""
        copy = self.copy_of.get(article_id)
        return copy.of if copy else article_id

    def sources(self, article_ids: Iterable[str]) -> tuple[str, ...]:
        """The articles whose texts these print, each once: what may be counted as saying the same independently."""
        return tuple(dict.fromkeys(map(self.source_of, article_ids)))
