"""Many articles at once, in a real browser: files of every kind, progress, what could not be read, the timeline."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect

from tests.articles import documents
from tests.browser.serving import serving
from timeline.store import Given, JobItem, Outcome, Reached, Store
from timeline.store.store import PARSING

OpenPage = Callable[..., Page]

READING = 60_000  # milliseconds that twenty articles may take on a busy machine


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of this module alone."""
    return Store(tmp_path_factory.mktemp("adding") / "dateline.sqlite")


@pytest.fixture(scope="module")
def address(store: Store) -> Iterator[str]:
    with serving(store) as address:
        yield address


@pytest.fixture
def standstill() -> Iterator[Callable[[], None]]:
    """Nothing is read until it is called."""
    with ExitStack() as held:
        held.enter_context(PARSING)
        yield held.close


def told(day: int) -> str:
    return f"Village {day} Flooded\n\nThe Alder flooded village {day} on Monday, March {day}, 2021, the county said."


def file(name: str, body: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": body}


def page_of(text: str) -> bytes:
    paragraphs = "".join(f"<p>{p}</p>" for p in text.split("\n\n"))
    return f"<html><body><article>{paragraphs}</article></body></html>".encode()


def twenty() -> list[FilePayload]:
    """Twenty files of every kind that hold 21 articles; two can't be read and one is there twice."""
    return [
        *(file(f"t{n}.txt", told(n).encode()) for n in range(1, 8)),
        *(file(f"h{n}.html", page_of(told(n))) for n in range(8, 11)),
        *(file(f"p{n}.pdf", documents.pdf(told(n).split("\n\n"))) for n in range(11, 13)),
        file("w13.docx", documents.word(told(13).split("\n\n"))),
        file("m14.eml", documents.mail(plain=told(14))),
        file("j15.json", json.dumps({"title": "Village 15 Flooded", "maintext": told(15)}).encode()),
        file("rows.csv", "".join(["text\n", *(f'"{told(n)}"\n' for n in (16, 17))]).encode()),
        file("june.zip", documents.zipped([("a.txt", told(18).encode()), ("b.txt", told(19).encode())])),
        file("feed.xml", documents.ATOM),
        file("again.txt", told(1).encode()),
        file("scan.pdf", documents.scan_pdf()),
    ]


def test_twenty_mixed_files_become_one_timeline(
    open_page: OpenPage, store: Store, standstill: Callable[[], None]
) -> None:
    page = open_page("/add")
    page.locator("#file").set_input_files(twenty())
    expect(page.locator(".uploads li")).to_have_count(8)
    expect(page.locator(".uploads-sum")).to_contain_text("… and 12 more. 20 files,")
    page.locator("summary", has_text="For many articles").click()
    page.get_by_label("Title of the story").fill("Floods on the Alder")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reading 20 sources")
    expect(page.locator("progress")).to_have_attribute("max", "20")
    standstill()
    expect(page.get_by_role("heading", level=1)).to_have_text("20 articles added", timeout=READING)
    expect(page.locator(".outcome.failed li")).to_have_count(1)
    expect(page.locator(".outcome.failed li")).to_contain_text("put it through text recognition")
    expect(page.locator(".outcome", has_text="Copies").locator("li")).to_contain_text("same text as t1")
    page.get_by_role("link", name="Open the timeline").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Floods on the Alder")
    page.wait_for_selector("#chart[data-drawn]")
    story = store.timeline("floods-on-the-alder")
    assert len(story.readings) == 20
    assert page.locator(".articles > li").count() == 20


def test_what_goes_well_leads_straight_to_the_timeline(open_page: OpenPage) -> None:
    page = open_page("/add")
    page.locator("#file").set_input_files([file(f"g{n}.txt", told(n).encode()) for n in (20, 21)])
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/stories/village-20-flooded", timeout=READING)
    expect(page.get_by_role("heading", level=1)).to_have_text("Village 20 Flooded")


def test_articles_are_added_to_a_story_from_its_page(open_page: OpenPage, store: Store) -> None:
    story = store.create_story("Beside the river")
    page = open_page(f"/stories/{story}")
    page.get_by_role("link", name="Add articles").last.click()
    expect(page.get_by_label("Belongs to")).to_have_value(story)
    page.locator("#file").set_input_files([file(f"s{n}.txt", told(n).encode()) for n in (22, 23)])
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url(f"**/stories/{story}", timeout=READING)
    assert len(store.timeline(story).readings) == 2


def test_long_work_can_be_cancelled(open_page: OpenPage, store: Store, standstill: Callable[[], None]) -> None:
    before = store.stories()
    page = open_page("/add")
    page.locator("#file").set_input_files([file(f"c{n}.txt", told(n).encode()) for n in (24, 25)])
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cancelled")
    standstill()
    assert [s.id for s in store.stories()][: len(before)] == [s.id for s in before]


def test_without_javascript_the_page_renews_itself(open_page: OpenPage, standstill: Callable[[], None]) -> None:
    page = open_page("/add", java_script_enabled=False)
    page.locator("#file").set_input_files([file(f"n{n}.txt", told(n).encode()) for n in (26, 27)])
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reading 2 sources")
    standstill()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 articles added", timeout=READING)
    page.get_by_role("link", name="Open the timeline").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Village 26 Flooded")


DROP = """names => {
  const held = new DataTransfer();
  for (const name of names) held.items.add(new File(["It rained on Monday."], name));
  const how = {dataTransfer: held, bubbles: true, cancelable: true};
  for (const type of ["dragenter", "dragover", "drop"]) {
    document.querySelector("h1").dispatchEvent(new DragEvent(type, how));
    if (type === "dragover") document.body.dataset.over = document.querySelector("form.add").className;
  }
}"""


def test_files_can_be_dropped_anywhere_and_taken_away(open_page: OpenPage) -> None:
    page = open_page("/add")
    page.evaluate(DROP, ["a.txt", "<img src=x onerror=alert(1)>.txt"])
    assert "over" in (page.locator("body").get_attribute("data-over") or "")
    expect(page.locator(".uploads li > span")).to_have_text(["a.txt", "<img src=x onerror=alert(1)>.txt"])
    page.evaluate(DROP, ["b.txt"])
    page.get_by_role("button", name="Remove a.txt").click()
    expect(page.locator(".uploads-sum")).to_contain_text("2 files")
    names = page.evaluate("[...document.querySelector('#file').files].map(f => f.name)")
    assert names == ["<img src=x onerror=alert(1)>.txt", "b.txt"]


def test_what_is_hidden_is_not_fetched(open_page: OpenPage, address: str) -> None:
    page = open_page("/add")
    page.get_by_label("or addresses").fill("http://127.0.0.1/\nhttp://169.254.169.254/latest/")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("None of it could be read. The reasons stand below.")).to_be_visible(timeout=READING)
    expect(page.locator(".outcome.failed li").first).to_contain_text("'127.0.0.1' is not on the open internet")
    expect(page.locator(".outcome.failed li")).to_have_count(2)


@pytest.fixture(scope="module")
def job_pages(store: Store) -> list[str]:
    """The addresses of jobs in each state."""
    given = [Given(f"a very long name of a file {n} that does not fit.pdf", b"") for n in range(3)]
    story = store.create_story("Jobs")
    running, cancelled, done, broken = (store.jobs.create(given, story_id=story) for _ in range(4))
    for job in (running, cancelled, done, broken):
        for number, outcome in enumerate(Outcome, 1):
            item = JobItem(given[0].name, outcome, "the reason of it" * (outcome is Outcome.FAILED), "a")
            store.jobs.note(job.id, Reached(number, 1), item, story)
    store.jobs.cancel(cancelled.id)
    store.jobs.finish(done.id)
    with store._writer.begin() as db:
        db.exec_driver_sql(f"UPDATE jobs SET beat_at = '2020-01-01T00:00:00+00:00' WHERE id = '{broken.id}'")
    return [f"/jobs/{job.id}" for job in (running, cancelled, done, broken)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_job_shuts_anybody_out_or_is_wider_than_a_phone(
    open_page: OpenPage, job_pages: list[str], scheme: str
) -> None:
    for path in job_pages:
        page = open_page(path, color_scheme=scheme, viewport={"width": 360, "height": 800})
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
