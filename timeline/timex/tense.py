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
    r"|\w{2,}(?<!e)ed"
)
_SURE = (
    r"will|won['’]t|shall|(?:is|are|be|'s) to(?= [a-z])|(?:scheduled|planned|expected|slated|set|due) (?:to|for)\b"
    r"|(?:supposed|likely|poised|ready|planning|plans?|hopes?|hoping|intends?|going|wants?|hoped|"
    r"aims?|pledged|vow(?:s|ed)|agreed|promised?"
    r"|prepar(?:ed|ing)|proposed|bound) to\b"
)
_WAS_TO = r"had been (?:scheduled|planned|expected|slated|set|due) (?:to|for)(?: \w+)?"
_SIGNAL = re.compile(
    rf"\b(?:(?P<was>{_WAS_TO})|(?P<future>{_SURE}|(?:has|have) (?:scheduled|planned)\b|can|could|may|might|should|must"
    r"|as (?:soon|early|late) as|no later than|upcoming|expires?|deadline|begins?|starts?|starting|effective|opens?)"
    rf"|(?P<past>{_TRIED} to\b|{_TOLD}|sa(?:ys?|ying)|since|ending)"
    r")\b"
)
_AHEAD = re.compile(rf"\b(?:(?P<future>{_SURE})|(?P<past>{_TOLD}))\b")
_UNTIL = re.compile(r"\buntil (?:at least |early |late |about |\d[\w:.]* (?:[ap]\.?m\.? )?)?$")
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
    last = None
    for found in _SIGNAL.finditer(before):
        last = found
    if _UNTIL.search(before):
        return "past" if last is not None and last.lastgroup == "past" and "had" in before else "future"
    if last is not None:
        return "past" if last.lastgroup == "was" else last.lastgroup or ""
    after = text[end : end + REACH]
    broken = _BREAK.search(after)
    found_after = _AHEAD.search(after[: broken.start()] if broken else after)
    return (found_after.lastgroup or "") if found_after else ""


def _sentence_before(text: str, start: int) -> str:
    before = text[max(0, start - REACH) : start]
    cut = 0
    for found in _BREAK.finditer(before):
        if before[found.start()] != "." or not _ABBREVIATION.search(before[: found.start() + 1]):
            cut = found.end()
    return before[cut:]
