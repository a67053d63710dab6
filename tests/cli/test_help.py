"""Help that teaches: every command has an example that is right, and a shell completes what is typed."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from timeline.cli import app
from timeline.deciding import FIELDS, KINDS
from web import sent

EXAMPLE = "Example: python -m timeline "


def commands(group: Any, *path: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    inner = getattr(group, "commands", None)
    if inner is None:
        yield path, group
        return
    for name, command in inner.items():
        yield from commands(command, *path, name)


EVERY = list(commands(get_command(app)))


@pytest.mark.parametrize(("path", "command"), EVERY, ids=[" ".join(path) for path, _ in EVERY])
def test_every_command_shows_an_example_that_it_takes(path: tuple[str, ...], command: Any) -> None:
    assert command.epilog is not None
    assert command.epilog.startswith(EXAMPLE)
    words = shlex.split(command.epilog.removeprefix(EXAMPLE))
    assert tuple(words[: len(path)]) == path
    context = command.make_context(path[-1], words[len(path) :])
    assert context.params


@pytest.mark.parametrize(("path", "command"), EVERY, ids=[" ".join(path) for path, _ in EVERY])
def test_every_option_says_what_it_does(path: tuple[str, ...], command: Any) -> None:
    assert [p.name for p in command.params if not getattr(p, "help", None)] == []
    assert command.help


def test_every_kind_of_edit_says_its_fields() -> None:
    described = {m.model_fields["kind"].annotation.__args__[0]: m for m in vars(sent).values() if _is_edit(m)}
    assert FIELDS.keys() == KINDS.keys() == described.keys()
    for kind, model in described.items():
        assert set(FIELDS[kind]) == model.model_fields.keys() - {"kind"}, kind


def _is_edit(thing: object) -> bool:
    return isinstance(thing, type) and issubclass(thing, sent.Strict) and "kind" in thing.model_fields


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("dateline che", ["check"]),
        ("dateline users sh", ["share", "shares"]),
        ("dateline check --fail-on h", ["high"]),
        ("dateline check --what", ["--what-if"]),
        ("dateline export story --format timelinejs.", ["timelinejs.csv", "timelinejs.json"]),
        ("dateline edits add story hide", ["hide", "hide-link"]),
        ("dateline users add Ada --role e", ["editor"]),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_what_is_typed(shell: str, typed: str, completed: list[str]) -> None:
    words = typed.split(" ")
    told = {"COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)}
    told |= {"_TYPER_COMPLETE_ARGS": typed, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    asked = {**os.environ, **told, "_DATELINE_COMPLETE": f"complete_{shell}"}
    code = "import sys; sys.argv = ['dateline']; from timeline.cli import main; main()"
    said = subprocess.run([sys.executable, "-c", code], env=asked, capture_output=True, text=True, check=False).stdout
    for word in completed:
        assert word in said, said
    assert "backup" not in said


def test_the_name_with_blanks_offers_no_completion_that_could_not_work() -> None:
    said = subprocess.run([sys.executable, "-m", "timeline", "--help"], capture_output=True, text=True, check=True)
    assert "completion" not in said.stdout
