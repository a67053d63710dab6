"""Stories on disk: articles and what people decided about them are kept, timelines are recomputed from them."""

from timeline.store.edits import Edit, EditKind
from timeline.store.store import Store
from timeline.store.summary import FindingCounts, StorySummary

__all__ = ["Edit", "EditKind", "FindingCounts", "Store", "StorySummary"]
