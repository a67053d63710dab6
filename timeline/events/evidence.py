"""What speaks for and against two mentions telling one happening: facts that can be shown to a person."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta
from math import sqrt
from typing import TypeAlias

from timeline.events.tellings import COMMON, Party, Telling, is_report, stance
from timeline.lexicon import is_tabled
from timeline.model import EventClass, Mention, Status
from timeline.temporal.calendar import common
from timeline.temporal.interval import Granularity, Interval

Fact: TypeAlias = tuple[str, Collection[str]]
"""A row of `likelihood.WEIGHTS`, and the words that it is about."""

KIN = frozenset(
    frozenset(pair)
    for pair in (
        ("killing", "death"),
        ("shooting", "attack"),
        ("explosion", "attack"),
        ("arrest", "capture"),
        ("acquisition", "merger"),
        ("acquisition", "agreement"),
    )
)
"""Frames that may tell one happening from two sides."""

SPREAD = frozenset({"killing", "death", "injury", "damage", "earthquake", "storm", "flood", "arrest"})
"""Happenings that meet many: different ones named are no reason to part them."""

FAR = timedelta(days=7)
"""Dates further apart tell two happenings. Nearer ones may tell one happening wrongly, which a check must see."""

INCIDENT = "incident"
"""The frame of words that name any happening."""

SAYS = {
    "same word": "both say “{}”",
    "tabled frame": "both tell of {}",
    "kin frame": "{} can tell one happening",
    "any happening": "“{}” can name any happening",
    "doer head": "both of {}",
    "doer head and more": "both of {}",
    "doer name": "both of {}",
    "doer word": "both of {}",
    "other head": "both on {}",
    "other head and more": "both on {}",
    "other name": "both name {}",
    "other word": "both name {}",
    "crossed": "{} in both",
    "same instrument": "both by {}",
    "same day": "the same day",
    "same place": "both at {}",
    "same figure": "the same figure",
    "both lead": "both open their article",
    "names": "both sentences name {}",
    "context": "the sentences share {}",
}
"""Facts that are a reason, in words; the others only weigh. In the order in which they are told."""

DAYS = frozenset(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"))
"""A day that two sentences name is not shown as a word that they share: it may be two weeks' day."""

SHOWN = 4
"""Words of a reason that are shown."""

_CONTEXT = (0.02, 0.05, 0.1, 0.2, 0.35, 0.6)
_SHARES = (0.15, 0.3, 0.5, 0.8)
_APART, _LONG = (timedelta(days=60), timedelta(days=365)), ("months", "years")
_TELLING_CONTEXT = 3
_NAMES_MAX, _OFTEN_MAX = 3, 4


def kin_of(frame: str) -> tuple[str, ...]:
    """The frame, and those that may tell its happenings from another side, in a fixed order."""
    return (frame, *sorted(other for pair in KIN if frame in pair for other in pair if other != frame))


def kind(a: Mention, b: Mention) -> str:
    """How the two words are akin; empty when they can't tell one happening."""
    if (is_report(a) or is_report(b)) and not (a.event_class is b.event_class and a.frame == b.frame):
        return ""
    if a.lemma == b.lemma:
        return "same word"
    if a.frame == b.frame:
        return "same frame"
    if frozenset((a.frame, b.frame)) in KIN:
        return "kin frame"
    if INCIDENT in (a.frame, b.frame) and not (a.elaborates or b.elaborates) and is_tabled(a.frame):
        return "any happening"
    return ""


def facts(a: Telling, b: Telling) -> Iterator[Fact]:
    """All that is told of both, and all that is told of them differently; `a` and `b` are akin."""
    yield from _words(a, b)
    yield from _parties(a, b)
    yield from _sentences(a, b)
    yield from _circumstances(a, b)
    yield from _spread(a, b)


def reasons(told: Iterable[Fact]) -> tuple[str, ...]:
    """The facts that are reasons, in words; of what two sentences share, what no other reason has said."""
    by_row = {row.rstrip(" 0123456789"): about for row, about in told if row not in _TOO_LITTLE}
    said, found = set(DAYS), []
    for row, says in SAYS.items():
        about = by_row.get(row)
        if about is not None and row in _LOOSE:
            about = [word for word in about if word not in said]
        if about or (about is not None and "{}" not in says):
            said.update(about)
            found.append(says.format(_listed(about)))
    return tuple(dict.fromkeys(found))


_LOOSE = ("names", "context")
_TOO_LITTLE = {"names 0", *(f"context {n}" for n in range(_TELLING_CONTEXT))}


def _listed(words: Collection[str]) -> str:
    return ", ".join(sorted(words)[:SHOWN])


def _words(a: Telling, b: Telling) -> Iterator[Fact]:
    x, y = a.mention, b.mention
    akin = kind(x, y)
    nouns = (x.tense == "") + (y.tense == "")
    about = (x.lemma,) if akin == "same word" else (f"“{x.lemma}”", f"“{y.lemma}”")
    if akin == "any happening":
        about = (x.lemma if x.frame == INCIDENT else y.lemma,)
    yield akin, about
    yield f"{akin}, {('verbs', 'verb and noun', 'nouns')[nouns]}", ()
    yield f"class {_class(x)}" if _class(x) == _class(y) else "class differs", ()
    if x.frame == y.frame and is_tabled(x.frame) and x.frame != INCIDENT:
        yield "tabled frame", (f"{'an' if x.frame[0] in 'aeio' else 'a'} {x.frame}",)
    if nouns == 2 and x.plural != y.plural:
        yield "one and many", ()
    if stance(x) is not stance(y):
        yield "status differs", ()
    elif stance(x) is not Status.OCCURRED:
        yield f"both {stance(x).value}", ()


def _class(mention: Mention) -> str:
    return "report" if is_report(mention) else "event" if mention.event_class is EventClass.OCCURRENCE else "other"


def _parties(a: Telling, b: Telling) -> Iterator[Fact]:
    yield _party("doer", a.doers, b.doers)
    yield _party("other", a.others, b.others)
    crossed = ((a.doers.heads & b.others.heads) | (b.doers.heads & a.others.heads)) - COMMON
    if crossed:
        yield "crossed", crossed
    if _is_on_another(a, b):
        yield "on another", ()


def _is_on_another(a: Telling, b: Telling) -> bool:
    """The port in one sentence, the school in the other: two attacks. A quake is felt in many places."""
    if a.mention.frame in SPREAD or not is_tabled(a.mention.frame) or a.others.words & b.others.words:
        return False
    mine, theirs = a.others.heads - COMMON, b.others.heads - COMMON
    return bool(mine and theirs) and not (mine & b.context.keys() or theirs & a.context.keys())


def _party(role: str, a: Party, b: Party) -> Fact:
    if not a.words or not b.words:
        return f"{role} untold", ()
    shared = (a.words & b.words) - COMMON
    heads = (a.heads & b.heads) - COMMON
    if heads:
        return f"{role} head and more" if shared - heads else f"{role} head", shared or heads
    if a.names & b.names:
        return f"{role} name", a.names & b.names
    if shared:
        return f"{role} word", shared
    return f"{role} of other name" if a.names and b.names else f"{role} differs", ()


def _sentences(a: Telling, b: Telling) -> Iterator[Fact]:
    small, large = (a.context, b.context) if len(a.context) <= len(b.context) else (b.context, a.context)
    shared = [w for w in small if w in large]
    size = sqrt(a.size * b.size)  # the cosine of the two sentences, rare words counting more
    alike = sum(small[w] for w in shared) / size if size else 0.0
    if len(shared) > SHOWN:
        shared = sorted(shared, key=lambda w: (-small[w], w))[:SHOWN]
    yield f"context {_step(alike, _CONTEXT)}", shared
    names = a.names & b.names
    yield f"names {min(_NAMES_MAX, len(names))}", names


def _circumstances(a: Telling, b: Telling) -> Iterator[Fact]:
    x, y = a.mention, b.mention
    if is_placed(x) and is_placed(y) and x.time is not None and y.time is not None and x.time.gap(y.time) > FAR:
        yield "far day", ()
    elif is_dated(x) and is_dated(y) and x.time is not None and y.time is not None:
        yield "same day" if common(x.time, y.time) else "other day", ()
    elif weekday(x) and weekday(y):
        yield "same day" if weekday(x) == weekday(y) else "other day", ()
    yield from _told_apart(a, b)
    if a.place and b.place:
        yield ("same place", a.place & b.place) if a.place & b.place else (_other_place(x, y), ())
    if a.figures & b.figures:
        yield "same figure", ()
    elif {k for k, _, _ in a.figures} & {k for k, _, _ in b.figures}:
        yield "other figure", ()
    if a.instruments and b.instruments:
        same = a.instruments & b.instruments
        yield ("same instrument", same) if same else ("other instrument", ())


def _told_apart(a: Telling, b: Telling) -> Iterator[Fact]:
    """What is news is told within days; what is told again long after mostly comes with its date."""
    one, other = _news(a), _news(b)
    if one is not None and other is not None and not (is_placed(a.mention) and is_placed(b.mention)):
        step = bisect_right(_APART, one.gap(other))
        if step:
            yield f"told {_LONG[step - 1]} apart", ()


def _news(telling: Telling) -> Interval | None:
    """Its own time; without one, the day of its article."""
    return telling.mention.time if is_placed(telling.mention) else telling.told


def _other_place(a: Mention, b: Mention) -> str:
    """Places of other names, perhaps in other time zones."""
    zones = {m.place.zone for m in (a, b) if m.place and m.place.zone}
    return "far place" if len(zones) > 1 else "other place"


def _spread(a: Telling, b: Telling) -> Iterator[Fact]:
    if a.is_lead or b.is_lead:
        yield "both lead" if a.is_lead and b.is_lead else "one leads", ()
    yield f"word told in {_step(min(a.spread.word, b.spread.word), _SHARES)}", ()
    yield f"frame told in {_step(min(a.spread.frame, b.spread.frame), _SHARES)}", ()
    yield f"told often {min(_OFTEN_MAX, max(a.spread.often, b.spread.often))}", ()


def _step(value: float, steps: tuple[float, ...]) -> int:
    return bisect_right(steps, value)


def weekday(mention: Mention) -> str:
    """The digit of a weekday that no publication date places; empty for anything else."""
    return mention.time_value[9:10] if mention.time_value.startswith("XXXX-WXX-") else ""


def is_placed(mention: Mention) -> bool:
    """An expression of its own gives it a time, be it a year."""
    return mention.timex is not None and mention.time is not None and not mention.time_vague


def is_dated(mention: Mention) -> bool:
    """An expression of its own puts it on a day or finer."""
    return is_placed(mention) and mention.time is not None and mention.time.granularity <= Granularity.DAY
