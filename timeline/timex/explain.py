"""Why an expression means what it means, as a tree for people."""

from __future__ import annotations

from datetime import date

from timeline.model import Article, Basis, PublicationDate
from timeline.temporal.calendar import day_of
from timeline.timex.find import find
from timeline.timex.grammar import GRAMMAR
from timeline.timex.resolve import resolve


def explain(text: str, on: date) -> str:
    """Each expression of the text: its rule, its operators, its value and interval when the text appears on the day."""
    article = Article("explained", text, (), published=on)
    published = PublicationDate(on, day_of(on), 1.0, Basis.GIVEN)
    lines: list[str] = []
    for timex in resolve(article, find(article), published):
        rule = GRAMMAR.rules[timex.rule]
        lines += [
            timex.text,
            f"├─ {timex.type} {timex.value}",
            f"├─ rule {rule.name}: {rule.meaning}",
            f"├─ means {timex.meaning}",
        ]
        lines.append(
            f"└─ {timex.interval.start} to {timex.interval.end}" if timex.interval else f"└─ not placed: {timex.reason}"
        )
    return "\n".join(lines) if lines else f"no time expression in {text!r}"
