"""Which of 03/04/2019 is the month: what the article shows, else its country, else its spelling, else the first."""

from __future__ import annotations

import pytest

from tests.timex.placing import placed

CASES = [
    ("Signed 03/04/2019.", "", "en", "2019-03-04", "month first, for want of any hint"),
    ("Signed 03/04/2019, sealed 25/04/2019.", "", "en", "2019-04-03", "day first, as in 25/04/2019"),
    ("Signed 03/04/2019, sealed 04/25/2019.", "", "en", "2019-03-04", "month first, as in 04/25/2019"),
    (
        "Signed 03/04/2019, sealed 25 April 2019.",
        "",
        "en",
        "2019-04-03",
        "day first, as the article writes its dates in words",
    ),
    (
        "Signed 03/04/2019, sealed April 25, 2019.",
        "",
        "en",
        "2019-03-04",
        "month first, as the article writes its dates in words",
    ),
    (
        "Signed 03/04/2019.",
        "https://news.example.co.uk/a",
        "en",
        "2019-04-03",
        "day first, as in the country of the address",
    ),
    (
        "Signed 03/04/2019.",
        "https://www.example.gov/a",
        "en",
        "2019-03-04",
        "month first, as in the country of the address",
    ),
    (
        "The theatre centre signed 03/04/2019.",
        "",
        "en",
        "2019-04-03",
        "day first, by the article's language and spelling",
    ),
    ("Signiert 03/04/2019.", "", "de", "2019-04-03", "day first, by the article's language and spelling"),
]


@pytest.mark.parametrize(("text", "url", "language", "value", "reason"), CASES)
def test_order_of_day_and_month(text: str, url: str, language: str, value: str, reason: str) -> None:
    first = placed("2019-09-24", text, url=url, language=language)[0]
    assert (first.value, first.reason) == (value, reason)


ONE_WAY = [
    ("On 13/04/2019.", "2019-04-13"),
    ("On 04/13/2019.", "2019-04-13"),
    ("On 4/13/19.", "2019-04-13"),
    ("On 24.09.2019.", "2019-09-24"),
]


@pytest.mark.parametrize(("text", "value"), ONE_WAY)
def test_dates_that_can_be_read_one_way_need_no_hint(text: str, value: str) -> None:
    (only,) = placed("2019-09-24", text)
    assert (only.value, only.reason) == (value, "")


@pytest.mark.parametrize("text", ["On 13/14/2019.", "On 31/02/2019.", "On 00/00/2019."])
def test_figures_that_are_no_date_are_none(text: str) -> None:
    assert placed("2019-09-24", text) == ()
