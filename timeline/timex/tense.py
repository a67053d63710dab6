"""Whether a clause looks back or ahead, as far as the words around a time tell."""

from __future__ import annotations

import re

from timeline.temporal.operators import CalendarDate, CalendarPart, Clock, Holiday, Nth, Operator, Part, Portion

REACH = 110

_TRIED = (
    r"(?:failed|tried|refused|managed|began|begun|started|continued|had|have|has|used|able|seemed|"
    r"appeared|declined|helped|forced|came|happened)"
)
_TOLD = (
    r"had|was|were|did|didn['’]t|wasn['’]t|hadn['’]t|said|told|came|went|left|took|made|met|gave|got|"
    r"fell|rose|grew|held|hit|ran|led|won|lost"
    r"|sent|began|broke|shot|saw|found|put|became|kept|brought|wrote|spoke|flew|struck|sank|shut|cut|"
    r"sold|bought|paid|stood|spent|drove|threw"
    r"|(?<!\bbe )[a-z]{4,}+(?<=ed)(?<!eed)"
)
_SURE = (
    r"will|won['’]t|shall|(?:is|are|be|'s) to(?= [a-z])"
    r"|(?:scheduled|planned|expected|slated|set) (?:to|for)\b|due (?:to(?! (?:an?|the|its|his|her|their|this)\b)|for)\b"
    r"|(?:supposed|likely|poised|ready|planning|plans?|hopes?|hoping|intends?|going|wants?|hoped|aims?"
    r"|prepar(?:ed|ing)|proposed|bound) to\b"
)
_PROMISED = r"(?:pledged|vow(?:s|ed)|agreed|promised?) to\b"
"""Speaks of what is to come in what follows it; where the time stands in front, of what was said then."""
_AWAITED = (
    r"would(?! have\b)(?=[^,;]{0,70}\Z)|(?:was|were) to(?= (?!have\b)[a-z])"
    r"|to be (?:[a-z]+ed|held|sent|given|taken|shown|sold|broadcast|paid|made|built|sworn|read|told|heard|chosen|put)\b"
    r"|(?:is|are|was|were|been) (?:scheduled|planned|expected|slated|set|due)(?! (?:off|back|up)\b)"
    r"|(?:planned|planning|awaited|looming)(?! to\b)|scheduled(?= (?:for|on|in|at|by)\b| \Z)"
    r"|opens?(?= (?:their|its|his|her|on|in|at|against)\b)"
)
_WAS_TO = r"had been (?:scheduled|planned|expected|slated|set|due) (?:to|for)(?: \w+)?"
_UNREACHED = r"could(?:n['’]t| not)? (?:\w+ly )?be (?:reached|located|contacted)"
"""Only ever told afterwards: "could not be reached on Monday"."""
_SIGNAL = re.compile(
    rf"\b(?:(?P<was>{_WAS_TO})|(?P<past>{_UNREACHED}|{_TRIED} to\b|since|ending)"
    rf"|(?P<future>{_SURE}|{_PROMISED}|{_AWAITED}|(?:has|have) (?:scheduled|planned)\b"
    r"|can|could|may|might|should|must|as (?:soon|early|late) as|no later than|upcoming|expires?|deadline|begins?"
    rf"|starts?|starting|effective)|(?P<told>{_TOLD}|sa(?:ys?|ying)))\b"
)
_AHEAD = re.compile(rf"\b(?:(?P<future>{_SURE})|(?P<past>{_TOLD}))\b")
_UNTIL = re.compile(r"\buntil (?:at least |early |late |about |\d[\w:.]* (?:[ap]\.?m\.? )?)?$")
_UNTIL_TOLD = re.compile(r"\b(?:not|[Uu]p) until ")
_THEN = re.compile(r"(?: \w+)? (?:that|when)\b|,? however,")
_WAITED_FOR = re.compile(r"\b(?:ahead of|awaits?|awaiting|run-up to|in time for) (?:the )?$")
_OF_ITS_DAY = re.compile(r"['’]s? (?P<what>(?:[\w-]+ ){0,3}[\w-]+)")
_APPOINTED = re.compile(
    r"\b(?:elections?|vot(?:e|es|ing)|polls?|ballots?|referendum|run-?off|primary|primaries|caucus(?:es)?|finals?|semi-?finals?"
    r"|match(?:es)?|games?|race|draw|summit|meetings?|hearings?|debates?|sessions?|talks|deadline|shows?|ceremony|fight|derby"
    r"|clash|launch|opening|trial|conference|party|events?|concert|march|rally|test|trip|visit"
    r"|celebrations?|festival|festivities|funeral|services?|inauguration|parade|tournament|round|cup)\b",
    re.IGNORECASE,
)
"""What may be told of beforehand by its day: "Sunday's election"; "Sunday's attack" is over."""
_NEXT_TO_IT = re.compile(
    rf" (?:\w+ly |also |again |then )?(?:(?P<future>will|won['’]t|shall|is to\b|are to\b)|(?P<past>{_TOLD}))\b"
)
_PARTICIPLE = re.compile(r" [a-z]+ (?:at|on|by|in|with|as)\b")
_AT_PRESENT = re.compile(
    r"\b(?:(?:is|are)(?= (?:on |in |at |only )?\Z)|meets?|arrives?|leaves?|takes? (?:place|effect)|plays?|hosts?|faces?"
    r"|kicks? off|returns?|travels?|reconvenes?|resumes?|votes?|heads? to|goes)\b[^,;:]{0,40}$"
)
"""The timetable's present: "the ministers meet Monday"."""
_BREAK = re.compile(r"[.!?;“`]['\"’”]*\s|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Inc|Corp|Co|Ltd|No|vs|Jan|Feb|"
    r"Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[ap]\.m))\.$"
)


def needs_tense(operator: Operator) -> bool:
    """Its direction isn't said by itself."""
    while isinstance(operator, (Part, Clock, Portion, Nth)):
        operator = operator.of
    return isinstance(operator, (CalendarDate, CalendarPart, Holiday)) and operator.year is None


def tense_at(text: str, start: int, end: int) -> str:
    """ "future", "past" or "" for the clause around a stretch of the text."""
    before = _sentence_before(text, start)
    said = ""
    for signal in _SIGNAL.finditer(before):
        said = _SENSES[signal.lastgroup or ""]
    close = max(0, len(before) - _CLOSE)
    if _UNTIL.search(before, close):
        return _until(before, said, text, end)
    if _WAITED_FOR.search(before, close):
        return "future"
    if (its := _OF_ITS_DAY.match(text, end)) is not None and not _APPOINTED.search(its["what"]):
        return "past"
    beside = _NEXT_TO_IT.match(text, end)
    if beside is not None and not (said == "future" and _PARTICIPLE.match(text, end)):
        return beside.lastgroup or ""
    if said:
        return said
    after = text[end : end + REACH]
    broken = _BREAK.search(after)
    found_after = _AHEAD.search(after[: broken.start()] if broken else after)
    if found_after is not None:
        return found_after.lastgroup or ""
    return "future" if _AT_PRESENT.search(before) else ""


_CLOSE = 36
"""Characters in front that hold the words which stand right before a time."""

_SENSES = {"was": "past", "past": "past", "told": "past", "future": "future"}


def _until(before: str, said: str, text: str, end: int) -> str:
    """What is told until then is ahead, unless it had been so, or was not before then."""
    if said == "past" and "had" in before:
        return "past"
    return "past" if _UNTIL_TOLD.search(before) and _THEN.match(text, end) else "future"


def _sentence_before(text: str, start: int) -> str:
    before = text[max(0, start - REACH) : start]
    cut = 0
    for found in _BREAK.finditer(before):
        if before[found.start()] != "." or not _ABBREVIATION.search(before[: found.start() + 1]):
            cut = found.end()
    return before[cut:]
