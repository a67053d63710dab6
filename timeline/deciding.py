"""What a person, a form or a program asks to change, in plain fields, as an edit that holds on to quotes.

deciding.edit(story, {"kind": "set-time", "event": "post:2-10", "time": "2019-09-23 evening"})
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from timeline import articles, edits, timex
from timeline.errors import InputError, NotFoundError
from timeline.model import (
    AddEvent,
    AddLink,
    Anchor,
    Edit,
    Entry,
    Event,
    EventAnchor,
    Hide,
    Judge,
    Merge,
    RelationKind,
    SetPublication,
    SetStatus,
    SetTime,
    SetTitle,
    Span,
    Split,
    Status,
    Timeline,
    Verdict,
)
from timeline.story.refs import event_at, finding_at, link_at, mention_at
from timeline.temporal.interval import Interval

LONGEST_TITLE, LONGEST_NOTE = 200, 2000

Sent = Mapping[str, Any]
Choice = TypeVar("Choice", bound=StrEnum)


def edit(story: Timeline, sent: Sent) -> Edit:
    """The edit of the kind that is sent. Raises InputError, and NotFoundError for what the story does not have."""
    kind = str(sent.get("kind", ""))
    if kind not in KINDS:
        raise InputError(f"no kind of edit {kind[:40]!r}; choose from {', '.join(KINDS)}")
    return KINDS[kind](story, sent)


def changes(story: Timeline, sent: Sent) -> tuple[Edit, ...]:
    """The edits of an event's title, time and status, one for each field that the person changed.

    A field was changed when it differs from `was_…`, what the form showed: not from the story, which another person
    may have changed since.
    """
    fields = (("title", "set-title"), ("time", "set-time"), ("status", "set-status"))
    changed = [kind for name, kind in fields if _text(sent, name) != _text(sent, f"was_{name}")]
    return tuple(edit(story, {**sent, "kind": kind}) for kind in changed)


def entry(story: Timeline, number: str) -> Entry:
    """The entry of the log with that number. Raises NotFoundError."""
    found = next((e for e in story.log if str(e.number) == number), None)
    if found is None:
        raise NotFoundError(f"this story's log has no entry {number[:40]!r}; it has {len(story.log)}")
    return found


def _set_publication(story: Timeline, sent: Sent) -> Edit:
    article = _text(sent, "article")
    if article not in story.articles:
        raise NotFoundError(f"this story has no article {article!r}")
    written = _text(sent, "date")
    return SetPublication(article, articles.parse_day(written) if written else None)


def _set_time(story: Timeline, sent: Sent) -> Edit:
    event, said = event_at(story, _text(sent, "event")), _text(sent, "time")
    return SetTime(edits.anchored_event(story, event), _time(said, _told_on(story, event)), said)


def _set_title(story: Timeline, sent: Sent) -> Edit:
    return SetTitle(_event(story, sent), _title(sent))


def _set_status(story: Timeline, sent: Sent) -> Edit:
    return SetStatus(_event(story, sent), _choice(Status, sent, "status"))


def _merge(story: Timeline, sent: Sent) -> Edit:
    event, other = _event(story, sent), _event(story, sent, "other")
    if event == other:
        raise InputError("choose another event to join it with")
    return Merge(event, other)


def _split(story: Timeline, sent: Sent) -> Edit:
    event = event_at(story, _text(sent, "event"))
    mentions = [mention_at(story, ref) for ref in _list(sent, "mentions")]
    if not mentions or {m.id for m in mentions} >= set(event.mentions):
        raise InputError("choose some of the event's mentions, and not all of them, to set them apart")
    if not {m.id for m in mentions} <= set(event.mentions):
        raise InputError(f"not all of these mentions are of “{event.title}”")
    return Split(edits.anchored_event(story, event), tuple(edits.anchored_mention(story, m) for m in mentions))


def _add_event(story: Timeline, sent: Sent) -> Edit:
    said, quote = _text(sent, "time"), _quote(story, sent)
    told_in = quote.article_id if quote else next(iter(story.articles), "")
    time = _time(said, _published(story, told_in))
    return AddEvent(
        _title(sent), time, said, _choice(Status, {"status": Status.OCCURRED} | dict(sent), "status"), quote
    )


def _add_link(story: Timeline, sent: Sent) -> Edit:
    event, other = _event(story, sent), _event(story, sent, "other")
    if event == other:
        raise InputError("choose another event to link it to")
    return AddLink(event, other, _choice(RelationKind, sent, "relation"), _note(sent))


def _hide(story: Timeline, sent: Sent) -> Edit:
    return Hide(_event(story, sent))


def _hide_link(story: Timeline, sent: Sent) -> Edit:
    return edits.anchored_link(story, link_at(story, _text(sent, "link")))


def _judge(story: Timeline, sent: Sent) -> Edit:
    verdict, note = _choice(Verdict, sent, "verdict"), _note(sent)
    if verdict is Verdict.EXPLAINED and not note:
        raise InputError("say in the note what explains it")
    return Judge(edits.anchored_finding(story, finding_at(story, _text(sent, "finding"))), verdict, note)


KINDS: dict[str, Callable[[Timeline, Sent], Edit]] = {
    "set-publication": _set_publication,
    "set-time": _set_time,
    "set-title": _set_title,
    "set-status": _set_status,
    "merge": _merge,
    "split": _split,
    "add-event": _add_event,
    "add-link": _add_link,
    "hide": _hide,
    "hide-link": _hide_link,
    "judge": _judge,
}
"""How each kind of edit is made of what is sent."""


FIELDS: dict[str, tuple[str, ...]] = {
    "set-publication": ("article", "date"),
    "set-time": ("event", "time"),
    "set-title": ("event", "title"),
    "set-status": ("event", "status"),
    "merge": ("event", "other"),
    "split": ("event", "mentions"),
    "add-event": ("title", "time", "status", "article", "words"),
    "add-link": ("event", "other", "relation", "note"),
    "hide": ("event",),
    "hide-link": ("link",),
    "judge": ("finding", "verdict", "note"),
}
"""What each kind of edit is told; `mentions` is a list."""


# --- fields -------------------------------------------------------------------------------------------------------


def _event(story: Timeline, sent: Sent, name: str = "event") -> EventAnchor:
    return edits.anchored_event(story, event_at(story, _text(sent, name)))


def _time(said: str, on: date | None) -> Interval | None:
    return timex.written(said, on) if said else None


def _told_on(story: Timeline, event: Event) -> date | None:
    """The day from which the words of a person about the event count: that of the first article that tells it."""
    told = next((story.mentions[m].article_id for m in event.mentions), next(iter(story.articles), ""))
    return _published(story, told)


def _published(story: Timeline, article_id: str) -> date | None:
    reading = story.reading_by_id.get(article_id)
    return reading.publication.date if reading else None


def _quote(story: Timeline, sent: Sent) -> Anchor | None:
    """The words of an article that tell an added event, at the first place where they stand."""
    words, article_id = _text(sent, "words"), _text(sent, "article")
    if not words:
        return None
    article = story.articles.get(article_id)
    if article is None:
        raise NotFoundError(f"the words need an article of this story; it has no {article_id!r}")
    start = article.text.find(words)
    if start < 0:
        raise NotFoundError(f"“{words[:60]}” does not stand in that article; copy the words as they are")
    return edits.anchored(article, Span(start, start + len(words)))


def _title(sent: Sent) -> str:
    title = " ".join(_text(sent, "title").split())
    if not title or len(title) > LONGEST_TITLE:
        raise InputError(f"a title has 1 to {LONGEST_TITLE} characters")
    return title


def _note(sent: Sent) -> str:
    note = _text(sent, "note")
    if len(note) > LONGEST_NOTE:
        raise InputError(f"a note has at most {LONGEST_NOTE:,} characters")
    return note


def _choice(kind: type[Choice], sent: Sent, name: str) -> Choice:
    value = _text(sent, name)
    try:
        return kind(value)
    except ValueError:
        raise InputError(f"no {name} {value[:40]!r}; choose from {', '.join(kind)}") from None


def _text(sent: Sent, name: str) -> str:
    """The field without zeros, and without blanks at its ends; empty when it is not there."""
    return str(sent.get(name) or "").replace("\0", "").strip()


def _list(sent: Sent, name: str) -> Sequence[str]:
    """All values of a field: forms send it several times, programs as a list."""
    every = getattr(sent, "getlist", None)
    return [str(v) for v in (every(name) if every else sent.get(name) or ())]
