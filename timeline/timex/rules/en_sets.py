"""Times that come again and again: "daily", "every Friday", "twice a week", "Tuesday nights"."""

from __future__ import annotations

from timeline.model import TimexType
from timeline.temporal.calendar import Unit
from timeline.temporal.operators import Repeated, duration_value
from timeline.timex.phrase import Rule

_SET = TimexType.SET
_ADVERBS = {
    "hourly": (1, Unit.HOUR),
    "daily": (1, Unit.DAY),
    "nightly": (1, Unit.DAY),
    "weekly": (1, Unit.WEEK),
    "biweekly": (2, Unit.WEEK),
    "bi weekly": (2, Unit.WEEK),
    "bi monthly": (2, Unit.MONTH),
    "fortnightly": (2, Unit.WEEK),
    "monthly": (1, Unit.MONTH),
    "yearly": (1, Unit.YEAR),
    "annually": (1, Unit.YEAR),
    "semi annually": (6, Unit.MONTH),
    "semiannually": (6, Unit.MONTH),
    "half yearly": (6, Unit.MONTH),
    "twice yearly": (6, Unit.MONTH),
}


def _every(n: float | None, u: Unit) -> Repeated:
    value = "P1Q" if u is Unit.QUARTER and n == 1 else duration_value(n, u)
    return Repeated(value)


RULES = (
    *(
        Rule(
            f"adverb-{word.replace(' ', '-')}",
            f"every {count} {unit.name.lower()}",
            (word,),
            lambda count=count, unit=unit: _every(count, unit),
            "set",
            _SET,
        )
        for word, (count, unit) in _ADVERBS.items()
    ),
    Rule(
        "every-unit",
        "again and again",
        ("(every|each) {u:unit}", "every single {u:unit}"),
        lambda u: _every(1, u),
        "set",
        _SET,
    ),
    Rule(
        "every-units",
        "again and again",
        ("every {n:num|few|couple} {u:unit|units}", "every other {u:unit}", "every couple of {u:units}"),
        lambda u, n=2: _every(n, u),
        "set",
        _SET,
    ),
    Rule(
        "every-nth",
        "one of so many, again and again",
        ("every {n:ord} {u:unit}",),
        lambda n, u: _every(n, u) if n > 1 else None,
        "set",
        _SET,
    ),
    Rule(
        "every-nth-weekday",
        "that day of one of so many weeks",
        ("every {n:ord} {weekday}",),
        lambda n, weekday: _every(n, Unit.WEEK) if n > 2 else None,
        "set",
        _SET,
    ),
    Rule("a-unit", "in each, after a number of things", ("per {u:unit}",), lambda u: _every(1, u), "set", _SET),
    Rule(
        "every-weekday",
        "every such day",
        ("(every|each) {w:weekday}", "{w:weekdays}"),
        lambda w: Repeated(f"XXXX-WXX-{w}"),
        "set",
        _SET,
    ),
    Rule(
        "every-other-weekday",
        "that day of every second week",
        ("every (other|second) {weekday}",),
        lambda weekday: _every(2, Unit.WEEK),
        "set",
        _SET,
    ),
    Rule(
        "nth-weekday-of-each",
        "one such day of every month",
        ("the {n:ord|final} {weekday} (in|of) (each|every|the) {u:unit}",),
        lambda n, weekday, u: _every(1, u) if u in (Unit.MONTH, Unit.QUARTER, Unit.YEAR) else None,
        "set",
        _SET,
    ),
    Rule(
        "every-part",
        "every such part of a day",
        ("(every|each) {p:part}",),
        lambda p: Repeated(f"XXXX-XX-XXT{p}"),
        "set",
        _SET,
    ),
    Rule(
        "weekday-parts",
        "that part of every such day",
        ("{w:weekday} {p:parts}", "(every|each) {w:weekday} {p:part}", "{w:weekdays} {p:part}"),
        lambda w, p: Repeated(f"XXXX-WXX-{w}T{p}"),
        "set",
        _SET,
    ),
    Rule(
        "every-month-name",
        "every year in that month",
        ("(every|each) {m:month}",),
        lambda m: Repeated(f"XXXX-{m:02d}"),
        "set",
        _SET,
    ),
    Rule(
        "every-month-day",
        "every year on that day",
        ("(every|each) {day:dom} [of] {m:month}", "(every|each) {m:month} {day:dom}"),
        lambda m, day: Repeated(f"XXXX-{m:02d}-{day:02d}"),
        "set",
        _SET,
    ),
    Rule(
        "every-season",
        "every year in that season",
        ("(every|each) {s:season}",),
        lambda s: Repeated(f"XXXX-{s}"),
        "set",
        _SET,
    ),
    Rule(
        "weekends", "every weekend", ("weekends", "(every|each) weekend"), lambda: Repeated("XXXX-WXX-WE"), "set", _SET
    ),
    Rule(
        "weekdays",
        "every working day",
        ("weekdays", "every weekday"),
        lambda: Repeated("XXXX-WXX-XX"),
        "set",
        _SET,
    ),
)
