"""The guided example: the article that comes with the program, step by step from its timeline to its exports.

Where a reader is stands in a cookie, so that it can be left on any page and gone on with later, without a script too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import Blueprint, g, redirect, request, url_for
from werkzeug.wrappers import Response

from timeline.errors import NotFoundError
from timeline.model import Event, Finding, Timeline
from web import access, words
from web.accounts import own_path
from web.pages import shown_story, store

COOKIE = "dateline-guide"
KEPT_S = 90 * 24 * 3600
LEFT = "-left"
"""Ends the cookie of who went away, and may come back."""

OVER = "over"

blueprint = Blueprint("guide", __name__)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to see: what it is, what to look at, and the page and the place on it."""

    title: str
    says: str
    address: str
    place: str


@dataclass(frozen=True, slots=True)
class Example:
    """What is shown of a story: an event, a disputed one if there is any, and the worst finding about it."""

    story: Timeline
    event: Event
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class Guide:
    """The steps through the example, and how far whoever looks has come: `at` counts from 1, 0 is not begun."""

    story_id: str
    steps: tuple[Step, ...]
    at: int
    is_left: bool

    @property
    def step(self) -> Step:
        """The one at hand."""
        return self.steps[max(self.at, 1) - 1]


@blueprint.get("/guide")
def start() -> Response:
    """Begin, or go on where it was left."""
    return step(str(max(_guide().at, 1)))


@blueprint.get("/guide/<number>")
def step(number: str) -> Response:
    """Go to the page of a step."""
    steps = {str(n): step for n, step in enumerate(_guide().steps, 1)}
    if number not in steps:
        raise NotFoundError(f"the guided example has no step {number!r}; choose one from 1 to {len(steps)}")
    return _keeping(redirect(steps[number].address, 303), number)


@blueprint.post("/guide/leave")
def leave() -> Response:
    """Take the guide away from the page; after the last step for good, else until somebody goes on."""
    over = request.form.get("over") == "1"
    back = url_for("pages.stories") if over else own_path(request.form.get("back", ""))
    return _keeping(redirect(back, 303), OVER if over else f"{_number()}{LEFT}")


@blueprint.app_context_processor
def _for_templates() -> dict[str, object]:
    """`guide()` is the guide where there is an example to see, `guide_here()` on the pages of the example alone."""
    return {"guide": _found, "guide_here": _here}


def _here() -> Guide | None:
    """The guide, when somebody follows it and this is a page of its story."""
    story_id = (request.view_args or {}).get("story_id")
    if story_id is None or not _number() or _is_left():
        return None
    guide = _found(waits=True)
    return guide if guide and story_id == guide.story_id else None


def _guide() -> Guide:
    guide = _found(waits=True)
    if guide is None:
        raise NotFoundError("there is no example here; its story was deleted, or not given to you")
    return guide


def _found(*, waits: bool = False) -> Guide | None:
    """The guide through the first story that came with the program; one that is to be read anew has none yet."""
    if "example" not in g:
        g.example = store().seed(access.user())
    if g.example is None:
        return None
    story = shown_story(g.example) if waits else store().kept(g.example)
    return None if story is None else _made(story)


def _made(story: Timeline) -> Guide | None:
    shown = _example(story)
    if shown is None:
        return None
    steps = tuple(step for step in (make(shown) for make in _STEPS) if step is not None)
    return Guide(story.story_id, steps, min(_number(), len(steps)), _is_left())


def _example(story: Timeline) -> Example | None:
    event = next((e for e in story.events if e.is_disputed), next((e for e in story.events if e.time), None))
    if event is None:
        return None
    return Example(story, event, next((f for f in story.findings if event.id in f.events and f.root is None), None))


def _chart(shown: Example) -> Step:
    return Step(
        "See what happened when",
        "Each bar is an event, from the earliest to the latest moment that its words allow. Red is disputed: the full "
        "bar is the date that is kept, the outline the other one. Choose any bar, or any row of the table.",
        url_for("pages.timeline", story_id=shown.story.story_id),
        "chart-title",
    )


def _panel(shown: Example) -> Step:
    told = words.count(len(shown.event.mentions), "time")
    return Step(
        "Ask why",
        f"“{shown.event.title}” is told {told}, and here is every sentence that does. “Why this date” under each shows "
        "the words, what they were counted from, and the rule that read them.",
        url_for("pages.timeline", story_id=shown.story.story_id, event=shown.event.id, _anchor="panel"),
        "panel",
    )


def _finding(shown: Example) -> Step | None:
    if shown.finding is None:
        return None
    told = ", ".join(dict.fromkeys(f"“{quote.text}”" for quote in shown.finding.quotes))
    return Step(
        "See what does not hold together",
        f"{told}: these can’t all be right. The quotes stand side by side, with how far apart they are, the smallest "
        "repair, and what may be innocent about it. It is a question to ask, not a verdict.",
        _report(shown, shown.finding),
        shown.finding.id,
    )


def _what_if(shown: Example) -> Step | None:
    reading = shown.story.readings[0]
    day = reading.publication.date
    if day is None:
        return None
    other = next(iter(reading.publication.alternatives), day + timedelta(days=1))
    page: dict[str, Any] = {"story_id": shown.story.story_id, "article_id": reading.article.id}
    return Step(
        "Ask “what if?”",
        f"The article appeared on {words.day(day)}; the evidence for that stands above. Had it been "
        f"{words.day(other)}, all this would change. Nothing of it is kept unless you press “Keep”.",
        url_for("pages.article", **page, what_if=other.isoformat(), _anchor="what-if"),
        "what-if",
    )


def _verdict(shown: Example) -> Step | None:
    if shown.finding is None or not access.may(access.Need.EDIT, shown.story.story_id):
        return None
    return Step(
        "Have the last word",
        "Open “Confirm, explain or dismiss” under the finding and confirm it: the report shows that you did. Then "
        "press “Undo”. The History keeps both, and nothing is ever lost.",
        _report(shown, shown.finding),
        shown.finding.id,
    )


def _exports(shown: Example) -> Step:
    return Step(
        "Take it along",
        "As a spreadsheet, a calendar, a page that works offline, a report to print, or as JSON, which comes back as "
        "the same story. Exports hold what the filter shows. That is all: now try an article of your own.",
        url_for("pages.timeline", story_id=shown.story.story_id, _anchor="export"),
        "export",
    )


_STEPS: tuple[Callable[[Example], Step | None], ...] = (_chart, _panel, _finding, _what_if, _verdict, _exports)


def _report(shown: Example, finding: Finding) -> str:
    return url_for("pages.inconsistencies", story_id=shown.story.story_id, _anchor=finding.id)


def _number() -> int:
    """The step that the cookie holds; 0 for none."""
    number = request.cookies.get(COOKIE, "").removesuffix(LEFT)
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 3 else 0


def _is_left() -> bool:
    return request.cookies.get(COOKIE, "").endswith(LEFT)


def _keeping(response: Response, value: str) -> Response:
    response.set_cookie(COOKIE, value, max_age=KEPT_S, secure=request.is_secure, httponly=True, samesite="Lax")
    return response
