"""Logging in and out, one's own account, everyone's accounts, and who was given a story."""

from __future__ import annotations

from flask import Blueprint, current_app, make_response, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from timeline.errors import DeniedError, InputError
from timeline.store import Role
from timeline.store.keys import SESSION_S
from web import access
from web.pages import shown_story, store

PLAIN_HTTP = (
    "logging in needs an encrypted connection: open this page by https, or, in a network that you trust, "
    "start the server with --plain-http"
)

blueprint = Blueprint("accounts", __name__)


@blueprint.get("/login")
def login_form() -> str:
    """The form to log in."""
    return render_template("login.html", next=request.args.get("next", ""))


@blueprint.post("/login")
def log_in() -> Response:
    """Begin a session, whose key no earlier one had."""
    if current_app.config["SECURE_ONLY"] and not request.is_secure:
        raise DeniedError(PLAIN_HTTP)
    keys, old = store().keys, request.cookies.get(access.cookie_name())
    secret = keys.login(request.form.get("name", ""), request.form.get("password", ""), request.remote_addr or "")
    if old:
        keys.logout(old)
    session.clear()  # the form's token is another one from here on
    return _with_cookie(redirect(own_path(request.form.get("next", "")), 303), secret)


@blueprint.post("/logout")
def log_out() -> Response:
    """End the session."""
    if secret := request.cookies.get(access.cookie_name()):
        store().keys.logout(secret)
    session.clear()
    response = redirect(url_for("accounts.login_form"), 303)
    response.delete_cookie(access.cookie_name(), secure=request.is_secure, httponly=True, samesite="Lax")
    return response


@blueprint.get("/account")
def account() -> str:
    """One's own account: password and API tokens."""
    return _account()


@blueprint.post("/account/password")
def change_password() -> Response:
    """Replace one's password; every other session of the account ends."""
    me, form = access.me(), request.form
    keys, address = store().keys, request.remote_addr or ""
    try:
        keys.confirm(me.name, form.get("current", ""), address)
    except DeniedError as error:
        raise InputError(str(error)) from None
    store().people.set_password(me.name, form.get("password", ""))
    secret = keys.login(me.name, form.get("password", ""), address)
    return _with_cookie(redirect(url_for("accounts.account", changed=1), 303), secret)


@blueprint.post("/account/tokens")
def add_token() -> Response:
    """Make an API token and show it, this once."""
    secret = store().keys.add_token(access.me(), request.form.get("name", ""))
    return make_response(_account(secret=secret), 201)


@blueprint.post("/account/tokens/revoke")
def revoke_token() -> Response:
    """End an API token."""
    store().keys.revoke_token(access.me(), request.form.get("name", ""))
    return redirect(url_for("accounts.account"), 303)


@blueprint.get("/people")
def people() -> str:
    """Everyone who has an account."""
    return render_template("people.html", people=store().people.all(), roles=list(Role))


@blueprint.post("/people")
def add_person() -> Response:
    """Give somebody an account."""
    form = request.form
    store().people.add(form.get("name", ""), _role(form.get("role", "")), form.get("password", ""))
    return redirect(url_for("accounts.people"), 303)


@blueprint.post("/people/change")
def change_person() -> Response:
    """Give an account another role or password, or close it."""
    form, name = request.form, request.form.get("name", "")
    match form.get("change"):
        case "role":
            store().people.set_role(name, _role(form.get("role", "")))
        case "password":
            store().people.set_password(name, form.get("password", ""))
        case "remove":
            store().people.remove(name)
        case other:
            raise InputError(f"no change {other!r}; choose from role, password, remove")
    return redirect(url_for("accounts.people"), 303)


@blueprint.get("/stories/<story_id>/people")
def sharing(story_id: str) -> str:
    """Who was given a story."""
    given, story = store().shares.of(story_id), shown_story(story_id)
    names = {share.name for share in given}
    others = [p for p in store().people.all() if p.name not in names and p.role is not Role.ADMIN]
    return render_template("sharing.html", story=story, shares=given, others=others, roles=(Role.READER, Role.EDITOR))


@blueprint.post("/stories/<story_id>/people")
def give_story(story_id: str) -> Response:
    """Give somebody the story."""
    role = _role(request.form.get("role", ""))
    store().shares.give(story_id, request.form.get("name", ""), role)
    return redirect(url_for("accounts.sharing", story_id=story_id), 303)


@blueprint.post("/stories/<story_id>/people/take")
def take_story(story_id: str) -> Response:
    """Hide the story from somebody."""
    store().shares.take(story_id, request.form.get("name", ""))
    return redirect(url_for("accounts.sharing", story_id=story_id), 303)


def own_path(wanted: str) -> str:
    """Where to go after the login: an address here, never elsewhere."""
    here = wanted.startswith("/") and wanted[1:2] not in ("/", "\\") and wanted.isprintable()
    return wanted if here else url_for("pages.stories")


def _account(*, secret: str = "") -> str:
    me = access.user()
    tokens = store().keys.tokens(me) if me else ()
    return render_template("account.html", tokens=tokens, secret=secret, changed="changed" in request.args)


def _role(written: str) -> Role:
    try:
        return Role(written)
    except ValueError:
        raise InputError(f"no role {written!r}; choose from {', '.join(Role)}") from None


def _with_cookie(response: Response, secret: str) -> Response:
    response.set_cookie(
        access.cookie_name(), secret, max_age=SESSION_S, secure=request.is_secure, httponly=True, samesite="Lax"
    )
    return response
