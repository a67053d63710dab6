"""The order in which the source matrix shows its events."""

from __future__ import annotations

from dataclasses import replace

from tests.samples import harbour_fire
from timeline.story.matrix import EventRows, Mark, matrix
from web.comparison import in_order, speaking


def marked(told: EventRows, mark: Mark) -> EventRows:
    """The event with this mark in the last cell of each row and none in the others."""
    rows = [
        replace(
            row,
            cells=(*(replace(c, mark=Mark.NONE) for c in row.cells[:-1]), replace(row.cells[-1], mark=mark)),
        )
        for row in told.rows
    ]
    return replace(told, rows=tuple(rows))


def test_conflicts_come_first_then_what_was_told_otherwise_later_each_in_order_of_time() -> None:
    fire, led_out = matrix(harbour_fire()).events
    found = [
        (fire, Mark.ALONE),
        (led_out, Mark.UPDATE),
        (led_out, Mark.CONFLICT),
        (fire, Mark.UPDATE),
        (fire, Mark.NONE),
    ]
    given = [marked(told, mark) for told, mark in found]
    assert in_order(given) == [given[2], given[1], given[3], given[0], given[4]]


def test_an_article_has_a_column_where_it_says_something() -> None:
    fire, led_out = matrix(harbour_fire()).events
    said = tuple(replace(row, cells=(replace(row.cells[0], claims=()), *row.cells[1:])) for row in led_out.rows)
    silent = replace(led_out, rows=said)
    assert speaking([fire, led_out]) == (0, 1)
    assert speaking([silent]) == (1,)
    assert speaking([silent, fire]) == (0, 1)
    assert speaking([]) == ()
