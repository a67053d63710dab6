"""The story that a command is about, stored or told by sources; and what is written of it."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from timeline import articles, pipeline
from timeline.cli.progress import plain, watching
from timeline.cli.sources import articles_in
from timeline.errors import InputError
from timeline.export.prose import harmless
from timeline.model import Entry, Timeline
from timeline.story import Filter, select

if TYPE_CHECKING:
    from timeline.store import Store

BAD, USAGE, STOPPED = 1, 2, 130


def complain(sentence: str) -> None:
    """One line on standard error."""
    say(f"error: {sentence}")


def say(words: str) -> None:
    """Words that are no answer."""
    print(plain(words), file=sys.stderr)  # noqa: T201 - typer's echo would write into the bar


class Refusals:
    """What could not be read: each is told when it is met, and the exit code says so at the end."""

    def __init__(self) -> None:
        self._number = 0

    def note(self, name: str, reason: str) -> None:
        """Tell one."""
        self._number += 1
        complain(f"{name}: {reason}")

    def tell(self, item: articles.Item) -> None:
        """Tell what is no article, and what an article lacks, which is no failure."""
        if isinstance(item, articles.Refused):
            self.note(item.name, item.reason)
        elif item.note:
            say(f"note: {item.name}: {item.note}")

    def settle(self) -> None:
        """Leave with the exit code of bad input when there were any."""
        if self._number:
            raise typer.Exit(BAD)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A story as the options of a command ask for it."""

    names: Sequence[str] = ()
    database: str = ""
    published: date | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    edits: Path | None = None
    only: Filter | None = None

    @property
    def options(self) -> articles.Options:
        """How sources are read."""
        return articles.Options(self.columns or {}, self.published)

    @property
    def is_stored(self) -> bool:
        """One name that is neither an address nor a file is a stored story's."""
        if len(self.names) != 1 or not self.database:
            return False
        (name,) = self.names
        return name != "-" and not articles.is_address(name) and not Path(name).exists()

    def told(self, refusals: Refusals) -> Timeline:
        """The story, or the part of it that the filter keeps. What can't be read goes to `refusals`."""
        timeline = self._stored() if self.is_stored else self._told(refusals)
        return select(timeline, self.only) if self.only else timeline

    def store(self) -> Store:
        """The store that holds the story. Raises InputError when there is none."""
        if "://" not in self.database and not Path(self.database).exists():
            raise InputError(
                f"{self.names[0]!r} is no file, and there is no store {self.database!r} to look for a story in"
            )
        return opened(self.database)

    def _stored(self) -> Timeline:
        if self.edits:
            raise typer.BadParameter("a stored story has its own log; give articles", param_hint="--edits")
        with watching("nothing is written") as watch:
            watch.step("Building the timeline")
            return self.store().timeline(self.names[0])

    def _told(self, refusals: Refusals) -> Timeline:
        log = _log(self.edits) if self.edits else ()
        with watching("nothing is written") as watch:
            given = articles_in(self.names, self.options, refusals.tell, watch)
            readings = [pipeline.read_decided(article, log) for article in given]
            if not readings:
                raise typer.Exit(BAD)
            watch.step("Building the timeline")
            first = readings[0].article
            timeline = pipeline.build_timeline(readings, story_id=first.id, title=self.title or first.title, log=log)
        for lost in timeline.unplaced:
            refusals.note(f"edit {lost.entry.number} finds no place", lost.reason)
        return timeline


def opened(database: str, *, make: bool = False) -> Store:
    """The store. Raises InputError when there is none, unless it shall be made."""
    from timeline.store import Store

    if not make and "://" not in database and not Path(database).exists():
        raise InputError(f"there is no store {database!r} yet; stories add, import and serve make one")
    return Store(database)


def tell(lines: str, output: Path | None = None) -> None:
    """Write an answer for people: what articles say can't steer their terminal."""
    write(f"{harmless(lines)}\n".encode("utf-8", "replace"), output)


def write(content: bytes, output: Path | None = None) -> None:
    """Put it into the file, or on standard output."""
    try:
        if output is not None:
            output.write_bytes(content)
            return
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # whoever reads has seen enough
        raise
    except OSError as error:
        place = "standard output" if output is None else f"the file {str(output)!r}"
        raise InputError(f"{place} can't be written: {error.strerror}") from None


def bytes_of(source: str) -> bytes:
    """What stands in the file, or on standard input for "-". Raises InputError."""
    if source == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except OSError as error:
        raise InputError(f"can't read {source!r}: {error.strerror}") from None


def _log(path: Path) -> tuple[Entry, ...]:
    from timeline.edits.document import load

    try:
        return load(path.read_bytes())
    except OSError as error:
        raise InputError(f"the file {str(path)!r} can't be read: {error.strerror}") from None
