from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import plotly
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from tests.samples import harbour_fire, hostile, post_reading
from tests.web.shelf import crowd, keep
from timeline import articles, export
from timeline.model import Copy, SetPublication, Severity, Timeline
from timeline.store import Store
from web import create_app
from web.downloads import downloads
from web.view import UNDATED

HARBOUR = "/stories/lowen-harbour"
ARTICLE = (
    "Ferry Runs Aground\n\nA ferry ran aground off Tarn Point on Monday, the coast guard said Tuesday, March 9, 2021."
)

PAGES = [
    ("/", "The fire at Lowen Harbour"),
    (HARBOUR, "Fire at the grain warehouse in Lowen Harbour"),
    (f"{HARBOUR}?event=e1", "The articles disagree on the date"),
    (f"{HARBOUR}?status=negated&sort=-title", "Ship damaged"),
    (f"{HARBOUR}/panel?event=e5", "faulty wiring"),
    (f"{HARBOUR}/report", "Smallest repair"),
    (f"{HARBOUR}/sources", "2 events compared"),
    (f"{HARBOUR}/sources?only=differing&source=Coast+Wire", "conflict"),
    (f"{HARBOUR}/sources?text=zebra", "No event that passes this filter can be compared."),
    ("/stories/evil/sources", "A comparison needs several sources, and this story has one."),
    (f"{HARBOUR}/articles/post", "Published Wed 10 March 2021"),
    (f"{HARBOUR}/articles/wire", "as given"),
    (f"{HARBOUR}/delete", "2 articles, 7 events and 0 decisions would be gone for good"),
    ("/add", "Text of the article"),
    ("/stories/evil", "Timeline"),
    ("/stories/evil?event=e2", "1 mention"),
    ("/stories/evil/report", "Inconsistency report"),
    ("/stories/evil/articles/evil", "on an unknown day"),
    ("/stories/evil/panel?event=e1", "1 mention"),
]


@pytest.mark.parametrize(("address", "says"), PAGES)
def test_every_page_answers(client: FlaskClient, address: str, says: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert response.mimetype == "text/html"
    assert says in response.text


MISSING = [
    ("/nothing-here", "There is no page at this address."),
    ("/stories/nope", "No story &#39;nope&#39; is stored."),
    ("/stories/nope/report", "No story &#39;nope&#39; is stored."),
    (f"{HARBOUR}?event=e99", "This story has no event &#39;e99&#39;."),
    (f"{HARBOUR}/articles/nope", "This story has no article &#39;nope&#39;."),
    (f"{HARBOUR}/timeline.doc", "No export format &#39;doc&#39;; choose from"),
    (f"{HARBOUR}/report.doc", "No export format &#39;report.doc&#39;; choose from"),
    ("/stories/%3Cscript%3E", "No story &#39;&lt;script&gt;&#39; is stored."),
]


@pytest.mark.parametrize(("address", "says"), MISSING)
def test_what_is_not_there_is_said_in_one_sentence(client: FlaskClient, address: str, says: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert says in response.text
    assert "Traceback" not in response.text


@pytest.mark.parametrize("name", list(export.formats()))
def test_every_export_is_a_file_at_its_suffix(client: FlaskClient, name: str) -> None:
    response = client.get(f"{HARBOUR}/timeline.{name}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == export.formats()[name].media_type
    assert response.headers["Content-Disposition"].startswith("attachment; filename=lowen-harbour.")
    assert response.data == export.render(
        client.application.extensions["dateline-store"].timeline("lowen-harbour"), name
    )


def test_the_report_is_a_file_too(client: FlaskClient) -> None:
    assert client.get(f"{HARBOUR}/report.md").mimetype == "text/markdown"
    assert client.get(f"{HARBOUR}/report.json").mimetype == "application/json"


class Elements(HTMLParser):
    """Every element of a page and its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


HOSTILE = [
    "/",
    "/stories/evil",
    "/stories/evil?event=e2",
    "/stories/evil/report",
    "/stories/evil/articles/evil",
    "/stories/evil-twice",
    "/stories/evil-twice/sources",
    "/stories/evil?text=<script>alert(5)</script>&source=<b>x</b>&person=%22><img+src=x>",
]


def evil_twice() -> Timeline:
    """The hostile story with every finding worrying, so that its words are compared."""
    story = hostile()
    findings = tuple(replace(f, severity=Severity.HIGH, events=("e1", "e2")) for f in story.findings)
    return replace(story, story_id="evil-twice", readings=(*story.readings, post_reading()), findings=findings)


@pytest.mark.parametrize("address", HOSTILE)
def test_hostile_words_never_become_elements(client: FlaskClient, store: Store, address: str) -> None:
    keep(store, evil_twice())
    for tag, attributes in Elements(client.get(address).text).found:
        assert tag not in ("img", "b", "iframe", "style")
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        assert not (attributes.get("href") or "").startswith(("javascript:", "data:"))
        if tag == "script":
            assert (attributes["src"] or "").startswith(("/plotly-", "/static/"))


def test_the_chart_of_hostile_words_is_json_without_elements(client: FlaskClient) -> None:
    response = client.get("/stories/evil/figure.json?event=e2")
    assert response.mimetype == "application/json"
    assert "<script" not in response.text
    assert json.loads(response.text)["data"]


FRAMES = [
    "",
    "?width=99999999999",
    "?width=-1",
    "?zoom=x/y",
    "?zoom=2022-01-01/2021-01-01",
    "?theme=dark&zoom=all",
]


@pytest.mark.parametrize("arguments", FRAMES)
def test_a_frame_that_makes_no_sense_is_the_usual_one(client: FlaskClient, arguments: str) -> None:
    assert client.get(f"{HARBOUR}/figure.json{arguments}").status_code == 200


def test_a_frame_that_makes_sense_is_kept(client: FlaskClient) -> None:
    drawn = client.get(f"{HARBOUR}/figure.json?zoom=2021-03-09/2021-03-10 12:30:00.1234").get_json()
    assert drawn["layout"]["xaxis"]["range"] == ["2021-03-09 00:00:00.000", "2021-03-10 12:30:00.123"]


def test_the_table_says_how_it_is_sorted(client: FlaskClient) -> None:
    text = client.get(f"{HARBOUR}?sort=-title").text
    assert re.search(
        r'<th scope="col" role="columnheader" aria-sort="descending"><a [^>]*href="[^"]*sort=title#events">Event', text
    )
    assert text.count("aria-sort") == 1


FILTERED = [
    ("", "7 events", 7),
    ("?text=roof", "1 of 7 events", 1),
    ("?status=negated&status=intended", "2 of 7 events", 2),
    ("?source=Coast+Wire&text=&from=", "3 of 7 events", 3),
    ("?disputed=1", "1 of 7 events", 1),
    ("?text=zebra", "No event passes this filter.", 0),
]


@pytest.mark.parametrize(("arguments", "says", "number"), FILTERED)
def test_a_filter_in_the_address_keeps_its_events(client: FlaskClient, arguments: str, says: str, number: int) -> None:
    text = client.get(f"{HARBOUR}{arguments}").text
    assert says in text
    assert text.count('id="row-') == number


def test_exports_hold_what_the_filter_keeps(client: FlaskClient) -> None:
    page = client.get(f"{HARBOUR}?status=negated&from=").text
    assert f'href="{HARBOUR}/timeline.csv?status=negated"' in page
    rows = client.get(f"{HARBOUR}/timeline.csv?status=negated").text.splitlines()
    assert [r.split(",")[0] for r in rows] == ["event_id", "e4"]


REFUSED = ["?status=happened", "/timeline.csv?from=soon", "/figure.json?severity=x", "/report.md?disputed=perhaps"]


@pytest.mark.parametrize("address", REFUSED)
def test_a_filter_that_means_nothing_is_refused_in_one_sentence(client: FlaskClient, address: str) -> None:
    response = client.get(f"{HARBOUR}{address}")
    assert response.status_code == 400
    assert "That can’t be read" in response.text


def test_the_story_says_what_each_article_was_the_first_to_tell(client: FlaskClient) -> None:
    text = " ".join(client.get(HARBOUR).text.split())
    assert "<summary>First to tell 6 events</summary>" in text
    assert "<summary>First to tell 1 event, 1 time, 1 figure</summary>" in text
    assert text.index("Warehouse Fire Closes") < text.index("Inspectors Rule Out Arson")


def test_a_conflict_in_the_matrix_leads_to_its_finding(client: FlaskClient) -> None:
    text = client.get(f"{HARBOUR}/sources").text
    assert f'<a class="tag alarm" href="{HARBOUR}/report#f1">conflict</a>' in text
    assert f'href="{HARBOUR}/articles/wire#m-wire.m2"' in text


def test_a_long_table_is_paged(client: FlaskClient, store: Store) -> None:
    keep(store, crowd(250))
    first, last = client.get("/stories/crowd").text, client.get("/stories/crowd?page=3&sort=title").text
    assert first.count('id="row-') == 100
    assert "1–100 of 250" in first
    assert last.count('id="row-') == 50
    assert "page=2" in last


def test_the_front_page_says_what_each_story_holds(client: FlaskClient) -> None:
    plain = " ".join(re.sub("<[^>]+>", "", client.get("/").text).split())
    assert "10 Feb – 11 March 2021 2 articles 7 events 1 disputed date" in plain
    assert "4 inconsistencies: 1 high, 1 medium, 1 low, 1 info" in plain


def test_the_story_that_changed_last_comes_first(client: FlaskClient, store: Store) -> None:
    ferry, article = store.add_article(articles.from_text(ARTICLE, title="Ferry"))
    story = store.create_story("An empty one")
    text = client.get("/").text
    assert text.index("An empty one") < text.index("Ferry") < text.index("The fire at Lowen Harbour")
    assert "No article yet" in text
    assert f'href="/add?story={story}"' in text
    store.set_publication(ferry, article, date(2021, 3, 11))
    text = client.get("/").text
    assert text.index("Ferry") < text.index("An empty one")


def test_a_pasted_article_opens_its_story(client: FlaskClient, store: Store) -> None:
    response = client.post("/add", data={"text": ARTICLE.replace("\n", "\r\n"), "published": "2021-03-09"})
    assert response.status_code == 303
    assert client.get(response.headers["Location"]).status_code == 200
    story = store.timeline(response.headers["Location"].rsplit("/", 1)[1])
    assert story.readings[0].article.text == ARTICLE
    assert str(story.readings[0].publication.date) == "2021-03-09"


def test_an_uploaded_page_opens_its_story(client: FlaskClient) -> None:
    page = f"<html><head><title>Ferry</title></head><body><article><p>{ARTICLE}</p></article></body></html>"
    file = (io.BytesIO(page.encode()), "ferry.html")
    response = client.post("/add", data={"file": file, "published": ""}, content_type="multipart/form-data")
    assert response.status_code == 303


def test_an_article_can_be_added_to_a_story(client: FlaskClient, store: Store) -> None:
    first = client.post("/add", data={"text": ARTICLE}).headers["Location"].rsplit("/", 1)[1]
    again = client.post("/add", data={"text": ARTICLE.replace("Monday", "Sunday"), "story": first})
    assert again.headers["Location"] == f"/stories/{first}"
    assert len(store.timeline(first).readings) == 2


BAD = [
    ({"text": ""}, 400),
    ({"text": "   \n "}, 400),
    ({"text": ARTICLE, "published": "the 9th"}, 400),
    ({"text": ARTICLE, "published": "2021-02-30"}, 400),
    ({"text": ARTICLE, "story": "nope"}, 404),
    ({"file": (b"", "empty.txt")}, 400),
    ({"file": (bytes(range(256)) * 20, "picture.txt")}, 400),
    ({"file": (b"words", "words.docx")}, 400),
    ({}, 400),
]


@pytest.mark.parametrize(("form", "status"), BAD)
def test_what_can_not_be_read_is_refused_and_nothing_is_stored(
    client: FlaskClient, store: Store, form: dict[str, object], status: int
) -> None:
    before = store.stories()
    sent = {k: (io.BytesIO(v[0]), v[1]) if isinstance(v, tuple) else v for k, v in form.items()}
    response = client.post("/add", data=sent, content_type="multipart/form-data")
    assert response.status_code == status
    assert "Traceback" not in response.text
    assert store.stories() == before


def test_a_refused_form_keeps_what_was_typed(client: FlaskClient) -> None:
    response = client.post("/add", data={"text": "My long article </textarea>", "published": "tomorrow"})
    assert "My long article &lt;/textarea&gt;" in response.text
    assert 'role="alert"' in response.text
    assert "write it as YYYY-MM-DD" in response.text


def test_too_much_is_refused_with_a_page(store: Store) -> None:
    app = create_app(store, most_uploaded=2 * 1024 * 1024)
    app.config["WTF_CSRF_ENABLED"] = False
    response = app.test_client().post("/add", data={"text": "x" * (3 * 1024 * 1024)})
    assert response.status_code == 413
    assert "What is sent at once may be at most 2 MB; this is larger." in response.text


def test_a_form_without_its_token_is_refused(store: Store) -> None:
    client = create_app(store).test_client()
    before = store.stories()
    refused = client.post("/add", data={"text": ARTICLE})
    assert refused.status_code == 400
    assert "This form is no longer valid" in refused.text
    assert "A ferry ran aground" in refused.text
    assert client.post(f"{HARBOUR}/articles/post/publication", data={"published": "2021-03-11"}).status_code == 400
    assert store.stories() == before


def test_a_form_with_its_token_is_taken(store: Store) -> None:
    client = create_app(store).test_client()
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/add").text)
    assert token
    assert client.post("/add", data={"text": ARTICLE, "csrf_token": token[1]}).status_code == 303


def test_a_publication_date_can_be_set_and_taken_back(client: FlaskClient, store: Store) -> None:
    story = client.post("/add", data={"text": ARTICLE}).headers["Location"].rsplit("/", 1)[1]
    article = store.timeline(story).readings[0].article.id
    address = f"/stories/{story}/articles/{article}"
    assert client.post(f"{address}/publication", data={"published": "2021-03-16"}).status_code == 303
    assert "Published Tue 16 March 2021" in client.get(address).text
    assert client.post(f"{address}/publication", data={"clear": "1", "published": "2021-03-16"}).status_code == 303
    assert "Published Tue 16 March 2021" not in client.get(address).text
    assert [e.edit for e in store.history(story)][1:] == [SetPublication(article, None)]


def test_another_likely_day_is_one_click_away(client: FlaskClient, store: Store) -> None:
    story = client.post("/add", data={"text": ARTICLE}).headers["Location"].rsplit("/", 1)[1]
    address = f"/stories/{story}/articles/{store.timeline(story).readings[0].article.id}"
    client.post(f"{address}/publication", data={"published": "2021-03-09", "instead": "2021-03-10"})
    assert "Published Wed 10 March 2021" in client.get(address).text
    assert 'name="instead" value="2021-03-11"' in client.get(f"{HARBOUR}/articles/post").text


def test_a_wrong_publication_date_is_refused(client: FlaskClient) -> None:
    response = client.post(f"{HARBOUR}/articles/post/publication", data={"published": "yesterday"})
    assert response.status_code == 400
    assert "is not a publication date" in response.text


@pytest.mark.parametrize("address", ["/", HARBOUR, "/nope", "/api/v1/stories", "/static/timeline.js"])
def test_every_answer_has_its_protective_headers(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    policy = dict(p.split(" ", 1) for p in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_plotly_comes_from_this_machine_and_may_be_kept(client: FlaskClient) -> None:
    address = re.search(r'src="(/plotly-[^"]+)"', client.get(HARBOUR).text)
    assert address
    response = client.get(address[1])
    assert response.data == (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_bytes()
    assert "max-age=31536000" in response.headers["Cache-Control"]
    assert "no-store" in client.get(HARBOUR).headers["Cache-Control"]


def test_no_page_asks_for_anything_from_elsewhere(client: FlaskClient) -> None:
    for address, _ in PAGES:
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', client.get(address).text), address


def test_health_follows_the_store(client: FlaskClient, store: Store) -> None:
    assert client.get("/healthz").status_code == 200
    with store._writer.begin() as db:
        db.execute(text("DROP TABLE alembic_version"))
    assert client.get("/healthz").status_code == 503


def test_a_failure_nobody_foresaw_is_a_page_without_its_trace(app: Flask) -> None:
    @app.get("/breaks")
    def breaks() -> str:
        raise RuntimeError("secret detail")

    response = app.test_client().get("/breaks")
    assert response.status_code == 500
    assert "secret" not in response.text
    assert "Dateline could not answer." in response.text


def test_only_trusted_names_are_answered_when_some_are_given(store: Store) -> None:
    client = create_app(store, trusted_hosts=["127.0.0.1", "localhost"]).test_client()
    assert client.get("/", headers={"Host": "localhost:8000"}).status_code == 200
    assert client.get("/", headers={"Host": "rebound.example"}).status_code == 400


def test_an_empty_store_says_how_to_begin(tmp_path: Path) -> None:
    store = Store(tmp_path / "one.sqlite")
    client = create_app(store).test_client()
    assert "No story is stored yet" in client.get("/").text
    keep(store, crowd(3))
    assert "No story is stored yet" not in client.get("/").text


def test_a_source_that_is_not_known_is_called_by_its_headline(client: FlaskClient, store: Store) -> None:
    story = harbour_fire()
    nameless = tuple(replace(r, article=replace(r.article, source="")) for r in story.readings)
    keep(store, replace(story, story_id="nameless", readings=nameless))
    page = client.get("/stories/nameless/sources").text
    assert '<p class="who">Inspectors Rule Out Arson ' in page
    assert '<p class="who">wire' not in page


def test_what_no_words_date_is_taken_from_the_chart_and_brought_back(client: FlaskClient, store: Store) -> None:
    keep(store, replace(harbour_fire(), story_id="calm", findings=()))
    switch = re.compile(r'id="undated".*aria-checked="(\w+)" href="([^"]+)">Undated too <span class="count">1</span>')
    shown = switch.search(client.get("/stories/calm").text)
    assert shown
    assert shown.groups() == ("true", "/stories/calm?undated=hidden")
    hidden = switch.search(client.get(shown[2]).text)
    assert hidden
    assert hidden.groups() == ("false", "/stories/calm?undated=shown")
    order = [
        client.get(f"/stories/calm/figure.json?undated={u}").get_json()["layout"]["meta"]["order"] for u in UNDATED
    ]
    assert order == [["e5", "e1", "e2", "e7", "e3"], ["e5", "e1", "e2", "e7"]]


def test_a_page_says_which_articles_are_copies(client: FlaskClient, store: Store) -> None:
    copies = (Copy("wire", "post", 1.0, "the same text word for word"),)
    keep(store, replace(harbour_fire(), story_id="copied", copies=copies))
    story = " ".join(client.get("/stories/copied?event=e1").text.split())
    assert story.count("2 articles, 1 of them a copy") >= 2  # of the story, and of its event
    for page in (story, client.get("/stories/copied/articles/wire").text):
        assert 'A copy of <a href="/stories/copied/articles/post">Warehouse Fire' in " ".join(page.split())
    assert "A copy of" not in client.get("/stories/copied/articles/post").text


def test_an_exported_story_is_brought_back_by_the_form(client: FlaskClient) -> None:
    client.post("/add", data={"text": ARTICLE})
    exported = client.get("/stories/ferry-runs-aground/timeline.json").data
    sent = {"story": (io.BytesIO(exported), "ferry.json")}
    back = client.post("/import", data=sent, content_type="multipart/form-data")
    assert (back.status_code, back.location) == (303, "/stories/ferry-runs-aground-2")


@pytest.mark.parametrize(("sent", "says"), [(None, "hoose the file"), (b"x", "not JSON")])
def test_a_form_without_a_story_is_answered_with_what_is_missing(
    client: FlaskClient, sent: bytes | None, says: str
) -> None:
    files = {} if sent is None else {"story": (io.BytesIO(sent), "x.json")}
    refused = client.post("/import", data=files, content_type="multipart/form-data")
    assert refused.status_code == 400
    assert says in refused.get_data(as_text=True)


def test_a_story_is_deleted_only_once_that_is_confirmed(client: FlaskClient, store: Store) -> None:
    assert f'href="{HARBOUR}/delete"' in client.get(HARBOUR).text
    client.get(f"{HARBOUR}/delete")
    assert "lowen-harbour" in {s.id for s in store.stories()}
    assert client.post(f"{HARBOUR}/delete").status_code == 303
    assert "lowen-harbour" not in {s.id for s in store.stories()}
    assert client.post(f"{HARBOUR}/delete").status_code == 404


def test_another_site_can_not_delete_a_story(store: Store) -> None:
    assert create_app(store).test_client().post(f"{HARBOUR}/delete").status_code == 400
    assert "lowen-harbour" in {s.id for s in store.stories()}


def test_what_was_read_stays_beside_what_was_decided(client: FlaskClient, store: Store) -> None:
    story, article = store.add_article(articles.from_text(ARTICLE, published=date(2021, 3, 10)))
    store.set_publication(story, article, date(2021, 3, 17), who="Ada")
    plain = " ".join(re.sub("<[^>]+>", " ", client.get(f"/stories/{story}/articles/{article}").text).split())
    assert "As read Wed 10 March 2021 as given" in plain
    assert (
        "Decided Wed 17 March 2021 Set to Wed 17 March 2021 : Ada" in plain or "Set to Wed 17 March 2021: Ada" in plain
    )
    assert "Why Wed 10 March 2021" in plain


def test_a_story_without_articles_says_how_to_begin(client: FlaskClient, store: Store) -> None:
    text = client.get(f"/stories/{store.create_story('Begun')}").text
    assert "This story has no article yet." in text
    assert 'href="/add?story=begun"' in text
    assert 'id="chart"' not in text
    assert "timeline.js" not in text


def test_every_export_is_offered_once_under_a_heading() -> None:
    offered = [form.name for group in downloads() for form in group.formats]
    assert sorted(offered) == sorted(export.formats())
