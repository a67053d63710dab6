"""The model as JSON objects: what `read` and `build` write. Keys stay stable; programs depend on them."""

from __future__ import annotations

from math import isinf
from typing import TypeAlias

from timeline.export.iso import bounds
from timeline.model import (
    Event,
    Evidence,
    Figure,
    Finding,
    Judgement,
    Link,
    Mention,
    Participant,
    Passed,
    Place,
    PublicationDate,
    Quote,
    Reading,
    Repair,
    ReportedTime,
    Timeline,
    Timex,
)
from timeline.story.refs import event_ref, finding_ref, link_ref

Json: TypeAlias = dict[str, object]


def times_json(reading: Reading) -> Json:
    """Publication date and time expressions of one article: `read --timexes-only`."""
    return {
        "doc_id": reading.article.id,
        "publication": publication_json(reading.publication),
        "timexes": [timex_json(t) for t in reading.timexes],
    }


def reading_json(timeline: Timeline) -> Json:
    """The timeline of a single article: `read`."""
    reading = timeline.readings[0]
    return {
        "doc_id": reading.article.id,
        "publication": publication_json(reading.publication),
        **_contents(timeline),
    }


def timeline_json(timeline: Timeline) -> Json:
    """A whole story: `build`."""
    return {
        "story_id": timeline.story_id,
        "title": timeline.title,
        "articles": [article_json(reading, timeline) for reading in timeline.readings],
        **_contents(timeline),
        "hidden": [event_json(e, timeline) for e in timeline.hidden],
        "hidden_links": [link_json(link, timeline) for link in timeline.hidden_links],
        "revision": timeline.revision,
        "unplaced": [{"number": u.entry.number, "reason": u.reason} for u in timeline.unplaced],
    }


def _contents(timeline: Timeline) -> Json:
    return {
        "timexes": [{"doc_id": r.article.id, **timex_json(t)} for r in timeline.readings for t in r.timexes],
        "mentions": [mention_json(m, r, timeline) for r in timeline.readings for m in r.mentions],
        "events": [event_json(e, timeline) for e in timeline.events],
        "links": [link_json(link, timeline) for link in timeline.links],
        "findings": [finding_json(f) for f in timeline.findings],
        "checks_passed": [passed_json(p) for p in timeline.passed],
    }


def article_json(reading: Reading, timeline: Timeline) -> Json:
    """An article of a story, without its text."""
    article = reading.article
    copy = timeline.copy_of.get(article.id)
    return {
        "doc_id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "sha256": article.sha256,
        "copy_of": {"doc_id": copy.of, "share": copy.share, "why": copy.why} if copy else None,
        "publication": publication_json(reading.publication),
    }


def publication_json(publication: PublicationDate) -> Json:
    """The day an article appeared, and why."""
    earliest, latest = bounds(publication.interval)
    return {
        "date": publication.date.isoformat() if publication.date else None,
        "earliest": earliest,
        "latest": latest,
        "confidence": publication.confidence,
        "basis": publication.basis,
        "evidence": [_evidence(e) for e in publication.evidence],
        "alternatives": [day.isoformat() for day in publication.alternatives],
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "kind": evidence.kind,
        "start": evidence.span.start if evidence.span else None,
        "end": evidence.span.end if evidence.span else None,
        "text": evidence.text,
        "says": evidence.says,
    }


def timex_json(timex: Timex) -> Json:
    """A time expression; `mod`, `vague` and `reason` only where there is something to say."""
    earliest, latest = bounds(timex.interval)
    shape: Json = {
        "id": timex.id,
        "start": timex.span.start,
        "end": timex.span.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "earliest": earliest,
        "latest": latest,
        "anchor": timex.anchor,
        "rule": timex.rule,
        "meaning": timex.meaning,
    }
    if timex.mod is not None:
        shape["mod"] = timex.mod
    if timex.vague:
        shape["vague"] = True
    if timex.reason:
        shape["reason"] = timex.reason
    return shape


def mention_json(mention: Mention, reading: Reading, timeline: Timeline) -> Json:
    """One telling of an event."""
    text = reading.article.text
    event = timeline.event_of.get(mention.id)
    earliest, latest = bounds(mention.time)
    return {
        "id": mention.id,
        "doc_id": mention.article_id,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "lemma": mention.lemma,
        "frame": mention.frame,
        "class": mention.event_class,
        "status": mention.status,
        "tense": mention.tense,
        "event": event.id if event else None,
        "timex": mention.timex,
        "earliest": earliest,
        "latest": latest,
        "vague": mention.time_vague,
        "time_chance": mention.time_chance,
        "time_basis": mention.time_basis,
        "time_why": mention.time_why,
        "quote": {"start": mention.quote.start, "end": mention.quote.end, "text": mention.quote.of(text)},
        "participants": [_participant(p, text) for p in mention.participants],
        "speaker": _participant(mention.speaker, text) if mention.speaker else None,
        "place": _place(mention.place),
        "figures": [_figure(f) for f in mention.figures],
    }


def _participant(participant: Participant, text: str) -> Json:
    via = participant.via
    return {
        "role": participant.role,
        "start": participant.span.start,
        "end": participant.span.end,
        "text": participant.text,
        "head": participant.head,
        "via": {"start": via.start, "end": via.end, "text": via.of(text)} if via else None,
    }


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {"start": place.span.start, "end": place.span.end, "text": place.text, "zone": place.zone or None}


def _figure(figure: Figure) -> Json:
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.text,
        "kind": figure.kind,
        "low": _number(figure.low),
        "high": _number(figure.high),
        "unit": figure.unit,
    }


def _number(value: float) -> float | int | None:
    """None for a side without a bound; whole numbers without a point."""
    if isinf(value):
        return None
    return int(value) if value == int(value) else value


def event_json(event: Event, timeline: Timeline) -> Json:
    """One happening; `ref` names it also after others are numbered anew, `edits` are entries of the log."""
    return {
        "id": event.id,
        "ref": event_ref(timeline, event),
        **_telling(event),
        "mentions": list(event.mentions),
        "why": list(event.why),
        "edits": [entry.number for entry in timeline.decided.get(event.id, ())],
        "machine": _telling(event.machine) if event.machine else None,
    }


def _telling(event: Event) -> Json:
    """What an event was and when."""
    earliest, latest = bounds(event.time)
    return {
        "title": event.title,
        "frame": event.frame,
        "status": event.status,
        "earliest": earliest,
        "latest": latest,
        "granularity": event.time.granularity.name.lower() if event.time else None,
        "vague": event.vague,
        "time_basis": event.time_basis,
        "time_why": event.time_why,
        "disputed": event.is_disputed,
        "alternatives": [_reported(r) for r in event.alternatives],
        "place": _place(event.place),
    }


def _reported(reported: ReportedTime) -> Json:
    earliest, latest = bounds(reported.interval)
    return {"earliest": earliest, "latest": latest, "mentions": list(reported.mentions)}


def link_json(link: Link, timeline: Timeline) -> Json:
    """How one event stands to another, with the words that say so; `ref` names it also after a change."""
    return {
        "id": link.id,
        "ref": link_ref(timeline, link),
        "source": link.source,
        "target": link.target,
        "relation": link.relation,
        "basis": link.basis,
        "doc_id": link.quote.article_id,
        "start": link.quote.span.start,
        "end": link.quote.span.end,
        "text": link.quote.text,
        "why": link.why,
        "confidence": link.confidence,
    }


def finding_json(finding: Finding) -> Json:
    """Something that does not hold together."""
    return {
        "id": finding.id,
        "check": finding.check,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "gap": finding.gap,
        "quotes": [quote_json(q) for q in finding.quotes],
        "explanations": list(finding.explanations),
        "root": finding.root,
        "repair": finding.repair.says if finding.repair else None,
        "repair_edit": _edit(finding.repair),
        "depends_on_publication": finding.depends_on_publication,
        "events": list(finding.events),
        "ref": finding_ref(finding),
        "judgement": judgement_json(finding.judgement),
    }


def judgement_json(judgement: Judgement | None) -> Json | None:
    """What a person holds of a finding."""
    if judgement is None:
        return None
    return {
        "verdict": judgement.verdict,
        "note": judgement.note,
        "who": judgement.who,
        "at": judgement.at.isoformat(),
        "edit": judgement.number,
    }


def quote_json(quote: Quote) -> Json:
    """Words of an article."""
    return {
        "doc_id": quote.article_id,
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.text,
        "says": quote.says,
    }


def _edit(repair: Repair | None) -> Json | None:
    if repair is None:
        return None
    return {
        "doc_id": repair.article_id,
        "start": repair.span.start,
        "end": repair.span.end,
        "text": repair.text,
        "replacement": repair.replacement,
    }


def passed_json(passed: Passed) -> Json:
    """A check that found agreement."""
    return {"check": passed.check, "says": passed.says}
