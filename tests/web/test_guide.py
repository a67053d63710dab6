"""The guided example: six steps through the seed story, left and taken up again on any page, without a script too."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.browser.serving import SEEDS
from timeline.articles import from_text
from timeline.model import Timeline
from timeline.store import Role, Store
from web import create_app
from web.guide import COOKIE

TITLES = [
    "See what happened when",
    "Ask why",
    "See what does not hold together",
    "Ask “what if?”",
    "Have the last word",
    "Take it along",
]
PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The seed, read for real."""
    store = Store(tmp_path_factory.mktemp("guide") / "dateline.sqlite")
    store.load_seeds(SEEDS)
    return store


@pytest.fixture
def client(seeded: Store) -> Iterator[FlaskClient]:
    app = create_app(seeded)
    app.config["WTF_CSRF_ENABLED"] = False
    with app.test_client() as client:
        yield client


def held(client: FlaskClient) -> str:
    found = client.get_cookie(COOKIE, domain="localhost")
    return found.value if found else ""


def test_the_first_page_opens_the_seed_story_step_by_step(client: FlaskClient) -> None:
    page = client.get("/").text
    assert re.findall(r'<a href="/guide/\d">([^<]+)</a>', page) == TITLES
    begun = client.get("/guide")
    assert begun.status_code == 303
    address = begun.headers["Location"]
    shown = client.get(address).text
    assert "Guided example, step 1 of 6" in shown
    assert 'rel="next" href="/guide/2"' in shown
    assert 'rel="prev"' not in shown


@pytest.mark.parametrize("number", range(1, 7))
def test_every_step_leads_to_its_place_and_is_told_there(client: FlaskClient, number: int) -> None:
    address = client.get(f"/guide/{number}").headers["Location"]
    page = client.get(address).text
    assert f"Guided example, step {number} of 6" in page
    assert f'<h2 id="guide-title" tabindex="-1">{TITLES[number - 1]}</h2>' in page
    (place,) = re.findall('data-place="([^"]+)"', page)
    assert f'id="{place}"' in page
    assert address.partition("#")[2] in ("", place)


class Watched(Store):
    """Keeps count of what is asked of it."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self.loaded: list[str] = []

    def shown(self, story_id: str) -> Timeline:
        self.loaded.append(story_id)
        return super().shown(story_id)


def test_a_guided_page_loads_its_story_once(tmp_path: Path) -> None:
    store = Watched(tmp_path / "dateline.sqlite")
    store.load_seeds(SEEDS)
    client = create_app(store).test_client()
    address = client.get("/guide/1").headers["Location"]
    store.loaded.clear()
    assert "step 1 of 6" in client.get(address).text
    assert len(store.loaded) == 1


def test_the_steps_speak_of_what_was_found(client: FlaskClient) -> None:
    page = client.get("/").text
    assert "“Monday evening”, “Monday night&#39;s”, “Tuesday night&#39;s”: these can’t all be right." in page
    assert "Had it been Wed 25 Sept 2019, all this would change." in page


def test_it_can_be_left_on_any_page_and_gone_on_with(client: FlaskClient) -> None:
    story = client.get("/guide/3").headers["Location"].removesuffix("/report#f1")
    for path in ("", "/report", "/history"):
        assert "step 3 of 6" in client.get(f"{story}{path}").text
    left = client.post("/guide/leave", data={"back": f"{story}?sort=title"})
    assert (left.status_code, left.headers["Location"]) == (303, f"{story}?sort=title")
    assert 'id="guide"' not in client.get(story).text
    assert "Go on with step 3" in client.get("/").text
    assert client.get("/guide").headers["Location"].startswith(story)
    assert "step 3 of 6" in client.get(story).text


def test_after_the_last_step_it_is_over_and_can_begin_again(client: FlaskClient) -> None:
    last = client.get("/guide/6").headers["Location"]
    assert 'name="over" value="1">Finish</button>' in client.get(last).text
    assert client.post("/guide/leave", data={"over": "1", "back": last}).headers["Location"] == "/"
    assert 'id="guide"' not in client.get(last).text
    page = client.get("/").text
    assert "Go on with" not in page
    assert '<a class="button" href="/guide">Start</a>' in page


def test_nobody_who_did_not_begin_sees_it(client: FlaskClient, seeded: Store) -> None:
    assert 'id="guide"' not in client.get(f"/stories/{seeded.stories()[0].id}").text


@pytest.mark.parametrize("cookie", ["", "0", "x", "-left", "99999", "²", "1-left", "over", "7" * 3000])
def test_a_cookie_that_says_nothing_shows_nothing(client: FlaskClient, seeded: Store, cookie: str) -> None:
    client.set_cookie(COOKIE, cookie, domain="localhost")
    answer = client.get(f"/stories/{seeded.stories()[0].id}")
    assert answer.status_code == 200
    assert 'id="guide"' not in answer.text
    assert client.get("/").status_code == 200


def test_a_step_beyond_the_last_is_the_last(client: FlaskClient, seeded: Store) -> None:
    client.set_cookie(COOKIE, "42", domain="localhost")
    assert "step 6 of 6" in client.get(f"/stories/{seeded.stories()[0].id}").text


@pytest.mark.parametrize("path", ["/guide/0", "/guide/7"])
def test_a_step_that_there_is_not_is_not_found(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "The guided example has no step" in answer.text


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "", "javascript:alert(1)"])
def test_leaving_leads_nowhere_else(client: FlaskClient, back: str) -> None:
    assert client.post("/guide/leave", data={"back": back}).headers["Location"] == "/"


def test_when_the_store_breaks_the_page_that_says_so_asks_it_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    (story,) = Store(path).load_seeds(SEEDS)
    client = create_app(Store(path)).test_client()
    client.get("/guide/2")
    assert 'id="guide"' in client.get(f"/stories/{story}").text
    with sqlite3.connect(path) as db:
        db.execute("ALTER TABLE stories RENAME TO lost")
    answer = client.get(f"/stories/{story}")
    assert (answer.status_code, "Something broke" in answer.text) == (500, True)


def test_without_its_story_there_is_no_example(tmp_path: Path) -> None:
    store = Store(tmp_path / "s.sqlite")
    client = create_app(store).test_client()
    assert "A guided example" not in client.get("/").text
    answer = client.get("/guide")
    assert (answer.status_code, "There is no example here" in answer.text) == (404, True)


def test_beside_other_stories_it_is_offered_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "rain.txt").write_text("Rain\n\nIt rained in Arden on May 1, 2020.", encoding="utf-8")
    store = Store(tmp_path / "s.sqlite")
    store.load_seeds(tmp_path / "seeds")
    other = store.put_article(from_text("Fog\n\nFog came on May 2, 2020.")).story_id
    client = create_app(store).test_client()
    assert (
        'New here? <a href="/guide">The guided example</a> leads through a story in 4 short steps.'
        in client.get("/").text
    )
    client.get("/guide/2")
    assert '<a href="/guide">Go on with the guided example</a>, step 2 of 4.' in client.get("/").text
    assert 'id="guide"' in client.get("/stories/rain").text
    assert 'id="guide"' not in client.get(f"/stories/{other}").text


def test_a_reader_is_not_asked_to_decide(tmp_path: Path, seeded: Store) -> None:
    store = Store(tmp_path / "s.sqlite")
    (story,) = store.load_seeds(SEEDS)
    store.people.add("Ada", Role.ADMIN, PASSWORD)
    store.people.add("Cem", Role.READER, PASSWORD)
    app = create_app(store)
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    client.post("/login", data={"name": "Cem", "password": PASSWORD})
    assert client.get("/guide").status_code == 404
    store.shares.give(story, "Cem", Role.READER)
    page = client.get("/").text
    assert re.findall(r'<a href="/guide/\d">([^<]+)</a>', page) == [t for t in TITLES if t != "Have the last word"]
