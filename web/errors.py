"""Every failure in one place: a page with one clear sentence for people, one shape of JSON for programs."""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, current_app, g, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError  # type: ignore[import-untyped]
from werkzeug.exceptions import HTTPException, SecurityError

from timeline.errors import (
    ConflictError,
    DeniedError,
    FormatError,
    InputError,
    LoginError,
    NotFoundError,
    ThrottledError,
    TimelineError,
)
from web import observing

STATUS: dict[type[TimelineError], int] = {
    InputError: 400,
    LoginError: 401,
    DeniedError: 403,
    NotFoundError: 404,
    FormatError: 404,
    ConflictError: 409,
    ThrottledError: 429,
}

HEADLINES = {
    400: "That can’t be read",
    401: "Not logged in",
    403: "Not allowed",
    404: "Not found",
    405: "Not that way",
    409: "That contradicts what is stored",
    413: "Too large",
    415: "Not that kind of content",
    422: "That can’t be read",
    429: "Too many tries",
    500: "Something broke",
}

SENTENCES = {
    404: "There is no page at this address.",
    413: "What is sent at once may be at most {most} MB; this is larger.",
    500: "Dateline could not answer. Nothing was changed; the server’s log says what happened.",
}
"""Said in the place of werkzeug's own words."""

EXPIRED = "This form is no longer valid, because the server was started again or cookies are off. Send it once more."

FORMS = {
    "accounts.add_person": "accounts.people",
    "accounts.add_token": "accounts.account",
    "accounts.change_password": "accounts.account",
    "accounts.change_person": "accounts.people",
    "accounts.give_story": "accounts.sharing",
    "accounts.log_in": "accounts.login_form",
    "accounts.revoke_token": "accounts.account",
    "accounts.take_story": "accounts.sharing",
    "pages.add_article": "pages.add_form",
    "pages.import_story": "pages.add_form",
}
"""What a form is sent to, and the page it stands on: that is shown again, filled in, when the form can't be taken."""

REFUSED = (400, 401, 404, 409, 429)
"""What the sender can mend, so that the form is shown again."""


def register(app: Flask) -> None:
    """Answer every failure of the application here."""
    app.register_error_handler(TimelineError, _mendable)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)
    app.context_processor(lambda: {"refused": g.get("refused", "")})


def answer(status: int, code: str, message: str) -> Response:
    """The failure as JSON for the API, else as a page."""
    if request.path.startswith("/api/"):
        response = jsonify(error={"code": code, "message": message})
    else:
        again = _form_again(message) if status in REFUSED else None
        title = HEADLINES.get(status, HTTPStatus(status).phrase)
        response = again or make_response(render_template("error.html", title=title, problem=message, status=status))
    response.status_code = status
    return response


def _form_again(message: str) -> Response | None:
    """The page with the form that was sent, saying what is wrong with it; None where there is none."""
    view = current_app.view_functions.get(FORMS.get(request.endpoint or "", ""))
    if view is None:
        return None
    g.refused = message
    try:
        return make_response(view(**(request.view_args or {})))
    except NotFoundError:  # what the page is about is gone
        g.refused = ""
        return None


def _mendable(error: TimelineError) -> Response:
    status = next((s for kind, s in STATUS.items() if isinstance(error, kind)), 400)
    response = answer(status, error.code, sentence(str(error)))
    if isinstance(error, LoginError):
        response.headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, ThrottledError):
        response.headers["Retry-After"] = str(error.wait_s)
    return response


def _http(error: HTTPException) -> Response:
    if error.response is not None or (error.code or 500) < 400:
        return make_response(error.get_response())
    if isinstance(error, SecurityError):  # a host that is not trusted: there is no address to build a page with
        return Response(sentence(error.description or ""), 400, mimetype="text/plain")
    status = error.code or 500
    most = (current_app.config["MAX_CONTENT_LENGTH"] or 0) // 1_000_000
    if isinstance(error, CSRFError):
        return answer(status, "expired", EXPIRED)
    says = SENTENCES.get(status, error.description or error.name).format(most=most)
    response = answer(status, error.name.lower().replace(" ", "-"), sentence(says))
    response.headers.extend(h for h in error.get_headers() if h[0] == "Allow")
    return response


def _unexpected(error: Exception) -> Response:
    fields = {"request": observing.request_id(), "route": request.url_rule.rule if request.url_rule else "none"}
    current_app.logger.error("failed", exc_info=error, extra={"fields": fields})
    return answer(500, "internal", SENTENCES[500])


def sentence(message: str) -> str:
    """With a capital and a full stop, as errors of the library have neither."""
    text = message.strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…")) else text + "."
