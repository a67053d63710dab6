"""Whether two tellings are of one happening, and whether a day is its own: each case beside the one that fires."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checks.stories import MONDAY, TUESDAY, Story, day, found
from tests.checks.test_events import counted
from timeline.checks._telling import are_of_others, capitals, names

THURSDAY = date(2019, 9, 26)


def twice(first: str, second: str, word: str = "robbed", days: tuple[str, str] = ("Monday", "Tuesday")) -> list[str]:
    """The checks that fire on one event told in two sentences, each with its day."""
    story = Story(f"{first}\n{second}", THURSDAY)
    when = {"Monday": MONDAY, "Tuesday": TUESDAY, "today": TUESDAY}
    second_at = story.text.count(days[1], 0, len(first)) if days[1] in first else 0
    story.event(
        story.mention(word, timex=story.timex(days[0], day(when[days[0]])), tense="past"),
        story.mention(word, nth=1, timex=story.timex(days[1], day(when[days[1]]), nth=second_at), tense="past"),
    )
    return [check for check, _, _ in found(story)]


ONE = ("Masked men robbed the bank on Monday.", "Masked men robbed the bank on Tuesday, police said.")
ONE_HAPPENING = (
    ONE,
    ("Men robbed the Lowen bank on Monday.", "The men robbed the bank in Lowen on Tuesday."),
    ("Police said men robbed the bank on Monday.", "Men robbed it on Tuesday."),
)
TWO_HAPPENINGS = (
    ("Men robbed the bank of Lowen on Monday.", "Men robbed the bank of Veland on Tuesday."),
    ("Men robbed the bank on Monday.", "Men robbed it on Tuesday and Wednesday."),
    ("Men robbed the bank on Monday.", "Officials said on Tuesday that men robbed the bank."),
    ("Men robbed the bank on Monday.", "It would be robbed on Tuesday."),
)


@pytest.mark.parametrize(("first", "second"), ONE_HAPPENING)
def test_one_happening_on_two_days_is_found(first: str, second: str) -> None:
    assert "time-conflict" in twice(first, second)


@pytest.mark.parametrize(("first", "second"), TWO_HAPPENINGS)
def test_another_name_a_list_a_report_and_a_plan_have_days_of_their_own(first: str, second: str) -> None:
    assert twice(first, second) == []


def test_what_happens_day_after_day_is_no_conflict() -> None:
    first, second = (s.replace("robbed", "meeting") for s in ONE)
    assert twice(first, second, "meeting") == []


def test_a_quotation_tells_the_day_on_which_it_was_spoken() -> None:
    told = "Men robbed the bank on Monday.", 'He wrote: "They robbed it today."'
    assert twice(*told, days=("Monday", "today")) == []
    assert twice(told[0], "They robbed it today.", days=("Monday", "today")) == ["time-conflict"]


@pytest.mark.parametrize(
    ("first", "second", "others"),
    [
        ("The bank of Lowen burned.", "The bank of Veland burned.", True),
        ("The bank of Lowen burned.", "The bank burned.", False),
        ("The bank of Lowen burned.", "Lowen burned.", False),
        ("Ann Doe of Lowen sang.", "Doe sang in Veland.", False),
        ("It burned on Monday.", "It burned in Lowen.", False),
    ],
)
def test_names_part_two_tellings(first: str, second: str, others: bool) -> None:
    assert are_of_others(first, second) is others
    assert are_of_others(second, first) is others


def test_a_first_word_alone_is_no_name() -> None:
    assert names("Police met Ann Doe's men.") == {"Ann", "Doe"}
    assert capitals("Police met Ann Doe's men.") == {"Police", "Ann", "Doe"}


def two_counts(first: str, second: str, words: tuple[str, str], kind: str = "rifle") -> list[str]:
    story = Story(f"{first}\n{second}", THURSDAY)
    for n, figure in enumerate(words):
        counted(story, "found", figure, kind, 2 + 7 * n, 2 + 7 * n, nth=n)
    story.event(*story.mentions)
    return [check for check, _, _ in found(story)]


def test_two_counts_of_one_find_conflict() -> None:
    told = "Divers found two rifles in the old wreck.", "The divers found nine rifles in the old wreck."
    assert two_counts(*told, ("two rifles", "nine rifles")) == ["figure-conflict"]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("Divers found two rifles in the wreck at Lowen.", "Divers found nine rifles in the wreck at Veland.", ""),
        ("Divers found two rifles in the old wreck.", "The divers found nine other rifles in the old wreck.", "other"),
        ("Divers found two rifles in the old wreck.", "The divers found nine biggest rifles in the wreck.", "biggest"),
    ],
)
def test_other_places_and_parts_are_counted_apart(first: str, second: str, words: str) -> None:
    assert two_counts(first, second, ("two rifles", f"nine {words} rifles".replace("  ", " "))) == []
