"""Ages at dated events beside the year of birth told elsewhere: "born in 1601 … died in 1645, aged 52"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from timeline.checks._numbers import BLANK
from timeline.model import Article, Mention, Reading, Role, Span, Timeline, Timex
from timeline.temporal.interval import Granularity

_AGE = re.compile(
    rf"(?:\b(?:aged|at{BLANK}(?:the{BLANK})?age(?:{BLANK}of)?)|(?<=\d\d\d\d,){BLANK}at(?={BLANK}\d\d[.,;](?!\d)))"
    rf"{BLANK}(?P<age>\d{{1,3}})\b",
    re.IGNORECASE,
)
_SURE = 0.5  # how sure the publication must be that gives "Thursday, Dec. 11" its year


@dataclass(frozen=True, slots=True)
class AgeThen:
    """Somebody's age at a dated event, the expressions that date birth and event, and the ages that these allow."""

    article: Article
    name: str
    age: Span
    born: Timex
    then: Timex
    least: int
    most: int

    @property
    def off(self) -> int:
        """Years by which the age misses what the dates allow."""
        told = int(self.age.of(self.article.text))
        return max(self.least - told, told - self.most, 0)


def ages_then(timeline: Timeline) -> Iterator[AgeThen]:
    """Every age that is told with the date of an event, of somebody whose birth the same article dates."""
    for reading in timeline.readings:
        sure = reading.publication.confidence >= _SURE
        own = ((m, t) for m in reading.mentions if (t := _own(timeline, m)) is not None)
        dated = [(m, t) for m, t in own if sure or not t.depends_on_publication]
        births = {head: (name, t) for m, t in dated if m.frame == "birth" for head, name in _people(m)}
        seen: set[Span] = set()
        for mention, then in dated if births else ():
            who = next((births[head] for head, _ in _people(mention) if head in births), None)
            age = _age(reading, mention.sentence) if mention.frame != "birth" else None
            if who is not None and age is not None and age not in seen and _is_alone(dated, mention, then):
                seen.add(age)
                yield _then(reading.article, *who, age, then)


def _then(article: Article, name: str, born: Timex, age: Span, then: Timex) -> AgeThen:
    first, last = born.interval, then.interval
    assert first is not None
    assert last is not None
    least, most = _years(first.last_day, last.first_day), _years(first.first_day, last.last_day)
    return AgeThen(article, name, age, born, then, least, most)


def _years(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _own(timeline: Timeline, mention: Mention) -> Timex | None:
    """The expression that dates it to a year or finer, in its sentence."""
    timex = timeline.timexes.get(mention.timex or "")
    if timex is None or timex.interval is None or timex.vague or timex.interval.is_open:
        return None
    fine = timex.interval.granularity <= Granularity.YEAR and mention.time == timex.interval
    return timex if fine and mention.status.is_asserted and mention.sentence.contains(timex.span) else None


def _people(mention: Mention) -> Iterator[tuple[str, str]]:
    for participant in mention.participants:
        if participant.role in (Role.AGENT, Role.TARGET):
            yield participant.head, participant.text


def _age(reading: Reading, sentence: Span) -> Span | None:
    """The only age of a sentence."""
    found = [Span(*m.span("age")) for m in _AGE.finditer(reading.article.text, sentence.start, sentence.end)]
    return found[0] if len(found) == 1 else None


def _is_alone(dated: list[tuple[Mention, Timex]], mention: Mention, then: Timex) -> bool:
    """No other time is told in the sentence, at which the age may be meant."""
    return all(t is then for m, t in dated if m.sentence == mention.sentence)
