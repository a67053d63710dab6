"""Jobs as pages and in the API: what is sent, what is answered, and how it looks while it goes on."""

from __future__ import annotations

import io
import re
from copy import deepcopy
from typing import Any
from zipfile import ZipFile

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from timeline.articles import from_text
from timeline.store import Given, Job, JobItem, JobState, Outcome, Reached, Store, work_on

API = "/api/v1/jobs"
BRIDGE = b"Bridge Reopens\n\nThe Alder bridge reopened on March 3, 2021, a week after it was closed by floods."
FERRY = b"Ferry Runs Aground\n\nA ferry ran aground off Tarn Point on Monday, the coast guard said Tuesday."


class Handed:
    """Stands where the worker thread is, so that a test says when the work is done."""

    def __init__(self) -> None:
        self.jobs: list[str] = []

    def hand(self, job_id: str) -> None:
        self.jobs.append(job_id)


@pytest.fixture
def handed(app: Flask) -> Handed:
    app.extensions["dateline-worker"] = Handed()
    worker: Handed = app.extensions["dateline-worker"]
    return worker


def files(*given: tuple[str, bytes], **fields: str) -> dict[str, Any]:
    return {
        "data": {"file": [(io.BytesIO(body), name) for name, body in given], **fields},
        "content_type": "multipart/form-data",
    }


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, body in members.items():
            archive.writestr(f"{name}.txt", body)
    return packed.getvalue()


def without_tokens(page: TestResponse) -> str:
    """What a page says, without the tokens of its forms: they are other ones every second."""
    return re.sub(r'(name="csrf_token" value=")[^"]+', r"\1", page.text)


# --- pages ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sent",
    [
        files(("b.txt", BRIDGE), ("f.txt", FERRY)),
        files(("both.zip", zipped(b=BRIDGE, f=FERRY))),
        files(("b.txt", BRIDGE), text=FERRY.decode()),
        {"data": {"address": "https://news.example/a\nhttps://news.example/b"}},
    ],
    ids=["files", "a zip", "a file and a text", "addresses"],
)
def test_what_takes_long_becomes_a_job_and_opens_its_page(
    client: FlaskClient, store: Store, handed: Handed, sent: dict[str, Any]
) -> None:
    response = client.post("/add", **deepcopy(sent))
    (job,) = store.jobs.recent()
    assert handed.jobs == [job.id]
    assert (response.status_code, response.headers["Location"]) == (303, f"/jobs/{job.id}")
    page = client.get(response.headers["Location"]).text
    assert f"<h1>Reading {job.total} source" in page
    assert '<meta http-equiv="refresh" content="2">' in page


def test_a_finished_job_tells_what_became_of_each(client: FlaskClient, store: Store, handed: Handed) -> None:
    client.post("/add", **files(("b.txt", BRIDGE), ("<i>.txt", b""), ("again.txt", BRIDGE), title="Spring"))
    work_on(store, handed.jobs[0])
    page = client.get(f"/jobs/{handed.jobs[0]}").text
    assert "<h1>1 article added</h1>" in page
    assert "&#39;&lt;i&gt;.txt&#39; is empty; give a file with the article&#39;s text." in page
    assert 'same text as <a href="/stories/spring/articles/b">b</a>' in page
    assert 'href="/stories/spring">Open the timeline</a>' in page
    assert 'http-equiv="refresh"' not in page
    assert client.get("/stories/spring").status_code == 200


@pytest.mark.parametrize(
    ("state", "said", "button"),
    [
        (JobState.WAITING, "<h1>Reading 2 sources</h1>", "Cancel"),
        (JobState.INTERRUPTED, "the rest can go on from here", "Go on"),
        (JobState.CANCELLED, "Nothing was added.", "Try again"),
        (JobState.DONE, "None of it could be read. The reasons stand below.", "Try again"),
    ],
)
def test_each_state_has_its_page(client: FlaskClient, store: Store, state: JobState, said: str, button: str) -> None:
    job = store.jobs.create([Given("a.txt", b""), Given("b.txt", b"")])
    if state is JobState.DONE:
        work_on(store, job.id)
    elif state is JobState.CANCELLED:
        store.jobs.cancel(job.id)
    elif state is JobState.INTERRUPTED:
        silence(store, job)
    for path in (f"/jobs/{job.id}", f"/jobs/{job.id}/progress"):
        page = client.get(path).text
        assert f'data-state="{state}"' in page
        assert said in page
        assert button in page


def test_a_job_is_cancelled_and_an_interrupted_one_goes_on(client: FlaskClient, store: Store, handed: Handed) -> None:
    job = store.jobs.create([Given("b.txt", BRIDGE)])
    assert client.post(f"/jobs/{job.id}/resume").status_code == 303
    assert handed.jobs == []
    silence(store, job)
    client.post(f"/jobs/{job.id}/resume")
    assert handed.jobs == [job.id]
    assert client.post(f"/jobs/{job.id}/cancel").headers["Location"] == f"/jobs/{job.id}"
    assert store.jobs.job(job.id).state is JobState.CANCELLED


@pytest.mark.parametrize("path", ["/", "/add"])
def test_the_way_back_to_a_job_is_shown_until_it_is_over(client: FlaskClient, store: Store, path: str) -> None:
    job = store.jobs.create([Given("b.txt", BRIDGE)], title="Spring <b>")
    assert f'<a href="/jobs/{job.id}">Reading</a> for Spring &lt;b&gt;: 0 of 1 read.' in client.get(path).text
    silence(store, job)
    assert f'<a href="/jobs/{job.id}">Interrupted</a>' in client.get(path).text
    store.jobs.cancel(job.id)
    assert f"/jobs/{job.id}" not in client.get(path).text


@pytest.mark.parametrize("path", ["/jobs/nope", "/jobs/nope/progress"])
def test_a_job_that_there_is_not_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_story_that_there_is_not_gets_no_job(client: FlaskClient, store: Store) -> None:
    response = client.post("/add", **files(("b.txt", BRIDGE), ("f.txt", FERRY), story="nope"))
    assert response.status_code == 404
    assert store.jobs.recent() == ()


FEED = b"""<rss version="2.0"><channel><title>Post</title><item><title>Bridge Reopens</title>
<link>https://post.example/bridge</link><description>The Alder bridge reopened on Monday.</description></item>
</channel></rss>"""


def test_what_was_added_in_short_is_listed_with_the_reason(client: FlaskClient, store: Store, handed: Handed) -> None:
    client.post("/add", **files(("feed.xml", FEED)))
    work_on(store, handed.jobs[0])
    page = client.get(f"/jobs/{handed.jobs[0]}").text
    assert "<h1>1 article added</h1>" in page
    assert "<span>1 of them in short</span>" in page
    assert "Only the feed&#39;s summary was kept: give the feed by its address" in page
    assert 'data-clean=""' in page


def test_what_a_zip_holds_is_counted(client: FlaskClient, store: Store, handed: Handed) -> None:
    client.post("/add", **files(("both.zip", zipped(b=BRIDGE, f=FERRY))))
    job = store.jobs.recent()[0]
    store.jobs.note(job.id, Reached(1, 1, 2), JobItem("both.zip/b.txt", Outcome.FAILED, "no"), "")
    page = client.get(f"/jobs/{job.id}").text
    assert "<h1>Reading 1 source</h1>" in page
    assert "<span>1 of 2 read</span>" in page
    assert '<progress max="2" value="1"' in page


STORY_PAGES = ["", "/report", "/sources", "/history", "/articles/post", "/panel?event=e1", "/figure.json"]


@pytest.mark.parametrize("page", STORY_PAGES)
def test_a_story_that_is_filled_says_so_and_is_shown_as_it_was(client: FlaskClient, store: Store, page: str) -> None:
    story = "lowen-harbour"
    before = client.get(f"/stories/{story}{page}")
    job = store.jobs.create([Given("f.txt", FERRY), Given("b.txt", BRIDGE)], story_id=story)
    store.put_article(from_text(FERRY.decode()), story)
    assert store.kept(story) is None
    shown = client.get(f"/stories/{story}{page}")
    assert shown.status_code == 200
    assert store.kept(story) is None
    if "?" in page or page.endswith(".json"):
        assert without_tokens(shown) == without_tokens(before)
    else:
        assert "Articles are being added: 0 of 2 read. What was there before stands below." in shown.text
        assert f'<a href="/jobs/{job.id}">See how far it is</a>' in shown.text
    store.jobs.cancel(job.id)
    assert "being added" not in client.get(f"/stories/{story}{page}").text


def test_the_list_of_stories_says_which_is_filled(client: FlaskClient, store: Store) -> None:
    fresh = store.create_story("Spring")
    store.jobs.create([Given("f.txt", FERRY)], story_id=fresh)
    store.put_article(from_text(BRIDGE.decode()), fresh)
    page = client.get("/").text
    assert "Articles are being added: 0 of 1 read" in page
    assert "No article yet" not in page
    assert store.kept(fresh) is None


# --- API --------------------------------------------------------------------------------------------------------------


def test_files_are_taken_and_their_job_can_be_watched(client: FlaskClient, store: Store, handed: Handed) -> None:
    taken = client.post(API, **files(("b.txt", BRIDGE), ("x.txt", b""), title="Spring"))
    job_id = taken.get_json()["id"]
    assert (taken.status_code, taken.headers["Location"]) == (202, f"{API}/{job_id}")
    assert client.get(f"{API}/{job_id}").get_json() == taken.get_json()
    assert {k: v for k, v in taken.get_json().items() if k not in ("id", "made_at")} == {
        "state": "waiting",
        "story_id": None,
        "title": "Spring",
        "total": 2,
        "read": 0,
        "counts": {"added": 0, "copy": 0, "failed": 0},
        "items": [],
    }
    work_on(store, job_id)
    done = client.get(f"{API}/{job_id}").get_json()
    assert (done["state"], done["story_id"], done["read"]) == ("done", "spring", 2)
    assert done["counts"] == {"added": 1, "copy": 0, "failed": 1}
    assert done["items"] == [
        {"name": "b.txt", "outcome": "added", "reason": "", "article_id": "b"},
        {
            "name": "x.txt",
            "outcome": "failed",
            "reason": "'x.txt' is empty; give a file with the article's text",
            "article_id": None,
        },
    ]
    (listed,) = client.get(API).get_json()["jobs"]
    assert listed == {k: v for k, v in done.items() if k not in ("counts", "items")}


def test_a_job_of_addresses_and_columns(client: FlaskClient, store: Store, handed: Handed) -> None:
    given = {"address": ["https://news.example/a", "https://news.example/b"], "columns": "text=body"}
    job = store.jobs.job(client.post(API, json=given).get_json()["id"])
    assert (job.total, job.options.columns) == (2, {"text": "body"})


def test_a_job_can_be_cancelled(client: FlaskClient, store: Store, handed: Handed) -> None:
    job = store.jobs.create([Given("b.txt", BRIDGE)])
    store.jobs.note(job.id, Reached(1), JobItem("b.txt", Outcome.FAILED, "no"), "")
    assert client.delete(f"{API}/{job.id}").get_json()["state"] == "cancelled"
    resumed = client.post(f"{API}/{job.id}/resume", json={})
    assert (resumed.status_code, resumed.get_json()["state"]) == (202, "cancelled")


def sent(client: FlaskClient, **more: Any) -> TestResponse:
    return client.post(API, **files(("b.txt", BRIDGE)), **more)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 202),
        ({"Origin": "http://localhost"}, 202),
        ({"Sec-Fetch-Site": "same-origin"}, 202),
        ({"Sec-Fetch-Site": "none"}, 202),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_the_form_of_another_site_is_refused(
    client: FlaskClient, store: Store, handed: Handed, headers: dict[str, str], status: int
) -> None:
    assert sent(client, headers=headers).status_code == status
    assert len(store.jobs.recent()) == len(handed.jobs) == (status == 202)


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        ({"data": {}}, 400, "Send at least one file as “file”, as curl does with -F file=@article.txt."),
        ({"data": {"file": "b.txt"}}, 400, "Send at least one file"),
        ({"data": {"address": "https://news.example/"}}, 400, "Send at least one file"),
        ({"json": {"address": "https://news.example/"}}, 400, "Address is no list."),
        ({"json": {"address": []}}, 400, "Address has too few entries; the fewest are 1."),
        ({"json": {"address": ["ftp://news.example/"]}}, 400, "is no web address; write one that begins"),
        ({"json": {"address": ["https://news.example/"], "story": "nope"}}, 404, "No story 'nope' is stored."),
        ({"json": [[]]}, 400, "The body is no JSON object."),
        (files(("b.txt", BRIDGE), story="nope"), 404, "No story 'nope' is stored."),
        (files(("b.txt", BRIDGE), published="soon"), 400, "'soon' is not a publication date"),
        (files(("b.txt", BRIDGE), columns="body"), 400, "'body' maps no column; write FIELD=COLUMN"),
    ],
)
def test_what_can_not_be_taken_is_said(
    client: FlaskClient, store: Store, handed: Handed, arguments: dict[str, Any], status: int, sentence: str
) -> None:
    given = deepcopy(arguments)
    kind = {} if "json" in given else {"content_type": "multipart/form-data"}
    response = client.post(API, **(kind | given))
    assert response.status_code == status
    assert sentence in response.get_json()["error"]["message"]
    assert (store.jobs.recent(), handed.jobs) == ((), [])


@pytest.mark.parametrize("method", ["get", "delete"])
def test_the_api_knows_no_such_job(client: FlaskClient, method: str) -> None:
    assert getattr(client, method)(f"{API}/nope").status_code == 404


def silence(store: Store, job: Job) -> None:
    """As if who worked on it had died long ago."""
    with store._writer.begin() as db:
        db.exec_driver_sql("UPDATE jobs SET beat_at = '2020-01-01T00:00:00+00:00'")
