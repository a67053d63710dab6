"""Ages that don't come out: against another age, the year of birth, a headline, or the date of an event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from timeline.checks._ages import OLDEST, StatedAge, by_person, stated_ages
from timeline.checks._arithmetic import ABOUT, in_years, published_on
from timeline.checks._check import finding, quote
from timeline.checks._lives import AgeThen, ages_then
from timeline.checks._obituaries import death_ages
from timeline.model import Article, Finding, Passed, Quote, Reading, Repair, Severity, Timeline, Timex
from timeline.temporal.interval import Granularity

_Y = r"(?:1[5-9]|20)\d\d"
_BORN = re.compile(
    rf"\bborn\b(?:[^\S\n](?:in|on|at|near)?[^\S\n]?(?:[A-Z][\w.]+,?|\d{{1,2}},?(?=[^\S\n]))){{0,4}}[^\S\n](?:in|on)?[^\S\n]?(?P<year>{_Y})\b"
)


def wrong_ages(reading: Reading) -> Iterator[Finding]:
    """The ages of one article against each other, and against years of birth."""
    yield from _ages(reading.article)
    yield from _births(reading)
    yield from _deaths(reading)


def ages_at_events(timeline: Timeline) -> Iterator[Finding | Passed]:
    """The ages told with the dates of events."""
    for told in ages_then(timeline):
        yield _age_then(told)


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
                gap=in_years(abs(odd.age - most.age)),
                repair=Repair(
                    article.id, odd.span, str(odd.age), str(most.age), f"Write {most.age}, or mend the other."
                ),
                explanations=("Two people may share the name.", "One age may be of another time."),
            )


def _births(reading: Reading) -> Iterator[Finding]:
    """An age and the year of birth in one sentence, held against the year of publication."""
    article, published = reading.article, published_on(reading)
    if published is None:
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
            severity=None if 0 < age < OLDEST else Severity.HIGH,
            confidence=0.85 if 0 < age < OLDEST else 0.9,
            gap=in_years(min(abs(person.age - age), abs(person.age - age + 1))),
            depends_on_publication=True,
            explanations=("The age may be of another time.",),
        )


def _deaths(reading: Reading) -> Iterator[Finding]:
    """The age in an obituary, held against its headline's and against the day of birth."""
    article = reading.article
    for told in death_ages(article, published_on(reading)):
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
            gap=in_years(max(least - int(age), int(age) - most)),
            depends_on_publication=is_birth,
            explanations=("Two people may have been taken for one.",),
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
        gap=in_years(told.off),
        depends_on_publication=told.born.depends_on_publication or told.then.depends_on_publication,
        repair=Repair(told.article.id, told.age, stated, right, f"Write {right}, or mend a date."),
        explanations=("Two people may have been taken for one.",),
    )


def _in(timex: Timex) -> str:
    """For example "in 1990", "on May 3, 1990"."""
    fine = timex.interval is not None and timex.interval.granularity <= Granularity.DAY
    return f"{'on' if fine else 'in'} {timex.text}"


def _age_quote(article: Article, age: StatedAge) -> Quote:
    return quote(article, age.span.start, age.span.end, f"{age.name}: {age.age}")
