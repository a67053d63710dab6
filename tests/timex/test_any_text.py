"""No text raises, spans are right, and time grows with the length of the text alone."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.timex.placing import published
from timeline import timex
from timeline.model import Article, Timex
from timeline.temporal import timex3
from timeline.timex.lexicon import en

WORDS = sorted({w for members in en.CLASSES.values() for w in members} | set(en.TRIGGERS))
ODD = [
    "2019-02-30",
    "31/02/2020",
    "0000",
    "9999",
    "24:61",
    "29 February",
    "12 BC",
    "İ",
    "٣",
    "²",
    "\ud800",
    "\n\n",
    "-",
    ",",
    "of",
    "the",
    "ago",
    "after",
    "before",
    "1/0",
    "99999999",
    "'90s",
    "1990s",
    "13/14",
    "5.5",
    "7.25",
    "0.5",
    "12.30",
    "302,000",
    "2½",
    "11",
    "1430",
    "0900",
]
COMMON = (
    "from between to and until on in at by early late mid last next this that the a half past quarter of or later ago "
    "earlier "
    "Monday May 1941 3 11 BC AD ( ) ; . will had was p.m. a.m. days hours century overnight for since 's In He"
).split()
DAYS = st.one_of(
    st.none(), st.dates().map(str), st.sampled_from(["0001-01-01", "9999-12-31", "2020-02-29", "2015-12-31"])
)
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(WORDS + ODD), max_size=20).map(" ".join),
    st.lists(st.one_of(st.sampled_from(COMMON), st.sampled_from(WORDS + ODD)), max_size=14).map(" ".join),
    st.lists(st.sampled_from(WORDS + ODD), max_size=8).map("".join),
)


def read(text: str, on: str | None, language: str = "en") -> tuple[Timex, ...]:
    article = Article("a", text, (), language=language)
    return timex.resolve(article, timex.find(article), published(on))


@settings(max_examples=1_000)
@given(TEXTS, DAYS)
@example("the last summer 1941", "2020-02-05")
@example("that winter of 1941", "2020-02-05")
@example("12.30 BC, May 12.30 BC, 3 May 12.30 BC", "2020-02-05")
@example("at 5.5 p.m.", "2020-02-05")
def test_no_text_raises_and_spans_hold_the_words(text: str, on: str | None) -> None:
    timexes = read(text, on)
    assert [t.span.of(text) for t in timexes] == [t.text for t in timexes]
    assert all(a.span.end <= b.span.start for a, b in pairwise(timexes))
    assert all(t.interval is not None or t.reason for t in timexes)


LANGUAGES = ("ar", "de", "es", "fr", "he", "hi", "it", "ja", "ko", "pl", "pt", "ru", "th", "tr", "uk", "vi", "zh", "xx")


@settings(max_examples=300)
@given(TEXTS, DAYS, st.sampled_from(LANGUAGES))
@example("\u1100 @x) ", None, "ko")  # a language without words of three letters has no trigger words
def test_no_text_of_any_language_raises(text: str, on: str | None, language: str) -> None:
    timexes = read(text, on, language)
    assert [t.span.of(text) for t in timexes] == [t.text for t in timexes]


@settings(max_examples=200)
@given(TEXTS, st.dates(date(1700, 1, 1), date(2200, 1, 1)).map(str))
def test_a_value_names_a_time_that_holds_the_interval(text: str, on: str) -> None:
    for t in read(text, on):
        named = timex3.parse_value(t.value)
        if (
            named is not None
            and t.interval is not None
            and t.mod is None
            and "T24" not in t.value
            and "holiday" not in t.rule
        ):
            assert named.contains(t.interval), (t.text, t.value)


def test_characters_that_grow_in_lower_case_keep_their_place() -> None:
    (found,) = read("İİİ on Monday", "2019-09-24")
    assert found.text == "Monday"


def test_the_same_text_gives_the_same_times() -> None:
    text = "Two days after Easter 2013 and on the last Monday in May."
    assert read(text, "2013-02-12") == read(text, "2013-02-12")


PROSE = (
    "The mill by the river burned down on Sept. 24, 2019, and the owner, who had bought it from a cousin, said on "
    "Tuesday that nobody had been seen near it. The council met for two hours and will meet again next week. "
)
HOSTILE = {
    "ones": "1 ",
    "weekdays": "Monday ",
    "parentheses": "(",
    "years": "2019 ",
    "slashes": "1/1/",
    "hyphens": "day-",
    "commas": "1,",
    "quotes": "'",
    "letters": "a",
    "digits": "1",
    "phrases": "the end of the year ",
    "clocks": "12:30 ",
    "lines": "\n",
    "weekdays and verbs": "Monday will ",
    "years and full stops": "year. ",
    "one line of prose": PROSE.replace("\n", " "),
}


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        read(text, "2019-09-24")
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_no_more_time_than_prose(name: str) -> None:
    size = 200_000
    prose, hostile = PROSE * (size // len(PROSE)), HOSTILE[name] * (size // len(HOSTILE[name]))
    read(PROSE, "2019-09-24")
    assert _seconds(hostile) < 2 * _seconds(prose) + 0.02
