from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.frame import MARGIN
from web.lanes import Extent
from web.ticks import ROOM_PX, Tick, ticks
from web.window import Window


def labels(start: str, end: str, width: int = 800) -> list[str]:
    """The labels within the view, their lines joined by a slash."""
    shown = Window(datetime.fromisoformat(start), datetime.fromisoformat(end))
    return [
        t.label.replace("<br> ", "").replace("<br>", "/")
        for t in ticks(shown, width)
        if shown.start <= t.at <= shown.end
    ]


CLOCK = ["06:00", "12:00"]
AXES = [
    (("2019-09-22T17:00", "2019-09-23T17:00", 300), ["18:00", "00:00/Mon 23 Sept 2019", *CLOCK]),
    (("2023-06-10T10:00", "2023-06-12T02:00", 300), ["12:00", "00:00/Sun 11 June 2023", "12:00", "00:00"]),
    (("2023-06-10T06:00", "2023-06-12T02:00", 420), ["12:00/Sat 10 June 2023", "00:00/Sun 11 June", "12:00", "00:00"]),
    (("2019-12-29T06:00", "2020-01-02T12:00", 350), ["30 Dec/2019", "31 Dec", "1 Jan/2020", "2 Jan"]),
    (("2019-09-22T12:00", "2019-09-25T12:00", 300), ["23 Sept/2019", "24 Sept", "25 Sept"]),
    (("2019-08-30", "2019-10-02", 300), ["9 Sept/2019", "23 Sept"]),
    (("2018-11-20", "2019-03-10", 300), ["Dec/2018", "Jan/2019", "Feb", "March"]),
    (("2016-06-01", "2019-06-01", 300), ["2017", "2018", "2019"]),
    (("1890-01-01", "2019-06-01", 300), ["1900", "1950", "2000"]),
]


@pytest.mark.parametrize(("axis", "says"), AXES)
def test_an_axis_says_round_moments_in_the_words_of_the_report(axis: tuple[str, str, int], says: list[str]) -> None:
    assert labels(*axis) == says


def extent(shown: Window, width: int, tick: Tick, line: int) -> Extent | None:
    """What a line of a label takes, by a mean width of its letters."""
    lines = tick.label.split("<br>")
    half = len(lines[line].strip()) * 6.2 / 2 if line < len(lines) else 0
    middle = shown.share(tick.at) * width
    return Extent(middle - half, middle + half) if half else None


@given(
    st.datetimes(datetime(100, 1, 1), datetime(9000, 1, 1)),
    st.timedeltas(timedelta(hours=2), timedelta(days=300_000)),
    st.integers(200, 3800),
    st.booleans(),
)
def test_ticks_never_collide_however_near_or_far_the_view(
    start: datetime, length: timedelta, width: int, folded: bool
) -> None:
    folds = ((start + length * 0.3, start + length * 0.6),) if folded else ()
    shown = Window(start, start + length, folds)
    found = ticks(shown, width)
    for line in range(2):
        extents = [e for t in found if (e := extent(shown, width, t, line))]
        assert not any(a.overlaps(b) for a, b in pairwise(extents))
        for seen in (e for e in extents if 0 <= (e.start + e.end) / 2 <= width):
            assert -MARGIN["l"] <= seen.start
            assert seen.end <= width + MARGIN["r"]
    at = [shown.share(t.at) * width for t in found]
    assert all(b - a >= min(ROOM_PX.values()) * 0.9 for a, b in pairwise(at))
    assert not any(a < t.at < b for t in found for a, b in folds)
    assert len(found) < 3 * width / 40
