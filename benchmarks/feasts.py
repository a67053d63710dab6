"""Days of the feasts of lunar calendars: `python -m benchmarks.feasts [--write]`.

Takes them from the packages holidays (Islamic, Hindu, Chinese, Persian) and pyluach (Hebrew) and prints how many there
are; `--write` puts the table into timeline/temporal/feasts.py. Both packages are in benchmarks/requirements.txt.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from textwrap import fill

from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hindu import _HinduLunisolar
from holidays.calendars.islamic import _IslamicLunar
from holidays.calendars.persian import _Persian
from pyluach.dates import HebrewDate

FEASTS_FILE = Path(__file__).resolve().parents[1] / "timeline" / "temporal" / "feasts.py"
YEARS = range(1800, 2101)
ISLAMIC_FROM = 1926
"""The package's first months, of 1925, do not fit together."""

NISAN, SIVAN, TISHRI, KISLEV = 1, 3, 7, 9

HEBREW = {
    "Hanukkah": (KISLEV, 25),
    "Passover": (NISAN, 15),
    "Rosh Hashanah": (TISHRI, 1),
    "Shavuot": (SIVAN, 6),
    "Simchat Torah": (TISHRI, 23),
    "Sukkot": (TISHRI, 15),
    "Yom Kippur": (TISHRI, 10),
}
"""Month and day; outside Israel."""

_ISLAMIC, _HINDU, _CHINESE, _PERSIAN = _IslamicLunar(), _HinduLunisolar(), _ChineseLunisolar(), _Persian()

MANY: dict[str, Callable[[int], Iterable[tuple[date, bool]]]] = {
    "Ashura": _ISLAMIC.ashura_dates,
    "Eid al-Adha": _ISLAMIC.eid_al_adha_dates,
    "Eid al-Fitr": _ISLAMIC.eid_al_fitr_dates,
    "Islamic New Year": _ISLAMIC.hijri_new_year_dates,
    "Mawlid": _ISLAMIC.mawlid_dates,
    "Ramadan": _ISLAMIC.ramadan_beginning_dates,
}
ONE: dict[str, Callable[[int], tuple[date | None, bool]]] = {
    "Diwali": _HINDU.diwali_india_date,
    "Holi": _HINDU.holi_date,
    "Lunar New Year": _CHINESE.lunar_new_year_date,
    "Mid-Autumn Festival": _CHINESE.mid_autumn_date,
    "Nowruz": lambda year: (_PERSIAN.new_year_date(year), False),
}


def days() -> dict[str, list[date]]:
    """Each feast's first days, in order."""
    found = {
        name: {day for year in YEARS for day, _ in told(year) if day.year >= ISLAMIC_FROM}
        for name, told in MANY.items()
    }
    found |= {name: {day for year in YEARS if (day := told(year)[0])} for name, told in ONE.items()}
    found |= {name: {_hebrew(year, *day) for year in YEARS} for name, day in HEBREW.items()}
    found["Purim"] = {_purim(year) for year in YEARS}
    return {name: sorted(found[name]) for name in sorted(found)}


def _hebrew(year: int, month: int, day: int) -> date:
    """The feast's day in a year of ours."""
    of_autumn = 3761 if month in (TISHRI, KISLEV) else 3760
    return HebrewDate(year + of_autumn, month, day).to_pydate()  # type: ignore[no-any-return]


def _purim(year: int) -> date:
    """The 14th of the last month of Adar, thirty days before Passover."""
    return date.fromordinal(_hebrew(year, *HEBREW["Passover"]).toordinal() - 30)


def source(found: dict[str, list[date]]) -> str:
    """The table as a module."""
    lines = [
        '"""First days of feasts of lunar calendars, by `python -m benchmarks.feasts --write`: generated, not edited.',
        "",
        "Source: the packages holidays 0.109 (Islamic, Hindu, Chinese, Persian; MIT) and pyluach 2.3.0 (Hebrew; MIT).",
        '"""',
        "",
        "FIRST_DAYS = {",
    ]
    for name, when in found.items():
        written = fill(
            " ".join(day.isoformat() for day in when), 112, initial_indent=" " * 8, subsequent_indent=" " * 8
        )
        lines += [f'    "{name}": """', written, '    """,']
    return "\n".join([*lines, "}", '"""Days by name, as they follow each other."""', ""])


def main() -> None:
    """Print the numbers, and write the table when asked."""
    found = days()
    for name, when in found.items():
        print(f"{name:20s} {len(when)} days, {when[0]} to {when[-1]}")
    if "--write" in sys.argv[1:]:
        FEASTS_FILE.write_text(source(found), encoding="utf-8")


if __name__ == "__main__":
    main()
