"""The command line in this process: what it writes, what it says, and its exit code."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner, Result

from timeline import Store, articles
from timeline.cli import app

FIRE = "Mill Burns\n\nA mill burned down in Arden on Monday night, the fire chief said Tuesday.\n\n"
CLASH = FIRE + "It was rebuilt on Feb. 30, 2015, the chief said.\n"


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_text(FIRE, encoding="utf-8")
    return path


def run(*arguments: str | Path, given: str | bytes = b"") -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], input=given)


def line(**record: object) -> str:
    return json.dumps(record) + "\n"


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(text) for text in result.stdout.splitlines()]


# --- read -------------------------------------------------------------------------------------------------------------


def test_read_writes_one_document_for_a_file(mill: Path) -> None:
    result = run("read", mill, "--published", "2020-06-09")
    reading = json.loads(result.stdout)
    assert result.exit_code == 0
    assert reading["doc_id"] == "mill"
    assert (reading["publication"]["date"], reading["publication"]["basis"]) == ("2020-06-09", "given")
    assert [(t["text"], t["value"]) for t in reading["timexes"]] == [
        ("Monday night", "2020-06-08TNI"),
        ("Tuesday", "2020-06-09"),
    ]
    assert {m["event"] for m in reading["mentions"]} == {e["id"] for e in reading["events"]}
    assert all(FIRE[m["start"] : m["end"]] == m["text"] for m in reading["mentions"])


def test_read_takes_standard_input(mill: Path) -> None:
    assert (
        json.loads(run("read", given=FIRE).stdout)["timexes"]
        == json.loads(run("read", "-", given=FIRE).stdout)["timexes"]
    )


def test_read_writes_a_document_for_each_file(mill: Path) -> None:
    text = run("read", mill, mill, "--timexes-only").stdout
    first, end = json.JSONDecoder().raw_decode(text)
    second = json.loads(text[end:])
    assert [first["doc_id"], second["doc_id"]] == ["mill", "mill-2"]
    assert list(first) == ["doc_id", "publication", "timexes"]


def test_read_answers_each_line_in_its_place() -> None:
    given = (
        line(doc_id="a", text=FIRE, dct="2020-06-09")
        + "nonsense\n\n"
        + line(doc_id="c", text="It rained on May 1, 2020.")
    )
    result = run("read", "--jsonl", "--timexes-only", given=given)
    first, second, third = lines(result)
    assert result.exit_code == 1
    assert (first["doc_id"], first["timexes"][0]["value"]) == ("a", "2020-06-08TNI")
    assert second["error"]["code"] == "bad-input"
    assert (third["doc_id"], third["timexes"][0]["value"]) == ("c", "2020-05-01")


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("[1, 2]", "a line is one JSON object, not [1, 2]"),
        ("{", "the line is not JSON"),
        ('"' + "x" * 500 + '"', "…"),
        ("[" * 100_000, "the line is not JSON: it is nested too deeply"),
        (b'{"text": "\xff"}', "the line is not UTF-8"),
        ("{}", '"text" is missing; give a text'),
        (line(text=None), '"text" is missing; give a text'),
        (line(text=5), '"text" is 5; give a text'),
        (line(text=""), "empty"),
        (line(text=" \n "), "empty"),
        (line(text="x", dct="24/09/2019"), "'24/09/2019' is not a"),
        (line(text="x", dct="2019-02-30"), "'2019-02-30' is not a"),
        (line(text="x", dct=20190924), '"dct" is 20190924; give a text'),
        (line(text="x", title=["a"]), '"title" is ["a"]; give a text'),
        (line(text="x" * 10_000_001), "at most 10,000,000 are read"),
    ],
)
def test_a_line_that_can_not_be_read_gets_an_error_in_its_place(record: str | bytes, message: str) -> None:
    given = record.encode() if isinstance(record, str) else record
    result = run(
        "read", "--jsonl", "--timexes-only", given=given.rstrip() + b"\n" + line(doc_id="z", text="Rain.").encode()
    )
    refused, answered = lines(result)
    assert result.exit_code == 1
    assert refused["error"]["code"] == "bad-input"
    assert message in refused["error"]["message"]
    assert answered["doc_id"] == "z"


def test_an_error_names_its_document() -> None:
    assert lines(run("read", "--jsonl", given=line(doc_id="x7", text="")))[0]["doc_id"] == "x7"


def test_half_a_character_does_not_move_what_follows() -> None:
    text = "smoke \\ud83d and fire on May 1, 2020"
    (answer,) = lines(run("read", "--jsonl", given=f'{{"doc_id": "a", "text": "{text}"}}\n'))
    assert [(t["start"], t["text"]) for t in answer["timexes"]] == [(20, "May 1, 2020")]


def test_what_is_not_ascii_is_written_as_it_is() -> None:
    result = run("read", "--jsonl", "--timexes-only", given=line(doc_id="é🔥", text="\U0001f525 on May 1, 2020"))
    assert '"é🔥"' in result.stdout
    assert lines(result)[0]["timexes"][0]["start"] == 5


def test_json_lines_may_come_from_files(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(line(doc_id="a", text="Rain.") + line(doc_id="b", text="Snow."), encoding="utf-8")
    assert [a["doc_id"] for a in lines(run("read", "--jsonl", "--timexes-only", path, path))] == ["a", "b", "a", "b"]


# --- build ------------------------------------------------------------------------------------------------------------


def test_build_makes_one_story_of_all_files(mill: Path, tmp_path: Path) -> None:
    other = tmp_path / "second.html"
    other.write_text(
        "<html><head><title>Mill Fire</title></head><body><article><h1>Mill Fire</h1>"
        "<p>The mill in Arden burned down on Monday night, June 8, 2020, officials said. It was built in 1890.</p>"
        "</article></body></html>",
        encoding="utf-8",
    )
    result = run("build", mill, other, "--title", "The mill")
    story = json.loads(result.stdout)
    assert result.exit_code == 0
    assert story["title"] == "The mill"
    assert [a["doc_id"] for a in story["articles"]] == ["mill", "second"]
    for key in ("timexes", "mentions"):
        assert {item["doc_id"] for item in story[key]} == {"mill", "second"}
        assert len({item["id"] for item in story[key]}) == len(story[key])
    known = {m["id"] for m in story["mentions"]}
    assert sorted(m for e in story["events"] for m in e["mentions"]) == sorted(known)


def test_build_writes_any_format(mill: Path) -> None:
    assert run("build", mill, "--format", "csv").stdout.startswith("event_id,story_id,title")
    assert run("build", mill, "-f", "report.md").stdout.startswith("# Inconsistency report")


def test_build_reads_a_story_a_line() -> None:
    first = line(story_id="s1", title="Mill", articles=[{"doc_id": "0", "text": FIRE}, {"text": "Rain fell."}])
    result = run(
        "build",
        "--jsonl",
        given=first + line(story_id="s2", articles=[]) + line(story_id="s3", articles=[{"text": "Rain."}]),
    )
    answered, refused, last = lines(result)
    assert result.exit_code == 1
    assert (answered["story_id"], answered["title"]) == ("s1", "Mill")
    assert [a["doc_id"] for a in answered["articles"]] == ["0", "a2"]
    assert refused == {
        "story_id": "s2",
        "error": {"code": "bad-input", "message": "the story has no articles; give at least one"},
    }
    assert last["story_id"] == "s3"


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (line(story_id="s"), "a story has a list of articles"),
        (line(story_id="s", articles=["x"]), "a story has a list of articles"),
        (
            line(story_id="s", articles=[{"doc_id": "a", "text": "x"}] * 2),
            "two articles of the story have the doc_id 'a'",
        ),
        (line(story_id="s", articles=[{"doc_id": "a", "text": ""}]), "empty"),
    ],
)
def test_a_story_that_can_not_be_read_gets_an_error(record: str, message: str) -> None:
    (answer,) = lines(run("build", "--jsonl", given=record))
    assert (answer["story_id"], answer["error"]["code"]) == ("s", "bad-input")
    assert message in answer["error"]["message"]


def test_a_folder_a_zip_and_a_table_make_one_story_without_what_can_not_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "wire"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRE, encoding="utf-8")
    (folder / "b.txt").touch()
    (folder / ".hidden").write_text("not seen", encoding="utf-8")
    with ZipFile(tmp_path / "june.zip", "w") as archive:
        archive.writestr("deep/a.txt", "It rained in Arden on May 1, 2020.")
        archive.writestr("deep/picture.png", b"\x89PNG")
    (tmp_path / "rows.csv").write_text("id,words,day\nr1,Snow fell on Sunday.,2020-06-09\nr2,,\n", encoding="utf-8")
    result = run("build", folder, tmp_path / "june.zip", tmp_path / "rows.csv", "--columns", "text=words,published=day")
    story = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [a["doc_id"] for a in story["articles"]] == ["a", "a-2", "r1"]
    assert [a["publication"]["date"] for a in story["articles"]][2] == "2020-06-09"
    told = result.stderr.splitlines()
    assert len(told) == 3
    assert told[0].endswith("'b.txt' is empty; give a file with the article's text")
    assert "june.zip/deep/picture.png: 'picture.png' is a .png file" in told[1]
    assert told[2].endswith('rows.csv, row 2: "words" is missing; give a text')


def test_build_applies_a_log_of_edits(mill: Path, tmp_path: Path) -> None:
    story = json.loads(run("build", mill, "--published", "2020-06-09").stdout)
    burned = next(m for m in story["mentions"] if m["text"] == "burned")
    quote = {"article_id": "mill", "exact": "burned", "prefix": "A mill ", "suffix": " down", "start": burned["start"]}
    edit = {"kind": "set-title", "event": {"quotes": [quote], "title": "Mill"}, "title": "The great fire"}
    lost = {"kind": "hide", "event": {"quotes": [quote | {"article_id": "other"}]}}
    log = [{"number": n, "edit": e, "who": "", "at": "2026-01-01T00:00:00Z"} for n, e in enumerate((edit, lost), 1)]
    path = tmp_path / "log.json"
    path.write_text(json.dumps({"log": log[:1]}), encoding="utf-8")
    told = run("build", mill, "--published", "2020-06-09", "--edits", path)
    assert told.exit_code == 0
    assert "The great fire" in [e["title"] for e in json.loads(told.stdout)["events"]]
    path.write_text(json.dumps({"log": log}), encoding="utf-8")
    told = run("build", mill, "--edits", path)
    assert (told.exit_code, "The great fire" in told.stdout) == (1, True)
    assert told.stderr == "error: edit 2 finds no place: the story has no article “other”\n"


def test_a_finding_that_was_dismissed_fails_no_build(tmp_path: Path) -> None:
    clash = tmp_path / "mill.txt"
    clash.write_text(CLASH, encoding="utf-8")
    assert run("check", clash, "--fail-on", "high").exit_code == 1
    found = json.loads(run("build", clash).stdout)["findings"]
    serious = [f for f in found if f["severity"] == "high"]
    log = [
        {
            "number": n,
            "who": "",
            "at": "2026-01-01T00:00:00Z",
            "edit": {
                "kind": "judge",
                "verdict": "dismissed",
                "finding": {
                    "check": f["check"],
                    "quotes": [
                        {"article_id": q["doc_id"], "exact": q["text"], "start": q["start"]} for q in f["quotes"]
                    ],
                },
            },
        }
        for n, f in enumerate(serious, 1)
    ]
    path = tmp_path / "log.json"
    path.write_text(json.dumps({"log": log}), encoding="utf-8")
    assert run("check", clash, "--fail-on", "high", "--edits", path).exit_code == 0


def test_what_if_prints_what_would_change(mill: Path) -> None:
    told = run("check", mill, "--published", "2020-06-09", "--what-if", "2020-06-16")
    assert told.exit_code == 0
    assert told.stdout.splitlines()[:2] == [
        "- Mon 8 June 2020, 20:00–24:00: A mill burned down in Arden",
        "+ Mon 15 June 2020, 20:00–24:00: A mill burned down in Arden",
    ]
    same = run("check", mill, "--published", "2020-06-09", "--what-if", "2020-06-09")
    assert same.stdout == "Nothing would change.\n"
    assert run("check", mill, mill, "--what-if", "2020-06-09").exit_code == 2


def test_a_log_that_can_not_be_read_is_refused_in_a_sentence(mill: Path, tmp_path: Path) -> None:
    told = run("build", mill, "--edits", tmp_path / "none.json")
    assert (told.exit_code, told.stdout) == (1, "")
    assert "none.json' can't be read: No such file" in told.stderr
    assert run("build", "--jsonl", "--edits", mill).exit_code == 2


# --- check ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (CLASH, (), 0),
        (CLASH, ("--fail-on", "high"), 1),
        (CLASH, ("--fail-on", "info"), 1),
        (FIRE, ("--fail-on", "high"), 0),
    ],
)
def test_check_fails_on_findings_only_when_asked(text: str, arguments: tuple[str, ...], code: int) -> None:
    result = run("check", "--published", "2020-06-09", *arguments, given=text)
    assert result.stdout.startswith("Inconsistency report: Mill Burns")
    assert result.exit_code == code
    assert ("[impossible-date]" in result.stdout) == (text is CLASH)


# --- export -----------------------------------------------------------------------------------------------------------


def test_export_writes_a_stored_story(tmp_path: Path) -> None:
    database = tmp_path / "store.sqlite"
    story, _ = Store(database).add_article(articles.from_text(FIRE))
    result = run("export", story, "--database", database, "--format", "articles.csv")
    assert result.exit_code == 0
    assert [row["article_id"] for row in csv.DictReader(io.StringIO(result.stdout))] == ["mill-burns"]


def test_export_writes_what_files_tell_into_a_file(mill: Path, tmp_path: Path) -> None:
    target = tmp_path / "mill.md"
    result = run("export", mill, "-f", "report.md", "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text(encoding="utf-8").startswith("# Inconsistency report")


# --- explain, --version -----------------------------------------------------------------------------------------------


def test_explain_shows_value_and_rule() -> None:
    result = run("explain", "last Tuesday", "--on", "2013-02-14")
    assert result.exit_code == 0
    assert "2013-02-12" in result.stdout


def test_the_version_is_told() -> None:
    assert run("--version").stdout == "dateline 0.1.0\n"


# --- what is wrong ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("read", "{tmp}/gone.txt"), 1, "there is no file"),
        (("read", "{tmp}/folder"), 1, "holds no files"),
        (("read", "{tmp}/empty.txt"), 1, "empty"),
        (("read", "{tmp}/blank.txt"), 1, "empty"),
        (("read", "{tmp}/binary.txt"), 1, "binary"),
        (("read", "{tmp}/large.txt"), 1, "at most"),
        (("read", "{tmp}/page.html"), 1, ""),
        (("read", "{tmp}/story.docx"), 1, "can't be read as a Word document"),
        (("read", "{tmp}/story.jpg"), 1, "'story.jpg' is a .jpg file; give .txt, .html, .pdf"),
        (("read", "{tmp}/rows.csv"), 1, 'no column of \'rows.csv\' holds the text; say which of "day", "words" does'),
        (
            ("build", "{tmp}/rows.csv", "--columns", "text=said"),
            1,
            "no column of 'rows.csv' is named 'said'; say",
        ),
        (("build", "{tmp}/rows.csv", "--columns", "words"), 2, "'words' maps no column; write FIELD=COLUMN"),
        (("build", "{tmp}/rows.csv", "--columns", "body=words"), 2, "FIELD is one of text, id, title"),
        (("read", "http://127.0.0.1:1/"), 1, "only the usual ports of http and https are fetched"),
        (("check", "http://127.0.0.1/"), 1, "'127.0.0.1' is not on the open internet"),
        (("read", "--jsonl", "{tmp}/gone.jsonl"), 1, "can't be read"),
        (("read", "--published", "yesterday"), 2, "'yesterday' is not a publication date"),
        (("read", "--published", "2019-02-30"), 2, "'2019-02-30' is not a publication date"),
        (("build", "{tmp}/gone.txt"), 1, "there is no file"),
        (
            ("build", "{tmp}/empty.txt", "--format", "doc"),
            2,
            "no export format 'doc'; choose from annotations.jsonld, articles.csv, csv,",
        ),
        (("build", "--jsonl", "--format", "csv"), 2, "--jsonl writes json only"),
        (("check", "{tmp}/empty.txt"), 1, "empty"),
        (("check", "--fail-on", "terrible"), 2, "'--fail-on': 'terrible' is not one of 'high', 'medium'"),
        (
            ("export", "no-such-story", "--database", "{tmp}/gone.sqlite"),
            1,
            "'no-such-story' is no file, and there is no store",
        ),
        (("export", "no-such-story", "--database", "{tmp}/store.sqlite"), 1, "no story 'no-such-story' is stored"),
        (("export", "x", "--format", "doc"), 2, "no export format 'doc'"),
        (("export",), 1, "standard input is empty; give an article's text"),
        (("export", "x", "--database", "nonsense://x"), 1, "can't use the database"),
        (("explain", "Monday"), 2, "--on"),
        (("explain", "Monday", "--on", "soon"), 2, "'soon' is not a"),
        (("serve", "--port", "99999"), 2, "'--port': '99999' is too large; the most is 65,535"),
        (("serve", "--port", "http"), 2, "'--port': 'http' is no whole number"),
        (("users", "role", "Bea", "king"), 2, "'role': 'king' is not one of 'reader', 'editor', 'admin'."),
        (("edits", "undo", "mill", "last"), 2, "'NUMBER': 'last' is no whole number"),
        (("serve", "--seeds", "{tmp}/gone", "--database", "{tmp}"), 1, "can't open the database"),
        (("sing",), 2, "sing"),
        (("read", "--loud"), 2, "--loud"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_text(" \n\t\n", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "large.txt").write_text("word " * 2_100_000, encoding="utf-8")
    (tmp_path / "page.html").write_text("<html><body></body></html>", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "rows.csv").write_text("day,words\n2020-06-09,Rain fell.\n", encoding="utf-8")
    (tmp_path / "story.jpg").touch()
    (tmp_path / "story.docx").write_bytes(b"PK\x03\x04 not really")
    Store(tmp_path / "store.sqlite")
    result = run(*[a.replace("{tmp}", str(tmp_path)) for a in arguments])
    assert result.exit_code == code
    assert sentence in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_nothing_at_all_shows_the_help() -> None:
    result = run()
    assert result.exit_code == 2
    assert "Commands:" in result.output


# --- import -----------------------------------------------------------------------------------------------------------


def test_import_keeps_a_story_that_export_wrote(mill: Path, tmp_path: Path) -> None:
    written, database = tmp_path / "mill.json", tmp_path / "new.sqlite"
    assert run("export", mill, "--format", "json", "--output", written).exit_code == 0
    result = run("import", written, "--database", database)
    assert (result.exit_code, result.stdout) == (0, "mill\n")
    again = run("export", "mill", "--format", "json", "--database", database)
    assert again.stdout_bytes == written.read_bytes()


def test_import_reads_standard_input(mill: Path, tmp_path: Path) -> None:
    written = run("export", mill, "--format", "json").stdout_bytes
    assert run("import", "-", "--database", tmp_path / "new.sqlite", given=written).stdout == "mill\n"


@pytest.mark.parametrize(
    ("name", "says"),
    [("mill.txt", "error: the story is not JSON"), ("none.json", "error: can't read")],
)
def test_import_refuses_what_is_no_story(mill: Path, tmp_path: Path, name: str, says: str) -> None:
    result = run("import", tmp_path / name, "--database", tmp_path / "new.sqlite")
    assert result.exit_code == 1
    assert result.stderr.startswith(says)
