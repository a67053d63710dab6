"""What a story's events are about, by subjects that a reader knows from the articles."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from timeline import articles, build_timeline, read_article
from timeline.model import Timeline
from web.bands import OTHER, bands
from web.topics import FEW, LONGEST, topics
from web.view import View

INQUIRY = """Inquiry into the depot fire

Ines Calder, the mayor of Lowen, opened the harbour again on Monday. On Tuesday Calder spoke to the dockers.

Nordmark Oil postponed the repair of the depot in January. In February Nordmark Oil sold two ships.

Iran-backed groups attacked a bridge on Sunday. The U.S. blamed Iran on Monday. The U.S. sent two ships on Tuesday.

The funeral of the workers was held on Saturday. Thousands attended the funeral.

North Korea fired a rocket on Friday. A North Korean ship sank on Thursday.

A volcano erupted in May."""


def story(text: str, title: str = "A year") -> Timeline:
    return build_timeline([read_article(articles.from_text(text, published=date(2021, 6, 1)))], title=title)


def about(timeline: Timeline) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for event_id, subject in topics(timeline, timeline.events).items():
        found[subject].append(next(e.title for e in timeline.events if e.id == event_id))
    return found


@pytest.fixture(scope="module")
def inquiry() -> Timeline:
    return story(INQUIRY)


SUBJECTS = [
    ("Nordmark Oil", ("postponed", "sold")),
    ("U.S.", ("blamed", "sent")),
    ("Funeral", ("funeral", "attended")),
    ("North Korea", ("rocket", "ship sank")),
]


@pytest.mark.parametrize(("subject", "words"), SUBJECTS)
def test_events_that_share_a_name_or_a_thing_share_a_subject(
    inquiry: Timeline, subject: str, words: tuple[str, ...]
) -> None:
    titles = about(inquiry)[subject]
    assert all(any(word in title for title in titles) for word in words)


def test_an_event_that_names_nobody_is_sorted_by_its_sentence(inquiry: Timeline) -> None:
    spoken = story(INQUIRY + "\n\nShares fell on Thursday, two days after Nordmark Oil told of the losses.")
    assert any("Shares" in title for title in about(spoken)["Nordmark Oil"])
    assert not any("volcano" in title for titles in about(inquiry).values() for title in titles)


def test_dots_make_no_other_name() -> None:
    written = story("The U.S. sent two ships on Monday.\n\nThe US blamed the mayor. A volcano erupted in May.")
    assert len(about(written)) == 1


COMPANY = """Nordmark bought a yard in January. Nordmark Inc. sold a ferry in February. Nordmark Computer hired cooks.

Lowen Steel closed a mill in April. In May Lowen Steel Corp. opened a mine. Veland Group hired divers in June.

A volcano erupted in July. Two ships sank in August. Rain fell in September."""


def test_a_company_is_one_however_its_name_is_written() -> None:
    named = {subject: len(titles) for subject, titles in about(story(COMPANY)).items()}
    assert (named["Nordmark"], named["Lowen Steel"]) == (3, 2)
    assert not any(subject.startswith(("Nordmark ", "Veland")) for subject in named)


def test_what_is_no_legal_form_parts_two_names() -> None:
    steel = "Lowen Steel closed a mill in April. In May Lowen Steel opened a mine."
    bank = "Lowen Bank sold a tower in June. In July Lowen Bank hired divers."
    assert {"Lowen Steel", "Lowen Bank"} <= about(story(f"{steel} {bank}")).keys()


def test_a_short_name_is_taken_for_the_longer_one(inquiry: Timeline) -> None:
    subject = next(s for s in about(inquiry) if "Calder" in s)
    assert any("opened" in t for t in about(inquiry)[subject])
    assert any("spoke" in t for t in about(inquiry)[subject])


def test_the_name_in_an_adjective_is_none(inquiry: Timeline) -> None:
    assert not any("backed" in subject or "Iran" in subject for subject in about(inquiry))


def test_subjects_are_short_and_distinct_and_no_word_of_ours(inquiry: Timeline) -> None:
    headings = [band.heading for band in bands(inquiry, View(lanes="topic"))]
    assert len({h.casefold() for h in headings}) == len(headings) > 3
    assert all(0 < len(h) <= LONGEST and "_" not in h for h in headings)
    assert headings[-1] == OTHER


def test_what_all_of_the_story_is_about_tells_none_of_its_events_from_another() -> None:
    done = "sold a garage, built a bridge, bought a tram, closed a yard, opened a school, burned a shed, lost a trial"
    text = " ".join(f"On 4 March Metro Lowen {what}." for what in done.split(", "))
    assert len(story(text).events) > FEW
    assert "Metro Lowen" not in about(story(text))
