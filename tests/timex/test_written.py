"""Times that people write into forms."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from timeline import timex
from timeline.errors import InputError

TUESDAY = date(2019, 9, 24)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2019-09-23 evening", datetime(2019, 9, 23, 18), datetime(2019, 9, 24)),
        ("  Monday   evening ", datetime(2019, 9, 23, 18), datetime(2019, 9, 24)),
        ("on 23 September 2019", datetime(2019, 9, 23), datetime(2019, 9, 24)),
        ("2019-09-23 14:30", datetime(2019, 9, 23, 14, 30), datetime(2019, 9, 23, 14, 31)),
        ("2019-09", datetime(2019, 9, 1), datetime(2019, 10, 1)),
        ("2019-09-23/2019-09-25", datetime(2019, 9, 23), datetime(2019, 9, 26)),
        ("yesterday", datetime(2019, 9, 23), datetime(2019, 9, 24)),
    ],
)
def test_a_time_that_is_written_is_read(text: str, start: datetime, end: datetime) -> None:
    interval = timex.written(text, TUESDAY)
    assert (interval.start, interval.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "Monday or Tuesday", "23 Sept 2019 <b>", "the fire on Monday", "2019-13-40", "x" * 500, "9" * 9999],
)
def test_what_is_no_time_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(InputError, match="as a time; write it like") as refused:
        timex.written(text, TUESDAY)
    assert len(str(refused.value)) < 300


def test_a_weekday_needs_a_day_to_be_counted_from() -> None:
    with pytest.raises(InputError, match="can't read “Monday” as a time"):
        timex.written("Monday")
    assert timex.written("23 September 2019").first_day == date(2019, 9, 23)
