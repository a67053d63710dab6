"""Article text -> HTML with marks that nest however their spans cross. Everything of the article is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from timeline.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to wrap in `<tag class=… id=… title=…>`; the id stands on its first piece only."""

    span: Span
    style: str
    id: str = ""
    title: str = ""
    tag: str = "span"

    def opened(self, *, first: bool) -> Markup:
        """Its opening tag."""
        named = Markup(' id="{}"').format(self.id) if first and self.id else Markup("")
        titled = Markup(' title="{}"').format(self.title) if self.title else Markup("")
        return Markup('<{} class="{}"{}{}>').format(self.tag, self.style, named, titled)

    def closed(self) -> Markup:
        """Its closing tag."""
        return Markup("</{}>").format(self.tag)


def highlight(text: str, within: Span, marks: Iterable[Mark]) -> Markup:
    """The part `within` of the text with the marks around their words, clipped to it.

    Where two marks cross, the inner one is closed and opened again, so that the elements nest. Wider marks lie outside;
    of two over the same words the one given first.
    """
    clipped = _clipped(marks, within)
    edges = sorted({within.start, within.end} | {e for m in clipped for e in (m.span.start, m.span.end)})
    out: list[Markup] = []
    stack: list[Mark] = []
    for at, until in pairwise(edges):
        _close(out, stack, at)
        for mark in (m for m in clipped if m.span.start == at):
            stack.append(mark)
            out.append(mark.opened(first=True))
        out.append(escape(text[at:until]))
    _close(out, stack, within.end)
    return Markup("").join(out)


def snippet(text: str, within: Span, span: Span, around: int, style: str) -> Markup:
    """The marked words of `span` with so many characters of `within` about them, cut between words."""
    start, end = max(within.start, span.start - around), min(within.end, span.end + around)
    if start > within.start and " " in text[start : span.start]:
        start = text.find(" ", start, span.start) + 1
    if end < within.end and " " in text[span.end : end]:
        end = text.rfind(" ", span.end, end)
    cut = highlight(text, Span(start, end), [Mark(span, style, tag="mark")])
    return Markup("{}{}{}").format("… " if start > within.start else "", cut, " …" if end < within.end else "")


def _clipped(marks: Iterable[Mark], within: Span) -> Sequence[Mark]:
    """The marks cut to the part, without those that hold nothing of it; wider before narrower."""
    inside = []
    for mark in marks:
        start, end = max(mark.span.start, within.start), min(mark.span.end, within.end)
        if start < end:
            inside.append(Mark(Span(start, end), mark.style, mark.id, mark.title, mark.tag))
    return sorted(inside, key=lambda m: (m.span.start, -m.span.end))


def _close(out: list[Markup], stack: list[Mark], at: int) -> None:
    """Close the marks that end here, and reopen those that had to be closed on the way to them."""
    ending = [i for i, m in enumerate(stack) if m.span.end <= at]
    if not ending:
        return
    reopened = [m for m in stack[ending[0] :] if m.span.end > at]
    while len(stack) > ending[0]:
        out.append(stack.pop().closed())
    for mark in reopened:
        out.append(mark.opened(first=False))
        stack.append(mark)
