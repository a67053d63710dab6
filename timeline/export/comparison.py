"""The source matrix and what each article added, as JSON objects."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.export.iso import bounds
from timeline.export.shapes import Json, quote_json
from timeline.story.additions import Addition
from timeline.story.claims import Aspect, Claim
from timeline.story.matrix import Cell, Column, EventRows, Matrix, Row


def columns_json(found: Matrix) -> list[Json]:
    """The articles of a matrix, in order of publication."""
    return [_column(column) for column in found.columns]


def events_json(events: Iterable[EventRows], found: Matrix) -> list[Json]:
    """Some events of a matrix; cells without a claim are left out, each other names its article."""
    return [
        {
            "id": told.event.id,
            "title": told.event.title,
            "disputed": told.event.is_disputed,
            "sources": told.sources,
            "rows": [_row(row, found.columns) for row in told.rows],
        }
        for told in events
    ]


def additions_json(found: Iterable[Addition]) -> list[Json]:
    """What each article was the first to tell."""
    return [
        {
            "doc_id": a.article_id,
            "events": list(a.events),
            "times": [_claim(c) for c in a.times],
            "figures": [_claim(c) for c in a.figures],
        }
        for a in found
    ]


def _column(column: Column) -> Json:
    return {
        "doc_id": column.article_id,
        "source": column.source,
        "title": column.title,
        "published": column.published.isoformat() if column.published else None,
        "copy_of": column.copy_of or None,
    }


def _row(row: Row, columns: tuple[Column, ...]) -> Json:
    cells = [_cell(cell, column) for cell, column in zip(row.cells, columns, strict=True) if cell.claims]
    return {"aspect": row.aspect.value, "about": row.about, "cells": cells}


def _cell(cell: Cell, column: Column) -> Json:
    return {
        "doc_id": column.article_id,
        "mark": cell.mark.value or None,
        "finding": cell.finding or None,
        "claims": [_claim(claim) for claim in cell.claims],
    }


def _claim(claim: Claim) -> Json:
    earliest, latest = bounds(claim.interval)
    told: Json = {"value": claim.value, "quote": quote_json(claim.quote), "mentions": list(claim.mentions)}
    if claim.aspect is Aspect.WHEN:
        told |= {"earliest": earliest, "latest": latest}
    return told
