"""The article's own date: what its text and its page say about the day it appeared."""

from timeline.publication.infer import infer

__all__ = ["infer"]
