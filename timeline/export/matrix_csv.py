"""`matrix.csv`: what each article says of each event, side by side: one row per aspect, one column per article."""

from __future__ import annotations

from timeline.export.formats import Format
from timeline.export.tables import BETWEEN, cell, table
from timeline.model import Timeline
from timeline.story.claims import Claim
from timeline.story.matrix import Cell, Column, matrix

COLUMNS = ("event_id", "event", "aspect", "about")
"""Before the columns of the articles."""


def write(timeline: Timeline) -> bytes:
    """The source matrix of the events that several sources tell, that are disputed or that a finding is about."""
    compared = matrix(timeline)
    return table(
        (*COLUMNS, *(cell(_head(column)) for column in compared.columns)),
        (
            (told.event.id, told.event.title, row.aspect.value, row.about or None, *map(_said, row.cells))
            for told in compared.events
            for row in told.rows
        ),
    )


def _head(column: Column) -> str:
    """ "Lowen Post, 2021-03-10 [post]": the id makes it unique."""
    published = column.published.isoformat() if column.published else "no date"
    copied = f", copy of {column.copy_of}" if column.copy_of else ""
    return f"{column.source}, {published}{copied} [{column.article_id}]"


def _said(said: Cell) -> str | None:
    """ "Tue 9 March 2021, 18:00–24:00 “Tuesday evening” (conflict)"."""
    if not said.claims:
        return None
    values = BETWEEN.join(map(_with_quote, said.claims))
    return f"{values} ({said.mark.value})" if said.mark else values


def _with_quote(claim: Claim) -> str:
    """The value and the words for it, unless it is these words."""
    quote = " ".join(claim.quote.text.split())
    return claim.value if quote.casefold() == claim.value.casefold() else f"{claim.value} “{quote}”"


FORMAT = Format("matrix.csv", "matrix.csv", "text/csv; charset=utf-8", "Source matrix (CSV)", write)
