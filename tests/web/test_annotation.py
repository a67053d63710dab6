from __future__ import annotations

import pytest

from tests.samples import harbour_fire, span
from timeline.errors import NotFoundError
from web.annotation import annotated, evidence_in_context, reading_of

STORY = harbour_fire()
POST = reading_of(STORY, "post")


def test_captions_are_labelled_and_file_captions_apart() -> None:
    labels = [(b.block.kind, b.label) for b in annotated(STORY, POST)]
    assert labels == [
        ("headline", "Headline"),
        ("caption", "Caption"),
        ("body", ""),
        ("body", ""),
        ("archive_caption", "File photo caption"),
        ("body", ""),
    ]


def test_dates_events_and_findings_are_marked_where_they_stand() -> None:
    html = annotated(STORY, POST)[2].html
    assert '<span class="event occurred" id="m-post.m1"' in html
    assert '<span class="finding high" id="q-f1-0"' in html
    assert (
        'id="t-post.t2" title="Tue 9 March 2021, 18:00–24:00">Tuesday evening</span></span> , '.replace(" ,", ",")
        in html
    )


def test_the_margin_holds_the_blocks_own_notes() -> None:
    block = annotated(STORY, POST)[2]
    assert [note.timex.text for note in block.times] == ["Tuesday evening", "Wednesday"]
    assert [note.event.id for note in block.events] == ["e1", "e2"]
    assert [finding.id for finding in block.findings] == ["f1"]


def test_evidence_is_shown_in_its_surroundings_cut_at_words() -> None:
    words = span(POST.article.text, "Wednesday")
    shown = evidence_in_context(POST, words)
    assert shown == '… evening, the harbour master said <mark class="time">Wednesday</mark>.'


def test_an_unknown_article_is_not_found() -> None:
    with pytest.raises(NotFoundError, match="no article 'nope'"):
        reading_of(STORY, "nope")
