"""One event, reported at times that can't all hold: "Monday night's attack", "Tuesday night's rocket attack"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.checks._check import About, clipped, duration, finding, others
from timeline.checks._reports import (
    Report,
    bare_weekdays,
    groups,
    named_weekday,
    reports,
    tells_too,
    time_quote,
    word_span,
)
from timeline.checks._retold import retold
from timeline.checks._stories import Dissent, content, dissents, reprints, twins
from timeline.checks._telling import RECURS, are_done_by_others, share_names, telling
from timeline.model import Basis, Event, Finding, Merge, Passed, Repair, Role, Severity, Timeline

ABOUT = About(
    code="time-conflict",
    severity=Severity.HIGH,
    says="One event is told at two times that can't both hold.",
    fires=(
        "Gunmen attacked the oil depot in Lowen on Monday night, police said.\n\n"
        "No worker was hurt in Monday night's attack on the oil depot.\n\n"
        "Police are still investigating Wednesday night's attack on the oil depot."
    ),
    quiet=(
        "Gunmen attacked the oil depot in Lowen on Monday evening, police said.\n\n"
        "No worker was hurt in Monday night's attack on the oil depot."
    ),
    published=date(2019, 9, 26),
)
_SHOWN = 3
_GROUPS = 2
_REPRINTED, _ALIKE = 0.85, 0.7  # how sure: one sentence in two articles, two sentences that are much alike
_SHARED, _SHARED_SAME_WORD = 3, 2  # telling words of two articles' sentences; fewer where both say the same
_GAP_MAX = timedelta(days=2)
_OTHER_ONE = re.compile(
    r"\b(?:another|first|second|third|fourth|fifth|sixth|aftershocks?|again|previous|similar|both|each|every|other|latest|series|further|also|separate|additional|next)\b",
    re.IGNORECASE,
)


_SIMILAR = re.compile(r"\b(?:similar|another|earlier|previous|separate|unrelated)\b", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:from|than|until|till|since|before|after|by|through|to)\s+$", re.IGNORECASE)
_PHASE = re.compile(
    r"\b(?:(?P<end>ended|out|over|finished|concluded|stopped)|(?P<start>started|began|begun))\s+(?:(?:on|in|at|late|early)\s+)*$"
)


def check(timeline: Timeline) -> Iterator[Finding | Passed]:
    """One finding for each group of reports that stands against the majority, of an event or of a story."""
    bare = bare_weekdays(timeline)
    seen: set[str] = set()
    singles: list[Report] = []
    for event in timeline.events:
        if not event.status.is_asserted:
            continue
        single = list(_single(timeline, reports(timeline, event, bare)))
        singles.extend(single)
        decided = any(isinstance(entry.edit, Merge) for entry in timeline.decided.get(event.id, ()))
        for alike in [single] if decided else _alike(timeline, single):
            told = [r for r in alike if r.timex.id not in seen]
            conflict = _conflict(timeline, told, is_one=decided)
            if conflict:
                seen.update(r.timex.id for group in conflict for r in group)
                yield _finding(timeline, event, *conflict)
    for dissent in dissents(timeline, bare):
        if dissent.odd.timex.id not in seen:
            seen.add(dissent.odd.timex.id)
            yield _dissent(timeline, dissent)
    pairs = [(*pair, _REPRINTED) for pair in reprints(timeline, bare)]
    pairs += [(*pair, _ALIKE) for pair in (*twins(timeline, singles), *retold(timeline))]
    for first, second, confidence in pairs:
        if not {first.timex.id, second.timex.id} & seen:
            seen.update((first.timex.id, second.timex.id))
            yield _twins(timeline, first, second, confidence)


def _single(timeline: Timeline, told: Iterable[Report]) -> Iterator[Report]:
    """Reports of one definite happening: no plurals, no "second letter", no "another attack"."""
    for report in told:
        mention = report.mention
        text = timeline.articles[mention.article_id].text
        around = text[max(mention.sentence.start, mention.span.start - 48) : mention.span.end + 20]
        end = report.timex.span.end
        owned = text[end : end + 2] in ("'s", "’s")  # "before Friday's collapse" still puts the collapse on Friday.
        bounds = not owned and _BOUND.search(text, max(0, report.timex.span.start - 8), report.timex.span.start)
        if bounds or (mention.tense == "" and mention.plural) or _OTHER_ONE.search(around):
            continue
        if not any(_OTHER_ONE.search(p.text) for p in mention.participants if p.role in (Role.AGENT, Role.TARGET)):
            yield report  # "a second marine died"


def _conflict(
    timeline: Timeline, told: Sequence[Report], *, is_one: bool
) -> tuple[Sequence[Report], Sequence[Report]] | None:
    """The two groups of reports that can't both hold: by their days or, between articles, by their weekdays alone.

    With `is_one` a person holds the tellings to be of one event, so nothing else has to say so.
    """
    as_told = [told, [_as_sure(timeline, r) for r in told]] if len(_articles(told)) > 1 else [told]
    for found in map(groups, as_told):
        if len(found) == _GROUPS:
            kept, odd = found
            one = is_one or _is_one(timeline, kept, odd)
            if one and _is_slip(timeline, kept, odd) and _is_comparable(timeline, kept, odd):
                return kept, odd
    return None


def _alike(timeline: Timeline, told: Sequence[Report]) -> Iterator[Sequence[Report]]:
    """Reports that are held against each other: those of each article, then those of articles that say much the same.

    Articles tell one event in many parts; the time of one part says nothing about that of another.
    """
    by_article: defaultdict[str, list[Report]] = defaultdict(list)
    for report in told:
        by_article[report.mention.article_id].append(report)
    yield from by_article.values()
    if len(by_article) == 1:
        return
    words = [content(r.mention.sentence.of(timeline.articles[r.mention.article_id].text)) for r in told]
    parts: list[list[int]] = []
    for number, report in enumerate(told):
        near = [p for p in parts if any(_shares(report, told[n], words[number] & words[n]) for n in p)]
        parts = [p for p in parts if not any(p is other for other in near)]
        parts.append(sorted([number, *(n for p in near for n in p)]))
    yield from ([told[n] for n in part] for part in parts)


def _as_sure(timeline: Timeline, report: Report) -> Report:
    """A weekday counted from a guessed publication is a weekday alone: the article may be of another week."""
    given = {r.article.id for r in timeline.readings if r.publication.basis is Basis.GIVEN}
    sure = report.mention.article_id in given or not report.is_relative or report.weekday is None
    return report if sure else replace(report, interval=None)


def _shares(a: Report, b: Report, words: Collection[str]) -> bool:
    return len(words) >= (_SHARED_SAME_WORD if a.mention.lemma == b.mention.lemma else _SHARED)


def _is_slip(timeline: Timeline, kept: Sequence[Report], odd: Sequence[Report]) -> bool:
    """A slip of the pen is a day or two, and not inside one sentence, where two times tell two things."""
    if {(r.mention.article_id, r.mention.sentence) for r in kept} & {
        (r.mention.article_id, r.mention.sentence) for r in odd
    }:
        return False
    pairs = [(a, b) for a in kept for b in odd]
    if any(tells_too(timeline, a, b) or tells_too(timeline, b, a) for a, b in pairs):
        return False
    if any({_phase(timeline, a), _phase(timeline, b)} == {"start", "end"} for a, b in pairs):
        return False
    return not any(a.agrees(b) for a, b in pairs) and min(a.gap(b) for a, b in pairs) <= _GAP_MAX


def _phase(timeline: Timeline, report: Report) -> str:
    """Whether the time is that of the beginning or of the end: "burned itself out late yesterday"."""
    text, start = timeline.articles[report.mention.article_id].text, report.timex.span.start
    found = _PHASE.search(text, max(0, start - 24), start)
    return found.lastgroup or "" if found else ""


def _tells_alike(timeline: Timeline, a: Report, b: Report) -> bool:
    """Told by one kind of word, or with two telling words in common."""
    first, second = (content(r.mention.sentence.of(timeline.articles[r.mention.article_id].text)) for r in (a, b))
    return a.mention.frame == b.mention.frame or len(first & second) >= _SHARED_SAME_WORD


def _is_one(timeline: Timeline, kept: Sequence[Report], odd: Sequence[Report]) -> bool:
    """Two tellings with other names, or of what happens day after day, are two happenings."""
    if len(_articles([*kept, *odd])) > 1:
        if any(r.mention.lemma in RECURS or _is_beside(timeline, r) for r in odd):
            return False
        return not any(are_done_by_others(a.mention, b.mention) for a in kept for b in odd)
    if any(r.mention.lemma in RECURS for r in (*kept, *odd)):
        return False
    if len(timeline.readings) > 1 and not any(_tells_alike(timeline, a, b) for a in kept for b in odd):
        return False  # only other articles hold them together
    return all(share_names(timeline, a.mention, b.mention) for a in kept for b in odd)


def _is_beside(timeline: Timeline, report: Report) -> bool:
    """Told of another case than the article's own: "awaits the end of a similar case, in which Roe was arrested"."""
    text, mention = timeline.articles[report.mention.article_id].text, report.mention
    return _SIMILAR.search(text, mention.sentence.start, mention.span.start) is not None


def _is_comparable(timeline: Timeline, kept: Sequence[Report], odd: Sequence[Report]) -> bool:
    """Between articles, "today" counts only where the day of publication is given."""
    if _articles(kept) == _articles(odd) and len(_articles(kept)) == 1:
        return True
    if _articles(kept) & _articles(odd):
        return False  # a paper that tells both times tells two events, or contradicts itself
    if all(r.is_seen_from_publication for r in kept) != all(r.is_seen_from_publication for r in odd):
        return False  # Thursday's "today" on one side of the world is Friday on the other
    given = {r.article.id: r.publication.basis is Basis.GIVEN for r in timeline.readings}
    return all(given[r.mention.article_id] or not r.is_seen_from_publication for r in (*kept, *odd))


def _finding(timeline: Timeline, event: Event, kept: Sequence[Report], odd: Sequence[Report]) -> Finding:
    gap = min(a.gap(b) for a in kept for b in odd if not a.agrees(b))
    words = " and ".join(f"“{w}”" for w in dict.fromkeys(r.timex.text for r in kept[:_SHOWN]))
    against = " and ".join(f"“{w}”" for w in dict.fromkeys(r.timex.text for r in odd[:_SHOWN]))
    majority = len({r.timex.id for r in kept}) > len({r.timex.id for r in odd})
    within = len(_articles([*kept, *odd])) == 1  # between articles, two happenings are more easily taken for one
    return finding(
        ABOUT,
        f"“{event.title}” is told at times that can't both hold: {words}, but also {against}, {duration(gap)} apart.",
        [time_quote(timeline, r) for r in (*_distinct(kept), *_distinct(odd))],
        severity=Severity.HIGH if within else Severity.MEDIUM,
        confidence=(0.9 if majority or len(timeline.readings) == 1 else 0.8) if within else 0.6,
        gap=duration(gap),
        explanations=(
            "Two different events may have been taken for one.",
            *(("One article may have been written in another week.",) if _articles(kept) != _articles(odd) else ()),
        ),
        repair=_repair(timeline, kept, odd, even=not majority) if majority or len(kept) == len(odd) else None,
        depends_on_publication=_depends(timeline, kept, odd),
        events=(event.id,),
    )


def _dissent(timeline: Timeline, dissent: Dissent) -> Finding:
    kept = list({r.mention.article_id: r for r in reversed(dissent.majority)}.values())[::-1]
    words = " and ".join(f"“{w}”" for w in dict.fromkeys(r.timex.text for r in kept[:_SHOWN]))
    odd = dissent.odd
    told = clipped(telling(timeline, odd.mention))
    events = (timeline.event_of.get(r.mention.id) for r in (odd, *kept))
    return finding(
        ABOUT,
        f"“{told}”: one article says “{odd.timex.text}”, {others(len(kept))} {words}.",
        [time_quote(timeline, odd), *(time_quote(timeline, r) for r in kept[:_SHOWN])],
        severity=Severity.MEDIUM,
        confidence=0.5,
        gap=duration(min(odd.gap(r) for r in kept)),
        explanations=("The article may tell another event of the same story.",),
        repair=_repair(timeline, kept, [odd]),
        depends_on_publication=_depends(timeline, kept, [odd]),
        events=tuple(dict.fromkeys(e.id for e in events if e)),
    )


def _twins(timeline: Timeline, first: Report, second: Report, confidence: float) -> Finding:
    events = (timeline.event_of.get(r.mention.id) for r in (first, second))
    gap = duration(first.gap(second))
    times = f"“{first.timex.text}”", f"“{second.timex.text}”"
    told, again = (f"“{clipped(telling(timeline, r.mention))}”" for r in (first, second))
    reprint = confidence == _REPRINTED
    return finding(
        ABOUT,
        f"Two articles print one sentence with two times, {times[0]} and {times[1]}, {gap} apart."
        if reprint
        else f"{told} ({times[0]}) and {again} ({times[1]}) seem to be one event, but are {gap} apart.",
        [time_quote(timeline, first), time_quote(timeline, second)],
        severity=Severity.MEDIUM,
        confidence=confidence,
        gap=gap,
        explanations=(
            "One article may have been written in another week."
            if first.mention.article_id != second.mention.article_id
            else "Two different events may be told in much the same words.",
        ),
        repair=_repair(timeline, [first], [second], even=True),
        depends_on_publication=_depends(timeline, [first], [second]),
        events=tuple(dict.fromkeys(e.id for e in events if e)),
    )


def _distinct(told: Sequence[Report]) -> list[Report]:
    return list({r.timex.id: r for r in reversed(told)}.values())[::-1][:_SHOWN]


def _articles(told: Sequence[Report]) -> set[str]:
    return {r.mention.article_id for r in told}


def _depends(timeline: Timeline, kept: Sequence[Report], odd: Sequence[Report]) -> bool:
    """Two weekdays of one article conflict whenever it appeared; a weekday and a date need its date."""
    if _articles(kept) == _articles(odd) and len(_articles(kept)) == 1:
        return any(a.is_relative != b.is_relative for a in kept for b in odd)
    published = {r.article.id: r.publication.basis for r in timeline.readings}
    return any(r.is_relative and published[r.mention.article_id] is not Basis.GIVEN for r in (*kept, *odd))


def _repair(timeline: Timeline, kept: Sequence[Report], odd: Sequence[Report], *, even: bool = False) -> Repair | None:
    """The majority's weekday in place of the odd one, where both are named; `even` when there is no majority."""
    wrong = named_weekday(odd[0].timex)
    right = next((m for m in (named_weekday(r.timex) for r in kept) if m), None)
    if wrong is None or right is None or wrong[0].lower() == right[0].lower():
        return None
    span = word_span(odd[0].timex, wrong)
    replacement = right[0].upper() if wrong[0].isupper() else right[0].capitalize()
    article = timeline.articles[odd[0].mention.article_id]
    within = "" if odd[0].timex.text == wrong[0] else f" in “{odd[0].timex.text}”"
    says = f"Write “{replacement}” for “{wrong[0]}”{within}{', or the other way round' if even else ''}."
    return Repair(article.id, span, wrong[0], replacement, says)
