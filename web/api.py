"""The API: the same calls as the pages, in JSON. Its description is at /api/v1/openapi.json.

This file has what all of it shares, the stories, their articles and exports; its neighbours `api_…` have the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar, cast

from flask import Blueprint, Response, current_app, g, jsonify, request
from pydantic import BaseModel, ValidationError
from spectree import Response as Answers
from spectree import SpecTree
from werkzeug.exceptions import BadRequest, MethodNotAllowed, NotFound, PreconditionFailed, UnsupportedMediaType
from werkzeug.wrappers import Response as BaseResponse

from timeline import __version__, articles, documents, edits, export, faults
from timeline.errors import InputError
from timeline.export import comparison, shapes
from timeline.model import Timeline
from timeline.store import StorySummary
from timeline.story import additions, matrix, select
from web import access, annotation, arguments, openapi, rows, schemas, security, sent
from web.pages import exported, store

Item = TypeVar("Item")
Shape = TypeVar("Shape", bound=BaseModel)

FORMS = ("api.create_job", "api.resume_job")
"""Calls that a browser's form could make: one takes files, the other nothing at all."""

THROTTLED = ("api.add_token", "api.set_password")
"""Calls that take a password, which nobody may guess."""

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


def _refuse(_request: Any, _response: Any, error: Any, _instance: Any, _adapter: Any) -> None:
    """Turn a request that does not fit its description into the one shape of failures."""
    if error is not None:
        raise _unfit(error)


def fitting(shape: type[Shape], sent: object) -> Shape:
    """What was sent, as its description has it. Raises InputError."""
    try:
        return shape.model_validate(sent)
    except ValidationError as error:
        raise _unfit(error) from None


def _unfit(error: ValidationError) -> InputError:
    """Where a request does not fit its description, and why."""
    return InputError(faults.of_place(error, sent.FORMS))


def _name(model: Any) -> str:
    name: str = model.__name__
    return name


spec = SpecTree(
    "flask",
    title="Dateline",
    version=__version__,
    mode="strict",
    before=_refuse,
    validation_error_status=400,
    validation_error_model=schemas.Failure,
    naming_strategy=_name,
    nested_naming_strategy=lambda _parent, child: child,
)


@blueprint.get("/openapi.json")
def description() -> Response:
    """The description of everything here."""
    return jsonify(openapi.completed(spec.spec, throttled=THROTTLED, forms=FORMS))


@blueprint.before_request
def _json_only() -> None:
    """Only programs write here: a form of another site can't send this type without asking the browser."""
    if request.endpoint in FORMS:
        security.refuse_other_sites()
        return
    if request.method in ("POST", "PUT", "PATCH") and request.mimetype != "application/json":
        raise UnsupportedMediaType("Send JSON, with the content type application/json.")
    if request.is_json and request.endpoint != "api.import_story":  # which is large, and read by the library itself
        try:
            request.get_json()
        except (BadRequest, RecursionError):
            raise InputError("the body is not JSON") from None


@blueprint.before_request
def _unchanged() -> None:
    """Let a change that names a tag through when what GET shows at this address has that tag; raises 412 if not.

    Notes the story's revision, so that nobody can be quicker in between.
    """
    if request.method in ("GET", "HEAD") or not request.if_match:
        return
    story_id = (request.view_args or {}).get("story_id")
    g.seen = store().timeline(story_id).revision if story_id else None
    try:
        endpoint, values = current_app.url_map.bind("").match(request.path, method="GET")
    except (NotFound, MethodNotAllowed):
        raise PreconditionFailed("There is nothing to see at this address, so it can't have this tag.") from None
    shown = cast(Response, current_app.view_functions[endpoint](**values))
    shown.add_etag()
    if not request.if_match.contains(shown.get_etag()[0] or ""):
        raise PreconditionFailed("This has changed since you looked; look again, then decide.")


def seen() -> int | None:
    """The revision of the story that the tag of the request was found to hold for; None where it names no tag."""
    revision: int | None = g.get("seen")
    return revision


@blueprint.after_request
def _tagged(response: Response) -> BaseResponse:
    """An answer with a tag of its content; one that the asker has already is 304 and empty."""
    if request.method in ("GET", "HEAD") and response.status_code == 200 and not response.is_streamed:
        response.add_etag()
        return response.make_conditional(request)
    return response


# --- stories ------------------------------------------------------------------------------------------------------


@blueprint.get("/stories")
@spec.validate(
    query=sent.Slice,
    resp=Answers(HTTP_200=schemas.StoryList),
    skip_validation=True,
    tags=["stories"],
)
def list_stories() -> Response:
    """The stories."""
    found = store().stories(access.user())
    some, of = sliced(found)
    return jsonify(stories=[_story(s) for s in some], **of)


@blueprint.post("/stories")
@spec.validate(
    json=sent.NewStory,
    resp=Answers(HTTP_201=schemas.TimelineShape),
    tags=["stories"],
)
def create_story(json: sent.NewStory) -> tuple[Response, int]:
    """Make a story."""
    return jsonify(shapes.timeline_json(store().timeline(store().create_story(json.title, user=access.user())))), 201


@blueprint.post("/imports")
@spec.validate(
    json=sent.StoryDocument,
    resp=Answers(HTTP_201=schemas.TimelineShape),
    skip_validation=True,
    tags=["stories"],
)
def import_story() -> tuple[Response, int]:
    """Make a story of what the export "json" wrote: the same articles, the same decisions."""
    story_id = store().import_story(documents.load(request.get_data()), user=access.user())
    return jsonify(shapes.timeline_json(store().timeline(story_id))), 201


@blueprint.get("/stories/<story_id>")
@spec.validate(
    query=sent.FilterQuery,
    resp=Answers(HTTP_200=schemas.TimelineShape),
    skip_validation=True,
    tags=["stories"],
)
def story_timeline(story_id: str) -> Response:
    """The timeline of a story, or the part of it that a filter keeps."""
    return jsonify(shapes.timeline_json(part(story_id)))


@blueprint.get("/stories/<story_id>/events")
@spec.validate(
    query=sent.FilterSlice,
    resp=Answers(HTTP_200=schemas.EventPage),
    skip_validation=True,
    tags=["stories"],
)
def list_events(story_id: str) -> Response:
    """The events of a story that a filter keeps, in order of time."""
    kept = part(story_id)
    some, of = sliced([row.event for row in rows.rows(kept)])
    return jsonify(events=[shapes.event_json(e, kept) for e in some], **of)


@blueprint.get("/stories/<story_id>/matrix")
@spec.validate(
    query=sent.FilterSlice,
    resp=Answers(HTTP_200=schemas.MatrixPage),
    skip_validation=True,
    tags=["stories"],
)
def source_matrix(story_id: str) -> Response:
    """What each article says of each event, side by side, with conflicts and updates marked."""
    found = matrix(part(story_id))
    some, of = sliced(found.events)
    return jsonify(columns=comparison.columns_json(found), events=comparison.events_json(some, found), **of)


@blueprint.get("/stories/<story_id>/additions")
@spec.validate(resp=Answers(HTTP_200=schemas.AdditionList), skip_validation=True, tags=["stories"])
def list_additions(story_id: str) -> Response:
    """What each article was the first to tell: events, and of events known before it times and figures."""
    return jsonify(additions=comparison.additions_json(additions(store().timeline(story_id))))


@blueprint.delete("/stories/<story_id>")
@spec.validate(resp=Answers("HTTP_204"), skip_validation=True, tags=["stories"])
def delete_story(story_id: str) -> tuple[str, int]:
    """Forget a story, its articles and what was decided about them."""
    store().delete_story(story_id)
    return "", 204


# --- articles -----------------------------------------------------------------------------------------------------


@blueprint.get("/stories/<story_id>/articles")
@spec.validate(resp=Answers(HTTP_200=schemas.ArticleList), skip_validation=True, tags=["articles"])
def list_articles(story_id: str) -> Response:
    """The articles of a story and when they appeared."""
    return jsonify(articles=shapes.timeline_json(store().timeline(story_id))["articles"])


@blueprint.post("/articles")
@spec.validate(json=sent.NewArticle, resp=Answers(HTTP_201=schemas.Added), tags=["articles"])
def add_article(json: sent.NewArticle) -> tuple[Response, int]:
    """Read an article as a story of its own."""
    return _added(json, None)


@blueprint.post("/stories/<story_id>/articles")
@spec.validate(json=sent.NewArticle, resp=Answers(HTTP_201=schemas.Added), tags=["articles"])
def add_article_to(story_id: str, json: sent.NewArticle) -> tuple[Response, int]:
    """Read an article into a story."""
    return _added(json, story_id)


@blueprint.get("/stories/<story_id>/articles/<article_id>")
@spec.validate(resp=Answers(HTTP_200=schemas.ArticleText), skip_validation=True, tags=["articles"])
def article(story_id: str, article_id: str) -> Response:
    """One article with its text."""
    story = store().timeline(story_id)
    reading = annotation.reading_of(story, article_id)
    return jsonify(shapes.article_json(reading, story) | {"text": reading.article.text})


@blueprint.get("/stories/<story_id>/articles/<article_id>/publication")
@spec.validate(resp=Answers(HTTP_200=schemas.PublicationShape), skip_validation=True, tags=["articles"])
def publication(story_id: str, article_id: str) -> Response:
    """When an article appeared, and whether a person says so."""
    story = store().timeline(story_id)
    reading = annotation.reading_of(story, article_id)
    day = edits.published(story.log).get(article_id)
    return jsonify(date=day.isoformat() if day else None, publication=shapes.publication_json(reading.publication))


@blueprint.put("/stories/<story_id>/articles/<article_id>/publication")
@spec.validate(
    json=sent.NewPublication,
    resp=Answers(HTTP_200=schemas.TimelineShape),
    tags=["articles"],
)
def set_publication(story_id: str, article_id: str, json: sent.NewPublication) -> Response:
    """Say when an article appeared; the answer is the story, anchored anew."""
    day = arguments.day(json.date or "")
    told = store().set_publication(story_id, article_id, day, who=access.who(), seen=seen())
    return jsonify(shapes.timeline_json(told))


# --- exports ------------------------------------------------------------------------------------------------------


@blueprint.get("/formats")
@spec.validate(resp=Answers(HTTP_200=schemas.FormatList), skip_validation=True, tags=["exports"])
def list_formats() -> Response:
    """The formats that a story can be exported in."""
    known = export.formats().values()
    return jsonify(formats=[{"name": f.name, "title": f.title, "media_type": f.media_type} for f in known])


@blueprint.get("/stories/<story_id>/exports/<name>")
@spec.validate(
    query=sent.FilterQuery,
    resp=Answers(HTTP_200=None),
    skip_validation=True,
    tags=["exports"],
)
def export_story(story_id: str, name: str) -> Response:
    """A story in one of the formats, or the part of it that a filter keeps."""
    return exported(story_id, name)


def part(story_id: str) -> Timeline:
    """The story as far as the address's filter keeps it."""
    return select(store().timeline(story_id), arguments.wanted(request.args))


def sliced(found: Sequence[Item]) -> tuple[Sequence[Item], dict[str, int]]:
    """The part of a list that the address asks for, and where it lies in the whole."""
    asked = arguments.part(request.args)
    of = {"total": len(found), "limit": asked.limit, "offset": asked.offset}
    return found[asked.offset : asked.offset + asked.limit], of


def _added(new: sent.NewArticle, story_id: str | None) -> tuple[Response, int]:
    read = articles.from_text(
        new.text,
        id=new.doc_id,
        title=new.title,
        url=new.url,
        source=new.source,
        language=new.language,
        published=arguments.day(new.dct or ""),
    )
    kept_in, doc_id = store().add_article(read, story_id, user=access.user())
    return jsonify(story_id=kept_in, doc_id=doc_id), 201


def _story(summary: StorySummary) -> dict[str, Any]:
    counted = summary.findings
    return {
        "id": summary.id,
        "title": summary.title,
        "article_count": summary.article_count,
        "event_count": summary.event_count,
        "findings": {s: getattr(counted, s) for s in ("high", "medium", "low", "info")},
        "first_day": summary.first_day.isoformat() if summary.first_day else None,
        "last_day": summary.last_day.isoformat() if summary.last_day else None,
        "disputed_count": summary.disputed_count,
        "changed_at": summary.changed_at.isoformat() if summary.changed_at else None,
    }
