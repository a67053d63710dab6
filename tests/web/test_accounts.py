"""Logging in and out, one's account, and everyone's."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from timeline.store import Role, Store
from timeline.store.keys import TRIES_OF_AN_ACCOUNT
from web import create_app

PASSWORD = "correct horse battery"
HTTPS = "https://dateline.example"


@pytest.fixture
def store(store: Store) -> Store:
    store.people.add("ada", Role.ADMIN, PASSWORD)
    store.people.add("cem", Role.READER, PASSWORD)
    return store


def log_in(client: FlaskClient, name: str = "ada", password: str = PASSWORD) -> TestResponse:
    return client.post("/login", data={"name": name, "password": password})


def cookie(client: FlaskClient, name: str = "dateline") -> str:
    found = client.get_cookie(name, domain="localhost")
    return found.value if found else ""


def test_whoever_logs_in_is_sent_where_they_wanted_to_go(client: FlaskClient) -> None:
    asked = client.get("/stories/lowen-harbour?sort=title")
    assert asked.headers["Location"] == "/login?next=/stories/lowen-harbour?sort%3Dtitle"
    assert 'value="/stories/lowen-harbour?sort=title"' in client.get(asked.headers["Location"]).text
    answer = client.post("/login", data={"name": "ada", "password": PASSWORD, "next": "/stories/lowen-harbour"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/stories/lowen-harbour")
    assert client.get("/stories/lowen-harbour").status_code == 200


@pytest.mark.parametrize(
    "wanted",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "/\\[",
        "//[",
        "javascript:alert(1)",
        "/a\r\nb",
        "",
    ],
)
def test_a_login_leads_nowhere_else(client: FlaskClient, wanted: str) -> None:
    answer = client.post("/login", data={"name": "ada", "password": PASSWORD, "next": wanted})
    assert answer.headers["Location"] == "/"


def test_a_wrong_name_and_a_wrong_password_are_told_alike(client: FlaskClient) -> None:
    answers = [client.post("/login", data={"name": name, "password": "wrong"}) for name in ("ada", "nobody")]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert len({re.sub(r'value="[^"]*"', "", answer.text) for answer in answers}) == 1
    assert "The name or the password is wrong." in answers[0].text
    assert cookie(client) == ""


@pytest.mark.parametrize("name", ["ada", "nobody"])
def test_guessing_is_slowed_down_whether_or_not_there_is_such_a_person(client: FlaskClient, name: str) -> None:
    for _ in range(TRIES_OF_AN_ACCOUNT):
        assert client.post("/login", data={"name": name, "password": "wrong"}).status_code == 401
    answer = client.post("/login", data={"name": name, "password": PASSWORD})
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert "Too many tries to log in" in answer.text


def test_a_session_has_another_key_after_each_login_and_none_after_the_logout(
    client: FlaskClient, store: Store
) -> None:
    log_in(client)
    first = cookie(client)
    log_in(client)
    second = cookie(client)
    assert first != second
    assert store.keys.session(first) is None
    assert client.post("/logout").status_code == 303
    assert store.keys.session(second) is None
    assert client.get("/").status_code == 303


def test_a_session_key_that_somebody_planted_is_not_taken_up(client: FlaskClient) -> None:
    client.set_cookie("dateline", "planted", domain="localhost")
    assert client.get("/").status_code == 303
    log_in(client)
    assert cookie(client) not in ("planted", "")


def test_the_cookie_can_not_be_read_by_scripts_nor_sent_by_other_sites(client: FlaskClient) -> None:
    plain = client.post("/login", data={"name": "ada", "password": PASSWORD}).headers.getlist("Set-Cookie")
    assert any(c.startswith("dateline=") and "HttpOnly" in c and "SameSite=Lax" in c for c in plain)
    safe = client.post("/login", data={"name": "ada", "password": PASSWORD}, base_url=HTTPS)
    (sent,) = (c for c in safe.headers.getlist("Set-Cookie") if c.startswith("__Host-dateline="))
    assert all(f"; {word}" in sent for word in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"))
    assert safe.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_a_server_for_others_takes_passwords_by_https_alone(store: Store) -> None:
    app = create_app(store, login=True, secure_only=True)
    app.config["WTF_CSRF_ENABLED"] = False
    sent = {"name": "ada", "password": PASSWORD}
    refused = app.test_client().post("/login", data=sent)
    assert refused.status_code == 403
    assert "by https" in refused.text
    assert app.test_client().post("/login", data=sent, base_url=HTTPS).status_code == 303


def test_a_form_is_taken_by_https_with_its_token_and_not_without(store: Store) -> None:
    client = create_app(store).test_client()
    sent = {"name": "ada", "password": PASSWORD}
    assert client.post("/login", data=sent, base_url=HTTPS).status_code == 400
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/login", base_url=HTTPS).text)
    assert token
    assert client.post("/login", data=sent | {"csrf_token": token[1]}, base_url=HTTPS).status_code == 303


@pytest.mark.parametrize(("proxies", "expected"), [(0, "10.9.9.9"), (1, "192.0.2.7")])
def test_a_proxy_is_believed_only_when_there_is_one(
    store: Store, caplog: pytest.LogCaptureFixture, proxies: int, expected: str
) -> None:
    client = create_app(store, proxies=proxies).test_client()
    with caplog.at_level("INFO", "dateline.requests"):
        client.get(
            "/healthz",
            headers={"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"},
            environ_base={"REMOTE_ADDR": "10.9.9.9"},
        )
    assert caplog.records[-1].fields["address"] == expected  # type: ignore[attr-defined]


def test_the_forms_own_cookie_is_safe_by_https_too(client: FlaskClient) -> None:
    (sent,) = client.get("/login", base_url=HTTPS).headers.getlist("Set-Cookie")
    assert all(f"; {word}" in sent for word in ("Secure", "HttpOnly", "SameSite=Lax"))
    (plain,) = client.get("/login").headers.getlist("Set-Cookie")
    assert "Secure" not in plain


# --- one's own account ------------------------------------------------------------------------------------------------


def test_a_password_is_changed_by_whoever_knows_it_and_ends_the_other_sessions(app: Flask, client: FlaskClient) -> None:
    other = app.test_client()
    log_in(client)
    log_in(other)
    wrong = client.post("/account/password", data={"current": "wrong", "password": "another " + PASSWORD})
    assert wrong.status_code == 400
    assert "The current password is wrong." in wrong.text
    short = client.post("/account/password", data={"current": PASSWORD, "password": "short"})
    assert short.status_code == 400
    right = client.post("/account/password", data={"current": PASSWORD, "password": "another " + PASSWORD})
    assert right.status_code == 303
    assert client.get(right.headers["Location"]).status_code == 200
    assert other.get("/").status_code == 303


def test_a_token_is_shown_once_and_can_be_revoked(app: Flask, client: FlaskClient) -> None:
    log_in(client, "cem")
    made = client.post("/account/tokens", data={"name": "<b>nightly</b>"})
    found = re.search(r"dateline_[\w-]{40,}", made.text)
    assert made.status_code == 201
    assert found
    headers = {"Authorization": f"Bearer {found[0]}"}
    assert app.test_client().get("/api/v1/stories", headers=headers).status_code == 200
    page = client.get("/account").text
    assert found[0] not in page
    assert "&lt;b&gt;nightly" in page
    assert client.post("/account/tokens/revoke", data={"name": "<b>nightly</b>"}).status_code == 303
    assert app.test_client().get("/api/v1/stories", headers=headers).status_code == 401


# --- everyone's -------------------------------------------------------------------------------------------------------

HOSTILE = ['<script>alert("x")</script>', "'\"><img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "=cmd()"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_text_on_every_page(client: FlaskClient, name: str) -> None:
    log_in(client)
    assert client.post("/people", data={"name": name, "role": "editor", "password": PASSWORD}).status_code == 303
    client.post("/stories/lowen-harbour/people", data={"name": name, "role": "reader"})
    for address in ("/people", "/stories/lowen-harbour/people"):
        page = client.get(address).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    client.post("/logout")
    log_in(client, name)
    assert "<script>alert" not in client.get("/").text


def test_an_admin_gives_and_closes_accounts(app: Flask, client: FlaskClient, store: Store) -> None:
    log_in(client)
    assert client.post("/people", data={"name": "dan", "role": "editor", "password": PASSWORD}).status_code == 303
    assert client.post("/people", data={"name": "DAN", "role": "editor", "password": PASSWORD}).status_code == 409
    assert client.post("/people/change", data={"name": "dan", "change": "role", "role": "reader"}).status_code == 303
    assert store.people.find("dan").role is Role.READER
    again = {"name": "dan", "change": "password", "password": "another " + PASSWORD}
    assert client.post("/people/change", data=again).status_code == 303
    assert log_in(app.test_client(), "dan", "another " + PASSWORD).status_code == 303
    assert client.post("/people/change", data={"name": "dan", "change": "remove"}).status_code == 303
    assert client.post("/people/change", data={"name": "ada", "change": "remove"}).status_code == 409
    assert client.post("/people/change", data={"name": "cem", "change": "rename"}).status_code == 400
    assert [user.name for user in store.people.all()] == ["ada", "cem"]


# --- what can't be taken ----------------------------------------------------------------------------------------------

SHORT, LONG = "horse", "another " + PASSWORD
REFUSED = [  # sent to, with, answered by, on the page of this title, says, keeps
    (
        "/account/password",
        {"current": "wrong", "password": LONG},
        400,
        "Your account",
        "The current password is wrong.",
        "",
    ),
    ("/account/password", {"current": PASSWORD, "password": SHORT}, 400, "Your account", "has 12 to", ""),
    ("/account/tokens", {"name": " "}, 400, "Your account", "A token needs a name", ""),
    ("/account/tokens", {"name": "nightly"}, 409, "Your account", "has a token", 'value="nightly"'),
    ("/account/tokens/revoke", {"name": "none"}, 404, "Your account", "has no token", ""),
    ("/people", {"name": "dan", "role": "editor", "password": SHORT}, 400, "People", "has 12 to", 'value="dan"'),
    (
        "/people",
        {"name": "CEM", "role": "editor", "password": LONG},
        409,
        "People",
        "already",
        "<option selected>editor",
    ),
    ("/people", {"name": "dan", "role": "boss", "password": LONG}, 400, "People", "choose from", 'value="dan"'),
    ("/people/change", {"name": "cem", "change": "password", "password": SHORT}, 400, "People", "has 12 to", ""),
    ("/people/change", {"name": "ada", "change": "role", "role": "reader"}, 409, "People", "the only admin", ""),
    ("/people/change", {"name": "dan", "change": "remove"}, 404, "People", "Nobody has the account", ""),
    ("/stories/lowen-harbour/people", {"name": "cem", "role": "boss"}, 400, "Who sees", "choose from", "selected>cem"),
    ("/stories/lowen-harbour/people/take", {"name": "dan"}, 404, "Who sees", "Nobody has the account", ""),
    ("/stories/nowhere/people", {"name": "cem", "role": "boss"}, 400, "That can’t be read", "choose from", ""),
]


@pytest.mark.parametrize(("address", "sent", "status", "title", "says", "keeps"), REFUSED)
def test_a_form_that_is_refused_stands_there_again_with_the_reason(
    client: FlaskClient,
    store: Store,
    address: str,
    sent: dict[str, str],
    status: int,
    title: str,
    says: str,
    keeps: str,
) -> None:
    log_in(client)
    store.keys.add_token(store.people.find("ada"), "nightly")
    answer = client.post(address, data=sent)
    assert answer.status_code == status
    assert re.search(f"<title>(Error: )?{title}", answer.text)
    assert says in answer.text
    assert keeps in answer.text
    assert answer.text.count('role="alert"') == ("Error: " in answer.text)
    assert SHORT not in answer.text
    assert LONG not in answer.text


def test_a_pause_after_many_wrong_passwords_is_told_at_the_form_too(client: FlaskClient) -> None:
    log_in(client)
    for _ in range(TRIES_OF_AN_ACCOUNT):
        client.post("/account/password", data={"current": "wrong", "password": LONG})
    answer = client.post("/account/password", data={"current": PASSWORD, "password": LONG})
    assert (answer.status_code, answer.text.count('role="alert"')) == (429, 1)
    assert int(answer.headers["Retry-After"]) > 0
    assert "Error: Your account" in answer.text
