"""Dates as they are written: "Sept. 24, 2019", "24 September", "2019-09-24", "March 2020", "Tuesday", "1989"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.temporal.calendar import Unit, days_in_month
from timeline.temporal.operators import (
    Between,
    CalendarDate,
    Clock,
    Direction,
    Era,
    Holiday,
    Nth,
    Offset,
    Operator,
    Portion,
    Spoken,
    Toward,
    Within,
)
from timeline.timex.lexicon import en
from timeline.timex.phrase import Rule
from timeline.timex.tokens import ClockTime, NumericDate


def _date(
    year: int | None = None, month: int | None = None, day: int | None = None, weekday: int | None = None
) -> CalendarDate | None:
    """The date; days that no month can have are none, days that this month does not have are kept as written."""
    if day is not None and not 1 <= day <= 31:
        return None
    return CalendarDate(year, month, day, weekday)


def _iso(isodate: tuple[int, int, int, ClockTime | None]) -> Operator | None:
    year, month, day, clock = isodate
    if not (1 <= month <= 12 and 1 <= day <= 31 and year > 0):
        return None
    date = CalendarDate(year, month, day)
    return date if clock is None else Clock(clock.hour, clock.minute, date, clock.zone, clock.second)


def _numeric(numericdate: NumericDate) -> Operator | None:
    """Read month first; `resolve` turns it when the article or its language speaks for the other order."""
    first, second = numericdate.first, numericdate.second
    month, day = (second, first) if first > 12 or numericdate.separator == "." else (first, second)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(2000, month)):
        return None
    return CalendarDate(numericdate.year, month, day)


def _before_common_era(n: float, month: int | None = None, day: int | None = None) -> CalendarDate | None:
    return _date(1 - n, month, day) if isinstance(n, int) and n > 0 else None


def _days(month: int, a: int | None, b: int | None, year: int | None, slash: tuple[int, int] | None) -> Operator | None:
    """Two days of one month."""
    if slash is not None:
        a, b = slash
    if a is None or b is None or not 0 < a < b <= 31:
        return None
    return Between(CalendarDate(year, month, a), CalendarDate(year, month, b))


def _list_of_days(month: int, days: tuple[int, ...], year: int | None) -> Operator | None:
    """Days of one month, each after the one before; the last of a pair is a list again."""
    if list(days) != sorted(set(days)) or not 0 < days[0] <= days[-1] <= 31:
        return None
    *first, last = (CalendarDate(year, month, day) for day in days)
    out: Operator = last
    for day in reversed(first):
        out = Between(day, out)
    return out


def _last_days(month: int, a: int, b: int) -> Operator | None:
    """ "last September 11-12"."""
    if not 0 < a < b <= 31:
        return None
    first, last = (Toward(Direction.BEFORE, CalendarDate(None, month, day)) for day in (a, b))
    return Between(first, last)


def _dates(a: Operator, b: Operator) -> Operator | None:
    """ "March 9-September 30, 1987", "from November to January 2011": the year before when the first is the later."""
    if not isinstance(a, CalendarDate) or not isinstance(b, CalendarDate) or a.year is not None or b.year is None:
        return None
    if a.month is None or b.month is None or (a.day is None) is not (b.day is None) or b.year < 1:
        return None
    later = (a.month, a.day or 0) > (b.month, b.day or 0)
    return Between(replace(a, year=b.year - later), b)


def _years(a: int, b: int) -> Operator | None:
    """ "1641-2", "1944-45", "1914-1918": two years, the later one written short or in full."""
    unit, longest = (10, 10) if b < 10 else (100, 40) if b < 100 else (10000, 500)
    last = a // unit * unit + b
    return Between(CalendarDate(a), CalendarDate(last)) if a < last < a + longest else None


def _decade(first: int) -> Era:
    """ "the 1880s" are ten years, "the 1300s" a hundred; "the 2000s" still ten."""
    return Era(Unit.CENTURY if first % 100 == 0 and first < 2000 else Unit.DECADE, first)


def _decades(a: int, b: int) -> Between | None:
    """ "the 1960s and 70s": both, the second of the century of the first."""
    first = a if a > 100 else a + 1900
    last = first // 100 * 100 + b
    return Between(Era(Unit.DECADE, first), Era(Unit.DECADE, last)) if last > first else None


def _centuries(n: int, m: int) -> Between | None:
    """ "the 10th to the 15th century": both ends."""
    return Between(Era(Unit.CENTURY, 100 * (n - 1)), Era(Unit.CENTURY, 100 * (m - 1))) if 0 < n < m < 30 else None


_PARTS_OF_CENTURY = {"": "", "early": "START", "mid": "MID", "late": "END"}


def _parts_of_centuries() -> tuple[Rule, ...]:
    """ "the late 18th and early 19th centuries"."""
    pairs = [(a, b) for a in _PARTS_OF_CENTURY for b in _PARTS_OF_CENTURY if a or b]
    return tuple(
        Rule(
            f"centuries-{a}-{b}",
            "parts of two centuries",
            (f"[from|between] [the] {a} {{n:ord}} <TO> [the] {b} {{m:ord}} (century|centuries)",),
            lambda n, m, a=a, b=b: _both_parts(_centuries(n, m), _PARTS_OF_CENTURY[a], _PARTS_OF_CENTURY[b]),
            "range",
        )
        for a, b in pairs
    )


def _both_parts(centuries: Between | None, first: str, last: str) -> Between | None:
    if centuries is None or centuries.first is None or centuries.last is None:
        return None
    return Between(
        Portion(first, centuries.first) if first else centuries.first,
        Portion(last, centuries.last) if last else centuries.last,
    )


def _are_years(a: object, b: object) -> bool:
    """Two years before our era, the larger number first."""
    return isinstance(a, int) and isinstance(b, int) and 10000 > a > b > 0


_HOLIDAYS = dict(en.HOLIDAYS)
_POSSESSIVE = re.compile(r"('s|(?<=s)')(?= |$)")
"""Its sign is a word of its own in a text: "Presidents ' Day"."""


def _holiday_rules() -> tuple[Rule, ...]:
    by_key: dict[str, list[str]] = {}
    for words, key in _HOLIDAYS.items():
        by_key.setdefault(key, []).append(_POSSESSIVE.sub(r" \1", words))
    return tuple(
        Rule(
            f"holiday-{key.lower().replace(' ', '-').replace(chr(39), '').replace('.', '')}",
            f"{key}, the nearest one",
            tuple(words),
            lambda key=key: Holiday(key),
            "holiday",
        )
        for key, words in by_key.items()
    )


RULES = (
    Rule(
        "month-day-year",
        "a full date, month first",
        (
            "[{weekday} [,]] {month} [the] {day:dom} [,] {year}",
            "[{weekday} [,]] {month} [the] {day:dom} [,] {year:shortyear}",
            "this {month} {day:dom} [,] {year}",  # "In this Dec. 13, 2016, file photo"
        ),
        lambda month, day, year, weekday=None: _date(year, month, day, weekday),
        "date",
    ),
    Rule(
        "day-month-year",
        "a full date, day first",
        (
            "[{weekday} [,]] [the] {day:dom} [of] {month} [,] {year}",
            "the {day:ord} day of {month} [,] {year}",
            "[{weekday} [,]] {day:dom} {month} {year:shortyear}",
        ),
        lambda month, day, year, weekday=None: _date(year, month, day, weekday),
        "date",
    ),
    Rule(
        "day-month-year-era",
        "a full date before our era",
        (
            "[the] {day:dom} [of] {month} [,] {n:oldyear|year|num} (bc|bce|b.c.|b.c.e.)",
            "{month} {day:dom} [,] {n:oldyear|year|num} (bc|bce|b.c.|b.c.e.)",
        ),
        lambda month, day, n: _before_common_era(n, month, day),
        "date",
    ),
    Rule(
        "month-year-era",
        "a month before our era",
        ("{month} [of] {n:oldyear|year|num} (bc|bce|b.c.|b.c.e.)",),
        lambda month, n: _before_common_era(n, month),
        "monthyear",
    ),
    Rule(
        "day-month-oldyear",
        "a full date of a year before 1000 of our era",
        (
            "{day:dom} {month} [ad|a.d.] {year:oldyear} [ad|a.d.|ce]",
            "{month} {day:dom} , (ad|a.d.) {year:oldyear} [ad|a.d.|ce]",
            "{month} {day:dom} , {year:oldyear} (ad|a.d.|ce)",
            "{day:dom} {month} (ad|a.d.) {year:num}",
            "{month} {day:dom} , (ad|a.d.) {year:num}",
        ),
        lambda month, day, year: _date(year, month, day) if isinstance(year, int) else None,
        "date",
    ),
    Rule(
        "month-day",
        "a day of a month in the nearest year",
        (
            "[{weekday} [,]] {month} {day:dom}",
            "[{weekday} [,]] {month} the {day:nthfigure}",
            "this {month} {day:dom}",  # "This Dec. 28 photo"
        ),
        lambda month, day, weekday=None: _date(None, month, day, weekday),
        "date",
    ),
    Rule(
        "day-month",
        "a day of a month in the nearest year",
        (
            "[{weekday} [,]] {day:dom} {month}",
            "[{weekday} [,]] the {day:dom} {month}",
            "[{weekday} [,]] [the] {day:nth|ord} [day] of {month}",
            "[{weekday} [,]] [the] {day:dom} of {month}",
        ),
        lambda month, day, weekday=None: _date(None, month, day, weekday),
        "date",
    ),
    Rule(
        "weekday-day",
        "a weekday and the day of the month",
        ("{weekday} [,] the {day:nthfigure}",),
        lambda weekday, day: _date(None, None, day, weekday),
        "date",
    ),
    Rule(
        "day-of-month",
        "a day of the month that is spoken of",
        ("the {day:nthfigure}",),
        lambda day: _date(None, None, day),
        "dayofmonth",
    ),
    Rule(
        "day-of-that-month",
        "a day of the month that is spoken of",
        ("the {day:nthfigure} [day] of (the|that|this|the same|that same) month",),
        lambda day: Within(CalendarDate(day=day), Offset(0, Unit.MONTH, Spoken())),
        "date",
    ),
    Rule(
        "days-of-month",
        "the first and the last of some days of a month",
        (
            "{month} [the] {a:dom} (-|–|—) {b:dayfigure} [[,] {year}]",  # not "April 5 - Seven people were killed"
            "{month} [the] {a:dom} (to|and|or|until|through|thru) {b:dom} [[,] {year}]",
            "{month} [the] {a:dom} (to|and|or|until|through|thru) the {b:dom} [[,] {year}]",
            "[from|between] [the] {a:dom} <TO> [the] {b:dom} [of] {month} [[,] {year}]",
            "{slash:slashed} [of] {month} [[,] {year}]",
            "{month} {slash:slashed} [[,] {year}]",
        ),
        lambda month, a=None, b=None, year=None, slash=None: _days(month, a, b, year, slash),
        "range",
    ),
    Rule(
        "list-of-days",
        "three or four days of a month",
        (
            "{month} {a:dom} , {b:dom} [,] (and|or) {c:dom} [[,] {year}]",
            "{month} {a:dom} , {b:dom} , {c:dom} [,] (and|or) {d:dom} [[,] {year}]",
            "{a:dom} , {b:dom} [,] (and|or) {c:dom} {month} [{year}]",
            "{a:dom} , {b:dom} , {c:dom} [,] (and|or) {d:dom} {month} [{year}]",
        ),
        lambda month, a, b, c, d=None, year=None: _list_of_days(month, (a, b, c, d) if d else (a, b, c), year),
        "range",
    ),
    Rule(
        "dates-range",
        "the first and the last of some days or months, the year said once",
        ("{a:date|monthname} (-|–|—|to|through|until|and) {b:date|monthyear}", "{a:date} {b:date}"),  # "9-September"
        _dates,
        "range",
        level=2,
    ),
    Rule(
        "years-range",
        "the first and the last of some years",
        ("{a:year} (-|–) {b:year1|year2|year}", "{years}"),
        lambda a=0, b=0, years=None: _years(*(years or (a, b))),
        "range",
    ),
    Rule("iso-date", "a date in figures, year first", ("{isodate}",), _iso, "date"),
    Rule(
        "numeric-date",
        "a date in figures",
        ("[{weekday} [,]] {numericdate}",),
        lambda numericdate, weekday=None: _numeric(numericdate),
        "date",
    ),
    Rule(
        "month-year",
        "a month of a year",
        ("[the month of] {month} [of|,] [the year] {year}", "{month} [of] {year:shortyear}", "{month} - {year}"),
        lambda month, year: CalendarDate(year, month),
        "monthyear",
    ),
    Rule(
        "month",
        "a month in the nearest year",
        ("{month}", "the month of {month}"),
        lambda month: CalendarDate(None, month),
        "monthname",
    ),
    Rule(
        "weekday",
        "the latest such day, or the next where the clause looks ahead",
        ("{weekday}",),
        lambda weekday: CalendarDate(weekday=weekday),
        "weekdayname",
    ),
    Rule(
        "year",
        "a year",
        ("{year}", "the year {year}", "{year:shortyear}"),
        lambda year: CalendarDate(year),
        "yeardate",
    ),
    Rule(
        "year-era",
        "a year with its era",
        ("(ad|a.d.) {year:oldyear|year|num}", "{year:oldyear|year|num} (ad|a.d.|ce)"),
        lambda year: CalendarDate(year) if isinstance(year, int) and 0 < year < 3000 else None,
        "yeardate",
    ),
    Rule(
        "year-bce",
        "a year before our era",
        ("[the year] {n:oldyear|year|num} (bc|bce|b.c.|b.c.e.)",),
        _before_common_era,
        "yeardate",
    ),
    Rule(
        "years-range-bce",
        "the first and the last of some years before our era",
        (
            "{a:oldyear|year|num} <TO> {b:oldyear|year|num} (bc|bce|b.c.|b.c.e.)",
            "[from|between] {a:oldyear|year|num} <TO> {b:oldyear|year|num} (bc|bce|b.c.|b.c.e.)",
        ),
        lambda a, b: Between(CalendarDate(1 - a), CalendarDate(1 - b)) if _are_years(a, b) else None,
        "range",
    ),
    Rule(
        "decade-years",
        "ten years by their first",
        ("[the] {decades}",),
        lambda decades: _decade(decades if decades > 100 else decades + 1900),
        "era",
    ),
    Rule(
        "decades-range",
        "ten years and other ten of the same century",
        ("[the] {a:decades} <TO> [the] {b:nextdecade}",),
        _decades,
        "range",
    ),
    Rule("that-september", "the day of the attacks of 2001", ("9/11",), lambda: CalendarDate(2001, 9, 11), "date"),
    Rule(
        "decade-words",
        "ten years by their name",
        ("[the] {decade}", "[the] nineteen {decade}"),
        lambda decade: Era(Unit.DECADE, 1900 + decade),
        "era",
    ),
    Rule(
        "century",
        "a century by its number",
        ("[the] {n:ord} (century|centuries)",),
        lambda n: Era(Unit.CENTURY, 100 * (n - 1)) if 0 < n < 30 else None,
        "era",
    ),
    Rule(
        "centuries-range",
        "the first and the last of some centuries",
        ("[from|between] [the] {n:ord} <TO> [the] {m:ord} (century|centuries)",),
        _centuries,
        "range",
    ),
    *_parts_of_centuries(),
    Rule(
        "century-bce",
        "a century before our era",
        ("[the] {n:ord} century (bc|bce|b.c.|b.c.e.)",),
        lambda n: Era(Unit.CENTURY, -100 * n) if 0 < n < 100 else None,
        "era",
    ),
    Rule(
        "centuries-range-bce",
        "the first and the last of some centuries before our era",
        ("[from|between] [the] {n:ord} <TO> [the] {m:ord} (century|centuries) (bc|bce|b.c.|b.c.e.)",),
        lambda n, m: Between(Era(Unit.CENTURY, -100 * n), Era(Unit.CENTURY, -100 * m)) if 0 < m < n < 100 else None,
        "range",
    ),
    Rule(
        "nth-weekday-of",
        "the nth such weekday of a month",
        ("the {n:ord|final} {weekday} (in|of) {month} [,] [{year}]",),
        lambda n, weekday, month, year=None: Nth(n, Unit.DAY, CalendarDate(year, month), weekday) if n < 6 else None,
        "date",
    ),
    Rule(
        "nth-weekend-of",
        "the nth weekend of a month",
        ("the {n:ord|final} weekend (in|of) {month} [,] [{year}]",),
        lambda n, month, year=None: Nth(n, Unit.WEEKEND, CalendarDate(year, month)) if n < 6 else None,
        "date",
    ),
    Rule(
        "last-weekday",
        "that weekday, the latest before",
        ("[the] (last|past) {weekday}", "this past {weekday}", "{weekday} last"),
        lambda weekday: Toward(Direction.BEFORE, CalendarDate(weekday=weekday)),
        "date",
    ),
    Rule(
        "previous-weekday",
        "that weekday, the latest before the time spoken of",
        ("[the] (previous|preceding) {weekday}",),
        lambda weekday: Toward(Direction.BEFORE, CalendarDate(weekday=weekday), Spoken()),
        "date",
    ),
    Rule(
        "following-weekday",
        "that weekday, the first after the time spoken of",
        ("the following {weekday}",),
        lambda weekday: Toward(Direction.AFTER, CalendarDate(weekday=weekday), Spoken()),
        "date",
    ),
    Rule(
        "weekday-before-last",
        "that weekday, the second before",
        ("the {weekday} before last",),
        lambda weekday: Toward(Direction.BEFORE, CalendarDate(weekday=weekday), Offset(-7, Unit.DAY)),
        "date",
    ),
    Rule(
        "weekday-week",
        "that weekday, a week after the first",
        ("[next] {weekday} week", "a week on {weekday}"),
        lambda weekday: Toward(Direction.AFTER, CalendarDate(weekday=weekday), Offset(7, Unit.DAY)),
        "date",
    ),
    Rule(
        "weekday-after-next",
        "that weekday, the second after",
        ("the {weekday} after next",),
        lambda weekday: Toward(Direction.AFTER, CalendarDate(weekday=weekday), Offset(7, Unit.DAY)),
        "date",
    ),
    Rule(
        "next-weekday",
        "that weekday, the first after",
        ("[the] next {weekday}", "[this] coming {weekday}", "{weekday} next"),
        lambda weekday: Toward(Direction.AFTER, CalendarDate(weekday=weekday)),
        "date",
    ),
    Rule(
        "this-weekday",
        "that weekday, the first on or after; the latest where the clause looks back",
        ("this {weekday}",),
        lambda weekday: CalendarDate(weekday=weekday),
        "date",
    ),
    Rule(
        "last-month-day",
        "that day, the latest before",
        ("[this] (last|past) {month} {day:dom}",),
        lambda month, day: Toward(Direction.BEFORE, CalendarDate(None, month, day)),
        "date",
    ),
    Rule(
        "last-month-days",
        "the first and the last of some such days",
        ("[this] (last|past) {month} {a:dom} <TO> {b:dom}",),
        _last_days,
        "range",
    ),
    Rule(
        "next-month-day",
        "that day, the first after",
        ("next {month} {day:dom}",),
        lambda month, day: Toward(Direction.AFTER, CalendarDate(None, month, day)),
        "date",
    ),
    Rule(
        "last-holiday",
        "that holiday, the latest before",
        ("last {h:holiday}",),
        lambda h: Toward(Direction.BEFORE, h),
        "date",
        level=2,
    ),
    Rule(
        "next-holiday",
        "that holiday, the first after",
        ("next {h:holiday}",),
        lambda h: Toward(Direction.AFTER, h),
        "date",
        level=2,
    ),
    Rule(
        "following-holiday",
        "that holiday, the first after the time spoken of",
        ("the following {h:holiday}",),
        lambda h: Toward(Direction.AFTER, h, Spoken()),
        "date",
        level=2,
    ),
    Rule(
        "this-holiday",
        "that holiday, the nearest",
        ("this {h:holiday}",),
        lambda h: Toward(Direction.NEAREST, h),
        "date",
        level=2,
    ),
    Rule(
        "eve-of-holiday",
        "the day before a holiday",
        ("[the] eve of {h:holiday}", "{h:holiday} eve", "erev {h:holiday}"),
        lambda h: Offset(-1, Unit.DAY, h),
        "date",
        level=2,
    ),
    Rule(
        "last-month-name",
        "that month, the latest before",
        ("[the] (last|past|previous) {month}", "this past {month}"),
        lambda month: Toward(Direction.BEFORE, CalendarDate(month=month)),
        "monthyear",
    ),
    Rule(
        "next-month-name",
        "that month, the first after",
        ("[the] (next|coming) {month}", "this coming {month}"),
        lambda month: Toward(Direction.AFTER, CalendarDate(month=month)),
        "monthyear",
    ),
    Rule(
        "this-month-name",
        "that month of the present year",
        ("this {month}",),
        lambda month: Within(CalendarDate(month=month), Offset(0, Unit.YEAR)),
        "monthyear",
    ),
    *_holiday_rules(),
)
