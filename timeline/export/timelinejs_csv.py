"""`timelinejs.csv`: the rows of the spreadsheet that TimelineJS 3 reads."""

from __future__ import annotations

from datetime import datetime
from html import escape

from timeline.export.formats import Format
from timeline.export.slides import Slide, slides
from timeline.export.tables import Cell, table
from timeline.model import Timeline

COLUMNS = (
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Type",
    "Group",
    "Background",
    "Link",
)


def write(timeline: Timeline) -> bytes:
    """A title row, then a row for each event whose date words state."""
    return table(COLUMNS, [_title(timeline), *map(_row, slides(timeline))])


def _title(timeline: Timeline) -> tuple[Cell, ...]:
    filled = {"Headline": escape(timeline.title or timeline.story_id, quote=False), "Type": "title"}
    return tuple(filled.get(column) for column in COLUMNS)


def _row(slide: Slide) -> tuple[Cell, ...]:
    end = slide.end
    return (
        *_date(slide.start, clock=slide.clock),
        *(_date(end, clock=slide.clock) if end else (None,) * 4),
        slide.display,
        slide.headline,
        slide.text,
        *(None,) * 5,
        slide.group or None,
        None,
        slide.link or None,
    )


def _date(moment: datetime, *, clock: bool) -> tuple[Cell, ...]:
    return moment.year, moment.month, moment.day, moment.strftime("%H:%M:%S") if clock else None


FORMAT = Format("timelinejs.csv", "timelinejs.csv", "text/csv; charset=utf-8", "TimelineJS (sheet CSV)", write)
