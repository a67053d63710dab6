"""Event mentions: the words that tell an event, who takes part, what the text holds of it, and when it was."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from timeline.figures import figures
from timeline.mentions import nearby, places, quotes, roles, status, times
from timeline.mentions.references import Cast
from timeline.mentions.triggers import Trigger, carriers, elaborated, is_named_again, triggers
from timeline.model import Figure, Mention, PublicationDate, Status, TimeBasis, Timex
from timeline.syntax import Parse, ParsedBlock, ancestors, children

__all__ = ["extract"]


def extract(parse: Parse, publication: PublicationDate, timexes: Sequence[Timex]) -> tuple[Mention, ...]:
    """Every event mention of an article, in order; ids m1, m2, …"""
    found: list[Mention] = []
    timexes = sorted(timexes, key=lambda t: t.span.start)
    cast = Cast.of(parse.blocks)
    for order in range(len(parse.blocks)):
        found.extend(_of_block(parse.article.id, cast, order, publication, timexes, len(found)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the mentions of one block are made with."""

    article_id: str
    block: ParsedBlock
    figures: Mapping[int, Sequence[Figure]]  # by the tokens to which they may belong
    placed: Mapping[int, times.Placed]
    bare: Mapping[int, Timex]  # what no publication date puts on the calendar
    near: tuple[nearby.Told, ...]
    values: Mapping[str, str]  # of its time expressions
    times_at: frozenset[int]  # tokens of time expressions
    cast: Cast
    order: int  # of the block


def _of_block(
    article_id: str, cast: Cast, order: int, publication: PublicationDate, timexes: Sequence[Timex], count: int
) -> Iterator[Mention]:
    block = cast.blocks[order]
    mine = _within(block, timexes)
    found = list(triggers(block))
    counted: defaultdict[int, list[Figure]] = defaultdict(list)
    for at, figure in _figures(block):
        counted[at].append(figure)
    scene = _Scene(
        article_id,
        block,
        counted,
        times.place_in_time(block, found, mine, publication),
        times.unplaced(block, found, mine),
        nearby.told_times(block, mine),
        {t.id: t.value for t in mine},
        frozenset(token.i for t in mine for token in block.tokens_in(t.span)),
        cast,
        order,
    )
    lent = {verb.token.i: (verb, noun) for verb, noun in carriers(block, found)}
    every = sorted([*found, *(verb for verb, _ in lent.values())], key=lambda t: t.token.i)
    told = [trigger for trigger in every if trigger.token.i not in scene.times_at]
    ids = {trigger.token.i: f"m{number}" for number, trigger in enumerate(told, count + 1)}
    for trigger in told:
        at = trigger.token.i
        noun = lent[at][1] if at in lent else elaborated(trigger)
        # "The raid took place on Monday": the taking has the raid's time, and nothing else of its own.
        mention = _mention(scene, ids[at], trigger, noun.i if at in lent and noun is not None else at)
        mention = replace(mention, participants=(), speaker=None, figures=()) if at in lent else mention
        yield mention if noun is None else replace(mention, elaborates=ids.get(noun.i))


def _within(block: ParsedBlock, timexes: Sequence[Timex]) -> list[Timex]:
    """The expressions of a block."""
    end = block.offset + len(block.text)
    first = bisect_left(timexes, block.offset, key=lambda t: t.span.start)
    return [t for t in takewhile(lambda t: t.span.start < end, islice(timexes, first, None)) if t.span.end <= end]


def _mention(scene: _Scene, id: str, trigger: Trigger, timed: int) -> Mention:
    """The mention of a trigger with the time of the token `timed`."""
    block, token = scene.block, trigger.token
    held = status.status(trigger, picture=block.block.kind in times.CAPTIONS)
    placed, bare = scene.placed.get(timed), scene.bare.get(timed)
    timex = placed.timex if placed and placed.timex else bare.id if bare else None
    is_timed = placed is not None and held is not Status.GENERIC
    again = is_named_again(trigger)
    return Mention(
        id=id,
        article_id=scene.article_id,
        span=block.span(token, token),
        text=block.words(token, token),
        lemma=token.lemma,
        frame=trigger.frame.name,
        event_class=trigger.frame.event_class,
        status=held,
        quote=quotes.quote(block, trigger, scene.times_at),
        sentence=quotes.sentence(block, token),
        block=block.block.kind,
        timex=timex,
        time_value=scene.values[timex] if timex else "",
        time=placed.interval if placed and is_timed else None,
        time_why=placed.why if placed else "",
        time_basis=TimeBasis.STATED if is_timed else TimeBasis.NONE,
        time_vague=placed.vague if placed else False,
        tense=status.tense(trigger),
        plural=token.tag in ("NNS", "NNPS"),
        definite=again
        or any(c.lower in ("the", "this", "that", "these", "those") for c in children(token, "det"))
        or any(c.dep == "poss" for c in token.children),
        modifiers=tuple(c.lower for c in children(token, "det", "amod", "nummod"))
        if trigger.is_noun and not again
        else (),
        participants=roles.participants(scene.cast, scene.order, trigger, scene.times_at),
        speaker=roles.speaker(scene.cast, scene.order, trigger, scene.times_at),
        place=places.place(block, trigger, scene.times_at),
        figures=tuple(scene.figures.get(token.i, ())),
        near=() if is_timed else nearby.near_times(block, trigger, scene.near),
    )


def _figures(block: ParsedBlock) -> Iterator[tuple[int, Figure]]:
    """The quantities of a block, each with every token up to its clause's verb, to which it may belong."""
    for figure in figures(block.parsed, block.offset):
        for token in block.tokens_in(figure.span)[-1:]:
            for head in (token, *ancestors(token)):
                yield head.i, figure
                if head.pos == "VERB":
                    break
