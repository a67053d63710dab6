"""Event mentions: the words that tell an event, who takes part, what the text holds of it, and when it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.mentions import places, quotes, roles, status, times
from timeline.mentions.triggers import Trigger, triggers
from timeline.model import Mention, PublicationDate, Status, Timex
from timeline.syntax import Parse, ParsedBlock, children

__all__ = ["extract"]


def extract(parse: Parse, publication: PublicationDate, timexes: Sequence[Timex]) -> tuple[Mention, ...]:
    """Every event mention of an article, in order; ids m1, m2, …"""
    found: list[Mention] = []
    for block in parse.blocks:
        found.extend(_of_block(parse, block, publication, timexes, len(found)))
    return tuple(found)


def _of_block(
    parse: Parse, block: ParsedBlock, publication: PublicationDate, timexes: Sequence[Timex], count: int
) -> Iterator[Mention]:
    end = block.offset + len(block.doc.text)
    mine = [t for t in timexes if block.offset <= t.span.start and t.span.end <= end]
    found = list(triggers(block))
    placed = times.place_in_time(block, found, mine, publication)
    time_tokens = frozenset(token.i for t in mine for token in block.tokens_in(t.span))
    for number, trigger in enumerate(found, count + 1):
        if trigger.token.i in time_tokens:
            continue
        yield _mention(f"m{number}", parse.article.id, block, trigger, placed.get(trigger.token.i), time_tokens)


def _mention(
    id: str,
    article_id: str,
    block: ParsedBlock,
    trigger: Trigger,
    placed: times.Placed | None,
    times_at: frozenset[int],
) -> Mention:
    token = trigger.token
    held = status.status(trigger)
    return Mention(
        id=id,
        article_id=article_id,
        span=block.span(token, token),
        text=token.text,
        lemma=token.lemma_.lower(),
        frame=trigger.frame.name,
        event_class=trigger.frame.event_class,
        status=held,
        quote=quotes.quote(block, trigger, times_at),
        sentence=quotes.sentence(block, token),
        block=block.block.kind,
        timex=placed.timex if placed else None,
        time=placed.interval if placed and held is not Status.GENERIC else None,
        time_why=placed.why if placed else "",
        time_vague=placed.vague if placed else False,
        tense=status.tense(trigger),
        plural=token.tag_ in ("NNS", "NNPS"),
        definite=any(c.lower_ in ("the", "this", "that", "these", "those") for c in children(token, "det"))
        or any(c.dep_ == "poss" for c in token.children),
        participants=roles.participants(block, trigger),
        place=places.place(block, trigger),
    )
