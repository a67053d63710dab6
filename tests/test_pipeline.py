"""The order of the stages, and what is left out of a text that is not in English."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import articles, pipeline
from timeline.languages import is_read

GERMAN = (
    "Am Montagabend wurde in der Innenstadt ein Mann von der Polizei festgenommen, nachdem er eine Bank überfallen "
    "hatte. Die Polizei teilte am 24. September 2019 mit, dass niemand verletzt wurde und dass der Mann schweigt."
)


def test_a_german_text_gives_its_written_dates_and_one_note() -> None:
    story = pipeline.build_timeline([pipeline.read_article(articles.from_text(GERMAN))])
    assert story.events == ()
    assert [f.check for f in story.findings] == ["language"]
    assert "2019-09-24" in [t.value for t in story.timexes.values()]


@pytest.mark.parametrize(("language", "read"), [("en", True), ("en-GB", True), ("en_US", True), ("de", False)])
def test_only_english_is_read_for_events(language: str, read: bool) -> None:
    assert is_read(language) is read


def test_reading_times_is_part_of_reading_all() -> None:
    article = articles.from_text("Gunmen attacked the port on Monday.\n\nPublished Sept. 24, 2019")
    times, whole = pipeline.read_times(article), pipeline.read_article(article)
    assert (times.publication, times.timexes) == (whole.publication, whole.timexes)
    assert times.mentions == ()
    assert whole.mentions


LEFT = (
    "The crew had left the hall ten minutes before {}. "
    "Engineers are examining the roof after Thursday evening's collapse."
)


@pytest.mark.parametrize(("words", "found"), [("Friday's collapse", ["time-conflict"]), ("it shut on Friday", [])])
def test_a_day_that_an_event_owns_is_no_bound(words: str, found: list[str]) -> None:
    article = articles.from_text(LEFT.format(words), published=date(2018, 8, 4))
    story = pipeline.build_timeline([pipeline.read_article(article)])
    assert [f.check for f in story.findings if f.severity.value == "high"] == found
