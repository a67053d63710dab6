from __future__ import annotations

import pytest

from web.paging import Page, paged

PAGES = [(1, 1, 100), (2, 101, 200), (3, 201, 250), (4, 201, 250), (0, 1, 100), (99999, 201, 250)]


@pytest.mark.parametrize(("number", "first", "last"), PAGES)
def test_a_long_list_comes_in_pages(number: int, first: int, last: int) -> None:
    found = range(1, 251)
    page = paged(found, number, 100)
    assert (page.first, page.last, page.total, page.pages) == (first, last, 250, 3)
    assert page.items == tuple(found[first - 1 : last])


def test_nothing_is_one_empty_page() -> None:
    page: Page[int] = paged((), 1, 100)
    assert (page.items, page.first, page.last, page.total, page.pages) == ((), 0, 0, 0, 1)
