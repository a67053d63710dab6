"""Event mentions: the words that tell an event, who takes part, what the text holds of it, and when it was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from timeline.mentions import nearby, places, quotes, roles, status, times
from timeline.mentions.figures import figures
from timeline.mentions.triggers import Trigger, carriers, elaborated, triggers
from timeline.model import Figure, Mention, PublicationDate, Status, TimeBasis, Timex
from timeline.syntax import Parse, ParsedBlock, Token, ancestors, children

__all__ = ["extract"]


def extract(parse: Parse, publication: PublicationDate, timexes: Sequence[Timex]) -> tuple[Mention, ...]:
    """Every event mention of an article, in order; ids m1, m2, …"""
    found: list[Mention] = []
    timexes = sorted(timexes, key=lambda t: t.span.start)
    for block in parse.blocks:
        found.extend(_of_block(parse, block, publication, timexes, len(found)))
    return tuple(found)


def _of_block(
    parse: Parse, block: ParsedBlock, publication: PublicationDate, timexes: Sequence[Timex], count: int
) -> Iterator[Mention]:
    end = block.offset + len(block.doc.text)
    first = bisect_left(timexes, block.offset, key=lambda t: t.span.start)
    mine = [t for t in takewhile(lambda t: t.span.start < end, islice(timexes, first, None)) if t.span.end <= end]
    found = list(triggers(block))
    placed = times.place_in_time(block, found, mine, publication)
    bare = times.unplaced(block, found, mine)
    values = {t.id: t.value for t in mine}
    around = nearby.told_times(block, mine, {p.timex: i for i, p in placed.items() if p.direct and p.timex})
    time_tokens = frozenset(token.i for t in mine for token in block.tokens_in(t.span))
    lent = {t.token.i: noun.i for t, noun in carriers(block, found)}
    every = sorted([*found, *(t for t, _ in carriers(block, found))], key=lambda t: int(t.token.i))
    told = [trigger for trigger in every if trigger.token.i not in time_tokens]
    ids = {trigger.token.i: f"m{number}" for number, trigger in enumerate(told, count + 1)}
    for trigger in told:
        at = trigger.token.i
        own = lent.get(at, at)  # "the raid took place on Monday": the taking has the raid's time
        mention = _mention(ids[at], parse.article.id, block, trigger, placed.get(own), time_tokens)
        timex = bare.get(own)
        if mention.timex is not None:
            mention = replace(mention, time_value=values[mention.timex])
        elif timex is not None:
            mention = replace(mention, timex=timex.id, time_value=timex.value)
        if mention.time is None:
            mention = replace(mention, near=nearby.near_times(trigger, around))
        if at in lent:
            yield replace(mention, elaborates=ids.get(own), participants=(), figures=())
        else:
            noun = elaborated(trigger)
            yield mention if noun is None else replace(mention, elaborates=ids.get(noun.i))


def _mention(
    id: str,
    article_id: str,
    block: ParsedBlock,
    trigger: Trigger,
    placed: times.Placed | None,
    times_at: frozenset[int],
) -> Mention:
    token = trigger.token
    held = status.status(trigger, picture=block.block.kind in times.CAPTIONS)
    return Mention(
        id=id,
        article_id=article_id,
        span=block.span(token, token),
        text=block.words(token, token),
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
        time_basis=TimeBasis.STATED if placed and held is not Status.GENERIC else TimeBasis.NONE,
        time_vague=placed.vague if placed else False,
        tense=status.tense(trigger),
        plural=token.tag_ in ("NNS", "NNPS"),
        definite=any(c.lower_ in ("the", "this", "that", "these", "those") for c in children(token, "det"))
        or any(c.dep_ == "poss" for c in token.children),
        modifiers=tuple(c.lower_ for c in children(token, "det", "amod", "nummod")) if trigger.is_noun else (),
        participants=roles.participants(block, trigger, times_at),
        place=places.place(block, trigger, times_at),
        figures=_figures(block, trigger),
    )


def _figures(block: ParsedBlock, trigger: Trigger) -> tuple[Figure, ...]:
    """The quantities among the trigger's own words."""
    doc = block.doc
    low, high = trigger.token.left_edge.i, trigger.token.right_edge.i
    start = doc[low].idx
    text = doc.text[start : doc[high].idx + len(doc[high].text)]
    return tuple(
        f for f in figures(text, block.offset + start) if _owner(block.tokens_in(f.span), trigger) == trigger.token.i
    )


def _owner(tokens: Sequence[Token], trigger: Trigger) -> int:
    """The index of the trigger that a figure belongs to: the nearest event word above it."""
    for token in tokens[-1:]:
        for head in (token, *ancestors(token)):
            if head.i == trigger.token.i:
                return int(head.i)
            if head.pos_ == "VERB":
                return int(head.i)
    return -1
