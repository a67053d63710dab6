"""`xlsx`: every table of the timeline as a sheet of one workbook."""

from __future__ import annotations

import csv
from datetime import datetime
from io import BytesIO, StringIO

import xlsxwriter

from timeline.export.formats import Format
from timeline.export.tables import FORMULA_STARTS
from timeline.export.tables_zip import TABLES
from timeline.model import Timeline

LONGEST_CELL = 32_767
"""Characters that Excel holds in a cell."""

_MADE = datetime(1980, 1, 1)  # a file says when it was made; this one says the same at any time
_WIDTHS = {"title": 48, "quote": 60, "quotes": 60, "message": 60, "first_quote": 60, "evidence": 48, "event": 40}


def write(timeline: Timeline) -> bytes:
    """The tables with their header frozen; every cell is text, so nothing is ever run or guessed at."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": timeline.title or timeline.story_id, "created": _MADE})
    bold = book.add_format({"bold": True})
    for table in TABLES:
        _fill(book.add_worksheet(table.suffix.removesuffix(".csv")), table.function(timeline), bold)
    book.close()
    return out.getvalue()


def _fill(sheet: xlsxwriter.worksheet.Worksheet, table: bytes, bold: object) -> None:
    rows = list(csv.reader(StringIO(table.decode(), newline="")))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell:
                sheet.write_string(number, column, _told(cell), bold if number == 0 else None)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(rows) - 1), len(rows[0]) - 1)
    for column, name in enumerate(rows[0]):
        sheet.set_column(column, column, _WIDTHS.get(name, max(10, min(24, len(name) + 2))))


def _told(cell: str) -> str:
    """The cell as a sheet can hold it: the apostrophe that guards a CSV against formulas is not needed here."""
    text = cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA_STARTS) else cell
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


FORMAT = Format(
    "xlsx",
    "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "All tables (Excel)",
    write,
)
