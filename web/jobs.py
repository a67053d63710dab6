"""Long work, as pages: sources are read in the background, and everybody sees how far it is."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from timeline.store import Job, JobState, Outcome, Store, Worker
from web import access, arguments

blueprint = Blueprint("jobs", __name__)


def started(fields: Mapping[str, str]) -> Job:
    """The job that the form asks for, handed to this process's worker. Raises InputError and NotFoundError."""
    job = _store().jobs.create(
        arguments.given(fields, request.files.getlist("file")),
        story_id=fields.get("story") or None,
        title=fields.get("title", ""),
        who=access.who(),
        options=arguments.options(fields),
    )
    _worker().hand(job.id)
    return job


def unfinished() -> list[Job]:
    """The jobs of whoever asks that go on, or could."""
    recent = _store().jobs.recent(access.makers())
    return [job for job in recent if job.state not in (JobState.DONE, JobState.CANCELLED)]


def resumed(job_id: str) -> Job:
    """The job, which goes on when it was interrupted. Raises NotFoundError."""
    was = _store().jobs.job(job_id)
    job = _store().jobs.resume(job_id)
    if was.state is JobState.INTERRUPTED:
        _worker().hand(job_id)
    return job


@blueprint.app_context_processor
def _for_templates() -> dict[str, object]:
    """What pages ask while a story is filled."""
    return {"filling": lambda: _store().jobs.filling(), "watches": watches}


def watches(job: Job) -> bool:
    """Whoever asks may look at the job."""
    maker = access.makers()
    return maker is None or job.who == maker


@blueprint.get("/jobs/<job_id>")
def page(job_id: str) -> str:
    """A job: how far it is, and what became of each source."""
    return render_template("job.html", **_shown(_store().jobs.job(job_id)))


@blueprint.get("/jobs/<job_id>/progress")
def progress(job_id: str) -> str:
    """The same without the page around it, for the page to swap in."""
    return render_template("_job.html", **_shown(_store().jobs.job(job_id)))


@blueprint.post("/jobs/<job_id>/cancel")
def cancel(job_id: str) -> Response:
    """Go no further; what was added stays."""
    _store().jobs.cancel(job_id)
    return redirect(url_for(".page", job_id=job_id), 303)


@blueprint.post("/jobs/<job_id>/resume")
def resume(job_id: str) -> Response:
    """Go on where a crash or a restart of the server interrupted it."""
    resumed(job_id)
    return redirect(url_for(".page", job_id=job_id), 303)


def _shown(job: Job) -> dict[str, object]:
    """What the templates are given: the job, and its items by what became of them."""
    return {
        "job": job,
        "groups": {outcome: [item for item in job.items if item.outcome is outcome] for outcome in Outcome},
    }


def _store() -> Store:
    found: Store = current_app.extensions["dateline-store"]
    return found


def _worker() -> Worker:
    found: Worker = current_app.extensions["dateline-worker"]
    return found
