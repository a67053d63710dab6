"""News told again with another weekday: the sentences that are held against each other, and their neighbours."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checks.stories import Story, told
from timeline import articles, pipeline
from timeline.checks._reports import bare_weekdays, loose_reports
from timeline.checks._retold import retold
from timeline.model import Basis

LEAD = "A drunk driver killed Ada Roe, a nurse, on her way to choir practice in the chapel at Lowen on Friday."
WITHIN = [
    # (what the article says below, whether it is the lead's news with another day)
    ("The nurse, on her way to choir practice in a chapel, was mowed down by the driver Thursday.", True),
    ("The nurse, on her way to choir practice in a chapel, was mowed down by the driver Friday.", False),
    ("The nurse, on her way to choir practice in a chapel, was mowed down by the driver last Thursday.", False),
    ("The nurse, on her way to choir practice in a chapel, was mowed down by the driver Tuesday.", False),
    ("Another nurse, on her way to choir practice in a chapel, was mowed down by a driver Thursday.", False),
    ("The nurse sang with the choir Thursday.", False),
    ("The driver mourned the nurse, choir and chapel, the way to the practice, said police Thursday.", False),
]


@pytest.mark.parametrize(("below", "is_found"), WITHIN, ids=[below for below, _ in WITHIN])
def test_an_article_tells_its_news_again_with_another_day(below: str, is_found: bool) -> None:
    article = articles.from_text(f"{LEAD}\n\n{below}\n", id="a", published=date(2019, 9, 28))
    timeline = pipeline.build_timeline([pipeline.read_article(article)])
    assert ("time-conflict" in {f.check for f in timeline.findings}) is is_found


RAM = (
    "Four men rammed their car into a jewellery store in central Lowen on {}, smashing the window and stealing a crown"
)
BETWEEN = [
    # (the sentences of two papers, the days of which are held against each other)
    (RAM.format("Monday") + ".", RAM.format("Sunday") + " of the duke, police said.", True),
    (RAM.format("Monday") + ".", RAM.format("Thursday") + " of the duke, police said.", False),
    (RAM.format("Monday") + ".", RAM.format("Sunday") + " of the duke again, police said.", False),
    (RAM.format("Monday") + ".", "Four men stole a crown from a store in Lowen on Sunday.", False),
]


@pytest.mark.parametrize(("one", "other", "is_found"), BETWEEN)
def test_two_papers_print_much_the_same_sentence_with_two_days(one: str, other: str, is_found: bool) -> None:
    readings = [
        pipeline.read_article(articles.from_text(f"{text}\n", id=f"a{n}")) for n, text in enumerate((one, other))
    ]
    assert bool(list(retold(pipeline.build_timeline(readings)))) is is_found


# (a sentence, its weekday, whether that is a day of "fire")
CLAUSES = [
    ("The rector wept on Monday over the fire.", "Monday", True),
    ("The rector wept on Monday if the fire was set.", "Monday", False),
    ("As promised Monday, the fire was put out.", "Monday", False),
]


@pytest.mark.parametrize(("text", "weekday", "is_owned"), CLAUSES)
def test_a_weekday_of_one_clause_is_no_day_of_what_another_tells(text: str, weekday: str, is_owned: bool) -> None:
    story = Story(text, basis=Basis.NONE)
    story.timex(weekday, None)
    fire = story.mention("fire", tense="")
    assert (fire.id in bare_weekdays(told(story))) is is_owned


def test_a_weekday_goes_with_what_is_held_to_have_happened() -> None:
    article = articles.from_text("The bus hit Ada Roe as she went to hear the choir on Friday.\n", id="a")
    (report,) = loose_reports(pipeline.read_article(article), ())
    assert (report.mention.text, report.timex.text) != ("hear", "Friday")


def test_of_its_clause_alone_a_weekday_has_no_happening_of_the_next() -> None:
    article = articles.from_text("A bus hit the mole of Lowen at full speed on Friday, killing a guard.\n", id="a")
    reading = pipeline.read_article(article)
    nearest = [r.mention.text for r in loose_reports(reading, ())]
    assert (nearest, [r.mention.text for r in loose_reports(reading, (), of_clause=True)]) == (["killing"], ["hit"])


SIGNED = "President Ada Roe and President Jo Doe signed an economic cooperation plan Friday."
DOERS = [
    ("The two presidents on Thursday signed the cooperation plan for the coast.", True),
    ("Four mayors on Thursday signed a plan of their own for the coast.", False),
    ("The two presidents on Tuesday signed the cooperation plan for the coast.", False),
]


@pytest.mark.parametrize(("below", "is_found"), DOERS)
def test_those_who_are_named_and_the_word_for_them_do_one_deed(below: str, is_found: bool) -> None:
    article = articles.from_text(f"{SIGNED}\n\n{below}\n", id="a", published=date(2019, 9, 27))
    timeline = pipeline.build_timeline([pipeline.read_article(article)])
    assert ("time-conflict" in {f.check for f in timeline.findings}) is is_found
