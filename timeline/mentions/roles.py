"""Who did what to whom, with what: participants of a trigger, from the parse tree."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.lexicon import TIME_NOUNS, instrument, verb_frame
from timeline.mentions.references import Cast
from timeline.mentions.triggers import Trigger, clause_head
from timeline.model import EventClass, Participant, Role, Span
from timeline.syntax import ancestors, children, conjuncts, phrase, subject
from timeline.tree import Token

TARGET_PREPOSITIONS = frozenset({"on", "against", "at", "into", "upon", "toward", "towards", "near"})
TAKING_PART = frozenset({"of", "for", "to", "about", "over", "from", "with", "between", "among"})
SUPPORTING = frozenset(
    "announce begin cancel complete delay do extend file give have hold issue launch make mount offer pledge place "
    "plan postpone promise propose reach resume sign start submit suspend take win".split()
)
"""Verbs whose subject does what their object tells: "made a visit", "signed a deal"."""

BLAME = frozenset({"blame", "accuse", "suspect"})


def participants(cast: Cast, order: int, trigger: Trigger, times: frozenset[int]) -> tuple[Participant, ...]:
    """The participants of a trigger in the block `order` of its cast, as the text has them, each once in a role.

    `times` are the block's tokens of time expressions, which belong to nobody.
    """
    made: dict[tuple[Span, Role], Participant] = {}
    for role, named in _of_noun(trigger) if trigger.is_noun else _of_verb(trigger):
        found = _participant(cast, order, role, named, times)
        if found is not None:
            made.setdefault((found.span, role), found)
    return tuple(sorted(made.values(), key=lambda p: (p.span, p.role)))


def speaker(cast: Cast, order: int, trigger: Trigger, times: frozenset[int]) -> Participant | None:
    """Whose word a trigger in the block `order` is, where a reporting verb tells it."""
    named = _told_by(trigger)
    return _participant(cast, order, Role.SPEAKER, named, times) if named is not None else None


NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")


def _participant(cast: Cast, order: int, role: Role, named: Token, times: frozenset[int]) -> Participant | None:
    here, referent = cast.blocks[order], cast.referent(named, order)
    block, head, first, last = referent.block, referent.head, referent.first, referent.last
    taken = times if block is here else frozenset()
    if head.i in taken or head.pos not in NOMINAL:
        return None
    while first.i < head.i and (first.i in taken or first.i + 1 in taken or first.pos == "PUNCT"):
        first = first.doc[first.i + 1]
    via = None if head is named else here.span(*phrase(named))
    return Participant(role, block.span(first, last), block.words(first, last), head.lemma, via)


def _of_verb(trigger: Trigger) -> Iterator[tuple[Role, Token]]:
    verb = clause_head(trigger)
    reporting = trigger.frame.event_class is EventClass.REPORTING
    doer = subject(verb)
    if doer is not None:
        passive = doer.dep == "nsubjpass" or _is_passive(verb)
        for token in conjuncts(doer):
            role = _passive_role(trigger, token) if passive else Role.SPEAKER if reporting else Role.AGENT
            yield _instrument_or(role, token) if role is not Role.SPEAKER else role, token
    for child in verb.children:
        if child.dep in ("dobj", "dative", "attr", "oprd"):
            role = Role.TOPIC if reporting else Role.TARGET
            role = Role.BLAMED if verb.lemma in BLAME and not _blamed_on(verb) else role
            for prep in children(child, "prep") if verb.lemma == "blame" else ():
                if prep.lower == "on":
                    yield from _of_preposition(trigger, prep)
            for token in conjuncts(child):
                yield _instrument_or(role, token), token
        elif child.dep == "agent" or (child.dep == "prep" and child.lower != "by"):
            yield from _of_preposition(trigger, child)


def _told_by(trigger: Trigger) -> Token | None:
    """The subject of the reporting verb that tells the event."""
    token = trigger.token
    for head in ancestors(token) if trigger.frame.event_class is not EventClass.REPORTING else ():
        reports = head.pos == "VERB" and verb_frame(head.lemma).event_class is EventClass.REPORTING
        if reports and token.dep in ("ccomp", "parataxis"):
            return subject(head)
        if reports or token.dep in ("relcl", "advcl", "acl"):
            return None
        token = head
    return None


def _of_noun(trigger: Trigger) -> Iterator[tuple[Role, Token]]:
    noun = trigger.token
    reporting = trigger.frame.event_class is EventClass.REPORTING
    yield from _of_support(trigger)
    for child in noun.children:
        if child.dep in ("compound", "nmod") and child.i < noun.i:
            for token in conjuncts(child):
                yield Role.SPEAKER if reporting else _instrument_or(Role.OTHER, token), token
        elif child.dep == "poss" and not _is_time(child):
            yield Role.SPEAKER if reporting else Role.AGENT, child
        elif child.dep in ("prep", "agent"):
            yield from _of_preposition(trigger, child)
        elif child.dep == "acl" and child.tag == "VBN":
            for prep in children(child, "agent", "prep"):
                yield from _of_preposition(trigger, prep)


def _of_support(trigger: Trigger) -> Iterator[tuple[Role, Token]]:
    """Who does what a noun tells, and with whom, where a verb says only that it is done: "Rome made a deal with us"."""
    noun, verb = trigger.token, trigger.token.head
    reporting = trigger.frame.event_class is EventClass.REPORTING
    if noun.dep == "attr" and verb.lemma == "be" and not reporting and (doer := subject(verb)) is not None:
        yield Role.AGENT, doer  # "the shop is a breach of the deal"
    told_before = any(c.lower in ("this", "that", "these", "those") for c in children(noun, "det"))
    if noun.dep != "dobj" or verb.lemma not in SUPPORTING or told_before:
        return
    owned = any(c.dep in ("poss", "agent") or c.lower == "by" for c in noun.children)
    doer = subject(verb) if not owned else None
    for token in conjuncts(doer) if doer is not None else ():
        yield Role.SPEAKER if reporting else Role.AGENT, token
    for prep in children(verb, "prep"):
        if prep.i > noun.i and prep.lower in ("with", "against", "between"):
            yield from _of_preposition(trigger, prep)


def _of_preposition(trigger: Trigger, prep: Token) -> Iterator[tuple[Role, Token]]:
    reporting = trigger.frame.event_class is EventClass.REPORTING
    word = prep.lower
    for head in children(prep, "pobj"):
        for token in conjuncts(head):
            if _is_time(token):
                continue
            if reporting and word == "to" and trigger.token.lower == "according":
                yield Role.SPEAKER, token
            elif prep.dep == "agent" or word == "by":
                yield Role.SPEAKER if reporting else Role.AGENT, token
                # Parsers hang "on …" on the doer: "a strike by the group on the plant", "blamed by forces on militias".
                for misplaced in children(token, "prep"):
                    if misplaced.lower in ("on", "against"):
                        yield from _of_preposition(trigger, misplaced)
            elif word == "on" and trigger.token.lemma in BLAME:
                yield Role.BLAMED, token
            elif word == "with" and instrument(token.lemma):
                yield Role.INSTRUMENT, token
            elif word in TARGET_PREPOSITIONS and not reporting:
                yield Role.TARGET, token
            elif word in TAKING_PART and not reporting:
                yield Role.TARGET if word == "of" and trigger.is_noun else Role.OTHER, token
            elif reporting and word in ("for", "of", "about", "over"):
                yield Role.TOPIC, token


def _passive_role(trigger: Trigger, token: Token) -> Role:
    if trigger.token.lemma in BLAME:
        return Role.TOPIC if _blamed_on(trigger.token) else Role.BLAMED
    return Role.TOPIC if trigger.frame.event_class is EventClass.REPORTING else Role.TARGET


def _blamed_on(verb: Token) -> bool:
    """ "Blame X on Y" rather than "blame Y for X"; parsers may hang "on Y" on the doer or on X."""
    doers = [doer for agent in children(verb, "agent") for doer in children(agent, "pobj")]
    near = [verb, *doers, *children(verb, "dobj")]
    return any(p.lower == "on" for node in near for p in children(node, "prep"))


def _is_passive(verb: Token) -> bool:
    return bool(children(verb, "auxpass")) or (verb.dep == "acl" and verb.tag == "VBN")


def _instrument_or(role: Role, token: Token) -> Role:
    return Role.INSTRUMENT if instrument(token.lemma) else role


def _is_time(token: Token) -> bool:
    return token.lemma in TIME_NOUNS
