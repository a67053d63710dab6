"""Each check's own examples; and docs/checks.md, which is made of them.

`python -m tests.checks.test_page > docs/checks.md` writes the page anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline import articles, pipeline
from timeline.checks import about
from timeline.checks._check import About
from timeline.model import Finding

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"
HEAD = """# Consistency checks

What Dateline holds against each other, worst first. Each check is one file in `timeline/checks/`; this page is made of
what the files say of themselves (`python -m tests.checks.test_page > docs/checks.md`), and tests keep its examples.

High and medium are alarms for an editor, low and info are notes. A finding says whether it holds whatever the day of
publication, which edit would remove it, and with which root it goes away.
"""
SHOWN = tuple(a for a in about() if a.fires)


def findings(check: About, text: str) -> tuple[Finding, ...]:
    article = articles.from_text(text, id="example", published=check.published)
    timeline = pipeline.build_timeline([pipeline.read_article(article)])
    return tuple(f for f in timeline.findings if f.check == check.code)


def page() -> str:
    return HEAD + "".join(part for check in about() for part in section(check))


def section(check: About) -> Iterator[str]:
    yield f"\n## `{check.code}` ({check.severity.value})\n\n{check.says}\n"
    if not check.fires:
        yield "\nNo example in plain text: it takes the date of a page's metadata or address.\n"
        return
    when = f", published {check.published.isoformat()}" if check.published else ""
    yield f"\nFires{when}:\n\n{quoted(check.fires)}\n"
    for finding in findings(check, check.fires):
        repair = f" Repair: {finding.repair.says}" if finding.repair else ""
        yield f"\n- {finding.message}{repair}\n"
    yield f"\nStays quiet:\n\n{quoted(check.quiet)}\n"


def quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


@pytest.mark.parametrize("check", SHOWN, ids=lambda a: f"{a.code}: {a.says}")
def test_the_example_fires(check: About) -> None:
    assert findings(check, check.fires)


@pytest.mark.parametrize("check", SHOWN, ids=lambda a: f"{a.code}: {a.says}")
def test_its_neighbour_stays_quiet(check: About) -> None:
    assert not findings(check, check.quiet)


@pytest.mark.parametrize("check", SHOWN, ids=lambda a: f"{a.code}: {a.says}")
def test_an_alarm_says_all_that_an_editor_needs(check: About) -> None:
    for finding in findings(check, check.fires):
        assert finding.message.endswith((".", "”"))
        assert all(quote.text in check.fires for quote in finding.quotes)
        if finding.severity.rank < 2:
            assert finding.explanations, "innocent reasons"
            assert any(quote.says for quote in finding.quotes), "resolved values"
            assert finding.gap or finding.repair or check.code == "attribution-conflict" or len(finding.quotes) > 1


def test_the_page_is_what_the_checks_say() -> None:
    assert PAGE.read_text("utf-8") == page()


if __name__ == "__main__":
    sys.stdout.write(page())
