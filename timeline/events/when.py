"""When an event was: several reports to one time, and the reports that can't hold beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.events.same import Cluster, is_dated
from timeline.model import BlockKind, EventClass, Mention, PublicationDate, Reading, ReportedTime, Status
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
    own = [m for m in timed if m.timex is not None] or timed
    if not own:
        return Agreed(None)
    time = own[0].time
    for mention in own[1:]:
        common = time.intersection(mention.time) if time is not None and mention.time is not None else None
        time = common or time
    return Agreed(time, vague=any(m.time_vague for m in own), why=own[0].time_why)


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
    said = list(dict.fromkeys(m.time_why for m in mentions if m.time_why))
    return "; ".join(said)


# --- undated mentions ---------------------------------------------------------------------------------------------


def fill(clusters: Iterable[Cluster], readings: Sequence[Reading]) -> dict[str, Mention]:
    """Every mention by id, with its event's time where it has none, or the publication day where it reports news."""
    published = {r.article.id: r.publication for r in readings}
    filled: dict[str, Mention] = {}
    for cluster in clusters:
        agreed = agree(cluster.mentions)
        for mention in cluster.mentions:
            filled[mention.id] = _filled(mention, agreed, published[mention.article_id])
    return filled


def _filled(mention: Mention, agreed: Agreed, publication: PublicationDate) -> Mention:
    if mention.time is not None or mention.status in (Status.GENERIC, Status.HABITUAL, Status.INTENDED):
        return mention
    if agreed.time is not None:
        return replace(mention, time=agreed.time, time_why=f"the same event: {agreed.why}", time_vague=agreed.vague)
    if _is_news(mention) and publication.interval is not None and publication.date is not None:
        why = "no time stated: told as news of the publication day"
        return replace(mention, time=publication.interval, time_why=why, time_vague=True)
    return mention


def _is_news(mention: Mention) -> bool:
    """Told in the simple past or present by the article's own voice, where readers take it for news of the day."""
    if mention.block is BlockKind.ARCHIVE_CAPTION:
        return False
    return mention.event_class is EventClass.REPORTING and mention.tense in ("past", "present")
