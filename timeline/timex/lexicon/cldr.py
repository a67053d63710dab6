"""Months, weekdays and words for today of other languages, from the CLDR data that dateparser carries."""

from __future__ import annotations

from importlib import import_module

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {"0 day ago": 0, "1 day ago": -1, "in 1 day": 1}
_SHORTEST = 3
"""Shorter abbreviations ("ma", "di") are words of their own."""


def classes(language: str) -> dict[str, dict[str, object]] | None:
    """The word classes of a language by its ISO 639 code ("fr", "pt-BR"); None when there is no data for it."""
    found = _load(language)
    if found is None:
        return None
    return {
        "month": _words(found, _MONTHS, _SHORTEST),
        "weekday": _words(found, _WEEKDAYS, _SHORTEST + 1),
        "daycount": _days(found),
    }


def _load(language: str) -> dict[str, object] | None:
    code = language.replace("_", "-")
    for name in (code, code.split("-")[0].lower()):
        if not name.replace("-", "").isalnum():
            return None
        try:
            return dict(import_module(f"dateparser.data.date_translation_data.{name}").info)
        except ModuleNotFoundError:
            continue
    return None


def _words(found: dict[str, object], keys: tuple[str, ...], shortest: int) -> dict[str, object]:
    out: dict[str, object] = {}
    for number, key in enumerate(keys, 1):
        names = found.get(key)
        for name in names if isinstance(names, list) else ():
            word = str(name).lower().strip(".")
            if len(word) >= shortest and word.isalpha():
                out.setdefault(word, number)
    return out


def _days(found: dict[str, object]) -> dict[str, object]:
    relative = found.get("relative-type")
    out: dict[str, object] = {}
    if isinstance(relative, dict):
        for key, count in _DAYS.items():
            for name in relative.get(key, ()):
                word = str(name).lower()
                if " " not in word and len(word) > _SHORTEST:
                    out.setdefault(word, count)
    return out
