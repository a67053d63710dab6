from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.ticks import ROOM_PX, ticks
from web.window import Window


def labels(start: str, end: str, width: int = 800) -> list[str]:
    """The labels within the view, their lines joined by a slash."""
    shown = Window(datetime.fromisoformat(start), datetime.fromisoformat(end))
    return [
        t.label.replace("<br> ", "").replace("<br>", "/")
        for t in ticks(shown, width)
        if shown.start <= t.at <= shown.end
    ]


CLOCK = ["06:00", "12:00", "18:00"]
AXES = [
    (("2019-09-22T18:00", "2019-09-23T18:00", 300), ["18:00/Sun 22 Sept 2019", "00:00/Mon 23 Sept 2019", *CLOCK]),
    (("2019-09-22T12:00", "2019-09-25", 300), ["23 Sept/2019", "24 Sept", "25 Sept"]),
    (("2019-08-30", "2019-10-02", 300), ["9 Sept/2019", "23 Sept"]),
    (("2018-11-20", "2019-03-10", 300), ["Dec/2018", "Jan/2019", "Feb", "March"]),
    (("2016-06-01", "2019-06-01", 300), ["2017", "2018", "2019"]),
    (("1890-01-01", "2019-06-01", 300), ["1900", "1950", "2000"]),
]


@pytest.mark.parametrize(("axis", "says"), AXES)
def test_an_axis_says_round_moments_in_the_words_of_the_report(axis: tuple[str, str, int], says: list[str]) -> None:
    assert labels(*axis) == says


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
    at = [shown.share(t.at) * width for t in found]
    assert all(b - a >= min(ROOM_PX.values()) * 0.9 for a, b in pairwise(at))
    assert not any(a < t.at < b for t in found for a, b in folds)
    assert len(found) < 3 * width / 40
