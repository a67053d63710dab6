"""Which time belongs to which event: first the sentence's own structure, then where the narrative stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.mentions.status import tense
from timeline.mentions.triggers import Trigger, told_noun
from timeline.model import BlockKind, EventClass, PublicationDate, Timex, TimexType
from timeline.syntax import ParsedBlock, ancestors, children, subject
from timeline.temporal import timex3
from timeline.temporal.interval import OPEN_START, Granularity, Interval, hull
from timeline.tree import Token

CAPTIONS = (BlockKind.CAPTION, BlockKind.ARCHIVE_CAPTION)
RESULT_FRAMES = frozenset({"killing", "injury", "damage", "death", "collapse", "landing", "sound"})
"""What an event does at once: "Monday's blast killed 12" puts both on Monday."""

ELABORATES = frozenset({"advcl", "relcl", "acl", "conj", "xcomp", "pcomp"})
SHIFTS = frozenset({"after", "before", "since", "until", "till", "following", "because", "as", "if", "when", "while"})


def named(timex: Timex) -> Interval | None:
    """The stretch that an expression names and nobody doubts: of "early March" the month, of "Monday night" what is
    left of Monday.

    Where the early part of a month ends, no text says; and what happens after midnight is told as "early Tuesday".
    """
    interval = timex.interval
    if interval is None:
        return None
    if interval.granularity < Granularity.DAY:
        return interval.clip(end=Interval.of_day(interval.first_day).end)
    is_portion = timex.mod in PORTIONS and timex.rule != "turn-of-century"
    unit = timex3.parse_value(timex.value) if is_portion else None
    return replace(unit, zone=interval.zone) if unit is not None and unit.contains(interval) else interval


PORTIONS = frozenset({"START", "MID", "END"})


@dataclass(frozen=True, slots=True)
class Placed:
    """The time of a mention, the expression it rests on and why; `vague` when only the publication date tells it."""

    interval: Interval
    timex: str | None
    why: str
    vague: bool = False
    direct: bool = False


def place_in_time(
    block: ParsedBlock, found: Sequence[Trigger], timexes: Sequence[Timex], publication: PublicationDate
) -> dict[int, Placed]:
    """Times by the token index of the trigger."""
    by_token = {t.token.i: t for t in found}
    placed = _direct(block, by_token, timexes, publication)
    _when_clauses(block, by_token, timexes, placed)
    _spread(by_token, placed)
    if block.block.kind in CAPTIONS:
        _caption_date(by_token, placed)
    return placed


NOT_PLACED = ("XXXX", "BC")
"""How the TIMEX3 values begin of what hangs on a day that is not known, and of what lies before the calendar."""


def unplaced(block: ParsedBlock, found: Sequence[Trigger], timexes: Sequence[Timex]) -> dict[int, Timex]:
    """What no publication date puts on the calendar, weekdays first, by the token index of its trigger."""
    by_token = {t.token.i: t for t in found}
    bare: dict[int, Timex] = {}
    for timex in sorted(timexes, key=lambda t: not t.value.startswith("XXXX-WXX-")):
        tokens = block.tokens_in(timex.span)
        if timex.interval is None and timex.value.startswith(NOT_PLACED) and tokens:
            owner = _owner(tokens, by_token)[0]
            if owner is not None:
                bare.setdefault(owner.i, timex)
    return bare


# --- the expression's own governor --------------------------------------------------------------------------------


def _direct(
    block: ParsedBlock, by_token: Mapping[int, Trigger], timexes: Sequence[Timex], publication: PublicationDate
) -> dict[int, Placed]:
    placed: dict[int, Placed] = {}
    for timex in timexes:
        tokens = block.tokens_in(timex.span)
        if timex.interval is None or timex.type is TimexType.SET or not tokens:
            continue
        owner, signal = _owner(tokens, by_token)
        if owner is None or is_compared(block, timex, owner) or (signal == "since" and _is_ranked(owner)):
            continue
        if _is_set(by_token[owner.i], timex.interval, signal, tokens, publication):
            continue
        moved = _shifted(timex.interval, signal, publication)
        is_moved = moved != timex.interval
        interval = moved if is_moved else named(timex) or moved
        why = f"“{timex.text}” belongs to “{owner.text}”" + (f", {signal} it" if is_moved else "")
        mine = Placed(interval, timex.id, why, vague=timex.vague or is_moved, direct=True)
        old = placed.get(owner.i)
        if old is not None and _is_joined(block, timexes, old.timex, timex):
            both = hull((old.interval, interval))
            placed[owner.i] = replace(old, interval=both or interval, why=f"{old.why} and “{timex.text}”")
        elif old is None or _finer(mine.interval, old.interval):
            placed[owner.i] = mine
    return placed


def _is_set(
    trigger: Trigger, interval: Interval, signal: str, tokens: Sequence[Token], publication: PublicationDate
) -> bool:
    """The time is what was set, or thought of, not when: "extended the offer to Friday", "set Friday as the deadline",
    "remembers the night of 3 May".
    """
    if trigger.token.lemma in REMEMBERING and not signal and any(_is_object_of(trigger.token, t) for t in tokens):
        return True
    if publication.interval is None or interval.start < publication.interval.end:
        return False
    verb = trigger.token
    made_something = any(c.lower == "as" for c in children(verb, "prep"))
    roles = {"dobj", "npadvmod"} if made_something else {"dobj"}
    thing = not signal and any(t.dep in roles and t.head is verb for t in tokens)
    return (thing or signal in TOWARDS) and tense(trigger) in TOLD


TOWARDS = frozenset({"to", "until", "till", "by", "for", "as"})


def _is_object_of(verb: Token, token: Token) -> bool:
    return token.dep == "dobj" and token.head is verb


def _is_ranked(event: Token) -> bool:
    """ "The worst storm to hit the town since 1998": it was at some time after, which nothing tells."""
    nouns = (event, event.head) if event.dep in ("relcl", "acl", "advcl") else (event,)
    return any(c.tag == "JJS" or c.lower == "first" for noun in nouns for c in children(noun, "amod"))


REMEMBERING = frozenset({"remember", "recall", "commemorate", "relive"})
TOLD = frozenset({"past", "present-perfect", "past-perfect"})


def _when_clauses(
    block: ParsedBlock, by_token: Mapping[int, Trigger], timexes: Sequence[Timex], placed: dict[int, Placed]
) -> None:
    """A clause that tells on a time has it: "since 2001, when twelve people died"."""
    for trigger in by_token.values():
        verb = trigger.token
        when = next((c for c in children(verb, "advmod") if c.lower == "when" and c.i < verb.i), None)
        if when is None or verb.i in placed:
            continue
        start = block.offset + when.start
        told = next((t for t in timexes if t.span.end <= start and start - t.span.end <= len(", ")), None)
        time = named(told) if told is not None else None
        if told is not None and time is not None and told.type in (TimexType.DATE, TimexType.TIME):
            why = f"“{told.text}”, when “{verb.text}”"
            placed[verb.i] = Placed(time, told.id, why, vague=told.vague, direct=True)


def is_compared(block: ParsedBlock, timex: Timex, event: Token) -> bool:
    """The time is that of a figure which the event's is held against: "rose 19% from a year ago"."""
    after = event.end
    between = block.text[after : timex.span.start - block.offset]
    return bool(EARLIER.search(timex.text) and COMPARED.search(between))


EARLIER = re.compile(r"\b(?:ago|earlier|before|last|previous|prior)\b", re.IGNORECASE)
COMPARED = re.compile(
    r"\b(?:versus|vs|than|compared (?:with|to)|against)\b|\bfrom (?:an? |the )?[^a-z]*(?:$|[$\d])", re.IGNORECASE
)
"""What comes between an event and the time of a figure that its own is held against."""


def _is_joined(block: ParsedBlock, timexes: Sequence[Timex], first: str | None, second: Timex) -> bool:
    """ "On 14 and 15 August": one happening on both days."""
    told = next((t for t in timexes if t.id == first), None)
    if told is None or told.span.end > second.span.start:
        return False
    return block.text[told.span.end - block.offset : second.span.start - block.offset].strip() == "and"


def _owner(tokens: Sequence[Token], by_token: Mapping[int, Trigger]) -> tuple[Token | None, str]:
    """The event word that an expression belongs to, and the preposition between them."""
    top = next((t for t in tokens if t.head not in tokens or t.head is t), tokens[0])
    before = tokens[0].doc[tokens[0].i - 1] if tokens[0].i > 0 else None
    if before is not None and before.dep == "prep" and before.lower in TEMPORAL and top.dep in WITHIN_NAMES:
        # "In 1813 General Horn was recalled": parsers take the date into the name that follows.
        top = before
    owner, signal, sure = _governor(top, by_token)
    owner = _opening(owner, tokens[0], by_token) or owner
    return (owner if owner is not None or sure else _nearest(top, by_token)), signal


def _opening(owner: Token | None, first: Token, by_token: Mapping[int, Trigger]) -> Token | None:
    """The participle that opens a sentence, for a time before the doer: "Born in Salvo on May 4, 1928, she left …"."""
    told = first.doc[first.sent.start]
    if owner is None or told.tag != "VBN" or told.head is not owner or told.i not in by_token:
        return None
    doer = subject(owner)
    return told if doer is not None and told.i < first.i < doer.i else None


def _finer(a: Interval, b: Interval) -> bool:
    return a.overlaps(b) and a.length < b.length


def _governor(top: Token, by_token: Mapping[int, Trigger]) -> tuple[Token | None, str, bool]:
    """The event word above a time expression, the preposition between them ("since"), and whether to look no further.

    A date before a thing ("June 1997 bonds") and one in a clause that tells no event ("it is due in May, he said")
    belong to nothing above them.
    """
    signal, below = "", top
    for token in [*ancestors(top)]:
        if token.dep == "prep" and not signal:
            signal = token.lower
        if token.i in by_token:
            return token, signal, True
        told = _told_by_clause(token, by_token)
        if told is not None:
            return told, signal, True
        before = below is top and below.dep in MODIFIERS and below.i < token.i and token.pos in ("NOUN", "PROPN")
        if before or token.dep in CLAUSES:
            return None, signal, True
        below = token
    return None, signal, False


TEMPORAL = frozenset({"in", "on", "at", "by", "during", "since", "until", "after", "before", "from", "around"})
WITHIN_NAMES = frozenset({"compound", "nummod", "amod", "nmod"})
MODIFIERS = WITHIN_NAMES | {"poss"}
CLAUSES = frozenset({"ccomp", "parataxis", "relcl", "csubj", "acl"})


def _told_by_clause(token: Token, by_token: Mapping[int, Trigger]) -> Token | None:
    """The event that a light verb or "be" lends a sentence: "the meeting is on Monday"."""
    if token.pos == "VERB":
        noun = told_noun(token)
        return noun if noun is not None and noun.i in by_token else None
    if token.pos == "AUX":
        return next((c for c in children(token, "nsubj", "acomp") if c.i in by_token), None)
    return None


def _nearest(top: Token, by_token: Mapping[int, Trigger]) -> Token | None:
    near = [t.token for t in by_token.values() if t.token.i in top.sent]
    return min(near, key=lambda t: (abs(t.i - top.i), t.i), default=None)


def _shifted(interval: Interval, signal: str, publication: PublicationDate) -> Interval:
    end = publication.interval.end if publication.interval is not None else interval.end
    if signal == "since" and interval.start < end:
        return replace(interval, end=max(end, interval.end))
    if signal in ("before", "until", "till") and interval.granularity > Granularity.HOUR:
        return replace(interval, start=OPEN_START, end=interval.start if signal == "before" else interval.end)
    if signal in ("after", "following") and interval.end < end and interval.granularity > Granularity.HOUR:
        return replace(interval, start=interval.end, end=end)
    return interval


# --- from event to event in one sentence --------------------------------------------------------------------------


def _spread(by_token: Mapping[int, Trigger], placed: dict[int, Placed]) -> None:
    """Give times on to clauses that elaborate a dated one, until nothing changes."""
    for _ in range(3):
        fresh = {
            i: replace(
                placed[source], direct=False, why=f"told with “{by_token[source].token.text}”: {placed[source].why}"
            )
            for i, trigger in by_token.items()
            if i not in placed and (source := _source(trigger, by_token, placed)) is not None
        }
        if not fresh:
            return
        placed.update(fresh)


def _source(trigger: Trigger, by_token: Mapping[int, Trigger], placed: Mapping[int, Placed]) -> int | None:
    for other in _neighbours(trigger, by_token):
        if other.token.i in placed and _shares_time(trigger, other):
            return other.token.i
    return None


def _neighbours(trigger: Trigger, by_token: Mapping[int, Trigger]) -> list[Trigger]:
    token = trigger.token
    near: list[Token] = []
    if _is_aim(token, by_token):
        return []
    if trigger.frame.name == "attempt":
        near.extend(children(token, "xcomp"))
    if token.tag == "VBG" and _is_loose(token, by_token):
        # "Two trains collided on Monday, killing nine, police said": parsers hang the participle on "said".
        told = [t.token for t in by_token.values() if t.token.i in token.sent and t.token.i < token.i]
        near.extend(t for t in reversed(told) if not _reports(t, by_token))
    elif token.dep in ELABORATES and not _shift_between(token):
        near.append(token.head)
        if token.head.dep == "prep":
            near.append(token.head.head)
    # Not from the second of two joined by "and", whose time may be its own, nor from an aim: "invited to speak in May".
    below = children(token, "advcl", "xcomp", "acl")
    near.extend(c for c in below if not _shift_between(c) and not _is_aim(c, by_token))
    for prep in children(token, "prep"):
        if prep.lower in ("in", "during", "by", "with"):
            near.extend(children(prep, "pobj"))
    if token.dep == "pobj" and token.head.lower in ("in", "during"):
        near.append(token.head.head)
    near.extend(children(token, "nsubj", "relcl"))
    if token.dep == "nsubj":
        near.append(token.head)
    return [by_token[t.i] for t in near if t.i in by_token]


def _is_aim(token: Token, by_token: Mapping[int, Trigger]) -> bool:
    """ "Agreed on Monday to buy": the buying is not on Monday."""
    head = by_token.get(token.head.i)
    begun = head is not None and head.frame.event_class is EventClass.ASPECTUAL
    return token.dep in ("xcomp", "advcl", "acl") and not begun and any(a.lower == "to" for a in children(token, "aux"))


def _is_loose(token: Token, by_token: Mapping[int, Trigger]) -> bool:
    """A participle after a comma that hangs on the report or on a bare noun instead of the clause it tells on."""
    if token.dep == "acl":
        return token.head.i not in by_token and token.i > 0 and token.doc[token.i - 1].text == ","
    return token.dep == "advcl" and _reports(token.head, by_token)


def _reports(token: Token, by_token: Mapping[int, Trigger]) -> bool:
    trigger = by_token.get(token.i)
    return trigger is not None and trigger.frame.event_class is EventClass.REPORTING


def _shift_between(token: Token) -> bool:
    return any(m.lower in SHIFTS for m in children(token, "mark", "advmod")) or (
        token.dep == "pcomp" and token.head.lower in SHIFTS
    )


def _shares_time(a: Trigger, b: Trigger) -> bool:
    if "attempt" in (a.frame.name, b.frame.name):
        return True
    if a.frame.name != b.frame.name and "birth" in (a.frame.name, b.frame.name):
        return False  # "born in 1928, she left school at 15"
    kinds = {a.frame.event_class, b.frame.event_class}
    if kinds & {EventClass.REPORTING, EventClass.I_ACTION, EventClass.I_STATE} and len(kinds) > 1:
        return False
    if "nsubj" in (a.token.dep, b.token.dep) and a.is_noun != b.is_noun:
        verb = b if a.is_noun else a
        return verb.frame.name in RESULT_FRAMES or verb.frame.name == (a if verb is b else b).frame.name
    return True


def _caption_date(by_token: Mapping[int, Trigger], placed: dict[int, Placed]) -> None:
    """A caption's date is the day of its picture: it holds for the undated events of the same sentence."""
    for i, trigger in by_token.items():
        if i in placed or trigger.frame.event_class is EventClass.STATE:
            continue
        same = [p for j, p in placed.items() if p.direct and j in trigger.token.sent]
        if same:
            placed[i] = replace(same[0], direct=False, why=f"the caption's date: {same[0].why}")
