from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.network import Statement, contradiction, contradictions, is_consistent

DAY = 24 * 60
attack_monday = Statement.at("attack", 0, DAY, "Monday's attack")
attack_tuesday = Statement.at("attack", 20 * 60 + DAY, 30 * 60 + DAY, "Tuesday night's attack")
statement_tuesday = Statement.at("statement", DAY, DAY + 18 * 60, "said Tuesday")
about = Statement.before("attack", "statement", "said of the attack")

points = st.sampled_from("abcdef")
statements = st.builds(
    lambda a, b, low, width, name: Statement(a, b, low, low + width, name),
    points,
    points,
    st.integers(-50, 50),
    st.integers(0, 20),
    st.sampled_from("xyz"),
)


@st.composite
def agreeing(draw: st.DrawFn) -> list[Statement]:
    """Statements that are all true of one placement of the points."""
    place = {p: draw(st.integers(0, 100)) for p in "abcdef"}
    pairs = draw(st.lists(st.tuples(points, points, st.integers(0, 9), st.integers(0, 9)), max_size=15))
    return [Statement(a, b, place[b] - place[a] - down, place[b] - place[a] + up) for a, b, down, up in pairs]


def test_two_dates_of_one_event_contradict_each_other() -> None:
    assert contradiction([attack_monday, attack_tuesday]) == (attack_monday, attack_tuesday)


def test_a_reaction_before_its_cause_is_explained_by_three_statements() -> None:
    assert set(contradiction([attack_tuesday, statement_tuesday, about])) == {attack_tuesday, statement_tuesday, about}


def test_a_reaction_after_its_cause_is_fine() -> None:
    assert contradiction([attack_monday, statement_tuesday, about]) == ()


def test_a_circle_of_befores_without_dates_is_found() -> None:
    circle = [Statement.before(a, b, by=1) for a, b in pairwise("abca")]
    assert set(contradiction(circle)) == set(circle)


def test_the_smallest_cycle_explains() -> None:
    long = [Statement.before(a, b, by=1) for a, b in pairwise("abcdea")]
    assert len(contradiction([*long, Statement.before("b", "a", by=1)])) == 2


def test_what_contradicts_itself_is_told_without_the_way_to_it() -> None:
    itself = Statement("b", "b", -45, -25)
    around = [
        Statement("e", "d", -39, -28),
        Statement("a", "c", -18, -12),
        Statement("e", "c", 24, 30),
        Statement("d", "b", -22, -18),
        Statement("d", "a", -37, -23),
    ]
    assert contradiction([*around, itself]) == (itself,)


def test_contradictions_come_one_by_one_and_share_no_statement() -> None:
    pair = [Statement.before("x", "y", by=1), Statement.before("y", "x", by=1)]
    found = list(contradictions([attack_monday, attack_tuesday, *pair]))
    assert sorted(map(len, found)) == [2, 2]


@given(st.lists(statements, max_size=12), st.randoms(use_true_random=False))
def test_order_of_statements_does_not_matter(given_ones: list[Statement], random: object) -> None:
    shuffled = sorted(given_ones, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert contradiction(shuffled) == contradiction(given_ones)


@given(agreeing())
def test_true_statements_never_contradict(true_ones: list[Statement]) -> None:
    assert is_consistent(true_ones)


@given(agreeing(), st.data())
def test_adding_an_agreeing_statement_adds_no_contradiction(true_ones: list[Statement], data: st.DataObject) -> None:
    wrong = data.draw(st.lists(statements, max_size=3))
    if true_ones:
        s = true_ones[0]
        looser = Statement(s.earlier, s.later, s.low - 1, s.high + 1, "looser")
        assert is_consistent([*true_ones, looser, *wrong]) == is_consistent([*true_ones, *wrong])


@given(st.lists(statements, max_size=12))
def test_a_contradiction_is_itself_inconsistent_and_minimal(given_ones: list[Statement]) -> None:
    cycle = contradiction(given_ones)
    assert bool(cycle) != is_consistent(given_ones)
    assert set(cycle) <= set(given_ones)
    if cycle:
        assert not is_consistent(cycle)
        assert all(is_consistent([s for s in cycle if s != left_out]) for left_out in cycle)


@given(st.lists(statements, max_size=12))
def test_removing_the_statements_of_every_contradiction_leaves_none(given_ones: list[Statement]) -> None:
    gone = {s for cycle in contradictions(given_ones) for s in cycle}
    assert is_consistent(set(given_ones) - gone)
