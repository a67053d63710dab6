"""When holidays fall: fixed days, weekdays of a month, days from Easter, and the feasts of lunar calendars.

A Jewish or Muslim day begins at the sunset before; it stands for the civil day on which its daylight falls.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from timeline.temporal import calendar
from timeline.temporal.feasts import FIRST_DAYS
from timeline.temporal.interval import Granularity, Interval

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """A fixed date, the nth weekday of a month, days from Easter, or a feast of the table; `shift` days are added.

    `days` is how long it lasts; one with `until` lasts to that feast. `sighted`: countries may differ by a day or two.
    """

    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    easter: int | None = None
    shift: int = 0
    days: int = 1
    orthodox: bool = False
    feast: str = ""
    until: str = ""
    sighted: bool = False

    def in_year(self, year: int) -> tuple[Interval, ...]:
        """The times that begin in the year, one for most; none where it is not known (feasts of the distant past)."""
        return tuple(self._from(first) for first in self._first_days(year))

    def _first_days(self, year: int) -> tuple[date, ...]:
        if self.feast:
            return _feasts(self.feast, year)
        if self.easter is not None:
            sunday = calendar.orthodox_easter(year) if self.orthodox else calendar.easter(year)
            return (sunday + self.easter * _DAY,)
        if self.weekday:
            return (calendar.nth_weekday(year, self.month, self.weekday, self.nth) + self.shift * _DAY,)
        return (date(year, self.month, self.day),)

    def _from(self, first: date) -> Interval:
        one = calendar.day_of(first)
        if not self.until:
            return one if self.days == 1 else Interval(one.start, one.start + self.days * _DAY, Granularity.DAY)
        days = first_days(self.until)
        return Interval(one.start, calendar.day_of(days[bisect_left(days, first)]).start, Granularity.DAY)


def _feasts(name: str, year: int) -> tuple[date, ...]:
    days = first_days(name)
    return days[bisect_left(days, date(year, 1, 1)) : bisect_left(days, date(year + 1, 1, 1))]


@lru_cache(maxsize=64)
def first_days(feast: str) -> tuple[date, ...]:
    """The first days of a feast of a lunar calendar, in order."""
    return tuple(date.fromisoformat(day) for day in FIRST_DAYS[feast].split())


HOLIDAYS = {
    "All Saints' Day": HolidayRule(11, 1),
    "All Souls' Day": HolidayRule(11, 2),
    "Anzac Day": HolidayRule(4, 25),
    "April Fools' Day": HolidayRule(4, 1),
    "Armistice Day": HolidayRule(11, 11),
    "Ascension Day": HolidayRule(easter=39),
    "Ash Wednesday": HolidayRule(easter=-46),
    "Ashura": HolidayRule(feast="Ashura", sighted=True),
    "Australia Day": HolidayRule(1, 26),
    "Bastille Day": HolidayRule(7, 14),
    "Black Friday": HolidayRule(11, 0, 4, 4, shift=1),
    "Boxing Day": HolidayRule(12, 26),
    "Burns Night": HolidayRule(1, 25),
    "Canada Day": HolidayRule(7, 1),
    "Candlemas": HolidayRule(2, 2),
    "Christmas": HolidayRule(12, 25),
    "Christmas Eve": HolidayRule(12, 24),
    "Cinco de Mayo": HolidayRule(5, 5),
    "Columbus Day": HolidayRule(10, 0, 1, 2),
    "Corpus Christi": HolidayRule(easter=60),
    "Cyber Monday": HolidayRule(11, 0, 4, 4, shift=4),
    "Diwali": HolidayRule(feast="Diwali", sighted=True),
    "Earth Day": HolidayRule(4, 22),
    "Easter": HolidayRule(easter=0),
    "Easter Monday": HolidayRule(easter=1),
    "Eid al-Adha": HolidayRule(feast="Eid al-Adha", sighted=True),
    "Eid al-Fitr": HolidayRule(feast="Eid al-Fitr", sighted=True),
    "Election Day": HolidayRule(11, 0, 1, 1, shift=1),
    "Epiphany": HolidayRule(1, 6),
    "Father's Day": HolidayRule(6, 0, 7, 3),
    "Flag Day": HolidayRule(6, 14),
    "Good Friday": HolidayRule(easter=-2),
    "Groundhog Day": HolidayRule(2, 2),
    "Guy Fawkes Night": HolidayRule(11, 5),
    "Halloween": HolidayRule(10, 31),
    "Hanukkah": HolidayRule(feast="Hanukkah", days=8),
    "Hogmanay": HolidayRule(12, 31),
    "Holi": HolidayRule(feast="Holi", sighted=True),
    "Holy Saturday": HolidayRule(easter=-1),
    "Holy Thursday": HolidayRule(easter=-3),
    "Holy Week": HolidayRule(easter=-7, days=7),
    "Ides of March": HolidayRule(3, 15),
    "Independence Day": HolidayRule(7, 4),
    "Islamic New Year": HolidayRule(feast="Islamic New Year", sighted=True),
    "Juneteenth": HolidayRule(6, 19),
    "Labor Day": HolidayRule(9, 0, 1, 1),
    "Lady Day": HolidayRule(3, 25),
    "Lammas": HolidayRule(8, 1),
    "Lent": HolidayRule(easter=-46, days=46),
    "Lunar New Year": HolidayRule(feast="Lunar New Year"),
    "Mardi Gras": HolidayRule(easter=-47),
    "Martin Luther King Day": HolidayRule(1, 0, 1, 3),
    "Martinmas": HolidayRule(11, 11),
    "Mawlid": HolidayRule(feast="Mawlid", sighted=True),
    "May Day": HolidayRule(5, 1),
    "Memorial Day": HolidayRule(5, 0, 1, -1),
    "Michaelmas": HolidayRule(9, 29),
    "Mid-Autumn Festival": HolidayRule(feast="Mid-Autumn Festival"),
    "Midsummer Day": HolidayRule(6, 24),
    "Midsummer's Eve": HolidayRule(6, 23),
    "Mother's Day": HolidayRule(5, 0, 7, 2),
    "New Year's Day": HolidayRule(1, 1),
    "New Year's Eve": HolidayRule(12, 31),
    "Nowruz": HolidayRule(feast="Nowruz"),
    "Orthodox Christmas": HolidayRule(1, 7),
    "Orthodox Easter": HolidayRule(easter=0, orthodox=True),
    "Orthodox Good Friday": HolidayRule(easter=-2, orthodox=True),
    "Palm Sunday": HolidayRule(easter=-7),
    "Passover": HolidayRule(feast="Passover", days=8),
    "Pentecost": HolidayRule(easter=49),
    "Presidents' Day": HolidayRule(2, 0, 1, 3),
    "Purim": HolidayRule(feast="Purim"),
    "Ramadan": HolidayRule(feast="Ramadan", until="Eid al-Fitr", sighted=True),
    "Remembrance Day": HolidayRule(11, 11),
    "Remembrance Sunday": HolidayRule(11, 0, 7, 2),
    "Rosh Hashanah": HolidayRule(feast="Rosh Hashanah", days=2),
    "Shavuot": HolidayRule(feast="Shavuot", days=2),
    "Simchat Torah": HolidayRule(feast="Simchat Torah"),
    "St. Andrew's Day": HolidayRule(11, 30),
    "St. Bartholomew's Day": HolidayRule(8, 24),
    "St. Crispin's Day": HolidayRule(10, 25),
    "St. David's Day": HolidayRule(3, 1),
    "St. George's Day": HolidayRule(4, 23),
    "St. John's Day": HolidayRule(6, 24),
    "St. Nicholas Day": HolidayRule(12, 6),
    "St. Patrick's Day": HolidayRule(3, 17),
    "St. Stephen's Day": HolidayRule(12, 26),
    "Sukkot": HolidayRule(feast="Sukkot", days=7),
    "Thanksgiving": HolidayRule(11, 0, 4, 4),
    "Trinity Sunday": HolidayRule(easter=56),
    "Twelfth Night": HolidayRule(1, 5),
    "Valentine's Day": HolidayRule(2, 14),
    "Veterans Day": HolidayRule(11, 11),
    "Whit Monday": HolidayRule(easter=50),
    "Yom Kippur": HolidayRule(feast="Yom Kippur"),
}
"""United States dates where countries differ."""
