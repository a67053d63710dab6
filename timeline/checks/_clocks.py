"""One moment on two clocks: "11 a.m. EST (1600 GMT)", "3 p.m. (1200 GMT)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model import Span

# Hours that each zone's clock is ahead of Greenwich.
_AHEAD = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "HST": -10,
    "GMT": 0, "UTC": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9,
}  # fmt: skip
# The same place's clock in summer and in winter.
_SEASONS = (("EST", "EDT"), ("CST", "CDT"), ("MST", "MDT"), ("PST", "PDT"), ("CET", "CEST"), ("EET", "EEST"))
_OTHER_SEASON = {a: b for pair in _SEASONS for a, b in (pair, pair[::-1])}
_ZONE = "|".join(_AHEAD)
_DAY = 24 * 60
_B = r"[^\S\n]{0,2}"


def _clock(name: str) -> str:
    return (
        rf"(?P<{name}_hour>\d{{1,2}})(?:[:.]?(?P<{name}_minute>\d\d))?{_B}(?P<{name}_half>[ap]\.?m\.?)?"
        rf"(?:{_B}hrs)?{_B}(?P<{name}_zone>{_ZONE})\b"
    )


_PAIR = re.compile(rf"(?<![\d.,:$-]){_clock('a')}{_B}[(/,]{_B}(?:or{_B})?{_clock('b')}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TwoClocks:
    """Two readings of one moment that differ; `made` is what the first comes to in the second's zone.

    `season` is where a zone stands whose name in the other half of the year, `right`, would make them agree.
    """

    first: Span
    second: Span
    made: str
    season: Span | None = None
    right: str = ""


def wrong_clocks(text: str) -> Iterator[TwoClocks]:
    """Pairs of clock times in named zones that are two moments."""
    for match in _PAIR.finditer(text):
        first, second = _minutes(match, "a"), _minutes(match, "b")
        zones = match["a_zone"].upper(), match["b_zone"].upper()
        if first is None or second is None or zones[0] == zones[1]:
            continue
        made = _moved(first, *zones)
        if made != second % _DAY:
            spans = Span(match.start("a_hour"), match.end("a_zone")), Span(match.start("b_hour"), match.end("b_zone"))
            yield TwoClocks(*spans, _said(made, match), *_season(match, first, second % _DAY))


def _moved(minutes: int, zone: str, to: str) -> int:
    return (minutes + 60 * (_AHEAD[to] - _AHEAD[zone])) % _DAY


def _season(match: re.Match[str], first: int, second: int) -> tuple[Span | None, str]:
    """The zone that fits once it is named for the other half of the year, and that name."""
    zones = {name: match[f"{name}_zone"].upper() for name in "ab"}
    for name, zone in zones.items():
        other = _OTHER_SEASON.get(zone, zone)
        told = {**zones, name: other}
        if told["a"] != told["b"] and other != zone and _moved(first, told["a"], told["b"]) == second:
            return Span(*match.span(f"{name}_zone")), other
    return None, ""


# A clock of the place, without the name of its zone.
_LOCAL = re.compile(
    rf"(?<![\d.,:$-])(?P<a_hour>\d{{1,2}})(?:[:.](?P<a_minute>\d\d))?{_B}(?P<a_half>[ap]\.?m\.?)?"
    rf"(?:{_B}(?:hrs|hours|local|local{_B}time))?{_B}"
    rf"\({_B}(?P<b_hour>\d{{1,2}})[:.]?(?P<b_minute>\d\d)(?P<b_half>){_B}(?P<b_zone>GMT|UTC)\b",
    re.IGNORECASE,
)
_ALIKE_MIN = 3  # so many pairs must agree before another one is held to be wrong


def odd_clocks(text: str) -> Iterator[TwoClocks]:
    """Pairs of a local clock and Greenwich's that lie apart otherwise than all others of the text."""
    pairs = [
        (match, (b - a) % _DAY)
        for match in _LOCAL.finditer(text)
        if (a := _minutes(match, "a")) is not None and (b := _minutes(match, "b")) is not None
    ]
    ((usual, count),) = Counter(apart for _, apart in pairs).most_common(1) or [(0, 0)]
    if count < max(_ALIKE_MIN, len(pairs) - 1):
        return
    for match, apart in pairs:
        if apart != usual:
            made = ((_minutes(match, "a") or 0) + usual) % _DAY
            first = Span(match.start("a_hour"), match.end("a_half") if match["a_half"] else match.end("a_minute"))
            yield TwoClocks(first, Span(match.start("b_hour"), match.end("b_zone")), _said(made, match))


def _said(minutes: int, match: re.Match[str]) -> str:
    """The time as the second clock of the pair is written: "17:30 UTC", "1730 UTC", "5:30 p.m. EST"."""
    zone, half = match["b_zone"].upper(), match["b_half"]
    hour, minute = divmod(minutes, 60)
    if half:
        suffix = half if half[0].lower() == "ap"[hour >= 12] else half.translate(_HALVES)
        return f"{(hour - 1) % 12 + 1}{f':{minute:02}' if minute else ''} {suffix} {zone}"
    return f"{hour:02}{':' if ':' in match[0][match.start('b_hour') - match.start() :] else ''}{minute:02} {zone}"


_HALVES = str.maketrans("apAP", "paPA")


def _minutes(match: re.Match[str], name: str) -> int | None:
    """Minutes since midnight; None where the hour is written so that it may be two, or is none."""
    hour, minute, half = int(match[f"{name}_hour"]), int(match[f"{name}_minute"] or 0), match[f"{name}_half"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0].lower() == "p" else 0)
    elif match[f"{name}_minute"] is None:
        return None
    return hour * 60 + minute if hour < 25 and minute < 60 else None
