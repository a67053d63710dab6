"""`edits.json`: the log whole, as `build --edits` takes it."""

from __future__ import annotations

from pydantic_core import to_jsonable_python

from timeline.export.formats import Format
from timeline.export.json_text import page
from timeline.model import Timeline


def write(timeline: Timeline) -> bytes:
    """What people decided, with the quotes that each decision holds on to."""
    return page({"story_id": timeline.story_id, "log": to_jsonable_python(timeline.log)})


FORMAT = Format("edits.json", "edits.json", "application/json", "Edits (JSON)", write)
