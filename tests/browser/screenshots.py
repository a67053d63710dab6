"""Takes the pictures of the README from the seed article: `python -m tests.browser.screenshots`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import ARGUMENTS, CHROMIUM, SEEDS, serving
from timeline.store import Store

IMAGES = Path(__file__).parents[2] / "docs" / "images"
WIDTH, HEIGHT = 1440, 1220


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """Each picture's name and the page it shows."""
    story = store.timeline(store.stories()[0].id)
    disputed = next(e.id for e in story.events if e.is_disputed)
    yield "timeline", f"/stories/{story.story_id}?event={disputed}"
    yield "report", f"/stories/{story.story_id}/report"
    yield "article", f"/stories/{story.story_id}/articles/{story.readings[0].article.id}"


def take(browser: Browser, address: str, path: str, file: Path) -> None:
    """One picture of the top of a page."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce")
    page.goto(address + path)
    if page.locator("#chart").count():
        page.wait_for_selector("#chart[data-drawn]")
    page.screenshot(path=file)
    page.close()


def main() -> None:
    """Take them all."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        sys.exit(f"no browser: none of {', '.join(CHROMIUM)} is installed")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        store = Store(Path(folder) / "pictures.sqlite")
        store.load_seeds(SEEDS)
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        with serving(store) as address:
            for name, path in pages(store):
                take(browser, address, path, IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
