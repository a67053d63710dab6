"""Articles from everything that holds some: texts, files, folders, zips, tables, feeds and addresses.

`collect` is the one way in. What can't be read is named with its reason, and never stops the rest.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zipfile import BadZipFile, ZipFile, ZipInfo

from timeline.articles import records
from timeline.articles.details import Details
from timeline.articles.encoding import decoded
from timeline.articles.files import (
    LARGEST_DOCUMENT,
    Kind,
    content_of,
    from_bytes,
    is_readable,
    kind_of,
    refuse_larger,
)
from timeline.errors import InputError, TimelineError
from timeline.model import Article

if TYPE_CHECKING:
    from timeline.articles.fetch import Page

MOST_FILES = 5_000
"""Files of a folder or a zip that are looked at."""

LARGEST_UNPACKED = 250_000_000
"""Bytes of all files of a zip together."""

_ADDRESS = re.compile(r"https?://", re.I)
_NOT_FILES = re.compile(r"(?:^|/)(?:\.|__MACOSX/|Thumbs\.db$|desktop\.ini$)")
_MEDIA_KINDS = {
    "application/atom+xml": Kind.FEED,
    "application/json": Kind.JSON,
    "application/pdf": Kind.PDF,
    "application/rss+xml": Kind.FEED,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Kind.DOCX,
    "application/xhtml+xml": Kind.HTML,
    "application/xml": Kind.FEED,
    "message/rfc822": Kind.EML,
    "text/csv": Kind.CSV,
    "text/html": Kind.HTML,
    "text/plain": Kind.TEXT,
    "text/xml": Kind.FEED,
}


@dataclass(frozen=True, slots=True)
class Options:
    """How sources are to be read: `columns` maps an article's fields to a table's columns.

    `published` is given to every article that does not bring a day of its own.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A file's bytes. `url` is where it was fetched from."""

    name: str
    kind: Kind
    body: bytes
    url: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that was given, opened when its turn comes."""

    name: str
    opened: Callable[[], Content]


@dataclass(frozen=True, slots=True)
class Found:
    """An article, and the name of what it was found in: "june.zip/port.pdf"."""

    name: str
    article: Article


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that is no article, and one sentence why."""

    name: str
    reason: str


Item = Found | Refused


def is_address(given: str) -> bool:
    """It is to be fetched rather than opened."""
    return _ADDRESS.match(given) is not None


def uploaded(name: str, body: bytes) -> Source:
    """A file that came with a name and its bytes."""
    label = PurePosixPath(name.replace("\\", "/")).name or "file"
    return Source(label, partial(_named, label, body))


def at_address(url: str) -> Source:
    """A page, a feed or a file on the open internet."""
    return Source(url, partial(_fetched, url))


def in_path(path: Path) -> Iterator[Source]:
    """The file, or every file in the folder and its folders, in order of names; hidden ones are passed over."""
    if not path.is_dir():
        yield Source(str(path), partial(_opened, path))
        return
    inside = sorted(p for p in path.rglob("*") if p.is_file() and not p.is_symlink())
    shown = [p for p in inside if not _NOT_FILES.search(p.relative_to(path).as_posix())]
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


def collect(sources: Iterable[Source], options: Options = Options()) -> Iterator[Item]:
    """Every article of the sources, one after the other as they are read, and the reason for each that is none."""
    for source in sources:
        try:
            content = source.opened()
        except TimelineError as error:
            yield Refused(source.name, str(error))
        else:
            yield from items_of(source.name, content, options)


def items_of(name: str, content: Content, options: Options) -> Iterator[Item]:
    """The articles of one file, and what in it is none."""
    try:
        refuse_larger(content.name, len(content.body), LARGEST_DOCUMENT)
        yield from _ITEMS.get(content.kind, _single)(name, content, options)
    except TimelineError as error:
        yield Refused(name, str(error))
    except Exception as error:  # a hostile file finds the hole in some library; the others shall be read all the same
        yield Refused(name, f"{content.name!r} can't be read; it may be damaged ({type(error).__name__})")


def _named(name: str, body: bytes) -> Content:
    return Content(name, kind_of(name), body)


def _opened(path: Path) -> Content:
    return Content(path.name, kind_of(path.name), content_of(path))


def _refuse(reason: str) -> Content:
    raise InputError(reason)


def _attempt(name: str, read: Callable[[], Article]) -> Item:
    try:
        return Found(name, read())
    except TimelineError as error:
        return Refused(name, str(error))


def _only(name: str, content: Content, options: Options) -> Item:
    told: Details = {"url": content.url, "published": options.published}
    return _attempt(name, partial(from_bytes, content.name, content.body, kind=content.kind, **told))


def _single(name: str, content: Content, options: Options) -> Iterator[Item]:
    yield _only(name, content, options)


def _mail(name: str, content: Content, options: Options) -> Iterator[Item]:
    """The mail's own text, and the readable files that it carries; pictures and signatures are passed over."""
    from timeline.articles.mail import attachments

    carried = [file for file in attachments(content.body) if is_readable(file.name)]
    own = _only(name, content, options)
    if isinstance(own, Found) or not carried:
        yield own
    for file in carried:
        kind = kind_of(file.name)
        label = f"{name}/{file.name}"
        if kind in (Kind.ZIP, Kind.EML):
            yield _nested(label)
        else:
            yield from items_of(label, Content(file.name, kind, file.content), options)


def _entries(name: str, content: Content, options: Options) -> Iterator[Item]:
    from timeline.articles import feeds

    for entry in feeds.entries_of(content.name, content.body):
        label = f"{name}: {entry.get('title') or entry.get('link') or 'an entry without a title'}"
        yield _attempt(label, partial(feeds.article_in, entry, published=options.published))


def _rows(name: str, content: Content, options: Options) -> Iterator[Item]:
    rows = records.in_csv(content.name, decoded(content.name, content.body), options.columns)
    for number, record in enumerate(rows, 1):
        yield _record(f"{name}, row {number}", content, number, record, options, part="column")


def _objects(name: str, content: Content, options: Options) -> Iterator[Item]:
    objects = list(records.in_json(content.name, decoded(content.name, content.body)))
    for number, record in enumerate(objects, 1):
        label = name if len(objects) == 1 else f"{name}, entry {number}"
        yield _record(label, content, number, record, options)


def _lines(name: str, content: Content, options: Options) -> Iterator[Item]:
    for number, line in enumerate(content.body.splitlines(), 1):
        if line.strip():
            try:
                record = records.in_line(line)
            except InputError as error:
                yield Refused(f"{name}, line {number}", str(error))
            else:
                yield _record(f"{name}, line {number}", content, number, record, options)


def _record(
    name: str, content: Content, number: int, record: records.Record, options: Options, *, part: str = "field"
) -> Item:
    ident = f"{PurePosixPath(content.name).stem}-{number}"
    read = partial(records.article_in, record, options.columns, id=ident, published=options.published, part=part)
    return _attempt(name, read)


def _members(name: str, content: Content, options: Options) -> Iterator[Item]:
    """The articles of the files in a zip, which never touch the disk."""
    try:
        archive = ZipFile(io.BytesIO(content.body))
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise InputError(f"{content.name!r} can't be read as a zip; it may be damaged") from error
    with archive:
        members = [m for m in archive.infolist() if not m.is_dir() and not _NOT_FILES.search(_safe(m.filename))]
        refuse_larger(f"{content.name}, unpacked,", sum(m.file_size for m in members), LARGEST_UNPACKED)
        if len(members) > MOST_FILES:
            raise InputError(f"{content.name!r} holds {len(members):,} files; at most {MOST_FILES:,} are read")
        if not members:
            raise InputError(f"{content.name!r} holds no files")
        for member in members:
            yield from _member(f"{name}/{_safe(member.filename)}", archive, member, options)


def _member(name: str, archive: ZipFile, member: ZipInfo, options: Options) -> Iterator[Item]:
    label = PurePosixPath(_safe(member.filename)).name
    try:
        kind = kind_of(label)
        if kind is Kind.ZIP:
            yield _nested(name)
            return
        if member.flag_bits & 0x1:
            raise InputError(f"{label!r} is locked with a password; pack it without one")
        refuse_larger(label, member.file_size, LARGEST_DOCUMENT)
        body = archive.read(member)
    except InputError as error:
        yield Refused(name, str(error))
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        yield Refused(name, f"{label!r} is damaged in its zip")
    else:
        yield from items_of(name, Content(label, kind, body), options)


def _nested(name: str) -> Refused:
    return Refused(name, f"{PurePosixPath(name).name!r} is packed inside of another file; unpack it and give it alone")


def _safe(filename: str) -> str:
    """A member's name for people: it is never used as a path."""
    parts = [part for part in filename.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "file"


def _fetched(url: str) -> Content:
    # Loading what speaks with the network takes longer than reading a text.
    from timeline.articles.fetch import fetch

    return content_of_page(fetch(url))


def content_of_page(page: Page) -> Content:
    """A fetched page as a file, of the kind that its head or the server says. Raises InputError for another kind."""
    kind = _sniffed(page.content) or _MEDIA_KINDS.get(page.media_type)
    if kind is None:
        says = page.media_type or "something without a type"
        raise InputError(f"{page.url[:100]!r} is {says}; only pages, texts, PDF, Word, feeds and tables are read")
    name = PurePosixPath(urlsplit(page.url).path).stem or "page"
    return Content(name, kind, page.content, page.url)


def _sniffed(body: bytes) -> Kind | None:
    head = body[:1000].lstrip()
    if head.startswith(b"%PDF"):
        return Kind.PDF
    return Kind.FEED if head.startswith(b"<") and re.search(rb"<(?:rss|feed|rdf:RDF)\b", head) else None


_ITEMS: dict[Kind, Callable[[str, Content, Options], Iterator[Item]]] = {
    Kind.CSV: _rows,
    Kind.EML: _mail,
    Kind.FEED: _entries,
    Kind.JSON: _objects,
    Kind.JSONL: _lines,
    Kind.ZIP: _members,
}
