"""Whether a clause looks back or ahead, as far as the words around a time tell."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.temporal.operators import CalendarDate, CalendarPart, Clock, Holiday, Nth, Operator, Part, Portion
from timeline.timex.signals import AHEAD, DONE, DUE, MEETS, ON, PLANNED, SIGNAL, TOLD, UNPLANNED, WORD

REACH = 180

_UNTIL = re.compile(r"\b(?:until|till) (?:at least |early |late |about |\d[\w:.]* (?:[ap]\.?m\.? )?)?$")
_HAD = re.compile(r"\bhad\b(?!.*\bwould\b)")
_UNTIL_TOLD = re.compile(r"\b(?:not|[Uu]p) until ")
_NOT_BEFORE = re.compile(
    r"\b(?:(?:did|was|were|had|could)(?: not|n['’]t|[^,;]{1,40} but not)(?: [\w’'-]+){0,4}"
    r"|was [^,;]{1,80} from [\w ,.]{3,24}) until "
)
"""It had been so, or not so, until then: "did not open until May", "was its chairman from 1974 until January"."""
_LASTED = re.compile(
    r"(?<!\bwas )(?<!\bbe )(?<!\bwere )(?<!\bbeen )\b(?:continued|existed|fell|flourished|fought|grew|kept|lasted|lived"
    r"|played|rained|raged|ran|reigned|remained|rose|ruled|served|stayed|stood|studied|survived|taught|waited|went on"
    r"|worked)(?: [\w’',.-]+){0,8} (?:until|till) (?:early |late |mid-)?\Z"
)
"""It went on until then, so that is over: "served as its chairman until March"."""
_THEN = re.compile(r"(?: \w+)? (?:that|when)\b|,? however,")
_WHEN_IT_ENDED = re.compile(
    r",? when (?:[\w’'-]+ ){1,6}?"
    r"(?:was|were|had|came|died|fell|left|lost|quit|resigned|retired|said|stepped|told|took|won)"
    r"(?! (?:to|due|expected|scheduled|set|slated|supposed)\b)\b"
)
"""After a time that something went on until: "was its chairman until May, when he was dismissed"."""
_WAITED_FOR = re.compile(
    r"\b(?:(?:[Aa]head|anticipation|advance|eve) of(?: [\w’'-]+){0,5}?|focus(?:ed|es|ing)? on|await(?:s|ed|ing)?"
    r"|run-up to|head(?:s|ing)? into|in time for"
    r"|eyes are on|forward to"
    r"|(?:prepar(?:es?|ing)|brac(?:es?|ing)|gear(?:s|ing)? up|wait(?:s|ing)?) for"
    r"|[Tt]ickets (?:for|to)) (?:the )?$"
)
_POSTED = re.compile(r"\(@\w+\)(?:,| on)? \Z")
"""A post is signed with its day: "(@name) December 2"."""
_FROM_THEN = re.compile(r"\A\W*(?:Beginning|Come|Effective|Starting)(?: (?:in|on))?(?: the)? \Z")
"""Opens a sentence of what holds from then on: "Starting Monday, fares go up"."""
_AND_NEXT = re.compile(r"(?: \([^()]{0,40}\))?,? and (?:on )?next [MTWFS]")
"""Behind a day: "meet on Friday and next Tuesday"."""
_IS_FORECAST = re.compile(r" (?:should|may|might|could|promises to|looks|is (?:expected|forecast|likely))\b")
"""After a day that opens its sentence: "Thursday should be fine"."""
_HOLIDAY_THEN = re.compile(r" an? (?:[\w-]+ )?(?:half-holiday|holiday|day (?:off|of mourning))\b")
"""After a day: "has declared Tuesday a public holiday"."""
_ON_OPENS = re.compile(r"[“\"‘']?(?:On )?")
_WOULD_BE = re.compile(
    r",? (?:he|she|it|they|the \w+|[A-Z]\w+) would (?:also )?"
    r"(?:be \w+ed|hold|meet|visit|travel|attend|address|fly|leave|return)\b"
)
"""Reported of what is to come: "On Thursday, he would be briefed", "On Friday she would fly home"."""
_IS = re.compile(
    r"\b(?:is|are) (?:back |closed |free |here |off |open |out |shut |up )?(?:on |in |at |only )?\Z"
    r"|\b(?:is|are|remains?|stays?) (?:closed|open|shut|suspended|in (?:effect|force)) through (?:at least )?\Z"
)
_PUT_OFF = re.compile(
    r"\b(?:put off|pushed back|brought forward|moved|postponed|delayed|rescheduled|deferred|adjourned|shifted|extended)"
    r"\b(?:[^.;]|\.(?= \d)){0,50} to (?:the )?$"
    r"|\b(?:extend(?:s|ed|ing)?|extension|valid|available|guaranteed)\b[^.;]{0,70} (?:to|through|until) (?:the )?$"
)
_BY = re.compile(r"\b(?:by|from) (?:the )?(?:end[- ]of |early |late |mid-|end-)?\Z")
_TO_BE_DONE = re.compile(
    r"\b(?:will|shall|must|should|(?:has|have|had|is|are|was|were|be|need|needs) to)"
    r"(?: (?!(?:had|has|was|were|said|told|did|which|who|that|but)\b)[\w$%.’'-]+,?){1,20} \Z"
)
"""What is to be done, in front of the day by which: "all sales must be registered and exports completed by May"."""
_PUT_OFF_FROM = re.compile(r"\b(?:put off|pushed back|postponed|rescheduled) from (?:the )?\Z")
"""Before a day that it is no longer on, which may lie on either side."""
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_OF_ITS_DAY = re.compile(r"['’]s? (?P<what>(?:[\w-]+ ){0,3}[\w-]+)")
_APPOINTED = re.compile(
    r"\b(?:elections?|vot(?:e|es|ing)|polls?|ballots?|referendum|run-?off|primary|primaries|caucus(?:es)?|finals?|semi-?finals?"
    r"|match(?:es)?|games?|race|draw|summit|meetings?|hearings?|debates?|sessions?|talks|deadline|shows?|ceremony|fight|derby"
    r"|clash|launch|opening|trial|conference|party|events?|concert|march|rally|test|trip|visit"
    r"|celebrations?|gathering|demonstrations?|strike|tender|auction|budget|broadcast|edition|festival|festivities|funeral|services?|inauguration|parade|tournament|round|cup)\b",
    re.IGNORECASE,
)
"""What may be told of beforehand by its day: "Sunday's election"; "Sunday's attack" is over."""
_STILL_TO_COME = re.compile(
    r"(?: (?:against|at|between|in|on|with) [\w’' -]{1,40}?)? "
    r"(?:advances?|begins|comes|expects?|faces|features|kicks off|pits|plays|promises|starts|can|could|may|must"
    r"|(?:is|are) (?:expected|free|likely|scheduled|set|sold out))\b"
)
"""After such a day's event: "the winner of Sunday's final faces Riga"."""
_REPORT_TO_COME = re.compile(
    r"['’]s? (?:[\w-]+ ){0,3}(?:report|figures?|data|numbers|ruling|decision|announcement|auction|survey)"
    r" (?:is|are) (?:expected|forecast|due|likely|projected|seen)\b"
)
"""Of what is told of beforehand: "Friday's jobs report is forecast to show"."""
_NEXT_TO_IT = re.compile(
    r" (?:\w+ly |also |again |then )?"
    r"(?:(?P<future>will|won['’]t|shall|(?:is|are) to\b|(?:was|were) to be\b|starts\b|begins\b|kicks off\b)"
    rf"|(?P<past>{TOLD}))\b"
)
_PARTICIPLE = re.compile(r" [a-z]+ (?:at|on|by|in|with|as)\b")
_IN_RELATIVE = re.compile(
    r"\b(?:(?:that|which|who) (?:will|would|shall|must|may|could|is to|are to)(?: be [a-z]+)?|to be [a-z]+)\Z"
)
"""The main verb comes after the time: "the banks that will meet on Monday declined"."""
_AT_PRESENT = re.compile(rf"{WORD}{MEETS}[^,;:]{{0,40}}$")
_NO_SUBJECT = re.compile(
    r"(?:\b(?:the|an?|this|that|these|those|its|his|her|their|our|my|some|all|other|such|no|any|of|new|news|media|press"
    r"|several|many|two|three|four|first|last|recent|by|in|did|didn['’]t|could|would)|['’]s?|\d) \Z",
    re.IGNORECASE,
)
"""Before what looks like a verb: "the votes Friday", "in news reports Friday"."""
_RUNNING_FROM = re.compile(r",[^,]*\b[a-z]+ing\b[^,]{0,40} from (?:the )?\Z")
"""Not told by the verb before it: "the line was opened, with a train leaving each hour from May 6"."""
_CLAUSE = re.compile(r",|\b(?:and|but)\b")
_SAID = re.compile(r"\b(?:said|told|say|saying|says|announced|added|confirmed)\Z")
_BREAK = re.compile(r"[.!?;“`]['\"’”]*\s|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Inc|Corp|Co|Ltd|No|vs|Jan|Feb|"
    r"Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[ap]\.m))\.$"
)


_ITS_VERB = re.compile(rf"{WORD}(?<!\bbe )(?!(?:{PLANNED})\b)(?P<verb>{DONE})(?: [a-z]+ly| back| again)?{ON}")
"""The verb that a time stands beside: "signed in March"."""
_NOT_YET = re.compile(
    r"(?:\b(?:if|unless|when|once|until|till|is|are|be|being|gets?|will|to|may|might|can|could|would|should|must|not"
    r"|an?|the|its|his|her|their|some|still|new)|['’](?:s|re|ll))(?: \w+ly)? \Z",
    re.IGNORECASE,
)


def needs_tense(operator: Operator) -> bool:
    """Its direction isn't said by itself."""
    while isinstance(operator, (Part, Clock, Portion, Nth)):
        operator = operator.of
    return isinstance(operator, (CalendarDate, CalendarPart, Holiday)) and operator.year is None


def tense_at(text: str, start: int, end: int) -> str:
    """ "future", "past" or "" for the clause around a stretch of the text."""
    before = sentence_before(text, start)
    if UNPLANNED.match(text, end) or _POSTED.search(before):
        return "past"
    if _FROM_THEN.search(before):
        return _told_after(text, end) or "future"
    if _WOULD_BE.match(text, end) and _ON_OPENS.fullmatch(before):
        return "future"
    if not before and _IS_FORECAST.match(text, end):
        return "future"
    if before.endswith("declared ") and _HOLIDAY_THEN.match(text, end):
        return "future"
    said, told_to = _last_signal(before)
    close = max(0, len(before) - _CLOSE)
    if _PUT_OFF_FROM.search(before, close) and not _WEEKDAY.match(text, start):
        return ""
    if _BY.search(before, close) and _TO_BE_DONE.search(before):
        return "future"
    if _UNTIL.search(before, close):
        return _until(before, said, text, end)
    if (
        DUE.search(before, close)
        or _WAITED_FOR.search(before, close)
        or _PUT_OFF.search(before)
        or _IS.search(before, close)
    ):
        return "future"
    if _AND_NEXT.match(text, end):
        return "future"
    if (its := _OF_ITS_DAY.match(text, end)) is not None:
        head = _APPOINTED.search(text, its.start("what"), its.end())
        if head is None:
            return "future" if _REPORT_TO_COME.match(text, end) else "past"
        if _STILL_TO_COME.match(text, head.end()):
            return "future"
    beside = _NEXT_TO_IT.match(text, end)
    if beside is not None and beside.lastgroup == "future" and hangs_on_deed(before):
        return "past"
    if beside is not None and not (
        said == "future" and (_PARTICIPLE.match(text, end) or _IN_RELATIVE.search(before, 0, told_to))
    ):
        return beside.lastgroup or ""
    if _meets_then(before, told_to):
        return "future"
    if said == "open":
        return ""
    if said:
        return "" if _RUNNING_FROM.search(before, told_to) else said
    forecast = "future" if before.endswith("through ") else ""
    return _told_after(text, end) or _of_the_list(text, start - len(before)) or forecast


def _told_after(text: str, end: int) -> str:
    """What the first signal behind a time says."""
    return next((f.lastgroup or "" for f in AHEAD.finditer(_sentence_after(text, end)) if not _is_aside(f)), "")


def _last_signal(before: str) -> tuple[str, int]:
    """What the last signal in front says, and where it ends."""
    said, told_to = "", 0
    for signal in SIGNAL.finditer(before):
        said, told_to = _SENSES[signal.lastgroup or ""], signal.end()
    return said, told_to


def _of_the_list(text: str, start: int) -> str:
    """What the parts before a semicolon say: "will be near Riga on Friday; off Tallinn on Saturday"."""
    for _ in range(_PARTS_OF_LIST):
        if not text.endswith("; ", 0, start):
            break
        part = sentence_before(text, start - 2)
        said, _ = _last_signal(part)
        if said:
            return said if said != "open" else ""
        start -= 2 + len(part)
    return ""


_PARTS_OF_LIST = 4
"""How many parts before a semicolon are looked at."""


def is_not_yet(before: str, verb: int) -> bool:
    """The word in front of a verb makes it one that is not done: "if signed"."""
    return _NOT_YET.search(before, max(0, verb - _CLOSE), verb) is not None


def hangs_on_deed(before: str) -> bool:
    """A sentence up to a time ends with the deed that it dates: "was signed in", not "if signed in"."""
    verb = _ITS_VERB.search(before)
    return verb is not None and not is_not_yet(before, verb.start("verb"))


def _meets_then(before: str, told_to: int) -> bool:
    """The timetable's present stands in front, in another clause than what was told before it."""
    present = _AT_PRESENT.search(before, told_to)
    if present is None or _NO_SUBJECT.search(before, max(0, present.start() - _CLOSE), present.start()):
        return False
    between = _CLAUSE.search(before, told_to, present.start() + 1)
    return not told_to or between is not None or _SAID.search(before[:told_to]) is not None


_CLOSE = 36
"""Characters in front that hold the words which stand right before a time."""

_SENSES = {"open": "open", "was": "past", "past": "past", "told": "past", "future": "future"}


def _until(before: str, said: str, text: str, end: int) -> str:
    """What is told until then is ahead, unless it had been so, or was not before then."""
    if said == "past" and _HAD.search(before):
        return "past"
    if _WHEN_IT_ENDED.match(text, end) or _NOT_BEFORE.search(before) or _LASTED.search(before):
        return "past"
    return "past" if _UNTIL_TOLD.search(before) and _THEN.match(text, end) else "future"


def _is_aside(told: re.Match[str]) -> bool:
    """Who said so, between commas: "In July, the owners said, the mill will close"."""
    return told.string.startswith(",", told.end()) and _SAID.search(told[0]) is not None


def _is_abbreviation(text: str, stop: int) -> bool:
    """The stop belongs to the word before it."""
    return text[stop] == "." and _ABBREVIATION.search(text, max(0, stop - 6), stop + 1) is not None


def _sentence_after(text: str, end: int) -> str:
    after = text[end : end + REACH]
    for found in _BREAK.finditer(after):
        if not _is_abbreviation(after, found.start()):
            return after[: found.start()]
    return after


@lru_cache(maxsize=2)
def sentence_before(text: str, start: int) -> str:
    """What stands in front of a place in the text, of its sentence and within reach."""
    before = text[max(0, start - REACH) : start]
    cut = 0
    for found in _BREAK.finditer(before):
        if not _is_abbreviation(before, found.start()):
            cut = found.end()
    return before[cut:]
