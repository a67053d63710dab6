"""The day an article appeared, from everything that speaks for one."""

from __future__ import annotations

from datetime import date

from timeline.model import Article, Basis, BlockKind, Evidence, Expression, PublicationDate
from timeline.temporal.interval import Interval
from timeline.temporal.operators import calendar_date


def infer(article: Article, expressions: tuple[Expression, ...]) -> PublicationDate:
    """The publication date: as it was given, or the likeliest day by the text and the page, or none."""
    if article.published is not None:
        return PublicationDate(article.published, Interval.of_day(article.published), 1.0, Basis.GIVEN)
    archive = [b.span for b in article.blocks if b.kind is BlockKind.ARCHIVE_CAPTION]
    for expression in expressions:
        found = calendar_date(expression.operator)
        if found is None or not (found.year and found.month and found.day):
            continue
        if any(span.contains(expression.span) for span in archive):
            continue
        try:
            day = date(found.year, found.month, found.day)
        except ValueError:
            continue
        evidence = Evidence("date", expression.span, expression.text, f"the text is dated {expression.text}")
        return PublicationDate(day, Interval.of_day(day), 0.8, Basis.TEXT, (evidence,))
    return PublicationDate(None, None, 0.0, Basis.NONE)
