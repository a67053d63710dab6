"""Long lists in pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items of a list: those from `first` to `last`, both counted from 1, of `total`; page `number` of `pages`."""

    items: tuple[Item, ...]
    number: int
    pages: int
    first: int
    last: int
    total: int


def paged(found: Sequence[Item], number: int, per_page: int) -> Page[Item]:
    """The items of one page; a page beyond the last is the last."""
    pages = max(1, -(-len(found) // per_page))
    number = min(max(1, number), pages)
    start = (number - 1) * per_page
    some = tuple(found[start : start + per_page])
    return Page(some, number, pages, start + 1 if some else 0, start + len(some), len(found))
