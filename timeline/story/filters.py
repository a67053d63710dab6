"""Filters: which events of a story a reader wants, read from and written to the arguments of an address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import TypeVar

from timeline.errors import InputError
from timeline.model import Severity, Status

ASSERTED = "asserted"
"""Short for the statuses that say that something happened or happens."""

LONGEST = 200
"""Characters of a word to look for."""

MOST = 50
"""Values of one argument."""

YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")

Choice = TypeVar("Choice", bound=StrEnum)
Arguments = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events to keep: those that meet every condition, of several values of one condition any.

    `first` and `last` are the days between which (both included) an event may have happened by some report of it.
    """

    source: tuple[str, ...] = ()
    status: tuple[Status, ...] = ()
    severity: tuple[Severity, ...] = ()
    person: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    text: str = ""
    first: date | None = None
    last: date | None = None
    disputed: bool = False

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise InputError(f"from={self.first} lies after to={self.last}; give the earlier day first")

    def __bool__(self) -> bool:
        """Some condition is set."""
        return any(getattr(self, field.name) for field in fields(self))

    @classmethod
    def parse(cls, arguments: Arguments) -> Filter:
        """The filter that the arguments of an address ask for; empty ones count as absent, foreign ones are left alone.

        Of two days the later one is the last, in whichever order they are given.

        Raises InputError, which names the argument, its value and what would be right.
        """
        first, last = _day(arguments, "from"), _day(arguments, "to")
        if first and last and first > last:
            first, last = last, first
        return cls(
            source=_words(arguments, "source"),
            status=_statuses(_words(arguments, "status")),
            severity=_choices("severity", Severity, _words(arguments, "severity")),
            person=_words(arguments, "person"),
            place=_words(arguments, "place"),
            text=_one(arguments, "text"),
            first=first,
            last=last,
            disputed=_flag(arguments, "disputed"),
        )

    def arguments(self) -> dict[str, list[str]]:
        """The address's arguments for this filter: `parse` of them gives it again."""
        found = {
            "source": list(self.source),
            "status": [s.value for s in self.status],
            "severity": [s.value for s in self.severity],
            "person": list(self.person),
            "place": list(self.place),
            "text": [self.text] if self.text else [],
            "from": [self.first.isoformat()] if self.first else [],
            "to": [self.last.isoformat()] if self.last else [],
            "disputed": ["1"] if self.disputed else [],
        }
        return {name: values for name, values in found.items() if values}


NAMES = ("source", "status", "severity", "person", "place", "text", "from", "to", "disputed")
"""The arguments that a filter takes."""


def _words(arguments: Arguments, name: str) -> tuple[str, ...]:
    """The values of an argument, each once, without those that are empty."""
    found = dict.fromkeys(" ".join(value.split()) for value in arguments.get(name, ()))
    values = tuple(value for value in found if value)
    if len(values) > MOST:
        raise InputError(f"{name} is given {len(values)} times; at most {MOST} values are looked for at once")
    for value in values:
        if len(value) > LONGEST:
            raise InputError(f"{name}={value[:20]}… has {len(value)} characters; at most {LONGEST} are looked for")
    return values


def _one(arguments: Arguments, name: str) -> str:
    values = _words(arguments, name)
    if len(values) > 1:
        raise InputError(f"{name} is given {len(values)} times, as {_listed(values)}; give it once")
    return values[0] if values else ""


def _statuses(values: Iterable[str]) -> tuple[Status, ...]:
    spelled = [v for value in values for v in ([s for s in Status if s.is_asserted] if value == ASSERTED else [value])]
    return _choices("status", Status, spelled, also=(ASSERTED,))


def _choices(name: str, known: type[Choice], values: Iterable[str], also: Sequence[str] = ()) -> tuple[Choice, ...]:
    """The values as members, in their own order."""
    wanted = set(values)
    for value in sorted(wanted):
        if value not in set(known):
            raise InputError(f"no {name} {value!r}; choose from {', '.join([*known, *also])}")
    return tuple(member for member in known if member in wanted)


def _day(arguments: Arguments, name: str) -> date | None:
    written = _one(arguments, name)
    try:
        return date.fromisoformat(re.fullmatch(r"\d{4}-\d{2}-\d{2}", written, re.ASCII)[0]) if written else None  # type: ignore[index]
    except (TypeError, ValueError) as error:
        raise InputError(f"{name}={written!r} is no day; write YYYY-MM-DD, as 2019-09-23") from error


def _flag(arguments: Arguments, name: str) -> bool:
    written = _one(arguments, name).lower()
    if written not in ("", *YES, *NO):
        raise InputError(f"{name}={written!r} is neither yes nor no; write {name}=1 or leave it out")
    return written in YES


def _listed(values: Iterable[str]) -> str:
    return ", ".join(repr(v[:40]) for v in values)
