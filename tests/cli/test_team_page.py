"""docs/team.md shows what really happens."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from timeline.cli import app
from timeline.store import Store, keys, people

PAGE = (Path(__file__).parents[2] / "docs" / "team.md").read_text(encoding="utf-8")
OURS = "$ python -m timeline "


def shown() -> list[tuple[str, str]]:
    """Each command of the page that ends by itself, with the output shown under it."""
    blocks = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    steps = [step for block in blocks for step in re.split(r"^(?=\$ )", block, flags=re.MULTILINE) if step]
    lines = [step.partition("\n") for step in steps if step.startswith(OURS)]
    return [(first.removeprefix(OURS), rest) for first, _, rest in lines if " serve " not in f" {first}"]


def test_every_command_says_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_DATABASE", "s.sqlite")
    Store("s.sqlite").create_story("Green Zone rockets")
    said = [
        (command, CliRunner().invoke(app, shlex.split(command), input="correct horse battery\n").output)
        for command, _ in shown()
    ]
    assert said == shown()
    assert len(said) >= 5


def test_every_setting_of_serve_is_told() -> None:
    serve = get_command(app).commands["serve"]  # type: ignore[attr-defined]
    options = [name for option in serve.params for name in (*option.opts, *option.secondary_opts)]
    variables = [
        name
        for option in serve.params
        for name in ([option.envvar] if isinstance(option.envvar, str) else option.envvar or [])
    ]
    assert [name for name in options + variables if f"`{name}`" not in PAGE] == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"at least {people.SHORTEST_PASSWORD} characters",
        f"ends after {keys.SESSION_S // 86400} days",
        f"After {keys.TRIES_OF_AN_ACCOUNT} wrong passwords for one name",
        f"or {keys.TRIES_OF_AN_ADDRESS} from one address",
        f"{keys.WINDOW_S // 60} minutes",
    ],
)
def test_its_numbers_are_the_programs(sentence: str) -> None:
    assert sentence in " ".join(PAGE.split())
