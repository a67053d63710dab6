"""What people hold of the findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.edits.anchors import LostError, Places
from timeline.model import Decision, Entry, Finding, FindingAnchor, Judge, Judgement, Span, Timeline, Unplaced
from timeline.story.log import in_force


def judge(timeline: Timeline, log: Sequence[Entry]) -> Timeline:
    """The story with every verdict beside its finding; of two on one finding the last counts."""
    places = Places(timeline.readings)
    findings = {f.id: f for f in timeline.findings}
    decisions, unplaced = list(timeline.decisions), list(timeline.unplaced)
    for entry in in_force(log):
        if not isinstance(entry.edit, Judge):
            continue
        try:
            found = _meant(entry.edit.finding, timeline.findings, places)
        except LostError as error:
            unplaced.append(Unplaced(entry, str(error)))
            continue
        verdict = Judgement(entry.edit.verdict, entry.edit.note, entry.who, entry.at, entry.number)
        findings[found.id] = replace(found, judgement=verdict)
        decisions.append(Decision(entry, (found.id,)))
    return replace(
        timeline,
        findings=tuple(findings.values()),
        decisions=tuple(sorted(decisions, key=lambda d: d.entry.number)),
        unplaced=tuple(sorted(unplaced, key=lambda u: u.entry.number)),
    )


def found_finding(timeline: Timeline, anchor: FindingAnchor) -> Finding | None:
    """The finding that an anchor means in this story; None when there is none."""
    try:
        return _meant(anchor, timeline.findings, Places(timeline.readings))
    except LostError:
        return None


def _meant(anchor: FindingAnchor, findings: Sequence[Finding], places: Places) -> Finding:
    """The finding of that check on the same quotes, or on some more or fewer of them. Raises LostError."""
    wanted = {(quote.article_id, places.span(quote)) for quote in anchor.quotes}
    same = [f for f in findings if f.check == anchor.check]
    for finding in same:
        if _places(finding) == wanted:
            return finding
    for finding in same:
        # One quote in common is too little: "Monday, but also Tuesday" is not "Monday, but also Friday".
        if len(_places(finding) & wanted) > 1 and (_places(finding) <= wanted or wanted <= _places(finding)):
            return finding
    raise LostError(f"“{anchor.check}” no longer finds this")


def _places(finding: Finding) -> set[tuple[str, Span]]:
    return {(q.article_id, q.span) for q in finding.quotes}
