"""What a time expression means before it has a date: a tree of operators over calendar time (after SCATE).

Every operator answers `.on(reference) -> Interval`, where the reference is the interval that the words are counted
from (the publication day, or the last time mentioned), and `.pattern`, the TIMEX3 value when there is no reference.
`str(operator)` is the tree in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from timeline.temporal import calendar
from timeline.temporal.calendar import SEASONS, Unit
from timeline.temporal.holidays import HOLIDAYS
from timeline.temporal.interval import OPEN_END, OPEN_START, Granularity, Interval

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


class Direction(Enum):
    """Which of the repeating times is meant: the value says how it is told."""

    NEAREST = "nearest"
    RATHER_PAST = "nearest, rather earlier"
    RATHER_FUTURE = "nearest, rather later"
    SURELY_PAST = "latest, or just ahead,"
    SURELY_FUTURE = "next, or just over,"
    AWAITED = "next, or lately over,"
    PAST = "latest"
    FUTURE = "next, or same,"
    BEFORE = "last earlier"
    AFTER = "first later"
    ONWARD = "nearest onward"


def year_value(year: int | None) -> str:
    """TIMEX3 value of a year, "BC0338" before our era (0 is 1 BCE), "XXXX" when it isn't said."""
    return "XXXX" if year is None else f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as it is written: any of the parts may be missing ("Sept. 24", "March 2020", "Tuesday", "2019").

    `weekday` is ISO: Monday 1 to Sunday 7. `on` fills what is missing with the nearest time; a bare weekday is the
    latest that is not after the reference. A year of 0 or less is before our era (0 is 1 BCE) and has no interval.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return self.year is not None

    def on(self, reference: Interval) -> Interval:
        """The interval that is meant, seen from the reference."""
        if self.year is not None:
            return self.in_year(self.year)
        if self.month is None and self.weekday is not None:
            return self.toward(reference, Direction.PAST)
        return self.toward(reference, Direction.NEAREST)

    def in_year(self, year: int) -> Interval:
        """The date in that year; raises ValueError for a day that the month does not have, and before our era."""
        if year < 1:
            raise ValueError("times before our era have no interval")
        if self.month is None:
            return calendar.year_of(year)
        if self.day is None:
            return calendar.month_of(year, self.month)
        return calendar.day_of(date(year, self.month, self.day))

    def toward(self, reference: Interval, direction: Direction) -> Interval:
        """The one of the repeating times that lies in the direction from the reference's first day."""
        day = reference.start.date()
        if self.month is None and self.day is None and self.weekday is not None:
            return calendar.day_of(_weekday_toward(day, self.weekday, direction))
        if self.month is None and self.day is not None:
            return calendar.day_of(_day_toward(day, self.day, direction))
        reach = 8 if (self.month, self.day) == (2, 29) else 2
        found = [self._try(y) for y in range(max(1, day.year - reach), min(9999, day.year + reach) + 1)]
        return _pick([i for i in found if i], reference, direction)

    def _try(self, year: int) -> Interval | None:
        try:
            return self.in_year(year)
        except ValueError:
            return None

    @property
    def pattern(self) -> str:
        """TIMEX3 value with X for what is not said."""
        if self.year is None and self.month is None and self.day is None and self.weekday is not None:
            return f"XXXX-WXX-{self.weekday}"
        year = year_value(self.year)
        if self.month is None:
            return year if self.day is None else f"{year}-XX-{self.day:02d}"
        return f"{year}-{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")

    def __str__(self) -> str:
        words = [
            WEEKDAYS[self.weekday - 1] if self.weekday else "",
            str(self.day) if self.day else "",
            MONTHS[self.month - 1] if self.month else "",
            str(self.year) if self.year is not None and self.year > 0 else "",
            f"{1 - self.year} BCE" if self.year is not None and self.year <= 0 else "",
        ]
        return " ".join(w for w in words if w)


def _weekday_toward(day: date, weekday: int, direction: Direction) -> date:
    back, ahead = (day.isoweekday() - weekday) % 7, (weekday - day.isoweekday()) % 7
    if direction is Direction.PAST:
        return day - back * _DAY
    if direction is Direction.BEFORE:
        return day - (back or 7) * _DAY
    if direction is Direction.FUTURE:
        return day + ahead * _DAY
    if direction is Direction.AFTER:
        return day + (ahead or 7) * _DAY
    return day - back * _DAY if back <= ahead else day + ahead * _DAY


def _day_toward(day: date, wanted: int, direction: Direction) -> date:
    first = day.replace(day=1)
    found = []
    for offset in (-2, -1, 0, 1, 2):
        month = calendar.add_months(first, offset)
        if wanted <= calendar.days_in_month(month.year, month.month):
            found.append(calendar.day_of(month.replace(day=wanted)))
    return _pick(found, calendar.day_of(day), direction).first_day


def _pick(found: list[Interval], reference: Interval, direction: Direction) -> Interval:
    if not found:
        raise ValueError("there is no such day")
    now = reference.start
    if direction is Direction.ONWARD:
        return _onward(found, reference)
    fits = {
        Direction.NEAREST: found,
        Direction.RATHER_PAST: found,
        Direction.RATHER_FUTURE: found,
        Direction.SURELY_PAST: found,
        Direction.SURELY_FUTURE: found,
        Direction.AWAITED: found,
        Direction.PAST: [i for i in found if i.start <= now],
        Direction.BEFORE: [i for i in found if i.end <= now],
        Direction.FUTURE: [i for i in found if i.end > now],
        Direction.AFTER: [i for i in found if i.start > now and not _within(i, reference)],
    }[direction]
    if not fits:
        raise ValueError("there is no such day")
    if direction in (Direction.PAST, Direction.BEFORE):
        return fits[-1]
    if direction in (Direction.FUTURE, Direction.AFTER):
        return fits[0]
    late = LEAN.get(direction, _NONE)
    return min(
        fits, key=lambda i: (i.gap(reference) + (late if _leans(i, now, direction) else _NONE), abs(i.start - now))
    )


_NONE = timedelta(0)


def _leans(i: Interval, now: datetime, direction: Direction) -> bool:
    """It lies on the side ahead; the time itself that is counted from does so where the future is meant."""
    return i.start > now or (
        direction in (Direction.RATHER_FUTURE, Direction.SURELY_FUTURE, Direction.AWAITED) and i.end > now
    )


def _within(i: Interval, reference: Interval) -> bool:
    """Inside a reference of more than a day: the spring that follows 1348 is not its own."""
    return reference.granularity > Granularity.DAY and i.start < reference.end


def _onward(found: list[Interval], reference: Interval) -> Interval:
    """The one of the same year, as it is told; the year before or after where that lies far closer."""
    now = reference.start
    same = next((i for i in found if i.start.year == now.year), found[0])
    if reference.granularity is Granularity.YEAR:
        return same
    if same.end > now:
        before = next((i for i in found if i.start.year == now.year - 1), same)
        return before if now - before.end <= _JUST_BEFORE and same.start - now > _FAR_AHEAD else same
    after = next((i for i in found if i.start.year == now.year + 1), same)
    return after if now - same.end > _LONG_OVER else same


_JUST_BEFORE, _FAR_AHEAD, _LONG_OVER = timedelta(days=31), timedelta(days=250), timedelta(days=132)
"""After January, December is the last one; after March, the next; after September, March is the next year's."""

LEAN = {
    Direction.RATHER_PAST: timedelta(days=100),
    Direction.RATHER_FUTURE: timedelta(days=-100),
    Direction.SURELY_PAST: timedelta(days=325),
    Direction.SURELY_FUTURE: timedelta(days=-325),
    Direction.AWAITED: timedelta(days=-185),  # a quarter whose figures are not out yet: six weeks after its end
}
"""How much farther a time may lie on the side that the tense speaks for; a day just on the other side is a slip."""


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """A numbered part of a year: quarter 1-4, half 1-2, ISO week 1-53, or a season by its TIMEX3 code.

    `fiscal` says that a company's or state's year is meant, which is read as the calendar year.
    """

    unit: Unit
    number: int = 0
    season: str = ""
    year: int | None = None
    fiscal: bool = False

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return self.year is not None

    def on(self, reference: Interval) -> Interval:
        """The interval that is meant, seen from the reference."""
        if self.year is not None:
            return self.in_year(self.year)
        return self.toward(reference, Direction.NEAREST)

    def in_year(self, year: int) -> Interval:
        """The part of that year."""
        if self.unit is Unit.QUARTER:
            return calendar.quarter_of(year, self.number)
        if self.unit is Unit.HALF:
            return calendar.half_of(year, self.number)
        if self.unit is Unit.WEEK:
            return calendar.iso_week(year, self.number)
        return calendar.season_of(year, self.season)

    def toward(self, reference: Interval, direction: Direction) -> Interval:
        """The one of the repeating times that lies in the direction."""
        year = reference.start.year
        if self.unit is Unit.WEEK and self.number == 53:
            raise ValueError("which year's week 53 is not said")
        return _pick([self.in_year(y) for y in range(max(1, year - 2), min(9998, year + 2) + 1)], reference, direction)

    @property
    def pattern(self) -> str:
        """TIMEX3 value with X for what is not said."""
        year = year_value(self.year)
        if self.unit is Unit.QUARTER:
            return f"{year}-Q{self.number}"
        if self.unit is Unit.HALF:
            return f"{year}-H{self.number}"
        return f"{year}-W{self.number:02d}" if self.unit is Unit.WEEK else f"{year}-{self.season}"

    def __str__(self) -> str:
        seasons = dict(zip(SEASONS, ("spring", "summer", "autumn", "winter"), strict=True))
        name = seasons[self.season] if self.season else f"{self.unit.name.lower()} {self.number}"
        if self.year is not None:
            name += f" of {CalendarDate(self.year)}"
        return f"fiscal {name}" if self.fiscal else name


@dataclass(frozen=True, slots=True)
class Era:
    """A decade ("the 1990s": first=1990) or a century ("the 19th century": first=1800)."""

    unit: Unit
    first: int

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return True

    def on(self, reference: Interval) -> Interval:
        """The interval; the reference does not matter. Raises ValueError before our era."""
        if self.first < 0:
            raise ValueError("times before our era have no interval")
        if self.unit is Unit.DECADE:
            return calendar.years(self.first, 10, Granularity.DECADE)
        if self.unit is Unit.MILLENNIUM:
            return calendar.years(self.first, 1000, Granularity.MILLENNIUM)
        return calendar.years(self.first, 100, Granularity.CENTURY)

    @property
    def pattern(self) -> str:
        """TIMEX3 value."""
        if self.first < 0:
            return f"BC{-self.first // 100 - 1:02d}"
        return {Unit.DECADE: f"{self.first // 10:03d}X", Unit.CENTURY: f"{self.first // 100:02d}"}.get(
            self.unit, f"{self.first // 1000}"
        )

    def __str__(self) -> str:
        return f"the {self.first}s" if self.unit is Unit.DECADE else f"the {self.unit.name.lower()} from {self.first}"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by its name in `timeline.temporal.holidays`."""

    name: str
    year: int | None = None

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return self.year is not None

    def on(self, reference: Interval) -> Interval:
        """The interval that is meant, seen from the reference."""
        return self.in_year(self.year) if self.year is not None else self.toward(reference, Direction.NEAREST)

    @property
    def is_vague(self) -> bool:
        """Countries keep it on different days."""
        return HOLIDAYS[self.name].sighted

    def in_year(self, year: int) -> Interval:
        """The holiday of that year, its first one; raises ValueError where its day is not known."""
        found = HOLIDAYS[self.name].in_year(year)
        if not found:
            raise ValueError(f"the day of {self.name} {year} is not known")
        return found[0]

    def toward(self, reference: Interval, direction: Direction) -> Interval:
        """The one of the repeating times that lies in the direction."""
        rule, year = HOLIDAYS[self.name], reference.start.year
        years = range(max(1, year - 2), min(9998, year + 2) + 1)
        return _pick([time for y in years for time in rule.in_year(y)], reference, direction)

    @property
    def pattern(self) -> str:
        """TIMEX3 value with X for what is not said."""
        rule = HOLIDAYS[self.name]
        if self.year is not None:
            found = rule.in_year(self.year)
            return found[0].first_day.isoformat() if found else f"{self.year:04d}-XX-XX"
        return f"XXXX-{rule.month:02d}-{rule.day:02d}" if rule.month and rule.day else "XXXX-XX-XX"

    def __str__(self) -> str:
        return self.name if self.year is None else f"{self.name} {self.year}"


@dataclass(frozen=True, slots=True)
class Offset:
    """`count` whole units from the unit that holds `base`: Offset(-1, MONTH) is last month, Offset(0, DAY) today."""

    count: float
    unit: Unit
    base: Operator | None = None

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return self.base is not None and is_complete(self.base)

    def on(self, reference: Interval) -> Interval:
        """The interval that is meant, seen from the reference."""
        origin = reference if self.base is None else self.base.on(reference)
        start = origin.start
        if self.unit is Unit.DAY and origin.granularity < Granularity.DAY:
            start = datetime(start.year, start.month, start.day)
        if self.count == 0:
            return calendar.unit_holding(start, self.unit)
        if self._is_day(origin):
            return calendar.day_of(calendar.step(start, self.count, self.unit).date())
        if self.unit in _FROM_THE_FIRST and self.count == int(self.count):
            start = start.replace(day=1)
        if self.count > 0 and origin.granularity > Granularity.DAY and self.unit is Unit.DAY:
            start = origin.end - _DAY if origin.end != OPEN_END else start
        return calendar.unit_holding(calendar.step(start, self.count, self.unit), self.unit)

    def _is_day(self, origin: Interval) -> bool:
        """Counted from a stated day to a day: "two weeks after Easter"."""
        if self.base is None or origin.granularity is not Granularity.DAY or self.unit not in _WHOLE_DAYS:
            return False
        return self.unit is Unit.DAY or not isinstance(self.base, Spoken)

    @property
    def pattern(self) -> str:
        """TIMEX3 value with X for what is not said."""
        return UNPLACED.get(self.unit, "XXXX-XX-XX")

    def __str__(self) -> str:
        base = "the reference" if self.base is None else str(self.base)
        unit = self.unit.name.lower()
        if self.count == 0:
            return f"the {unit} of {base}"
        count = f"{abs(self.count):g} {unit}{'' if abs(self.count) == 1 else 's'}"
        return f"{count} {'before' if self.count < 0 else 'after'} {base}"


_FROM_THE_FIRST = (Unit.MONTH, Unit.QUARTER, Unit.YEAR)
"""Units that are counted from their first day, so that a month after 31 January is February."""

_WHOLE_DAYS = (Unit.DAY, Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH)
"""Units that are counted from a stated day to a day: "two weeks after Easter" is a Sunday."""

UNPLACED = {
    Unit.YEAR: "XXXX",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.HALF: "XXXX-HX",
    Unit.WEEK: "XXXX-WXX",
    Unit.FORTNIGHT: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.DAY: "XXXX-XX-XX",
    Unit.HOUR: "XXXX-XX-XXTXX",
    Unit.MINUTE: "XXXX-XX-XXTXX:XX",
    Unit.SECOND: "XXXX-XX-XXTXX:XX",
    Unit.DECADE: "XXXX",
    Unit.CENTURY: "XX",
}
"""TIMEX3 values of a unit of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Toward:
    """A repeating time in a stated direction: "last Friday", "next March", "this summer"."""

    direction: Direction
    time: CalendarDate | CalendarPart | Holiday
    of: Operator | None = None

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return self.of is not None and is_complete(self.of)

    def on(self, reference: Interval) -> Interval:
        """The interval that is meant, seen from the reference."""
        return self.time.toward(reference if self.of is None else self.of.on(reference), self.direction)

    @property
    def pattern(self) -> str:
        """TIMEX3 value with X for what is not said."""
        return self.time.pattern

    def __str__(self) -> str:
        return f"the {self.direction.value} {self.time}" + ("" if self.of is None else f", from {self.of}")


@dataclass(frozen=True, slots=True)
class Within:
    """The repeating time inside a longer one: Within(March, Offset(-1, YEAR)) is "March of last year"."""

    time: CalendarDate | CalendarPart | Holiday
    of: Operator

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return is_complete(self.of)

    def on(self, reference: Interval) -> Interval:
        """The interval that is meant, seen from the reference."""
        outer = self.of.on(reference)
        if isinstance(self.time, CalendarDate) and self.time.weekday is not None and self.time.month is None:
            return self.time.toward(Interval(outer.start, outer.start), Direction.FUTURE)
        if isinstance(self.time, CalendarDate) and self.time.month is None and self.time.day is not None:
            return calendar.day_of(outer.start.date().replace(day=self.time.day))
        if outer.granularity > Granularity.YEAR:
            return self.time.toward(outer, Direction.FUTURE)
        return self.time.in_year(outer.start.year)

    @property
    def pattern(self) -> str:
        """TIMEX3 value with X for what is not said."""
        return self.time.pattern

    def __str__(self) -> str:
        return f"{self.time} in {self.of}"


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth unit (from 1; -1 is the last) inside a longer time: "the first week of May", "the last Monday in May"."""

    n: int
    unit: Unit
    of: Operator
    weekday: int | None = None

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return is_complete(self.of)

    def on(self, reference: Interval) -> Interval:
        """The interval that is meant, seen from the reference."""
        outer = self.of.on(reference)
        if self.weekday is not None:
            return self._weekday(outer)
        if self.n < 0:
            last = calendar.unit_holding(outer.end - self._into_unit - timedelta(microseconds=1), self.unit)
            return calendar.unit_holding(calendar.step(last.start, self.n + 1, self.unit), self.unit)
        first = calendar.unit_holding(outer.start + self._into_unit, self.unit)
        return calendar.unit_holding(calendar.step(first.start, self.n - 1, self.unit), self.unit)

    @property
    def _into_unit(self) -> timedelta:
        """A week belongs to the month or year that holds most of its days, as in ISO 8601; a weekend its Saturday."""
        if self.unit is Unit.WEEKEND:
            return (1 if self.n > 0 else 5) * _DAY
        return 3 * _DAY if self.unit is Unit.WEEK else timedelta(0)

    def _weekday(self, outer: Interval) -> Interval:
        assert self.weekday is not None
        if self.n < 0:
            day = _weekday_toward(outer.last_day, self.weekday, Direction.PAST) + (self.n + 1) * 7 * _DAY
        else:
            day = _weekday_toward(outer.first_day, self.weekday, Direction.FUTURE) + (self.n - 1) * 7 * _DAY
        return calendar.day_of(day)

    @property
    def pattern(self) -> str:
        """TIMEX3 value with X for what is not said."""
        return f"XXXX-WXX-{self.weekday}" if self.weekday else UNPLACED.get(self.unit, "XXXX-XX-XX")

    def __str__(self) -> str:
        name = WEEKDAYS[self.weekday - 1] if self.weekday else self.unit.name.lower()
        return f"{name} {self.n} of {self.of}" if self.n > 0 else f"the last {name} of {self.of}"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a day, by its TIMEX3 code (MO, AF, EV, NI …): "Monday night"."""

    part: str
    of: Operator

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return is_complete(self.of)

    def on(self, reference: Interval) -> Interval:
        """The interval that is meant, seen from the reference."""
        return calendar.part_of(self.of.on(reference).first_day, self.part)

    @property
    def pattern(self) -> str:
        """TIMEX3 value with X for what is not said."""
        return f"{self.of.pattern}T{calendar.STARTS_OF_PARTS[self.part][2] if self.mod else self.part}"

    @property
    def mod(self) -> str | None:
        """TIMEX3 mod of the parts that are the start of one with a code."""
        return "START" if self.part in calendar.STARTS_OF_PARTS else None

    def __str__(self) -> str:
        names = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime", "MI": "midday"}
        return f"the {names.get(self.part, self.part)} of {self.of}"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the clock on a day. `minute` None: the hour was named alone. `zone`: an IANA name or an offset."""

    hour: int
    minute: int | None
    of: Operator
    zone: str = ""
    second: int | None = None

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return is_complete(self.of)

    def on(self, reference: Interval) -> Interval:
        """The minute (or the second) that is meant, seen from the reference."""
        day = self.of.on(reference).start
        start = datetime(day.year, day.month, day.day) + timedelta(
            hours=self.hour, minutes=self.minute or 0, seconds=self.second or 0
        )
        fine = self.second is not None
        length = timedelta(seconds=1) if fine else timedelta(minutes=1)
        return Interval(start, start + length, Granularity.SECOND if fine else Granularity.MINUTE, self.zone)

    @property
    def pattern(self) -> str:
        """TIMEX3 value with X for what is not said."""
        seconds = "" if self.second is None else f":{self.second:02d}"
        return f"{self.of.pattern}T{self.hour:02d}:{self.minute or 0:02d}{seconds}"

    def __str__(self) -> str:
        return f"{self.hour:02d}:{self.minute or 0:02d}{' ' + self.zone if self.zone else ''} on {self.of}"


@dataclass(frozen=True, slots=True)
class Portion:
    """The START, MID or END of a longer time: "early 1942", "the end of March".

    `to_reference` means the part that lies before or after the reference: "earlier this year".
    """

    portion: str
    of: Operator
    to_reference: bool = False

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return is_complete(self.of)

    def on(self, reference: Interval) -> Interval:
        """The first, middle or last third, cut between whole days, months or years."""
        whole = self.of.on(reference)
        if self.to_reference and whole.start < reference.start and reference.end < whole.end:
            return whole.clip(end=reference.end) if self.portion == "START" else whole.clip(start=reference.start)
        if isinstance(self.of, Part) and self.of.part == "NI":
            first, last = OF_NIGHT[self.portion]
            return Interval(whole.start + first * _HOUR, whole.start + last * _HOUR, whole.granularity, whole.zone)
        low, high = _thirds(whole)
        bounds = {"START": (whole.start, low), "MID": (low, high), "END": (high, whole.end)}[self.portion]
        return Interval(*bounds, whole.granularity, whole.zone)

    @property
    def pattern(self) -> str:
        """TIMEX3 value with X for what is not said."""
        return self.of.pattern

    def __str__(self) -> str:
        names = {"START": "start", "MID": "middle", "END": "end"}
        return f"the {names[self.portion]} of {self.of}"


OF_NIGHT = {"START": (0, 2), "MID": (3, 8), "END": (2, 6)}
"""Hours from a night's start: "late Monday night" is before and after midnight, and "early Tuesday" what comes then."""


def _thirds(whole: Interval) -> tuple[datetime, datetime]:
    """Where a time is cut into its start, middle and end."""
    start = whole.start
    if whole.granularity is Granularity.MONTH and start.day == 1:
        return start.replace(day=11), start.replace(day=21)
    if whole.granularity is Granularity.YEAR and (start.month, start.day) == (1, 1):
        return start.replace(month=5), start.replace(month=9)
    if whole.granularity is Granularity.DECADE and start.year + 7 < date.max.year:
        return start.replace(year=start.year + 3), start.replace(year=start.year + 7)
    third = whole.length / 3
    if whole.length > 3 * _DAY:
        third = timedelta(days=round(third / _DAY))
    return start + third, whole.end - third


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the text speaks of just before: its last date, the day that is told of, the quarter a report is about."""

    what: str = "time"

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return False

    def on(self, reference: Interval) -> Interval:
        """The reference itself."""
        return reference

    @property
    def pattern(self) -> str:
        """TIMEX3 value of an unknown day or quarter."""
        return "XXXX-QX" if self.what == "quarter" else "XXXX-XX-XX"

    def __str__(self) -> str:
        return "the time told of" if self.what == "told" else f"the {self.what} spoken of"


class Place(Enum):
    """Where a stretch of time lies from the reference; EARLIER and LATER mean the moment at its other end."""

    NOWHERE = "of no stated place"
    BEFORE = "ending at"
    AFTER = "starting at"
    EARLIER = "before"
    LATER = "after"
    SINCE_START = "from the start of the year of"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time. `count` None is an unknown number ("several weeks"); `place` says where it lies."""

    count: float | None
    unit: Unit
    place: Place = Place.NOWHERE
    of: Operator | None = None
    more: tuple[tuple[float, Unit], ...] = ()

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return self.place is Place.NOWHERE

    @property
    def is_vague(self) -> bool:
        """Its bounds are a convention."""
        return self.count is None

    def on(self, reference: Interval) -> Interval:
        """The stretch that is meant; raises ValueError when it lies nowhere."""
        if self.place is Place.NOWHERE:
            raise ValueError("a length of time without a place")
        origin = reference if self.of is None else self.of.on(reference)
        count = VAGUE_COUNT if self.count is None else self.count
        if self.place in (Place.EARLIER, Place.LATER):
            return self._moment(origin, count if self.place is Place.LATER else -count)
        granularity = origin.granularity if origin.granularity <= Granularity.DAY else Granularity.DAY
        if self.place is Place.BEFORE:
            return Interval(calendar.step(origin.start, -count, self.unit), origin.start, granularity)
        if self.place is Place.AFTER:
            return Interval(origin.end, calendar.step(origin.end, count, self.unit), granularity)
        start = datetime(origin.start.year, 1, 1)
        return Interval(start, calendar.step(start, count, self.unit), granularity)

    def _moment(self, origin: Interval, count: float) -> Interval:
        """ "An hour later" than 8:20 is at 9:20; than Wednesday, still on Wednesday."""
        at = calendar.step(origin.start, count, self.unit)
        if origin.granularity < Granularity.PART_OF_DAY:
            to_the_minute = self.unit is Unit.HOUR and origin.granularity <= Granularity.MINUTE
            return calendar.unit_holding(at, Unit.MINUTE if to_the_minute else self.unit)
        near = origin.granularity > Granularity.DAY or abs(at - origin.start) < _DAY
        return origin if near else calendar.day_of(at.date())

    @property
    def pattern(self) -> str:
        """TIMEX3 duration."""
        return duration_value(self.count, self.unit, self.more)

    def __str__(self) -> str:
        count = "some" if self.count is None else f"{self.count:g}"
        length = f"{count} {self.unit.name.lower()}{'' if self.count == 1 else 's'}"
        if self.place is Place.NOWHERE:
            return length
        return f"{length} {self.place.value} {'the reference' if self.of is None else self.of}"


VAGUE_COUNT = 4
"""How many units "recent weeks" or "several months" are taken to be."""


def duration_value(count: float | None, unit: Unit, more: tuple[tuple[float, Unit], ...] = ()) -> str:
    """ISO 8601 duration; decades, centuries and fortnights in years and weeks; fractions in the next smaller unit."""
    if count is None:
        return {
            Unit.HOUR: "PTXH",
            Unit.MINUTE: "PTXM",
            Unit.SECOND: "PTXS",
            Unit.FORTNIGHT: "PXW",
            Unit.SEASON: "PXM",
            Unit.HALF: "PXM",
            Unit.WEEKEND: "PXW",
        }.get(unit, f"PX{unit.value}")
    scale, letter = {
        Unit.FORTNIGHT: (2, "W"),
        Unit.QUARTER: (3, "M"),
        Unit.SEASON: (3, "M"),
        Unit.HALF: (6, "M"),
        Unit.DECADE: (10, "Y"),
        Unit.CENTURY: (100, "Y"),
        Unit.MILLENNIUM: (1000, "Y"),
        Unit.WEEKEND: (2, "D"),
        Unit.MINUTE: (1, "M"),
    }.get(unit, (1, unit.value))
    timed = unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND)
    total = count * scale
    text = _with_fraction(total, letter, timed=timed) + "".join(
        f"{n:g}{'M' if u is Unit.MINUTE else u.value}" for n, u in more
    )
    return f"P{'T' if timed else ''}{text}"


def _with_fraction(total: float, letter: str, *, timed: bool) -> str:
    whole = int(total)
    if total == whole:
        return f"{whole}{letter}"
    smaller = {("Y", False): (12, "M"), ("D", False): (24, "H"), ("H", True): (60, "M"), ("M", True): (60, "S")}.get(
        (letter, timed)
    )
    rest = (total - whole) * smaller[0] if smaller else 0.5
    if smaller is None or abs(rest - round(rest)) > 0.01:
        return f"{total:g}{letter}"
    head = f"{whole}{letter}" if whole else ""
    return f"{head}{'T' if letter == 'D' else ''}{round(rest)}{smaller[1]}"


@dataclass(frozen=True, slots=True)
class Repeated:
    """A time that comes again and again ("every Friday", "daily"); `value` is TIMEX3's."""

    value: str
    every: Operator | None = None

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return True

    def on(self, reference: Interval) -> Interval:
        """Raises ValueError: it has no one place."""
        raise ValueError("a repeated time has no one place")

    @property
    def pattern(self) -> str:
        """TIMEX3 value."""
        return self.value

    def __str__(self) -> str:
        return f"every {self.every}" if self.every is not None else f"repeatedly, {self.value}"


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF; `days` is the convention for how far it reaches (None: no bound)."""

    value: str
    days: int | None = None
    of: Operator | None = None

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return False

    def on(self, reference: Interval) -> Interval:
        """The stretch that a reader would mean."""
        reference = reference if self.of is None else self.of.on(reference)
        if self.value == "PAST_REF":
            start = OPEN_START if self.days is None else reference.start - self.days * _DAY
            return Interval(start, reference.end if self.days else reference.start, Granularity.DAY)
        if self.value == "FUTURE_REF":
            end = OPEN_END if self.days is None else reference.end + self.days * _DAY
            return Interval(reference.end, end, Granularity.DAY)
        return reference

    @property
    def pattern(self) -> str:
        """TIMEX3 value."""
        return self.value

    def __str__(self) -> str:
        return {"PAST_REF": "the past", "PRESENT_REF": "the present", "FUTURE_REF": "the future"}[self.value]


@dataclass(frozen=True, slots=True)
class Between:
    """From the start of the first time to the end of the last; a missing side is open: "since 2019"."""

    first: Operator | None
    last: Operator | None

    @property
    def is_complete(self) -> bool:
        """No reference is needed to place it."""
        return all(is_complete(side) for side in (self.first, self.last) if side is not None)

    def on(self, reference: Interval) -> Interval:
        """The interval that is meant, seen from the reference; raises ValueError when the last ends first."""
        low = self.first.on(reference) if self.first is not None else None
        high = self.last.on(low or reference) if self.last is not None else None
        granularity = (low or high or reference).granularity
        return Interval(low.start if low else OPEN_START, high.end if high else OPEN_END, granularity)

    @property
    def pattern(self) -> str:
        """TIMEX3-like range of the two values."""
        return "/".join(side.pattern if side is not None else ".." for side in (self.first, self.last))

    def __str__(self) -> str:
        return f"from {self.first or 'any time'} to {self.last or 'any time'}"


Operator = (
    CalendarDate | CalendarPart | Era | Holiday | Offset | Toward | Within | Nth | Part | Clock | Portion | Duration
    | Repeated | Vague | Between | Spoken
)  # fmt: skip


def is_complete(operator: Operator) -> bool:
    """No reference is needed to place it."""
    return operator.is_complete


_WITH_OF = (Part, Clock, Portion, Nth, Within, Duration, Vague)


def inner(operator: Operator) -> Operator | None:
    """The operator that this one is built on, None for a leaf."""
    if isinstance(operator, Offset):
        return operator.base
    if isinstance(operator, _WITH_OF):
        return operator.of
    if isinstance(operator, Toward):
        return operator.of or operator.time
    return None


def spoken(operator: Operator) -> str:
    """What of the text before the operator is counted from ("time", "quarter"); empty when from nothing."""
    while not isinstance(operator, Spoken):
        below = inner(operator)
        if below is None:
            return ""
        operator = below
    return operator.what


def is_day(operator: Operator) -> bool:
    """It names one day, wherever that lies."""
    if isinstance(operator, CalendarDate):
        return operator.day is not None or operator.weekday is not None
    if isinstance(operator, Offset | Nth):
        return operator.unit is Unit.DAY
    if isinstance(operator, Toward | Within):
        return is_day(operator.time)
    return isinstance(operator, Holiday)


def calendar_date(operator: Operator | None) -> CalendarDate | None:
    """The written date inside an operator ("Monday" in "Monday night"), None when there is none."""
    if isinstance(operator, CalendarDate):
        return operator
    if isinstance(operator, (Part, Clock, Portion)):
        return calendar_date(operator.of)
    if isinstance(operator, Toward):
        return calendar_date(operator.time)
    return None
