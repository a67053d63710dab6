"""`python -m benchmarks.timex FOLDER [--only NAME …]`: accuracy and speed, ours beside its peers, in one run.

FOLDER is the corpora's folder ($DATELINE_BENCH). Peers come from benchmarks/requirements.txt; those that are not
installed are left out. Speed is text read per second of processor time in this one process, after a first reading.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.timex import corpus, systems
from benchmarks.timex.corpus import FOLDS, Document
from benchmarks.timex.scoring import Marked, score
from benchmarks.timex.systems import System

HEAD = f"{'system':20s} {'value':>6s} {'exact':>6s} {'strict':>6s} {'relaxed':>7s} {'type':>6s} {'KB/s':>7s}"


def read(system: System, documents: Sequence[Document]) -> tuple[list[list[Marked]], float]:
    """What the system finds in each document, and the kilobytes that it reads in a second."""
    system(documents[0].text, documents[0].published)
    start = time.process_time()
    found = [system(d.text, d.published) for d in documents]
    seconds = time.process_time() - start
    return found, sum(len(d.text.encode()) for d in documents) / 1000 / seconds


def row(name: str, documents: Sequence[Document], found: Sequence[Sequence[Marked]], speed: float | None) -> str:
    """One line of the table."""
    s = score((d.timexes, f) for d, f in zip(documents, found, strict=True))
    speed_text = "" if speed is None else f"{speed:7.0f}"
    return f"{name:20s} {s.value:6.1f} {s.exact:6.1f} {s.strict:6.1f} {s.relaxed:7.1f} {s.type:6.1f} {speed_text}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="benchmarks.timex", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", choices=sorted(systems.PEERS), default=list(systems.PEERS))
    chosen = parser.parse_args()
    documents = corpus.load(chosen.folder)
    print(f"{len(documents)} documents, {sum(len(d.timexes) for d in documents)} expressions; F1 in per cent")
    print(HEAD)
    for _ in range(2):  # the second reading is the one measured: the first fills the automaton
        found, speed = read(systems.ours, documents)
    print(row("dateline", documents, found, speed))
    for fold in range(FOLDS):
        held = [i for i, d in enumerate(documents) if d.fold == fold]
        print(row(f"  fold {fold}", [documents[i] for i in held], [found[i] for i in held], None))
    for name in chosen.only:
        try:
            peer = systems.PEERS[name]()
        except ImportError:
            print(f"{name:20s} not installed (pip install -r benchmarks/requirements.txt)")
            continue
        answers, speed = read(peer, documents)
        print(row(name, documents, answers, speed), flush=True)


main()
