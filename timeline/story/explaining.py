"""Why a story says what it says: of a finding, an event, a link or a time expression."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.because import Because
from timeline.errors import NotFoundError
from timeline.model import Event, Finding, Link, Mention, Reading, Timeline, Timex
from timeline.story.refs import event_at, event_ref, finding_at, finding_ref, link_at, link_ref
from timeline.wording import (
    VERDICTS,
    check_name,
    day,
    decision,
    percent,
    publication_basis,
    relation,
    status,
    when,
)


def explain(timeline: Timeline, name: str) -> tuple[Because, ...]:
    """Why it is so, of what has this name: a finding, event, link or time expression by its id or `ref`, or words of an
    article that are a time expression, once for each place where they stand.

    Raises NotFoundError.
    """
    for found in (_finding, _event, _link):
        try:
            return (found(timeline, name),)
        except NotFoundError:
            continue
    timexes = [
        _timex(timeline, r, t) for r in timeline.readings for t in r.timexes if name in (t.id, " ".join(t.text.split()))
    ]
    if not timexes:
        raise NotFoundError(
            f"this story has no finding, event, link or time expression {name[:60]!r}; name one by its id, like f1, "
            "e1, k1 or t1, or by the words of the expression"
        )
    return tuple(timexes)


# --- findings ---------------------------------------------------------------------------------------------------------


def _finding(timeline: Timeline, name: str) -> Because:
    finding = finding_at(timeline, name)
    says = f"{finding.severity.upper()}: {check_name(finding.check)} ({finding.id}, {finding_ref(finding)})"
    return Because(says, (Because(finding.message), *_quotes(timeline, finding), *_remarks(timeline, finding)))


def _quotes(timeline: Timeline, finding: Finding) -> Iterator[Because]:
    for quote in finding.quotes:
        reading = timeline.reading_by_id[quote.article_id]
        inside = (t for t in reading.timexes if t.span.overlaps(quote.span))
        means = f" = {quote.says}" if quote.says else ""
        yield Because(
            f"“{_line(quote.text)}”{means}, in {quote.article_id}", tuple(_timex(timeline, reading, t) for t in inside)
        )


def _remarks(timeline: Timeline, finding: Finding) -> Iterator[Because]:
    if finding.gap:
        yield Because(f"gap: {finding.gap}")
    if finding.repair:
        yield Because(f"smallest repair: {finding.repair.says}")
    if finding.root and finding.root != finding.id:
        yield Because(f"the repair of {finding.root} removes it too")
    for explanation in finding.explanations:
        yield Because(f"may be innocent: {explanation}")
    if finding.depends_on_publication:
        articles = dict.fromkeys(q.article_id for q in finding.quotes)
        yield Because(
            "it rests on the publication date", tuple(_published(timeline.reading_by_id[a]) for a in articles)
        )
    yield Because(f"confidence: {percent(finding.confidence)}")
    if finding.judgement:
        by, note = finding.judgement.who or "a person", finding.judgement.note
        yield Because(f"{VERDICTS[finding.judgement.verdict]} by {by}" + (f": {note}" if note else ""))


# --- events and links -------------------------------------------------------------------------------------------------


def _event(timeline: Timeline, name: str) -> Because:
    event = event_at(timeline, name)
    date = when(event.time, vague=event.vague) or "no date"
    says = f"{event.title}: {date} ({event.id}, {event_ref(timeline, event)})"
    reasons = dict(zip(event.mentions, event.why, strict=False))
    told = tuple(_mention(timeline, timeline.mentions[m], reasons.get(m, "")) for m in event.mentions)
    decided = (Because(f"{e.who or 'a person'} {decision(e.edit)}") for e in timeline.decided.get(event.id, ()))
    return Because(says, (*_time(event), *told, *_links(timeline, event), *_findings(timeline, event), *decided))


def _time(event: Event) -> Iterator[Because]:
    if event.time_why:
        yield Because(f"the date is {event.time_basis}: {event.time_why}")
    for other in event.alternatives:
        yield Because(f"also told: {when(other.interval)}")
    yield Because(f"it is told as {status(event.status)}")


def _mention(timeline: Timeline, mention: Mention, joined: str) -> Because:
    reading = timeline.reading_by_id[mention.article_id]
    why = [Because(f"one event with the others: {joined}")] if "”: " in joined else []
    why += [Because(mention.time_why)] if mention.time_why else []
    why += [_timex(timeline, reading, t) for t in reading.timexes if t.id == mention.timex]
    return Because(f"told by “{_line(mention.quote.of(reading.article.text))}”, in {mention.article_id}", tuple(why))


def _links(timeline: Timeline, event: Event) -> Iterator[Because]:
    for link in timeline.links:
        if event.id in (link.source, link.target):
            other = timeline.event_by_id[link.target if link.source == event.id else link.source]
            says = relation(link.relation, converse=link.target == event.id)
            yield Because(f"{says} “{other.title}” ({link.id})", (Because(_because(link)),))


def _findings(timeline: Timeline, event: Event) -> Iterator[Because]:
    return (Because(f"{f.severity} finding {f.id}: {f.message}") for f in timeline.findings if event.id in f.events)


def _link(timeline: Timeline, name: str) -> Because:
    link = link_at(timeline, name)
    source, target = timeline.event_by_id[link.source], timeline.event_by_id[link.target]
    says = f"“{source.title}” {relation(link.relation)} “{target.title}” ({link.id}, {link_ref(timeline, link)})"
    quote = Because(f"“{_line(link.quote.text)}”, in {link.quote.article_id}")
    return Because(says, (Because(_because(link)), quote))


def _because(link: Link) -> str:
    sure = f", {percent(link.confidence)} sure" if link.confidence < 1 else ""
    return f"{link.basis}{sure}: {link.why}" if link.why else f"{link.basis}{sure}"


# --- time expressions -------------------------------------------------------------------------------------------------


def _timex(timeline: Timeline, reading: Reading, timex: Timex) -> Because:
    placed = when(timex.interval, vague=timex.vague) if timex.interval else f"not placed: {timex.reason}"
    found = [f"{timex.type} {timex.value}" + (f" {timex.mod}" if timex.mod else ""), f"meaning: {timex.meaning}"]
    found += [f"rule {timex.rule}"] if timex.rule else []
    found += ["the words are vague, the bounds a convention"] if timex.vague else []
    return Because(
        f"“{_line(timex.text)}”: {placed} ({timex.id})",
        (*(Because(says) for says in found), _anchor(timeline, reading, timex)),
    )


def _anchor(timeline: Timeline, reading: Reading, timex: Timex) -> Because:
    """What the expression was counted from."""
    if timex.anchor == "absolute":
        return Because("counted from nothing: the words give the date in full")
    if timex.anchor == "publication":
        return Because("counted from the publication date", (_published(reading),))
    other = timeline.timexes.get(timex.anchor)
    return Because("counted from", (_timex(timeline, reading, other),)) if other else Because("counted from nothing")


def _published(reading: Reading) -> Because:
    published = reading.publication
    says = day(published.date) if published.date else "not known"
    sure = f", {percent(published.confidence)} sure" if published.date else ""
    evidence = tuple(Because(e.says) for e in published.evidence)
    return Because(f"{reading.article.id} appeared: {says}, {publication_basis(reading)}{sure}", evidence)


def _line(text: str) -> str:
    return " ".join(text.split())
