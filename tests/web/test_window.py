from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.interval import OPEN_START, Interval
from web import window
from web.window import Window


def day(written: str) -> Interval:
    return Interval.of_day(date.fromisoformat(written))


WEEK = [day(f"2019-09-{d}") for d in (14, 20, 21, 23, 23, 23, 24)]


def test_one_event_from_years_before_does_not_squash_the_story() -> None:
    shown = window.story([day("1979-11-04"), *WEEK])
    assert shown is not None
    assert not shown.shows(day("1979-11-04"))
    assert all(shown.shows(d) for d in WEEK)


def test_a_story_of_two_weeks_is_shown_whole() -> None:
    assert window.story(WEEK) == window.whole(WEEK)


def test_a_long_event_reaches_out_of_the_view_rather_than_squash_the_rest() -> None:
    for_weeks = Interval(datetime(2019, 8, 1), datetime(2019, 9, 24))
    shown = window.story([for_weeks, *WEEK])
    assert shown == window.story(WEEK)
    assert shown is not None
    assert shown.shows(for_weeks)


def test_a_story_that_spans_years_evenly_is_shown_whole() -> None:
    years = [day(f"{year}-06-01") for year in range(2000, 2020)]
    assert window.story(years) == window.whole(years)


def test_nothing_to_show_has_no_window() -> None:
    assert window.story([]) is None
    assert window.whole([]) is None


def test_a_single_moment_gets_some_air() -> None:
    moment = datetime(2019, 9, 24, 14)
    shown = window.story([Interval(moment, moment)])
    assert shown is not None
    assert shown.length >= window.LEAST


def test_a_story_of_one_day_is_not_stretched_into_hours() -> None:
    shown = window.story([WEEK[-1]])
    assert shown is not None
    assert shown.length >= 3 * WEEK[-1].length


def test_an_open_side_does_not_stretch_the_view() -> None:
    until = Interval(OPEN_START, datetime(2019, 9, 24))
    shown = window.whole([until, *WEEK])
    assert shown is not None
    assert shown.length < timedelta(days=30)


@given(st.lists(st.tuples(st.datetimes(), st.timedeltas(timedelta(0), timedelta(days=4000))), min_size=1))
def test_any_dates_of_the_calendar_have_a_window(pairs: list[tuple[datetime, timedelta]]) -> None:
    intervals = [Interval(s, s + min(d, datetime.max - s)) for s, d in pairs]
    whole, story = window.whole(intervals), window.story(intervals)
    if whole is None or story is None:
        assert all(i.is_open for i in intervals)
        return
    assert all(whole.shows(i) for i in intervals if not i.is_open)
    assert any(story.shows(i) for i in intervals)
    assert story.widened().start <= story.start < story.end <= story.widened().end


def at(day_of_year: int, days: int = 1) -> Interval:
    start = datetime(2021, 1, 1) + timedelta(days=day_of_year)
    return Interval(start, start + timedelta(days=days))


def test_empty_stretches_are_folded_to_a_stub() -> None:
    shown = Window(datetime(2021, 1, 1), datetime(2021, 12, 31))
    folded = window.folded(shown, [at(2), at(4), at(200), at(210), at(360)], 1000)
    assert len(folded.folds) == 3
    for a, b in folded.folds:
        assert not any(a < i.end and i.start < b for i in (at(2), at(4), at(200), at(210), at(360)))
    for low, high in ((at(4).end, at(200).start), (at(210).end, at(360).start)):
        assert abs((folded.share(high) - folded.share(low)) * 1000 - window.FOLD_PX) < 1


def test_a_folded_story_has_air_for_what_is_left_not_for_what_is_folded() -> None:
    shown = window.compressed([at(0), at(1), day("1979-11-04")], 1000)
    assert shown is not None
    assert shown.length < timedelta(days=10)
    assert window.compressed([at(0), at(1)], 1000) == window.whole([at(0), at(1)])
    assert window.compressed([], 1000) is None


def test_a_view_without_empty_stretches_is_not_folded() -> None:
    shown = Window(datetime(2021, 1, 1), datetime(2021, 1, 11))
    assert window.folded(shown, [at(n) for n in range(10)], 1000) == shown


def test_a_long_event_does_not_keep_a_gap_open() -> None:
    shown = Window(datetime(2021, 1, 1), datetime(2021, 12, 31))
    assert window.folded(shown, [at(2), at(0, 360), at(350)], 1000).folds


@given(
    st.lists(st.tuples(st.integers(0, 360), st.integers(0, 20)), max_size=30),
    st.integers(250, 3000),
    st.floats(0, 1),
)
def test_a_moment_and_its_share_of_the_view_are_converse(days: list[tuple[int, int]], width: int, share: float) -> None:
    shown = window.folded(Window(datetime(2021, 1, 1), datetime(2022, 1, 1)), [at(*d) for d in days], width)
    assert abs(shown.share(shown.moment(share)) - share) < 1e-6
    assert shown.share(shown.start) == 0
    assert abs(shown.share(shown.end) - 1) < 1e-9
    moments = [shown.start + timedelta(days=n) for n in range(366)]
    shares = [shown.share(m) for m in moments]
    assert shares == sorted(shares)
