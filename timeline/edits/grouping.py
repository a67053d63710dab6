"""Which mentions are one event, after people joined some, set some apart and added others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.edits.anchors import LostError, Places
from timeline.model import (
    AddEvent,
    Anchor,
    BlockKind,
    Entry,
    EventAnchor,
    EventClass,
    Group,
    Mention,
    Merge,
    Reading,
    Span,
    Split,
    TimeBasis,
    Unplaced,
)
from timeline.story.log import in_force
from timeline.story.refs import added_id

JOINED = "a person joined it to the others"
PARTED = "a person set it apart"
ADDED = "a person added it"


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Readings with the tellings that people added, and the groups as people want them.

    `fell` holds the entries that found their place, each with a mention of every event that it made.
    """

    readings: tuple[Reading, ...]
    groups: tuple[Group, ...]
    fell: tuple[tuple[Entry, tuple[str, ...]], ...] = ()
    unplaced: tuple[Unplaced, ...] = ()


def regroup(readings: Sequence[Reading], groups: Sequence[Group], log: Sequence[Entry]) -> Regrouped:
    """The groups after every merge, split and added telling that counts, in the order of the log."""
    story = Regrouped(tuple(readings), tuple(groups))
    for entry in in_force(log):
        try:
            story = _after(story, entry)
        except LostError as error:
            story = replace(story, unplaced=(*story.unplaced, Unplaced(entry, str(error))))
    return story


def _after(story: Regrouped, entry: Entry) -> Regrouped:
    match entry.edit:
        case Merge(event, other):
            return _merged(story, entry, event, other)
        case Split(event, mentions):
            return _parted(story, entry, event, mentions)
        case AddEvent(quote=Anchor() as quote) as edit:
            return _with_mention(story, entry, edit, quote)
    return story


def _merged(story: Regrouped, entry: Entry, event: EventAnchor, other: EventAnchor) -> Regrouped:
    first, second = _group(story, event), _group(story, other)
    if first != second:
        order = _order(story.readings)
        a, b = sorted((first, second), key=lambda g: order[g.mentions[0]])
        why = dict(zip((*a.mentions, *b.mentions), (*a.why, JOINED, *b.why[1:]), strict=True))
        mentions = tuple(sorted(why, key=order.__getitem__))
        story = _exchanged(story, {first, second}, [Group(mentions, tuple(why[m] for m in mentions))])
    else:
        mentions = first.mentions
    return replace(story, fell=(*story.fell, (entry, mentions[:1])))


def _parted(story: Regrouped, entry: Entry, event: EventAnchor, wanted: Iterable[Anchor]) -> Regrouped:
    whole, taken = _group(story, event), Places(story.readings).mentions(tuple(wanted))
    out = tuple(m for m in whole.mentions if m in taken)
    left = tuple(m for m in whole.mentions if m not in taken)
    if not out:
        raise LostError("the tellings are no longer those of that event")
    if left:
        why = dict(zip(whole.mentions, whole.why, strict=True))
        apart = Group(out, (PARTED, *(why[m] for m in out[1:])))
        story = _exchanged(story, {whole}, [Group(left, tuple(why[m] for m in left)), apart])
    return replace(story, fell=(*story.fell, (entry, (*out[:1], *left[:1]))))


def _with_mention(story: Regrouped, entry: Entry, edit: AddEvent, quote: Anchor) -> Regrouped:
    span = Places(story.readings).span(quote)
    readings = tuple(
        replace(r, mentions=(*r.mentions, _mention(r, span, entry, edit))) if r.article.id == quote.article_id else r
        for r in story.readings
    )
    name = added_id(entry.number)
    groups = (*story.groups, Group((name,), (ADDED,)))
    return replace(story, readings=readings, groups=groups, fell=(*story.fell, (entry, (name,))))


def _mention(reading: Reading, span: Span, entry: Entry, edit: AddEvent) -> Mention:
    text = span.of(reading.article.text)
    blocks = [b for b in reading.article.blocks if b.span.contains(span)]
    sentences = (m.sentence for m in reading.mentions if m.sentence.contains(span))
    return Mention(
        id=added_id(entry.number),
        article_id=reading.article.id,
        span=span,
        text=text,
        lemma=text.lower(),
        frame="",
        event_class=EventClass.OCCURRENCE,
        status=edit.status,
        quote=span,
        sentence=next(sentences, blocks[0].span if blocks else span),
        block=blocks[0].kind if blocks else BlockKind.BODY,
        time=edit.time,
        time_why=ADDED,
        time_basis=TimeBasis.DECIDED if edit.time else TimeBasis.NONE,
    )


def _group(story: Regrouped, event: EventAnchor) -> Group:
    """The group that most of the event's tellings are in. Raises LostError."""
    of = {m: g for g in story.groups for m in g.mentions}
    if event.added is not None:
        if added_id(event.added) not in of:
            raise LostError(f"“{event.title}” was added without words of an article, or is no longer there")
        return of[added_id(event.added)]
    return Counter(of[m] for m in Places(story.readings).mentions(event.quotes)).most_common(1)[0][0]


def _exchanged(story: Regrouped, gone: set[Group], fresh: Sequence[Group]) -> Regrouped:
    """The story with some groups in the place of the first of those that go."""
    at = min(story.groups.index(g) for g in gone)
    before = story.groups[:at]
    after = (g for g in story.groups[at:] if g not in gone)
    return replace(story, groups=(*before, *fresh, *after))


def _order(readings: Iterable[Reading]) -> dict[str, tuple[int, int]]:
    """Where each mention stands: the number of its article and its first character."""
    return {m.id: (n, m.span.start) for n, r in enumerate(readings) for m in r.mentions}
