"""Where an event took place, and the time zone there."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.gazetteer import is_known, zone_of
from timeline.mentions.triggers import Trigger
from timeline.model import Place
from timeline.syntax import ParsedBlock, Token, children

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "into", "across", "around", "off", "over", "to", "from"})


def place(block: ParsedBlock, trigger: Trigger, times: frozenset[int]) -> Place | None:
    """The named place nearest to the trigger in its own clause; None when the clause names none.

    `times` are the tokens of time expressions ("in May").
    """
    for head in _candidates(trigger.token):
        if head.pos_ != "PROPN" or head.i in times or not head.text[:1].isupper():
            continue
        first, last = _name(head)
        text = block.words(first, last)
        return Place(block.span(first, last), text, zone_of(text))
    return None


def _candidates(token: Token) -> Iterator[Token]:
    """Objects of locative prepositions: of the trigger itself, then of its arguments."""
    nodes = [token, *children(token, "nsubj", "nsubjpass", "dobj", "agent", "prep")]
    for node in nodes:
        for prep in children(node, "prep"):
            if prep.lower_ in LOCATIVE:
                yield from children(prep, "pobj")
                for head in children(prep, "pobj"):
                    for inner in children(head, "prep"):
                        if inner.lower_ in LOCATIVE:
                            yield from children(inner, "pobj")


def _name(head: Token) -> tuple[Token, Token]:
    """A proper name with its modifiers, and with what follows after commas: "Buqayq, Saudi Arabia"."""
    doc, first, last = head.doc, head, head
    while first.i > 0 and (doc[first.i - 1].pos_ == "PROPN" or doc[first.i - 1].tag_ == "POS"):
        first = doc[first.i - 1]
    if first.tag_ == "POS":
        first = doc[first.i + 1]
    while last.i + 1 < len(doc):
        follower = doc[last.i + 1]
        if follower.pos_ == "PROPN" and follower.dep_ != "npadvmod":
            last = follower
        elif (
            follower.text == ","
            and last.i + 2 < len(doc)
            and doc[last.i + 2].pos_ == "PROPN"
            and is_known(doc[last.i + 2 : last.i + 4].text.rstrip(" ,."), doc[last.i + 2].text)
        ):
            last = doc[last.i + 2]
        else:
            break
    return first, last
