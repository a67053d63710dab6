"""What is asked of a finished story: a part of it, its sources side by side, what each article added."""

from __future__ import annotations

from timeline.story.additions import additions
from timeline.story.explaining import explain
from timeline.story.filters import Filter
from timeline.story.findings import findings
from timeline.story.matrix import matrix
from timeline.story.selection import select

__all__ = ["Filter", "additions", "explain", "findings", "matrix", "select"]
