"""What an editor does, in a real browser: decide, see it at once, undo; with a second editor, and without scripts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import count

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from timeline import articles, edits
from timeline.model import Event, Hide, SetTitle
from timeline.store import Store

OpenPage = Callable[..., Page]
PORT = (
    "Port report {}\n\n"
    "Gunmen attacked the oil depot in Lowen on Monday night, police said.\n\n"
    "No worker was hurt in Monday night's attack on the oil depot.\n\n"
    "Police are still investigating Wednesday night's attack on the oil depot.\n\n"
    "A bridge collapsed near Lowen on Sunday. The mayor resigned on Tuesday."
)
NUMBERS = count(1)


@pytest.fixture
def port(store: Store) -> str:
    """A story of its own for each test."""
    text = PORT.format(next(NUMBERS))
    return store.add_article(articles.from_text(text, published=dt.date(2019, 9, 26)))[0]


def told(store: Store, story: str, trigger: str) -> Event:
    timeline = store.timeline(story)
    return next(timeline.event_of[m.id] for m in timeline.mentions.values() if m.text == trigger)


def test_a_finding_is_opened_confirmed_and_undone(open_page: OpenPage, store: Store, port: str) -> None:
    page = open_page(f"/stories/{port}/report")
    card = page.locator("article.card").first
    card.get_by_text("Confirm, explain or dismiss").click()
    card.get_by_label("Note").fill("Printed wrongly.")
    card.get_by_role("button", name="Confirm").click()
    expect(card.locator(".judged")).to_contain_text("Confirmed")
    expect(card.locator(".said")).to_have_text("Printed wrongly.")
    card.get_by_role("button", name="Undo").click()
    expect(page.locator("article.card").first.locator(".judged")).to_have_count(0)
    assert [e.edit.kind for e in store.history(port)] == ["judge", "undo"]


def test_a_dismissed_finding_is_folded_away_and_counted(open_page: OpenPage, port: str) -> None:
    page = open_page(f"/stories/{port}/report")
    page.get_by_text("Confirm, explain or dismiss").first.click()
    page.get_by_role("button", name="Dismiss").click()
    expect(page.locator("#announced")).to_have_text("Kept. It can be undone.")  # not before that is it sent
    page.goto(f"/stories/{port}/report")
    settled = page.locator("details.settled")
    expect(settled.locator("summary").first).to_have_text("1 finding dismissed or explained")
    expect(settled.locator("article")).to_be_hidden()
    settled.locator("summary").first.click()
    settled.get_by_role("button", name="Undo").click()
    expect(page.locator("details.settled")).to_have_count(0)


def test_events_are_joined_and_set_apart_again(open_page: OpenPage, store: Store, port: str) -> None:
    page = open_page(f"/stories/{port}")
    page.get_by_role("row").get_by_role("link", name="The mayor resigned").click()
    panel = page.locator("#panel-event")
    panel.get_by_text("Join with another event").click()
    choice = panel.get_by_label("The same event as")
    choice.select_option(choice.locator("option", has_text="A bridge collapsed").get_attribute("value"))
    panel.get_by_role("button", name="Join").click()
    expect(panel.locator(".decided")).to_contain_text("joined")
    expect(panel.locator(".dispute")).to_contain_text("disagrees with itself")
    assert told(store, port, "collapsed") == told(store, port, "resigned")
    panel.get_by_text("Set mentions apart").click()
    panel.get_by_role("checkbox", name="resigned").check()
    panel.get_by_role("button", name="Set apart").click()
    expect(panel.locator(".decided")).to_contain_text("Mentions set apart")
    assert told(store, port, "collapsed") != told(store, port, "resigned")


def test_title_and_date_are_corrected_with_the_keyboard(open_page: OpenPage, store: Store, port: str) -> None:
    event = told(store, port, "collapsed")
    page = open_page(f"/stories/{port}?event={event.id}")
    page.locator(".editing summary").first.focus()
    page.keyboard.press("Enter")
    for text in ("Bridge down", "2019-09-21 evening"):
        page.keyboard.press("Tab")
        page.keyboard.press("Control+A")
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    panel = page.locator("#panel-event")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Bridge down")
    expect(panel.locator(".event-when")).to_contain_text("Sat 21 Sept 2019, 18:00–24:00")
    expect(panel.locator(".decided dd").first).to_have_text("A bridge collapsed near Lowen")
    expect(page.get_by_role("row").filter(has_text="Bridge down")).to_have_count(1)


def test_what_if_shows_the_difference_before_it_is_kept(open_page: OpenPage, store: Store, port: str) -> None:
    article = next(iter(store.timeline(port).articles))
    page = open_page(f"/stories/{port}/articles/{article}")
    page.get_by_label("Set it by hand").fill("2019-10-03")
    page.get_by_role("button", name="What if?").click()
    difference = page.locator("#what-if")
    expect(difference.get_by_role("heading", level=2)).to_have_text("If it was published Thu 3 Oct 2019")
    expect(difference.get_by_role("row").filter(has_text="bridge")).to_contain_text("Sun 29 Sept 2019")
    assert store.history(port) == ()
    difference.get_by_role("button", name="Keep Thu 3 Oct 2019").click()
    expect(page.get_by_role("heading", name="Published Thu 3 Oct 2019")).to_be_visible()
    assert len(store.history(port)) == 1


def test_a_story_is_taken_away_forgotten_and_brought_back_as_it_was(
    open_page: OpenPage, store: Store, port: str
) -> None:
    event = edits.anchored_event(store.timeline(port), told(store, port, "attack"))
    store.edit(port, SetTitle(event, "Port stormed"), who="Ada")
    page = open_page(f"/stories/{port}/delete")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="save it as JSON").click()
    saved = waiting.value.path()
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stories")
    page.goto("/add")
    page.get_by_text("Bring back a story that was exported").click()
    page.get_by_label("Its Timeline (JSON)").set_input_files(saved)
    page.get_by_role("button", name="Import it").click()
    page.wait_for_url(f"**/stories/{port}")
    expect(page.get_by_text("Port stormed").first).to_be_visible()
    assert [entry.who for entry in store.history(port)] == ["Ada"]
    assert page.request.get(f"/stories/{port}/timeline.json").body() == saved.read_bytes()


def test_of_two_editors_of_one_event_the_second_is_told(open_page: OpenPage, store: Store, port: str) -> None:
    address = f"/stories/{port}?event={told(store, port, 'collapsed').id}"
    first, second = open_page(address), open_page(address, broken=True)
    for page, title in ((first, "First"), (second, "Second")):
        page.get_by_text("Title, date, status").click()
        page.get_by_label("Title", exact=True).fill(title)
        page.get_by_role("button", name="Save").click()
    expect(first.locator("#panel-title")).to_have_text("First")
    expect(second.get_by_role("heading", level=1)).to_have_text("Changed meanwhile")
    expect(second.locator("main")).to_contain_text("renamed “A bridge collapsed near Lowen” to “First”")
    expect(second.locator("main")).to_contain_text("Renamed “First” to “Second”")
    assert len(store.history(port)) == 1


def test_the_last_event_is_hidden_once(open_page: OpenPage, store: Store) -> None:
    text = f"Fog report {next(NUMBERS)}\n\nA bridge collapsed near Lowen on Sunday."
    story = store.add_article(articles.from_text(text, published=dt.date(2019, 9, 26)))[0]
    timeline = store.timeline(story)
    for other in timeline.events[1:]:
        timeline = store.edit(story, Hide(edits.anchored_event(timeline, other)))
    page = open_page(f"/stories/{story}?event={timeline.events[0].id}")
    page.get_by_text("Hide it").click()
    page.get_by_role("button", name="Hide this event").click()
    expect(page.locator("main")).to_contain_text("Every event of this story is hidden")
    assert [e.edit.kind for e in store.history(story)] == ["hide"] * len(store.timeline(story).hidden)


def test_everything_can_be_decided_without_scripts(open_page: OpenPage, store: Store, port: str) -> None:
    event = told(store, port, "resigned")
    page = open_page(f"/stories/{port}?event={event.id}", java_script_enabled=False)
    page.get_by_text("Hide it").click()
    page.get_by_role("button", name="Hide this event").click()
    page.get_by_role("link", name="History").click()
    expect(page.locator(".facts")).to_contain_text("1 event hidden")
    page.get_by_label("Title").fill("Fog")
    page.get_by_role("button", name="Add the event").click()
    expect(page.locator("#panel-title")).to_have_text("Fog")
    page.get_by_role("link", name="History").click()
    page.get_by_role("button", name="Undo edit 1").first.click()
    expect(page.locator(".log .gone")).to_have_count(1)
    assert store.timeline(port).hidden == ()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nobody_is_shut_out_of_editing(open_page: OpenPage, store: Store, port: str, theme: str, width: int) -> None:
    timeline = store.timeline(port)
    store.edit(port, SetTitle(edits.anchored_event(timeline, told(store, port, "collapsed")), "Bridge down"))
    for path in (f"?event={told(store, port, 'collapsed').id}", "/history", "/report"):
        page = open_page(f"/stories/{port}{path}", color_scheme=theme, viewport={"width": width, "height": 900})
        for summary in page.locator(".editing summary, .judge summary").all():
            summary.click()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


VERDICTS = [
    ("Confirm", "", "Confirmed"),
    ("Explain", "Two shifts wrote it.", "Explained"),
    ("Dismiss", "", "Dismissed"),
]


@pytest.mark.parametrize(("button", "note", "says"), VERDICTS)
def test_a_finding_is_judged_and_undone_in_the_panel_of_its_event(
    open_page: OpenPage, store: Store, port: str, button: str, note: str, says: str
) -> None:
    event = told(store, port, "attack")
    page = open_page(f"/stories/{port}?event={event.id}")
    page.wait_for_selector("#chart[data-drawn]")
    page.evaluate("window.stays = true")
    finding = page.locator("#panel-event .findings > li").filter(has_text="can't both hold")
    finding.get_by_text("Confirm, explain or dismiss").click()
    finding.get_by_label("Note").fill(note)
    finding.get_by_role("button", name=button).click()
    expect(finding.locator(".judged")).to_contain_text(says)
    expect(finding).to_be_focused()
    expect(page.locator("#announced")).to_have_text("Kept. It can be undone.")
    finding.get_by_role("button", name="Undo").click()
    expect(finding.locator(".judged")).to_have_count(0)
    expect(page.locator("#announced")).to_have_text("Undone.")
    assert page.evaluate("window.stays")  # without a new page
    assert f"event={event.id}" in page.url
    assert [e.edit.kind for e in store.history(port)] == ["judge", "undo"]


def test_an_explanation_without_a_note_is_refused_where_it_stands(open_page: OpenPage, store: Store, port: str) -> None:
    page = open_page(f"/stories/{port}?event={told(store, port, 'attack').id}", broken=True)
    finding = page.locator("#panel-event .findings > li").first
    finding.get_by_text("Confirm, explain or dismiss").click()
    finding.get_by_role("button", name="Explain").click()
    expect(finding.get_by_role("alert")).to_have_text("Say in the note what explains it.")
    finding.get_by_label("Note").fill("Two shifts wrote it.")
    finding.get_by_role("button", name="Explain").click()
    expect(finding.locator(".said")).to_have_text("Two shifts wrote it.")
    assert len(store.history(port)) == 1


def test_what_is_brought_back_from_the_settled_ones_stands_among_the_open_ones(
    open_page: OpenPage, store: Store, port: str
) -> None:
    page = open_page(f"/stories/{port}/report")
    card = page.locator("article.card").first
    card.get_by_text("Confirm, explain or dismiss").click()
    card.get_by_role("button", name="Dismiss").click()
    expect(card.locator(".judged")).to_contain_text("Dismissed")  # where it stood, so that it can be taken back
    expect(page.get_by_role("link", name="Inconsistencies")).to_have_text("Inconsistencies 0")
    card.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="Inconsistencies")).to_have_text("Inconsistencies 1")
