"""Why, in the API: what an expression means, and what a story's findings, dates, events and links rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from flask import Response, jsonify, request
from spectree import Response as Answers

from timeline import articles, story, timex
from timeline.because import Because
from web import schemas, sent
from web.api import blueprint, fitting, spec
from web.pages import store


@blueprint.get("/explanations")
@spec.validate(
    query=sent.ExpressionQuery,
    resp=Answers(HTTP_200=schemas.ExplanationList),
    skip_validation=True,
    tags=["explanations"],
)
def explain_expression() -> Response:
    """What each time expression of a few words means when they are said on a day, and how that was found."""
    asked = fitting(sent.ExpressionQuery, request.args.to_dict())
    return _told(timex.explained(asked.expression, articles.parse_day(asked.on)))


@blueprint.get("/stories/<story_id>/explanations/<name>")
@spec.validate(resp=Answers(HTTP_200=schemas.ExplanationList), skip_validation=True, tags=["explanations"])
def explain_story(story_id: str, name: str) -> Response:
    """Why it is so, of a story's finding, event, link or time expression: by its id or `ref` or, a time, its words."""
    return _told(story.explain(store().timeline(story_id), name))


def _told(found: Iterable[Because]) -> Response:
    return jsonify(explanations=[asdict(because) for because in found])
