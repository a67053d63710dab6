"""What the API is sent, described for its OpenAPI document, and checked against this.

What no schema can say, that two parts of one document contradict each other, is answered with 409.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from timeline import articles
from timeline.articles.records import FIELDS
from timeline.errors import InputError
from timeline.model import BlockKind, Edit
from timeline.store import LONGEST_ARTICLE, LONGEST_PASSWORD, LONGEST_USER_NAME, SHORTEST_PASSWORD
from web.arguments import VISIBLE

MOST_VALUES, LONGEST_VALUE = 50, 200
"""Values of one argument of a filter, and the characters of each."""

COLUMN = rf"\s*(({'|'.join(FIELDS)})\s*=[^,]*[^,\s][^,]*)?"
COLUMNS = f"^{COLUMN}(,{COLUMN})*$"
ADDRESS = r"^https?://[!-~]+$"

FORMS = {
    VISIBLE: "is blank",
    COLUMNS: f"maps no columns; write FIELD=COLUMN, where FIELD is one of {', '.join(FIELDS)}",
    ADDRESS: "is no web address; write one that begins with https:// or http://",
}
"""What a text is that does not match a pattern."""


def _as_day(written: str) -> str:
    """The day as it is written. Raises ValueError when there is no such day, or a time of day beside it."""
    try:
        articles.parse_day(written)
    except InputError as error:
        raise ValueError(str(error)) from None
    if len(written) != len("2019-09-24"):
        raise ValueError(f"{written[:40]!r} is no day; write it as YYYY-MM-DD, for example 2019-09-24")
    return written


Day = Annotated[str, AfterValidator(_as_day), Field(json_schema_extra={"format": "date"})]
NoDay = Literal[""]
Value = Annotated[str, Field(max_length=LONGEST_VALUE)]
Status = Literal["occurred", "ongoing", "negated", "alleged", "intended", "habitual", "generic"]
Severity = Literal["high", "medium", "low", "info"]
Role = Literal["reader", "editor", "admin"]


class Strict(BaseModel):
    """No other keys."""

    model_config = ConfigDict(extra="forbid")


class Open(BaseModel):
    """Further keys may come."""

    model_config = ConfigDict(extra="allow")


# --- which part ---------------------------------------------------------------------------------------------------


class FilterQuery(BaseModel):
    """Which events: those that meet every condition, of several values of one condition any."""

    source: list[Value] = Field([], max_length=MOST_VALUES, description="Who published an article that tells it.")
    status: list[Status | Literal["asserted"]] = Field(
        [], max_length=MOST_VALUES, description="What the text holds of it; asserted: occurred or ongoing."
    )
    severity: list[Severity] = Field([], max_length=MOST_VALUES, description="Of a finding about it.")
    person: list[Value] = Field([], max_length=MOST_VALUES, description="Words in the name of somebody who acts in it.")
    place: list[Value] = Field([], max_length=MOST_VALUES, description="Words in the name of its place.")
    text: Value = Field("", description="Words of its title or of a sentence that tells it.")
    first: Day | NoDay = Field("", alias="from", description="One of the two days between which it may have been.")
    last: Day | NoDay = Field("", alias="to", description="The other one.")
    disputed: Literal["", "0", "1", "true", "false"] = Field("", description="1: only those of disputed date.")


class Slice(BaseModel):
    """Which part of a long list."""

    limit: int = Field(100, ge=1, le=1000)
    offset: int = Field(0, ge=0, le=2**31 - 1)


class FilterSlice(FilterQuery, Slice):
    """Which events, and which part of their list."""


class FindingQuery(FilterSlice):
    """Which findings: those about the events that the filter keeps, or about none; `severity` is their own."""

    check: list[Value] = Field([], max_length=MOST_VALUES, description="Code of the check that found it.")
    verdict: list[Literal["open", "confirmed", "explained", "dismissed"]] = Field(
        [], max_length=MOST_VALUES, description="What a person holds of it; open: nobody has judged it."
    )


LONGEST_EXPRESSION = 1000


class ExpressionQuery(BaseModel):
    """A few words, and the day on which they are said."""

    expression: str = Field(min_length=1, max_length=LONGEST_EXPRESSION)
    on: Day


# --- stories and articles -------------------------------------------------------------------------------------------


class NewStory(Strict):
    """A story to make."""

    title: str = Field(min_length=1, max_length=500, pattern=VISIBLE)


class StatedDay(Open):
    """A day that stands outside the text, and what says so."""

    kind: str
    date: Day
    says: str


class StoryArticle(Open):
    """An article as it was given; of `blocks`, kind, start and end, each begins behind the one before."""

    doc_id: str
    title: str
    source: str
    url: str
    language: str
    published: Day | None
    stated_dates: list[StatedDay]
    blocks: list[tuple[BlockKind, Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]]
    text: str = Field(max_length=LONGEST_ARTICLE)


class LogEntry(Open):
    """One line of the log; `number` counts from 1."""

    number: int = Field(ge=1)
    edit: Annotated[Edit, Field(discriminator="kind")]
    who: str
    at: Annotated[str, Field(json_schema_extra={"format": "date-time"})]


class StoryInputs(Open):
    """What a story was made of: each text and each `doc_id` once, the log's lines numbered 1, 2, 3 …"""

    articles: list[StoryArticle]
    log: list[LogEntry]


class StoryDocument(Open):
    """A story as the export `json` writes it; of its other keys nothing is read."""

    story_id: str
    title: str
    inputs: StoryInputs


class NewArticle(Strict):
    """An article to read, as `python -m timeline read --jsonl` takes it."""

    text: str = Field(min_length=1, max_length=LONGEST_ARTICLE, pattern=VISIBLE)
    doc_id: str = Field("article", min_length=1, max_length=200)
    title: str = Field("", max_length=1000)
    url: str = Field("", max_length=4000)
    source: str = Field("", max_length=200, description="Who printed it, like a paper's name.")
    dct: Day | None = Field(None, description="The publication date, when it is known; null means: find it.")
    language: str | None = Field(None, min_length=2, max_length=20)


class NewPublication(Strict):
    """The day an article appeared, as a person says; null takes that back."""

    date: Day | None


Address = Annotated[str, Field(pattern=ADDRESS)]


class JobOptions(BaseModel):
    """Where what is read goes, and how it is read."""

    story: str = Field("", description="The id of the story to add to; without it a story is made.")
    title: str = Field("", description="The title of the story that is made; a long one is cut.")
    published: Day | NoDay = Field("", description="When articles appeared that bring no day of their own.")
    columns: str = Field(
        "", pattern=COLUMNS, description='Which columns of a table hold what, like "text=body,published=day".'
    )


class NewJob(JobOptions):
    """Files to read in the background, as a form, and texts and addresses beside them; `file` can come often."""

    file: list[Annotated[str, Field(json_schema_extra={"format": "binary"})]] = Field(
        min_length=1, description="Files: text, HTML, PDF, Word, mail, JSON, JSON lines, CSV, feed or zip."
    )
    address: list[Address | Literal[""]] = Field([], description="A page, feed or file on the open internet.")
    text: str = Field("", description="The text of an article.")


class NewAddresses(JobOptions):
    """Addresses to read in the background."""

    model_config = ConfigDict(extra="forbid")
    address: list[Address] = Field(min_length=1, description="Pages, feeds or files on the open internet.")


# --- edits --------------------------------------------------------------------------------------------------------

EventRef = Annotated[
    str,
    Field(min_length=1, max_length=300, description="An event's `ref`, which outlives other edits, or its present id."),
]
FindingRef = Annotated[str, Field(min_length=1, max_length=300, description="A finding's `ref`, or its present id.")]
Written = Annotated[
    str,
    Field(
        json_schema_extra={"format": "written-date"},
        description='"2019-09-23 evening", "September 2019", EDTF; empty: nobody can say.',
    ),
]
Note = Annotated[str, Field(max_length=2000)]
Title = Annotated[str, Field(min_length=1, max_length=200, pattern=VISIBLE)]


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
    status: Status


class NewMerge(Strict):
    """Two events are one."""

    kind: Literal["merge"]
    event: EventRef
    other: EventRef


class NewSplit(Strict):
    """Some mentions of an event, not all, tell another one; by their ids, or as "article:start-end"."""

    kind: Literal["split"]
    event: EventRef
    mentions: list[str] = Field(min_length=1, max_length=1000)


class NewAddEvent(Strict):
    """An event that was not found; `words` of the `article` tell it, if any do."""

    kind: Literal["add-event"]
    title: Title
    time: Written = ""
    status: Status = "occurred"
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


def _explained(schema: dict[str, Any]) -> None:
    """An explanation has a note."""
    note = {"minLength": 1, "pattern": VISIBLE}
    schema["anyOf"] = [
        {"properties": {"verdict": {"enum": ["confirmed", "dismissed"]}}},
        {"properties": {"verdict": {"const": "explained"}, "note": note}, "required": ["note"]},
    ]


class NewVerdict(Strict):
    """What a person holds of a finding: confirmed, it is an error; dismissed, it is not worth a word; explained, it is
    no error, and the note says why."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_explained)
    verdict: Literal["confirmed", "explained", "dismissed"]
    note: Note = ""


class NewJudge(NewVerdict):
    """What a person holds of a finding; an explanation needs a note."""

    kind: Literal["judge"]
    finding: FindingRef


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


# --- people ---------------------------------------------------------------------------------------------------------

Password = Annotated[
    str,
    Field(min_length=SHORTEST_PASSWORD, max_length=LONGEST_PASSWORD, json_schema_extra={"format": "password"}),
]
Secret = Annotated[str, Field(max_length=LONGEST_PASSWORD, json_schema_extra={"format": "password"})]


class NewPerson(Strict):
    """An account to make."""

    name: str = Field(min_length=1, max_length=LONGEST_USER_NAME, pattern=VISIBLE)
    role: Role
    password: Password


def _some_of_them(schema: dict[str, Any]) -> None:
    """Each can be left out, but none is null, and one is there."""
    schema["minProperties"] = 1
    for field in schema["properties"].values():
        field.pop("default", None)


class PersonChange(Strict):
    """Another role, another password, or both."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_some_of_them)
    role: Role = Field(cast(Role, None))
    password: Password = Field(cast(Password, None))

    @model_validator(mode="before")
    @classmethod
    def _something(cls, given: Any) -> Any:
        if given == {}:
            raise ValueError("give another role, another password, or both")
        return given


class NewShare(Strict):
    """What somebody may do in a story; a reader only ever reads."""

    role: Literal["reader", "editor"]


class NewPassword(Strict):
    """The password that holds, and another one."""

    current: Secret
    password: Password


class NewToken(Strict):
    """A name that says what uses the token, and one's password: a token can't make another one."""

    name: str = Field(min_length=1, max_length=200, pattern=VISIBLE)
    password: Secret
