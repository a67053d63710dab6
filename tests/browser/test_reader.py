"""What a reader does, in a real browser, against a real server and store."""

from __future__ import annotations

import csv
from collections.abc import Callable
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from timeline.model import Event, Status, Timeline
from timeline.store import Store

OpenPage = Callable[..., Page]
HARBOUR = "/stories/lowen-harbour"


@pytest.fixture(scope="session")
def seed(store: Store) -> Timeline:
    """The story of the seed article."""
    return store.timeline(next(s.id for s in store.stories() if s.id not in ("lowen-harbour", "evil")))


@pytest.fixture(scope="session")
def attack(seed: Timeline) -> Event:
    """The disputed rocket attack."""
    return next(e for e in seed.events if e.is_disputed)


def drawn(page: Page, event: str = "") -> None:
    """Wait until the chart shows the chosen event."""
    page.wait_for_selector(f'#chart[data-drawn^="{event}|"]')


def test_choosing_the_attack_shows_its_quotes_and_its_links(open_page: OpenPage, seed: Timeline, attack: Event) -> None:
    page = open_page(f"/stories/{seed.story_id}")
    drawn(page)
    page.get_by_role("row").get_by_role("link", name=attack.title).click()
    drawn(page, attack.id)
    panel = page.locator("#panel-event")
    expect(panel.get_by_role("heading", level=2)).to_have_text(attack.title)
    expect(panel.get_by_role("heading", level=2)).to_be_focused()
    assert f"event={attack.id}" in page.url
    assert "Also reported" in panel.inner_text()
    assert panel.locator(".mentions > li").count() == len(attack.mentions)
    texts = panel.locator(".mentions blockquote").all_inner_texts()
    assert any("two Katyusha rockets were fired" in t for t in texts)
    assert any("Tuesday night's rocket attack" in t for t in texts)
    linked = [k for k in seed.links if attack.id in (k.source, k.target)]
    assert panel.locator(".links > li").count() == len(linked) > 0
    assert any("following" in t for t in panel.locator(".links blockquote").all_inner_texts())
    expect(page.locator(f"#row-{attack.id}")).to_have_attribute("aria-current", "true")


def test_an_event_can_be_chosen_in_the_chart(open_page: OpenPage, seed: Timeline) -> None:
    page = open_page(f"/stories/{seed.story_id}")
    drawn(page)
    strike = next(e for e in seed.events if "Aramco" in e.title)
    label = page.locator("#chart .textpoint text", has_text=strike.title[:20]).first
    label.scroll_into_view_if_needed()
    box = label.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    drawn(page, strike.id)
    expect(page.locator("#panel-title")).to_have_text(strike.title)


def test_the_arrow_keys_walk_through_the_chart_and_escape_lets_go(open_page: OpenPage) -> None:
    page = open_page(HARBOUR)
    drawn(page)
    page.locator("#chart").focus()
    page.keyboard.press("ArrowRight")
    drawn(page, "e5")
    expect(page.locator("#panel-title")).to_have_text("Reports of faulty wiring")
    expect(page.locator("#chart")).to_be_focused()
    page.keyboard.press("ArrowRight")
    drawn(page, "e1")
    page.keyboard.press("Escape")
    drawn(page)
    expect(page.locator("#panel-event")).to_be_hidden()
    assert "event=" not in page.url


def test_going_back_returns_to_the_event_before(open_page: OpenPage) -> None:
    page = open_page(f"{HARBOUR}?event=e1")
    drawn(page, "e1")
    page.locator("#inferred summary").click()
    page.locator("#panel").get_by_role("link", name="Workers led out").click()
    drawn(page, "e3")
    page.go_back()
    drawn(page, "e1")
    expect(page.locator("#panel-title")).to_have_text("Fire at the grain warehouse in Lowen Harbour")


def test_zooming_is_kept_in_the_address(open_page: OpenPage) -> None:
    page = open_page(HARBOUR)
    drawn(page)
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_selector('#chart[data-drawn^="|2021"]')
    assert "zoom=2021" in page.url
    seen = page.evaluate("document.getElementById('chart').layout.xaxis.range.slice()")
    page.reload()
    drawn(page)
    assert page.evaluate("document.getElementById('chart').layout.xaxis.range.slice()") == seen
    page.get_by_role("button", name="Story").click()
    page.wait_for_selector('#chart[data-drawn="|story"]')
    assert "zoom=" not in page.url


def test_zooming_out_ends_with_the_calendar(open_page: OpenPage) -> None:
    page = open_page(f"{HARBOUR}?zoom=0300-01-01/9000-01-01")
    page.wait_for_selector('#chart[data-drawn^="|0300"]')
    page.get_by_role("button", name="Zoom out").click()
    page.wait_for_selector('#chart[data-drawn="|0001-01-01T00:00:00/9999-12-31T00:00:00"]')
    page.get_by_role("button", name="Earlier").click()
    page.wait_for_selector('#chart[data-drawn^="|0001-01-01T00:00:00/5"]')


def test_what_can_not_be_loaded_is_said(open_page: OpenPage) -> None:
    page = open_page(HARBOUR, broken=True)
    drawn(page)
    page.context.set_offline(True)
    page.locator("tbody a[data-event]").first.click()
    expect(page.locator("#panel-event")).to_contain_text("could not be loaded")
    page.get_by_label("Find in events").fill("fire")
    expect(page.locator("#shown")).to_contain_text("could not be loaded")


def test_dragging_the_chart_moves_it_and_is_kept_in_the_address(open_page: OpenPage) -> None:
    page = open_page(HARBOUR)
    drawn(page)
    before = page.evaluate("document.getElementById('chart').layout.xaxis.range[0]")
    box = page.locator("#chart .nsewdrag").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.3, box["y"] + box["height"] - 6
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 120, y, steps=5)
    page.mouse.up()
    page.wait_for_selector('#chart[data-drawn^="|2021"]')
    assert page.evaluate("document.getElementById('chart').layout.xaxis.range[0]") < before


def test_the_filter_works_at_once_and_can_be_taken_back(open_page: OpenPage) -> None:
    page = open_page(f"{HARBOUR}?event=e1")
    drawn(page, "e1")
    page.locator("summary", has_text="Filter").click()
    page.get_by_label("Coast Wire").check()
    expect(page.locator("#shown")).to_have_text("3 of 7 events")
    assert page.locator("tbody tr").count() == 3
    assert "source=Coast+Wire" in page.url
    assert "event=e1" in page.url
    page.get_by_role("searchbox").fill("nearly 20")
    expect(page.locator("#shown")).to_have_text("1 of 7 events")
    page.get_by_role("link", name="Take away the filter: Coast Wire").click()
    expect(page.get_by_role("checkbox", name="Coast Wire")).not_to_be_checked()
    page.go_back()
    expect(page.locator("#chips li")).to_have_count(3)
    page.get_by_role("link", name="Show all").click()
    expect(page.locator("#shown")).to_have_text("7 events")
    assert page.locator("tbody tr").count() == 7


def test_sorting_keeps_the_place_and_the_focus(open_page: OpenPage) -> None:
    page = open_page(HARBOUR)
    drawn(page)
    page.get_by_role("columnheader").get_by_role("link", name="Event").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("th[aria-sort=ascending] #sort-title")
    expect(page.locator("#sort-title")).to_be_focused()
    assert "sort=title" in page.url


def test_lanes_and_folded_stretches_are_kept_in_the_address(open_page: OpenPage) -> None:
    page = open_page(HARBOUR)
    drawn(page)
    page.get_by_role("link", name="source", exact=True).click()
    expect(page.locator("#chart .annotation", has_text="Coast Wire")).to_be_visible()
    assert "lanes=source" in page.url
    page.get_by_role("switch", name="Fold gaps").click()
    expect(page.get_by_role("switch", name="Fold gaps")).to_be_checked()
    assert "gaps=compressed" in page.url
    page.reload()
    drawn(page)
    expect(page.get_by_role("switch", name="Fold gaps")).to_be_checked()


def test_an_empty_stretch_is_folded_away_with_a_mark(open_page: OpenPage, seed: Timeline) -> None:
    page = open_page(f"/stories/{seed.story_id}?gaps=compressed")
    drawn(page)
    breaks = page.evaluate("document.getElementById('chart').layout.xaxis.rangebreaks.length")
    assert page.locator("#chart .shapelayer path").count() >= breaks > 0
    assert page.locator("#chart .annotation", has_text="days").count() > 0


@pytest.mark.parametrize(("format", "begins"), [("SVG", b"<svg"), ("PNG", b"\x89PNG")])
def test_the_picture_is_saved(open_page: OpenPage, format: str, begins: bytes) -> None:
    page = open_page(HARBOUR)
    drawn(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=format).click()
    assert waiting.value.suggested_filename == f"lowen-harbour.{format.lower()}"
    assert waiting.value.path().read_bytes().startswith(begins)


def test_the_picture_carries_the_title_whatever_it_is(open_page: OpenPage) -> None:
    page = open_page("/stories/evil")
    drawn(page)
    title = page.locator("h1").inner_text()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="SVG").click()
    shown = "".join(ElementTree.parse(waiting.value.path()).getroot().itertext())
    assert "<" in title
    assert title[:20] in shown


def test_the_keys_are_listed_and_can_be_switched_off(open_page: OpenPage) -> None:
    page = open_page(HARBOUR)
    drawn(page)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    assert Axe().run(page).violations_count == 0
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("?")  # typed, not a shortcut
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()
    page.goto(HARBOUR)  # the filter may have found nothing by now
    drawn(page)
    page.locator("#chart").focus()
    page.keyboard.press("End")
    drawn(page, "e3")
    page.keyboard.press("+")
    page.wait_for_selector('#chart[data-drawn^="e3|2021"]')
    page.keyboard.press("3")
    page.wait_for_url("**/sources")
    page.get_by_role("button", name="Keyboard shortcuts").click()
    page.get_by_label("Shortcuts of a single key work everywhere").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("1")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()
    assert page.url.endswith("/sources")


def test_the_report_shows_quotes_side_by_side_and_the_repair(open_page: OpenPage, seed: Timeline) -> None:
    page = open_page(f"/stories/{seed.story_id}/report")
    card = page.locator(".card").first
    marked = card.locator(":scope > .quotes mark").all_inner_texts()
    assert any("Monday" in m for m in marked)
    assert any("Tuesday" in m for m in marked)
    assert card.locator(".sides del").inner_text() == "Tuesday"
    assert card.locator(".sides ins").inner_text() == "Monday"
    assert card.locator(".symptoms section").count() == 2
    tops = [figure.bounding_box() for figure in card.locator(":scope > .quotes figure").all()]
    assert len({round(t["y"]) for t in tops if t}) == 1


def test_another_publication_date_moves_every_date(open_page: OpenPage, seed: Timeline, store: Store) -> None:
    article = seed.readings[0].article
    page = open_page(f"/stories/{seed.story_id}/articles/{article.id}")
    expect(page.locator("#publication-title")).to_have_text("Published Tue 24 Sept 2019")
    before = page.locator(".n-time").all_inner_texts()
    assert any("Mon 23 Sept 2019" in t for t in before)
    page.get_by_label("Set it by hand").fill("2019-10-01")
    page.get_by_role("button", name="Set the date").click()
    expect(page.locator("#publication-title")).to_have_text("Published Tue 1 Oct 2019")
    assert any("Mon 30 Sept 2019" in t for t in page.locator(".n-time").all_inner_texts())
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator("#publication-title")).to_have_text("Published Tue 24 Sept 2019")
    assert page.locator(".n-time").all_inner_texts() == before


def test_the_csv_is_downloaded(open_page: OpenPage, seed: Timeline) -> None:
    page = open_page(f"/stories/{seed.story_id}")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download CSV").click()
    assert waiting.value.suggested_filename == f"{seed.story_id}.events.csv"
    with waiting.value.path().open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["event_id"] for row in rows] == [e.id for e in seed.events]


ARTICLE = """Bridge Over the Alder Closes

The Alder bridge was closed on Monday after floods damaged a pillar, the county said Tuesday, March 9, 2021."""


def test_an_article_is_pasted_and_its_story_opens(open_page: OpenPage, store: Store) -> None:
    page = open_page("/add")
    page.get_by_label("Text of the article").fill(ARTICLE)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bridge Over the Alder Closes")
    drawn(page)
    assert "Tue 9 March 2021" in page.locator("table").inner_text()
    store.delete_story(page.url.rsplit("/", 1)[1])


def test_everything_can_be_read_without_javascript(open_page: OpenPage, seed: Timeline, attack: Event) -> None:
    page = open_page(f"/stories/{seed.story_id}", java_script_enabled=False)
    expect(page.locator("#chart")).to_be_hidden()
    assert page.locator("tbody tr").count() == len(seed.events)
    page.get_by_role("columnheader").get_by_role("link", name="Mentions").click()
    page.get_by_role("columnheader").get_by_role("link", name="Mentions").click()
    expect(page.locator("tbody tr").first.get_by_role("link")).to_have_text(attack.title)
    page.get_by_role("row").get_by_role("link", name=attack.title).click()
    expect(page.locator("#panel-title")).to_have_text(attack.title)
    assert page.locator(".mentions > li").count() == len(attack.mentions)
    page.locator("summary", has_text="Filter").click()
    page.get_by_label("did not happen").check()
    page.get_by_role("button", name="Show these events").click()
    negated = sum(e.status is Status.NEGATED for e in seed.events)
    assert page.locator("tbody tr").count() == negated > 0


@pytest.mark.parametrize("path", ["/", "/stories/evil?event=e2", "/stories/evil/report", "/stories/evil/articles/evil"])
def test_hostile_words_run_nothing(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.on("dialog", lambda d: pytest.fail(f"a dialog opened: {d.message}"))
    if "event=" in path:
        drawn(page, "e2")
        assert "</script><script>alert(2)</script>" in page.locator("#chart").inner_text()


def every_page(seed: Timeline, attack: Event) -> list[str]:
    """An address of each kind of page."""
    story = f"/stories/{seed.story_id}"
    article = f"{story}/articles/{seed.readings[0].article.id}"
    filtered = f"{HARBOUR}?source=Coast+Wire&text=fire&disputed=1"
    return [
        "/",
        story,
        f"{story}?event={attack.id}",
        filtered,
        f"{HARBOUR}/sources",
        f"{story}/report",
        article,
        f"{article}?what_if=2019-10-01",
        f"{story}/history",
        f"{story}/delete",
        "/stories/evil?lanes=topic",
        "/stories/nope",
        "/add",
    ]


def settled(page: Page) -> Page:
    """The page, once its chart is drawn if it has one."""
    if page.locator("#chart").count():
        page.wait_for_selector("#chart[data-drawn]")
    if page.locator("details.more").count():
        page.locator("details.more > summary").click()
    return page


def test_nothing_is_wider_than_a_sheet_of_paper(open_page: OpenPage, seed: Timeline, attack: Event) -> None:
    for path in every_page(seed, attack):
        page = settled(open_page(path, viewport={"width": 680, "height": 970}, broken=path.endswith("nope")))
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= 680, path
        assert (
            not page.locator(".story-nav, .zoom, .foot, .judge, .set-date, #export")
            .and_(page.locator(":visible"))
            .count()
        )


def test_the_matrix_of_few_sources_is_printed_as_a_table(open_page: OpenPage) -> None:
    page = open_page(f"{HARBOUR}/sources", viewport={"width": 1000, "height": 700})
    page.emulate_media(media="print")
    heads = [box for th in page.locator(".matrix tbody th[scope=row]").all() if (box := th.bounding_box())]
    assert heads
    assert all(box["width"] > 50 for box in heads)


@pytest.mark.parametrize(("scheme", "width"), [("dark", 360), ("light", 1440)])
def test_no_page_shuts_anybody_out(open_page: OpenPage, seed: Timeline, attack: Event, scheme: str, width: int) -> None:
    for path in every_page(seed, attack):
        size = {"width": width, "height": 844}
        page = settled(open_page(path, color_scheme=scheme, viewport=size, broken=path.endswith("nope")))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"


def test_a_moment_is_told_by_the_readers_clock(open_page: OpenPage, store: Store) -> None:
    at = next(s.changed_at for s in store.stories() if s.changed_at)
    for zone in ("Asia/Tokyo", "America/Lima"):
        page = open_page("/", timezone_id=zone)
        told = f"{at.astimezone(ZoneInfo(zone)):%H:%M}"
        expect(page.locator(f'time[datetime="{at.isoformat()}"]').first).to_contain_text(told)
    plain = open_page("/", java_script_enabled=False)
    expect(plain.locator(f'time[datetime="{at.isoformat()}"]').first).to_contain_text(f"{at:%H:%M} UTC")


def test_a_missing_page_says_so(open_page: OpenPage) -> None:
    page = open_page("/stories/nope", broken=True)
    expect(page.get_by_role("heading", level=1)).to_have_text("Not found")
    expect(page.locator("main")).to_contain_text("No story 'nope' is stored.")


def test_the_chart_follows_a_change_to_dark(open_page: OpenPage) -> None:
    page = open_page(HARBOUR, color_scheme="light")
    drawn(page)
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector("#chart[data-theme=dark]")
    assert page.evaluate("document.getElementById('chart').layout.paper_bgcolor") == "#15171a"


def test_a_reader_can_reach_everything_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(HARBOUR)
    drawn(page)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    reached: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
    assert "chart" in reached
    assert "Zoom in" in reached or "+" in reached
    assert "Workers led out" in reached
    assert "Events (CSV)" in reached
