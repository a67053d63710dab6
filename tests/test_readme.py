"""What the README and its sister pages show is what the program prints: every `$ …` line of a console block is run.

The commands of a block share a store of their own.

`python -m tests.test_readme` writes the real outputs into them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PAGES = (README, *(ROOT / "docs" / f"{name}.md" for name in ("build-a-story", "command-line", "hand-over", "library")))
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
PROGRAM = re.compile(r"```python\n(.*?)```", re.DOTALL)
SHOWN = re.compile(r"^# -> (.*)\n", re.MULTILINE)


def _commands(block: str) -> list[tuple[str, str]]:
    """(command, output) of each `$ ` line of a block."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


def _run(command: str, store: Path) -> str:
    """What a command prints and says, from the project's root, by this Python; `| head -N` is done here."""
    line, _, head = command.partition(" | head -")
    words = [sys.executable, *re.findall(r'"([^"]*)"|(\S+)', line)[1:]]
    arguments = [w if isinstance(w, str) else (w[0] or w[1]) for w in words]
    env = {**os.environ, "DATELINE_DATABASE": str(store), "COLUMNS": "100", "NO_COLOR": "1", "TZ": "Pacific/Apia"}
    done = subprocess.run(
        arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env, check=False
    )
    lines = done.stdout.splitlines(keepends=True)
    return "".join(lines[: int(head)] if head else lines)


def _examples() -> list[list[tuple[str, str]]]:
    return [_commands(block) for page in PAGES for block in BLOCK.findall(page.read_text("utf-8"))]


@pytest.mark.parametrize("commands", _examples(), ids=[block[0][0] for block in _examples()])
def test_pages_show_what_is_printed(commands: list[tuple[str, str]], tmp_path: Path) -> None:
    for command, output in commands:
        assert command.startswith("python ")
        assert _run(command, tmp_path / "store.sqlite") == output


def _programs() -> list[str]:
    return [code for page in PAGES for code in PROGRAM.findall(page.read_text("utf-8"))]


def _printed(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.mark.parametrize("code", _programs())
def test_python_examples_run(code: str) -> None:
    shown = SHOWN.findall(code)
    assert shown
    assert _printed(code) == shown


def test_links_of_the_documents_lead_somewhere() -> None:
    for page in [README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def _renew() -> None:
    def block(match: re.Match[str]) -> str:
        with TemporaryDirectory() as folder:
            store = Path(folder) / "store.sqlite"
            return "```console\n" + "".join(f"$ {c}\n{_run(c, store)}" for c, _ in _commands(match.group(1))) + "```"

    def program(match: re.Match[str]) -> str:
        code = SHOWN.sub("", match.group(1))
        return f"```python\n{code}" + "".join(f"# -> {line}\n" for line in _printed(code)) + "```"

    for page in PAGES:
        page.write_text(PROGRAM.sub(program, BLOCK.sub(block, page.read_text("utf-8"))), "utf-8")


if __name__ == "__main__":
    _renew()
