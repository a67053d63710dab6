"""Decisions in exports: every format takes a story that people changed; the log can be taken away and applied."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from tests.edits.stories import after, conflict, on, readings
from timeline import edits, export, pipeline
from timeline.edits.document import dump, load
from timeline.model import (
    AddEvent,
    AddLink,
    EventAnchor,
    Hide,
    Judge,
    LinkBasis,
    Merge,
    RelationKind,
    SetPublication,
    SetStatus,
    SetTime,
    Status,
    Timeline,
    Undo,
    Verdict,
)
from timeline.temporal.interval import Interval

COLLAPSED, FLOODED, RESIGNED = "bridge *collapsed*", "Storms *flooded*", "mayor *resigned*"


def changed() -> Timeline:
    """The story after edits of many kinds, one undone and one that finds no place."""
    return after(
        SetTime(on(COLLAPSED), Interval.of_day(date(2019, 9, 20)), "the 20th"),
        SetStatus(on(RESIGNED), Status.ALLEGED),
        Merge(on(COLLAPSED), on(FLOODED)),
        AddEvent("=Fog", Interval.of_day(date(2019, 9, 20))),
        AddLink(EventAnchor(added=4, title="=Fog"), on(RESIGNED), RelationKind.BEFORE, "+seen"),
        Judge(conflict(), Verdict.DISMISSED, "@slip"),
        Hide(EventAnchor(added=99, title="Gone")),
        AddEvent("Rain"),
        Undo(8),
        SetPublication("wire", date(2019, 10, 3)),
    )


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export.render(changed(), name).decode())))


@pytest.mark.parametrize("name", export.formats())
def test_every_format_takes_a_story_that_people_changed(name: str) -> None:
    assert export.render(changed(), name) == export.render(changed(), name) != b""


@pytest.mark.parametrize("name", ["json", "links.csv", "timeml.zip"])
def test_a_hidden_link_is_in_no_export(name: str) -> None:
    link = next(k for k in after().links if k.basis is LinkBasis.INFERRED)
    hidden = after(edits.anchored_link(after(), link), Undo(1), Undo(2))
    assert link in [replace(k, id=link.id) for k in hidden.hidden_links]
    shown, now = (told(story, name) for story in (after(), hidden))
    assert shown - now == 1


def told(story: Timeline, name: str) -> int:
    """How many links an export has."""
    written = export.render(story, name)
    match name:
        case "json":
            return len(json.loads(written)["links"])
        case "links.csv":
            return len(list(csv.DictReader(io.StringIO(written.decode()))))
    with zipfile.ZipFile(io.BytesIO(written)) as files:
        return sum(files.read(n).count(b"relatedToEventInstance") for n in files.namelist())


def test_the_log_as_a_table() -> None:
    found = rows("edits.csv")
    assert [(r["number"], r["kind"], r["state"]) for r in found] == [
        ("1", "set-time", "stands"),
        ("2", "set-status", "stands"),
        ("3", "merge", "stands"),
        ("4", "add-event", "stands"),
        ("5", "add-link", "stands"),
        ("6", "judge", "stands"),
        ("7", "hide", "unplaced"),
        ("8", "add-event", "undone"),
        ("9", "undo", "stands"),
        ("10", "set-publication", "stands"),
    ]
    assert (found[0]["who"], found[0]["at"]) == ("Ada", "2026-01-02T13:00:00+00:00")
    assert found[0]["decision"] == "set the time of “A bridge collapsed near Lowen” to Fri 20 Sept 2019"
    assert found[5]["note"] == "'@slip"
    assert found[6]["reason"] == "“Gone” is not shown"


def test_the_log_that_is_taken_away_makes_the_same_story_elsewhere() -> None:
    story = changed()
    log = load(export.render(story, "edits.json"))
    assert log == story.log == load(dump(story.log))
    assert pipeline.build_timeline(readings(), story_id="lowen", log=log) == story


def test_tables_tell_the_machine_s_value_beside_the_decision() -> None:
    edited = {r["machine_title"]: r for r in rows("csv") if r["edited"] == "true" and r["machine_title"]}
    bridge = edited["A bridge collapsed near Lowen"]
    assert (bridge["edtf"], bridge["date_basis"], bridge["decided_by"]) == ("2019-09-20", "decided", "Ada")
    assert bridge["machine_edtf"] == "[2019-09-22,2019-10-01]"
    assert edited["The mayor resigned"]["machine_status"] == "occurred"
    assert [(r["verdict"], r["note"], r["decided_by"]) for r in rows("inconsistencies.csv")][:1] == [
        ("dismissed", "'@slip", "Ada")
    ]
    assert [r["machine_published"] for r in rows("articles.csv")] == ["", "2019-09-26"]
    assert rows("links.csv")[-1]["basis"] == "decided"


def test_json_names_what_can_be_edited_and_what_was() -> None:
    told = json.loads(export.render(changed(), "json"))
    assert told["revision"] == 10
    assert told["unplaced"] == [{"number": 7, "reason": "“Gone” is not shown"}]
    fog = next(e for e in told["events"] if e["title"] == "=Fog")
    assert (fog["ref"], fog["edits"], fog["machine"]) == ("+4", [4, 5], None)
    assert told["findings"][0]["judgement"] == {
        "verdict": "dismissed",
        "note": "@slip",
        "who": "Ada",
        "at": "2026-01-02T18:00:00+00:00",
        "edit": 6,
    }


@pytest.mark.parametrize("name", ["report.txt", "report.md"])
def test_a_report_says_who_dismissed_what(name: str) -> None:
    assert "by Ada, Fri 2 Jan 2026: @slip" in export.render(changed(), name).decode().replace("\\", "")
