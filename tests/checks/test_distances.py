"""How long after each other two events are told, against their dates."""

from __future__ import annotations

import pytest

from tests.reading import read
from timeline import articles, pipeline
from timeline.model import Severity

WRONG = [
    ("The agency issued a red alert on Friday, five days before the river overflowed on Sunday.", "3 days"),
    ("The mayor resigned on March 3, 2019, two weeks after a fire destroyed the town hall on Jan. 9, 2019.", "36 days"),
    (
        "He was arrested on Sept. 2, 2019, less than a week after the fire destroyed the mill on May 9, 2019.",
        "106 days",
    ),
    ("He was arrested on May 19, 2019, more than a month after the fire destroyed the mill on May 9, 2019.", "4 days"),
]
# The date stands elsewhere: it may be that of another happening.
ELSEWHERE = [
    (
        "A blast shook the port on Feb. 3, 2019. The port reopened on March 20, 2019, ten days after the blast.",
        "35 days",
    ),
    ("The bridge was closed in 2005. It reopened in 2011, two years after the closure.", "896 days"),
]
RIGHT = [
    "The guard expressed dismay five months before the army staged a revolt in March, a court was told here Tuesday.",
    "The owners met in May 2019 and talked until two days before the mill was sold on Sept. 9, 2019.",
    "The agency issued a red alert on Friday, two days before the river overflowed on Sunday.",
    "The mayor resigned on March 3, 2019, two weeks after a fire destroyed the town hall on Feb. 14, 2019.",
    "A blast shook the port on Feb. 3, 2019. The port reopened on Feb. 13, 2019, ten days after the blast.",
    "The bridge was closed in 2005. It reopened in 2007, two years after the closure.",
    "He was arrested on May 12, 2019, less than a week after the fire destroyed the mill on May 9, 2019.",
    "He was arrested on Sept. 2, 2019, more than a month after the fire destroyed the mill on May 9, 2019.",
    "He was arrested on May 29, 2019, about two weeks after the fire destroyed the mill on May 9, 2019.",
    "He was arrested on May 19, 2019, days after the fire destroyed the mill on May 9, 2019.",
    "A jogger met him at 7 a.m. twelve days before the murder. The murder shocked Lowen on Sept. 3.",
    "On Sept. 24 prices had fallen 4 percent since Oct. 12, the day before the strike. The strike began on Sept. 20.",
    "He was arrested on May 19, 2019, two months after he left. The fire destroyed the mill on May 9, 2019.",
]


@pytest.mark.parametrize(
    ("text", "gap", "severity"),
    [(*row, Severity.MEDIUM) for row in WRONG] + [(*row, Severity.LOW) for row in ELSEWHERE],
)
def test_dates_that_miss_the_told_distance_are_found(text: str, gap: str, severity: Severity) -> None:
    (found,) = [f for f in read(text).findings if f.check == "arithmetic"]
    assert (found.severity, found.gap) == (severity, gap)


@pytest.mark.parametrize("text", RIGHT)
def test_dates_that_fit_the_told_distance_are_left_alone(text: str) -> None:
    assert not [f for f in read(text).findings if f.check == "arithmetic"]


def test_a_day_off_is_said_softly() -> None:
    text = "The agency issued a red alert on Friday, three days before the river overflowed on Sunday."
    (found,) = [f for f in read(text).findings if f.check == "arithmetic"]
    assert (found.severity, found.gap) == (Severity.LOW, "a day")
    assert found.message == "“issued” is told as “three days before” “overflowed”, but their dates are 2 days apart."


def test_without_one_of_its_dates_nothing_is_wrong() -> None:
    wrong, _ = WRONG[0]
    assert not [f for f in read(wrong.replace(" on Sunday", "")).findings if f.check == "arithmetic"]


def test_of_turned_dates_the_order_is_said() -> None:
    text = "A blast shook the port on Feb. 23, 2019. The port reopened on Feb. 3, 2019, ten days after the blast."
    (found,) = [f for f in read(text).findings if f.check == "arithmetic"]
    assert found.message.endswith("but their dates are the other way round, 20 days apart.")


def test_a_distance_is_not_held_against_the_date_of_another_article() -> None:
    told = (
        "A blast shook the port on Feb. 3, 2019.\n\nThe port of Lowen reopened ten days after the blast.",
        "The port of Lowen reopened on March 20, 2019, the mayor said.",
    )
    readings = [pipeline.read_article(articles.from_text(text, id=str(n))) for n, text in enumerate(told)]
    assert not [f for f in pipeline.build_timeline(readings).findings if f.check == "arithmetic"]
    assert [
        f for f in read(f"{told[0]}\n\n{told[1]}".replace(", on Feb. 13, 2019", "")).findings if f.check == "arithmetic"
    ]
