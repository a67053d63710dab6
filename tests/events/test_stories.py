"""Events between articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from timeline import articles, pipeline
from timeline.model import Article, Timeline


def _story(*texts: str, days: Sequence[date] = ()) -> Timeline:
    """The story of papers p1, p2 …, of these days, by default of Wednesday, 25 September 2019."""
    given = zip(texts, days or [date(2019, 9, 25)] * len(texts), strict=True)
    return _built(articles.from_text(text, id=f"p{n}", published=day) for n, (text, day) in enumerate(given, 1))


def _built(given: Iterable[Article]) -> Timeline:
    return pipeline.build_timeline([pipeline.read_article(article) for article in given], story_id="s")


FIRST = "Gunmen attacked the port of Salvo on Monday, killing two guards, police said."


def test_two_papers_tell_one_event() -> None:
    story = _story(FIRST, "Two guards died when gunmen attacked the port of Salvo on Monday morning.")
    found = [e for e in story.events if e.frame == "attack"]
    assert len(found) == 1
    assert {story.mentions[m].article_id for m in found[0].mentions} == {"p1", "p2"}


def test_two_papers_that_differ_by_a_day_dispute_one_event() -> None:
    story = _story(FIRST, "Gunmen attacked the port of Salvo on Tuesday, killing two guards.")
    found = [e for e in story.events if e.frame == "attack"]
    assert len(found) == 1
    assert found[0].is_disputed


def test_two_papers_on_two_attacks_stay_apart() -> None:
    story = _story(FIRST, "Gunmen attacked a school in Lorne on Monday, wounding a teacher.")
    assert len([e for e in story.events if e.frame == "attack"]) == 2


def test_what_one_paper_tells_as_ahead_and_another_as_done_is_one_event() -> None:
    story = _story(
        "The council will open the bridge of Salvo on Monday, the mayor said.",
        "The council opened the bridge of Salvo on Monday, the mayor said.",
    )
    found = [e for e in story.events if "open" in e.frame]
    assert [len(e.mentions) for e in found] == [2]


def test_weeks_apart_no_third_paper_joins_two_attacks() -> None:
    undated = "Gunmen attacked the port of Salvo, killing two guards, police said."
    story = _story(FIRST, undated, "Gunmen attacked the port of Salvo on 3 September, killing two guards, police said.")
    found = [e for e in story.events if e.frame == "attack"]
    assert sorted(len(e.mentions) for e in found) == [1, 2]


def test_order_of_the_articles_joins_the_same() -> None:
    texts = [
        FIRST,
        "Two guards died when gunmen attacked the port of Salvo on Monday morning.",
        "Gunmen attacked a school in Lorne on Monday, wounding a teacher.",
    ]

    def joined(story: Timeline) -> set[frozenset[str]]:
        article = story.articles
        return {
            frozenset(f"{article[m.article_id].text} {m.text}" for m in map(story.mentions.__getitem__, e.mentions))
            for e in story.events
        }

    assert joined(_story(*texts)) == joined(_story(*texts[::-1]))


def test_news_of_another_year_is_another_event() -> None:
    texts = ("The union said the pier was safe.", "The union said the road was icy.")
    near = _story(*texts, days=(date(2019, 9, 24), date(2019, 9, 25)))
    far = _story(*texts, days=(date(2017, 9, 24), date(2019, 9, 25)))
    assert [len(e.mentions) for e in near.events if e.frame == "statement"] == [2]
    assert [len(e.mentions) for e in far.events if e.frame == "statement"] == [1, 1]


def test_what_is_told_first_was_published_first() -> None:
    texts = ("The ferry of Salvo sank on Tuesday, police said.", "The ferry of Salvo sank on Monday, police said.")
    late, early = date(2019, 9, 26), date(2019, 9, 25)
    for days, kept in (((late, early), 23), ((early, late), 24)):
        sinking = next(e for e in _story(*texts, days=days).events if e.frame == "sinking")
        assert (sinking.time.first_day.day if sinking.time else None) == kept
        assert sinking.is_disputed


def test_ids_are_unique_in_a_story_of_many_articles() -> None:
    story = _story(FIRST, FIRST.replace("two", "three"))
    ids = [m.id for r in story.readings for m in r.mentions]
    assert len(ids) == len(set(ids))
    assert all(m.timex in story.timexes for m in story.mentions.values() if m.timex)


def test_story_is_the_same_each_time() -> None:
    assert _story(FIRST, FIRST.replace("Monday", "Tuesday")) == _story(FIRST, FIRST.replace("Monday", "Tuesday"))
