from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.samples import harbour_fire
from timeline.errors import InputError
from timeline.model import Severity, Status
from timeline.story import Filter
from web.filterbar import filter_bar
from web.view import View

ADDRESSES = [
    ({}, View()),
    ({"event": ["e1"], "sort": ["-title"]}, View("e1", sort="-title")),
    ({"status": ["negated"], "page": ["3"]}, View(wanted=Filter(status=(Status.NEGATED,)), page=3)),
    ({"lanes": ["topic"], "gaps": ["compressed"], "zoom": ["all"]}, View(lanes="topic", compressed=True, zoom="all")),
    ({"links": ["inferred"]}, View(inferred=True)),
    ({"links": ["x"]}, View()),
    ({"undated": ["hidden"]}, View(undated="hidden")),
    ({"undated": ["x"]}, View()),
    ({"sort": ["--when"], "page": ["-1"], "lanes": ["x"], "gaps": ["x"]}, View()),
    ({"sort": ["password"], "page": ["²"], "other": ["x"]}, View()),
]


@pytest.mark.parametrize(("arguments", "view"), ADDRESSES)
def test_an_address_says_what_to_see(arguments: dict[str, list[str]], view: View) -> None:
    assert View.parse(arguments) == view


def test_a_filter_that_means_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="no status 'nonsense'; choose from"):
        View.parse({"status": ["nonsense"]})


VIEWS = [
    View(),
    View("e1", Filter(text="fire", disputed=True), "-findings", 2, "source", True, "all", inferred=True),
    View(undated="shown"),
    View(wanted=Filter(first=date(2021, 3, 9), source=("Coast Wire", "Lowen Post"))),
]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_survives_the_way_through_the_address(view: View) -> None:
    assert View.parse(view.arguments()) == view


def test_another_filter_begins_on_its_first_page_and_keeps_the_rest() -> None:
    view = View("e1", Filter(disputed=True), "title", 4, "topic", True, "all")
    assert View.parse(view.filtered(Filter())) == replace(view, wanted=Filter(), page=1)


def test_a_form_carries_all_but_the_filter_and_the_page() -> None:
    view = View("e1", Filter(disputed=True), "title", 4, "topic", True, "all")
    assert dict(view.hidden()) == {
        "event": "e1",
        "sort": "title",
        "lanes": "topic",
        "gaps": "compressed",
        "zoom": "all",
    }


def test_a_second_click_on_a_column_turns_the_order_round() -> None:
    assert View(sort="title").toggled("title") == "-title"
    assert View(sort="-title").toggled("title") == "title"
    assert View(sort="title").toggled("when") == "when"


def test_the_bar_counts_what_can_be_chosen() -> None:
    bar = filter_bar(harbour_fire(), View(wanted=Filter(source=("coast wire",), severity=(Severity.INFO,))))
    assert [(c.value, c.count, c.chosen) for c in bar.sources] == [("Lowen Post", 6, False), ("Coast Wire", 3, True)]
    assert [(c.value, c.count) for c in bar.statuses] == [("occurred", 5), ("negated", 1), ("intended", 1)]
    assert [(c.value, c.count, c.chosen) for c in bar.severities] == [
        ("high", 1, False),
        ("medium", 1, False),
        ("info", 0, True),
    ]
    assert bar.disputed == 1


def test_each_condition_is_a_chip_that_takes_itself_back() -> None:
    wanted = Filter(
        ("Coast Wire",),
        (Status.NEGATED,),
        (Severity.HIGH,),
        ("the mayor",),
        ("Lowen",),
        "fire",
        date(2021, 3, 8),
        date(2021, 3, 9),
        disputed=True,
    )
    chips = filter_bar(harbour_fire(), View(wanted=wanted)).chips
    assert [c.label for c in chips] == [
        "Coast Wire",
        "did not happen",
        "high findings",
        "who: the mayor",
        "where: Lowen",
        "says “fire”",
        "since Mon 8 March 2021",
        "until Tue 9 March 2021",
        "disputed",
    ]
    left = [View.parse(c.without).wanted for c in chips]
    assert left[0] == replace(wanted, source=())
    assert left[5] == replace(wanted, text="")
    assert left[8] == replace(wanted, disputed=False)
