"""A team at work in real browsers: an admin gives, an editor edits, a reader reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import serving
from tests.web.shelf import shelf
from timeline.store import Role, Store

PASSWORD = "correct horse battery"
HARBOUR = "/stories/lowen-harbour"


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = shelf(tmp_path_factory.mktemp("team") / "dateline.sqlite")
    for name, role in {"Ada": Role.ADMIN, "Bea": Role.EDITOR, "Cem": Role.READER}.items():
        store.people.add(name, role, PASSWORD)
    return store


@pytest.fixture(scope="module")
def home(team: Store) -> Iterator[str]:
    with serving(team) as address:
        yield address


@pytest.fixture
def as_(browser: Browser, home: str) -> Iterator[Callable[[str], Page]]:
    """A browser of one's own in which somebody has just logged in."""
    contexts = []

    def logged_in(name: str) -> Page:
        contexts.append(browser.new_context(base_url=home, viewport={"width": 1280, "height": 900}))
        page = contexts[-1].new_page()
        page.goto(HARBOUR)
        page.get_by_label("Name").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        return page

    yield logged_in
    for context in contexts:
        context.close()


def test_a_reader_sees_what_an_admin_gives_and_can_not_change_it(as_: Callable[[str], Page]) -> None:
    reader = as_("Cem")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Not found")
    admin = as_("Ada")
    admin.get_by_role("link", name="Who sees it").click()
    admin.get_by_label("Name").select_option("Cem")
    admin.get_by_role("button", name="Give the story").click()
    expect(admin.get_by_role("rowheader", name="Cem")).to_be_visible()
    reader.reload()
    expect(reader.get_by_role("heading", level=1)).to_have_text("The fire at Lowen Harbour")
    assert reader.get_by_role("link", name="Add articles").count() == 0
    reader.goto(f"{HARBOUR}/articles/post")
    assert reader.get_by_role("button", name="Set the date").count() == 0
    reader.goto("/add")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Not allowed")
    expect(reader.locator(".lead")).to_have_text("Readers can't add anything; ask an admin to make you an editor.")
    admin.get_by_role("button", name="Hide it from Cem").click()
    reader.goto(HARBOUR)
    expect(reader.get_by_role("heading", level=1)).to_have_text("Not found")


def test_a_logout_ends_it_in_every_tab(as_: Callable[[str], Page]) -> None:
    page = as_("Bea")
    other = page.context.new_page()
    other.goto("/account")
    expect(other.get_by_role("heading", level=1)).to_have_text("Bea")
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log in")
    other.reload()
    expect(other.get_by_role("heading", level=1)).to_have_text("Log in")


@pytest.mark.parametrize(
    "work",
    [
        lambda page: page.locator("tr[id^=row-] a[data-event]").first.click(),
        lambda page: page.get_by_role("link", name="topic").click(),
        lambda page: page.get_by_role("button", name="Zoom in").click(),
    ],
    ids=["event", "lanes", "zoom"],
)
def test_a_page_whose_login_is_over_asks_for_one(as_: Callable[[str], Page], work: Callable[[Page], None]) -> None:
    page = as_("Ada")
    page.wait_for_selector("#chart[data-drawn]")
    page.context.clear_cookies()
    work(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Log in")


def test_a_token_is_made_and_revoked_on_the_page_of_the_account(as_: Callable[[str], Page]) -> None:
    page = as_("Bea")
    page.goto("/account")
    page.get_by_label("What will use it").fill("nightly import")
    page.get_by_role("button", name="Make a token").click()
    expect(page.locator(".secret")).to_contain_text("dateline_")
    page.get_by_role("button", name="Revoke nightly import").click()
    expect(page.get_by_role("button", name="Revoke nightly import")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["/login", "/account", "/people", f"{HARBOUR}/people"])
def test_the_pages_of_accounts_are_accessible_and_fit(as_: Callable[[str], Page], address: str, width: int) -> None:
    page = as_("Ada")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
