from __future__ import annotations

import pytest

from tests.samples import harbour_fire
from web.rows import ordered, rows

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
