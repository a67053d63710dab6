"""The headline's toll against the text's: what fires, and the neighbour that must not."""

from __future__ import annotations

import pytest

from timeline import articles
from timeline.checks._tolls import headline_tolls

LEAD = "A mill burned down in Lowen on Sunday, {}, the mayor said."
CONFLICTS = (
    ("14 Dead in Mill Fire", "killing 12 people"),
    ("Mill fire in Lowen, five hurt: paper", "injuring twelve people"),
    ("2 Dead, 1 Wounded in Lowen Fire", "and six people were killed"),
    ("14 Dead in Mill Fire", "killing at least 15 people"),
    ("Mill Fire Claims 14 Lives", "killing 12 people"),
    ("14 Lives Lost in Mill Fire", "killing 12 people"),
    ("14 Dead in Mill Fire", "claiming 12 lives"),
)
AGREED = (
    ("14 Dead in Mill Fire", "killing 14 people"),
    ("14 Dead in Mill Fire", "killing fourteen people"),
    ("14 Dead in Mill Fire", "killing at least 12 people"),
    ("14 Dead in Mill Fire", "injuring 12 people"),  # no toll of the same kind
    ("14 Dead in Mill Fire", "killing eight workers at once; by night 14 people were dead"),
    ("Up to 14 Dead in Mill Fire", "killing 20 people"),
    ("14 Dead in Mill Fire, 3 Dead in Flood", "killing 12 people"),  # two tolls
    ("Mill Burns in Lowen", "killing 12 people"),
    ("14 Feared Dead in Mill Fire", "killing 12 people"),
    ("Mill Fire Changes 14 Lives", "killing 12 people"),
    ("Mill Fire Claims 14 Lives", "taking 14 lives"),
)


def found(headline: str, lead: str) -> list[tuple[str, str]]:
    article = articles.from_text(f"{headline}\n\n{LEAD.format(lead)}", title=headline)
    return [(above.text, below.text) for above, below in headline_tolls(article)]


@pytest.mark.parametrize(("headline", "lead"), CONFLICTS)
def test_a_toll_that_the_text_does_not_have_is_found(headline: str, lead: str) -> None:
    assert len(found(headline, lead)) == 1


@pytest.mark.parametrize(("headline", "lead"), AGREED)
def test_a_toll_that_the_text_has_or_does_not_speak_of_is_left_alone(headline: str, lead: str) -> None:
    assert found(headline, lead) == []


def test_what_stands_far_below_may_be_another_toll() -> None:
    far = "The mill was old. " * 40
    assert found("14 Dead in Mill Fire", f"and was seen from afar. {far} In 1910 a fire killed 12 people") == []
