"""Parts of the day and times of the clock: "Monday night", "this morning", "9 a.m. EST Tuesday", "1430 hours"."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import TimexType
from timeline.temporal.calendar import DAWN, EARLY_HOURS, Unit
from timeline.temporal.operators import Between, CalendarDate, Clock, Offset, Operator, Part, Portion, is_day
from timeline.timex.phrase import Rule
from timeline.timex.tokens import ClockTime

_TIME = TimexType.TIME
_TODAY = Offset(0, Unit.DAY)
_HALVES = {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}


def _hour(hour: int, half: str) -> int:
    if half == "p":
        return hour if hour >= 12 else hour + 12
    return 0 if half == "a" and hour == 12 else hour


def _clock(clock: ClockTime, zone: str = "", half: str = "", of: Operator = _TODAY) -> Operator | None:
    hour = _hour(clock.hour, half or clock.half)
    if hour > 24:
        return None
    return Clock(hour, clock.minute, of, zone or clock.zone, clock.second)


def _named(hour: float, half: str, zone: str = "") -> Operator | None:
    return Clock(_hour(int(hour), half), None, _TODAY, zone) if hour in range(1, 13) else None  # "5.5 p.m." is none


def _clocks(a: int | ClockTime, b: int | ClockTime, half: str, zone: str) -> Operator | None:
    """ "Between 7:30 and 8 p.m." is in the evening, "from 9 to 5 p.m." begins in the morning."""
    first, last = (clock if isinstance(clock, ClockTime) else ClockTime(clock, None) for clock in (a, b))
    half = last.half or half
    if not 1 <= first.hour <= 12 or not 1 <= last.hour <= 12 or first == last:
        return None
    later = (first.hour % 12, first.minute or 0) > (last.hour % 12, last.minute or 0)
    ends = _clock(first, zone, _OTHER_HALF[half] if later else half), _clock(last, zone, half)
    return Between(*ends) if None not in ends else None


_OTHER_HALF = {"a": "p", "p": "a"}


def _clocks_on(r: Operator, d: Operator) -> Operator | None:
    """Both times of the clock on that day."""
    if not isinstance(r, Between) or not isinstance(r.first, Clock) or not isinstance(r.last, Clock) or not is_day(d):
        return None
    return Between(replace(r.first, of=d), replace(r.last, of=d))


def _at_night(clock: ClockTime) -> Operator | None:
    """ "12 o'clock at night" ends the day, "two at night" is after it."""
    if not 1 <= clock.hour <= 12:
        return _clock(clock)
    hour = clock.hour if clock.hour < 6 else 24 if clock.hour == 12 and not clock.minute else clock.hour % 12 + 12
    return Clock(0 if clock.hour == 12 and clock.minute else hour, clock.minute, _TODAY, clock.zone, clock.second)


def _minutes(n: float, more: int, half: str = "") -> Operator | None:
    """So many minutes after an hour, before it when negative: "half past six"."""
    if n not in range(1, 13):
        return None
    hour = _hour(int(n), half)
    return Clock(hour, more, _TODAY) if more >= 0 else Clock((hour - 1) % 24 or (0 if half else 12), 60 + more, _TODAY)


def _clock_on(clock: Operator, d: Operator) -> Operator | None:
    """The time of the clock on that day; None when no day is named."""
    return replace(clock, of=d) if isinstance(clock, Clock) and is_day(d) else None


def _clock_in(part: Operator, clock: Operator) -> Operator | None:
    """The time of the clock in that part of a day: "tonight at 10" is 22:00."""
    if not isinstance(part, Part) or not isinstance(clock, Clock):
        return None
    late = part.part in ("AF", "EV", "NI") and 0 < clock.hour < 12 and not (part.part == "NI" and clock.hour < 6)
    return replace(clock, hour=clock.hour + 12 * late, of=part.of)


def _clock_in_part_of(clock: Operator, d: Operator, part: Operator) -> Operator | None:
    """ "9:25 Thursday morning"; a half of the day that is said already stays: "7 p.m. on Friday night"."""
    whole = _part(part, d)
    return None if whole is None else _clock_in(whole, clock)


def _early_hours(
    h: Operator, d: Operator | None = None, part: Operator | None = None, name: Operator | None = None
) -> Operator | None:
    """The start of the day, or of the day that the part belongs to; "morning" after it adds nothing."""
    if d is None:
        return Part(EARLY_HOURS, part.of) if isinstance(part, Part) else None
    return Part(EARLY_HOURS, d) if is_day(d) else None


def _part(part: Operator, d: Operator) -> Operator | None:
    """The part, or the start, middle or end of it, on a day."""
    if isinstance(part, Portion):
        below = _part(part.of, d)
        return None if below is None else Portion(part.portion, below)
    return Part(part.part, d) if isinstance(part, Part) and is_day(d) else None


RULES = (
    Rule(
        "this-part", "a part of the publication day", ("this {part}",), lambda part: Part(part, _TODAY), "time", _TIME
    ),
    Rule("tonight", "the night of the publication day", ("tonight",), lambda: Part("NI", _TODAY), "time", _TIME),
    Rule(
        "last-night",
        "the night before publication",
        ("last {part}",),
        lambda part: Part(part, Offset(-1, Unit.DAY)),
        "time",
        _TIME,
    ),
    Rule("overnight", "the night before publication", ("overnight",), lambda: Part("NI", _TODAY), "time", _TIME),
    Rule(
        "overnight-weekday",
        "the night of such a day",
        ("overnight {weekday}",),
        lambda weekday: Part("NI", CalendarDate(weekday=weekday)),
        "time",
        _TIME,
    ),
    Rule(
        "clock-half",
        "a time of the clock with its half of the day",
        ("{clock:halfclock} <ZONE>",),
        _clock,
        "clocktime",
        _TIME,
    ),
    Rule(
        "clock-am",
        "a time of the clock before noon",
        ("{clock:clock|dottedclock} (am|a.m.|a.m) <ZONE>",),
        lambda clock, zone="": _clock(clock, zone, "a"),
        "clocktime",
        _TIME,
    ),
    Rule(
        "clock-pm",
        "a time of the clock after noon",
        ("{clock:clock|dottedclock} (pm|p.m.|p.m) <ZONE>",),
        lambda clock, zone="": _clock(clock, zone, "p"),
        "clocktime",
        _TIME,
    ),
    Rule(
        "clock",
        "a time of the clock",
        (
            "{clock:clock} [(hours|hrs|o'clock)] <ZONE>",
            "{clock:military} (hours|hrs) <ZONE>",
            "{clock:military} (local|{zone:zonename}) (time|hours)",
            "{clock:military|dottedclock} {zone:worldtime}",
        ),
        _clock,
        "clocktime",
        _TIME,
    ),
    Rule(
        "hour-am",
        "an hour before noon",
        ("{n:hour|num} (am|a.m.|a.m) <ZONE>",),
        lambda n, zone="": _named(n, "a", zone),
        "clocktime",
        _TIME,
    ),
    Rule(
        "hour-pm",
        "an hour after noon",
        ("{n:hour|num} (pm|p.m.|p.m) <ZONE>",),
        lambda n, zone="": _named(n, "p", zone),
        "clocktime",
        _TIME,
    ),
    Rule(
        "clocks-range",
        "two times of the clock, the half of the day said once",
        (
            "[from] {a:hour|clock} (-|–|to|until|till) {b:hour|clock} (am|a.m.|a.m) <ZONE>",
            "between {a:hour|clock} and {b:hour|clock} (am|a.m.|a.m) <ZONE>",
            "[from] {a:hour|clock} (-|–|to|until|till) {b:halfclock} <ZONE>",
            "between {a:hour|clock} and {b:halfclock} <ZONE>",
        ),
        lambda a, b, zone="": _clocks(a, b, "a", zone),
        "clockrange",
        _TIME,
    ),
    Rule(
        "clocks-range-pm",
        "two times of the clock, the half of the day said once",
        (
            "[from] {a:hour|clock} (-|–|to|until|till) {b:hour|clock} (pm|p.m.|p.m) <ZONE>",
            "between {a:hour|clock} and {b:hour|clock} (pm|p.m.|p.m) <ZONE>",
        ),
        lambda a, b, zone="": _clocks(a, b, "p", zone),
        "clockrange",
        _TIME,
    ),
    Rule(
        "clocks-range-military",
        "two times of the clock in four figures",
        (
            "[from] {a:military} (-|–|to|until|till) {b:military} (hours|hrs) <ZONE>",
            "between {a:military} and {b:military} (hours|hrs) <ZONE>",
            "[from] {a:military} (-|–|to|until|till) {b:military} (local|{zone:zonename}) (time|hours)",
            "between {a:military} and {b:military} (local|{zone:zonename}) (time|hours)",
            "[from] {a:military} (-|–|to|until|till) {b:military} {zone:worldtime}",
            "between {a:military} and {b:military} {zone:worldtime}",
        ),
        lambda a, b, zone="": Between(_clock(a, zone), _clock(b, zone)) if a != b else None,
        "clockrange",
        _TIME,
    ),
    Rule(
        "clocks-range-day",
        "two times of the clock on a day",
        ("{r:clockrange} [on|,] <DATE>",),
        _clocks_on,
        "clockrange",
        _TIME,
        level=2,
    ),
    Rule(
        "o-clock",
        "an hour",
        ("{n:hour|num} o'clock <ZONE>",),
        lambda n, zone="": _named(n, "", zone),
        "clocktime",
        _TIME,
    ),
    Rule(
        "o-clock-morning",
        "an hour before noon",
        ("{n:hour|num} [o'clock] in the morning", "{clock:clock|dottedclock} in the morning"),
        lambda n=None, clock=None: _named(n, "a") if clock is None else _clock(clock, half="a"),
        "clocktime",
        _TIME,
    ),
    Rule(
        "o-clock-afternoon",
        "an hour after noon",
        (
            "{n:hour|num} [o'clock] (in the afternoon|in the evening)",
            "{clock:clock|dottedclock} (in the afternoon|in the evening)",
        ),
        lambda n=None, clock=None: _named(n, "p") if clock is None else _clock(clock, half="p"),
        "clocktime",
        _TIME,
    ),
    Rule(
        "o-clock-night",
        "an hour of the night",
        ("{n:hour|num} [o'clock] at night", "{clock:clock|dottedclock} at night"),
        lambda n=0, clock=None: _at_night(clock or ClockTime(int(n), None)) if clock or n in range(1, 13) else None,
        "clocktime",
        _TIME,
    ),
    Rule(
        "half-past",
        "an hour and a half of one",
        ("half past {n:hour|num} [{half:meridiem}]",),
        lambda n, half="": _minutes(n, 30, half),
        "clocktime",
        _TIME,
    ),
    Rule(
        "minutes-past",
        "an hour and some minutes",
        (
            "{m:num} (minute|minutes) past {n:hour} [{half:meridiem}]",
            "{m:num} past {n:hour} [{half:meridiem}]",
        ),
        lambda m, n, half="": _minutes(n, m, half) if m in range(1, 31) else None,
        "clocktime",
        _TIME,
    ),
    Rule(
        "hour-and-minutes",
        "an hour and some minutes in words",
        ("{n:hour} {m:num} {half:meridiem}",),
        lambda n, m, half: _minutes(n, m, half) if m in range(10, 60) else None,
        "clocktime",
        _TIME,
    ),
    Rule(
        "hour-and-minutes-morning",
        "an hour before noon and some minutes in words",
        ("{n:hour} {m:num} in the morning",),
        lambda n, m: _minutes(n, m, "a") if m in range(10, 60) else None,
        "clocktime",
        _TIME,
    ),
    Rule(
        "hour-and-minutes-evening",
        "an hour after noon and some minutes in words",
        ("{n:hour} {m:num} in the (afternoon|evening)",),
        lambda n, m: _minutes(n, m, "p") if m in range(10, 60) else None,
        "clocktime",
        _TIME,
    ),
    Rule(
        "minutes-past-midnight",
        "some minutes after twelve",
        ("{m:num} (minute|minutes) past midnight",),
        lambda m: Clock(0, m, _TODAY) if m in range(1, 60) else None,
        "clocktime",
        _TIME,
    ),
    Rule(
        "quarter-past",
        "an hour and a quarter of one",
        ("[a] quarter (past|after) {n:hour|num} [{half:meridiem}]",),
        lambda n, half="": _minutes(n, 15, half),
        "clocktime",
        _TIME,
    ),
    Rule(
        "quarter-to",
        "a quarter of an hour before an hour",
        ("[a] quarter to {n:hour|num} [{half:meridiem}]", "[a] quarter before {n:hour|num} {half:meridiem}"),
        lambda n, half="": _minutes(n, -15, half),
        "clocktime",
        _TIME,
    ),
    Rule(
        "minutes-to",
        "some minutes before an hour",
        ("{m:num} (minute|minutes) to {n:hour} [{half:meridiem}]",),
        lambda m, n, half="": _minutes(n, -m, half) if m in range(1, 31) else None,
        "clocktime",
        _TIME,
    ),
    Rule(
        "noon",
        "twelve in the day",
        ("[{n:hour}] (noon|midday) <ZONE>",),
        lambda n=12, zone="": Clock(12, 0, _TODAY, zone) if n == 12 else None,
        "clocktime",
        _TIME,
    ),
    Rule(
        "midnight",
        "twelve at night",
        ("[{n:hour}] midnight <ZONE>",),
        lambda n=12, zone="": Clock(24, 0, _TODAY, zone) if n == 12 else None,
        "clocktime",
        _TIME,
    ),
    Rule("part", "a part of the day told of", ("{part}",), lambda part: Part(part, _TODAY), "partname", _TIME),
    Rule(
        "twilight",
        "the light's coming or going, on the day told of",
        ("[the] {p:twilight}",),
        lambda p: Part(p, _TODAY),
        "partname",
        _TIME,
    ),
    Rule(
        "first-light",
        "the light's coming, on the day told of",
        ("first light",),
        lambda: Part(DAWN, _TODAY),
        "partname",
        _TIME,
    ),
    Rule(
        "the-part", "that part of the day told of", ("the {part}",), lambda part: Part(part, _TODAY), "partname", _TIME
    ),
    Rule(
        "day-part",
        "a part of the day",
        ("(<DATE>) [at] {part:partname}",),
        lambda d, part: _part(part, d),
        "time",
        _TIME,
        level=2,
    ),
    Rule(
        "part-of-day",
        "a part of the day",
        (
            "{part:partname} (of|on) <DATE>",
            "{part:partname} (of|on) {d:dayofmonth}",
            "{part:partname} {d:day|relative}",
        ),
        lambda part, d: _part(part, d),
        "time",
        _TIME,
        level=2,
    ),
    Rule(
        "part-of-days",
        "a part of the first of some days",
        ("{part:partname} (of|on) {r:range}",),
        lambda part, r: _part(part, r.first) if isinstance(r, Between) and r.first is not None else None,
        "time",
        _TIME,
        level=2,
    ),
    Rule(
        "clock-military",
        "a time of the clock in four figures",
        ("{clock:zerohour} <ZONE>",),
        _clock,
        "clocktime",
        _TIME,
    ),
    Rule(
        "early-hours",
        "the start of a day",
        ("the (early|small|wee) [morning] hours",),
        lambda: Part(EARLY_HOURS, _TODAY),
        "earlyhours",
        _TIME,
        alone=False,
    ),
    Rule(
        "early-hours-of-morning",
        "the start of the day told of",
        ("the (early|small|wee) hours of the morning", "the early morning hours"),
        lambda: Part(EARLY_HOURS, _TODAY),
        "partname",
        _TIME,
        mod="START",
    ),
    Rule(
        "early-hours-of",
        "the start of a day",
        ("{h:earlyhours} (of|on) <DATE> [{name:partname}]", "{h:earlyhours} (of|on) {part:time}"),
        _early_hours,
        "time",
        _TIME,
        mod="START",
        level=2,
    ),
    Rule(
        "part-clock",
        "a time of the clock in a part of a day",
        (
            "{part:time} [at|,] {clock:clocktime}",
            "{clock:clocktime} {part:time}",
            "{clock:clocktime} on {part:time}",
            "{clock:clocktime} in {part:partname}",
            "{clock:clocktime} at {part:partname}",
        ),
        _clock_in,
        "time",
        _TIME,
        level=2,
    ),
    Rule(
        "hour-part",
        "an hour in a part of a day",
        ("at {n:hour} {part:time}",),  # `find` leaves the "at" out
        lambda n, part: _clock_in(part, Clock(n, None, _TODAY)) if 1 <= n <= 12 else None,
        "time",
        _TIME,
        level=2,
    ),
    Rule(
        "clock-day",
        "a time of the clock on a day",
        ("{clock:clocktime} [on|,] <DATE>", "{clock:clocktime} [on] {d:dayofmonth}"),
        _clock_on,
        "time",
        _TIME,
        level=2,
    ),
    Rule(
        "clock-day-part",
        "a time of the clock in a part of a day",
        (
            "{clock:clocktime} [on|,] <DATE> {part:partname}",
            "{clock:clocktime} in {part:partname} [on|,] <DATE>",
            "<DATE> [at|,] {clock:clocktime} in {part:partname}",
        ),
        _clock_in_part_of,
        "time",
        _TIME,
        level=2,
    ),
    Rule(
        "day-clock",
        "a time of the clock on a day",
        ("<DATE> [at|,] {clock:clocktime}", "<DATE> at (about|around|approximately) {clock:clocktime}"),
        _clock_on,
        "time",
        _TIME,
        level=2,
    ),
)
