"""Totals beside their parts, and counts beside the list that they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model import Span

_UNITS = "one two three four five six seven eight nine ten eleven twelve".split(" ")
_N = rf"(?:\d{{1,3}}|{'|'.join(_UNITS)})"
_B = r"(?:[^\S\n]{1,3}|[^\S\n]?\n)"
_PEOPLE = r"(?:people|persons|passengers|victims|others|members|suspects|students|workers|hostages|civilians)"
_PERSONS = (
    r"(?:men|women|boys|girls|children|man|woman|boy|girl|child|adults?|soldiers?|officers?|civilians?|"
    r"teachers?|students?)"
)
_PART = rf"{_N}{_B}(?:[a-z]+{_B}){{0,2}}{_PERSONS}"
_PARTS = re.compile(
    rf"\b(?P<total>{_N}){_B}(?:[a-z]+{_B}){{0,2}}(?P<noun>{_PEOPLE})(?:{_B}?(?:[–—:]|--){_B}?|{_B}?\({_B}?)"
    rf"(?P<parts>{_PART}(?:(?:,{_B}|,?{_B}and{_B}){_PART}){{1,5}})(?=\)|[.;–—]|{_B}[–—-]|\n|$)"
)
_NAMED = r"[A-Z][\w'’.-]+(?:[^\S\n](?:[A-Z][\w'’.-]+|of|the|de|and[^\S\n](?:Herzegovina|Tobago))){0,4}?"
_LIST = re.compile(
    rf"\b(?P<total>{_N}){_B}(?:other{_B}|[a-z]+{_B}){{0,2}}(?P<noun>[a-z]+(?:s|men|women|people)):{_B}"
    rf"(?P<parts>{_NAMED}(?:,{_B}{_NAMED}){{1,11}},?{_B}and{_B}{_NAMED})(?=[.;\n]|$)"
)
_COUNT = re.compile(rf"\b{_N}\b")
_ITEM = re.compile(rf",?{_B}and{_B}|,{_B}")


@dataclass(frozen=True, slots=True)
class Sum:
    """A total that its parts don't make: where both stand, what they say, and the difference."""

    total: Span
    parts: Span
    stated: str
    message: str
    off: int


def part_sums(text: str) -> Iterator[Sum]:
    """For example "12 people (five men, four women and two children)"."""
    for match in _PARTS.finditer(text):
        total, made = _number(match["total"]), sum(_number(m[0]) for m in _COUNT.finditer(match["parts"]))
        if total != made:
            words = f"{match['total']} {match['noun']}"
            message = f"“{words}” are {total}, but “{match['parts']}” makes {made}."
            yield Sum(
                Span(match.start("total"), match.end("noun")),
                Span(*match.span("parts")),
                words,
                message,
                abs(total - made),
            )


def lists(text: str) -> Iterator[Sum]:
    """For example "four countries: France, Spain, Italy and Malta"."""
    for match in _LIST.finditer(text):
        total, items = _number(match["total"]), len(_ITEM.split(match["parts"]))
        if total != items:
            words = f"{match['total']} {match['noun']}"
            message = f"“{words}” are announced, but {items} are listed: {match['parts']}."
            yield Sum(
                Span(match.start("total"), match.end("noun")),
                Span(*match.span("parts")),
                words,
                message,
                abs(total - items),
            )


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _UNITS.index(word) + 1
