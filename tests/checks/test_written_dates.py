from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.stories import Story, codes, findings, told
from timeline.checks import run
from timeline.model import Basis, Passed

PUBLISHED = date(2019, 9, 24)  # a Tuesday

IMPOSSIBLE = (
    "It closed on Feb. 30.",
    "It closed on Sept. 31, 2018.",
    "It closed on 31 April.",
    "It closed on the 31st of June.",
    "It closed on February 29, 2019.",
    "Updated: November 31, 2011 20:09",
    "At 91\nJune 31st, 2013 7:38pm",
    "NOV. 31",
    "It closed on 2019-02-30.",
    "It closed on 31/09/2019.",
    "It closed on Saturday, April 31: nobody came.",
    "Aged 4\nSeptember 31, 2011",
)
POSSIBLE = (
    "It closed on Feb. 29, 2016.",
    "It closed on Feb. 28.",
    "It closed on March 31.",
    "It closed on 31 October.",
    "He may 31 times have said so.",
    "Some 31 marched 31 miles.",
    "It closed on 2016-02-29.",
    "It closed on 09/31/19.",
    "It closed on 31/10/2019 and 10/31/2019.",
    "June 31.5 percent",
    "Version 2.31.1999 of it",
    "",
)
MISMATCHED = (
    "The council met on Friday, March 13, 2019.",
    "The council met on Friday 13 March 2019.",
    "The council met on March 13, 2019 (Friday).",
    "The council met on March 13, 2019, a Friday.",
    "The council met on Friday (March 13, 2019).",
    "The council met on Monday, Sept. 24.",
    "The council met on Monday night, Sept. 24, to vote.",
    "MONDAY, SEPT. 24",
    "It met Monday and Tuesday, Sept. 24-25.",
)
MATCHED = (
    "The council met on Wednesday, March 13, 2019.",
    "The council met on Tuesday, Sept. 24.",
    "The council met on Tuesday, Jan. 1.",
    "It met Monday and Tuesday, Sept. 23-24.",
    "It met on Monday and Tuesday, Sept. 24.",
    "It met from Friday to Tuesday, Sept. 24.",
    "He said Monday\nSept. 24, 2019",
    "Wednesday, 24 people met on Sept. 24.",
    "Friday, Oct. 13, 1066",
    "It met on Monday.\nThe Sept. 24 fire was big.",
    "It met Monday. The Sept. 24 fire was big.",
    "He may Friday come.",
)


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_day_that_no_calendar_has_is_found(text: str) -> None:
    assert codes(text, PUBLISHED) == ["impossible-date"]


@pytest.mark.parametrize("text", POSSIBLE)
def test_a_day_that_may_be_is_left_alone(text: str) -> None:
    assert codes(text, PUBLISHED) == []


@pytest.mark.parametrize("text", MISMATCHED)
def test_a_weekday_that_does_not_fit_its_date_is_found(text: str) -> None:
    assert codes(text, PUBLISHED) == ["weekday-mismatch"]


@pytest.mark.parametrize("text", MATCHED)
def test_a_weekday_that_fits_or_is_another_day_s_is_left_alone(text: str) -> None:
    assert codes(text, PUBLISHED) == []


def test_without_a_year_and_a_publication_date_nothing_can_be_said() -> None:
    assert codes("The council met on Monday, Sept. 24.") == []


def test_a_leap_day_without_a_year_needs_one_near_the_publication() -> None:
    assert codes("It closed on Feb. 29.", date(2018, 3, 3)) == ["impossible-date"]
    assert codes("It closed on Feb. 29.", date(2017, 3, 1)) == []


def test_the_repair_is_the_right_weekday_in_the_letters_of_the_wrong_one() -> None:
    (finding,) = findings(Story("FRIDAY, MARCH 13, 2019"))
    assert finding.repair is not None
    assert (finding.repair.text, finding.repair.replacement) == ("FRIDAY", "WEDNESDAY")
    assert not finding.depends_on_publication


def test_a_finding_that_takes_the_year_of_publication_says_so() -> None:
    (finding,) = findings(Story("The council met on Monday, Sept. 24.", PUBLISHED))
    assert finding.depends_on_publication
    assert finding.severity.value == "high"
    (guessed,) = findings(Story("The council met on Monday, Sept. 24.", PUBLISHED, basis=Basis.TEXT))
    assert guessed.severity.value == "medium"


@pytest.mark.parametrize(
    ("text", "published", "severities"),
    [
        ("He said so on Monday, August 3.", date(2018, 8, 6), ["high"]),
        ("He said so on Tuesday, August 3.", date(2018, 2, 5), ["medium"]),  # half a year off
        ("He said so on Monday, August 3.", date(2018, 2, 5), []),  # as it was in 2015
    ],
)
def test_far_from_the_publication_another_year_may_be_meant(text: str, published: date, severities: list[str]) -> None:
    assert [f.severity.value for f in findings(Story(text, published))] == severities


def test_agreement_is_told() -> None:
    passed = run(told(Story("It met on Tuesday, Sept. 24, 2019, and on Sept. 14, 2019."))).passed
    assert passed == (
        Passed("weekday-mismatch", "24 September 2019 is a Tuesday, as “Tuesday, Sept. 24, 2019” has it."),
        Passed("weekday-mismatch", "14 September 2019 is a Saturday; no weekday is stated."),
    )


@given(st.dates(date(1930, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_a_weekday_fires_exactly_when_the_calendar_has_another(day: date, weekday: int) -> None:
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    text = f"It met on {names[weekday]}, {day:%B} {day.day}, {day.year}."
    assert codes(text) == ([] if day.weekday() == weekday else ["weekday-mismatch"])


@given(st.text(alphabet=st.sampled_from("Mon Tue Sept. 0123456789 ,()/-\n of the"), max_size=200))
def test_no_text_raises(text: str) -> None:
    codes(text, PUBLISHED)


HOSTILE = (
    "Monday ",
    "1 1 1 ",
    "March 3" + " " * 50,
    "((((",
    "31 of the ",
    "2003-1999 ",
    "Ann Doe, 33, ",
    "Friday, March 13, 2019 ",
    "12 people (five men, ",
    "born in Aa ",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    start = process_time()
    codes(piece * (150_000 // len(piece)), PUBLISHED)
    assert process_time() - start < 5
