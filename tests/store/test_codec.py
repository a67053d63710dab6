from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.samples import harbour_fire, hostile, post_reading
from timeline.errors import InputError
from timeline.model import (
    Article,
    Block,
    Event,
    Evidence,
    Figure,
    Finding,
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
    Span,
    StatedDate,
    Timeline,
    Timex,
)
from timeline.store import codec
from timeline.store.summary import summarize
from timeline.temporal.interval import OPEN_END, OPEN_START, Granularity, Interval

NUMBERS = st.floats(allow_nan=False)
SPANS = st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)).map(lambda pair: Span(min(pair), max(pair)))
MOMENTS = st.datetimes() | st.sampled_from([OPEN_START, OPEN_END, datetime(2020, 2, 29)])


def tuples(items: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(items, max_size=2).map(tuple)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start, end = sorted([draw(MOMENTS), draw(MOMENTS)])
    return Interval(
        start, end, draw(st.sampled_from(Granularity)), draw(st.sampled_from(["", "Asia/Baghdad", "+03:00"]))
    )


MAYBE = st.none() | intervals()
PLACES = st.builds(Place, SPANS)
QUOTES = st.builds(Quote, span=SPANS, context=SPANS)
ARTICLES = st.builds(
    Article, blocks=tuples(st.builds(Block, span=SPANS)), stated_dates=tuples(st.builds(StatedDate, date=st.dates()))
)
PUBLICATIONS = st.builds(
    PublicationDate,
    interval=MAYBE,
    confidence=NUMBERS,
    evidence=tuples(st.builds(Evidence, span=st.none() | SPANS)),
    alternatives=tuples(st.dates()),
)
TIMEXES = st.builds(Timex, span=SPANS, interval=MAYBE)
MENTIONS = st.builds(
    Mention,
    span=SPANS,
    quote=SPANS,
    sentence=SPANS,
    time=MAYBE,
    participants=tuples(st.builds(Participant, span=SPANS)),
    place=st.none() | PLACES,
    figures=tuples(st.builds(Figure, span=SPANS, low=NUMBERS, high=NUMBERS)),
)
READINGS = st.builds(
    Reading,
    article=ARTICLES,
    publication=PUBLICATIONS,
    timexes=tuples(TIMEXES),
    mentions=tuples(MENTIONS),
    relations=st.just(()),
)
EVENTS = st.builds(
    Event,
    time=MAYBE,
    alternatives=tuples(st.builds(ReportedTime, interval=intervals())),
    place=st.none() | PLACES,
)
FINDINGS = st.builds(
    Finding, confidence=NUMBERS, quotes=tuples(QUOTES), repair=st.none() | st.builds(Repair, span=SPANS)
)
TIMELINES = st.builds(
    Timeline,
    readings=tuples(READINGS),
    events=tuples(EVENTS),
    links=tuples(st.builds(Link, quote=QUOTES)),
    findings=tuples(FINDINGS),
    passed=tuples(st.builds(Passed)),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.data_too_large])
@given(TIMELINES)
def test_a_timeline_is_read_back_as_it_was_written(timeline: Timeline) -> None:
    assert codec.TIMELINE.load(codec.TIMELINE.dump(timeline)) == timeline
    assert codec.TIMELINE.unpack(codec.TIMELINE.pack(timeline)) == timeline


def test_a_packed_timeline_takes_a_fraction_of_its_text() -> None:
    story = harbour_fire()
    assert len(codec.TIMELINE.pack(story)) * 5 < len(codec.TIMELINE.dump(story))


@pytest.mark.parametrize("timeline", [harbour_fire(), hostile()], ids=["harbour fire", "hostile"])
def test_what_is_written_again_is_the_same_text(timeline: Timeline) -> None:
    once = codec.TIMELINE.dump(timeline)
    assert codec.TIMELINE.dump(codec.TIMELINE.load(once)) == once


def test_an_endless_figure_stays_endless() -> None:
    (figure,) = [f for m in codec.READING.load(codec.READING.dump(post_reading())).mentions for f in m.figures]
    assert figure.high == float("inf")


def test_a_summary_is_read_back_as_it_was_written() -> None:
    summary = summarize(harbour_fire())
    assert codec.SUMMARY.load(codec.SUMMARY.dump(summary)) == summary


def test_half_a_character_is_refused_in_a_sentence() -> None:
    with pytest.raises(InputError, match="lone surrogate"):
        codec.ARTICLE.dump(Article("a", "smoke \ud83d", ()))
