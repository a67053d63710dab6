"""What the server tells of itself: a line of log and figures for each request. Never a word of an article."""

from __future__ import annotations

import logging
import os
from time import perf_counter
from uuid import uuid4

from flask import Blueprint, Flask, Response, current_app, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, Info, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from timeline import __version__

LOG = logging.getLogger("dateline.requests")
METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")
SHARED = "PROMETHEUS_MULTIPROC_DIR"  # where prometheus_client keeps the figures of several processes

blueprint = Blueprint("observing", __name__)


class Figures:
    """What is counted."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self.requests = Counter("dateline_requests", "Requests answered.", labels, registry=self.registry)
        self.seconds = Histogram("dateline_request_seconds", "Time to answer.", ("route",), registry=self.registry)
        if SHARED not in os.environ:  # an Info can't be shared by processes
            Info("dateline", "The program.", registry=self.registry).info({"version": __version__})

    def page(self) -> bytes:
        """All figures in Prometheus's text format, of all processes."""
        if SHARED not in os.environ:
            return generate_latest(self.registry)
        everybodys = CollectorRegistry()
        MultiProcessCollector(everybodys)  # type: ignore[no-untyped-call]
        return generate_latest(everybodys)


def register(app: Flask) -> None:
    """Watch every request."""
    app.extensions["dateline-figures"] = Figures()
    app.before_request(_begin)
    app.after_request(_end)


@blueprint.get("/metrics")
def metrics() -> Response:
    """The figures, for Prometheus."""
    return Response(_figures().page(), content_type=CONTENT_TYPE_LATEST)


def request_id() -> str:
    """What the log calls this request; the answer tells it too."""
    found: str = g.get("request_id", "")
    return found


def _begin() -> None:
    g.request_id, g.began = uuid4().hex[:16], perf_counter()


def _end(response: Response) -> Response:
    took = perf_counter() - g.get("began", perf_counter())
    route = request.url_rule.rule if request.url_rule else "none"
    method = request.method if request.method in METHODS else "other"
    figures = _figures()
    figures.requests.labels(method, route, response.status_code).inc()
    figures.seconds.labels(route).observe(took)
    fields = {
        "request": request_id(),
        "user": person.name if (person := g.get("user")) else "",
        "address": request.remote_addr,
        "method": method,
        "route": route,
        "status": response.status_code,
        "duration_ms": round(took * 1000, 1),
    }
    LOG.info("answered", extra={"fields": fields})
    response.headers["X-Request-ID"] = request_id()
    return response


def _figures() -> Figures:
    found: Figures = current_app.extensions["dateline-figures"]
    return found
