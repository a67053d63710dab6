"""Operators: what each gives on a reference day."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.calendar import Unit, day_of
from timeline.temporal.holidays import HOLIDAYS
from timeline.temporal.interval import OPEN_END, OPEN_START, Interval
from timeline.temporal.operators import (
    Between,
    CalendarDate,
    CalendarPart,
    Clock,
    Direction,
    Duration,
    Era,
    Holiday,
    Nth,
    Offset,
    Operator,
    Part,
    Place,
    Portion,
    Repeated,
    Toward,
    Vague,
    Within,
    calendar_date,
    duration_value,
)
from timeline.temporal.timex3 import format_value, parse_value

TUESDAY = day_of(date(2019, 9, 24))
MONDAY = CalendarDate(weekday=1)
MARCH = CalendarDate(month=3)

VALUES: list[tuple[Operator, str]] = [
    (CalendarDate(2019, 9, 24), "2019-09-24"),
    (CalendarDate(month=9, day=30), "2019-09-30"),
    (CalendarDate(month=1, day=3), "2020-01-03"),
    (CalendarDate(weekday=2), "2019-09-24"),
    (MONDAY, "2019-09-23"),
    (Toward(Direction.FUTURE, MONDAY), "2019-09-30"),
    (Toward(Direction.BEFORE, CalendarDate(weekday=2)), "2019-09-17"),
    (Toward(Direction.AFTER, CalendarDate(weekday=2)), "2019-10-01"),
    (Toward(Direction.PAST, MARCH), "2019-03"),
    (Toward(Direction.FUTURE, MARCH), "2020-03"),
    (CalendarDate(day=12), "2019-09-12"),
    (CalendarPart(Unit.QUARTER, 3), "2019-Q3"),
    (CalendarPart(Unit.WEEK, 53, year=2020), "2020-W53"),
    (CalendarPart(Unit.SEASON, season="WI", year=1944), "1944-WI"),
    (Era(Unit.DECADE, 1990), "199X"),
    (Era(Unit.CENTURY, 1800), "18"),
    (Holiday("Thanksgiving", 2001), "2001-11-22"),
    (Offset(0, Unit.DAY), "2019-09-24"),
    (Offset(-1, Unit.MONTH), "2019-08"),
    (Offset(-1, Unit.WEEK), "2019-W38"),
    (Offset(1, Unit.YEAR), "2020"),
    (Offset(2, Unit.WEEK, Holiday("Easter", 2013)), "2013-04-14"),
    (Offset(1, Unit.MONTH, CalendarDate(2020, 1, 31)), "2020-02-29"),
    (Within(MARCH, Offset(-1, Unit.YEAR)), "2018-03"),
    (Nth(1, Unit.DAY, CalendarDate(2016, 5), 1), "2016-05-02"),
    (Nth(-1, Unit.DAY, CalendarDate(2016, 5), 1), "2016-05-30"),
    (Nth(1, Unit.WEEK, CalendarDate(2016, 5)), "2016-W18"),
    (Nth(-1, Unit.DAY, CalendarDate(2020, 2)), "2020-02-29"),
    (Part("NI", MONDAY), "2019-09-23TNI"),
    (Clock(9, 30, MONDAY), "2019-09-23T09:30"),
    (Portion("START", CalendarDate(1942)), "1942"),
    (Between(CalendarDate(1942, 3), CalendarDate(1942, 5)), "1942-03"),
]


@pytest.mark.parametrize(("operator", "value"), VALUES, ids=str)
def test_value_on_a_tuesday(operator: Operator, value: str) -> None:
    assert format_value(operator.on(TUESDAY)) == value


PORTIONS = [
    ("START", CalendarDate(1942), date(1942, 1, 1), date(1942, 4, 30)),
    ("MID", CalendarDate(1942), date(1942, 5, 1), date(1942, 8, 31)),
    ("END", CalendarDate(1942), date(1942, 9, 1), date(1942, 12, 31)),
    ("START", CalendarDate(2020, 2), date(2020, 2, 1), date(2020, 2, 10)),
    ("END", CalendarDate(2020, 2), date(2020, 2, 21), date(2020, 2, 29)),
    ("END", Era(Unit.DECADE, 1970), date(1977, 1, 1), date(1979, 12, 31)),
]


@pytest.mark.parametrize(("portion", "of", "first", "last"), PORTIONS)
def test_portions_are_cut_between_whole_units(portion: str, of: Operator, first: date, last: date) -> None:
    cut = Portion(portion, of).on(TUESDAY)
    assert (cut.first_day, cut.last_day) == (first, last)


def test_later_this_year_begins_at_the_reference() -> None:
    cut = Portion("END", Offset(0, Unit.YEAR), to_reference=True).on(TUESDAY)
    assert (cut.start, cut.end) == (TUESDAY.start, datetime(2020, 1, 1))


def test_recent_weeks_are_four_weeks_up_to_the_reference() -> None:
    recent = Duration(None, Unit.WEEK, Place.BEFORE)
    assert recent.on(TUESDAY) == Interval(datetime(2019, 8, 27), datetime(2019, 9, 24))
    assert recent.is_vague


def test_the_past_has_no_start_and_the_future_no_end() -> None:
    assert Vague("PAST_REF").on(TUESDAY) == Interval(OPEN_START, TUESDAY.start)
    assert Vague("FUTURE_REF").on(TUESDAY) == Interval(TUESDAY.end, OPEN_END)


NOWHERE: list[Operator] = [
    CalendarDate(2019, 2, 30), CalendarDate(2019, 2, 29), CalendarDate(-43), CalendarPart(Unit.WEEK, 53, year=2019),
    Duration(2, Unit.WEEK), Repeated("P1D"), Offset(-3000, Unit.YEAR), Offset(9000, Unit.YEAR), Era(Unit.CENTURY, -300),
]  # fmt: skip


@pytest.mark.parametrize("operator", NOWHERE, ids=str)
def test_what_has_no_place_says_so(operator: Operator) -> None:
    with pytest.raises((ValueError, OverflowError)):
        operator.on(TUESDAY)


DURATIONS = [
    (2, Unit.WEEK, "P2W"), (2.5, Unit.YEAR, "P2Y6M"), (0.5, Unit.HOUR, "PT30M"), (1.5, Unit.MINUTE, "PT1M30S"),
    (72, Unit.HOUR, "PT72H"), (3, Unit.DECADE, "P30Y"), (2, Unit.QUARTER, "P6M"), (1, Unit.FORTNIGHT, "P2W"),
    (None, Unit.YEAR, "PXY"), (None, Unit.MINUTE, "PTXM"), (1.3, Unit.WEEK, "P1.3W"),
]  # fmt: skip


@pytest.mark.parametrize(("count", "unit", "value"), DURATIONS)
def test_durations_in_iso_8601(count: float | None, unit: Unit, value: str) -> None:
    assert duration_value(count, unit) == value


@given(st.dates(date(3, 1, 1), date(9990, 1, 1)), st.integers(1, 7))
def test_weekday_lies_within_a_week_on_its_side(day: date, weekday: int) -> None:
    reference, wanted = day_of(day), CalendarDate(weekday=weekday)
    past, ahead = (wanted.toward(reference, d).first_day for d in (Direction.PAST, Direction.FUTURE))
    assert past <= day <= ahead
    assert (day - past).days < 7
    assert (ahead - day).days < 7
    assert past.isoweekday() == ahead.isoweekday() == weekday


@given(st.dates(date(10, 1, 1), date(9900, 1, 1)), st.integers(1, 12), st.integers(1, 31))
def test_nearest_date_is_within_half_a_leap_cycle(day: date, month: int, number: int) -> None:
    wanted = CalendarDate(month=month, day=number)
    try:
        found = wanted.on(day_of(day)).first_day
    except ValueError:
        assert number > 29 or (month, number) == (2, 29)
        return
    assert (found.month, found.day) == (month, number)
    assert abs((found - day).days) <= (183 if (month, number) != (2, 29) else 4 * 366)


@given(st.sampled_from(sorted(set(HOLIDAYS) - {"Holi", "Diwali"})), st.integers(1926, 2100))
def test_every_holiday_has_a_day_every_year(name: str, year: int) -> None:
    assert Holiday(name).in_year(year).first_day.year == year


def test_the_written_date_is_dug_out_of_what_wraps_it() -> None:
    assert calendar_date(Part("NI", Toward(Direction.PAST, MONDAY))) == MONDAY
    assert calendar_date(Clock(9, 0, CalendarDate(2019, 9, 24))) == CalendarDate(2019, 9, 24)
    assert calendar_date(Offset(0, Unit.DAY)) is None


MOMENTS = [
    # the clock is counted from its moment, a day keeps its day
    ("2019-09-24T08:00", Duration(1, Unit.HOUR, Place.LATER), "2019-09-24T09:00"),
    ("2019-09-24T21:15", Duration(20, Unit.MINUTE, Place.LATER), "2019-09-24T21:35"),
    ("2019-09-24T00:30", Duration(2, Unit.HOUR, Place.EARLIER), "2019-09-23T22:30"),
    ("2019-09-24", Duration(2, Unit.HOUR, Place.LATER), "2019-09-24"),
    ("2019-09-24", Duration(3, Unit.HOUR, Place.EARLIER), "2019-09-24"),
    ("2019-09-24", Duration(36, Unit.HOUR, Place.LATER), "2019-09-25"),
    ("2019-09", Duration(36, Unit.HOUR, Place.LATER), "2019-09"),
]


@pytest.mark.parametrize(("reference", "operator", "expected"), MOMENTS)
def test_hours_later_are_a_moment(reference: str, operator: Duration, expected: str) -> None:
    origin = parse_value(reference)
    assert origin is not None
    assert operator.on(origin) == parse_value(expected)
