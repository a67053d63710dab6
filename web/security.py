"""The headers that keep a page from loading, running or sending what is not its own."""

from __future__ import annotations

from flask import Response, request

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

CHARTED = POLICY | {"style-src": "'self' 'unsafe-inline'"}
"""plotly places its chart with style attributes."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Frame-Options": "DENY",
}


YEAR = 365 * 24 * 3600  # seconds


def headers(response: Response) -> Response:
    """The response with its protective headers; what is made from the store is not kept by caches."""
    policy = CHARTED if request.endpoint == "pages.timeline" else POLICY
    response.headers["Content-Security-Policy"] = "; ".join(f"{k} {v}" for k, v in policy.items())
    response.headers.update(HEADERS)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = f"max-age={YEAR}"
    if request.endpoint not in ("static", "pages.plotly_js"):
        response.headers["Cache-Control"] = "no-store"
    return response
