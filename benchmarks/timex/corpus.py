"""The annotated corpus: `timex/dev.jsonl` in the folder that DATELINE_BENCH names."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.timex.scoring import Marked

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Document:
    """One annotated document; `fold` is decided by its name."""

    id: str
    text: str
    published: date
    timexes: tuple[Marked, ...]

    @property
    def fold(self) -> int:
        """0 to FOLDS - 1."""
        return zlib.crc32(self.id.encode()) % FOLDS


def load(folder: Path) -> list[Document]:
    """Every document of the development split, in order."""
    lines = (folder / "timex" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [_document(json.loads(line)) for line in lines if line.strip()]


def _document(row: dict[str, object]) -> Document:
    timexes = row["timexes"]
    assert isinstance(timexes, list)
    marked = tuple(Marked(t["start"], t["end"], t["type"], t["value"]) for t in timexes)
    return Document(str(row["doc_id"]), str(row["text"]), date.fromisoformat(str(row["dct"])), marked)
