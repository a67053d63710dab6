"""The sentences that every inconsistency report shares, whatever it is written on."""

from __future__ import annotations

import re
import unicodedata

from timeline.export.findings import Group, counted
from timeline.model import Basis, Finding, Judgement, Quote, Reading, Timeline
from timeline.wording import VERDICTS, articles, count, day, percent, publication_basis


def plain(text: str) -> str:
    """The text on one line, without the characters that steer a terminal or turn the reading direction."""
    return _flow(text).strip()


def harmless(lines: str) -> str:
    """The lines without those characters, else as they are."""
    return "".join(c for c in lines if c in "\n\t" or not _steers(c))


def _flow(text: str) -> str:
    """The same on one line, with a space at an end where there was one."""
    return _SPACES.sub(" ", "".join(c for c in text if c.isspace() or not _steers(c)))


def _steers(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or unicodedata.bidirectional(character) in _TURNS


_SPACES = re.compile(r"\s+")
_TURNS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def title(timeline: Timeline) -> str:
    """What the report is called."""
    return f"Inconsistency report: {plain(timeline.title or timeline.story_id)}"


def numbers(timeline: Timeline, groups: tuple[Group, ...]) -> str:
    """The report in numbers: "2 articles, 7 events; findings: 1 high, 1 low"."""
    found = ", ".join(f"{number} {severity.value}" for severity, number in counted(groups))
    told = articles(len(timeline.readings), len(timeline.sources(timeline.articles)))
    size = f"{told}, {count(len(timeline.events), 'event')}"
    return f"{size}; findings: {found}" if found else f"{size}; nothing found"


def named(timeline: Timeline, article_id: str) -> str:
    """An article by its source when no other has the same, else by its id."""
    article = timeline.articles.get(article_id)
    source = plain(article.source) if article else ""
    alike = sum(plain(a.source) == source for a in timeline.articles.values())
    return source if source and alike == 1 else article_id


def copied(timeline: Timeline, reading: Reading) -> str:
    """ "; a copy of wire: the same text word for word" for an article that prints another's text; else empty."""
    copy = timeline.copy_of.get(reading.article.id)
    return f"; a copy of {named(timeline, copy.of)}: {copy.why}" if copy else ""


def published(reading: Reading) -> str:
    """When an article appeared, and how sure that is."""
    publication = reading.publication
    if publication.date is None:
        days = ", ".join(day(d) for d in publication.alternatives)
        return f"publication date unknown; possible: {days}" if days else "publication date unknown"
    words = f"published {day(publication.date)}, {publication_basis(reading)}"
    if publication.basis is not Basis.GIVEN:
        words += f" ({percent(publication.confidence)} sure)"
    others = ", ".join(day(d) for d in publication.alternatives)
    return f"{words}; possibly {others}" if others else words


def context(timeline: Timeline, quote: Quote) -> tuple[str, str, str]:
    """The sentence of a quote: what stands before the words, the words, what stands after them."""
    article = timeline.articles.get(quote.article_id)
    if article is None:
        return "", plain(quote.text), ""
    before = article.text[min(quote.context.start, quote.span.start) : quote.span.start]
    after = article.text[quote.span.end : max(quote.context.end, quote.span.end)]
    return _flow(before).lstrip(), plain(quote.span.of(article.text)), _flow(after).rstrip()


def judged(judgement: Judgement) -> str:
    """Who held what of a finding, when and why."""
    by = f"by {judgement.who}, " if judgement.who else ""
    return f"{by}{day(judgement.at.date())}" + (f": {judgement.note}" if judgement.note else "")


def remarks(finding: Finding) -> tuple[tuple[str, str], ...]:
    """What there is to say about a finding, each under its heading."""
    notes = [("Gap", finding.gap)] if finding.gap else []
    if finding.repair:
        notes.append(("Smallest repair", finding.repair.says))
    notes += [("May be innocent", explanation) for explanation in finding.explanations]
    if finding.depends_on_publication:
        notes.append(("Rests on the publication date", "another one may remove this finding"))
    notes.append(("Confidence", percent(finding.confidence)))
    if finding.judgement:
        notes.append((VERDICTS[finding.judgement.verdict].capitalize(), judged(finding.judgement)))
    return tuple((heading, plain(words)) for heading, words in notes)
