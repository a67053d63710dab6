"""The log of a story as a page shows it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from timeline.model import Anchor, Article, Edit, Entry, EventAnchor, SetPublication, Timeline, Undo
from timeline.story import log
from timeline.story.log import history
from web import words
from web.panel import headline


@dataclass(frozen=True, slots=True)
class Held:
    """Words that an edit holds on to, with what stood around them; `article` is None when the story has it no more."""

    article: Article | None
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: what it says, what became of it, and why it finds no place if it does not."""

    entry: Entry
    says: str
    note: str
    undone_by: Entry | None
    reason: str
    held: Held | None  # of one that finds no place
    event: str  # the id of the event it fell on, empty for none
    finding: str
    article: str

    @property
    def stands(self) -> bool:
        """It counts and is seen."""
        return self.undone_by is None and not self.reason


def lines(story: Timeline) -> tuple[Line, ...]:
    """Every entry, the last first."""
    events, findings = {e.id for e in story.events}, {f.id for f in story.findings}
    return tuple(_line(story, line, events, findings) for line in reversed(history(story)))


def _line(story: Timeline, line: log.Line, events: Container[str], findings: Container[str]) -> Line:
    edit = line.entry.edit

    def target(shown: Container[str]) -> str:
        return next((t for t in line.targets if t in shown), "")

    return Line(
        line.entry,
        says(story, edit),
        getattr(edit, "note", ""),
        line.undone_by,
        _named(story, line.reason),
        _held(story, edit, line.reason) if line.reason else None,
        target(events),
        target(findings),
        target(story.articles),
    )


def says(story: Timeline, edit: Edit) -> str:
    """What a person did, with articles by their headlines and an undone entry in its own words."""
    if isinstance(edit, Undo):
        undone_one = next((e.edit for e in story.log if e.number == edit.number), None)
        was = words.decision(edit) if undone_one is None else says(story, undone_one)
        return f"Undone: {was[:1].lower() if was[1:2].islower() else was[:1]}{was[1:]}"
    said = words.decision(edit)
    return _named(story, said) if isinstance(edit, SetPublication) else said


def _named(story: Timeline, said: str) -> str:
    """The sentence with headlines in the place of the ids of articles."""
    for article in story.articles.values():
        said = said.replace(f"“{article.id}”", f"“{headline(article)}”")
    return said


def _held(story: Timeline, edit: Edit, reason: str) -> Held | None:
    """The words that an edit holds on to and misses; None for one that holds on to an article or another edit."""
    anchors = list(_anchors(edit))
    if not anchors:
        return None
    missed = next((a for a in anchors if a.article_id in reason), anchors[0])
    before = missed.prefix.partition(" ")[2] or missed.prefix  # without the half words at the ends
    after = missed.suffix.rpartition(" ")[0] or missed.suffix
    return Held(story.articles.get(missed.article_id), before, missed.exact, after)


def _anchors(edit: Edit) -> Iterator[Anchor]:
    for name in ("event", "finding"):
        yield from getattr(getattr(edit, name, None), "quotes", ())
    other = getattr(edit, "other", None)
    if isinstance(other, EventAnchor):
        yield from other.quotes
