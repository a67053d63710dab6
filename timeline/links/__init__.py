"""How events hang together, each link with its quote."""

from timeline.links.connect import connect
from timeline.links.order import inferred
from timeline.links.stated import stated

__all__ = ["connect", "inferred", "stated"]
