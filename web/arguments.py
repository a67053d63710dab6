"""What a request asks for, as the library's own types."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from werkzeug.datastructures import FileStorage

from timeline import articles
from timeline.model import Article
from web.frame import Frame
from web.window import Window

NARROWEST, WIDEST = 280, 3840  # pixels


def frame(arguments: Mapping[str, str]) -> Frame:
    """How the chart is to be drawn; what makes no sense falls back to the usual."""
    width = arguments.get("width", "")
    return Frame(
        width=min(max(int(width), NARROWEST), WIDEST) if width.isdecimal() and len(width) < 6 else 1000,
        dark=arguments.get("theme") == "dark",
        window=_window(arguments.get("from", ""), arguments.get("to", "")),
        everything=arguments.get("range") == "all",
    )


def article(form: Mapping[str, str], upload: FileStorage | None) -> Article:
    """The article that a form holds: its file when there is one, else its text. Raises InputError."""
    published = day(form.get("published", ""))
    if upload is not None and upload.filename:
        return articles.from_bytes(upload.filename, upload.read(), published=published)
    return articles.from_text(form.get("text", "").replace("\r\n", "\n"), published=published)


def publication(form: Mapping[str, str]) -> date | None:
    """The publication day that a person sets; None takes an earlier one back. Raises InputError."""
    return None if "clear" in form else day(form.get("instead") or form.get("published", ""))


def day(written: str) -> date | None:
    """The day that a form field holds, None when it is empty. Raises InputError."""
    return articles.parse_day(written) if written.strip() else None


def _window(start: str, end: str) -> Window | None:
    low, high = _moment(start), _moment(end)
    return Window(low, high) if low and high and low < high else None


def _moment(written: str) -> datetime | None:
    """The moment that plotly's own notation names, None when it names none."""
    try:
        return datetime.fromisoformat(written).replace(tzinfo=None)
    except ValueError:
        return None
