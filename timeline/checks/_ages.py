"""Ages as news writes them, and whose they are: "Ann Doe, 33," and "33-year-old Ann Doe"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model import Span

_NAME_WORD = r"(?:[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)?|[A-Z][a-z]?[A-Z][a-z]+|[A-Z]\.)"
_NAME = rf"{_NAME_WORD}(?:[^\S\n](?:{_NAME_WORD}|de|del|van|von|bin|al|la|da)){{1,4}}"
_AFTER_NAME = re.compile(
    rf"(?P<name>{_NAME})[^\S\n]?,[^\S\n](?:aged?[^\S\n]|who[^\S\n]is[^\S\n])?(?P<age>\d{{1,3}})(?=[,;.](?!\d)|[^\S\n](?:and|of|from|was|is|has|who)\b)"
)
_AFTER_SURNAME = re.compile(
    rf"(?:^|[.!?”\"\n][^\S\n]*|(?<![A-Za-z])[a-z]+[,;]?[^\S\n])(?P<name>{_NAME_WORD}),[^\S\n](?P<age>\d{{1,3}})(?=,[^\S\n])"
)
_FULL_NAME = re.compile(_NAME)
_BEFORE_NAME = re.compile(rf"\b(?P<age>\d{{1,3}})-year-old[^\S\n](?:[a-z]+[^\S\n]){{0,3}}(?P<name>{_NAME})")
_OTHER_TIME = re.compile(r"\b(?:then|when|at the time|at age|at the age|turned|turns|years? (?:ago|later|earlier))\b")
_JUNIOR = re.compile(r"^,?[^\S\n](?:Jr|Sr|II|III)\b")
_TITLES = frozenset(
    "Mr Mrs Ms Miss Dr Sir Lord Lady Judge President Senator Sen Rep Gov Prime Minister Officer Sgt Lt Capt Captain "
    "Detective Inspector Professor Prof Coach The In On At And But For Mayor King Queen Prince Princess Pope St "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December".split(" ")
)
OLDEST = 122


@dataclass(frozen=True, slots=True)
class StatedAge:
    """Somebody's age where the text gives it; `key` is what two mentions of a person share of the name."""

    name: str
    key: str
    age: int
    span: Span


def stated_ages(text: str) -> list[StatedAge]:
    """Every age beside a name, in order, where the words don't put it at another time.

    A surname alone is the one person's who bears it in the text; where two do, it is nobody's.
    """
    full = [a for pattern in (_AFTER_NAME, _BEFORE_NAME) for a in _find(pattern, text)]
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in _FULL_NAME.findall(text) if full else ():
        bearers[name.split()[-1]].add(name)
    keys = {a.name.split()[-1]: a.key for a in full if len(bearers[a.name.split()[-1]]) == 1}
    return sorted([*full, *(_by_surname(keys, text))], key=lambda a: a.span)


def _by_surname(keys: dict[str, str], text: str) -> Iterator[StatedAge]:
    for match in _AFTER_SURNAME.finditer(text) if keys else ():
        key, age = keys.get(match["name"]), int(match["age"])
        around = text[max(0, match.start() - 40) : match.end() + 30]
        if key is not None and 1 <= age <= OLDEST and not _OTHER_TIME.search(around):
            yield StatedAge(match["name"], key, age, Span(*match.span("age")))


def by_person(ages: list[StatedAge]) -> dict[str, list[StatedAge]]:
    """The ages of each person."""
    people = defaultdict(list)
    for age in ages:
        people[age.key].append(age)
    return dict(people)


def _find(pattern: re.Pattern[str], text: str) -> Iterator[StatedAge]:
    for match in pattern.finditer(text):
        words = [w for w in match["name"].split() if w.rstrip(".") not in _TITLES]
        words = [w for w in words if len(w.rstrip(".")) > 1]
        age = int(match["age"])
        if len(words) < 2 or not 1 <= age <= OLDEST or _JUNIOR.match(text, match.end("name")):
            continue
        around = text[max(0, match.start() - 40) : match.end() + 30]
        if _OTHER_TIME.search(around):
            continue
        yield StatedAge(" ".join(words), " ".join(words[-2:]), age, Span(*match.span("age")))
