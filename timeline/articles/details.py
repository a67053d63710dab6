"""What may be known of an article beside its text: the keyword arguments that every reader takes."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from timeline.model import StatedDate


class Details(TypedDict, total=False):
    """All of them may be left out; what is given goes before what a page or a file says of itself.

    A language of None is found from the text, a publication day of None from everything.
    """

    id: str
    title: str
    url: str
    source: str
    language: str | None
    published: date | None
    stated_dates: tuple[StatedDate, ...]
