"""Headline, captions, datelines, printed lines and paragraphs."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles.blocks import segment
from timeline.model import BlockKind

HEADLINE, DATELINE, METADATA = BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.METADATA
CAPTION, ARCHIVE, BODY = BlockKind.CAPTION, BlockKind.ARCHIVE_CAPTION, BlockKind.BODY

STORY = "The mayor said on Friday that the old bridge would stay closed until the inspection ends."

# The paragraph stands after a headline and before a story: what it is, and what it is split into.
PARAGRAPHS = [
    ("FILE - Ships wait off the harbor, Oct. 2, 2018.", [(ARCHIVE, "FILE - Ships wait off the harbor, Oct. 2, 2018.")]),
    ("FILE – The old bridge is shown.", [(ARCHIVE, "FILE – The old bridge is shown.")]),
    ("FILE PHOTO: The old bridge.", [(ARCHIVE, "FILE PHOTO: The old bridge.")]),
    ("In this May 3, 2017 file photo, cars cross.", [(ARCHIVE, "In this May 3, 2017 file photo, cars cross.")]),
    ("The bridge in 2011 (File photo)", [(ARCHIVE, "The bridge in 2011 (File photo)")]),
    ("Cars cross. (AP Photo/Jo Doe, File)", [(ARCHIVE, "Cars cross. (AP Photo/Jo Doe, File)")]),
    ("Files were found in the office.", [(BODY, "Files were found in the office.")]),
    ("He wanted the whole file.", [(BODY, "He wanted the whole file.")]),
    ("Cars cross the bridge. (AP Photo/Jo Doe)", [(CAPTION, "Cars cross the bridge. (AP Photo/Jo Doe)")]),
    ("Cars cross the bridge. REUTERS/Jo Doe", [(CAPTION, "Cars cross the bridge. REUTERS/Jo Doe")]),
    ("A crane works. (Jo Doe / Morning Herald)", [(CAPTION, "A crane works. (Jo Doe / Morning Herald)")]),
    ("Photo: Jo Doe", [(CAPTION, "Photo: Jo Doe")]),
    ("Image credit: Jo Doe", [(CAPTION, "Image credit: Jo Doe")]),
    ("In this Tuesday photo, cars cross.", [(CAPTION, "In this Tuesday photo, cars cross.")]),
    ("This handout photo shows the crack.", [(CAPTION, "This handout photo shows the crack.")]),
    ("A photo released by police showed him.", [(BODY, "A photo released by police showed him.")]),
    ("Photography is his hobby.", [(BODY, "Photography is his hobby.")]),
    (
        "Workers repair a wall in Porto, Portugal, March 4, 2015. Two walls fell on Monday.",
        [(CAPTION, "Workers repair a wall in Porto, Portugal, March 4, 2015. Two walls fell on Monday.")],
    ),
    (
        "A boy stands on a roof in Quito, Ecuador, on Sunday, 5 April 2020.",
        [(CAPTION, "A boy stands on a roof in Quito, Ecuador, on Sunday, 5 April 2020.")],
    ),
    (
        "Workers repaired a wall in Porto, Portugal, March 4, 2015. Two walls fell on Monday.",
        [(BODY, "Workers repaired a wall in Porto, Portugal, March 4, 2015. Two walls fell on Monday.")],
    ),
    (
        "The firm was founded in Springfield, Illinois, May 3, 1999.",
        [(BODY, "The firm was founded in Springfield, Illinois, May 3, 1999.")],
    ),
    ("LISBON (AP) — Walls fell.", [(DATELINE, "LISBON (AP) —"), (BODY, "Walls fell.")]),
    ("NAIROBI, Kenya (AP) _ Walls fell.", [(DATELINE, "NAIROBI, Kenya (AP) _"), (BODY, "Walls fell.")]),
    ("NAIROBI, Kenya (AP) --", [(DATELINE, "NAIROBI, Kenya (AP) --")]),
    ("OSLO, Jan. 8 (Reuters) - Walls fell.", [(DATELINE, "OSLO, Jan. 8 (Reuters) -"), (BODY, "Walls fell.")]),
    ("ST LOUIS, April 7  - Walls fell.", [(DATELINE, "ST LOUIS, April 7  -"), (BODY, "Walls fell.")]),
    (
        "Port Louis, 3 March (Xinhua) -- Walls fell.",
        [(DATELINE, "Port Louis, 3 March (Xinhua) --"), (BODY, "Walls fell.")],
    ),
    ("(Reuters) - Walls fell.", [(DATELINE, "(Reuters) -"), (BODY, "Walls fell.")]),
    ("OSLO, Norway (Feb. 8, 2011) — Walls fell.", [(DATELINE, "OSLO, Norway (Feb. 8, 2011) —"), (BODY, "Walls fell.")]),
    ("OSLO, Feb. 8, 2011 /Walls/ -- Walls fell.", [(DATELINE, "OSLO, Feb. 8, 2011 /Walls/ --"), (BODY, "Walls fell.")]),
    ("The wall (Feb. 8, 2011) fell.", [(BODY, "The wall (Feb. 8, 2011) fell.")]),
    ("The old wall (Feb. 8, 2011), it fell.", [(BODY, "The old wall (Feb. 8, 2011), it fell.")]),
    ("BAGHDAD — Walls fell.", [(DATELINE, "BAGHDAD —"), (BODY, "Walls fell.")]),
    ("UPDATE — Walls fell.", [(BODY, "UPDATE — Walls fell.")]),
    ("Walls — old ones — fell.", [(BODY, "Walls — old ones — fell.")]),
    ("NATO-led troops left.", [(BODY, "NATO-led troops left.")]),
    ("By Jo Doe", [(METADATA, "By Jo Doe")]),
    ("By JO DOE, Associated Press Writer", [(METADATA, "By JO DOE, Associated Press Writer")]),
    ("By midnight the walls had fallen", [(BODY, "By midnight the walls had fallen")]),
    ("Published: July 28, 2004", [(METADATA, "Published: July 28, 2004")]),
    ("Updated Thu 8 May 2008, 7:14am AEST", [(METADATA, "Updated Thu 8 May 2008, 7:14am AEST")]),
    ("Tue, Oct 13 2009 at 10:21 AM", [(METADATA, "Tue, Oct 13 2009 at 10:21 AM")]),
    ("2/3/2009 5:59:13 PM", [(METADATA, "2/3/2009 5:59:13 PM")]),
    ("On May 6 walls fell", [(BODY, "On May 6 walls fell")]),
    ("March", [(BODY, "March")]),
    ("https://example.org/walls", [(METADATA, "https://example.org/walls")]),
    ("See https://example.org/walls", [(BODY, "See https://example.org/walls")]),
    ("Associated Press", [(METADATA, "Associated Press")]),
    ("(c) 2019 The Herald. All rights reserved.", [(METADATA, "(c) 2019 The Herald. All rights reserved.")]),
]


def blocks_of(text: str, title: str = "") -> list[tuple[BlockKind, str]]:
    return [(b.kind, b.span.of(text)) for b in segment(text, title)]


@pytest.mark.parametrize(("paragraph", "expected"), PARAGRAPHS, ids=[p for p, _ in PARAGRAPHS])
def test_a_paragraph_is_told_by_its_form(paragraph: str, expected: list[tuple[BlockKind, str]]) -> None:
    text = f"Walls fall\n\n{paragraph}\n\n{STORY}"
    assert blocks_of(text) == [(HEADLINE, "Walls fall"), *expected, (BODY, STORY)]


OPENINGS = [
    (f"Walls fall\n{STORY}", "", [HEADLINE, BODY]),
    (f"{STORY}\nMore follows.", "", [BODY, BODY]),
    (f"Walls fall.\n\n{STORY}", "Walls fall", [HEADLINE, BODY]),
    (f"Walls fall.\n\n{STORY}", "", [BODY, BODY]),
    (f"https://example.org/a\nWalls fall\nJuly 28, 2004\n{STORY}", "", [METADATA, HEADLINE, METADATA, BODY]),
    (f"Saturday, May 4, 2019\xa0\n\n{STORY}", "", [METADATA, BODY]),
    ("Walls fall", "", [BODY]),
    ("Walls fall", "Walls Fall", [HEADLINE]),
    (f"LISBON (AP) --\n\n{STORY}", "", [DATELINE, BODY]),
]


@pytest.mark.parametrize(("text", "title", "expected"), OPENINGS)
def test_the_headline_is_the_first_short_line_without_a_stop_or_the_title(
    text: str, title: str, expected: list[BlockKind]
) -> None:
    assert [kind for kind, _ in blocks_of(text, title)] == expected


def test_lines_are_paragraphs_unless_the_text_is_hard_wrapped() -> None:
    wrapped = "The mayor said the old\nbridge would stay closed\nuntil the end.\n\nNobody crossed it\nsince then."
    assert [t for _, t in blocks_of(wrapped)] == wrapped.split("\n\n")
    lines = "The mayor spoke.\nThe bridge is closed.\nNobody crossed it."
    assert [t for _, t in blocks_of(lines)] == lines.split("\n")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(newline: str) -> None:
    assert [t for _, t in blocks_of(f"Walls fall{newline}{newline}{STORY}")] == ["Walls fall", STORY]


@given(
    st.text(alphabet=st.sampled_from("aB1 .,\n\r\t-—_()@:/𝔘\u200f\u200b\x00FILEAP "), max_size=300),
    st.text(max_size=20),
)
def test_blocks_are_in_order_apart_and_hold_everything_but_blanks(text: str, title: str) -> None:
    blocks = segment(text, title)
    ends = [0, *(b.span.end for b in blocks)]
    gaps = [text[end : b.span.start] for end, b in zip(ends, blocks, strict=False)] + [text[ends[-1] :]]
    assert all(b.span.start < b.span.end for b in blocks)
    assert not "".join(gaps).strip()


@pytest.mark.parametrize(
    "text", ["1.1." * 50_000, "(" * 200_000, "By A" + " A" * 100_000, "A\n" * 50_000, "F" * 200_000]
)
def test_hostile_texts_take_no_longer_than_long_ones(text: str) -> None:
    began = time.perf_counter()
    segment(text)
    assert time.perf_counter() - began < 3
