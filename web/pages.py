"""The pages: typed arguments in, one call of the library, a template out."""

from __future__ import annotations

from pathlib import Path

import plotly
from flask import (
    Blueprint,
    Response,
    current_app,
    g,
    jsonify,
    redirect,
    render_template,
    request,
    send_from_directory,
    url_for,
)
from werkzeug.wrappers import Response as BaseResponse

from timeline import documents, export, wording
from timeline.model import SetPublication, Timeline
from timeline.store import Store
from timeline.story import matrix, select
from web import access, annotation, arguments, bands, charts, comparison, filterbar, jobs, panel, preview, report, rows
from web.downloads import downloads
from web.paging import paged

PLOTLY = Path(plotly.__file__).parent / "package_data"
YEAR = 365 * 24 * 3600  # seconds

blueprint = Blueprint("pages", __name__)


def store() -> Store:
    """The store that the application was made on."""
    found: Store = current_app.extensions["dateline-store"]
    return found


def shown_story(story_id: str) -> Timeline:
    """The story as it is shown at once, loaded once for a request. Raises NotFoundError."""
    if "shown" not in g:
        g.shown = {}
    kept: dict[str, Timeline] = g.shown
    if story_id not in kept:
        kept[story_id] = store().shown(story_id)
    return kept[story_id]


@blueprint.get("/")
def stories() -> str:
    """All stories, the one that changed last first; those of which that is not known last, in the order of making."""
    found = store().stories(access.user(), waits=False)
    latest = sorted(found, key=lambda s: s.changed_at.timestamp() if s.changed_at else 0.0, reverse=True)
    return render_template("stories.html", stories=latest, jobs=jobs.unfinished())


@blueprint.get("/stories/<story_id>")
def timeline(story_id: str) -> str:
    """The timeline of a story: filter, chart, panel of the chosen event, table."""
    story, view = shown_story(story_id), arguments.view(request.args)
    part = select(story, view.wanted)
    found = rows.ordered(rows.rows(part), view.sort)
    return render_template(
        "timeline.html",
        story=story,
        part=part,
        view=view,
        bar=filterbar.filter_bar(story, view),
        page=paged(found, view.page, rows.PER_PAGE),
        articles=comparison.articles(story),
        disputed=[event for event in part.events if event.is_disputed],
        chosen=panel.panel(story, view.event) if view.event else None,
        cards=report.cards(story),
        downloads=downloads(),
        undated=len(bands.undated(part, view)),
        left_out=len(bands.leaves_out(part, view)),
        plotly_version=plotly.__version__,
        basis=wording.publication_basis,
    )


@blueprint.get("/stories/<story_id>/panel")
def event_panel(story_id: str) -> str:
    """The panel of one event alone, for the page to swap in."""
    story, view = shown_story(story_id), arguments.view(request.args)
    return render_template("_panel.html", story=story, view=view, chosen=panel.panel(story, view.event))


@blueprint.get("/stories/<story_id>/figure.json")
def figure(story_id: str) -> Response:
    """The chart as plotly's JSON."""
    story, view = shown_story(story_id), arguments.view(request.args)
    return jsonify(charts.drawing(select(story, view.wanted), view, arguments.frame(request.args, view)))


@blueprint.get("/stories/<story_id>/sources")
def sources(story_id: str) -> str:
    """What each article says of each event, side by side."""
    story, view = shown_story(story_id), arguments.view(request.args)
    part = select(story, view.wanted)
    compared = matrix(part)
    differing = [told for told in compared.events if comparison.differs(told)]
    only = request.args.get("only") == "differing"
    page = paged(comparison.in_order(differing if only else compared.events), view.page, comparison.PER_PAGE)
    return render_template(
        "sources.html",
        story=story,
        part=part,
        view=view,
        bar=filterbar.filter_bar(story, view),
        compared=compared,
        differing=differing,
        only=only,
        page=page,
        speaking=comparison.speaking(page.items),
        marks=comparison.marks(compared),
        names=comparison.NAMES,
        in_context=comparison.in_context,
        cards=report.cards(story),
    )


@blueprint.get("/stories/<story_id>/report")
def inconsistencies(story_id: str) -> str:
    """The inconsistency report."""
    story = shown_story(story_id)
    cards = report.cards(story)
    return render_template(
        "report.html",
        story=story,
        cards=cards,
        settled=report.settled(story),
        tally=report.tally(cards),
        downloads=[f for name, f in export.formats().items() if name.startswith("report.")],
        basis=wording.publication_basis,
    )


@blueprint.get("/stories/<story_id>/timeline.<name>")
def exported(story_id: str, name: str) -> Response:
    """The story in any export format, or the part of it that the address's filter keeps, to be saved as a file."""
    return _file(select(store().timeline(story_id), arguments.wanted(request.args)), name)


@blueprint.get("/stories/<story_id>/report.<suffix>")
def report_file(story_id: str, suffix: str) -> Response:
    """The inconsistency report as a file."""
    return exported(story_id, f"report.{suffix}")


@blueprint.get("/stories/<story_id>/articles/<article_id>")
def article(story_id: str, article_id: str) -> str:
    """One article with everything that was read in it."""
    story = shown_story(story_id)
    reading = annotation.reading_of(story, article_id)
    return render_template(
        "article.html",
        story=story,
        reading=reading,
        as_read=annotation.as_read(reading),
        blocks=annotation.annotated(story, reading),
        evidence=annotation.evidence_in_context,
        check_name=wording.check_name,
        basis=wording.publication_basis,
        decisions=[e for e in story.log if isinstance(e.edit, SetPublication) and e.edit.article_id == article_id],
        cards=report.cards(story),
        changed="changed" in request.args,
        what_if=preview.what_if(store(), story, article_id, arguments.day(request.args.get("what_if", ""))),
    )


@blueprint.get("/add")
def add_form() -> str:
    """The form to add an article."""
    return render_template("add.html", stories=store().stories(access.user()), jobs=jobs.unfinished())


@blueprint.post("/add")
def add_article() -> BaseResponse:
    """Read one article and open its story; what takes longer becomes a job, and its page is opened."""
    sent = arguments.article(request.form, request.files.getlist("file"))
    if sent is not None:
        story_id, _ = store().add_article(sent, request.form.get("story") or None, user=access.user())
        return redirect(url_for(".timeline", story_id=story_id), 303)
    return redirect(url_for("jobs.page", job_id=jobs.started(request.form).id), 303)


@blueprint.get("/stories/<story_id>/delete")
def confirm_delete(story_id: str) -> str:
    """What would be lost, and the button."""
    story = store().timeline(story_id)
    return render_template("delete.html", story=story, decisions=len(story.log))


@blueprint.post("/stories/<story_id>/delete")
def delete_story(story_id: str) -> BaseResponse:
    """Forget a story."""
    store().delete_story(story_id)
    return redirect(url_for(".stories"), 303)


@blueprint.post("/import")
def import_story() -> BaseResponse:
    """Make a story of a file that the export "json" wrote, and open it."""
    story_id = store().import_story(documents.load(arguments.document(request.files.get("story"))), user=access.user())
    return redirect(url_for(".timeline", story_id=story_id), 303)


@blueprint.get("/healthz")
def health() -> tuple[dict[str, str], int]:
    """200 when the store answers, else 503."""
    return ({"status": "ok"}, 200) if store().healthy() else ({"status": "the store does not answer"}, 503)


@blueprint.get("/plotly-<version>.min.js")
def plotly_js(version: str) -> Response:
    """plotly's own script from the installed package; its address changes with its version, so caches may keep it."""
    return send_from_directory(PLOTLY, "plotly.min.js", max_age=YEAR)


def _file(story: Timeline, name: str) -> Response:
    form = export.find_format(name)
    response = Response(form.function(story), content_type=form.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=f"{story.story_id}.{form.suffix}")
    return response
