"""Stories on disk: articles and what people decided about them are kept, timelines are recomputed from them."""

from timeline.store.jobs import Given, Job, JobItem, JobState, Outcome, Reached
from timeline.store.keys import Token
from timeline.store.people import LONGEST_PASSWORD, LONGEST_USER_NAME, SHORTEST_PASSWORD, Role, User
from timeline.store.shares import Share
from timeline.store.store import LONGEST_ARTICLE, Added, Store
from timeline.store.summary import FindingCounts, StorySummary
from timeline.store.worker import Worker, work_on

__all__ = [
    "LONGEST_ARTICLE",
    "LONGEST_PASSWORD",
    "LONGEST_USER_NAME",
    "SHORTEST_PASSWORD",
    "Added",
    "FindingCounts",
    "Given",
    "Job",
    "JobItem",
    "JobState",
    "Outcome",
    "Reached",
    "Role",
    "Share",
    "Store",
    "StorySummary",
    "Token",
    "User",
    "Worker",
    "work_on",
]
