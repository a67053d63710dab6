"""Whom words stand for that name nobody themselves: "he", "it", "the airline", "Irish carrier, Ryanair", "the GAO"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.lexicon import TIME_NOUNS, noun_frame, noun_kinds, verb_frame
from timeline.model import EventClass
from timeline.syntax import ParsedBlock, ancestors, children, phrase, subject
from timeline.tree import Token

PERSON = frozenset({"he", "him", "his", "she", "her"})
THING = frozenset({"it", "its"})
SEVERAL = frozenset({"they", "them", "their"})
STANDING = PERSON | THING | SEVERAL
TOGETHER = frozenset({"we", "us", "our"})
SPEAKING = frozenset({"i", "me", "my"}) | TOGETHER

OFFICES = frozenset(
    "ceo cfo chairman chairwoman chief commissioner director executive founder general manager president spokesman "
    "spokesperson spokeswoman vice".split()
)
"""Words that say who speaks for a house."""

WEATHER = frozenset("rain snow hail drizzle pour freeze thaw thunder".split())
"""Verbs of which "it" is nothing."""

VARIED = frozenset({"person", "group", "ground"})
"""Kinds whose nouns do not stand for each other: no minister is a captain."""

MADE = frozenset({"aircraft", "car", "device", "ship", "software", "spacecraft", "train"})
"""Kinds of what is named by numbers."""

BACK = 40
"""Names that are looked back over; keeps time linear on very long texts."""

NOUNS = ("NOUN", "PROPN")
SUBJECT = ("nsubj", "nsubjpass")
CLAUSES = frozenset({"advcl", "relcl", "acl"})
ACTING = frozenset({*SUBJECT, "dobj", "dative", "attr", "appos", "conj"})
INTRODUCING = frozenset({"a", "an", "another", "some"})
POINTING = frozenset({"the", "this", "that"})
CHOOSING = frozenset({"relcl", "acl", "prep", "nummod", "poss", "appos", "compound", "nmod"})
"""What hangs on a noun that says which one is meant: "the plane that crashed" need be none told before."""

OTHER = frozenset("other first second third last next same only entire whole another former latter".split())
COMPANY = frozenset("inc inc. corp corp. co co. ltd ltd. plc llc n.v. nv s.a. ag gmbh".split())
TITLES = frozenset("mr mr. mrs mrs. ms ms. dr dr. sir sen. rep. gov. gen. col. lt. capt. sgt.".split())
OWNED = frozenset("ceo cfo coo chairman share shares stock shareholder shareholders subsidiary website".split())
TRADING = frozenset("acquire buy employ introduce manufacture merge sell supply unveil".split())
"""What companies alone have, and what mostly they do."""

MODEL = re.compile(r"(?=.*\d)(?=.*[a-z])\w+|\d{3,}")
PART = re.compile(r"(?<=[a-z])[A-Z][a-z]+$")
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Name:
    """A name told in a block, from its first word to the token that heads it, and the nouns that say what it is.

    `order` counts blocks: with `token.i` it gives every name its place in the article. `words` are in small letters.
    """

    order: int
    first: Token
    token: Token
    words: tuple[str, ...]
    nouns: frozenset[str]

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the article."""
        return self.order, self.token.i

    @property
    def is_written_as_person(self) -> bool:
        """ "Anna Pool", not "the Ocean Star", "NATO", "A380"."""
        words = self.token.doc[self.first.i : self.token.i + 1]
        plain = all(
            w.pos == "PROPN" and w.text.isalpha() and w.text[0].isupper() and not w.text.isupper() for w in words
        )
        return len(words) > 1 and plain and not children(self.token, "det")


@dataclass(frozen=True, slots=True)
class Referent:
    """What words stand for: the head of a phrase in a block, the phrase's first and last token."""

    block: ParsedBlock
    head: Token
    first: Token
    last: Token

    @classmethod
    def of(cls, block: ParsedBlock, token: Token) -> Referent:
        """The phrase of a noun; of a name, without what says who it is: "Steve Jobs" of "Apple CEO Steve Jobs"."""
        first, last = phrase(token)
        if first.tag == "WP$" and first.i < token.i:
            first = token.doc[first.i + 1]  # "whose shop": a shop
        if token.pos == "PROPN" and _is_name(token):
            start = token.i
            while start > first.i and _is_part_of_name(token.doc[start - 1]):
                start -= 1
            first = token.doc[start]
        return cls(block, token, first, last)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and everything that an article names, ready to be asked who is meant at any place in it."""

    blocks: Sequence[ParsedBlock]
    names: tuple[Name, ...]
    places: tuple[tuple[int, int], ...]  # of the names
    subjects: tuple[tuple[Token, ...], ...]  # of each block, nouns alone
    nouns: Mapping[tuple[str, ...], frozenset[str]]  # what the article says of a name anywhere
    surnames: frozenset[str]  # last words of what is written as a person's name
    introduced: Mapping[str, tuple[tuple[int, int], ...]]  # places at which "a plane" is told
    short: Mapping[str, Name]  # "IAG": International Airlines Group

    @classmethod
    def of(cls, blocks: Sequence[ParsedBlock]) -> Cast:
        """The cast of an article."""
        names = tuple(name for order, block in enumerate(blocks) for name in _names(order, block.tokens))
        nouns: defaultdict[tuple[str, ...], frozenset[str]] = defaultdict(frozenset)
        for name in names:
            nouns[name.words] |= name.nouns
        introduced: defaultdict[str, tuple[tuple[int, int], ...]] = defaultdict(tuple)
        for order, block in enumerate(blocks):
            for token in block.tokens:
                told = token.lower in INTRODUCING and token.dep == "det" and token.head.dep not in ("appos", "attr")
                if told and _explained(token.head) is None:
                    introduced[token.head.lemma] += ((order, token.head.i),)
        return cls(
            blocks,
            names,
            tuple(n.place for n in names),
            tuple(tuple(t for t in b.tokens if _is_named(t)) for b in blocks),
            nouns,
            frozenset(n.token.lower for n in names if len(n.words) > 1 and _is_person(n, nouns[n.words])),
            introduced,
            dict(_shortened(names)),
        )

    def referent(self, token: Token, order: int) -> Referent:
        """What a noun or pronoun of a block stands for; its own phrase where nothing better is found.

        A pronoun stands for a subject of its kind: of the sentence, then of the one before, first its main clause's;
        for a person, then for the last one that was the subject of an earlier block. "I" is who says it. "The airline"
        stands for the last airline named, an apposition for the name it explains, an abbreviation for the full name.
        """
        block = self.blocks[order]
        if token.lower == "it" and token.head.lemma in WEATHER:
            return Referent.of(block, token)
        if _is_pronoun(token):
            found = _speaker(token) if token.lower in SPEAKING else self._subject(token, order)
            if token.lower in TOGETHER and isinstance(found, Token) and (body := _spoken_for(found)) is not None:
                return Referent(block, body[1], *body)
            if isinstance(found, Referent):
                return found
            return self.referent(found, order) if found is not None else Referent.of(block, token)
        named = self.short.get(token.text) if token.pos == "PROPN" else _explained(token) or self._told(token, order)
        if isinstance(named, Name):
            return self._of_name(named)
        return Referent.of(block, named or token)

    def _of_name(self, name: Name) -> Referent:
        block = self.blocks[name.order]
        within = name.token.dep in ("compound", "nmod")
        return Referent(block, name.token, name.first, name.token) if within else Referent.of(block, name.token)

    # --- pronouns -------------------------------------------------------------------------------------------------

    def _subject(self, token: Token, order: int) -> Token | Referent | None:
        doer = _doer(token)
        owned = token.sent.start if token.lower in PERSON else token.i
        told = [
            t for t in self.subjects[order] if t.i < token.i and t is not doer and not (t.i >= owned and _is_owned(t))
        ]
        before = [t for t in told if self._fits(token, t)]
        if before and before[-1].i >= token.sent.start:
            return before[-1]
        if before:
            last = [t for t in before if t.i in before[-1].sent]
            found = min(last, key=lambda t: (_only_says(t, token), _depth(t)))
            return None if token.lower in THING and self._is_of_another(token, found, told) else found
        if token.lower not in PERSON:
            return self._topic(token, order)
        named = self._named_before(token, order)
        if not named:
            return self._earlier(order)
        alone = len({n.words[-1] for n in named}) == 1 and not any(_is_owned(n.token) for n in named)
        return self._of_name(named[-1]) if alone else None

    def _named_before(self, pronoun: Token, order: int) -> Sequence[Name]:
        """The people whom its block names before a pronoun, in whatever role: "Police found Anna Pool. She …"."""
        end = bisect_left(self.places, (order, pronoun.i))
        start = max(bisect_left(self.places, (order, 0)), end - BACK)
        doer = _doer(pronoun)
        return [
            n for n in self.names[start:end] if n.token is not doer and _acts(n.token) and self._is_somebody(n.token)
        ]

    def _is_of_another(self, pronoun: Token, found: Token, told: Sequence[Token]) -> bool:
        """ "The quake struck, the bureau said. It …", "The army left. Rebels held the town since it fell": "it" is a
        happening, or a thing of its own sentence.
        """
        happening = any(noun_frame(t.lemma) is not None and t.i in found.sent for t in told)
        within = pronoun.head.dep in CLAUSES and any(
            t.dep == "dobj" and t.tag == "NN" for t in pronoun.doc[pronoun.sent.start : pronoun.i]
        )
        return within or (happening and _only_says(found, pronoun))

    def _topic(self, token: Token, order: int) -> Referent | None:
        """What the last sentence of the block before tells of, where the next one begins with it again."""
        opens = token.dep in SUBJECT and token.sent.start == 0 and token.head.head is token.head
        told = self.subjects[order - 1] if opens and order > 0 else ()
        main = min((t for t in told if t.sent == told[-1].sent), key=_depth, default=None)
        if main is None or main.sent.stop < len(main.doc) or not self._fits(token, main):
            return None
        found = self.referent(main, order - 1)
        return found if found.head.pos == "PROPN" or token.lower in SEVERAL else None

    def _earlier(self, order: int) -> Referent | None:
        """The last person that was a subject of an earlier block."""
        for back in range(order - 1, -1, -1):
            for token in reversed(self.subjects[back]):
                if token.pos == "PROPN" and not _is_plural(token) and self._is_somebody(token):
                    return Referent.of(self.blocks[back], token)
        return None

    def _fits(self, pronoun: Token, noun: Token) -> bool:
        """The noun is of the pronoun's number, and somebody where the pronoun says so."""
        if noun_frame(noun.lemma) is not None:
            return False
        if pronoun.lower in SEVERAL:
            return _is_plural(noun) or self._is_company(noun)
        return not _is_plural(noun) and (pronoun.lower in PERSON) == self._is_somebody(noun)

    def _is_somebody(self, token: Token) -> bool:
        if token.pos == "NOUN" and not (token.text[0].isupper() and token.lower in self.surnames):
            return "person" in noun_kinds(token.lemma)
        kinds = {kind for noun in self.nouns.get(_words(token), ()) for kind in noun_kinds(noun)}
        return "person" in kinds if kinds else token.lower in self.surnames

    def _is_company(self, token: Token) -> bool:
        nouns = self.nouns.get(_words(token), ())
        return token.pos == "PROPN" and any("company" in noun_kinds(noun) for noun in nouns)

    # --- nouns ----------------------------------------------------------------------------------------------------

    def _told(self, token: Token, order: int) -> Name | None:
        """The name that "the airline" stands for."""
        kinds = noun_kinds(token.lemma)
        if not kinds or not _points(token):
            return None
        alike = kinds[0] not in VARIED
        here, doer = (order, token.i), _doer(token)
        end = bisect_left(self.places, here)
        told = [n for n in reversed(self.names[max(0, end - BACK) : end]) if n.token is not doer]
        for fits in (self._is_called, self._is_a, self._may_be_a) if alike else (self._is_called,):
            found = [n for n in told if fits(n, token.lemma)]
            if found:
                near = [n for n in found if n.order == found[0].order and n.token.i in found[0].token.sent]
                best = next((n for n in near if n.token.dep in SUBJECT), near[0])
                return None if any(best.place < p < here for p in self.introduced.get(token.lemma, ())) else best
        return None

    def _is_called(self, name: Name, lemma: str) -> bool:
        return lemma in self.nouns[name.words]

    def _is_a(self, name: Name, lemma: str) -> bool:
        return any(noun_kinds(lemma)[0] in noun_kinds(noun) for noun in self.nouns[name.words])

    def _may_be_a(self, name: Name, lemma: str) -> bool:
        """Something whose name is a number, as makers give them, may be anything that is made: "A380", "the 787"."""
        return (
            bool(MODEL.fullmatch(name.words[-1]))
            and noun_kinds(lemma)[0] in MADE
            and not any(noun_kinds(n) for n in self.nouns[name.words])
        )


def _points(token: Token) -> bool:
    """ "The airline", "the Irish company", which need no more to say which one."""
    if token.tag != "NN" or not any(c.lower in POINTING for c in children(token, "det")):
        return False
    return not any(c.dep in CHOOSING or c.lower in OTHER or c.tag == "JJS" for c in token.children)


def _acts(name: Token) -> bool:
    """It is told of, and no place or part of another name: not "in New Mexico", not "the Blue Plate diner"."""
    return name.dep in ACTING or (name.dep == "pobj" and name.head.lower in ("by", "with", "against"))


def _is_owned(token: Token) -> bool:
    """ "Her lawyer, Carl Brand", who is not "she"."""
    nouns = (token, token.head) if token.dep == "appos" else (token,)
    return any(c.lower in PERSON for noun in nouns for c in children(noun, "poss"))


def _explained(token: Token) -> Token | None:
    """The name behind a noun that says what it is: "the carrier, Ryanair"."""
    if token.tag != "NN":
        return None
    named = next((c for c in children(token, "appos") if c.pos == "PROPN"), None)
    before = phrase(named)[0].i - 1 if named is not None else 0
    return named if before == token.i or token.doc[before].text == "," else None


def _doer(token: Token) -> Token | None:
    """The subject of the verb that the token is no subject of: "Anna saw her"."""
    if token.dep in (*SUBJECT, "poss"):
        return None
    verb = next((a for a in ancestors(token) if a.pos in ("VERB", "AUX")), None)
    return subject(verb) if verb is not None else None


def _speaker(token: Token) -> Token | None:
    """The subject of the reporting verb above a clause."""
    for head in ancestors(token):
        if head.pos == "VERB" and verb_frame(head.lemma).event_class is EventClass.REPORTING:
            speaker = subject(head)
            return speaker if speaker is not None and speaker.i != token.i else None
    return _quoted(token)


def _quoted(token: Token) -> Token | None:
    """The last speaker of a paragraph in which a quotation goes on: "Sales fell," he said. "We lost much." """
    before = token.doc[: token.i]
    opened = sum(t.text == "“" for t in before) > sum(t.text == "”" for t in before)
    if not opened and sum(t.text in ('"', "''", "``") for t in before) % 2 == 0:
        return None
    said = (subject(t) for t in reversed(before) if t.pos == "VERB" and _reports(t))
    return next((who for who in said if who is not None and who.lower not in SPEAKING), None)


def _spoken_for(speaker: Token) -> tuple[Token, Token] | None:
    """First and last word of the name for which a speaker stands: "Star Lines CEO Anna Pool", "head of Star Lines".

    What he calls "we" is his house.
    """
    house = next(_houses(speaker), None)
    return (house.doc[house.i - len(_words(house)) + 1], house) if house is not None else None


def _houses(speaker: Token) -> Iterator[Token]:
    offices = [t for t in (speaker, *children(speaker, "appos")) if t.lower in OFFICES]
    for prep in (prep for office in offices for prep in children(office, "prep")):
        if prep.lower in ("of", "for", "at"):
            yield from filter(_is_name, children(prep, "pobj"))
    before = speaker.doc[phrase(speaker)[0].i : speaker.i]
    place = next((place for place, t in enumerate(before) if t.lower in OFFICES), 0)
    if place and _is_name(before[place - 1]):
        yield before[place - 1]


def _is_named(token: Token) -> bool:
    """A subject with a noun of its own; the parser takes some "I" for one, who would stand for himself forever."""
    return token.dep in SUBJECT and token.pos in NOUNS and not _is_pronoun(token)


def _is_pronoun(token: Token) -> bool:
    """It stands for somebody or something; "US" is no "us"."""
    return token.lower in STANDING | SPEAKING and token.text != "US"


def _is_plural(token: Token) -> bool:
    return token.tag in ("NNS", "NNPS") or token.lower in ("police", "people", "staff")


def _only_says(noun: Token, pronoun: Token) -> bool:
    """ "The plane crashed, the ministry said. It …": who says a thing behind it is not what it is about.

    What the next sentence says again ("he added") is the speaker's.
    """
    behind = any(c.i < noun.i for c in children(noun.head, "ccomp"))
    return behind and _reports(noun.head) and not _reports(pronoun.head)


def _reports(verb: Token) -> bool:
    return verb_frame(verb.lemma).event_class is EventClass.REPORTING


def _depth(token: Token) -> int:
    return sum(1 for _ in ancestors(token))


# --- names --------------------------------------------------------------------------------------------------------


def _names(order: int, tokens: Sequence[Token]) -> Iterator[Name]:
    """The names of a block: words with capitals in a row, parted by titles ("Apple CEO Steve Jobs")."""
    run: list[Token] = []
    for token in tokens:
        if _is_name(token):
            run.append(token)
        elif run:
            yield from _name(order, run, token)
            run = []
    if run:
        yield from _name(order, run, None)


def _name(order: int, run: Sequence[Token], follows: Token | None) -> Iterator[Name]:
    first, last = run[0], run[-1]
    words = tuple(t.lower for t in run)
    head = last.head if last.tag == "CD" and last.head in run else last
    yield Name(order, first, head, words, frozenset(_nouns(first, head, follows)))
    if follows is not None and follows.tag == "NN" and last.head is follows and noun_kinds(follows.lemma):
        yield Name(
            order, first, follows, (*words, follows.lower), frozenset({follows.lemma})
        )  # "the Airbus superjumbo"


def _words(token: Token) -> tuple[str, ...]:
    """The words of the name that ends with a token, in small letters."""
    first = token.i
    while first > 0 and _is_name(token.doc[first - 1]):
        first -= 1
    return tuple(t.lower for t in token.doc[first : token.i + 1])


def _is_name(token: Token) -> bool:
    return _is_proper(token) or (token.tag == "CD" and _is_model(token))


def _is_proper(token: Token) -> bool:
    return token.pos == "PROPN" and token.lemma not in TIME_NOUNS and not _is_title(token)


def _is_part_of_name(token: Token) -> bool:
    return _is_name(token) or token.dep in ("det", "amod", "nummod", "advmod", "punct")


def _is_model(token: Token) -> bool:
    """ "The 787", "iPhone 4", but no year and no number of things."""
    if token.i == 0 or not token.text.isalnum() or YEAR.fullmatch(token.text) or not any(map(str.isdigit, token.text)):
        return False
    before = token.doc[token.i - 1]
    return _is_proper(before) or (before.lower == "the" and token.dep in (*SUBJECT, "dobj", "pobj", "poss", "conj"))


def _is_title(token: Token) -> bool:
    return token.lower in TITLES or "person" in noun_kinds(token.lower)


def _nouns(first: Token, token: Token, after: Token | None) -> Iterator[str]:
    """The nouns that say what a name is, from around it and from within it."""
    doc = token.doc
    before = doc[first.i - 1] if first.i > 0 else None
    if before is not None and (before.head is token or token.head is before) and before.pos in NOUNS:
        yield "person" if before.lower in TITLES else before.lemma
    for other in (*children(token, "appos"), *((token.head,) if token.dep == "appos" else ())):
        if other.pos == "NOUN":
            yield other.lemma
    if token.dep == "nsubj" and token.head.lemma == "be" and not children(token.head, "neg"):
        yield from (c.lemma for c in children(token.head, "attr") if c.pos == "NOUN")
    if any(c.tag == "WP" for relative in children(token, "relcl") for c in relative.children):
        yield "person"
    owns = token.dep == "poss" and token.head.lower in OWNED
    trades = token.dep == "nsubj" and token.head.lemma in TRADING and not first.i < token.i
    if token.lower in COMPANY or owns or trades or (after is not None and after.lower in OWNED):
        yield "company"
    yield from (
        part.group().lower() for word in doc[first.i : token.i + 1] if (part := PART.search(word.text))
    )  # "iPhone"
    for word in doc[first.i : token.i + 1] if first is not token else ():
        yield word.lower.removesuffix("s") if noun_kinds(word.lower.removesuffix("s")) else word.lower


def _is_person(name: Name, nouns: Iterable[str]) -> bool:
    kinds = {kind for noun in nouns for kind in noun_kinds(noun)}
    return "person" in kinds if kinds else name.is_written_as_person


def _shortened(names: Iterable[Name]) -> Iterator[tuple[str, Name]]:
    """Abbreviations in brackets behind the name whose first letters they are, with that name."""
    last: Name | None = None
    for name in names:
        text = name.token.text
        before = name.token.doc[name.first.i - 1].text if name.first.i else ""
        if (
            last is not None
            and before == "("
            and name.first is name.token
            and text.isupper()
            and last.order == name.order
        ):
            letters = "".join(word[0] for word in last.words).upper()
            if len(text) > 1 and letters.endswith(text) and name.first.i - last.token.i <= 2:
                yield text, last
        last = name
