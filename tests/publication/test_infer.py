"""The day an article appeared."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import articles, publication, timex
from timeline.model import Basis, Evidence, PublicationDate, StatedDate
from timeline.publication.clues import clues_of
from timeline.publication.traits import OFFSETS, offset_column
from timeline.publication.weights import WEIGHTS

CAPTIONED = """Two Walls of the Old Bridge Fall

Workers clear rubble from the river in Porto, Portugal, May 12, 2015. Two walls of a bridge fell on Monday evening.

Engineers in the city said Tuesday that the bridge would stay closed until the inspection of its arches ends.

Nobody was hurt when the walls fell on Monday night, according to the harbor police.

FILE - Cars cross the old bridge in Porto, Portugal, May 2, 2014.

The mayor said divers were still searching for the cause of Tuesday night's collapse.
"""
DAY = date(2015, 5, 12)  # a Tuesday


def infer(
    text: str,
    *,
    title: str = "",
    url: str = "",
    stated: tuple[StatedDate, ...] = (),
    published: date | None = None,
) -> PublicationDate:
    article = articles.from_text(text, title=title, url=url, stated_dates=stated, published=published)
    return publication.infer(article, timex.find(article))


def says(found: PublicationDate) -> list[str]:
    return [e.says for e in found.evidence]


def test_a_caption_and_the_weekday_of_a_report_give_the_day() -> None:
    found = infer(CAPTIONED)
    assert (found.date, found.basis) == (DAY, Basis.TEXT)
    assert found.confidence >= 0.8
    assert DAY + timedelta(days=1) in found.alternatives
    assert found.interval is not None
    assert (found.interval.first_day, found.interval.last_day) == (DAY, DAY)


def test_the_reasons_are_told_in_plain_words() -> None:
    assert says(infer(CAPTIONED)) == [
        "the caption that is not a FILE caption is dated May 12, 2015",
        "“Monday evening” reads as the day before",
        "“said Tuesday”: 12 May 2015 is a Tuesday",
        "“Monday night” reads as the day before",
        "taken literally, “Tuesday night” told as past would speak for 13 May 2015",
    ]


def test_the_caption_of_an_older_picture_is_never_a_reason() -> None:
    archive = CAPTIONED.index("FILE"), CAPTIONED.index("The mayor")
    assert not any(e.span and archive[0] <= e.span.start < archive[1] for e in infer(CAPTIONED).evidence)
    alone = infer("FILE - Cars cross the old bridge in Porto, Portugal, May 2, 2014.\n\nThe bridge is closed.\n")
    assert (alone.date, alone.alternatives, alone.evidence) == (None, (), ())


STORY = "The mayor said that the old bridge would stay closed until the inspection ends.\n"
STATED = [
    (f"Tuesday, May 12, 2015\n\n{STORY}", DAY),
    (f"Bridge closed\nMay 12, 2015\n{STORY}", DAY),
    (f"Bridge closed\n\nPublished: 12 May 2015\n\n{STORY}", DAY),
    (f"PORTO, May 12, 2015 (Reuters) - {STORY}", DAY),
    (f"February 29, 2016\n\n{STORY}", date(2016, 2, 29)),
    ("Tuesday, May 12, 2015\n\nThe bridge, built on March 4, 1874, is closed. It will open on June 1, 2016.\n", DAY),
]


@pytest.mark.parametrize(("text", "day"), STATED)
def test_a_printed_day_is_the_day(text: str, day: date) -> None:
    found = infer(text)
    assert (found.date, found.basis) == (day, Basis.TEXT)
    assert found.confidence >= 0.9


TOLD = "The walls fell on May 2, 2016, the mayor said on Friday.\n"
LABELLED = [
    *("Published June 16, 2017", "Posted on 16 June 2017", "Filed June 16, 2017", "Date: June 16, 2017"),
    *("Created: 2017-06-16", "Dated: June 16, 2017", "First published on June 16, 2017.", "Last updated June 16, 2017"),
    *(
        "Updated 10:15 AM ET, Fri June 16, 2017",
        "Modified: June 16, 2017",
        "This article was published on June 16, 2017.",
    ),
    *("By Ann Doe, June 16, 2017", "Ann Doe | June 16, 2017", "By Ann Doe | Published June 16, 2017"),
]


@pytest.mark.parametrize("line", LABELLED)
def test_a_labelled_line_decides_above_the_story_and_below_it(line: str) -> None:
    for text in (f"Bridge closed\n{line}\n\n{STORY}\n{TOLD}", f"Bridge closed\n\n{TOLD}\n{STORY}\n{STORY}\n{line}\n"):
        found = infer(text)
        assert found.date == date(2017, 6, 16)
        assert found.confidence >= 0.95


def test_the_day_of_publication_goes_before_the_day_of_an_update() -> None:
    found = infer(f"Bridge closed\n\n{TOLD}\n{STORY}\nPublished June 16, 2017\n\nUpdated June 18, 2017\n")
    assert found.date == date(2017, 6, 16)
    assert says(found)[0] == "the article says that it was published on June 16, 2017"


def test_a_line_below_the_story_that_is_only_a_date_is_its_day() -> None:
    found = infer(f"Bridge closed\n\n{TOLD}\n{STORY}\n{STORY}\n{STORY}\nJune 16, 2017\n")
    assert found.date == date(2017, 6, 16)
    assert found.confidence >= 0.9
    assert says(found)[0] == "the line below the story is dated June 16, 2017"


def test_an_article_taken_from_elsewhere_has_the_day_it_appeared_there() -> None:
    found = infer(
        f"{TOLD}\nThis story originally appeared in the Herald on June 16, 2017, and is used with permission.\n"
    )
    assert found.date == date(2017, 6, 16)


def test_news_told_under_an_old_picture_are_dated_and_the_picture_is_not() -> None:
    caption = (
        "FILE - In this May 18, 2014 file photo, cars cross the bridge. It shut Tuesday, May 12, 2015, officials said."
    )
    found = infer(f"{caption}\n\nPORTO — The bridge is closed, the city said Tuesday.\n\nIt was built in 1901.\n")
    assert found.date == DAY
    assert says(found)[0] == "news told under a FILE picture is dated Tuesday, May 12, 2015"


YEAR_OF_DATELINE = [
    ("March 14", "police said on Thursday. They had cracked on March 9, 2013, and in 2011.", date(2013, 3, 14)),
    ("March 14", "police said. A bridge was closed on Tuesday, March 12, 2013.", date(2013, 3, 14)),
    ("Jan. 2", "police said on Tuesday. They had cracked on Dec. 28, 2017.", date(2018, 1, 2)),
    ("March 14", "police said on Thursday. A wall fell in 2011 after a fire.", date(2013, 3, 14)),
]


@pytest.mark.parametrize(("day", "told", "published"), YEAR_OF_DATELINE)
def test_dates_and_weekdays_told_give_a_dateline_its_year(day: str, told: str, published: date) -> None:
    found = infer(f"PORTO, {day} (Reuters) - The walls of the bridge fell, {told}\n")
    assert found.date == published
    assert found.confidence < 0.9


def test_a_weekday_told_after_the_day_of_a_picture_makes_the_article_younger() -> None:
    caption = "Workers clear rubble from the river in Porto, Portugal, May 12, 2015."
    found = infer(
        f"{caption}\n\nThe walls fell on Monday. The city closed the bridge on Wednesday, the mayor said Wednesday.\n"
    )
    assert found.date == DAY + timedelta(days=1)


def test_a_fiscal_year_of_two_is_named_by_the_second() -> None:
    article = articles.from_text("RIGA, June 18 - Output of oil fell in fiscal 1986/87, which ends on June 30.")
    (clue,) = (c for c in clues_of(article, timex.find(article)).years if c.text.startswith("fiscal"))
    assert (clue.year, clue.sense) == (1987, "fiscal")


def test_a_dateline_without_a_year_takes_the_likeliest_year_of_the_text() -> None:
    found = infer("PORTO, March 26 - The bank earned 12 mln dlrs in 1986, compared with a loss of 3 mln in 1985.\n")
    days = (found.date, *found.alternatives)
    assert date(1987, 3, 26) in days
    assert all((d.month, d.day) in ((3, 26), (3, 27)) for d in days if d)
    assert found.confidence < 0.9


@pytest.mark.parametrize(
    ("told", "published"),
    [("today, March 13th, 2015", date(2015, 3, 13)), ("today, March 13th, 2015, until further notice", None)],
)
def test_a_day_that_is_called_today_is_the_day(told: str, published: date | None) -> None:
    text = f"The harbour master said on Friday that she would go.\n\n“I step down effective {told},” she wrote."
    assert infer(text).date == published


def test_a_weekday_alone_makes_no_date_but_is_told() -> None:
    found = infer("Two walls fell into the river, the police said on Friday.\n")
    assert (found.date, found.interval, found.confidence, found.basis) == (None, None, 0.0, Basis.NONE)
    assert says(found) == ["“said on Friday”: written on a Friday or soon after, on which one is not said"]


def test_a_text_without_any_date_makes_none() -> None:
    assert infer("Two walls fell into the river.\n") == PublicationDate(None, None, 0.0, Basis.NONE)


def test_a_day_told_as_past_bounds_an_article_without_a_date() -> None:
    found = infer("The tower was built in 1931 and was sold in 1964, its keeper said.\n")
    assert found.date is None
    assert found.interval is not None
    assert found.interval.first_day == date(1964, 1, 1)
    assert found.interval.is_open


def test_a_day_that_was_given_is_taken_as_it_is() -> None:
    found = infer(CAPTIONED, published=date(2020, 1, 1))
    assert (found.date, found.confidence, found.basis) == (date(2020, 1, 1), 1.0, Basis.GIVEN)
    assert found.alternatives == ()


def test_the_page_goes_before_the_text_and_a_day_apart_is_no_conflict() -> None:
    markup = StatedDate("metadata", DAY + timedelta(days=1), "the page's pubdate is 2015-05-13")
    found = infer(CAPTIONED, stated=(markup,))
    assert (found.date, found.basis) == (markup.date, Basis.METADATA)
    assert found.alternatives[0] == DAY
    assert found.evidence[0] == Evidence("metadata", None, "2015-05-13", "the page's pubdate is 2015-05-13")
    assert not [e for e in found.evidence if e.kind == "conflict"]


def test_a_page_and_a_printed_day_that_differ_are_a_conflict_and_both_are_kept() -> None:
    markup = StatedDate("metadata", date(2018, 3, 1), "the page's pubdate is 2018-03-01")
    found = infer(f"Tuesday, May 12, 2015\n\n{STORY}", stated=(markup,))
    assert {found.date, *found.alternatives} >= {DAY, markup.date}
    assert [e.kind for e in found.evidence].count("conflict") == 1


def test_a_page_older_than_what_its_text_tells_as_past_is_not_believed() -> None:
    markup = StatedDate("metadata", date(2014, 5, 12), "the page's pubdate is 2014-05-12")
    found = infer(f"Tuesday, May 12, 2015\n\n{STORY}The walls fell on May 11, 2015, he said.\n", stated=(markup,))
    assert found.date == DAY
    assert markup.date in found.alternatives
    assert "the page's pubdate is 2014-05-12, which does not fit 12 May 2015" in says(found)


def test_an_address_gives_the_day_when_nothing_else_does() -> None:
    found = infer(STORY, url="https://herald.example/2015/05/12/walls")
    assert (found.date, found.basis) == (DAY, Basis.URL)


def test_the_title_may_hold_the_day() -> None:
    text = "Share prices rose on Tuesday, after a loss in 2014 and the first days of 2015.\n"
    found = infer(text, title="Shares close higher -- May 12")
    assert DAY in (found.date, *found.alternatives)


COLUMNS = [
    *((-500, "years before"), (-32, "months before"), (-2, "days before"), (-1, "the day before"), (0, "same day")),
    *((1, "next day"), (2, "2 days on"), (3, "3-7 days on"), (31, "8-31 days on"), (32, "months on")),
    *((366, "a year on"), (401, "years on")),
]


@pytest.mark.parametrize(("days", "column"), COLUMNS)
def test_days_between_have_a_column(days: int, column: str) -> None:
    assert OFFSETS[offset_column(days)] == column


def test_every_row_of_weights_has_the_columns_of_its_kind() -> None:
    sizes = {len(OFFSETS), 7, 2, 1}
    assert {row: len(weights) for row, weights in WEIGHTS.items() if len(weights) not in sizes} == {}
    assert len(WEIGHTS["printed"]) == len(OFFSETS)


WORDS = st.sampled_from(
    [
        *(
            "Published",
            "Updated",
            "Feb. 29, 2019",
            "May 12, 2015",
            "12 May",
            "Tuesday",
            "said on Friday",
            "FILE - ",
            "in 1986",
            "0001",
            "9999",
        ),
        *("Dec. 31, 9999", "\n\n", ". ", "by 2099", "will open", "today", "(AP) --", "PORTO", "© 2015", "Jan. 1, 1"),
        *("@x) ", "\u200f", "𝔘", "February 30"),
    ]
)


@given(
    st.lists(WORDS | st.text(max_size=8), min_size=1, max_size=25), st.dates(), st.sampled_from(["metadata", "url", ""])
)
@settings(max_examples=200)
def test_any_text_gives_a_date_with_its_chance_or_none(parts: list[str], day: date, kind: str) -> None:
    text = " ".join(parts)
    if not text.strip():
        return
    stated = (StatedDate(kind, day, "the page says so"),) if kind else ()
    article = articles.from_text(text, language="en", stated_dates=stated)
    found = publication.infer(article, timex.find(article))
    assert found == publication.infer(article, timex.find(article))
    assert (found.date is None) == (found.confidence == 0.0) == (found.basis is Basis.NONE)
    assert 0 <= found.confidence <= 1
    assert found.date not in found.alternatives
    assert len(set(found.alternatives)) == len(found.alternatives)
    assert all(e.span is None or e.span.of(text) == e.text for e in found.evidence)
