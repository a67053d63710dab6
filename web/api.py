"""The API: the same calls as the pages, in JSON. Its description is at /api/v1/openapi.json."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from flask import Blueprint, Response, jsonify, request, url_for
from spectree import Response as Answers
from spectree import SpecTree
from werkzeug.exceptions import UnsupportedMediaType
from werkzeug.wrappers import Response as BaseResponse

from timeline import __version__, articles, documents, export
from timeline.errors import InputError
from timeline.export import comparison, shapes
from timeline.model import Timeline
from timeline.store import Job, Outcome
from timeline.story import additions, matrix, select
from web import access, annotation, arguments, jobs, rows, schemas, security
from web.pages import exported, store

Item = TypeVar("Item")

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


def _refuse(_request: Any, _response: Any, error: Any, _instance: Any, _adapter: Any) -> None:
    """Turn a request that does not fit its description into the one shape of failures."""
    if error is not None:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the body"
        raise InputError(f"{where}: {first['msg']}")


spec = SpecTree(
    "flask",
    title="Dateline",
    version=__version__,
    mode="strict",
    before=_refuse,
    validation_error_status=400,
    validation_error_model=schemas.Failure,
)

FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
FOUND = {"HTTP_404": schemas.Failure}
MADE = {
    "HTTP_201": schemas.Added,
    "HTTP_409": schemas.Failure,
    "HTTP_413": schemas.Failure,
    "HTTP_415": schemas.Failure,
}


@blueprint.get("/openapi.json")
def description() -> Response:
    """The description of everything here."""
    return jsonify(spec.spec)


@blueprint.before_request
def _json_only() -> None:
    """Only programs write here: a form of another site can't send this type without asking the browser."""
    if request.endpoint in ("api.create_job", "api.resume_job"):  # a form with files, and nothing at all
        security.refuse_other_sites()
        return
    if request.method in ("POST", "PUT", "PATCH") and request.mimetype != "application/json":
        raise UnsupportedMediaType("Send JSON, with the content type application/json.")


@blueprint.after_request
def _tagged(response: Response) -> BaseResponse:
    """An answer with a tag of its content; one that the asker has already is 304 and empty."""
    if request.method == "GET" and response.status_code == 200 and not response.is_streamed:
        response.add_etag()
        return response.make_conditional(request)
    return response


@blueprint.get("/stories")
@spec.validate(
    query=schemas.Slice,
    resp=Answers(HTTP_200=schemas.StoryList, HTTP_400=schemas.Failure),
    skip_validation=True,
    tags=["stories"],
)
def list_stories() -> Response:
    """The stories."""
    found = store().stories(access.user())
    some, of = _slice(found)
    return jsonify(stories=[_story(s) for s in some], **of)


@blueprint.post("/stories")
@spec.validate(
    json=schemas.NewStory,
    resp=Answers(HTTP_201=schemas.TimelineShape, HTTP_400=schemas.Failure, HTTP_415=schemas.Failure),
    tags=["stories"],
)
def create_story(json: schemas.NewStory) -> tuple[Response, int]:
    """Make a story."""
    return jsonify(shapes.timeline_json(store().timeline(store().create_story(json.title, user=access.user())))), 201


@blueprint.post("/imports")
@spec.validate(
    json=schemas.StoryDocument,
    resp=Answers(
        HTTP_201=schemas.TimelineShape, HTTP_400=schemas.Failure, HTTP_413=schemas.Failure, HTTP_415=schemas.Failure
    ),
    skip_validation=True,
    tags=["stories"],
)
def import_story() -> tuple[Response, int]:
    """Make a story of what the export "json" wrote: the same articles, the same decisions."""
    story_id = store().import_story(documents.load(request.get_data()), user=access.user())
    return jsonify(shapes.timeline_json(store().timeline(story_id))), 201


@blueprint.get("/stories/<story_id>")
@spec.validate(
    query=schemas.FilterQuery,
    resp=Answers(HTTP_200=schemas.TimelineShape, HTTP_400=schemas.Failure, **FOUND),
    skip_validation=True,
    tags=["stories"],
)
def story_timeline(story_id: str) -> Response:
    """The timeline of a story, or the part of it that a filter keeps."""
    return jsonify(shapes.timeline_json(_part(story_id)))


@blueprint.get("/stories/<story_id>/events")
@spec.validate(
    query=schemas.FilterSlice,
    resp=Answers(HTTP_200=schemas.EventPage, HTTP_400=schemas.Failure, **FOUND),
    skip_validation=True,
    tags=["stories"],
)
def list_events(story_id: str) -> Response:
    """The events of a story that a filter keeps, in order of time."""
    part = _part(story_id)
    some, of = _slice([row.event for row in rows.rows(part)])
    return jsonify(events=[shapes.event_json(e, part) for e in some], **of)


@blueprint.get("/stories/<story_id>/matrix")
@spec.validate(
    query=schemas.FilterSlice,
    resp=Answers(HTTP_200=schemas.MatrixPage, HTTP_400=schemas.Failure, **FOUND),
    skip_validation=True,
    tags=["stories"],
)
def source_matrix(story_id: str) -> Response:
    """What each article says of each event, side by side, with conflicts and updates marked."""
    found = matrix(_part(story_id))
    some, of = _slice(found.events)
    return jsonify(columns=comparison.columns_json(found), events=comparison.events_json(some, found), **of)


@blueprint.get("/stories/<story_id>/additions")
@spec.validate(resp=Answers(HTTP_200=schemas.AdditionList, **FOUND), skip_validation=True, tags=["stories"])
def list_additions(story_id: str) -> Response:
    """What each article was the first to tell: events, and of events known before it times and figures."""
    return jsonify(additions=comparison.additions_json(additions(store().timeline(story_id))))


@blueprint.get("/stories/<story_id>/findings")
@spec.validate(resp=Answers(HTTP_200=schemas.FindingList, **FOUND), skip_validation=True, tags=["stories"])
def findings(story_id: str) -> Response:
    """What does not hold together in a story, and what was checked and does."""
    told = shapes.timeline_json(store().timeline(story_id))
    return jsonify(findings=told["findings"], checks_passed=told["checks_passed"])


@blueprint.get("/stories/<story_id>/articles")
@spec.validate(resp=Answers(HTTP_200=schemas.ArticleList, **FOUND), skip_validation=True, tags=["articles"])
def list_articles(story_id: str) -> Response:
    """The articles of a story and when they appeared."""
    return jsonify(articles=shapes.timeline_json(store().timeline(story_id))["articles"])


@blueprint.post("/articles")
@spec.validate(json=schemas.NewArticle, resp=Answers(HTTP_400=schemas.Failure, **MADE), tags=["articles"])
def add_article(json: schemas.NewArticle) -> tuple[Response, int]:
    """Read an article as a story of its own."""
    return _added(json, None)


@blueprint.post("/stories/<story_id>/articles")
@spec.validate(json=schemas.NewArticle, resp=Answers(HTTP_400=schemas.Failure, **MADE, **FOUND), tags=["articles"])
def add_article_to(story_id: str, json: schemas.NewArticle) -> tuple[Response, int]:
    """Read an article into a story."""
    return _added(json, story_id)


@blueprint.get("/stories/<story_id>/articles/<article_id>")
@spec.validate(resp=Answers(HTTP_200=schemas.ArticleText, **FOUND), skip_validation=True, tags=["articles"])
def article(story_id: str, article_id: str) -> Response:
    """One article with its text."""
    story = store().timeline(story_id)
    reading = annotation.reading_of(story, article_id)
    return jsonify(shapes.article_json(reading, story) | {"text": reading.article.text})


@blueprint.put("/stories/<story_id>/articles/<article_id>/publication")
@spec.validate(
    json=schemas.NewPublication,
    resp=Answers(HTTP_200=schemas.TimelineShape, HTTP_400=schemas.Failure, HTTP_415=schemas.Failure, **FOUND),
    tags=["articles"],
)
def set_publication(story_id: str, article_id: str, json: schemas.NewPublication) -> Response:
    """Say when an article appeared; the answer is the story, anchored anew."""
    day = arguments.day(json.date or "")
    return jsonify(shapes.timeline_json(store().set_publication(story_id, article_id, day, who=access.who())))


@blueprint.get("/formats")
@spec.validate(resp=Answers(HTTP_200=schemas.FormatList), skip_validation=True, tags=["exports"])
def list_formats() -> Response:
    """The formats that a story can be exported in."""
    known = export.formats().values()
    return jsonify(formats=[{"name": f.name, "title": f.title, "media_type": f.media_type} for f in known])


@blueprint.get("/stories/<story_id>/exports/<name>")
@spec.validate(
    query=schemas.FilterQuery,
    resp=Answers(HTTP_200=None, HTTP_400=schemas.Failure, **FOUND),
    skip_validation=True,
    tags=["exports"],
)
def export_story(story_id: str, name: str) -> Response:
    """A story in one of the formats, or the part of it that a filter keeps."""
    return exported(story_id, name)


@blueprint.get("/jobs")
@spec.validate(resp=Answers(HTTP_200=schemas.JobList), skip_validation=True, tags=["jobs"])
def list_jobs() -> Response:
    """The latest jobs, the youngest first, without their items."""
    return jsonify(jobs=[_job_line(job) for job in store().jobs.recent(access.makers())])


@blueprint.post("/jobs")
@spec.validate(
    form=schemas.NewJob,
    resp=Answers(
        HTTP_202=schemas.JobShape,
        HTTP_400=schemas.Failure,
        HTTP_403=schemas.Failure,
        HTTP_413=schemas.Failure,
        HTTP_415=schemas.Failure,
        **FOUND,
    ),
    skip_validation=True,
    tags=["jobs"],
)
def create_job() -> tuple[Response, int, dict[str, str]]:
    """Read files and addresses into a story, in the background."""
    if request.mimetype not in FORMS:
        raise UnsupportedMediaType("Send a form with files or addresses, with the content type multipart/form-data.")
    job = jobs.started()
    return jsonify(_job_json(job)), 202, {"Location": url_for("api.job", job_id=job.id)}


@blueprint.get("/jobs/<job_id>")
@spec.validate(resp=Answers(HTTP_200=schemas.JobShape, **FOUND), skip_validation=True, tags=["jobs"])
def job(job_id: str) -> Response:
    """How far a job is, and what became of each source."""
    return jsonify(_job_json(store().jobs.job(job_id)))


@blueprint.delete("/jobs/<job_id>")
@spec.validate(resp=Answers(HTTP_200=schemas.JobShape, **FOUND), skip_validation=True, tags=["jobs"])
def cancel_job(job_id: str) -> Response:
    """Go no further; what was added stays."""
    return jsonify(_job_json(store().jobs.cancel(job_id)))


@blueprint.post("/jobs/<job_id>/resume")
@spec.validate(
    resp=Answers(HTTP_202=schemas.JobShape, HTTP_403=schemas.Failure, **FOUND), skip_validation=True, tags=["jobs"]
)
def resume_job(job_id: str) -> tuple[Response, int]:
    """Go on with an interrupted job."""
    return jsonify(_job_json(jobs.resumed(job_id))), 202


def _part(story_id: str) -> Timeline:
    """The story as far as the address's filter keeps it."""
    return select(store().timeline(story_id), arguments.wanted(request.args))


def _slice(found: Sequence[Item]) -> tuple[Sequence[Item], dict[str, int]]:
    """The part of a list that the address asks for, and where it lies in the whole."""
    part = arguments.part(request.args)
    of = {"total": len(found), "limit": part.limit, "offset": part.offset}
    return found[part.offset : part.offset + part.limit], of


def _added(new: schemas.NewArticle, story_id: str | None) -> tuple[Response, int]:
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


def _story(summary: Any) -> dict[str, Any]:
    counted = summary.findings
    return {
        "id": summary.id,
        "title": summary.title,
        "article_count": summary.article_count,
        "event_count": summary.event_count,
        "findings": {s: getattr(counted, s) for s in ("high", "medium", "low", "info")},
        "first_day": summary.first_day.isoformat() if summary.first_day else None,
        "last_day": summary.last_day.isoformat() if summary.last_day else None,
    }


def _job_line(job: Job) -> dict[str, object]:
    return {
        "id": job.id,
        "state": job.state.value,
        "story_id": job.story_id or None,
        "title": job.title,
        "made_at": job.made_at.isoformat(),
        "total": job.total,
        "read": job.read,
    }


def _job_json(job: Job) -> dict[str, object]:
    return _job_line(job) | {
        "counts": {outcome.value: job.count(outcome) for outcome in Outcome},
        "items": [
            {
                "name": item.name,
                "outcome": item.outcome.value,
                "reason": item.reason,
                "article_id": item.article_id or None,
            }
            for item in job.items
        ],
    }
