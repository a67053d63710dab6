"""`html`: the timeline as one file that any browser opens without a network."""

from __future__ import annotations

from importlib import import_module

from timeline.export.formats import Format
from timeline.model import Timeline


def write(timeline: Timeline) -> bytes:
    """Chart, table and findings, with all that they need inside."""
    # By name, because the library never imports the web, where charts and templates are.
    page: bytes = import_module("web.standalone").page(timeline)
    return page


FORMAT = Format("html", "html", "text/html; charset=utf-8", "One page that works offline (HTML)", write)
