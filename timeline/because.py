"""Why something is so, as a tree: a sentence, and below it what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Because:
    """What is so, and why."""

    says: str
    why: tuple[Because, ...] = ()

    def __str__(self) -> str:
        """The tree, drawn; what was drawn before is not drawn again."""
        return "\n".join((self.says, *_branches(self.why, "", set())))


def _branches(why: tuple[Because, ...], indent: str, drawn: set[Because]) -> Iterator[str]:
    for number, reason in enumerate(why, 1):
        last, again = number == len(why), bool(reason.why) and reason in drawn
        yield f"{indent}{'└─ ' if last else '├─ '}{reason.says}{', as above' if again else ''}"
        if not again:
            drawn.add(reason)
            yield from _branches(reason.why, indent + ("   " if last else "│  "), drawn)
