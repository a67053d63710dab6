"""`json`: the whole timeline, as `build` writes it."""

from __future__ import annotations

from timeline.export.formats import Format
from timeline.export.json_text import page
from timeline.export.shapes import timeline_json
from timeline.model import Timeline


def write(timeline: Timeline) -> bytes:
    """The timeline as indented JSON."""
    return page(timeline_json(timeline))


FORMAT = Format("json", "json", "application/json", "Timeline (JSON)", write)
