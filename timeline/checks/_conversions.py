"""One measure given in two units: "1,700 miles (2,735 km)", "30 C (86 F)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.checks._numbers import BLANK, DIGITS, SCALE, Amount, amount, in_words
from timeline.model import Span

# What a unit measures, how many base units one is, and its words.
_UNITS: dict[str, tuple[str, float]] = {
    word: (kind, factor)
    for kind, factor, words in (
        ("length", 1.0, "metre metres meter meters m"),
        ("length", 1000.0, "kilometre kilometres kilometer kilometers km kms"),
        ("length", 0.01, "centimetre centimetres centimeter centimeters cm"),
        ("length", 0.001, "millimetre millimetres millimeter millimeters mm"),
        ("length", 1609.344, "mile miles"),
        ("length", 0.9144, "yard yards"),
        ("length", 0.3048, "foot feet ft"),
        ("length", 0.0254, "inch inches"),
        ("speed", 1.0, "kph km/h kmh"),
        ("speed", 1.609344, "mph"),
        ("area", 1.0, "hectare hectares ha"),
        ("area", 0.40468564, "acre acres"),
        ("mass", 1.0, "kilogram kilograms kilo kilos kg"),
        ("mass", 0.45359237, "pound pounds lb lbs"),
        ("mass", 0.02834952, "ounce ounces oz"),
        ("volume", 1.0, "litre litres liter liters"),
        ("volume", 3.7854118, "gallon gallons"),
    )
    for word in words.split()
}
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))


def _measure(name: str) -> str:
    return rf"(?P<{name}>{DIGITS})(?:{BLANK}(?P<{name}_scale>{SCALE}))?(?:{BLANK}|-)?(?P<{name}_unit>{_UNIT})\b"


_TWO = re.compile(
    rf"(?<![\w.,/$€£:-]){_measure('a')}(?:[^\S\n]?\([^\S\n]?|,{BLANK}or{BLANK})"
    rf"(?:(?:about|around|some|roughly|nearly|almost|over|more{BLANK}than){BLANK})?{_measure('b')}(?=[\s,.;)])",
    re.IGNORECASE,
)
_DEGREES = re.compile(
    rf"(?<![\w.,/-])(?P<a>-?\d{{1,3}}(?:\.\d)?)(?:{BLANK}degrees?)?{BLANK}?°?(?P<a_unit>C|F|Celsius|Fahrenheit)\b"
    rf"[^\S\n]?\([^\S\n]?(?P<b>-?\d{{1,3}}(?:\.\d)?)(?:{BLANK}degrees?)?{BLANK}?°?(?P<b_unit>C|F|Celsius|Fahrenheit)\b"
)
_OFF = 0.2  # news rounds generously: "10 miles (15 km)" is meant well
_DEGREES_OFF = 4.0


@dataclass(frozen=True, slots=True)
class Conversion:
    """Two figures that should be one measure; `made` is what the first comes to in the second's unit."""

    first: Span
    second: Span
    made: str


def wrong_conversions(text: str) -> Iterator[Conversion]:
    """Measures whose second unit does not fit the first, however they were rounded."""
    for match in _TWO.finditer(text):
        (kind, factor), (other_kind, other) = (_UNITS[match[f"{g}_unit"].lower()] for g in "ab")
        if kind != other_kind or factor == other:
            continue
        first = amount(match["a"], match["a_scale"]).scaled(factor / other)
        if _is_off(first, amount(match["b"], match["b_scale"])):
            digits = max(2, sum(c.isdigit() for c in match["a"]))  # as precise as what it is made of
            yield _conversion(match, f"{in_words(float(f'{first.value:.{digits}g}'))} {match['b_unit']}")
    for match in _DEGREES.finditer(text):
        source, target = match["a_unit"][0], match["b_unit"][0]
        value = float(match["a"])
        made = value * 9 / 5 + 32 if source == "C" else (value - 32) * 5 / 9
        # A difference ("2 C (4 F) warmer") leaves out the 32.
        differs = value * 9 / 5 if source == "C" else value * 5 / 9
        if source != target and min(abs(made - float(match["b"])), abs(differs - float(match["b"]))) > _DEGREES_OFF:
            yield _conversion(match, f"{made:.0f} {match['b_unit']}")


def _is_off(made: Amount, stated: Amount) -> bool:
    low, high = made.low * (1 - _OFF), made.high * (1 + _OFF)
    return stated.high < low or high < stated.low


def _conversion(match: re.Match[str], made: str) -> Conversion:
    return Conversion(Span(match.start("a"), match.end("a_unit")), Span(match.start("b"), match.end("b_unit")), made)
