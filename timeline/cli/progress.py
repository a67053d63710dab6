"""How far long work is, on a bar where standard error is a terminal, and what is told of it when somebody stops it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

LONGEST_NAME = 60


class Stopped(KeyboardInterrupt):
    """Ctrl+C: one sentence that says how far it came, and what is kept of it."""


class Watch:
    """Counts what is read of what is known. When it is stopped, `kept` is what remains of the work."""

    def __init__(self, kept: str, *, shown: bool) -> None:
        self.kept = kept
        self.read = self.total = 0
        self._shown = shown
        self._bar: Progress | None = None

    def expect(self, number: int) -> None:
        """So many more are to be read."""
        self.total += number
        self._show()

    def done(self, name: str) -> None:
        """One more is read."""
        self.read += 1
        self._show(name)

    def step(self, says: str) -> None:
        """What is done now can't be counted."""
        if self._shown:
            bar = self._started()
            bar.remove_task(bar.task_ids[0])
            bar.add_task(says, total=None, count="", name="")

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def _show(self, name: str = "") -> None:
        if self._shown:
            bar, total = self._started(), self.total or None
            count = f"{self.read:,}/{total:,}" if total else f"{self.read:,}"
            name = plain(name)[-LONGEST_NAME:]
            bar.update(bar.task_ids[0], completed=self.read, total=total, count=count, name=name)

    def _started(self) -> Progress:
        self._bar = self._bar or _bar()
        return self._bar


@contextmanager
def watching(kept: str, *, writes: bool = False) -> Iterator[Watch]:
    """A watch while something long is done. At Ctrl+C raises Stopped, which says that `kept` is what remains.

    What `writes` on the terminal all the while gets no bar there.
    """
    watch = Watch(kept, shown=sys.stderr.isatty() and not (writes and sys.stdout.isatty()))
    try:
        yield watch
    except KeyboardInterrupt:
        far = f"{watch.read:,} of {watch.total:,} read" if watch.total else f"{watch.read:,} read"
        raise Stopped(f"stopped: {far}; {watch.kept}") from None
    finally:
        watch.close()


def plain(text: str) -> str:
    """The text without what steers a terminal or turns the reading direction: names of files may hold anything."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _bar() -> Progress:
    # Loading rich takes longer than reading an article.
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[count]}", markup=False),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task("Reading", total=None, count="", name="")
    bar.start()
    return bar
