"""What an edit would change, before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline import edits
from timeline.model import SetPublication, Timeline
from timeline.store import Store


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What another publication date would change."""

    day: date
    changes: edits.Changes


def what_if(store: Store, story: Timeline, article_id: str, day: date | None) -> WhatIf | None:
    """What would change if the article had appeared on that day; None when no day is asked about."""
    if day is None:
        return None
    then = store.preview(story.story_id, SetPublication(article_id, day))
    return WhatIf(day, edits.compare(story, then))
