"""A rise to less than before, a fall to more: "rose to 112 from 115", "112 mln, up from 115"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.checks._numbers import BLANK, DIGITS, SCALE, amount
from timeline.model import Span

# The word for the other way, in the same form.
_RISES = {
    "rose": "fell", "rise": "fall", "rises": "falls", "risen": "fallen", "rising": "falling", "climbed": "dropped",
    "grew": "shrank", "grown": "shrunk", "increased": "decreased", "jumped": "dropped", "surged": "plunged",
    "soared": "plunged", "advanced": "declined", "improved": "declined", "gained": "lost", "up": "down",
    "higher": "lower",
}  # fmt: skip
_FALLS = {
    "fell": "rose", "fall": "rise", "falls": "rises", "fallen": "risen", "falling": "rising", "dropped": "climbed",
    "shrank": "grew", "shrunk": "grown", "decreased": "increased", "plunged": "surged", "declined": "increased",
    "slipped": "climbed", "slid": "climbed", "tumbled": "jumped", "eased": "rose", "sank": "rose", "down": "up",
    "lower": "higher",
}  # fmt: skip
_OPPOSITES = {**_RISES, **_FALLS}
_WAY = rf"\b(?P<way>{'|'.join(_OPPOSITES)})"
_WORD = rf"(?:{BLANK}(?!(?:from|to|and|while|but|with|or)\b)[A-Za-z][\w'’/-]*(?:\.(?=[A-Za-z]))*,?)"
_ROUGHLY = rf"(?:(?:about|around|nearly|almost|some|an?|the){BLANK})?"
_MONEY = r"(?:(?:U\.?S\.?|C|A|HK|NZ|S)?[$€£¥])?"


def _figure(name: str) -> str:
    return (
        rf"{_ROUGHLY}(?P<{name}_sign>{_MONEY})(?P<{name}>{DIGITS})(?:{BLANK}(?P<{name}_scale>{SCALE})\b)?"
        rf"(?P<{name}_unit>(?:{BLANK}?%|{BLANK}(?!(?:from|to|and|or|in|on|a|an|the|last|this|at|by|of|during)\b)[A-Za-z][\w'’/-]*)?)"
    )


_END = r"(?![\w/:%-]|[.,]\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_WAY}{_WORD}{{0,3}}{BLANK}to{BLANK}{_figure('now')},?{_WORD}{{0,6}}{BLANK}from{BLANK}{_figure('before')}{_END}",
        rf"(?<![\w.,/$-]){_figure('now')},?{_WORD}{{0,5}},?{BLANK}(?P<way>up|down)(?:{BLANK}(?:slightly|sharply))?{BLANK}from{BLANK}{_figure('before')}{_END}",
        rf"{_WAY}{_WORD}{{0,3}}{BLANK}from{BLANK}{_figure('before')},?{_WORD}{{0,5}}{BLANK}to{BLANK}{_figure('now')}{_END}",
    )
)
# A currency that rises falls in what it costs; a smaller loss is an improvement; "from" may be a place, a rank, a page.
_TURNED = re.compile(
    r"\b(?:yen|marks?|francs?|lire|baht|dollar|currency|exchange|against|per|ratio|rank\w*|place|loss\w*|deficits?|"
    r"unemployment|respectively|yields?|odds|handicap|par|record|age[sd]?|salaries|or|between)\b|minus|\bNo\.",
    re.IGNORECASE,
)
_REACH, _AFTER = 50, 40  # characters before and after, where such a word may stand
_TIMES_MAX = 20  # further apart they are two things
_RANK_MAX = 3  # characters of a number that may be a rank


@dataclass(frozen=True, slots=True)
class Turned:
    """A direction that its figures belie; `right` is the word for the way they go."""

    way: Span
    now: Span
    before: Span
    right: str


def turned(text: str) -> Iterator[Turned]:
    """Rises and falls whose two figures go the other way."""
    seen: set[int] = set()
    for form in _FORMS if "from" in text else ():
        for match in form.finditer(text):
            if match.start("way") not in seen and _is_turned(text, match):
                seen.add(match.start("way"))
                right = _OPPOSITES[match["way"].lower()]
                yield Turned(Span(*match.span("way")), _span(match, "now"), _span(match, "before"), right)


def _is_turned(text: str, match: re.Match[str]) -> bool:
    if _TURNED.search(text, max(0, match.start() - _REACH), match.end() + _AFTER) or not _is_one_unit(match):
        return False
    if any(_is_year(match[name]) for name in ("now", "before")):
        return False
    rises = match["way"].lower() in _RISES
    return all(
        (now < before if rises else now > before) and 1 / _TIMES_MAX < now / before < _TIMES_MAX
        for now, before in _levels(match)
    )


def _levels(match: re.Match[str]) -> list[tuple[float, float]]:
    """The two figures; a scale given once may hold for both. One that cannot be compared stands for itself."""
    scales = (match["now_scale"], match["before_scale"])
    readings = {scales, (scales[0] or scales[1], scales[1] or scales[0])}
    pairs = [(amount(match["now"], a).value, amount(match["before"], b).value) for a, b in sorted(readings, key=str)]
    return [(now, before or 1e-9) for now, before in pairs]


def _is_one_unit(match: re.Match[str]) -> bool:
    """No dollars beside cents; where one figure has no unit, it has the other's. Bare whole numbers may be ranks."""
    now, before = (match[f"{name}_sign"] + match[f"{name}_unit"].strip().lower() for name in ("now", "before"))
    if not now and not before:
        return any(len(match[name]) > _RANK_MAX for name in ("now", "before"))
    return not now or not before or now.rstrip("s") == before.rstrip("s")


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and 1800 <= int(digits) <= 2100


def _span(match: re.Match[str], name: str) -> Span:
    end = f"{name}_scale" if match[f"{name}_scale"] else name
    return Span(match.start(f"{name}_sign"), match.end(end))
