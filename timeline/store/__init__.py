"""Stories on disk: articles and what people decided about them are kept, timelines are recomputed from them."""

from timeline.store.store import Added, Store
from timeline.store.summary import FindingCounts, StorySummary

__all__ = ["Added", "FindingCounts", "Store", "StorySummary"]
