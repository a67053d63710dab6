"""Lengths of time: "two weeks", "the past three months", "nearly forty years", "a year and a half", "10-year"."""

from __future__ import annotations

from timeline.model import TimexType
from timeline.temporal.calendar import Unit
from timeline.temporal.operators import Duration, Offset, Operator, Place, Vague
from timeline.timex.phrase import Rule

_LENGTH = TimexType.DURATION


def _length(n: float | None, u: Unit, place: Place = Place.NOWHERE) -> Operator:
    return Duration(n, u, place)


def _range(n: float | None, m: float | None, u: Unit) -> Operator:
    """ "two to four weeks": at least the smaller number."""
    return Duration(min((x for x in (n, m) if x is not None), default=None), u)


def _modified(mod: str, *words: str) -> Rule:
    name = mod.lower().replace("_", "-")
    return Rule(
        f"length-{name}",
        f"a length of time, {name.replace('-', ' ')}",
        tuple(f"({'|'.join(words)}) {{s:span}}" for _ in "x"),
        lambda s: s,
        "modspan",
        _LENGTH,
        mod=mod,
        level=2,
    )


RULES = (
    Rule(
        "length", "a length of time", ("<N> {u:unit|units}", "<N> (full|long) {u:unit|units}"), _length, "span", _LENGTH
    ),
    Rule(
        "nights",
        "a number of nights or weekends, days by their length",
        ("<N> [straight|consecutive|more] {parts}", "another <N> {parts}"),
        lambda n, parts: None if n == 1 else Duration(n, Unit.DAY),
        "span",
        _LENGTH,
    ),
    Rule(
        "weekends-long",
        "a number of weekends",
        ("<N> [straight|consecutive|more] weekends",),
        lambda n: Duration(n, Unit.WEEK),
        "span",
        _LENGTH,
    ),
    Rule(
        "length-more",
        "a further length of time",
        (
            "<N> more {u:unit|units}",
            "another <N> {u:unit|units}",
            "another {u:unit}",
            "(an additional|a further) [{n:num}] {u:unit|units}",
        ),
        lambda u, n=1: Duration(n, u),
        "span",
        _LENGTH,
    ),
    Rule(
        "length-business-days",
        "a length of time in working days, or without a break",
        ("<N> (trading|business|working|straight|consecutive) {u:unit|units}",),
        _length,
        "span",
        _LENGTH,
    ),
    Rule(
        "length-range",
        "a length of time between two bounds",
        ("{n:num} (to|or|-) {m:num} {u:unit|units}",),
        _range,
        "span",
        _LENGTH,
    ),
    Rule(
        "length-and-half",
        "so many and a half",
        ("<N> {u:unit|units} and a half",),
        lambda n, u: None if n is None else Duration(n + 0.5, u),
        "span",
        _LENGTH,
    ),
    Rule(
        "length-and",
        "a length of time in two units",
        ("{n:num|one} {u:units|unit} [,] [and] {m:num} {v:units|unit}",),
        lambda n, u, m, v: Duration(n, u, more=((m, v),)) if _finer(u, v) else None,
        "span",
        _LENGTH,
    ),
    Rule(
        "length-of-three",
        "a length of time in three units",
        ("{n:num|one} {u:units|unit} [,] {m:num} {v:units|unit} [,] [and] {k:num} {w:units|unit}",),
        lambda n, u, m, v, k, w: Duration(n, u, more=((m, v), (k, w))) if _finer(u, v) and _finer(v, w) else None,
        "span",
        _LENGTH,
    ),
    Rule(
        "few-hundred",
        "a length of time without a number",
        ("(a few|several|many) (hundred|thousand|million|dozen) {u:units}",),
        lambda u: Duration(None, u),
        "span",
        _LENGTH,
    ),
    Rule(
        "unit-long",
        "a length of one unit",
        ("[a|an] {u:unit} long", "(all|entire|whole) {u:unit}"),
        lambda u: Duration(1, u),
        "span",
        _LENGTH,
    ),
    Rule(
        "units-long",
        "a length of time without a number",
        ("{u:units} long",),
        lambda u: Duration(None, u),
        "span",
        _LENGTH,
    ),
    Rule(
        "lengths",
        "a length of time without a number",
        ("{u:units}", "{u:units} and {v:units}", "{u:units} or {v:units}"),
        lambda u, v=None: Duration(None, u),
        "span",
        _LENGTH,
    ),
    Rule(
        "the-units",
        "a length of time without a number, beside what happened",
        ("the {u:units}",),
        lambda u: Duration(None, u),
        "theunits",
        _LENGTH,
    ),
    Rule(
        "long-adjective",
        "as long as one unit",
        ("{long}",),
        lambda long: Duration(1, long),
        "span",
        _LENGTH,
    ),
    Rule(
        "single-unit",
        "one unit, and no more",
        ("a single {u:unit}",),
        lambda u: None if u is Unit.SECOND else Duration(1, u),
        "span",
        _LENGTH,
    ),
    Rule(
        "a-while",
        "a length of time that isn't said",
        ("a [little|long|short] while", "quite a while", "a long time", "a short time"),
        lambda: Duration(None, Unit.DAY),
        "vaguespan",
        _LENGTH,
        alone=False,
    ),
    Rule(
        "past-units",
        "so long up to publication",
        (
            "[the|these] (past|last|latest|preceding|previous|prior) <M> {u:unit|units}",
            "[the] (past|last|latest) few {u:units}",
        ),
        lambda u, n=None: Duration(n, u, Place.BEFORE),
        "span",
        _LENGTH,
    ),
    Rule(
        "past-unit",
        "so long up to publication",
        ("[the] past {u:unit}", "[the] past {u:unit} and a {half}"),
        lambda u, half=0: Duration(1 + half, u, Place.BEFORE),
        "span",
        _LENGTH,
    ),
    Rule(
        "past-half-unit",
        "half so long up to publication",
        (
            "[the] (past|last|previous|preceding) {n:half} [a|an] {u:unit}",
            "the last {u:unit} and a {more:half}",
        ),
        lambda u, n=1, more=0: Duration(n + more, u, Place.BEFORE),
        "span",
        _LENGTH,
    ),
    Rule(
        "past-quarter-century",
        "twenty-five years up to publication",
        ("[the] (past|last|previous|preceding) quarter [of a] century",),
        lambda: Duration(25, Unit.YEAR, Place.BEFORE),
        "span",
        _LENGTH,
    ),
    Rule(
        "the-last-unit",
        "so long up to publication",
        ("the last {u:unit}",),
        lambda u: Duration(1, u, Place.BEFORE),
        "lastunit",
        _LENGTH,
    ),
    Rule(
        "next-units",
        "so long from publication on",
        (
            "[the|these] (next|coming) <M> {u:unit|units}",
            "(the|these) (following|ensuing) <M> {u:unit|units}",
            "[the] (next|coming) few {u:units}",
            "[the] next {n:half} [a|an] {u:unit}",
            "the next {u:unit} and a {more:half}",
        ),
        lambda u, n=None, more=0: Duration(1 + more if more else n, u, Place.AFTER),
        "span",
        _LENGTH,
    ),
    Rule(
        "recent-units",
        "about four of them up to publication",
        ("[the] [most] recent {u:units}", "recent {u:units} and {v:units}", "past {u:units}"),
        lambda u, v=None: Duration(None, u, Place.BEFORE, Offset(0, Unit.DAY)),
        "span",
        _LENGTH,
    ),
    Rule(
        "coming-units",
        "about four of them from publication on",
        (
            "[the] (coming|upcoming|following|ensuing|subsequent) {u:units}",
            "the {u:units} ahead",
            "the {u:units} to come",
        ),
        lambda u: Duration(None, u, Place.AFTER),
        "span",
        _LENGTH,
    ),
    Rule(
        "unit-ahead",
        "so long from publication on",
        ("the {u:unit} ahead",),
        lambda u: Duration(1, u, Place.AFTER),
        "span",
        _LENGTH,
    ),
    Rule(
        "quarter-century",
        "twenty-five years",
        ("[a|the] quarter century", "[a] quarter of a century"),
        lambda: Duration(25, Unit.YEAR),
        "span",
        _LENGTH,
    ),
    Rule(
        "quarters-of-hour",
        "a quarter or three of an hour",
        ("[a] quarter of an hour", "{n:num} quarters of an hour"),
        lambda n=1: Duration(15 * n, Unit.MINUTE) if n in (1, 3) else None,
        "span",
        _LENGTH,
    ),
    Rule("future-units", "some time after publication", ("future {u:units}",), lambda u: Vague("FUTURE_REF"), "vague"),
    Rule(
        "first-units",
        "so long from the start of the year",
        (
            "[the] first <M> {u:unit|units}",
            "the {n:num} {u:unit|units}",
            "the latest {n:num} {u:units}",
        ),
        lambda u, n=None: Duration(n, u, Place.SINCE_START if u in (Unit.MONTH, Unit.QUARTER) and n else Place.NOWHERE),
        "span",
        _LENGTH,
    ),
    Rule(
        "some-first-units",
        "a length of time without a number",
        ("the first {u:units}",),
        lambda u: Duration(None, u),
        "firstspan",
        _LENGTH,
    ),
    _modified("LESS_THAN", "less than", "fewer than"),
    _modified("MORE_THAN", "more than", "longer than"),
    _modified("EQUAL_OR_LESS", "no more than", "at most", "up to", "not more than"),
    _modified("EQUAL_OR_MORE", "at least", "no less than", "no fewer than"),
    _modified("APPROX", "nearly", "roughly", "approximately", "some"),
    Rule(
        "length-or-so",
        "a length of time, about",
        ("{s:span} or so", "{s:span} or two"),
        lambda s: s,
        "modspan",
        _LENGTH,
        mod="APPROX",
        level=2,
    ),
    Rule(
        "length-or-more",
        "a length of time, at least",
        ("{s:span} or (more|longer)",),
        lambda s: s,
        "modspan",
        _LENGTH,
        mod="EQUAL_OR_MORE",
        level=2,
    ),
    Rule(
        "length-or-less",
        "a length of time, at most",
        ("{s:span} or (less|fewer)",),
        lambda s: s,
        "modspan",
        _LENGTH,
        mod="EQUAL_OR_LESS",
        level=2,
    ),
)

_ORDER = (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)


def _finer(u: Unit, v: Unit) -> bool:
    """The second unit is part of the first, in one ISO duration."""
    if u not in _ORDER or v not in _ORDER:
        return False
    coarse, fine = _ORDER.index(u), _ORDER.index(v)
    return fine < coarse and (coarse < 3) == (fine < 3)
