"""Where an event took place, and the time zone there."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.gazetteer import is_known, zone_of
from timeline.mentions.triggers import Trigger
from timeline.model import Place
from timeline.syntax import ParsedBlock, children
from timeline.tree import Token

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "into", "across", "around", "off", "over", "to", "from"})


def place(block: ParsedBlock, trigger: Trigger, times: frozenset[int]) -> Place | None:
    """The named place nearest to the trigger in its own clause; None when the clause names none.

    `times` are the tokens of time expressions ("in May").
    """
    for head in _candidates(trigger.token):
        if head.pos != "PROPN" or head.i in times or not head.text[:1].isupper():
            continue
        first, last = _name(block, head)
        text = block.words(first, last)
        return Place(block.span(first, last), text, zone_of(text))
    return None


def _candidates(token: Token) -> Iterator[Token]:
    """Objects of locative prepositions: of the trigger itself, then of its arguments."""
    nodes = [token, *children(token, "nsubj", "nsubjpass", "dobj", "agent", "prep")]
    for node in nodes:
        for prep in children(node, "prep"):
            if prep.lower in LOCATIVE:
                yield from children(prep, "pobj")
                for head in children(prep, "pobj"):
                    for inner in children(head, "prep"):
                        if inner.lower in LOCATIVE:
                            yield from children(inner, "pobj")


def _name(block: ParsedBlock, head: Token) -> tuple[Token, Token]:
    """A proper name with its modifiers, and with what follows after commas: "Buqayq, Saudi Arabia"."""
    doc, first, last = block.tokens, head, head
    while first.i > 0 and (doc[first.i - 1].pos == "PROPN" or doc[first.i - 1].tag == "POS"):
        first = doc[first.i - 1]
    if first.tag == "POS":
        first = doc[first.i + 1]
    while last.i + 1 < len(doc):
        follower = doc[last.i + 1]
        if follower.pos == "PROPN" and follower.dep != "npadvmod":
            last = follower
        elif follower.text == "," and _opens_place(block, last.i + 2):
            last = doc[last.i + 2]
        else:
            break
    return first, last


def _opens_place(block: ParsedBlock, at: int) -> bool:
    """The token, alone or with the next one, is a known place's name."""
    words = block.tokens[at : at + 2]
    if not words or words[0].pos != "PROPN":
        return False
    return is_known(block.words(words[0], words[-1]).rstrip(" ,."), words[0].text)
