"""When an event was: several reports to one time, and the reports that can't hold beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline import wording
from timeline.events.evidence import is_dated
from timeline.events.same import Cluster
from timeline.events.undated import UNKNOWN_DAY, Candidate, Surroundings, candidates, is_enough, likeliest
from timeline.model import EventClass, Mention, Reading, RelationKind, ReportedTime, Status, TimeBasis
from timeline.temporal.calendar import common
from timeline.temporal.interval import Interval


@dataclass(frozen=True, slots=True)
class Agreed:
    """One time, the others that dispute it, and why."""

    time: Interval | None
    alternatives: tuple[ReportedTime, ...] = ()
    vague: bool = False
    why: str = ""


LASTING = (EventClass.STATE, EventClass.I_STATE)
ONLY_TOLD = "the day on which it was told is not its day: it did not happen, is meant to, or goes on for longer"


def agree(mentions: Sequence[Mention]) -> Agreed:
    """The time that most expressions share, cut to what they have in common; the first told wins a draw."""
    groups = _groups([m for m in mentions if is_dated(m)])
    if groups:
        kept = max(groups, key=lambda g: len({m.timex for m in g[1]}))
        others = tuple(ReportedTime(i, tuple(m.id for m in ms)) for i, ms in groups if i is not kept[0])
        return Agreed(kept[0], others, why=_why(kept[1]))
    if any(_is_unplaced(m) for m in mentions):
        return Agreed(None, why=UNKNOWN_DAY)
    timed = [m for m in mentions if m.time is not None and not _is_only_told(m)]
    if not timed:
        return Agreed(None, why=ONLY_TOLD if any(_is_only_told(m) for m in mentions) else "")
    own = [m for m in timed if m.timex] or max(_groups(timed), key=lambda g: sum(_chance(m) for m in g[1]))[1]
    time = own[0].time
    for mention in own[1:]:
        both = common(time, mention.time) if time is not None and mention.time is not None else None
        time = both or time
    return Agreed(time, vague=any(m.time_vague for m in own), why=own[0].time_why)


def _is_unplaced(mention: Mention) -> bool:
    """It has a time of its own, which nothing puts on the calendar: it was at no other one that is told around it."""
    return mention.time is None and mention.timex is not None and mention.status not in UNPLACED


def _is_only_told(mention: Mention) -> bool:
    """What did not happen, or is meant to, was not on the day on which that was told."""
    if mention.time_basis is not TimeBasis.PUBLICATION:
        return False
    return mention.status in (Status.NEGATED, Status.INTENDED) or mention.event_class in LASTING


def _chance(mention: Mention) -> float:
    return mention.time_chance or 1.0


def _groups(mentions: Iterable[Mention]) -> list[tuple[Interval, list[Mention]]]:
    groups: list[tuple[Interval, list[Mention]]] = []
    for mention in mentions:
        if mention.time is None:
            continue
        for position, (interval, members) in enumerate(groups):
            both = common(interval, mention.time)
            if both is not None:
                groups[position] = (both, [*members, mention])
                break
        else:
            groups.append((mention.time, [mention]))
    return groups


def _why(mentions: Sequence[Mention]) -> str:
    first = {m.timex: m.time_why for m in reversed(mentions) if m.time_why}
    return "; ".join(first[timex] for timex in dict.fromkeys(m.timex for m in mentions) if timex in first)


# --- undated mentions ---------------------------------------------------------------------------------------------


def fill(clusters: Iterable[Cluster], readings: Sequence[Reading]) -> dict[str, Mention]:
    """Every mention by id; one without a time has the likeliest of those told around it."""
    agreed = {m.id: a for cluster in clusters for a in [agree(cluster.mentions)] for m in cluster.mentions}
    return {m.id: m for reading in readings for m in _filled(reading, agreed)}


def _filled(reading: Reading, agreed: Mapping[str, Agreed]) -> Iterator[Mention]:
    found = dict(choices(reading, agreed))
    counted = dict(_counted(reading, agreed))
    for mention in reading.mentions:
        sure = counted.get(mention.id)
        chosen = (sure, 1.0) if sure is not None else likeliest(mention, found.get(mention.id, ()))
        yield mention if chosen is None else _placed(mention, *chosen, agreed[mention.id])


def _counted(reading: Reading, agreed: Mapping[str, Agreed]) -> Iterator[tuple[str, Candidate]]:
    """The times of events without one that are told so long before or after a dated one: "two days after the fire"."""
    texts = {m.id: m.text for m in reading.mentions}
    for told in reading.relations:
        if told.lag is None:
            continue
        later, earlier = told.source, told.target
        if told.kind is RelationKind.BEFORE:
            later, earlier = earlier, later
        for mention, other, count in ((later, earlier, told.lag.after), (earlier, later, told.lag.before)):
            known = agreed[other].time
            time = count(known) if known is not None and agreed[mention].time is None else None
            if time is not None:
                why = f"“{told.signal}”, with “{texts[other]}”: {agreed[other].why}"
                yield mention, Candidate(time, TimeBasis.STATED, why)


def choices(reading: Reading, agreed: Mapping[str, Agreed]) -> Iterator[tuple[str, list[Candidate]]]:
    """The times that each mention without one of its own may have, by its id."""
    around = Surroundings.of(reading)
    causes = {r.target: r.source for r in reading.relations if r.kind is RelationKind.CAUSES}
    told = {m.id: m for m in reading.mentions}
    for mention in reading.mentions:
        if mention.time is None and mention.timex is None and mention.status not in UNPLACED:
            event = agreed[mention.id]
            same = (event.time, event.why) if event.time is not None else None
            yield mention.id, candidates(mention, around, same, told.get(causes.get(mention.id, "")))


UNPLACED = (Status.GENERIC, Status.HABITUAL)
"""What tends to be has no time."""


def _placed(mention: Mention, chosen: Candidate, chance: float, event: Agreed) -> Mention:
    if chosen.interval is None:
        return replace(mention, time_why=chosen.why)
    if not is_enough(chosen, chance):
        why = f"too doubtful to say: {wording.when(chosen.interval)}, {wording.percent(chance)} likely ({chosen.why})"
        return replace(mention, time_why=why)
    vague = event.vague if chosen.basis is TimeBasis.STATED else True
    return replace(
        mention,
        time=chosen.interval,
        time_why=chosen.why,
        time_basis=chosen.basis,
        time_vague=vague,
        time_chance=round(chance, 2),
    )
