"""What the server tells of itself."""

from __future__ import annotations

import json
import logging

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from timeline.cli.logs import JsonLines
from timeline.store import Role, Store
from web import create_app

ARTICLE = "Quince Harvest\n\nQuinces were picked in Arden on May 1, 2020."


def test_every_request_is_one_line_of_json_without_a_word_of_the_article(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", "dateline.requests"):
        answer = client.post("/add", data={"text": ARTICLE})
        client.get("/stories/quince-harvest?text=quinces")
    lines = [json.loads(JsonLines().format(record)) for record in caplog.records if record.name == "dateline.requests"]
    posted, shown = lines
    assert {k: posted[k] for k in ("level", "method", "route", "status", "user")} == {
        "level": "info",
        "method": "POST",
        "route": "/add",
        "status": 303,
        "user": "",
    }
    assert posted["request"] == answer.headers["X-Request-ID"]
    assert posted["duration_ms"] >= 0
    assert shown["route"] == "/stories/<story_id>"
    assert "uince" not in json.dumps(lines)


def test_a_name_and_no_password_is_logged(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    store.people.add("ada", Role.ADMIN, "correct horse battery")
    app = create_app(store)
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    with caplog.at_level("DEBUG"):
        client.post("/login", data={"name": "ada", "password": "correct horse battery"})
        client.get("/")
    told = "\n".join(JsonLines().format(record) for record in caplog.records)
    assert '"user": "ada"' in told
    cookie = client.get_cookie("dateline", domain="localhost")
    assert cookie is not None
    assert "horse" not in told
    assert cookie.value not in told


def test_an_exception_is_logged_by_its_kind_and_place_alone() -> None:
    try:
        raise ValueError("Quinces were picked")
    except ValueError as error:
        record = logging.LogRecord(
            "dateline", logging.ERROR, "", 1, "failed", (), (type(error), error, error.__traceback__)
        )
    told = json.loads(JsonLines().format(record))
    assert (told["error"], told["level"]) == ("ValueError", "error")
    assert "test_observing.py" in told["places"][0]
    assert "Quinces" not in json.dumps(told)


def test_a_log_line_can_not_be_broken_by_what_was_asked(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", "dateline.requests"):
        client.get("/nope%0A%7B%22forged%22:1%7D")
    (line,) = (JsonLines().format(record) for record in caplog.records if record.name == "dateline.requests")
    assert "\n" not in line
    assert json.loads(line)["route"] == "none"


def test_the_figures_count_requests_by_route_and_never_by_story(client: FlaskClient) -> None:
    for address in ("/", "/", "/stories/lowen-harbour", "/nope"):
        client.get(address)
    client.open("/", method="BREW")
    families = {f.name: f for f in text_string_to_metric_families(client.get("/metrics").text)}
    counted = {
        (s.labels["method"], s.labels["route"], s.labels["status"]): s.value
        for s in families["dateline_requests"].samples
        if s.name.endswith("_total")
    }
    assert counted == {
        ("GET", "/", "200"): 2,
        ("GET", "/stories/<story_id>", "200"): 1,
        ("GET", "none", "404"): 1,
        ("other", "none", "405"): 1,
    }
    assert "dateline_request_seconds" in families


def test_the_figures_are_for_admins(store: Store) -> None:
    store.people.add("ada", Role.ADMIN, "correct horse battery")
    bea = store.people.add("bea", Role.EDITOR, "correct horse battery")
    client = create_app(store).test_client()

    def status(token: str) -> int:
        return client.get("/metrics", headers={"Authorization": f"Bearer {token}"}).status_code

    assert status(store.keys.add_token(store.people.find("ada"), "prometheus")) == 200
    assert status(store.keys.add_token(bea, "prometheus")) == 403
    assert status("nonsense") == 401
