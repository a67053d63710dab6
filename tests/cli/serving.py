"""`python -m timeline serve` as a process of its own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATELINE = (sys.executable, "-m", "timeline")


@dataclass(frozen=True)
class Served:
    """A server that runs."""

    process: subprocess.Popen[str]
    address: str  # with a slash at its end
    said: str  # before it told its address

    def get(self, path: str, **headers: str) -> str:
        request = urllib.request.Request(self.address + path, headers=headers)
        with urllib.request.urlopen(request) as answer:
            return str(answer.read().decode())

    def send(self, method: str, path: str, **sent: object) -> Any:
        body, headers = json.dumps(sent).encode(), {"Content-Type": "application/json"}
        request = urllib.request.Request(self.address + path, body, headers, method=method)
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read())


@contextmanager
def serve(folder: Path, location: str, *arguments: str) -> Iterator[Served]:
    """A server on a free port, gone afterwards; `folder` holds its seeds and its log."""
    seeds = folder / "seeds"
    seeds.mkdir(exist_ok=True)
    command = [*DATELINE, "serve", "--port", "0", "--database", location, "--seeds", str(seeds), *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = ""
        while not (found := re.search(r"http://\S+:\d+/", said)):
            words = process.stderr.readline()
            assert words, f"the server ended: {said}"
            said += words
        try:
            yield Served(process, found.group().replace("0.0.0.0", "127.0.0.1"), said)
        finally:
            if process.poll() is None:
                process.kill()
