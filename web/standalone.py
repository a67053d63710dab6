"""The whole story as one file that works without a server and without a network: chart, table, findings, script."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from plotly.offline import get_plotlyjs

from timeline.export.shown import tellings
from timeline.model import Timeline
from web import charts, panel, report, rows, words
from web.bands import leaves_out
from web.frame import Frame
from web.view import View

WIDTHS = (340, 720, 1200)
"""Pixels for which the chart is drawn; the widest that fits is shown."""

_STATIC = Path(__file__).parent / "static"


def page(timeline: Timeline) -> bytes:
    """The story as HTML. The same timeline gives the same bytes."""
    shown = (
        _templates()
        .get_template("standalone.html")
        .render(
            story=timeline,
            rows=rows.ordered(rows.rows(timeline), "when"),
            cards=report.cards(timeline),
            tellings=lambda event: tellings(event, timeline),
            basis=words.publication_basis,
            headline=panel.headline,
            words=words,
            figures=_script_json(_figures(timeline)),
            left_out=len(leaves_out(timeline, View())),
            style=_ours((_STATIC / "dateline.css").read_text("utf-8")),
            script=_ours("".join((_STATIC / name).read_text("utf-8") for name in ("sheets.js", "standalone.js"))),
            plotly=_ours(get_plotlyjs()),
        )
    )
    return shown.encode("utf-8", "replace")


def _figures(timeline: Timeline) -> dict[str, Any]:
    return {
        theme: [
            {"width": width} | charts.drawing(timeline, View(), Frame(width=width, dark=theme == "dark"))
            for width in WIDTHS
        ]
        for theme in ("light", "dark")
    }


def _script_json(value: object) -> Markup:
    """JSON that may stand inside a script element, whatever the articles say."""
    written = json.dumps(value, separators=(",", ":"))
    return _ours(written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _ours(text: str) -> Markup:
    """What stands in the page as it is: the program's own files, and JSON without a character of HTML."""
    return Markup(text)  # noqa: S704


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
