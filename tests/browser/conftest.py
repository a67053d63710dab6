from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.serving import ARGUMENTS, CHROMIUM, SEEDS, serving
from tests.web.shelf import shelf
from timeline.store import Store

PATIENCE_MS = 20_000  # a machine may be busy
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        message = f"no browser: none of {', '.join(CHROMIUM)} is installed"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The seed article, read for real, beside the stories made by hand."""
    folder = tmp_path_factory.mktemp("store")
    store = shelf(folder / "dateline.sqlite")
    store.load_seeds(SEEDS)
    return store


@pytest.fixture(scope="session")
def address(store: Store) -> Iterator[str]:
    with serving(store) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """A page of the running application; afterwards nothing may have failed on it or left the machine."""
    contexts, wrong = [], []

    def opened(path: str, *, broken: bool = False, **options: object) -> Page:
        context = browser.new_context(base_url=address, **{"viewport": {"width": 1440, "height": 900}, **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") and not broken else None)
        page.on("pageerror", lambda e: wrong.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else wrong.append(r.url))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []
