"""The log of a story in the API: what was decided, decide, look before deciding, take back."""

from __future__ import annotations

import re
from typing import Any

from flask import Response, jsonify
from pydantic_core import to_jsonable_python
from spectree import Response as Answers

from timeline import deciding, edits, wording
from timeline.errors import ConflictError
from timeline.export import shapes
from timeline.model import Edit, Event, Timeline
from timeline.story.log import Line, history
from web import access, schemas, sent
from web.api import blueprint, seen, spec
from web.pages import store

PRESENT_ID = re.compile(r"(?:e|f|k|(?:a\d+\.)?m)\d+")
"""Ids that other edits may have given to other things."""


@blueprint.get("/stories/<story_id>/edits")
@spec.validate(
    query=sent.Slice,
    resp=Answers(HTTP_200=schemas.EditList),
    tags=["edits"],
)
def list_edits(story_id: str, query: sent.Slice) -> Response:
    """Every decision about a story, first to last, also what was undone or finds no place."""
    story = store().timeline(story_id)
    lines = history(story)[query.offset : query.offset + query.limit]
    return jsonify(
        edits=[_line(line) for line in lines],
        revision=story.revision,
        total=len(story.log),
        offset=query.offset,
        limit=query.limit,
    )


@blueprint.post("/stories/<story_id>/edits")
@spec.validate(
    json=sent.EditRequest,
    resp=Answers(HTTP_201=schemas.Decided),
    tags=["edits"],
)
def decide(story_id: str, json: sent.EditRequest) -> tuple[Response, int]:
    """Decide something; 409 when somebody has changed the same thing since the revision that is named."""
    edit = _asked(store().timeline(story_id), json)
    return decided(
        store().edit(story_id, edit, who=access.who(), seen=seen() if json.revision is None else json.revision)
    ), 201


@blueprint.post("/stories/<story_id>/edits/preview")
@spec.validate(
    json=sent.EditRequest,
    resp=Answers(HTTP_200=schemas.Difference),
    tags=["edits"],
)
def preview_edit(story_id: str, json: sent.EditRequest) -> Response:
    """What an edit would change; nothing is kept."""
    story = store().timeline(story_id)
    then = store().preview(story_id, _asked(story, json))
    found = edits.compare(story, then)
    return jsonify(
        moved=[{"before": _event(m.before, story), "after": _event(m.after, then)} for m in found.moved],
        gone=[_event(e, story) for e in found.gone],
        new=[_event(e, then) for e in found.new],
        settled=[shapes.finding_json(f) for f in found.settled],
        found=[shapes.finding_json(f) for f in found.found],
        unlinked=[shapes.link_json(t.link, story) for t in found.unlinked],
        linked=[shapes.link_json(t.link, then) for t in found.linked],
        revision=story.revision,
    )


@blueprint.get("/stories/<story_id>/edits/<int:number>")
@spec.validate(resp=Answers(HTTP_200=schemas.EditShape), skip_validation=True, tags=["edits"])
def one_edit(story_id: str, number: int) -> Response:
    """One entry of a story's log, and what became of it."""
    story = store().timeline(story_id)
    entry = deciding.entry(story, str(number))
    return jsonify(_line(history(story)[entry.number - 1]))


@blueprint.delete("/stories/<story_id>/edits/<int:number>")
@spec.validate(
    resp=Answers(HTTP_200=schemas.Decided),
    skip_validation=True,
    tags=["edits"],
)
def undo_edit(story_id: str, number: int) -> Response:
    """Take an entry back, which is an entry itself: taking that back brings the first one back."""
    entry = deciding.entry(store().timeline(story_id), str(number))
    return decided(store().undo(story_id, entry.number, who=access.who(), seen=seen()))


def _asked(story: Timeline, given: sent.EditRequest) -> Edit:
    fields = given.edit.model_dump(exclude_none=True)
    names = [
        fields.get("event"),
        fields.get("other"),
        fields.get("finding"),
        fields.get("link"),
        *fields.get("mentions", ()),
    ]
    if given.revision not in (None, story.revision) and any(v and PRESENT_ID.fullmatch(v) for v in names):
        raise ConflictError(
            f"the story is at revision {story.revision}, and ids may name other things there; use the `ref` instead"
        )
    return deciding.edit(story, fields)


def decided(story: Timeline) -> Response:
    """The entry that was made last, and the story's revision after it."""
    return jsonify(edit=_line(history(story)[-1]), revision=story.revision)


def _line(line: Line) -> dict[str, Any]:
    entry = line.entry
    return {
        "number": entry.number,
        "kind": entry.edit.kind,
        "decision": wording.decision(entry.edit),
        "who": entry.who,
        "at": entry.at.isoformat(),
        "state": line.state,
        "reason": line.reason,
        "targets": list(line.targets),
        "edit": to_jsonable_python(entry.edit),
    }


def _event(event: Event, story: Timeline) -> dict[str, Any]:
    told = shapes.event_json(event, story)
    return {k: told[k] for k in ("ref", "id", "title", "status", "earliest", "latest", "disputed", "alternatives")}
