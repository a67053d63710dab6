"""Same happening or not, within an article: a table of reasons and objections, each with its weight in plain view."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from typing import TypeAlias

from timeline.events.evidence import KIN, SPREAD, is_dated, is_placed, weekday
from timeline.events.tellings import COMMON, STOP, instruments, stem
from timeline.lexicon import is_tabled
from timeline.model import BlockKind, EventClass, Mention, Participant, Role, Status
from timeline.temporal.calendar import common
from timeline.temporal.interval import Interval

DOERS = frozenset("police gunman attacker suspect militant driver army troop soldier rebel protester".split())
"""Doers of very many things: that both name them joins nothing."""

Foes: TypeAlias = Mapping[str, Collection[str]]
"""The mentions that the text itself sets one apart from ("X following Y"), by its id."""

ENOUGH = 2.0
"""One strong reason, or two weak ones."""

ORDINALS = frozenset({"second", "third", "fourth", "fifth", "another", "other", "earlier", "previous", "last"})

HELD = 20
"""Mentions that opened a happening, and as many of the latest, that a new one is held against: keeps time linear."""

NEAR = 500
"""Characters back to which "the incident" points."""

OTHER = frozenset(
    {"another", "other", "second", "third", "separate", "different", "earlier", "previous", "last", "similar"}
)
"""What sets a happening apart from the one told before."""

FAR = timedelta(hours=47)
"""Times further apart tell two happenings; nearer ones may tell one happening wrongly, which a check must see."""

TELLS = (Status.OCCURRED, Status.ONGOING, Status.ALLEGED)
HAPPENS = (EventClass.OCCURRENCE, EventClass.STATE)


@dataclass
class Cluster:
    """Mentions held to be one happening so far, and why each joined."""

    mentions: list[Mention] = field(default_factory=list)
    why: list[str] = field(default_factory=list)

    @property
    def last(self) -> Mention:
        """The latest mention."""
        return self.mentions[-1]

    @property
    def held(self) -> Sequence[Mention]:
        """Those that a new mention is held against: all but the middle of very many."""
        return self.mentions if len(self.mentions) <= 2 * HELD else [*self.mentions[:HELD], *self.mentions[-HELD:]]


@dataclass(frozen=True, slots=True)
class Match:
    """How strongly a mention belongs to a cluster, and the reasons in words."""

    score: float
    reasons: tuple[str, ...]


def words(participants: Iterable[Participant]) -> frozenset[str]:
    """The telling words of noun phrases, stemmed."""
    return frozenset().union(*(_words(p.text) for p in participants))


@lru_cache(maxsize=8192)
def _words(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in re.findall(r"[^\W_]+", text) if w.lower() not in STOP) - {""}


def heads(participants: Iterable[Participant]) -> frozenset[str]:
    """The stemmed heads of noun phrases that are not too common to tell anything."""
    return frozenset(stem(p.head) for p in participants if p.head not in STOP) - COMMON


def match(cluster: Cluster, mention: Mention) -> Match | None:
    """The evidence that `mention` tells the cluster's happening; None when something forbids it."""
    held = cluster.held
    kin = [m for m in held if _same_kind(m, mention)]
    if not kin or _forbidden(held, mention, kin):
        return None
    reasons = [
        *_what(kin, mention),
        *_who(kin, mention),
        *_when(held, mention),
        *_pointing(cluster, mention),
    ]
    return Match(sum(weight for weight, _ in reasons), tuple(text for weight, text in reasons if weight > 0 and text))


def _same_kind(a: Mention, b: Mention) -> bool:
    if EventClass.REPORTING in (a.event_class, b.event_class):
        return a.event_class is b.event_class and a.frame == b.frame
    if a.frame == b.frame or frozenset((a.frame, b.frame)) in KIN:
        return True
    return "incident" in (a.frame, b.frame) and not (a.elaborates or b.elaborates) and is_tabled(a.frame)


def _forbidden(held: Sequence[Mention], mention: Mention, kin: Sequence[Mention]) -> bool:
    if OTHER & frozenset(mention.modifiers) or _counted_apart(kin, mention) or _dated_apart(held, mention):
        return True
    nouns = [m for m in kin if m.tense == ""]
    if mention.tense == "" and nouns and all(m.plural != mention.plural for m in nouns):
        return True
    mine, theirs = instruments(mention), frozenset().union(*(instruments(m) for m in held))
    if mine and theirs and not mine & theirs:
        return True
    times = [m.time for m in held if is_placed(m)]
    if times and is_placed(mention) and all(t and mention.time and t.gap(mention.time) > FAR for t in times):
        return True
    places = {_place(m) for m in held if m.place and m.place.zone}
    return bool(
        mention.place and mention.place.zone and places and _place(mention) not in places and _far(held, mention)
    )


def _counted_apart(kin: Sequence[Mention], mention: Mention) -> bool:
    """ "A second letter was published": another one than the letter told before."""

    mine = _counting(mention)
    return bool(mine) and all(mine - _counting(m) for m in kin)


def _counting(mention: Mention) -> frozenset[str]:
    return frozenset(w for p in mention.participants for w in p.text.lower().split()) & ORDINALS


def _dated_apart(held: Sequence[Mention], mention: Mention) -> bool:
    """One sentence that gives two days tells two happenings."""
    same = [m for m in held if is_dated(m) and m.sentence == mention.sentence]
    return is_dated(mention) and any(m.time and mention.time and not common(m.time, mention.time) for m in same)


def _place(mention: Mention) -> str:
    return mention.place.text.lower() if mention.place else ""


def _far(held: Sequence[Mention], mention: Mention) -> bool:
    zone = mention.place.zone if mention.place else ""
    return all(m.place.zone != zone for m in held if m.place and m.place.zone)


def _what(kin: Sequence[Mention], mention: Mention) -> list[tuple[float, str]]:
    reasons: list[tuple[float, str]] = []
    same = [m for m in kin if m.frame == mention.frame]
    archived = BlockKind.ARCHIVE_CAPTION in {mention.block, *(m.block for m in kin)}
    if (
        not archived
        and mention.event_class is EventClass.OCCURRENCE
        and "incident" not in (mention.frame, kin[0].frame)
    ):
        # One article mostly tells one happening of a kind, and so does one story.
        told = is_tabled(mention.frame) and bool(same)
        weight = 1.5 if told else 0.5
        a = "an" if mention.frame[0] in "aeio" else "a"
        reasons.append((weight, f"both tell of {a} {mention.frame}" if told else ""))
    mine = instruments(mention)
    if mine and any(mine & instruments(m) for m in kin):
        reasons.append((2, f"both by {', '.join(sorted(mine))}"))
    if any(m.lemma == mention.lemma for m in kin):
        reasons.append((0.5, f"both say “{mention.lemma}”"))
    if (
        not archived
        and BlockKind.HEADLINE in {mention.block, *(m.block for m in kin)}
        and mention.event_class is EventClass.OCCURRENCE
    ):
        reasons.append((1, "the headline tells it"))
    counts = {(f.kind, f.low, f.high) for f in mention.figures if f.kind}
    if counts & {(f.kind, f.low, f.high) for m in kin for f in m.figures if f.kind}:
        reasons.append((0.5, "the same figure"))
    return reasons


def _who(kin: Sequence[Mention], mention: Mention) -> list[tuple[float, str]]:
    reasons: list[tuple[float, str]] = []
    mine = [p for p in mention.participants if p.role in (Role.TARGET, Role.OTHER)]
    theirs = [p for m in kin for p in m.participants if p.role in (Role.TARGET, Role.OTHER)]
    shared_heads, shared = heads(mine) & heads(theirs), words(mine) & words(theirs) - COMMON
    if not shared and words(mine) - COMMON and words(theirs) - COMMON and mention.frame not in SPREAD:
        reasons.append((-1, ""))
    if shared_heads:
        extra = 1 if len(shared - shared_heads) >= 1 else 0
        reasons.append((2 + extra, f"both on {', '.join(sorted(shared))}"))
    elif len(shared) >= 2:
        reasons.append((1.5, f"both name {', '.join(sorted(shared))}"))
    elif shared:
        reasons.append((0.5, f"both name {', '.join(sorted(shared))}"))
    doers = (Role.SPEAKER,) if mention.event_class is EventClass.REPORTING else (Role.AGENT,)
    mine = [p for p in mention.participants if p.role in doers]
    theirs = [p for m in kin for p in m.participants if p.role in doers]
    both = words(mine) & words(theirs) - COMMON - DOERS
    if mention.event_class is EventClass.REPORTING and not _one_speaker(mine, theirs):
        both = frozenset()
    elif not both and not words(mine) & words(theirs) and words(mine) - COMMON and words(theirs) - COMMON:
        reasons.append((-1, ""))
    if (heads(mine) & heads(theirs)) - DOERS and mention.event_class is not EventClass.REPORTING:
        reasons.append((1.5, f"both of {', '.join(sorted(both))}"))
    elif both:
        # "The coalition said …" and "a statement issued by the coalition" are one statement.
        weight = 3 if mention.frame == "statement" and any(m.tense != mention.tense for m in kin) else 1
        reasons.append((weight, f"both by {', '.join(sorted(both))}"))
    return [*reasons, *_where(kin, mention)]


def _where(kin: Sequence[Mention], mention: Mention) -> list[tuple[float, str]]:
    places = [p for m in kin if (p := _place(m))]
    if not _place(mention) or not places:
        return []
    mine = set(_place(mention).split())
    if any(mine & set(p.split()) for p in places):
        return [(1, f"both at {mention.place.text}" if mention.place else "")]
    return [(-1, "")]


def _one_speaker(a: Sequence[Participant], b: Sequence[Participant]) -> bool:
    """The head of one names the other: "coalition forces" and "the coalition", not "security forces" and "official"."""
    pairs = [(x, y) for x in a for y in b]
    return any(stem(x.head) in words([y]) or stem(y.head) in words([x]) for x, y in pairs)


def _when(held: Sequence[Mention], mention: Mention) -> list[tuple[float, str]]:
    if weekday(mention):
        days = {weekday(m) for m in held} - {""}
        return [(1, "the same weekday")] if weekday(mention) in days else [(-2, "")] if days else []
    if not is_dated(mention) or mention.time is None:
        return []
    times: list[Interval] = [m.time for m in held if is_dated(m) and m.time is not None]
    if any(common(t, mention.time) for t in times):
        return [(1, "the same day")]
    return [(-2, "")] if times else []


def _pointing(cluster: Cluster, mention: Mention) -> list[tuple[float, str]]:
    if mention.tense != "":
        return []
    archived = all(m.block is BlockKind.ARCHIVE_CAPTION for m in cluster.held)
    if mention.frame == "incident" and mention.span.start - cluster.last.span.end > NEAR:
        return []
    if mention.definite and not archived and mention.event_class is not EventClass.REPORTING:
        # A word that names any happening ("the incident") means the one most spoken of.
        weight = 2 + (len(cluster.mentions) / 10 if mention.frame == "incident" else 0)
        return [(weight, f"“the {mention.text}” points back to it")]
    return [(-1, "")] if {"a", "an"} & set(mention.modifiers) else []
