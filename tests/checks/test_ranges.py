from datetime import date

import pytest

from tests.checks.stories import Story, codes, findings

REVERSED = (
    "She taught there from 1997 to 1991.",
    "She taught there between 2015 and 2011.",
    "She taught there (2003-1999).",
    "She taught there 1982 to 1980.",
    "It ran from 14 to 12 March.",
    "It ran from March 14 to 12.",
    "It ran March 14-12.",
    "It ran from Oct. 20 to Aug. 26.",
    "It ran from November 14 to October 16.",
    "It ran from March 3, 2012 to March 1, 2012.",
    "It ran from May 2012 to March 2012.",
    "It delayed the trial from 1997 to 1990.",
)
FORWARD = (
    "She taught there from 1991 to 1997.",
    "It ran from Dec. 20 to Jan. 5.",
    "The fiscal year runs from Oct. 1 to Sept. 30.",
    "The index fell from 2000 to 1900 points.",
    "The deadline was moved from 2029 to 2021.",
    "LOWEN, March 12 - Feb 28 end",
    "Sales dropped from 2005 to 1998.",
    "It was built from 2,000 to 1,500 years ago.",
    "They won 31-24 on March 14.",
    "From 500 BC to 300 BC it was a port.",
    "It ran in 1997 and 1991.",
    "Call 1997-1991-22.",
    "It ran from Sept. 30-7 Oct. 19.",
    "It ran from March 14 to 12 p.m.",
    "It ran from May 2012 to March 2013.",
    "It ran from Dec. 20, 2018 to Jan. 5.",
    "They would bring forward the end of the term from 2010 to 2008.",
    "It moved the rent day of the mill, due on July 26, to June 8 from June 29.",
    "The cumulative sales for the period July 1-March 13 were low.",
)


@pytest.mark.parametrize("text", REVERSED)
def test_a_range_that_ends_before_it_begins_is_found(text: str) -> None:
    assert codes(text, date(2019, 9, 24)) == ["order-conflict"]


@pytest.mark.parametrize("text", FORWARD)
def test_a_range_that_may_run_forward_is_left_alone(text: str) -> None:
    assert codes(text, date(2019, 9, 24)) == []


def test_the_repair_swaps_the_ends() -> None:
    (finding,) = findings(Story("She taught there from 1997 to 1991."))
    assert finding.repair is not None
    assert (finding.repair.text, finding.repair.replacement) == ("1997 to 1991", "1991 to 1997")
    assert finding.gap == "6 years"
