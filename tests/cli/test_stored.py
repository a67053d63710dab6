"""Commands about stored stories: add, list, check, explain, decide, undo, forget."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from timeline import Store
from timeline.cli import app
from timeline.story.refs import event_ref

PORT = (
    "Blast at the Port\n\nGunmen attacked the oil depot in Lowen on Monday night, police said.\n\n"
    "Police are still investigating Wednesday night's attack on the oil depot.\n\n"
    "A bridge collapsed near Lowen on Sunday. The mayor resigned after the bridge collapsed.\n"
)
MILL = "Mill Burns\n\nA mill burned down in Arden on Monday night, the fire chief said Tuesday.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_DATABASE", "s.sqlite")
    for name, text in (("port.txt", PORT), ("mill.txt", MILL), ("again.txt", MILL)):
        Path(name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(app, arguments, input=given)


def add(*arguments: str) -> str:
    """The id of the story that is made."""
    result = run("stories", "add", *arguments, "--published", "2019-09-26")
    assert result.exit_code == 0, result.output
    return result.stdout.strip()


def test_articles_become_a_story_that_is_listed_and_forgotten() -> None:
    made = run("stories", "add", "port.txt", "mill.txt", "again.txt", "nope.txt", "--title", "Two towns")
    assert (made.exit_code, made.stdout) == (1, "two-towns\n")
    assert "nope.txt" in made.stderr
    assert "again: its text is there already, as mill" in made.stderr
    assert add("mill.txt") == "mill-burns"
    assert run("stories", "add", "mill.txt", "--story", "mill-burns").stdout == "mill-burns\n"
    first, second = run("stories", "list").stdout.splitlines()
    assert first.split("\t")[:2] == ["two-towns", "2 articles"]
    assert (second.split("\t")[0], second.split("\t")[-1]) == ("mill-burns", "Mill Burns")
    kept = run("stories", "delete", "mill-burns", given="n\n")
    assert kept.exit_code == 1
    assert "Forget “Mill Burns” with 1 article and 0 edits?" in kept.stderr
    assert run("stories", "delete", "mill-burns", "--yes").exit_code == 0
    assert len(run("stories", "list").stdout.splitlines()) == 1


def test_what_is_not_there_is_said() -> None:
    assert "there is no store 's.sqlite' yet" in run("stories", "list").stderr
    assert "there is no store 's.sqlite' yet" in run("stories", "add", "mill.txt", "--story", "x").stderr
    add("mill.txt")
    for command in (["stories", "delete", "x"], ["stories", "add", "port.txt", "--story", "x"], ["edits", "list", "x"]):
        result = run(*command)
        assert (result.exit_code, result.stderr) == (1, "error: no story 'x' is stored\n")
    assert run("stories", "add", "port.txt", "--owner", "Ada").stderr == "error: nobody has the account 'Ada'\n"
    assert len(Store("s.sqlite").stories()) == 1


def test_a_stored_story_is_checked_like_its_articles() -> None:
    story = add("port.txt")
    told = run("check", story)
    assert told.stdout == run("check", "port.txt", "--published", "2019-09-26").stdout
    assert "Times disagree" in told.stdout
    assert run("check", story, "--fail-on", "high").exit_code == 1
    assert json.loads(run("check", story, "--format", "report.json").stdout)["findings"]
    changed = run("check", story, "--what-if", "2019-10-03").stdout
    assert changed == run("check", "port.txt", "--published", "2019-09-26", "--what-if", "2019-10-03").stdout
    assert "A bridge collapsed near Lowen" in changed
    assert Store("s.sqlite").history(story) == ()
    assert run("check", story, "--edits", "log.json").exit_code == 2


def test_a_title_is_taken_where_a_story_is_told() -> None:
    assert run("check", "port.txt", "--title", "Port").stdout.startswith("Inconsistency report: Port\n")


@pytest.mark.parametrize("command", ["build", "check", "export"])
def test_a_filter_keeps_a_part_at_every_command(command: str) -> None:
    def titles(*more: str) -> list[str]:
        told = run(command, "port.txt", "--published", "2019-09-26", "--format", "csv", *more)
        return [line.split(",")[2] for line in told.stdout.splitlines()[1:]]

    assert titles("--filter", "?text=bridge") == [t for t in titles() if "bridge" in t or "mayor" in t] != titles()
    wrong = run(command, "port.txt", "--filter", "status=happened")
    assert (wrong.exit_code, "no status 'happened'" in wrong.stderr) == (2, True)
    for unknown in ("bridge", "sttus=occurred", "?"):
        empty = run(command, "port.txt", "--filter", unknown)
        assert (empty.exit_code, f"{unknown!r} sets no condition" in empty.stderr) == (2, True)


def test_a_log_is_applied_by_every_command_that_tells_a_story(folder: Path) -> None:
    story = add("port.txt")
    run("edits", "add", story, "set-title", f"event={ref(story, 'bridge')}", "title=Bridge down")
    Path("log.json").write_text(run("export", story, "--format", "edits.json").stdout, encoding="utf-8")
    Path("blast-at-the-port.txt").write_text(PORT, encoding="utf-8")
    for command in ("build", "export"):
        assert '"Bridge down"' in run(command, f"{story}.txt", "--edits", "log.json", "--format", "json").stdout


def test_a_file_is_written_where_one_is_named() -> None:
    for command in ("build", "check", "export"):
        assert run(command, "mill.txt", "--output", f"{command}.out").stdout == ""
        assert Path(f"{command}.out").stat().st_size > 100


# --- decide -----------------------------------------------------------------------------------------------------------


def ref(story: str, words: str) -> str:
    timeline = Store("s.sqlite").timeline(story)
    return event_ref(timeline, next(e for e in timeline.events if words in e.title))


def test_an_edit_is_looked_at_made_listed_and_undone() -> None:
    story = add("port.txt")
    wanted = ("edits", "add", story, "set-time", f"event={ref(story, 'bridge')}", "time=2019-09-01 evening")
    seen = run(*wanted, "--preview").stdout
    assert "+ Sun 1 Sept 2019, 18:00–24:00: A bridge collapsed near Lowen" in seen
    assert run("edits", "list", story).stdout == ""
    assert "1: set the time of “A bridge collapsed near Lowen”" in run(*wanted, "--who", "Ada").stderr
    run("edits", "undo", story, "1")
    first, second = run("edits", "list", story).stdout.splitlines()
    assert first.split("\t")[0::2] == [
        "1",
        "Ada",
        "set the time of “A bridge collapsed near Lowen” to Sun 1 Sept 2019, 18:00–24:00",
    ]
    assert first.split("\t")[3] == "undone"
    assert second.split("\t")[3:] == ["stands", "undid entry 1"]
    assert run("edits", "undo", story, "1").stderr == "error: entry 1 is undone already, by entry 2\n"


def test_each_kind_of_edit_can_be_made() -> None:
    story = add("port.txt")
    bridge, mayor = ref(story, "bridge"), ref(story, "mayor")
    link = json.loads(run("export", story, "-f", "json").stdout)["links"][0]
    for kind in (
        ["set-publication", "article=port", "date=2019-09-27"],
        ["set-status", f"event={mayor}", "status=alleged"],
        ["add-event", "title=Fog", "time=September 2019"],
        ["add-link", "event=+3", f"other={mayor}", "relation=before", "note=seen"],
        ["hide-link", f"link={link['ref']}"],
        ["merge", f"event={bridge}", f"other={mayor}"],
        ["split", f"event={bridge}", f"mentions={mayor}"],
        ["judge", "finding=f1", "verdict=explained", "note=two attacks"],
        ["hide", f"event={mayor}"],
    ):
        result = run("edits", "add", story, *kind)
        assert result.exit_code == 0, (kind, result.stderr)
    assert {line.split("\t")[3] for line in run("edits", "list", story).stdout.splitlines()} == {"stands"}


def test_what_an_article_says_does_not_steer_a_terminal(folder: Path) -> None:
    hostile = PORT.replace("Gunmen attacked the oil depot", "Gunmen \x1b[31mattacked\x1b[0m the \u202edepot")
    Path("port.txt").write_text(hostile, encoding="utf-8")
    story = add("port.txt")
    attack = ref(story, "attacked")
    shown = [
        run("stories", "list"),
        run("edits", "add", story, "set-status", f"event={attack}", "status=alleged", "--preview"),
        run("edits", "add", story, "set-status", f"event={attack}", "status=alleged"),
        run("edits", "list", story),
        run("explain", attack, "--of", story),
        run("check", story, "--what-if", "2019-10-03"),
        run("edits", "undo", story, "1"),
    ]
    for result in shown:
        assert (result.exit_code, {"\x1b", "\u202e"} & set(result.output)) == (0, set()), result.output
    assert sum("attacked" in result.output for result in shown) >= 5


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (["dance"], "no kind of edit 'dance'; choose from set-publication, set-time"),
        (["set-time", "event=e1", "when=now"], "'when=now' is no field of set-time; write event=… time=…"),
        (["hide", "e1"], "'e1' is no field of hide; write event=…"),
        (["hide", "event=e99"], "this story has no event 'e99'"),
        (["set-time", "event=e1", "time=soonish"], "can't read “soonish” as a time"),
    ],
)
def test_an_edit_that_can_not_be_made_is_refused(sent: list[str], says: str) -> None:
    story = add("mill.txt")
    result = run("edits", "add", story, *sent)
    assert result.exit_code == 1
    assert says in result.stderr
    assert Store("s.sqlite").history(story) == ()


# --- explain ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "first", "reasons"),
    [
        ("f1", "HIGH: Times disagree (f1, ", ["“Wednesday night's” = ", "confidence: "]),
        (
            "Monday night",
            "“Monday night”: Mon 23 Sept, 20:00",
            ["TIME 2019-09-23TNI", "counted from the publication date"],
        ),
        ("t1", "“Monday night”", ["meaning: the night of the latest Monday"]),
        ("k1", "“Police said” speaks of “Gunmen attacked", ["stated: stated by “said”"]),
        ("e1", "A bridge collapsed near Lowen: Sun 22 Sept 2019 (e1, ", ["the date is stated", "told by “"]),
    ],
)
def test_everything_in_a_story_is_explained(what: str, first: str, reasons: list[str]) -> None:
    story = add("port.txt")
    told = run("explain", what, "--of", story)
    assert told.exit_code == 0, told.stderr
    assert told.stdout.startswith(first)
    for reason in reasons:
        assert reason in told.stdout
    assert told.stdout == run("explain", what, "--of", "port.txt", "--published", "2019-09-26").stdout


def test_what_is_explained_is_named_by_its_ref_too() -> None:
    story = add("port.txt")
    assert run("explain", ref(story, "bridge"), "--of", story).stdout == run("explain", "e1", "--of", story).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["next week"], 2, "say either on which day it is said, or of which story it is"),
        (["f1", "--on", "2020-01-01", "--of", "mill.txt"], 2, "say either"),
        (["f99", "--of", "mill.txt"], 1, "no finding, event, link or time expression 'f99'"),
        (["f1", "--of", "nowhere"], 1, "'nowhere' is no file, and there is no store 's.sqlite'"),
    ],
)
def test_what_can_not_be_explained_is_said(arguments: list[str], code: int, says: str) -> None:
    result = run("explain", *arguments)
    assert result.exit_code == code
    assert says in " ".join(result.stderr.replace("│", " ").split())
