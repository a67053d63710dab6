"""Articles of one story held against each other: each case and the neighbour that must stay quiet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.checks.stories import MONDAY, TUESDAY, Story, day, found, hours, person, told
from timeline.checks import run
from timeline.model import Basis, Copy, EventClass, Figure, RelationKind, Role, Status
from timeline.temporal.interval import Interval

Alarm = tuple[str, str, tuple[str, ...]]


# --- one event of two articles --------------------------------------------------------------------------------------


def raid(
    id: str, words: str, when: Interval | None, *, basis: Basis = Basis.GIVEN, target: str = "the depot", text: str = ""
) -> Story:
    text = text or f"Rebels attacked {target} of Lowen with mortars {words}."
    story = Story(text, TUESDAY + timedelta(days=3), id=id, basis=basis)
    parts = (person(Role.TARGET, story, target, target.split()[-1]),) if target in text else ()
    story.mention("attacked", frame="attack", timex=story.timex(words, when), participants=parts)
    return story


def as_one(*stories: Story) -> list[Alarm]:
    """What is found where the stories' mentions are held to be one event."""
    stories[0].event(*(m for s in stories for m in s.mentions))
    return found(*stories)


def test_one_event_that_two_articles_put_on_two_days_is_found() -> None:
    alarms = as_one(raid("a", "on Monday", day(MONDAY)), raid("b", "on Tuesday", day(TUESDAY)))
    assert alarms == [("time-conflict", "medium", ("on Monday", "on Tuesday"))]


def test_today_in_one_paper_may_be_another_weekday_in_the_other() -> None:
    assert as_one(raid("a", "today", day(MONDAY)), raid("b", "on Tuesday", day(TUESDAY))) == []
    assert len(as_one(raid("a", "today", day(MONDAY)), raid("b", "today", day(TUESDAY)))) == 1


def test_a_paper_that_tells_both_times_tells_two_events() -> None:
    def paper(id: str, *told: tuple[str, str, Interval]) -> Story:
        story = Story("\n".join(text for text, _, _ in told), TUESDAY + timedelta(days=3), id=id)
        for _, weekday, when in told:
            story.mention("attack", nth=len(story.mentions), frame="attack", timex=story.timex(weekday, when))
        return story

    after = ("The mortar attack of the rebels on the depot of Lowen came Tuesday.", "Tuesday", day(TUESDAY))
    before = ("Said President Roe: Monday's mortar attack of rebels on a depot was grave.", "Monday", day(MONDAY))
    other = paper("b", ("Some rebels' mortar attack on the depot of Lowen hurt nobody Monday.", "Monday", day(MONDAY)))
    assert len(as_one(paper("a", after), other)) == 1
    assert as_one(paper("a", before, after), other) == []


def test_what_says_little_alike_is_another_part_of_the_story() -> None:
    other = raid("b", "on Tuesday", day(TUESDAY), text="Nobody knows who attacked on Tuesday.", target="who")
    assert as_one(raid("a", "on Monday", day(MONDAY)), other) == []


def test_of_three_the_two_that_are_alike_are_held_against_each_other() -> None:
    other = raid("c", "on Tuesday", day(TUESDAY), text="Nobody knows who attacked on Tuesday.", target="who")
    alarms = as_one(raid("a", "on Monday", day(MONDAY)), other, raid("b", "on Tuesday", day(TUESDAY)))
    assert [sorted(words) for _, _, words in alarms] == [["on Monday", "on Tuesday"]]


def test_two_who_both_have_names_are_two() -> None:
    doe, roe = (raid(i, w, d, target=t) for i, w, d, t in TWO_TARGETS)
    assert as_one(doe, roe) == []


def test_two_banks_are_two() -> None:
    first, second = (
        raid(i, w, d, target=f"{t} Bank Plc")
        for i, w, d, t in ((*TWO_TARGETS[0][:3], "Orlan"), (*TWO_TARGETS[1][:3], "Salvo"))
    )
    assert as_one(first, second) == []
    assert len(as_one(first, raid("b", "on Tuesday", day(TUESDAY), target="Orlan Bank"))) == 1


def burning(id: str, words: str, when: Interval) -> Story:
    story = Story(f"The fire at the depot of Lowen {words}, wardens said.", TUESDAY + timedelta(days=3), id=id)
    story.mention("fire", timex=story.timex(words.split()[-1], when))
    return story


@pytest.mark.parametrize(
    ("first", "second", "alarms"),
    [
        ("which started Monday", "burned itself out Tuesday", 0),
        ("which started Monday", "which began Tuesday", 1),
        ("which started Monday", "which destroyed a mill Tuesday", 1),
    ],
)
def test_a_beginning_and_an_end_are_two_times(first: str, second: str, alarms: int) -> None:
    assert len(as_one(burning("a", first, day(MONDAY)), burning("b", second, day(TUESDAY)))) == alarms


def test_what_only_another_article_joins_is_no_slip_of_one() -> None:
    def both(frame: str) -> Story:
        text = "Guards mourn Monday's raid on the depot.\nFive died when a car exploded Tuesday in the south."
        story = Story(text, TUESDAY + timedelta(days=3), id="a")
        story.mention("raid", frame="attack", timex=story.timex("Monday", day(MONDAY)))
        story.mention("exploded", frame=frame, timex=story.timex("Tuesday", day(TUESDAY)))
        return story

    assert as_one(both("explosion"), apart("b")) == []
    assert len(as_one(both("attack"), apart("b"))) == 1
    assert len(as_one(both("explosion"))) == 1


# (what the second paper says, whether it is the first one's raid on another day)
BESIDE = [
    ("Rebels attacked the depot of Lowen with mortars on Tuesday.", 1),
    ("A similar war in which rebels attacked the depot of Lowen with mortars on Tuesday.", 0),
    ("Rebels attacked the depot of Lowen with mortars on Tuesday and its mole on Monday.", 0),
    ("Rebels attacked the depot of Lowen with mortars on Tuesday, they said on Monday.", 1),
]


@pytest.mark.parametrize(("text", "alarms"), BESIDE)
def test_a_similar_case_and_a_sentence_with_both_days_are_two(text: str, alarms: int) -> None:
    other = raid("b", "on Tuesday", day(TUESDAY), text=text)
    if "on Monday" in text:
        other.timex("on Monday", day(MONDAY))
    assert len(as_one(raid("a", "on Monday", day(MONDAY)), other)) == alarms


def test_a_day_beyond_another_day_is_none_of_what_follows() -> None:
    told = "As promised on Tuesday, rebels attacked the depot of Lowen with mortars today."
    assert as_one(raid("a", "on Monday", day(MONDAY)), raid("b", "on Tuesday", day(TUESDAY), text=told)) != []
    told = "As promised on Tuesday, rebels today attacked the depot of Lowen with mortars."
    assert as_one(raid("a", "on Monday", day(MONDAY)), raid("b", "on Tuesday", day(TUESDAY), text=told)) == []


def test_a_paper_that_stands_alone_tells_of_what_the_others_tell() -> None:
    """ "Were coping Saturday with a shooting" is another thing than the shooting that the others put on Friday."""

    def paper(id: str, text: str, word: str, weekday: str) -> Story:
        story = Story(text, id=id, basis=Basis.NONE)
        story.event(story.mention(word, frame=word, timex=story.timex(weekday, None)))
        return story

    others = [paper(i, "A man shot the head of an office in Lowen on Friday.", "shot", "Friday") for i in "ab"]
    shot = paper("c", "The head of a Lowen office was shot by a guest on Saturday.", "shot", "Saturday")
    coping = paper("c", "A Lowen office was coping Saturday with the death of a head.", "coping", "Saturday")
    assert [a[0] for a in found(*others, shot)] == ["time-conflict"]
    assert found(*others, coping) == []


TWO_TARGETS = (("a", "on Monday", day(MONDAY), "Ann Doe"), ("b", "on Tuesday", day(TUESDAY), "Jim Roe"))


def test_what_happens_day_after_day_is_two() -> None:
    first, second = raid("a", "on Monday", day(MONDAY)), raid("b", "on Tuesday", day(TUESDAY))
    for story in (first, second):
        story.mentions[0] = story.mention("attacked", frame="attack", lemma="exercise", timex=story.timexes[0])
        del story.mentions[1:]
    assert as_one(first, second) == []


def test_late_in_one_paper_and_the_next_day_in_another_may_be_one_night() -> None:
    late = raid("a", "on Monday night", hours(MONDAY, 22, 1))
    assert as_one(late, raid("b", "on Tuesday", day(TUESDAY))) == []
    noon = raid("a", "on Monday noon", hours(MONDAY, 12, 1))
    assert len(as_one(noon, raid("b", "on Tuesday", day(TUESDAY)))) == 1


def test_a_weekday_counted_from_a_guessed_day_is_a_weekday_alone() -> None:
    """One article may be of another week; its Monday is no other Monday."""
    week = timedelta(days=-7)
    guessed = raid("b", "on Monday", day(MONDAY + week), basis=Basis.TEXT)
    assert as_one(raid("a", "on Monday", day(MONDAY)), guessed) == []
    odd = raid("c", "on Tuesday", day(TUESDAY + week), basis=Basis.TEXT)
    alarms = as_one(raid("a", "on Monday", day(MONDAY)), guessed, odd)
    assert [words for _, _, words in alarms] == [("on Monday", "on Monday", "on Tuesday")]


def test_what_one_article_says_is_not_held_against_what_another_tells() -> None:
    first = raid("a", "on Monday", day(MONDAY), text="Police said on Monday that rebels attacked the depot.")
    said = first.mention("said", event_class=EventClass.REPORTING, timex=first.timexes[0])
    telling = first.mention("attacked", frame="attack")
    later = raid("b", "Tuesday night", hours(TUESDAY, 20, 10))
    earlier = raid("c", "on Sunday", day(MONDAY - timedelta(days=1)))
    event = first.event(telling, *earlier.mentions, *later.mentions)
    first.mentions = [said, telling]
    saying = first.event(said)
    first.link(saying, RelationKind.ATTRIBUTES, event, "rebels attacked the depot")
    assert [check for check, *_ in found(first, earlier, later) if check == "order-conflict"] == []


# --- one article alone ----------------------------------------------------------------------------------------------


def ferry(id: str, weekday: str, verb: str = "sank", status: Status = Status.OCCURRED) -> Story:
    story = Story(f"The ferry Marta {verb} off the harbour mole of Lowen on {weekday}.", id=id, basis=Basis.NONE)
    story.event(story.mention(verb, frame=verb, timex=story.timex(weekday, None), status=status))
    return story


def apart(id: str) -> Story:
    story = Story("Choirs sang in the old mill.", id=id, basis=Basis.NONE)
    story.event(story.mention("sang"))
    return story


def test_most_of_the_others_must_agree() -> None:
    told = [ferry("a", "Friday"), ferry("b", "Friday", "foundered"), ferry("c", "Saturday", "listed")]
    assert len(found(*told)) == 1
    assert len(found(*told, apart("d"))) == 1
    assert found(*told, apart("d"), apart("e")) == []


def test_a_night_of_the_others_is_held_against_the_odd_day() -> None:
    others = [ferry("a", "Friday night"), ferry("b", "Friday", "foundered")]
    assert found(*others, ferry("c", "Saturday", "listed")) == []  # after midnight
    assert len(found(*others, ferry("c", "Thursday night", "listed"))) == 1


def test_the_day_of_a_saying_is_compared_with_much_the_same_sentence() -> None:
    def said(id: str, weekday: str, rest: str = "the ferry Marta lies off the harbour mole of Lowen") -> Story:
        story = Story(f"Wardens said {weekday} {rest}.", id=id, basis=Basis.NONE)
        timex = story.timex(weekday, None)
        story.event(story.mention("said", event_class=EventClass.REPORTING, timex=timex))
        return story

    alike = [said("a", "Friday"), said("b", "Friday", "the old ferry Marta lies off the harbour mole of Lowen")]
    assert [words for _, _, words in found(*alike, said("c", "Saturday"))] == [("Saturday", "Friday", "Friday")]
    assert found(*alike, said("c", "Saturday", "the ferry Marta will be towed by tugs from Veland next")) == []


# --- figures --------------------------------------------------------------------------------------------------------


def counted(id: str, words: str, low: float, *, text: str = "", **more: object) -> Story:
    """An article that counts boats, `more` goes into the figure."""
    text = text or f"The navy of Lowen captured {words} off the cape."
    story = Story(text, TUESDAY, id=id)
    values = {"kind": "boat", "high": low, "unit": "", **more}
    figure = Figure(story.span(words), words, low=low, **values)  # type: ignore[arg-type]
    story.event(story.mention("captured", figures=(figure,)))
    return story


MANY = (counted("a", "23 boats", 23), counted("b", "23 boats", 23))


def test_a_count_that_stands_alone_is_found() -> None:
    assert [words for _, _, words in found(*MANY, counted("c", "32 boats", 32))] == [
        ("32 boats", "23 boats", "23 boats")
    ]


@pytest.mark.parametrize(
    ("words", "low", "text"),
    [
        ("11 Yemeni boats", 11, ""),  # some of them
        ("six women", 6, ""),
        ("700 boats", 700, ""),  # another magnitude
        ("32 boats", 32, "The navy of Lowen has captured 32 boats off the cape since May."),
        ("32 boats", 32, "The navy of Lowen captured 32 boats off the cape last year."),
    ],
)
def test_a_part_a_sum_and_another_time_are_left_alone(words: str, low: float, text: str) -> None:
    odd = counted("c", words, low, text=text, high=low if "about" not in text else low + 3)
    odd.mentions[0] = (
        odd.mentions[0] if "about" not in text else counted("c", words, 20, text=text, high=28).mentions[0]
    )
    assert found(*MANY, odd) == []


def test_a_number_that_the_others_tell_too_is_left_alone() -> None:
    odd = counted("c", "32 boats", 32)
    both = counted("b", "23 boats", 23, text="The navy of Lowen captured 23 boats, and 32 boats off the cape.")
    more = Figure(both.span("32 boats"), "32 boats", "boat", 32, 32, "")
    both.mentions[0] = replace(both.mentions[0], figures=(*both.mentions[0].figures, more))
    assert found(MANY[0], both, odd) == []


def test_papers_of_other_months_count_other_things() -> None:
    odd = counted("c", "32 boats", 32)
    assert len(found(*MANY, replace(odd, published=TUESDAY + timedelta(days=50)))) == 1
    assert found(*MANY, replace(odd, published=TUESDAY + timedelta(days=70))) == []


def test_a_round_number_is_no_other_number() -> None:
    many = [counted(i, "612 boats", 612) for i in "ab"]
    assert found(*many, counted("c", "600 boats", 600)) == []
    assert len(found(*many, counted("c", "621 boats", 621))) == 1


def test_two_doers_with_names_count_two_things() -> None:
    def by(id: str, doer: str, low: float) -> Story:
        story = counted(id, f"{low:g} boats", low, text=f"The navy of {doer} captured {low:g} boats off the cape.")
        figure = story.mentions[0].figures
        part = person(Role.AGENT, story, f"The navy of {doer}", "navy")
        story.mentions[0] = story.mention("captured", figures=figure, participants=(part,))
        story.events.clear()
        story.event(story.mentions[0])
        del story.mentions[1:]
        return story

    many = [by("a", "Lowen", 23), by("b", "Lowen", 23)]
    assert len(found(*many, by("c", "Lowen", 32))) == 1
    assert found(*many, by("c", "Veland", 32)) == []


def test_one_sentence_printed_with_two_figures_needs_no_majority() -> None:
    text = "The navy of Lowen captured {} boats off the stormy cape of Veland on its patrol."
    first, second = (counted(i, f"{n} boats", n, text=text.format(n)) for i, n in (("a", 23), ("b", 32)))
    assert [words for _, _, words in found(first, second)] == [("32 boats", "23 boats")]
    assert found(counted("a", "23 boats", 23), counted("b", "32 boats", 32, text="They captured 32 boats.")) == []


def test_a_copy_is_held_against_nobody_once_more() -> None:
    def paper(id: str, lost: str, low: float) -> Story:
        return counted(id, lost, low, text=f"The navy that captured Lowen lost {lost} off the cape.", kind="killed")

    papers = [paper("a", "2 sailors", 2), paper("b", "3 sailors", 3), paper("c", "2 sailors", 2)]
    for one in papers:
        one.events.clear()
    papers[0].event(*(m for one in papers for m in one.mentions))
    story = replace(told(*papers), copies=(Copy("c", "a", 1.0, "the same text"),))
    assert [q.text for f in run(story).findings for q in f.quotes] == ["3 sailors", "2 sailors"]


def test_a_price_that_moved_or_two_figures_in_each_are_no_misprint() -> None:
    both = "The navy of Lowen captured 32 boats and 23 boats off the stormy cape of Veland."
    stories = [counted(id, "32 boats", 32, text=both) for id in "ab"]
    for story in stories:
        more = Figure(story.span("23 boats"), "23 boats", "boat", 23, 23, "")
        story.mentions[0] = replace(story.mentions[0], figures=(*story.mentions[0].figures, more))
    assert found(*stories) == []
    moved = "The bond that the bank of Lowen captured {} 32 boats on the stormy bourse of Veland."
    for word, alarms in (("fell", 0), ("bought", 1)):
        told = [
            counted(i, f"{n} boats", n, text=moved.format(word).replace("32", str(n)))
            for i, n in (("a", 32), ("b", 23))
        ]
        assert len(found(*told)) == alarms


def test_distances_need_the_same_places() -> None:
    def lies(id: str, words: str, metres: float, text: str) -> Story:
        return counted(id, words, metres, text=text.format(words), kind="distance", unit="metre")

    near = "The island of Marta was captured {} south of Lowen."
    many = [lies(i, "1,500 kilometers", 1_500_000, near) for i in "ab"]
    assert len(found(*many, lies("c", "1,150 kilometers", 1_150_000, near))) == 1
    both = lies("c", "1,150 kilometers", 1_150_000, near.replace("{}", "{} (700 miles)"))
    miles = Figure(both.span("700 miles"), "700 miles", "distance", 1_126_540, 1_126_540, "metre")
    both.mentions[0] = replace(both.mentions[0], figures=(*both.mentions[0].figures, miles))
    assert len(found(*many, both)) == 1
    far = "The island was captured {} south of the wall."
    assert found(*many, lies("c", "1,150 kilometers", 1_150_000, far)) == []


# --- the same within one article ------------------------------------------------------------------------------------


LEMMAS = {"died": "die", "killed": "kill", "shot": "shoot", "escaped": "escape", "traveled": "travel"}
ALARM = [("time-conflict", "medium", ("Monday", "Tuesday"))]


def deaths(first: str, second: str, *words: str) -> list[Alarm]:
    """Ann Doe's death, told twice: on Monday, on Tuesday."""
    story = Story(f"{first} on Monday.\n{second} on Tuesday.", date(2019, 9, 26))
    for n, (verb, role, who) in enumerate(zip(words[::3], words[1::3], words[2::3], strict=True)):
        when, name = ((MONDAY, "Monday"), (TUESDAY, "Tuesday"))[n]
        part = person(Role(role), story, who, who.split()[-1].lower())
        more = {"frame": verb, "lemma": LEMMAS[verb], "participants": (part,)}
        nth = n if words[0] == words[3] else 0
        story.event(story.mention(verb, nth=nth, timex=story.timex(name, day(when)), **more))
    return found(story)


def test_a_person_dies_once() -> None:
    assert deaths("Ann Doe died", "Doe died at home", "died", "agent", "Ann Doe", "died", "agent", "Doe") == ALARM
    assert (
        deaths("Ann Doe was shot", "They killed Doe", "shot", "target", "Ann Doe", "killed", "target", "Doe") == ALARM
    )


def test_two_people_die_on_two_days() -> None:
    assert deaths("Ann Doe died", "Jim Roe died", "died", "agent", "Ann Doe", "died", "agent", "Jim Roe") == []
    assert deaths("Ann Doe was shot", "Doe killed Roe", "shot", "target", "Ann Doe", "killed", "target", "Roe") == []


def test_one_deed_of_one_who_has_a_name_is_found_in_other_words() -> None:
    told = ("escaped", "agent", "Ann Doe", "escaped", "agent", "Doe")
    assert len(deaths("Ann Doe escaped", "In the rain Doe escaped", *told)) == 1
    told = ("traveled", "agent", "Ann Doe", "traveled", "agent", "Roe")
    assert deaths("Ann Doe traveled", "In the rain Roe traveled", *told) == []
