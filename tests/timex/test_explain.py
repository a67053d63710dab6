"""The tree that `explain` draws."""

from __future__ import annotations

from datetime import date

from timeline.timex import explain

EASTER = """\
two weeks after Easter
├─ DATE 2013-04-14
├─ from 2013-04-14 to 2013-04-15 (day)
├─ rule counted-from: so long after a stated time
├─ counted from publication
└─ 2 weeks after Easter: from 2013-04-14 to 2013-04-15 (day)
   └─ Easter: from 2013-03-31 to 2013-04-01 (day)"""


def test_explain_draws_the_tree_of_operators() -> None:
    assert explain("two weeks after Easter", date(2013, 2, 12)) == EASTER


def test_explain_says_when_there_is_nothing() -> None:
    assert explain("the mill", date(2013, 2, 12)) == "no time expression in 'the mill'"


def test_explain_says_why_a_time_has_no_place() -> None:
    assert "not placed: times before our era have no interval" in explain("586 BC", date(2013, 2, 12))
