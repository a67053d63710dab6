"""People's door to the log: decide, undo, look back, and see what would change before it is kept."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, g, render_template, request, url_for
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from timeline import deciding, edits
from timeline.errors import ConflictError
from timeline.model import (
    AddEvent,
    AddLink,
    Edit,
    HideLink,
    Judge,
    Merge,
    SetPublication,
    SetStatus,
    SetTime,
    SetTitle,
    Split,
    Timeline,
    Undo,
)
from web import access, annotation, arguments, history, report
from web.pages import shown_story, store

blueprint = Blueprint("editing", __name__)


@blueprint.get("/stories/<story_id>/history")
def log(story_id: str) -> str:
    """Everything that people decided about the story, the last first, and what no longer finds its place on top."""
    story = shown_story(story_id)
    return render_template("history.html", story=story, lines=history.lines(story), cards=report.cards(story))


@blueprint.post("/stories/<story_id>/edits")
def decide(story_id: str) -> Response:
    """Keep what a form asks for; back to where that is seen."""
    story = store().timeline(story_id)
    many = request.form.get("kind") == "change"
    made = deciding.changes(story, request.form) if many else (deciding.edit(story, request.form),)
    seen = _seen(story)
    for edit in made:
        g.wanted = edit
        story = store().edit(story_id, edit, who=access.who(), seen=seen)
    return redirect(_seen_at(story, made[-1] if made else None), 303)


@blueprint.post("/stories/<story_id>/edits/<number>/undo")
def undo(story_id: str, number: str) -> Response:
    """Take an entry of the log back; back to where the form was."""
    entry = deciding.entry(store().timeline(story_id), number)
    g.wanted = Undo(entry.number)
    story = store().undo(story_id, entry.number, who=access.who(), seen=_seen(store().timeline(story_id)))
    return redirect(_seen_at(story, entry.edit), 303)


@blueprint.post("/stories/<story_id>/articles/<article_id>/publication")
def set_publication(story_id: str, article_id: str) -> Response:
    """Say when an article appeared, or ask what would change then; an empty date takes an earlier one back."""
    day, story = arguments.publication(request.form), store().timeline(story_id)
    page: dict[str, Any] = {"story_id": story_id, "article_id": article_id}
    if day is not None and "what_if" in request.form:
        return redirect(url_for("pages.article", **page, what_if=day.isoformat(), _anchor="what-if"), 303)
    annotation.reading_of(story, article_id)
    g.wanted = SetPublication(article_id, day)
    store().edit(story_id, g.wanted, who=access.who(), seen=_seen(story))
    return redirect(url_for("pages.article", **page, changed=1), 303)


@blueprint.errorhandler(ConflictError)
def overtaken(error: ConflictError) -> tuple[str, int]:
    """Tell the second of two people who change one thing what the first did, and keep what they wanted in sight."""
    story_id = str((request.view_args or {})["story_id"])
    story = store().timeline(story_id)
    wanted: Edit | None = g.get("wanted")
    chosen = _chosen(story, wanted)
    return render_template("overtaken.html", story=story, problem=str(error), wanted=wanted, chosen=chosen), 409


def _seen(story: Timeline) -> int:
    """The revision that the form was made on; the present one where it says none."""
    sent = request.form.get("seen", "")
    return min(int(sent), story.revision) if sent.isdecimal() and len(sent) < 9 else story.revision


def _seen_at(story: Timeline, edit: Edit | None) -> str:
    """The address at which the edit is seen, or the one that the form asked to go back to.

    A finding is judged in the report, or in the panel of an event, which the address then names.
    """
    if request.form.get("back") == "history":
        return url_for("editing.log", story_id=story.story_id)
    if isinstance(edit, Judge) and request.form.get("back") != "panel":
        finding = edits.found_finding(story, edit.finding)
        return url_for("pages.inconsistencies", story_id=story.story_id, _anchor=finding.id if finding else None)
    if isinstance(edit, SetPublication):
        return url_for("pages.article", story_id=story.story_id, article_id=edit.article_id, changed=1)
    view = arguments.view(request.args)
    shown: dict[str, Any] = view.arguments(event=_chosen(story, edit, view.event))
    return url_for("pages.timeline", story_id=story.story_id, _anchor="panel", **shown)


def _chosen(story: Timeline, edit: Edit | None, shown: str = "") -> str:
    """The id of the event that the edit is about, as it is numbered now; empty when it is not shown.

    What is about no event leaves the one that was `shown`.
    """
    match edit:
        case None | Judge() | HideLink():  # a link is shown at both of its events
            return next((e.id for e in story.events if e.id == shown), "")
        case AddEvent():
            targets = story.decisions[-1].targets if story.decisions else ()
            return next((e.id for e in story.events if e.id in targets), "")
        case SetTime(event) | SetTitle(event) | SetStatus(event) | Merge(event) | Split(event) | AddLink(event):
            found = edits.found_event(story, event)
            return found.id if found else ""
    return ""
