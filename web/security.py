"""The headers that keep a page from loading, running or sending what is not its own."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, request
from flask.sessions import SecureCookieSessionInterface
from werkzeug.exceptions import Forbidden

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

CHARTED = POLICY | {"style-src": "'self' 'unsafe-inline'", "img-src": "'self' data: blob:"}
"""plotly places its chart with style attributes, and makes a PNG of a picture in the browser's memory."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Frame-Options": "DENY",
}


YEAR = 365 * 24 * 3600  # seconds


class FormSession(SecureCookieSessionInterface):
    """Where the forms' token is kept: a signed cookie, which by https goes by https alone."""

    def get_cookie_secure(self, app: Flask) -> bool:
        """Whether the browser may send it by https only."""
        return request.is_secure


def headers(response: Response) -> Response:
    """The response with its protective headers; what comes from the store is not kept unasked."""
    policy = CHARTED if request.endpoint == "pages.timeline" else POLICY
    response.headers["Content-Security-Policy"] = "; ".join(f"{k} {v}" for k, v in policy.items())
    response.headers.update(HEADERS)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = f"max-age={YEAR}"
    if request.endpoint not in ("static", "pages.plotly_js"):
        tagged = response.get_etag()[0] and (request.endpoint or "").startswith("api.")
        response.headers["Cache-Control"] = "private, no-cache" if tagged else "no-store"
    return response


def refuse_other_sites() -> None:
    """Raise Forbidden for a form that another site's page sends: browsers tell which one, programs tell nothing."""
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site", "none")
    if site not in ("same-origin", "none") or (origin is not None and urlsplit(origin).netloc != request.host):
        raise Forbidden("This form comes from another site.")
