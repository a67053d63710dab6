"""`tables.zip`: every table of the timeline as CSV, in one file."""

from __future__ import annotations

from timeline.export import (
    articles_csv,
    edits_csv,
    events_csv,
    inconsistencies_csv,
    links_csv,
    matrix_csv,
    mentions_csv,
    timexes_csv,
)
from timeline.export.archives import zipped
from timeline.export.formats import Format
from timeline.model import Timeline

TABLES = tuple(
    module.FORMAT
    for module in (
        events_csv,
        mentions_csv,
        timexes_csv,
        links_csv,
        inconsistencies_csv,
        articles_csv,
        matrix_csv,
        edits_csv,
    )
)


def write(timeline: Timeline) -> bytes:
    """The tables, each named as its own export is."""
    return zipped((table.suffix, table.function(timeline)) for table in TABLES)


FORMAT = Format("tables.zip", "tables.zip", "application/zip", "All tables (zip of CSV)", write)
