"""What docs/correct.md shows is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "correct.md").read_text(encoding="utf-8")


def test_the_example_of_the_library_prints_what_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert code
    exec(code[1], {})
    shown = [line.removeprefix("# -> ") for line in code[1].splitlines() if line.startswith("# -> ")]
    assert capsys.readouterr().out.splitlines() == shown
