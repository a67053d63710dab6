"""The guided example in a real browser: with a script and without one, with the keys alone, left and taken up again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.serving import SEEDS, serving
from tests.web.test_guide import TITLES
from timeline.store import Store
from timeline.store.backup import backup

OpenPage = Callable[..., Page]


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory, seed: bytes) -> Store:
    """A store that holds the seed alone, as it was when nobody had decided anything."""
    path = tmp_path_factory.mktemp("guide") / "dateline.sqlite"
    path.write_bytes(seed)
    return Store(path)


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The whole store's one file."""
    folder = tmp_path_factory.mktemp("seed")
    Store(folder / "dateline.sqlite").load_seeds(SEEDS)
    backup(folder / "dateline.sqlite", folder / "copy.sqlite")
    return (folder / "copy.sqlite").read_bytes()


@pytest.fixture
def address(store: Store) -> Iterator[str]:
    with serving(store) as address:
        yield address


def card(page: Page, number: int) -> None:
    """The card tells this step, and what it speaks of is on the page."""
    expect(page.locator("#guide summary")).to_have_text(f"Guided example, step {number} of 6")
    expect(page.locator("#guide-title")).to_have_text(TITLES[number - 1])
    assert page.locator(f"#{page.locator('#guide').get_attribute('data-place')}").count() == 1


def test_six_steps_from_the_timeline_to_the_exports(open_page: OpenPage, store: Store) -> None:
    page = open_page("/")
    page.get_by_role("link", name="Start").click()
    card(page, 1)
    page.wait_for_selector("#chart[data-drawn]")
    page.get_by_role("link", name="Next").click()
    card(page, 2)
    expect(page.locator("#guide-title")).to_be_focused()
    page.locator("#panel summary", has_text="Why this date").first.click()
    expect(page.locator("#panel .why").first).to_be_visible()
    page.get_by_role("link", name="Next").click()
    card(page, 3)
    page.get_by_role("link", name="Next").click()
    card(page, 4)
    expect(page.locator("#what-if")).to_be_in_viewport()
    page.get_by_role("link", name="Next").click()
    card(page, 5)
    finding = page.locator("#f1")
    finding.locator("summary", has_text="Confirm, explain or dismiss").click()
    finding.get_by_role("button", name="Confirm").click()
    expect(finding.locator(".judged")).to_contain_text("Confirmed")
    card(page, 5)
    finding.get_by_role("button", name="Undo").click()
    expect(finding.locator(".judged")).to_have_count(0)
    assert len(store.history(store.stories()[0].id)) == 2
    page.get_by_role("link", name="Next").click()
    card(page, 6)
    page.wait_for_selector("#chart[data-drawn]")
    expect(page.locator("#export")).to_be_in_viewport()
    page.get_by_role("button", name="Finish").click()
    expect(page).to_have_url("/")
    expect(page.locator("#guide")).to_have_count(0)


def test_it_is_left_on_any_page_and_taken_up_again(open_page: OpenPage) -> None:
    page = open_page("/guide/3")
    page.get_by_role("link", name="History").click()
    expect(page.locator("#guide summary")).to_have_text("Guided example, step 3 of 6")
    page.get_by_role("button", name="Leave").click()
    expect(page).to_have_url(re.compile("/history$"))
    expect(page.locator("#guide")).to_have_count(0)
    page.goto("/")
    page.get_by_role("link", name="Go on with step 3").click()
    card(page, 3)
    page.get_by_role("link", name="Back", exact=True).click()
    card(page, 2)


def test_it_hides_nothing_for_good(open_page: OpenPage) -> None:
    """At the end of the page the card stands below everything, and it folds."""
    page = open_page("/guide/2", viewport={"width": 360, "height": 800})
    page.wait_for_selector("#chart[data-drawn]")
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    assert page.evaluate(
        "document.querySelector('main').getBoundingClientRect().bottom"
        " <= document.querySelector('#guide').getBoundingClientRect().top + 1"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#guide summary").click()
    expect(page.locator("#guide-title")).to_be_hidden()


def test_the_keys_alone_lead_through_it(open_page: OpenPage) -> None:
    page = open_page("/", reduced_motion="reduce")
    page.get_by_role("link", name="Start").focus()
    page.keyboard.press("Enter")
    card(page, 1)
    page.wait_for_selector("#chart[data-drawn]")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the guided example")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#guide summary")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Next")).to_be_focused()
    page.keyboard.press("Enter")
    card(page, 2)
    expect(page.locator("#guide-title")).to_be_focused()
    page.get_by_role("link", name="Show me").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_focused()


def test_without_a_script_it_is_a_numbered_guide_and_leads_the_same_way(open_page: OpenPage) -> None:
    page = open_page("/", java_script_enabled=False)
    expect(page.locator(".guide li > a")).to_have_text(TITLES)
    page.get_by_role("link", name="Start").click()
    for number in range(1, 6):
        card(page, number)
        page.get_by_role("link", name="Next").click()
    card(page, 6)
    page.get_by_role("button", name="Finish").click()
    expect(page.locator("#guide")).to_have_count(0)


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1440)])
def test_no_step_shuts_anybody_out(open_page: OpenPage, scheme: str, width: int) -> None:
    page = open_page("/", color_scheme=scheme, viewport={"width": width, "height": 800})
    for path in ("/", *(f"/guide/{number}" for number in range(1, 7))):
        page.goto(path)
        if page.locator("#chart").count():
            page.wait_for_selector("#chart[data-drawn]")
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
