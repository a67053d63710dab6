"""What the chart looks like in a real browser: nothing that is written on it may lie on something else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import combinations

import pytest
from playwright.sync_api import Page

from web.frame import LIGHT

OpenPage = Callable[..., Page]

MIDDLE = datetime(2021, 3, 9, 21, 17)
LENGTHS = [
    *(timedelta(hours=h) for h in (2, 5, 11, 19, 30, 47)),
    *(timedelta(days=d) for d in (2.6, 4, 7, 11, 23, 45, 100, 200, 400, 900, 3000, 20_000, 200_000)),
]
DRAWN = """async zoom => {
  const chart = document.getElementById("chart");
  delete chart.dataset.drawn;
  history.replaceState(null, "", `${location.pathname}?${zoom}`);
  document.dispatchEvent(new Event("refreshed"));
  while (!chart.dataset.drawn) await new Promise(requestAnimationFrame);
}"""
LABELS = """() => [...document.querySelectorAll("#chart .xtick text, #chart .annotation-text")]
  .filter(text => getComputedStyle(text).visibility !== "hidden" && getComputedStyle(text).opacity !== "0")
  .flatMap(text => text.querySelector("tspan") ? [...text.querySelectorAll("tspan.line")] : [text])
  .filter(line => line.textContent.trim())
  .map(line => [line.textContent, line.getBoundingClientRect()])
  .map(([text, box]) => [text, box.left, box.right, box.top, box.bottom])"""


def collisions(page: Page) -> list[str]:
    """Labels of the axis and notes on the chart that touch each other or stick out of the chart."""
    box = page.locator("#chart .main-svg").first.bounding_box()
    assert box
    labels = page.evaluate(LABELS)
    outside = [
        text for text, left, right, *_ in labels if left < box["x"] - 0.5 or right > box["x"] + box["width"] + 0.5
    ]
    touching = [
        f"{a[0]} / {b[0]}"
        for a, b in combinations(labels, 2)
        if a[1] < b[2] and b[1] < a[2] and a[3] + 1 < b[4] and b[3] + 1 < a[4]
    ]
    return outside + touching


@pytest.mark.parametrize("width", [360, 1440, 3840])
def test_labels_of_the_axis_never_collide_from_years_to_hours(open_page: OpenPage, width: int) -> None:
    page = open_page("/stories/lowen-harbour", viewport={"width": width, "height": 900})
    page.wait_for_selector("#chart[data-drawn]")
    wrong = {}
    for length in LENGTHS:
        for shift in (0.0, 0.13, 0.41):
            start = MIDDLE - length * (0.5 + shift)
            for gaps in ("", "&gaps=compressed"):
                zoom = f"zoom={start.isoformat()}/{(start + length).isoformat()}{gaps}"
                page.evaluate(DRAWN, zoom)
                assert page.locator("#chart .xtick").count() > 0, zoom
                if found := collisions(page):
                    wrong[zoom] = found
    assert wrong == {}


PRINTING = """kind => {
  dispatchEvent(new Event(kind));
  const sheets = document.querySelector(".chart-sheets");
  return sheets && {
    head: [...sheets.querySelectorAll("thead text")].map(text => text.textContent),
    inks: [...new Set([...sheets.querySelectorAll("thead text")].map(text => text.getAttribute("fill")))],
    strips: sheets.querySelectorAll("tbody tr").length,
    bars: sheets.querySelectorAll("#chart-on-paper .point, #chart-on-paper .points path").length,
  };
}"""
MUTED = "rgb({}, {}, {})".format(*(int(LIGHT.muted[i : i + 2], 16) for i in (1, 3, 5)))


def test_on_paper_the_axis_stands_over_strips_of_lanes_dark_on_white(open_page: OpenPage) -> None:
    page = open_page("/stories/lowen-harbour?lanes=source", color_scheme="dark")
    page.wait_for_selector("#chart[data-drawn]")
    page.emulate_media(media="print")
    laid = page.evaluate(PRINTING, "beforeprint")
    assert (bool(laid["head"]), laid["inks"]) == (True, [MUTED])
    assert (laid["strips"] > 2, laid["bars"] > 0) == (True, True)
    assert page.locator("#chart").is_hidden()
    assert page.locator(".off-sheet").count() == 0
    assert page.evaluate(PRINTING, "beforeprint") == laid
    assert page.evaluate(PRINTING, "afterprint") is None
    page.pdf()
    assert page.locator(".chart-sheets").count() == 0
