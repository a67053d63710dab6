"""`timelinejs.json`: the timeline for TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html)."""

from __future__ import annotations

from datetime import datetime
from html import escape

from timeline.export.formats import Format
from timeline.export.json_text import page
from timeline.export.shapes import Json
from timeline.export.slides import Slide, slides
from timeline.model import Timeline


def write(timeline: Timeline) -> bytes:
    """A slide for each event whose date words state."""
    headline = escape(timeline.title or timeline.story_id, quote=False)
    return page(
        {
            "title": {"text": {"headline": headline}, "autolink": False},
            "events": [_event(slide) for slide in slides(timeline)],
            "scale": "human",
        }
    )


def _event(slide: Slide) -> Json:
    shape: Json = {
        "unique_id": slide.id,
        "start_date": _date(slide.start, clock=slide.clock),
        "display_date": slide.display,
        "text": {"headline": slide.headline, "text": slide.text},
        "autolink": False,
    }
    if slide.end is not None:
        shape["end_date"] = _date(slide.end, clock=slide.clock)
    if slide.group:
        shape["group"] = slide.group
    return shape


def _date(moment: datetime, *, clock: bool) -> Json:
    shape: Json = {"year": moment.year, "month": moment.month, "day": moment.day}
    return shape | {"hour": moment.hour, "minute": moment.minute} if clock else shape


FORMAT = Format("timelinejs.json", "timelinejs.json", "application/json", "TimelineJS (JSON)", write)
