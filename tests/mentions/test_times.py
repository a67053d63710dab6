"""Which time belongs to which event, in articles of Wednesday, 25 September 2019; the trigger stands in stars."""

from __future__ import annotations

import pytest

from tests.reading import mention, read

CASES = [
    ("Gunmen *attacked* the port on Monday.", "2019-09-23", "2019-09-23"),
    ("On Monday, gunmen *attacked* the port.", "2019-09-23", "2019-09-23"),
    ("Officials said Tuesday that gunmen *attacked* the port on Sunday.", "2019-09-22", "2019-09-22"),
    ("Officials *said* Tuesday that gunmen attacked the port on Sunday.", "2019-09-24", "2019-09-24"),
    ("No ship was *struck* in Monday's attack.", "2019-09-23", "2019-09-23"),
    ("No ship was struck in Monday's *attack*.", "2019-09-23", "2019-09-23"),
    ("Rockets hit the port in Monday's attack, in which two ships were *burned*.", "2019-09-23", "2019-09-23"),
    ("A bomb exploded on Monday, *killing* two people.", "2019-09-23", "2019-09-23"),
    ("He was *arrested* in March 2017 and released in May 2018.", "2017-03-01", "2017-03-31"),
    ("He was arrested in March 2017 and *freed* in May 2018.", "2018-05-01", "2018-05-31"),
    ("The firm tried to *buy* its rival in 2016.", "2016-01-01", "2016-12-31"),
    ("The firm *tried* to buy its rival in 2016.", "2016-01-01", "2016-12-31"),
    # what is named is sure; where "early" ends, or whether "night" is over at midnight, is not
    ("In early 1813 General Horn was *recalled*.", "1813-01-01", "1813-12-31"),
    ("General Horn was *recalled* earlier this month.", "2019-09-01", "2019-09-30"),
    ("General Horn was *recalled* in the late 1990s.", "1990-01-01", "1999-12-31"),
    ("General Horn has *led* the army since early 1813.", "1813-01-01", "2019-09-25"),
    ("Police *arrested* a man on Monday night.", "2019-09-23", "2019-09-23"),
    ("The firm will *extend* its offer on October 20.", "2019-10-20", "2019-10-20"),
    ("The firm *extended* its offer on Friday.", "2019-09-20", "2019-09-20"),
    ("Police *arrested* a man early on Tuesday.", "2019-09-24", "2019-09-24"),
    ("The battle was *fought* on 14 and 15 August 1812.", "1812-08-14", "1812-08-15"),
    ("The *attack*, which came on Monday, surprised all.", "2019-09-23", "2019-09-23"),
    ("It is the worst fire since 2001, when twelve people *died* in a ferry accident.", "2001-01-01", "2001-12-31"),
    ("He left on Monday when the guards *slept*.", "2019-09-23", "2019-09-23"),
    ("*Born* in Salvo on May 4, 1928, the miller's daughter, she left school at 15.", "1928-05-04", "1928-05-04"),
    ("Sales *rose* in the three months ended June 30.", "2019-04-01", "2019-06-30"),
    ("The mill has *burned* since 3 July.", "2019-07-03", "2019-09-25"),
    ("Ann *remembered* it on Monday.", "2019-09-23", "2019-09-23"),
]


@pytest.mark.parametrize(("text", "first", "last"), CASES)
def test_event_takes_the_time_of_its_own_clause(text: str, first: str, last: str) -> None:
    time = mention(read(text.replace("*", "")), text).time
    assert time is not None
    assert (time.first_day.isoformat(), time.last_day.isoformat()) == (first, last)


NOT_ITS_OWN = [
    # when something like it was, last
    "It is the worst *storm* since January 1998.",
    "It was the first *fire* in the town since 2001.",
    # what is thought of
    "He *remembers* the night of 10 January 1993.",
    # her birthday
    "Born in Salvo on May 4, 1928, the miller's daughter, she *left* school at 15.",
]


@pytest.mark.parametrize("text", NOT_ITS_OWN)
def test_a_time_that_its_sentence_tells_of_something_else(text: str) -> None:
    assert mention(read(text.replace("*", "")), text).timex is None


def test_a_quake_that_strikes_is_one_event() -> None:
    story = read("The quake struck on Monday.")
    assert [m.text for m in story.readings[0].mentions] == ["quake", "struck"]
    assert len(story.events) == 1
    times = [m.time for m in story.readings[0].mentions]
    assert [t.first_day.isoformat() for t in times if t] == ["2019-09-23", "2019-09-23"]


def test_a_plan_has_not_the_time_of_its_making() -> None:
    story = read("The firm agreed on Monday to buy its rival.")
    assert mention(story, "*agreed*").time is not None
    assert mention(story, "*buy*").time is None


def test_undated_happening_follows_the_one_told_before() -> None:
    story = read("Gunmen attacked the port on Monday. Guards returned fire.")
    returned = mention(story, "*returned*")
    assert returned.time == mention(story, "*attacked*").time
    assert returned.time_basis.value == "narrative"
    assert returned.time_vague


def test_undated_report_is_news_of_the_publication_day() -> None:
    said = mention(read("The mayor said the bridge was safe."), "*said*")
    assert said.time is not None
    assert said.time.first_day.isoformat() == "2019-09-25"
    assert (said.time_basis.value, said.time_vague) == ("publication", True)


def test_archive_caption_takes_no_publication_day() -> None:
    text = "A headline\n\nFILE - Fires burn at the port after a strike, Sept. 14, 2018.\n\nThe port was quiet."
    time = mention(read(text), "*strike*").time
    assert time is not None
    assert time.first_day.isoformat() == "2018-09-14"


NOT_ITS_OWN = [
    "The bank *sold* June 1997 bonds.",
    "Lawmakers *praised* the 2024 candidate.",
    "The loan is due on April 30, the firm *said*.",
    "The firm *extended* its offer to October 20.",  # what was set, not when
    "The firm has *set* Nov. 10 as the deadline.",
]


@pytest.mark.parametrize("text", NOT_ITS_OWN)
def test_a_date_of_a_thing_is_not_the_event_s(text: str) -> None:
    assert mention(read(text.replace("*", "")), text).timex is None


def test_a_year_that_ends_is_no_event() -> None:
    story = read("The firm predicted a profit in the year ending October 31.")
    assert "ending" not in [m.text for m in story.readings[0].mentions]


def test_a_weekday_without_a_calendar_is_kept_with_its_event() -> None:
    found = mention(read("Gunmen attacked the port on Monday.", None), "*attacked*")
    assert (found.time, found.time_value) == (None, "XXXX-WXX-1")


def test_a_possessive_belongs_to_what_it_owns() -> None:
    story = read("No ship was struck in Monday night's attack.")
    assert mention(story, "*attack*").time_why == "“Monday night” belongs to “attack”"
    assert mention(story, "*struck*").time_why == "told with “attack”: “Monday night” belongs to “attack”"
