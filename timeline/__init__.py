"""Dateline: reads news articles, rebuilds what happened when, and says where they disagree."""

__version__ = "0.1.0"
