"""The head of a report that names its place, day and agency: "NAIROBI, Kenya, Jan. 8 (Reuters) -"."""

from __future__ import annotations

import re

LONGEST = 120
"""Characters of a paragraph that are looked at."""

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.?"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = rf"(?:{_WEEKDAY},? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}"
_PROPER = r"[A-ZÀ-Þ][\w.'’-]*(?:[ /-][A-ZÀ-Þ][\w.'’-]*){0,3}"
_REGION = rf"(?:, ?{_PROPER}){{0,2}}"
_AGENCY = r"(?:\([A-Z][\w&. /-]{1,30}\)|/[A-Z][\w&. -]{1,30}/)"
_DASH = r"(?:--+|[—–_]|-(?=\s))"

_DATELINE = re.compile(
    rf"(?:"
    rf"{_CAPITALS}{_REGION},? ?{_DAY},?(?: ?{_AGENCY})?\s*{_DASH}"  # LONDON, Feb. 26 -
    rf"|{_CAPITALS}{_REGION},? ?{_AGENCY},?(?: {_DAY},?)?\s*{_DASH}"  # NAIROBI, Kenya (AP) _
    rf"|{_PROPER}{_REGION},? ?(?:{_DAY},? ?)?{_AGENCY},?(?: {_DAY},?)?\s*{_DASH}"  # New York (CNN) --
    rf"|(?:{_CAPITALS}|{_PROPER}){_REGION} \({_DAY}\)\s*(?:--+|[—–_])"  # OSLO, Norway (Feb. 8, 2011) —
    rf"|{_PROPER}{_REGION}, {_DAY}\s*(?:--+|[—–_])"  # Geneva, 3 March 2004 --
    rf"|{_DAY},? ?{_AGENCY}\s*{_DASH}"  # Jan 8 (Reuters) -
    rf"|{_AGENCY}\s*{_DASH}"  # (Reuters) -
    rf"|{_CAPITALS}{_REGION}\s*(?:--+|[—_]|\s–(?=\s))"  # BAGHDAD —
    rf")\s*"
)
_NOT_A_PLACE = re.compile(
    r"(?:FILE|UPDATE|CORRECT\w*|EDITOR\w*|NOTE|PHOTOS?|VIDEO|WATCH|BREAKING|EXCLUSIVE|NEW(?! YORK| DELHI| ORLEANS)"
    r"|REFILE|ANALYSIS|OPINION|LIVE|READ|IMAGE|PICTURED?|AFTER|BEFORE|Q|A|I|WHAT|WHO|WHY|WHEN|WHERE|HOW|RELATED|MORE"
    r"|ADVISORY|URGENT|FLASH|ALERT|INTERVIEW)\b"
)


def dateline_end(paragraph: str) -> int:
    """Characters of the paragraph that are its dateline, dash and blanks included; 0 when it has none."""
    head = paragraph[:LONGEST]
    if not ("-" in head or "—" in head or "–" in head or "_" in head):
        return 0  # most paragraphs need no closer look
    found = _DATELINE.match(head)
    return found.end() if found and not _NOT_A_PLACE.match(head) else 0
