"""The order of the stages. Start reading here.

`read_article` says everything that one article tells about time; `build_timeline` makes one story of many readings.
Both are pure: the same input gives the same answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from timeline import checks, edits, events, links, mentions, publication, syntax, timex
from timeline.errors import InputError
from timeline.languages import is_read
from timeline.model import Article, Entry, Group, Reading, Timeline


def read_times(article: Article) -> Reading:
    """The article's publication date and time expressions alone; loads no language model."""
    expressions = timex.find(article)
    published = publication.infer(article, expressions)
    return Reading(article, published, timex.resolve(article, expressions, published))


def read_article(article: Article) -> Reading:
    """Everything one article says about time; of one that is not in English, its written dates alone."""
    times = read_times(article)
    if not is_read(article.language):
        return times
    parse = syntax.parse(article)
    found = mentions.extract(parse, times.publication, times.timexes)
    relations = (*links.stated(parse, found, times.timexes), *links.inferred(parse, found))
    return Reading(article, times.publication, times.timexes, found, relations)


def build_timeline(
    readings: Sequence[Reading],
    *,
    story_id: str = "story",
    title: str = "",
    log: Sequence[Entry] = (),
    groups: Sequence[Group] | None = None,
) -> Timeline:
    """One story from the readings of its articles: events, links, findings, and what people decided about them.

    An article whose publication date is decided in the log is read again, unless its reading has that date already.
    `groups` are what `group` makes of these readings, for callers that keep them: finding them takes longest.
    Raises InputError when two articles have the same id.
    """
    _refuse_twins(readings)
    named = events.name([republished(reading, log) for reading in readings])
    grouped = edits.regroup(named, events.group(named) if groups is None else groups, log)
    told = events.tell(grouped.readings, grouped.groups, story_id=story_id, title=title)
    decided = edits.retell(told, grouped, log)
    linked = edits.connect(links.connect(decided, edits.unwanted(decided, log)), log)
    checked = checks.run(edits.hide(linked, log))
    return edits.judge(checked, log)


def _refuse_twins(readings: Sequence[Reading]) -> None:
    ids = Counter(reading.article.id for reading in readings)
    for name, number in ids.items():
        if number > 1:
            raise InputError(f"{number} articles have the id {name!r}; give each one of its own")


def group(readings: Sequence[Reading]) -> tuple[Group, ...]:
    """Which mentions of the readings the machine holds to be one happening."""
    return events.group(events.name(readings))


def read_decided(article: Article, log: Sequence[Entry]) -> Reading:
    """The article's reading, counted from the publication date that people decided, if they did."""
    day = edits.published(log).get(article.id)
    if day is None:
        return read_article(article)
    inferred = read_times(article).publication
    return replace(read_article(replace(article, published=day)), inferred=inferred)


def counts_from_decided(reading: Reading, log: Sequence[Entry]) -> bool:
    """The reading is counted from the publication date that the log decides."""
    day = edits.published(log).get(reading.article.id)
    return day == (reading.article.published if reading.inferred else None)


def republished(reading: Reading, log: Sequence[Entry]) -> Reading:
    """The reading counted from the publication date that the log decides; the same one when it is that already."""
    return reading if counts_from_decided(reading, log) else read_decided(reading.given, log)
