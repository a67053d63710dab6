"""English words of time: one entry a word. A class maps its words to what they mean; a word may have several classes.

Phrases in `timeline.timex.rules` name these classes. Words are lower case.
"""

from __future__ import annotations

from timeline.temporal.calendar import DAWN, DUSK, Unit

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
    "jan": 1, "jan.": 1, "feb": 2, "feb.": 2, "mar": 3, "mar.": 3, "apr": 4, "apr.": 4, "jun": 6, "jun.": 6, "jul": 7,
    "jul.": 7, "aug": 8, "aug.": 8, "sep": 9, "sep.": 9, "sept": 9, "sept.": 9, "oct": 10, "oct.": 10, "nov": 11,
    "nov.": 11, "dec": 12, "dec.": 12,
}  # fmt: skip

WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mon.": 1, "tue.": 2, "tues.": 2, "wed.": 3, "thu.": 4, "thur.": 4, "thurs.": 4, "fri.": 5, "sat.": 6, "sun.": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip

WEEKDAYS_PLURAL = {
    "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
}  # fmt: skip

UNIT = {
    "second": Unit.SECOND, "minute": Unit.MINUTE, "hour": Unit.HOUR, "day": Unit.DAY, "week": Unit.WEEK,
    "fortnight": Unit.FORTNIGHT, "month": Unit.MONTH, "quarter": Unit.QUARTER, "year": Unit.YEAR,
    "decade": Unit.DECADE, "century": Unit.CENTURY, "millennium": Unit.MILLENNIUM,
}  # fmt: skip

UNITS = {
    "seconds": Unit.SECOND, "secs": Unit.SECOND, "minutes": Unit.MINUTE, "mins": Unit.MINUTE, "hours": Unit.HOUR,
    "hrs": Unit.HOUR, "days": Unit.DAY, "weeks": Unit.WEEK, "fortnights": Unit.FORTNIGHT, "months": Unit.MONTH,
    "quarters": Unit.QUARTER, "years": Unit.YEAR, "yrs": Unit.YEAR, "decades": Unit.DECADE, "centuries": Unit.CENTURY,
    "millennia": Unit.MILLENNIUM,
}  # fmt: skip

LONG = {
    "daylong": Unit.DAY, "weeklong": Unit.WEEK, "monthlong": Unit.MONTH, "yearlong": Unit.YEAR,
    "decadelong": Unit.DECADE,
}  # fmt: skip

MANY = {"dozens": None, "hundreds": None, "thousands": None, "millions": None}
"""Unknown numbers that stand before "of"."""

SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
           "winter": "WI", "wintertime": "WI"}  # fmt: skip

MIDSEASONS = {"midsummer": "SU", "midwinter": "WI"}

SEASONS_PLURAL = {"springs": "SP", "summers": "SU", "autumns": "FA", "falls": "FA", "winters": "WI"}

PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}

TWILIGHTS = {"dawn": DAWN, "daybreak": DAWN, "sunrise": DAWN, "dusk": DUSK, "nightfall": DUSK, "sunset": DUSK}

PARTS_PLURAL = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}

FEW = {"few": None, "several": None, "many": None, "some": None, "numerous": None}
"""Unknown numbers."""

ONE = {"a": 1, "an": 1}

COUPLE = {"couple": 2, "pair": 2}

DOZEN = {"dozen": 12, "hundred": 100, "thousand": 1000}

HALF = {"half": 0.5}

CARDINALS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000,
    "billion": 1_000_000_000,
}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

QUARTER_NAMES = {"q1": 1, "q2": 2, "q3": 3, "q4": 4}

HALF_NAMES = {"h1": 1, "h2": 2}

FINAL = {"last": -1, "final": -1}

DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

ZONES = {
    "gmt": "UTC", "utc": "UTC", "z": "UTC", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00",
    "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "ist": "+05:30", "jst": "+09:00", "aest": "+10:00",
    "aedt": "+11:00", "msk": "+03:00", "ast": "-04:00", "adt": "-03:00", "akst": "-09:00", "akdt": "-08:00",
    "hst": "-10:00", "hkt": "+08:00", "nzst": "+12:00", "nzdt": "+13:00", "sast": "+02:00",
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}  # fmt: skip
"""Abbreviations as they stand after a clock time."""

ZONE_NAMES = {
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles", "baghdad": "Asia/Baghdad", "beijing": "Asia/Shanghai", "berlin": "Europe/Berlin",
    "brussels": "Europe/Brussels", "cairo": "Africa/Cairo", "jerusalem": "Asia/Jerusalem", "kabul": "Asia/Kabul",
    "kiev": "Europe/Kyiv", "kyiv": "Europe/Kyiv", "london": "Europe/London", "moscow": "Europe/Moscow",
    "paris": "Europe/Paris", "tehran": "Asia/Tehran", "tokyo": "Asia/Tokyo",
}  # fmt: skip
"""Words that stand before "time" after a time of the clock: "6 p.m. Moscow time"."""

WORLD_TIME = {abbreviation: zone for abbreviation, zone in ZONES.items() if len(abbreviation) > 2}
"""After four figures these make a time of the clock of them: "2045 GMT"."""

HOLIDAYS = {
    "all saints' day": "All Saints' Day", "all saints day": "All Saints' Day", "all souls' day": "All Souls' Day",
    "anzac day": "Anzac Day", "april fools' day": "April Fools' Day", "april fools day": "April Fools' Day",
    "april fool's day": "April Fools' Day", "armistice day": "Armistice Day", "ascension day": "Ascension Day",
    "ash wednesday": "Ash Wednesday", "australia day": "Australia Day", "bastille day": "Bastille Day",
    "black friday": "Black Friday", "boxing day": "Boxing Day", "canada day": "Canada Day", "christmas": "Christmas",
    "christmas day": "Christmas", "christmas eve": "Christmas Eve", "cinco de mayo": "Cinco de Mayo",
    "columbus day": "Columbus Day", "corpus christi day": "Corpus Christi", "cyber monday": "Cyber Monday",
    "earth day": "Earth Day", "easter": "Easter", "easter sunday": "Easter", "easter day": "Easter",
    "easter monday": "Easter Monday", "election day": "Election Day", "father's day": "Father's Day",
    "fathers day": "Father's Day", "flag day": "Flag Day", "good friday": "Good Friday",
    "groundhog day": "Groundhog Day", "halloween": "Halloween", "holy thursday": "Holy Thursday",
    "maundy thursday": "Holy Thursday", "independence day": "Independence Day", "labor day": "Labor Day",
    "labour day": "Labor Day", "mardi gras": "Mardi Gras", "shrove tuesday": "Mardi Gras",
    "fat tuesday": "Mardi Gras", "martin luther king day": "Martin Luther King Day",
    "martin luther king jr. day": "Martin Luther King Day", "mlk day": "Martin Luther King Day",
    "memorial day": "Memorial Day", "mother's day": "Mother's Day", "mothers day": "Mother's Day",
    "mothers' day": "Mother's Day", "new year's day": "New Year's Day", "new year's": "New Year's Day",
    "new years day": "New Year's Day", "new year's eve": "New Year's Eve", "new years eve": "New Year's Eve",
    "palm sunday": "Palm Sunday", "pentecost": "Pentecost", "whit sunday": "Pentecost", "whitsun": "Pentecost",
    "whit monday": "Whit Monday", "michaelmas": "Michaelmas", "juneteenth": "Juneteenth",
    "guy fawkes night": "Guy Fawkes Night", "burns night": "Burns Night", "candlemas": "Candlemas",
    "midsummer's day": "Midsummer Day",
    "presidents' day": "Presidents' Day", "presidents day": "Presidents' Day",
    "remembrance day": "Remembrance Day", "st. patrick's day": "St. Patrick's Day",
    "st patrick's day": "St. Patrick's Day", "saint patrick's day": "St. Patrick's Day",
    "thanksgiving": "Thanksgiving", "thanksgiving day": "Thanksgiving", "valentine's day": "Valentine's Day",
    "valentines day": "Valentine's Day", "veterans day": "Veterans Day", "veterans' day": "Veterans Day",
    "may day": "May Day", "the fourth of july": "Independence Day", "the epiphany": "Epiphany",
    "ashura": "Ashura", "chanukah": "Hanukkah", "chinese new year": "Lunar New Year", "deepavali": "Diwali",
    "divali": "Diwali", "diwali": "Diwali", "eid al adha": "Eid al-Adha", "eid al fitr": "Eid al-Fitr",
    "eid el adha": "Eid al-Adha", "eid el fitr": "Eid al-Fitr", "eid ul adha": "Eid al-Adha",
    "eid ul fitr": "Eid al-Fitr", "hanukah": "Hanukkah", "hanukkah": "Hanukkah", "hogmanay": "Hogmanay",
    "holi": "Holi", "holy saturday": "Holy Saturday", "holy week": "Holy Week", "id al adha": "Eid al-Adha",
    "id al fitr": "Eid al-Fitr", "islamic new year": "Islamic New Year", "lady day": "Lady Day", "lammas": "Lammas",
    "lent": "Lent", "lunar new year": "Lunar New Year", "martinmas": "Martinmas", "mawlid": "Mawlid",
    "mid autumn festival": "Mid-Autumn Festival", "midsummer's eve": "Midsummer's Eve", "nauroz": "Nowruz",
    "navroz": "Nowruz", "norooz": "Nowruz", "norouz": "Nowruz", "nowruz": "Nowruz",
    "orthodox christmas": "Orthodox Christmas", "orthodox easter": "Orthodox Easter",
    "orthodox good friday": "Orthodox Good Friday", "passover": "Passover", "pesach": "Passover", "purim": "Purim",
    "ramadan": "Ramadan", "ramadhan": "Ramadan", "remembrance sunday": "Remembrance Sunday",
    "rosh hashana": "Rosh Hashanah", "rosh hashanah": "Rosh Hashanah", "saint andrew's day": "St. Andrew's Day",
    "saint bartholomew's day": "St. Bartholomew's Day", "saint crispin's day": "St. Crispin's Day",
    "saint david's day": "St. David's Day", "saint george's day": "St. George's Day",
    "saint john's day": "St. John's Day", "saint nicholas day": "St. Nicholas Day",
    "saint stephen's day": "St. Stephen's Day", "shavuot": "Shavuot", "simchat torah": "Simchat Torah",
    "st andrew's day": "St. Andrew's Day", "st bartholomew's day": "St. Bartholomew's Day",
    "st crispin's day": "St. Crispin's Day", "st david's day": "St. David's Day",
    "st george's day": "St. George's Day", "st john's day": "St. John's Day", "st nicholas day": "St. Nicholas Day",
    "st stephen's day": "St. Stephen's Day", "st. andrew's day": "St. Andrew's Day",
    "st. bartholomew's day": "St. Bartholomew's Day", "st. crispin's day": "St. Crispin's Day",
    "st. david's day": "St. David's Day", "st. george's day": "St. George's Day", "st. john's day": "St. John's Day",
    "st. nicholas day": "St. Nicholas Day", "st. stephen's day": "St. Stephen's Day", "sukkot": "Sukkot",
    "tet": "Lunar New Year", "the chinese new year": "Lunar New Year", "the fasting month of ramadan": "Ramadan",
    "the holy month of ramadan": "Ramadan", "the ides of march": "Ides of March",
    "the lunar new year": "Lunar New Year", "the mid autumn festival": "Mid-Autumn Festival",
    "the month of ramadan": "Ramadan", "trinity sunday": "Trinity Sunday", "twelfth night": "Twelfth Night",
    "yom kippur": "Yom Kippur",
}  # fmt: skip
"""Names of holidays, word by word, and the key in `timeline.temporal.holidays.HOLIDAYS`."""

CLASSES: dict[str, dict[str, object]] = {
    "month": dict(MONTHS),
    "weekday": dict(WEEKDAYS),
    "weekdays": dict(WEEKDAYS_PLURAL),
    "unit": dict(UNIT),
    "units": dict(UNITS),
    "season": dict(SEASONS),
    "midseason": dict(MIDSEASONS),
    "seasons": dict(SEASONS_PLURAL),
    "part": dict(PARTS),
    "parts": dict(PARTS_PLURAL),
    "twilight": dict(TWILIGHTS),
    "few": dict(FEW),
    "number": {"number": None, "handful": None},
    "many": dict(MANY),
    "one": dict(ONE),
    "long": dict(LONG),
    "couple": dict(COUPLE),
    "dozen": dict(DOZEN),
    "half": dict(HALF),
    "num": dict(CARDINALS),
    "ord": dict(ORDINALS),
    "final": dict(FINAL),
    "quartername": dict(QUARTER_NAMES),
    "halfname": dict(HALF_NAMES),
    "decade": dict(DECADES),
    "meridiem": {"am": "a", "a.m.": "a", "a.m": "a", "pm": "p", "p.m.": "p", "p.m": "p"},
    "zone": dict(ZONES),
    "zonename": dict(ZONE_NAMES),
    "worldtime": dict(WORLD_TIME),
}
"""Every word class that phrases may name."""

TRIGGERS = frozenset(
    {
        *(w.rstrip(".") for w in MONTHS), *(w.rstrip(".") for w in WEEKDAYS), *WEEKDAYS_PLURAL, *UNIT, *UNITS,
        *SEASONS, *MIDSEASONS, *LONG, *PARTS, *PARTS_PLURAL, *TWILIGHTS, *DECADES, *QUARTER_NAMES,
        "now", "fiscal", "today", "yesterday", "tomorrow", "tonight", "overnight", "weekend", "weekends",
        "noon", "midnight", "midday", "current", "currently", "recent", "recently", "past",
        "future", "nowadays", "daily",
        "hourly", "weekly", "monthly", "yearly", "annually", "nightly", "weekday", "weekdays",
        "o'clock", "am", "pm", "a.m", "p.m", "christmas", "easter", "thanksgiving", "halloween", "pentecost", "eve",
        "period", "moment", "bc", "bce", "ad", "ce", "b.c", "a.d", "half",
        "whitsun", "michaelmas", "juneteenth", "candlemas", "hours", "lunchtime", "gmt", "utc", "ago", "mardi",
        "christi", "date", "time", "millennium",
        "ramadan", "ramadhan", "passover", "pesach", "hanukkah", "chanukah", "hanukah", "kippur", "hashanah", "hashana",
        "sukkot", "purim", "shavuot", "simchat", "diwali", "deepavali", "divali", "holi", "nowruz", "norouz", "nauroz",
        "norooz", "navroz", "fitr", "adha", "ashura", "mawlid", "lent", "tet", "hogmanay", "lammas", "martinmas",
        "ides", "festival",
        "daytime", "midyear", "midweek", "light", "term", "nineteen", "eighteen", "biweekly", "fortnightly",
        "semiannually",
    }
)  # fmt: skip
"""Words around which phrases are looked for; everything else in a phrase stands beside one of them."""
