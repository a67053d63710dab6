"""Articles from everything that holds some: texts, files, folders, zips, tables, feeds and addresses.

`collect` is the one way in. What can't be read is named with its reason, and never stops the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from timeline.articles.contents import (
    MOST_FILES,
    NOT_FILES,
    Content,
    Item,
    Opening,
    Options,
    Refused,
    content_of_page,
)
from timeline.articles.files import content_of, kind_of
from timeline.errors import InputError, TimelineError

if TYPE_CHECKING:
    from timeline.articles.fetch import Fetch

_ADDRESS = re.compile(r"https?://", re.I)


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that was given, opened when its turn comes."""

    name: str
    opened: Callable[[], Content]


def is_address(given: str) -> bool:
    """It is to be fetched rather than opened."""
    return _ADDRESS.match(given) is not None


def uploaded(name: str, body: bytes) -> Source:
    """A file that came with a name and its bytes."""
    label = PurePosixPath(name.replace("\\", "/")).name or "file"
    return Source(label, partial(_named, label, body))


def at_address(url: str, fetch: Fetch | None = None) -> Source:
    """A page, a feed or a file on the open internet, got by `articles.fetch.fetch` where no other is given."""
    return Source(url, partial(_fetched, url, fetch))


def in_path(path: Path) -> Iterator[Source]:
    """The file, or every file in the folder and its folders, in order of names; hidden ones are passed over."""
    if not path.is_dir():
        yield Source(str(path), partial(_opened, path))
        return
    inside = sorted(p for p in path.rglob("*") if p.is_file() and not p.is_symlink())
    shown = [p for p in inside if not NOT_FILES.search(p.relative_to(path).as_posix())]
    if not shown:
        yield Source(str(path), partial(_refuse, f"the folder {str(path)!r} holds no files"))
    for file in shown[:MOST_FILES]:
        yield Source(str(file), partial(_opened, file))
    if len(shown) > MOST_FILES:
        more = f"the folder {str(path)!r} holds {len(shown):,} files; the first {MOST_FILES:,} were read"
        yield Source(str(path), partial(_refuse, more))


def given_as(given: str) -> Iterator[Source]:
    """What an address, a file's or a folder's name stands for."""
    return iter((at_address(given),)) if is_address(given) else in_path(Path(given))


def collect(
    sources: Iterable[Source],
    options: Options = Options(),  # noqa: B008 it is frozen
    more: Callable[[int], None] | None = None,
) -> Iterator[Item]:
    """Every article of the sources, one after the other as they are read, and the reason for each that is none.

    `more` is told, when a source is opened, how many more items than one it holds: so progress can be counted.
    """
    opening = Opening(options, more or _nobody)
    for source in sources:
        try:
            content = source.opened()
        except TimelineError as error:
            yield Refused(source.name, str(error))
        else:
            yield from opening.items(source.name, content)


def _nobody(_more: int) -> None:
    return


def _named(name: str, body: bytes) -> Content:
    return Content(name, kind_of(name), body)


def _opened(path: Path) -> Content:
    return Content(path.name, kind_of(path.name), content_of(path))


def _refuse(reason: str) -> Content:
    raise InputError(reason)


def _fetched(url: str, fetch: Fetch | None) -> Content:
    # Loading what speaks with the network takes longer than reading a text.
    from timeline.articles import fetch as network

    get = fetch or network.fetch
    return replace(content_of_page(get(url)), fetch=get)
