"""People in the API: one's account and tokens, everyone's accounts, and who was given a story."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from timeline.store import Role, Store
from timeline.store.keys import TRIES_OF_AN_ACCOUNT
from web import schemas

PASSWORD = "correct horse battery"
API = "/api/v1"
SHARES = f"{API}/stories/lowen-harbour/shares"


class Asker:
    """A program that sends somebody's token."""

    def __init__(self, app: Flask, store: Store, name: str) -> None:
        self._client = app.test_client()
        self._headers = {"Authorization": f"Bearer {store.keys.add_token(store.people.find(name), 'test')}"}

    def ask(self, method: str, path: str, **more: Any) -> Any:
        headers = self._headers | more.pop("headers", {})
        return self._client.open(f"{API}{path}", method=method, headers=headers, **more)


@pytest.fixture
def team(store: Store) -> Store:
    for name, role in {"ada": Role.ADMIN, "bea": Role.EDITOR, "cem": Role.READER}.items():
        store.people.add(name, role, PASSWORD)
    return store


@pytest.fixture
def ada(app: Flask, team: Store) -> Asker:
    return Asker(app, team, "ada")


@pytest.fixture
def bea(app: Flask, team: Store) -> Asker:
    return Asker(app, team, "bea")


def test_an_account_is_made_changed_and_closed(ada: Asker, team: Store) -> None:
    made = ada.ask("POST", "/people", json={"name": " Dan  Öz ", "role": "reader", "password": PASSWORD})
    assert made.status_code == 201
    dan = schemas.PersonShape.model_validate_json(made.data)
    assert (dan.name, dan.role) == ("Dan Öz", "reader")
    assert ada.ask("GET", f"/people/{dan.id}").get_json() == made.get_json()
    session = team.keys.login("dan öz", PASSWORD, "")
    changed = ada.ask("PATCH", f"/people/{dan.id}", json={"role": "editor"})
    assert changed.get_json()["role"] == team.people.find("dan öz").role == "editor"
    assert team.keys.session(session) is not None
    assert ada.ask("PATCH", f"/people/{dan.id}", json={"password": "another " + PASSWORD}).status_code == 200
    assert team.keys.session(session) is None
    assert (closed := ada.ask("DELETE", f"/people/{dan.id}")).status_code == 204
    assert closed.data == b""
    assert [p["name"] for p in ada.ask("GET", "/people").get_json()["people"]] == ["ada", "bea", "cem"]
    assert ada.ask("GET", "/people?limit=1&offset=1").get_json()["people"][0]["name"] == "bea"


REFUSED = [
    ("POST", "/people", {"name": "dan", "role": "reader", "password": "short"}, 400),
    ("POST", "/people", {"name": " ", "role": "reader", "password": PASSWORD}, 400),
    ("POST", "/people", {"name": "dan", "role": "owner", "password": PASSWORD}, 400),
    ("POST", "/people", {"name": "ADA", "role": "admin", "password": PASSWORD}, 409),
    ("PATCH", "/people/1", {}, 400),
    ("PATCH", "/people/1", {"role": None}, 400),
    ("PATCH", "/people/1", {"role": "reader"}, 409),  # the only admin
    ("PATCH", "/people/99", {"role": "reader"}, 404),
    ("DELETE", "/people/1", None, 409),
    ("DELETE", "/people/99999999999999999999", None, 404),
    ("GET", "/people/0", None, 404),
    ("PUT", "/stories/lowen-harbour/shares/99", {"role": "reader"}, 404),
    ("PUT", "/stories/lowen-harbour/shares/2", {"role": "admin"}, 400),
    ("PUT", "/stories/nope/shares/2", {"role": "reader"}, 404),
    ("DELETE", "/stories/lowen-harbour/shares/2", None, 404),
    ("DELETE", "/account/tokens/99", None, 404),
]


@pytest.mark.parametrize(("method", "path", "body", "status"), REFUSED)
def test_what_can_not_be_done_with_people_is_said(
    ada: Asker, team: Store, method: str, path: str, body: object, status: int
) -> None:
    before = team.people.all()
    answer = ada.ask(method, path, json=body)
    assert answer.status_code == status, answer.text
    assert schemas.Failure.model_validate_json(answer.data).error.message.endswith(".")
    assert team.people.all() == before


def test_a_story_is_given_and_hidden_again(ada: Asker, bea: Asker, team: Store) -> None:
    story, number = "/stories/lowen-harbour", team.people.find("bea").id
    assert bea.ask("GET", story).status_code == 404
    given = ada.ask("PUT", f"{story}/shares/{number}", json={"role": "reader"})
    assert (given.status_code, given.get_json()) == (
        200,
        {"id": number, "name": "bea", "role": "reader", "owns": False},
    )
    assert bea.ask("GET", story).status_code == 200
    assert bea.ask("DELETE", story).status_code == 403
    ada.ask("PUT", f"{story}/shares/{number}", json={"role": "editor"})
    assert ada.ask("GET", f"{story}/shares").get_json()["shares"] == [given.get_json() | {"role": "editor"}]
    assert ada.ask("DELETE", f"{story}/shares/{number}").status_code == 204
    assert ada.ask("GET", f"{story}/shares/{number}").status_code == 404
    assert bea.ask("GET", story).status_code == 404


def test_a_story_is_deleted_by_its_maker_and_by_admins_not_by_whom_it_was_given_to(
    ada: Asker, bea: Asker, team: Store
) -> None:
    team.shares.give("lowen-harbour", "bea", Role.EDITOR)
    own = bea.ask("POST", "/stories", json={"title": "Floods"}).get_json()["story_id"]
    refused = bea.ask("DELETE", "/stories/lowen-harbour")
    assert (refused.status_code, "only who made this story" in refused.text.lower()) == (403, True)
    assert bea.ask("DELETE", "/stories/evil").status_code == 404
    assert bea.ask("DELETE", f"/stories/{own}").status_code == 204
    assert ada.ask("DELETE", "/stories/lowen-harbour").status_code == 204
    assert [s.id for s in team.stories()] == ["evil"]


# --- one's own account ------------------------------------------------------------------------------------------------


def test_a_token_is_made_with_the_password_and_revoked(app: Flask, bea: Asker, team: Store) -> None:
    assert bea.ask("GET", "/account").get_json() == {"id": 2, "name": "bea", "role": "editor"}
    made = bea.ask("POST", "/account/tokens", json={"name": "nightly", "password": PASSWORD})
    assert made.status_code == 201
    token = schemas.TokenMade.model_validate_json(made.data)
    client, headers = app.test_client(), {"Authorization": f"Bearer {token.token}"}
    assert client.get(f"{API}/account", headers=headers).status_code == 200
    listed = bea.ask("GET", "/account/tokens")
    assert [t["name"] for t in listed.get_json()["tokens"]] == ["test", "nightly"]
    assert token.token not in listed.text
    assert bea.ask("DELETE", f"/account/tokens/{token.id}").status_code == 204
    assert client.get(f"{API}/account", headers=headers).status_code == 401


def test_a_token_that_was_found_makes_no_other_and_guesses_no_password(bea: Asker, team: Store) -> None:
    sent = {"name": "mine too", "password": "wrong"}
    answers = [bea.ask("POST", "/account/tokens", json=sent).status_code for _ in range(TRIES_OF_AN_ACCOUNT + 1)]
    assert answers == [403] * TRIES_OF_AN_ACCOUNT + [429]
    late = bea.ask("PUT", "/account/password", json={"current": PASSWORD, "password": "another " + PASSWORD})
    assert late.status_code == 429
    assert int(late.headers["Retry-After"]) > 0
    assert [t.name for t in team.keys.tokens(team.people.find("bea"))] == ["test"]


def test_somebody_elses_token_can_be_neither_seen_nor_revoked(app: Flask, ada: Asker, bea: Asker, team: Store) -> None:
    (hers,) = team.keys.tokens(team.people.find("ada"))
    assert bea.ask("DELETE", f"/account/tokens/{hers.id}").status_code == 404
    assert team.keys.tokens(team.people.find("ada")) == (hers,)


def test_a_password_is_replaced_by_whoever_knows_it(bea: Asker, team: Store) -> None:
    session, new = team.keys.login("bea", PASSWORD, ""), "another " + PASSWORD
    assert bea.ask("PUT", "/account/password", json={"current": "wrong", "password": new}).status_code == 403
    assert bea.ask("PUT", "/account/password", json={"current": PASSWORD, "password": "short"}).status_code == 400
    assert bea.ask("PUT", "/account/password", json={"current": PASSWORD, "password": new}).status_code == 204
    assert team.keys.session(session) is None
    assert team.keys.login("bea", new, "")


def test_where_nobody_has_to_log_in_there_is_no_account_until_the_first_is_made(client: FlaskClient) -> None:
    assert client.get(f"{API}/account").status_code == 404
    assert client.get(f"{API}/people").get_json() == {"people": [], "total": 0, "limit": 100, "offset": 0}
    first = {"name": "ada", "role": "editor", "password": PASSWORD}
    assert client.post(f"{API}/people", json=first).status_code == 409
    assert client.post(f"{API}/people", json=first | {"role": "admin"}).status_code == 201
    assert client.get(f"{API}/people").status_code == 401


def test_the_description_says_who_may_call(app: Flask, client: FlaskClient, store: Store) -> None:
    free = client.get(f"{API}/openapi.json").get_json()
    assert free["security"] == [{"token": []}, {"session": []}, {}]
    store.people.add("ada", Role.ADMIN, PASSWORD)
    told = Asker(app, store, "ada").ask("GET", "/openapi.json").get_json()
    assert told["security"] == [{"token": []}, {"session": []}]
    assert told["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    calls = {c["operationId"]: c for path in told["paths"].values() for c in path.values()}
    assert len(calls) == sum(len(path) for path in told["paths"].values())
    for status, name in {"403": "add_person", "404": "article", "412": "set_verdict", "429": "add_token"}.items():
        assert status in calls[name]["responses"], name
    assert all("401" in call["responses"] for call in calls.values())
    assert "403" not in calls["list_stories"]["responses"]
