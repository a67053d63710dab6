from datetime import date

import pytest

from tests.checks.stories import Story, codes, findings

PUBLISHED = date(2010, 6, 4)

WRONG = (
    "The mill opened in 1988, 12 years ago, and was sold.",
    "The mill opened 12 years ago, in 1988, and was sold.",
    "The mill opened in 1988 (twelve years ago).",
    "She taught there from 1990 to 1995, nine years in all.",
    "Ann Doe, 33, spoke first. Later Ann Doe, 39, sang.",
    "Ann Doe, 33, spoke first. Later the 39-year-old Ann Doe sang.",
    "Ann Doe, 33, spoke first. Doe, 39, sang.",
    "Ann Doe, 33, was born in Lowen in 1964.",
    "It hurt 12 people (five men, four women and two children).",
    "It hurt 12 people: five men, four women and two children.",
    "It crosses four countries: Malta, Italy, Spain, France and Monaco.",
)
RIGHT = (
    "The mill opened in 1998, 12 years ago, and was sold.",
    "The mill opened in 1997, 12 years ago, and was sold.",
    "The mill opened in 1960, about 45 years ago.",
    "She taught there from 1990 to 1995, five years in all.",
    "She taught there from 1990 to 1995, six years in all.",
    "Ann Doe, 33, spoke first. Later Ann Doe, 33, sang.",
    "Ann Doe, 33, spoke first. Later Ann Doe, 34, sang.",
    "Ann Doe, 33, spoke first. Ann Doe, 19 when she came, sang.",
    "Ann Doe, 33, spoke first. Jim Doe, 39, sang.",
    "Ann Doe, 33, spoke first. Jim Doe sat down. Doe, 39, sang.",
    "Ann Doe, 33, spoke first. Ann Doe Jr., 9, sang.",
    "Ann Doe, 33, was born in Lowen in 1977.",
    "It hurt 11 people (five men, four women and two children).",
    "It hurt 12 people, including five men and four women.",
    "It crosses four countries: Malta, Italy, Spain and France.",
    "The two sides met in 1988, 12 miles ago.",
    "Doe took the wickets of Ann Doe (33) and later of Ann Doe (7).",
    "New York, 24, beat Boston, 17.",
)


@pytest.mark.parametrize("text", WRONG)
def test_a_sum_that_does_not_come_out_is_found(text: str) -> None:
    assert codes(text, PUBLISHED) == ["arithmetic"]


@pytest.mark.parametrize("text", RIGHT)
def test_a_sum_that_comes_out_is_left_alone(text: str) -> None:
    assert codes(text, PUBLISHED) == []


def test_years_ago_need_a_publication_date() -> None:
    assert codes("The mill opened in 1988, 12 years ago, and was sold.") == []


def test_the_repair_counts_the_years() -> None:
    (finding,) = findings(Story("The mill opened in 1988, twelve years ago.", date(2005, 1, 9)))
    assert finding.repair is not None
    assert finding.repair.replacement == "seventeen"
    assert finding.depends_on_publication
    assert finding.gap == "5 years"
