"""`timeml.zip`: one TimeML document for each article, as TempEval-3 lays them out (TimeML 1.2.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from timeline.export.archives import zipped
from timeline.export.formats import Format
from timeline.model import Mention, Reading, RelationKind, Span, Status, Timeline, Timex, TimexType

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_TENSES = {
    "past": ("PAST", "NONE"),
    "present": ("PRESENT", "NONE"),
    "future": ("FUTURE", "NONE"),
    "past-perfect": ("PAST", "PERFECTIVE"),
    "present-perfect": ("PRESENT", "PERFECTIVE"),
    "infinitive": ("INFINITIVE", "NONE"),
}
_RELATIONS = {
    RelationKind.BEFORE: "BEFORE",
    RelationKind.AFTER: "AFTER",
    RelationKind.INCLUDES: "INCLUDES",
    RelationKind.IS_INCLUDED: "IS_INCLUDED",
    RelationKind.SIMULTANEOUS: "SIMULTANEOUS",
}
"""TLINK types; TimeML links neither causes nor who said what in time."""

_PLACED = (TimexType.DATE, TimexType.TIME)
DCT = "t0"


def write(timeline: Timeline) -> bytes:
    """The documents, named after their articles."""
    return zipped((f"{_file_name(r.article.id)}.tml", document(r, timeline).encode()) for r in timeline.readings)


def document(reading: Reading, timeline: Timeline) -> str:
    """One article as TimeML: times, events and the order that its own words tell."""
    times, events = _marked(reading)
    tids = {timex.id: f"t{n}" for n, timex in enumerate(times, 1)}
    eids = {mention.id: str(n) for n, mention in enumerate(events, 1)}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<TimeML>",
        f"<DOCID>{_text(reading.article.id)}</DOCID>",
        f"<DCT>{_creation_time(reading)}</DCT>",
        f"<TITLE>{_text(reading.article.title)}</TITLE>",
        f"<TEXT>{''.join(_tagged(reading, times, events, tids, eids))}</TEXT>",
        *(_instance(mention, eids[mention.id]) for mention in events),
        *_links(reading, timeline, events, tids, eids),
        "</TimeML>",
        "",
    ]
    return "\n".join(lines)


def _marked(reading: Reading) -> tuple[list[Timex], list[Mention]]:
    """What can be tagged: TimeML's tags don't overlap, so an event inside a time expression stays untagged."""
    times = list(reading.timexes)
    taken = [t.span for t in times]
    events: list[Mention] = []
    for mention in sorted(reading.mentions, key=lambda m: m.span):
        if not any(mention.span.overlaps(span) for span in taken):
            events.append(mention)
            taken.append(mention.span)
    return times, events


def _tagged(
    reading: Reading, times: list[Timex], events: list[Mention], tids: dict[str, str], eids: dict[str, str]
) -> Iterator[str]:
    tags: list[tuple[Span, str]] = [(t.span, _timex(t, tids)) for t in times]
    tags += [(m.span, _attributes("EVENT", eid=f"e{eids[m.id]}", **{"class": m.event_class.value})) for m in events]
    text, at = reading.article.text, 0
    for span, tag in sorted(tags):
        name = tag.split(" ", 1)[0]
        yield f"{_text(text[at : span.start])}<{tag}>{_text(span.of(text))}</{name}>"
        at = span.end
    yield _text(text[at:])


def _timex(timex: Timex, tids: dict[str, str]) -> str:
    anchor = DCT if timex.anchor == "publication" else tids.get(timex.anchor)
    return _attributes(
        "TIMEX3",
        tid=tids[timex.id],
        type=timex.type.value,
        value=timex.value,
        mod=timex.mod,
        temporalFunction="true" if timex.depends_on_publication else "false",
        anchorTimeID=anchor,
    )


def _creation_time(reading: Reading) -> str:
    day = reading.publication.date
    value = day.isoformat() if day else "XXXX-XX-XX"
    tag = _attributes(
        "TIMEX3", tid=DCT, type="DATE", value=value, temporalFunction="false", functionInDocument="CREATION_TIME"
    )
    return f"<{tag}>{value if day else ''}</TIMEX3>"


def _instance(mention: Mention, number: str) -> str:
    tense, aspect = _TENSES.get(mention.tense, ("NONE", "NONE"))
    tag = _attributes(
        "MAKEINSTANCE",
        eiid=f"ei{number}",
        eventID=f"e{number}",
        pos="VERB" if mention.tense else "NOUN",
        tense=tense,
        aspect=aspect,
        polarity="NEG" if mention.status is Status.NEGATED else "POS",
    )
    return f"<{tag}/>"


def _links(
    reading: Reading, timeline: Timeline, events: list[Mention], tids: dict[str, str], eids: dict[str, str]
) -> Iterator[str]:
    numbers = count(1)
    placed = {t.id for t in reading.timexes if t.type in _PLACED}
    for mention in events:
        if mention.timex in placed:
            yield _link(next(numbers), "IS_INCLUDED", eids[mention.id], relatedToTime=tids[mention.timex])
    hidden = {(link.source, link.target, link.relation) for link in timeline.hidden_links}
    for relation in reading.relations:
        kind = _RELATIONS.get(relation.kind)
        ends = tuple(e.id if (e := timeline.event_of.get(m)) else "" for m in (relation.source, relation.target))
        if (*ends, relation.kind) in hidden:
            continue
        if kind and relation.source in eids and relation.target in eids:
            yield _link(next(numbers), kind, eids[relation.source], relatedToEventInstance=f"ei{eids[relation.target]}")
    first: dict[str, str] = {}
    for mention in events:
        event = timeline.event_of.get(mention.id)
        if event is None:
            continue
        told = first.setdefault(event.id, mention.id)
        if told != mention.id:
            yield _link(next(numbers), "IDENTITY", eids[mention.id], relatedToEventInstance=f"ei{eids[told]}")


def _link(number: int, kind: str, event: str, **related: str) -> str:
    return f"<{_attributes('TLINK', lid=f'l{number}', relType=kind, eventInstanceID=f'ei{event}', **related)}/>"


def _attributes(name: str, **values: str | None) -> str:
    told = (f"{key}={quoteattr(_clean(value))}" for key, value in values.items() if value is not None)
    return " ".join((name, *told))


def _text(text: str) -> str:
    return escape(_clean(text)).replace("\r", "&#13;")


def _clean(text: str) -> str:
    """The text without characters that XML can't hold, each in the place of one, so that offsets stay."""
    return _NOT_XML.sub("\ufffd", text)


def _file_name(article_id: str) -> str:
    return re.sub(r"[^\w.-]", "_", article_id).strip(".")[:100] or "article"


FORMAT = Format("timeml.zip", "timeml.zip", "application/zip", "TimeML (zip of XML)", write)
