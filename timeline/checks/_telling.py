"""Whether two tellings can be of one happening: by the names in them, and by what happens day after day."""

from __future__ import annotations

import re

from timeline.model import Mention, Role, Timeline

RECURS = frozenset(
    (
        "attend bout buy clash close conduct continue decline decrease drill drop exercise export fall fixture "
        "forecast gain game grow growth hearing hold import increase loss market match meet meeting open play "
        "practice price protest publish quote race release rise round run sale say sell session set show slip speak "
        "summit talk talks tell tie trade trading trip visit vote warning watch work write"
    ).split()
)
"""What happens day after day: two of them on two days are two."""

_NAME = re.compile(r"(?<![\w.])[A-Z][\w'’-]*[a-z]")
_NO_NAMES = frozenset(
    "The A An In On At He She It They We His Her Its Their But And After Before When While Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday January February March April May June July August September October November "
    "December".split()
)


# Words that many names share: two banks are two.
_FIRMS = frozenset(
    "airlines bank co company corp corporation department group holdings inc international ltd ministry party plc "
    "police university".split()
)


def capitals(text: str) -> frozenset[str]:
    """The capitalised words, without those that any sentence may have."""
    return frozenset(_bare(m[0]) for m in _NAME.finditer(text)) - _NO_NAMES


def names(text: str) -> frozenset[str]:
    """The same without a first word that stands alone: any word may have a capital there."""
    found = (m for m in _NAME.finditer(text) if m.start() > 0 or text[m.end() + 1 : m.end() + 2].isupper())
    return frozenset(_bare(m[0]) for m in found) - _NO_NAMES


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def named(mention: Mention, role: Role) -> frozenset[str]:
    """The names' words of those who are named in a role, in small letters: "Ann Doe" gives "ann" and "doe"."""
    words = (_bare(m[0]) for p in mention.participants if p.role is role for m in _NAME.finditer(p.text))
    return frozenset(w.lower() for w in words if w not in _NO_NAMES and w.lower() not in _FIRMS)


def telling(timeline: Timeline, mention: Mention) -> str:
    """The clause that tells it."""
    return mention.quote.of(timeline.articles[mention.article_id].text)


def share_names(timeline: Timeline, a: Mention, b: Mention) -> bool:
    """Some name stands in both tellings, or one of them has none."""
    return not are_of_others(telling(timeline, a), telling(timeline, b))


def are_of_others(first: str, second: str) -> bool:
    """Both texts have names, and none in common."""
    mine, theirs = names(first), names(second)
    return bool(mine and theirs) and not (mine & capitals(second) or capitals(first) & theirs)


def are_done_by_others(a: Mention, b: Mention) -> bool:
    """Done to two, or by two, who both have names: one paper's arrest is of Doe, the other's of Roe."""
    return any(
        mine and theirs and not mine & theirs
        for role in (Role.AGENT, Role.TARGET)
        for mine, theirs in ((named(a, role), named(b, role)),)
    )
