"""`report.json`: what does not hold together, and what does, as JSON."""

from __future__ import annotations

from timeline.export.findings import Group, counted, grouped
from timeline.export.formats import Format
from timeline.export.json_text import page
from timeline.export.shapes import Json, article_json, finding_json, passed_json
from timeline.model import Timeline


def write(timeline: Timeline) -> bytes:
    """The inconsistency report of the timeline."""
    groups = grouped(timeline)
    return page(
        {
            "story_id": timeline.story_id,
            "title": timeline.title,
            "articles": [article_json(reading, timeline) for reading in timeline.readings],
            "counts": {severity.value: number for severity, number in counted(groups)},
            "findings": [_finding(group) for group in groups],
            "checks_passed": [passed_json(p) for p in timeline.passed],
        }
    )


def _finding(group: Group) -> Json:
    root, symptoms = group
    return {**finding_json(root), "symptoms": [finding_json(s) for s in symptoms]}


FORMAT = Format("report.json", "report.json", "application/json", "Inconsistency report (JSON)", write)
