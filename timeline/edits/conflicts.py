"""What an edit touches, so that of two people who change one thing the second is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.model import (
    AddEvent,
    AddLink,
    Edit,
    Entry,
    EventAnchor,
    Hide,
    HideLink,
    Judge,
    Merge,
    SetPublication,
    SetStatus,
    SetTime,
    SetTitle,
    Split,
    Undo,
)

WHOLE = ""
"""The part of an event that stands for all of it."""

Thing = tuple[str, object]
"""What is touched, and which part of it."""


def conflict(log: Sequence[Entry], edit: Edit, seen: int) -> Entry | None:
    """The first entry after the `seen` ones that touches what the edit touches; None when it goes through."""
    mine = list(_touched(edit, log))
    return next((e for e in log[seen:] if any(_meets(a, b) for a in mine for b in _touched(e.edit, log))), None)


def _meets(a: Thing, b: Thing) -> bool:
    return a[1] == b[1] and (a[0] == b[0] or WHOLE in (a[0], b[0]))


def _touched(edit: Edit, log: Sequence[Entry]) -> Iterator[Thing]:
    match edit:
        case SetPublication(article_id):
            yield WHOLE, ("article", article_id)
        case SetTime(event) | SetTitle(event) | SetStatus(event):
            yield from _parts(event, edit.kind)
        case Merge(event, other):
            yield from _parts(event, WHOLE)
            yield from _parts(other, WHOLE)
        case Split(event) | Hide(event):
            yield from _parts(event, WHOLE)
        case AddLink(event, other) | HideLink(event, other):
            yield from _parts(event, f"{edit.relation} {_name(other)}")
            yield from _parts(other, f"{edit.relation} {_name(event)}")
        case Judge(finding):
            yield WHOLE, (finding.check, frozenset((q.article_id, q.exact, q.start) for q in finding.quotes))
        case Undo(number):
            yield WHOLE, ("entry", number)
            if 1 <= number <= len(log):
                yield from _touched(log[number - 1].edit, log)
        case AddEvent():
            return


def _parts(event: EventAnchor, part: str) -> Iterator[Thing]:
    """The part, of each of the tellings that name the event."""
    if event.added is not None:
        yield part, ("added", event.added)
    for quote in event.quotes:
        yield part, (quote.article_id, quote.exact, quote.start)


def _name(event: EventAnchor) -> str:
    return repr(event.added or event.quotes[:1])
