"""What a request asks for, as the library's own types."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from werkzeug.datastructures import FileStorage, MultiDict

from timeline import articles
from timeline.errors import InputError
from timeline.model import Article, Verdict
from timeline.store import Given
from timeline.story import Filter
from timeline.story.findings import OPEN
from web.frame import Frame
from web.view import View
from web.window import Window

NARROWEST, WIDEST = 280, 3840  # pixels


VISIBLE = r"[^\s\x00-\x1f\x7f-\x9f]"
"""Some character that can be seen."""

EVERYTHING = "all"
"""The zoom that shows the whole story."""


def view(arguments: MultiDict[str, str]) -> View:
    """What the address asks to see. Raises InputError for a filter that means nothing."""
    return View.parse(arguments.to_dict(flat=False))


def wanted(arguments: MultiDict[str, str]) -> Filter:
    """The filter that the address asks for. Raises InputError when it means nothing."""
    return Filter.parse(arguments.to_dict(flat=False))


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of a long list."""

    limit: int
    offset: int


def part(arguments: Mapping[str, str]) -> Slice:
    """The part of a list that the address asks for. Raises InputError when it means nothing."""
    return Slice(
        _number(arguments, "limit", usual=100, least=1, most=1000),
        _number(arguments, "offset", usual=0, least=0, most=2**31 - 1),
    )


def findings(arguments: MultiDict[str, str]) -> dict[str, tuple[str, ...]]:
    """Which findings the address asks for, beside what its filter says. Raises InputError for no verdict."""
    verdicts = tuple(filter(None, arguments.getlist("verdict")))
    for verdict in verdicts:
        if verdict not in (OPEN, *Verdict):
            raise InputError(f"no verdict {verdict[:40]!r}; choose from {', '.join((OPEN, *Verdict))}")
    return {"check": tuple(filter(None, arguments.getlist("check"))), "verdict": verdicts}


def _number(arguments: Mapping[str, str], name: str, *, usual: int, least: int, most: int) -> int:
    written = arguments.get(name)
    if written is None:
        return usual
    if not re.fullmatch("[0-9]{1,12}", written) or not least <= int(written) <= most:
        raise InputError(f"{name}={written[:20]!r} is no whole number from {least} to {most:,}")
    return int(written)


def frame(arguments: Mapping[str, str], view: View) -> Frame:
    """How the chart is to be drawn; what makes no sense falls back to the usual."""
    width = arguments.get("width", "")
    return Frame(
        width=min(max(int(width), NARROWEST), WIDEST) if re.fullmatch("[0-9]{1,5}", width) else 1000,
        dark=arguments.get("theme") == "dark",
        window=_window(view.zoom),
        everything=view.zoom == EVERYTHING,
    )


def article(form: Mapping[str, str], uploads: Sequence[FileStorage]) -> Article | None:
    """The one article that a form holds, a text or one file; None when it holds more, or what takes long.

    Raises InputError.
    """
    files, addresses = _files(uploads), _addresses(form)
    published = day(form.get("published", ""))
    if not files and not addresses:
        return articles.from_text(_text(form), published=published)
    if len(files) != 1 or addresses or _text(form).strip():
        return None
    name = files[0].filename or ""
    if articles.kind_of(name).is_collection or articles.kind_of(name) is articles.Kind.EML:
        return None
    return articles.from_bytes(name, files[0].read(), published=published)


def given(form: Mapping[str, str], uploads: Sequence[FileStorage]) -> list[Given]:
    """Everything that a form holds, to be read in the background."""
    text = _text(form)
    pasted = [Given("pasted text.txt", text.encode("utf-8", "replace"))] if re.search(VISIBLE, text) else []
    files = [Given(file.filename or "", file.read()) for file in _files(uploads)]
    return [*pasted, *files, *map(Given, _addresses(form))]


def document(upload: FileStorage | None) -> bytes:
    """The exported story that a form brings. Raises InputError when it brings none."""
    if upload is None or not upload.filename:
        raise InputError("choose the file of an exported story; its export is called Timeline (JSON)")
    content: bytes = upload.read()
    return content


def options(form: Mapping[str, str]) -> articles.Options:
    """How it is to be read. Raises InputError."""
    return articles.Options(articles.parse_columns(form.get("columns", "")), day(form.get("published", "")))


def _files(uploads: Sequence[FileStorage]) -> list[FileStorage]:
    return [upload for upload in uploads if upload.filename]


def _addresses(form: Mapping[str, str]) -> list[str]:
    """The addresses, one or several in a field, one or several fields. Raises InputError for what is none."""
    fields = form.getlist("address") if isinstance(form, MultiDict) else [form.get("address", "")]
    words = [word for field in fields for word in field.split()]
    for word in words:
        if not re.match("https?://", word, re.IGNORECASE):
            raise InputError(f"{word[:60]!r} is no web address; write one that begins with https:// or http://")
    return words


def _text(form: Mapping[str, str]) -> str:
    return form.get("text", "").replace("\r\n", "\n")


def publication(form: Mapping[str, str]) -> date | None:
    """The publication day that a person sets; None takes an earlier one back. Raises InputError."""
    return None if "clear" in form else day(form.get("instead") or form.get("published", ""))


def day(written: str) -> date | None:
    """The day that a form field holds, None when it is empty. Raises InputError."""
    return articles.parse_day(written) if written.strip() else None


def _window(zoom: str) -> Window | None:
    """The stretch of time that "2021-03-09/2021-03-10T12:30" names, None when it names none."""
    start, _, end = zoom.partition("/")
    low, high = _moment(start), _moment(end)
    return Window(low, high) if low and high and low < high else None


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written).replace(tzinfo=None)
    except ValueError:
        return None
