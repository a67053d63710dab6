"""The pages about exports and the command line tell all there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.main import get_command

from timeline import export
from timeline.cli import app
from timeline.cli.options import FORMATS
from timeline.export import (
    articles_csv,
    events_csv,
    inconsistencies_csv,
    links_csv,
    matrix_csv,
    mentions_csv,
    timexes_csv,
)

DOCS = Path(__file__).parents[2] / "docs"
EXPORTS = (DOCS / "exports.md").read_text(encoding="utf-8")
COMMAND_LINE = (DOCS / "command-line.md").read_text(encoding="utf-8")
TABLES = {
    "csv": events_csv.COLUMNS,
    "mentions.csv": mentions_csv.COLUMNS,
    "timexes.csv": timexes_csv.COLUMNS,
    "links.csv": links_csv.COLUMNS,
    "inconsistencies.csv": inconsistencies_csv.COLUMNS,
    "articles.csv": articles_csv.COLUMNS,
    "matrix.csv": matrix_csv.COLUMNS,
}


@pytest.mark.parametrize("name", list(export.formats()))
def test_every_format_is_in_the_docs(name: str) -> None:
    assert f"`{name}`" in EXPORTS


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_in_its_section_of_the_docs(name: str) -> None:
    section = EXPORTS.split(f"\n## `{name}`")[1].split("\n## ")[0]
    assert [column for column in TABLES[name] if f"`{column}`" not in section] == []


def test_every_command_and_option_is_in_the_docs() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    inner = [c for group in commands.values() for c in getattr(group, "commands", {}).values()]
    names = [f"`{name}" for name in (*commands, *(c.name for c in inner))]
    every = [*commands.values(), *inner]
    options = [o for c in every for p in c.params for o in p.opts if o.startswith("--") and o != "--title"]
    assert [word for word in names + options if word not in COMMAND_LINE] == []


def test_the_help_names_every_format() -> None:
    assert list(FORMATS) == list(export.formats())
