from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from tests.samples import EVENTS, FINDINGS, harbour_fire
from timeline.errors import NotFoundError
from timeline.model import Copy, Judgement, Timeline, Verdict
from web.panel import Panel, Reason, headline, panel


def fire(*why: str) -> Panel:
    story: Timeline = replace(harbour_fire(), events=(replace(EVENTS[0], why=why), *EVENTS[1:]))
    return panel(story, "e1")


def test_a_mention_is_a_quote_in_its_context_with_its_trigger_and_its_time_marked() -> None:
    card = fire().mentions[0]
    assert '<mark class="trigger">tore</mark>' in card.context
    assert '<span class="time" title="Tue 9 March 2021, 18:00–24:00">Tuesday evening</span>' in card.context
    assert card.context.endswith("the harbour master said Wednesday.")
    assert card.when == "Tue 9 March 2021, 18:00–24:00"


def test_a_date_says_why() -> None:
    assert fire().mentions[0].reasons == (
        Reason("How", "“Tuesday evening” stands in the same clause"),
        Reason("Words", "“Tuesday evening”"),
        Reason("Meaning", "the Tuesday evening"),
        Reason("Counted from", "the publication date, Wed 10 March 2021 (read from the text)"),
        Reason("Value", "2021-03-09TEV"),
        Reason("Rule", "sample-t2"),
    )


def test_a_dispute_names_the_mentions_on_each_side() -> None:
    shown = fire()
    assert [card.mention.id for card in shown.kept_by] == ["post.m1"]
    assert [[card.mention.id for card in cards] for _, cards in shown.disputes] == [["wire.m2"]]
    assert shown.zone == "Europe/Lisbon"
    assert shown.article_count == 2


def test_links_are_told_from_the_chosen_events_side() -> None:
    assert [(c.relation, c.other.id) for c in fire().links] == [("before", "e2")]
    assert [(c.relation, c.other.id) for c in fire().inferred] == [("includes", "e3")]
    assert [(c.relation, c.other.id) for c in panel(harbour_fire(), "e2").links] == [("after", "e1")]


JOINED = [
    ("“fire”: both tell of a fire; the same place", "both tell of a fire; the same place"),
    ("“fire”", ""),
    ("first mention", "first mention"),
    ("", ""),
]


@pytest.mark.parametrize(("why", "says"), JOINED)
def test_why_a_mention_belongs_is_told_without_its_trigger(why: str, says: str) -> None:
    assert fire(why).mentions[0].joined == says


def test_an_unknown_event_is_not_found() -> None:
    with pytest.raises(NotFoundError, match="no event 'e99'"):
        panel(harbour_fire(), "e99")


def test_an_article_without_a_title_is_called_by_its_headline() -> None:
    article = harbour_fire().readings[0].article
    assert headline(replace(article, title="")) == "Warehouse Fire Closes Lowen Harbour"
    assert headline(replace(article, title="", blocks=())) == "post"


def test_copies_of_one_text_count_as_one_source() -> None:
    story = replace(harbour_fire(), copies=(Copy("wire", "post", 1.0, "the same text word for word"),))
    shown = panel(story, "e1")
    assert (shown.article_count, shown.source_count) == (2, 1)


def test_a_finding_carries_the_symptoms_of_its_cause() -> None:
    root, symptom = (replace(f, events=("e1",)) for f in FINDINGS[:2])
    story = replace(harbour_fire(), findings=(symptom, root))
    assert [(c.finding.id, [s.id for s in c.symptoms]) for c in panel(story, "e1").findings] == [("f1", ["f2"])]


def test_a_symptom_of_another_events_finding_stands_for_itself() -> None:
    root, symptom = replace(FINDINGS[0], events=("e2",)), replace(FINDINGS[1], events=("e1",))
    story = replace(harbour_fire(), findings=(root, symptom))
    assert [c.finding.id for c in panel(story, "e1").findings] == ["f2"]


def test_settled_findings_come_last() -> None:
    low, high = replace(FINDINGS[2], events=("e1",)), replace(FINDINGS[0], events=("e1",))
    judged = replace(high, judgement=Judgement(Verdict.DISMISSED, "", "", datetime(2021, 3, 9), 1))
    story = replace(harbour_fire(), findings=(judged, low))
    assert [c.finding.id for c in panel(story, "e1").findings] == [low.id, high.id]
