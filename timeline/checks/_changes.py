"""A change in percent beside the figures that it is between: "rose 12 pct to 112 mln from 100 mln"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.checks._numbers import BLANK, DIGITS, SCALE, Amount, amount
from timeline.model import Span

_UP = (
    r"rose|rise|rises|rising|risen|up|climbed|grew|increased?|gained|gain|jumped|jump|advanced|surged|soared|improved|"
    r"improvement|higher"
)
_DOWN = (
    r"fell|fall|falls|falling|fallen|down|dropped|drop|declined?|decreased?|slipped|plunged|slid|shrank|tumbled|lower|"
    r"sank|reduction"
)
_WAY = rf"\b(?P<way>{_UP}|{_DOWN})"
_ROUGHLY = rf"of|by|about|around|nearly|almost|some|roughly|over|an?|more{BLANK}than|just{BLANK}(?:over|under)"
_PERCENT = rf"(?:(?:{_ROUGHLY}){BLANK}){{0,2}}(?P<pct>{DIGITS})(?P<sign>{BLANK}?(?:%|pct\b|percent\b|per{BLANK}cent\b))"
_SIGN = re.compile(rf"%|pct|per{BLANK}?cent", re.I)
_MONEY = rf"(?:(?:U\.?S\.?|C|A|HK|NZ|S)?[$€£¥#]|(?:dlrs|Rs){BLANK})?"
_WORD = rf"{BLANK}(?!from\b|to\b)[A-Za-z][\w.'’-]*"
_ARTICLE = rf"(?:(?:a|an|the|about|around|nearly|almost|some|record|revised){BLANK}){{0,2}}"
_X = rf"{_MONEY}(?P<x>{DIGITS})(?:{BLANK}(?P<x_scale>{SCALE})\b)?(?P<x_unit>(?:{_WORD}){{0,3}})"
_Y = rf"{_ARTICLE}{_MONEY}(?P<y>{DIGITS})(?:{BLANK}(?P<y_scale>{SCALE})\b)?(?P<y_unit>(?:{BLANK}[A-Za-z]+)?)"
_FORMS = (
    # "rose 12 pct in May to 112 mln dlrs from 100 mln"
    re.compile(
        rf"{_WAY}{BLANK}{_PERCENT}(?:{_WORD},?){{0,5}}{BLANK}to{BLANK}{_ARTICLE}{_X},?{BLANK}from{BLANK}{_Y}", re.I
    ),
    # "112 mln dlrs, up 12 pct from 100 mln"
    re.compile(rf"(?<![\w.,/$-]){_X},{BLANK}{_WAY}{BLANK}{_PERCENT}{BLANK}(?:from|over|on){BLANK}{_Y}", re.I),
    # "to 112 mln dlrs from 100 mln, up 12 pct"
    re.compile(
        rf"\bto{BLANK}{_ARTICLE}{_X},?{BLANK}from{BLANK}{_Y},{BLANK}(?:an?{BLANK})?{_WAY}{BLANK}{_PERCENT}", re.I
    ),
)
_NO_LEVEL = re.compile(
    r"\b(?:pct|percent|per|points?|years?|months?|weeks?|days?|hours?|minutes?|times|annual\w*|a\.?m|p\.?m)\b|%", re.I
)
# Another base than the figure beside it.
_OTHER_BASE = re.compile(
    r"\b(?:annual\w*|points?|seasonal\w*|average|respectively|volume|constant|real|local|compar\w*|like-for-like|"
    r"year-on-year|against)\b",
    re.I,
)
_REACH = 60  # characters before, where another base may be named
_TIMES_MAX = 20  # further apart they are two things: earnings and earnings a share
_OFF_POINTS, _OFF_SHARE = 1.0, 0.1  # how far a change may be off: it may have been made of figures before rounding


@dataclass(frozen=True, slots=True)
class Change:
    """A change that does not fit its figures; `made` is the percentage that they make, negative when they fall."""

    stated: Span
    after: Span
    before: Span
    made: float


def wrong_changes(text: str) -> Iterator[Change]:
    """Percentages that do not fit the two figures beside them, however those were rounded."""
    for form in _FORMS if _SIGN.search(text) else ():
        for match in form.finditer(text):
            if not _is_plain(text, match) or (form is _FORMS[1] and bool(match["x_scale"]) != bool(match["y_scale"])):
                continue  # "or $3.10 a share, up 5% from $90 million"
            ranges = [_range(x, y) for x, y in _levels(match)]
            if ranges and not any(_fits(match, low, high) for low, high in ranges):
                x, y = _levels(match)[0]
                yield _change(match, 100 * (x.value / y.value - 1))


def _is_plain(text: str, match: re.Match[str]) -> bool:
    """Two levels of one thing, no rates, years or prices of a currency."""
    after = text[match.end() : match.end() + 2].strip()
    if _NO_LEVEL.search(f"{match['x_unit']} {match['y_unit']}") or after[:1] in ("%", "-", "/", ":"):
        return False
    return not (
        _is_year(match["x"])
        or _is_year(match["y"])
        or _OTHER_BASE.search(text, max(0, match.start() - _REACH), match.end())
    )


def _levels(match: re.Match[str]) -> list[tuple[Amount, Amount]]:
    """The two figures; a scale given once may hold for both."""
    x_scales = [match["x_scale"]] if match["x_scale"] else [None, match["y_scale"]]
    y_scales = [match["y_scale"]] if match["y_scale"] else [None, match["x_scale"]]
    pairs = [(amount(match["x"], a), amount(match["y"], b)) for a in x_scales for b in y_scales]
    return [(x, y) for x, y in dict.fromkeys(pairs) if y.low > 0 and 1 / _TIMES_MAX < x.value / y.value < _TIMES_MAX]


def _range(x: Amount, y: Amount) -> tuple[float, float]:
    """The least and the greatest change in percent that the two may make."""
    return 100 * (x.low / y.high - 1), 100 * (x.high / y.low - 1)


def _fits(match: re.Match[str], low: float, high: float) -> bool:
    stated = amount(match["pct"])
    sign = 1 if re.fullmatch(_UP, match["way"], re.I) else -1
    off = max(_OFF_POINTS, 2 * stated.slack, _OFF_SHARE * stated.value)
    return low - off <= sign * stated.value <= high + off


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and 1800 <= int(digits) <= 2100


def _change(match: re.Match[str], made: float) -> Change:
    after, before = (
        Span(match.start(g), match.end(f"{g}_scale") if match[f"{g}_scale"] else match.end(g)) for g in "xy"
    )
    return Change(Span(match.start("way"), match.end("sign")), after, before, made)
