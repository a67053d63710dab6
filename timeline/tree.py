"""A dependency tree as plain objects: what the parser found, taken over once, so that asking it costs little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

# spaCy ships no types for its compiled classes.
Doc = Any

_COLUMNS = ("IDX", "LENGTH", "LEMMA", "TAG", "POS", "DEP", "SENT_START")


class Token:
    """A word of a tree, the `i`th of `doc`, from character `start` to `end`; its labels are those of spaCy's English.

    `lower` and `lemma` are in small letters. `sent` are the places of its sentence; a root is its own `head`.
    """

    __slots__ = ("children", "dep", "doc", "end", "head", "i", "lemma", "lower", "pos", "sent", "start", "tag", "text")

    def __init__(
        self, doc: Sequence[Token], i: int, start: int, text: str, sent: range, lemma: str, tag: str, pos: str, dep: str
    ) -> None:
        self.doc = doc
        self.i = i
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma.lower()
        self.tag = tag
        self.pos = pos
        self.dep = dep
        self.sent = sent
        self.head = self
        self.children: list[Token] = []

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}/{self.dep}"

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all that hangs on it, each after its head."""
        waiting = [self]
        while waiting:
            token = waiting.pop()
            yield token
            waiting += token.children


def tree(doc: Doc, text: str) -> list[Token]:
    """The tokens of a parsed text in order."""
    starts, lengths, *named, opens = doc.to_array(_COLUMNS).T.tolist()
    names = {key: doc.vocab.strings[key] for key in set().union(*named)}
    labels = zip(*([names[key] for key in column] for column in named), strict=True)
    first = [i for i, opening in enumerate(opens) if i == 0 or opening == 1]
    tokens: list[Token] = []
    for sent in map(range, first, [*first[1:], len(opens)]):
        for i in sent:
            tokens.append(Token(tokens, i, starts[i], text[starts[i] : starts[i] + lengths[i]], sent, *next(labels)))
    for token, away in zip(tokens, doc.to_array("HEAD").astype("int64").tolist(), strict=True):
        if away:
            token.head = tokens[token.i + away]
            token.head.children.append(token)
    return tokens
