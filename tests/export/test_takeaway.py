"""Formats of other programs, read by the programs' own libraries or held against their schemas."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zipfile import ZipFile

import icalendar
import pytest
from lxml import etree  # type: ignore[import-untyped]
from openpyxl import load_workbook

from tests.samples import harbour_fire, hostile
from timeline import articles, documents, export, pipeline
from timeline.edits import anchored_event
from timeline.errors import ConflictError, InputError
from timeline.export.slides import slides
from timeline.export.timeml_zip import document
from timeline.model import Entry, SetPublication, SetTitle, Status, TimeBasis, Timeline

STORIES = {"harbour-fire": harbour_fire(), "hostile": hostile(), "empty": Timeline("empty", (), "Nothing yet")}
every_story = pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)


def rendered(story: Timeline, name: str) -> Any:
    return json.loads(export.render(story, name))


# --- tables -----------------------------------------------------------------------------------------------------------

SHEETS = ["events", "mentions", "timexes", "links", "inconsistencies", "articles", "matrix", "edits"]


@every_story
def test_the_zip_holds_every_table_as_its_own_export_writes_it(story: Timeline) -> None:
    with ZipFile(io.BytesIO(export.render(story, "tables.zip"))) as archive:
        assert archive.namelist() == [f"{name}.csv" for name in SHEETS]
        assert archive.read("events.csv") == export.render(story, "csv")
        assert archive.read("links.csv") == export.render(story, "links.csv")


@every_story
def test_the_workbook_holds_the_same_cells_and_none_is_a_formula(story: Timeline) -> None:
    book = load_workbook(io.BytesIO(export.render(story, "xlsx")))
    assert book.sheetnames == SHEETS
    for name in SHEETS:
        header, *rows = csv.reader(
            io.StringIO(export.render(story, "csv" if name == "events" else f"{name}.csv").decode(), newline="")
        )
        found = list(book[name].iter_rows())
        assert [cell.value for cell in found[0]] == [told.removeprefix("'") for told in header]
        assert len(found) == len(rows) + 1
        assert {cell.data_type for row in found for cell in row if cell.value is not None} <= {"s"}


def test_a_cell_of_the_workbook_is_the_text_without_the_apostrophe_that_guards_a_csv() -> None:
    story = replace(harbour_fire(), title="=1+1")
    sheet = load_workbook(io.BytesIO(export.render(replace(story, story_id="=2"), "xlsx")))["events"]
    assert sheet["B2"].value == "=2"
    assert sheet["B2"].data_type == "s"


# --- TimelineJS -------------------------------------------------------------------------------------------------------

SHEET_COLUMNS = (  # of the project's own spreadsheet template
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Type,Group,Background,Link"
)
DATE_KEYS = {"year", "month", "day", "hour", "minute"}
SLIDE_KEYS = {"unique_id", "start_date", "end_date", "display_date", "text", "group", "autolink"}


@every_story
def test_slides_have_the_keys_that_timelinejs_reads(story: Timeline) -> None:
    told = rendered(story, "timelinejs.json")
    assert set(told) == {"title", "events", "scale"}
    for slide in told["events"]:
        assert set(slide) <= SLIDE_KEYS
        assert set(slide["text"]) == {"headline", "text"}
        for key in ("start_date", "end_date"):
            assert set(slide.get(key, {})) <= DATE_KEYS
        assert isinstance(slide["start_date"]["year"], int)


def test_a_slide_says_when_what_and_who_told_it() -> None:
    first = rendered(harbour_fire(), "timelinejs.json")["events"][0]
    assert first["display_date"]
    assert "<p>“" in first["text"]["text"]


def test_a_disputed_event_is_in_its_own_group_with_the_other_dates() -> None:
    (slide,) = [s for s in slides(harbour_fire()) if s.group == "disputed"]
    assert slide.text.startswith("<p><strong>Disputed date:</strong> also reported ")


def test_the_sheet_has_the_columns_of_the_template_and_a_title_row() -> None:
    rows = list(csv.reader(io.StringIO(export.render(harbour_fire(), "timelinejs.csv").decode(), newline="")))
    assert ",".join(rows[0]) == SHEET_COLUMNS
    assert rows[1][rows[0].index("Type")] == "title"


@pytest.mark.parametrize("name", ["timelinejs.json", "timelinejs.csv"])
def test_slides_are_html_and_so_the_articles_words_are_escaped(name: str) -> None:
    story = replace(hostile(), title="<img src=x onerror=alert(1)>")
    written = export.render(story, name).decode()
    assert "<img" not in written
    assert "<script" not in written


@pytest.mark.parametrize("basis", [TimeBasis.PUBLICATION, TimeBasis.NARRATIVE])
def test_dates_that_no_words_state_are_not_shown_where_nothing_would_say_so(basis: TimeBasis) -> None:
    story = harbour_fire()
    guessed = replace(story, events=tuple(replace(e, time_basis=basis) for e in story.events))
    assert slides(story)
    assert not slides(guessed)


@pytest.mark.parametrize("status", [Status.NEGATED, Status.GENERIC, Status.ALLEGED])
def test_what_nobody_asserts_is_not_shown(status: Status) -> None:
    story = harbour_fire()
    assert not slides(replace(story, events=tuple(replace(e, status=status) for e in story.events)))


# --- iCalendar --------------------------------------------------------------------------------------------------------


def entries(story: Timeline) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(export.render(story, "ics"))
    return [entry for entry in calendar.walk("VEVENT") if isinstance(entry, icalendar.Event)]


@every_story
def test_a_calendar_is_read_back_with_an_entry_for_each_stated_date(story: Timeline) -> None:
    found = entries(story)
    assert len(found) == len(slides(story))
    assert len({str(entry["uid"]) for entry in found}) == len(found)
    for entry in found:
        assert entry.decoded("dtstart") < entry.decoded("dtend")


def test_whole_days_are_days_and_hours_are_moments() -> None:
    starts = [entry.decoded("dtstart") for entry in entries(harbour_fire())]
    assert {type(start) for start in starts} == {date, datetime}


def test_what_is_meant_to_happen_and_what_is_disputed_is_tentative() -> None:
    found = {str(e["summary"]): str(e["status"]) for e in entries(harbour_fire())}
    assert set(found.values()) == {"TENTATIVE", "CONFIRMED"}


# --- TimeML -----------------------------------------------------------------------------------------------------------

TIMEML = """
<!ELEMENT TimeML (DOCID, DCT, TITLE, TEXT, MAKEINSTANCE*, TLINK*)>
<!ELEMENT DOCID (#PCDATA)>
<!ELEMENT DCT (TIMEX3)>
<!ELEMENT TITLE (#PCDATA)>
<!ELEMENT TEXT (#PCDATA | TIMEX3 | EVENT)*>
<!ELEMENT TIMEX3 (#PCDATA)>
<!ATTLIST TIMEX3 tid ID #REQUIRED type (DATE | TIME | DURATION | SET) #REQUIRED value NMTOKEN #REQUIRED
  mod (BEFORE | AFTER | ON_OR_BEFORE | ON_OR_AFTER | LESS_THAN | MORE_THAN | EQUAL_OR_LESS | EQUAL_OR_MORE | START | MID
  | END | APPROX) #IMPLIED temporalFunction (true | false) #IMPLIED anchorTimeID IDREF #IMPLIED
  functionInDocument (CREATION_TIME | PUBLICATION_TIME | NONE) #IMPLIED>
<!ELEMENT EVENT (#PCDATA)>
<!ATTLIST EVENT eid ID #REQUIRED
  class (REPORTING | PERCEPTION | ASPECTUAL | I_ACTION | I_STATE | STATE | OCCURRENCE) #REQUIRED>
<!ELEMENT MAKEINSTANCE EMPTY>
<!ATTLIST MAKEINSTANCE eiid ID #REQUIRED eventID IDREF #REQUIRED
  pos (ADJECTIVE | NOUN | VERB | PREPOSITION | OTHER) #REQUIRED
  tense (FUTURE | INFINITIVE | PAST | PASTPART | PRESENT | PRESPART | NONE) #REQUIRED
  aspect (PROGRESSIVE | PERFECTIVE | PERFECTIVE_PROGRESSIVE | NONE) #REQUIRED polarity (NEG | POS) #REQUIRED>
<!ELEMENT TLINK EMPTY>
<!ATTLIST TLINK lid ID #REQUIRED eventInstanceID IDREF #REQUIRED relatedToTime IDREF #IMPLIED
  relatedToEventInstance IDREF #IMPLIED
  relType (BEFORE | AFTER | INCLUDES | IS_INCLUDED | DURING | SIMULTANEOUS | IAFTER | IBEFORE | IDENTITY | BEGINS | ENDS
  | BEGUN_BY | ENDED_BY | DURING_INV) #REQUIRED>
"""
"""TimeML 1.2.1's elements and attributes that are written here, laid out as in TempEval-3."""

SCHEMA = etree.DTD(io.StringIO(TIMEML))


def read_story() -> Timeline:
    text = (
        "Depot Burns\n\nA depot burned down on Monday night, police said Tuesday. No guard was hurt.\n\n"
        "The fire broke out two hours after the guards had left. It will reopen on March 3, 2022."
    )
    reading = pipeline.read_article(articles.from_text(text, id="depot", published=date(2021, 3, 9)))
    return pipeline.build_timeline([reading], story_id="depot", title="Depot Burns")


@pytest.mark.parametrize("story", [*STORIES.values(), read_story()], ids=[*STORIES, "read"])
def test_timeml_is_valid_and_its_text_is_the_articles(story: Timeline) -> None:
    for reading in story.readings:
        root = etree.fromstring(document(reading, story).encode())
        assert SCHEMA.validate(root), SCHEMA.error_log
        text = "".join(root.find("TEXT").itertext())
        assert len(text) == len(reading.article.text)
        assert text == "".join(
            told if told == kept else "\ufffd" for told, kept in zip(text, reading.article.text, strict=True)
        )


def test_timeml_tells_tense_polarity_and_what_lies_in_which_time() -> None:
    root = etree.fromstring(document(read_story().readings[0], read_story()).encode())
    events = {e.text: e.get("eid") for e in root.iter("EVENT")}
    instances = {i.get("eventID"): i for i in root.iter("MAKEINSTANCE")}
    assert instances[events["hurt"]].get("polarity") == "NEG"
    assert (instances[events["left"]].get("tense"), instances[events["left"]].get("aspect")) == ("PAST", "PERFECTIVE")
    times = {t.get("tid"): t.get("value") for t in root.iter("TIMEX3")}
    placed = {(k.get("eventInstanceID"), times.get(k.get("relatedToTime"))) for k in root.iter("TLINK")}
    assert (instances[events["burned"]].get("eiid"), "2021-03-08TNI") in placed


def test_the_zip_of_timeml_has_a_document_for_each_article() -> None:
    with ZipFile(io.BytesIO(export.render(harbour_fire(), "timeml.zip"))) as archive:
        assert archive.namelist() == ["post.tml", "wire.tml"]


# --- W3C Web Annotation -----------------------------------------------------------------------------------------------

MOTIVATIONS = {"assessing", "identifying", "tagging"}  # all three are of the model's own list
PURPOSES = {"assessing", "describing", "editing", "identifying", "tagging"}


@every_story
def test_annotations_have_the_shape_of_the_model_and_point_at_the_words(story: Timeline) -> None:
    told = rendered(story, "annotations.jsonld")
    assert told["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert told["type"] == "AnnotationCollection"
    items = told["first"]["items"]
    assert told["first"]["type"] == "AnnotationPage"
    assert told["total"] == len(items) == len({item["id"] for item in items})
    texts = {a.url or f"urn:sha256:{a.sha256}": a.text for a in story.articles.values()}
    for item in items:
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        assert {body["purpose"] for body in item["body"]} <= PURPOSES
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            text, start, end = texts[target["source"]], position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_a_finding_is_one_annotation_on_all_its_quotes() -> None:
    items = rendered(harbour_fire(), "annotations.jsonld")["first"]["items"]
    found = [item for item in items if item["motivation"] == "assessing"]
    assert len(found) == len(harbour_fire().findings)
    assert max(len(item["target"]) for item in found) > 1


# --- JSON, and back ---------------------------------------------------------------------------------------------------


def decided_story() -> Timeline:
    story = read_story()
    at = datetime.fromisoformat("2021-03-12T12:00:00+00:00")
    log = (
        Entry(1, SetPublication("depot", date(2021, 3, 16)), "Ines", at),
        Entry(2, SetTitle(anchored_event(story, story.events[0]), "The depot fire"), "", at),
    )
    return pipeline.build_timeline(story.readings, story_id=story.story_id, title=story.title, log=log)


@pytest.mark.parametrize("story", [read_story(), decided_story()], ids=["as read", "decided"])
def test_a_story_that_is_imported_is_the_same_byte_for_byte(story: Timeline) -> None:
    written = export.render(story, "json")
    assert export.render(documents.timeline_of(documents.load(written)), "json") == written


def test_the_decisions_travel_with_the_story() -> None:
    again = documents.timeline_of(documents.load(export.render(decided_story(), "json")))
    assert "The depot fire" in [event.title for event in again.events]
    assert again.readings[0].publication.date == date(2021, 3, 16)
    assert [entry.who for entry in again.log] == ["Ines", ""]


GOOD = {"story_id": "s", "title": "S", "inputs": {"articles": [], "log": []}}
ARTICLE = {
    "doc_id": "a", "title": "", "source": "", "url": "", "language": "en", "published": None, "stated_dates": [],
    "blocks": [["body", 0, 2]], "text": "It",
}  # fmt: skip


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ("{", "the story is not JSON: Expecting"),
        (" ", "the story is not JSON: it is empty"),
        (b"\xff\xd8\xff\xe0", "the story is not JSON: it is not even text"),
        ("[" * 100_000, "the story is not JSON: it is nested too deeply"),
        ("[]", "the export json writes one"),
        ({"story_id": "s"}, "the export json writes one"),
        ({**GOOD, "title": 3}, 'has no "title" in words'),
        ({**GOOD, "inputs": {"articles": [{}], "log": []}}, "the story's articles: 0.doc_id is missing"),
        ({**GOOD, "inputs": {"articles": [ARTICLE, ARTICLE], "log": []}}, "two have the same doc_id"),
        ({**GOOD, "inputs": {"articles": [{**ARTICLE, "blocks": [["body", 0, 3]]}], "log": []}}, "don't follow"),
        ({**GOOD, "inputs": {"articles": [], "log": [{"number": 1}]}}, "the log of edits: 0.edit"),
    ],
)
def test_what_is_no_story_is_refused_in_one_sentence(document: object, says: str) -> None:
    with pytest.raises((InputError, ConflictError)) as refused:
        documents.load(document if isinstance(document, str | bytes) else json.dumps(document))
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_story_without_articles_is_a_story() -> None:
    assert documents.timeline_of(documents.load(json.dumps(GOOD))).story_id == "s"
