"""The small pieces that formats are made of: cells, times, words, Markdown."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.export import prose
from timeline.export.findings import grouped
from timeline.export.iso import bounds
from timeline.export.report_md import escaped
from timeline.export.tables import Cell, cell, listed, table
from timeline.model import Finding, Severity, Timeline
from timeline.temporal.interval import OPEN_END, OPEN_START, Granularity, Interval
from timeline.wording import check_name, count, percent, when

DAY, PART, MINUTE, SECOND = Granularity.DAY, Granularity.PART_OF_DAY, Granularity.MINUTE, Granularity.SECOND


def times(start: str, end: str, granularity: Granularity = DAY, zone: str = "") -> Interval:
    """An interval; ".." is an open side."""
    low = OPEN_START if start == ".." else datetime.fromisoformat(start)
    return Interval(low, OPEN_END if end == ".." else datetime.fromisoformat(end), granularity, zone)


TIMES = [
    # interval, earliest, latest, words
    (times("2019-09-24", "2019-09-25"), "2019-09-24", "2019-09-25", "Tue 24 Sept 2019"),
    (times("2020-02-01", "2020-03-01"), "2020-02-01", "2020-03-01", "February 2020"),
    (times("2019-01-01", "2020-01-01"), "2019-01-01", "2020-01-01", "2019"),
    (times("1990-01-01", "2000-01-01"), "1990-01-01", "2000-01-01", "the 1990s"),
    (times("2019-07-01", "2019-10-01"), "2019-07-01", "2019-10-01", "July–September 2019"),
    (times("2019-12-01", "2020-03-01"), "2019-12-01", "2020-03-01", "December 2019 – February 2020"),
    (times("2019-09-14", "2019-09-17"), "2019-09-14", "2019-09-17", "14–16 Sept 2019"),
    (times("2019-12-30", "2020-01-02"), "2019-12-30", "2020-01-02", "30 Dec 2019 – 1 Jan 2020"),
    (
        times("2019-09-23T18:00", "2019-09-24", PART),
        "2019-09-23T18:00",
        "2019-09-24T00:00",
        "Mon 23 Sept 2019, 18:00–24:00",
    ),
    (
        times("2019-09-23T20:00", "2019-09-24T06:00", PART, "Asia/Baghdad"),
        "2019-09-23T20:00+03:00",
        "2019-09-24T06:00+03:00",
        "Mon 23 Sept, 20:00 – Tue 24 Sept 2019, 06:00",
    ),
    (
        times("2021-07-01T09:30", "2021-07-01T09:31", MINUTE, "-04:30"),
        "2021-07-01T09:30-04:30",
        "2021-07-01T09:31-04:30",
        "Thu 1 July 2021, 09:30",
    ),
    (
        times("2021-07-01T09:30:15", "2021-07-01T09:30:16", SECOND),
        "2021-07-01T09:30:15",
        "2021-07-01T09:30:16",
        "Thu 1 July 2021, 09:30",
    ),
    (times("..", "2019-09-24"), None, "2019-09-24", "until Mon 23 Sept 2019"),
    (times("2019-09-24", ".."), "2019-09-24", None, "from Tue 24 Sept 2019"),
    (times("..", ".."), None, None, "any time"),
    (times("0044-03-15", "0044-03-16"), "0044-03-15", "0044-03-16", "Tue 15 March 44"),
    (None, None, None, ""),
]


@pytest.mark.parametrize(("interval", "earliest", "latest", "_words"), TIMES)
def test_bounds_are_iso_8601(interval: Interval | None, earliest: str | None, latest: str | None, _words: str) -> None:
    assert bounds(interval) == (earliest, latest)


@pytest.mark.parametrize(("interval", "_earliest", "_latest", "expected"), TIMES)
def test_words_are_no_more_precise_than_the_interval(
    interval: Interval | None, _earliest: str | None, _latest: str | None, expected: str
) -> None:
    assert when(interval) == expected


@pytest.mark.parametrize(
    ("zone", "moment", "expected"),
    [
        ("America/New_York", "2019-11-03T00:30", "2019-11-03T00:30-04:00"),  # the night on which the clocks go back
        ("America/New_York", "2019-11-03T03:30", "2019-11-03T03:30-05:00"),
        ("Asia/Kathmandu", "2019-11-03T03:30", "2019-11-03T03:30+05:45"),
        ("Nowhere/Land", "2019-11-03T03:30", "2019-11-03T03:30"),
        ("../../etc/passwd", "2019-11-03T03:30", "2019-11-03T03:30"),
        ("America", "2019-11-03T03:30", "2019-11-03T03:30"),
        ("zone.tab", "2019-11-03T03:30", "2019-11-03T03:30"),
        ("tzdata", "2019-11-03T03:30", "2019-11-03T03:30"),
        ("Etc/GMT+5", "2019-11-03T03:30", "2019-11-03T03:30-05:00"),
    ],
)
def test_the_offset_is_the_one_of_that_moment(zone: str, moment: str, expected: str) -> None:
    assert bounds(times(moment, "2019-11-04T00:00", PART, zone))[0] == expected


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (times("2019-08-27", "2019-09-25"), "about 27 Aug – 24 Sept 2019"),
        (times("2019-09-24", "2019-09-25"), "about Tue 24 Sept 2019"),
        (times("2019-09-01", "2019-10-01"), "about September 2019"),
        (times("..", "2019-09-24"), "until about 23 Sept 2019"),
        (times("2019-09-24", ".."), "from about 24 Sept 2019"),
    ],
)
def test_a_vague_time_is_told_as_one(interval: Interval, expected: str) -> None:
    assert when(interval, vague=True) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("a=b", "a=b"),
        ("'quoted'", "'quoted'"),
        ("nul\0", "nul\ufffd"),
        (None, ""),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (0.5, "0.50"),
        (-1, "-1"),
    ],
)
def test_a_cell_is_safe_in_a_spreadsheet(value: Cell, expected: str) -> None:
    assert cell(value) == expected


@given(st.lists(st.text().filter(lambda t: "\0" not in t), min_size=1, max_size=4))
def test_any_text_comes_back_from_a_table(texts: list[str]) -> None:
    written = table(tuple(f"c{n}" for n in range(len(texts))), [tuple(texts)]).decode("utf-8")
    _, row = csv.reader(io.StringIO(written, newline=""), strict=True)
    assert row == [cell(text) for text in texts]


def test_lines_of_a_table_end_as_rfc_4180_wants() -> None:
    assert (
        table(("a", "b"), [("x", 'say "y",\nthen z'), (None, "é")])
        == 'a,b\r\nx,"say ""y"",\nthen z"\r\n,é\r\n'.encode()
    )


def test_half_a_character_does_not_stop_a_table() -> None:
    assert table(("a",), [("\ud83d!",)]) == b"a\r\n?!\r\n"


def test_a_list_in_a_cell_has_each_item_once() -> None:
    assert listed(["b", "", "a", "b"]) == "b; a"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain, with (brackets) - and a dash.", "plain, with (brackets) - and a dash."),
        ("<b>*bold*</b>", r"\<b\>\*bold\*\</b\>"),
        ("[a](b) `c` a_b", r"\[a\](b) \`c\` a\_b"),
        ("- item", r"\- item"),
        ("+ item", r"\+ item"),
        ("12. item", r"12\. item"),
        ("# heading", r"\# heading"),
        ("a | b ~~c~~ &amp;", r"a \| b \~\~c\~\~ \&amp;"),
        ("back\\slash", "back\\\\slash"),
    ],
)
def test_markdown_shows_a_text_as_it_is(text: str, expected: str) -> None:
    assert escaped(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two\n\n lines\t", "two lines"),
        ("\x1b[31mred\x07", "[31mred"),
        ("\u202eover\u202c \u2066isolated\u2069", "over isolated"),
        ("zero\u200bwidth", "zero\u200bwidth"),
        ("half \ud83d", "half"),
    ],
)
def test_a_report_can_not_steer_a_terminal(text: str, expected: str) -> None:
    assert prose.plain(text) == expected


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, "0%"), (0.934, "93%"), (0.9999, "99%"), (1.0, "100%"), (0.004, "0%")]
)
def test_only_certainty_is_a_hundred_percent(share: float, expected: str) -> None:
    assert percent(share) == expected


def test_one_is_singular() -> None:
    assert [count(n, "event") for n in (0, 1, 1234)] == ["0 events", "1 event", "1,234 events"]


@pytest.mark.parametrize(
    ("code", "expected"), [("time-conflict", "Times disagree"), ("some-new-check", "Some new check")]
)
def test_a_check_has_a_name_for_people(code: str, expected: str) -> None:
    assert check_name(code) == expected


def finding(id: str, severity: Severity, root: str | None = None, confidence: float = 0.5) -> Finding:
    return Finding(id, "certainty", severity, confidence, id, (), root=root)


def test_symptoms_stand_under_their_root_and_the_worst_comes_first() -> None:
    low, high = Severity.LOW, Severity.HIGH
    findings = (
        finding("a", low),
        finding("b", high, "d"),
        finding("c", high, confidence=0.4),
        finding("d", high),
        finding("e", low, "d"),
        finding("f", Severity.MEDIUM, "gone"),
        finding("g", high, "d", confidence=0.9),
    )
    found = grouped(Timeline("s", (), findings=findings))
    assert [(root.id, "".join(s.id for s in symptoms)) for root, symptoms in found] == [
        ("d", "gbe"),
        ("c", ""),
        ("f", ""),
        ("a", ""),
    ]
