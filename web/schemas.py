"""What the API answers, described for its OpenAPI document."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from web.sent import Open

Moment = Annotated[
    str | None,
    Field(description="ISO 8601; `earliest` is in the interval, `latest` is its first instant after. Null: no bound."),
]


class Problem(BaseModel):
    """What went wrong: a stable word for programs, a sentence for people."""

    code: str
    message: str


class Failure(BaseModel):
    """The one shape of every failure."""

    error: Problem


class Words(Open):
    """Words of an article: `start` to `end`, Unicode code points of its text, end exclusive."""

    start: int | None
    end: int | None
    text: str


class Evidence(Words):
    """One reason for a publication date; without `start` and `end` it stands outside the text."""

    kind: str
    says: str


class Publication(Open):
    """When an article appeared."""

    date: str | None
    earliest: Moment
    latest: Moment
    confidence: float
    basis: Literal["given", "metadata", "url", "text", "none"]
    evidence: list[Evidence]
    alternatives: list[str]


class TimexShape(Words):
    """A time expression (TIMEX3)."""

    id: str
    doc_id: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    earliest: Moment
    latest: Moment
    anchor: str
    rule: str


class MentionShape(Words):
    """One telling of an event (TimeML EVENT)."""

    id: str
    doc_id: str
    event_class: str = Field(alias="class")
    status: Literal["occurred", "ongoing", "negated", "alleged", "intended", "habitual", "generic"]
    event: str | None
    timex: str | None
    earliest: Moment
    latest: Moment
    quote: Words
    participants: list[dict[str, Any]]
    speaker: dict[str, Any] | None
    place: dict[str, Any] | None
    figures: list[dict[str, Any]]


class Alternative(Open):
    """A reported time that can't hold beside the kept one."""

    earliest: Moment
    latest: Moment
    mentions: list[str]


class EventShape(Open):
    """One happening."""

    id: str
    title: str
    status: str
    earliest: Moment
    latest: Moment
    mentions: list[str]
    disputed: bool
    alternatives: list[Alternative]


class LinkShape(Words):
    """How one event stands to another."""

    id: str
    ref: str
    source: str
    target: str
    relation: str
    basis: Literal["stated", "inferred", "decided"]
    doc_id: str


class FindingShape(Open):
    """Something that does not hold together; `ref` names it also after a change."""

    id: str
    ref: str
    check: str
    severity: Literal["high", "medium", "low", "info"]
    confidence: float
    message: str
    quotes: list[Words]
    root: str | None
    repair: str | None
    depends_on_publication: bool


class PassedShape(Open):
    """A check that found agreement."""

    check: str
    says: str


class CopyShape(BaseModel):
    """The article whose text another one prints, and how much of it."""

    doc_id: str
    share: float
    why: str


class ArticleShape(Open):
    """An article of a story, without its text; one that prints another's is no second source."""

    doc_id: str
    title: str
    publication: Publication
    copy_of: CopyShape | None


class ArticleText(ArticleShape):
    """An article with its text."""

    text: str


class TimelineShape(Open):
    """A whole story."""

    story_id: str
    title: str
    articles: list[ArticleShape]
    timexes: list[TimexShape]
    mentions: list[MentionShape]
    events: list[EventShape]
    links: list[LinkShape]
    findings: list[FindingShape]
    checks_passed: list[PassedShape]


class StoryShape(Open):
    """A story in one line of a list."""

    id: str
    title: str
    article_count: int
    event_count: int
    findings: dict[str, int]
    first_day: str | None
    last_day: str | None
    disputed_count: int
    changed_at: str | None


class StoryList(BaseModel):
    """Some of the stories, in the order in which they were made; `total` counts all."""

    stories: list[StoryShape]
    total: int
    limit: int
    offset: int


class EventPage(BaseModel):
    """Some of the events, in order of time; `total` counts all that the filter keeps."""

    events: list[EventShape]
    total: int
    limit: int
    offset: int


class Because(BaseModel):
    """What is so, and below it why."""

    says: str
    why: list[Because]


class ExplanationList(BaseModel):
    """One explanation, or one for each place where the words stand."""

    explanations: list[Because]


class ClaimShape(Open):
    """What an article says, and its words for it."""

    value: str
    quote: Words
    mentions: list[str]


class CellShape(BaseModel):
    """What one article says of one aspect of an event."""

    doc_id: str
    mark: Literal["conflict", "update", "alone"] | None
    finding: str | None
    claims: list[ClaimShape]


class RowShape(BaseModel):
    """One aspect of an event; articles that say nothing of it have no cell."""

    aspect: Literal["when", "where", "how many", "by whom", "claimed or denied"]
    about: str
    cells: list[CellShape]


class ComparedEvent(BaseModel):
    """One event of the matrix; `sources` counts articles with words of their own."""

    id: str
    title: str
    disputed: bool
    sources: int
    rows: list[RowShape]


class ColumnShape(BaseModel):
    """One article of the matrix."""

    doc_id: str
    source: str
    title: str
    published: str | None
    copy_of: str | None


class MatrixPage(BaseModel):
    """The sources side by side; `total` counts the events that can be compared."""

    columns: list[ColumnShape]
    events: list[ComparedEvent]
    total: int
    limit: int
    offset: int


class AdditionShape(BaseModel):
    """What one article was the first to tell."""

    doc_id: str
    events: list[str]
    times: list[ClaimShape]
    figures: list[ClaimShape]


class AdditionList(BaseModel):
    """The articles in order of publication, each with what it added."""

    additions: list[AdditionShape]


class ArticleList(BaseModel):
    """The articles of a story."""

    articles: list[ArticleShape]


class FormatShape(BaseModel):
    """One way to export a story."""

    name: str
    title: str
    media_type: str


class FormatList(BaseModel):
    """All export formats."""

    formats: list[FormatShape]


class FindingList(BaseModel):
    """Some of a story's findings, and the checks that passed; `total` counts all that were asked for."""

    findings: list[FindingShape]
    checks_passed: list[PassedShape]
    total: int
    limit: int
    offset: int


class VerdictShape(BaseModel):
    """What a person holds of a finding, by its `ref`; `edit` is the log's entry. Nulls when nobody has judged it."""

    finding: str
    verdict: Literal["confirmed", "explained", "dismissed"] | None
    note: str | None
    who: str | None
    at: str | None
    edit: int | None


class Added(BaseModel):
    """Where an article was put."""

    story_id: str
    doc_id: str


class JobItemShape(Open):
    """One thing that was found in a source. A copy's `article_id` is that of the article whose text it has."""

    name: str
    outcome: Literal["added", "copy", "failed"]
    reason: str
    article_id: str | None


class JobSummary(Open):
    """A job in one line of a list: `read` of `total` sources are done."""

    id: str
    state: Literal["waiting", "running", "done", "cancelled", "interrupted"]
    story_id: str | None
    title: str
    made_at: str
    total: int
    read: int


class JobShape(JobSummary):
    """A job with everything that was found so far."""

    counts: dict[str, int]
    items: list[JobItemShape]


class JobList(BaseModel):
    """The latest jobs."""

    jobs: list[JobSummary]


class EditShape(BaseModel):
    """One entry of a story's log; `edit` holds the quotes that it is attached to."""

    number: int
    kind: str
    decision: str
    who: str
    at: str
    state: Literal["stands", "undone", "unplaced"]
    reason: str
    targets: list[str]
    edit: dict[str, Any]


class EditList(BaseModel):
    """A part of a story's log, first to last."""

    edits: list[EditShape]
    revision: int
    total: int
    offset: int
    limit: int


class Decided(BaseModel):
    """The entry that was made, and the story's revision after it."""

    edit: EditShape
    revision: int


class Times(Open):
    """An event and when it was."""

    ref: str
    title: str
    status: str
    earliest: Moment
    latest: Moment


class Change(BaseModel):
    """An event before and after."""

    before: Times
    after: Times


class Difference(BaseModel):
    """What an edit would change: events that move, go or come, findings and links that do."""

    moved: list[Change]
    gone: list[Times]
    new: list[Times]
    settled: list[FindingShape]
    found: list[FindingShape]
    unlinked: list[LinkShape]
    linked: list[LinkShape]
    revision: int


# --- people ---------------------------------------------------------------------------------------------------------


class PublicationShape(BaseModel):
    """The day an article appeared as a person says, null when nobody does, and as it is held to be."""

    date: str | None
    publication: Publication


class PersonShape(BaseModel):
    """Somebody with an account."""

    id: int
    name: str
    role: Literal["reader", "editor", "admin"]


class PersonList(BaseModel):
    """Some of those who have an account, by name; `total` counts all."""

    people: list[PersonShape]
    total: int
    limit: int
    offset: int


class ShareShape(BaseModel):
    """Somebody who was given a story, or made it and `owns` it, and what that allows; `id` is that of the person."""

    id: int
    name: str
    role: Literal["reader", "editor", "admin"]
    owns: bool


class ShareList(BaseModel):
    """Who was given a story, by name; admins see every story."""

    shares: list[ShareShape]


class TokenShape(BaseModel):
    """An API token, without its secret."""

    id: int
    name: str
    at: str


class TokenMade(TokenShape):
    """An API token; its secret is told this once."""

    token: str


class TokenList(BaseModel):
    """One's API tokens, oldest first."""

    tokens: list[TokenShape]
