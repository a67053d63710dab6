"""How long the timeline page takes in a real browser: `python -m benchmarks.pages [EVENTS …]`, else 200 and 2,000.

The first size is the measure of the others: what counts is the ratio, not the machine.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.serving import ARGUMENTS, CHROMIUM, serving
from tests.web import shelf
from timeline.store import Store

NEXT_FRAME = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _open(page: Page, address: str) -> None:
    page.goto(f"{address}/stories/crowd")
    page.wait_for_selector("#chart .main-svg")


def _zoom(page: Page) -> None:
    page.click("[data-zoom=in]")
    page.evaluate(NEXT_FRAME)


def measure(events: int) -> tuple[float, float]:
    """Seconds until the chart of so many events is drawn, and until a zoom is."""
    store = Store(Path(tempfile.mkdtemp()) / "pages.sqlite")
    shelf.keep(store, shelf.crowd(events))
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    with serving(store) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        _open(page, address)
        times = _seconds(lambda: _open(page, address)), _seconds(lambda: _zoom(page))
        browser.close()
    return times


def main(sizes: list[int]) -> None:
    print(f"{'events':>8}{'drawn, s':>12}{'zoomed, s':>12}{'drawn, ratio':>14}")
    first = 0.0
    for size in sizes:
        drawn, zoomed = measure(size)
        first = first or drawn
        print(f"{size:8,}{drawn:12.2f}{zoomed:12.2f}{drawn / first:14.1f}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [200, 2000])
