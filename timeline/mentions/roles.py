"""Who did what to whom, with what: participants of a trigger, from the parse tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.lexicon import instrument, noun_frame, verb_frame
from timeline.mentions.triggers import Trigger, clause_head
from timeline.model import EventClass, Participant, Role, Span
from timeline.syntax import ParsedBlock, ancestors, children, conjuncts, phrase, subject
from timeline.tree import Token

TARGET_PREPOSITIONS = frozenset({"on", "against", "at", "into", "upon", "toward", "towards", "near"})
BLAME = frozenset({"blame", "accuse", "suspect"})


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom pronouns of a block may stand for: the nouns that are its subjects, and the last name before it."""

    block: ParsedBlock
    subjects: tuple[Token, ...]
    earlier: tuple[ParsedBlock, Token] | None

    @classmethod
    def of(cls, block: ParsedBlock, before: Cast | None) -> Cast:
        """The cast of a block that follows another one."""
        nouns = tuple(t for t in block.tokens if t.dep in ("nsubj", "nsubjpass") and t.pos in ("NOUN", "PROPN"))
        return cls(block, nouns, before.last_name if before is not None else None)

    @property
    def last_name(self) -> tuple[ParsedBlock, Token] | None:
        """The last subject that is the name of one, and its block."""
        names = (t for t in reversed(self.subjects) if t.pos == "PROPN" and not _is_plural(t))
        return next(((self.block, t) for t in names), self.earlier)


def participants(cast: Cast, trigger: Trigger, times: frozenset[int]) -> tuple[Participant, ...]:
    """The trigger's participants in order of the text, one entry a phrase and role.

    `times` are the tokens of time expressions, which belong to nobody.
    """
    found = [*(_of_noun(trigger) if trigger.is_noun else _of_verb(trigger)), *_told_by(trigger)]
    made: dict[tuple[Span, Role], Participant] = {}
    for role, named in found:
        block, token = antecedent(named, cast)
        taken = times if block is cast.block else frozenset()
        if token.i in taken:
            continue
        made_of = _participant(block, role, token, taken)
        if made_of is not None:
            made.setdefault((made_of.span, role), made_of)
    return tuple(sorted(made.values(), key=lambda p: (p.span, p.role)))


def _participant(block: ParsedBlock, role: Role, token: Token, times: frozenset[int]) -> Participant | None:
    if token.pos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"):
        return None
    first, last = phrase(token)
    while first.i < token.i and (first.i in times or first.i + 1 in times or first.pos == "PUNCT"):
        first = first.doc[first.i + 1]
    return Participant(role, block.span(first, last), block.words(first, last), token.lemma)


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


def _told_by(trigger: Trigger) -> Iterator[tuple[Role, Token]]:
    """Who says so, when the event is what a reporting verb tells: a quote's content belongs to its speaker."""
    token = trigger.token
    for head in ancestors(token) if trigger.frame.event_class is not EventClass.REPORTING else ():
        reports = head.pos == "VERB" and verb_frame(head.lemma).event_class is EventClass.REPORTING
        if reports and token.dep in ("ccomp", "parataxis"):
            speaker = subject(head)
            if speaker is not None:
                yield Role.SPEAKER, speaker
        if reports or token.dep in ("relcl", "advcl", "acl"):
            return
        token = head


def _of_noun(trigger: Trigger) -> Iterator[tuple[Role, Token]]:
    noun = trigger.token
    reporting = trigger.frame.event_class is EventClass.REPORTING
    for child in noun.children:
        if child.dep == "compound" and child.i < noun.i:
            yield Role.SPEAKER if reporting else _instrument_or(Role.OTHER, child), child
        elif child.dep == "poss" and not _is_time(child):
            yield Role.SPEAKER if reporting else Role.AGENT, child
        elif child.dep in ("prep", "agent"):
            yield from _of_preposition(trigger, child)
        elif child.dep == "acl" and child.tag == "VBN":
            for prep in children(child, "agent", "prep"):
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
            elif word in ("of", "for", "to", "about", "over", "from") and not reporting:
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


TIME_NOUNS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night day week weekend month "
    "year today yesterday tomorrow january february march april may june july august september october november "
    "december sept. sep. oct. nov. dec. jan. feb. mar. apr. aug. hour minute decade century past".split()
)


PERSONS = {"he": "he", "him": "he", "his": "he", "she": "he", "her": "he"}
THINGS = {"it": "it", "its": "it", "they": "they", "them": "they", "their": "they"}


def antecedent(token: Token, cast: Cast) -> tuple[ParsedBlock, Token]:
    """The noun a pronoun stands for, and its block.

    It is a subject of its number: of the sentence, then of the one before, first its main clause's; for a person, then
    the last name that was a subject of an earlier block. "I" is who says it. The pronoun itself where none fits.
    """
    word = token.lower
    told = PERSONS.get(word) or THINGS.get(word)
    if told is None:
        return cast.block, (_speaker(token) or token) if word == "i" else token
    here = token.sent.start
    subjects = [t for t in cast.subjects if t.i < token.i and _is_plural(t) == (told == "they")]
    fitting = [t for t in subjects if noun_frame(t.lemma) is None]
    if fitting and fitting[-1].i >= here:
        return cast.block, fitting[-1]
    last = [t for t in fitting if here > 0 and t.i in token.doc[here - 1].sent]
    found = min(last, key=_depth, default=fitting[-1] if fitting else None)
    if found is None and told == "he" and cast.earlier is not None:
        return cast.earlier
    return cast.block, found if found is not None else token


def _speaker(token: Token) -> Token | None:
    """The subject of the reporting verb above a clause."""
    for head in ancestors(token):
        if head.pos == "VERB" and verb_frame(head.lemma).event_class is EventClass.REPORTING:
            speaker = subject(head)
            return speaker if speaker is not None and speaker.i != token.i else None
    return None


def _is_plural(token: Token) -> bool:
    return token.tag in ("NNS", "NNPS") or token.lower in ("police", "people", "staff")


def _depth(token: Token) -> int:
    return sum(1 for _ in ancestors(token))
