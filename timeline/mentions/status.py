"""What the text holds of an event: that it happened, goes on, did not happen, is alleged, meant, usual or of a kind."""

from __future__ import annotations

from timeline.mentions.triggers import Trigger, clause_head
from timeline.model import EventClass, Status
from timeline.syntax import ancestors, children
from timeline.tree import Token

NO = frozenset({"no", "neither", "none", "nobody", "nothing", "never"})
FUTURE = frozenset({"will", "'ll", "wo", "shall", "would"})
WHENEVER = frozenset({"when", "once", "until", "till", "before", "after"})
MODAL = frozenset({"may", "might", "could", "should", "must", "can", "ca"})
INTENT = frozenset(
    "vow plan want intend threaten seek try agree expect promise pledge hope aim propose urge call ask order refuse "
    "prepare consider offer attempt need decide schedule set warn demand request likely ready poised due".split()
)
PLANNED = frozenset("plan agree decide intend expect schedule promise pledge vow threaten propose hope set due".split())
"""What these govern lies ahead of them: "agreed to buy"."""

NEGATING = frozenset("refrain avoid deny fail prevent avert refuse decline cancel stop reject".split())
DOUBT = frozenset("believe suspect allege claim accuse think suggest fear appear seem presume".split())
HEDGES = frozenset("allegedly reportedly apparently likely possibly probably perhaps maybe supposedly".split())
HABIT = frozenset("frequently often usually regularly sometimes routinely always typically occasionally".split())
COUNTING = frozenset(
    "series string wave spate number pair couple dozen score hundred handful flurry some several".split()
)
TOLD_AS = dict.fromkeys(("attempt", "bid", "plan", "plot", "threat"), Status.INTENDED) | dict.fromkeys(
    ("accusation", "allegation", "case", "charge", "suspicion"), Status.ALLEGED
)
"""What the noun behind a happening makes of it: no "hijack attempt" is a hijacking."""

LIKE = frozenset("similar such previous past earlier other further future possible potential any".split())


def tense(trigger: Trigger) -> str:
    """ "past", "past-perfect", "present-perfect", "present", "future", "infinitive"; "" for nouns."""
    while not trigger.is_noun:
        token = clause_head(trigger)
        said = _own_tense(token)
        if said:
            return said
        above = _verb_above(token)
        if above is None:
            return "past" if token.tag == "VBN" else ""
        if above.i == token.i:
            return ""
        trigger = Trigger(above, trigger.frame)
    return ""


def _verb_above(token: Token) -> Token | None:
    """The verb whose tense one without its own shares."""
    if token.dep not in ("advcl", "conj", "xcomp", "acl", "relcl", "pcomp"):
        return None
    return next((head for head in ancestors(token) if head.tag.startswith("VB")), None)


def _own_tense(token: Token) -> str:
    """The tense that the verb's form and its auxiliaries say; "" when they don't."""
    aux = _aux(token)
    if aux & FUTURE:
        return "future"
    if "had" in aux and (token.tag == "VBN" or "been" in aux):
        return "past-perfect"
    if aux & {"has", "have", "'ve"} and token.tag in ("VBN", "VBD") and "to" not in aux:
        return "present-perfect"
    if "to" in aux:
        ahead = token.dep == "xcomp" and token.head.lemma in PLANNED
        return "past" if "have" in aux else "future" if ahead else "infinitive"
    if aux & {"was", "were", "did"}:
        return "past"
    if _waits(token):
        return "future"
    if aux & {"is", "are", "am", "'s", "'re", "do", "does"} | (aux & MODAL):
        return "present"
    if token.tag == "VBD":
        return "past"
    if token.tag in ("VBP", "VBZ"):
        return "present"
    return ""


def _waits(token: Token) -> bool:
    """It lies as far ahead as what its clause dates: "will be the largest when it enters service"."""
    if token.dep != "advcl" or not (token.tag in ("VBP", "VBZ") or _aux(token) & {"is", "are"}):
        return False
    dates = any(child.lower in WHENEVER for child in children(token, "mark", "advmod"))
    return dates and bool(_aux(token.head) & FUTURE)


def status(trigger: Trigger, *, picture: bool = False) -> Status:
    """The status of one mention, from its own clause and the verbs above it.

    `picture` marks a caption, whose present tense tells what can be seen, not what tends to be.
    """
    if trigger.token.pos == "ADJ":
        trigger = Trigger(clause_head(trigger), trigger.frame)
    token = trigger.token
    if _negated(trigger):
        return Status.NEGATED
    if trigger.is_noun:
        return _of_noun(trigger, picture)
    if _is_ruled_out(token) and not _own_subject(token):
        return Status.NEGATED
    if _alleged(token):
        return Status.ALLEGED
    if _intended(token):
        return Status.INTENDED
    if any(word in HABIT for word in _adverbs(token)):
        return Status.HABITUAL
    return _asserted(trigger)


def _of_noun(trigger: Trigger, picture: bool) -> Status:
    token = trigger.token
    if token.dep in ("compound", "nmod") and token.head.lemma in TOLD_AS:
        return TOLD_AS[token.head.lemma]
    modifiers = {child.lower for child in children(token, "amod", "det", "advmod", "compound")}
    if modifiers & {"alleged", "suspected", "apparent", "reported", "possible"}:
        return Status.ALLEGED
    if modifiers & {"planned", "proposed", "upcoming", "scheduled", "future", "potential", "threatened"}:
        return Status.INTENDED
    if trigger.frame.event_class is EventClass.STATE:
        return Status.ONGOING
    bare = not children(token, "det", "poss", "nummod") and token.tag == "NNS" and not is_counted(token)
    if bare and (modifiers & LIKE or (not picture and _in_open_clause(token))):
        return Status.GENERIC
    if modifiers & {"any", "every", "such"}:
        return Status.GENERIC
    verb = next((a for a in ancestors(token) if a.tag.startswith("VB")), None)
    if verb is not None and token.dep == "dobj" and verb.lemma in INTENT | {"prevent"}:
        return Status.INTENDED
    return Status.OCCURRED


def is_counted(token: Token) -> bool:
    """It stands behind "a series of", "a wave of", "two of the"."""
    if token.dep != "pobj" or token.head.lower != "of":
        return False
    return token.head.head.lemma in COUNTING or token.head.head.pos == "NUM"


def _in_open_clause(token: Token) -> bool:
    """The clause is about what may, will or tends to be, not about what was."""
    verb = next((a for a in ancestors(token) if a.tag.startswith("VB") or a.pos == "AUX"), None)
    if verb is None:
        return False
    aux = _aux(verb)
    return bool(aux & (FUTURE | MODAL)) or verb.tag in ("VB", "VBP", "VBZ")


def _asserted(trigger: Trigger) -> Status:
    token = trigger.token
    aux = _aux(token)
    if token.tag == "VBG" and aux & {"is", "are", "was", "were", "been", "'s", "'re"}:
        return Status.ONGOING
    if "still" in _adverbs(token):
        return Status.ONGOING
    if token.dep == "pcomp" and token.tag == "VBG" and token.head.lower in ("of", "for", "without"):
        return Status.NEGATED if token.head.lower == "without" else Status.OCCURRED
    if token.tag in ("VBP", "VBZ") and trigger.frame.event_class is EventClass.STATE:
        return Status.ONGOING
    return Status.OCCURRED


def _negated(trigger: Trigger) -> bool:
    token = trigger.token
    if any(child.dep == "neg" or child.lower in ("never", "not", "n't") for child in token.children):
        return True
    if trigger.is_noun:
        noun = token.head if token.dep in ("compound", "nmod") else token
        return any(child.lower == "no" for child in children(noun, "det"))
    for child in token.children:
        if child.dep in ("nsubj", "nsubjpass", "dobj") and child.i < token.i + 6:
            if child.lower in NO:
                return True
            if any(grand.lower in NO for grand in children(child, "det", "neg", "preconj")):
                return True
    if token.dep == "xcomp" and token.head.tag.startswith("VB"):
        return any(child.dep == "neg" for child in token.head.children) and token.head.lemma not in INTENT
    return False


def _is_ruled_out(token: Token) -> bool:
    """What a verb of not doing governs: "refrained from pointing"."""
    if token.dep not in ("xcomp", "pcomp", "ccomp", "dobj"):
        return False
    verb = token.head.head if token.head.dep == "prep" else token.head
    return verb.lemma in NEGATING


def _own_subject(token: Token) -> bool:
    return bool(children(token, "nsubj", "nsubjpass")) and token.head.lemma != "deny"


def _alleged(token: Token) -> bool:
    """It is hedged, or a verb before it that it shares the subject with: "may have come and gone"."""
    while not _is_hedged(token):
        is_joined = token.dep == "conj" and token.head is not token and token.head.tag.startswith("VB")
        if not is_joined or children(token, "nsubj", "nsubjpass"):
            return False
        token = token.head
    return True


def _is_hedged(token: Token) -> bool:
    if any(word in HEDGES for word in _adverbs(token)):
        return True
    aux = _aux(token)
    perfect = "have" in aux
    if perfect and aux & (MODAL | {"would"}):
        return True
    if token.dep in ("xcomp", "ccomp", "pcomp"):
        head = token.head.head if token.head.dep == "prep" else token.head
        if head.lemma in DOUBT:
            return True
        if head.lemma in ("likely", "unlikely", "thought", "said", "possible") and perfect:
            return True
        if head.lemma == "say" and token.dep == "xcomp":
            return True
    return False


def _intended(token: Token) -> bool:
    """It lies ahead by its own words, or by those of the verbs that it is joined to or hangs on."""
    while (said := _is_intended(token)) is None:
        token = token.head
    return said


def _is_intended(token: Token) -> bool | None:
    """What the words of this verb say; None where its head tells."""
    aux = _aux(token)
    if aux & (FUTURE | MODAL) or _waits(token):
        return True
    if "to" in aux and "have" not in aux:
        if _is_of_ranked(token):
            return any(_intended(a) for a in ancestors(token) if a.pos in ("VERB", "AUX"))
        return token.dep != "xcomp" or token.head.lemma not in (
            "manage",
            "begin",
            "start",
            "continue",
            "help",
        )
    if token.dep in ("conj",) and not children(token, "nsubj", "nsubjpass") and token.tag == "VB":
        return None
    if token.dep == "advcl" and token.tag == "VBG" and not children(token, "mark", "prep") and token.head.tag == "VB":
        return None  # "plans to close the mill, cutting 40 jobs"
    if token.dep == "advcl" and any(m.lower in ("if", "unless") for m in children(token, "mark")):
        return True
    return token.tag == "VB" and token.dep in ("ROOT", "ccomp") and not aux and not children(token, "nsubj")


MANNER = frozenset("attempt chance effort means method move opportunity option place plan step thing time way".split())


def _is_of_ranked(token: Token) -> bool:
    """ "The worst storm to hit the town", "the first woman to lead it", which did; not "the best way to do it"."""
    noun = token.head
    ranked = any(c.tag == "JJS" or c.lower in ("first", "last", "only") for c in children(noun, "amod"))
    return ranked and token.dep in ("relcl", "acl") and noun.lemma not in MANNER and not children(token, "nsubj")


def _aux(token: Token) -> set[str]:
    return {child.lower for child in children(token, "aux", "auxpass")}


def _adverbs(token: Token) -> set[str]:
    return {child.lower for child in children(token, "advmod")}
