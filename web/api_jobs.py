"""Long work in the API: sources to be read in the background."""

from __future__ import annotations

from flask import Response, jsonify, request, url_for
from spectree import Response as Answers
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import UnsupportedMediaType

from timeline.errors import InputError
from timeline.store import Job, Outcome
from web import access, jobs, schemas, sent
from web.api import blueprint, fitting, spec
from web.pages import store


@blueprint.get("/jobs")
@spec.validate(resp=Answers(HTTP_200=schemas.JobList), skip_validation=True, tags=["jobs"])
def list_jobs() -> Response:
    """The latest jobs, the youngest first, without their items."""
    return jsonify(jobs=[_job_line(job) for job in store().jobs.recent(access.makers())])


@blueprint.post("/jobs")
@spec.validate(
    form=sent.NewJob,
    json=sent.NewAddresses,
    resp=Answers(HTTP_202=schemas.JobShape),
    skip_validation=True,
    tags=["jobs"],
)
def create_job() -> tuple[Response, int, dict[str, str]]:
    """Read files, sent as a form, or addresses, sent as JSON, into a story, in the background."""
    if request.is_json:
        fields = _addresses(request.get_json())
    elif request.mimetype == "multipart/form-data":
        fields = request.form
        if "file" in fields or not any(file.filename for file in request.files.getlist("file")):
            raise InputError("send at least one file as “file”, as curl does with -F file=@article.txt")
    else:
        raise UnsupportedMediaType("Send files as multipart/form-data, or addresses as application/json.")
    job = jobs.started(fields)
    return jsonify(_job_json(job)), 202, {"Location": url_for("api.job", job_id=job.id)}


@blueprint.get("/jobs/<job_id>")
@spec.validate(resp=Answers(HTTP_200=schemas.JobShape), skip_validation=True, tags=["jobs"])
def job(job_id: str) -> Response:
    """How far a job is, and what became of each source."""
    return jsonify(_job_json(store().jobs.job(job_id)))


@blueprint.delete("/jobs/<job_id>")
@spec.validate(resp=Answers(HTTP_200=schemas.JobShape), skip_validation=True, tags=["jobs"])
def cancel_job(job_id: str) -> Response:
    """Go no further; what was added stays."""
    return jsonify(_job_json(store().jobs.cancel(job_id)))


@blueprint.post("/jobs/<job_id>/resume")
@spec.validate(resp=Answers(HTTP_202=schemas.JobShape), skip_validation=True, tags=["jobs"])
def resume_job(job_id: str) -> tuple[Response, int]:
    """Go on with an interrupted job."""
    return jsonify(_job_json(jobs.resumed(job_id))), 202


def _addresses(body: object) -> MultiDict[str, str]:
    """The fields of a job, as a form would hold them. Raises InputError."""
    return MultiDict(fitting(sent.NewAddresses, body).model_dump())


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
