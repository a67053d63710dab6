"""Checks of events, on stories made by hand: each case and the neighbour that must stay quiet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from time import process_time
from typing import Any

import pytest

from tests.checks.stories import MONDAY, TUESDAY, Story, day, found, hours, person, told
from tests.reading import read
from timeline import articles, pipeline
from timeline.checks import run
from timeline.model import (
    Basis,
    EventClass,
    Evidence,
    Figure,
    Finding,
    PublicationDate,
    RelationKind,
    Role,
    Severity,
    Span,
    Status,
    Timeline,
)
from timeline.temporal.interval import Interval

NIGHT = (
    "Rebels attacked the depot on Monday night.\nNobody died in Monday night's attack.\nPolice look into {}'s attack."
)


def attack(odd: str, when: Interval, published: date = TUESDAY) -> Story:
    story = Story(NIGHT.format(odd), published)
    monday = hours(MONDAY, 20, 10)
    story.event(
        story.mention("attacked", timex=story.timex("Monday night", monday), frame="attack"),
        story.mention("attack", nth=1, timex=story.timex("Monday night", monday, nth=1), frame="attack", tense=""),
        story.mention("attack", nth=2, timex=story.timex(odd, when), frame="attack", tense=""),
    )
    return story


# --- one event, two times -------------------------------------------------------------------------------------------


def test_one_event_on_two_nights_is_one_conflict_with_its_symptom() -> None:
    report = run(told(attack("Tuesday night", hours(TUESDAY, 20, 10)))).findings
    assert [(f.id, f.check, f.root) for f in report] == [
        ("f1", "time-conflict", None),
        ("f2", "after-publication", "f1"),
    ]
    conflict = report[0]
    assert conflict.gap == "14 hours"
    assert [q.text for q in conflict.quotes] == ["Monday night", "Monday night's", "Tuesday night's"]
    assert conflict.repair is not None
    assert (conflict.repair.text, conflict.repair.replacement) == ("Tuesday", "Monday")
    assert (conflict.depends_on_publication, report[1].depends_on_publication) == (False, True)


def test_times_that_overlap_agree() -> None:
    assert found(attack("Monday", day(MONDAY))) == []


def test_a_night_that_runs_into_the_next_day_agrees_with_it() -> None:
    assert found(attack("Tuesday", day(TUESDAY), published=date(2019, 9, 26))) == []


def test_dates_far_apart_are_two_events_and_no_slip() -> None:
    assert found(attack("Friday", day(date(2019, 9, 20)))) == []


@pytest.mark.parametrize("odd", ["another attack", "second attack", "previous attack"])
def test_words_that_tell_another_event_keep_quiet(odd: str) -> None:
    story = Story(f"Rebels attacked on Monday.\nOn Sunday there was {odd}.", TUESDAY)
    story.event(
        story.mention("attacked", timex=story.timex("Monday", day(MONDAY))),
        story.mention("attack", nth=1, timex=story.timex("Sunday", day(date(2019, 9, 22))), tense=""),
    )
    assert found(story) == []


@pytest.mark.parametrize("status", [Status.GENERIC, Status.HABITUAL, Status.INTENDED, Status.NEGATED])
def test_what_is_not_held_to_have_happened_disputes_nothing(status: Status) -> None:
    story = attack("Sunday", day(date(2019, 9, 22)))
    story.mentions[2] = replace(story.mentions[2], status=status)
    assert found(story) == []


def test_two_times_in_one_sentence_are_two_things() -> None:
    story = Story("One was signed on Monday and the other was signed on Tuesday.", TUESDAY)
    story.event(
        story.mention("signed", timex=story.timex("Monday", day(MONDAY))),
        story.mention("signed", nth=1, timex=story.timex("Tuesday", day(TUESDAY))),
    )
    assert found(story) == []


def article(id: str, weekday: str, what: str = "sank off the harbour mole of Lowen") -> Story:
    story = Story(f"The ferry Marta {what} on {weekday}.", id=id, basis=Basis.NONE)
    timex = story.timex(weekday, None)
    story.event(story.mention("ferry", frame="sink", timex=timex))
    return story


def test_an_article_that_stands_alone_with_a_weekday_is_found() -> None:
    assert found(article("a", "Friday"), article("b", "Friday"), article("c", "Saturday")) == [
        ("time-conflict", "medium", ("Saturday", "Friday", "Friday"))
    ]


def test_two_articles_have_no_majority() -> None:
    assert found(article("a", "Friday"), article("b", "Saturday", "went down beside the mole of Lowen")) == []


def test_one_sentence_printed_with_two_days_needs_no_majority() -> None:
    assert found(article("a", "Friday"), article("b", "Saturday")) == [
        ("time-conflict", "medium", ("Friday", "Saturday"))
    ]


def test_an_article_that_tells_something_else_is_left_alone() -> None:
    other = Story("Divers raised a wreck near Oslo on Saturday.", id="c", basis=Basis.NONE)
    other.event(other.mention("raised", frame="raise", timex=other.timex("Saturday", None)))
    assert found(article("a", "Friday"), article("b", "Friday"), other) == []


# --- after the publication ------------------------------------------------------------------------------------------


def ferry(text: str, words: str, when: Interval, **more: Any) -> Story:
    story = Story(text, TUESDAY)
    story.mention("sank", timex=story.timex(words, when), **more)
    return story


def test_told_as_past_but_tomorrow_is_found() -> None:
    story = ferry("The ferry sank tomorrow.", "tomorrow", day(date(2019, 9, 25)))
    assert found(story) == [("after-publication", "high", ("tomorrow", "sank"))]
    assert not run(told(story)).findings[0].depends_on_publication


def test_told_as_past_in_a_year_to_come_is_found() -> None:
    story = ferry("The ferry sank in March 2021.", "March 2021", day(date(2021, 3, 1)))
    assert found(story) == [("after-publication", "high", ("March 2021", "sank"))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry will have sank tomorrow.", "tomorrow"),
        ("The ferry sank before the fair due in 2021.", "2021"),
        ("The ferry sank its plan for 2021.", "2021"),
        ("The ferry sank on Friday.", "Friday"),
        ("The ferry sank the LaserJet 2021.", "2021"),
        ("The ferry sank 2021 premiums.", "2021"),
        ("The 2021-2025 decade sank the ferry.", "2021"),
        ("Payments in 2021 sank.", "2021"),
        ("If the ferry sank next week, all would drown.", "next week"),
        ("The ferry is expected to have sank next week.", "next week"),
        ("The ferry sank hopes for gains in 2021.", "2021"),
        ("The ferry sank next week's plan.", "next week"),
        ("It wished the ferry, which sank, a better tomorrow.", "tomorrow"),
    ],
)
def test_plans_and_ambiguous_times_are_left_alone(text: str, words: str) -> None:
    assert found(ferry(text, words, day(date(2021, 3, 1)))) == []


def test_the_first_day_ahead_is_today_on_the_other_side_of_the_world() -> None:
    assert found(ferry("The ferry sank on Sept. 25, 2019.", "Sept. 25, 2019", day(date(2019, 9, 25)))) == []
    assert found(ferry("The ferry sank on Sept. 26, 2019.", "Sept. 26, 2019", day(date(2019, 9, 26)))) != []


@pytest.mark.parametrize("text", ["In 2021, the ferry sank.", "The ferry sank in 2021.", "The ferry sank, in 2021."])
def test_a_bare_year_ahead_is_found_where_it_dates_the_verb(text: str) -> None:
    assert [f[0] for f in found(ferry(text, "2021", day(date(2021, 3, 1))))] == ["after-publication"]


# (what is told of a day ahead that no mention rests on, and whether it is found)
OF_ITS_CLAUSE = [
    ("Tomorrow the harbour master of Lowen sank the ferry.", "Tomorrow", True),
    ("In 2021 the harbour master of Lowen sank the ferry.", "2021", True),
    ("The harbour master sank the ferry off the mole next week.", "next week", True),
    ("He said it would be, and the master sank it again tomorrow.", "tomorrow", True),
    ("Tomorrow, when the fair ends, he who sank the ferry speaks.", "Tomorrow", False),
    ("He sank the ferry, and the fair begins tomorrow.", "tomorrow", False),
    ("He sank the ferry that was for hire in 2021.", "2021", False),
    ("He sank whatever would sail next week.", "next week", False),
]


@pytest.mark.parametrize(("text", "words", "is_found"), OF_ITS_CLAUSE)
def test_a_day_ahead_goes_with_the_verb_of_its_clause(text: str, words: str, is_found: bool) -> None:
    story = Story(text, TUESDAY)
    story.timex(words, day(date(2021, 3, 1)))
    story.mention("sank")
    assert [f[0] for f in found(story)] == ["after-publication"] * is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("He was in Lowen in 2021 when the ferry sank.", True),
        ("He was in Lowen in 2021 and the ferry sank.", False),
    ],
)
def test_a_year_told_by_what_happened_then_is_the_year_of_that(text: str, is_found: bool) -> None:
    assert [f[0] for f in found(ferry(text, "2021", day(date(2021, 3, 1))))] == ["after-publication"] * is_found


def test_what_is_intended_may_lie_ahead() -> None:
    assert found(ferry("The ferry sank tomorrow.", "tomorrow", day(date(2019, 9, 25)), status=Status.INTENDED)) == []


# --- order ----------------------------------------------------------------------------------------------------------


def resignation(first: date, second: date) -> Story:
    story = Story("He resigned on 3 March after a fire on 9 March.", date(2020, 3, 20))
    left = story.event(story.mention("resigned", timex=story.timex("3 March", day(first))))
    fire = story.event(story.mention("fire", timex=story.timex("9 March", day(second)), tense=""))
    story.link(left, RelationKind.AFTER, fire, "He resigned on 3 March after a fire on 9 March", "stated by “after”")
    return story


def test_an_after_that_the_dates_turn_round_is_found() -> None:
    (finding,) = run(told(resignation(date(2020, 3, 3), date(2020, 3, 9)))).findings
    assert (finding.check, finding.severity, finding.gap) == ("order-conflict", Severity.MEDIUM, "5 days")


@pytest.mark.parametrize("fire", [date(2020, 3, 1), date(2020, 3, 3)])
def test_an_after_that_the_dates_bear_out_is_left_alone(fire: date) -> None:
    assert found(resignation(date(2020, 3, 3), fire)) == []


def test_orders_that_run_in_a_circle_are_a_note() -> None:
    story = Story("a after b\nb after c\nc after a")
    events = [story.event(story.mention(letter)) for letter in "abc"]
    for n, words in enumerate(story.text.splitlines()):
        story.link(events[n], RelationKind.AFTER, events[(n + 1) % 3], words)
    assert found(story) == [("order-conflict", "low", ("a after b", "b after c", "c after a"))]


# --- figures --------------------------------------------------------------------------------------------------------


def counted(
    story: Story, word: str, words: str, kind: str, low: float, high: float, unit: str = "", nth: int = 0
) -> str:
    figure = Figure(story.span(words), words, kind, low, high, unit)
    return story.mention(word, nth=nth, figures=(figure,)).id


def landing(first: tuple[str, float, float], second: tuple[str, float, float], unit: str = "metre") -> Story:
    kind = "distance" if unit else "shell"
    story = Story(
        f"Shells landed {first[0]} from the lighthouse wall.\nThe shells landed {second[0]} from the lighthouse wall.",
        TUESDAY,
    )
    counted(story, "landed", first[0], kind, *first[1:], unit)
    counted(story, "landed", second[0], kind, *second[1:], unit, nth=1)
    story.event(*story.mentions)
    return story


def test_distances_whose_bounds_do_not_meet_are_found() -> None:
    story = landing(("around one kilometer", 800, 1200), ("a few hundred meters", 200, 500))
    assert found(story) == [("figure-conflict", "medium", ("around one kilometer", "a few hundred meters"))]


def test_distances_whose_bounds_meet_agree() -> None:
    assert found(landing(("around one kilometer", 800, 1200), ("1,100 meters", 1100, 1100))) == []


def test_at_least_is_met_by_more() -> None:
    assert found(landing(("at least 12 shells", 12, float("inf")), ("15 shells", 15, 15), unit="")) == []


def test_counts_of_one_event_that_differ_are_found_and_equal_ones_told() -> None:
    story = landing(("two shells", 2, 2), ("nine shells", 9, 9), unit="")
    assert found(story) == [("figure-conflict", "medium", ("two shells", "nine shells"))]
    same = run(told(landing(("two shells", 2, 2), ("2 shells", 2, 2), unit=""))).passed
    assert [p.says for p in same] == ["“two shells” and “2 shells” agree."]


def test_a_whole_and_its_parts_are_no_conflict() -> None:
    story = landing(("five shells", 5, 5), ("nine shells", 9, 9), unit="")
    rest = Story(story.text + "\nLater four shells hit the wall.", TUESDAY)
    for mention in story.mentions:
        rest.mentions.append(mention)
    counted(rest, "hit", "four shells", "shell", 4, 4)
    rest.event(*story.mentions)
    assert found(rest) == []


def test_figures_of_two_events_are_not_compared() -> None:
    story = landing(("two shells", 2, 2), ("nine shells", 9, 9), unit="")
    first, second = story.mentions
    story.events.clear()
    story.event(first)
    story.event(second)
    assert found(story) == []


def pirates(id: str, count: int, published: date) -> Story:
    story = Story(f"The navy of Lowen captured {count} pirates off the cape.", published, id=id)
    counted(story, "captured", f"{count} pirates", "pirate", count, count)
    story.event(*story.mentions)
    return story


def toll(id: str, count: int, published: date) -> Story:
    story = Story(f"The flood at Lowen killed {count} people in the valley.", published, id=id)
    counted(story, "killed", f"{count} people", "killed", count, count)
    story.event(*story.mentions)
    return story


def test_an_article_that_stands_alone_with_a_count_is_found() -> None:
    stories = [pirates("a", 23, TUESDAY), pirates("b", 23, TUESDAY), pirates("c", 32, TUESDAY)]
    assert found(*stories) == [("figure-conflict", "medium", ("32 pirates", "23 pirates", "23 pirates"))]


def test_a_higher_toll_of_a_later_day_is_an_update() -> None:
    later = TUESDAY + timedelta(days=1)
    assert found(toll("a", 23, TUESDAY), toll("b", 23, TUESDAY), toll("c", 32, later))[0][:2] == (
        "figure-conflict",
        "info",
    )
    assert found(toll("a", 23, TUESDAY), toll("b", 23, TUESDAY), toll("c", 32, TUESDAY))[0][1] == "medium"


# --- who did it -----------------------------------------------------------------------------------------------------


def claim(speaker: str, doer: str) -> Story:
    text = f"No side has claimed the attack.\n{speaker} said {doer} fired the rockets."
    story = Story(text, TUESDAY)
    denial = story.event(
        story.mention("claimed", event_class=EventClass.REPORTING, status=Status.NEGATED), status=Status.NEGATED
    )
    parts = (person(Role.SPEAKER, story, speaker, "member"), person(Role.AGENT, story, doer, doer.split()[-1]))
    fired = story.event(story.mention("attack", tense=""), story.mention("fired", participants=parts))
    story.link(denial, RelationKind.DENIES, fired, "No side has claimed the attack")
    return story


def test_an_unclaimed_attack_that_a_member_claims_is_found() -> None:
    story = claim("A member of the Harbour Brigades", "the brigades")
    assert [f[:2] for f in found(story)] == [("attribution-conflict", "medium")]


def test_blame_is_no_claim() -> None:
    assert found(claim("A member of the Harbour Brigades", "the army")) == []


def accusation(doer: str, blamed: str) -> Story:
    story = Story(f"Fires burn after a strike by {doer}.\nThe strike was blamed on {blamed}.", TUESDAY)
    strike = story.mention("strike", tense="", participants=(person(Role.AGENT, story, doer, doer.split()[-1]),))
    accused = (person(Role.BLAMED, story, blamed, blamed.lower()),)
    blame = story.mention("blamed", event_class=EventClass.REPORTING, participants=accused)
    source, target = story.event(blame), story.event(strike)
    story.link(source, RelationKind.ATTRIBUTES, target, f"The strike was blamed on {blamed}")
    return story


def test_two_names_for_one_deed_are_found() -> None:
    assert [f[:2] for f in found(accusation("Veland's Orsk-aligned Brigade", "Orsk"))] == [
        ("attribution-conflict", "medium")
    ]


def test_praise_for_one_and_blame_for_another_are_no_conflict_where_no_deed_is_told() -> None:
    story = accusation("Veland's Orsk-aligned Brigade", "Orsk")
    story.events[1] = replace(story.events[1], frame="endorsement")
    assert found(story) == []


@pytest.mark.parametrize("doer", ["Orsk forces", "gunmen"])
def test_one_name_twice_or_none_is_left_alone(doer: str) -> None:
    assert found(accusation(doer, "Orsk")) == []


# --- the whole report -----------------------------------------------------------------------------------------------


def test_evidence_against_the_day_of_publication_is_a_finding() -> None:
    story = Story("Lowen, Sept. 23, 2019. It rained.", TUESDAY)
    timeline = told(story)
    evidence = (Evidence("conflict", Span(7, 21), "Sept. 23, 2019", "the dateline says 23 September 2019"),)
    published = PublicationDate(TUESDAY, day(TUESDAY), 0.9, Basis.METADATA, evidence)
    reading = replace(timeline.readings[0], publication=published)
    (finding,) = run(replace(timeline, readings=(reading,))).findings
    assert (finding.check, finding.quotes[0].text) == ("publication-conflict", "Sept. 23, 2019")


@pytest.mark.parametrize(
    ("words", "right"), [("May 18", "March 18"), ("March 8", "March 18"), ("March 20", "March 18")]
)
def test_a_dateline_of_another_day_is_a_finding(words: str, right: str) -> None:
    (finding,) = dated(f"LOWEN, {words} (CW) - It rained.")
    assert (finding.check, finding.quotes[0].text) == ("publication-conflict", words)
    assert finding.repair is not None
    assert finding.repair.replacement == right


@pytest.mark.parametrize("words", ["March 12", "March 18", "March 19"])
def test_a_dateline_of_the_days_before_is_left_alone(words: str) -> None:
    assert dated(f"LOWEN, {words} (CW) - It rained.") == ()


def dated(text: str) -> tuple[Finding, ...]:
    article = articles.from_text(text, published=date(2015, 3, 18))
    return pipeline.build_timeline([pipeline.read_article(article)]).findings


def test_findings_are_numbered_worst_first_and_each_once() -> None:
    report = run(
        told(Story("A guard, on condition of anonymity, said it closed on Feb. 30, 2018, Feb. 30, 2018."))
    ).findings
    assert [(f.id, f.check) for f in report] == [
        ("f1", "impossible-date"),
        ("f2", "impossible-date"),
        ("f3", "sourcing"),
    ]


def test_removing_the_repaired_words_removes_the_finding_and_its_symptom() -> None:
    story = attack("Tuesday night", hours(TUESDAY, 20, 10))
    (root, _) = run(told(story)).findings
    assert root.repair is not None
    mended = story.text[: root.repair.span.start] + root.repair.replacement + story.text[root.repair.span.end :]
    assert mended == NIGHT.format("Monday night")
    assert found(attack("Monday night", hours(MONDAY, 20, 10))) == []


def test_an_empty_timeline_passes() -> None:
    assert run(Timeline("story", ())) == Timeline("story", ())


# --- two tellings in one article ------------------------------------------------------------------------------------


def retold(first: str, second: str) -> Story:
    story = Story(f"Ann Doe escaped from a prison van {first}.\nDoe escaped from the van {second}.", date(2019, 9, 26))
    story.event(story.mention("escaped", timex=story.timex(first.split()[-1], day(MONDAY))))
    story.event(story.mention("escaped", nth=1, timex=story.timex(second.split()[-1], day(TUESDAY))))
    return story


def test_what_seems_one_event_on_two_days_is_found() -> None:
    assert found(retold("on Monday", "on Tuesday")) == [("time-conflict", "medium", ("Monday", "Tuesday"))]


def test_a_bound_is_no_day_of_the_event() -> None:
    assert found(retold("on Monday", "before Tuesday")) == []


def crowd(articles: int) -> Timeline:
    """A story of so many articles with 25 events each."""
    stories = []
    for n in range(articles):
        story = Story(
            "\n".join(f"Ship {i} sank off Lowen on Monday with 9 crates." for i in range(25)), TUESDAY, id=f"a{n}"
        )
        for i in range(25):
            figure = Figure(story.span("9 crates", i), "9 crates", "crate", 9, 9)
            timex = story.timex("Monday", day(MONDAY), nth=i)
            story.event(story.mention("sank", nth=i, timex=timex, figures=(figure,)))
        stories.append(story)
    return told(*stories)


def seconds(timeline: Timeline) -> float:
    start = process_time()
    run(timeline)
    return process_time() - start


def test_work_grows_with_the_events_and_not_with_their_pairs() -> None:
    small, large = crowd(20), crowd(160)
    run(small)
    assert len(large.events) == 8 * len(small.events) == 4_000
    assert seconds(large) < 32 * min(seconds(small) for _ in range(3))


@pytest.mark.parametrize(
    ("words", "alarms"),
    [("denied the rocket attack on the port", 1), ("could neither confirm nor deny the rocket attack on the port", 0)],
)
def test_what_is_left_open_is_not_denied(words: str, alarms: int) -> None:
    text = (
        f"Two rockets hit the port of Lowen on Monday.\n\nThe brigades {words}.\n\n"
        "A member of the Harbour Brigades said the brigades fired the rockets at the port."
    )
    assert len([f for f in read(text).findings if f.check == "attribution-conflict"]) == alarms
