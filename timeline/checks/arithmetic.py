"""Sums that don't come out: ages, "N years ago" beside a year, the length of a range, parts and their total, changes in
percent, rises that fall, one measure in two units, one moment on two clocks, two dates and how long apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from timeline import wording
from timeline.checks._ages import StatedAge, by_person, stated_ages
from timeline.checks._anniversaries import anniversaries, ordinal
from timeline.checks._calendar import MONTH, month_number
from timeline.checks._changes import Change, wrong_changes
from timeline.checks._check import About, duration, finding, quote
from timeline.checks._clocks import TwoClocks, odd_clocks, wrong_clocks
from timeline.checks._conversions import Conversion, wrong_conversions
from timeline.checks._directions import Turned, turned
from timeline.checks._distances import Dated, Distance, wrong_distances
from timeline.checks._lives import AgeThen, ages_then
from timeline.checks._obituaries import death_ages
from timeline.checks._sums import Sum, lists, part_sums
from timeline.model import Article, Finding, Passed, Quote, Reading, Repair, Severity, Span, Timeline, Timex
from timeline.temporal.interval import Granularity
from timeline.wording import FULL_MONTHS

ABOUT = About(
    code="arithmetic",
    severity=Severity.MEDIUM,
    says=(
        "Ages, anniversaries, “years ago”, “two days after”, lengths of ranges, totals, lists, changes in percent, one "
        "measure in two units and one moment in two zones that don't add up with the figures or dates told."
    ),
    fires="The mill, opened in 1988, 12 years ago, was sold on June 4, 2010.",
    quiet="The mill, opened in 1998, 12 years ago, was sold on June 4, 2010.",
    published=date(2010, 6, 4),
)
_B = r"(?:[^\S\n]{1,3}|[^\S\n]?\n)"
_Y = r"(?:1[5-9]|20)\d\d"
_ROUGH = (
    rf"(?:(?P<rough>about|around|nearly|almost|some|more{_B}than|over|roughly|less{_B}than|just|only|exactly){_B})?"
)
_WORDS = {
    w: n
    for n, w in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(" "),
        1,
    )
}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)})"
_OLDEST = 122
_YEAR_AGO = re.compile(
    rf"\b(?P<year>{_Y})(?:[^\S\n]?[,(–—-]+[^\S\n]?|{_B}--{_B}){_ROUGH}(?P<n>{_NUMBER}){_B}years?{_B}(?P<ago>ago)\b",
    re.IGNORECASE,
)
_AGO_YEAR = re.compile(
    rf"\b{_ROUGH}(?P<n>{_NUMBER}){_B}years?{_B}(?P<ago>ago)(?:[^\S\n]?[,(–—-]+[^\S\n]?|{_B})(?:back{_B})?(?:in{_B})"
    rf"(?:[A-Z][a-z]{{2,8}}\.?{_B})?(?P<year>{_Y})\b(?!-)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    rf"\bin{_B}(?P<year>20\d\d),{_B}{_ROUGH}(?P<n>{_NUMBER}){_B}years{_B}(?P<ago>from{_B}now)\b", re.IGNORECASE
)
_MONTHS_AGO = re.compile(
    rf"\b{_ROUGH}(?P<n>{_NUMBER}){_B}months{_B}(?P<ago>ago),{_B}in{_B}(?P<month>{MONTH}){_B}(?P<year>{_Y})\b",
    re.IGNORECASE,
)
_RANGE_LENGTH = re.compile(
    rf"\b(?:from|between){_B}(?P<a>{_Y})(?:{_B}(?:to|and|until|through){_B}|[–-])(?P<b>{_Y})"
    rf"(?:,{_B}|{_B}?\({_B}?|{_B}?[–—]{_B}?){_ROUGH}(?P<n>{_NUMBER}){_B}years\b(?!{_B}(?:ago|old|later|after|before|earlier))",
    re.IGNORECASE,
)
_BORN = re.compile(
    rf"\bborn\b(?:[^\S\n](?:in|on|at|near)?[^\S\n]?(?:[A-Z][\w.]+,?|\d{{1,2}},?(?=[^\S\n]))){{0,4}}[^\S\n](?:in|on)?[^\S\n]?(?P<year>{_Y})\b"
)


_SURE = 0.5  # how sure the publication date must be


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each sum that does not come out."""
    for reading in timeline.readings:
        yield from _years_ago(reading)
        yield from _years_ahead(reading)
        yield from _months_ago(reading)
        yield from _range_lengths(reading.article)
        yield from _ages(reading.article)
        yield from _births(reading)
        yield from _deaths(reading)
        yield from _anniversaries(reading)
        for total in (*part_sums(reading.article.text), *lists(reading.article.text)):
            yield _sum(reading.article, total)
        for change in wrong_changes(reading.article.text):
            yield _change(reading.article, change)
        for direction in turned(reading.article.text):
            yield _direction(reading.article, direction)
        for conversion in wrong_conversions(reading.article.text):
            yield _conversion(reading.article, conversion)
        for clocks in (*wrong_clocks(reading.article.text), *odd_clocks(reading.article.text)):
            yield _clocks(reading.article, clocks)
    for told in ages_then(timeline):
        yield _age_then(told)
    for distance in wrong_distances(timeline):
        yield _distance(timeline, distance)


def _years_ago(reading: Reading) -> Iterator[Finding | Passed]:
    """A year and "N years ago" side by side, held against the year of publication."""
    article, published = reading.article, reading.publication.date
    if published is None or reading.publication.confidence < _SURE:
        return
    for match in (*_YEAR_AGO.finditer(article.text), *_AGO_YEAR.finditer(article.text)):
        count, year = _count(match["n"]), int(match["year"])
        off = abs(published.year - count - year)
        if off <= _tolerance(match["rough"], count):
            yield Passed(ABOUT.code, f"“{match[0]}” fits {published.year}, the year of publication.")
            continue
        right = published.year - year
        yield finding(
            ABOUT,
            f"“{match[0]}”: {count} years before {published.year} was {published.year - count}, not {year}.",
            [
                quote(article, *match.span("year"), f"{right} years before the publication"),
                quote(article, match.start("n"), match.end("ago"), f"in {published.year - count}"),
            ],
            confidence=0.9 if off > 2 else 0.75,
            gap=_years(off),
            depends_on_publication=True,
            repair=_repair(article, match, "n", right) if right > 0 else None,
            explanations=("The years may be counted to another date than the publication.",),
        )


def _years_ahead(reading: Reading) -> Iterator[Finding]:
    """For example "in 2030, eleven years from now", held against the year of publication."""
    article, published = reading.article, reading.publication.date
    if published is None or reading.publication.confidence < _SURE:
        return
    for match in _AHEAD.finditer(article.text):
        count, year = _count(match["n"]), int(match["year"])
        right = year - published.year
        if right > 0 and abs(count - right) > _tolerance(match["rough"], count):
            yield _counted_wrongly(article, match, f"in {published.year + count}", right, abs(count - right))


def _months_ago(reading: Reading) -> Iterator[Finding]:
    """For example "14 months ago, in February 2015", held against the month of publication."""
    article, published = reading.article, reading.publication.date
    if published is None or reading.publication.confidence < _SURE:
        return
    for match in _MONTHS_AGO.finditer(article.text):
        count = _count(match["n"])
        right = 12 * (published.year - int(match["year"])) + published.month - month_number(match["month"])
        if right > 0 and abs(count - right) > _tolerance(match["rough"], count):
            year, month = divmod(12 * published.year + published.month - 1 - count, 12)
            then = f"in {FULL_MONTHS[month]} {year}"
            yield _counted_wrongly(article, match, then, right, abs(count - right), unit="month")


def _counted_wrongly(
    article: Article, match: re.Match[str], then: str, right: int, off: int, *, unit: str = "year"
) -> Finding:
    """A count of years or months that leads from the publication to another date, `then`, than the one beside it."""
    return finding(
        ABOUT,
        f"“{match[0]}”: counted from the publication, that is {then}.",
        [
            quote(article, match.start("month" if unit == "month" else "year"), match.end("year"), f"{right} {unit}s"),
            quote(article, match.start("n"), match.end("ago"), then),
        ],
        confidence=0.75,
        gap=f"{off} {unit}{'s' * (off != 1)}",
        depends_on_publication=True,
        repair=_repair(article, match, "n", right),
        explanations=("The time may be counted from another date than the publication.",),
    )


def _range_lengths(article: Article) -> Iterator[Finding | Passed]:
    """For example "from 1990 to 1995, five years": the range may be counted with or without its last year."""
    for match in _RANGE_LENGTH.finditer(article.text):
        count, length = _count(match["n"]), int(match["b"]) - int(match["a"])
        if length < 0 or abs(count - length) <= _tolerance(match["rough"], count):
            continue
        yield finding(
            ABOUT,
            f"“{match[0]}”: from {match['a']} to {match['b']} are {length} years, not {count}.",
            [
                quote(article, match.start("a"), match.end("b"), _years(length)),
                quote(article, match.start("n"), match.end(), _years(count)),
            ],
            gap=_years(abs(count - length)),
            repair=_repair(article, match, "n", length),
        )


def _ages(article: Article) -> Iterator[Finding]:
    """One person with two ages in one article."""
    for ages in by_person(stated_ages(article.text)).values():
        counts = Counter(a.age for a in ages)
        most = max(ages, key=lambda a: (counts[a.age], -a.span.start))
        for odd in (a for a in ages if abs(a.age - most.age) > 1):
            yield finding(
                ABOUT,
                f"{most.name} is {most.age} in one place and {odd.age} in another.",
                [_age_quote(article, most), _age_quote(article, odd)],
                confidence=0.9,
                gap=_years(abs(odd.age - most.age)),
                repair=Repair(
                    article.id, odd.span, str(odd.age), str(most.age), f"Write {most.age}, or mend the other."
                ),
                explanations=("Two people may share the name.", "One age may be of another time."),
            )


def _births(reading: Reading) -> Iterator[Finding]:
    """An age and the year of birth in one sentence, held against the year of publication."""
    article, published = reading.article, reading.publication.date
    if published is None or reading.publication.confidence < _SURE:
        return
    for person in stated_ages(article.text):
        born = _BORN.search(article.text, person.span.end, min(person.span.end + 60, len(article.text)))
        if born is None or "." in article.text[person.span.end : born.start()]:
            continue
        age = published.year - int(born["year"])
        if age - 1 <= person.age <= age:
            continue
        yield finding(
            ABOUT,
            f"{person.name} is {person.age}, but born in {born['year']}: {age - 1} or {age} in {published.year}.",
            [_age_quote(article, person), quote(article, *born.span("year"), f"{age - 1} or {age} years old")],
            severity=None if 0 < age < _OLDEST else Severity.HIGH,
            confidence=0.85 if 0 < age < _OLDEST else 0.9,
            gap=_years(min(abs(person.age - age), abs(person.age - age + 1))),
            depends_on_publication=True,
            explanations=("The age may be of another time.",),
        )


def _deaths(reading: Reading) -> Iterator[Finding]:
    """The age in an obituary, held against its headline's and against the day of birth."""
    article, published = reading.article, reading.publication
    for told in death_ages(article, published.date if published.confidence >= _SURE else None):
        age, against, (least, most) = told.age.of(article.text), told.against.of(article.text), told.allowed
        is_birth = len(against) == len("1925")
        ages = f"{least}" if least == most else f"{least} or {most}"
        yield finding(
            ABOUT,
            f"Dead at {age}, but born in {against}: that makes {ages}."
            if is_birth
            else f"Dead at {age} in the headline, at {against} in the text below it.",
            [
                quote(article, told.age.start, told.age.end, f"{age} years old"),
                quote(article, told.against.start, told.against.end, f"{ages} years old"),
            ],
            confidence=0.85,
            gap=_years(max(least - int(age), int(age) - most)),
            depends_on_publication=is_birth,
            explanations=("Two people may have been taken for one.",),
        )


def _anniversaries(reading: Reading) -> Iterator[Finding | Passed]:
    """An anniversary and the year that it counts from, held against the years in which it may be marked."""
    article, published = reading.article, reading.publication.date
    year = published.year if published is not None and reading.publication.confidence >= _SURE else None
    for told in anniversaries(reading, year):
        nth = told.nth.of(article.text)
        if told.off == 0:
            yield Passed(ABOUT.code, f"“{nth} anniversary” fits {told.year}.")
            continue
        right = ordinal(year - told.year) if year is not None and year > told.year else None
        yield finding(
            ABOUT,
            f"“{nth} anniversary”: {told.count} years after {told.year} is {told.year + told.count}.",
            [
                quote(article, told.nth.start, told.nth.end, f"in {told.year + told.count}"),
                quote(article, told.base.start, told.base.end, f"{right} anniversary in {year}" if right else ""),
            ],
            confidence=0.75,
            gap=_years(told.off),
            depends_on_publication=year is not None,
            repair=Repair(article.id, told.nth, nth, right, f"Write “{right}”, or mend the year.") if right else None,
            explanations=("The anniversary may be that of another event.",),
        )


def _age_then(told: AgeThen) -> Finding | Passed:
    stated, ages = (
        told.age.of(told.article.text),
        f"{told.least}" if told.least == told.most else f"{told.least} or {told.most}",
    )
    if told.off == 0:
        return Passed(ABOUT.code, f"“{stated}” is the age in {told.then.text} of who was born in {told.born.text}.")
    right = f"{told.most}"
    return finding(
        ABOUT,
        f"{told.name}, born {_in(told.born)}, was {ages} {_in(told.then)}, not {stated}.",
        [
            quote(told.article, told.born.span.start, told.born.span.end, f"{told.name}: born"),
            quote(told.article, told.then.span.start, told.then.span.end, f"{told.name}: {ages}"),
            quote(told.article, told.age.start, told.age.end, f"{told.name}: {stated}"),
        ],
        confidence=0.75,
        gap=_years(told.off),
        depends_on_publication=told.born.depends_on_publication or told.then.depends_on_publication,
        repair=Repair(told.article.id, told.age, stated, right, f"Write {right}, or mend a date."),
        explanations=("Two people may have been taken for one.",),
    )


def _in(timex: Timex) -> str:
    """For example "in 1990", "on May 3, 1990"."""
    fine = timex.interval is not None and timex.interval.granularity <= Granularity.DAY
    return f"{'on' if fine else 'in'} {timex.text}"


def _sum(article: Article, total: Sum) -> Finding:
    return finding(
        ABOUT,
        total.message,
        [
            quote(article, total.total.start, total.total.end, total.stated),
            quote(article, total.parts.start, total.parts.end),
        ],
        confidence=0.8,
        gap=str(total.off),
        explanations=("The parts may overlap, or the list may be incomplete.",),
    )


def _change(article: Article, change: Change) -> Finding:
    stated, after, before = (span.of(article.text) for span in (change.stated, change.after, change.before))
    made = f"{'a rise' if change.made >= 0 else 'a fall'} of {abs(change.made):.1f} percent"
    return finding(
        ABOUT,
        f"“{stated}”, but from {before} to {after} is {made}.",
        [
            quote(article, change.stated.start, change.stated.end, made),
            quote(article, change.after.start, change.after.end, "after"),
            quote(article, change.before.start, change.before.end, "before"),
        ],
        confidence=0.85,
        explanations=("The change may be counted from another figure than the one beside it.",),
    )


def _direction(article: Article, turn: Turned) -> Finding:
    way, now, before = (span.of(article.text) for span in (turn.way, turn.now, turn.before))
    return finding(
        ABOUT,
        f"“{way}”, but the figures go the other way: from {before} to {now}.",
        [
            quote(article, turn.way.start, turn.way.end, turn.right),
            quote(article, turn.before.start, turn.before.end, "before"),
            quote(article, turn.now.start, turn.now.end, "after"),
        ],
        confidence=0.85,
        repair=Repair(article.id, turn.way, way, turn.right, f"Write “{turn.right}” for “{way}”, or mend a figure."),
        explanations=("A digit may be mistyped in either figure.",),
    )


def _conversion(article: Article, conversion: Conversion) -> Finding:
    first, second = conversion.first.of(article.text), conversion.second.of(article.text)
    return finding(
        ABOUT,
        f"“{first}” comes to {conversion.made}, not to “{second}”.",
        [
            quote(article, conversion.first.start, conversion.first.end, conversion.made),
            quote(article, conversion.second.start, conversion.second.end),
        ],
        confidence=0.85,
        repair=Repair(
            article.id, conversion.second, second, conversion.made, f"Write {conversion.made}, or mend the other."
        ),
        explanations=("A digit may be mistyped in either.",),
    )


def _clocks(article: Article, clocks: TwoClocks) -> Finding:
    first, second = clocks.first.of(article.text), clocks.second.of(article.text)
    return finding(
        ABOUT,
        f"“{first}” is {clocks.made}, not “{second}”.",
        [
            quote(article, clocks.first.start, clocks.first.end, clocks.made),
            quote(article, clocks.second.start, clocks.second.end),
        ],
        confidence=0.85,
        repair=_zone_repair(article, clocks),
        explanations=("Summer time may have been left out of the zone's name.",),
    )


def _zone_repair(article: Article, clocks: TwoClocks) -> Repair:
    """The zone's name in the other half of the year, where that is all; else the hour."""
    span, right = (clocks.season, clocks.right) if clocks.season else (clocks.second, clocks.made)
    words = span.of(article.text)
    return Repair(article.id, span, words, right, f"Write “{right}” for “{words}”, or mend the other.")


def _distance(timeline: Timeline, told: Distance) -> Finding:
    ends = (told.earlier, told.later)
    source, target = (timeline.mentions[m].text for m in (told.relation.source, told.relation.target))
    fewest, most = sorted(abs(days) for days in told.days)
    apart = f"{most} days" if fewest == most else f"{fewest} to {most} days"
    order = "the other way round, " if max(told.days) < 0 else ""
    return finding(
        ABOUT,
        f"“{source}” is told as “{told.relation.signal}” “{target}”, but their dates are {order}{apart} apart.",
        [
            quote(told.article, told.span.start, told.span.end),
            *(_dated_quote(timeline, end) for end in sorted(ends, key=lambda end: end.timex.span)),
        ],
        severity=Severity.MEDIUM if told.off > 1 and told.is_at_hand else Severity.LOW,
        confidence=0.7 if told.off > 1 and told.is_at_hand else 0.5,
        gap=duration(timedelta(days=told.off)),
        depends_on_publication=any(end.timex.depends_on_publication for end in ends),
        explanations=("It may be counted from another event.",),
        events=tuple(end.event.id for end in ends),
    )


def _dated_quote(timeline: Timeline, end: Dated) -> Quote:
    article = timeline.articles[end.mention.article_id]
    span = end.timex.span
    return quote(article, span.start, span.end, f"“{end.mention.text}”: {wording.when(end.time)}")


def _repair(article: Article, match: re.Match[str], group: str, right: int) -> Repair:
    spelled = next((w for w, n in _WORDS.items() if n == right), None)
    replacement = spelled if spelled and not match[group].isdecimal() else str(right)
    span = Span(*match.span(group))
    return Repair(article.id, span, match[group], replacement, f"Write {replacement}, or mend the year.")


def _age_quote(article: Article, age: StatedAge) -> Quote:
    return quote(article, age.span.start, age.span.end, f"{age.name}: {age.age}")


def _tolerance(rough: str | None, count: int) -> int:
    """Years by which a count may be off: one for the day of the year, more for "about" and for round numbers."""
    if rough and rough.lower() not in ("just", "only", "exactly"):
        return max(2, count // 5)
    return 1


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _WORDS[word.lower()]


def _years(count: int) -> str:
    return f"{count} year{'s' * (count != 1)}"
