from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Span
from web.markup import Mark, highlight

TEXT = "abcdefghij"
NESTED = [
    ([], "abcdefghij"),
    ([(2, 4, "x")], 'ab<span class="x">cd</span>efghij'),
    ([(2, 8, "x"), (3, 5, "y")], 'ab<span class="x">c<span class="y">de</span>fgh</span>ij'),
    ([(3, 5, "y"), (2, 8, "x")], 'ab<span class="x">c<span class="y">de</span>fgh</span>ij'),
    (
        [(1, 4, "x"), (3, 6, "y")],
        'a<span class="x">bc<span class="y">d</span></span><span class="y">ef</span>ghij',
    ),
    ([(2, 4, "x"), (2, 4, "y")], 'ab<span class="x"><span class="y">cd</span></span>efghij'),
    ([(0, 2, "x"), (2, 4, "y")], '<span class="x">ab</span><span class="y">cd</span>efghij'),
    ([(4, 4, "x")], "abcdefghij"),
]


@pytest.mark.parametrize(("spans", "html"), NESTED)
def test_marks_nest_however_they_cross(spans: list[tuple[int, int, str]], html: str) -> None:
    marks = [Mark(Span(start, end), style) for start, end, style in spans]
    assert highlight(TEXT, Span(0, 10), marks) == html


def test_an_id_stands_only_once_where_a_mark_is_broken() -> None:
    html = highlight(TEXT, Span(0, 10), [Mark(Span(1, 4), "x"), Mark(Span(3, 6), "y", id="m1")])
    assert html.count('id="m1"') == 1


def test_the_words_and_the_titles_of_an_article_are_escaped() -> None:
    text = '<script>alert("x")</script> & more'
    html = highlight(text, Span(0, len(text)), [Mark(Span(0, 8), "x", title='" onload="alert(1)')])
    assert "<script" not in html
    assert 'title="&#34; onload=&#34;alert(1)"' in html


def test_spans_count_code_points_past_astral_and_invisible_characters() -> None:
    text = "\U0001f525\U0001f525 \u202eabc\u202c\u200b fell"
    start = text.index("fell")
    assert highlight(text, Span(0, len(text)), [Mark(Span(start, start + 4), "x")]).endswith(
        '<span class="x">fell</span>'
    )


class Nesting(HTMLParser):
    """Fails when a closing tag is not that of the element opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda p: Span(min(p), max(p)))
MARKS = st.lists(st.builds(Mark, SPANS, st.sampled_from(["x", "y"]), tag=st.sampled_from(["span", "mark", "b"])))


@given(st.text(max_size=30), MARKS)
def test_any_marks_leave_the_text_as_it_was_and_the_elements_nested(text: str, marks: list[Mark]) -> None:
    html = str(highlight(text, Span(0, len(text)), marks))
    assert unescape(re.sub(r"<[^>]*>", "", html)) == unescape_of(text)
    parser = Nesting()
    parser.feed(html)
    assert parser.open == []


def unescape_of(text: str) -> str:
    """What escaping and unescaping makes of a text: itself, but for the characters that HTML has no place for."""
    return unescape(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


@given(st.text(min_size=1, max_size=30), MARKS)
def test_every_marked_character_lies_inside_its_mark(text: str, marks: list[Mark]) -> None:
    for mark in marks:
        inside = Span(min(mark.span.start, len(text)), min(mark.span.end, len(text)))
        html = str(highlight(text, Span(0, len(text)), [Mark(inside, "only")]))
        found = "".join(unescape(m) for m in re.findall(r'<span class="only">(.*?)</span>', html, re.S))
        assert found == unescape_of(inside.of(text))
