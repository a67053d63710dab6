"""What `from timeline import …` gives."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

import timeline
from timeline import Article, InputError, Reading, Timeline, articles, build_timeline, export, read_article

RAIN = "Rain at Last\n\nIt rained in Arden on Monday, the weather service said Tuesday."


@pytest.mark.parametrize("name", timeline.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(timeline, name) is not None
    assert name in dir(timeline)


def test_the_names_for_type_checkers_are_the_public_names() -> None:
    tree = ast.parse(Path(timeline.__file__).read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    names = {alias.name for node in ast.walk(guarded) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert names | {"read_article"} == set(timeline.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'no_such_name'"):
        timeline.no_such_name  # noqa: B018


@pytest.mark.parametrize("published", ["2020-06-09", date(2020, 6, 9)])
def test_a_text_is_read_with_its_date(published: date | str) -> None:
    reading = read_article(RAIN, published=published)
    assert isinstance(reading, Reading)
    assert [(t.text, t.value) for t in reading.timexes] == [("Monday", "2020-06-08"), ("Tuesday", "2020-06-09")]


def test_an_article_keeps_its_own_date_unless_another_is_given() -> None:
    article = articles.from_text(RAIN, id="rain", published=date(2020, 6, 9))
    assert isinstance(article, Article)
    assert read_article(article).publication.date == date(2020, 6, 9)
    assert read_article(article, published="2020-06-16").publication.date == date(2020, 6, 16)


@pytest.mark.parametrize(("text", "published"), [("", None), (" \n", None), (RAIN, "last week"), (RAIN, "2020-02-30")])
def test_what_can_not_be_read_is_an_input_error(text: str, published: str | None) -> None:
    with pytest.raises(InputError):
        read_article(text, published=published)


def test_readings_become_a_timeline_and_a_table() -> None:
    story = build_timeline([read_article(RAIN, published="2020-06-09")], story_id="rain", title="Rain")
    assert isinstance(story, Timeline)
    assert (story.story_id, story.title) == ("rain", "Rain")
    assert export.render(story, "csv").startswith(b"event_id,story_id,title,")


def test_two_articles_of_one_name_are_refused_in_a_sentence() -> None:
    with pytest.raises(InputError, match="2 articles have the id 'article'; give each one of its own"):
        build_timeline([read_article(RAIN), read_article("It snowed in Arden on Friday.")])


def test_types_are_there_for_whoever_checks_a_program() -> None:
    assert (Path(timeline.__file__).parent / "py.typed").exists()


def test_reading_twice_gives_the_same() -> None:
    assert build_timeline([read_article(RAIN)]) == build_timeline([read_article(RAIN)])
