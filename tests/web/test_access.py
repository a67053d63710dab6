"""Who may do what: every address, every role."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from timeline import export
from timeline.store import Role, Store, names, work_on
from web import create_app
from web.access import NEEDS, Need

PASSWORD = "correct horse battery"
HARBOUR = "/stories/lowen-harbour"
PEOPLE = {"ada": Role.ADMIN, "bea": Role.EDITOR, "cem": Role.READER, "dan": Role.EDITOR}  # dan was given nothing


@pytest.fixture
def team(store: Store) -> Store:
    for name, role in PEOPLE.items():
        store.people.add(name, role, PASSWORD)
    store.shares.give("lowen-harbour", "bea", Role.EDITOR)
    store.shares.give("lowen-harbour", "cem", Role.EDITOR)
    return store


@pytest.fixture
def app(team: Store) -> Flask:
    app = create_app(team)
    app.config["WTF_CSRF_ENABLED"] = False
    return app


@pytest.fixture
def as_(app: Flask) -> Callable[[str], FlaskClient]:
    """A browser in which somebody has logged in; nobody for an empty name."""

    def logged_in(name: str) -> FlaskClient:
        client = app.test_client()
        if name:
            assert client.post("/login", data={"name": name, "password": PASSWORD}).status_code == 303
        return client

    return logged_in


def test_every_address_says_what_it_needs(app: Flask) -> None:
    served = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert served - NEEDS.keys() == set(), "give each of these a row in web/access.py"
    assert NEEDS.keys() - served == set(), "these rows of web/access.py belong to no address"


def test_only_harmless_addresses_need_nothing() -> None:
    assert {name for name, need in NEEDS.items() if need is Need.NOTHING} == {
        "accounts.log_in",
        "accounts.log_out",
        "accounts.login_form",
        "pages.health",
        "pages.plotly_js",
        "static",
    }


def every_request(app: Flask, story_id: str) -> list[tuple[str, str, Need]]:
    values: dict[str, object] = {"story_id": story_id, "article_id": "post", "name": "csv", "suffix": "json"}
    values |= {"person_id": 3, "token_id": 1, "number": 1, "finding": "f1"}
    with app.test_request_context():
        urls = app.url_map.bind("localhost")
        return [
            (method, urls.build(rule.endpoint, {a: values.get(a, "x") for a in rule.arguments}), NEEDS[rule.endpoint])
            for rule in app.url_map.iter_rules()
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        ]


def ask(client: FlaskClient, method: str, address: str) -> TestResponse:
    return client.open(address, method=method, json={} if address.startswith("/api/") and method != "GET" else None)


def test_without_a_login_every_address_sends_to_it_or_refuses(
    app: Flask, as_: Callable[[str], FlaskClient], team: Store
) -> None:
    client, before = as_(""), team.stories()
    for method, address, need in every_request(app, "lowen-harbour"):
        answer = ask(client, method, address)
        if need is Need.NOTHING:
            continue
        if address.startswith("/api/") or address == "/metrics":
            assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer"), address
        else:
            assert answer.status_code == 303, address
            assert answer.headers["Location"].startswith("/login"), address
    assert team.stories() == before


def test_a_reader_reads_and_changes_nothing(app: Flask, as_: Callable[[str], FlaskClient], team: Store) -> None:
    client, before = as_("cem"), team.stories()
    for method, address, need in every_request(app, "lowen-harbour"):
        if need in (Need.CREATE, Need.EDIT, Need.OWN, Need.ADD, Need.ADMIN):
            answer = ask(client, method, address)
            assert answer.status_code == 403, address
            assert re.search(r"readers can't|not change it|only an admin", answer.text.lower().replace("&#39;", "'"))
        elif need is Need.READ:
            assert ask(client, method, address).status_code not in (401, 403), address
    assert team.stories() == before


@pytest.mark.parametrize("name", ["bea", "cem", "dan"])
def test_a_hidden_story_is_not_there_for_whoever_was_not_given_it(
    app: Flask, as_: Callable[[str], FlaskClient], name: str
) -> None:
    client = as_(name)
    for story_id in ("evil", "nope"):
        for method, address, need in every_request(app, story_id):
            if need in (Need.READ, Need.EDIT, Need.OWN):
                answer = ask(client, method, address)
                assert answer.status_code == 404, address
                said = answer.json["error"]["message"] if answer.json else answer.text.replace("&#39;", "'")
                assert f"o story '{story_id}' is stored" in said, address
    assert "evil" not in client.get("/").text
    assert "evil" not in client.get("/api/v1/stories").text


def test_a_hidden_story_can_not_be_written_to_through_the_form(as_: Callable[[str], FlaskClient], team: Store) -> None:
    sent = {"text": "It rained in Arden on May 1, 2020.", "story": "evil"}
    assert as_("bea").post("/add", data=sent).status_code == 404
    assert as_("cem").post("/add", data=sent | {"story": "lowen-harbour"}).status_code == 403
    assert len(team.timeline("evil").readings) == 1


def test_an_editor_changes_what_was_given_and_makes_stories_that_are_seen(
    as_: Callable[[str], FlaskClient], team: Store
) -> None:
    bea, dan = as_("bea"), as_("dan")
    made = bea.post("/add", data={"text": "Rain at Last\n\nIt rained in Arden on May 1, 2020."})
    page = made.headers["Location"]
    assert re.fullmatch("/stories/rain-at-last-[2-9b-z]{6}", page)
    assert bea.get(page).status_code == 200
    assert dan.get(page).status_code == 404
    article = f"{page}/articles/rain-at-last"
    assert bea.post(f"{article}/publication", data={"published": "2020-05-02"}).status_code == 303
    (edit,) = team.history(page.removeprefix("/stories/"))
    assert edit.who == "bea"
    assert "Set to Sat 2 May 2020: bea," in bea.get(article).text


def test_only_its_maker_and_admins_may_delete_a_story(as_: Callable[[str], FlaskClient], team: Store) -> None:
    own = team.create_story("Floods", user=team.people.find("bea"))
    team.shares.give(own, "dan", Role.EDITOR)
    for name, offered in (("bea", True), ("dan", False), ("ada", True)):
        client = as_(name)
        assert ("Delete this story" in client.get(f"/stories/{own}").text) is offered
        assert client.get(f"/stories/{own}/delete").status_code == (200 if offered else 403)
    assert as_("dan").post(f"/stories/{own}/delete").status_code == 403
    team.shares.give(own, "bea", Role.READER)
    assert as_("bea").post(f"/stories/{own}/delete").status_code == 403
    assert as_("ada").post(f"/stories/{own}/delete").status_code == 303


def test_one_title_of_two_people_makes_two_stories_and_betrays_neither(
    as_: Callable[[str], FlaskClient], team: Store
) -> None:
    title = team.timeline("evil").title  # which dan does not see
    made = [as_(name).post("/api/v1/stories", json={"title": title}) for name in ("dan", "bea", "dan")]
    ids = [answer.get_json()["story_id"] for answer in made]
    assert len(set(ids)) == 3
    assert {re.sub("-[2-9b-z]{6}$", "", name) for name in ids} == {names.slug(title)}
    assert [as_("dan").get(f"/stories/{name}").status_code for name in ids] == [200, 404, 200]


def test_a_story_that_is_brought_back_gets_no_name_that_tells_of_another(
    as_: Callable[[str], FlaskClient], team: Store
) -> None:
    document = json.loads(export.render(team.timeline("lowen-harbour"), "json")) | {"story_id": "evil"}
    made = as_("dan").post("/api/v1/imports", json=document)
    assert re.fullmatch(".+-[2-9b-z]{6}", made.get_json()["story_id"])
    assert "evil" not in made.get_json()["story_id"]


def test_an_admin_sees_and_gives_every_story(as_: Callable[[str], FlaskClient], team: Store) -> None:
    ada, dan = as_("ada"), as_("dan")
    assert "Who sees it" in ada.get(HARBOUR).text
    assert dan.get(HARBOUR).status_code == 404
    assert ada.post(f"{HARBOUR}/people", data={"name": "dan", "role": "reader"}).status_code == 303
    assert "dan" in ada.get(f"{HARBOUR}/people").text
    assert dan.get(HARBOUR).status_code == 200
    assert ada.post(f"{HARBOUR}/people/take", data={"name": "dan"}).status_code == 303
    assert dan.get(HARBOUR).status_code == 404


@pytest.mark.parametrize("role", ["owner", "", "ADMIN"])
def test_a_role_that_is_none_is_refused(as_: Callable[[str], FlaskClient], role: str) -> None:
    answer = as_("ada").post(f"{HARBOUR}/people", data={"name": "dan", "role": role})
    assert answer.status_code == 400
    assert "choose from reader, editor, admin" in answer.text


def test_pages_show_only_what_can_be_done(as_: Callable[[str], FlaskClient]) -> None:
    shown = {
        "cem": as_("cem").get("/").text + as_("cem").get(f"{HARBOUR}/articles/post").text,
        "bea": as_("bea").get("/").text + as_("bea").get(f"{HARBOUR}/articles/post").text,
    }
    for words in ("Add articles", "Set the date"):
        assert words not in shown["cem"]
        assert words in shown["bea"]
    assert 'href="/people"' not in shown["bea"]


def test_a_job_is_its_makers_and_so_is_the_story_it_makes(as_: Callable[[str], FlaskClient], team: Store) -> None:
    bea, dan, ada = as_("bea"), as_("dan"), as_("ada")
    sent = {"file": (io.BytesIO(b"It rained in Arden on May 1, 2020."), "rain.txt"), "title": "Rain"}
    made = bea.post(
        "/api/v1/jobs", data=sent, content_type="multipart/form-data", headers={"Origin": "http://localhost"}
    )
    assert made.status_code == 202, made.text
    address = made.headers["Location"]
    job = work_on(team, address.rsplit("/", 1)[1])
    assert job.who == "bea"
    assert [client.get(address).status_code for client in (bea, dan, ada)] == [200, 404, 200]
    assert [client.get(f"/jobs/{job.id}").status_code for client in (bea, dan, ada)] == [200, 404, 200]
    assert [client.post(f"/jobs/{job.id}/cancel").status_code for client in (dan, bea)] == [404, 303]
    assert [len(client.get("/api/v1/jobs").get_json()["jobs"]) for client in (bea, dan, ada)] == [1, 0, 1]
    assert [client.get(f"/stories/{job.story_id}").status_code for client in (bea, dan, ada)] == [200, 404, 200]


def test_a_reader_is_shown_no_form_but_the_logout(app: Flask, as_: Callable[[str], FlaskClient]) -> None:
    client = as_("cem")
    for method, address, need in every_request(app, "lowen-harbour"):
        if method == "GET" and need is Need.READ:
            for where in (address, f"{address}?event=e1"):
                forms = re.findall(r"<form[^>]*method=.post.[^>]*>", client.get(where).text)
                assert [form for form in forms if 'action="/logout"' not in form] == [], where


# --- tokens -----------------------------------------------------------------------------------------------------------


def test_a_token_does_what_its_owner_may_and_no_more(app: Flask, team: Store) -> None:
    client = app.test_client()

    def bearer(name: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {team.keys.add_token(team.people.find(name), 'test')}"}

    bea, cem = bearer("bea"), bearer("cem")
    address = "/api/v1/stories/lowen-harbour/articles/post/publication"
    assert client.put(address, json={"date": "2021-03-11"}, headers=cem).status_code == 403
    assert [s["id"] for s in client.get("/api/v1/stories", headers=bea).json["stories"]] == ["lowen-harbour"]  # type: ignore[index]
    made = client.post("/api/v1/stories", json={"title": "Floods"}, headers=bea)
    assert made.status_code == 201
    floods = f"/api/v1/stories/{made.get_json()['story_id']}"
    assert client.get(floods, headers=bea).status_code == 200
    assert client.get(floods, headers=cem).status_code == 404


@pytest.mark.parametrize("header", ["Bearer nonsense", "Bearer ", "Basic YWRhOng="])
def test_a_token_that_is_none_is_refused(app: Flask, header: str) -> None:
    answer = app.test_client().get("/api/v1/stories", headers={"Authorization": header})
    assert answer.status_code == 401
    assert answer.json is not None
    assert answer.json["error"]["code"] == "login-needed"


def test_a_wrong_token_is_not_saved_by_a_good_cookie(as_: Callable[[str], FlaskClient]) -> None:
    assert as_("ada").get("/api/v1/stories", headers={"Authorization": "Bearer nonsense"}).status_code == 401


# --- without accounts -------------------------------------------------------------------------------------------------


def test_nobody_logs_in_until_there_is_an_account(store: Store) -> None:
    client = create_app(store).test_client()
    assert client.get("/").status_code == 200
    assert client.get("/metrics").status_code == 200
    assert "No login is needed" in client.get("/account").text
    store.people.add("ada", Role.ADMIN, PASSWORD)
    assert client.get("/").status_code == 303


def test_a_server_for_others_asks_for_a_login_even_when_the_last_account_is_gone(store: Store) -> None:
    client = create_app(store, login=True).test_client()
    assert client.get("/").status_code == 303
    assert client.get("/api/v1/stories").status_code == 401
