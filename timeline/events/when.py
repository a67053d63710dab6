"""When an event was: several reports to one time, and the reports that can't hold beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.events.same import Cluster, is_dated
from timeline.model import (
    BlockKind,
    EventClass,
    Mention,
    PublicationDate,
    Reading,
    RelationKind,
    ReportedTime,
    Status,
    TimeBasis,
)
from timeline.temporal.interval import Interval


@dataclass(frozen=True, slots=True)
class Agreed:
    """One time, the others that dispute it, and why."""

    time: Interval | None
    alternatives: tuple[ReportedTime, ...] = ()
    vague: bool = False
    why: str = ""


def agree(mentions: Sequence[Mention]) -> Agreed:
    """The time that most expressions share, cut to what they have in common; the first told wins a draw."""
    groups = _groups([m for m in mentions if is_dated(m)])
    if groups:
        kept = max(groups, key=lambda g: (len({m.timex for m in g[1]}), -groups.index(g)))
        others = tuple(ReportedTime(i, tuple(m.id for m in ms)) for i, ms in groups if i is not kept[0])
        return Agreed(kept[0], others, why=_why(kept[1]))
    timed = [m for m in mentions if m.time is not None]
    if not timed:
        return Agreed(None)
    strongest = min(_rank(m) for m in timed)
    own = [m for m in timed if _rank(m) == strongest]
    time = own[0].time
    for mention in own[1:]:
        common = time.intersection(mention.time) if time is not None and mention.time is not None else None
        time = common or time
    return Agreed(time, vague=any(m.time_vague for m in own), why=own[0].time_why)


def _rank(mention: Mention) -> tuple[bool, int]:
    return mention.timex is None, list(TimeBasis).index(mention.time_basis)


def _groups(mentions: Iterable[Mention]) -> list[tuple[Interval, list[Mention]]]:
    groups: list[tuple[Interval, list[Mention]]] = []
    for mention in mentions:
        if mention.time is None:
            continue
        for position, (interval, members) in enumerate(groups):
            common = interval.intersection(mention.time)
            if common is not None:
                groups[position] = (common, [*members, mention])
                break
        else:
            groups.append((mention.time, [mention]))
    return groups


def _why(mentions: Sequence[Mention]) -> str:
    first = {m.timex: m.time_why for m in reversed(mentions) if m.time_why}
    return "; ".join(first[timex] for timex in dict.fromkeys(m.timex for m in mentions) if timex in first)


# --- undated mentions ---------------------------------------------------------------------------------------------


def fill(clusters: Iterable[Cluster], readings: Sequence[Reading]) -> dict[str, Mention]:
    """Every mention by id; one without a time has its event's, else the time at which the narrative stands."""
    agreed = {m.id: a for cluster in clusters for a in [agree(cluster.mentions)] for m in cluster.mentions}
    filled: dict[str, Mention] = {}
    for reading in readings:
        filled |= _Narrative(reading, agreed).told()
    return filled


class _Narrative:
    """Goes through one article in order and remembers where in time it stands."""

    def __init__(self, reading: Reading, agreed: Mapping[str, Agreed]) -> None:
        self.publication: PublicationDate = reading.publication
        self.mentions = reading.mentions
        self.agreed = agreed
        self.causes = {r.target: r.source for r in reading.relations if r.kind is RelationKind.CAUSES}
        self.filled: dict[str, Mention] = {}
        self.now: Mention | None = None

    def told(self) -> dict[str, Mention]:
        for mention in self.mentions:
            timed = self._with_event(mention) if mention.time is None else mention
            if timed.time is None:
                timed = self._with_cause(timed)
            if timed.time is None:
                timed = self._with_narrative(timed)
            self.filled[mention.id] = timed
            if _moves(timed) and self._is_agreed(timed):
                self.now = timed
        return self.filled

    def _is_agreed(self, mention: Mention) -> bool:
        time = self.agreed[mention.id].time
        return time is not None and mention.time is not None and time.overlaps(mention.time)

    def _with_event(self, mention: Mention) -> Mention:
        event = self.agreed[mention.id]
        if event.time is None or mention.status is Status.GENERIC:
            return mention
        why = f"the same event: {event.why}"
        return replace(mention, time=event.time, time_why=why, time_basis=TimeBasis.STATED, time_vague=event.vague)

    def _with_cause(self, mention: Mention) -> Mention:
        cause = self.filled.get(self.causes.get(mention.id, ""))
        if cause is None or cause.time is None or mention.event_class is not EventClass.OCCURRENCE:
            return mention
        why = f"set off by “{cause.text}”: {cause.time_why}"
        return replace(mention, time=cause.time, time_why=why, time_basis=cause.time_basis, time_vague=cause.time_vague)

    def _with_narrative(self, mention: Mention) -> Mention:
        if mention.status in UNPLACED or mention.block in NOT_NARRATED or mention.tense in OUTSIDE:
            return mention
        reports = mention.event_class in (EventClass.REPORTING, EventClass.I_STATE, EventClass.I_ACTION)
        if self.now is not None and not reports and mention.tense in ("past", "") and self._goes_on(mention):
            why = f"no time stated: told after “{self.now.text}” ({self.now.time_why})"
            return replace(mention, time=self.now.time, time_why=why, time_basis=TimeBasis.NARRATIVE, time_vague=True)
        if self.publication.date is None or self.publication.interval is None:
            return mention
        why = "no time stated: told as news of the publication day"
        return replace(
            mention,
            time=self.publication.interval,
            time_why=why,
            time_basis=TimeBasis.PUBLICATION,
            time_vague=True,
        )

    def _goes_on(self, mention: Mention) -> bool:
        """The last dated happening stands in the same sentence or the one before it."""
        return self.now is not None and 0 <= mention.sentence.start - self.now.sentence.start <= REACH


UNPLACED = (Status.GENERIC, Status.HABITUAL, Status.INTENDED)
NOT_NARRATED = (BlockKind.ARCHIVE_CAPTION,)
OUTSIDE = ("past-perfect", "present-perfect", "future", "infinitive")
REACH = 300
"""Characters over which a dated happening carries on to the next sentences."""


def _moves(mention: Mention) -> bool:
    """A dated happening of the story moves the narrative; a report or a plan does not."""
    return (
        is_dated(mention)
        and mention.event_class is EventClass.OCCURRENCE
        and mention.status in (Status.OCCURRED, Status.ONGOING)
        and mention.block not in NOT_NARRATED
    )
