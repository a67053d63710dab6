from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.figures import figures

FIGURES = (
    # text, (words, kind, low, high, unit) …
    ("It fell around one kilometer from the wall", ("around one kilometer", "distance", 800, 1200, "metre")),
    ("a few hundred meters away", ("a few hundred meters", "distance", 200, 500, "metre")),
    ("Two shells hit it", ("Two shells", "shell", 2, 2, "")),
    ("two Grad shells hit it", ("two Grad shells", "shell", 2, 2, "")),
    ("at least 12 villages burned", ("at least 12 villages", "village", 12, inf, "")),
    ("more than 40 people", ("more than 40 people", "person", 40, inf, "")),
    ("as many as 20 boats", ("as many as 20 boats", "boat", 0, 20, "")),
    ("nearly 1,000 tents", ("nearly 1,000 tents", "tent", 900, 1000, "")),
    ("100 or more cars", ("100 or more cars", "car", 100, inf, "")),
    ("dozens of goats", ("dozens of goats", "goat", 24, inf, "")),
    ("tens of thousands of birds", ("tens of thousands of birds", "bird", 20_000, 99_000, "")),
    ("several churches", ("several churches", "church", 3, 9, "")),
    ("three species", ("three species", "species", 3, 3, "")),
    ("a couple of hundred bodies", ("a couple of hundred bodies", "body", 200, 300, "")),
    ("two to three weeks", ("two to three weeks", "duration", 2, 3, "week")),
    ("10-15 ferries", ("10-15 ferries", "ferry", 10, 15, "")),
    ("between 50 and 70 percent", ("between 50 and 70 percent", "percent", 50, 70, "percent")),
    ("a $2.6 million ransom", ("$2.6 million", "money", 2_550_000, 2_650_000, "USD")),
    ("for 107 mln dlrs", ("107 mln dlrs", "money", 106_500_000, 107_500_000, "USD")),
    ("at 19.88 Canadian dlrs", ("19.88 Canadian dlrs", "money", 19.875, 19.885, "canadian")),
    ("about €300", ("about €300", "money", 240, 360, "EUR")),
    ("twenty-six bakers", ("twenty-six bakers", "baker", 26, 26, "")),
    ("one hundred and fifty houses", ("one hundred and fifty houses", "house", 150, 150, "")),
    ("two hundred thousand refugees", ("two hundred thousand refugees", "refugee", 200_000, 200_000, "")),
    ("half a million people", ("half a million people", "person", 500_000, 500_000, "")),
    ("half a mile", ("half a mile", "distance", 804.672, 804.672, "metre")),
    ("13 nautical miles off", ("13 nautical miles", "distance", 24_076, 24_076, "metre")),
    ("a 5.6 magnitude quake", ("5.6 magnitude", "magnitude", 5.55, 5.65, "magnitude")),
    ("a 23-year-old baker", ("23-year-old", "age", 23, 23, "year")),
    ("a baker, aged 23", ("23", "age", 23, 23, "year")),
    ("the 21 worst-hit towns", ("21 worst-hit towns", "town", 21, 21, "")),
    ("2000 soldiers marched", ("2000 soldiers", "soldier", 2000, 2000, "")),
    ("Flood kills 10; 80 hurt", ("10", "killed", 10, 10, ""), ("80 hurt", "injured", 80, 80, "")),
    ("six people have been killed", ("six people", "killed", 6, 6, "")),
    ("wounding 80 others", ("80 others", "injured", 80, 80, "")),
    ("the death toll rose to 120", ("120", "killed", 120, 120, "")),
)

NO_FIGURES = (
    "In 1998 it rained",
    "the 400 series",
    "a mass of 4.2 M",
    "the 2001 bombing",
    "on Sept. 24, 2019",
    "24 September",
    "the 24th",
    "at 9:30 p.m.",
    "at 10.30 p.m. Firefighters came",
    "at 10 pm residents fled",
    "a 31-24 win",
    "Flight 93 landed",
    "an AK 47 rifle",
    "No. 5",
    "no one came",
    "one of them",
    "three of the men",
    "",
)


@pytest.mark.parametrize(("text", "expected"), [(row[0], row[1:]) for row in FIGURES])
def test_a_quantity_has_its_words_kind_bounds_and_unit(text: str, expected: tuple[tuple[object, ...], ...]) -> None:
    found = figures(text)
    assert [(f.text, f.kind, f.unit) for f in found] == [(e[0], e[1], e[4]) for e in expected]
    assert [(f.low, f.high) for f in found] == [pytest.approx((e[2], e[3])) for e in expected]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_dates_names_and_scores_are_no_quantities(text: str) -> None:
    assert figures(text) == ()


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-–$%²٣ abkmtwo one hundred million of to and 's"), max_size=80))
def test_every_figure_quotes_the_text_and_has_ordered_bounds(text: str) -> None:
    for figure in figures(text, offset=7):
        assert text[figure.span.start - 7 : figure.span.end - 7] == figure.text
        assert 0 <= figure.low <= figure.high


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    figures(text)
