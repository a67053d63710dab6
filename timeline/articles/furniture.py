"""Lines about an article that it does not tell: bylines, printed dates, addresses, agencies, copyright."""

from __future__ import annotations

import re

LONGEST = 160
"""Characters; a longer paragraph is told, not printed around the text (copyright notices aside)."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_CLOCK = (
    r"\d{1,2}(?::\d\d){1,2}(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|[a-z]{1,3}[sd]t|gmt|utc|et|pt|bst|[+-]\d\d:?\d\d"
)
_DATE_WORD = (
    rf"\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}|{_WEEKDAY}|{_MONTH}|{_CLOCK}"
    r"|\d{1,2}(?:st|nd|rd|th)?|\d{4}|at|on|of|the"
)

_LABEL = (
    r"(?:(?:(?:this|the) )?(?:article|story|post|page|report|column)(?: was| has been)? )?"
    r"(?:(?:first |originally |last )?"
    r"(?:published|posted|updated|modified|created|revised|filed|printed|released|issued)(?: on| at)?"
    r"|last (?:update|modification)|publication date|dated?(?: published)?|pub(?:lished)? date)"
)
_DATE_LINE = re.compile(rf"[\W_]*(?:(?:{_LABEL})\b\W*)?(?>(?:{_DATE_WORD})(?![a-z0-9])[\s,.|/•·–—_-]*)++[\W_]*", re.I)
_LABELLED = re.compile(
    rf"\W*(?:{_LABEL})\s*[:|]?\s+(?=.*(?:\b{_MONTH}\s+\d|\d\s+{_MONTH}|\d{{4}}|\d[/.:-]\d|\d.* ago\b))"
    r"[^.?!]{0,120}\W*$",
    re.I,
)
_FULL_DATE = (
    rf"(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
_DATED_TAIL = re.compile(
    rf"[,|/•·–—(-]?\s+[,|/•·–—(-]?\s*(?:(?:{_LABEL})\W+)?{_FULL_DATE}(?:[\s,|•·–—-]+(?:at\s+)?(?:{_CLOCK}))*\W*$",
    re.I,
)
_PARTS = ("|", "•", "·", "–", "—")
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,3}$")
_HAS_DIGIT = re.compile(r"\d")
_BYLINE = re.compile(
    r"(?:By|BY|Von|Par)\s+(?:the\s+|The\s+|THE\s+)?[A-Z][\w.'’-]*"
    r"(?:[\s,]+(?:and|AND|with|in|for|of|the|[A-Z&][\w.'’-]*|[a-z]+@\S+|\|))*\s*\W*$"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.I)
_AGENCY = re.compile(
    r"(?:by\s+)?(?:the\s+)?(?:associated press|reuters|agence france-presse|afp|ap|upi|xinhua|bloomberg|cnn|bbc news"
    r"|dpa|press association|new york times|washington post)"
    r"(?:\s+(?:news|staff|writers?|news agency|staff writers?))?\W*$",
    re.I,
)
_COPYRIGHT = re.compile(r"(?:copyright\b|©|\(c\)\s*(?:copyright\s*)?\d{4}|all rights reserved\b)", re.I)
_WRITER = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3},? "
    r"(?:Associated Press|AP|Reuters|AFP|UPI|Staff|Special to)\b[\w ]*\W*$"
)


def is_furniture(paragraph: str) -> bool:
    """The paragraph is printed around the text: a byline, a date alone, an address, an agency, a copyright notice."""
    if _COPYRIGHT.match(paragraph):
        return len(paragraph) <= 4 * LONGEST
    if len(paragraph) > LONGEST:
        return False
    return bool(
        _BYLINE.match(paragraph)
        or _ADDRESS.match(paragraph)
        or _AGENCY.match(paragraph)
        or _WRITER.match(paragraph)
        or is_date_line(paragraph)
        or _is_dated_byline(paragraph)
    )


def _is_dated_byline(paragraph: str) -> bool:
    """A writer and a printed date: "By Anna Brandt, June 16, 2017", "Anna Brandt | June 16, 2017"."""
    dated = _DATED_TAIL.search(paragraph) if _HAS_DIGIT.search(paragraph) else None
    if dated is None:
        return False
    writer = paragraph[: dated.start()]
    return bool(
        _BYLINE.match(writer)
        or _WRITER.match(writer)
        or (dated.group()[:3].strip(" ") in "|•·–—" and _NAME.match(writer))
    )


def is_date_line(paragraph: str) -> bool:
    """The paragraph is a printed date: "Published July 28, 2004", "Tue, Mar 9 2021 at 8:15 AM"."""
    if len(paragraph) > LONGEST or not _HAS_DIGIT.search(paragraph):
        return False
    return bool(_DATE_LINE.fullmatch(paragraph) or _LABELLED.match(paragraph))
