"""Findings in the API: which are asked for, what people hold of them, and of what state that was said."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from timeline import articles, edits
from timeline.model import Judge, SetTitle, Verdict
from timeline.store import Store
from web import schemas

PORT = (
    "Gunmen attacked the oil depot in Lowen on Monday night, police said.\n\n"
    "No worker was hurt in Monday night's attack on the oil depot.\n\n"
    "Police are still investigating Wednesday night's attack on the oil depot.\n\n"
    "The mayor, who was born on Feb. 30, 1960, resigned."
)


@pytest.fixture
def story(store: Store) -> str:
    return store.add_article(articles.from_text(PORT, title="Port", published=articles.parse_day("2019-09-26")))[0]


@pytest.fixture
def address(story: str) -> str:
    return f"/api/v1/stories/{story}/findings"


def refs(client: FlaskClient, address: str) -> dict[str, str]:
    """The ref of each finding by its check."""
    found = schemas.FindingList.model_validate_json(client.get(address).data)
    return {f.check: f.ref for f in found.findings}


def test_findings_are_asked_for_by_what_they_are(client: FlaskClient, address: str) -> None:
    known = refs(client, address)
    assert {"time-conflict", "impossible-date"} <= known.keys()

    def checks(query: str) -> list[str]:
        return [f["check"] for f in client.get(f"{address}?{query}").get_json()["findings"]]

    assert checks("check=time-conflict") == ["time-conflict"]
    assert sorted(checks("check=time-conflict&check=impossible-date")) == ["impossible-date", "time-conflict"]
    assert set(checks("verdict=open")) == set(known)
    assert checks("verdict=dismissed") == []
    assert "time-conflict" not in checks("text=mayor")
    part = client.get(f"{address}?limit=1&offset=1").get_json()
    assert (len(part["findings"]), part["total"]) == (1, len(client.get(address).get_json()["findings"]))
    severity = client.get(f"{address}/{known['time-conflict']}").get_json()["severity"]
    assert "time-conflict" in checks(f"severity={severity}")


def test_a_verdict_is_given_replaced_and_taken_back(
    client: FlaskClient, address: str, story: str, store: Store
) -> None:
    one = f"{address}/{refs(client, address)['time-conflict']}"
    nothing = client.get(f"{one}/verdict").get_json()
    assert (nothing["verdict"], nothing["edit"]) == (None, None)
    given = client.put(f"{one}/verdict", json={"verdict": "confirmed", "note": "a slip"})
    assert schemas.Decided.model_validate_json(given.data).revision == 1
    assert client.get(one).get_json()["judgement"]["verdict"] == "confirmed"
    client.put(f"{one}/verdict", json={"verdict": "explained", "note": "two attacks"})
    told = schemas.VerdictShape.model_validate_json(client.get(f"{one}/verdict").data)
    assert (told.verdict, told.note, told.edit) == ("explained", "two attacks", 2)
    assert [f["check"] for f in client.get(f"{address}?verdict=explained").get_json()["findings"]] == ["time-conflict"]
    assert client.delete(f"{one}/verdict").status_code == 200
    assert client.get(f"{one}/verdict").get_json()["verdict"] == "confirmed"
    client.delete(f"{one}/verdict")
    assert client.get(f"{one}/verdict").get_json() == nothing
    assert client.delete(f"{one}/verdict").status_code == 404
    assert [entry.edit.kind for entry in store.history(story)] == ["judge", "judge", "undo", "undo"]


@pytest.mark.parametrize(
    "sent",
    [{}, {"verdict": "wrong"}, {"verdict": None}, {"verdict": "explained"}, {"verdict": "explained", "note": " "}],
)
def test_a_verdict_that_is_none_is_refused(client: FlaskClient, address: str, sent: object) -> None:
    one = f"{address}/{refs(client, address)['time-conflict']}"
    assert client.put(f"{one}/verdict", json=sent).status_code == 400


@pytest.mark.parametrize("query", ["verdict=maybe", "severity=dire", "limit=0"])
def test_what_nothing_can_be_is_not_asked_for(client: FlaskClient, address: str, query: str) -> None:
    assert client.get(f"{address}?{query}").status_code == 400


# --- of what state ----------------------------------------------------------------------------------------------------


def test_a_change_goes_through_only_while_its_tag_holds(
    client: FlaskClient, address: str, story: str, store: Store
) -> None:
    one = f"{address}/{refs(client, address)['time-conflict']}/verdict"
    tag = client.get(one).headers["ETag"]
    mine, others = {"verdict": "dismissed"}, {"verdict": "confirmed"}
    assert client.put(one, json=others).status_code == 200
    refused = client.put(one, json=mine, headers={"If-Match": tag})
    assert (refused.status_code, refused.get_json()["error"]["code"]) == (412, "precondition-failed")
    assert client.delete(one, headers={"If-Match": tag}).status_code == 412
    assert len(store.history(story)) == 1
    again = client.get(one).headers["ETag"]
    assert client.put(one, json=mine, headers={"If-Match": f'"other", {again}'}).status_code == 200
    assert client.put(one, json=others, headers={"If-Match": "*"}).status_code == 200


def test_what_somebody_changes_elsewhere_in_the_story_does_not_matter(
    client: FlaskClient, address: str, story: str, store: Store
) -> None:
    one = f"{address}/{refs(client, address)['time-conflict']}/verdict"
    tag = client.get(one).headers["ETag"]
    timeline = store.timeline(story)
    store.edit(story, SetTitle(edits.anchored_event(timeline, timeline.events[-1]), "Other"))
    assert client.put(one, json={"verdict": "confirmed"}, headers={"If-Match": tag}).status_code == 200


def test_nobody_slips_in_between_the_look_and_the_change(
    client: FlaskClient, address: str, story: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = f"{address}/{refs(client, address)['time-conflict']}/verdict"
    tag, timeline, edit = client.get(one).headers["ETag"], store.timeline(story), store.edit
    (finding,) = (f for f in timeline.findings if f.check == "time-conflict")

    def late(story_id: str, *given: object, **more: object) -> object:
        edit(story, Judge(edits.anchored_finding(timeline, finding), Verdict.CONFIRMED), who="Bea")
        return edit(story_id, *given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "edit", late)
    answer = client.put(one, json={"verdict": "dismissed"}, headers={"If-Match": tag})
    assert answer.status_code == 409
    assert "Bea has changed this since you looked" in answer.get_json()["error"]["message"]


CONDITIONAL = [
    ("PUT", "/articles/{article}/publication", {"date": "2019-09-27"}),
    ("DELETE", "/edits/1", None),
    ("DELETE", "", None),
]


@pytest.mark.parametrize(("method", "path", "body"), CONDITIONAL)
def test_every_change_takes_a_tag(
    client: FlaskClient, story: str, store: Store, method: str, path: str, body: object
) -> None:
    article = next(iter(store.timeline(story).articles))
    one = f"/api/v1/stories/{story}{path.format(article=article)}"
    store.set_publication(story, article, articles.parse_day("2019-09-26"), who="Ada")
    tag = client.get(one).headers["ETag"]
    assert client.open(one, method=method, json=body, headers={"If-Match": '"stale"'}).status_code == 412
    assert client.open(one, method=method, json=body, headers={"If-Match": tag}).status_code in (200, 204)


def test_a_tag_of_what_can_not_be_seen_never_holds(client: FlaskClient) -> None:
    answer = client.post("/api/v1/imports", json={}, headers={"If-Match": "*"})
    assert answer.status_code == 412


def test_head_tells_the_tag_that_get_tells(client: FlaskClient, address: str) -> None:
    assert client.head(address).headers["ETag"] == client.get(address).headers["ETag"]
