"""What people decided, laid over what the machine read; every decision holds on to quotes, none to row numbers.

`regroup`, `retell`, `connect`, `hide` and `judge` are called by the pipeline, in this order. An entry of the log that
finds its place becomes a `Decision`, one that does not an `Unplaced` with its reason; none is dropped.
"""

from timeline.edits.anchors import anchored, anchored_event, anchored_finding, anchored_link, anchored_mention
from timeline.edits.compare import Changes, Moved, Republished, Tie, compare, lines
from timeline.edits.conflicts import conflict
from timeline.edits.grouping import regroup
from timeline.edits.judging import found_finding, judge
from timeline.edits.retelling import connect, found_event, hide, published, retell, unwanted

__all__ = [
    "Changes",
    "Moved",
    "Republished",
    "Tie",
    "anchored",
    "anchored_event",
    "anchored_finding",
    "anchored_link",
    "anchored_mention",
    "compare",
    "conflict",
    "connect",
    "found_event",
    "found_finding",
    "hide",
    "judge",
    "lines",
    "published",
    "regroup",
    "retell",
    "unwanted",
]
