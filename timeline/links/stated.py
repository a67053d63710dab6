"""Relations that an article states between two of its events: "X after Y", "blamed on", "in response to"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.links.distance import told_before
from timeline.model import BlockKind, EventClass, Mention, Relation, RelationKind, Span, Status, Timex, TimexType
from timeline.syntax import NESTED, Parse, ParsedBlock, ancestors, children, conjuncts
from timeline.tree import Token

AFTER, BEFORE, OVERLAPS = RelationKind.AFTER, RelationKind.BEFORE, RelationKind.OVERLAPS
INCLUDES, IS_INCLUDED, SIMULTANEOUS = RelationKind.INCLUDES, RelationKind.IS_INCLUDED, RelationKind.SIMULTANEOUS
CAUSES, REACTS_TO = RelationKind.CAUSES, RelationKind.REACTS_TO
ATTRIBUTES, DENIES = RelationKind.ATTRIBUTES, RelationKind.DENIES

SIGNALS = {
    "after": AFTER,
    "following": AFTER,
    "since": AFTER,
    "once": AFTER,
    "amid": OVERLAPS,
    "amidst": OVERLAPS,
    "before": BEFORE,
    "until": BEFORE,
    "during": IS_INCLUDED,
    "throughout": OVERLAPS,
    "while": OVERLAPS,
    "when": OVERLAPS,
    "because": REACTS_TO,
    "considering": REACTS_TO,
    "over": REACTS_TO,
}
"""Prepositions and conjunctions: the clause they hang on stands so to what they introduce."""

PHRASES = {
    ("as", "soon", "as"): AFTER,
    ("same", "time", "as"): SIMULTANEOUS,
    ("simultaneously", "with"): SIMULTANEOUS,
}
"""Prepositions and conjunctions of several words, by their last one."""

HOLDING = frozenset({"see", "feature"})
"""What an event holds: "the march saw clashes"."""

MARRING = frozenset({"mar", "mark", "overshadow"})
"""What happens within an event: "clashes marred the march"."""

CAUSING = frozenset({"trigger", "cause", "spark", "prompt", "ignite", "provoke", "lead", "result"})
REACTING = frozenset({"retaliate", "respond", "react", "avenge", "condemn", "denounce"})
LOOKING_BACK = frozenset({"investigate", "probe", "mourn", "survive", "recall", "commemorate"})
FOLLOWING = {"follow": AFTER, "precede": BEFORE}
REACTION_NOUNS = frozenset({"response", "retaliation", "reaction", "revenge", "reprisal", "connection"})
BLAMING = frozenset({"blame", "accuse", "suspect", "attribute", "believe", "think"})
CLAIMING = frozenset({"claim", "assume", "accept", "take", "deny"})


class Finder:
    """Looks events up by their words in one parsed block."""

    def __init__(self, block: ParsedBlock, mentions: Mapping[int, Mention], lengths: Mapping[int, Timex]) -> None:
        self.block = block
        self.mentions = mentions
        self.lengths = lengths  # durations by where they end

    def at(self, token: Token) -> Mention | None:
        """The mention whose trigger this token is."""
        return self.mentions.get(self.block.offset + token.start)

    def above(self, token: Token) -> Mention | None:
        """The event that the token hangs on; a light verb's noun in its place ("the attack, which comes amid")."""
        for head in ancestors(token):
            found = self.at(head)
            if found is not None:
                return found
            if head.dep == "relcl" and self.at(head.head) is not None:
                return self.at(head.head)
            for child in children(head, "nsubj", "nsubjpass"):
                if head.pos == "VERB" and self.at(child) is not None:
                    return self.at(child)
        return None

    def told_by(self, token: Token, deep: int = NESTED) -> Mention | None:
        """The event that a phrase tells: its head, or what the head is a series of, or its relative clause."""
        for candidate in conjuncts(token):
            found = self.at(candidate)
            if found is not None:
                return found
            for prep in children(candidate, "prep"):
                for inner in children(prep, "pobj", "pcomp"):
                    deeper = self.told_by(inner, deep - 1) if deep else None
                    if deeper is not None:
                        return deeper
            for clause in children(candidate, "relcl", "acl"):
                if self.at(clause) is not None:
                    return self.at(clause)
        return None

    def relate(
        self, source: Mention | None, kind: RelationKind, target: Mention | None, signal: Token, words: str = ""
    ) -> Iterator[Relation]:
        """The relation, when both ends are told and differ."""
        if source is None or target is None or source.id == target.id:
            return
        quote = Span(
            min(source.quote.start, target.quote.start, source.span.start), max(source.span.end, target.quote.end)
        )
        words = words or signal.lower
        length, lag = told_before(self.block, signal, self.lengths) if kind in (AFTER, BEFORE) else ("", None)
        yield Relation(source.id, target.id, kind, quote, f"{length} {words}".lstrip(), lag=lag)


def stated(parse: Parse, mentions: Sequence[Mention], timexes: Sequence[Timex]) -> tuple[Relation, ...]:
    """Every stated relation of an article, in order of its signals."""
    by_start = {m.span.start: m for m in mentions}
    lengths = {t.span.end: t for t in timexes if t.type is TimexType.DURATION}
    found: dict[tuple[str, str, RelationKind], Relation] = {}
    for block in parse.blocks:
        finder = Finder(block, by_start, lengths)
        for token in block.tokens:
            for relation in _at(finder, token):
                found.setdefault((relation.source, relation.target, relation.kind), relation)
    return tuple(found.values())


def _at(finder: Finder, token: Token) -> Iterator[Relation]:
    word = token.lower
    if token.dep in ("prep", "mark", "advmod") or token.tag in ("IN", "VBG", "WRB"):
        if word in SIGNALS:
            yield from _signal(finder, token, SIGNALS[word])
        for phrase, kind in PHRASES.items():
            if word == phrase[-1] and _ends_with(token, phrase):
                yield from _signal(finder, token, kind, " ".join(phrase))
        if word == "according":
            yield from _according(finder, token)
        if word in ("in", "as"):
            yield from _reaction_noun(finder, token)
    if token.pos == "VERB":
        lemma = token.lemma
        if lemma in FOLLOWING:
            source = next((t for t in map(finder.told_by, _subjects(token)) if t is not None), None)
            for child in children(token, "dobj"):
                yield from finder.relate(source, FOLLOWING[lemma], finder.told_by(child), token)
        if lemma in HOLDING | MARRING:
            yield from _within(finder, token)
        if lemma in CAUSING:
            yield from _causes(finder, token)
        if lemma in REACTING:
            yield from _reacts(finder, token)
        if lemma in LOOKING_BACK:
            for child in children(token, "dobj"):
                yield from finder.relate(finder.at(token), AFTER, finder.told_by(child), token)
        if lemma in BLAMING:
            yield from _blames(finder, token)
        if lemma in CLAIMING:
            yield from _claims(finder, token)
        yield from _says(finder, token)


def _ends_with(token: Token, phrase: Sequence[str]) -> bool:
    first = token.i - len(phrase) + 1
    return first >= 0 and tuple(t.lower for t in token.doc[first : token.i + 1]) == phrase


def _signal(finder: Finder, token: Token, kind: RelationKind, words: str = "") -> Iterator[Relation]:
    if token.dep == "mark" or (token.dep == "advmod" and token.tag == "WRB"):
        target = finder.at(token.head)
        source = finder.above(token.head)
    else:
        inside = children(token, "pobj", "pcomp", "ccomp")
        target = next((t for t in map(finder.told_by, inside) if t is not None), None)
        source = finder.above(token)
    if kind is REACTS_TO and token.lower == "over" and (target is None or target.event_class is EventClass.STATE):
        return
    if kind is REACTS_TO and target is not None and source is not None and token.lower != "over":
        yield from finder.relate(target, CAUSES, source, token)
        yield from _motive(finder, source, target, token)
        return
    if token.lower == "until" and source is not None and source.status is Status.NEGATED:
        return  # "did not resign until": then he did
    yield from finder.relate(source, kind, target, token, words)


def _motive(finder: Finder, acted: Mention, reason: Mention, signal: Token) -> Iterator[Relation]:
    """ "Fired … considering they had vowed to retaliate to the airstrikes": the firing reacts to the airstrikes."""
    verb = next((t for t in finder.block.tokens if finder.block.offset + t.start == reason.span.start), None)
    for inner in children(verb, "xcomp", "ccomp") if verb is not None else ():
        for relation in _reacts(finder, inner) if inner.lemma in REACTING else ():
            if relation.target != acted.id:
                quote = Span(min(acted.quote.start, relation.quote.start), max(acted.quote.end, relation.quote.end))
                yield Relation(acted.id, relation.target, REACTS_TO, quote, f"{signal.lower} … {inner.lower}")


def _according(finder: Finder, token: Token) -> Iterator[Relation]:
    for prep in children(token, "prep"):
        for source in children(prep, "pobj"):
            yield from finder.relate(finder.at(source), ATTRIBUTES, finder.above(token), token)


def _reaction_noun(finder: Finder, token: Token) -> Iterator[Relation]:
    """ "In response to X", "in retaliation for X"."""
    for noun in children(token, "pobj"):
        if noun.lemma in REACTION_NOUNS:
            for prep in children(noun, "prep"):
                for inner in children(prep, "pobj", "pcomp"):
                    yield from finder.relate(finder.above(token), REACTS_TO, finder.told_by(inner), noun)


def _subjects(verb: Token) -> list[Token]:
    relative = verb.dep == "relcl" and any(c.tag in ("WDT", "WP") for c in children(verb, "nsubj"))
    return [verb.head] if relative else children(verb, "nsubj")


def _within(finder: Finder, verb: Token) -> Iterator[Relation]:
    """ "The march saw clashes", "clashes marred the march", "the march was marred by clashes"."""
    subjects = [s for s in map(finder.told_by, _subjects(verb)) if s is not None]
    holds = verb.lemma in HOLDING
    for child in children(verb, "dobj"):
        for source in subjects[:1]:
            yield from finder.relate(source, INCLUDES if holds else IS_INCLUDED, finder.told_by(child), verb)
    for whole in children(verb, "nsubjpass") if not holds else ():
        for agent in children(verb, "agent"):
            for part in children(agent, "pobj"):
                yield from finder.relate(finder.told_by(whole), INCLUDES, finder.told_by(part), verb)


def _causes(finder: Finder, verb: Token) -> Iterator[Relation]:
    subjects = [finder.told_by(t) for t in children(verb, "nsubj")]
    source = next((s for s in subjects if s is not None), None)
    if source is None and verb.dep in ("advcl", "acl", "relcl"):
        source = finder.above(verb)
    inside = children(verb, "dobj") + [o for p in children(verb, "prep") for o in children(p, "pobj", "pcomp")]
    for target in inside:
        yield from finder.relate(source, CAUSES, finder.told_by(target), verb)


def _reacts(finder: Finder, verb: Token) -> Iterator[Relation]:
    inside = children(verb, "dobj") + [
        o for p in children(verb, "prep") if p.lower in ("to", "for", "against") for o in children(p, "pobj", "pcomp")
    ]
    for target in inside:
        yield from finder.relate(finder.at(verb), REACTS_TO, finder.told_by(target), verb)


def _blames(finder: Finder, verb: Token) -> Iterator[Relation]:
    inside = children(verb, "dobj", "nsubjpass") + [
        o for p in children(verb, "prep") if p.lower in ("for", "of") for o in children(p, "pobj", "pcomp")
    ]
    for child in inside:
        if child.tag in ("WDT", "WP") and verb.dep == "relcl":
            target = finder.at(verb.head) or finder.above(verb.head)
        else:
            target = finder.told_by(child)
        yield from finder.relate(finder.at(verb), ATTRIBUTES, target, verb)
    if verb.dep in ("ROOT", "conj", "ccomp"):
        yield from _behind(finder, verb)


def _behind(finder: Finder, verb: Token) -> Iterator[Relation]:
    """ "Is believed to be behind the attack"."""
    for inner in children(verb, "xcomp"):
        for prep in inner.children:
            if prep.lower == "behind":
                for target in children(prep, "pobj"):
                    yield from finder.relate(finder.at(verb), ATTRIBUTES, finder.told_by(target), prep)


def _claims(finder: Finder, verb: Token) -> Iterator[Relation]:
    source = finder.at(verb)
    kind = DENIES if (source and source.status is Status.NEGATED) or verb.lemma == "deny" else ATTRIBUTES
    for child in children(verb, "dobj"):
        yield from finder.relate(source, kind, finder.told_by(child), verb)


def _says(finder: Finder, verb: Token) -> Iterator[Relation]:
    """Who says so: the report stands to what it tells as its source."""
    source = finder.at(verb)
    if source is None or source.event_class is not EventClass.REPORTING:
        return
    for told in children(verb, "ccomp", "parataxis"):
        for inner in [told, *children(told, "xcomp", "acomp", "conj")]:
            for token in [inner, *children(inner, "xcomp")]:
                target = finder.at(token)
                if target is not None and target.block is not BlockKind.HEADLINE:
                    yield from finder.relate(source, ATTRIBUTES, target, verb)
