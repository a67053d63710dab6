"""What a reader asked to see of a story. Lives in the address, so that a link shows another person the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from timeline.model import Event
from timeline.story import Filter
from timeline.story.filters import Arguments
from web.rows import ORDERS

LANES = ("topic", "source", "status")
"""What the chart's lanes can be sorted by."""

UNDATED = ("shown", "hidden")
"""Whether the chart draws what no words date; where the reader does not say, the room decides."""

USUAL = {"sort": "when", "page": "1"}
"""Values that the address leaves out."""


@dataclass(frozen=True, slots=True)
class View:
    """The chosen event, a filter, the table's order and page, and what the chart shows."""

    event: str = ""
    wanted: Filter = field(default_factory=Filter)
    sort: str = "when"
    page: int = 1
    lanes: str = ""
    compressed: bool = False
    zoom: str = ""
    inferred: bool = False  # the chart draws inferred links of the chosen event too
    undated: str = ""  # one of UNDATED

    @classmethod
    def parse(cls, arguments: Arguments) -> View:
        """The view that the address asks for; a filter must be right, all else falls back to the usual view.

        Raises InputError for a filter that means nothing.
        """
        one = {name: values[0] for name, values in arguments.items() if values}
        sort, page = one.get("sort", "when"), one.get("page", "1")
        return cls(
            event=one.get("event", ""),
            wanted=Filter.parse(arguments),
            sort=sort if sort.removeprefix("-") in ORDERS else "when",
            page=int(page) if re.fullmatch("[1-9][0-9]{0,5}", page) else 1,
            lanes=one.get("lanes", "") if one.get("lanes") in LANES else "",
            compressed=one.get("gaps") == "compressed",
            zoom=one.get("zoom", "")[:80],
            inferred=one.get("links") == "inferred",
            undated=one.get("undated", "") if one.get("undated") in UNDATED else "",
        )

    def draws(self, event: Event) -> bool:
        """The event gets a bar: it has a date, and it is asserted or the reader looks at every status."""
        every = bool(self.wanted.status) or self.lanes == "status"
        return event.time is not None and (every or event.status.is_asserted)

    def arguments(self, **changed: str) -> dict[str, list[str]]:
        """The address's arguments for this view with some of them changed; usual values are left out."""
        wanted = {
            "event": self.event,
            "sort": self.sort,
            "page": str(self.page),
            "lanes": self.lanes,
            "gaps": "compressed" if self.compressed else "",
            "undated": self.undated,
            "zoom": self.zoom,
            "links": "inferred" if self.inferred else "",
        } | changed
        return self.wanted.arguments() | {k: [v] for k, v in wanted.items() if v and USUAL.get(k) != v}

    def hidden(self) -> Iterable[tuple[str, str]]:
        """What a form that changes the filter carries along."""
        rest = replace(self, wanted=Filter(), page=1)
        return [(name, value) for name, values in rest.arguments().items() for value in values]

    def filtered(self, wanted: Filter) -> dict[str, list[str]]:
        """The address's arguments for this view with another filter, on its first page."""
        return replace(self, wanted=wanted, page=1).arguments()

    def toggled(self, column: str) -> str:
        """The order that a click on a column's head asks for."""
        return f"-{column}" if self.sort == column else column
