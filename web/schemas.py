"""The API's JSON, described for its OpenAPI document. What is sent is checked against this."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Moment = Annotated[
    str | None,
    Field(description="ISO 8601; `earliest` is in the interval, `latest` is its first instant after. Null: no bound."),
]


Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", json_schema_extra={"format": "date"})]

FilterDay = Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]

FilterStatus = Literal["occurred", "ongoing", "negated", "alleged", "intended", "habitual", "generic", "asserted"]

VISIBLE = r"[^\s\x00-\x1f\x7f-\x9f]"
"""Some character that can be seen."""


class Open(BaseModel):
    """Further keys may come."""

    model_config = ConfigDict(extra="allow")


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
    """Something that does not hold together."""

    id: str
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


class StoryList(BaseModel):
    """Some of the stories, in the order in which they were made; `total` counts all."""

    stories: list[StoryShape]
    total: int
    limit: int
    offset: int


class FilterQuery(BaseModel):
    """Which events: those that meet every condition, of several values of one condition any."""

    source: list[str] = Field([], description="Who published an article that tells the event.")
    status: list[FilterStatus] = Field([], description="What the text holds of it; asserted: occurred or ongoing.")
    severity: list[Literal["high", "medium", "low", "info"]] = Field([], description="Of a finding about it.")
    person: list[str] = Field([], description="Words in the name of somebody who acts in it.")
    place: list[str] = Field([], description="Words in the name of its place.")
    text: str = Field("", max_length=200, description="Words of its title or of a sentence that tells it.")
    first: FilterDay = Field("", alias="from", description="The first day; not after `to`.")
    last: FilterDay = Field("", alias="to", description="The last day.")
    disputed: Literal["", "0", "1", "true", "false"] = Field("", description="1: only those of disputed date.")


class Slice(BaseModel):
    """Which part of a long list."""

    limit: int = Field(100, ge=1, le=1000)
    offset: int = Field(0, ge=0, le=2**31 - 1)


class FilterSlice(FilterQuery, Slice):
    """Which events, and which part of their list."""


class EventPage(BaseModel):
    """Some of the events, in order of time; `total` counts all that the filter keeps."""

    events: list[EventShape]
    total: int
    limit: int
    offset: int


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
    """A story's findings and the checks that passed."""

    findings: list[FindingShape]
    checks_passed: list[PassedShape]


class NewStory(BaseModel):
    """A story to make."""

    model_config = ConfigDict(extra="forbid")
    title: str = Field(min_length=1, max_length=500, pattern=VISIBLE)


class StoryInputs(Open):
    """What a story was made of."""

    articles: list[dict[str, Any]]
    log: list[dict[str, Any]]


class StoryDocument(Open):
    """A story as the export `json` writes it; of its other keys nothing is read."""

    story_id: str
    title: str
    inputs: StoryInputs


class NewArticle(BaseModel):
    """An article to read, as `python -m timeline read --jsonl` takes it."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field(min_length=1, pattern=VISIBLE)
    doc_id: str = Field("article", min_length=1, max_length=200)
    title: str = Field("", max_length=1000)
    url: str = Field("", max_length=4000)
    source: str = Field("", max_length=200, description="Who printed it, like a paper's name.")
    dct: Day | None = Field(
        None, description="The publication date, YYYY-MM-DD, when it is known; null means: find it."
    )
    language: str | None = Field(None, min_length=2, max_length=20)


class Added(BaseModel):
    """Where an article was put."""

    story_id: str
    doc_id: str


class NewJob(BaseModel):
    """Sources to read in the background, as a form: `file` and `address` may come many times."""

    file: list[Annotated[str, Field(json_schema_extra={"format": "binary"})]] = Field(
        default_factory=list,
        description="Files: text, HTML, PDF, Word, mail, JSON, JSON lines, CSV, feed or zip.",
    )
    address: list[Annotated[str, Field(pattern=r"^https?://\S+$")]] = Field(
        default_factory=list, description="A page, feed or file on the open internet."
    )
    story: str = Field("", description="The id of the story to add to; without it a story is made.")
    title: str = Field("", max_length=500, description="The title of the story that is made.")
    published: str = Field("", description="YYYY-MM-DD: when articles appeared that bring no day of their own.")
    columns: str = Field("", description='Which columns of a table hold what, like "text=body,published=day".')


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


class NewPublication(BaseModel):
    """The day an article appeared, as a person says; null takes that back."""

    model_config = ConfigDict(extra="forbid")
    date: Day | None


# --- edits --------------------------------------------------------------------------------------------------------

EventRef = Annotated[
    str,
    Field(min_length=1, max_length=300, description="An event's `ref`, which outlives other edits, or its present id."),
]
Written = Annotated[
    str,
    Field(max_length=100, description='"2019-09-23 evening", "September 2019", EDTF; empty: nobody can say.'),
]
StatusName = Literal["occurred", "ongoing", "negated", "alleged", "intended", "habitual", "generic"]
Note = Annotated[str, Field(max_length=2000)]
Title = Annotated[str, Field(min_length=1, max_length=200, pattern=VISIBLE)]


class Strict(BaseModel):
    """No other keys."""

    model_config = ConfigDict(extra="forbid")


class NewSetPublication(Strict):
    """The day on which an article appeared; null leaves it to the article."""

    kind: Literal["set-publication"]
    article: str = Field(max_length=300)
    date: Day | None


class NewSetTime(Strict):
    """When an event was."""

    kind: Literal["set-time"]
    event: EventRef
    time: Written


class NewSetTitle(Strict):
    """What an event is called."""

    kind: Literal["set-title"]
    event: EventRef
    title: Title


class NewSetStatus(Strict):
    """Whether an event happened."""

    kind: Literal["set-status"]
    event: EventRef
    status: StatusName


class NewMerge(Strict):
    """Two events are one."""

    kind: Literal["merge"]
    event: EventRef
    other: EventRef


class NewSplit(Strict):
    """Some mentions of an event tell another one; by their ids, or as "article:start-end"."""

    kind: Literal["split"]
    event: EventRef
    mentions: list[str] = Field(min_length=1, max_length=1000)


class NewAddEvent(Strict):
    """An event that was not found; `words` of the `article` tell it, if any do."""

    kind: Literal["add-event"]
    title: Title
    time: Written = ""
    status: StatusName = "occurred"
    article: str = Field("", max_length=300)
    words: str = Field("", max_length=500)


class NewAddLink(Strict):
    """`event` stands in `relation` to `other`."""

    kind: Literal["add-link"]
    event: EventRef
    other: EventRef
    relation: Literal[
        "before",
        "after",
        "includes",
        "is_included",
        "overlaps",
        "simultaneous",
        "causes",
        "reacts_to",
        "attributes",
        "denies",
        "same_story",
    ]
    note: Note = ""


class NewHide(Strict):
    """An event that is not to be shown."""

    kind: Literal["hide"]
    event: EventRef


class NewHideLink(Strict):
    """A link that is not to be shown, by its `ref` or its present id."""

    kind: Literal["hide-link"]
    link: str = Field(min_length=1, max_length=620)


class NewJudge(Strict):
    """What a person holds of a finding, by its `ref` or its present id; an explanation needs a note."""

    kind: Literal["judge"]
    finding: str = Field(min_length=1, max_length=300)
    verdict: Literal["confirmed", "explained", "dismissed"]
    note: Note = ""


NewEdit = Annotated[
    NewSetPublication
    | NewSetTime
    | NewSetTitle
    | NewSetStatus
    | NewMerge
    | NewSplit
    | NewAddEvent
    | NewAddLink
    | NewHide
    | NewHideLink
    | NewJudge,
    Field(discriminator="kind"),
]


class EditRequest(Strict):
    """An edit, and the revision of the story on which it was decided; null takes the present one."""

    edit: NewEdit
    revision: int | None = Field(None, ge=0, le=2**31 - 1)


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
