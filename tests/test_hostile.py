"""No text raises, and every offset points where it says, whatever the text."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import articles, pipeline
from timeline.model import Timeline

WORDS = st.sampled_from(
    [
        *("Monday", "Tuesday night's", "Sept. 31, 2019", "the", "attack", "rockets", "were fired", "said", "No one"),
        *(
            "killed",
            "12",
            "at least",
            ",",
            ".",
            "\n\n",
            "FILE - ",
            "“",
            "”",
            "after",
            "😀",
            "\u202eabc",
            "\u200b",
            "(((",
        ),
        *("which", "will", "not", "blamed on", "Iran", "0000-00-00", "99999", "May", "</script>", "=cmd()", "\x00"),
    ]
)


def _read(text: str, published: date = date(2019, 9, 25)) -> Timeline:
    article = articles.from_text(text, id="a", published=published)
    return pipeline.build_timeline([pipeline.read_article(article)], story_id="s")


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join).filter(str.strip))
def test_any_jumble_of_news_words_is_read(text: str) -> None:
    story = _read(text)
    for mention in story.mentions.values():
        assert mention.span.of(text) == mention.text
        assert mention.quote.contains(mention.span) or mention.quote.overlaps(mention.span)
        assert mention.sentence.end <= len(text)
    for found in story.findings:
        for quote in found.quotes:
            assert quote.span.of(text) == quote.text


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_any_text_is_read(text: str) -> None:
    _read(text)


HOSTILE = {
    "digits": "1 " * 5_000,
    "weekdays": "Monday " * 2_000,
    "brackets": "(" * 20_000,
    "one long word": "a" * 50_000,
    "commas": "attack, " * 2_000,
    "nothing but lines": "\n" * 5_000 + "x",
    "phrases in phrases": "Gunmen attacked the port" + " of the brother" * 1_500,
    "a list of names": "The fire killed Ann" + " and Bob" * 1_500,
    "attacks on attacks": "He was blamed for the attack" + " on the attack" * 1_500,
    "a list of deeds": "He ran" + " and ran" * 1_500 + " on Monday.",
    "a list of plans": "He will run" + " and run" * 1_500 + " on Monday.",
    "one happening, told again": "The fire broke out after the attack. " * 1_500,
    "an accusation, made again": "Police blamed Iran for the attack by Iran. " * 1_500,
    "zero width": "Mon\u200bday the att\u200back \ufeff",
    "right to left": "\u202eMonday's attack\u202c on the port",
    "astral": "😀 Monday's attack 𝕬 on the port 😀",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read(name: str) -> None:
    _read(HOSTILE[name])


@pytest.mark.parametrize("number", ["1" + "0" * 400, "9" * 5_000, "1" + ",000" * 150, "0", "²", "٣"])
@pytest.mark.parametrize(
    "text",
    [
        "Profit rose 5 percent to $12 million from $10 million in 2019.",
        "The reactor is 12 miles (19 kilometers) from the town and holds 50 gallons (190 litres).",
        "Votes: 45 percent for Roe, 30 percent for Doe and 25 percent for Poe.",
        "The blast killed 12 people and injured 30, leaving 5 missing, 14 months ago, in February 2015.",
        "Roe, 45, born in 1960, died at 5 p.m. EST (10 p.m. GMT) on the 25th anniversary of the 1990 fire.",
        "Rovers beat United 3-2 in 1990-1995, five years. Of the 51 people arrested, 41 people were arrested.",
    ],
)
def test_a_number_that_nobody_counted_is_read(text: str, number: str) -> None:
    _read(re.sub(r"\d+", number, text))
    _read(re.sub(r"\d+", number, text, count=1))


def test_offsets_count_code_points() -> None:
    text = "😀😀 Gunmen attacked the port on Monday night. 😀 Nobody claimed the attack."
    story = _read(text)
    assert [text[m.span.start : m.span.end] for m in story.mentions.values()] == ["attacked", "claimed", "attack"]
    assert [text[t.span.start : t.span.end] for t in story.timexes.values()] == ["Monday night"]


@pytest.mark.parametrize("published", [date.min, date.max])
@pytest.mark.parametrize(
    "text",
    [
        "The mill burned on May 4, 2020. It will be rebuilt by June 2021, the mayor said on Monday.",
        "John Smith, painter, dies at 80\n\nJohn Smith died on Monday. He was 80.\n\nHe was born on May 1, 1939.",
    ],
)
def test_the_ends_of_the_calendar_are_days_too(text: str, published: date) -> None:
    assert _read(text, published).readings[0].publication.date == published
