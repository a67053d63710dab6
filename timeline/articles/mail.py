"""An article from an e-mail (.eml): its text, its date, and the files it carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from typing import Unpack

from timeline.articles.details import Details
from timeline.articles.paragraphs import in_markup, under_headline
from timeline.articles.text import from_text
from timeline.errors import InputError
from timeline.model import Article, StatedDate

MOST_ATTACHMENTS = 50


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a mail carries."""

    name: str
    content: bytes


def from_eml(name: str, content: bytes, **details: Unpack[Details]) -> Article:
    """The article that a mail's text is, dated by its header. Raises InputError when it holds no text."""
    mail = _parsed(content)
    paragraphs = _paragraphs(mail)
    if not any(c.isalnum() for p in paragraphs for c in p):
        raise InputError(f"{name!r} is a mail without text")
    title = details.get("title") or _header(mail, "Subject")
    sender, address = parseaddr(_header(mail, "From"))
    told: Details = {
        "title": title,
        "source": details.get("source") or sender or address,
        "stated_dates": details.get("stated_dates", ()) + _sent(mail),
    }
    return from_text(under_headline(title, paragraphs), **(details | told))


def attachments(content: bytes) -> Iterator[Attachment]:
    """The named files that a mail carries, in order."""
    carried = (part for part in _parsed(content).walk() if part.get_content_disposition() == "attachment")
    for number, part in enumerate(carried):
        if number == MOST_ATTACHMENTS:
            return
        file = part.get_payload(decode=True)
        if isinstance(file, bytes):
            yield Attachment(part.get_filename() or f"attachment {number + 1}", file)


def _parsed(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=policy.default)


def _header(mail: EmailMessage, key: str) -> str:
    try:
        return " ".join(str(mail.get(key, "")).split())
    except (ValueError, TypeError, IndexError, AttributeError):  # what the standard library's parser stumbles over
        return ""


def _paragraphs(mail: EmailMessage) -> list[str]:
    plain = mail.get_body(("plain",))
    if plain is not None and (text := _content(plain)).strip():
        return [p.strip() for p in text.replace("\r\n", "\n").split("\n\n") if p.strip()]
    page = mail.get_body(("html",))
    return in_markup(_content(page)) if page is not None else []


def _content(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError):  # an encoding that does not exist, or is not what it says
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _sent(mail: EmailMessage) -> tuple[StatedDate, ...]:
    """The day of its Date header, where it was sent."""
    try:
        sent: datetime = parsedate_to_datetime(_header(mail, "Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ()
    return (StatedDate("mail", sent.date(), f"the mail's Date header says {sent.date()}"),)
