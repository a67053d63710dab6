"""Time expressions: found by rules over a lexicon, then placed from the publication date and what the text says."""

from timeline.timex.explain import explain, explained
from timeline.timex.find import find
from timeline.timex.resolve import resolve
from timeline.timex.written import written

__all__ = ["explain", "explained", "find", "resolve", "written"]
