"""On which clock an event's hours are told."""

from __future__ import annotations

import pytest

from tests.reading import event, read

CASES = [
    ("Gunmen *attacked* a market in Baghdad on Monday night.", "Asia/Baghdad"),
    ("NAIROBI, Kenya (AP) — Gunmen *attacked* a market on Monday night.", "Africa/Nairobi"),
    ("TOKYO (AP) — Gunmen *attacked* a market in Baghdad on Monday night.", "Asia/Baghdad"),
    ("Gunmen *attacked* a market in Lorne on Monday night.", ""),
    ("Gunmen *attacked* a market on Monday night.", ""),
]


@pytest.mark.parametrize(("text", "zone"), CASES)
def test_event_is_on_the_clock_of_its_place(text: str, zone: str) -> None:
    time = event(read(text.replace("*", "")), text).time
    assert time is not None
    assert time.zone == zone
    assert time.start.isoformat() == "2019-09-23T20:00:00"
