from __future__ import annotations

from dataclasses import replace

from tests.samples import FINDINGS, harbour_fire
from timeline.model import Severity
from web import report, words


def test_root_causes_come_worst_first_with_their_symptoms_below() -> None:
    found = report.cards(harbour_fire())
    assert [card.finding.id for card in found] == ["f1", "f3", "f4", "f5"]
    assert [card.finding.id for card in found[0].symptoms] == ["f2"]
    assert report.tally(found) == tuple((s, 1) for s in Severity)


def test_a_symptom_whose_root_is_unknown_stands_for_itself() -> None:
    lost = replace(harbour_fire(), findings=(replace(FINDINGS[1], root="gone"), replace(FINDINGS[2], root="f3")))
    assert [card.finding.id for card in report.cards(lost)] == ["f2", "f3"]


def test_the_repair_is_shown_as_a_correction_in_its_sentence() -> None:
    correction = report.cards(harbour_fire())[0].correction
    assert correction is not None
    assert "that <del>Monday</del> <ins>Tuesday</ins> night" in correction.sentence


def test_a_quote_marks_the_words_that_disagree_in_their_sentence() -> None:
    quote = report.cards(harbour_fire())[0].quotes[0]
    assert '<mark class="disputed">Tuesday evening</mark>, the harbour master said' in quote.context


def test_a_check_that_has_no_name_yet_is_called_by_its_code() -> None:
    assert words.check_name("time-conflict") == "Times disagree"
    assert words.check_name("some-new-check") == "Some new check"
