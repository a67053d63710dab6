from __future__ import annotations

import re

import pytest

from tests.samples import POST, WIRE_TEXT, blocks
from timeline.model import Article
from timeline.store import names


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Warehouse Fire Closes Lowen Harbour", "warehouse-fire-closes-lowen-harbour"),
        ("It's 'over', officials say", "its-over-officials-say"),
        ("Café Zürich — 12 % more", "cafe-zurich-12-more"),
        ("  --  ", ""),
        ("Пожар в порту", ""),
        ("a" * 100, "a" * 60),
        ("word " * 30, "-".join(["word"] * 12)),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_slug_holds_small_letters_digits_and_hyphens(title: str, expected: str) -> None:
    assert names.slug(title) == expected


@pytest.mark.parametrize(
    ("wanted", "taken", "expected"),
    [("fire", [], "fire"), ("fire", ["fire"], "fire-2"), ("fire", ["fire", "fire-2"], "fire-3")],
)
def test_a_name_that_is_taken_gets_the_first_free_number(wanted: str, taken: list[str], expected: str) -> None:
    assert names.unused(wanted, taken) == expected


def test_a_name_that_ends_by_chance_tells_nothing_of_what_is_taken() -> None:
    made = {names.untold("fire", ["fire"]) for _ in range(100)}
    assert len(made) == 100
    assert all(re.fullmatch("fire-[2-9b-z]{6}", name) and names.is_slug(name) for name in made)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  two\n\tlines ", "two lines"),
        ("a\0b\x1b[31m", "a b [31m"),
        ("x" * 300, "x" * 199 + "…"),
        ("\u200b", "\u200b"),
    ],
)
def test_a_title_is_one_line_without_control_characters(text: str, expected: str) -> None:
    assert names.one_line(text) == expected


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (POST, "Warehouse Fire Closes Lowen Harbour"),
        (Article("a", WIRE_TEXT, blocks(WIRE_TEXT)), "Inspectors Rule Out Arson"),
        (Article("a", "\n\nNo blocks,\nno title.", ()), "No blocks, no title."),
    ],
)
def test_an_article_is_called_by_its_title_then_its_headline_then_its_text(article: Article, expected: str) -> None:
    assert names.title_of(article) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("fire-2", True),
        ("a1", True),
        ("", False),
        ("-a", False),
        ("a--b", False),
        ("A", False),
        ("a\n", False),
        ("é", False),
    ],
)
def test_only_what_a_slug_makes_is_a_name(name: str, expected: bool) -> None:
    assert names.is_slug(name) is expected
