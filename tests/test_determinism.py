"""The same input gives the same bytes: on any machine clock, in any time zone, with any order of hash seeds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, "-m", "timeline", "build", "seeds/green-zone-rockets.txt", "tests/stories/ferry.txt"]


def _run(**env: str) -> bytes:
    done = subprocess.run(COMMAND, cwd=ROOT, capture_output=True, check=True, env={**os.environ, **env})
    return done.stdout


@pytest.fixture(scope="module")
def expected() -> bytes:
    return _run(PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Apia"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "C"},
    ],
    ids=["another hash seed and zone", "another locale"],
)
def test_output_is_the_same_bytes(env: dict[str, str], expected: bytes) -> None:
    assert expected
    assert _run(**env) == expected
