"""Ranges as they are written: "from 1990 to 1995", "Oct. 20 to Aug. 26", "March 14-12"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from timeline.checks._calendar import DAY, MONTH, month_number
from timeline.model import Span

_B = r"(?:[^\S\n]{1,3}|[^\S\n]?\n)"
_Y = r"(?:1[5-9]|20)\d\d"
_JOIN = rf"(?:{_B}(?:to|through|until|till|and){_B}|[^\S\n]?[-–—][^\S\n]?)"
_BEFORE_CHRIST = r"(?![^\S\n]{0,2}B\.?C)"
_YEARS = re.compile(
    rf"(?:\b(?P<lead>from|between|in|of|during|for|the|years?|\(){_B}?)?(?<![\w,.$€£/-])(?P<a>{_Y})(?P<join>{_JOIN})(?P<b>{_Y})"
    rf"(?![\w%]|[.,]\d|-\w){_BEFORE_CHRIST}",
    re.IGNORECASE,
)
_MONTH_DAYS = re.compile(
    rf"(?P<lead>\b(?:from|between){_B})?\b(?P<m1>{MONTH}){_B}?(?P<d1>{DAY})(?:,?{_B}(?P<y1>{_Y}))?(?P<join>{_JOIN})"
    rf"(?:(?P<m2>{MONTH}){_B}?)?(?P<d2>{DAY})(?:,?{_B}(?P<y2>{_Y}))?(?![\w:%/]|[.,]\d|-\d|{_B}?(?:a|p)\.?m\b|{_B}{MONTH})",
    re.IGNORECASE,
)
_DAY_MONTHS = re.compile(
    rf"(?P<lead>\b(?:from|between){_B})?\b(?P<d1>{DAY})(?:{_B}(?P<m1>{MONTH})(?:{_B}(?P<y1>{_Y}))?)?(?P<join>{_JOIN})"
    rf"(?P<d2>{DAY}){_B}(?P<m2>{MONTH})(?:,?{_B}(?P<y2>{_Y}))?(?!\w|[.,]\d|\.?{_B}\d{{1,2}}(?!\d))",
    re.IGNORECASE,
)
_MONTH_YEARS = re.compile(
    rf"(?P<lead>\b(?:from|between){_B})?\b(?P<m1>{MONTH}){_B}(?P<y1>{_Y})(?P<join>{_JOIN})(?P<m2>{MONTH}){_B}(?P<y2>{_Y})(?!\w|[.,]\d)",
    re.IGNORECASE,
)
_AMOUNT_BEFORE = re.compile(
    r"\b(?:fell|fall|falls|falling|drop\w*|declin\w*|decreas\w*|cut\w*|reduc\w*|shr[aiu]nk\w*|slid|slash\w*|slump\w*|"
    r"lower\w*|down|rose|rise|climb\w*|grew|increas\w*|scor\w*|won|beat|lost|vot\w*|tumbl\w*|plung\w*|dip\w*|back)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(r"\b(?:mov|chang|shift|revis|advanc|bring|brought|push|cut)\w*\b[^.;\n]*$", re.IGNORECASE)
# A count that runs on into the year of the report: "cumulative exports for July 1-March 13".
_RUNNING = re.compile(r"\b(?:cumulative|season|so far|to date|marketing|fiscal|crop|accumulat\w*)\b", re.IGNORECASE)
_AMOUNT_AFTER = re.compile(r"[^\S\n]{1,3}(?:[A-Z]{2,3}T\b|hrs\b|[a-z]+(?:s|men|people)\b(?!ince)|percent|square|cubic)")


_DASHES = "-–—"


@dataclass(frozen=True, slots=True)
class WrittenRange:
    """A range whose end lies before its start; `gap_days` is about how much."""

    span: Span
    first: Span
    last: Span
    gap_days: int


def reversed_ranges(text: str) -> Iterator[WrittenRange]:
    """Ranges of years or days that end before they begin."""
    end = 0
    for found in sorted((*_day_ranges(text), *_year_ranges(text)), key=lambda r: (r.span.start, -r.span.end)):
        if found.span.start >= end:
            end = found.span.end
            yield found


def _year_ranges(text: str) -> Iterator[WrittenRange]:
    for match in _YEARS.finditer(text):
        years = int(match["a"]) - int(match["b"])
        if years <= 0 or not _is_time(text, match):
            continue
        yield _range(match, ("a",), ("b",), 365 * years)


def _is_time(text: str, match: re.Match[str]) -> bool:
    """Years, no amounts: "fell from 2000 to 1900 points" is none of ours; "and" needs its "between"."""
    join, lead = match["join"].strip().lower(), (match["lead"] or "").strip().lower()
    if join == "and" and lead != "between":
        return False
    before = text[max(0, match.start() - 40) : match.start()]
    if _AMOUNT_BEFORE.search(before) or _is_moved(text, match):
        return False
    return not _AMOUNT_AFTER.match(text, match.end())


def _is_moved(text: str, match: re.Match[str]) -> bool:
    """A date that was another before: "moved the end of the term from 2010 to 2008"."""
    before = text[max(0, match.start() - _MOVED_REACH) : match.start()]
    return bool(_MOVED.search(before)) or text[match.end() : match.end() + 6] == " from "


_MOVED_REACH = 120


def _day_ranges(text: str) -> Iterator[WrittenRange]:
    for match in (*_MONTH_DAYS.finditer(text), *_DAY_MONTHS.finditer(text)):
        if match["join"].strip().lower() == "and" and (match["lead"] or "").strip().lower() != "between":
            continue
        if not _has_capitals(match) or (match["join"].strip() != match["join"] and match["join"].strip() in _DASHES):
            continue  # "LOWEN, March 12 - Feb 28 end": a dateline, and what follows it
        gap = _days_reversed(match)
        running = _RUNNING.search(text, max(0, match.start() - _MOVED_REACH), match.end())
        if gap and not running and not _is_moved(text, match):
            yield _range(match, ("m1", "d1", "y1"), ("m2", "d2", "y2"), gap)
    for match in _MONTH_YEARS.finditer(text):
        if match["join"].strip().lower() == "and" and (match["lead"] or "").strip().lower() != "between":
            continue
        months = 12 * (int(match["y1"]) - int(match["y2"])) + month_number(match["m1"]) - month_number(match["m2"])
        if months > 0 and _has_capitals(match):
            yield _range(match, ("m1", "y1"), ("m2", "y2"), 30 * months)


def _has_capitals(match: re.Match[str]) -> bool:
    return all(match[m] is None or match[m][0].isupper() for m in ("m1", "m2"))


def _days_reversed(match: re.Match[str]) -> int:
    """By how many days the range runs backwards; 0 when it may run forward, into the next year where none is given."""
    month1, month2 = match["m1"] or match["m2"], match["m2"] or match["m1"]
    year1, year2 = match["y1"] or match["y2"], match["y2"]
    try:
        first = date(int(year1 or 2000), month_number(month1), _number(match["d1"]))
        last = date(int(year2 or year1 or 2000), month_number(month2), _number(match["d2"]))
    except ValueError:
        return 0
    gap = (first - last).days
    if gap <= 0:
        return 0
    if match["m1"] is None or match["m2"] is None or (match["y1"] and match["y2"]):
        return gap  # "from 14 to 12 March": one month, or both years given
    if match["y1"]:
        return 0  # "Dec. 20, 2018 to Jan. 5"
    forward = 366 - gap
    return gap if _WRAP_MIN <= forward <= _WRAP_MAX else 0


_WRAP_MIN, _WRAP_MAX = 240, 359  # read into the next year it would last so long; a full year is a fiscal one


def _number(day: str) -> int:
    return int("".join(c for c in day if c.isdecimal()))


def _range(match: re.Match[str], first: tuple[str, ...], last: tuple[str, ...], gap: int) -> WrittenRange:
    def span(groups: tuple[str, ...]) -> Span:
        given = [g for g in groups if match[g] is not None]
        return Span(min(match.start(g) for g in given), max(match.end(g) for g in given))

    a, b = span(first), span(last)
    return WrittenRange(Span(a.start, b.end), a, b, gap)
