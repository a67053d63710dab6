from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import InputError
from timeline.model import Severity, Status
from timeline.story import Filter

MEANINGS = [
    ({}, Filter()),
    ({"source": ["Wire", "", " Wire "]}, Filter(source=("Wire",))),
    ({"status": ["occurred"]}, Filter(status=(Status.OCCURRED,))),
    ({"status": ["asserted"]}, Filter(status=(Status.OCCURRED, Status.ONGOING))),
    ({"status": ["negated", "asserted"]}, Filter(status=(Status.OCCURRED, Status.ONGOING, Status.NEGATED))),
    ({"severity": ["low", "high"]}, Filter(severity=(Severity.HIGH, Severity.LOW))),
    ({"person": ["the  mayor"], "place": ["Lowen"]}, Filter(person=("the mayor",), place=("Lowen",))),
    ({"from": ["2021-03-08"], "to": ["2021-03-09"]}, Filter(first=date(2021, 3, 8), last=date(2021, 3, 9))),
    ({"from": [""], "to": [" "], "text": [""], "disputed": [""]}, Filter()),
    ({"disputed": ["1"]}, Filter(disputed=True)),
    ({"disputed": ["false"]}, Filter()),
    ({"event": ["e1"], "sort": ["title"]}, Filter()),
]


@pytest.mark.parametrize(("arguments", "meaning"), MEANINGS)
def test_an_address_says_what_to_keep(arguments: dict[str, list[str]], meaning: Filter) -> None:
    assert Filter.parse(arguments) == meaning


REFUSED = [
    ({"status": ["happened"]}, "no status 'happened'; choose from occurred, ongoing, negated, alleged, intended,"),
    ({"severity": ["severe"]}, "no severity 'severe'; choose from high, medium, low, info"),
    ({"from": ["soon"]}, "from='soon' is no day; write YYYY-MM-DD"),
    ({"to": ["2021-02-30"]}, "to='2021-02-30' is no day"),
    ({"to": ["20210203"]}, "to='20210203' is no day"),
    ({"to": ["२०२१-०३-०८"]}, "is no day"),
    ({"text": ["a", "b"]}, "text is given 2 times, as 'a', 'b'; give it once"),
    ({"text": ["x" * 201]}, "text=xxxxxxxxxxxxxxxxxxxx… has 201 characters; at most 200"),
    ({"source": [str(n) for n in range(51)]}, "source is given 51 times"),
    ({"disputed": ["maybe"]}, "disputed='maybe' is neither yes nor no"),
]


@pytest.mark.parametrize(("arguments", "says"), REFUSED)
def test_a_bad_value_is_named_with_what_would_be_right(arguments: dict[str, list[str]], says: str) -> None:
    with pytest.raises(InputError) as refusal:
        Filter.parse(arguments)
    assert says in str(refusal.value)


words = st.text(min_size=1, max_size=30).map(lambda t: " ".join(t.split())).filter(bool)
many = st.lists(words, max_size=3, unique=True).map(tuple)
days = st.dates()


@given(source=many, person=many, place=many, text=st.one_of(st.just(""), words), disputed=st.booleans(), first=days)
def test_a_filter_survives_the_way_through_the_address(
    source: tuple[str, ...],
    person: tuple[str, ...],
    place: tuple[str, ...],
    text: str,
    disputed: bool,
    first: date,
) -> None:
    wanted = Filter(source, (Status.NEGATED,), (Severity.LOW,), person, place, text, first, None, disputed)
    assert Filter.parse(wanted.arguments()) == wanted


def test_a_filter_is_true_when_it_asks_for_something() -> None:
    assert not Filter()
    assert Filter(disputed=True)
    assert Filter(text="fire")
