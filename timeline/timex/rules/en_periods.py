"""Quarters, halves, seasons, fiscal years, and what reports call them: "the third quarter", "a year earlier"."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import TimexType
from timeline.temporal.calendar import Unit
from timeline.temporal.operators import (
    Between,
    CalendarDate,
    CalendarPart,
    Direction,
    Duration,
    Era,
    Holiday,
    Nth,
    Offset,
    Operator,
    Part,
    Portion,
    Spoken,
    Toward,
    Within,
)
from timeline.timex.phrase import Rule
from timeline.timex.rules.en_relative import THE_WEEKEND

_REPORTED = Spoken("quarter")
_QUARTERS = ("START", "MID", "MID", "END")
"""Where the quarters of a century lie in it."""


def _quarter(n: int, year: int | None = None, *, fiscal: bool = False) -> CalendarPart | None:
    if n == -1:
        n = 4
    return CalendarPart(Unit.QUARTER, n, "", year, fiscal) if 1 <= n <= 4 else None


def _quarters_of_last_year(a: int, b: int) -> Between | None:
    """ "the third and fourth quarters of last year": both."""
    if not 0 < a < b < 5:
        return None
    year = Offset(-1, Unit.YEAR)
    return Between(*(Within(CalendarPart(Unit.QUARTER, n), year) for n in (a, b)))


def _half(n: int, year: int | None = None) -> CalendarPart | None:
    if n == -1:
        n = 2
    return CalendarPart(Unit.HALF, n, "", year) if 1 <= n <= 2 else None


def _season(season: str, year: int | None = None) -> CalendarPart:
    return CalendarPart(Unit.SEASON, 0, season, year)


def _seasons_ago(n: float, season: str) -> Operator | None:
    """ "two winters ago": the last one is the first."""
    if n not in range(1, 100):
        return None
    return Toward(Direction.BEFORE, _season(season), Offset(-12 * (int(n) - 1), Unit.MONTH, Offset(0, Unit.DAY)))


def _fiscal_years(
    year: int | None = None, b: int | None = None, years: tuple[int, int] | None = None
) -> CalendarDate | None:
    """ "fiscal year 2019-20" begins in the first."""
    first, last = years or (year, b)
    return CalendarDate(first) if first and last is not None and (first + 1 - last) % 100 == 0 else None


def _within(p: Operator, y: Operator) -> Operator | None:
    """The part of a year that is stated in words or figures; None for one that has its year: "last summer"."""
    if not isinstance(p, CalendarPart):
        return None
    if isinstance(y, CalendarDate) and y.year is not None and y.month is None:
        return CalendarPart(p.unit, p.number, p.season, y.year, p.fiscal)
    return Within(p, y)


def _half_of(n: int, d: Operator) -> Operator | None:
    """Half of a year is a half year; half of anything else its start or end."""
    if n not in (1, 2, -1):
        return None
    if isinstance(d, CalendarDate) and d.month is None and d.year is not None:
        return CalendarPart(Unit.HALF, 2 if n == -1 else n, "", d.year)
    if isinstance(d, Offset) and d.unit is Unit.YEAR:
        return Within(CalendarPart(Unit.HALF, 2 if n == -1 else n), d)
    return Portion("START" if n == 1 else "END", d)


def _nth_unit(n: int, u: Unit, d: Operator) -> Operator | None:
    """The nth day, week, month or year of a longer time."""
    if u is Unit.QUARTER:
        part = _quarter(n)
        return None if part is None else _within(part, d)
    if abs(n) > 400:
        return None
    if isinstance(d, CalendarDate) and d.day is not None:
        return None
    return Nth(n, u, d)


def _day_of(m: Operator, y: Operator) -> Operator | None:
    """A day within the year or the week that is said."""
    if not isinstance(y, Offset) or not isinstance(m, CalendarDate | Holiday):
        return None
    if isinstance(m, CalendarDate) and m.weekday is not None and m.month is None:
        return Within(m, y) if y.unit is Unit.WEEK and y.count != 0 else None
    return Within(m, y) if y.unit is Unit.YEAR and m.year is None else None


def _part_of_week(t: Operator, y: Operator) -> Operator | None:
    """ "Thursday afternoon of last week"."""
    day = _day_of(t.of, y) if isinstance(t, Part) else None
    return None if day is None else Part(t.part, day)  # type: ignore[union-attr]


RULES = (
    Rule(
        "quarter",
        "a quarter of the year, the latest that has begun or, ahead, the next",
        ("[the] {n:ord|final} quarter", "{n:quartername}", "[the] (opening|closing) quarter"),
        lambda n=1: _quarter(n),
        "period",
    ),
    Rule(
        "quarters",
        "two quarters of one year",
        ("[the] {a:ord} (and|or) {b:ord} quarters [of] {year}",),
        lambda a, b, year: Between(_quarter(a, year), _quarter(b, year)) if 0 < a < b < 5 else None,
        "range",
    ),
    Rule(
        "quarters-of-last-year",
        "two quarters of the year before",
        ("[the] {a:ord} (and|or) {b:ord} quarters of last year",),
        _quarters_of_last_year,
        "range",
    ),
    Rule(
        "quarter-by-months",
        "a quarter of the year by its first and last month",
        (
            "[the] {a:month} [(-|–|/)] {b:month} (quarter|period) [[of] {year}]",
            "[the] {a:month} (to|through) {b:month} (quarter|period) [[of] {year}]",
            "[the] {b:month} quarter [[of] {year}]",
        ),
        lambda b, a=None, year=None: _quarter(b // 3, year) if b % 3 == 0 and a in (None, b - 2) else None,
        "period",
    ),
    Rule(
        "fiscal-quarter",
        "a quarter of a company's year",
        ("[the] fiscal {n:ord|final} quarter", "[the] {n:ord|final} fiscal quarter", "fiscal {n:quartername}"),
        lambda n: _quarter(n, fiscal=True),
        "period",
    ),
    Rule(
        "quarter-of-year",
        "a quarter of a year",
        (
            "[the] {year} {n:ord|final} quarter",
            "[the] {n:ord|final} quarter [of] {year}",
            "{n:quartername} [of] {year}",
            "{year} {n:quartername}",
            "{year} 's {n:ord|final} quarter",
            "[the] {n:ord|final} quarter of {year:shortyear}",
        ),
        lambda n, year: _quarter(n, year),
        "period",
    ),
    Rule(
        "fiscal-quarter-of-year",
        "a quarter of a company's year",
        (
            "[the] {n:ord|final} quarter of fiscal [year] {year}",
            "[the] fiscal {year} {n:ord|final} quarter",
            "[the] fiscal {n:ord|final} quarter of {year}",
        ),
        lambda n, year: _quarter(n, year, fiscal=True),
        "period",
    ),
    Rule(
        "half",
        "a half of the year",
        ("the {n:ord|final} half", "the latter half", "{n:halfname}"),
        lambda n=2: _half(n),
        "halfperiod",
    ),
    Rule("half-adjective", "a half of the year", ("{n:ord} half",), lambda n: _half(n), "halfperiod", alone=False),
    Rule(
        "half-of-year",
        "a half of a year",
        ("{n:halfname} [of] {year}", "{year} {n:halfname}", "[the] {n:ord} half {year}", "[the] {year} {n:ord} half"),
        lambda n, year: _half(n, year),
        "period",
    ),
    Rule(
        "season-of-year",
        "a season of a year",
        (
            "[the] {season} [of] {year}",
            "[the] {season} [of] {year} (-|–|/) {last:year2}",
            "[the] {season} [of] {year} (-|–|/) {last:year}",
            "[the] {season} [of] {year} (-|–|/) {last:year1}",
            "[the] {season} [of] {year:shortyear}",
            "[the] {season} [of] {years}",
            "[the] {season} months of {year}",
        ),
        lambda season, year=None, last=None, years=None: _season(season, years[0] if years else year),
        "period",
    ),
    Rule(
        "season",
        "a season, the nearest",
        ("the {season}", "this {season}", "(all|the whole|the entire) {season}"),
        lambda season: _season(season),
        "seasonname",
    ),
    Rule(
        "midseason",
        "the middle of a season, the nearest",
        ("[the] {season:midseason} [of {year}]",),
        lambda season, year=None: Portion("MID", _season(season, year)),
        "period",
    ),
    Rule("bare-season", "a season, the nearest", ("{season}",), lambda season: _season(season), "seasonname"),
    Rule(
        "last-season",
        "the latest such season before this one",
        ("last {season}", "this past {season}", "the (past|previous) {season}"),
        lambda season: Toward(Direction.BEFORE, _season(season)),
        "period",
    ),
    Rule(
        "seasons-ago",
        "so many of that season before publication",
        ("{n:num} {s:seasons} ago", "a couple of {s:seasons} ago"),
        lambda s, n=2: _seasons_ago(n, s),
        "period",
    ),
    Rule(
        "next-season",
        "the first such season after this one",
        ("next {season}", "[the|this] coming {season}"),
        lambda season: Toward(Direction.AFTER, _season(season)),
        "period",
    ),
    Rule(
        "that-season",
        "the season that is spoken of",
        ("that [same] {season}", "the same {season}"),
        lambda season: Within(_season(season), Offset(0, Unit.YEAR, Spoken())),
        "period",
    ),
    Rule(
        "following-season",
        "the first such season after the time spoken of",
        ("the (following|next) {season}",),
        lambda season: Toward(Direction.AFTER, _season(season), Spoken()),
        "period",
    ),
    Rule(
        "season-bce",
        "a season before our era",
        ("[the] {season} [of] {a:oldyear|year|num} (-|–|/) {b:oldyear|year|num} (bc|bce|b.c.|b.c.e.)",),
        lambda season, a, b: _season(season, 1 - a) if isinstance(a, int) and a > 0 else None,
        "period",
    ),
    Rule(
        "fiscal-year",
        "a company's or a state's year",
        ("fiscal [year] {year}", "the {year} fiscal year", "fy {year}", "{year:fiscalyear}"),
        lambda year: CalendarDate(year),
        "yeardate",
    ),
    Rule(
        "fiscal-years",
        "a company's or a state's year by the two in which it lies",
        ("(fiscal|fy|financial) [year] {year} (-|–|/) {b:year2|year}", "(fiscal|fy|financial) [year] {years}"),
        _fiscal_years,
        "yeardate",
    ),
    Rule(
        "fiscal-short-year",
        "a company's or a state's year",
        ("fiscal {year:shortyear}",),
        lambda year: CalendarDate(year),
        "yeardate",
    ),
    Rule(
        "this-fiscal-year",
        "the present year of a company",
        ("the current (fiscal|financial) year", "this (fiscal|financial) year"),
        lambda: Offset(0, Unit.YEAR),
        "relative",
    ),
    Rule(
        "last-fiscal-year",
        "the year of a company before the present one",
        ("(last|the latest|the previous|the past|the prior) (fiscal|financial) year",),
        lambda: Offset(-1, Unit.YEAR),
        "relative",
    ),
    Rule(
        "next-fiscal-year",
        "the year of a company after the present one",
        ("(next|the next|the coming) (fiscal|financial) year",),
        lambda: Offset(1, Unit.YEAR),
        "relative",
    ),
    Rule(
        "full-year",
        "the present year, all of it",
        ("the (full|entire|whole) year",),
        lambda: Offset(0, Unit.YEAR),
        "relative",
    ),
    Rule(
        "the-quarter",
        "the quarter that is reported on",
        (
            "the quarter",
            "the latest (quarter|period)",
            "the most recent quarter",
            "that quarter",
            "the just ended quarter",
            "the latest (three months|three month period)",
        ),
        lambda: Offset(0, Unit.QUARTER, _REPORTED),
        "relative",
    ),
    Rule(
        "its-quarter",
        "the quarter that is reported on",
        ("latest quarter",),
        lambda: Offset(0, Unit.QUARTER, _REPORTED),
        "relative",
        alone=False,
    ),
    Rule(
        "year-ago-quarter",
        "the quarter a year before the one that is reported on",
        (
            "[the] [comparable|corresponding|same] year (ago|earlier) (quarter|period)",
            "[the] year (ago|earlier) [comparable|corresponding|same] (quarter|period)",
            "the (quarter|period) a year (ago|earlier)",
            "(last|the previous) year 's quarter",
            "the (corresponding|comparable|same) (quarter|period) (last year|a year ago|a year earlier)",
            "the [corresponding|comparable|same] (quarter|period) of last year",
        ),
        lambda: Offset(-4, Unit.QUARTER, _REPORTED),
        "relative",
    ),
    Rule(
        "year-ago-nth-quarter",
        "the quarter of the year before",
        (
            "[the] year (ago|earlier) {n:ord} quarter",
            "(last|the previous) year 's {n:ord} quarter",
            "the {n:ord} quarter (last year|a year ago|a year earlier|of last year)",
        ),
        lambda n: None if (q := _quarter(n)) is None else Within(q, Offset(-1, Unit.YEAR)),
        "relative",
    ),
    Rule(
        "year-ago",
        "a year before the publication, or the quarter of a year ago beside quarterly figures",
        ("[the|a] year (ago|earlier)",),
        lambda: Offset(-1, Unit.YEAR),
        "ago",
    ),
    Rule(
        "year-period",
        "the quarter of that year beside quarterly figures, else the year",
        ("the {year} (period|quarter)",),
        lambda year: CalendarDate(year),
        "yeardate",
    ),
    Rule(
        "year-end",
        "the last day of the year",
        ("year end", "the year end", "year 's end", "the year 's end"),
        lambda: Nth(-1, Unit.DAY, Offset(0, Unit.YEAR, Spoken("year"))),
        "relative",
    ),
    Rule(
        "year-end-of",
        "the last day of a year",
        ("year end {year}",),
        lambda year: CalendarDate(year, 12, 31),
        "relative",
    ),
    Rule(
        "part-of-this-year",
        "a part of the year",
        ("(this|the current) year 's {n:ord} quarter",),
        lambda n: None if (q := _quarter(n)) is None else Within(q, Offset(0, Unit.YEAR)),
        "period",
    ),
    Rule(
        "part-of-next-year",
        "a part of the next year",
        ("next year 's {n:ord} quarter",),
        lambda n: None if (q := _quarter(n)) is None else Within(q, Offset(1, Unit.YEAR)),
        "period",
    ),
    Rule(
        "part-of",
        "a part of the year that is said",
        ("{p:period|seasonname} [of|,|in] {y:relative|yeardate}",),
        _within,
        "relative",
        level=2,
    ),
    Rule(
        "half-of",
        "a half of a longer time",
        ("{h:halfperiod} of <ANY>",),
        lambda h, d: _half_of(h.number, d),
        "relative",
        level=3,
    ),
    Rule(
        "quarter-of-era",
        "a quarter of a century",
        ("{p:period} of {d:era}",),
        lambda p, d: Portion(_QUARTERS[p.number - 1], d) if p.unit is Unit.QUARTER and p.year is None else None,
        "relative",
        level=2,
    ),
    Rule(
        "month-of",
        "a month of the year that is said",
        ("{m:monthname} [of|,] {y:relative}",),
        lambda m, y: Within(m, y) if isinstance(y, Offset) and y.unit is Unit.YEAR else None,
        "relative",
        level=2,
    ),
    Rule(
        "day-of",
        "a day of the year or the week that is said",
        ("{m:date|weekdayname|holiday} [of|,] {y:relative}",),
        _day_of,
        "relative",
        level=2,
    ),
    Rule(
        "part-of-day-of-week",
        "a part of a day of the week that is said",
        ("{t:time} of {y:relative}",),
        _part_of_week,
        "relative",
        TimexType.TIME,
        level=2,
    ),
    Rule(
        "holiday-year",
        "a holiday of a year",
        ("{h:holiday} [,|of|in] {y:yeardate}",),
        lambda h, y: type(h)(h.name, y.year) if y.month is None and y.year and y.year > 0 else None,
        "date",
        level=2,
    ),
    Rule(
        "nth-unit-of",
        "the nth unit of a longer time",
        ("the {n:ord|final} {u:unit} (of|in) <ANY>",),
        _nth_unit,
        "relative",
        level=3,
    ),
    Rule(
        "last-unit-of",
        "the last unit of a longer time",
        ("{s:lastunit} (of|in) <ANY>",),
        lambda s, d: _nth_unit(-1, s.unit, d) if isinstance(s, Duration) else None,
        "relative",
        level=3,
    ),
    Rule(
        "week-of",
        "the week that holds a day",
        ("{w:theunit} (of|beginning|starting|ending|ended) {d:date|holiday}", "{d:holiday} week"),
        lambda d, w=None: Offset(0, Unit.WEEK, d) if w is None or w.unit is Unit.WEEK else None,
        "relative",
        level=2,
    ),
    Rule(
        "weekend-of",
        "the weekend that holds a day",
        ("{w:relative} of {d:date}",),
        lambda w, d: replace(w, base=d) if w == THE_WEEKEND else None,
        "relative",
        level=2,
    ),
    Rule(
        "turn-of-century",
        "about the first years of the century",
        ("the turn of the century",),
        lambda: Portion("START", Offset(1, Unit.CENTURY, Offset(-50, Unit.YEAR, Spoken("year")))),
        "relative",
    ),
    Rule(
        "decade-of-century",
        "ten years of a century",
        ("the {d:decade} of the {n:ord} century",),
        lambda d, n: Era(Unit.DECADE, 100 * (n - 1) + d) if 3 < n < 30 else None,
        "era",
    ),
)
