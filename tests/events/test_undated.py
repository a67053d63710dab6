"""When a mention without a time of its own was, in articles of Wednesday, 25 September 2019; its trigger in stars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.reading import event, mention, read
from timeline import articles, pipeline
from timeline.events.undated import ENOUGH, KINDS, Candidate, Surroundings, candidates, is_enough
from timeline.events.weights import WEIGHTS
from timeline.events.when import agree
from timeline.model import Mention, Reading, TimeBasis
from timeline.temporal.calendar import month_of
from timeline.temporal.interval import Interval

LEAD = "Gunmen raid port\n\nGunmen *attacked* the port on Monday."
CASES = [
    # the times told before and around it
    ("Gunmen attacked the port on Monday. Guards *returned* fire.", "2019-09-23"),
    ("Gunmen attacked the port on Monday. Three men *died*.", "2019-09-23"),
    ("Gunmen attacked the port on Monday and a ship was *hit*.", "2019-09-23"),
    ("“We saw smoke,” the mayor said Tuesday. He *added* that two ships burned.", "2019-09-24"),
    # nothing but the day of its telling
    ("The mayor *said* the bridge was safe.", "2019-09-25"),
    # what lies ahead is not over
    ("The firm agreed on Monday to *buy* its rival.", None),
    ("The firm *agreed* on Monday to buy its rival.", "2019-09-23"),
    # told so long before or after
    ("The town got a warning on Friday, two days before the river *overflowed*.", "2019-09-22"),
    ("Three weeks after he was *arrested*, the mayor was freed on Sept. 20.", "2019-08-30"),
    ("A blast shook the port on Sept. 3. The council *voted* less than two weeks after the blast.", "2019-09-04"),
    ("A blast shook the port in May 2018. The port *reopened* two months after the blast.", "2018-07-01"),
    ("A blast shook the port on Sept. 3. The mayor *resigned* more than a week after the blast.", "2019-09-03"),
    ("Gunmen attacked the port on Monday. The mayor would not *comment*.", "2019-09-25"),  # a refusal is over
    # what is only likelier than the rest is not said
    ("Gunmen attacked the port on Monday. The mayor visited the town in March. A guard *died*.", None),
    ("Gunmen attacked the port on Monday. The mayor visited the town on Tuesday. A guard *died*.", "2019-09-24"),
    # what tends to be has no time
    ("Rockets hit the port on Monday. Gunmen often *attack* it.", None),
]


@pytest.mark.parametrize(("text", "day"), CASES)
def test_undated_event_takes_the_likeliest_time_told_around_it(text: str, day: str | None) -> None:
    time = mention(read(text.replace("*", "")), text).time
    assert (time.first_day.isoformat() if time else None) == day


DAYS = [
    ("The mayor *praised* the crew.", "2019-09-25"),
    # the day of its telling is no day of what did not happen or is meant to
    ("The mayor did not *praise* the crew.", None),
    ("The mayor wants to *praise* the crew.", None),
    ("The mayor wants to *praise* the crew on Friday.", "2019-09-27"),
    ("The mayor did not *praise* the crew on Monday.", "2019-09-23"),
    # nor of a state, which lasts
    ("The mayor *owns* the ferry.", None),
    ("The mayor *believes* the crew.", None),
    ("The mayor *owned* the ferry in 2018.", "2018-01-01"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_telling_dates_only_what_happened(text: str, day: str | None) -> None:
    told = event(read(text.replace("*", "")), text)
    assert (told.time.first_day.isoformat() if told.time else None) == day
    assert (told.time_basis is TimeBasis.NONE) == (day is None)


UNKNOWN = [
    # its own time hangs on a day that nothing tells
    ("Divers *lifted* the ship on Monday. It sank on 9 January 1998.", None),
    ("The hull was *built* around 1150 BC. Divers lifted it on 9 January 1998.", None),
    # so does what is told beside it
    ("Storm *cuts* power\n\nA storm cut the lines on Monday. The last one hit in January 1998.", None),
    ("A storm cut the lines on Monday, and shops *closed*.\n\nThe last one hit on 9 January 1998.", None),
    ("The last storm hit on 9 January 1998. A storm cut the lines on Monday, and shops *closed*.", None),
    ("A storm cut the lines on Monday. The last one hit on 9 January 1998.\n\nThe mayor *thanked* the crews.", None),
    # but not what is told of another day
    ("A storm cut the lines on Monday. The last one *hit* on 9 January 1998.", "1998-01-09"),
    ("A storm cut the lines on Monday. The last one hit on 9 January 1998. Nine people *died*.", "1998-01-09"),
    ("The storm hit on 9 January 1998.\n\nNine people *died*.", "1998-01-09"),  # nothing hangs on the day
]


@pytest.mark.parametrize(("text", "day"), UNKNOWN)
def test_news_of_a_day_that_nothing_tells_has_no_time_of_long_ago(text: str, day: str | None) -> None:
    told = event(read(text.replace("*", ""), published=None), text)
    assert (told.time.first_day.isoformat() if told.time else None) == day


def _told(reading: Reading, *chosen: tuple[int, TimeBasis, float]) -> list[Mention]:
    """The first mention, told so often, each time with a day of September, what it rests on and its chance."""
    return [
        replace(reading.mentions[0], time=Interval.of_day(date(2019, 9, d)), time_basis=basis, time_chance=chance)
        for d, basis, chance in chosen
    ]


AROUND, TODAY = TimeBasis.NARRATIVE, TimeBasis.PUBLICATION
VOTES = [
    ([(23, AROUND, 0.6)], 23),
    ([(23, AROUND, 0.6), (25, TODAY, 0.7)], 25),
    ([(23, AROUND, 0.8), (25, TODAY, 0.5)], 23),
    ([(23, AROUND, 0.8), (25, TODAY, 0.5), (25, TODAY, 0.5)], 25),
    ([(25, TODAY, 0.5), (23, AROUND, 0.5)], 25),  # the first told wins a draw
]


@pytest.mark.parametrize(("chosen", "day"), VOTES)
def test_of_an_event_that_no_words_date_the_likeliest_time_is_kept(
    chosen: list[tuple[int, TimeBasis, float]], day: int
) -> None:
    reading = pipeline.read_article(articles.from_text("A guard died.", id="a", published=date(2019, 9, 25)))
    agreed = agree(_told(reading, *chosen))
    assert agreed.time == Interval.of_day(date(2019, 9, day))
    assert agreed.alternatives == ()  # what is not stated disputes nothing


def test_only_its_own_words_state_a_time() -> None:
    story = read("Gunmen attacked the port on Monday. Guards returned fire.")
    dated, undated = mention(story, "*attacked*"), mention(story, "*returned*")
    assert (dated.time_basis, undated.time_basis) == (TimeBasis.STATED, TimeBasis.NARRATIVE)
    assert undated.time_vague
    assert undated.timex is None
    assert "Monday" in undated.time_why


def test_a_distance_is_the_reason() -> None:
    story = read("The town got a warning on Friday, two days before the river overflowed.")
    flood = mention(story, "*overflowed*")
    assert flood.time_basis is TimeBasis.STATED
    assert flood.time_why.startswith("“two days before”, with “got”: “Friday” belongs to")


def test_a_time_that_is_too_doubtful_is_told_but_not_taken() -> None:
    died = mention(read("Gunmen attacked the port on Monday. The mayor visited it in March. A guard died."), "*died*")
    assert (died.time, died.time_basis) == (None, TimeBasis.NONE)
    assert died.time_why.startswith("too doubtful to say: Mon 23 Sept 2019, ")


def test_a_chosen_time_says_how_likely_it_is() -> None:
    story = read("Gunmen attacked the port on Monday. Guards returned fire.")
    assert mention(story, "*attacked*").time_chance == 1
    assert 0.5 < mention(story, "*returned*").time_chance < 1


DAY = Interval.of_day(date(2019, 9, 23))
LONGER = [(DAY, ENOUGH, True), (DAY, ENOUGH - 0.01, False), (month_of(2019, 9), ENOUGH, False), (None, 0.9, True)]


@pytest.mark.parametrize(("interval", "chance", "said"), LONGER)
def test_a_longer_stretch_must_be_likelier_than_a_day(interval: Interval | None, chance: float, said: bool) -> None:
    assert is_enough(Candidate(interval, TimeBasis.NARRATIVE, ""), chance) is said


SINCE = "The mayor was suspended since 3 July. Gunmen attacked the port on Monday. A ship burned in March."


def test_a_stretch_counted_in_days_is_no_day() -> None:
    around = Surroundings.of(pipeline.read_article(articles.from_text(SINCE, id="a", published=date(2019, 9, 25))))
    assert around.first_told is not None
    assert around.first_period is not None
    assert (around.first_told[0].text, around.first_period[0].text) == ("attacked", "suspended")


NOBODYS = "Gunmen attacked the port on Monday. Robbers raided the bank on Tuesday. "


def test_who_takes_part_speaks_for_the_time_of_what_else_they_did() -> None:
    reading = pipeline.read_article(
        articles.from_text(NOBODYS + "Guards caught the gunmen.", id="a", published=date(2019, 9, 25))
    )
    caught = next(m for m in reading.mentions if m.text == "caught")
    found = candidates(caught, Surroundings.of(reading), None, None)
    shared = [c.interval.first_day.day for c in found if c.interval and "shares somebody" in c.traits]
    assert shared == [23]


def test_every_row_weighs_each_kind_of_mention() -> None:
    assert all(len(row) == len(KINDS) for row in WEIGHTS.values())
