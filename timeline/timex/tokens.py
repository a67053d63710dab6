"""Words and figures near a trigger: one scan of the text, and real work only around what it finds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

REACH_BACK = 48
"""Characters before a trigger in which its phrase may begin."""

Symbols = frozenset[str]
NOTHING: Symbols = frozenset()
_EMPTY: Mapping[str, object] = {}


@dataclass(slots=True)
class Row:
    """Tokens in a row, each with the symbols it stands for, what they mean, and where it is."""

    symbols: list[Symbols]
    meanings: list[Mapping[str, object]]
    starts: list[int]
    ends: list[int]


def trie_pattern(words: Iterable[str]) -> str:
    """A regular expression for any of the words, with common heads shared, so that its cost hardly grows with them."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in sorted(words):
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: Mapping[str, Mapping]) -> str:  # type: ignore[type-arg]
    ways = [re.escape(letter) + _branch(rest) for letter, rest in sorted(node.items()) if letter]
    if not ways:
        return ""
    text = ways[0] if len(ways) == 1 and "" not in node else f"(?:{'|'.join(ways)})"
    return text + "?" if "" in node else text


FIGURES = (
    r"(?:1\d|20)\d\ds?(?![\w$£€]|[,.]\d)"  # 1989, 1990s
    r"|(?:1\d|20)\d\d/\d\d(?![\w/])"  # 1941/42
    r"|0\d[0-5]\d(?![\w:/-]|[.,]\d)"  # 0430
    r"|\d\d?[:.]\d\d(?:[ap]m)?(?:(?![\w:%])|(?=gmt|utc))"  # 9:30, 9.30pm, 07:35GMT
    r"|\d\d?[ap]m(?!\w)"  # 9pm
    r"|\d{1,4}([/.-])\d\d?\1\d{1,4}(?![\w/])"  # 03/04/2019, 2019-09-24
    r"|\d\d?th(?=[ -]c)"  # 19th century
    r"|[12]\d{7}(?!\d)"  # 20190924
    r"|\d\d?(?:st|nd|rd|th)(?!\w)"  # the 25th
    r"|(?<=')\d\d(?![\w'%]|[.,:]\d)"  # '68
    r"|\d0s(?!\w)"  # the '90s
    r"|9/11(?![\w/])"  # the day
)
"""Figures that are a time on their own."""

OLD_FIGURES = FIGURES + r"|[1-9]\d\d(?![\w$£€%]|[,.]\d)"
"""In texts of old times three figures may be a year."""

TOKEN = re.compile(
    r"\d{4}-\d\d?-\d\d?(?:[t ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?(?!\d)"
    r"|\d{1,2}-\d{1,2}-\d{2,4}(?!\d)"
    r"|\d{1,3}-\d/\d(?![\w/])|\d{0,3}[½¼¾⅓⅔](?!\w)"
    r"|['’]?\d+(?:[,.:/]\d+)*(?:st|nd|rd|th|(?<=[23])d|er|º|(?<=0)['’]?s|[ap]\.m\.|[ap]m)?(?:(?![^\W_])|(?=gmt|utc))"
    r"|[ap]\.m\.?(?!\w)|b\.c\.(?:e\.)?|a\.d\.|o['’]clock|u\.s\."
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thur?s?|fri|sat|sun|hrs|mins|st)\."
    r"|[qh][1-4](?!\w)|fy(?:\d\d)?\d\d(?!\w)"
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?|['’]s(?!\w)|\n\s*\n|[^\s\w]|\S"
)


_NUMBER_SIGNS = frozenset(".,$£€")


class Scanner:
    """Finds triggers and cuts the text around them into tokens."""

    def __init__(
        self, triggers: Collection[str], words: Mapping[str, Mapping[str, object]], figures: str = FIGURES
    ) -> None:
        # The letter in front is part of the match, and figures are tried at digits only: half the look-behind's time.
        words_of_time = f"(?:{trie_pattern(triggers)})(?!\\w)|fy(?=\\d\\d)|" if triggers else ""
        self._trigger = re.compile(rf"[^a-z0-9](?:{words_of_time}(?=\d)(?:{figures}))")
        self._words = {word: (frozenset(m), m) for word, m in words.items()}

    def rows(self, lowered: str) -> Iterator[Row]:
        """Runs of tokens that may belong to phrases, each with a trigger in it, from left to right."""
        done = last = period = repeated = 0
        for found in self._trigger.finditer("\n" + lowered):
            start = found.start()
            if start < done or (start and not _may_begin(lowered, start)):
                continue
            row, done = self._row(lowered, self._row_start(lowered, start, done), found.end() - 1)
            repeated = repeated + 1 if start - last == period else 0
            last, period = start, start - last
            if repeated == _LONG:
                done = max(done, _end_of_period(lowered, start - period, period))
            if row.symbols:
                yield row

    def _row_start(self, lowered: str, start: int, done: int) -> int:
        """Where the words of time before a trigger begin: at the first that no phrase can hold, at most so far back."""
        words, limit = self._words, max(done, start - REACH_BACK)
        while start > limit:
            space = lowered.rfind(" ", limit, start - 1)
            chunk = lowered[max(space + 1, limit) : start].rstrip()
            if chunk not in words:
                if chunk.isalpha():
                    break
                if "\n\n" in chunk:
                    return max(space + 1, limit) + chunk.rindex("\n") + 1
            if space < limit:
                return limit if limit == done else start
            start = space + 1
        return start

    def _row(self, lowered: str, low: int, trigger_end: int) -> tuple[Row, int]:
        """The run of known tokens that holds the trigger, and where it ends."""
        words = self._words
        symbols: list[Symbols] = []
        meanings: list[Mapping[str, object]] = []
        starts: list[int] = []
        ends: list[int] = []
        end = trigger_end
        for found in TOKEN.finditer(lowered, low):
            word = found.group()
            known = words.get(word)
            if known is None:
                start, end = found.span()
                if word in JOINERS and _joins(lowered, start, end):
                    continue
                known = figure(word) if word[-1].isdigit() or word[0] in DIGITS_OR_QUOTE else _UNKNOWN
                if not known[0]:
                    if end >= trigger_end:
                        break
                    symbols, meanings, starts, ends = [], [], [], []
                    continue
            elif word in JOINERS and _joins(lowered, *found.span()):
                continue
            start, end = found.span()
            symbols.append(known[0])
            meanings.append(known[1])
            starts.append(start)
            ends.append(end)
            if len(starts) % _LONG == 0 and (past := _past_repetition(lowered, starts)):
                return Row([], [], [], []), past
        return Row(symbols, meanings, starts, ends), max(end, trigger_end)


def _may_begin(text: str, start: int) -> bool:
    """A word or a figure begins at the place: it is not the rest of a longer one, or of an amount."""
    before = text[start - 1]
    return not (before.isalnum() or (before in _NUMBER_SIGNS and text[start].isdigit()))


JOINERS = frozenset("-–—‑")
DIGITS_OR_QUOTE = frozenset("0123456789'’½¼¾⅓⅔")
_UNKNOWN: tuple[Symbols, Mapping[str, object]] = (NOTHING, _EMPTY)


def _joins(text: str, start: int, end: int) -> bool:
    """A hyphen inside a word ("third-quarter", "10-year"), not between figures ("5th-7th") and not a dash."""
    return (
        start > 0
        and end < len(text)
        and text[start] not in "—–"
        and not text[start - 1].isspace()
        and not text[end].isspace()
        and not (text[end].isdigit() and (text[start - 1].isdigit() or _ORDINAL.fullmatch(text, start - 3, start)))
    )


_LONG = 64
"""Tokens in a row after which it is asked whether the text repeats itself."""

_LONGEST_REPEATED = 8
"""Tokens that may be repeated over and over."""


def _past_repetition(text: str, starts: list[int]) -> int:
    """Where a text that says the same few words over and over stops doing so; 0 when it does not."""
    last = len(starts) - 1
    for tokens in range(1, _LONGEST_REPEATED + 1):
        here, period = starts[last - 4 * tokens], starts[last] - starts[last - tokens]
        if (
            period * 4 == starts[last] - here
            and text[here : here + 3 * period] == text[here + period : here + 4 * period]
        ):
            return _end_of_period(text, here, period)
    return 0


def _end_of_period(text: str, start: int, period: int) -> int:
    """The end of the stretch from `start` on that equals itself `period` characters further on."""
    size, length = len(text) - period, period
    while start < size and length >= 1:
        stop = min(start + length, size)
        if text[start:stop] == text[start + period : stop + period]:
            start, length = stop, length * 2
        elif length == 1:
            break
        else:
            length = length // 2
    return start + period


_TWO = r"(\d\d?)"
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[t ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(z|[+-]\d\d:?\d\d)?)?")
_SLASHED = re.compile(rf"{_TWO}([/.-]){_TWO}\2(\d{{4}}|\d\d)")
_YEAR_FIRST = re.compile(rf"(\d{{4}})[/.]{_TWO}[/.]{_TWO}")
_CLOCK = re.compile(r"(\d\d?)(?:[:.](\d\d))?(?::(\d\d))?([ap])\.?m\.?|(\d\d?)([:.])(\d\d)(?::(\d\d))?")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|(?<=[23])d|er|º)")
_DECADE = re.compile(r"(?:['’](\d0)|(1\d|20)(\d0))['’]?s")
_FISCAL = re.compile(r"fy(\d\d)?(\d\d)")
_FRACTION = re.compile(r"(\d)/(\d)")
_MIXED = re.compile(r"(\d+)-(\d)/([2-9])|(\d*)([½¼¾⅓⅔])")


@dataclass(frozen=True, slots=True)
class NumericDate:
    """A date in figures whose order is to be decided: "03/04/2019"."""

    first: int
    second: int
    year: int
    separator: str


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of the clock; `half` is "a", "p" or empty."""

    hour: int
    minute: int | None
    second: int | None = None
    half: str = ""
    zone: str = ""


@lru_cache(maxsize=4096)
def figure(word: str) -> tuple[Symbols, Mapping[str, object]]:
    """What a token that holds digits may stand for."""
    meanings: dict[str, object] = {}
    if word.isdecimal():
        _plain(word, meanings)
    else:
        _shaped(word, meanings)
    return _intern(frozenset(meanings)), meanings


_SETS: dict[Symbols, Symbols] = {}


def _intern(symbols: Symbols) -> Symbols:
    return _SETS.setdefault(symbols, symbols)


def _plain(word: str, meanings: dict[str, object]) -> None:
    if len(word) > 8:
        return
    number = int(word)
    if len(word) < 7:
        meanings["num"] = number
    if len(word) <= 2 and 1 <= number <= 31:
        meanings["dom"] = meanings["dayfigure"] = number
    if len(word) <= 2 and number <= 24:
        meanings["hour"] = number
    if len(word) == 4 and 1000 <= number <= 2199:
        meanings["year"] = number
    if len(word) in (3, 4) and word[0] != "0":
        meanings["oldyear"] = number
    if len(word) == 3 and word[0] != "0":
        meanings["year3"] = number
    if len(word) < 3:
        meanings[f"year{len(word)}"] = number
    if len(word) == 4 and number // 100 <= 24 and number % 100 < 60:
        meanings["military"] = ClockTime(number // 100, number % 100)
    if len(word) == 4 and word[0] == "0" and number % 100 < 60:
        meanings["zerohour"] = ClockTime(number // 100, number % 100)
    if len(word) == 8 and word[0] in "12":
        meanings["isodate"] = (int(word[:4]), int(word[4:6]), int(word[6:]), None)


def _shaped(word: str, meanings: dict[str, object]) -> None:
    if m := _ISO.fullmatch(word):
        clock = ClockTime(int(m[4]), int(m[5]), int(m[6]) if m[6] else None, "", _offset(m[7])) if m[4] else None
        meanings["isodate"] = (int(m[1]), int(m[2]), int(m[3]), clock)
    elif m := _YEAR_FIRST.fullmatch(word):
        meanings["isodate"] = (int(m[1]), int(m[2]), int(m[3]), None)
    elif m := _SLASHED.fullmatch(word):
        year = int(m[4])
        if len(m[4]) == 2:
            year += 2000 if year < 50 else 1900
        meanings["numericdate"] = NumericDate(int(m[1]), int(m[3]), year, m[2])
    elif m := _CLOCK.fullmatch(word):
        _clock(m, meanings)
    elif m := _ORDINAL.fullmatch(word):
        number = int(m[1]) if len(m[1]) < 5 else 0
        meanings["ord"] = number
        if 1 <= number <= 31:
            meanings["dom"] = meanings["dayfigure"] = meanings["nth"] = meanings["nthfigure"] = number
    elif m := _DECADE.fullmatch(word):
        meanings["decades"] = int(m[1]) + 1900 if m[1] else int(m[2] + m[3])
    elif re.fullmatch(r"\d0s", word):
        meanings["nextdecade"] = int(word[:2])
    elif m := _FISCAL.fullmatch(word):
        meanings["fiscalyear"] = int((m[1] or "20") + m[2])
    elif word[0] in "'’" and word[1:].isdecimal() and len(word) == 3:
        short = int(word[1:])
        meanings["shortyear"] = short + (2000 if short < 30 else 1900)
    elif m := _FRACTION.fullmatch(word):
        if m[2] != "0":
            meanings["fraction"] = int(m[1]) / int(m[2])
        if int(m[1]) < int(m[2]) or m[2] == "0":
            pass
    elif m := _MIXED.fullmatch(word):
        part = unicodedata.numeric(m[5]) if m[5] else int(m[2]) / int(m[3])
        meanings["num"] = int(m[1] or m[4] or 0) + part
    elif re.fullmatch(r"\d+\.\d+", word) and len(word) < 9:
        meanings["num"] = float(word)
    elif re.fullmatch(r"\d{1,3}(?:,\d{3})+", word) and len(word) < 12:
        meanings["num"] = int(word.replace(",", ""))
    if m := re.fullmatch(r"(\d{4})/(\d\d)", word):
        meanings["years"] = (int(m[1]), int(m[2]))
    if re.fullmatch(r"\d\d?/\d\d?", word):
        a, b = word.split("/")
        meanings["slashed"] = (int(a), int(b))


def _clock(m: re.Match[str], meanings: dict[str, object]) -> None:
    if m[4]:
        hour, minute, second, half = int(m[1]), m[2], m[3], m[4]
    else:
        hour, minute, second, half = int(m[5]), m[7], m[8], ""
        if m[6] == ".":
            meanings["num"] = float(f"{m[5]}.{m[7]}") if not second else None
    if hour > 24 or (minute and int(minute) > 59) or (half and not 1 <= hour <= 12):
        return
    time = ClockTime(hour, int(minute) if minute else None, int(second) if second else None, half)
    meanings["dottedclock" if not half and m[6] == "." else "halfclock" if half else "clock"] = time


def _offset(text: str | None) -> str:
    if not text:
        return ""
    return "UTC" if text == "z" else text if ":" in text else f"{text[:3]}:{text[3:]}"
