"""What is asked of a finished story: a selection of its events, its sources side by side, what each article added."""

from __future__ import annotations

from timeline.story.filters import Filter
from timeline.story.selection import select

__all__ = ["Filter", "select"]
