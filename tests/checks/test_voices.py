"""Copies of one text are heard twice: what each article tells, and whose of it is held against the others."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

import pytest

from timeline.checks._stories import voices


@dataclass(frozen=True, slots=True)
class Said:
    """An article, the article whose text that is, and what it says."""

    article: str
    source: str
    what: str


HEARD = [
    # (article/source says what …, those that are heard)
    ("", ""),
    ("a/a=Monday b/b=Monday c/c=Monday d/d=Monday", "a b c d"),  # four sources
    ("a/a=Monday b/a=Monday c/a=Monday d/a=Monday", "a b"),
    ("a/a=Monday b/a=Monday c/a=Tuesday d/a=Monday", "a b c"),  # a print that says something else
    ("a/a=Monday a/a=Monday a/a=Monday b/a=Monday c/a=Monday", "a a a b"),
]


@pytest.mark.parametrize(("told", "heard"), HEARD)
def test_of_what_copies_tell_alike_two_are_heard(told: str, heard: str) -> None:
    said = []
    for word in told.split():
        place, what = word.split("=")
        article, source = place.split("/")
        said.append(Said(article, source, what))
    assert " ".join(s.article for s in voices(said, attrgetter("what"))) == heard
