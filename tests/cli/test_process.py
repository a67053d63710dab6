"""The command line as a process of its own: streaming, start-up, pipes, the server."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.articles import documents

DATELINE = (sys.executable, "-m", "timeline")


def line(**record: object) -> bytes:
    return json.dumps(record).encode() + b"\n"


def started(*arguments: str) -> subprocess.Popen[bytes]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([*DATELINE, *arguments], **pipes)  # type: ignore[call-overload,no-any-return]


def asked_twice(process: subprocess.Popen[bytes]) -> None:
    """Each of two articles is answered before the next is sent."""
    assert process.stdin is not None
    assert process.stdout is not None
    for name in ("a", "b"):
        process.stdin.write(line(doc_id=name, text="It rained on May 1, 2020."))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["doc_id"] == name


def test_the_first_answer_comes_before_the_second_question() -> None:
    with started("read", "--jsonl", "--timexes-only") as process:
        asked_twice(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait() == 0


def on_terminal(*arguments: str) -> tuple[str, bytes]:
    """What a command shows on a terminal as its standard error, and its answer."""
    screen, terminal = pty.openpty()
    done = subprocess.run([*DATELINE, *arguments], stdout=subprocess.PIPE, stderr=terminal, check=False)
    os.close(terminal)
    shown = b""
    with suppress(OSError):  # how the end of a terminal is told
        while part := os.read(screen, 10_000):
            shown += part
    os.close(screen)
    return shown.decode(), done.stdout


def test_a_bar_is_shown_on_the_terminal_alone(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"It rained on May {number + 1}, 2020.", encoding="utf-8")
    shown, answer = on_terminal("read", "--timexes-only", str(tmp_path))
    assert "Reading" in shown
    assert "3/3" in shown or "2/3" in shown
    assert answer.count(b'"doc_id"') == 3
    assert b"Reading" not in answer
    quiet = subprocess.run([*DATELINE, "read", "--timexes-only", str(tmp_path)], capture_output=True, check=True)
    assert (quiet.stdout, quiet.stderr) == (answer, b"")


def test_the_files_in_a_zip_are_counted_and_none_of_their_names_steers_the_terminal(tmp_path: Path) -> None:
    members = [
        ("a.txt", b"It rained on May 1, 2020."),
        ("\x1b[31mred.txt", b""),
        ("b.txt", b"It rained on May 2, 2020."),
    ]
    (tmp_path / "june.zip").write_bytes(documents.zipped(members))
    shown, answer = on_terminal("read", "--timexes-only", str(tmp_path / "june.zip"))
    assert "/3" in shown
    assert "error: " in shown
    assert "\x1b[31mred" not in shown
    assert answer.count(b'"doc_id"') == 2


# --- Ctrl+C -----------------------------------------------------------------------------------------------------------


def stopped(process: subprocess.Popen[bytes]) -> tuple[int, str, bytes]:
    """The exit code, the words and the answer of a command that is stopped now."""
    process.send_signal(signal.SIGINT)
    answer, words = process.communicate(timeout=60)
    return process.returncode, words.decode(), answer


def test_what_was_answered_before_it_was_stopped_is_whole() -> None:
    with started("read", "--jsonl", "--timexes-only") as process:
        asked_twice(process)
        code, words, answer = stopped(process)
    assert (code, answer) == (130, b"")
    assert re.fullmatch(r"stopped: [12] read; their answers are written\n", words)  # the second may not be counted yet


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("read", "stopped: 1 of 2 read; their answers are written\n"),
        ("check", "stopped: 1 of 2 read; nothing is written\n"),
    ],
)
def test_how_far_it_came_and_what_is_kept_is_said(tmp_path: Path, command: str, says: str) -> None:
    (tmp_path / "a.txt").write_text("It rained on May 1, 2020.", encoding="utf-8")
    os.mkfifo(tmp_path / "b.txt")  # whoever opens it waits
    process = started(command, str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    with process, (tmp_path / "b.txt").open("wb"):  # it has come to the second
        code, words, answer = stopped(process)
    assert (code, words) == (130, says)
    assert answer.endswith(b"}\n") == (command == "read")


def test_an_import_that_is_stopped_keeps_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "story.json")
    store = tmp_path / "s.sqlite"
    process = started("import", str(tmp_path / "story.json"), "--database", str(store))
    with process, (tmp_path / "story.json").open("wb"):
        assert stopped(process) == (130, "stopped: 0 read; nothing is kept of it\n", b"")
    assert not store.exists()


HEAVY = (
    "spacy",
    "pandas",
    "numpy",
    "sqlalchemy",
    "alembic",
    "plotly",
    "flask",
    "trafilatura",
    "lxml",
    "pdfminer",
    "docx",
    "feedparser",
    "urllib3",
    "rich",
)


def test_reading_times_alone_loads_nothing_heavy() -> None:
    script = (
        "import sys, runpy; sys.argv = ['timeline', 'read', '--jsonl', '--timexes-only']\n"
        "try: runpy.run_module('timeline', run_name='__main__')\n"
        f"except SystemExit: print([m for m in {HEAVY} if m in sys.modules], file=sys.stderr)"
    )
    given = line(doc_id="a", text="It rained on May 1, 2020.")
    done = subprocess.run([sys.executable, "-c", script], input=given, capture_output=True, check=True)
    assert json.loads(done.stdout)["doc_id"] == "a"
    assert done.stderr.decode().strip() == "[]"


def test_importing_the_library_loads_nothing_but_itself() -> None:
    script = "import sys, timeline; print(sorted(m for m in sys.modules if m.startswith('timeline')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "['timeline']"


def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen(
        [*DATELINE, "read", "--jsonl", "--timexes-only"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        try:
            process.stdin.write(line(doc_id="a", text="Rain.") * 2000)
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert b"Traceback" not in process.stderr.read()


def test_an_answer_does_not_depend_on_the_hash_seed_or_the_time_zone(tmp_path: Path) -> None:
    path = tmp_path / "mill.txt"
    path.write_text(
        "Mill Burns\n\nARDEN, June 9 - A mill burned down on Monday night, the fire chief said Tuesday. "
        "Two workers were hurt in Sunday night's fire, police said. The owner vowed to rebuild it in two years.",
        encoding="utf-8",
    )
    answers = {
        subprocess.run(
            [*DATELINE, "build", str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("77", "Pacific/Kiritimati"))
    }
    assert len(answers) == 1


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "rain.txt").write_text("Rain at Last\n\nIt rained in Arden on May 1, 2020.", encoding="utf-8")
    (tmp_path / "seeds" / "bad.txt").touch()
    arguments = ["serve", "--port", "0", "--database", str(tmp_path / "s.sqlite"), "--seeds", str(tmp_path / "seeds")]
    with subprocess.Popen([*DATELINE, *arguments], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = ""
        while not (found := re.search(r"http://127\.0\.0\.1:\d+/", said)):
            words = process.stderr.readline()
            assert words, f"the server ended: {said}"
            said += words
        assert "bad.txt" in said
        yield found.group()
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)


def test_the_server_tells_its_address_and_answers(server: str) -> None:
    with urllib.request.urlopen(f"{server}healthz") as answer:
        assert answer.status == 200
    with urllib.request.urlopen(server) as answer:
        assert "Rain at Last" in answer.read().decode()


def test_the_server_answers_to_no_other_name(server: str) -> None:
    request = urllib.request.Request(server, headers={"Host": "elsewhere.example"})
    with pytest.raises(urllib.error.HTTPError, match="400"):
        urllib.request.urlopen(request)


def test_a_port_that_is_taken_is_told(server: str, tmp_path: Path) -> None:
    port = server.rsplit(":", 1)[1].strip("/")
    arguments = [
        "serve",
        "--port",
        port,
        "--database",
        str(tmp_path / "other.sqlite"),
        "--seeds",
        str(tmp_path / "seeds"),
    ]
    done = subprocess.run([*DATELINE, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"can't listen on 127.0.0.1:{port}" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_said_in_a_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        for asked in (["explain", "two weeks ago", "--on", "2019-01-01"], ["read", "--jsonl", "--timexes-only"]):
            given = line(text="It rained on May 1, 2020.")
            done = subprocess.run([*DATELINE, *asked], input=given, stdout=full, stderr=subprocess.PIPE, check=False)
            assert done.returncode == 1
            assert done.stderr == b"error: standard output can't be written: No space left on device\n"
