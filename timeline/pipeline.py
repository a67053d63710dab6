"""The order of the stages. Start reading here.

`read_article` says everything that one article tells about time; `build_timeline` makes one story of many readings.
Both are pure: the same input gives the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline import checks, events, links, mentions, publication, syntax, timex
from timeline.languages import is_read
from timeline.model import Article, Reading, Timeline


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
    return Reading(article, times.publication, times.timexes, found, links.stated(parse, found))


def build_timeline(readings: Sequence[Reading], *, story_id: str = "story", title: str = "") -> Timeline:
    """One story from the readings of its articles: events, links, findings."""
    told = events.gather(readings, story_id=story_id, title=title)
    linked = links.connect(told)
    return checks.run(linked)
