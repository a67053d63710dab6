"""The repair that a finding names removes it; so does taking out what it rests on."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checks import test_arithmetic, test_names, test_ranges, test_written_dates
from tests.checks.stories import Story
from tests.checks.stories import findings as of_stories
from tests.checks.test_page import SHOWN, findings
from timeline.checks._check import About
from timeline.model import Finding

TEXTS = (
    *((text, test_arithmetic.PUBLISHED) for text in test_arithmetic.WRONG),
    *((text, test_written_dates.PUBLISHED) for text in test_written_dates.IMPOSSIBLE),
    *((text, test_written_dates.PUBLISHED) for text in test_written_dates.MISMATCHED),
    *((text, None) for text in test_ranges.REVERSED),
    *((text, None) for text, *_ in test_names.TWO),
)


def mended(text: str, finding: Finding) -> str:
    """The text with the finding's repair made; every place of a name that is spelled in two ways."""
    repair = finding.repair
    assert repair is not None
    if finding.check == "name-spelling":
        return text.replace(repair.text, repair.replacement)
    return text[: repair.span.start] + repair.replacement + text[repair.span.end :]


def without(text: str, finding: Finding) -> list[str]:
    """The text without the sentence that the repair changes; where there is none, without that of any quote."""
    odd = [q.context for q in finding.quotes if finding.repair and q.context.contains(finding.repair.span)]
    contexts = odd or [q.context for q in finding.quotes]
    return [text[: context.start] + text[context.end :] for context in contexts]


@pytest.mark.parametrize("check", SHOWN, ids=lambda a: f"{a.code}: {a.says}")
def test_the_repair_of_an_example_removes_the_finding(check: About) -> None:
    for finding in findings(check, check.fires):
        if finding.repair is not None:
            assert not findings(check, mended(check.fires, finding))


@pytest.mark.parametrize("check", SHOWN, ids=lambda a: f"{a.code}: {a.says}")
def test_without_a_statement_of_an_example_the_finding_is_gone(check: About) -> None:
    messages = {f.message for f in findings(check, check.fires)}
    for finding in findings(check, check.fires):
        for rest in filter(str.strip, without(check.fires, finding)):
            assert messages.isdisjoint(f.message for f in findings(check, rest))


@pytest.mark.parametrize(("text", "published"), TEXTS)
def test_the_repair_removes_the_finding(text: str, published: date | None) -> None:
    for finding in of_stories(Story(text, published)):
        if finding.repair is not None:
            left = of_stories(Story(mended(text, finding), published))
            assert finding.check not in {f.check for f in left}
