"""A bar on the terminal while many things are read; nothing where standard error is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

FEW = 2
"""So many need no bar."""

Watched = tuple[Iterable[T], Callable[[str], None]]


@contextmanager
def watched(given: Sequence[T]) -> Iterator[Watched[T]]:
    """The same things, each counted once the next is asked for, and what to call with the name of what was read."""
    if len(given) < FEW or not sys.stderr.isatty():
        yield given, _silent
        return
    # Loading rich takes longer than reading an article.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=len(given), name="")

        def counted() -> Iterator[T]:
            for thing in given:
                yield thing
                progress.advance(task)

        yield counted(), lambda name: progress.update(task, name=name[-60:])


def _silent(_name: str) -> None:
    return
