"""What the filter offers, in the words of the rest of the page."""

from __future__ import annotations

from dataclasses import replace

from tests.samples import harbour_fire
from timeline.model import Timeline
from timeline.story import Filter
from web.filterbar import filter_bar
from web.view import View


def nameless() -> Timeline:
    """The story with a first article of which no source is known."""
    first, *others = harbour_fire().readings
    return replace(harbour_fire(), readings=(replace(first, article=replace(first.article, source="")), *others))


def test_a_source_that_is_not_known_is_called_by_its_headline() -> None:
    first, other = nameless().readings
    bar = filter_bar(nameless(), View(wanted=Filter(source=(first.article.id,))))
    assert [(c.value, c.label, c.chosen) for c in bar.sources] == [
        (first.article.id, first.article.title, True),
        (other.article.source, other.article.source, False),
    ]
    assert [chip.label for chip in bar.chips] == [first.article.title]
