"""What holds of the findings of any small story: order, agreement and repair."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.stories import MONDAY, Story, day, told
from timeline.checks import run
from timeline.model import Event, Finding, Timeline

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday")
weekdays = st.lists(st.sampled_from(DAYS), min_size=1, max_size=5)


def robbery(days: list[str]) -> Timeline:
    """One robbery, told once in each sentence, each with its day."""
    story = Story("\n".join(f"Masked men robbed the bank on {name}." for name in days), date(2019, 9, 28))
    mentions = []
    for n, name in enumerate(days):
        interval = day(MONDAY + timedelta(days=DAYS.index(name)))
        timex = story.timex(name, interval, nth=days[:n].count(name))
        mentions.append(story.mention("robbed", nth=n, timex=timex))
    story.event(*mentions)
    return told(story)


def conflicts(timeline: Timeline) -> tuple[Finding, ...]:
    return tuple(f for f in run(timeline).findings if f.check == "time-conflict")


def disputed(timeline: Timeline) -> set[str]:
    return {quote.text for finding in conflicts(timeline) for quote in finding.quotes}


@given(weekdays, st.randoms(use_true_random=False))
def test_the_order_of_events_does_not_matter(days: list[str], random: object) -> None:
    timeline = robbery(days)
    events: list[Event] = sorted(timeline.events, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert run(replace(timeline, events=tuple(events))).findings == run(timeline).findings


def robberies(days: list[str], order: list[int]) -> Timeline:
    """The robbery told by articles a0, a1 …, each with its day; `order` is that in which the articles are given."""
    stories = []
    for n, name in enumerate(days):
        story = Story(f"Masked men robbed the bank of Lowen on {name}.", date(2019, 9, 28), id=f"a{n}")
        story.mention("robbed", timex=story.timex(name, day(MONDAY + timedelta(days=DAYS.index(name)))))
        stories.append(story)
    stories[0].event(*(m for s in stories for m in s.mentions))
    return told(*(stories[n] for n in order))


@given(weekdays, st.data())
def test_the_order_of_articles_does_not_matter(days: list[str], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(days))))
    given_so = run(robberies(days, order)).findings
    assert {disagreement(f) for f in given_so} == {
        disagreement(f) for f in run(robberies(days, sorted(order))).findings
    }


def disagreement(finding: Finding) -> tuple[str, str, frozenset[tuple[str, str]]]:
    return finding.check, finding.severity.value, frozenset((q.article_id, q.text) for q in finding.quotes)


@given(st.sampled_from(DAYS), st.integers(1, 5))
def test_tellings_that_agree_are_no_conflict(name: str, count: int) -> None:
    assert conflicts(robbery([name] * count)) == ()


@given(st.lists(st.sampled_from(DAYS[:2]), min_size=1, max_size=5))  # of three days, one pair stands for all
def test_an_agreeing_telling_adds_no_conflict(days: list[str]) -> None:
    assert disputed(robbery([*days, days[0]])) <= disputed(robbery(days))


@given(weekdays)
def test_without_the_repaired_telling_the_conflict_is_gone(days: list[str]) -> None:
    for finding in conflicts(robbery(days)):
        if finding.repair is None:
            continue
        sentence = robbery(days).readings[0].article.text[: finding.repair.span.start].count("\n")
        mended = [*days[:sentence], finding.repair.replacement, *days[sentence + 1 :]]
        if len(set(mended)) == 1:
            assert conflicts(robbery(mended)) == ()
        else:
            assert mended.count(finding.repair.text) < days.count(finding.repair.text)
