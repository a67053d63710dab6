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
    "Ann Doe, 33, who was born on 3 May 1964, spoke first.",
    "The bank will be empty in 2030, eleven years from now.",
    "He lost his job 24 months ago, in February 2009.",
    "Lowen marked the 50th anniversary of the 1970 flood on Friday.",
    "Lowen marked the fiftieth anniversary of the May 3, 1970 flood.",
    "The mill, founded in 1952, celebrated its 60th anniversary last year.",
    "Doe and Roe, married in 1952, will mark their 60th wedding anniversary.",
    "It hurt 12 people (five men, four women and two children).",
    "It hurt 12 people: five men, four women and two children.",
    "It crosses four countries: Malta, Italy, Spain, France and Monaco.",
    "Sales rose 12 percent to $112 million from $80 million.",
    "Sales fell 12 pct in May to 112 mln dlrs from 100 mln.",
    "Net was 1.89 billion crowns, up 68 percent from 778.9 million.",
    "Output went to 90 barrels from 60 barrels, up 20 percent.",
    "Volume rose to 1.66 billion shares on Tuesday from 1.72 billion shares.",
    "The mill used 191 tons in the two weeks, up from 381 tons.",
    "The rate was 3.875 pct, up slightly from 3.9375.",
    "Output fell from 90 barrels a day to 95 barrels.",
    "The wreck lies 1,700 miles (1,735 km) off the coast.",
    "It was 30 C (96 F) in the shade.",
    "They cut 200 hectares, or 794 acres, of wood.",
    "The ship left at 1500 EST (2100 GMT).",
    "The ship left at 11 a.m. EDT (1600 GMT).",
    "The ship left at 1500 GMT (0900 EST).",
    "It rang at 8:00 a.m. (0500 GMT), rang at 1 p.m. (1000 GMT) and 2 p.m. (1100 GMT), closed at 3 p.m. (1500 GMT).",
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
    "Ann Doe, 33, who was born on 3 May 1977, spoke first.",
    "The bank will be empty in 2030, 20 years from now.",
    "The bank will be empty in 2030, about 25 years from now.",
    "He lost his job 16 months ago, in February 2009.",
    "He lost his job 15 months ago, in February 2009.",
    "Lowen marked the 40th anniversary of the 1970 flood on Friday.",
    "Lowen will mark the 41st anniversary of the 1970 flood next year.",
    "In 2000 Lowen marked the 30th anniversary of the 1970 flood.",
    "The mill, founded in 1952, celebrated its 50th anniversary in 2002.",
    "The mill celebrated the 50th anniversary of its founding in 2002.",
    "Lowen marked the 50th anniversary of the flood.",
    "It hurt 11 people (five men, four women and two children).",
    "It hurt 12 people, including five men and four women.",
    "It crosses four countries: Malta, Italy, Spain and France.",
    "The two sides met in 1988, 12 miles ago.",
    "Doe took the wickets of Ann Doe (33) and later of Ann Doe (7).",
    "New York, 24, beat Boston, 17.",
    "Sales rose 12 percent to $112 million from $100 million.",
    "Sales rose about 10 percent to 112 mln dlrs from 100 mln.",
    "Sales rose 12 percent on a comparable basis to $150 million from $100 million.",
    "The rate rose 12 percent to 5 percent from 4 percent.",
    "It earned $4 million, or 44 cents a share, up 9 percent from $3.7 million, or 41 cents a share.",
    "Sales rose 12 percent to $112 million from 2009.",
    "The mill used 51 billion tons in the week to March 7, up 4.1 percent from 49 billion tons.",
    "Volume rose to 1.76 billion shares on Tuesday from 1.72 billion shares.",
    "Volume rose to 1.66 billion shares. The mill ran from 1.72 million tons.",
    "The crown slid to 41.67 against the dollar from 41.22.",
    "Profit rose to 4.66 dollars a share from 54 cents.",
    "It taxes 6.5 percent, up from 9 percent and 4 percent, respectively.",
    "The loss fell to 9 million from 4 million.",
    "The order is worth 4.8 billion dollars, up from 30.9 billion crowns.",
    "The team rose to 2 from 9.",
    "The wreck lies 1,700 miles (2,735 km) off the coast.",
    "The wreck lies 10 miles (15 km) off the coast.",
    "It was 30 C (86 F) in the shade, 2 C (4 F) warmer than ever.",
    "They cut 200 hectares, or 494 acres, of wood.",
    "The ship left at 1500 EST (2000 GMT), at 10 p.m. EDT (0200 GMT).",
    "It rang at 8:00 a.m. (0500 GMT), rang at 1 p.m. (1000 GMT) and 2 p.m. (1100 GMT), closed at 3 p.m. (1200 GMT).",
    "The gate rang at 8:00 a.m. (0500 GMT), and in Veland at 8:00 a.m. (0700 GMT).",
    "They won 15 (2100 GMT).",
    "The hall is 100 feet (2 of them) wide.",
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


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("The ship left at 12:30 EST (16:30 UTC).", "EST", "EDT"),
        ("The ship left at 11 am EDT (1600 GMT).", "EDT", "EST"),
        ("The ship left at 1500 EST (2100 GMT).", "2100 GMT", "2000 GMT"),
        ("The ship left at 15:00 GMT (9:00 a.m. EST).", "9:00 a.m. EST", "10 a.m. EST"),
        ("The ship left at 18:00 GMT (9 a.m. EST).", "9 a.m. EST", "1 p.m. EST"),
        ("The ship left at 15:00 EST (21:30 GMT).", "21:30 GMT", "20:00 GMT"),
    ],
)
def test_the_smallest_repair_of_two_clocks_is_the_zone(text: str, words: str, right: str) -> None:
    (finding,) = findings(Story(text, PUBLISHED))
    assert finding.repair is not None
    assert (finding.repair.text, finding.repair.replacement) == (words, right)
