"""Which reports of an event are held against each other, and how sure each is between articles."""

from __future__ import annotations

import pytest

from tests.checks.stories import MONDAY, TUESDAY, Story, day, told
from timeline.checks._reports import Report, reports
from timeline.checks.time_conflict import _alike, _as_sure
from timeline.model import Basis, Timeline

# The same verb needs two more telling words in common, another one three.
PARTS = [
    # (each article's sentences, the parts that are held against each other, by the weekdays told in them)
    (["Rebels attacked Lowen depot on Monday."], ["Monday"]),
    (["Rebels attacked it on Monday.\nNobody attacked them on Tuesday."], ["Monday Tuesday"]),
    (
        ["Rebels attacked Lowen depot on Monday.", "Rebels attacked Lowen depot on Tuesday."],
        ["Monday", "Tuesday", "Monday Tuesday"],
    ),
    (
        ["Rebels attacked Lowen depot on Monday.", "Nobody saw who attacked on Tuesday."],
        ["Monday", "Tuesday", "Monday", "Tuesday"],
    ),
    (  # the third joins what the first two would not
        [
            "Rebels attacked the Lowen depot on Monday.",
            "Soldiers attacked a northern bridge on Tuesday.",
            "Rebels attacked the Lowen depot and a northern bridge on Wednesday.",
        ],
        ["Monday", "Tuesday", "Wednesday", "Monday Tuesday Wednesday"],
    ),
    ([], []),
]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday")


def _stories(texts: list[str]) -> Timeline:
    stories = []
    for number, text in enumerate(texts):
        story = Story(text, TUESDAY, id=f"a{number}")
        for nth, weekday in enumerate(w for w in WEEKDAYS if w in text):
            when = day(MONDAY.replace(day=MONDAY.day + WEEKDAYS.index(weekday)))
            story.mention("attacked", nth=nth, timex=story.timex(f"on {weekday}", when))
        stories.append(story)
    if stories:
        stories[0].event(*(m for s in stories for m in s.mentions))
    return told(*stories)


def _told(timeline: Timeline) -> list[Report]:
    return [report for event in timeline.events for report in reports(timeline, event, {})]


@pytest.mark.parametrize(("texts", "parts"), PARTS)
def test_reports_of_one_part_of_the_story_are_held_against_each_other(texts: list[str], parts: list[str]) -> None:
    timeline = _stories(texts)
    found = [" ".join(r.timex.text.removeprefix("on ") for r in part) for part in _alike(timeline, _told(timeline))]
    assert found == parts


SURE = [
    ("on Monday", "publication", Basis.GIVEN, True),
    ("on Monday", "publication", Basis.TEXT, False),  # the article may be of another week
    ("on Monday", "absolute", Basis.TEXT, True),  # counted from nothing
    ("on 23 September", "absolute", Basis.TEXT, True),
    ("in September", "publication", Basis.TEXT, True),  # no weekday would be left
]


@pytest.mark.parametrize(("words", "anchor", "basis", "is_sure"), SURE)
def test_a_weekday_counted_from_a_guessed_day_is_a_weekday_alone(
    words: str, anchor: str, basis: Basis, is_sure: bool
) -> None:
    story = Story(f"Rebels attacked the depot {words}.", TUESDAY, basis=basis)
    timex = story.timex(words, day(MONDAY), anchor=anchor)
    mention = story.mention("attacked", timex=timex)
    report = Report(mention, timex, timex.interval, None if "September" in words else 0)
    sure = _as_sure(told(story), report)
    assert (sure.interval, sure.weekday) == (day(MONDAY) if is_sure else None, report.weekday)
