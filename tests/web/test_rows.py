from __future__ import annotations

import pytest

from tests.samples import harbour_fire
from tests.web.shelf import crowd
from web.rows import ordered, paged, rows

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
    found = [row.event.id for row in ordered(rows(harbour_fire()), sort)]
    assert found[: len(first)] == first


PAGES = [(1, 1, 100), (2, 101, 200), (3, 201, 250), (4, 201, 250), (0, 1, 100), (99999, 201, 250)]


@pytest.mark.parametrize(("number", "first", "last"), PAGES)
def test_a_long_table_comes_in_pages(number: int, first: int, last: int) -> None:
    found = rows(crowd(250))
    page = paged(found, number)
    assert (page.first, page.last, page.total, page.pages) == (first, last, 250, 3)
    assert page.rows == found[first - 1 : last]


def test_no_rows_are_one_empty_page() -> None:
    page = paged((), 1)
    assert (page.rows, page.first, page.last, page.total, page.pages) == ((), 0, 0, 0, 1)
