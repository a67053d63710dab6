from __future__ import annotations

import pytest

from tests.samples import harbour_fire
from web.rows import View, counts, ordered, rows

ORDERS = [
    ("when", ["e5", "e1", "e3", "e2", "e7", "e6", "e4"]),
    ("-when", ["e6", "e7", "e2", "e1", "e3", "e5", "e4"]),
    ("title", ["e1", "e2", "e6", "e7", "e5", "e4", "e3"]),
    ("-mentions", ["e1", "e3"]),
    ("-findings", ["e1", "e3"]),
    ("status", ["e5", "e1", "e3", "e2", "e7", "e4", "e6"]),
]


@pytest.mark.parametrize(("sort", "first"), ORDERS)
def test_rows_come_in_the_order_that_was_asked_for(sort: str, first: list[str]) -> None:
    found = [row.event.id for row in ordered(rows(harbour_fire()), View(sort=sort))]
    assert found[: len(first)] == first


FILTERS = [("", 7), ("asserted", 5), ("negated", 1), ("intended", 1), ("alleged", 0)]


@pytest.mark.parametrize(("status", "number"), FILTERS)
def test_a_filter_keeps_its_status(status: str, number: int) -> None:
    assert len(ordered(rows(harbour_fire()), View(status=status))) == number


def test_the_filters_are_counted() -> None:
    assert counts(harbour_fire()) == {"": 7, "asserted": 5, "negated": 1, "intended": 1}


ADDRESSES = [
    ({}, View()),
    ({"event": "e1", "status": "negated", "sort": "-title"}, View("e1", "negated", "-title")),
    ({"status": "nonsense", "sort": "--when"}, View()),
    ({"sort": "password", "other": "x"}, View()),
]


@pytest.mark.parametrize(("arguments", "view"), ADDRESSES)
def test_what_an_address_can_not_mean_is_the_usual_view(arguments: dict[str, str], view: View) -> None:
    assert View.parse(arguments) == view


def test_a_view_survives_the_way_through_the_address() -> None:
    for view in (View(), View("e1"), View("e1", "asserted", "-findings"), View(sort="title")):
        assert View.parse(view.arguments()) == view


def test_a_second_click_on_a_column_turns_the_order_round() -> None:
    assert View(sort="title").toggled("title") == "-title"
    assert View(sort="-title").toggled("title") == "title"
    assert View(sort="title").toggled("when") == "when"
