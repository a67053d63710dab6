"""Mentions held to be one happening, within and across articles, and the time they agree on."""

from timeline.events.gather import gather, group, name, tell

__all__ = ["gather", "group", "name", "tell"]
