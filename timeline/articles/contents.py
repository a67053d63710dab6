"""What a file holds, as articles: one text, the rows of a table, the entries of a feed, the members of a zip.

What in it is no article is named with its reason, and never stops the rest.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit
from zipfile import BadZipFile, ZipFile, ZipInfo

from timeline.articles import packed, records
from timeline.articles.details import Details
from timeline.articles.encoding import decoded
from timeline.articles.files import LARGEST_DOCUMENT, Kind, from_bytes, is_readable, kind_of, refuse_larger
from timeline.errors import InputError, TimelineError
from timeline.model import Article

if TYPE_CHECKING:
    from timeline.articles.feed_pages import Pages
    from timeline.articles.feeds import Entry
    from timeline.articles.fetch import Fetch, Page

T = TypeVar("T")

MOST_FILES = 5_000
"""Files of a folder or a zip that are looked at."""

LARGEST_UNPACKED = 250_000_000
"""Bytes of all files of a zip together."""

NOT_FILES = re.compile(r"(?:^|/)(?:\.|__MACOSX/|Thumbs\.db$|desktop\.ini$)")
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
    """A file's bytes. `url` is where it was fetched from, `fetch` gets the pages that it names; None: they are left."""

    name: str
    kind: Kind
    body: bytes
    url: str = ""
    fetch: Fetch | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An article, and the name of what it was found in: "june.zip/port.pdf". `note` says what it lacks."""

    name: str
    article: Article
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that is no article, and one sentence why."""

    name: str
    reason: str


Item = Found | Refused


@dataclass(frozen=True, slots=True)
class Opening:
    """Takes the articles out of contents. `more` is told how many more items than one something turns out to hold."""

    options: Options
    more: Callable[[int], None]

    def items(self, name: str, content: Content) -> Iterator[Item]:
        """The articles of one file, and what in it is none."""
        try:
            refuse_larger(content.name, len(content.body), LARGEST_DOCUMENT)
            yield from _ITEMS.get(content.kind, Opening.single)(self, name, content)
        except TimelineError as error:
            yield Refused(name, str(error))
        except (
            Exception
        ) as error:  # a hostile file finds the hole in some library; the others shall be read all the same
            yield Refused(name, f"{content.name!r} can't be read; it may be damaged ({type(error).__name__})")

    def single(self, name: str, content: Content) -> Iterator[Item]:
        """The one article."""
        yield self._only(name, content)

    def mail(self, name: str, content: Content) -> Iterator[Item]:
        """The mail's own text, and the readable files that it carries; pictures and signatures are passed over."""
        from timeline.articles.mail import attachments

        carried = [file for file in attachments(content.body) if is_readable(file.name)]
        own = self._only(name, content)
        own_items = [own] if isinstance(own, Found) or not carried else []
        self.more(len(own_items) + len(carried) - 1)
        yield from own_items
        for file in carried:
            kind = kind_of(file.name)
            label = f"{name}/{file.name}"
            if kind in (Kind.ZIP, Kind.EML):
                yield _nested(label)
            else:
                yield from self.items(label, Content(file.name, kind, file.content))

    def entries(self, name: str, content: Content) -> Iterator[Item]:
        """The entries of a feed, each with the text of its page where it holds only a summary."""
        # What reads feeds is slow to load.
        from timeline.articles import feeds
        from timeline.articles.feed_pages import Pages

        entries, problem = _all_of(feeds.entries_of(content.name, content.body))
        pages = Pages(content.fetch, content.url) if content.fetch else None
        self._expect(entries, problem)
        for entry in entries:
            label = f"{name}: {entry.get('title') or entry.get('link') or 'an entry without a title'}"
            own = _attempt(label, partial(feeds.article_in, entry, published=self.options.published))
            yield self._whole(own, entry, pages) if feeds.is_summary(entry) else own
        _raise(problem)

    def rows(self, name: str, content: Content) -> Iterator[Item]:
        """The rows of a table."""
        text = decoded(content.name, content.body)
        rows, problem = _all_of(records.in_csv(content.name, text, self.options.columns))
        self._expect(rows, problem)
        for number, record in enumerate(rows, 1):
            yield self._record(f"{name}, row {number}", content, number, record, part="column")
        _raise(problem)

    def objects(self, name: str, content: Content) -> Iterator[Item]:
        """The objects of a JSON file."""
        objects = list(records.in_json(content.name, decoded(content.name, content.body)))
        self.more(len(objects) - 1)
        for number, record in enumerate(objects, 1):
            label = name if len(objects) == 1 else f"{name}, entry {number}"
            yield self._record(label, content, number, record)

    def lines(self, name: str, content: Content) -> Iterator[Item]:
        """The objects of JSON lines."""
        numbered = [(number, line) for number, line in enumerate(content.body.splitlines(), 1) if line.strip()]
        self.more(len(numbered) - 1)
        for number, line in numbered:
            try:
                record = records.in_line(line)
            except InputError as error:
                yield Refused(f"{name}, line {number}", str(error))
            else:
                yield self._record(f"{name}, line {number}", content, number, record)

    def members(self, name: str, content: Content) -> Iterator[Item]:
        """The articles of the files in a zip, which never touch the disk."""
        try:
            archive = ZipFile(io.BytesIO(content.body))
        except (BadZipFile, ValueError, NotImplementedError) as error:
            raise InputError(f"{content.name!r} can't be read as a zip; it may be damaged") from error
        with archive:
            members = [m for m in archive.infolist() if not m.is_dir() and not NOT_FILES.search(_safe(m.filename))]
            refuse_larger(f"{content.name}, unpacked,", sum(m.file_size for m in members), LARGEST_UNPACKED)
            if len(members) > MOST_FILES:
                raise InputError(f"{content.name!r} holds {len(members):,} files; at most {MOST_FILES:,} are read")
            if not members:
                raise InputError(f"{content.name!r} holds no files")
            self.more(len(members) - 1)
            for member in members:
                yield from self._member(f"{name}/{_safe(member.filename)}", archive, member)

    def _expect(self, found: Sequence[object], problem: InputError | None) -> None:
        self.more(len(found) + (problem is not None) - 1)

    def _only(self, name: str, content: Content) -> Item:
        told: Details = {"url": content.url, "published": self.options.published}
        return _attempt(name, partial(from_bytes, content.name, content.body, kind=content.kind, **told))

    def _record(self, name: str, content: Content, number: int, record: records.Record, *, part: str = "field") -> Item:
        ident = f"{PurePosixPath(content.name).stem}-{number}"
        columns, published = self.options.columns, self.options.published
        return _attempt(name, partial(records.article_in, record, columns, id=ident, published=published, part=part))

    def _member(self, name: str, archive: ZipFile, member: ZipInfo) -> Iterator[Item]:
        label = PurePosixPath(_safe(member.filename)).name
        try:
            kind = kind_of(label)
            if kind is Kind.ZIP:
                yield _nested(name)
                return
            if member.flag_bits & 0x1:
                raise InputError(f"{label!r} is locked with a password; pack it without one")
            refuse_larger(label, member.file_size, LARGEST_DOCUMENT)
            body = packed.part(archive, member)
        except InputError as error:
            yield Refused(name, str(error))
        except packed.DAMAGED:
            yield Refused(name, f"{label!r} is damaged in its zip")
        else:
            yield from self.items(name, Content(label, kind, body))

    def _whole(self, own: Item, entry: Entry, pages: Pages | None) -> Item:
        """The article of an entry's page; where that can't be had, the entry's own text, and why."""
        reason = "give the feed by its address, then its pages are fetched"
        if pages is not None:
            try:
                return Found(own.name, pages.article(entry, own, self.options.published))
            except InputError as error:
                reason = str(error)
        if isinstance(own, Refused):
            return Refused(own.name, f"{own.reason}; {reason}")
        return Found(own.name, own.article, f"only the feed's summary was kept: {reason}")


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


def _attempt(name: str, read: Callable[[], Article]) -> Item:
    try:
        return Found(name, read())
    except TimelineError as error:
        return Refused(name, str(error))


def _all_of(found: Iterable[T]) -> tuple[list[T], InputError | None]:
    """Everything there is, so that it can be counted, and what came in the way of the rest."""
    kept: list[T] = []
    try:
        for thing in found:
            kept.append(thing)
    except InputError as error:
        return kept, error
    return kept, None


def _raise(problem: InputError | None) -> None:
    if problem is not None:
        raise problem


def _nested(name: str) -> Refused:
    return Refused(name, f"{PurePosixPath(name).name!r} is packed inside of another file; unpack it and give it alone")


def _safe(filename: str) -> str:
    """A member's name for people: it is never used as a path."""
    parts = [part for part in filename.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "file"


_ITEMS: dict[Kind, Callable[[Opening, str, Content], Iterator[Item]]] = {
    Kind.CSV: Opening.rows,
    Kind.EML: Opening.mail,
    Kind.FEED: Opening.entries,
    Kind.JSON: Opening.objects,
    Kind.JSONL: Opening.lines,
    Kind.ZIP: Opening.members,
}
