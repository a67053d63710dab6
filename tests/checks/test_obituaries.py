"""The age at which somebody died: what fires, and the neighbour that must not."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import articles
from timeline.checks._obituaries import death_ages

PUBLISHED = date(2017, 1, 30)
LEAD = "Ann Doe, who sang for kings, died on Friday in Lowen."
WRONG = (
    ("Ann Doe, Singer, Dies at 91", f"{LEAD} She was 93."),
    ("Singer Ann Doe dies aged 91", "Ann Doe has died in Lowen at the age of 93."),
    ("Singer Ann Doe, 91, dies", f"{LEAD} She was 93."),
    ("Ann Doe, Singer, Dies at 91", f"{LEAD} She was 91.\n\nShe was born on Sept. 14, 1935, in Lowen."),
    ("Ann Doe, Singer, Dies at 91", f"{LEAD} Doe was born in Lowen on 14 September 1935."),
    ("Ann Doe, Singer, Dies", f"{LEAD} She was 91.\n\nDoe was born in 1905."),
)
RIGHT = (
    ("Ann Doe, Singer, Dies at 91", f"{LEAD} She was 91."),
    ("Ann Doe, Singer, Dies at 91", f"{LEAD} She was 91.\n\nShe was born on Sept. 14, 1925, in Lowen."),
    ("Ann Doe, Singer, Dies at 91", f"{LEAD} She was 91.\n\nShe was born on Dec. 14, 1924."),  # dead in November
    ("Ann Doe, Singer, Dies at 91", f"{LEAD} She was 91.\n\nHer son Jim was born in 1955."),
    ("Ann Doe, Singer, Dies at 91", f"{LEAD} She was 91.\n\nThe choir was born in 1955."),
    ("Ann Doe, Singer, Dies at 91", f"{LEAD} She was 93, or, by her own count, 91."),
    ("Ann Doe Sings at 91", "Ann Doe sang in Lowen on Friday. She was 93."),
    ("Driver dies at 10 p.m. in Lowen", f"{LEAD} She was 93."),
    ("Two die in Lowen fire", "Ann Doe died at once. She was 91. Jim Roe died on Friday. He was 31."),
)


def found(headline: str, text: str) -> list[tuple[str, str]]:
    article = articles.from_text(f"{headline}\n\n{text}", title=headline)
    told = death_ages(article, PUBLISHED)
    return [(d.age.of(article.text), d.against.of(article.text)) for d in told]


@pytest.mark.parametrize(("headline", "text"), WRONG)
def test_an_age_at_death_that_the_rest_does_not_bear_out_is_found(headline: str, text: str) -> None:
    assert len(found(headline, text)) == 1


@pytest.mark.parametrize(("headline", "text"), RIGHT)
def test_an_age_at_death_that_fits_or_is_another_ones_is_left_alone(headline: str, text: str) -> None:
    assert found(headline, text) == []


def test_a_birth_is_not_held_against_a_day_that_is_not_known() -> None:
    headline, text = WRONG[3]
    article = articles.from_text(f"{headline}\n\n{text}", title=headline)
    assert list(death_ages(article, None)) == []
