"""Every format against its golden file; `DATELINE_WRITE_GOLDEN=1` writes them anew, to be looked at before a commit."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.samples import harbour_fire, hostile
from timeline import export
from timeline.errors import FormatError
from timeline.export import events_csv
from timeline.export.tables import cell
from timeline.model import Copy, Timeline

GOLDEN = Path(__file__).parent / "golden"
STORIES = {"harbour-fire": harbour_fire(), "hostile": hostile(), "empty": Timeline("empty", (), "Nothing yet")}
NAMES = (
    "annotations.jsonld",
    "articles.csv",
    "csv",
    "edits.csv",
    "edits.json",
    "html",
    "ics",
    "inconsistencies.csv",
    "json",
    "links.csv",
    "matrix.csv",
    "mentions.csv",
    "report.json",
    "report.md",
    "report.txt",
    "tables.zip",
    "timelinejs.csv",
    "timelinejs.json",
    "timeml.zip",
    "timexes.csv",
    "xlsx",
)
TABLES = tuple(name for name in NAMES if name.endswith("csv"))
PACKED = (
    "html",
    "tables.zip",
    "timeml.zip",
    "xlsx",
)  # made by other libraries too, whose next release makes them otherwise
MEDIA_TYPES = (
    "application/json",
    "application/ld+json",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/zip",
    "text/calendar",
    "text/csv",
    "text/html",
    "text/markdown",
    "text/plain",
)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in PACKED])
@pytest.mark.parametrize("story", STORIES)
def test_a_format_writes_what_its_golden_file_holds(story: str, name: str) -> None:
    path = GOLDEN / f"{story}.{export.find_format(name).suffix}"
    written = export.render(STORIES[story], name)
    if os.environ.get("DATELINE_WRITE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(written)
    assert written == path.read_bytes()


def test_the_files_of_the_folder_are_the_formats() -> None:
    assert tuple(export.formats()) == NAMES


def test_an_unknown_format_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(FormatError) as refused:
        export.render(harbour_fire(), "doc")
    assert str(refused.value) == f"no export format 'doc'; choose from {', '.join(NAMES)}"


@pytest.mark.parametrize("name", NAMES)
def test_a_format_says_what_a_menu_and_a_browser_need(name: str) -> None:
    found = export.find_format(name)
    assert found.name == name
    assert found.suffix.rpartition(".")[2] == name.rpartition(".")[2]
    assert found.title
    assert found.media_type.split(";")[0] in MEDIA_TYPES


def test_formats_write_the_same_bytes_whatever_the_hash_seed_and_the_time_zone() -> None:
    script = (
        "import hashlib; from tests.samples import harbour_fire; from timeline import export;"
        "print(hashlib.sha256(b''.join(export.render(harbour_fire(), name) for name in export.formats())).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(digests) == 1


def read(name: str, timeline: Timeline) -> list[list[str]]:
    return list(csv.reader(io.StringIO(export.render(timeline, name).decode("utf-8"), newline=""), strict=True))


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("story", STORIES)
def test_every_row_of_a_table_has_a_cell_for_every_column(story: str, name: str) -> None:
    header, *rows = read(name, STORIES[story])
    assert all(len(row) == len(header) for row in rows)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("story", STORIES)
def test_no_cell_is_a_formula(story: str, name: str) -> None:
    assert not [cell for row in read(name, STORIES[story]) for cell in row if cell.startswith(tuple("=+-@\t\r"))]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_what_may_begin_a_formula_is_guarded_and_the_same_within_a_cell_is_not(start: str) -> None:
    assert cell(f"{start}1") == f"'{start}1"
    assert cell(f"1{start}1") == f"1{start}1"


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("articles.csv", 2),
        ("csv", 7),
        ("inconsistencies.csv", 5),
        ("links.csv", 3),
        ("matrix.csv", 3),
        ("mentions.csv", 9),
        ("timelinejs.csv", 6),
        ("timexes.csv", 8),
    ],
)
def test_a_table_has_a_row_for_each_of_its_things(name: str, count: int) -> None:
    assert len(read(name, harbour_fire())) == count + 1


def test_events_come_in_the_order_of_their_times_and_the_undated_last() -> None:
    header, *rows = read("csv", harbour_fire())
    earliest = [row[header.index("earliest")] for row in rows]
    assert earliest == [*sorted(day for day in earliest if day), ""]


def test_the_events_table_has_the_columns_that_others_rely_on() -> None:
    assert ",".join(events_csv.COLUMNS) == (
        "event_id,story_id,title,status,date_display,earliest,latest,precision,edtf,timezone,date_basis,date_confidence,"
        "disputed,alternative_dates,place,actors,attribution,mention_count,article_count,inconsistency_count,max_severity,"
        "first_quote,article_ids,source_urls,edited,machine_title,machine_status,machine_edtf,decided_by"
    )


def test_a_disputed_event_says_so_in_its_row() -> None:
    header, *rows = read("csv", harbour_fire())
    row = next(dict(zip(header, row, strict=True)) for row in rows if row[0] == "e1")
    assert (
        row["disputed"],
        row["edtf"],
        row["alternative_dates"],
        row["inconsistency_count"],
        row["max_severity"],
    ) == (
        "true",
        "[2021-03-08,2021-03-09]",
        "2021-03-08",
        "2",
        "high",
    )


def test_json_is_json_without_words_of_its_own_for_infinity() -> None:
    def refuse(word: str) -> None:
        raise AssertionError(word)

    story = json.loads(export.render(harbour_fire(), "json"), parse_constant=refuse)
    (twelve,) = next(m["figures"] for m in story["mentions"] if m["id"] == "post.m3")
    assert (twelve["low"], twelve["high"]) == (12, None)


def test_spans_of_json_count_code_points_of_the_text() -> None:
    timeline = hostile()
    text = timeline.articles["evil"].text
    for timex in json.loads(export.render(timeline, "json"))["timexes"]:
        assert text[timex["start"] : timex["end"]] == timex["text"]


def copied() -> Timeline:
    """The sample story, were one of its articles a copy of the other."""
    return replace(harbour_fire(), copies=(Copy("wire", "post", 0.9, "90% of its text stands there word for word"),))


def test_a_copy_is_named_where_articles_are_listed_and_counted() -> None:
    header, *rows = read("articles.csv", copied())
    assert [row[header.index("copy_of")] for row in rows] == ["", "post"]
    assert json.loads(export.render(copied(), "json"))["articles"][1]["copy_of"]["doc_id"] == "post"
    for name in ("report.txt", "report.md"):
        report = " ".join(export.render(copied(), name).decode("utf-8").split())
        assert "2 articles, 1 of them a copy, 7 events" in report
        assert "; a copy of Lowen Post: 90% of its text stands there word for word" in report
