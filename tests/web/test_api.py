from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.samples import harbour_fire
from timeline import export
from timeline.export.shapes import timeline_json
from timeline.store import Store
from web import create_app, schemas

API = "/api/v1"
TEXT = "Ferry Runs Aground\n\nA ferry ran aground off Tarn Point on Monday, the coast guard said Tuesday."


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create_app(store).test_client()  # with the forms' protection on: the API must not need it


FIRE = "status=occurred&text=warehouse&from=2021-03-08"

SHAPES = [
    ("/stories?limit=1", schemas.StoryList),
    (f"/stories/lowen-harbour?{FIRE}", schemas.TimelineShape),
    (f"/stories/lowen-harbour/events?{FIRE}&limit=1", schemas.EventPage),
    ("/stories/lowen-harbour/matrix", schemas.MatrixPage),
    ("/stories/evil/matrix?limit=1", schemas.MatrixPage),
    ("/stories/lowen-harbour/additions", schemas.AdditionList),
    ("/stories", schemas.StoryList),
    ("/stories/lowen-harbour", schemas.TimelineShape),
    ("/stories/evil", schemas.TimelineShape),
    ("/stories/lowen-harbour/findings", schemas.FindingList),
    ("/stories/lowen-harbour/articles", schemas.ArticleList),
    ("/stories/lowen-harbour/articles/post", schemas.ArticleText),
    ("/formats", schemas.FormatList),
]


@pytest.mark.parametrize(("address", "shape"), SHAPES)
def test_answers_are_as_they_are_described(client: FlaskClient, address: str, shape: Any) -> None:
    response = client.get(API + address)
    assert response.status_code == 200
    shape.model_validate_json(response.data)


def test_a_story_is_the_timeline_as_the_command_line_builds_it(client: FlaskClient) -> None:
    assert client.get(f"{API}/stories/lowen-harbour").get_json() == timeline_json(harbour_fire())


def test_exports_are_the_same_files(client: FlaskClient) -> None:
    for name in export.formats():
        response = client.get(f"{API}/stories/lowen-harbour/exports/{name}")
        assert response.data == export.render(harbour_fire(), name)


def test_an_article_is_added_read_and_moved_to_another_day(client: FlaskClient) -> None:
    sent = {"text": TEXT, "doc_id": "ferry", "dct": "2021-03-09", "source": "Tarn Post"}
    added = client.post(f"{API}/articles", json=sent)
    assert added.status_code == 201
    story, doc = added.get_json()["story_id"], added.get_json()["doc_id"]
    assert doc == "ferry"
    assert client.get(f"{API}/stories/{story}/articles/{doc}").get_json()["source"] == "Tarn Post"
    day = {t["text"]: t["value"] for t in client.get(f"{API}/stories/{story}").get_json()["timexes"]}
    assert day["Monday"] == "2021-03-08"
    moved = client.put(f"{API}/stories/{story}/articles/{doc}/publication", json={"date": "2021-03-16"})
    assert {t["text"]: t["value"] for t in moved.get_json()["timexes"]}["Monday"] == "2021-03-15"
    back = client.put(f"{API}/stories/{story}/articles/{doc}/publication", json={"date": None})
    assert {t["text"]: t["value"] for t in back.get_json()["timexes"]} == day


def test_a_story_is_made_and_filled(client: FlaskClient) -> None:
    made = client.post(f"{API}/stories", json={"title": "Ferries"})
    assert made.status_code == 201
    assert made.get_json()["events"] == []
    added = client.post(f"{API}/stories/{made.get_json()['story_id']}/articles", json={"text": TEXT})
    assert added.get_json()["story_id"] == made.get_json()["story_id"]


def test_a_long_list_comes_in_parts(client: FlaskClient) -> None:
    def ids(arguments: str) -> list[str]:
        found = client.get(f"{API}/stories/lowen-harbour/events?{arguments}").get_json()
        assert found["total"] == 7
        return [e["id"] for e in found["events"]]

    every = ids("")
    assert ids("limit=3") + ids("limit=3&offset=3") + ids("limit=3&offset=6") == every
    assert ids("offset=7") == []


def test_a_filter_keeps_the_same_events_at_every_door(client: FlaskClient) -> None:
    story = client.get(f"{API}/stories/lowen-harbour?disputed=1").get_json()
    events = client.get(f"{API}/stories/lowen-harbour/events?disputed=1").get_json()
    assert [e["id"] for e in story["events"]] == [e["id"] for e in events["events"]] == ["e1"]


def test_the_matrix_says_who_claims_what_with_its_quote(client: FlaskClient) -> None:
    found = client.get(f"{API}/stories/lowen-harbour/matrix").get_json()
    assert [c["doc_id"] for c in found["columns"]] == ["post", "wire"]
    when = found["events"][0]["rows"][0]
    assert [(c["doc_id"], c["mark"], c["finding"]) for c in when["cells"]] == [
        ("post", "conflict", "f1"),
        ("wire", "conflict", "f1"),
    ]
    assert when["cells"][1]["claims"][0]["quote"]["text"] == "Monday night"


def test_an_answer_that_the_asker_has_already_is_empty(client: FlaskClient, store: Store) -> None:
    address = f"{API}/stories/lowen-harbour"
    first = client.get(address)
    tag = first.headers["ETag"]
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert client.get(f"{address}?disputed=1", headers={"If-None-Match": tag}).status_code == 200


REFUSED: list[tuple[str, str, object, int, str]] = [
    ("GET", "/stories/nope", None, 404, "not-found"),
    ("GET", "/stories/lowen-harbour/articles/nope", None, 404, "not-found"),
    ("GET", "/stories/lowen-harbour/exports/doc", None, 404, "unknown-format"),
    ("GET", "/nope", None, 404, "not-found"),
    ("GET", "/stories/lowen-harbour?status=happened", None, 400, "bad-input"),
    ("GET", "/stories/lowen-harbour/events?limit=0", None, 400, "bad-input"),
    ("GET", "/stories/lowen-harbour/matrix?offset=-1", None, 400, "bad-input"),
    ("GET", "/stories?limit=many", None, 400, "bad-input"),
    ("DELETE", "/stories", None, 405, "method-not-allowed"),
    ("POST", "/stories", {"title": ""}, 400, "bad-input"),
    ("POST", "/stories", {"titel": "x"}, 400, "bad-input"),
    ("POST", "/stories", [], 400, "bad-input"),
    ("POST", "/articles", {"text": ""}, 400, "bad-input"),
    ("POST", "/articles", {"text": " \n "}, 400, "bad-input"),
    ("POST", "/articles", {"text": TEXT, "dct": "2021-02-30"}, 400, "bad-input"),
    ("POST", "/articles", {"text": 7}, 400, "bad-input"),
    ("POST", "/articles", {"text": TEXT, "dct": 0}, 400, "bad-input"),
    ("POST", "/stories/nope/articles", {"text": TEXT}, 404, "not-found"),
    ("PUT", "/stories/lowen-harbour/articles/post/publication", {"date": "soon"}, 400, "bad-input"),
    ("PUT", "/stories/lowen-harbour/articles/post/publication", {}, 400, "bad-input"),
    ("PUT", "/stories/lowen-harbour/articles/nope/publication", {"date": None}, 404, "not-found"),
    ("GET", "/stories/nope/edits", None, 404, "not-found"),
    ("GET", "/stories/lowen-harbour/edits?limit=0", None, 400, "bad-input"),
    ("POST", "/stories/lowen-harbour/edits", {"edit": {"kind": "dance"}}, 400, "bad-input"),
    ("POST", "/stories/lowen-harbour/edits", {"edit": {"kind": "hide"}}, 400, "bad-input"),
    ("POST", "/stories/lowen-harbour/edits", {"edit": {"kind": "hide", "event": "e99"}}, 404, "not-found"),
    ("POST", "/stories/lowen-harbour/edits/preview", {"edit": {"kind": "hide", "event": "e99"}}, 404, "not-found"),
    ("POST", "/stories/lowen-harbour/edits", {"edit": {"kind": "hide-link", "link": "k99"}}, 404, "not-found"),
    ("POST", "/stories/lowen-harbour/edits", {"edit": {"kind": "hide-link", "link": "e1 x e2"}}, 404, "not-found"),
    ("DELETE", "/stories/lowen-harbour/edits/1", None, 404, "not-found"),
    ("DELETE", "/stories/lowen-harbour/edits/x", None, 404, "not-found"),
]


@pytest.mark.parametrize(
    ("method", "path", "sent", "sentence"),
    [
        ("POST", "/stories", {"title": " "}, "Title is blank."),
        ("POST", "/stories", "Floods", "The body is no JSON object."),
        ("POST", "/articles", {"text": TEXT, "dct": "2021-02-30"}, "Dct: '2021-02-30' is not a publication date; "),
        ("POST", "/stories/lowen-harbour/edits", {"edit": {"kind": "hide"}}, "Edit.hide.event is missing."),
        ("PATCH", "/people/1", {}, "The body: give another role, another password, or both."),
    ],
)
def test_what_does_not_fit_is_said_in_our_own_words(
    client: FlaskClient, method: str, path: str, sent: object, sentence: str
) -> None:
    message = client.open(API + path, method=method, json=sent).get_json()["error"]["message"]
    assert message.startswith(sentence)


@pytest.mark.parametrize(("method", "address", "body", "status", "code"), REFUSED)
def test_every_failure_has_one_shape(
    client: FlaskClient, store: Store, method: str, address: str, body: object, status: int, code: str
) -> None:
    before = store.stories()
    response = client.open(API + address, method=method, json=body)
    assert response.status_code == status
    failure = schemas.Failure.model_validate_json(response.data)
    assert failure.error.code == code
    assert failure.error.message.endswith(".")
    assert store.stories() == before


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", None])
def test_only_json_is_taken_so_that_no_other_site_can_post(client: FlaskClient, store: Store, kind: str | None) -> None:
    before = store.stories()
    response = client.post(f"{API}/stories", data='{"title": "Forged"}', content_type=kind)
    assert response.status_code == 415
    assert store.stories() == before


def test_the_description_names_every_path(client: FlaskClient) -> None:
    described = client.get(f"{API}/openapi.json").get_json()
    assert described["openapi"].startswith("3.")
    routes = {r.rule for r in client.application.url_map.iter_rules() if r.endpoint.startswith("api.")}
    routes.remove(f"{API}/openapi.json")
    assert {p.replace("{", "<").replace("}", ">") for p in described["paths"]} == {
        r.replace("int:", "") for r in routes
    }


def test_an_exported_story_is_imported_with_its_articles_and_decisions(client: FlaskClient) -> None:
    story = client.post(f"{API}/articles", json={"text": TEXT, "doc_id": "ferry"}).get_json()["story_id"]
    client.put(f"{API}/stories/{story}/articles/ferry/publication", json={"date": "2021-03-16"})
    exported = client.get(f"{API}/stories/{story}/exports/json").data
    brought = client.post(f"{API}/imports", data=exported, content_type="application/json")
    assert brought.status_code == 201
    assert brought.get_json()["story_id"] == f"{story}-2"
    assert {t["text"]: t["value"] for t in brought.get_json()["timexes"]}["Monday"] == "2021-03-15"


def test_what_is_no_story_is_not_imported(client: FlaskClient) -> None:
    refused = client.post(f"{API}/imports", json={"title": "A"})
    assert refused.status_code == 400
    assert "the export json writes one" in refused.get_json()["error"]["message"]


def ferry(client: FlaskClient) -> tuple[str, dict[str, str]]:
    """A stored story, and the ref of each of its events by title."""
    story = client.post(f"{API}/articles", json={"text": TEXT, "doc_id": "ferry"}).get_json()["story_id"]
    events = client.get(f"{API}/stories/{story}").get_json()["events"]
    return f"{API}/stories/{story}", {e["title"]: e["ref"] for e in events}


def test_an_edit_is_looked_at_decided_listed_and_undone(client: FlaskClient) -> None:
    story, refs = ferry(client)
    title, ref = next(iter(refs.items()))
    wanted = {"edit": {"kind": "set-time", "event": ref, "time": "2021-03-01"}, "revision": 0}
    seen = client.post(f"{story}/edits/preview", json=wanted)
    schemas.Difference.model_validate_json(seen.data)
    assert [m["after"]["earliest"] for m in seen.get_json()["moved"]] == ["2021-03-01"]
    assert client.get(f"{story}/edits").get_json()["total"] == 0
    made = client.post(f"{story}/edits", json=wanted)
    assert made.status_code == 201
    assert schemas.Decided.model_validate_json(made.data).revision == 1
    assert made.get_json()["edit"]["decision"] == f"set the time of “{title}” to Mon 1 March 2021"
    undone = client.delete(f"{story}/edits/1")
    assert undone.get_json()["edit"]["kind"] == "undo"
    listed = schemas.EditList.model_validate_json(client.get(f"{story}/edits").data)
    assert [(e.number, e.state) for e in listed.edits] == [(1, "undone"), (2, "stands")]
    part = client.get(f"{story}/edits?offset=1&limit=1").get_json()
    assert ([e["number"] for e in part["edits"]], part["total"]) == ([2], 2)
    assert client.delete(f"{story}/edits/1").status_code == 409


def test_a_link_is_hidden_and_comes_back(client: FlaskClient) -> None:
    story, _ = ferry(client)
    links = client.get(story).get_json()["links"]
    link = links[0]
    wanted = {"edit": {"kind": "hide-link", "link": link["ref"]}, "revision": 0}
    assert client.post(f"{story}/edits/preview", json=wanted).get_json()["unlinked"] == [link]
    assert client.post(f"{story}/edits", json=wanted).status_code == 201
    hidden = client.get(story).get_json()
    assert [k["ref"] for k in hidden["hidden_links"]] == [link["ref"]]
    assert link["ref"] not in [k["ref"] for k in hidden["links"]]
    assert client.post(f"{story}/edits", json=wanted).status_code == 404
    client.delete(f"{story}/edits/1")
    assert client.get(story).get_json()["links"] == links


def test_of_two_programs_that_change_one_thing_the_second_is_told(client: FlaskClient) -> None:
    story, refs = ferry(client)
    ref = next(iter(refs.values()))
    first = {"edit": {"kind": "set-title", "event": ref, "title": "One"}, "revision": 0}
    assert client.post(f"{story}/edits", json=first).status_code == 201
    second = client.post(f"{story}/edits", json={**first, "edit": first["edit"] | {"title": "Two"}})  # type: ignore[operator]
    assert second.status_code == 409
    assert "has changed this since you looked" in second.get_json()["error"]["message"]
    stale = client.post(f"{story}/edits", json={"edit": {"kind": "hide", "event": "e1"}, "revision": 0})
    assert stale.status_code == 409
    assert "use the `ref` instead" in stale.get_json()["error"]["message"]


def test_each_kind_of_edit_is_taken(client: FlaskClient) -> None:
    story, refs = ferry(client)
    one, other = list(refs.values())[:2]
    kinds: list[dict[str, object]] = [
        {"kind": "set-publication", "article": "ferry", "date": "2021-03-16"},
        {"kind": "set-publication", "article": "ferry", "date": None},
        {"kind": "set-status", "event": one, "status": "alleged"},
        {"kind": "add-event", "title": "Fog", "time": "2021-03-01"},
        {"kind": "add-link", "event": "+4", "other": one, "relation": "before"},
        {"kind": "merge", "event": one, "other": other},
        {"kind": "split", "event": one, "mentions": [other]},
        {"kind": "hide-link", "link": "+5"},
        {"kind": "hide", "event": other},
    ]
    for kind in kinds:
        made = client.post(f"{story}/edits", json={"edit": kind})
        assert made.status_code == 201, made.text
    assert {e["state"] for e in client.get(f"{story}/edits").get_json()["edits"]} == {"stands"}
