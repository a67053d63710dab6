"""The words that tell an event: the trigger with its arguments, without what other clauses add."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.mentions.status import is_counted
from timeline.mentions.triggers import Trigger, clause_head
from timeline.model import Span
from timeline.syntax import ParsedBlock
from timeline.tree import Token

OUTER = frozenset(
    {"relcl", "advcl", "ccomp", "xcomp", "parataxis", "conj", "cc", "punct", "appos", "mark", "acl", "dep"}
)
STOP = frozenset(
    {"after", "before", "following", "amid", "since", "during", "while", "because", "considering", "according"}
)


def _leads_on(token: Token, times: frozenset[int]) -> bool:
    """It is nothing without the words behind it: "on", "and"; before a time, also "that" and "about"."""
    if token.dep in ("prep", "punct", "cc", "mark"):
        return True
    return token.i + 1 in times and (token.dep == "det" or token.lower in ("about", "around"))


def quote(block: ParsedBlock, trigger: Trigger, times: frozenset[int]) -> Span:
    """The trigger's clause or noun phrase; `times` are the tokens of time expressions, left out at its edges."""
    token = clause_head(trigger)
    kept = sorted(_core(token, trigger.is_noun), key=lambda t: t.i)
    if trigger.is_noun and is_counted(token):
        kept = [*(t for t in token.head.head.subtree if t.i < token.i), *kept]
        kept.sort(key=lambda t: t.i)
    if token.dep == "relcl":
        kept = [t for t in kept if t.i >= token.i or (t.tag not in ("WDT", "WP") and t.dep != "prep")]
    while len(kept) > 1 and kept[-1].i > token.i and (kept[-1].i in times or _leads_on(kept[-1], times)):
        kept.pop()
    while len(kept) > 1 and kept[0].i < token.i and (kept[0].pos == "PUNCT" or kept[0].dep in ("cc", "case")):
        kept.pop(0)
    return block.span(kept[0], _run(token, kept))


def _run(token: Token, kept: list[Token]) -> Token:
    """The last kept token before a gap of three or more words after the trigger."""
    last = token
    for item in kept:
        if item.i > last.i:
            if item.i - last.i > 4:
                break
            last = item
    return last


def _core(token: Token, noun: bool) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep in OUTER and not (child.dep == "punct" and child.text in "\"'-"):
            continue
        if child.dep == "prep" and child.lower in STOP:
            continue
        if noun and child.dep == "prep" and child.lower not in ("of", "on", "by", "against", "at", "in"):
            continue
        yield from _subtree(child)


def _subtree(token: Token) -> Iterator[Token]:
    waiting = [token]
    while waiting:
        word = waiting.pop()
        yield word
        for child in word.children:
            if child.dep not in ("relcl", "advcl", "appos") and not (child.dep == "prep" and child.lower in STOP):
                waiting.append(child)


def sentence(block: ParsedBlock, token: Token) -> Span:
    """The sentence the token stands in, without surrounding white space."""
    words = block.tokens[token.sent.start : token.sent.stop]
    first = next(t for t in words if not t.text.isspace())
    last = next(t for t in reversed(words) if not t.text.isspace())
    return block.span(first, last)
