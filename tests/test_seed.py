"""What a sharp fact-checker sees in the seed article, point by point."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import reading
from tests.reading import event, finding, links, mention

TEXT = (Path(__file__).resolve().parents[1] / "seeds" / "green-zone-rockets.txt").read_text("utf-8")
STORY = reading.read(TEXT, None)
PUBLISHED = STORY.readings[0].publication

FIRED = "Two rockets were *fired* into"
MONDAY = "Monday night's *attack*"
TUESDAY = "Tuesday night's rocket *attack*"
ARAMCO = "a drone *strike*"
AIRSTRIKES = "a series of *airstrikes*"


def test_publication_day_is_found_from_the_text_alone() -> None:
    assert PUBLISHED.date is not None
    assert (PUBLISHED.date.isoformat(), PUBLISHED.basis.value) == ("2019-09-24", "text")
    assert PUBLISHED.confidence >= 0.8
    assert "2019-09-25" in [day.isoformat() for day in PUBLISHED.alternatives]


def test_publication_day_rests_on_the_dated_caption_and_never_on_the_file_caption() -> None:
    spans = [e.span for e in PUBLISHED.evidence if e.span is not None]
    dated, archive = TEXT.index("Sept. 24, 2019"), TEXT.index("FILE - Fires")
    assert any(s.start <= dated < s.end for s in spans)
    assert not any(archive <= s.start < TEXT.index("No side has claimed") for s in spans)


TIMEXES = [
    ("Sept. 24, 2019", "DATE", "2019-09-24", "2019-09-24T00:00:00", "2019-09-25T00:00:00"),
    ("Monday evening", "TIME", "2019-09-23TEV", "2019-09-23T18:00:00", "2019-09-24T00:00:00"),
    ("Tuesday", "DATE", "2019-09-24", "2019-09-24T00:00:00", "2019-09-25T00:00:00"),
    ("Monday night", "TIME", "2019-09-23TNI", "2019-09-23T20:00:00", "2019-09-24T06:00:00"),
    ("Sept. 14, 2019", "DATE", "2019-09-14", "2019-09-14T00:00:00", "2019-09-15T00:00:00"),
    ("the past", "DATE", "PAST_REF", "0001-01-01T00:00:00", None),
    ("recently", "DATE", "PAST_REF", None, None),
    ("recent weeks", "DURATION", "PXW", "2019-08-27T00:00:00", "2019-09-24T00:00:00"),
    ("Tuesday night", "TIME", "2019-09-24TNI", "2019-09-24T20:00:00", "2019-09-25T06:00:00"),
]


def test_nine_time_expressions_and_no_other() -> None:
    found = [(t.text, t.type.value, t.value) for t in STORY.readings[0].timexes]
    assert found == [row[:3] for row in TIMEXES]
    assert [TEXT[t.span.start : t.span.end] for t in STORY.readings[0].timexes] == [row[0] for row in TIMEXES]


@pytest.mark.parametrize(("place", "row"), list(enumerate(TIMEXES)))
def test_time_expression_means_its_interval(place: int, row: tuple[str, str, str, str | None, str | None]) -> None:
    interval = STORY.readings[0].timexes[place].interval
    assert interval is not None
    assert row[3] in (None, interval.start.isoformat())
    assert row[4] in (None, interval.end.isoformat())


def test_every_mention_of_the_rocket_attack_is_one_event() -> None:
    told = [
        FIRED,
        MONDAY,
        "two Katyusha rockets were *fired*",
        "this *incident*",
        "the *attack*, which comes",
        "the forces *fired* the rockets",
        TUESDAY,
        "to have *fired* the rockets",
    ]
    assert len({event(STORY, words).id for words in told}) == 1


def test_rocket_attack_is_dated_by_what_two_of_three_say_and_keeps_the_third() -> None:
    attack = event(STORY, FIRED)
    assert attack.time is not None
    assert (attack.time.start.isoformat(), attack.time.end.isoformat()) == (
        "2019-09-23T20:00:00",
        "2019-09-24T00:00:00",
    )
    assert [a.interval.start.isoformat() for a in attack.alternatives] == ["2019-09-24T20:00:00"]


def test_the_strike_on_the_oil_plant_is_one_event_of_the_14th() -> None:
    strike = event(STORY, ARAMCO)
    assert strike.id == event(STORY, "an *attack* on Saudi oil installations").id
    assert strike.time is not None
    assert (strike.time.first_day.isoformat(), strike.time.last_day.isoformat()) == ("2019-09-14", "2019-09-14")


def test_the_airstrikes_are_one_event_of_recent_weeks() -> None:
    strikes = event(STORY, AIRSTRIKES)
    assert strikes.id == event(STORY, "retaliate to the *airstrikes* on their bases").id
    assert strikes.id == event(STORY, "claimed the *attacks*").id
    assert strikes.vague
    assert strikes.time is not None
    assert strikes.time.length.days == 28


def test_three_attacks_are_three_events_and_similar_ones_are_none_of_them() -> None:
    four = {event(STORY, words).id for words in (FIRED, ARAMCO, AIRSTRIKES, "Similar *attacks*")}
    assert len(four) == 4


STATUS = [
    ("facility was *struck*", "negated"),
    ("No side has *claimed*", "negated"),
    ("No one has *claimed*", "negated"),
    ("they will *retaliate*", "intended"),
    ("had vowed to *retaliate*", "intended"),
    ("Similar *attacks* in the past", "generic"),
    ("that *attacks* on coalition", "generic"),
    ("frequently *targets*", "habitual"),
    ("likely to have *fired*", "alleged"),
    ("still *investigating*", "ongoing"),
    (FIRED, "occurred"),
]


@pytest.mark.parametrize(("words", "held"), STATUS)
def test_status(words: str, held: str) -> None:
    assert mention(STORY, words).status.value == held


LINKS = [
    (FIRED, ARAMCO, "after"),
    (FIRED, AIRSTRIKES, "reacts_to"),
    ("a *statement* issued", "facility was *struck*", "attributes"),
    ("has *blamed* on Iran", ARAMCO, "attributes"),
    ("No side has *claimed*", FIRED, "denies"),
    ("No one has *claimed*", AIRSTRIKES, "denies"),
    ("*landed* a few hundred", "sirens that *sounded*", "causes"),
    ("they had *vowed*", FIRED, "causes"),
    ("Fires *burn*", ARAMCO, "after"),
    ("Popular Mobilization Forces, the umbrella group for Iran-backed militias, *said*", FIRED, "attributes"),
    ("still *investigating*", FIRED, "after"),
]


@pytest.mark.parametrize(("source", "target", "relation"), LINKS)
def test_link(source: str, target: str, relation: str) -> None:
    assert relation in links(STORY, source, target)


def test_one_root_with_its_repair_and_two_symptoms() -> None:
    root = finding(STORY, "time-conflict", "Monday evening", "Tuesday night's")
    assert root is not None
    assert (root.severity.value, root.depends_on_publication, root.root) == ("high", False, None)
    assert root.repair is not None
    assert (root.repair.text, root.repair.replacement) == ("Tuesday", "Monday")
    for check, depends in (("after-publication", True), ("order-conflict", None)):
        symptom = finding(STORY, check, "Tuesday night's")
        assert symptom is not None
        assert symptom.root == root.id
        assert depends in (None, symptom.depends_on_publication)


@pytest.mark.parametrize(
    ("check", "first", "second", "severities"),
    [
        ("figure-conflict", "around one kilometer", "a few hundred meters", ("medium",)),
        ("attribution-conflict", "Houthi group", "blamed on Iran", ("medium",)),
        ("attribution-conflict", "No side has claimed", "the forces fired the rockets", ("medium",)),
        ("certainty", "refrained from pointing fingers", "likely to have fired", ("low", "medium")),
    ],
)
def test_finding(check: str, first: str, second: str, severities: tuple[str, ...]) -> None:
    found = finding(STORY, check, first, second)
    assert found is not None
    assert found.severity.value in severities


TRAPS = [
    ("time-conflict", "Monday evening", "Monday night's", "Tuesday night's"),
    ("time-conflict", "Sept. 24, 2019", "Monday evening", "Tuesday night's"),
    ("time-conflict", "Sept. 14, 2019", "Monday evening", "Tuesday night's"),
    ("figure-conflict", "Two rockets", "two Katyusha rockets", "a few hundred meters"),
    ("attribution-conflict", "No side has claimed", "No one has claimed", "the forces fired"),
]


@pytest.mark.parametrize(("check", "first", "second", "excuse"), TRAPS)
def test_trap_is_not_flagged(check: str, first: str, second: str, excuse: str) -> None:
    """`excuse` are the words of a true finding that may quote both."""
    found = finding(STORY, check, first, second)
    assert found is None or finding(STORY, check, first, second, excuse) is not None


def test_loud_findings_are_few() -> None:
    assert len([f for f in STORY.findings if f.severity.value in ("high", "medium")]) <= 8


def test_passed_checks_are_told() -> None:
    told = " ".join(p.says for p in STORY.passed)
    assert "24 September 2019 is a Tuesday" in told
    assert "14 September 2019 is a Saturday" in told
