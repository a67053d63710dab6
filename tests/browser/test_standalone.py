from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.samples import harbour_fire, hostile
from tests.web.shelf import crowd
from timeline import export
from timeline.model import Timeline

STORIES = {"harbour-fire": harbour_fire(), "hostile": hostile(), "empty": Timeline("empty", (), "Nothing yet")}


class Elements(HTMLParser):
    """The elements of a page and what stands in its scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts[-1] += data


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_the_page_brings_all_that_it_needs_and_runs_nothing_of_the_articles(story: Timeline) -> None:
    page = Elements(export.render(story, "html").decode())
    assert [a for _, a in page.found if "src" in a or ("href" in a and not str(a["href"]).startswith("#"))] == []
    assert not [name for _, attributes in page.found for name in attributes if name.startswith("on")]
    assert len(page.scripts) == 3
    figures = json.loads(page.scripts[0])
    assert [figure["width"] for figure in figures["light"]] == [figure["width"] for figure in figures["dark"]]


def test_every_event_and_finding_is_in_the_page() -> None:
    page = Elements(export.render(harbour_fire(), "html").decode())
    ids = [attributes.get("id") for tag, attributes in page.found if tag == "tr"]
    assert sorted(filter(None, ids)) == sorted(event.id for event in harbour_fire().events)


def test_what_would_crowd_the_chart_is_told() -> None:
    crowded = replace(harbour_fire(), events=(*harbour_fire().events, *crowd(120).events), findings=())
    told = "the table also holds 1 event without."
    assert told in export.render(crowded, "html").decode()
    assert told not in export.render(harbour_fire(), "html").decode()


def test_the_page_opens_from_a_disk_without_a_network(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "story.html"
    file.write_bytes(export.render(harbour_fire(), "html"))
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.goto(file.as_uri())
    page.wait_for_selector("#chart[data-drawn='720'] .main-svg")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".chart-sheets tbody tr").count() > 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.get_by_text("Fire at the grain warehouse in Lowen Harbour").last.click()
    assert asked == [file.as_uri()]
    assert told == []
    page.close()
