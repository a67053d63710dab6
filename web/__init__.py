"""The browser's door: HTTP in, one library call, HTTP out. `create_app(store)` is the whole interface."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from flask import Flask
from flask_wtf import CSRFProtect  # type: ignore[import-untyped]
from werkzeug.middleware.proxy_fix import ProxyFix

from timeline import articles
from timeline.store import Store, Worker
from web import (
    access,
    accounts,
    api,
    api_edits,
    api_explanations,
    api_findings,
    api_jobs,
    api_people,
    editing,
    errors,
    guide,
    jobs,
    observing,
    pages,
    panel,
    security,
    words,
)

API = (api, api_edits, api_explanations, api_findings, api_jobs, api_people)
"""Files that put their calls on one blueprint."""

MOST_UPLOADED = articles.LARGEST_DOCUMENT + 5_000_000
"""Bytes of one request: the largest file, and some small ones beside it; more is answered with 413."""


def create_app(
    store: Store,
    *,
    secret_key: bytes | None = None,
    trusted_hosts: Sequence[str] | None = None,
    most_uploaded: int = MOST_UPLOADED,
    login: bool = False,
    secure_only: bool = False,
    proxies: int = 0,
) -> Flask:
    """The application on a store.

    `secret_key` signs the forms' tokens; without one each start makes its own. `trusted_hosts` are the names that
    requests may come in under; None lets any through. With `login` everybody has to log in; without, as soon as there
    is an account. With `secure_only` nobody can log in but by https. `proxies` is how many of them stand in front, one
    behind the other, and add the headers X-Forwarded-For, -Proto and -Host; of nobody else they are believed.
    """
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=secret_key or secrets.token_bytes(32),
        TRUSTED_HOSTS=list(trusted_hosts) if trusted_hosts is not None else None,
        MAX_CONTENT_LENGTH=most_uploaded,
        MAX_FORM_MEMORY_SIZE=most_uploaded,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # it wants a Referer, which our pages tell browsers not to send
        LOGIN=login,
        SECURE_ONLY=secure_only,
    )
    app.session_interface = security.FormSession()
    app.extensions["dateline-store"] = store
    app.extensions["dateline-worker"] = Worker(store)
    app.jinja_env.globals.update(words=words, headline=panel.headline, most_uploaded=most_uploaded // 1_000_000)
    app.jinja_env.filters["sentence"] = errors.sentence
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    observing.register(app)
    access.register(app)
    guard = CSRFProtect(app)
    guard.exempt(
        api.blueprint
    )  # it takes JSON, which no form of another site can send, and looks at other forms itself
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(jobs.blueprint)
    app.register_blueprint(editing.blueprint)
    app.register_blueprint(API[0].blueprint)
    app.register_blueprint(accounts.blueprint)
    app.register_blueprint(guide.blueprint)
    app.register_blueprint(observing.blueprint)
    errors.register(app)
    app.after_request(security.headers)
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]
    return app
