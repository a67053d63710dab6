"""Who asks, and whether they may: one table says what each address needs, one function enforces it."""

from __future__ import annotations

from enum import Enum

from flask import Flask, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from timeline.errors import DeniedError, LoginError, NotFoundError
from timeline.store import Role, Share, Store, User

COOKIE = "dateline"
SECURE_COOKIE = "__Host-dateline"  # browsers take this name only over https, for this host and the whole of it


class Need(Enum):
    """What has to be allowed to whoever asks for an address."""

    NOTHING = "anyone, also without a login"
    LOGIN = "anyone who is logged in"
    CREATE = "an editor"
    READ = "whoever was given the story"
    EDIT = "an editor who was given the story to edit"
    OWN = "an editor who made the story"
    ADD = "EDIT for the story that the form, or the JSON, names, CREATE when it names none"
    JOB = "whoever began the job"
    WORK = "an editor who began the job"
    ADMIN = "an admin"


NEEDS = {
    "accounts.account": Need.LOGIN,
    "accounts.add_person": Need.ADMIN,
    "accounts.add_token": Need.LOGIN,
    "accounts.change_password": Need.LOGIN,
    "accounts.change_person": Need.ADMIN,
    "accounts.give_story": Need.ADMIN,
    "accounts.log_in": Need.NOTHING,
    "accounts.log_out": Need.NOTHING,
    "accounts.login_form": Need.NOTHING,
    "accounts.people": Need.ADMIN,
    "accounts.revoke_token": Need.LOGIN,
    "accounts.sharing": Need.ADMIN,
    "accounts.take_story": Need.ADMIN,
    "api.account": Need.LOGIN,
    "api.add_article": Need.CREATE,
    "api.add_article_to": Need.EDIT,
    "api.add_person": Need.ADMIN,
    "api.add_token": Need.LOGIN,
    "api.article": Need.READ,
    "api.cancel_job": Need.WORK,
    "api.change_person": Need.ADMIN,
    "api.create_job": Need.ADD,
    "api.create_story": Need.CREATE,
    "api.decide": Need.EDIT,
    "api.delete_story": Need.OWN,
    "api.description": Need.LOGIN,
    "api.explain_expression": Need.LOGIN,
    "api.explain_story": Need.READ,
    "api.export_story": Need.READ,
    "api.give_story": Need.ADMIN,
    "api.import_story": Need.CREATE,
    "api.job": Need.JOB,
    "api.list_additions": Need.READ,
    "api.list_articles": Need.READ,
    "api.list_edits": Need.READ,
    "api.list_events": Need.READ,
    "api.list_findings": Need.READ,
    "api.list_formats": Need.LOGIN,
    "api.list_jobs": Need.LOGIN,
    "api.list_people": Need.ADMIN,
    "api.list_shares": Need.ADMIN,
    "api.list_stories": Need.LOGIN,
    "api.list_tokens": Need.LOGIN,
    "api.one_edit": Need.READ,
    "api.one_finding": Need.READ,
    "api.one_person": Need.ADMIN,
    "api.one_share": Need.ADMIN,
    "api.preview_edit": Need.READ,
    "api.publication": Need.READ,
    "api.remove_person": Need.ADMIN,
    "api.resume_job": Need.WORK,
    "api.revoke_token": Need.LOGIN,
    "api.set_password": Need.LOGIN,
    "api.set_publication": Need.EDIT,
    "api.set_verdict": Need.EDIT,
    "api.source_matrix": Need.READ,
    "api.story_timeline": Need.READ,
    "api.take_story": Need.ADMIN,
    "api.take_verdict_back": Need.EDIT,
    "api.undo_edit": Need.EDIT,
    "api.verdict": Need.READ,
    "editing.decide": Need.EDIT,
    "editing.log": Need.READ,
    "editing.set_publication": Need.EDIT,
    "editing.undo": Need.EDIT,
    "guide.leave": Need.LOGIN,
    "guide.start": Need.LOGIN,
    "guide.step": Need.LOGIN,
    "jobs.cancel": Need.WORK,
    "jobs.page": Need.JOB,
    "jobs.progress": Need.JOB,
    "jobs.resume": Need.WORK,
    "observing.metrics": Need.ADMIN,
    "pages.add_article": Need.ADD,
    "pages.add_form": Need.CREATE,
    "pages.article": Need.READ,
    "pages.confirm_delete": Need.OWN,
    "pages.delete_story": Need.OWN,
    "pages.event_panel": Need.READ,
    "pages.exported": Need.READ,
    "pages.figure": Need.READ,
    "pages.health": Need.NOTHING,
    "pages.import_story": Need.CREATE,
    "pages.inconsistencies": Need.READ,
    "pages.plotly_js": Need.NOTHING,
    "pages.report_file": Need.READ,
    "pages.sources": Need.READ,
    "pages.stories": Need.LOGIN,
    "pages.timeline": Need.READ,
    "static": Need.NOTHING,
}
"""Every endpoint has a row; one without is for admins alone."""


def register(app: Flask) -> None:
    """Ask everyone who they are before anything else is done."""
    app.before_request(_enforce)
    app.context_processor(_for_templates)


def user() -> User | None:
    """Who is logged in; None where no login is asked for. Looked up when it is first asked."""
    if "user" not in g:
        g.user = _known() if login_is_on() else None
    found: User | None = g.user
    return found


def me() -> User:
    """Who is logged in. Raises NotFoundError where no login is asked for."""
    known = user()
    if known is None:
        raise NotFoundError("nobody has to log in here, so there is no account; make one on the command line")
    return known


def who() -> str:
    """The name under which an edit is logged; empty where no login is asked for."""
    known = user()
    return known.name if known else ""


def makers() -> str | None:
    """Whose jobs are shown: one's own, and to an admin, or where no login is asked for, everybody's, which is None."""
    known = user()
    return None if known is None or known.role is Role.ADMIN else known.name


def login_is_on() -> bool:
    """People have to log in: there are accounts, or the server was started for others than this machine."""
    if "login_is_on" not in g:
        g.login_is_on = current_app.config["LOGIN"] or _store().people.exist()
    on: bool = g.login_is_on
    return on


def cookie_name() -> str:
    """What the session's cookie is called."""
    return SECURE_COOKIE if request.is_secure else COOKIE


def may(need: Need, story_id: str | None = None) -> bool:
    """Whether it would be allowed."""
    try:
        _check(need, story_id)
    except (LoginError, DeniedError, NotFoundError):
        return False
    return True


def _enforce() -> Response | None:
    if request.endpoint is None:
        return None
    story_id = (request.view_args or {}).get("story_id")
    try:
        _check(NEEDS.get(request.endpoint), story_id)
    except LoginError:
        if request.path.startswith("/api/") or request.endpoint == "observing.metrics":
            raise
        back = request.full_path.rstrip("?") if request.method == "GET" else None
        return redirect(url_for("accounts.login_form", next=back), 303)
    return None


def _check(need: Need | None, story_id: str | None) -> None:
    """Raise LoginError, DeniedError, or NotFoundError for a story that is hidden, when it is not allowed."""
    if need is Need.NOTHING or not login_is_on():
        return
    person = user()
    if person is None:
        raise LoginError("log in first, or send an API token: Authorization: Bearer …")
    if need is Need.ADD:
        story_id = _story_sent()
        need = Need.EDIT if story_id else Need.CREATE
    match need:
        case Need.LOGIN:
            return
        case Need.READ | Need.EDIT | Need.OWN:
            _check_story(person, str(story_id), need)
        case Need.CREATE:
            _check_editor(person)
        case Need.JOB | Need.WORK:
            _check_job(person, str((request.view_args or {}).get("job_id")))
            if need is Need.WORK:
                _check_editor(person)
        case _ if person.role is not Role.ADMIN:  # also where no need was declared
            raise DeniedError("only an admin may do this")


def _story_sent() -> str | None:
    """The id of the story that is to be added to; None for a new one."""
    if not request.is_json:
        return request.form.get("story") or None
    try:
        body = request.get_json(silent=True)
    except RecursionError:  # which is refused later
        return None
    return str(body["story"]) if isinstance(body, dict) and body.get("story") else None


def _check_story(person: User, story_id: str, need: Need) -> None:
    if person.role is Role.ADMIN:
        return
    if "given" not in g:
        g.given = _store().shares.to(person)
    share: Share | None = g.given.get(story_id)
    if share is None:
        raise NotFoundError(f"no story {story_id!r} is stored")  # the store's own words for one that there isn't
    if need is not Need.READ and share.role is Role.READER:
        raise DeniedError("you may read this story, but not change it; ask an admin to let you edit it")
    if need is Need.OWN and not share.owns:
        raise DeniedError("only who made this story, or an admin, may delete it; you may change it")


def _check_editor(person: User) -> None:
    if person.role is Role.READER:
        raise DeniedError("readers can't add anything; ask an admin to make you an editor")


def _check_job(person: User, job_id: str) -> None:
    if person.role is not Role.ADMIN and _store().jobs.job(job_id).who != person.name:
        raise NotFoundError(f"there is no job {job_id!r}")


def _known() -> User | None:
    """Whose token or cookie came with the request."""
    keys = _store().keys
    if (given := request.authorization) is not None:
        return keys.bearer(given.token) if given.type == "bearer" and given.token else None
    secret = request.cookies.get(cookie_name())
    return keys.session(secret) if secret else None


def _for_templates() -> dict[str, object]:
    """What pages show or leave out; asked only where a page wants to know."""
    story_id = (request.view_args or {}).get("story_id")
    person = user()
    return {
        "user": person,
        "may_add": lambda: may(Need.CREATE),
        "may_edit": lambda: may(Need.EDIT, story_id) if story_id else may(Need.CREATE),
        "may_delete": lambda: may(Need.OWN, story_id),
        "is_admin": person is not None and person.role is Role.ADMIN,
    }


def _store() -> Store:
    found: Store = current_app.extensions["dateline-store"]
    return found
