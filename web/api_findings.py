"""What does not hold together, in the API, and what people hold of it."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify, request
from spectree import Response as Answers

from timeline import deciding
from timeline.errors import NotFoundError
from timeline.export import shapes
from timeline.story import findings
from timeline.story.refs import finding_at, finding_ref
from web import access, api_edits, arguments, schemas, sent
from web.api import blueprint, part, seen, sliced, spec
from web.pages import store


@blueprint.get("/stories/<story_id>/findings")
@spec.validate(
    query=sent.FindingQuery, resp=Answers(HTTP_200=schemas.FindingList), skip_validation=True, tags=["findings"]
)
def list_findings(story_id: str) -> Response:
    """What does not hold together in a story, and what was checked and does."""
    kept = part(story_id)
    some, of = sliced(findings(kept, **arguments.findings(request.args)))
    passed = [shapes.passed_json(p) for p in kept.passed]
    return jsonify(findings=[shapes.finding_json(f) for f in some], checks_passed=passed, **of)


@blueprint.get("/stories/<story_id>/findings/<finding>")
@spec.validate(resp=Answers(HTTP_200=schemas.FindingShape), skip_validation=True, tags=["findings"])
def one_finding(story_id: str, finding: str) -> Response:
    """One finding with its quotes, and what a person holds of it."""
    return jsonify(shapes.finding_json(finding_at(store().timeline(story_id), finding)))


@blueprint.get("/stories/<story_id>/findings/<finding>/verdict")
@spec.validate(resp=Answers(HTTP_200=schemas.VerdictShape), skip_validation=True, tags=["findings"])
def verdict(story_id: str, finding: str) -> Response:
    """What a person holds of a finding; nulls when nobody has judged it."""
    found = finding_at(store().timeline(story_id), finding)
    nothing: dict[str, Any] = dict.fromkeys(("verdict", "note", "who", "at", "edit"))
    return jsonify({"finding": finding_ref(found), **nothing, **(shapes.judgement_json(found.judgement) or {})})


@blueprint.put("/stories/<story_id>/findings/<finding>/verdict")
@spec.validate(json=sent.NewVerdict, resp=Answers(HTTP_200=schemas.Decided), tags=["findings"])
def set_verdict(story_id: str, finding: str, json: sent.NewVerdict) -> Response:
    """Confirm, explain or dismiss a finding: an entry of the log."""
    story = store().timeline(story_id)
    edit = deciding.edit(story, {"kind": "judge", "finding": finding, **json.model_dump()})
    return api_edits.decided(store().edit(story_id, edit, who=access.who(), seen=seen()))


@blueprint.delete("/stories/<story_id>/findings/<finding>/verdict")
@spec.validate(resp=Answers(HTTP_200=schemas.Decided), skip_validation=True, tags=["findings"])
def take_verdict_back(story_id: str, finding: str) -> Response:
    """Undo the verdict that holds; one that was given before holds again."""
    found = finding_at(store().timeline(story_id), finding)
    if found.judgement is None:
        raise NotFoundError("nobody has judged this finding")
    return api_edits.decided(store().undo(story_id, found.judgement.number, who=access.who(), seen=seen()))
