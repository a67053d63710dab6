"""What a slide of TimelineJS says of an event: shared by its JSON and its table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape

from timeline.export.prose import named
from timeline.export.shown import dated, tellings
from timeline.model import Event, Status, Timeline
from timeline.temporal.interval import Granularity, Interval
from timeline.wording import day, when

_TOLD_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Slide:
    """One event as TimelineJS shows it. `headline` and `text` are HTML, `clock` says whether the hours count."""

    id: str
    start: datetime
    end: datetime | None  # the last moment, None where it is no other than the first
    clock: bool
    display: str
    headline: str
    text: str
    group: str
    link: str


def slides(timeline: Timeline) -> list[Slide]:
    """The events whose dates words state, the earliest first."""
    return [_slide(event, time, timeline) for event, time in dated(timeline)]


def _slide(event: Event, time: Interval, timeline: Timeline) -> Slide:
    clock = time.granularity < Granularity.DAY
    last = time.end - (timedelta(minutes=1) if clock else timedelta(days=1))
    links = (timeline.articles[timeline.mentions[m].article_id].url for m in event.mentions)
    return Slide(
        id=event.id,
        start=time.start,
        end=last if last > time.start else None,
        clock=clock,
        display=when(time, vague=event.vague),
        headline=escape(event.title, quote=False),
        text="".join(_paragraphs(event, timeline)),
        group="planned" if event.status is Status.INTENDED else "disputed" if event.is_disputed else "",
        link=next((url for url in links if url.startswith(("http://", "https://"))), ""),
    )


def _paragraphs(event: Event, timeline: Timeline) -> Iterable[str]:
    for alternative in event.alternatives:
        yield f"<p><strong>Disputed date:</strong> also reported {escape(when(alternative.interval))}.</p>"
    published = {r.article.id: r.publication.date for r in timeline.readings}
    told = tellings(event, timeline)
    for words, mention in told[:_TOLD_AT_MOST]:
        date = published[mention.article_id]
        source = named(timeline, mention.article_id) + (f", {day(date)}" if date else "")
        yield f"<p>“{escape(words, quote=False)}” — {escape(source, quote=False)}</p>"
    if len(told) > _TOLD_AT_MOST:
        yield f"<p>… and {len(told) - _TOLD_AT_MOST} more</p>"
