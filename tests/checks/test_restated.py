"""Figures that an article tells twice, by its words alone: what fires, and the neighbour that must not."""

from __future__ import annotations

import pytest

from tests.reading import read
from timeline import articles
from timeline.checks._restated import restated

TWICE = (
    ("Doe beats Roe by 312 votes in Lowen", "Ann Doe beat Jim Roe in Lowen by 412 votes on Sunday."),
    ("Nordmark to buy Roe for $3.4 billion", "Nordmark said it will buy its rival Roe for $3.1 billion in cash."),
    ("Mill fire in Lowen costs £4 million", "The mill fire in Lowen will cost £6 million, the mayor said."),
    ("Nordmark to close eight mills", "Nordmark said on Sunday it will close nine steel mills."),
    ("Rovers beat Lowen 3-2", "Rovers beat Lowen 4-2 on Sunday."),
    ("Siege ends in Lowen", "A nine-hour siege ended in Lowen. The six-hour siege began at dawn."),
    ("Doe jailed", "Ann Doe was jailed for nine years. Her sister wept at the seven-year sentence."),
    ("Nordmark buys Roe", "Nordmark said it will buy Roe for $3.4 billion. The $4.3 billion takeover saves money."),
    ("Plane falls", "A plane carrying seven people fell into the sea. None of the six aboard lived."),
    ("March in Lowen", "Forty-one people were arrested. Of the 51 people arrested, 30 were freed."),
)
ONCE = (
    ("Doe beats Roe by 312 votes in Lowen", "Ann Doe beat Jim Roe in Lowen by 312 votes on Sunday."),
    ("Doe beats Roe by 312 votes", "Ann Doe beat Jim Roe by 412 votes, or 312 without those of Salvo."),
    ("Nordmark to buy Roe for $3 billion", "Nordmark said it will buy its rival Roe for $2.96 billion."),
    ("Nordmark to buy Roe for $3.4 billion", "Nordmark will buy Roe and a debt of $3.1 billion, or $3.4 billion."),
    ("Nordmark to buy Roe for $3 billion", "Nordmark will buy its rival Roe. It bought Poe for $2 billion in 1990."),
    ("Nordmark to close eight mills", "Nordmark said on Sunday it will close eight of its nine steel mills."),
    ("Nordmark to close 12 mills", "Nordmark said it will close 11 mills in Lowen and one in Salvo."),
    ("Nordmark to close eight mills", "Nordmark has nine ships, it said on Sunday."),
    ("Rovers beat Lowen 3-2", "Rovers beat Lowen 3-2 on Sunday, after a 4-2 win."),
    ("Rovers beat Lowen 3-2", "Lowen lost 2-3 to Rovers on Sunday."),
    ("Siege ends in Lowen", "A nine-hour siege ended in Lowen. The nine-hour siege began at dawn."),
    ("Siege ends in Lowen", "A nine-hour siege ended in Lowen, not like the earlier six-hour siege."),
    ("Siege ends in Lowen", "A nine-hour siege ended in Lowen. The six-hour search went on."),
    (
        "Doe jailed",
        "Ann Doe was jailed for nine years. Her brother got a suspended sentence after the seven-year fraud.",
    ),
    ("Doe jailed for nine years", "Ann Doe was jailed for nine years. Jim Roe is serving a five-year sentence."),
    ("Plane falls", "A plane carrying seven people fell into the sea. None of the seven aboard lived."),
    ("Plane falls", "A plane carrying seven people fell into the sea. In 1990 a jet with nine aboard was lost."),
    ("Plane falls", "A plane carrying seven people fell into the sea. At least five aboard are alive."),
    ("March in Lowen", "Forty-one people were arrested. Of the 41 people arrested, 30 were freed."),
    ("March in Lowen", "Forty-one people were arrested. The 51 people rescued went home."),
    ("March in Lowen", "Last year 41 people were arrested. Of the 51 people arrested, 30 were freed."),
)


def found(headline: str, text: str) -> list[tuple[str, str]]:
    article = articles.from_text(f"{headline}\n\n{text}", title=headline)
    return [(r.first.of(article.text), r.second.of(article.text)) for r in restated(article)]


@pytest.mark.parametrize(("headline", "text"), TWICE)
def test_a_figure_that_is_told_again_in_another_way_is_found(headline: str, text: str) -> None:
    assert len(found(headline, text)) == 1


@pytest.mark.parametrize(("headline", "text"), ONCE)
def test_a_figure_told_once_or_of_another_thing_is_left_alone(headline: str, text: str) -> None:
    assert found(headline, text) == []


def test_the_finding_says_where_the_figures_stand() -> None:
    headline, text = TWICE[0]
    told = [f for f in read(f"{headline}\n\n{text}").findings if f.check == "figure-conflict"]
    assert [f.message for f in told] == ["The headline says “312 votes”, the text below it “412 votes”."]
