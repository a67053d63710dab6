"""Whether the verb that a time hangs on leaves no doubt of its year: "signed in March", "will open in March"."""

from __future__ import annotations

import re

from timeline.temporal.operators import CalendarDate, CalendarPart, Clock, Holiday, Nth, Operator, Part, Portion
from timeline.timex.signals import AWAITED, DONE, DUE, MEETS, ON, PLANNED, PROMISED, SURE, UNPLANNED, WORD
from timeline.timex.tense import hangs_on_deed, is_not_yet, sentence_before

_SPOKEN = (
    r"alleged|announced|asked|awaited|backed|boycotted|called|claimed|feared|convened|declared|demanded|invited|moved|offered|ordered|promised|proposed|rejected|requested"
    r"|sought|urged|warned"
)
"""What is called, offered, ordered may be for a day to come: "called an election in May", but "called in May"."""
_DEED = rf"(?!(?:{PLANNED}|{_SPOKEN})\b)(?:{DONE})"
_WORD = r"[\w$%.’'-]+"
_OBJECT = (
    r"(?: (?!(?:to|for|about|of|at|in|on|before|by|until|through|that|who|which|when|and|an?|is|are|will|payable|due"
    rf"|next|coming|upcoming)\b|as \Z|from \w+ing\b){_WORD}){{1,5}}"
)
_SOMEWHERE = r"(?: (?:in|at|to|from|near) (?:the )?[A-Z][\w.’-]+(?: [A-Z][\w.’-]+)*(?:, [A-Z]\w+(?: [A-Z]\w+)*)?,?)?"
_ANY_WORDS = rf"(?: (?!(?:to|for|until|through|before|next|upcoming|who|which)\b|as \Z|\w+ing\b){_WORD}){{0,9}}"
_WHAT_HAPPENED = re.compile(
    rf"{WORD}(?:(?<!\bbe ){_DEED}(?:{_OBJECT})?{_SOMEWHERE}|(?:was|were) (?:\w+ly )?{_DEED}{_ANY_WORDS}"
    r"|(?:compared (?:with|to)|against|versus|from|than|low of|high of|peak of)"
    r" (?:an? )?[$£€]?\d(?:(?!\b(?:payable|due|effective)\b)[^,;()]){0,40})"
    rf"{ON}"
)
"""A deed with what it was done to, and a figure to compare with: "took office in March", "from 3 percent in March"."""
_THEN_CAME = re.compile(
    rf" (?:(?:was|were|has|have) (?:\w+ly )?(?:been )?)?{_DEED}\b"
    rf"|(?: [\w-]+){{1,2}} (?:was|were) (?!to\b|(?:{PLANNED}|called|cancel\w+|moved)\b)[a-z]"
)
"""A deed right behind a time: "the flood in January killed six"."""
_COMING = re.compile(rf"{WORD}(?:{SURE}|would)\b")
_LOOKING_BACK = (
    r"(?:be )?(?:commemorat|debat|discuss|examin|explain|honou?r|investigat|look|mark|mourn|prob|recall|remember|review"
    r"|study|studi)\w*"
)
_ITS_PLAN = re.compile(
    rf"{WORD}(?<!\bwas )(?<!\bwere )(?:{SURE}|{PROMISED}|{MEETS}|(?!was|were)(?:{AWAITED}))(?! {_LOOKING_BACK}\b)"
    r"(?: (?!(?:about|of|at|after|over|that|who|which|when|into|with)\b)[\w$%.’-]+){0,6}? ?"
    r"(?:\b(?:in|on|by|before|until|from|for|at)(?: early| late| mid)?(?: the)?)?[ -]\Z"
)
"""The plan that a time hangs on: "will open a plant in March", "is due in March"; not "will discuss the March vote"."""
_OPENS = re.compile(
    r"(?:\A|[.!?]['\"’”]*\s+|\n\s*)"
    r"(?:(?:In|On|At|By|Before|Until|From|During|Between|Over)(?: early| late| mid)?[ -](?:the )?)?\Z"
)
_SINCE_OR_UNTIL = re.compile(
    r"\b(?:[Ss]ince (?:the )?(?:[^.,;\n]{4,60} (?:in|on) (?:the )?)?|until (?:early |late |mid-)?(?:the )?"
    r"|(?:year|half|quarter|months|weeks|days) to (?:the end of )?"
    r"|(?:[Aa]fter|[Ff]ollowing) (?:[^.,;\n]|\.\d){3,60} in (?:the |early |late |mid-)?)\Z"
)
_WILL_UNTIL = re.compile(r"\b(?:will|would) [^.;,]{1,60}\b(?:until|till) (?:at least )?(?:the |early |late |mid-)?\Z")
_WILL = re.compile(r"[^.;!?\n]{0,80}? (?:will|won['’]t|shall)\b")


def needs_year(operator: Operator) -> bool:
    """It is a month, a day of a month, a season, a quarter or a holiday of a year that isn't said."""
    while isinstance(operator, (Part, Clock, Portion, Nth)):
        operator = operator.of
    if isinstance(operator, CalendarDate):
        return operator.year is None and operator.month is not None
    return isinstance(operator, (CalendarPart, Holiday)) and operator.year is None


def is_sure(tense: str, text: str, start: int, end: int) -> bool:
    """The verb that the time hangs on leaves no doubt of its tense, however near the other side lies."""
    before = sentence_before(text, start)
    opens = _OPENS.search(text, max(0, start - 24), start) is not None
    if tense == "past":
        if opens or _SINCE_OR_UNTIL.search(before) or _THEN_CAME.match(text, end) or UNPLANNED.match(text, end):
            return True
        return _is_told(before)
    if tense != "future":
        return False
    if _ITS_PLAN.search(before) or DUE.search(before) or _WILL_UNTIL.search(before):
        return True
    return bool(opens and _WILL.match(text, end))


def _is_told(before: str) -> bool:
    """Something that happened, and is not only thought of or planned, ends with the time."""
    if _COMING.search(before):
        return False
    told = _WHAT_HAPPENED.search(before)
    return hangs_on_deed(before) or (told is not None and not is_not_yet(before, told.start()))
